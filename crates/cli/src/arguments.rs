//! What is said of a command line that is not understood; the schema, completions and manual page.

use std::io::Write as _;
use std::process::ExitCode;

use clap::ArgMatches;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap_complete::Shell;

use super::grammar::command;
use super::{Context, DONE, FAILED, USAGE};
use guichet::catalogue::Catalogue;
use guichet::model::config;
use guichet::model::schema;
use guichet::site::Glossary;

/// Prints what clap found wrong with the command line, in the editor's language.
pub(super) fn explain(error: &clap::Error, messages: &Catalogue) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        // A reader that closed the pipe has read enough.
        let _ = error.print();
        return ExitCode::from(DONE);
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = error.print();
        return ExitCode::from(USAGE);
    }
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let key = match error.kind() {
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-invalid-value",
        ErrorKind::MissingRequiredArgument => "usage-missing-argument",
        ErrorKind::MissingSubcommand => "usage-missing-command",
        _ => {
            let _ = error.print();
            return ExitCode::from(USAGE);
        }
    };
    let subcommand = context(ContextKind::InvalidSubcommand);
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let known = context(ContextKind::ValidValue);
    let key = match key {
        "usage-invalid-value" if known.is_empty() => "usage-unreadable-value",
        key => key,
    };
    let args = [
        ("command", subcommand.into()),
        ("argument", argument.into()),
        ("value", value.into()),
        ("known", known.into()),
    ];
    complain!(
        "{} : {}\n{}",
        messages.text("severity-error"),
        messages.format(key, &args),
        messages.text("usage-hint")
    );
    ExitCode::from(USAGE)
}

/// `guichet schema`.
pub(super) fn schema(_: &Context, arguments: &ArgMatches) -> u8 {
    let schema = match arguments.get_one::<String>("file").map(String::as_str) {
        Some("config") => config::schema(),
        Some("glossary") => Glossary::schema(),
        _ => schema::front_matter(),
    };
    print(format!("{schema:#}\n").as_bytes())
}

/// `guichet completions SHELL`.
pub(super) fn completions(context: &Context, arguments: &ArgMatches) -> u8 {
    let Some(shell) = arguments.get_one::<Shell>("shell") else {
        return USAGE;
    };
    let mut out = Vec::new();
    let mut command = command(&context.messages);
    clap_complete::generate(*shell, &mut command, "guichet", &mut out);
    print(&out)
}

/// `guichet man`.
pub(super) fn man(context: &Context, _: &ArgMatches) -> u8 {
    let mut out = Vec::new();
    let page = clap_mangen::Man::new(command(&context.messages));
    match page.render(&mut out) {
        Ok(()) => print(&out),
        Err(_) => FAILED,
    }
}

/// Writes to standard output; a reader that closes the pipe early is no error.
fn print(bytes: &[u8]) -> u8 {
    let _ = std::io::stdout().write_all(bytes);
    DONE
}
