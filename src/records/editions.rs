//! The editions of a site's sheets.

use std::sync::Arc;

use super::table;
use crate::diagnostics::{Diagnostic, TextFile};
use crate::model::values::Date;

/// An edition of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditionRecord {
    /// The file that the sheet was printed from: `content/guides/carte-identite.md`.
    pub file: String,
    /// Its title at that time.
    pub title: String,
    /// Its code as printed on the sheet: `2026-10 · K7F3`.
    pub edition: String,
    /// The day on which it was recorded.
    pub recorded: Date,
    /// What changed since the previous edition, in words that an editor may edit; empty for the first.
    pub changed: String,
    /// The hash of each part of its content, for comparison with the next edition: `routes=3f2a`.
    pub parts: String,
}

const HEADER: &[&str] = &["file", "title", "edition", "recorded", "changed", "parts"];

/// Reads the CSV.
pub(super) fn read(file: &Arc<TextFile>) -> (Vec<EditionRecord>, Vec<Diagnostic>) {
    table::rows(file, |row| {
        let recorded = row.field("recorded");
        let record = EditionRecord {
            file: row.field("file").into_owned(),
            title: row.field("title").into_owned(),
            edition: row.field("edition").into_owned(),
            recorded: Date::parse(&recorded).ok_or_else(|| format!("recorded: {recorded}"))?,
            changed: row.field("changed").into_owned(),
            parts: row.field("parts").into_owned(),
        };
        match (record.file.as_str(), record.edition.as_str()) {
            ("", _) => Err("file".to_owned()),
            (_, "") => Err("edition".to_owned()),
            _ => Ok(record),
        }
    })
}

/// The CSV of the editions.
pub fn write(editions: &[EditionRecord]) -> String {
    let days: Vec<String> = editions.iter().map(|e| e.recorded.to_string()).collect();
    let rows = editions.iter().zip(&days).map(|(edition, day)| {
        vec![
            edition.file.as_str(),
            &edition.title,
            &edition.edition,
            day,
            &edition.changed,
            &edition.parts,
        ]
    });
    table::text(HEADER, rows)
}
