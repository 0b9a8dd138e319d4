//! One table for each record of the model: its keys, their French aliases, types and meaning.
//!
//! The [`record!`](crate::record) macro turns that table into a struct, into the code that reads it from YAML and
//! reports every mistake in it, and into its JSON Schema, so that the three cannot disagree.

use std::sync::Arc;

use serde_json::{Value as Json, json};
use unicode_normalization::UnicodeNormalization;

use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::yaml::{Node, Value};

/// A type that can be read from a YAML value.
pub trait Decode: Sized + Default {
    /// Reads the value, reporting what is wrong with it; `None` where nothing can be made of it.
    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self>;

    /// What stands for the value where its key is absent; types that cannot be absent report it.
    fn absent(key: &Key, parent: &Node, decoder: &mut Decoder) -> Self {
        let code = if key.name == "title" {
            Code::MissingTitle
        } else {
            Code::MissingKey
        };
        let diagnostic = Diagnostic::new(code, decoder.location(&first_line(parent)));
        decoder.report(diagnostic.with("key", key.shown(decoder.french)));
        Self::default()
    }

    /// Whether a record without the key is sound.
    const OPTIONAL: bool = false;

    /// The JSON Schema of the value.
    fn schema() -> Json;
}

/// A required key that is missing is shown at the line where its record begins, not over all of it.
fn first_line(node: &Node) -> Node {
    Node {
        span: node.span.start..node.span.start,
        value: Value::Null,
    }
}

/// A key of a record.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// The English name, from the European vocabulary of public services where it has one.
    pub name: &'static str,
    /// Names that are read as well; the first is the French one.
    pub aliases: &'static [&'static str],
    /// What it is for, in one sentence.
    pub doc: &'static str,
    /// Whether it may be left out.
    pub optional: bool,
    /// The JSON Schema of its value.
    pub schema: fn() -> Json,
}

impl Key {
    /// The name that an editor of this language writes.
    pub fn shown(&self, french: bool) -> &'static str {
        match self.aliases.first() {
            Some(alias) if french => alias,
            _ => self.name,
        }
    }

    /// Whether the key is what was written, folded.
    fn is(&self, folded: &str) -> bool {
        std::iter::once(&self.name)
            .chain(self.aliases)
            .any(|name| is_folded(name, folded))
    }
}

/// `Sur place`, `sur-place` and `sur_place` are one key, and so are `Résumé` and `resume`: not every keyboard has accents.
fn fold_key(key: &str) -> String {
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
fn is_folded(name: &str, written: &str) -> bool {
    if !name.is_ascii() {
        return folded(name).eq(written.chars());
    }
    let same = |(a, b): (u8, u8)| a == b || (matches!(a, b' ' | b'-') && b == b'_');
    name.len() == written.len() && name.bytes().zip(written.bytes()).all(same)
}

/// A record of the model: a struct read from a YAML mapping.
pub trait Record: Sized + Default {
    /// Its keys.
    const KEYS: &'static [Key];
    /// The key that a plain text stands for, as `at` in `in_person: mairie`.
    const SHORTHAND: Option<&'static str>;

    /// Takes the record's fields out of `fields`; what is left may belong to another record of the same mapping.
    fn from_fields(fields: &mut Fields<'_>, decoder: &mut Decoder) -> Self;
}

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

impl<T: Decode> Decode for Option<T> {
    const OPTIONAL: bool = true;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        Some(T::decode(node, decoder))
    }

    fn absent(_: &Key, _: &Node, _: &mut Decoder) -> Self {
        None
    }

    fn schema() -> Json {
        T::schema()
    }
}

/// A list; one value alone is read as a list of one.
impl<T: Decode> Decode for Vec<T> {
    const OPTIONAL: bool = true;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        Some(match &node.value {
            Value::Null => Vec::new(),
            Value::Sequence(items) => items
                .iter()
                .filter_map(|item| T::decode(item, decoder))
                .collect(),
            _ => T::decode(node, decoder).into_iter().collect(),
        })
    }

    fn absent(_: &Key, _: &Node, _: &mut Decoder) -> Self {
        Vec::new()
    }

    fn schema() -> Json {
        json!({ "anyOf": [T::schema(), { "type": "array", "items": T::schema() }] })
    }
}

/// An ordered mapping of names chosen by the editor, as `topics:`.
impl<T: Decode> Decode for Vec<(String, T)> {
    const OPTIONAL: bool = true;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let Value::Mapping(entries) = &node.value else {
            decoder.wrong_type(node, "mapping");
            return None;
        };
        let mut out: Self = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            let Some(name) = decoder.text(key, "key") else {
                continue;
            };
            if out.iter().any(|(known, _)| known == name) {
                let diagnostic = Diagnostic::new(Code::DuplicateKey, decoder.location(key));
                decoder.report(diagnostic.with("key", name));
            } else if let Some(value) = T::decode(value, decoder) {
                out.push((name.to_owned(), value));
            }
        }
        Some(out)
    }

    fn absent(_: &Key, _: &Node, _: &mut Decoder) -> Self {
        Vec::new()
    }

    fn schema() -> Json {
        json!({ "type": "object", "additionalProperties": T::schema() })
    }
}

