//! A key written twice: both values as one, if they can be one; otherwise a mistake.

use std::ops::Range;

use super::Decoder;
use super::fields::UntakenField;
use crate::diagnostics::{Code, Diagnostic, Edit, Location, Remedy};
use crate::edit;
use crate::model::record::{Decode, Key};
use crate::spelling::fold_key;
use crate::yaml::{self, Node, Value};

/// How two values of one key relate.
enum Both {
    /// One says everything that both say: the other is redundant. Whether it is the later one.
    One { later_is_idle: bool },
    /// Both are parts of this.
    Together(Node),
    /// Only one of them can be right.
    Apart,
}

/// The value of a key written in these fields, all of them merged if that is certain; reports what is odd
/// about it.
pub(super) fn read<T: Decode>(
    key: &Key,
    first: &UntakenField<'_>,
    others: &[UntakenField<'_>],
    decoder: &mut Decoder,
) -> Node {
    let mut value = first.value.clone();
    for other in others {
        match both::<T>(&value, other.value) {
            Both::One { later_is_idle } => {
                let idle = if later_is_idle { other } else { first };
                decoder.idle(key.shown(decoder.french), idle.key, idle.value);
                if !later_is_idle {
                    value = other.value.clone();
                }
            }
            Both::Together(joined) => {
                let found = Diagnostic::new(Code::AsMeant, decoder.location(other.key))
                    .with("cause", "twice")
                    .with("key", key.shown(decoder.french));
                let edits = match both::<T>(first.value, other.value) {
                    Both::Together(pair) => decoder.put_together::<T>(first, other, &pair),
                    _ => None,
                };
                decoder.report(match edits {
                    Some(edits) => found.help("help-twice").fixes(edits),
                    None => found.help("help-twice-by-hand"),
                });
                value = joined;
            }
            Both::Apart => {
                let shown = key.shown(decoder.french);
                let is_text = |node: &Node| matches!(node.value, Value::Scalar(_));
                let help = match (is_text(&value), is_text(other.value)) {
                    (true, true) if key.wording.is_some() && !T::IS_LIST => "help-texts",
                    (true, true) => "help",
                    _ => "help-fields",
                };
                let [first, other] = [first, other].map(|field| (field.key, field.value));
                decoder.twice(shown, first, other, help);
            }
        }
    }
    value
}

fn both<T: Decode>(first: &Node, other: &Node) -> Both {
    match (&first.value, &other.value) {
        (_, Value::Null) => Both::One {
            later_is_idle: true,
        },
        (Value::Null, _) => Both::One {
            later_is_idle: false,
        },
        _ if same(first, other) => Both::One {
            later_is_idle: true,
        },
        (Value::Mapping(entries), Value::Mapping(more)) if !T::IS_LIST => {
            let entries = entries.iter().chain(more).cloned().collect();
            Both::Together(joined(first, Value::Mapping(entries)))
        }
        // Two mappings without a common field may be one thing as well as two.
        (Value::Mapping(entries), Value::Mapping(more)) if !share(entries, more) => Both::Apart,
        (Value::Scalar(_), _) | (_, Value::Scalar(_)) if T::IS_ANSWER => Both::Apart,
        _ if T::IS_LIST => {
            let items = [items(first), items(other)].concat();
            Both::Together(joined(first, Value::Sequence(items)))
        }
        _ => Both::Apart,
    }
}

/// A value in several places: shown where the first begins.
fn joined(first: &Node, value: Value) -> Node {
    let start = first.span.start;
    Node {
        span: start..start,
        value,
    }
}

fn items(node: &Node) -> Vec<Node> {
    match &node.value {
        Value::Sequence(items) => items.clone(),
        _ => vec![node.clone()],
    }
}

fn share(entries: &[(Node, Node)], more: &[(Node, Node)]) -> bool {
    let name = |key: &Node| match &key.value {
        Value::Scalar(text) => fold_key(text),
        _ => String::new(),
    };
    let mut keys = entries.iter().map(|(key, _)| name(key));
    keys.any(|key| more.iter().any(|(other, _)| name(other) == key))
}

/// Whether two trees say the same, wherever they are.
fn same(a: &Node, b: &Node) -> bool {
    match (&a.value, &b.value) {
        (Value::Sequence(a), Value::Sequence(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        (Value::Mapping(a), Value::Mapping(b)) => {
            let is_one = |((a, value), (b, other)): (&(Node, Node), &(Node, Node))| {
                same(a, b) && same(value, other)
            };
            a.len() == b.len() && a.iter().zip(b).all(is_one)
        }
        (a, b) => a == b,
    }
}

impl Decoder {
    /// Reports a name that occurs twice in a mapping whose names the editor chooses: a mistake, unless both
    /// say the same.
    pub fn name_twice(
        &mut self,
        name: &str,
        first: (&Node, &Node),
        other: (&Node, &Node),
        help: &'static str,
    ) {
        if same(first.1, other.1) || other.1.value == Value::Null {
            self.idle(name, other.0, other.1);
        } else {
            self.twice(name, first, other, help);
        }
    }

    /// Reports a field that says nothing, or nothing more than another field of its name.
    fn idle(&mut self, name: &str, key: &Node, value: &Node) {
        let found = Diagnostic::new(Code::AsMeant, self.location(key))
            .with("cause", "idle")
            .with("key", name);
        let lines = self.lines(key, value);
        self.report(match lines {
            Some(span) => found.help("help-idle").fixes([Edit {
                span,
                text: String::new(),
            }]),
            None => found.help("help-idle-by-hand"),
        });
    }

    fn twice(
        &mut self,
        name: &str,
        first: (&Node, &Node),
        other: (&Node, &Node),
        help: &'static str,
    ) {
        let (line, _) = self.place(first.0).line_and_column();
        let mut found = Diagnostic::new(Code::DuplicateKey, Location::Place(self.place(other.0)))
            .with("key", name)
            .with("line", line.to_string());
        let lines = [first, other].map(|(key, value)| self.lines(key, value));
        if let [Some(first), Some(other)] = lines {
            for (kept, gone) in [(&first, &other), (&other, &first)] {
                let kept = self.file.text.get(kept.clone()).unwrap_or_default();
                let fix = found.fix_here([Edit {
                    span: gone.clone(),
                    text: String::new(),
                }]);
                let remedy = fix.map(|fix| Remedy::new("mend-keep", fix).with("text", kept));
                found = found.offers(remedy);
            }
        }
        self.report(found.help(help));
    }

    /// The edits that move the lines of the later field under the first one, if the file read with them says
    /// `meant`.
    fn put_together<T: Decode>(
        &self,
        first: &UntakenField<'_>,
        other: &UntakenField<'_>,
        meant: &Node,
    ) -> Option<Vec<Edit>> {
        let text = &*self.file.text;
        let span = self.span(first.value);
        let is_list = T::IS_LIST;
        let more = self.entries(other.value, is_list)?;
        let is_block = !text[span.clone()].starts_with(['[', '{']);
        let is_open = match &first.value.value {
            Value::Sequence(_) => is_list && is_block,
            Value::Mapping(_) => !is_list && is_block,
            _ => false,
        };
        let edit = if is_open {
            let end = end_of_line(text, span.end);
            Edit {
                span: end..end,
                text: set_in(&more, column(text, span.start)),
            }
        } else {
            let lines = [self.entries(first.value, is_list)?, more].concat();
            let key = self.span(first.key);
            let colon = key.end + text.get(key.end..span.start)?.find(':')? + 1;
            Edit {
                span: colon..span.end,
                text: set_in(&lines, column(text, key.start) + 2),
            }
        };
        let gone = Edit {
            span: self.lines(other.key, other.value)?,
            text: String::new(),
        };
        let edits = vec![edit, gone];
        let head = |edit: &Edit| {
            let span = &edit.span;
            let inside = span.start >= self.offset && span.end <= self.end;
            inside.then(|| Edit {
                span: span.start - self.offset..span.end - self.offset,
                text: edit.text.clone(),
            })
        };
        let in_head: Vec<Edit> = edits.iter().map(head).collect::<Option<_>>()?;
        let edited = edit::apply(text.get(self.offset..self.end)?, &in_head)?;
        let tree = yaml::parse(&edited).ok()?;
        holds(&tree, &first.folded, meant).then_some(edits)
    }

    /// The bytes of a value in the file, without the blank lines after it.
    fn span(&self, node: &Node) -> Range<usize> {
        let start = node.span.start + self.offset;
        let end = start + self.written(node).trim_end().len();
        let text = &*self.file.text;
        if !matches!(node.value, Value::Sequence(_)) || text[start..end].starts_with(['-', '[']) {
            return start..end;
        }
        // The parser starts an unindented list after its first dash.
        let margin = &text[start - column(text, start)..start];
        let dash = margin.trim_end().ends_with('-');
        let back = if dash {
            margin.len() - margin.trim_end().len() + 1
        } else {
            0
        };
        start - back..end
    }

    /// Offers to remove the lines of a field, if it shares them with no other.
    pub fn offer_without(
        &self,
        found: Diagnostic,
        message: &'static str,
        (key, value): (&Node, &Node),
    ) -> Diagnostic {
        let gone = |span| Edit {
            span,
            text: String::new(),
        };
        match self.lines(key, value) {
            Some(span) => found.offer_edits(message, [gone(span)]),
            None => found,
        }
    }

    /// The lines of a field that shares them with no other.
    fn lines(&self, key: &Node, value: &Node) -> Option<Range<usize>> {
        let text = &*self.file.text;
        let at = self.span(key);
        let start = at.start - column(text, at.start);
        if !text[start..at.start].chars().all(|c| c == ' ') {
            return None;
        }
        let end = match value.value {
            Value::Null => at.end,
            _ => self.span(value).end,
        };
        let end = end_of_line(text, end);
        Some(if end < text.len() {
            start..end + 1
        } else {
            start.saturating_sub(1)..end
        })
    }

    /// The lines of a value as the entries of a list, or of a mapping.
    fn entries(&self, node: &Node, as_list: bool) -> Option<Vec<String>> {
        let text = &*self.file.text;
        let span = self.span(node);
        let written = text.get(span.clone())?;
        let is_block = !written.starts_with(['[', '{']);
        let raw = |span: Range<usize>| {
            let raw = text.get(span)?.trim_end();
            (!raw.contains('\n') && !raw.starts_with(['|', '>'])).then(|| raw.to_owned())
        };
        let item = |span: Range<usize>| raw(span).map(|raw| format!("- {raw}"));
        match &node.value {
            Value::Null => None,
            Value::Scalar(_) => Some(vec![item(span)?]),
            Value::Sequence(items) if !is_block => {
                items.iter().map(|node| item(self.span(node))).collect()
            }
            Value::Mapping(_) if !is_block && as_list => Some(vec![item(span)?]),
            Value::Mapping(entries) if !is_block => entries
                .iter()
                .map(|(key, value)| raw(self.span(key).start..self.span(value).end))
                .collect(),
            Value::Sequence(_) | Value::Mapping(_) => {
                let column = column(text, span.start);
                let all = &text[span.start - column..end_of_line(text, span.end)];
                let is_item = as_list && matches!(node.value, Value::Mapping(_));
                let line = |(index, line): (usize, &str)| {
                    let blank = line.trim().is_empty();
                    let (margin, bare) = line.split_at_checked(column.min(line.len()))?;
                    if !blank && !margin.chars().all(|c| c == ' ') {
                        return None;
                    }
                    let before = match (is_item, index) {
                        (false, _) => "",
                        (true, 0) => "- ",
                        (true, _) => "  ",
                    };
                    Some(if blank {
                        String::new()
                    } else {
                        format!("{before}{bare}")
                    })
                };
                all.split('\n').enumerate().map(line).collect()
            }
        }
    }
}

/// Whether a mapping anywhere in a tree has this value under a key.
fn holds(tree: &Node, folded: &str, meant: &Node) -> bool {
    match &tree.value {
        Value::Null | Value::Scalar(_) => false,
        Value::Sequence(items) => items.iter().any(|item| holds(item, folded, meant)),
        Value::Mapping(entries) => entries.iter().any(|(key, value)| {
            let is_key = matches!(&key.value, Value::Scalar(name) if fold_key(name) == folded);
            is_key && same(value, meant) || holds(value, folded, meant)
        }),
    }
}

/// Lines indented by this many columns, each on a line of its own.
fn set_in(lines: &[String], column: usize) -> String {
    let margin = " ".repeat(column);
    let line = |line: &String| match line.is_empty() {
        true => "\n".to_owned(),
        false => format!("\n{margin}{line}"),
    };
    lines.iter().map(line).collect()
}

/// How many bytes precede this one on its line.
fn column(text: &str, at: usize) -> usize {
    at - text[..at].rfind('\n').map_or(0, |end| end + 1)
}

fn end_of_line(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |end| at + end)
}
