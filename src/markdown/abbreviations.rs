//! Spells out the first use of each glossary abbreviation on a page.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashSet, VecDeque};

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::html::escape;
use super::{addresses, telephones};
use crate::diagnostics::floor_char_boundary;

/// Abbreviation → its expansion.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Abbreviations(pub BTreeMap<String, String>);

/// The abbreviations that a page has spelled out so far, in reading order.
#[derive(Debug, Default)]
pub struct Spelled(RefCell<HashSet<String>>);

impl Spelled {
    /// Records that an abbreviation is spelled out here; returns whether it is the first time.
    pub(super) fn insert(&self, term: &str) -> bool {
        self.0.borrow_mut().insert(term.to_owned())
    }
}

/// A text of the front matter as HTML: spells out abbreviations that are new on its page, and links addresses
/// and telephone numbers.
pub fn explain(text: &str, abbreviations: &Abbreviations, spelled: &Spelled) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (start, word) in words(text) {
        if let Some((term, expansion)) = abbreviations.first_use(word, spelled) {
            addresses::write(&text[done..start], &mut out);
            out.push_str(&abbreviation(term, expansion, text, start));
            done = start + word.len();
        }
    }
    addresses::write(&text[done..], &mut out);
    out
}

impl Abbreviations {
    /// The term and its expansion, if this word is a term that the page has not spelled out yet.
    fn first_use(&self, word: &str, spelled: &Spelled) -> Option<(&str, &str)> {
        let (term, expansion) = self.0.get_key_value(word)?;
        spelled.insert(term).then_some((term, expansion))
    }
}

/// Replaces, in running text, the first use of each abbreviation by `<abbr>CPF</abbr> (compte personnel…)`, and links telephone
/// numbers.
///
/// Headings, links and code are left alone: a heading should not explain, and a link must stay one phrase.
pub(super) fn spell_out<'e, 'a, I: Iterator<Item = Event<'e>>>(
    mut events: I,
    abbreviations: &'a Abbreviations,
    spelled: Option<&'a Spelled>,
) -> impl Iterator<Item = Event<'e>> + use<'e, 'a, I> {
    let mut state = SpellOut {
        abbreviations,
        spelled,
        closed: 0,
    };
    let mut pending = VecDeque::new();
    std::iter::from_fn(move || {
        pending
            .pop_front()
            .or_else(|| state.event(events.next()?, &mut pending))
    })
}

struct SpellOut<'a> {
    abbreviations: &'a Abbreviations,
    spelled: Option<&'a Spelled>,
    /// How many headings, links or code blocks are open.
    closed: usize,
}

impl SpellOut<'_> {
    /// The event, or the first of those that replace it; the others are queued.
    fn event<'e>(
        &mut self,
        event: Event<'e>,
        pending: &mut VecDeque<Event<'e>>,
    ) -> Option<Event<'e>> {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::Link { .. } | Tag::CodeBlock(_)) => {
                self.closed += 1;
            }
            Event::End(TagEnd::Heading(_) | TagEnd::Link | TagEnd::CodeBlock) => {
                self.closed = self.closed.saturating_sub(1);
            }
            Event::Text(ref text) if self.closed == 0 => {
                if !self.abbreviations.0.is_empty() {
                    self.text(text, pending);
                }
                link_numbers(text, pending);
                return pending.pop_front().or(Some(event));
            }
            _ => {}
        }
        Some(event)
    }

    /// Queues the text with its new abbreviations spelled out; queues nothing if it has none.
    fn text<'e>(&mut self, text: &str, pending: &mut VecDeque<Event<'e>>) {
        let Some(spelled) = self.spelled else {
            return;
        };
        let mut done = 0;
        for (start, word) in words(text) {
            let Some((term, expansion)) = self.abbreviations.first_use(word, spelled) else {
                continue;
            };
            let end = start + word.len();
            pending.push_back(Event::Text(CowStr::from(text[done..start].to_owned())));
            let html = abbreviation(term, expansion, text, start);
            pending.push_back(Event::Html(html.into()));
            done = end;
        }
        if done > 0 {
            pending.push_back(Event::Text(CowStr::from(text[done..].to_owned())));
        }
    }
}

/// Links the telephone numbers of a text: in the queued pieces, or in the text itself if nothing is queued.
fn link_numbers<'e>(text: &str, pending: &mut VecDeque<Event<'e>>) {
    if pending.is_empty() {
        telephones::link(text, pending);
        return;
    }
    for piece in std::mem::take(pending) {
        let before = pending.len();
        if let Event::Text(text) = &piece {
            telephones::link(text, pending);
        }
        if pending.len() == before {
            pending.push_back(piece);
        }
    }
}

/// How far from an abbreviation the text may spell it out: a few pages of a book.
pub(super) const REACH: usize = 4000;

/// The text around a byte.
fn around(text: &str, at: usize) -> &str {
    let start = floor_char_boundary(text, at.saturating_sub(REACH));
    &text[start..floor_char_boundary(text, at.saturating_add(REACH))]
}

/// The markup of a first use. If the text spells the abbreviation out itself, the page does not repeat it.
fn abbreviation(term: &str, expansion: &str, text: &str, at: usize) -> String {
    let (term, expansion_html) = (escape(term), escape(expansion));
    if around(text, at)
        .to_lowercase()
        .contains(&expansion.to_lowercase())
    {
        return format!("<abbr title=\"{expansion_html}\">{term}</abbr>");
    }
    let before = &text[floor_char_boundary(text, at.saturating_sub(REACH))..at];
    format!("<abbr>{term}</abbr> {}", bracketed(&expansion_html, before))
}

/// A remark in brackets after a text: square brackets if the text has left a round one open.
pub(super) fn bracketed(remark: &str, before: &str) -> String {
    match before.rfind('(') > before.rfind(')') {
        true => format!("[{remark}]"),
        false => format!("({remark})"),
    }
}

/// The words of a text, for looking up abbreviations.
pub fn words_of(text: &str) -> impl Iterator<Item = &str> {
    words(text).map(|(_, word)| word)
}

/// Runs of letters, digits and inner dashes, each with its position.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let inner = |c: char| c.is_alphanumeric() || c == '-';
    text.split(move |c| !inner(c))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}
