//! Measures how much an SVG drawing unfolds to: a few lines can be nested, repeated or described without end.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Deeper than any real drawing: the filter's time grows with the square of the depth.
const DEEPEST: usize = 200;

/// More attributes than any real element has: they are compared pairwise.
const MOST_ATTRIBUTES: usize = 400;

/// The most elements drawn, counting those that `<use>` repeats each time: nested repetitions multiply them.
const MOST_ELEMENTS: u64 = 200_000;

/// An element that is still open, or the whole drawing.
#[derive(Default)]
struct SvgElement {
    id: Option<String>,
    elements: u64,
    uses: Vec<String>,
}

/// Whether the elements of a drawing are within the bounds on depth, attributes and number.
pub fn is_bounded(text: &str) -> bool {
    parts(text).is_some_and(|parts| {
        let mut known = HashMap::new();
        drawn("", &parts, &mut known, 0) <= MOST_ELEMENTS
    })
}

/// Each element with an `id`, with the elements in it and what they repeat; the whole drawing under an empty
/// name.
fn parts(text: &str) -> Option<HashMap<String, SvgElement>> {
    let mut reader = Reader::from_str(text);
    let mut done: HashMap<String, SvgElement> = HashMap::new();
    let mut open = vec![SvgElement::default()];
    loop {
        match reader.read_event() {
            Ok(Event::Start(element)) => open.push(part(&element)?),
            Ok(Event::Empty(element)) => close(part(&element)?, &mut open, &mut done),
            Ok(Event::End(_)) if open.len() > 1 => {
                if let Some(part) = open.pop() {
                    close(part, &mut open, &mut done);
                }
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => return None,
        }
        if open.len() > DEEPEST {
            return None;
        }
    }
    while let Some(part) = open.pop() {
        close(part, &mut open, &mut done);
    }
    Some(done)
}

/// An element as it opens; `None` if it has too many attributes.
fn part(element: &BytesStart<'_>) -> Option<SvgElement> {
    let mut part = SvgElement {
        elements: 1,
        ..SvgElement::default()
    };
    let repeats = element.local_name().as_ref() == b"use";
    for (at, attribute) in element.attributes().with_checks(false).enumerate() {
        if at == MOST_ATTRIBUTES {
            return None;
        }
        let Ok(attribute) = attribute else { continue };
        let value = || String::from_utf8_lossy(&attribute.value).into_owned();
        match attribute.key.local_name().as_ref() {
            b"id" => part.id = Some(value()),
            b"href" if repeats => {
                let target = value();
                let target = target.trim().strip_prefix('#');
                part.uses
                    .extend(target.filter(|id| !id.is_empty()).map(str::to_owned));
            }
            _ => {}
        }
    }
    Some(part)
}

/// Adds a closed element to its parent. One with a name is kept apart, and its parent refers to it.
fn close(mut part: SvgElement, open: &mut [SvgElement], done: &mut HashMap<String, SvgElement>) {
    let id = part.id.take();
    match (id, open.last_mut()) {
        (Some(id), Some(around)) if !id.is_empty() && !done.contains_key(&id) => {
            around.uses.push(id.clone());
            done.insert(id, part);
        }
        (_, Some(around)) => {
            around.elements = around.elements.saturating_add(part.elements);
            around.uses.append(&mut part.uses);
        }
        (_, None) => {
            done.insert(String::new(), part);
        }
    }
}

/// How many elements a part draws. A part that repeats itself counts as infinite.
fn drawn<'p>(
    id: &'p str,
    parts: &'p HashMap<String, SvgElement>,
    known: &mut HashMap<&'p str, u64>,
    depth: usize,
) -> u64 {
    if let Some(count) = known.get(id) {
        return *count;
    }
    let Some(part) = parts.get(id) else { return 0 };
    if depth > DEEPEST {
        return u64::MAX;
    }
    known.insert(id, u64::MAX);
    let mut count = part.elements;
    for target in &part.uses {
        count = count.saturating_add(drawn(target, parts, known, depth + 1));
    }
    known.insert(id, count);
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(inside: &str) -> String {
        format!("<svg xmlns='http://www.w3.org/2000/svg'>{inside}</svg>")
    }

    #[test]
    fn what_is_repeated_counts_as_often_as_it_is_drawn() {
        let ten = |id: &str, of: &str| {
            let uses = format!("<use href='#{of}'/>").repeat(10);
            format!("<g id='{id}'>{uses}</g>")
        };
        let mut levels = "<path id='l0' d='M0 0'/>".to_owned();
        for level in 1..=8 {
            levels += &ten(&format!("l{level}"), &format!("l{}", level - 1));
            let few = level < 5;
            assert_eq!(is_bounded(&svg(&levels)), few, "{level}");
        }
        assert!(is_bounded(&svg(&"<path d='M0 0'/>".repeat(1000))));
        assert!(!is_bounded(&svg("<g id='a'><use xlink:href='#a'/></g>")));
        assert!(is_bounded(&svg(
            "<use href='#none'/><use href='plan.svg#a'/>"
        )));
    }

    #[test]
    fn depth_and_attributes_have_bounds() {
        let attributes = |count: usize| {
            let all: String = (0..count).map(|n| format!(" a{n}=''")).collect();
            svg(&format!("<g{all}/>"))
        };
        assert!(is_bounded(&attributes(100)));
        assert!(!is_bounded(&attributes(100_000)));
        assert!(is_bounded(&svg(&format!(
            "{}{}",
            "<g>".repeat(150),
            "</g>".repeat(150)
        ))));
        assert!(!is_bounded(&svg(&"<g>".repeat(250))));
        assert!(!is_bounded("<svg></g>"));
    }
}
