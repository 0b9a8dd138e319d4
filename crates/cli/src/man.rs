//! `guichet man`: the manual page.

use clap::ArgMatches;

use super::commands::CommandEntry;
use super::grammar::command;
use super::{Context, FAILED, print};

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "man",
    grammar: |_, command| command,
    run,
};

fn run(context: &Context, _: &ArgMatches) -> u8 {
    let mut out = Vec::new();
    let page = clap_mangen::Man::new(command(&context.messages));
    match page.render(&mut out) {
        Ok(()) => print(&out),
        Err(_) => FAILED,
    }
}
