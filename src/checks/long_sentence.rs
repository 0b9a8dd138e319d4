//! `long-sentence`: a sentence that is over before its beginning is remembered. French and English guides to plain language
//! ask for 15 to 20 words (ISO 24495-1 asks for short sentences without a figure); only what is far beyond is told.

use crate::diagnostics::{Code, Diagnostic};
use crate::markdown::LONG_SENTENCE;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    for (span, words) in &document.prose().long_sentences {
        found.push(
            Diagnostic::new(Code::LongSentence, document.place(span))
                .with("words", words.to_string())
                .with("limit", LONG_SENTENCE.to_string()),
        );
    }
}
