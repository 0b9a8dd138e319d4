//! YAML text → a tree of [`Node`]s that remembers where each value is and how it was written.
//!
//! Scalars stay text: the key that holds `01 99 00 00 00` or `12100*02` decides what it means, not YAML's
//! guesses about types. Anchors and aliases work, within a bound on the size of the whole tree.

use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle, Span};

use crate::invisible;

mod mistake;
mod recover;
mod rule;
mod slips;
mod vocabulary;

pub use mistake::YamlMistake;
pub use recover::{YamlReading, read};
pub use rule::{FenceLine, rule};
pub use slips::{Slip, SlipKind, quoted};
pub use vocabulary::{Under, Vocabulary};

/// A value and its bytes in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Bytes of the text that was parsed.
    pub span: Range<usize>,
    /// The value.
    pub value: Value,
}

/// A YAML value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing was written.
    Null,
    /// Text, quoted or not.
    Scalar(String),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys and values, in order; a key may occur twice.
    Mapping(Vec<(Node, Node)>),
}

/// Why a text is not YAML that guichet can read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind}")]
pub struct YamlError {
    /// Bytes of the text.
    pub span: Range<usize>,
    /// The byte at which the parser stopped.
    pub at: usize,
    /// What is wrong.
    pub kind: YamlErrorKind,
}

/// The kinds of [`YamlError`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum YamlErrorKind {
    /// What an editor most likely did, and the parser's own words.
    #[error("{1}")]
    Syntax(YamlMistake, String),
    /// More values than any front matter needs, or aliases that multiply.
    #[error("it has more than {MOST_NODES} values")]
    TooLarge,
    /// A value inside of more others than any field needs.
    #[error("it has more than {MOST_LEVELS} levels")]
    TooDeep,
}

/// More values than a front matter or a configuration needs; an alias counts as everything that it expands
/// to.
const MOST_NODES: usize = 20_000;

/// More levels than any field has. What reads and shows fields goes into them level by level, and what is indented by
/// its level takes bytes as the square of their number.
const MOST_LEVELS: usize = 32;

/// Parses one document. An empty text gives [`Value::Null`].
///
/// # Errors
///
/// What is wrong with the text, and where.
pub fn parse(text: &str) -> Result<Node, YamlError> {
    let mut builder = Builder {
        text,
        anchors: HashMap::new(),
        nodes: 0,
        open: Vec::new(),
        root: None,
        trimmed: (0, 0),
    };
    for item in Parser::new_from_str(text) {
        let (event, span) = item.map_err(|error| {
            let at = error
                .marker()
                .byte_offset()
                .unwrap_or(text.len())
                .min(text.len());
            let reason = error.info();
            let (mistake, span) = YamlMistake::find(text, at, &reason);
            YamlError {
                span,
                at,
                kind: YamlErrorKind::Syntax(mistake, reason),
            }
        })?;
        if builder.root.is_some() {
            // Text below the end of a document is a mistake; text in another document belongs to that one.
            match event {
                Event::DocumentEnd => continue,
                _ => break,
            }
        }
        builder.event(event, span)?;
    }
    Ok(builder.root.unwrap_or(Node {
        span: 0..0,
        value: Value::Null,
    }))
}

struct Builder<'t> {
    text: &'t str,
    anchors: HashMap<usize, Anchored>,
    nodes: usize,
    open: Vec<OpenCollection>,
    root: Option<Node>,
    /// The end of the text last looked back from, and the end of the words before it: collections end together.
    trimmed: (usize, usize),
}

/// What an anchor names.
struct Anchored {
    node: Node,
    size: usize,
    /// How many levels are in it.
    levels: usize,
}

/// A list or mapping whose end has not been read yet.
struct OpenCollection {
    start: usize,
    anchor: usize,
    nodes_before: usize,
    /// How many levels have been read in it.
    levels: usize,
    children: Children,
}

