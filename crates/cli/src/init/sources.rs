//! The official files from which a new site starts: the guide, and the directory with the counters of its commune.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, value_parser};
use guichet::diagnostics::{Reach, Severity};
use guichet::import::front::{self, FrontFields};
use guichet::import::ledger::Ledger;
use guichet::import::merge::ImportChanges;
use guichet::import::told::ToldMessages;
use guichet::import::{Import, Importer, annuaire, merge, service_public};
use guichet::language::Language;
use guichet::model::Organization;
use guichet::writing::{WriteError, save};

use crate::grammar::Grammar;
use crate::import::source::GivenSource;
use crate::import::tell::ImportTeller;
use crate::import::tell_diagnostics;
use crate::{Context, USAGE};

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
    /// Whether all of it could be read.
    is_whole: bool,
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
        let value = Importer::named(name).map_or("FILE", |importer| importer.source);
        let help = format!("help-init-{option}");
        let arg = grammar.option(option, value, &help);
        arg.value_parser(value_parser!(PathBuf))
    })
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

    /// Reads the files. `Err` is the status of the command, which has said all that is wrong: nothing has been written then.
    pub fn read(&self, context: &Context, folder: &Path) -> Result<Start, u8> {
        let has_directory = self.file("annuaire").is_some();
        let mut is_lost = false;
        if let Some(commune) = self.commune.as_deref().filter(|_| !has_directory) {
            context.fail("init-no-directory", &[("code", commune)]);
            is_lost = true;
        }
        for (_, file) in self.files.iter().filter(|(_, file)| !file.exists()) {
            let path = file.display().to_string();
            context.fail("init-no-file", &[("path", &path)]);
            is_lost = true;
        }
        let has_place = !has_directory || self.commune.is_some();
        if !has_place {
            match &self.place {
                Some(place) => context.fail("init-bad-commune", &[("place", place)]),
                None => context.fail("init-no-commune", &[]),
            };
        }
        if is_lost {
            self.say_where(context, folder, self.commune.as_deref().unwrap_or_default());
        }
        if is_lost || !has_place {
            return Err(USAGE);
        }
        let mut start = Start::default();
        let mut failed = None;
        for (option, name) in FILES {
            let (Some(file), Some(importer)) = (self.file(option), Importer::named(name)) else {
                continue;
            };
            match self.import(context, folder, importer, file) {
                Ok(import) => {
                    if importer.name == annuaire::NAME {
                        let commune = self.commune.as_deref().unwrap_or_default();
                        start.town_hall = annuaire::town_hall(&import.import, commune);
                    }
                    start.imports.push(import);
                }
                Err(status) => failed = Some(status),
            }
        }
        failed.map_or(Ok(start), Err)
    }

    fn import(
        &self,
        context: &Context,
        folder: &Path,
        importer: &'static Importer,
        file: &Path,
    ) -> Result<StartImport, u8> {
        let path = file.display().to_string();
        let given = GivenSource::new(context, importer, file);
        if let Some(other) = given.other() {
            return Err(say_other(&given, other));
        }
        let unreadable = |error: std::io::Error| context.not_read(&path, &error);
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
        let mut import = given.read(&before, &Reach::Few)?;
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
        match importer.name == annuaire::NAME && !is_whole {
            true => Err(context.fail("init-cut", &[("path", &path)])),
            false => Ok(StartImport {
                importer,
                import,
                ledger,
                told,
                is_whole,
            }),
        }
    }

    /// Says where each missing file is to be had, and what to type then. Nothing is downloaded.
    fn say_where(&self, context: &Context, folder: &Path, commune: &str) {
        let mut typed = format!("guichet init {}", quoted(folder));
        if !commune.is_empty() {
            typed += &format!(" --commune {commune}");
        } else if self.file("annuaire").is_some() {
            typed += &format!(" --commune {}", context.say("value-code", &[]));
        }
        typed += &self.others;
        for (option, name) in FILES {
            let given = self.file(option).filter(|file| file.exists());
            let Some(address) = Importer::named(name).and_then(|importer| importer.download) else {
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
    }
}

/// Where a file is to be had, as a line to type.
fn say_address(context: &Context, key: &str, address: &str) {
    complain!("{}", context.say(key, &[]));
    complain!("  curl -LO {address}");
}

/// A path as it is typed.
pub(crate) fn quoted(path: &Path) -> String {
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

    /// Whether all of the sources could be read.
    pub fn is_whole(&self) -> bool {
        self.imports.iter().all(|one| one.is_whole)
    }

    /// Writes what was imported into the folder of the new site, and the number that the editor gives for the publisher. `Err` is the
    /// status of the command, which has said what could not be read or written.
    pub fn write(
        self,
        context: &Context,
        folder: &Path,
        phone: Option<&str>,
        french: bool,
    ) -> Result<WrittenStart, u8> {
        let not_written = |error: WriteError| context.not_written(&error.path, &error.source);
        let mut written = WrittenStart::default();
        for one in self.imports {
            let name = one.importer.name;
            let compared = merge::compare(folder, &one.import, one.ledger);
            let changes = compared.map_err(|error| context.not_read(&error.path, &error.source))?;
            let is_page = |path: &&String| path.ends_with(".md") && !path.ends_with("_index.md");
            let count = changes.added.iter().filter(is_page).count();
            changes.write(folder, name).map_err(not_written)?;
            one.told.save(folder, name).map_err(not_written)?;
            if let (Some(phone), Some((_, page))) = (phone, &self.town_hall)
                && let Some(edit) = PhoneEdit::of(&one.import, page, phone, french)
            {
                save(folder, &edit.path, edit.text.as_bytes()).map_err(not_written)?;
                written.phone = Some(edit);
            }
            written.imports.push((name, one.import, count));
        }
        Ok(written)
    }
}

/// The page of a publisher with the number that its editor gives. To later imports, that is a change of the editor's.
struct PhoneEdit {
    path: String,
    text: String,
    /// The numbers that the page had.
    before: String,
}

impl PhoneEdit {
    fn of(import: &Import, page: &str, phone: &str, french: bool) -> Option<Self> {
        let name = format!("/{page}.md");
        let mut files = import.files.iter();
        let (path, content) = files.find(|(path, _)| path.ends_with(&name))?;
        let text = std::str::from_utf8(content.bytes()).ok()?;
        let before = front::list_of::<Organization>(text, "phones");
        let digits = |text: &str| {
            text.chars()
                .filter(char::is_ascii_digit)
                .collect::<String>()
        };
        if before.iter().any(|known| digits(known) == digits(phone)) {
            return None;
        }
        let mut field = FrontFields::new(french);
        field.set::<Organization>("phones", vec![phone]);
        Some(Self {
            path: path.clone(),
            text: front::replaced::<Organization>(text, "phones", &field)?,
            before: before.join(", "),
        })
    }
}

/// What has been written of the sources.
#[derive(Default)]
pub(super) struct WrittenStart {
    /// Each importer with what it made, and how many pages that is.
    imports: Vec<(&'static str, Import, usize)>,
    phone: Option<PhoneEdit>,
}

impl WrittenStart {
    /// Says what that is.
    pub fn tell(&self, context: &Context) {
        for (name, import, count) in &self.imports {
            let key = format!("init-imported-{name}");
            tell!("{}", context.say(&key, &[("count", &count.to_string())]));
            let teller = ImportTeller {
                context,
                changes: &ImportChanges::default(),
                told: &ToldMessages::default(),
                all: true,
            };
            teller.remarks(import);
            teller.passed_over(import, 0);
        }
        if let Some(edit) = &self.phone {
            let before = match edit.before.as_str() {
                "" => "none",
                before => before,
            };
            let said = [("path", &*edit.path), ("before", before)];
            tell!("{}", context.say("init-phone", &said));
        }
    }
}

/// Says that a file is another importer's: the option that takes it, or the command for when the site is there.
fn say_other(given: &GivenSource<'_>, other: &Importer) -> u8 {
    let path = given.path.display().to_string();
    let found = given.words(other);
    let mut options = FILES.iter();
    let option = options.find(|(_, name)| *name == other.name);
    let option = option.map_or("none", |(option, _)| *option);
    let typed = format!("guichet import {} {}", other.name, quoted(given.path));
    let said = [
        ("path", &*path),
        ("found", &*found),
        ("option", option),
        ("command", &*typed),
    ];
    given.context.fail("init-other-source", &said)
}
