//! Footnotes: numbered in the order in which they are called, written at the end of the text with a way back.

use std::collections::HashMap;

use pulldown_cmark::{Event, Tag, TagEnd};

/// Moves the definitions to the end and numbers them, after the `above` that another text of the page has; a note that
/// neither the text calls nor a note that is called is left out.
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
    /// Labels in the order of their first call.
    order: Vec<String>,
    /// The place of each label in this order.
    numbers: HashMap<String, usize>,
    bodies: HashMap<String, Vec<Event<'e>>>,
    /// The labels of the definitions that are being read, the outermost first.
    inside: Vec<String>,
    /// Whether the event before was the call of a note.
    after_call: bool,
    /// How many notes another text has.
    above: usize,
}

/// Labels are the same in capitals, as the parser has it.
pub(super) fn key(label: &str) -> String {
    label.to_lowercase()
}

/// How many notes the HTML of a text has.
pub fn count(html: &str) -> usize {
    html.matches("<li id=\"_n").count()
}

impl<'e> Notes<'e> {
    /// The event as it stands in the text, or `None` where it is part of a definition.
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
            // What a note calls has its number once the note itself is reached.
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

    /// The call of a note, behind a comma if another call stands right before it: those of notes 1 and 2 are not that of note 12.
    fn parted_call(&mut self, label: &str, after_call: bool) -> Event<'e> {
        let call = self.call(label);
        let parted = match after_call {
            true => format!("<sup>,</sup>{call}"),
            false => call,
        };
        Event::InlineHtml(parted.into())
    }

    /// The call of a note; only the first one is where the way back leads.
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
        // Notes that notes call are added while they are written.
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
