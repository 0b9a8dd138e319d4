//! Cuts a list or a record on lines of their own into its items or fields.

use std::ops::Range;

use crate::yaml::{Node, Value};

/// An item or a field, and the lines that it has.
#[derive(Debug)]
pub(super) struct Chunk<'n> {
    /// Its key, if it is a field.
    pub key: Option<&'n Node>,
    /// Its value.
    pub value: &'n Node,
    /// Where its first line begins: at the key or the dash, for the first of all, which may stand after a dash.
    pub start: usize,
    /// Where the lines between the one before and this one begin: blank lines and comments.
    pub lead: usize,
    /// The byte after the colon or the dash.
    pub after: usize,
    /// The end of its last line, with its line end.
    pub end: usize,
}

impl<'n> Chunk<'n> {
    /// All its lines, with those above.
    pub fn whole(&self) -> Range<usize> {
        self.lead..self.end
    }
}

/// The chunks of a list or record, and the column of its keys or dashes.
#[derive(Debug)]
pub(super) struct Chunks<'n> {
    pub chunks: Vec<Chunk<'n>>,
    pub column: usize,
}

/// The beginning of the line of a byte.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at)
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |end| end + 1)
}

/// The end of the line of a byte, after its line end.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find('\n').map_or(text.len(), |end| at + end + 1)
}

/// The column of a byte, in bytes.
pub(super) fn column(text: &str, at: usize) -> usize {
    at - line_start(text, at)
}

/// Whether a list or record is between brackets.
pub(super) fn is_flow(text: &str, node: &Node) -> bool {
    let first = match &node.value {
        Value::Sequence(items) => items.first(),
        Value::Mapping(entries) => entries.first().map(|(key, _)| key),
        Value::Null | Value::Scalar(_) => return false,
    };
    // The parser may place a list at its first item, which may be between brackets.
    text.get(node.span.start..)
        .is_some_and(|text| text.starts_with(['[', '{']))
        && first.is_none_or(|first| first.span.start > node.span.start)
}

/// The byte after the last one of a value, without what follows it: blanks, line ends, comments.
pub(super) fn content_end(text: &str, node: &Node) -> usize {
    let last = match &node.value {
        Value::Null => return node.span.end,
        Value::Scalar(_) => None,
        _ if is_flow(text, node) => None,
        Value::Sequence(items) => items.last(),
        Value::Mapping(entries) => entries.last().map(|(_, value)| value),
    };
    match last {
        // An alias is as far as it is written, whatever it stands for.
        Some(last) if last.span.start >= node.span.start => content_end(text, last),
        _ => {
            let written = text.get(node.span.clone()).unwrap_or_default();
            node.span.start + written.trim_end().len()
        }
    }
}

/// The fields of a record, each on lines of its own; `None` if they are not.
pub(super) fn of_record<'n>(text: &str, entries: &'n [(Node, Node)]) -> Option<Chunks<'n>> {
    let (first, _) = entries.first()?;
    let column = column(text, first.span.start);
    let mut chunks: Vec<Chunk<'n>> = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        let line = line_start(text, key.span.start);
        let is_first = chunks.is_empty();
        let before = text.get(line..key.span.start)?;
        if !is_first && (before.len() != column || !before.chars().all(|c| c == ' ')) {
            return None;
        }
        let after = after_colon(text, key)?;
        let start = if is_first { key.span.start } else { line };
        push(text, &mut chunks, Some(key), value, start, after);
    }
    Some(Chunks { chunks, column })
}

/// The byte after the colon of a key.
fn after_colon(text: &str, key: &Node) -> Option<usize> {
    // An equals sign, which is read as a colon, belongs to the key's place.
    let written = text.get(key.span.clone())?.trim_end();
    if written.ends_with('=') {
        return Some(key.span.start + written.len());
    }
    let colon = text.get(key.span.end..)?.trim_start_matches(' ');
    Some(text.len() - colon.strip_prefix(':')?.len())
}

/// The items of a list, each after a dash that begins its line; `None` if they are not. The list begins somewhere after
/// `from`.
pub(super) fn of_list<'n>(text: &str, items: &'n [Node], from: usize) -> Option<Chunks<'n>> {
    let first = items.first()?;
    let dash = first_dash(text, from, first.span.start)?;
    let column = column(text, dash);
    let mut chunks: Vec<Chunk<'n>> = Vec::with_capacity(items.len());
    push(text, &mut chunks, None, first, dash, dash + 1);
    for item in items.iter().skip(1) {
        let from = chunks.last()?.end;
        let mut line = from;
        let mut found = None;
        while line < item.span.start {
            let end = line_end(text, line);
            let written = text.get(line..end)?;
            if let Some(rest) = written.trim_start_matches(' ').strip_prefix('-')
                && written.len() - rest.len() == column + 1
                && rest.starts_with([' ', '\n'])
            {
                found = Some(line);
                break;
            }
            line = end;
        }
        let start = found?;
        push(text, &mut chunks, None, item, start, start + column + 1);
    }
    Some(Chunks { chunks, column })
}

fn push<'n>(
    text: &str,
    chunks: &mut Vec<Chunk<'n>>,
    key: Option<&'n Node>,
    value: &'n Node,
    start: usize,
    after: usize,
) {
    let content = content_end(text, value).max(after);
    chunks.push(Chunk {
        key,
        value,
        start,
        lead: chunks.last().map_or(start, |before| before.end),
        after,
        end: line_end(text, content),
    });
}

/// The first dash after `from` that begins an item, before its value at `until`.
fn first_dash(text: &str, from: usize, until: usize) -> Option<usize> {
    let mut at = from;
    while at < until {
        let end = line_end(text, at).min(until.max(at));
        let written = text.get(at..end)?;
        let bare = written.trim_start_matches(' ');
        if bare.starts_with('-') {
            return Some(at + written.len() - bare.len());
        }
        // A comment, or what stands between the colon and the list: an anchor.
        at = line_end(text, at);
    }
    None
}
