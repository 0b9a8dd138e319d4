//! `stale`: a page whose review is overdue. Hours, prices and rules change without notice; readers rely on
//! the date.

use crate::diagnostics::{Code, Diagnostic};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let (Some(reviewed), Some(due)) = (&document.common.reviewed, site.review_due(document)) else {
        return;
    };
    // A page that is no longer valid is already reported.
    if due < site.day && !site.is_expired(document) {
        found.push(
            Diagnostic::new(Code::Stale, reviewed.location.clone())
                .with("due", due.to_string())
                .with("today", site.day.to_string()),
        );
    }
}
