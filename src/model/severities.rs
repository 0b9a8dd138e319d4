//! The severities that a site gives to rules: `checks:`.

use std::collections::HashMap;

use serde_json::{Value as Json, json};

use super::choice::decode_choice;
use super::decoder::Decoder;
use super::record::{Decode, FieldInput, Key};
use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::yaml::{Node, Value};

/// A severity of the configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Level(pub Severity);

impl Default for Level {
    fn default() -> Self {
        Self(Severity::Warning)
    }
}

/// The severities that a site gives to rules, by the names of these.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Severities(Vec<(Code, Level)>);

impl Severities {
    /// The severity that the site gives to a rule.
    pub fn of(&self, code: Code) -> Option<Severity> {
        let mut all = self.0.iter();
        all.find(|(other, _)| *other == code)
            .map(|(_, level)| level.0)
    }
}

impl Decode for Severities {
    const INPUT: FieldInput = FieldInput::Named;

    const OPTIONAL: bool = true;
    const TAKES_LINES: bool = true;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let Value::Mapping(entries) = &node.value else {
            decoder.wrong_type(node, "mapping");
            return None;
        };
        let mut severities = Self::default();
        let mut first: HashMap<Code, (&Node, &Node)> = HashMap::new();
        for (key, value) in entries {
            let Some(name) = decoder.text(key, "key") else {
                continue;
            };
            let code = Code::adjustable(name);
            if code.is_none() {
                let unknown = Diagnostic::unknown_check(name, decoder.location(key));
                let lines = (key, value);
                decoder.report(decoder.offer_without(unknown, "mend-remove-line", lines));
            }
            if let Some(first) = code.and_then(|code| first.get(&code)) {
                decoder.name_twice(name, *first, (key, value), "help");
                continue;
            }
            let level = {
                let alone = decoder.alone::<Level>(key, value);
                Level::decode(alone.unwrap_or(value), decoder)
            };
            if let (Some(code), Some(level)) = (code, level) {
                first.insert(code, (key, value));
                severities.0.push((code, level));
            }
        }
        Some(severities)
    }

    fn absent(_: &Key, _: &Node, _: &mut Decoder) -> Self {
        Self::default()
    }

    fn schema() -> Json {
        Vec::<(String, Level)>::schema()
    }
}

impl Decode for Level {
    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        decode_choice(Severity::NAMES, node, decoder).map(Self)
    }

    fn schema() -> Json {
        let names: Vec<&str> = Severity::NAMES.iter().map(|(name, _)| *name).collect();
        json!({ "enum": names })
    }
}
