//! A structure or a service of data·inclusion, however it was written, in its schema 1 or 0.

use serde_json::{Map, Value};

use super::choice::InclusionChoice;
use crate::import::loose::{self, line_in, raw, text_in};
use crate::model::values::Date;

/// More values in one list are not those of a service. An eligibility may name each commune of a région.
const MOST_NAMES: usize = 2_000;

/// The fields of a record.
#[derive(Debug, Clone, Default)]
pub struct InclusionFields(pub Map<String, Value>);

/// Fields that only services have.
pub const OF_SERVICES: &[&str] = &[
    "structure_id",
    "modes_accueil",
    "modes_mobilisation",
    "zone_eligibilite",
    "zone_diffusion_type",
    "frais",
    "publics",
    "profils",
];

impl InclusionFields {
    /// A text on one line; empty if there is none.
    pub fn line(&self, key: &str) -> String {
        line_in(&self.0, key)
    }

    /// A text with its lines and its markup.
    pub fn text(&self, key: &str) -> String {
        text_in(&self.0, key)
    }

    /// The first of these that says something.
    pub fn first(&self, keys: &[&str]) -> String {
        let mut said = keys.iter().map(|key| self.text(key));
        said.find(|text| !text.is_empty()).unwrap_or_default()
    }

    /// Names of a list: of JSON, or as tables have it, `["a", "b"]`, `{a,b}`, `a, b`.
    pub fn names(&self, key: &str) -> Vec<String> {
        let written: Vec<String> = match self.0.get(key) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(values)) => values.iter().take(MOST_NAMES).map(raw).collect(),
            Some(other) => {
                let text = raw(other);
                let text = text.trim().trim_matches(['[', ']', '{', '}']);
                let parts = text.split([',', ';']).take(MOST_NAMES);
                parts.map(str::to_owned).collect()
            }
        };
        let mut names: Vec<String> = Vec::new();
        for name in &written {
            let name = name.trim().trim_matches(['"', '\'']).trim().to_lowercase();
            if !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// Texts of a list, which may have commas.
    pub fn texts(&self, key: &str) -> Vec<String> {
        let items = loose::items_in(&self.0, key);
        let texts = items.iter().map(loose::line);
        texts.filter(|text| !text.is_empty()).collect()
    }

    fn is_service(&self) -> bool {
        OF_SERVICES.iter().any(|key| self.0.contains_key(*key))
    }

    /// The code of its commune.
    pub fn commune(&self) -> String {
        with_zero(self.line("code_insee").to_uppercase())
    }

    /// Its postcode.
    pub fn postcode(&self) -> String {
        with_zero(self.line("code_postal"))
    }

    /// The places for which it is meant.
    pub fn zone(&self) -> Vec<String> {
        let zone = self.names("zone_eligibilite");
        let zone = match zone.is_empty() {
            // `53` is Bretagne, and the département of Mayenne: the name of a région says which.
            true if self.line("zone_diffusion_type") == "region" => Vec::new(),
            true => self.names("zone_diffusion_code"),
            false => zone,
        };
        zone.iter().map(|code| code.to_uppercase()).collect()
    }

    /// The day of its last change.
    pub fn changed(&self) -> Option<Date> {
        Date::parse(&self.line("date_maj"))
    }
}

/// A code of five digits, from which a table may have lost a zero at its beginning: `1004` is in the département 01, not in 10.
fn with_zero(code: String) -> String {
    let is_number = code.bytes().all(|byte| byte.is_ascii_digit());
    match code.len() {
        4 if is_number => format!("0{code}"),
        _ => code,
    }
}

/// What a record is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InclusionSort {
    Structure,
    Service,
}

/// A record that is wanted.
#[derive(Debug, Clone)]
pub struct InclusionRecord {
    pub sort: InclusionSort,
    pub id: String,
    /// Of a service: the structure that offers it.
    pub structure: String,
    pub name: String,
    pub changed: Option<Date>,
    /// Whether it is in one of the chosen places, or meant for them by name.
    pub is_local: bool,
    /// Whether one has to go to another place for it.
    pub is_elsewhere: bool,
    /// Its fields as JSON, which takes a third of the room.
    fields: Vec<u8>,
}

impl InclusionRecord {
    /// A record, and what it is to the chosen places.
    pub fn of(fields: &InclusionFields, choice: &InclusionChoice) -> Self {
        let (commune, postcode) = (fields.commune(), fields.postcode());
        let is_here = choice.has(&commune, &postcode);
        let siren = fields.line("siret").replace(' ', "");
        let zone = fields.zone();
        let is_named =
            zone.iter().any(|code| choice.names(code)) || choice.names_public_body(&siren);
        let is_placed = !commune.is_empty() || !postcode.is_empty();
        let only_there = fields.names("modes_accueil") == ["en-presentiel"];
        Self {
            sort: match fields.is_service() {
                true => InclusionSort::Service,
                false => InclusionSort::Structure,
            },
            id: fields.line("id"),
            structure: fields.line("structure_id"),
            name: fields.line("nom"),
            changed: fields.changed(),
            is_local: is_here || is_named,
            is_elsewhere: is_placed && !is_here && !is_named && only_there,
            fields: serde_json::to_vec(&fields.0).unwrap_or_default(),
        }
    }

    /// Its fields.
    pub fn fields(&self) -> InclusionFields {
        InclusionFields(serde_json::from_slice(&self.fields).unwrap_or_default())
    }
}
