//! `duplicate-sheet`: two sheets would be one file, and a page would lead to the sheet of another. A format that a site adds to
//! its theme can have a name that makes it so.

use std::collections::HashSet;

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::model::config::FILE;
use crate::site::{Sheet, Site, Subject};

/// Each format once: all its sheets have the same remedy.
pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for (path, sheet, other) in site.sheets_at_one_path() {
        let template = |sheet: Sheet| {
            let is_own = site.theme.formats.contains(&sheet.format);
            site.theme.file(&sheet.format.template()).filter(|_| is_own)
        };
        // The format that the site has added can be given another name.
        let (sheet, other) = match template(sheet) {
            Some(_) => (sheet, other),
            None => (other, sheet),
        };
        let place = template(sheet).map_or_else(|| file(site, sheet), |file| file.path.clone());
        if !seen.insert((place.clone(), sheet.format, other.format)) {
            continue;
        }
        let help = match template(sheet) {
            Some(_) => "help",
            None => "help-page",
        };
        let french = site.config.default_language().is_french();
        found.push(
            Diagnostic::new(Code::DuplicateSheet, Location::File(place))
                .with("address", path.as_str())
                .with("format", sheet.format.shown(french))
                .with("page", file(site, sheet))
                .with("other", other.format.shown(french))
                .with("other-page", file(site, other))
                .help(help),
        );
    }
    found
}

/// The file of the page that a sheet prints; the configuration for what has no page.
fn file(site: &Site, sheet: Sheet) -> String {
    let page = match sheet.subject {
        Subject::Page(id) => Some(id),
        Subject::Section(id) => site.sections[id as usize].index,
        Subject::Site(language) => site.index_page("", language),
    };
    page.map_or_else(
        || FILE.to_owned(),
        |id| site.page(id).document.file.path.clone(),
    )
}
