//! `undefined-acronym`: an abbreviation in capitals that neither the page nor the glossary spells out.
//! Readers who do not know it are stuck, most of all on paper.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::diagnostics::{Code, Diagnostic, Location, floor_char_boundary};
use crate::document::Text;
use crate::language::Language;
use crate::markdown::Prose;
use crate::model::WrittenFile;
use crate::site::{PageId, Site};

/// Abbreviations that everyone knows.
static KNOWN: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("words/known.txt").lines().collect());

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
        let unknown = unknown.filter(|(_, span)| !is_no_word(text.file_text(), span));
        for (word, span) in unknown.filter(|(word, _)| told.insert(word)) {
            found.push(diagnostic(word, text.file_place(span.clone())));
        }
    }
}

/// Checks a file that is not a page.
pub(super) fn check_file(site: &Site, file: &WrittenFile, found: &mut Vec<Diagnostic>) {
    for language in file.languages() {
        let prose = Prose::of_file(file, language);
        let text = &*file.file.text;
        let unknown = unknown(site, language, &prose, std::iter::once(text));
        let unknown = unknown.filter(|(_, span)| !is_no_word(text, span));
        found.extend(unknown.map(|(word, span)| diagnostic(word, file.place(span))));
    }
}

fn diagnostic(word: &str, place: Location) -> Diagnostic {
    Diagnostic::new(Code::UndefinedAcronym, place).with("acronym", word)
}

/// The abbreviations of a text that neither the glossary of its language nor the text read with it explains,
/// each with its position.
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

/// The most letters of an abbreviation: what has more is a word in capitals.
const LONGEST: usize = 9;

/// Whether the capitals are not an abbreviation, or one that everybody knows: regnal numbers, postal words,
/// letters with digits.
fn is_other(word: &str) -> bool {
    let is_roman = word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let is_postal = matches!(word, "BP" | "CS" | "CEDEX" | "TSA");
    is_roman
        || is_postal
        || word.chars().any(|c| c.is_ascii_digit())
        || word.chars().count() > LONGEST
        || KNOWN.contains(word)
}

/// Whether capitals at these bytes of a file are part of a number, of a name or of a line in capitals.
fn is_no_word(text: &str, span: &Range<usize>) -> bool {
    is_number(text, span)
        || is_part_of_a_word(text, span)
        || is_place(text, span)
        || is_shouted(text, span)
        || is_surname(text, span)
}

/// Whether capitals are a part of a word that is too long for an abbreviation: `RENDEZ-VOUS`.
fn is_part_of_a_word(text: &str, span: &Range<usize>) -> bool {
    let is_inside = |c: char| c.is_uppercase() || c == '-';
    let before = text.get(..span.start).unwrap_or_default();
    let before = before.len() - before.trim_end_matches(is_inside).len();
    let after = text.get(span.end..).unwrap_or_default();
    let after = after.len() - after.trim_start_matches(is_inside).len();
    let whole = text.get(span.start - before..span.end + after);
    whole.is_some_and(|whole| whole.chars().filter(|c| *c != '-').count() > LONGEST)
}

/// Whether capitals are a town after its postcode: `00000 SAINT-AUBIN`.
fn is_place(text: &str, span: &Range<usize>) -> bool {
    const LONGEST: usize = 50;
    let start = floor_char_boundary(text, span.start.saturating_sub(LONGEST));
    let before = text.get(start..span.start).unwrap_or_default();
    let name = before.trim_end_matches(|c: char| c.is_uppercase() || " -'’".contains(c));
    let digits = name.len() - name.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    digits == 5 && name.len() < before.len()
}

/// The line of these bytes, as far as a person would look.
fn line<'t>(text: &'t str, span: &Range<usize>) -> Option<(&'t str, &'t str)> {
    const FARTHEST: usize = 200;
    let start = floor_char_boundary(text, span.start.saturating_sub(FARTHEST));
    let end = floor_char_boundary(text, span.end.saturating_add(FARTHEST));
    let before = text.get(start..span.start)?.rsplit('\n').next()?;
    let after = text.get(span.end..end)?.split('\n').next()?;
    Some((before, after))
}

