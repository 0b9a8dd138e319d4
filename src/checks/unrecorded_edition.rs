//! `unrecorded-edition`: a sheet that differs from its last recorded edition. Once it is published, holders
//! of the old one could not learn what has changed. Only for sites that keep records.

use crate::diagnostics::{Code, Diagnostic};
use crate::outputs::Renderer;

/// Compares the current editions with the recorded ones.
pub(super) fn check(renderer: &Renderer<'_>, found: &mut Vec<Diagnostic>) {
    let site = renderer.site();
    if site.records.editions.is_none() {
        return;
    }
    let new = renderer.editions().unrecorded(site).into_iter();
    found.extend(new.map(|new| {
        let place = site.page(new.page).document.file_place(&(0..3));
        let diagnostic = Diagnostic::new(Code::UnrecordedEdition, place);
        match new.before {
            None => diagnostic.with("case", "new"),
            Some(before) => diagnostic
                .with("case", "changed")
                .with("before", before)
                .with("changed", new.changed),
        }
    }));
}
