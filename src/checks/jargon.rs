//! `jargon`: an office word with a plainer equivalent. guichet has a French and an English list; a site adds
//! words of its own and removes those that it means (`jargon:` in the configuration).

use std::collections::HashSet;
use std::ops::Range;

use super::offers::written;
use crate::diagnostics::{Code, Diagnostic, Location};
use crate::language::Language;
use crate::markdown::running_text;
use crate::model::{Wording, WrittenFile};
use crate::plain_words::{Jargon, OwnWords};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    // An organization decides its own name.
    let is_named = document.organization().is_some();
    let mut search = JargonSearch::new(site, document.language);
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

/// Checks a file that is not a page: each term is reported once per file for each of its languages.
pub(super) fn check_file(site: &Site, file: &WrittenFile, found: &mut Vec<Diagnostic>) {
    for language in file.languages() {
        let mut search = JargonSearch::new(site, language);
        for (wording, words, span) in file.fields(language) {
            let place = |span| file.place(&span);
            search.field(wording, &words, &span, place, &mut |diagnostic| {
                found.push(diagnostic);
            });
        }
    }
}

/// What to look for in texts of a language, and what has been reported.
struct JargonSearch<'s> {
    listed: Option<&'static Jargon>,
    own: &'s OwnWords,
    /// Terms of guichet's list, then of the site's: each is reported once.
    told: [HashSet<usize>; 2],
}

impl<'s> JargonSearch<'s> {
    fn new(site: &'s Site, language: Language) -> Self {
        Self {
            listed: Jargon::of_language(language),
            own: &site.config.jargon,
            told: Default::default(),
        }
    }

    /// Checks a field at these bytes of its file.
    fn field(
        &mut self,
        wording: Wording,
        words: &str,
        span: &Range<usize>,
        place: impl Fn(Range<usize>) -> Location,
        tell: &mut impl FnMut(Diagnostic),
    ) {
        // If an escape makes positions uncertain, the whole field is shown.
        let is_exact = words.len() == span.len();
        let within = |start: usize, end: usize| match is_exact {
            true => place(span.start + start..span.start + end),
            false => place(span.clone()),
        };
        match wording {
            // A page rarely decides the name of a service or a file.
            Wording::Link => {}
            Wording::Text | Wording::Title => self.words(words, within, tell),
            Wording::Markdown => running_text(words, |words, at| {
                self.words(words, |start, end| within(at + start, at + end), tell);
            }),
        }
    }

    /// Checks a text; `place` maps its bytes to the file.
    fn words(
        &mut self,
        text: &str,
        place: impl Fn(usize, usize) -> Location,
        tell: &mut impl FnMut(Diagnostic),
    ) {
        let lists = [self.listed, Some(&self.own.jargon)];
        for (jargon, told) in lists.into_iter().zip(&mut self.told) {
            for term in jargon.into_iter().flat_map(|jargon| jargon.find(text)) {
                let word = &text[term.start..term.end];
                if !self.own.meant.contains(&word.to_lowercase()) && told.insert(term.term) {
                    let diagnostic = Diagnostic::new(Code::Jargon, place(term.start, term.end));
                    let diagnostic = diagnostic.with("word", word).with("plain", term.plain);
                    tell(plainer(diagnostic, word, term.plain));
                }
            }
        }
    }
}

/// Offers each of the plainer words, with a capital where the word has one. What is in brackets is advice.
fn plainer(diagnostic: Diagnostic, word: &str, plain: &str) -> Diagnostic {
    if written(&diagnostic).is_none_or(|(text, _)| text != word) {
        return diagnostic;
    }
    let is_capital = word.starts_with(char::is_uppercase);
    let is_plain = |c: char| c.is_alphanumeric() || " -'’".contains(c);
    let words = plain
        .split(", ")
        .filter(|plain| plain.chars().all(is_plain));
    words.fold(diagnostic, |diagnostic, plain| {
        let mut letters = plain.chars();
        let first = letters.next().into_iter();
        diagnostic.offer_instead(match is_capital {
            true => first.flat_map(char::to_uppercase).chain(letters).collect(),
            false => plain.to_owned(),
        })
    })
}
