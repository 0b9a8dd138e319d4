//! `[personne à charge](glossary:R1064)`: explains words of the glossary where they first appear on a page.
//!
//! An abbreviation is spelled out inline; a definition is a note at the end of the text, on screen and on
//! paper.

use std::collections::{HashSet, VecDeque};

use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd};

use super::abbreviations::{REACH, bracketed};
use super::html::{Rendering, escape};
use crate::diagnostics::floor_char_boundary;
use crate::language::Language;

/// The glossary entry of a word.
#[derive(Debug, Clone, Copy)]
pub struct Term<'g> {
    /// The word as the glossary has it.
    pub word: &'g str,
    /// Its expansion, if it is an abbreviation.
    pub expansion: Option<&'g str>,
    /// Its definition, in Markdown.
    pub definition: Option<&'g str>,
}

/// The key of a destination that names a glossary entry.
pub fn term_key(destination: &str) -> Option<&str> {
    let key = destination.strip_prefix("glossary:");
    key.or_else(|| destination.strip_prefix("glossaire:"))
}

/// Replaces links to the glossary with its content.
pub(super) fn explain<'e>(
    events: impl Iterator<Item = Event<'e>>,
    rendering: &Rendering<'_>,
) -> impl Iterator<Item = Event<'e>> {
    let mut events = events;
    let mut terms = Terms {
        rendering,
        open: Vec::new(),
        met: HashSet::new(),
        line: String::new(),
        definitions: VecDeque::new(),
    };
    let mut pending = VecDeque::new();
    std::iter::from_fn(move || {
        loop {
            if let Some(event) = pending.pop_front() {
                return Some(event);
            }
            match events.next() {
                Some(event) => terms.event(event, &mut pending),
                None => return terms.definitions.pop_front(),
            }
        }
    })
}

struct Terms<'r, 'e> {
    rendering: &'r Rendering<'r>,
    /// Open links: the key of each that leads to the glossary.
    open: Vec<Option<String>>,
    /// Entries that this text has referred to.
    met: HashSet<String>,
    /// The text of the paragraph so far.
    line: String,
    /// The notes, for the end of the text.
    definitions: VecDeque<Event<'e>>,
}

impl<'e> Terms<'_, 'e> {
    fn event(&mut self, event: Event<'e>, pending: &mut VecDeque<Event<'e>>) {
        match &event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                let key = term_key(dest_url).map(str::to_owned);
                let is_term = key.is_some();
                self.open.push(key);
                if is_term {
                    return;
                }
            }
            Event::End(TagEnd::Link) => {
                if let Some(key) = self.open.pop().flatten() {
                    self.explained(&key, pending);
                    return;
                }
            }
            Event::Start(Tag::Paragraph | Tag::Item | Tag::TableCell | Tag::Heading { .. }) => {
                self.line.clear();
            }
            Event::Text(text) => self.line.push_str(text),
            _ => {}
        }
        pending.push_back(event);
    }

    /// What comes after the words of a link.
    fn explained(&mut self, key: &str, pending: &mut VecDeque<Event<'e>>) {
        let Some(term) = self.rendering.resolve.term(key) else {
            return;
        };
        match (term.expansion, term.definition) {
            (Some(expansion), _) => {
                if self.is_new(key, term.word) && !contains(self.end_of_line(), expansion) {
                    let expansion = super::typeset(expansion, self.rendering.language);
                    let expansion = bracketed(&escape(&expansion), self.end_of_line());
                    let expansion = format!(" {expansion}");
                    pending.push_back(Event::InlineHtml(expansion.into()));
                }
            }
            (None, Some(definition)) if self.met.insert(key.to_owned()) => {
                let label = CowStr::from(format!("glossary:{key}"));
                self.define(&label, term.word, definition);
                pending.push_back(Event::FootnoteReference(label));
            }
            (None, _) => {}
        }
    }

    /// Whether an abbreviation must be spelled out here: once per page, and on paper only if the list of
    /// abbreviations cannot include it because its letters have two meanings.
    fn is_new(&mut self, key: &str, word: &str) -> bool {
        match self.rendering.spelled {
            Some(spelled) => spelled.insert(word),
            None => !self.is_listed(word) && self.met.insert(key.to_owned()),
        }
    }

    /// Whether the list of abbreviations includes the one at the end of the line. The list is made from the
    /// words of the text, and `ex-SSI` does not contain the word `SSI`.
    fn is_listed(&self, word: &str) -> bool {
        let inner = |c: char| c.is_alphanumeric() || c == '-';
        let line = self.line.trim_end_matches(|c| !inner(c));
        let last = line
            .rfind(|c| !inner(c))
            .map_or(line, |at| line[at..].trim_start_matches(|c| !inner(c)));
        self.rendering.listed.0.contains_key(word) && last == word
    }

    /// The end of the line, as far back as an abbreviation may have been spelled out.
    fn end_of_line(&self) -> &str {
        let start = self.line.len().saturating_sub(REACH);
        &self.line[floor_char_boundary(&self.line, start)..]
    }

    fn define(&mut self, label: &CowStr<'e>, word: &str, definition: &str) {
        let out = &mut self.definitions;
        out.push_back(Event::Start(Tag::FootnoteDefinition(label.clone())));
        out.push_back(Event::Start(Tag::Paragraph));
        out.push_back(Event::Start(Tag::Strong));
        out.push_back(Event::Text(word.to_owned().into()));
        out.push_back(Event::End(TagEnd::Strong));
        out.push_back(Event::Text(" : ".into()));
        for event in line(definition) {
            out.push_back(event.into_static());
        }
        out.push_back(Event::End(TagEnd::Paragraph));
        out.push_back(Event::End(TagEnd::FootnoteDefinition));
    }
}

/// The events of a definition: one paragraph, whose links lead only to other sites. It appears on many pages,
/// so a relative path would lead elsewhere on each; and a note does not lead to another note.
fn line(definition: &str) -> impl Iterator<Item = Event<'_>> {
    let mut followed = Vec::new();
    Parser::new_ext(definition, super::options()).filter(move |event| match event {
        Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => false,
        Event::FootnoteReference(_) | Event::Html(_) | Event::InlineHtml(_) => false,
        Event::Start(Tag::Link { dest_url, .. }) => {
            let is_followed = ["http://", "https://", "mailto:", "tel:"]
                .iter()
                .any(|scheme| dest_url.starts_with(scheme));
            followed.push(is_followed);
            is_followed
        }
        Event::End(TagEnd::Link) => followed.pop().unwrap_or(false),
        Event::Start(tag) => is_of_lines(tag.to_end()),
        Event::End(tag) => is_of_lines(*tag),
        _ => true,
    })
}

fn is_of_lines(tag: TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough
    )
}

/// The HTML of a definition on its own.
pub fn definition(text: &str, language: Language) -> String {
    let mut out = String::new();
    let events = super::html::typography(line(text), language);
    pulldown_cmark::html::push_html(&mut out, events);
    out
}

/// Whether a text contains the expansion of an abbreviation, whatever its apostrophes and spaces.
fn contains(text: &str, expansion: &str) -> bool {
    let folded = |text: &str| {
        let text = text.replace('’', "'").replace(['\u{a0}', '\u{202f}'], " ");
        text.to_lowercase()
    };
    folded(text).contains(&folded(expansion))
}
