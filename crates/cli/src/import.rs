//! `guichet import`: other people's content, written into the site.

use std::collections::BTreeMap;
use std::path::PathBuf;

use clap::{ArgAction, ArgMatches, Command, value_parser};

use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, USAGE, printing};
use guichet::diagnostics::{Diagnostic, Reach, Severity, sort};
use guichet::import::merge::{self, ImportChanges};
use guichet::import::{IMPORTERS, Import, ImportOption, Importer};

/// How many files of each kind are named; the others are counted.
const NAMED: usize = 12;

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
    let Some(importer) = IMPORTERS.iter().find(|importer| importer.name == name) else {
        return USAGE;
    };
    if !context.root.join(guichet::model::config::FILE).is_file() {
        return context.no_site();
    }
    let Some(source) = more.get_one::<PathBuf>("source") else {
        return USAGE;
    };
    let reach = &printing::reach(more);
    let ledger = guichet::import::ledger::Ledger::path(name);
    let (mut before, known, mut found) = match merge::before(&context.root, name) {
        Ok(before) => before,
        Err(error) => {
            return context.fail(
                "import-unreadable-source",
                &[("path", &ledger), ("reason", &error.to_string())],
            );
        }
    };
    if !found.is_empty() {
        tell_diagnostics(context, &mut found, Severity::Error, reach);
        return context.fail("import-bad-ledger", &[("path", &ledger)]);
    }
    before.choices = choices(importer, more);
    let mut import = match (importer.run)(source, &before) {
        Ok(import) => import,
        Err(error) => {
            let path = source.display().to_string();
            return context.fail(
                "import-unreadable-source",
                &[("path", &path), ("reason", &error.to_string())],
            );
        }
    };
    if import.files.is_empty() {
        tell_diagnostics(context, &mut import.diagnostics, Severity::Warning, reach);
        let path = source.display().to_string();
        return context.fail("import-nothing", &[("path", &path)]);
    }
    let mut changes = match merge::compare(&context.root, &import, known) {
        Ok(changes) => changes,
        Err(error) => {
            return context.fail(
                "import-unreadable-source",
                &[("path", &error.path), ("reason", &error.source.to_string())],
            );
        }
    };
    tell_diagnostics(context, &mut import.diagnostics, Severity::Warning, reach);
    for remark in &import.remarks {
        let arguments: Vec<(&str, &str)> = remark
            .arguments
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        tell!("{}", context.say(remark.key, &arguments));
    }
    // Half of a guide does not go in one day: a folder that is not the whole guide was given.
    let all = changes.unchanged + changes.changed.len() + changes.kept.len() + changes.merged.len();
    if changes.withdrawn.len() > MANY && changes.withdrawn.len() > all && !more.get_flag("withdraw")
    {
        let count = changes.withdrawn.len().to_string();
        return context.fail("import-many-withdrawn", &[("count", &count)]);
    }
    tell_changes(context, &changes);
    tell_passed_over(context, &import);
    // Last: conflicts are what an editor has to settle.
    tell_diagnostics(context, &mut changes.conflicts, Severity::Warning, reach);
    if more.get_flag("dry-run") {
        tell!("{}", context.say("import-dry-run", &[]));
        return DONE;
    }
    match changes.write(&context.root, name) {
        Ok(()) => DONE,
        Err(error) => context.not_written(&error.path, &error.source),
    }
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

fn tell_diagnostics(
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

/// What the source has and the site does not get.
fn tell_passed_over(context: &Context, import: &Import) {
    for (reason, passed_over) in &import.passed_over {
        let count = passed_over.count.to_string();
        let key = format!("passed-over-{reason}");
        tell!("{}", context.say(&key, &[("count", &count)]));
        for example in &passed_over.examples {
            tell!("  {example}");
        }
        let more = passed_over.count - passed_over.examples.len();
        if more > 0 && !passed_over.examples.is_empty() {
            tell!(
                "  {}",
                context.say("import-more", &[("count", &more.to_string())])
            );
        }
    }
}

fn tell_changes(context: &Context, changes: &ImportChanges) {
    let lists = [
        ("import-added", &changes.added),
        ("import-changed", &changes.changed),
        ("import-merged", &changes.merged),
        ("import-kept", &changes.kept),
        ("import-foreign", &changes.foreign),
        ("import-withdrawn", &changes.withdrawn),
        ("import-withdrawn-kept", &changes.withdrawn_kept),
        ("import-left-out", &changes.left_out),
    ];
    for (key, paths) in lists {
        if paths.is_empty() {
            continue;
        }
        let count = paths.len().to_string();
        tell!("{}", context.say(key, &[("count", &count)]));
        for path in paths.iter().take(NAMED) {
            tell!("  {path}");
        }
        if paths.len() > NAMED {
            let more = (paths.len() - NAMED).to_string();
            tell!("  {}", context.say("import-more", &[("count", &more)]));
        }
    }
    if changes.is_empty() {
        tell!("{}", context.say("import-unchanged", &[]));
    }
}
