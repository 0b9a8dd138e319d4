//! `stale`: a page whose review is overdue. Hours, prices and rules change without notice; readers rely on
//! the date. Of pages that come from a data set, its section alone says so: a newer file mends them all.

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let Some(due) = site.review_due(document) else {
        return;
    };
    // A page that is no longer valid is already reported.
    if due >= site.day || site.is_expired(document) {
        return;
    }
    let new = |location| Diagnostic::new(Code::Stale, location).with("due", due.to_string());
    let dataset = document.dataset();
    if let Some(file) = dataset.and_then(|source| source.file.as_ref()) {
        let location = Location::File(document.file.path.clone());
        let diagnostic = new(location).with("case", "file").with("file", file);
        found.push(diagnostic.help("help-file"));
    } else if let (Some(reviewed), None) = (&document.common.reviewed, site.dataset_of(document)) {
        found.push(
            new(reviewed.location.clone())
                .with("case", "page")
                .with("today", site.day.to_string())
                .offer_instead_as("mend-reviewed", site.day.to_string()),
        );
    }
}
