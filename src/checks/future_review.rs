//! `future-review`: a review dated in the future. A mistyped year would keep a page from ever being overdue,
//! and make it look fresher than it can be.

use crate::diagnostics::{Code, Diagnostic};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let Some(reviewed) = &document.common.reviewed else {
        return;
    };
    // In the editor's time zone it may already be tomorrow.
    let is_ahead = |tomorrow| reviewed.value.0 > tomorrow;
    if site.day.0.tomorrow().is_ok_and(is_ahead) {
        found.push(
            Diagnostic::new(Code::FutureReview, reviewed.location.clone())
                .with("date", reviewed.value.to_string())
                .with("today", site.day.to_string()),
        );
    }
}
