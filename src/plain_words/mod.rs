//! Finds office words with plainer equivalents: guichet's own lists, French and English, and a site's.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::language::Language;
use crate::spelling::is_one_of;

/// Words to look for, each with its replacement. Searching a text takes time proportional to its length,
/// however many words there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Jargon {
    /// The first letters of phrases' first words: most words of a text are skipped by these.
    heads: HashSet<[char; HEAD]>,
    /// Phrases by their first word, as written.
    whole: HashMap<String, Vec<Phrase>>,
    /// Phrases by the first letters of their first word.
    begun: HashMap<String, Vec<Phrase>>,
}

/// One of the forms of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Phrase {
    /// The term of the list that it belongs to.
    term: usize,
    /// In lower case; a star at the end matches any ending.
    words: Vec<String>,
    plain: String,
}

/// A term found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundTerm<'j> {
    /// Its index in the list.
    pub term: usize,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, with an apostrophe that belongs to it.
    pub end: usize,
    /// What to write instead.
    pub plain: &'j str,
}

/// How many letters of a word its head has. A pattern may have fewer before its star.
const HEAD: usize = 2;

static FRENCH: LazyLock<Jargon> = LazyLock::new(|| Jargon::read(include_str!("jargon.fr.txt")));
static ENGLISH: LazyLock<Jargon> = LazyLock::new(|| Jargon::read(include_str!("jargon.en.txt")));

impl Jargon {
    /// The list of a language; `None` for languages without one.
    pub fn of_language(language: Language) -> Option<&'static Self> {
        if language.is_french() {
            Some(&FRENCH)
        } else if language == Language::english() {
            Some(&ENGLISH)
        } else {
            None
        }
    }

    /// A list of lines `form|other form = plainer words`.
    fn read(list: &str) -> Self {
        let lines = list.lines().filter(|line| !line.starts_with('#'));
        let entries = lines.filter_map(|line| line.split_once(" = "));
        Self::new(entries)
    }

    /// A list of terms, with forms separated by `|`, each with plainer words.
    pub fn new<'e>(entries: impl Iterator<Item = (&'e str, &'e str)>) -> Self {
        let mut jargon = Self::default();
        for (term, (forms, plain)) in entries.enumerate() {
            for form in forms.split('|') {
                let words: Vec<String> = words(form).map(|(_, word)| word.to_lowercase()).collect();
                let Some(first) = words.first() else {
                    continue;
                };
                jargon.heads.insert(head(first));
                let phrases = match first.strip_suffix('*') {
                    Some(stem) => jargon
                        .begun
                        .entry(stem.chars().take(LONGEST_STEM).collect()),
                    None => jargon.whole.entry(first.clone()),
                };
                phrases.or_default().push(Phrase {
                    term,
                    plain: plain.trim().to_owned(),
                    words,
                });
            }
        }
        jargon
    }

    /// Every occurrence of each term in a text. If several match, the longest wins: `procéder à` rather than
    /// one of its words.
    pub fn find(&self, text: &str) -> Vec<FoundTerm<'_>> {
        let mut found = Vec::new();
        if self.heads.is_empty() {
            return found;
        }
        let tokens: Vec<(usize, &str)> = words(text).collect();
        let mut lower = String::new();
        for (index, (start, word)) in tokens.iter().enumerate() {
            let head = head(word);
            if !self.heads.contains(&head) && !self.heads.contains(&[head[0], NONE]) {
                continue;
            }
            lower.clear();
            lower.extend(word.chars().flat_map(char::to_lowercase));
            let begun = lower
                .char_indices()
                .map(|(at, c)| at + c.len_utf8())
                .take(LONGEST_STEM)
                .filter_map(|end| self.begun.get(&lower[..end]));
            let phrases = self.whole.get(&lower).into_iter().chain(begun).flatten();
            let fitting = phrases.filter(|phrase| phrase.fits(&tokens[index..]));
            let Some(phrase) = fitting.max_by_key(|phrase| phrase.words.len()) else {
                continue;
            };
            let (last, word) = tokens[index + phrase.words.len() - 1];
            let end = last + word.len();
            // `bénéficier d’une`: the apostrophe belongs to the previous word.
            let elided = text[end..]
                .chars()
                .next()
                .filter(|c| matches!(c, '\'' | '’'));
            found.push(FoundTerm {
                term: phrase.term,
                start: *start,
                end: end + elided.map_or(0, char::len_utf8),
                plain: &phrase.plain,
            });
        }
        found
    }
}

