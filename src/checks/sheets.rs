//! `unknown-sheet`: a page can only have the sheets of its kind.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Kind, Placed, SheetFormat};
use crate::site::{PageId, Site, formats, possible};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let written = document.common.sheets.iter().flatten();
    found.extend(unknown(written, possible(document), site));
}

/// The same for the defaults of the configuration.
pub(super) fn check_defaults(site: &Site) -> Vec<Diagnostic> {
    let Some(defaults) = &site.config.sheets else {
        return Vec::new();
    };
    let kinds = [
        (&defaults.guide, Kind::Guide),
        (&defaults.article, Kind::Article),
        (&defaults.organization, Kind::Organization),
        (&defaults.page, Kind::Page),
    ];
    let kinds = kinds.into_iter();
    kinds
        .flat_map(|(written, kind)| unknown(written.iter().flatten(), formats(kind), site))
        .collect()
}

fn unknown<'w>(
    written: impl Iterator<Item = &'w Placed<SheetFormat>>,
    possible: &[SheetFormat],
    site: &Site,
) -> impl Iterator<Item = Diagnostic> {
    let french = site.config.default_language().is_french();
    let known: Vec<&str> = possible.iter().map(|format| format.shown(french)).collect();
    written
        .filter(move |format| !possible.contains(&format.value))
        .map(move |format| {
            Diagnostic::new(Code::UnknownSheet, format.location.clone())
                .with("format", format.value.shown(french))
                .with("known", known.join(", "))
                .help(if known.is_empty() {
                    "help-none"
                } else {
                    "help"
                })
        })
}
