//! What a command says of a site: its diagnostics, then a few quiet lines.

use std::io::{IsTerminal as _, Write as _};
use std::time::Duration;

use clap::{Arg, ArgAction, ArgMatches};

use super::choice::Choice;
use super::grammar::Grammar;
use super::{Context, due};
use guichet::build::Report;
use guichet::diagnostics::{self, Code, Diagnostic, Format, Reach, Severity};

/// How the findings of a command are printed.
#[derive(Clone, Copy)]
pub(super) struct PrintForm {
    /// What is wrong with a site.
    pub diagnostics: fn() -> Format,
    /// What is to be reviewed next.
    pub reviews: due::PrintReviews,
}

/// Every form, by its name.
pub(super) const FORMS: Choice<PrintForm> = Choice {
    name: "format",
    help: "help-format",
    first: (
        "text",
        PrintForm {
            diagnostics: for_people,
            reviews: due::list,
        },
    ),
    others: &[
        (
            "json",
            PrintForm {
                diagnostics: || Format::Json,
                reviews: due::list_as_json,
            },
        ),
        (
            "sarif",
            PrintForm {
                diagnostics: || Format::Sarif,
                reviews: due::list,
            },
        ),
        (
            "github",
            PrintForm {
                diagnostics: || Format::Github,
                reviews: due::list,
            },
        ),
        (
            "gitlab",
            PrintForm {
                diagnostics: || Format::Gitlab,
                reviews: due::list,
            },
        ),
    ],
};

/// A text in colours where these can be seen.
fn for_people() -> Format {
    Format::Text { colour: colour() }
}

/// `--all` and `--rule`: which diagnostics are printed.
pub(super) fn reach_arguments(grammar: &Grammar<'_>) -> [Arg; 2] {
    let rule = grammar.option("rule", "RULE", "help-rule");
    let rule = rule.action(ArgAction::Append).value_delimiter(',');
    [
        grammar.flag("all", "help-all"),
        rule.value_parser(|name: &str| Code::parse(name).ok_or("RULE")),
    ]
}

/// Which diagnostics `--all` and `--rule` ask for.
pub(super) fn reach(arguments: &ArgMatches) -> Reach {
    match arguments.get_many::<Code>("rule") {
        Some(rules) => Reach::Rules(rules.copied().collect()),
        None if arguments.get_flag("all") => Reach::All,
        None => Reach::Few,
    }
}

/// Prints diagnostics in the form that `--format` asks for.
pub(super) fn in_form(context: &Context, report: &Report, arguments: &ArgMatches) {
    let format = (FORMS.of(arguments).diagnostics)();
    print(context, &report.diagnostics, format, &reach(arguments));
}

/// Prints diagnostics for people.
pub(super) fn diagnostics(context: &Context, all: &[(Severity, Diagnostic)], reach: &Reach) {
    print(context, all, for_people(), reach);
}

/// Prints diagnostics: for people on standard error, for machines on standard output.
fn print(context: &Context, all: &[(Severity, Diagnostic)], format: Format, reach: &Reach) {
    let all: Vec<_> = all
        .iter()
        .map(|(severity, diagnostic)| (*severity, diagnostic))
        .collect();
    let text = diagnostics::print(&all, &context.messages, format, reach);
    // A reader that closed the pipe has read enough.
    let _ = match format {
        Format::Text { .. } => std::io::stderr().write_all(text.as_bytes()),
        _ => std::io::stdout().write_all(text.as_bytes()),
    };
}

/// Whether to use colours: only in a terminal, unless `NO_COLOR` is set (no-color.org).
fn colour() -> bool {
    std::io::stderr().is_terminal()
        && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}

/// The line that says how many errors and warnings there are.
pub(super) fn count(context: &Context, report: &Report) {
    let all: Vec<_> = report
        .diagnostics
        .iter()
        .map(|(severity, diagnostic)| (*severity, diagnostic))
        .collect();
    match diagnostics::summary(&all, &context.messages) {
        Some(summary) => complain!("{summary}"),
        None => complain!("{}", context.say("nothing-wrong", &[])),
    }
}

/// The line that names the heaviest page.
pub(super) fn heaviest(context: &Context, report: &Report) {
    if let Some(weight) = &report.heaviest {
        let kilobytes = format!("{:.1}", weight.bytes as f64 / 1000.0);
        let kilobytes = kilobytes.replace('.', &context.say("decimal-separator", &[]));
        complain!(
            "{}",
            context.say(
                "summary-heaviest",
                &[("page", weight.path.as_str()), ("weight", &kilobytes)]
            )
        );
    }
}

/// `2,4 Mo`, or `35 ko` below a million bytes.
pub(super) fn weight(context: &Context, bytes: u64) -> String {
    if bytes < 1_000_000 {
        return context.say("kilobytes", &[("count", &bytes.div_ceil(1000).to_string())]);
    }
    let millions = format!("{:.1}", bytes as f64 / 1e6);
    let millions = millions.replace('.', &context.say("decimal-separator", &[]));
    context.say("megabytes", &[("count", &millions)])
}

/// Seconds with two decimals, or milliseconds below one second.
pub(super) fn duration(context: &Context, time: Duration) -> String {
    if time < Duration::from_secs(1) {
        format!("{}\u{a0}ms", time.as_millis())
    } else {
        let seconds = format!("{:.2}", time.as_secs_f64());
        let seconds = seconds.replace('.', &context.say("decimal-separator", &[]));
        format!("{seconds}\u{a0}s")
    }
}
