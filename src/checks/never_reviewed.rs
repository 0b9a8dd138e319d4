//! `never-reviewed`: a guide or a contact point without a review date.

use crate::diagnostics::{Code, Diagnostic};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let is_missing = document.common.reviewed.is_none() && document.was_read(&["reviewed"]);
    if site.needs_review(document) && is_missing {
        let place = document.file_place(&(0..3));
        let diagnostic = Diagnostic::new(Code::NeverReviewed, place);
        let today = site.day.to_string();
        let checked = document.offer_field("mend-reviewed", &["reviewed"], &today);
        found.push(diagnostic.with("today", today).offers(checked));
    }
}
