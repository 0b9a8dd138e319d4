//! `guichet atelier`: the workshop, in the editor's browser.

use std::path::Path;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, init, press, today};
use guichet::messages;
use guichet::model::config;
use guichet::reasons::reason;
use guichet::site::Extent;
use guichet_atelier::{AtelierError, AtelierOptions, NewSite};

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: NAME,
    grammar,
    run,
};

/// The word of the command, which may be left out.
pub(super) const NAME: &str = "atelier";

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    let port = Arg::new("port").long("port").default_value("8100");
    let port = port.value_parser(value_parser!(u16));
    command
        .arg(port.help(grammar.text("help-port")))
        .arg(grammar.flag("no-open", "help-no-open"))
        .arg(grammar.no_sheets())
}

/// Whether `guichet` without a command means the workshop: in a site, or in a folder with nothing in it.
pub(super) fn is_meant_in(folder: &Path) -> bool {
    let is_empty = |folder: &Path| {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut names = entries.map(|entry| entry.file_name());
        names.all(|name| name.to_string_lossy().starts_with('.'))
    };
    folder.join(config::FILE).is_file() || is_empty(folder)
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    if !context.root.is_dir() {
        return context.no_site();
    }
    let port = arguments.get_one::<u16>("port").copied().unwrap_or(8100);
    let press = press(arguments);
    let day = today(arguments);
    let language = context.messages.language();
    let root = context.root.clone();
    let options = AtelierOptions {
        root: context.root.clone(),
        port,
        extent: Extent::on(day).with_sheets(press.is_some()),
        press,
        start: Box::new(move |new: &NewSite| init::start(&root, new, &messages::of(language), day)),
        messages: messages::of(language),
    };
    let open = !arguments.get_flag("no-open");
    let ready = |address: &str| {
        let args = [("address", address)];
        tell!("{}", context.say("atelier-listening", &args));
        tell!("{}", context.say("atelier-hint", &[]));
        if open && open::that_detached(address).is_err() {
            complain!("{}", context.say("serve-open-failed", &args));
        }
    };
    match guichet_atelier::open(options, ready) {
        Ok(()) => DONE,
        Err(AtelierError::NoPort(port)) => {
            context.fail("serve-no-port", &[("port", &port.to_string())])
        }
        Err(AtelierError::NoThreads) => context.fail("serve-no-threads", &[]),
        Err(AtelierError::Watch(reason)) => {
            context.fail("serve-watch-failed", &[("reason", &reason)])
        }
        Err(error) => context.fail("serve-watch-failed", &[("reason", &reason(&error))]),
    }
}
