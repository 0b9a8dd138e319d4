//! What a procedure costs.

use serde_json::{Value as Json, json};

use super::decoder::Decoder;
use super::record::{Decode, FieldInput, Inner, Record};
use super::values::Money;
use crate::record;
use crate::spelling::fold_key;
use crate::yaml::{Node, Value, scalar};

/// What a procedure costs: nothing, an amount, or words.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Cost {
    /// Nothing.
    #[default]
    Free,
    /// An amount, and in which case.
    Amount(PricedCost),
    /// Anything that is not one amount.
    Words(String),
}

record! {
    /// An amount to pay.
    pub struct PricedCost {
        /// How much.
        "amount" | "montant" => amount: Money,
        /// In which currency (ISO 4217); euro where nothing is said.
        "currency" | "monnaie" => currency: Option<String>,
        /// In which case.
        text "when" | "quand" => when: Option<String>,
    }
}

/// `[12,50]`, written by an editor for « 12,50 »: two lists of digits without a space between them.
fn decimal(node: &Node, decoder: &mut Decoder) -> Option<PricedCost> {
    let inner = decoder.written(node).strip_prefix('[')?.strip_suffix(']')?;
    let (units, cents) = inner.split_once(',')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(units) || !digits(cents) || cents.len() != 2 {
        return None;
    }
    let meant = inner.to_owned();
    let amount = Money::parse(&meant)?;
    decoder.as_meant(node, "decimal", &meant);
    Some(PricedCost {
        amount,
        ..PricedCost::default()
    })
}

/// `adulte: 86 €` in a list: an amount, and for whom.
fn named_amount(node: &Node, decoder: &mut Decoder) -> Option<PricedCost> {
    let Value::Mapping(entries) = &node.value else {
        return None;
    };
    let [(key, value)] = entries.as_slice() else {
        return None;
    };
    let (Value::Scalar(case), Value::Scalar(written)) = (&key.value, &value.value) else {
        return None;
    };
    let folded = fold_key(case);
    if PricedCost::KEYS.iter().any(|key| key.is(&folded)) || decoder.written(node).starts_with('{')
    {
        return None;
    }
    let amount = Money::parse(written)?;
    let meant = format!(
        "{{ montant: {}, quand: {} }}",
        in_list(written),
        in_list(case)
    );
    decoder.as_meant(node, "amount", &meant);
    decoder.keep_words(key);
    Some(PricedCost {
        amount,
        when: Some(super::values::clean(case)),
        ..PricedCost::default()
    })
}

/// A text exactly as it is between brackets.
fn in_list(text: &str) -> String {
    match text.contains([',', '[', ']', '{', '}']) {
        true => serde_json::Value::from(text).to_string(),
        false => scalar(text),
    }
}

impl Decode for Cost {
    const INPUT: FieldInput = FieldInput::Cost;

    const FIELDS: Option<Inner> = PricedCost::FIELDS;
    const IS_ANSWER: bool = true;

    fn whole(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        decimal(node, decoder).map(Self::Amount)
    }

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        if let Some(cost) = named_amount(node, decoder) {
            return Some(Self::Amount(cost));
        }
        let Value::Scalar(text) = &node.value else {
            return PricedCost::decode(node, decoder).map(Self::Amount);
        };
        decoder.keep_words(node);
        Some(match text.trim().to_lowercase().as_str() {
            "gratuit" | "gratuite" | "free" | "0" => Self::Free,
            _ => match Money::parse(text) {
                Some(amount) => Self::Amount(PricedCost {
                    amount,
                    ..PricedCost::default()
                }),
                None => Self::Words(super::values::clean(text)),
            },
        })
    }

    fn schema() -> Json {
        json!({ "anyOf": [{ "type": ["string", "number"] }, PricedCost::schema()] })
    }
}
