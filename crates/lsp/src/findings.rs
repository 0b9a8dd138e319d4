//! What is wrong with a file, as a program shows it.

use std::sync::Arc;

use guichet::diagnostics::{Diagnostic, Location, Severity, TextFile};
use tower_lsp_server::ls_types::{
    Diagnostic as ShownDiagnostic, DiagnosticSeverity, NumberOrString, Range as LineRange,
};

use crate::typed::TypedText;
use crate::workspace::ClientSettings;

/// The name of the program beside each message.
const SOURCE: &str = "guichet";

/// The diagnostics of one file, which may be open with this text.
pub(crate) fn shown(
    found: &[(Severity, Diagnostic)],
    open: Option<&TypedText>,
    client: &ClientSettings,
) -> Vec<ShownDiagnostic> {
    let mut texts = ReadTexts { open, read: None };
    let shown = found
        .iter()
        .map(|(severity, found)| one(*severity, found, &mut texts, client));
    shown.collect()
}

/// The texts into which the diagnostics of a file point: the one that is open or, most often, one that was read.
struct ReadTexts<'t> {
    open: Option<&'t TypedText>,
    read: Option<(Arc<TextFile>, TypedText)>,
}

impl ReadTexts<'_> {
    fn of(&mut self, file: &Arc<TextFile>) -> &TypedText {
        if let Some(open) = self.open.filter(|open| open.read() == &*file.text) {
            return open;
        }
        let known = self.read.take().filter(|(read, _)| read.text == file.text);
        let new = || (Arc::clone(file), TypedText::new(file.text.to_string()));
        &self.read.insert(known.unwrap_or_else(new)).1
    }
}

fn one(
    severity: Severity,
    found: &Diagnostic,
    texts: &mut ReadTexts<'_>,
    client: &ClientSettings,
) -> ShownDiagnostic {
    let range = match &found.location {
        Location::Place(place) => texts.of(&place.file).range(&place.span, client.units),
        _ => LineRange::default(),
    };
    let message = found.message(&client.words);
    ShownDiagnostic {
        range,
        severity: Some(match severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning | Severity::Off => DiagnosticSeverity::WARNING,
        }),
        code: Some(NumberOrString::String(found.code.name().to_owned())),
        source: Some(SOURCE.to_owned()),
        message: match found.help_line(&client.words) {
            Some(help) => format!("{message}\n{help}"),
            None => message,
        },
        ..ShownDiagnostic::default()
    }
}
