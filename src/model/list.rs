//! Reads lists, and what editors write instead of them.

use serde_json::{Value as Json, json};

use super::decoder::Decoder;
use super::record::{ChoiceNames, Decode, FieldInput, Inner, Key};
use super::schema;
use super::values::Money;
use crate::diagnostics;
use crate::spelling::fold_key;
use crate::yaml::{Node, Value};

/// A list; a single value is read as a list of one.
impl<T: Decode> Decode for Vec<T> {
    const OPTIONAL: bool = true;
    const FIELDS: Option<Inner> = T::FIELDS;
    const CHOICES: Option<ChoiceNames> = T::CHOICES;
    const INPUT: FieldInput = T::INPUT;
    const IS_LIST: bool = true;
    const IS_ANSWER: bool = T::IS_ANSWER;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        Some(match &node.value {
            Value::Null => Vec::new(),
            Value::Scalar(text) if says_nothing::<T>(node, text, decoder) => Vec::new(),
            Value::Sequence(items) if T::IS_WORD && has_semicolons(items, node, decoder) => {
                let inner = decoder.written(node).trim_matches(['[', ']']).to_owned();
                with_commas(node, &inner, decoder)
            }
            Value::Sequence(items) => match T::whole(node, decoder) {
                Some(value) => vec![value],
                None => {
                    // A dash with nothing after it is ignored.
                    let items = items.iter().filter(|item| item.value != Value::Null);
                    items.flat_map(|node| item(node, decoder)).collect()
                }
            },
            Value::Mapping(entries) if are_items::<T>(node, entries, decoder) => {
                let items = entries.iter().map(|(key, value)| Node {
                    span: key.span.start..value.span.end,
                    value: Value::Mapping(vec![(key.clone(), value.clone())]),
                });
                items
                    .filter_map(|item| {
                        decoder.unmarked = Some(item.span.clone());
                        let read = T::decode(&item, decoder);
                        decoder.unmarked = None;
                        read
                    })
                    .collect()
            }
            Value::Scalar(text)
                if T::IS_WORD && text.len() < LONGEST_LIST && text.contains([',', ';']) =>
            {
                with_commas(node, text, decoder)
            }
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

/// A text longer than this, in bytes, is not a list of words.
const LONGEST_LIST: usize = 500;

/// Whether a one-line list has semicolons instead of commas: `[logement; aide]`.
fn has_semicolons(items: &[Node], node: &Node, decoder: &Decoder) -> bool {
    let written = decoder.written(node);
    let is_plain = |item: &Node| matches!(&item.value, Value::Scalar(_));
    written.starts_with('[')
        && written.contains("; ")
        && written.len() < LONGEST_LIST
        && !written.contains(['"', '\'', '\n', '{'])
        && items.iter().all(is_plain)
}

/// One item of a list; several if it holds words separated by commas.
fn item<T: Decode>(node: &Node, decoder: &mut Decoder) -> Vec<T> {
    match &node.value {
        Value::Scalar(text) if says_nothing::<T>(node, text, decoder) => Vec::new(),
        Value::Scalar(text)
            if T::IS_WORD
                && text.len() < LONGEST_LIST
                && text.contains([',', ';'])
                && decoder.written(node) == text =>
        {
            decoder.as_items(node, &words(text));
            read_words(node, &words(text), decoder)
        }
        _ => T::decode(node, decoder).into_iter().collect(),
    }
}

fn words(text: &str) -> Vec<&str> {
    let words = text.split([',', ';']).map(str::trim);
    words.filter(|word| !word.is_empty()).collect()
}

/// Reads `logement, aide` as a list.
fn with_commas<T: Decode>(node: &Node, text: &str, decoder: &mut Decoder) -> Vec<T> {
    let words = words(text);
    let shown: Vec<String> = words
        .iter()
        .map(|word| match word.contains(['[', ']', '{', '}']) {
            true => serde_json::Value::from(*word).to_string(),
            false => crate::yaml::scalar(word),
        })
        .collect();
    decoder.as_meant(node, "list", &format!("[{}]", shown.join(", ")));
    read_words(node, &words, decoder)
}

fn read_words<T: Decode>(node: &Node, words: &[&str], decoder: &mut Decoder) -> Vec<T> {
    let words = words.iter();
    words
        .filter_map(|word| {
            // Each word is reported at its position.
            let start = decoder.written(node).find(word).unwrap_or_default() + node.span.start;
            let word = Node {
                span: start..start + word.len(),
                value: Value::Scalar((*word).to_owned()),
            };
            T::decode(&word, decoder)
        })
        .collect()
}

/// Answers to a form question, where a page asks for words: useless to readers. Folded.
const ANSWERS: &[&str] = &[
    "oui", "yes", "ok", "non", "no", "true", "false", "vrai", "faux", "x", "xx", "xxx", "todo",
    "tbd", "nc", "?", "??", "…", "...", "–", "—", "/",
];

/// Ways to say “none” where a page asks for something, folded.
const NONE: &[&str] = &[
    "non",
    "no",
    "aucun",
    "aucune",
    "neant",
    "sans",
    "sans_objet",
    "false",
    "faux",
    "none",
    "n/a",
    "–",
    "—",
];

/// Whether a text is an answer to a form question, and names nothing.
pub fn is_answer(text: &str) -> bool {
    let folded = fold_key(text);
    ANSWERS.contains(&&*folded) || NONE.contains(&&*folded)
}

/// Whether a text in place of a list says nothing that a page could show; reports it.
fn says_nothing<T: Decode>(node: &Node, text: &str, decoder: &mut Decoder) -> bool {
    if T::IS_WORD || text.len() > 20 || !decoder.is_of_page() {
        return false;
    }
    let shorthand = T::FIELDS.and_then(|(_, shorthand)| shorthand);
    let takes_words = decoder.takes_words() || matches!(shorthand, Some("name" | "title"));
    let folded = fold_key(text);
    if takes_words && ANSWERS.contains(&&*folded) {
        decoder.without_answer(node);
        return true;
    }
    if !takes_words && NONE.contains(&&*folded) {
        decoder.without_value(node);
        return true;
    }
    false
}

/// Whether a mapping in place of a list is a list without its dashes: `carte: la vôtre` and `photo: deux` on
/// a line each.
fn are_items<T: Decode>(node: &Node, entries: &[(Node, Node)], decoder: &Decoder) -> bool {
    let keys = T::FIELDS.map_or(&[][..], |(keys, _)| keys);
    let takes_sentences = match T::FIELDS {
        Some((_, shorthand)) => matches!(shorthand, Some("name" | "title")),
        None => decoder.takes_words(),
    };
    let names = || {
        keys.iter()
            .flat_map(|key| std::iter::once(key.name).chain(key.aliases.iter().copied()))
    };
    let is_item = |(key, value): &(Node, Node)| {
        let (Value::Scalar(name), Value::Scalar(text)) = (&key.value, &value.value) else {
            return false;
        };
        let folded = fold_key(name);
        let is_field = match keys {
            [] => schema::is_key(name),
            keys => {
                keys.iter().any(|key| key.is(&folded))
                    || diagnostics::nearest_by(&folded, names(), fold_key).is_some()
            }
        };
        let is_plain = !decoder.written(value).starts_with(['|', '>', '"', '\'']);
        !is_field && is_plain && (takes_sentences || T::IS_ANSWER && Money::parse(text).is_some())
    };
    entries.len() > 1 && !decoder.written(node).starts_with('{') && entries.iter().all(is_item)
}
