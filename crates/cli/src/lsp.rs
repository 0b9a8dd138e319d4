//! `guichet lsp`: what guichet tells editors' programs.

use clap::{ArgMatches, Command};

use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, today};
use guichet_lsp::LspOptions;

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "lsp",
    grammar,
    run,
};

fn grammar(_: &Grammar<'_>, command: Command) -> Command {
    command
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let asked = arguments.clone();
    let options = LspOptions {
        language: context.messages.language(),
        is_fixed: arguments.get_one::<String>("lang").is_some(),
        day: move || today(&asked),
    };
    match guichet_lsp::serve(options) {
        Ok(()) => DONE,
        Err(_) => context.fail("serve-no-threads", &[]),
    }
}
