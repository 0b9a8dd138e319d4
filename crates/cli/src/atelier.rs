//! `guichet atelier`: the workshop, in the editor's browser.

use std::path::Path;

use clap::{Arg, ArgMatches, Command, value_parser};

use super::commands::CommandEntry;
use super::grammar::Grammar;
#[cfg(feature = "courier")]
use super::publish;
use super::{Context, DONE, init, press, today};
use guichet::catalogue::Catalogue;
use guichet::messages;
use guichet::model::{PublicationTarget, config};
use guichet::reasons::reason;
use guichet::site::{Extent, Site};
use guichet_atelier::{AtelierError, AtelierOptions, NewSite, SendRefusal};

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
    let (root, sending) = (context.root.clone(), context.root.clone());
    let options = AtelierOptions {
        root: context.root.clone(),
        port,
        extent: Extent::on(day).with_sheets(press.is_some()),
        press,
        start: Box::new(move |new: &NewSite| init::start(&root, new, &messages::of(language), day)),
        send: Box::new(move |target, site, out, password| {
            sent(
                &messages::of(language),
                &sending,
                target,
                site,
                out,
                password,
            )
        }),
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

/// Sends a published folder to the host that the site names.
#[cfg(feature = "courier")]
fn sent(
    messages: &Catalogue,
    root: &Path,
    target: &PublicationTarget,
    site: &Site,
    out: &Path,
    password: Option<String>,
) -> Result<(), SendRefusal> {
    use guichet_courier::{CourierError, HostError, SendRank};
    let files: Vec<_> = SendRank::of_site(site).collect();
    let password = password.or_else(|| std::env::var(guichet_courier::hosts::PASSWORD).ok());
    let sent = publish::delivered(root, target, out, &files, password);
    sent.map(|_| ()).map_err(|error| SendRefusal {
        words: error.message(messages),
        wants_password: matches!(error, CourierError::Host(HostError::NotLetIn { .. })),
    })
}

/// Says that this program only publishes to folders.
#[cfg(not(feature = "courier"))]
fn sent(
    messages: &Catalogue,
    _: &Path,
    _: &PublicationTarget,
    _: &Site,
    _: &Path,
    _: Option<String>,
) -> Result<(), SendRefusal> {
    Err(SendRefusal {
        words: messages.text("publish-no-courier").into_owned(),
        wants_password: false,
    })
}
