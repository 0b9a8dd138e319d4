//! Reads values from YAML nodes, and collects every mistake in them.

mod friends;
mod meant;
mod reading;
mod twice;

use std::ops::Range;
use std::sync::Arc;

use super::record::{Decode, Key, Record};
use super::schema;
use super::written::{Wording, WrittenField};
use crate::diagnostics::{self, Code, Diagnostic, Location, Place, Severity, TextFile};
use crate::language::Language;
use crate::spelling::{fold_key, is_folded};
use crate::yaml::{Node, Value};
use friends::{FALSE_FRIENDS, elsewhere};

/// With hundreds of mistakes in one text, an editor needs something else than a similar key.
const MOST_SUGGESTIONS: usize = 200;

/// The most fields to suggest in place of an unknown one.
const MOST_FIELDS: usize = 12;

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

/// Whether an unknown key is so similar to an existing one that it was surely meant as that.
fn is_near_written(key: &Key, folded: &str, written: &[&str]) -> bool {
    const NEAR: f64 = 0.9;
    let mut names = std::iter::once(&key.name).chain(key.aliases);
    let is_near = |name: &str| strsim::jaro_winkler(folded, &fold_key(name)) > NEAR;
    written.contains(&key.name) && names.any(|name| is_near(name))
}

/// The entries of a mapping that no record has taken yet.
pub struct Fields<'n> {
    parent: &'n Node,
    entries: Vec<Option<UntakenField<'n>>>,
}

struct UntakenField<'n> {
    key: &'n Node,
    /// The key's text, folded; empty if the key is not text.
    folded: String,
    value: &'n Node,
}

