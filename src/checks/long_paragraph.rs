//! `long-paragraph`: a block of text that fills a telephone's screen, and in which no eye finds its place again.

use crate::diagnostics::{Code, Diagnostic};
use crate::markdown::LONG_PARAGRAPH;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    for (span, words) in &document.prose().long_paragraphs {
        found.push(
            Diagnostic::new(Code::LongParagraph, document.place(span))
                .with("words", words.to_string())
                .with("limit", LONG_PARAGRAPH.to_string()),
        );
    }
}
