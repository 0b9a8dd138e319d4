//! The coverage reports of earlier days.

use std::sync::Arc;

use super::table;
use crate::diagnostics::{Diagnostic, TextFile};
use crate::model::Routes;

/// A guide as recorded in a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageRecord {
    /// Its file.
    pub file: String,
    /// Its title.
    pub title: String,
    /// Its routes.
    pub routes: Routes,
    /// Whether it is information only.
    pub informs: bool,
}

/// Reads the table that `guichet report --format csv` writes.
pub(super) fn read(file: &Arc<TextFile>) -> (Vec<CoverageRecord>, Vec<Diagnostic>) {
    table::rows(file, |row| {
        let yes = |name: &str| match &*row.field(name) {
            "1" => Ok(true),
            "0" | "" => Ok(false),
            other => Err(format!("{name}: {other}")),
        };
        if row.field("file").is_empty() {
            return Err("file".to_owned());
        }
        Ok(CoverageRecord {
            file: row.field("file").into_owned(),
            title: row.field("title").into_owned(),
            routes: Routes {
                in_person: yes("in_person")?,
                paper: yes("paper")?,
                phone: yes("phone")?,
                online: yes("online")?,
            },
            informs: row.field("nature") == "information",
        })
    })
}
