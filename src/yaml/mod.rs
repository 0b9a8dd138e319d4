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
}

/// More values than a front matter or a configuration needs; an alias counts as everything that it expands
/// to.
const MOST_NODES: usize = 20_000;

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
    anchors: HashMap<usize, (Node, usize)>,
    nodes: usize,
    open: Vec<OpenCollection>,
    root: Option<Node>,
}

/// A list or mapping whose end has not been read yet.
struct OpenCollection {
    start: usize,
    anchor: usize,
    nodes_before: usize,
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
                self.remember(anchor, &node, 1);
                self.place(node);
            }
            Event::SequenceStart(_, anchor, _) => {
                self.begin(range.start, anchor, Children::Items(Vec::new()));
            }
            Event::MappingStart(_, anchor, _) => {
                self.begin(range.start, anchor, Children::Entries(Vec::new(), None));
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(range.end)?,
            Event::Alias(anchor) => {
                if let Some((node, size)) = self.anchors.get(&anchor) {
                    let (mut node, size) = (node.clone(), *size);
                    node.span = range;
                    self.count(size, &node.span)?;
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

    fn remember(&mut self, anchor: usize, node: &Node, size: usize) {
        if anchor != 0 {
            self.anchors.insert(anchor, (node.clone(), size));
        }
    }

    fn begin(&mut self, start: usize, anchor: usize, children: Children) {
        self.open.push(OpenCollection {
            start,
            anchor,
            nodes_before: self.nodes,
            children,
        });
    }

    fn end(&mut self, end: usize) -> Result<(), YamlError> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        // The end event of a block is at the next token: leave out the blank lines in between.
        let end = end.clamp(open.start, self.text.len());
        let end = open.start + self.text[open.start..end].trim_end().len();
        let node = Node {
            span: open.start..end,
            value: match open.children {
                Children::Items(items) => Value::Sequence(items),
                Children::Entries(entries, _) => Value::Mapping(entries),
            },
        };
        self.count(1, &node.span)?;
        self.remember(open.anchor, &node, self.nodes - open.nodes_before);
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
