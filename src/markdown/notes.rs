//! Footnotes: numbered in the order of their references, and written at the end of the text with a link back.

use std::collections::HashMap;

use pulldown_cmark::{Event, Tag, TagEnd};

/// Moves the definitions to the end and numbers them, starting after the `above` footnotes of another text of
/// the page. Leaves out footnotes that neither the text nor a referenced footnote references.
pub(super) fn gather<'e>(
    mut events: impl Iterator<Item = Event<'e>>,
    title: &str,
    above: usize,
) -> impl Iterator<Item = Event<'e>> {
    let mut notes = Notes {
        above,
        ..Notes::default()
    };
    let mut at_end: Option<std::vec::IntoIter<Event<'e>>> = None;
    std::iter::from_fn(move || {
        if at_end.is_none() {
            for event in events.by_ref() {
                if let Some(event) = notes.event(event) {
                    return Some(event);
                }
            }
        }
        at_end
            .get_or_insert_with(|| std::mem::take(&mut notes).write(title).into_iter())
            .next()
    })
}

#[derive(Default)]
struct Notes<'e> {
    /// Labels, in the order of their first reference.
    order: Vec<String>,
    /// The place of each label in this order.
    numbers: HashMap<String, usize>,
    bodies: HashMap<String, Vec<Event<'e>>>,
    /// The labels of the definitions being read, outermost first.
    inside: Vec<String>,
    /// Whether the previous event was a reference to a footnote.
    after_call: bool,
    /// How many footnotes another text has.
    above: usize,
}

/// Labels ignore case, as in the parser.
pub(super) fn key(label: &str) -> String {
    label.to_lowercase()
}

/// How many footnotes the HTML of a text has.
pub fn count(html: &str) -> usize {
    html.matches("<li id=\"_n").count()
}

impl<'e> Notes<'e> {
    /// The event as it appears in the text, or `None` if it is part of a definition.
    fn event(&mut self, event: Event<'e>) -> Option<Event<'e>> {
        let after_call = std::mem::replace(
            &mut self.after_call,
            matches!(event, Event::FootnoteReference(_)),
        );
        let event = match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                self.inside.push(key(&label));
                return None;
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                self.inside.pop();
                return None;
            }
            // A reference within a footnote gets its number when that footnote is reached.
            Event::FootnoteReference(label) if self.inside.is_empty() => {
                self.parted_call(&label, after_call)
            }
            event => event,
        };
        let Some(label) = self.inside.last() else {
            return Some(event);
        };
        self.bodies.entry(label.clone()).or_default().push(event);
        None
    }

    /// A reference to a footnote, after a comma if it directly follows another: 1 and 2 must not read as 12.
    fn parted_call(&mut self, label: &str, after_call: bool) -> Event<'e> {
        let call = self.call(label);
        let parted = match after_call {
            true => format!("<sup>,</sup>{call}"),
            false => call,
        };
        Event::InlineHtml(parted.into())
    }

    /// A reference to a footnote; the link back leads to the first one only.
    fn call(&mut self, label: &str) -> String {
        let label = key(label);
        let next = self.order.len();
        let known = self.numbers.get(&label).copied();
        let number = self.above + known.unwrap_or(next) + 1;
        if known.is_some() {
            return format!("<sup><a href=\"#_n{number}\">{number}</a></sup>");
        }
        self.numbers.insert(label.clone(), next);
        self.order.push(label);
        format!("<sup id=\"_c{number}\"><a href=\"#_n{number}\">{number}</a></sup>")
    }

    fn write(mut self, title: &str) -> Vec<Event<'e>> {
        let mut out = Vec::new();
        if !self
            .order
            .iter()
            .any(|label| self.bodies.contains_key(label))
        {
            return out;
        }
        let title = super::html::escape(title);
        let start = match self.above {
            0 => String::new(),
            above => format!(" start=\"{}\"", above + 1),
        };
        out.push(Event::Html(
            format!("<section class=\"notes\" aria-label=\"{title}\"><ol{start}>").into(),
        ));
        // Footnotes that footnotes reference are added while these are written.
        let mut index = 0;
        while let Some(label) = self.order.get(index) {
            index += 1;
            let number = self.above + index;
            out.push(Event::Html(format!("<li id=\"_n{number}\">").into()));
            let mut after_call = false;
            for event in self.bodies.remove(label).unwrap_or_default() {
                let is_call = matches!(event, Event::FootnoteReference(_));
                out.push(match event {
                    Event::FootnoteReference(label) => self.parted_call(&label, after_call),
                    event => event,
                });
                after_call = is_call;
            }
            out.push(Event::Html(
                format!("<a href=\"#_c{number}\" aria-label=\"{number}\">↩</a></li>").into(),
            ));
        }
        out.push(Event::Html("</ol></section>".into()));
        out
    }
}