enum Children {
    Items(Vec<Node>),
    Entries(Vec<(Node, Node)>, Option<Node>),
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) -> Result<(), YamlError> {
        let range = span.byte_range().unwrap_or(0..0);
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let null = style == ScalarStyle::Plain && matches!(&*text, "" | "~" | "null");
                let value = if null {
                    Value::Null
                } else if style == ScalarStyle::DoubleQuoted {
                    // Characters that a file may not contain, nor spell as an escape: `"\u202e"`.
                    Value::Scalar(invisible::read(&text).into_owned())
                } else {
                    Value::Scalar(text.into_owned())
                };
                let node = Node { span: range, value };
                self.count(1, &node.span)?;
                self.remember(anchor, &node, 1, 0);
                self.place(node);
            }
            Event::SequenceStart(_, anchor, _) => {
                self.begin(range, anchor, Children::Items(Vec::new()))?;
            }
            Event::MappingStart(_, anchor, _) => {
                self.begin(range, anchor, Children::Entries(Vec::new(), None))?;
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(range.end)?,
            Event::Alias(anchor) => {
                if let Some(named) = self.anchors.get(&anchor) {
                    let (mut node, size, levels) = (named.node.clone(), named.size, named.levels);
                    node.span = range;
                    self.count(size, &node.span)?;
                    self.deepen(levels, &node.span)?;
                    self.place(node);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn count(&mut self, more: usize, span: &Range<usize>) -> Result<(), YamlError> {
        self.nodes += more;
        if self.nodes > MOST_NODES {
            return Err(YamlError {
                span: span.clone(),
                at: span.start,
                kind: YamlErrorKind::TooLarge,
            });
        }
        Ok(())
    }

    /// Notes that what is open has this many levels more below it.
    fn deepen(&mut self, levels: usize, span: &Range<usize>) -> Result<(), YamlError> {
        if let Some(around) = self.open.last_mut() {
            around.levels = around.levels.max(levels);
        }
        match self.open.len() + levels > MOST_LEVELS {
            true => Err(YamlError {
                span: span.clone(),
                at: span.start,
                kind: YamlErrorKind::TooDeep,
            }),
            false => Ok(()),
        }
    }

    fn remember(&mut self, anchor: usize, node: &Node, size: usize, levels: usize) {
        if anchor != 0 {
            let node = node.clone();
            let named = Anchored { node, size, levels };
            self.anchors.insert(anchor, named);
        }
    }

    fn begin(
        &mut self,
        span: Range<usize>,
        anchor: usize,
        children: Children,
    ) -> Result<(), YamlError> {
        self.open.push(OpenCollection {
            start: span.start,
            anchor,
            nodes_before: self.nodes,
            levels: 0,
            children,
        });
        self.deepen(0, &span)
    }

    /// The end of the words before a byte.
    fn trimmed(&mut self, end: usize) -> usize {
        if self.trimmed.0 != end {
            self.trimmed = (end, self.text[..end].trim_end().len());
        }
        self.trimmed.1
    }

    fn end(&mut self, end: usize) -> Result<(), YamlError> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        // The end event of a block is at the next token: leave out the blank lines in between.
        let end = end.clamp(open.start, self.text.len());
        let end = self.trimmed(end).max(open.start);
        let node = Node {
            span: open.start..end,
            value: match open.children {
                Children::Items(items) => Value::Sequence(items),
                Children::Entries(entries, _) => Value::Mapping(entries),
            },
        };
        self.count(1, &node.span)?;
        let size = self.nodes - open.nodes_before;
        let levels = open.levels + 1;
        self.remember(open.anchor, &node, size, levels);
        self.deepen(levels, &node.span)?;
        self.place(node);
        Ok(())
    }

    fn place(&mut self, node: Node) {
        match self.open.last_mut().map(|open| &mut open.children) {
            None => self.root = Some(node),
            Some(Children::Items(items)) => items.push(node),
            Some(Children::Entries(entries, key)) => match key.take() {
                None => *key = Some(node),
                Some(key) => entries.push((key, node)),
            },
        }
    }
}

/// A text as a YAML value: unquoted if nothing in it has another meaning.
pub fn scalar(text: &str) -> String {
    const WORDS: &[&str] = &["true", "false", "null", "yes", "no", "on", "off", "y", "n"];
    let begins = text.chars().next().is_some_and(char::is_alphabetic);
    let is_plain = begins
        && !text.ends_with([' ', ':'])
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.contains(['\n', '\t'])
        && matches!(invisible::read(text), Cow::Borrowed(_))
        && !WORDS.contains(&text.to_lowercase().as_str());
    if is_plain {
        text.to_owned()
    } else {
        serde_json::Value::from(text).to_string()
    }
}

#[cfg(test)]
mod tests;
