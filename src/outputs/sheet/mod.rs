//! Printed sheets: the data for each template (`data`), the resulting PDF (`print`), and pictures of its pages (`pictures`).

mod acronyms;
mod address;
mod archive;
mod bilingual;
mod binder;
mod breaks;
mod contents;
mod data;
mod edition;
mod editions;
mod failure;
mod glyphs;
mod imposition;
mod pictures;
mod print;
mod qr;
mod said;
mod tables;
mod text;

pub use archive::archive;
pub use contents::prepare_contents;
pub use data::title;
pub use edition::{SheetPart, letters};
pub use editions::{Current, Editions, Unrecorded};
pub use imposition::{Side, fold, side_by_side};
pub use pictures::{SheetChoice, SheetPictures};
pub use print::Printer;

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value as Json;

use super::voice::Voice;
use crate::diagnostics::{Code, Diagnostic, Location, Place};
use crate::foreign;
use crate::images::Studio;
use crate::model::Imposition;
use crate::press::{FontCoverage, Job};
use crate::site::{PageId, Sheet, Site, Subject};
use data::{PageSheet, SharedData};
use text::SheetImages;

/// What a sheet is printed from, and what is wrong with it beforehand.
pub struct Prepared {
    /// For the press.
    pub job: Job,
    /// Characters that no font has, images that cannot be printed.
    pub diagnostics: Vec<Diagnostic>,
}

/// Prepares the reading copy of a page's sheet or of a binder.
pub fn prepare(site: &Site, sheet: Sheet, coverage: &FontCoverage, studio: &Studio) -> Prepared {
    let is_bilingual = sheet.format.facts().is_bilingual;
    let language = match is_bilingual {
        true => site.config.default_language(),
        false => site.language_of_sheet(sheet),
    };
    let voice = Voice::of_sheet(site, language);
    let files = SheetImages::default();
    // After the page: the names of its pictures are part of its edition, and the logo comes last.
    let shared = || SharedData::new(&voice, sheet, &files);
    let mut words = site.theme.plates.words(&language.to_string()).to_owned();
    let mut data = match sheet.subject {
        Subject::Page(id) if is_bilingual => {
            let other = site.page(id).document.language;
            words.push_str(site.theme.plates.words(&other.to_string()));
            let original = site.original_of(id).unwrap_or(id);
            let left = PageSheet::new(&voice, original, &files);
            let right = PageSheet::new(&Voice::of_sheet(site, other), id, &files);
            json(&(shared(), bilingual::Bilingual::new(left, right, other)))
        }
        Subject::Page(id) => {
            let page = PageSheet::new(&voice, id, &files);
            json(&(shared(), page))
        }
        Subject::Section(_) | Subject::Site(_) => {
            let binder = binder::Binder::new(&voice, sheet.subject, &files);
            json(&(shared(), binder))
        }
    };
    foreign::take(&mut data);
    let mut missing = glyphs::replace_missing(&mut data, coverage);
    let mut characters = glyphs::characters(&data, &words);
    let (mut files, damaged) = files.read(studio);
    glyphs::replace_in_drawings(&mut files, coverage, &mut missing, &mut characters);
    let mut diagnostics = Vec::new();
    if !missing.is_empty() {
        let location = first_place(site, sheet.subject, &missing);
        let characters: Vec<String> = missing
            .into_iter()
            .map(|c| format!("{c} (U+{:04X})", c as u32))
            .collect();
        let diagnostic = Diagnostic::new(Code::NoGlyph, location);
        diagnostics.push(diagnostic.with("characters", characters.join(", ")));
    }
    diagnostics.extend(damaged);
    files.extend(coverage.fonts_for(&characters));
    kern(&mut data, coverage, &characters);
    fit_lines(&mut data);
    let job = Job {
        template: sheet.format.template(),
        data: serde_json::to_vec(&data).unwrap_or_default(),
        files,
        ident: ident(site, sheet),
        archival: true,
    };
    Prepared { job, diagnostics }
}

