//! `future-review`: a review dated in the future. A mistyped year would keep a page from ever being overdue,
//! and make it look fresher than it can be.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::values::Date;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let Some(reviewed) = &document.common.reviewed else {
        return;
    };
    // In the editor's time zone it may already be tomorrow.
    let is_ahead = |tomorrow| reviewed.value.0 > tomorrow;
    if site.day.0.tomorrow().is_ok_and(is_ahead) {
        let today = site.day.to_string();
        let new = Diagnostic::new(Code::FutureReview, reviewed.location.clone())
            .with("date", reviewed.value.to_string())
            .with("today", &today);
        // The year may be the mistake.
        let years = [site.day.0.year(), site.day.0.year() - 1].into_iter();
        let mut days = years.filter_map(|year| reviewed.value.0.with().year(year).build().ok());
        let new = match days.find(|day| *day <= site.day.0) {
            Some(day) => new.offer_instead(Date(day).to_string()),
            None => new,
        };
        found.push(new.offer_instead_as("mend-reviewed", today));
    }
}
