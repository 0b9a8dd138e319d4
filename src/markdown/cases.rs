//! `## Locataire {.case}`: one of several cases, of which a reader needs one. On a long page each is folded
//! under its title; on paper, and in browsers that cannot fold, all are open.

use std::collections::VecDeque;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Tag, TagEnd};

/// The class of these headings, in English and French.
const CLASSES: &[&str] = &["case", "cas"];

/// Whether a heading with these classes is one of several cases.
pub(super) fn is_case(classes: &[CowStr<'_>]) -> bool {
    classes.iter().any(|class| CLASSES.contains(&&**class))
}

/// Folds each case: its heading opens it, and it ends before the next heading of the same or a higher level.
pub(super) fn fold<'e>(events: impl Iterator<Item = Event<'e>>) -> impl Iterator<Item = Event<'e>> {
    let mut events = events;
    let mut folder = FolderNames::default();
    let mut pending = VecDeque::new();
    std::iter::from_fn(move || {
        loop {
            if let Some(event) = pending.pop_front() {
                return Some(event);
            }
            match events.next() {
                Some(event) => folder.event(event, &mut pending),
                None if folder.open.is_empty() => return None,
                None => folder.close_from(HeadingLevel::H1, &mut pending),
            }
        }
    })
}

#[derive(Default)]
struct FolderNames {
    /// The levels of the open cases, outermost first.
    open: Vec<HeadingLevel>,
    /// Whether the current heading opens a case.
    in_summary: bool,
    /// How many lists, quotations and tables are open: a case is a part of the page, not of a list.
    depth: usize,
}

impl FolderNames {
    fn event<'e>(&mut self, event: Event<'e>, pending: &mut VecDeque<Event<'e>>) {
        match &event {
            Event::Start(Tag::Heading { level, classes, .. }) if self.depth == 0 => {
                self.close_from(*level, pending);
                if is_case(classes) {
                    self.open.push(*level);
                    self.in_summary = true;
                    pending.push_back(Event::Html("<details class=\"part\"><summary>".into()));
                }
            }
            Event::End(TagEnd::Heading(_)) if self.in_summary => {
                self.in_summary = false;
                pending.push_back(event);
                pending.push_back(Event::Html("</summary>\n".into()));
                return;
            }
            Event::Start(Tag::Heading { .. } | Tag::Paragraph) => {}
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph) => {}
            Event::Start(Tag::FootnoteDefinition(_)) if self.depth == 0 => {
                self.close_from(HeadingLevel::H1, pending);
                self.depth += 1;
            }
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        pending.push_back(event);
    }

    /// Closes the cases at this level and below.
    fn close_from(&mut self, level: HeadingLevel, pending: &mut VecDeque<Event<'_>>) {
        while self.open.last().is_some_and(|open| *open >= level) {
            self.open.pop();
            pending.push_back(Event::Html("</details>\n".into()));
        }
    }
}
