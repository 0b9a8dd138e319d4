//! `unreadable-hours`: opening hours that are sound, and that no words can say: readers would meet them in code.

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
