//! Reads values from YAML nodes, and collects every mistake in them.

mod fields;
mod friends;
mod meant;
mod reading;
mod twice;
mod unknown;

use std::ops::Range;
use std::sync::Arc;

pub use fields::Fields;

use super::record::Record;
use super::written::{Wording, WrittenField};
use crate::diagnostics::{Code, Diagnostic, Location, Place, Severity, TextFile};
use crate::language::Language;
use crate::yaml::{Node, Value};

/// Reads values from one text and collects what is wrong with them.
pub struct Decoder {
    file: Arc<TextFile>,
    /// Where the YAML begins in the file.
    offset: usize,
    /// Where it ends, if known.
    end: usize,
    /// Whether keys are suggested in French.
    pub french: bool,
    /// Whether the file writes its keys in English.
    is_english: bool,
    diagnostics: Vec<Diagnostic>,
    /// The top-level keys, folded, below which the YAML could not be read.
    lost: Vec<String>,
    /// Whether nothing could be read.
    lost_all: bool,
    /// The top-level keys that could not be read in full, for whatever reason.
    unread: Vec<&'static str>,
    /// How many nested records are being read.
    depth: usize,
    /// What the current key is to readers.
    wording: Option<Wording>,
    /// The language of the current value, if it declares its own.
    language: Option<Language>,
    /// The fields that hold the editor's own words.
    written: Vec<WrittenField>,
    /// The current list item, if it has no dash before it.
    pub(super) unmarked: Option<Range<usize>>,
}

/// What a decoder found wrong, and what it could not read.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// The English names of the top-level keys that could not be read in full, which are not reported as
    /// empty.
    pub unread: Vec<&'static str>,
    /// The fields that hold the editor's own words, in order.
    pub written: Vec<WrittenField>,
}

impl Decoder {
    /// A decoder for YAML that begins at byte `offset` of the file.
    pub fn new(file: Arc<TextFile>, offset: usize, french: bool) -> Self {
        Self {
            end: file.text.len(),
            file,
            offset,
            french,
            is_english: false,
            diagnostics: Vec::new(),
            lost: Vec::new(),
            lost_all: false,
            unread: Vec::new(),
            depth: 0,
            wording: None,
            language: None,
            written: Vec::new(),
            unmarked: None,
        }
    }

    /// The position of a node in the file.
    pub fn place(&self, node: &Node) -> Place {
        Place {
            file: Arc::clone(&self.file),
            span: node.span.start + self.offset..node.span.end + self.offset,
        }
    }

    /// The position of a node in the file, as a diagnostic's location.
    pub fn location(&self, node: &Node) -> Location {
        Location::Place(self.place(node))
    }

    /// Adds a diagnostic.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Reports that `node` is not what its key takes, described by the message `expected-…`.
    pub fn wrong_type(&mut self, node: &Node, expected: &'static str) {
        let found = match &node.value {
            Value::Null => "null",
            Value::Scalar(_) => "text",
            Value::Sequence(_) => "list",
            Value::Mapping(_) => "mapping",
        };
        let diagnostic = Diagnostic::new(Code::WrongType, self.location(node))
            .with("expected", expected)
            .with("found", found);
        self.report(diagnostic);
    }

    /// Records the position of a text, if its key is one of words.
    pub fn keep_words(&mut self, node: &Node) {
        if let Some(wording) = self.wording {
            let span = node.span.start + self.offset..node.span.end + self.offset;
            let field = WrittenField::new(&span, wording, self.language);
            self.written.extend(field);
        }
    }

    /// Reads a value with a language of its own.
    pub fn in_language<T>(&mut self, language: Language, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.language.replace(language);
        let value = read(self);
        self.language = outer;
        value
    }

    /// The text of a scalar; reports anything else.
    pub fn text<'n>(&mut self, node: &'n Node, expected: &'static str) -> Option<&'n str> {
        match &node.value {
            Value::Scalar(text) => Some(text),
            _ => {
                self.wrong_type(node, expected);
                None
            }
        }
    }

    /// Whether the current fields are those of a page itself, not of a record in it or of the configuration.
    pub fn is_page(&self) -> bool {
        self.depth <= 1 && !self.file.path.ends_with(".yaml")
    }

    /// The source text of a node.
    pub fn written(&self, node: &Node) -> &str {
        let start = node.span.start + self.offset;
        let end = node.span.end + self.offset;
        self.file.text.get(start..end).unwrap_or_default()
    }

    /// All diagnostics collected.
    pub fn finish(self) -> Vec<Diagnostic> {
        self.findings().diagnostics
    }

    /// All diagnostics collected, and the keys that could not be read.
    pub fn findings(self) -> Findings {
        Findings {
            diagnostics: self.diagnostics,
            unread: self.unread,
            written: self.written,
        }
    }

    fn errors(&self) -> usize {
        let severities = self.diagnostics.iter();
        severities
            .filter(|diagnostic| diagnostic.code.default_severity() == Severity::Error)
            .count()
    }

    /// Reads a record from a mapping (or its shorthand), and reports unknown keys.
    pub fn record<R: Record>(&mut self, node: &Node) -> Option<R> {
        let sentence;
        let node = match self.sentence::<R>(node) {
            Some(text) => {
                sentence = text;
                &sentence
            }
            None => node,
        };
        let undashed = self.undashed::<R>(node);
        let node = undashed.as_ref().unwrap_or(node);
        let shorthand;
        let node = match (&node.value, R::SHORTHAND) {
            (Value::Scalar(_), Some(key)) => {
                let key = Node {
                    span: node.span.clone(),
                    value: Value::Scalar(key.to_owned()),
                };
                shorthand = Node {
                    span: node.span.clone(),
                    value: Value::Mapping(vec![(key, node.clone())]),
                };
                &shorthand
            }
            _ => node,
        };
        if !matches!(node.value, Value::Null | Value::Mapping(_)) {
            self.wrong_type(node, "mapping");
            let french = self.french;
            let known: Vec<&str> = R::KEYS.iter().map(|key| key.shown(french)).collect();
            if let Some(diagnostic) = self.diagnostics.pop() {
                let diagnostic = diagnostic.with("known", known.join(", "));
                self.report(diagnostic.help("help-fields"));
            }
            return None;
        }
        let before = self.diagnostics.len();
        let mut fields = Fields::of(node, self)?;
        let record = R::from_fields(&mut fields, self);
        fields.finish(&[R::KEYS], self);
        self.forgive(node, before, |_, _| true);
        Some(record)
    }
}
