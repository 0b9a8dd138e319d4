//! Where a byte of YAML is, as it is typed: among which fields, at a key or at a value.
//!
//! What is being typed is seldom YAML that can be parsed, so lines are read on their own: by their indentation and
//! dashes, and brackets within one line.

use std::ops::Range;

/// A place among the fields of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FieldPlace<'t> {
    /// The keys above it; at a value, its own key is the last.
    pub path: Vec<&'t str>,
    pub part: FieldPart,
    /// The bytes of the key or value.
    pub span: Range<usize>,
    /// The other keys of the same record.
    pub siblings: Vec<&'t str>,
    /// Whether something follows: at a key, its colon.
    pub is_followed: bool,
}

/// What is at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FieldPart {
    Key,
    Value,
    /// An item of a list that is only begun: it may become a value, or the first key of a record.
    Item,
}

/// A line that holds a key, the beginning of one, or an item of a list.
struct FieldLine<'t> {
    /// The column of the key, after dashes.
    column: usize,
    has_dash: bool,
    /// The key, if it has its colon.
    key: Option<&'t str>,
    /// Where the key or item begins, in the text.
    start: usize,
}

impl<'t> FieldLine<'t> {
    /// `None` for an empty line and for a comment.
    fn read(text: &'t str, line: &Range<usize>) -> Option<Self> {
        let content = text.get(line.clone())?;
        let mut rest = content.trim_start_matches(' ');
        let mut has_dash = false;
        while rest == "-" || rest.starts_with("- ") {
            has_dash = true;
            rest = rest[1..].trim_start_matches(' ');
        }
        if rest.starts_with('#') || (rest.trim().is_empty() && !has_dash) {
            return None;
        }
        let column = content.len() - rest.len();
        let colon = rest.char_indices().find(|(at, c)| {
            *c == ':'
                && rest[at + 1..]
                    .chars()
                    .next()
                    .is_none_or(char::is_whitespace)
        });
        let is_open = rest.starts_with(['"', '\'', '[', '{', '|', '>', '&', '*']);
        let key = colon.filter(|_| !is_open).map(|(at, _)| &rest[..at]);
        Some(Self {
            column,
            has_dash,
            key,
            start: line.start + column,
        })
    }
}

/// The lines of a block that end at or before a byte, the last one first.
fn lines_above<'t>(
    text: &'t str,
    block: &Range<usize>,
    start: usize,
) -> impl Iterator<Item = FieldLine<'t>> {
    let mut end = start;
    let begin = block.start;
    let lines = std::iter::from_fn(move || {
        let line_end = end.checked_sub(1).filter(|end| *end >= begin)?;
        let line = text[begin..line_end].rfind('\n');
        let line_start = line.map_or(begin, |at| begin + at + 1);
        end = line_start;
        Some(line_start..line_end)
    });
    lines.filter_map(move |line| FieldLine::read(text, &line))
}

/// The lines of a block that begin after a byte.
fn lines_below<'t>(
    text: &'t str,
    block: &Range<usize>,
    end: usize,
) -> impl Iterator<Item = FieldLine<'t>> {
    let mut at = end;
    let below = text.get(end..block.end).unwrap_or_default();
    let lines = below.split_inclusive('\n').map(move |line| {
        let start = at;
        at += line.len();
        start..start + line.trim_end_matches('\n').len()
    });
    // The first is the rest of the line itself.
    lines
        .skip(1)
        .filter_map(move |line| FieldLine::read(text, &line))
}

/// The place of a byte in a block of YAML; `None` in a comment.
pub(crate) fn field_place<'t>(
    text: &'t str,
    block: &Range<usize>,
    at: usize,
) -> Option<FieldPlace<'t>> {
    let before = text.get(block.start..at)?;
    let start = before
        .rfind('\n')
        .map_or(block.start, |end| block.start + end + 1);
    let rest = text.get(at..block.end)?;
    let end = at + rest.find('\n').unwrap_or(rest.len());
    let line = FieldLine::read(text, &(start..end));
    let Some(line) = line else {
        let written = &text[start..end];
        return written.trim().is_empty().then(|| {
            let (path, siblings) = around(text, block, start, end, at - start, false);
            FieldPlace {
                path,
                part: FieldPart::Key,
                span: at..at,
                siblings,
                is_followed: false,
            }
        });
    };
    let (mut path, siblings) = around(text, block, start, end, line.column, line.has_dash);
    let begin = line.start;
    if at < begin {
        return None;
    }
    let Some(key) = line.key else {
        let part = match line.has_dash {
            true => FieldPart::Item,
            false => FieldPart::Key,
        };
        if text[line.start..end].starts_with(['[', '{']) && at > line.start {
            let place = in_brackets(text, line.start..end, at, path);
            return Some(place);
        }
        return Some(FieldPlace {
            path,
            part,
            span: begin..(begin + text[begin..end].trim_end().len()).max(at),
            siblings,
            is_followed: false,
        });
    };
    let key_end = line.start + key.len();
    if at <= key_end {
        return Some(FieldPlace {
            path,
            part: FieldPart::Key,
            span: begin..key_end,
            siblings,
            is_followed: true,
        });
    }
    path.push(key);
    let spaces = text[key_end + 1..end].len() - text[key_end + 1..end].trim_start().len();
    let value = (key_end + 1 + spaces).min(at);
    Some(in_brackets(text, value..end, at, path))
}

