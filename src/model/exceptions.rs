//! Exceptions of a page from rules, each with the reason: `allow: { stale: "…" }`.

use std::collections::HashMap;

use serde_json::{Value as Json, json};

use super::Located;
use super::decoder::Decoder;
use super::record::{Decode, FieldInput};
use super::values::clean;
use crate::diagnostics::{Code, Diagnostic};
use crate::yaml::{Node, Value};

/// The exceptions of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exceptions(pub Vec<Exception>);

/// A rule that a page is excepted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    /// The rule.
    pub code: Code,
    /// Its name as written, and where.
    pub rule: Located,
    /// Why.
    pub reason: String,
}

impl Exceptions {
    /// The exception from a rule.
    pub fn from_rule(&self, code: Code) -> Option<&Exception> {
        self.0.iter().find(|exception| exception.code == code)
    }
}

impl Decode for Exceptions {
    const INPUT: FieldInput = FieldInput::Named;

    const TAKES_LINES: bool = true;

    const OPTIONAL: bool = true;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let Value::Mapping(entries) = &node.value else {
            decoder.wrong_type(node, "exceptions");
            return None;
        };
        let mut first: HashMap<Code, (&Node, &Node)> = HashMap::new();
        let mut exceptions = Self::default();
        for (rule, reason) in entries {
            let Some(exception) = exception(rule, reason, decoder) else {
                continue;
            };
            match first.get(&exception.code) {
                Some(first) => {
                    let name = exception.code.name();
                    decoder.name_twice(name, *first, (rule, reason), "help");
                }
                None => {
                    first.insert(exception.code, (rule, reason));
                    exceptions.0.push(exception);
                }
            }
        }
        Some(exceptions)
    }

    fn absent(_: &super::record::Key, _: &Node, _: &mut Decoder) -> Self {
        Self::default()
    }

    fn schema() -> Json {
        let adjustable = Code::ALL.iter().filter(|code| code.is_adjustable());
        let names: Vec<&str> = adjustable.map(|code| code.name()).collect();
        json!({
            "type": "object",
            "propertyNames": { "enum": names },
            "additionalProperties": { "type": "string", "minLength": 1 },
        })
    }
}

/// Reads one exception; reports a rule that does not exist or cannot be lifted, and a missing reason.
fn exception(rule: &Node, reason: &Node, decoder: &mut Decoder) -> Option<Exception> {
    let name = decoder.text(rule, "key")?;
    let place = decoder.location(rule);
    let Some(code) = Code::adjustable(name) else {
        let unknown = Diagnostic::unknown_check(name, place);
        let lines = (rule, reason);
        decoder.report(decoder.offer_without(unknown, "mend-remove-exception", lines));
        return None;
    };
    let text = match &reason.value {
        Value::Scalar(text) => clean(text),
        _ => String::new(),
    };
    if !text.contains(char::is_alphabetic) {
        let diagnostic = Diagnostic::new(Code::NoReason, place);
        decoder.report(diagnostic.with("name", name));
        return None;
    }
    Some(Exception {
        code,
        rule: Located {
            text: name.to_owned(),
            location: place,
        },
        reason: text,
    })
}
