//! The list of a kit's contents, to print.

use serde::Serialize;

use super::data::{SharedData, edition_of};
use super::text::SheetImages;
use super::{glyphs, json, kern};
use crate::foreign;
use crate::images::Studio;
use crate::language::Language;
use crate::model::SheetFormat;
use crate::outputs::voice::Voice;
use crate::outputs::{Printing, settled};
use crate::press::{FontCoverage, Job};
use crate::site::{PageId, PageOrder, Sheet, Site, Subject};

#[derive(Serialize)]
struct Contents {
    title: String,
    /// The day of the latest of its pages.
    day: String,
    /// How the kit is opened, step by step.
    steps: Vec<String>,
    sections: Vec<ContentsSectionView>,
}

#[derive(Serialize)]
struct ContentsSectionView {
    title: String,
    pages: Vec<ContentsPageView>,
}

#[derive(Serialize)]
struct ContentsPageView {
    title: String,
    /// Its file in the kit.
    path: String,
    sheets: Vec<String>,
    edition: Option<String>,
}

/// Prepares the list of the pages of a language with the sheets that were printed; `folder` is the site's
/// folder in the kit.
pub fn prepare_contents(
    site: &Site,
    language: Language,
    folder: &str,
    coverage: &FontCoverage,
    printing: &dyn Printing,
    studio: &Studio,
) -> Job {
    let voice = Voice::of_sheet(site, language);
    let words = &voice.words;
    let sheet = Sheet {
        subject: Subject::Site(language),
        format: SheetFormat::A4,
        order: PageOrder::Reading,
    };
    let page = |id: &PageId| {
        let document = &site.page(*id).document;
        let sheets = settled(Some(printing), site.sheets_of(*id));
        let name = |sheet: &Sheet| {
            let name = site.theme.format_name(sheet.format, false, language);
            (sheet.order == PageOrder::Reading).then_some(name)
        };
        ContentsPageView {
            title: words.set(&document.common.title),
            path: format!("{folder}/{}", site.page(*id).path),
            edition: (!sheets.is_empty()).then(|| edition_of(&voice, *id).code),
            sheets: sheets.iter().filter_map(name).collect(),
        }
    };
    let mut views: Vec<ContentsSectionView> = site
        .sections_of(language)
        .into_iter()
        .filter(|section| !section.pages.is_empty())
        .map(|section| ContentsSectionView {
            title: words.set(&section.title),
            pages: section.pages.iter().map(page).collect(),
        })
        .collect();
    let others = site.pages_outside_sections(language);
    if !others.is_empty() {
        views.push(ContentsSectionView {
            title: words.text("section-page"),
            pages: others.iter().map(page).collect(),
        });
    }
    let (year, month, day) = super::data::document_date(site, sheet.subject);
    let contents = Contents {
        title: words.text("sheet-contents"),
        day: format!("{year:04}-{month:02}-{day:02}"),
        steps: site.kit_steps(language),
        sections: views,
    };
    let images = SheetImages::default();
    let mut data = json(&(SharedData::new(&voice, sheet, &images), contents));
    foreign::take(&mut data);
    glyphs::replace_missing(&mut data, coverage);
    let characters = glyphs::characters(&data, site.theme.plates.words(&language.to_string()));
    // What is wrong with the logo is said of the sheets and pages.
    let (mut files, _) = images.read(studio);
    files.extend(coverage.fonts_for(&characters));
    kern(&mut data, coverage, &characters);
    super::fit_lines(&mut data);
    Job {
        template: "sheets/contents.typ".to_owned(),
        data: serde_json::to_vec(&data).unwrap_or_default(),
        files,
        ident: site.kit_path("address-kit-contents", &format!("{language}.pdf")),
        archival: true,
    }
}
