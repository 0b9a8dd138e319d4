//! `hours-in-words`: opening hours in words were understood; what was understood is shown, so that their editor can see whether it
//! is what was meant.

use super::contacts::{hours, with_hours};
use crate::diagnostics::{Code, Diagnostic};
use crate::outputs::words::Words;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    for hours in hours(document) {
        let Some(given) = &hours.value.in_words else {
            continue;
        };
        let words = Words::new(site, document.language);
        let diagnostic = Diagnostic::new(Code::HoursInWords, hours.location.clone())
            .with("value", given)
            .with("words", words.hours(&hours.value).join(" / "))
            .with("hours", &hours.value.written);
        found.push(with_hours(diagnostic, hours, &hours.value.written));
    }
}
