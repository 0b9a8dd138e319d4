//! `undefined-acronym`: an abbreviation in capitals that neither the page nor the glossary spells out. Whoever meets it for
//! the first time is left alone with it, on paper most of all.

use crate::diagnostics::{Code, Diagnostic};
use crate::site::{PageId, Site};

const KNOWN: &str = include_str!("words/known.txt");

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let glossary = site.glossary(document.language);
    let text = document.text();
    for (word, span) in &document.prose().capitals {
        let defined = glossary.is_some_and(|glossary| {
            let mut terms = glossary.entries.iter().map(|(term, _)| term);
            terms.any(|term| term.to_uppercase() == *word)
        });
        if defined || is_other(word) || is_spelled_out(word, text) {
            continue;
        }
        let diagnostic = Diagnostic::new(Code::UndefinedAcronym, document.place(span));
        found.push(diagnostic.with("acronym", word));
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

/// Whether the text explains the abbreviation where it uses it: `caisse d’allocations familiales (CAF)`, or `CAF (caisse…)`.
fn is_spelled_out(word: &str, text: &str) -> bool {
    // Brackets that hold more hold a sentence of their own.
    const LONGEST: usize = 60;
    text.match_indices(word).any(|(at, _)| {
        let after = &text[at + word.len()..];
        let before = &text[..at];
        let open = before.rfind(['(', ')', '\n']);
        let in_brackets = open.is_some_and(|open| {
            before[open..].starts_with('(')
                && before.len() - open < LONGEST
                && after
                    .find([')', '\n'])
                    .is_some_and(|close| after[close..].starts_with(')'))
        });
        let after = after.trim_start_matches(['*', '_', ' ', '\u{a0}']);
        in_brackets || after.starts_with('(')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_abbreviation_is_spelled_out_beside_brackets_or_in_them() {
        for text in [
            "la caisse (CAF) verse",
            "la CAF (caisse d’allocations familiales) verse",
            "la **CAF** (caisse) verse",
            "le centre communal (CCAS ou CAF) aide",
        ] {
            assert!(is_spelled_out("CAF", text), "{text}");
        }
        for text in [
            "la CAF verse",
            "(voir plus bas) la CAF verse (parfois)",
            "(la\nCAF verse)",
        ] {
            assert!(!is_spelled_out("CAF", text), "{text}");
        }
    }
}