/// Whether a word is long, pronounceable, and without the consonant clusters of abbreviations.
fn is_pronounced(word: &str) -> bool {
    let is_vowel = |c: char| "AEIOUYÀÂÉÈÊËÎÏÔÖÙÛÜ".contains(c);
    let longest = word.split(is_vowel).map(|run| run.chars().count()).max();
    word.chars().count() > 4
        && word.chars().filter(|c| is_vowel(*c)).count() > 1
        && longest.is_some_and(|longest| longest < 3)
}

/// Whether capitals are one word of a line without lower-case letters: `À 18 HEURES`.
fn is_shouted(text: &str, span: &Range<usize>) -> bool {
    let word = text.get(span.clone()).unwrap_or_default();
    let is_said = |(before, after): (&str, &str)| {
        let around = || before.chars().chain(after.chars());
        around().any(char::is_alphanumeric)
            && !around().any(|c| c.is_lowercase() || matches!(c, ',' | '|' | ';' | '('))
    };
    is_pronounced(word) && line(text, span).is_some_and(is_said)
}

/// Whether capitals are a person's name, after a title or after a lone first name on the line: `Mme ROUX`,
/// `Hélène VASSEUR`.
fn is_surname(text: &str, span: &Range<usize>) -> bool {
    const TITLES: &[&str] = &[
        "M.", "Mme", "Mlle", "MM.", "Mmes", "Monsieur", "Madame", "Maître", "Me", "Dr", "Docteur",
    ];
    let word = text.get(span.clone()).unwrap_or_default();
    let Some((before, after)) = line(text, span) else {
        return false;
    };
    let before = before.trim_start_matches([' ', '\t', '*', '_', '-', '>', '•']);
    let first = before.trim_end();
    let title = first
        .rsplit(|c: char| !c.is_alphanumeric() && c != '.')
        .next();
    if title.is_some_and(|title| TITLES.contains(&title)) {
        return true;
    }
    let is_name = first.starts_with(char::is_uppercase)
        && first.chars().skip(1).any(char::is_lowercase)
        && first.chars().all(|c| c.is_alphabetic() || c == '-');
    let is_last = after
        .trim_matches(['*', '_', ' ', '\\', '.', '\r'])
        .is_empty()
        || after.starts_with(',');
    is_pronounced(word) && is_name && is_last
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

/// Those of these words that the text explains where it uses them: `caisse d’allocations familiales (CAF)`,
/// or `CAF (caisse…)`. Reads the text once, however many words there are.
fn spelled_out<'t>(words: &HashSet<&str>, text: &'t str) -> HashSet<&'t str> {
    let runs = text.split(|c: char| !c.is_alphanumeric());
    let used = runs.filter(|run| words.contains(run));
    used.filter(|word| is_beside_brackets(word, text)).collect()
}

/// Whether a word, which is a part of the text, is in brackets or before some.
fn is_beside_brackets(word: &str, text: &str) -> bool {
    // Brackets with more text contain a sentence of their own.
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
    fn names_and_lines_in_capitals_are_no_abbreviations() {
        let is_none = |text: &str, word: &str| {
            let at = text.find(word).unwrap();
            is_no_word(text, &(at..at + word.len()))
        };
        assert!(is_none("Lieu\n00000 SAINT-AUBIN", "AUBIN"));
        assert!(is_none("A 18 HEURES\nsuite", "HEURES"));
        assert!(is_none("Le maire\n    Hélène VASSEUR", "VASSEUR"));
        assert!(is_none("**Hélène VASSEUR**", "VASSEUR"));
        assert!(is_none("Hélène VASSEUR, adjointe", "VASSEUR"));
        assert!(is_none("avec Mme ROUX et la CAF", "ROUX"));
        assert!(is_none("(M.ROUX, de la CAF)", "ROUX"));
        assert!(is_none("Prenez RENDEZ-VOUS à l’accueil", "RENDEZ"));
        assert!(is_none("Prenez RENDEZ-VOUS à l’accueil", "VOUS"));
        assert!(!is_none("la CAF-MSA du lieu", "MSA"));
        assert!(!is_none("avec Mme ROUX et la CAF", "CAF"));
        assert!(!is_none("en HLM. CAF et MSA", "CAF"));
        assert!(!is_none("Permanence CIDFF", "CIDFF"));
        assert!(!is_none("Allez au CERFA", "CERFA"));
        assert!(!is_none("CAF, ANPAA, MSA", "ANPAA"));
        assert!(!is_none("le 75 000 AGEFIPH", "AGEFIPH"));
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