/// The JSON Schema of a mapping with these keys, aliases included.
pub fn object_schema(records: &[&[Key]], shorthand: bool) -> Json {
    let keys = || records.iter().flat_map(|keys| keys.iter());
    let mut properties = serde_json::Map::new();
    for key in keys() {
        let mut schema = (key.schema)();
        if let Some(object) = schema.as_object_mut() {
            object.insert("description".into(), json!(key.doc.trim()));
        }
        for alias in key.aliases {
            properties.insert((*alias).into(), schema.clone());
        }
        properties.insert(key.name.into(), schema);
    }
    // A required key may stand under any of its names.
    let required: Vec<Json> = keys()
        .filter(|key| !key.optional)
        .map(|key| {
            let names = std::iter::once(&key.name).chain(key.aliases);
            let any: Vec<Json> = names.map(|name| json!({ "required": [name] })).collect();
            json!({ "anyOf": any })
        })
        .collect();
    let mut object = json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        object["allOf"] = json!(required);
    }
    if shorthand {
        return json!({ "anyOf": [{ "type": "string" }, object] });
    }
    object
}

/// Declares a record of the model: `"key" | "alias" => field: Type`, each with a doc comment.
///
/// `shorthand "key";` before the fields lets a plain text stand for the record with that one key.
#[macro_export]
macro_rules! record {
    (
        $(#[doc = $doc:literal])*
        pub struct $Name:ident {
            $(shorthand $short:literal;)?
            $( $(#[doc = $field_doc:literal])+ $key:literal $(| $alias:literal)* => $field:ident : $ty:ty ),* $(,)?
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct $Name { $( $(#[doc = $field_doc])+ pub $field: $ty ),* }

        impl $crate::model::record::Record for $Name {
            const KEYS: &'static [$crate::model::record::Key] = &[ $( $crate::model::record::Key {
                name: $key,
                aliases: &[$($alias),*],
                doc: concat!($($field_doc),+),
                optional: <$ty as $crate::model::record::Decode>::OPTIONAL,
                schema: <$ty as $crate::model::record::Decode>::schema,
            } ),* ];
            const SHORTHAND: Option<&'static str> = { let _shorthand: Option<&str> = None; $(let _shorthand = Some($short);)? _shorthand };

            fn from_fields(
                fields: &mut $crate::model::record::Fields<'_>,
                decoder: &mut $crate::model::record::Decoder,
            ) -> Self {
                let mut keys = Self::KEYS.iter();
                // The fields are evaluated in their order, which is that of the keys.
                $( let $field = match keys.next() { Some(key) => fields.take(key, decoder), None => Default::default() }; )*
                Self { $($field),* }
            }
        }

        impl $crate::model::record::Decode for $Name {
            fn decode(node: &$crate::yaml::Node, decoder: &mut $crate::model::record::Decoder) -> Option<Self> {
                decoder.record(node)
            }

            fn schema() -> serde_json::Value {
                use $crate::model::record::Record;
                $crate::model::record::object_schema(&[Self::KEYS], Self::SHORTHAND.is_some())
            }
        }
    };
}

/// Declares an enumeration of the model: `Variant = "name" | "alias"`; the first variant is the default.
#[macro_export]
macro_rules! choice {
    (
        $(#[doc = $doc:literal])*
        pub enum $Name:ident {
            $(#[doc = $first_doc:literal])+ $First:ident = $first_name:literal $(| $first_alias:literal)*
            $(, $(#[doc = $variant_doc:literal])+ $Variant:ident = $name:literal $(| $alias:literal)* )* $(,)?
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Name {
            $(#[doc = $first_doc])+ #[default] $First,
            $( $(#[doc = $variant_doc])+ $Variant ),*
        }

        impl $Name {
            /// Every name that is read, English before French, with what it means.
            pub const NAMES: &'static [(&'static str, Self)] = &[
                ($first_name, Self::$First), $( ($first_alias, Self::$First), )*
                $( ($name, Self::$Variant), $( ($alias, Self::$Variant), )* )*
            ];

            /// The English name.
            pub fn name(self) -> &'static str {
                match self { Self::$First => $first_name, $( Self::$Variant => $name ),* }
            }
        }

        impl $crate::model::record::Decode for $Name {
            fn decode(node: &$crate::yaml::Node, decoder: &mut $crate::model::record::Decoder) -> Option<Self> {
                $crate::model::record::decode_choice(Self::NAMES, node, decoder)
            }

            fn schema() -> serde_json::Value {
                let names: Vec<&str> = Self::NAMES.iter().map(|(name, _)| *name).collect();
                serde_json::json!({ "enum": names })
            }
        }
    };
}

/// Reads one of `names`; anything else is reported with the names and the nearest of them.
pub fn decode_choice<T: Copy + PartialEq>(
    names: &[(&str, T)],
    node: &Node,
    decoder: &mut Decoder,
) -> Option<T> {
    let written = decoder.text(node, "text")?;
    let folded = fold_key(written);
    if let Some((_, value)) = names.iter().find(|(name, _)| is_folded(name, &folded)) {
        return Some(*value);
    }
    let known = shown_names(names, decoder.french);
    let diagnostic = Diagnostic::new(Code::UnknownValue, decoder.location(node))
        .with("value", written)
        .with("known", known.join(", "))
        .nearest(&folded, names.iter().map(|(name, _)| *name));
    decoder.report(diagnostic);
    None
}

/// Of each value the word that an editor of this language writes: the first is English, the second French.
fn shown_names<'n, T: PartialEq>(names: &[(&'n str, T)], french: bool) -> Vec<&'n str> {
    let mut shown = Vec::new();
    for (index, (first, value)) in names.iter().enumerate() {
        if names[..index].iter().any(|(_, other)| other == value) {
            continue;
        }
        let second = names[index + 1..].iter().find(|(_, other)| other == value);
        shown.push(match second {
            Some((second, _)) if french => second,
            _ => *first,
        });
    }
    shown
}
