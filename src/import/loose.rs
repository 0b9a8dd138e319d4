//! Values of other people's records, however they were written: lists may be texts that hold JSON, numbers may be texts, anything may
//! be missing.

use serde_json::{Map, Value};

use super::wordpress::html;
use super::xml::one_line;
use crate::invisible;
use crate::markdown::telephones;
use crate::model::values::{Coordinates, NotAPhone, Phone};

/// Longer texts, in bytes, are cut: a line of a card has a tenth.
const LONGEST_LINE: usize = 1_500;

/// A text about an office or a service has a tenth of this.
const LONGEST_TEXT: usize = 30_000;

/// More values in one list are not those of an office.
const MOST_ITEMS: usize = 200;

/// What a value says, as it was written.
pub fn raw(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) => value.to_string(),
        Value::Array(values) => {
            let said: Vec<String> = values.iter().take(MOST_ITEMS).map(raw).collect();
            let said: Vec<&str> = said.iter().map(|text| text.trim()).collect();
            said.into_iter()
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join(", ")
        }
        Value::Object(fields) => fields.get("valeur").map(raw).unwrap_or_default(),
    }
}

/// Whether a value says nothing.
pub fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// A text of at most so many bytes, and a mark where it was cut: after a word, if that leaves the half of it.
pub fn shortened(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let end = (0..=most).rev().find(|end| text.is_char_boundary(*end));
    let kept = text.get(..end.unwrap_or(0)).unwrap_or_default();
    let word = kept.rsplit_once(' ').map(|(before, _)| before.trim_end());
    let kept = word.filter(|word| word.len() > most / 2).unwrap_or(kept);
    format!("{kept}…")
}

/// What a value says, on one line and without markup.
pub fn line(value: &Value) -> String {
    let text = shortened(&raw(value), LONGEST_LINE);
    let text = match text.contains(['<', '&']) {
        true => html::plain(&text),
        false => text,
    };
    one_line(invisible::read(&text).trim())
}

/// The values of a list; a single value is a list of one, and so are several in a text with semicolons.
fn items_of(value: &Value) -> Vec<Value> {
    let items = match value {
        Value::Null => Vec::new(),
        Value::Array(values) => values.clone(),
        Value::String(text) => {
            let text = text.trim();
            let parsed = match text.starts_with(['[', '{']) {
                true => serde_json::from_str(text).ok(),
                false => None,
            };
            match parsed {
                Some(Value::Array(values)) => values,
                Some(value) => vec![value],
                None => {
                    let parts = text
                        .split(';')
                        .map(str::trim)
                        .filter(|part| !part.is_empty());
                    parts.map(|part| Value::String(part.to_owned())).collect()
                }
            }
        }
        other => vec![other.clone()],
    };
    items.into_iter().take(MOST_ITEMS).collect()
}

/// A field of an item of a list; the whole item for `valeur`, if it is a text.
pub fn part(item: &Value, key: &str) -> String {
    match item {
        Value::Object(fields) => fields.get(key).map(line).unwrap_or_default(),
        other if key == "valeur" => line(other),
        _ => String::new(),
    }
}

/// An address on the Internet in a field of an item: `&copy=1` is no sign.
pub fn address(item: &Value) -> String {
    let value = match item {
        Value::Object(fields) => fields.get("valeur").unwrap_or(&Value::Null),
        other => other,
    };
    let text = shortened(&raw(value), LONGEST_LINE).replace("&amp;", "&");
    one_line(invisible::read(&text).trim())
}

/// A text on one line; empty if there is none.
pub fn line_in(fields: &Map<String, Value>, key: &str) -> String {
    fields.get(key).map(line).unwrap_or_default()
}

/// A text with its markup.
pub fn text_in(fields: &Map<String, Value>, key: &str) -> String {
    let text = fields.get(key).map(raw).unwrap_or_default();
    shortened(text.trim(), LONGEST_TEXT)
}

/// The values of a list.
pub fn items_in(fields: &Map<String, Value>, key: &str) -> Vec<Value> {
    fields.get(key).map(items_of).unwrap_or_default()
}

/// A place on a map, unless that is not where French offices are: some are given the wrong way round, or as zero. `is_far`: it may be
/// outside of mainland France.
pub fn point(latitude: &str, longitude: &str, is_far: bool) -> Option<Coordinates> {
    let point = Coordinates::parse(&format!("{latitude}; {longitude}"));
    // Mainland France and Corsica, with room to spare.
    let is_mainland = |point: &Coordinates| {
        (41.0..=51.5).contains(&point.latitude) && (-5.5..=10.0).contains(&point.longitude)
    };
    let is_nowhere = |point: &Coordinates| point.latitude == 0.0 && point.longitude == 0.0;
    point.filter(|point| is_mainland(point) || is_far && !is_nowhere(point))
}

/// The numbers in a field, and the words beside a single one: `01 99 00 00 27 (gratuit)`.
pub fn numbers(written: &str) -> (Vec<Phone>, String) {
    match Phone::read(written) {
        Ok(phone) => return (vec![phone], String::new()),
        Err(NotAPhone::Several(numbers)) => {
            let read: Vec<Phone> = numbers
                .iter()
                .filter_map(|text| Phone::parse(text))
                .collect();
            if read.len() == numbers.len() {
                return (read, String::new());
            }
        }
        Err(_) => {}
    }
    let found: Vec<_> = telephones(written).collect();
    let [(span, phone)] = found.as_slice() else {
        return (Vec::new(), String::new());
    };
    let around = [written.get(..span.start), written.get(span.end..)];
    let rest = around.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let is_edge = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | ':' | '-' | ',' | ';');
    let rest = rest.trim_matches(is_edge);
    // Half a number is not words.
    match rest.bytes().any(|byte| byte.is_ascii_digit()) {
        true => (Vec::new(), String::new()),
        false => (vec![phone.clone()], one_line(rest)),
    }
}
