//! The current editions of all sheets of a site.

use std::collections::HashMap;

use rayon::prelude::*;

use super::binder;
use super::data;
use super::edition::{Edition, letters};
use crate::language::Language;
use crate::model::values::Date;
use crate::outputs::voice::Voice;
use crate::outputs::words::Words;
use crate::records::EditionRecord;
use crate::site::{PageId, Site, Subject};

/// The current edition of what a file prints.
#[derive(Debug, Clone)]
pub struct Current {
    /// What the sheet prints.
    pub subject: Subject,
    /// The file of the page, or of the section's own text.
    pub page: PageId,
    /// Its edition.
    pub edition: Edition,
}

/// The current editions of a site's sheets, in the order of their pages.
#[derive(Debug, Clone, Default)]
pub struct Editions(pub Vec<Current>);

impl Editions {
    /// Computes them: for each page with a sheet, everything that the sheet says.
    pub fn of(site: &Site) -> Self {
        let with_sheets = |id: &PageId| !site.sheets_of(*id).is_empty();
        let ids: Vec<PageId> = site.pages_with_id().map(|(id, _)| id).collect();
        let pages = ids
            .par_iter()
            .filter(|id| !site.page(**id).document.is_index);
        // A binder also contains pages without a sheet of their own.
        let codes: Vec<(PageId, Edition)> = pages
            .map(|id| {
                let voice = Voice::of_sheet(site, site.page(*id).document.language);
                (*id, data::edition_of(&voice, *id))
            })
            .collect();
        let code = |id: PageId| {
            let at = codes.binary_search_by_key(&id, |(id, _)| *id);
            at.map_or_else(|_| String::new(), |at| codes[at].1.code.clone())
        };
        let current = ids.iter().filter(|id| with_sheets(id)).filter_map(|id| {
            let document = &site.page(*id).document;
            let (subject, edition) = if document.is_index {
                let subject = site.subject_of_index(*id)?;
                let voice = Voice::of_sheet(site, document.language);
                (subject, binder::edition_of(&voice, subject, code))
            } else {
                let at = codes.binary_search_by_key(id, |(id, _)| *id).ok()?;
                (Subject::Page(*id), codes[at].1.clone())
            };
            Some(Current {
                subject,
                page: *id,
                edition,
            })
        });
        Self(current.collect())
    }

    /// Those of one language, by title.
    pub fn in_language<'e>(&'e self, site: &Site, language: Language) -> Vec<&'e Current> {
        let document = |current: &Current| &site.page(current.page).document;
        let mut found: Vec<&Current> = self
            .0
            .iter()
            .filter(|current| document(current).language == language)
            .collect();
        found.sort_by_key(|current| (&document(current).sort_key, current.page));
        found
    }
}

/// A current edition that the site has not recorded.
pub struct Unrecorded {
    /// The file.
    pub file: String,
    /// The page.
    pub page: PageId,
    /// What it prints.
    pub title: String,
    /// The current code.
    pub edition: String,
    /// The recorded code.
    pub before: Option<String>,
    /// What has changed since, in the language of the page.
    pub changed: String,
    /// Whether the file has no recorded edition.
    pub is_first: bool,
    parts: String,
}

impl Unrecorded {
    /// The record of it.
    pub fn into_record(self, recorded: Date) -> EditionRecord {
        let changed = if self.is_first {
            String::new()
        } else {
            self.changed
        };
        EditionRecord {
            file: self.file,
            title: self.title,
            edition: self.edition,
            recorded,
            changed,
            parts: self.parts,
        }
    }
}

impl Editions {
    /// The editions that differ from the last recorded one of their file, or whose file has none.
    pub fn unrecorded(&self, site: &Site) -> Vec<Unrecorded> {
        let records = site.records.editions.iter().flatten();
        let last: HashMap<&str, &EditionRecord> = records
            .map(|record| (record.file.as_str(), record))
            .collect();
        let new = self.0.iter().filter_map(|current| {
            let document = &site.page(current.page).document;
            let last = last.get(document.file.path.as_str());
            if last.is_some_and(|last| letters(&last.edition) == current.edition.code) {
                return None;
            }
            let words = Words::new(site, document.language);
            let changed = match last {
                Some(last) => current.edition.changes_since(&last.parts, &words),
                None => words.text("edition-first"),
            };
            Some(Unrecorded {
                file: document.file.path.clone(),
                page: current.page,
                title: document.common.title.clone(),
                // Plain spaces: people edit the record.
                edition: current.edition.to_string().replace('\u{a0}', " "),
                before: last.map(|last| last.edition.clone()),
                changed,
                is_first: last.is_none(),
                parts: current.edition.recorded_parts(),
            })
        });
        new.collect()
    }
}
