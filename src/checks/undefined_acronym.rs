//! `undefined-acronym`: an abbreviation in capitals that neither the page nor the glossary spells out. Whoever meets it for
//! the first time is left alone with it, on paper most of all.

use std::collections::HashSet;
use std::ops::Range;

use crate::diagnostics::{Code, Diagnostic, Location, floor_char_boundary};
use crate::document::Text;
use crate::language::Language;
use crate::markdown::Prose;
use crate::model::WrittenFile;
use crate::site::{PageId, Site};

const KNOWN: &str = include_str!("words/known.txt");

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let texts: Vec<Text<'_>> = document.texts().collect();
    let read = || {
        texts
            .iter()
            .flat_map(|text| [text.front_matter(), text.markdown()])
    };
    let mut told: HashSet<&str> = HashSet::new();
    for text in &texts {
        let unknown = unknown(site, document.language, text.prose(), read());
        let unknown = unknown.filter(|(_, span)| !is_number(text.file_text(), span));
        for (word, span) in unknown.filter(|(word, _)| told.insert(word)) {
            found.push(diagnostic(word, text.file_place(span.clone())));
        }
    }
}

/// The same for a file that is no page.
pub(super) fn check_file(site: &Site, file: &WrittenFile, found: &mut Vec<Diagnostic>) {
    for language in file.languages() {
        let prose = file.prose(language);
        let text = &*file.file.text;
        let unknown = unknown(site, language, &prose, std::iter::once(text));
        let unknown = unknown.filter(|(_, span)| !is_number(text, span));
        found.extend(unknown.map(|(word, span)| diagnostic(word, file.place(span))));
    }
}

fn diagnostic(word: &str, place: Location) -> Diagnostic {
    Diagnostic::new(Code::UndefinedAcronym, place).with("acronym", word)
}

/// The abbreviations of a text that neither the glossary of its language nor what is read with it explains, each with its place.
fn unknown<'p>(
    site: &Site,
    language: Language,
    prose: &'p Prose,
    read: impl Iterator<Item = &'p str>,
) -> impl Iterator<Item = (&'p str, &'p Range<usize>)> {
    let glossary = site.glossary(language);
    let is_term = |word: &str| glossary.is_some_and(|glossary| glossary.has_capitals(word));
    let capitals = prose
        .capitals
        .iter()
        .map(|(word, span)| (word.as_str(), span));
    let unknown = capitals.filter(|(word, _)| !is_term(word) && !is_other(word));
    let unknown: Vec<_> = unknown.collect();
    let mut words: HashSet<&str> = unknown.iter().map(|(word, _)| *word).collect();
    for text in read {
        if words.is_empty() {
            break;
        }
        let explained = spelled_out(&words, text);
        words.retain(|word| !explained.contains(word));
    }
    unknown
        .into_iter()
        .filter(move |(word, _)| words.contains(word))
}

/// Whether the capitals are no abbreviation, or one that everyone knows: numbers of kings, postal words, letters with digits.
fn is_other(word: &str) -> bool {
    // Longer than any abbreviation in use: a word in capitals.
    const LONGEST: usize = 9;
    let is_roman = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let is_postal = matches!(word, "BP" | "CS" | "CEDEX" | "TSA");
    is_roman
        || is_postal
        || word.chars().any(|c| c.is_ascii_digit())
        || word.chars().count() > LONGEST
        || KNOWN.lines().any(|known| known == word)
}

/// Whether capitals at these bytes of a file are part of a number: `formulaire n° P0 PL`, `n°BOI-REC-PART`.
fn is_number(text: &str, span: &Range<usize>) -> bool {
    const LONGEST: usize = 30;
    let start = floor_char_boundary(text, span.start.saturating_sub(LONGEST));
    let before = text.get(start..span.start).unwrap_or_default();
    let between = before.rfind('°').map(|at| &before[at..]);
    between.is_some_and(|between| {
        !between.contains(|c: char| c.is_lowercase() || ".,;:()".contains(c))
    })
}

/// Of these words, those that the text explains where it uses them: `caisse d’allocations familiales (CAF)`, or `CAF (caisse…)`. The
/// text is gone through once, however many they are.
fn spelled_out<'t>(words: &HashSet<&str>, text: &'t str) -> HashSet<&'t str> {
    let runs = text.split(|c: char| !c.is_alphanumeric());
    let used = runs.filter(|run| words.contains(run));
    used.filter(|word| is_beside_brackets(word, text)).collect()
}

/// Whether a word, which is a part of the text, stands in brackets or before some.
fn is_beside_brackets(word: &str, text: &str) -> bool {
    // Brackets that hold more hold a sentence of their own.
    const LONGEST: usize = 60;
    let at = word.as_ptr() as usize - text.as_ptr() as usize;
    let end = at + word.len();
    let before = &text[floor_char_boundary(text, at.saturating_sub(LONGEST))..at];
    let after = &text[end..floor_char_boundary(text, end + LONGEST)];
    let opens = before.rfind(['(', ')', '\n']);
    let closes = after.find([')', '\n']);
    let in_brackets = opens.is_some_and(|at| before[at..].starts_with('('))
        && closes.is_some_and(|at| after[at..].starts_with(')'));
    let after = after.trim_start_matches(['*', '_', ' ', '\u{a0}']);
    in_brackets || after.starts_with('(')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_after_the_sign_of_a_number_are_part_of_it() {
        let number = |text: &str, word: &str| {
            let at = text.find(word).unwrap();
            is_number(text, &(at..at + word.len()))
        };
        assert!(number("formulaire n° P0 PL micro-entrepreneur", "PL"));
        assert!(number("Bofip n°BOI-REC-PART", "PART"));
        assert!(!number("formulaire n° 12100, CAF", "CAF"));
        assert!(!number("n° 12100 de la CAF", "CAF"));
        assert!(!number("la CAF", "CAF"));
    }

    #[test]
    fn an_abbreviation_is_spelled_out_beside_brackets_or_in_them() {
        let words = HashSet::from(["CAF"]);
        for text in [
            "la caisse (CAF) verse",
            "la CAF (caisse d’allocations familiales) verse",
            "la **CAF** (caisse) verse",
            "le centre communal (CCAS ou CAF) aide",
        ] {
            assert!(spelled_out(&words, text).contains("CAF"), "{text}");
        }
        for text in [
            "la CAF verse",
            "(voir plus bas) la CAF verse (parfois)",
            "(la\nCAF verse)",
        ] {
            assert!(spelled_out(&words, text).is_empty(), "{text}");
        }
    }
}
