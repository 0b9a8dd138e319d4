//! What is said of a command line that is not understood.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{DONE, USAGE};
use guichet::catalogue::Catalogue;

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