impl Phrase {
    fn fits(&self, tokens: &[(usize, &str)]) -> bool {
        tokens.len() >= self.words.len()
            && self.words.iter().zip(tokens).all(|(pattern, (_, word))| {
                match pattern.strip_suffix('*') {
                    Some(stem) => begins_with(word, stem),
                    None => begins_with(word, pattern) && word.len() == pattern.len(),
                }
            })
    }
}

/// How many letters of a stem are indexed; a phrase compares the rest itself.
const LONGEST_STEM: usize = 40;

/// Padding in the head of a word that is too short.
const NONE: char = ' ';

/// Whether a word begins with these lower-case letters, in any case.
fn begins_with(word: &str, stem: &str) -> bool {
    let mut letters = word.chars().flat_map(char::to_lowercase);
    stem.chars().all(|c| letters.next() == Some(c))
}

/// The letters by which most words are skipped, in lower case.
fn head(word: &str) -> [char; HEAD] {
    let mut head = [NONE; HEAD];
    let letters = word
        .trim_end_matches('*')
        .chars()
        .flat_map(char::to_lowercase);
    for (place, letter) in head.iter_mut().zip(letters) {
        *place = letter;
    }
    head
}

/// Runs of letters and hyphens, each with its position; in a pattern, the star too.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '*');
    text.split(move |c| !inner(c))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// What a site says about words: `jargon:` in its configuration.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OwnWords {
    /// Words that it adds.
    pub jargon: Jargon,
    /// Words of guichet's list that it allows, in lower case.
    pub meant: HashSet<String>,
}

impl OwnWords {
    /// Words with plainer ones, or with `no` if the word is allowed.
    pub fn new(entries: &[(String, String)]) -> Self {
        let (meant, added): (Vec<_>, Vec<_>) =
            entries.iter().partition(|(_, plain)| is_meant(plain));
        Self {
            jargon: Jargon::new(added.into_iter().map(|(word, plain)| (&**word, &**plain))),
            meant: meant.iter().map(|(word, _)| word.to_lowercase()).collect(),
        }
    }
}

/// Whether a list says that a word is allowed.
fn is_meant(plain: &str) -> bool {
    is_one_of(&["no", "non", "false", "faux"], plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(jargon: &Jargon, text: &'t str) -> Vec<&'t str> {
        let found = jargon.find(text).into_iter();
        found.map(|found| &text[found.start..found.end]).collect()
    }

    #[test]
    fn office_words_are_found_in_their_forms() {
        assert_eq!(
            found(&FRENCH, "Nonobstant l’octroi de l’aide, octroyée hier"),
            ["Nonobstant", "octroi", "octroyée"]
        );
        assert_eq!(
            found(&FRENCH, "Procéder à l’examen à compter du 1er"),
            ["Procéder à", "à compter du"]
        );
        assert_eq!(found(&FRENCH, "Il s’acquitte de la taxe"), ["s’acquitte"]);
        assert_eq!(found(&FRENCH, "Procédez autrement, comptez-les"), [""; 0]);
    }

    #[test]
    fn a_stem_may_have_one_letter_or_more_than_any_word() {
        let long = "a".repeat(60);
        let own = OwnWords::new(&[
            ("z*".to_owned(), "autre".to_owned()),
            (format!("{long}b*"), "court".to_owned()),
            ("*".to_owned(), "tout".to_owned()),
        ]);
        let text = format!("Zut {long} {long}be");
        assert_eq!(found(&own.jargon, &text), ["Zut", &text[65..]]);
    }

    #[test]
    fn every_line_of_the_lists_is_an_entry() {
        for list in [include_str!("jargon.fr.txt"), include_str!("jargon.en.txt")] {
            for line in list.lines().filter(|line| !line.starts_with('#')) {
                let (forms, plain) = line.split_once(" = ").unwrap_or_default();
                assert!(!forms.is_empty() && !plain.is_empty(), "{line}");
            }
        }
    }
}
