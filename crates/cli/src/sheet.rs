//! `guichet sheet`: one page, section or site as one PDF.

use std::ffi::OsStr;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgMatches, Command, value_parser};

use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, FAILED, print, printing, today};
use guichet::checks;
use guichet::diagnostics::{Reach, Severity};
use guichet::images::Studio;
use guichet::language::Language;
use guichet::model::SheetFormat;
use guichet::outputs::sheet::{self, Printer};
use guichet::press::{Press, PrintShop};
use guichet::project::Project;
use guichet::reasons::reason;
use guichet::site::{Extent, PageId, PageOrder, Sheet, Site, Subject};
use guichet_press::Engine;

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "sheet",
    grammar,
    run,
};

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    let file = grammar.required("file", "FILE", "help-sheet-file");
    let formats = Formats(grammar.messages().language() != Language::english());
    let names = SheetFormat::shown_names(formats.0).join(", ");
    let help = grammar
        .messages()
        .format("help-sheet-format", &[("formats", names.into())]);
    command
        .arg(file.value_parser(value_parser!(PathBuf)))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name(grammar.value("FORMAT"))
                .help(help.into_owned())
                .value_parser(formats),
        )
        .arg(grammar.out("PDF", "help-sheet-out"))
        .arg(grammar.flag("for-printer", "help-sheet-for-printer"))
        .arg(grammar.flag("data", "help-sheet-data"))
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    if !context.root.join(guichet::model::config::FILE).is_file() {
        return context.no_site();
    }
    let project = Project::read(&context.root);
    let (site, found) = project.site(Extent::on(today(arguments)).with_drafts(true));
    let Some(file) = arguments.get_one::<PathBuf>("file") else {
        return FAILED;
    };
    let shown = file.display().to_string();
    let Some(id) = page_of(&site, &context.root, file) else {
        return context.fail("sheet-no-page", &[("file", &shown)]);
    };
    let possible = site.possible_formats(&site.page(id).document);
    let format = match arguments.get_one::<SheetFormat>("format") {
        Some(format) => *format,
        None => possible.first().copied().unwrap_or_default(),
    };
    let Some(subject) = subject(&site, id, format) else {
        let known: Vec<&str> = possible
            .iter()
            .map(|f| f.shown(context.messages.language() != Language::english()))
            .collect();
        let args = [
            ("file", &*shown),
            (
                "format",
                format.shown(context.messages.language() != Language::english()),
            ),
            ("known", &known.join(", ")),
        ];
        let key = match &*possible {
            [] => "sheet-none",
            formats if formats.contains(&format) => "sheet-nothing",
            _ => "sheet-no-format",
        };
        return context.fail(key, &args);
    };
    let wanted = Sheet {
        subject,
        format,
        // A format whose pages are not printed in pairs is printed as it is read.
        order: match format.facts().imposition {
            Some(_) if arguments.get_flag("for-printer") => PageOrder::Printing,
            _ => PageOrder::Reading,
        },
    };
    let shop = PrintShop::open(&site.theme.plates, Press::this_program(), None);
    let studio = Studio::default();
    let out = arguments.get_one::<PathBuf>("out");
    let ending = out.and_then(|out| out.extension());
    if let Some(ending) = ending.filter(|ending| {
        let known = ["pdf", "png", "json"].iter();
        !known
            .clone()
            .any(|known| ending.eq_ignore_ascii_case(known))
    }) {
        let ending = ending.to_string_lossy();
        return context.fail("sheet-no-ending", &[("ending", &ending)]);
    }
    if arguments.get_flag("data") {
        let data = sheet::prepare(&site, wanted, &shop.coverage, &studio)
            .job
            .data;
        return write(context, out, &data);
    }
    if let Some(out) = out.filter(|out| {
        out.extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("png"))
    }) {
        return pictures(context, &site, wanted, &shop, out);
    }
    if out.is_none() && std::io::stdout().is_terminal() {
        let name = shown_name(&site, id, format);
        return context.fail("sheet-to-terminal", &[("file", &shown), ("name", &name)]);
    }
    let printer = Printer::new(&site, &shop, &studio);
    let pdf = printer.copy(wanted);
    // Of the rest of the site, only diagnostics of the same file concern this sheet.
    let file = &site.page(id).document.file.path;
    let mut all = printer.complaints_of(wanted);
    all.extend(
        found
            .into_iter()
            .filter(|diagnostic| diagnostic.location.path() == file),
    );
    let judged = checks::judge(&site, all);
    printing::diagnostics(context, &judged, &Reach::Few);
    let is_sound = judged
        .iter()
        .all(|(severity, _)| *severity != Severity::Error);
    match pdf {
        Some(pdf) if is_sound => write(context, out, &pdf),
        _ => FAILED,
    }
}

