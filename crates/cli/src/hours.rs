//! `guichet hours TEXT…`: what guichet understands of opening hours, in words as its pages say them and in the OSM syntax.

use clap::ArgMatches;
use serde_json::json;

use super::{Context, DONE, FAILED, report};
use guichet::diagnostics::{Location, Reach, Severity};
use guichet::language::Language;
use guichet::model::values::{Hours, unread_hours};
use guichet::outputs::words::Words;
use guichet::theme::Theme;

pub(super) fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let languages = [Language::french(), Language::english()];
    let (theme, _) = Theme::load(&context.root, None, &languages);
    let as_json = arguments.get_one::<String>("format").map(String::as_str) == Some("json");
    let texts = arguments.get_many::<String>("hours").into_iter().flatten();
    let mut status = DONE;
    for text in texts {
        let read = Hours::read(text);
        if read.is_err() {
            status = FAILED;
        }
        if as_json {
            tell!("{}", line(text, read.as_ref().ok(), &theme));
            continue;
        }
        match read {
            Ok(hours) => tell_hours(context, &hours, &theme),
            Err(unread) => {
                let diagnostic = unread_hours(text, &unread, Location::Site);
                report::list(
                    context,
                    &[(Severity::Error, diagnostic)],
                    "text",
                    &Reach::Few,
                );
            }
        }
    }
    status
}

fn tell_hours(context: &Context, hours: &Hours, theme: &Theme) {
    let written = [("hours", hours.written.as_str())];
    let words = Words::of(theme, context.messages.language());
    match words.hours_in_words(hours) {
        Some(lines) => {
            for line in lines {
                tell!("{line}");
            }
            tell!("{}", context.say("hours-written", &written));
        }
        None => tell!("{}", context.say("hours-without-words", &written)),
    }
}

/// One line of JSON: what was given, and what it is in the OSM syntax and in words, `null` where it is not understood or has none.
fn line(given: &str, hours: Option<&Hours>, theme: &Theme) -> String {
    let words = |language: Language| {
        let words = Words::of(theme, language);
        hours.and_then(|hours| words.hours_in_words(hours))
    };
    json!({
        "given": given,
        "hours": hours.map(|hours| hours.written.as_str()),
        "in_words": hours.is_some_and(|hours| hours.in_words.is_some()),
        "fr": words(Language::french()),
        "en": words(Language::english()),
    })
    .to_string()
}
