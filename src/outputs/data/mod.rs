//! What a site offers, in the vocabularies of other programs.
//!
//! [`Offer`] gathers it once, in guichet's own terms. Each vocabulary has one writer, which takes from the offer what the
//! vocabulary has a place for, and leaves out what it cannot say; [`gaps`] tells what a vocabulary requires and a page does
//! not have.

mod channels;
mod cpsv_ap;
mod gaps;
mod graph;
mod hsds;
mod inclusion;
mod offer;
mod place;
mod schedule;
mod texts;

#[cfg(test)]
mod tests;

use serde_json::{Map, Value as Json};

pub use gaps::{DataGap, gaps};
pub use offer::Offer;

use crate::site::{DataFile, Site};

/// A file in one of the vocabularies, as JSON.
pub fn data(site: &Site, file: DataFile) -> String {
    format!("{:#}\n", written(&Offer::of(site), file))
}

fn written(offer: &Offer<'_>, file: DataFile) -> Json {
    match file {
        DataFile::CpsvAp => cpsv_ap::graph(offer),
        DataFile::HsdsServices => hsds::services(offer),
        DataFile::HsdsOrganizations => hsds::organizations(offer),
        DataFile::InclusionStructures => inclusion::structures(offer),
        DataFile::InclusionServices => inclusion::services(offer),
    }
}

/// A JSON object without the fields that have nothing to say.
#[derive(Default)]
struct JsonRecord(Map<String, Json>);

impl JsonRecord {
    /// Adds a field, unless its value is `null`, or an empty text or list.
    fn with(mut self, key: &str, value: impl Into<Json>) -> Self {
        let value = value.into();
        let is_empty = match &value {
            Json::Null => true,
            Json::String(text) => text.is_empty(),
            Json::Array(list) => list.is_empty(),
            _ => false,
        };
        if !is_empty {
            self.0.insert(key.to_owned(), value);
        }
        self
    }
}

impl From<JsonRecord> for Json {
    fn from(record: JsonRecord) -> Self {
        Self::Object(record.0)
    }
}
