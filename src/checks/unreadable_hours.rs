//! `unreadable-hours`: opening hours that are sound, and that no words can say: readers would meet them in code.

use super::contacts::hours;
use crate::diagnostics::{Code, Diagnostic};
use crate::outputs::words::Words;
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let words = Words::new(site, document.language);
    for hours in hours(document) {
        let rules = hours.value.expression.rules.iter();
        for rule in rules.filter(|rule| words.rule(rule).is_none()) {
            found.push(
                Diagnostic::new(Code::UnreadableHours, hours.location.clone())
                    .with("rule", rule.to_string()),
            );
        }
    }
}