/// The keys above a line, and the others of its record.
fn around<'t>(
    text: &'t str,
    block: &Range<usize>,
    start: usize,
    end: usize,
    column: usize,
    has_dash: bool,
) -> (Vec<&'t str>, Vec<&'t str>) {
    let mut path = Vec::new();
    let mut siblings = Vec::new();
    let mut level = column;
    let mut is_same = !has_dash;
    for line in lines_above(text, block, start) {
        let Some(key) = line.key else {
            is_same &= line.column > column || (line.column == column && !line.has_dash);
            continue;
        };
        if line.column < level {
            path.push(key);
            level = line.column;
            is_same = false;
        } else if is_same && line.column == column {
            siblings.push(key);
        }
        is_same &= !(line.has_dash && line.column <= column);
        if level == 0 && !is_same {
            break;
        }
    }
    path.reverse();
    for line in lines_below(text, block, end) {
        if line.column < column || (line.column == column && line.has_dash) {
            break;
        }
        siblings.extend(line.key.filter(|_| line.column == column));
    }
    (path, siblings)
}

/// What one bracket opened.
struct Bracket<'t> {
    is_record: bool,
    /// Its keys so far; the last is that of the value that is being typed if `in_value`.
    keys: Vec<&'t str>,
    in_value: bool,
}

/// The place of a byte in a value, which may have brackets.
fn in_brackets<'t>(
    text: &'t str,
    value: Range<usize>,
    at: usize,
    mut path: Vec<&'t str>,
) -> FieldPlace<'t> {
    let mut open: Vec<Bracket<'t>> = Vec::new();
    let mut token = value.start;
    let mut quote = None;
    for (index, c) in text[value.start..at].char_indices() {
        let here = value.start + index;
        match (quote, c) {
            (Some(mark), c) if c == mark => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') if text[token..here].trim().is_empty() => quote = Some(c),
            (None, '[' | '{') if text[token..here].trim().is_empty() => {
                open.push(Bracket {
                    is_record: c == '{',
                    keys: Vec::new(),
                    in_value: false,
                });
                token = here + 1;
            }
            (None, ']' | '}') if !open.is_empty() => {
                open.pop();
                token = here + 1;
            }
            (None, ',') => {
                if let Some(inner) = open.last_mut() {
                    inner.in_value = false;
                    token = here + 1;
                }
            }
            (None, ':') => {
                let is_end = text[here + 1..].starts_with([' ', '\n']) || here + 1 == at;
                if let Some(inner) = open.last_mut().filter(|inner| inner.is_record && is_end) {
                    inner.keys.push(text[token..here].trim());
                    inner.in_value = true;
                    token = here + 1;
                }
            }
            _ => {}
        }
    }
    let rest = &text[at..value.end];
    let stop = match open.is_empty() {
        true => rest.len(),
        false => rest.find([',', ']', '}', ':']).unwrap_or(rest.len()),
    };
    let spaces = text[token..at].len() - text[token..at].trim_start().len();
    let start = token + spaces;
    let end = (start + text[start..at + stop].trim_end().len()).max(at);
    let mut part = FieldPart::Value;
    let mut siblings = Vec::new();
    for bracket in &open {
        part = match (bracket.is_record, bracket.in_value) {
            (true, false) => FieldPart::Key,
            (true, true) => FieldPart::Value,
            (false, _) => FieldPart::Item,
        };
        path.extend(bracket.keys.last().filter(|_| bracket.in_value));
        siblings.clone_from(&bracket.keys);
    }
    FieldPlace {
        path,
        part,
        span: start..end,
        siblings,
        is_followed: rest[stop..].starts_with(':'),
    }
}

#[cfg(test)]
#[path = "fields/tests.rs"]
mod tests;
