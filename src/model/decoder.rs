//! Reads values from YAML nodes, and gathers every mistake in them.

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::record::{Decode, Key, Record};
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::yaml::{Node, Value};

/// Reads values from one text and gathers what is wrong with them.
pub struct Decoder {
    file: Arc<TextFile>,
    /// Where the YAML begins in the file.
    offset: usize,
    /// Whether keys are suggested in French.
    pub french: bool,
    diagnostics: Vec<Diagnostic>,
}

impl Decoder {
    /// A decoder for YAML that begins at byte `offset` of the file.
    pub fn new(file: Arc<TextFile>, offset: usize, french: bool) -> Self {
        Self {
            file,
            offset,
            french,
            diagnostics: Vec::new(),
        }
    }

    /// Where a node stands in the file.
    pub fn place(&self, node: &Node) -> Place {
        Place {
            file: Arc::clone(&self.file),
            span: node.span.start + self.offset..node.span.end + self.offset,
        }
    }

    /// The same, as a diagnostic's location.
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

    /// The text of a scalar; anything else is reported.
    pub fn text<'n>(&mut self, node: &'n Node, expected: &'static str) -> Option<&'n str> {
        match &node.value {
            Value::Scalar(text) => Some(text),
            _ => {
                self.wrong_type(node, expected);
                None
            }
        }
    }

    /// All diagnostics gathered.
    pub fn finish(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// Reads a record from a mapping (or its shorthand), and reports keys that it does not have.
    pub fn record<R: Record>(&mut self, node: &Node) -> Option<R> {
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
        let mut fields = Fields::of(node, self)?;
        let record = R::from_fields(&mut fields, self);
        fields.finish(&[R::KEYS], self);
        Some(record)
    }
}

/// The entries of a mapping that no record has taken yet.
pub struct Fields<'n> {
    parent: &'n Node,
    entries: Vec<Option<Field<'n>>>,
}

struct Field<'n> {
    key: &'n Node,
    /// The key's text, folded; empty where the key is no text.
    folded: String,
    value: &'n Node,
}

impl<'n> Field<'n> {
    fn new((key, value): &'n (Node, Node)) -> Self {
        let folded = match &key.value {
            Value::Scalar(text) => fold_key(text),
            _ => String::new(),
        };
        Self { key, folded, value }
    }
}

impl<'n> Fields<'n> {
    /// The entries of a mapping; `Null` has none, anything else is reported.
    pub fn of(node: &'n Node, decoder: &mut Decoder) -> Option<Self> {
        let entries = match &node.value {
            Value::Null => Vec::new(),
            Value::Mapping(entries) => entries.iter().map(Field::new).map(Some).collect(),
            _ => {
                decoder.wrong_type(node, "mapping");
                return None;
            }
        };
        Some(Self {
            parent: node,
            entries,
        })
    }

    /// Takes the value of `key`, under its name or an alias.
    pub fn take<T: Decode>(&mut self, key: &Key, decoder: &mut Decoder) -> T {
        let mut value: Option<&Node> = None;
        for slot in &mut self.entries {
            let Some(field) = slot.take_if(|field| key.is(&field.folded)) else {
                continue;
            };
            if value.is_some() {
                let diagnostic = Diagnostic::new(Code::DuplicateKey, decoder.location(field.key))
                    .with("key", key.shown(decoder.french));
                decoder.report(diagnostic);
                continue;
            }
            value = Some(field.value);
        }
        match value {
            Some(node) if matches!(node.value, Value::Null) => T::absent(key, self.parent, decoder),
            Some(node) => T::decode(node, decoder).unwrap_or_default(),
            None => T::absent(key, self.parent, decoder),
        }
    }

    /// The value of the first entry of this folded name, if no record has taken it.
    pub fn peek(&self, name: &str) -> Option<&'n Node> {
        let mut entries = self.entries.iter().flatten();
        entries
            .find(|field| field.folded == name)
            .map(|field| field.value)
    }

    /// Takes away the entries of this folded name.
    pub fn remove(&mut self, name: &str) {
        for slot in &mut self.entries {
            slot.take_if(|field| field.folded == name);
        }
    }

    /// Reports every entry that no record took, with the nearest of the known keys.
    pub fn finish(self, known: &[&[Key]], decoder: &mut Decoder) {
        for field in self.entries.into_iter().flatten() {
            let Value::Scalar(text) = &field.key.value else {
                decoder.wrong_type(field.key, "key");
                continue;
            };
            let names = || {
                known
                    .iter()
                    .flat_map(|keys| keys.iter())
                    .flat_map(|key| std::iter::once(key.name).chain(key.aliases.iter().copied()))
            };
            let shown: Vec<&str> = known
                .iter()
                .flat_map(|keys| keys.iter())
                .map(|key| key.shown(decoder.french))
                .collect();
            let diagnostic = Diagnostic::new(Code::UnknownKey, decoder.location(field.key))
                .with("key", text)
                .with("known", shown.join(", "))
                .nearest(&field.folded, names());
            decoder.report(diagnostic);
        }
    }
}

/// `Sur place`, `sur-place` and `sur_place` are one key, and so are `Résumé` and `resume`: not every keyboard has accents.
pub(super) fn fold_key(key: &str) -> String {
    if key.bytes().all(|b| b.is_ascii_lowercase()) {
        return key.to_owned();
    }
    folded(key).collect()
}

fn folded(key: &str) -> impl Iterator<Item = char> {
    key.nfd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            ' ' | '-' => '_',
            '’' => '\'',
            c => c,
        })
}

/// Whether [`fold_key`] of a name, which is lower-case already, is `written`.
pub(super) fn is_folded(name: &str, written: &str) -> bool {
    if !name.is_ascii() {
        return folded(name).eq(written.chars());
    }
    let same = |(a, b): (u8, u8)| a == b || (matches!(a, b' ' | b'-') && b == b'_');
    name.len() == written.len() && name.bytes().zip(written.bytes()).all(same)
}
