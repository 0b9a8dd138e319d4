//! A record of the directory, however it was written: lists may be texts that hold JSON, numbers may be texts, anything may be missing.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::import::kinds::kind_of;
use crate::import::loose::{items_in, line_in, part, raw, text_in};
use crate::import::places::PlaceChoice;
use crate::model::values::Date;

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

/// The fields of a record.
#[derive(Debug, Clone, Default)]
pub struct OfficeFields(pub Map<String, Value>);

impl OfficeFields {
    /// A text on one line; empty if there is none.
    pub fn line(&self, key: &str) -> String {
        line_in(&self.0, key)
    }

    /// A text with its markup.
    pub fn text(&self, key: &str) -> String {
        text_in(&self.0, key)
    }

    /// The values of a list.
    pub fn items(&self, key: &str) -> Vec<Value> {
        items_in(&self.0, key)
    }

    /// Its kinds of office, each with the communes that it serves; its own commune where the source names none.
    pub fn services(&self) -> Vec<(String, Vec<String>)> {
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
