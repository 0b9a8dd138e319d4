//! `guichet import`: other people's content, written into the site.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, USAGE, printing};
use guichet::diagnostics::{Diagnostic, Reach, Severity, sort};
use guichet::import::merge::{self, ImportChanges};
use guichet::import::{IMPORTERS, Importer};

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
        grammar
            .command(importer.name, &about)
            .arg(source.value_parser(value_parser!(PathBuf)))
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
    let (before, known, mut found) = match merge::before(&context.root, name) {
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
    let changes = match merge::compare(&context.root, &import, known) {
        Ok(changes) => changes,
        Err(error) => {
            return context.fail(
                "import-unreadable-source",
                &[("path", &error.path), ("reason", &error.source.to_string())],
            );
        }
    };
    let mut diagnostics = std::mem::take(&mut import.diagnostics);
    diagnostics.extend(changes.conflicts.iter().cloned());
    tell_diagnostics(context, &mut diagnostics, Severity::Warning, reach);
    // Half of a guide does not go in one day: a folder that is not the whole guide was given.
    let all = changes.unchanged + changes.changed.len() + changes.kept.len() + changes.merged.len();
    if changes.withdrawn.len() > MANY && changes.withdrawn.len() > all && !more.get_flag("withdraw")
    {
        let count = changes.withdrawn.len().to_string();
        return context.fail("import-many-withdrawn", &[("count", &count)]);
    }
    tell_changes(context, &changes);
    if more.get_flag("dry-run") {
        tell!("{}", context.say("import-dry-run", &[]));
        return DONE;
    }
    match changes.write(&context.root, name) {
        Ok(()) => DONE,
        Err(error) => context.not_written(&error.path, &error.source),
    }
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
