//! What there is to tell of the records of a source as a whole: which are none, and which of their fields nobody knows.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::loose;
use crate::diagnostics::{Code, Diagnostic, Location};
use crate::reasons::of_content;

/// A longer name of a field, in bytes, is cut.
const LONGEST_NAME: usize = 100;

/// Counts records and fields.
#[derive(Debug, Default)]
pub struct RecordTally {
    /// How many records are none, and what the parser says of the first.
    unread: Option<(usize, String)>,
    /// How many records have each field.
    unknown: BTreeMap<String, usize>,
}

impl RecordTally {
    /// Counts a record that is none.
    pub fn add_unread(&mut self, reason: String) {
        let (count, _) = self.unread.get_or_insert((0, reason));
        *count += 1;
    }

    /// Counts the fields of a record that say something and are not among these; `_name` is the source's own.
    pub fn add_fields(&mut self, fields: &Map<String, Value>, known: &[&str]) {
        let said = fields.iter().filter(|(_, value)| !loose::is_empty(value));
        let names = said.map(|(key, _)| key.as_str());
        let unknown = names.filter(|key| !known.contains(key) && !key.starts_with('_'));
        for key in unknown.take(known.len()) {
            *self.unknown.entry(key.to_owned()).or_default() += 1;
        }
    }

    /// The diagnostics: one for the records, and one for each field.
    pub fn told(&self, place: &Location) -> Vec<Diagnostic> {
        let unread = self.unread.iter().map(|(count, reason)| {
            Diagnostic::new(Code::ImportUnreadable, place.clone())
                .with("reason", of_content(&format!("{count}\u{a0}× {reason}")))
                .help("help-records")
        });
        let unknown = self.unknown.iter().map(|(key, count)| {
            Diagnostic::new(Code::ImportKey, place.clone())
                .with("key", loose::shortened(key, LONGEST_NAME))
                .with("count", count.to_string())
        });
        unread.chain(unknown).collect()
    }
}
