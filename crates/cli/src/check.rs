//! `guichet check`: everything that is wrong, and nothing written.

use std::sync::Arc;

use clap::{ArgMatches, Command};

use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, FAILED, due, explain, printing, today};
use guichet::build::{self, BuildOptions};
use guichet::cache::Cache;
use guichet::checks;
use guichet::diagnostics::printable;
use guichet::edit::{WriteError, mend};
use guichet::images::Studio;
use guichet::model::values::Period;
use guichet::project::Project;

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "check",
    grammar,
    run,
};

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    command
        .arg(grammar.drafts())
        .arg(grammar.no_sheets())
        .arg(grammar.strict())
        .arg(printing::FORMS.option(grammar))
        .args(printing::reach_arguments(grammar))
        .arg(grammar.flag("fix", "help-fix"))
        .arg(grammar.option("explain", "RULE", "help-explain"))
        .arg(
            grammar
                .option("due", "60d", "help-due")
                .value_parser(|text: &str| Period::parse(text).ok_or("60d")),
        )
        .arg(
            grammar
                .path("calendar", "ICS", "help-calendar")
                .requires("due"),
        )
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    if let Some(name) = arguments.get_one::<String>("explain") {
        return explain::run(context, name);
    }
    if let Some(within) = arguments.get_one::<Period>("due") {
        return due::run(context, arguments, *within);
    }
    if arguments.get_flag("fix")
        && let Err(error) = fix(context, arguments)
    {
        return context.not_written(&error.path, &error.source);
    }
    let project = Project::read(&context.root);
    let cache = Arc::new(Cache::open_existing(&context.root));
    let studio = Arc::new(Studio::new(Some(Arc::clone(&cache))));
    let print_shop = context.print_shop(&project, arguments, &cache);
    let options = BuildOptions::on(today(arguments))
        .with_drafts(arguments.get_flag("drafts"))
        .with_strict(arguments.get_flag("strict"))
        .with_print_shop(print_shop.as_ref())
        .with_studio(&studio);
    let found = build::check(&project, &options);
    printing::in_form(context, &found, arguments);
    printing::heaviest(context, &found);
    printing::count(context, &found);
    if found.has_errors() { FAILED } else { DONE }
}

/// How often the site is read again to find mistakes that a fix reveals: a field that can be read now may have a mistake of its own.
const ROUNDS: usize = 10;

/// Writes every mend that is sure into the files, and says each.
fn fix(context: &Context, arguments: &ArgMatches) -> Result<(), WriteError> {
    let options = BuildOptions::on(today(arguments)).with_drafts(true);
    let mut count = 0;
    for _ in 0..ROUNDS {
        let project = Project::read(&context.root);
        let (site, found) = build::assemble(&project, &options);
        let mended = mend(&context.root, &checks::judge(&site, found))?;
        if mended.is_empty() {
            break;
        }
        for mend in &mended {
            count += mend.codes.len();
            let codes: Vec<&str> = mend.codes.iter().map(|code| code.name()).collect();
            tell!("{}:{} [{}]", mend.path, mend.line, codes.join(", "));
            for (sign, text) in [('-', &mend.before), ('+', &mend.after)] {
                for line in text.lines() {
                    tell!("  {sign} {}", printable(line));
                }
            }
        }
    }
    tell!(
        "{}\n",
        context.say("fixed", &[("count", &count.to_string())])
    );
    Ok(())
}
