//! `footnote`: a note that is called and not written, or written and not called, is lost to readers.

use crate::diagnostics::{Code, Diagnostic};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    for text in document.texts() {
        for (label, span) in &text.facts.loose_notes {
            found.push(Diagnostic::new(Code::Footnote, text.place(span)).with("label", label));
        }
    }
}
