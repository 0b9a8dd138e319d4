//! The official files from which a new site starts: the guide, and the directory with the counters of its commune.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, value_parser};
use guichet::diagnostics::{Reach, Severity};
use guichet::import::ledger::Ledger;
use guichet::import::told::ToldMessages;
use guichet::import::{IMPORTERS, Import, Importer, annuaire, merge, service_public};
use guichet::language::Language;

use crate::grammar::Grammar;
use crate::import::tell::ImportTeller;
use crate::import::tell_diagnostics;
use crate::{Context, DONE, USAGE};

/// The options that name a file, and the importer that reads it.
const FILES: &[(&str, &str)] = &[
    ("guide", service_public::NAME),
    ("annuaire", annuaire::NAME),
];

/// What the command line says of them.
#[derive(Debug, Default)]
pub(super) struct StartFiles {
    /// The files that are given, by option.
    files: Vec<(&'static str, PathBuf)>,
    /// The code of the commune.
    commune: Option<String>,
    /// The place as it was typed.
    place: Option<String>,
    /// Other options as they are typed again.
    others: String,
}

/// What a new site takes from an official file.
pub(super) struct StartImport {
    importer: &'static Importer,
    import: Import,
    ledger: Ledger,
    /// What is told of it, so that the next import tells only what is new.
    told: ToldMessages,
}

/// What a new site starts with.
#[derive(Default)]
pub(super) struct Start {
    imports: Vec<StartImport>,
    /// The town hall of the commune: its name, and the name of its page.
    pub town_hall: Option<(String, String)>,
}

/// The arguments that name the files.
pub(super) fn arguments(grammar: &Grammar<'_>) -> impl Iterator<Item = Arg> {
    FILES.iter().map(|(option, name)| {
        let value = importer(name).map_or("FILE", |importer| importer.source);
        let help = format!("help-init-{option}");
        let arg = grammar.option(option, value, &help);
        arg.value_parser(value_parser!(PathBuf))
    })
}

fn importer(name: &str) -> Option<&'static Importer> {
    IMPORTERS.iter().find(|importer| importer.name == name)
}

impl StartFiles {
    /// What the command line says; a place that is the code of a commune is that commune.
    pub fn of(arguments: &ArgMatches) -> Self {
        let place = arguments.get_one::<String>("place");
        let file = |(option, _): &(&'static str, &str)| {
            Some((*option, arguments.get_one::<PathBuf>(option)?.clone()))
        };
        Self {
            files: FILES.iter().filter_map(file).collect(),
            commune: place.and_then(|place| annuaire::commune(place)),
            place: place.cloned(),
            others: ["name", "phone"]
                .into_iter()
                .filter_map(|option| {
                    let value = arguments.get_one::<String>(option)?;
                    Some(format!(" --{option} {}", quoted(Path::new(value))))
                })
                .collect(),
        }
    }

    /// Whether the site is in English: the official guide is in French, whatever the language of the messages.
    pub fn is_english(&self, context: &Context) -> bool {
        context.messages.language() == Language::english() && self.file("guide").is_none()
    }

    fn file(&self, option: &str) -> Option<&Path> {
        let mut files = self.files.iter();
        let (_, file) = files.find(|(name, _)| *name == option)?;
        Some(file)
    }

    /// Reads the files. `Err` is the status of the command, which has said what is missing: nothing has been written then.
    pub fn read(&self, context: &Context, folder: &Path) -> Result<Start, u8> {
        match (&self.commune, self.file("annuaire")) {
            (Some(commune), None) => {
                let said = [("code", &**commune)];
                context.fail("init-no-directory", &said);
                return Err(self.say_where(context, folder, commune));
            }
            (None, Some(_)) => {
                match &self.place {
                    Some(place) => context.fail("init-bad-commune", &[("place", place)]),
                    None => context.fail("init-no-commune", &[]),
                };
                return Err(USAGE);
            }
            _ => {}
        }
        for (_, file) in &self.files {
            if !file.exists() {
                let path = file.display().to_string();
                context.fail("init-no-file", &[("path", &path)]);
                let commune = self.commune.as_deref().unwrap_or_default();
                return Err(self.say_where(context, folder, commune));
            }
        }
        let mut start = Start::default();
        for (option, name) in FILES {
            let (Some(file), Some(importer)) = (self.file(option), importer(name)) else {
                continue;
            };
            let import = self.import(context, folder, importer, file)?;
            if importer.name == annuaire::NAME {
                let commune = self.commune.as_deref().unwrap_or_default();
                start.town_hall = annuaire::town_hall(&import.import, commune);
            }
            start.imports.push(import);
        }
        Ok(start)
    }

