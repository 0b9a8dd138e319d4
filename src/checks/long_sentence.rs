//! `long-sentence`: a sentence whose beginning is forgotten before it ends. French and English guides to
//! plain language ask for 15 to 20 words (ISO 24495-1 asks for short sentences without a figure); only
//! sentences far beyond that are reported.

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::markdown::{LONG_SENTENCE, Prose};
use crate::model::WrittenFile;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    for text in site.page(id).document.texts() {
        let long = text.prose().long_sentences.iter();
        found.extend(long.map(|(span, words)| diagnostic(text.file_place(span.clone()), *words)));
    }
}

/// Checks a file that is not a page.
pub(super) fn check_file(_: &Site, file: &WrittenFile, found: &mut Vec<Diagnostic>) {
    for language in file.languages() {
        let prose = Prose::of_file(file, language);
        let long = prose.long_sentences.iter();
        found.extend(long.map(|(span, words)| diagnostic(file.place(span), *words)));
    }
}

fn diagnostic(place: Location, words: usize) -> Diagnostic {
    Diagnostic::new(Code::LongSentence, place)
        .with("words", words.to_string())
        .with("limit", LONG_SENTENCE.to_string())
}
