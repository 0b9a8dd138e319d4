//! `hours-in-words`: opening hours in words were understood; what was understood is shown, so that their editor can see whether it
//! is what was meant. Where the page says them word for word as they were written, there is nothing to see.

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
        let said = words.hours(&hours.value).join(" / ");
        if bare(&said) == bare(given) {
            continue;
        }
        let diagnostic = Diagnostic::new(Code::HoursInWords, hours.location.clone())
            .with("value", given)
            .with("words", said)
            .with("hours", &hours.value.written);
        // A comment is what was not understood: to write it for good is for who knows what was meant.
        let sure = hours.value.rules.iter().all(|rule| rule.comment.is_none());
        found.push(match sure {
            true => with_hours(diagnostic, hours, &hours.value.written),
            false => diagnostic,
        });
    }
}

/// The letters and digits of hours, without what stands between them.
fn bare(hours: &str) -> String {
    let letters = hours.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
