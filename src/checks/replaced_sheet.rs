//! `replaced-sheet`: a sheet that the configuration asks for is too small for some pages, which get another
//! one. Reported once for all of them, because nobody asked for it on these particular pages.

use std::collections::BTreeMap;

use super::rendering::Built;
use crate::diagnostics::{Code, Diagnostic};
use crate::site::{Sheet, Site, Subject};

/// One diagnostic for each default that is too small, at its place in the configuration.
pub(super) fn check(site: &Site, built: &Built, found: &mut Vec<Diagnostic>) {
    let mut by_default: BTreeMap<_, Vec<Sheet>> = BTreeMap::new();
    for sheet in &built.replaced {
        if let Subject::Page(id) = sheet.subject {
            let kind = site.page(id).document.kind();
            by_default
                .entry((kind, sheet.format))
                .or_default()
                .push(*sheet);
        }
    }
    let by_default = by_default.into_values();
    found.extend(by_default.filter_map(|sheets| diagnostic(site, &sheets)));
}

fn diagnostic(site: &Site, sheets: &[Sheet]) -> Option<Diagnostic> {
    /// How many pages are named.
    const NAMED: usize = 3;
    let first = *sheets.first()?;
    let french = site.config.default_language().is_french();
    let files = sheets.iter().filter_map(|sheet| match sheet.subject {
        Subject::Page(id) => Some(&*site.page(id).document.file.path),
        Subject::Section(_) | Subject::Site(_) => None,
    });
    let mut named: Vec<&str> = files.take(NAMED).collect();
    if sheets.len() > NAMED {
        named.push("…");
    }
    let location = site.default_of(first)?.location.clone();
    Some(
        Diagnostic::new(Code::ReplacedSheet, location)
            .with("format", first.format.shown(french))
            .with("instead", site.stand_in(first)?.format.shown(french))
            .with("count", sheets.len().to_string())
            .with("pages", named.join(", ")),
    )
}
