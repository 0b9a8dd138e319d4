//! What a command says of a site: its diagnostics, then a few quiet lines.

use std::io::{IsTerminal as _, Write as _};
use std::time::Duration;

use clap::ArgMatches;

use super::Context;
use guichet::build::Report;
use guichet::diagnostics::{self, Code, Diagnostic, Format, Reach, Severity};

/// Prints diagnostics: for people on standard error, for machines on standard output.
pub(super) fn diagnostics(context: &Context, report: &Report, arguments: &ArgMatches) {
    let format = arguments.get_one::<String>("format").map(String::as_str);
    let format = format.unwrap_or_default();
    list(context, &report.diagnostics, format, &reach(arguments));
}

/// Which diagnostics `--all` and `--rule` ask for.
pub(super) fn reach(arguments: &ArgMatches) -> Reach {
    match arguments.get_many::<Code>("rule") {
        Some(rules) => Reach::Rules(rules.copied().collect()),
        None if arguments.get_flag("all") => Reach::All,
        None => Reach::Few,
    }
}

/// Prints any diagnostics in the format of this name.
pub(super) fn list(
    context: &Context,
    diagnostics: &[(Severity, Diagnostic)],
    format: &str,
    reach: &Reach,
) {
    let all: Vec<_> = diagnostics
        .iter()
        .map(|(severity, diagnostic)| (*severity, diagnostic))
        .collect();
    let format = match format {
        "json" => Format::Json,
        "sarif" => Format::Sarif,
        "github" => Format::Github,
        "gitlab" => Format::Gitlab,
        _ => Format::Text { colour: colour() },
    };
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