    fn import(
        &self,
        context: &Context,
        folder: &Path,
        importer: &'static Importer,
        file: &Path,
    ) -> Result<StartImport, u8> {
        let path = file.display().to_string();
        let unreadable = |error: std::io::Error| {
            let reason = error.to_string();
            context.fail(
                "import-unreadable-source",
                &[("path", &path), ("reason", &reason)],
            )
        };
        let (mut before, ledger, _) = merge::before(folder, importer.name).map_err(unreadable)?;
        before.french = !self.is_english(context);
        if importer
            .options
            .iter()
            .any(|option| option.name == "commune")
        {
            before
                .choices
                .insert("commune", self.commune.iter().cloned().collect());
        }
        let mut import = (importer.run)(file, &before).map_err(unreadable)?;
        let is_whole = import.is_whole();
        // Before they are told, which takes them out of the import.
        let told = ToldMessages::of(&import);
        tell_diagnostics(
            context,
            &mut import.diagnostics,
            Severity::Warning,
            &Reach::Few,
        );
        // Of a cut directory, half of the counters would be there, or another town hall.
        let is_cut = importer.name == annuaire::NAME && !is_whole;
        match import.files.is_empty() || is_cut {
            true if is_cut => Err(context.fail("init-cut", &[("path", &path)])),
            true => Err(context.fail("import-nothing", &[("path", &path)])),
            false => Ok(StartImport {
                importer,
                import,
                ledger,
                told,
            }),
        }
    }

    /// Says where each missing file is to be had, and what to type then. Nothing is downloaded.
    fn say_where(&self, context: &Context, folder: &Path, commune: &str) -> u8 {
        let mut typed = format!("guichet init {}", quoted(folder));
        if !commune.is_empty() {
            typed += &format!(" --commune {commune}");
        }
        typed += &self.others;
        for (option, name) in FILES {
            let given = self.file(option).filter(|file| file.exists());
            let Some(address) = importer(name).and_then(|importer| importer.download) else {
                continue;
            };
            let file = match given {
                Some(file) => quoted(file),
                None => {
                    say_address(context, &format!("init-get-{option}"), address);
                    address.rsplit('/').next().unwrap_or_default().to_owned()
                }
            };
            // The directory alone says nothing without a commune.
            if given.is_some() || !commune.is_empty() || *option != "annuaire" {
                typed += &format!(" --{option} {file}");
            }
        }
        complain!("{}", context.say("init-then", &[]));
        complain!("  {typed}");
        USAGE
    }
}

/// Where a file is to be had, as a line to type.
fn say_address(context: &Context, key: &str, address: &str) {
    complain!("{}", context.say(key, &[]));
    complain!("  curl -LO {address}");
}

/// A path as it is typed.
pub(super) fn quoted(path: &Path) -> String {
    let shown = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "/\\.:_-+,@".contains(c);
    match shown.chars().all(is_plain) {
        true => shown,
        false if shown.contains(['"', '$', '`']) => format!("'{}'", shown.replace('\'', "'\\''")),
        false => format!("\"{shown}\""),
    }
}

impl Start {
    /// Whether the official guide is among what was imported.
    pub fn has_guide(&self) -> bool {
        let mut imports = self.imports.iter();
        imports.any(|one| one.importer.name == service_public::NAME)
    }

    /// Writes what was imported into the folder of the new site, and says what that is.
    pub fn write(self, context: &Context, folder: &Path) -> u8 {
        for StartImport {
            importer,
            import,
            ledger,
            told,
        } in self.imports
        {
            let changes = match merge::compare(folder, &import, ledger) {
                Ok(changes) => changes,
                Err(error) => return context.not_written(&error.path, &error.source),
            };
            let is_page = |path: &&String| path.ends_with(".md") && !path.ends_with("_index.md");
            let count = changes.added.iter().filter(is_page).count().to_string();
            let key = format!("init-imported-{}", importer.name);
            tell!("{}", context.say(&key, &[("count", &count)]));
            let teller = ImportTeller {
                context,
                changes: &changes,
                told: &ToldMessages::default(),
                all: true,
            };
            teller.remarks(&import);
            teller.passed_over(&import, 0);
            let written = changes.write(folder, importer.name);
            let written = written.and_then(|()| told.save(folder, importer.name));
            if let Err(error) = written {
                return context.not_written(&error.path, &error.source);
            }
        }
        DONE
    }
}
