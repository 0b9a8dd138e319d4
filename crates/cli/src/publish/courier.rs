//! From the published folder to a host.

use std::io::IsTerminal as _;
use std::path::Path;
use std::time::Instant;

use clap::ArgMatches;
use indicatif::{ProgressBar, ProgressStyle};

use crate::{Context, DONE, FAILED, printing};
use guichet::model::PublicationTarget;
use guichet::site::OutputPath;
use guichet_courier::{
    CourierError, Delivered, DeliveryOptions, HostError, LocalSite, LockOwner, Progress, SendRank,
    deliver, hosts,
};

/// Sends the files of a published folder, and says what was sent.
pub(super) fn send(
    context: &Context,
    arguments: &ArgMatches,
    target: &PublicationTarget,
    out: &Path,
    files: &[(&OutputPath, SendRank)],
    start: Instant,
) -> u8 {
    let host = target.host.clone().unwrap_or_default();
    let dry = arguments.get_flag("dry-run");
    let local = LocalSite::read(out, files.iter().copied());
    let bar = bar(context, &host);
    let advance = |progress: Progress| {
        bar.set_length(progress.total);
        bar.set_position(progress.sent);
    };
    let options = DeliveryOptions {
        dry,
        progress: Some(&advance),
        ..DeliveryOptions::of(LockOwner::here(&context.root))
    };
    let sent = local.and_then(|local| {
        let password = std::env::var(hosts::PASSWORD).ok();
        let first = deliver(&local, &*hosts::named(target, password)?, &options);
        match first {
            Err(CourierError::Host(HostError::NotLetIn { .. })) => {
                let Some(password) = asked(context, target) else {
                    return first;
                };
                deliver(&local, &*hosts::named(target, Some(password))?, &options)
            }
            first => first,
        }
    });
    bar.finish_and_clear();
    match sent {
        Ok(sent) if dry => would_send(context, &sent),
        Ok(sent) => {
            let args = [
                ("host", host),
                ("sent", sent.sent.len().to_string()),
                ("weight", printing::weight(context, sent.bytes)),
                ("spared", sent.spared.to_string()),
                ("deleted", sent.deleted.len().to_string()),
                ("time", printing::duration(context, start.elapsed())),
            ];
            let args = args.each_ref().map(|(name, value)| (*name, &**value));
            complain!("{}", context.say("publish-sent", &args));
            DONE
        }
        Err(error) => {
            let severity = context.messages.text("severity-error").into_owned();
            complain!("{severity} : {}", error.message(&context.messages));
            FAILED
        }
    }
}

/// The password that somebody at the terminal types.
fn asked(context: &Context, target: &PublicationTarget) -> Option<String> {
    if !std::io::stdin().is_terminal() {
        return None;
    }
    let user = target.user.as_deref().unwrap_or_default();
    let host = target.host.as_deref().unwrap_or_default();
    let question = context.say("publish-password", &[("user", user), ("host", host)]);
    let typed = rpassword::prompt_password(format!("{question} ")).ok()?;
    (!typed.is_empty()).then_some(typed)
}

/// Sends the files of a published folder, and says nothing.
#[cfg(feature = "atelier")]
pub(crate) fn delivered(
    root: &Path,
    target: &PublicationTarget,
    out: &Path,
    files: &[(&OutputPath, SendRank)],
    password: Option<String>,
) -> Result<Delivered, CourierError> {
    let local = LocalSite::read(out, files.iter().copied())?;
    let host = hosts::named(target, password)?;
    deliver(&local, &*host, &DeliveryOptions::of(LockOwner::here(root)))
}

/// Lists what would be sent and deleted.
fn would_send(context: &Context, sent: &Delivered) -> u8 {
    for path in &sent.sent {
        tell!("> {path}");
    }
    for path in &sent.deleted {
        tell!("- {path}");
    }
    let args = [
        ("sent", sent.sent.len().to_string()),
        ("weight", printing::weight(context, sent.bytes)),
        ("deleted", sent.deleted.len().to_string()),
    ];
    let args = args.each_ref().map(|(name, value)| (*name, &**value));
    complain!("{}", context.say("publish-would-send", &args));
    DONE
}

/// A bar on a terminal; nothing in a log.
fn bar(context: &Context, host: &str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let said = [
        ("host", host),
        ("sent", "{bytes}"),
        ("total", "{total_bytes}"),
    ];
    let template = format!("{{bar:40}} {}", context.say("publish-sending", &said));
    let style = ProgressStyle::with_template(&template);
    style.map_or_else(
        |_| ProgressBar::hidden(),
        |style| ProgressBar::new(0).with_style(style),
    )
}
