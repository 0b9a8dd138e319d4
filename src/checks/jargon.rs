//! `jargon`: an office word for which there is a plainer one. The lists are guichet's, French and English; a site adds words
//! of its own and takes out those that it means (`jargon:` in the configuration).

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::language::Language;
use crate::markdown::running_text;
use crate::model::{Wording, WrittenFile};
use crate::site::{PageId, Site};

/// Words to look for, each with what to write instead, by the first letters of their first word.
struct Jargon(HashMap<[char; HEAD], Vec<Phrase>>);

/// One of the forms of a term.
struct Phrase {
    /// Which term of the list it belongs to: each is told once on a page.
    term: usize,
    /// In lower case; a star at the end stands for any ending.
    words: Vec<String>,
    plain: String,
}

/// How many letters of a word phrases are found by. A pattern may have fewer before its star.
const HEAD: usize = 2;

static FRENCH: LazyLock<Jargon> =
    LazyLock::new(|| Jargon::read(include_str!("words/jargon.fr.txt")));
static ENGLISH: LazyLock<Jargon> =
    LazyLock::new(|| Jargon::read(include_str!("words/jargon.en.txt")));

impl Jargon {
    fn read(list: &str) -> Self {
        let lines = list.lines().filter(|line| !line.starts_with('#'));
        let entries = lines.filter_map(|line| line.split_once(" = "));
        Self::of(entries)
    }

    fn of<'e>(entries: impl Iterator<Item = (&'e str, &'e str)>) -> Self {
        let mut all: HashMap<[char; HEAD], Vec<Phrase>> = HashMap::new();
        for (term, (forms, plain)) in entries.enumerate() {
            for form in forms.split('|') {
                let words: Vec<String> = words(form).map(|(_, word)| word.to_lowercase()).collect();
                if let Some(first) = words.first() {
                    all.entry(head(first)).or_default().push(Phrase {
                        term,
                        plain: plain.trim().to_owned(),
                        words,
                    });
                }
            }
        }
        Self(all)
    }

    /// Each term that stands in a text for the first time, with its place and what to write instead.
    fn find<'j>(&'j self, text: &str, told: &mut Vec<usize>) -> Vec<(usize, usize, &'j str)> {
        let tokens: Vec<(usize, &str)> = words(text).collect();
        let mut found = Vec::new();
        for (index, (start, word)) in tokens.iter().enumerate() {
            let Some(phrases) = self.0.get(&head(word)) else {
                continue;
            };
            // The longest that fits: `procéder à` rather than a word of it.
            let fitting = phrases
                .iter()
                .filter(|phrase| phrase.fits(&tokens[index..]));
            let Some(phrase) = fitting.max_by_key(|phrase| phrase.words.len()) else {
                continue;
            };
            if !is_meant(&phrase.plain) && !told.contains(&phrase.term) {
                told.push(phrase.term);
                let (last, word) = tokens[index + phrase.words.len() - 1];
                let end = last + word.len();
                // `bénéficier d’une`: the apostrophe belongs to the word before it.
                let elided = text[end..]
                    .chars()
                    .next()
                    .filter(|c| matches!(c, '\'' | '’'));
                let end = end + elided.map_or(0, char::len_utf8);
                found.push((*start, end, phrase.plain.as_str()));
            }
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

/// Whether a word begins with these lower-case letters, whatever its own are.
fn begins_with(word: &str, stem: &str) -> bool {
    let mut letters = word.chars().flat_map(char::to_lowercase);
    stem.chars().all(|c| letters.next() == Some(c))
}

/// The letters that a word is found by, in lower case.
fn head(word: &str) -> [char; HEAD] {
    let mut head = [' '; HEAD];
    let letters = word
        .trim_end_matches('*')
        .chars()
        .flat_map(char::to_lowercase);
    for (place, letter) in head.iter_mut().zip(letters) {
        *place = letter;
    }
    head
}

/// Runs of letters and hyphens, each with its place; in a pattern, the star too.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '*');
    text.split(move |c| !inner(c))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// The list of a language; none for languages that guichet has no list for.
fn list(language: Language) -> Option<&'static Jargon> {
    if language.is_french() {
        Some(&FRENCH)
    } else if language == Language::english() {
        Some(&ENGLISH)
    } else {
        None
    }
}

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    // What an organization is called is for itself to say.
    let is_named = document.organization().is_some();
    let mut search = Search::new(site, document.language);
    for text in document.texts() {
        let mut tell = |diagnostic| found.push(diagnostic);
        for (wording, words, span) in text.fields() {
            if wording != Wording::Title || !is_named {
                let place = |span| text.file_place(span);
                search.field(wording, &words, &span, place, &mut tell);
            }
        }
        running_text(text.markdown(), |words, at| {
            let place = |start, end| text.place(&(at + start..at + end));
            search.words(words, place, &mut tell);
        });
    }
}

