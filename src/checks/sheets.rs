//! `unknown-sheet`, `unknown-value`: a page can only have the sheets of its kind, and of those of the site's own that
//! its theme has.

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::model::choice::{MOST_OFFERED, unknown_value};
use crate::model::{Kind, Placed, SheetFormat};
use crate::site::{PageId, Site};
use crate::yaml::scalar;

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let written = document.common.sheets.iter().flatten();
    found.extend(unknown(written, &site.possible_formats(document), site));
}

/// Checks the formats that the configuration gives to pages without their own.
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
        .flat_map(|(written, kind)| unknown(written.iter().flatten(), &site.formats(kind), site))
        .collect()
}

fn unknown<'w>(
    written: impl Iterator<Item = &'w Placed<SheetFormat>>,
    possible: &[SheetFormat],
    site: &Site,
) -> Vec<Diagnostic> {
    let french = site.config.default_language().is_french();
    let known: Vec<&str> = possible.iter().map(|format| format.shown(french)).collect();
    let own: Vec<&str> = site.theme.formats.iter().map(SheetFormat::name).collect();
    let diagnostic = |format: &Placed<SheetFormat>| {
        let location = format.location.clone();
        if matches!(format.value, SheetFormat::Own(_))
            && !site.theme.formats.contains(&format.value)
        {
            let written = match &format.location {
                Location::Place(place) => &place.file.text[place.span.clone()],
                _ => format.value.name(),
            };
            let written = written.trim_matches(['"', '\'']);
            return unknown_value(SheetFormat::NAMES, &own, written, french, location);
        }
        let new = Diagnostic::new(Code::UnknownSheet, location)
            .with("format", format.value.shown(french))
            .with("known", known.join(", "))
            .help(if known.is_empty() {
                "help-none"
            } else {
                "help"
            });
        known
            .iter()
            .take(MOST_OFFERED)
            .fold(new, |new, name| new.offer_instead(scalar(name)))
    };
    let impossible = written.filter(|format| !possible.contains(&format.value));
    impossible.map(diagnostic).collect()
}
