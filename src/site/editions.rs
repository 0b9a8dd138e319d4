//! The pages about the editions of sheets, and the letters of their codes.

use super::outputs::OutputList;
use super::sections::{part_path, parts};
use super::{Output, OutputPath, Site, number};
use crate::language::Language;

/// Letters and digits that nobody confuses on a bad photocopy or read aloud: at most one of each such pair (0
/// O, 1 I L, 2 Z, 5 S, 6 G, 8 B, M N, U V). There are 23, a prime number, so that the check character detects
/// every single mistake and every swap of two neighbours.
pub const EDITION_LETTERS: &[u8; 23] = b"2346789ACDEFHJKMPRTUWXY";

/// The characters of codes, in order.
pub fn edition_letters() -> impl Iterator<Item = char> {
    EDITION_LETTERS.iter().copied().map(char::from)
}

impl Site {
    /// A part of the list of all editions, `editions.html`.
    pub fn editions_path(&self, language: Language, part: usize) -> OutputPath {
        part_path(&self.named_path(language, "address-editions"), part)
    }

    /// The page that tells which editions hold whose code begins with this character: `editions/k.html`.
    pub fn answers_path(&self, language: Language, letter: char) -> OutputPath {
        let list = self.named_path(language, "address-editions");
        let folder = list.as_str().trim_end_matches(".html");
        let path = format!("{folder}/{}.html", letter.to_ascii_lowercase());
        OutputPath::new(path).unwrap_or(list)
    }

    pub(super) fn list_editions(&self, language: Language, list: &mut OutputList) {
        let sheets = self.sheet_pages(language);
        for part in 0..parts(sheets) {
            let path = self.editions_path(language, part);
            list.add(path, Output::Editions(language, number(part)));
        }
        for letter in edition_letters() {
            let path = self.answers_path(language, letter);
            list.add(path, Output::EditionAnswers(language, letter));
        }
    }
}
