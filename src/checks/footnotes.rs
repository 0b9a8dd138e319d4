//! `footnote`: a note that is called and not written, or written and not called, is lost to readers.

use crate::diagnostics::{Code, Diagnostic};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    for (label, span) in &document.facts.loose_notes {
        found.push(Diagnostic::new(Code::Footnote, document.place(span)).with("label", label));
    }
}
