//! `guichet sheet`: pages, sections or the site as one PDF.

mod formats;

use std::collections::HashSet;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

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

use formats::Formats;

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "sheet",
    grammar,
    run,
};

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    let files = grammar.required("file", "FILE", "help-sheet-file");
    let files = files.value_parser(value_parser!(PathBuf));
    let formats = Formats(grammar.messages().language() != Language::english());
    let names = SheetFormat::shown_names(formats.0).join(", ");
    let help = grammar
        .messages()
        .format("help-sheet-format", &[("formats", names.into())]);
    command
        .arg(files.num_args(1..))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name(grammar.value("FORMAT"))
                .help(help.into_owned())
                .value_parser(formats),
        )
        .arg(grammar.out("PDF", "help-sheet-out"))
        .arg(grammar.flag("for-printer", "help-sheet-for-printer"))
        .arg(grammar.flag("duplex", "help-sheet-duplex"))
        .arg(grammar.flag("data", "help-sheet-data"))
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    if !context.root.join(guichet::model::config::FILE).is_file() {
        return context.no_site();
    }
    let project = Project::read(&context.root);
    let (site, found) = project.site(Extent::on(today(arguments)).with_drafts(true));
    let files = arguments.get_many::<PathBuf>("file").into_iter().flatten();
    let mut asked = Vec::new();
    for file in files {
        match ask(context, &site, file, arguments) {
            Ok(sheet) => asked.push(sheet),
            Err(status) => return status,
        }
    }
    let Some(first) = asked.first() else {
        return FAILED;
    };
    let shop = PrintShop::open(&site.theme.plates, Press::this_program(), None);
    let studio = Studio::default();
    let out = arguments.get_one::<PathBuf>("out");
    let has_ending = |known: &str| {
        let ending = out.and_then(|out| out.extension());
        ending.is_some_and(|ending| ending.eq_ignore_ascii_case(known))
    };
    let ending = out.and_then(|out| out.extension());
    if let Some(ending) = ending
        && !["pdf", "png", "json"].into_iter().any(has_ending)
    {
        let ending = ending.to_string_lossy();
        return context.fail("sheet-no-ending", &[("ending", &ending)]);
    }
    let wants_data = arguments.get_flag("data");
    if asked.len() > 1 && (wants_data || has_ending("png")) {
        return context.fail("sheet-only-pdf", &[]);
    }
    if wants_data {
        let prepared = sheet::prepare(&site, first.sheet, &shop.coverage, &studio);
        return write(context, out, &prepared.job.data);
    }
    if let Some(out) = out.filter(|_| has_ending("png")) {
        return pictures(context, &site, first.sheet, &shop, out);
    }
    if out.is_none() && std::io::stdout().is_terminal() {
        let shown = first.file.display().to_string();
        let name = shown_name(&site, first.page, first.sheet.format);
        return context.fail("sheet-to-terminal", &[("file", &shown), ("name", &name)]);
    }
    let printer = Printer::new(&site, &shop, &studio);
    let sheets: Vec<Sheet> = asked.iter().map(|asked| asked.sheet).collect();
    let choice = printer.together(&sheets, arguments.get_flag("duplex"));
    // Of the rest of the site, only diagnostics of the same files concern these sheets.
    let paths = asked.iter();
    let paths = paths.map(|asked| &*site.page(asked.page).document.file.path);
    let paths: HashSet<&str> = paths.collect();
    let of_files = found.into_iter();
    let of_files = of_files.filter(|found| paths.contains(found.location.path()));
    let judged = checks::judge(
        &site,
        choice.diagnostics.into_iter().chain(of_files).collect(),
    );
    printing::diagnostics(context, &judged, &Reach::Few);
    let is_sound = judged
        .iter()
        .all(|(severity, _)| *severity != Severity::Error);
    match choice.pdf {
        Some(pdf) if is_sound && choice.missing.is_empty() => write(context, out, &pdf),
        _ => FAILED,
    }
}

/// A sheet that the command line asks for.
struct AskedSheet<'a> {
    file: &'a Path,
    page: PageId,
    sheet: Sheet,
}

/// The sheet of a file, or the status after saying that there is none.
fn ask<'a>(
    context: &Context,
    site: &Site,
    file: &'a Path,
    arguments: &ArgMatches,
) -> Result<AskedSheet<'a>, u8> {
    let shown = file.display().to_string();
    let Some(page) = page_of(site, &context.root, file) else {
        return Err(context.fail("sheet-no-page", &[("file", &shown)]));
    };
    let possible = site.possible_formats(&site.page(page).document);
    let format = match arguments.get_one::<SheetFormat>("format") {
        Some(format) => *format,
        None => possible.first().copied().unwrap_or_default(),
    };
    let Some(subject) = subject(site, page, format) else {
        let is_local = context.messages.language() != Language::english();
        let known: Vec<&str> = possible.iter().map(|f| f.shown(is_local)).collect();
        let args = [
            ("file", &*shown),
            ("format", format.shown(is_local)),
            ("known", &known.join(", ")),
        ];
        let key = match &*possible {
            [] => "sheet-none",
            formats if formats.contains(&format) => "sheet-nothing",
            _ => "sheet-no-format",
        };
        return Err(context.fail(key, &args));
    };
    let order = match format.facts().imposition {
        Some(_) if arguments.get_flag("for-printer") => PageOrder::Printing,
        // A format whose pages are not printed in pairs is printed as it is read.
        _ => PageOrder::Reading,
    };
    let sheet = Sheet {
        subject,
        format,
        order,
    };
    Ok(AskedSheet { file, page, sheet })
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
