//! `guichet serve`: the site while it is written.

use std::sync::Arc;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, press, today};
use guichet::reasons::reason;
use guichet::serve::{self, Event, ServeError, ServeOptions};
use guichet::site::Extent;
use guichet::{diagnostics, messages};

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "serve",
    grammar,
    run,
};

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    let port = Arg::new("port").long("port").default_value("8000");
    let port = port.value_parser(value_parser!(u16));
    command
        .arg(port.help(grammar.text("help-port")))
        .arg(grammar.flag("open", "help-open"))
        .arg(grammar.flag("no-drafts", "help-no-drafts"))
        .arg(grammar.no_sheets())
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    if !context.root.join(guichet::model::config::FILE).is_file() {
        return context.no_site();
    }
    let port = arguments.get_one::<u16>("port").copied().unwrap_or(8000);
    let press = press(arguments);
    let options = ServeOptions {
        root: context.root.clone(),
        port,
        extent: Extent::on(today(arguments))
            .with_drafts(!arguments.get_flag("no-drafts"))
            .with_sheets(press.is_some()),
        press,
        messages: messages::of(context.messages.language()),
    };
    let open = arguments.get_flag("open");
    let words = Arc::new(messages::of(context.messages.language()));
    match serve::serve(options, move |event| tell(&words, open, &event)) {
        Ok(()) => DONE,
        Err(ServeError::NoPort(port)) => {
            context.fail("serve-no-port", &[("port", &port.to_string())])
        }
        Err(ServeError::NoThreads) => context.fail("serve-no-threads", &[]),
        Err(ServeError::Watch(reason)) => {
            context.fail("serve-watch-failed", &[("reason", &reason)])
        }
        Err(error) => context.fail("serve-watch-failed", &[("reason", &reason(&error))]),
    }
}

fn tell(words: &guichet::catalogue::Catalogue, open: bool, event: &Event<'_>) {
    match event {
        Event::Listening(address) => {
            let address = format!("http://localhost:{}/", address.port());
            let args = [("address", address.as_str().into())];
            tell!("{}", words.format("serve-listening", &args));
            tell!("{}", words.text("serve-hint"));
            if open && open::that_detached(&address).is_err() {
                complain!("{}", words.format("serve-open-failed", &args));
            }
        }
        Event::Updated(found) => {
            let all: Vec<_> = found
                .iter()
                .map(|(severity, found)| (*severity, found))
                .collect();
            match diagnostics::summary(&all, words) {
                Some(summary) => complain!("{summary}"),
                None => complain!("{}", words.text("nothing-wrong")),
            }
        }
    }
}
