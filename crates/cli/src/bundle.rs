//! `guichet bundle`: the site for use offline, as a kit for a stick or a book for reading devices.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{ArgMatches, Command};

use super::choice::Choice;
use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, FAILED, USAGE, printing, today};
use guichet::build::BuildOptions;
use guichet::bundle::{Book, BundleError, write_book, write_kit};
use guichet::cache::Cache;
use guichet::checks::{self, Scope};
use guichet::diagnostics::{Diagnostic, Reach, Severity};
use guichet::images::Studio;
use guichet::language::Language;
use guichet::project::Project;
use guichet::reasons::reason;
use guichet::site::Extent;

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "bundle",
    grammar,
    run,
};

/// What is made.
const FORMATS: Choice<fn(&Context, &ArgMatches) -> u8> = Choice {
    name: "format",
    help: "help-bundle-format",
    first: ("kit", kit),
    others: &[("epub", book)],
};

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    command
        .arg(FORMATS.option(grammar))
        .arg(grammar.option("section", "FOLDER", "help-bundle-section"))
        .arg(
            grammar
                .option("language", "LANGUAGE", "help-bundle-language")
                .value_parser(|text: &str| Language::parse(text).ok_or_else(|| text.to_owned())),
        )
        .arg(grammar.out("FILE", "help-bundle-out"))
        .arg(grammar.drafts())
        .arg(grammar.no_sheets())
        .args(printing::reach_arguments(grammar))
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    if !context.root.join(guichet::model::config::FILE).is_file() {
        return context.no_site();
    }
    FORMATS.of(arguments)(context, arguments)
}

fn out(context: &Context, arguments: &ArgMatches, name: &str) -> PathBuf {
    let out = arguments.get_one::<PathBuf>("out").cloned();
    out.unwrap_or_else(|| context.root.join(name))
}

fn kit(context: &Context, arguments: &ArgMatches) -> u8 {
    let out = out(context, arguments, "kit.zip");
    let project = Project::read(&context.root);
    let cache = Arc::new(Cache::open(&context.root));
    let studio = Arc::new(Studio::new(Some(Arc::clone(&cache))));
    let print_shop = context.print_shop(&project, arguments, &cache);
    let options = BuildOptions::on(today(arguments))
        .with_drafts(arguments.get_flag("drafts"))
        .with_texts(true)
        .with_print_shop(print_shop.as_ref())
        .with_studio(&studio)
        .with_scope(Scope::Publishing);
    let found = match write_kit(&project, &out, &options) {
        Ok(found) => found,
        Err(error) => return failed(context, &out, &error),
    };
    let reach = printing::reach(arguments);
    printing::diagnostics(context, &found.diagnostics, &reach);
    if found.published.is_none() {
        printing::count(context, &found);
        complain!("{}", context.say("bundle-not-written", &[]));
        return FAILED;
    }
    told(context, &out, found.outputs)
}

fn book(context: &Context, arguments: &ArgMatches) -> u8 {
    let project = Project::read(&context.root);
    let extent = Extent::on(today(arguments)).with_sheets(false);
    let (site, mut found) = project.site(extent.with_drafts(arguments.get_flag("drafts")));
    found.extend(checks::check(&site, Scope::Publishing));
    let mut judged = checks::judge(&site, found);
    judged.retain(|(severity, _)| *severity == Severity::Error);
    if !judged.is_empty() {
        printing::diagnostics(context, &judged, &Reach::Few);
        return context.fail("bundle-errors", &[]);
    }
    let language = arguments.get_one::<Language>("language").copied();
    let language = language.unwrap_or_else(|| site.config.default_language());
    let folder = arguments
        .get_one::<String>("section")
        .map_or("", String::as_str);
    let folder = folder
        .strip_prefix("content/")
        .unwrap_or(folder)
        .trim_matches('/');
    let Some(book) = Book::of(&site, language, folder) else {
        let sections = site
            .sections
            .iter()
            .filter(|section| section.language == language);
        let known: Vec<&str> = sections.map(|section| section.folder.as_str()).collect();
        context.fail(
            "bundle-no-section",
            &[
                ("section", folder),
                ("language", language.as_str()),
                ("known", &known.join(", ")),
            ],
        );
        return USAGE;
    };
    let name = if folder.is_empty() { "site" } else { folder };
    let out = out(
        context,
        arguments,
        &format!("{}.epub", name.replace('/', "-")),
    );
    match write_book(&book, &out) {
        Ok(()) => told(context, &out, book.length()),
        Err(error) => failed(context, &out, &error),
    }
}

/// What was made, and what it weighs.
fn told(context: &Context, out: &Path, files: usize) -> u8 {
    let bytes = std::fs::metadata(out).map_or(0, |data| data.len());
    let weight = printing::weight(context, bytes);
    let shown = out
        .strip_prefix(&context.root)
        .unwrap_or(out)
        .display()
        .to_string();
    let args = [
        ("out", &*shown),
        ("files", &files.to_string()),
        ("weight", &weight),
    ];
    tell!("{}", context.say("bundle-written", &args));
    DONE
}

fn failed(context: &Context, out: &Path, error: &BundleError) -> u8 {
    let (path, reason) = match error {
        BundleError::Publish(error) => return context.not_published(error),
        BundleError::Io(path, error) => (path.display().to_string(), reason(error)),
        BundleError::Template(mistake) => {
            let found = [(Severity::Error, Diagnostic::clone(mistake))];
            printing::diagnostics(context, &found, &Reach::All);
            complain!("{}", context.say("bundle-not-written", &[]));
            return FAILED;
        }
        error => (out.display().to_string(), reason(error)),
    };
    context.fail("write-failed", &[("path", &path), ("reason", &reason)])
}