/// A name for the PDF of a page: its own, and the format's.
fn shown_name(site: &Site, id: PageId, format: SheetFormat) -> String {
    let path = &site.page(id).document.file.path;
    let stem = Path::new(path).file_stem().unwrap_or_default();
    format!("{}-{}.pdf", stem.to_string_lossy(), format.name())
}

/// The page of a file, named relative to the working directory or to the site.
fn page_of(site: &Site, root: &Path, file: &Path) -> Option<PageId> {
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    let wanted = real(file).or_else(|| real(&root.join(file)))?;
    let wanted = if wanted.is_dir() {
        wanted.join("_index.md")
    } else {
        wanted
    };
    site.pages_with_id()
        .find(|(_, page)| {
            real(&root.join(&page.document.file.path)).is_some_and(|path| path == wanted)
        })
        .map(|(id, _)| id)
}

fn subject(site: &Site, id: PageId, format: SheetFormat) -> Option<Subject> {
    if !site
        .possible_formats(&site.page(id).document)
        .contains(&format)
    {
        return None;
    }
    let document = &site.page(id).document;
    if document.is_index {
        return site.subject_of_index(id);
    }
    if format.facts().is_bilingual && site.original_of(id).is_none() {
        // Asked for by the original, the sheet is that of its first translation.
        let mut all = site.translations(&document.stem).iter().copied();
        return all
            .find(|other| site.original_of(*other) == Some(id))
            .map(Subject::Page);
    }
    Some(Subject::Page(id))
}

/// How fine the pictures of a sheet are: as a screen shows them, or a telephone.
const DOTS_PER_INCH: f64 = 144.0;

/// Writes each page as a picture, to show or to send: `tract.png`, `tract-2.png`, …
fn pictures(context: &Context, site: &Site, sheet: Sheet, shop: &PrintShop, out: &Path) -> u8 {
    let job = sheet::prepare(site, sheet, &shop.coverage, &Studio::default()).job;
    let pages = match Engine::new(&site.theme.plates).pictures(&job, DOTS_PER_INCH) {
        Ok(pages) => pages,
        Err(error) => {
            let (shown, reason) = (out.display().to_string(), reason(&error));
            let args = [("file", &*shown), ("reason", &*reason)];
            return context.fail("sheet-not-written", &args);
        }
    };
    for (index, page) in pages.iter().enumerate() {
        let path = if index == 0 {
            out.to_owned()
        } else {
            let stem = out.file_stem().unwrap_or_default().to_string_lossy();
            out.with_file_name(format!("{stem}-{}.png", index + 1))
        };
        let status = write(context, Some(&path), page);
        if status != DONE {
            return status;
        }
    }
    DONE
}

fn write(context: &Context, out: Option<&PathBuf>, bytes: &[u8]) -> u8 {
    let Some(out) = out.filter(|out| out.as_os_str() != "-") else {
        return print(bytes);
    };
    match std::fs::write(out, bytes) {
        Ok(()) => {
            complain!("{}", out.display());
            DONE
        }
        Err(error) => {
            let shown = out.display().to_string();
            context.fail(
                "sheet-not-written",
                &[("file", &shown), ("reason", &*reason(&error))],
            )
        }
    }
}

/// Parses the name of a sheet's format. The error lists the formats, in French or in English.
#[derive(Clone)]
struct Formats(bool);

impl TypedValueParser for Formats {
    type Value = SheetFormat;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<SheetFormat, clap::Error> {
        let format = value
            .to_str()
            .and_then(|name| SheetFormat::parse(name).or_else(|| SheetFormat::own(name)));
        format.ok_or_else(|| {
            let shown = |text: String| ContextValue::String(text);
            let known = SheetFormat::shown_names(self.0)
                .into_iter()
                .map(str::to_owned);
            let mut error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(command);
            error.insert(
                ContextKind::InvalidArg,
                shown(argument.map(ToString::to_string).unwrap_or_default()),
            );
            error.insert(
                ContextKind::InvalidValue,
                shown(value.to_string_lossy().into_owned()),
            );
            error.insert(
                ContextKind::ValidValue,
                ContextValue::Strings(known.collect()),
            );
            error
        })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let names = SheetFormat::shown_names(self.0).into_iter();
        Some(Box::new(names.map(PossibleValue::new)))
    }
}
