//! `hours-in-words`: opening hours in words were understood. Shows the result, so that the editor can check
//! it. Silent if the page shows the hours word for word.

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
        // A comment is a part that was not understood: only somebody who knows the meaning should write it
        // for good.
        let sure = hours.value.rules.iter().all(|rule| rule.comment.is_none());
        found.push(match sure {
            true => with_hours(diagnostic, hours, &hours.value.written),
            false => diagnostic,
        });
    }
}

/// The letters and digits of hours, without separators.
fn bare(hours: &str) -> String {
    let letters = hours.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
