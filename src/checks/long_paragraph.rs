//! `long-paragraph`: a block of text that fills a telephone's screen, and in which readers lose their place.

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::markdown::{LONG_PARAGRAPH, Prose};
use crate::model::WrittenFile;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    for text in site.page(id).document.texts() {
        let long = text.prose().long_paragraphs.iter();
        found.extend(long.map(|(span, words)| diagnostic(text.file_place(span.clone()), *words)));
    }
}

/// Checks a file that is not a page.
pub(super) fn check_file(_: &Site, file: &WrittenFile, found: &mut Vec<Diagnostic>) {
    for language in file.languages() {
        let prose = Prose::of_file(file, language);
        let long = prose.long_paragraphs.iter();
        found.extend(long.map(|(span, words)| diagnostic(file.place(span), *words)));
    }
}

fn diagnostic(place: Location, words: usize) -> Diagnostic {
    Diagnostic::new(Code::LongParagraph, place)
        .with("words", words.to_string())
        .with("limit", LONG_PARAGRAPH.to_string())
}
