//! Remembers what an import has told, so that the next one tells what is new.
//!
//! `records/imports/NAME-told.csv` has the day of the source's last change, a short hash of each message, and how many things were not
//! taken for each reason.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::ledger::{BlockHash, mark_of};
use super::merge::UNREAD;
use super::{Import, PassedOver};
use crate::diagnostics::{Diagnostic, TextFile};
use crate::files::{LARGEST_FILE, read_file};
use crate::records::{FOLDER, rows, table};
use crate::writing::{WriteError, save_soon};

/// What an import has told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ToldMessages {
    /// The day of the last change in the source; empty if it does not say.
    pub source: String,
    marks: BTreeSet<BlockHash>,
    /// How many things were not taken, by reason.
    reasons: BTreeMap<String, usize>,
}

impl ToldMessages {
    fn path(name: &str) -> String {
        format!("{FOLDER}/imports/{name}-told.csv")
    }

    /// What the last import of this name told: nothing if that is not known, so that all is told again.
    pub fn read(root: &Path, name: &str) -> Self {
        let shown = Self::path(name);
        let bytes = read_file(&root.join(&shown), LARGEST_FILE).unwrap_or_default();
        let text = String::from_utf8(bytes).unwrap_or_default();
        let file = Arc::new(TextFile::new(shown, text));
        let (rows, _) = rows(&file, |row| {
            Ok((
                row.field("what").into_owned(),
                row.field("value").into_owned(),
            ))
        });
        let mut told = Self::default();
        for (what, value) in rows {
            match what.as_str() {
                "source" => told.source = value,
                "told" => told.marks.extend(BlockHash::from_str_radix(&value, 16)),
                _ => told
                    .reasons
                    .extend(value.parse().map(|count| (what, count))),
            }
        }
        told
    }

    /// What this import tells.
    pub fn of(import: &Import) -> Self {
        let reasons = import.passed_over.iter();
        Self {
            source: import.changed.clone().unwrap_or_default(),
            // What cannot be read holds back each import.
            marks: import
                .diagnostics
                .iter()
                .filter(|found| !UNREAD.contains(&found.code))
                .map(mark_of_diagnostic)
                .collect(),
            reasons: reasons
                .map(|(reason, passed_over)| ((*reason).to_owned(), passed_over.count))
                .collect(),
        }
    }

    /// Whether a message was told.
    pub fn has(&self, diagnostic: &Diagnostic) -> bool {
        self.marks.contains(&mark_of_diagnostic(diagnostic))
    }

    /// Whether it was told that so much was not taken for this reason, or more.
    pub fn has_reason(&self, reason: &str, passed_over: &PassedOver) -> bool {
        let told = self.reasons.get(reason);
        told.is_some_and(|told| *told >= passed_over.count)
    }

    /// Writes what was told.
    ///
    /// # Errors
    ///
    /// If the file cannot be written.
    pub fn save(&self, root: &Path, name: &str) -> Result<(), WriteError> {
        let marks = self.marks.iter().map(|mark| ("told", format!("{mark:x}")));
        let source = (!self.source.is_empty()).then(|| ("source", self.source.clone()));
        let reasons = self.reasons.iter();
        let reasons = reasons.map(|(reason, count)| (reason.as_str(), count.to_string()));
        let all: Vec<(&str, String)> = source.into_iter().chain(marks).chain(reasons).collect();
        let text = table(
            &["what", "value"],
            all.iter().map(|(what, value)| vec![*what, value.as_str()]),
        );
        match Self::read(root, name) == *self {
            true => Ok(()),
            false => save_soon(root, &Self::path(name), text.as_bytes()),
        }
    }
}

/// A message is the same wherever in its file it stands.
fn mark_of_diagnostic(diagnostic: &Diagnostic) -> BlockHash {
    let mut text = format!("{}\n{}", diagnostic.code.name(), diagnostic.location.path());
    for (name, value) in &diagnostic.args {
        text += &format!("\n{name}={value}");
    }
    mark_of(text.as_bytes())
}
