//! `unreadable-hours`: opening hours that are valid but cannot be put into words: readers would see the code.

use super::contacts::hours;
use crate::diagnostics::{Code, Diagnostic};
use crate::outputs::words::Words;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let words = Words::new(site, document.language);
    for hours in hours(document) {
        if words.hours_in_words(&hours.value).is_none() {
            found.push(
                Diagnostic::new(Code::UnreadableHours, hours.location.clone())
                    .with("rule", &hours.value.written),
            );
        }
    }
}