/// The same for a file that is no page: once in a file for each of its languages.
pub(super) fn check_file(site: &Site, file: &WrittenFile, found: &mut Vec<Diagnostic>) {
    for language in file.languages() {
        let mut search = Search::new(site, language);
        for (wording, words, span) in file.fields(language) {
            let place = |span| file.place(&span);
            search.field(wording, &words, &span, place, &mut |diagnostic| {
                found.push(diagnostic);
            });
        }
    }
}

/// What is looked for in texts of a language, and what has been told of it.
struct Search {
    listed: Option<&'static Jargon>,
    own: OwnWords,
    told: Vec<usize>,
    told_own: Vec<usize>,
}

impl Search {
    fn new(site: &Site, language: Language) -> Self {
        Self {
            listed: list(language),
            own: own_words(site),
            told: Vec::new(),
            told_own: Vec::new(),
        }
    }

    /// Looks at a field at these bytes of its file.
    fn field(
        &mut self,
        wording: Wording,
        words: &str,
        span: &Range<usize>,
        place: impl Fn(Range<usize>) -> Location,
        tell: &mut impl FnMut(Diagnostic),
    ) {
        // Where an escape stands for something else, the field is shown as a whole.
        let is_exact = words.len() == span.len();
        let within = |start: usize, end: usize| match is_exact {
            true => place(span.start + start..span.start + end),
            false => place(span.clone()),
        };
        match wording {
            // What a service or a file is called is seldom for the page to say.
            Wording::Link => {}
            Wording::Text | Wording::Title => self.words(words, within, tell),
            Wording::Markdown => running_text(words, |words, at| {
                self.words(words, |start, end| within(at + start, at + end), tell);
            }),
        }
    }

    /// Looks at a text; `place` tells where bytes of it are.
    fn words(
        &mut self,
        text: &str,
        place: impl Fn(usize, usize) -> Location,
        tell: &mut impl FnMut(Diagnostic),
    ) {
        let listed = self.listed.map(|jargon| jargon.find(text, &mut self.told));
        let added = self.own.jargon.find(text, &mut self.told_own);
        for (start, end, plain) in listed.into_iter().flatten().chain(added) {
            let word = &text[start..end];
            if !self.own.meant.contains(&word.to_lowercase()) {
                let diagnostic = Diagnostic::new(Code::Jargon, place(start, end));
                tell(diagnostic.with("word", word).with("plain", plain));
            }
        }
    }
}

/// Whether a list says of a word that it is meant.
fn is_meant(plain: &str) -> bool {
    matches!(plain.to_lowercase().as_str(), "no" | "non" | "false")
}

/// What the configuration says of words.
struct OwnWords {
    jargon: Jargon,
    /// Words of guichet's list that the site means.
    meant: Vec<String>,
}

fn own_words(site: &Site) -> OwnWords {
    let (meant, added): (Vec<_>, Vec<_>) = site
        .config
        .jargon
        .iter()
        .partition(|(_, plain)| is_meant(plain));
    OwnWords {
        jargon: Jargon::of(added.into_iter().map(|(word, plain)| (&**word, &**plain))),
        meant: meant
            .into_iter()
            .map(|(word, _)| word.to_lowercase())
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let found = FRENCH.find(text, &mut Vec::new()).into_iter();
        found.map(|(start, end, _)| &text[start..end]).collect()
    }

    #[test]
    fn office_words_are_found_in_their_forms_and_once() {
        assert_eq!(
            found("Nonobstant l’octroi de l’aide, octroyée hier"),
            ["Nonobstant", "octroi"]
        );
        assert_eq!(
            found("Procéder à l’examen à compter du 1er"),
            ["Procéder à", "à compter du"]
        );
        assert_eq!(found("Il s’acquitte de la taxe"), ["s’acquitte"]);
        assert_eq!(found("Procédez autrement, comptez-les"), [""; 0]);
    }

    #[test]
    fn every_line_of_the_lists_is_an_entry() {
        for list in [
            include_str!("words/jargon.fr.txt"),
            include_str!("words/jargon.en.txt"),
        ] {
            for line in list.lines().filter(|line| !line.starts_with('#')) {
                let (forms, plain) = line.split_once(" = ").unwrap_or_default();
                assert!(!forms.is_empty() && !plain.is_empty(), "{line}");
            }
        }
    }
}
