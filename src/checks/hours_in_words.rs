//! `hours-in-words`: opening hours in words were understood. Shows the result, so that the editor can check
//! it. Silent if the page shows the hours word for word.

use std::sync::LazyLock;

use super::contacts::{hours, with_hours};
use crate::catalogue::Catalogue;
use crate::diagnostics::{Code, Diagnostic, Remedy};
use crate::language::Language;
use crate::outputs::words::Words;
use crate::site::{PageId, Site};
use crate::theme::built_in_strings;

/// The languages that the tool speaks: the editor of an Arabic page may read either. Which one the message is printed in is not
/// known here, so that it has the words of both.
static TOLD: LazyLock<[(&str, Catalogue); 2]> = LazyLock::new(|| {
    [
        ("words-fr", built_in_strings(Language::french())),
        ("words-en", built_in_strings(Language::english())),
    ]
});

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    for hours in hours(document) {
        let Some(given) = &hours.value.in_words else {
            continue;
        };
        let said = |words: Words<'_>| words.hours(&hours.value).join(" / ");
        if bare(&said(Words::new(site, document.language))) == bare(given) {
            continue;
        }
        let mut diagnostic = Diagnostic::new(Code::HoursInWords, hours.location.clone())
            .with("value", given)
            .with("hours", &hours.value.written);
        for (argument, catalogue) in &*TOLD {
            diagnostic = diagnostic.with(argument, said(Words::of_catalogue(catalogue)));
        }
        // A comment is a part that was not understood: only somebody who knows the meaning should write it
        // for good.
        let sure = hours.value.rules.iter().all(|rule| rule.comment.is_none());
        found.push(match sure {
            true => with_hours(diagnostic, hours, &hours.value.written),
            false => match with_hours(diagnostic.clone(), hours, &hours.value.written).fix {
                Some(fix) => diagnostic.offers([Remedy::plain(fix)]),
                None => diagnostic,
            },
        });
    }
}

/// The letters and digits of hours, without separators.
fn bare(hours: &str) -> String {
    let letters = hours.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
