//! The sheets of a page, in every format that it can have: a person at a counter prints what is asked for.

use guichet::live::Snapshot;
use guichet::model::SheetFormat;
use guichet::site::{PageId, PageOrder, Sheet, Site, Subject};
use serde::Serialize;

use crate::workshop::Workshop;

/// A sheet that can be seen and printed.
#[derive(Debug, Serialize)]
pub(super) struct ShownSheet {
    format: String,
    label: String,
    /// Whether the site publishes it.
    asked: bool,
    /// What `/feuille/` and `/fiche/` know it by: `a4/content/guides/carte.md`.
    pub path: String,
}

/// The sheets of a page: those that the site publishes first.
pub(super) fn sheets_of(workshop: &Workshop, site: &Site, id: PageId) -> Vec<ShownSheet> {
    if !site.prints {
        return Vec::new();
    }
    let document = &site.page(id).document;
    let asked: Vec<SheetFormat> = site
        .sheets_of(id)
        .iter()
        .map(|sheet| sheet.format)
        .collect();
    let possible = site.possible_formats(document);
    let mut formats: Vec<SheetFormat> = possible
        .iter()
        .copied()
        .filter(|format| sheet(site, id, *format).is_some())
        .collect();
    formats.sort_by_key(|format| !asked.contains(format));
    let formats = formats.into_iter();
    formats
        .map(|format| ShownSheet {
            format: format.name().to_owned(),
            label: site.theme.format_name(format, false, workshop.language()),
            asked: asked.contains(&format),
            path: format!("{}/{}", format.name(), document.file.path),
        })
        .collect()
}

/// The sheet of a page in a format, to read; `None` if it cannot have one.
fn sheet(site: &Site, id: PageId, format: SheetFormat) -> Option<Sheet> {
    let document = &site.page(id).document;
    if !site.possible_formats(document).contains(&format) {
        return None;
    }
    let subject = match document.is_index {
        true => site.subject_of_index(id)?,
        // One in two languages is that of the translation.
        false if format.facts().is_bilingual && site.original_of(id).is_none() => return None,
        false => Subject::Page(id),
    };
    Some(Sheet {
        subject,
        format,
        order: PageOrder::Reading,
    })
}

/// The sheet that a path names.
pub(super) fn named(snapshot: &Snapshot, path: &str) -> Option<Sheet> {
    let (format, file) = path.split_once('/')?;
    let format = SheetFormat::parse(format).or_else(|| SheetFormat::own(format))?;
    let site = &snapshot.site;
    sheet(site, site.page_of_file(file)?, format).filter(|_| site.prints)
}
