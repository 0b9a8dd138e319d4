//! `undefined-acronym`: an abbreviation in capitals that neither the page nor the glossary spells out. Whoever meets it for
//! the first time is left alone with it, on paper most of all.

use std::collections::HashSet;

use crate::diagnostics::{Code, Diagnostic, floor_char_boundary};
use crate::site::{PageId, Site};

const KNOWN: &str = include_str!("words/known.txt");

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let glossary = site.glossary(document.language);
    let is_term = |word: &str| glossary.is_some_and(|glossary| glossary.has_capitals(word));
    let text = document.text();
    let capitals = &document.prose().capitals;
    let unknown = capitals
        .iter()
        .filter(|(word, _)| !is_term(word) && !is_other(word));
    let unknown: Vec<_> = unknown.collect();
    let words: HashSet<&str> = unknown.iter().map(|(word, _)| word.as_str()).collect();
    let spelled_out = spelled_out(&words, text);
    for (word, span) in unknown {
        if !spelled_out.contains(word.as_str()) {
            let diagnostic = Diagnostic::new(Code::UndefinedAcronym, document.place(span));
            found.push(diagnostic.with("acronym", word));
        }
    }
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
