//! A record of the directory, however it was written: lists may be texts that hold JSON, numbers may be texts, anything may be missing.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::choice::PlaceChoice;
use crate::import::kinds::kind_of;
use crate::import::wordpress::html;
use crate::import::xml::one_line;
use crate::invisible;
use crate::model::values::Date;

/// Longer texts, in bytes, are cut: a line of a card has a tenth.
const LONGEST_LINE: usize = 1_500;

/// A text about an office has a tenth of this.
const LONGEST_TEXT: usize = 30_000;

/// More values in one list are not those of an office.
const MOST_ITEMS: usize = 200;

/// What a value says, as it was written.
fn raw(value: &Value) -> String {
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

/// The beginning of a text, up to so many bytes, and a mark where it was cut.
fn cut(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let end = (0..=most).rev().find(|end| text.is_char_boundary(*end));
    format!("{}…", text.get(..end.unwrap_or(0)).unwrap_or_default())
}

/// What a value says, on one line and without markup.
pub fn line(value: &Value) -> String {
    let text = cut(&raw(value), LONGEST_LINE);
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

/// The codes in a value, of which there may be thousands.
fn codes_of(value: Option<&Value>) -> Vec<String> {
    let code = |value: &Value| raw(value).trim().to_uppercase();
    let codes: Vec<String> = match value {
        Some(Value::Array(values)) => values.iter().map(code).collect(),
        Some(value) => code(value)
            .split([';', ','])
            .map(|code| code.trim().to_owned())
            .collect(),
        None => Vec::new(),
    };
    codes.into_iter().filter(|code| !code.is_empty()).collect()
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
    let text = cut(&raw(value), LONGEST_LINE).replace("&amp;", "&");
    one_line(invisible::read(&text).trim())
}

/// The fields of a record.
#[derive(Debug, Clone, Default)]
pub struct OfficeFields(pub Map<String, Value>);

impl OfficeFields {
    /// A text on one line; empty if there is none.
    pub fn line(&self, key: &str) -> String {
        self.0.get(key).map(line).unwrap_or_default()
    }

    /// A text with its markup.
    pub fn text(&self, key: &str) -> String {
        let text = self.0.get(key).map(raw).unwrap_or_default();
        cut(text.trim(), LONGEST_TEXT)
    }

    /// The values of a list.
    pub fn items(&self, key: &str) -> Vec<Value> {
        self.0.get(key).map(items_of).unwrap_or_default()
    }

    /// Its kinds of office, each with the communes that it serves; its own commune where the source names none.
    fn services(&self) -> Vec<(String, Vec<String>)> {
        let pivots = self.items("pivot");
        let service = |pivot: &Value| {
            let codes = codes_of(pivot.get("code_insee_commune"));
            let codes = match codes.is_empty() {
                true => vec![self.commune()],
                false => codes,
            };
            (part(pivot, "type_service_local"), codes)
        };
        pivots.iter().map(service).collect()
    }

    /// The commune in which it is.
    pub fn commune(&self) -> String {
        self.line("code_insee_commune").to_uppercase()
    }

    /// Each commune that it serves.
    pub fn communes(&self) -> BTreeSet<String> {
        self.services()
            .into_iter()
            .flat_map(|(_, codes)| codes)
            .collect()
    }

    /// Whether the source no longer shows it.
    fn is_closed(&self) -> bool {
        let state = self.line("version_type");
        let shown = self.line("statut_de_diffusion").to_lowercase();
        shown == "false" || !state.is_empty() && state != "Publiable"
    }

    /// The day on which the source last changed it: `12/03/2026 10:30:19`, or as machines write it.
    pub fn changed(&self) -> Option<Date> {
        let written = self.line("date_modification");
        let day = written.split([' ', 'T']).next().unwrap_or_default();
        match day.split('/').collect::<Vec<_>>().as_slice() {
            [day, month, year] => Date::parse(&format!("{year}-{month}-{day}")),
            _ => Date::parse(day),
        }
    }
}

/// What a record is to a choice of places.
pub enum RecordUse {
    /// An office that serves one of them.
    Taken(Box<OfficeRecord>),
    /// It serves another place.
    Elsewhere,
    /// One that the source no longer shows, by name.
    Closed(String),
    /// One whose kind the source does not say, by name.
    NoKind(String),
}

/// An office that serves a place.
#[derive(Debug, Clone)]
pub struct OfficeRecord {
    pub id: String,
    pub name: String,
    /// `mairie-35360-01`: its kind, its commune, and its number there.
    pub old_code: String,
    /// Its kinds, as a site names them, each with the codes of the places that were chosen.
    pub services: Vec<(String, Vec<String>)>,
    pub commune: String,
    pub changed: Option<Date>,
    /// Its fields as JSON, which takes a third of the room.
    fields: Vec<u8>,
}

impl OfficeRecord {
    pub fn of(fields: &OfficeFields, choice: &PlaceChoice) -> RecordUse {
        let services = fields.services();
        let is_here = || services.is_empty() && choice.has(&fields.commune());
        let wanted = services.iter().filter_map(|(kind, codes)| {
            let codes: Vec<String> = codes
                .iter()
                .filter(|code| choice.wants(code))
                .cloned()
                .collect();
            (!codes.is_empty()).then(|| (kind_of(kind), codes))
        });
        let mut wanted: Vec<(String, Vec<String>)> = wanted.collect();
        if wanted.is_empty() && !is_here() {
            return RecordUse::Elsewhere;
        }
        let name = fields.line("nom");
        wanted.retain(|(kind, _)| !kind.is_empty());
        match (fields.is_closed(), wanted.is_empty()) {
            (true, _) => RecordUse::Closed(name),
            (false, true) => RecordUse::NoKind(name),
            (false, false) => RecordUse::Taken(Box::new(Self {
                id: fields.line("id"),
                name,
                old_code: fields.line("ancien_code_pivot"),
                services: wanted,
                commune: fields.commune(),
                changed: fields.changed(),
                fields: serde_json::to_vec(&fields.0).unwrap_or_default(),
            })),
        }
    }

    /// Its fields.
    pub fn fields(&self) -> OfficeFields {
        OfficeFields(serde_json::from_slice(&self.fields).unwrap_or_default())
    }

    /// The commune and the number in its old code.
    pub fn numbered(&self) -> Option<(&str, &str)> {
        let (rest, number) = self.old_code.rsplit_once('-')?;
        let (_, commune) = rest.rsplit_once('-')?;
        let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
        (is_number && commune.len() == 5).then_some((commune, number))
    }
}
