//! `guichet hours TEXT…`: what guichet understands of opening hours, in words as its pages say them and in the OSM syntax.

use clap::{ArgMatches, Command};
use serde_json::json;

use super::choice::Choice;
use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, FAILED, printing};
use guichet::diagnostics::{Location, Reach, Severity};
use guichet::language::Language;
use guichet::model::hours::words::{UnreadHours, unread_part};
use guichet::model::values::{Hours, unread_hours};
use guichet::outputs::words::Words;
use guichet::theme::{Theme, ThemeChoice};

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "hours",
    grammar,
    run,
};

/// Prints what was given and what it was read as.
type TellHours = fn(&Context, &str, &Result<Hours, UnreadHours>, &Theme);

const FORMS: Choice<TellHours> = Choice {
    name: "format",
    help: "help-hours-format",
    first: ("text", in_words),
    others: &[("json", as_json)],
};

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    let text = grammar.required("hours", "TEXT", "help-hours-text");
    command
        .arg(text.num_args(1..).allow_hyphen_values(true))
        .arg(FORMS.option(grammar))
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let choice = ThemeChoice::in_languages(&[Language::french(), Language::english()]);
    let (theme, _) = Theme::load(&context.root, &choice);
    let tell = FORMS.of(arguments);
    let texts = arguments.get_many::<String>("hours").into_iter().flatten();
    let mut status = DONE;
    for text in texts {
        let read = Hours::read(text);
        if read.is_err() {
            status = FAILED;
        }
        tell(context, text, &read, &theme);
    }
    status
}

fn in_words(context: &Context, given: &str, read: &Result<Hours, UnreadHours>, theme: &Theme) {
    match read {
        Ok(hours) => tell_hours(context, hours, theme),
        Err(unread) => {
            let diagnostic = unread_hours(given, unread, Location::Site);
            let found = [(Severity::Error, diagnostic)];
            printing::diagnostics(context, &found, &Reach::Few);
        }
    }
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

/// One line of JSON: what was given, and what it is in the OSM syntax and in words, `null` where it is not understood or has none; and why it
/// is not understood.
fn as_json(_: &Context, given: &str, read: &Result<Hours, UnreadHours>, theme: &Theme) {
    let hours = read.as_ref().ok();
    let words = |language: Language| {
        let words = Words::of(theme, language);
        hours.and_then(|hours| words.hours_in_words(hours))
    };
    let line = json!({
        "given": given,
        "hours": hours.map(|hours| hours.written.as_str()),
        "in_words": hours.is_some_and(|hours| hours.in_words.is_some()),
        "fr": words(Language::french()),
        "en": words(Language::english()),
        "unread": read.as_ref().err().map(ToString::to_string),
        "unread_part": read.as_ref().err().and_then(|_| unread_part(given)),
    });
    tell!("{line}");
}
