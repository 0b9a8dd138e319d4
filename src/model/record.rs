//! One table for each record of the model: its keys, their French aliases, types and meaning.
//!
//! The [`record!`](crate::record) macro turns that table into a struct, into the code that reads it from YAML and
//! reports every mistake in it, and into its JSON Schema, so that the three cannot disagree.

use std::collections::HashMap;

use serde_json::{Value as Json, json};

use super::decoder::{Decoder, Fields};
use super::written::Wording;
use crate::diagnostics::{Code, Diagnostic};
use crate::spelling::is_folded;
use crate::yaml::{Node, Value};

/// A type that can be read from a YAML value.
pub trait Decode: Sized + Default {
    /// Reads the value and reports what is wrong with it; `None` if it cannot be used.
    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self>;

    /// The value if the key is absent; types that are required report it.
    fn absent(key: &Key, parent: &Node, decoder: &mut Decoder) -> Self {
        let code = if key.name == "title" && decoder.is_page() {
            Code::MissingTitle
        } else {
            Code::MissingKey
        };
        let diagnostic = Diagnostic::new(code, decoder.location(&first_line(parent)));
        decoder.report(diagnostic.with("key", key.shown(decoder.french)));
        Self::default()
    }

    /// Whether a record without the key is valid.
    const OPTIONAL: bool = false;

    /// Whether it is a word or name, of which several may be written with commas between them.
    const IS_WORD: bool = false;

    /// How a list is read in place of a single value.
    fn whole(_: &Node, _: &mut Decoder) -> Option<Self> {
        None
    }

    /// The fields of the record that the value is, or of the records in its list.
    const FIELDS: Option<Inner> = None;

    /// Whether it is a list of values.
    const IS_LIST: bool = false;

    /// The words that it may be, where those are few.
    const CHOICES: Option<ChoiceNames> = None;

    /// How people enter it.
    const INPUT: FieldInput = FieldInput::Line;

    /// Whether a list in its place cannot be a text in brackets: lines of an address, or names without their
    /// meaning.
    const TAKES_LINES: bool = false;

    /// Whether a text beside another value of the same list may contradict it, as « gratuit » contradicts an
    /// amount.
    const IS_ANSWER: bool = false;

    /// The JSON Schema of the value.
    fn schema() -> Json;
}

/// The fields of a record and, if a plain text may replace it, the name of the field that the text is.
pub type Inner = (&'static [Key], Option<&'static str>);

/// The words of a choice that an editor writes: one for each value, in French or in English.
pub type ChoiceNames = fn(french: bool) -> Vec<&'static str>;

/// How a value is entered where people fill in a form instead of writing YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldInput {
    /// A line of text.
    Line,
    /// Words with commas between them.
    Words,
    /// Yes or no.
    YesNo,
    /// One of few words ([`Decode::CHOICES`]).
    Choice,
    /// A whole number.
    Number,
    /// A day.
    Date,
    /// A length of time: `12 months`.
    Period,
    /// Opening hours.
    Hours,
    /// A telephone number.
    Phone,
    /// What something costs: nothing, an amount, or words.
    Cost,
    /// An email address.
    Email,
    /// A web address.
    Web,
    /// A postal address, line by line.
    Address,
    /// Latitude and longitude.
    Coordinates,
    /// A colour.
    Colour,
    /// The code of a language.
    Language,
    /// A text, or one in each language.
    Localized,
    /// Values by names that the editor chooses.
    Named,
    /// The fields of a record ([`Decode::FIELDS`]).
    Record,
}

/// A missing required key is shown at the line where its record begins, not over all of it.
fn first_line(node: &Node) -> Node {
    Node {
        span: node.span.start..node.span.start,
        value: Value::Null,
    }
}

/// A key of a record.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// The English name, from the European vocabulary of public services if it has one.
    pub name: &'static str,
    /// Other accepted names; the first is the French one.
    pub aliases: &'static [&'static str],
    /// What it is for, in one sentence.
    pub doc: &'static str,
    /// Whether its value holds the editor's own words for readers.
    pub wording: Option<Wording>,
    /// Whether it may be left out.
    pub optional: bool,
    /// The fields below it.
    pub fields: Option<Inner>,
    /// Whether it takes a list.
    pub is_list: bool,
    /// The words that its value may be, where those are few.
    pub choices: Option<ChoiceNames>,
    /// How people enter it, or each of a list.
    pub input: FieldInput,
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

    /// Whether this folded text is one of the key's names.
    pub fn is(&self, folded: &str) -> bool {
        std::iter::once(&self.name)
            .chain(self.aliases)
            .any(|name| is_folded(name, folded))
    }
}

/// A record of the model: a struct read from a YAML mapping.
pub trait Record: Sized + Default {
    /// Its keys.
    const KEYS: &'static [Key];
    /// The key that a plain text is short for, such as `at` in `in_person: mairie`.
    const SHORTHAND: Option<&'static str>;

