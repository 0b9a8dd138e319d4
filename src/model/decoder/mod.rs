//! Reads values from YAML nodes, and gathers every mistake in them.

mod fold;
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
use crate::yaml::{Node, Value};
pub use fold::{fold_key, is_folded};
use friends::{FALSE_FRIENDS, elsewhere};

/// Who has hundreds of mistakes in one text is looking for something else than a key that is like another.
const MOST_SUGGESTIONS: usize = 200;

/// As many fields as are named to who wrote another.
const MOST_FIELDS: usize = 12;

/// Reads values from one text and gathers what is wrong with them.
pub struct Decoder {
    file: Arc<TextFile>,
    /// Where the YAML begins in the file.
    offset: usize,
    /// Where it ends, where that is known.
    end: usize,
    /// Whether keys are suggested in French.
    pub french: bool,
    /// Whether the file names its fields in English.
    is_english: bool,
    diagnostics: Vec<Diagnostic>,
    /// The topmost keys, folded, below which the YAML could not be read.
    lost: Vec<String>,
    /// Whether nothing could be read.
    lost_all: bool,
    /// The topmost keys of which something could not be read, for whatever reason.
    unread: Vec<&'static str>,
    /// How many records are being read, one in the other.
    depth: usize,
    /// What the key whose value is being read is to readers.
    wording: Option<Wording>,
    /// The language of the value that is being read, where it says its own.
    language: Option<Language>,
    /// The fields that are words of the editor's own.
    written: Vec<WrittenField>,
    /// The item of a list that has no dash before it, of those that are being read.
    pub(super) unmarked: Option<Range<usize>>,
}

/// What a decoder has found wrong, and what it could not read.
#[derive(Debug, Clone, Default)]
pub struct Findings {
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// The English names of the topmost keys of which something could not be read: that they are empty is not news.
    pub unread: Vec<&'static str>,
    /// The fields that are words of the editor's own, in their order.
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

    /// Keeps the place of a text, where the key that it belongs to is one of words.
    pub fn keep_words(&mut self, node: &Node) {
        if let Some(wording) = self.wording {
            let span = node.span.start + self.offset..node.span.end + self.offset;
            let field = WrittenField::new(&span, wording, self.language);
            self.written.extend(field);
        }
    }

    /// Reads a value that is in a language of its own.
    pub fn in_language<T>(&mut self, language: Language, read: impl FnOnce(&mut Self) -> T) -> T {
        let outer = self.language.replace(language);
        let value = read(self);
        self.language = outer;
        value
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

    /// Whether the fields of a page itself are being read, and not those of a record in it or of the configuration.
    pub fn is_page(&self) -> bool {
        self.depth <= 1 && !self.file.path.ends_with(".yaml")
    }

    /// What was written at a node, as it stands in the file.
    pub fn written(&self, node: &Node) -> &str {
        let start = node.span.start + self.offset;
        let end = node.span.end + self.offset;
        self.file.text.get(start..end).unwrap_or_default()
    }

    /// All diagnostics gathered.
    pub fn finish(self) -> Vec<Diagnostic> {
        self.findings().diagnostics
    }

    /// All diagnostics gathered, and the keys that could not be read.
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

    /// Reads a record from a mapping (or its shorthand), and reports keys that it does not have.
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

/// Whether an unknown key is so like one that is written that it was surely meant as that.
fn is_near_written(key: &Key, folded: &str, written: &[&str]) -> bool {
    const NEAR: f64 = 0.9;
    let mut names = std::iter::once(&key.name).chain(key.aliases);
    let is_near = |name: &str| strsim::jaro_winkler(folded, &fold_key(name)) > NEAR;
    written.contains(&key.name) && names.any(|name| is_near(name))
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
        let mut found = self
            .entries
            .iter_mut()
            .filter_map(|slot| slot.take_if(|field| key.is(&field.folded)));
        let first = found.next();
        let others: Vec<Field<'_>> = found.collect();
        let together = first
            .as_ref()
            .filter(|_| !others.is_empty())
            .map(|first| twice::read::<T>(key, first, &others, decoder));
        let value = together
            .as_ref()
            .or(first.as_ref().map(|field| field.value));
        let mut alone = |field: &Field<'n>| decoder.alone::<T>(field.key, field.value);
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
            // That it is not there is not news where it could not be read.
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

    /// Whether a key of these is written in the mapping, of which the same is true.
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

    /// Reports every entry that no record took, with the nearest of the known keys.
    pub fn finish(self, known: &[&[Key]], decoder: &mut Decoder) {
        if self.entries.iter().all(Option::is_none) {
            return;
        }
        let is_french = |key: &Key, folded: &str| !is_folded(key.name, folded);
        // Where nothing else in the record says it, the file does.
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
            // What is there is not what was meant; what only such a page has is likelier than what all have.
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
                // To write it as what is there already would be the next mistake.
                let there = key.shown(decoder.french);
                diagnostic = diagnostic.with("nearest", there).help("help-written");
            } else if let (Some(near), Some(key)) = (near, key)
                && !written.contains(&key.name)
            {
                let is_slip_of =
                    |name: &str| diagnostics::is_slip_of_the_pen(&field.folded, &fold_key(name));
                // In the language that the other fields are written in.
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
