//! `guichet completions SHELL`: the script that completes commands in a shell.

use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::Shell;

use super::commands::CommandEntry;
use super::grammar::{Grammar, command};
use super::{Context, USAGE, print};

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "completions",
    grammar,
    run,
};

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    let shell = Arg::new("shell").required(true);
    let shell = shell.value_parser(value_parser!(Shell));
    command.arg(shell.help(grammar.text("help-shell")))
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let Some(shell) = arguments.get_one::<Shell>("shell") else {
        return USAGE;
    };
    let mut out = Vec::new();
    let mut command = command(&context.messages);
    clap_complete::generate(*shell, &mut command, "guichet", &mut out);
    print(&out)
}