    /// Takes the record's fields out of `fields`; the rest may belong to another record of the same mapping.
    fn from_fields(fields: &mut Fields<'_>, decoder: &mut Decoder) -> Self;
}

impl<T: Decode> Decode for Option<T> {
    const OPTIONAL: bool = true;
    const FIELDS: Option<Inner> = T::FIELDS;
    const IS_LIST: bool = T::IS_LIST;
    const CHOICES: Option<ChoiceNames> = T::CHOICES;
    const INPUT: FieldInput = T::INPUT;
    const TAKES_LINES: bool = T::TAKES_LINES;

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

/// An ordered mapping with names chosen by the editor, such as `topics:`.
impl<T: Decode> Decode for Vec<(String, T)> {
    const OPTIONAL: bool = true;
    const INPUT: FieldInput = FieldInput::Named;
    const TAKES_LINES: bool = true;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        named(node, decoder, str::to_owned)
    }

    fn absent(_: &Key, _: &Node, _: &mut Decoder) -> Self {
        Vec::new()
    }

    fn schema() -> Json {
        json!({ "type": "object", "additionalProperties": T::schema() })
    }
}

/// Reads a mapping of names that the editor chooses, and reports those that are there twice: names are one where `same` makes the same of them.
pub(super) fn named<T: Decode>(
    node: &Node,
    decoder: &mut Decoder,
    same: fn(&str) -> String,
) -> Option<Vec<(String, T)>> {
    let Value::Mapping(entries) = &node.value else {
        decoder.wrong_type(node, "mapping");
        return None;
    };
    let mut out = Vec::with_capacity(entries.len());
    let mut names = HashMap::with_capacity(entries.len());
    for (key, value) in entries {
        let Some(name) = decoder.text(key, "key") else {
            continue;
        };
        if let Some(first) = names.get(&same(name)) {
            decoder.name_twice(name, *first, (key, value), "help-name");
        } else if let Some(read) = {
            let alone = decoder.alone::<T>(key, value);
            T::decode(alone.unwrap_or(value), decoder)
        } {
            names.insert(same(name), (key, value));
            out.push((name.to_owned(), read));
        }
    }
    Some(out)
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
    // A required key may use any of its names.
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
/// `shorthand "key";` before the fields lets a plain text replace the record with that one key. `text`,
/// `markdown`, `title` or `link` before a key says that its value is the editor's own words, which the
/// plain-language rules read ([`Wording`]).
#[macro_export]
macro_rules! record {
    (
        $(#[doc = $doc:literal])*
        pub struct $Name:ident {
            $(shorthand $short:literal;)?
            $( $(#[doc = $field_doc:literal])+ $($wording:ident)? $key:literal $(| $alias:literal)* => $field:ident : $ty:ty ),* $(,)?
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
                wording: $crate::wording!($($wording)?),
                optional: <$ty as $crate::model::record::Decode>::OPTIONAL,
                fields: <$ty as $crate::model::record::Decode>::FIELDS,
                is_list: <$ty as $crate::model::record::Decode>::IS_LIST,
                choices: <$ty as $crate::model::record::Decode>::CHOICES,
                input: <$ty as $crate::model::record::Decode>::INPUT,
                schema: <$ty as $crate::model::record::Decode>::schema,
            } ),* ];
            const SHORTHAND: Option<&'static str> = { let _shorthand: Option<&str> = None; $(let _shorthand = Some($short);)? _shorthand };

            fn from_fields(
                fields: &mut $crate::model::decoder::Fields<'_>,
                decoder: &mut $crate::model::decoder::Decoder,
            ) -> Self {
                let mut keys = Self::KEYS.iter();
                // The fields are evaluated in the order of the keys.
                $( let $field = match keys.next() { Some(key) => fields.take(key, decoder), None => Default::default() }; )*
                Self { $($field),* }
            }
        }

        impl $crate::model::record::Decode for $Name {
            const FIELDS: Option<$crate::model::record::Inner> =
                Some((<Self as $crate::model::record::Record>::KEYS, <Self as $crate::model::record::Record>::SHORTHAND));
            const INPUT: $crate::model::record::FieldInput = $crate::model::record::FieldInput::Record;

            fn decode(node: &$crate::yaml::Node, decoder: &mut $crate::model::decoder::Decoder) -> Option<Self> {
                decoder.record(node)
            }

            fn schema() -> serde_json::Value {
                use $crate::model::record::Record;
                $crate::model::record::object_schema(&[Self::KEYS], Self::SHORTHAND.is_some())
            }
        }
    };
}

/// What a field is to readers, as the tables of [`record!`](crate::record) name it.
#[macro_export]
macro_rules! wording {
    () => {
        None
    };
    (text) => {
        Some($crate::model::Wording::Text)
    };
    (markdown) => {
        Some($crate::model::Wording::Markdown)
    };
    (title) => {
        Some($crate::model::Wording::Title)
    };
    (link) => {
        Some($crate::model::Wording::Link)
    };
}