impl<'n> UntakenField<'n> {
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
            Value::Mapping(entries) => entries.iter().map(UntakenField::new).map(Some).collect(),
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
        let mut found = self
            .entries
            .iter_mut()
            .filter_map(|slot| slot.take_if(|field| key.is(&field.folded)));
        let first = found.next();
        let others: Vec<UntakenField<'_>> = found.collect();
        let together = first
            .as_ref()
            .filter(|_| !others.is_empty())
            .map(|first| twice::read::<T>(key, first, &others, decoder));
        let value = together
            .as_ref()
            .or(first.as_ref().map(|field| field.value));
        let mut alone = |field: &UntakenField<'n>| decoder.alone::<T>(field.key, field.value);
        let value = match (&together, &first) {
            (None, Some(field)) => alone(field).or(value),
            _ => value,
        };
        let is_top = decoder.depth == 0;
        let is_lost = is_top && (decoder.lost_all || decoder.lost.iter().any(|lost| key.is(lost)));
        if is_lost {
            decoder.unread.push(key.name);
        }
        let errors = if is_top { decoder.errors() } else { 0 };
        decoder.depth += 1;
        let outer = std::mem::replace(&mut decoder.wording, key.wording);
        let read = match value.filter(|node| !matches!(node.value, Value::Null)) {
            Some(node) => T::decode(node, decoder).unwrap_or_default(),
            // It is not missing if it could not be read.
            None if is_lost => T::default(),
            None => T::absent(key, self.parent, decoder),
        };
        decoder.wording = outer;
        decoder.depth -= 1;
        if is_top && !is_lost && value.is_some() && decoder.errors() > errors {
            decoder.unread.push(key.name);
        }
        read
    }

    /// The value of the first entry with this folded name, if no record has taken it.
    pub fn peek(&self, name: &str) -> Option<&'n Node> {
        let mut entries = self.entries.iter().flatten();
        entries
            .find(|field| field.folded == name)
            .map(|field| field.value)
    }

    /// Removes the entries with this folded name.
    pub fn remove(&mut self, name: &str) {
        for slot in &mut self.entries {
            slot.take_if(|field| field.folded == name);
        }
    }

    /// Whether the mapping contains one of these keys.
    fn writes(&self, known: &[&[Key]], is_it: impl Fn(&Key, &str) -> bool) -> bool {
        let Value::Mapping(entries) = &self.parent.value else {
            return false;
        };
        entries.iter().any(|(key, _)| match &key.value {
            Value::Scalar(text) => {
                let folded = fold_key(text);
                let mut keys = known.iter().flat_map(|keys| keys.iter());
                keys.any(|key| key.is(&folded) && is_it(key, &folded))
            }
            _ => false,
        })
    }

    /// Reports every entry that no record took, with the nearest known key.
    pub fn finish(self, known: &[&[Key]], decoder: &mut Decoder) {
        if self.entries.iter().all(Option::is_none) {
            return;
        }
        let is_french = |key: &Key, folded: &str| !is_folded(key.name, folded);
        // If nothing else in the record decides, the file does.
        let in_french = decoder.french
            && (self.writes(known, is_french)
                || !decoder.is_english && !self.writes(known, |_, _| true));
        let is_top = decoder.depth == 0;
        let friend = |folded: &str| {
            let mut names = FALSE_FRIENDS.iter().filter(|(word, _)| *word == folded);
            let keys = names.by_ref().filter_map(|(_, name)| {
                let mut keys = known.iter().flat_map(|keys| keys.iter());
                keys.find(|key| key.name == *name)
            });
            let keys: Vec<&Key> = keys.collect();
            let is_free = |key: &&&Key| !self.writes(known, |other, _| other.name == key.name);
            keys.iter().find(is_free).or(keys.first()).copied()
        };
        let mut friends: Vec<Option<&Key>> = self
            .entries
            .iter()
            .flatten()
            .map(|field| friend(&field.folded))
            .collect();
        // Two fields cannot both become one.
        for index in 1..friends.len() {
            let (before, rest) = friends.split_at_mut(index);
            let is_taken = |key: &Key| before.iter().flatten().any(|other| other.name == key.name);
            rest[0] = rest[0].filter(|key| !is_taken(key));
        }
        let written: Vec<&str> = known
            .iter()
            .flat_map(|keys| keys.iter())
            .filter(|key| self.writes(known, |other, _| other.name == key.name))
            .map(|key| key.name)
            .collect();
        for (field, friend) in self.entries.into_iter().flatten().zip(friends) {
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
            // A field that is already present was not what was meant; a field specific to this kind of page
            // is likelier than one that all pages have.
            let free: Vec<&str> = known
                .iter()
                .rev()
                .flat_map(|keys| keys.iter())
                .filter(|key| !written.contains(&key.name))
                .map(|key| key.shown(decoder.french))
                .collect();
            let is_whole = free.len() <= MOST_FIELDS;
            let mut first = free[..free.len().min(MOST_FIELDS)].join(", ");
            if !is_whole {
                first.push('…');
            }
            let near = (decoder.diagnostics.len() < MOST_SUGGESTIONS)
                .then(|| diagnostics::nearest_by(&field.folded, names(), fold_key))
                .flatten();
            let key = near.and_then(|near| {
                let mut keys = known.iter().flat_map(|keys| keys.iter());
                keys.find(|key| key.name == near || key.aliases.contains(&near))
            });
            let mut diagnostic = Diagnostic::new(Code::UnknownKey, decoder.location(field.key))
                .with("key", text)
                .with("known", first)
                .help(match (free.is_empty(), is_whole) {
                    (true, _) => "help-none",
                    (false, true) => "help",
                    (false, false) => "help-first",
                });
            let route = if decoder.depth == 0 && shown.contains(&"canaux") {
                schema::route_of_key(&field.folded, decoder.french)
            } else {
                None
            };
            let friend_is_free = friend.filter(|key| !written.contains(&key.name));
            let is_channel = decoder.depth == 0 && schema::is_channel(&field.folded);
            if is_channel && shown.contains(&"canaux") {
                diagnostic = diagnostic.help("help-channel");
                decoder.unread.push("channels");
            } else if let Some(key) = friend_is_free {
                let meant = key.shown(decoder.french);
                diagnostic = diagnostic.with("nearest", meant).help("help-nearest");
                decoder.unread.push(key.name);
            } else if let Some(route) = route {
                diagnostic = diagnostic.with("route", route).help("help-route");
            } else if let Some(help) = elsewhere(&field.folded, is_top && shown.contains(&"résumé"))
            {
                diagnostic = diagnostic.help(help);
            } else if let Some(key) =
                friend.or(key.filter(|key| is_near_written(key, &field.folded, &written)))
            {
                // Suggesting a field that is already present would cause the next mistake.
                let there = key.shown(decoder.french);
                diagnostic = diagnostic.with("nearest", there).help("help-written");
            } else if let (Some(near), Some(key)) = (near, key)
                && !written.contains(&key.name)
            {
                let is_slip_of =
                    |name: &str| diagnostics::is_slip_of_the_pen(&field.folded, &fold_key(name));
                // In the language of the other fields.
                let french = key.shown(true);
                let is_like = strsim::osa_distance(&field.folded, &fold_key(french)) <= 2;
                let meant = if in_french && (is_like || !is_slip_of(near)) {
                    french
                } else {
                    near
                };
                diagnostic = diagnostic.with("nearest", meant).help("help-nearest");
                if is_slip_of(near) {
                    diagnostic = diagnostic.instead(meant);
                }
                if decoder.depth == 0 {
                    decoder.unread.push(key.name);
                }
            }
            decoder.report(diagnostic);
        }
    }
}
