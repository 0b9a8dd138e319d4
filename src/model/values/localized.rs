//! A text in one language, or in each of several.

use serde_json::{Value as Json, json};

use crate::language::{Language, Named};
use crate::model::decoder::Decoder;
use crate::model::record::{Decode, FieldInput};
use crate::yaml::{Node, Value};

/// A text of the site: `titre: Le guichet`, or `titre: { fr: Le guichet, ar: الشباك }`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Localized {
    /// The text for languages without their own: the only text, or the first.
    text: String,
    by_language: Vec<(Language, String)>,
}

impl Localized {
    /// The text in a language; otherwise the only one or the first.
    pub fn get(&self, language: Language) -> &str {
        let mut texts = self.by_language.iter();
        let own = texts.find(|(other, _)| *other == language);
        own.map_or(&self.text, |(_, text)| text)
    }

    /// The language of that text; `None` if the only text declares none.
    pub fn language_of(&self, language: Language) -> Option<Language> {
        let mut texts = self.by_language.iter();
        let own = texts.find(|(other, _)| *other == language);
        own.or(self.by_language.first()).map(|(other, _)| *other)
    }
}

impl Decode for Localized {
    const INPUT: FieldInput = FieldInput::Localized;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        if let Value::Scalar(_) = &node.value {
            let text = String::decode(node, decoder)?;
            return Some(Self {
                text,
                by_language: Vec::new(),
            });
        }
        let Value::Mapping(entries) = &node.value else {
            decoder.wrong_type(node, "text");
            return None;
        };
        let mut by_language: Vec<(Language, String)> = Vec::new();
        for (key, value) in entries {
            let Some(language) = Language::decode(key, decoder) else {
                continue;
            };
            if by_language.iter().any(|(other, _)| *other == language) {
                let is_it = |(key, _): &&(Node, Node)| matches!(&key.value, Value::Scalar(name) if Language::named(name).map(Named::language) == Some(language));
                if let Some((first, text)) = entries.iter().find(is_it) {
                    let first = (first, text);
                    decoder.name_twice(language.as_str(), first, (key, value), "help");
                }
            } else if let Some(text) =
                decoder.in_language(language, |decoder| String::decode(value, decoder))
            {
                by_language.push((language, text));
            }
        }
        let text = by_language.first().map(|(_, text)| text.clone());
        Some(Self {
            text: text.unwrap_or_default(),
            by_language,
        })
    }

    fn schema() -> Json {
        json!({ "anyOf": [
            { "type": "string" },
            { "type": "object", "propertyNames": { "pattern": "^[a-z]{2,3}$" }, "additionalProperties": { "type": "string" } },
        ] })
    }
}
