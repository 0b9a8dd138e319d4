//! `footnote`: a footnote without a text or without a reference is lost to readers; of two with the same
//! name, one is.

use crate::diagnostics::{Code, Diagnostic};
use crate::markdown::MarkKind;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    for text in document.texts() {
        for (label, span) in &text.facts.loose_notes {
            let diagnostic = Diagnostic::new(Code::Footnote, text.place(span));
            found.push(diagnostic.with("label", label).with("case", "lacks"));
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
            found.push(diagnostic.help(help));
        }
    }
}
