//! `guichet import`: other people's content, written into the site.

pub(super) mod source;
pub(super) mod tell;

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{ArgAction, ArgMatches, Command, value_parser};

use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::init::quoted;
use super::{Context, DONE, FAILED, USAGE, printing};
use guichet::diagnostics::{Diagnostic, Reach, Severity, sort};
use guichet::import::ledger::Ledger;
use guichet::import::merge::{self, ImportChanges, ReadError};
use guichet::import::told::ToldMessages;
use guichet::import::{IMPORTERS, Import, ImportOption, Importer, news, stranded};
use guichet::language::Language;
use guichet::model::values::Date;
use source::GivenSource;
use tell::ImportTeller;

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "import",
    grammar,
    run,
};

/// One subcommand a source.
fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    let source = |importer: &Importer| {
        let source = grammar.required("source", importer.source, "help-import-source");
        let about = format!("help-import-{}", importer.name);
        let options = importer.options.iter().map(|option| {
            let help = format!("{about}-{}", option.name);
            let arg = grammar.option(option.name, option.value, &help);
            arg.action(ArgAction::Append).value_delimiter(',')
        });
        grammar
            .command(importer.name, &about)
            .arg(source.value_parser(value_parser!(PathBuf)))
            .args(options)
            .arg(
                grammar
                    .option("since", "2026-10-01", "help-import-since")
                    .value_parser(|text: &str| Date::parse(text).ok_or("2026-10-01")),
            )
            .arg(grammar.flag("dry-run", "help-import-dry-run"))
            .arg(grammar.flag("withdraw", "help-import-withdraw"))
            .args(printing::reach_arguments(grammar))
    };
    command
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(IMPORTERS.iter().map(source))
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let Some((name, more)) = arguments.subcommand() else {
        return USAGE;
    };
    let Some(importer) = Importer::named(name) else {
        return USAGE;
    };
    if !context.root.join(guichet::model::config::FILE).is_file() {
        return context.no_site();
    }
    let Some(source) = more.get_one::<PathBuf>("source") else {
        return USAGE;
    };
    let reach = &printing::reach(more);
    let ledger = Ledger::path(name);
    let (mut before, known, mut found) = match merge::before(&context.root, name) {
        Ok(before) => before,
        Err(error) => {
            return context.not_read(&ledger, &error);
        }
    };
    if !found.is_empty() {
        tell_diagnostics(context, &mut found, Severity::Error, reach);
        return context.fail("import-bad-ledger", &[("path", &ledger)]);
    }
    before.choices = choices(importer, more);
    let given = GivenSource::new(context, importer, source);
    if let Some(other) = given.other() {
        let said = [
            ("path", &*source.display().to_string()),
            ("found", &*given.words(other)),
            ("command", &*typed(other, more)),
        ];
        return context.fail("import-other-source", &said);
    }
    let mut import = match given.read(&before, reach) {
        Ok(import) => import,
        Err(status) => return status,
    };
    let is_cut = import.is_cut();
    let told = ToldMessages::read(&context.root, name);
    let telling = ToldMessages::of(&import);
    let language = match before.french {
        true => Language::french(),
        false => Language::english(),
    };
    let compared = compare(context, importer, &import, known, &told, language);
    let (mut changes, stranded) = match compared {
        Ok(compared) => compared,
        Err(error) => {
            return context.not_read(&error.path, &error.source);
        }
    };
    let teller = ImportTeller {
        context,
        changes: &changes,
        told: &told,
        all: *reach != Reach::Few || changes.is_first,
    };
    let repeated = teller.take_repeated(&mut import);
    tell_diagnostics(context, &mut import.diagnostics, Severity::Warning, reach);
    teller.remarks(&import);
    teller.older(&import);
    // Half of a guide does not go in one day: a folder that is not the whole guide was given.
    let all = changes.unchanged + changes.changed.len() + changes.kept.len() + changes.merged.len();
    if changes.withdrawn.len() > MANY && changes.withdrawn.len() > all && !more.get_flag("withdraw")
    {
        let count = changes.withdrawn.len().to_string();
        return context.fail("import-many-withdrawn", &[("count", &count)]);
    }
    teller.changes();
    if let Some(since) = more.get_one::<Date>("since") {
        teller.since(&import, *since);
    }
    teller.passed_over(&import, repeated);
    // Last: what an editor has to settle.
    let mut to_settle = std::mem::take(&mut changes.conflicts);
    to_settle.extend(stranded);
    tell_diagnostics(context, &mut to_settle, Severity::Warning, reach);
    // Nobody can say what is missing: who runs this in a script learns of it.
    let status = match is_cut {
        false => DONE,
        true => {
            context.fail("import-part", &[]);
            FAILED
        }
    };
    if more.get_flag("dry-run") {
        tell!("{}", context.say("import-dry-run", &[]));
        return status;
    }
    let written = changes.write(&context.root, name);
    match written.and_then(|()| telling.save(&context.root, name)) {
        Ok(()) => status,
        Err(error) => context.not_written(&error.path, &error.source),
    }
}

/// The command that imports the same with another importer, as far as both have the same options.
fn typed(other: &Importer, arguments: &ArgMatches) -> String {
    let path = |name: &str| arguments.get_one::<PathBuf>(name).map(|path| quoted(path));
    let mut typed = format!("guichet import {}", other.name);
    typed.extend(path("source").map(|source| format!(" {source}")));
    for option in other.options {
        // An importer without options knows none of their names.
        let given = arguments.try_get_many::<String>(option.name).ok().flatten();
        let given: Vec<&str> = given.into_iter().flatten().map(String::as_str).collect();
        if !given.is_empty() {
            typed += &format!(" --{} {}", option.name, given.join(","));
        }
    }
    typed.extend(path("site").map(|site| format!(" --site {site}")));
    typed
}

/// What the import changes, with what it tells readers; and the links to pages that it withdraws.
fn compare(
    context: &Context,
    importer: &Importer,
    import: &Import,
    known: Ledger,
    told: &ToldMessages,
    language: Language,
) -> Result<(ImportChanges, Vec<Diagnostic>), ReadError> {
    let root = &context.root;
    let mut changes = merge::compare(root, import, known)?;
    changes.since.clone_from(&told.source);
    if let Some(folder) = importer.articles {
        news::announce(root, import, &mut changes, folder, language)?;
    }
    let stranded = stranded::links(root, import, &changes)?;
    Ok((changes, stranded))
}

/// The values of the importer's own options.
fn choices(importer: &Importer, arguments: &ArgMatches) -> BTreeMap<&'static str, Vec<String>> {
    let values = |option: &ImportOption| {
        let given = arguments.get_many::<String>(option.name)?;
        let given = given.map(|value| value.trim().to_owned());
        Some((
            option.name,
            given.filter(|value| !value.is_empty()).collect(),
        ))
    };
    importer.options.iter().filter_map(values).collect()
}

/// How many withdrawals at once require `--withdraw`.
const MANY: usize = 10;

pub(super) fn tell_diagnostics(
    context: &Context,
    found: &mut Vec<Diagnostic>,
    severity: Severity,
    reach: &Reach,
) {
    sort(found);
    let told: Vec<(Severity, Diagnostic)> = found
        .drain(..)
        .map(|diagnostic| (severity, diagnostic))
        .collect();
    if !told.is_empty() {
        printing::diagnostics(context, &told, reach);
    }
}