/// Prepares the printer's copy of a finished sheet: its pages in pairs, to be folded or cut. `None` for a format that is printed
/// page by page.
pub fn prepare_printing(site: &Site, sheet: Sheet, pages: u32, pdf: Arc<[u8]>) -> Option<Job> {
    let imposition = sheet.format.facts().imposition?;
    let voice = Voice::of_sheet(site, site.language_of_sheet(sheet));
    let data = serde_json::json!({
        "title": data::title(&voice, sheet.subject),
        "language": voice.language,
        "document_date": data::document_date(site, sheet.subject),
        "sides": match imposition {
            Imposition::Cut => imposition::side_by_side(pages),
            Imposition::Fold if voice.language.is_right_to_left() => {
                imposition::mirrored(imposition::fold(pages))
            }
            Imposition::Fold => imposition::fold(pages),
        },
        "cut": imposition == Imposition::Cut,
    });
    Some(Job {
        template: "sheets/printing.typ".to_owned(),
        data: serde_json::to_vec(&data).unwrap_or_default(),
        files: vec![("reading.pdf".to_owned(), pdf)],
        ident: ident(site, sheet),
        archival: false,
    })
}

/// The identifier of the document across its editions: its address.
fn ident(site: &Site, sheet: Sheet) -> String {
    let path = site.sheet_path(sheet);
    let path = path.as_ref().map_or("", |path| path.as_str());
    site.config
        .absolute(path)
        .unwrap_or_else(|| path.to_owned())
}

/// The page of a sheet.
fn subject_page(site: &Site, subject: Subject) -> Option<PageId> {
    match subject {
        Subject::Page(id) => Some(id),
        Subject::Section(id) => site.sections[id as usize].index,
        Subject::Site(language) => site.index_page("", language),
    }
}

/// The file that messages about a sheet point to.
fn subject_file(site: &Site, subject: Subject) -> String {
    subject_page(site, subject).map_or_else(
        || crate::model::config::FILE.to_owned(),
        |id| site.page(id).document.file.path.clone(),
    )
}

/// Where the first of these characters is in the page's file.
fn first_place(site: &Site, subject: Subject, characters: &BTreeSet<char>) -> Location {
    let file = match subject {
        Subject::Page(id) => Some(&site.page(id).document.file),
        // The pages of a binder report it themselves.
        Subject::Section(_) | Subject::Site(_) => None,
    };
    let place = file.and_then(|file| {
        let start = file.text.find(|c: char| characters.contains(&c))?;
        let end = start + file.text[start..].chars().next()?.len_utf8();
        Some(Place {
            file: Arc::clone(file),
            span: start..end,
        })
    });
    place.map_or_else(
        || Location::File(subject_file(site, subject)),
        Location::Place,
    )
}

/// Tells the template which characters need kerning.
fn kern(data: &mut Json, coverage: &FontCoverage, characters: &BTreeSet<char>) {
    if let (true, Some(data)) = (coverage.needs_kerning(characters), data.as_object_mut()) {
        data.insert("kerning".to_owned(), true.into());
    }
}

/// Adds line breaks within what has no spaces, and measures of tables. The edition is computed from the words
/// without these.
fn fit_lines(data: &mut Json) {
    let in_text = breaks::insert(data);
    if let (true, Some(data)) = (in_text, data.as_object_mut()) {
        data.insert("breaks".to_owned(), true.into());
    }
    tables::add_needs(data);
    foreign::make_patterns(data);
}

/// One JSON object with the fields of both.
fn json<A: serde::Serialize, B: serde::Serialize>((first, second): &(A, B)) -> Json {
    let object = |value| match value {
        Ok(Json::Object(object)) => object,
        _ => serde_json::Map::new(),
    };
    let mut all = object(serde_json::to_value(first));
    all.extend(object(serde_json::to_value(second)));
    Json::Object(all)
}
