//! `footnote`: a footnote without a text or without a reference is lost to readers; of two with the same
//! name, one is.

use super::offers::written;
use crate::diagnostics::{Code, Diagnostic, Edit};
use crate::markdown::MarkKind;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    for text in document.texts() {
        for (label, span) in &text.facts.loose_notes {
            let diagnostic = Diagnostic::new(Code::Footnote, text.place(span));
            let diagnostic = diagnostic.with("label", label).with("case", "lacks");
            found.push(without_mark(diagnostic));
        }
        for mark in text.marks() {
            let (case, help) = match mark.kind {
                MarkKind::UnwrittenNote => ("lacks", "help"),
                MarkKind::EmptyNote => ("lacks", "help-empty"),
                MarkKind::TwiceNote => ("twice", "help-twice"),
                _ => continue,
            };
            let typed = &text.typed()[mark.span.clone()];
            let label = typed.trim_start_matches("[^").split(']').next();
            let diagnostic = Diagnostic::new(Code::Footnote, text.typed_place(&mark.span))
                .with("label", label.unwrap_or_default())
                .with("case", case);
            found.push(match mark.kind {
                MarkKind::UnwrittenNote => without_mark(diagnostic),
                _ => diagnostic.help(help),
            });
        }
    }
}

/// Offers to remove the mark of a note that lacks its other half; what is written of the note stays.
fn without_mark(diagnostic: Diagnostic) -> Diagnostic {
    let Some((typed, place)) = written(&diagnostic) else {
        return diagnostic;
    };
    let Some(end) = typed.find(']').filter(|_| typed.starts_with("[^")) else {
        return diagnostic;
    };
    let rest = &typed[end + 1..];
    let (message, length) = match rest.strip_prefix(':') {
        Some(text) => (
            "mend-note-as-text",
            end + 2 + text.len() - text.trim_start().len(),
        ),
        None => ("mend-remove-note", end + 1),
    };
    let start = place.span.start;
    diagnostic.offer_edits(
        message,
        [Edit {
            span: start..start + length,
            text: String::new(),
        }],
    )
}
