//! The comments in what is replaced.

use std::ops::Range;

use super::chunks::line_end;
use crate::yaml::{Node, Value};

/// The comments in a range of the text that holds a value.
pub(super) fn comments<'t>(text: &'t str, range: Range<usize>, node: &Node) -> Vec<&'t str> {
    let mut texts = Vec::new();
    texts_of(node, &mut texts);
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let Some(next) = text.get(at..range.end).and_then(|rest| rest.find('#')) else {
            break;
        };
        let hash = at + next;
        if let Some(span) = texts.iter().find(|span| span.contains(&hash)) {
            at = span.end.max(hash + 1);
            continue;
        }
        let end = line_end(text, hash).min(range.end);
        found.extend(text.get(hash..end).map(str::trim_end));
        at = end;
    }
    found
}

/// The places of all texts in a value.
fn texts_of(node: &Node, spans: &mut Vec<Range<usize>>) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(_) => spans.push(node.span.clone()),
        Value::Sequence(items) => items.iter().for_each(|item| texts_of(item, spans)),
        Value::Mapping(entries) => {
            for (key, value) in entries {
                texts_of(key, spans);
                texts_of(value, spans);
            }
        }
    }
}
