//! `hours-slip`: opening hours that do not mean what they seem to mean.

use super::contacts::{hours, with_hours};
use crate::diagnostics::{Code, Diagnostic, Remedy};
use crate::model::hours::slips::{HoursOversight, slips};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    for hours in hours(&site.page(id).document) {
        let written = &hours.value.written;
        for (slip, rule) in slips(written, &hours.value.rules) {
            let part = written.get(rule.at.clone()).unwrap_or_default();
            let (case, help) = match slip {
                HoursOversight::SpacedDays => ("spaced", "help"),
                HoursOversight::NoHours => ("no-hours", "help-no-hours"),
                HoursOversight::Backwards => ("backwards", "help-backwards"),
                HoursOversight::Overlap => ("overlap", "help-overlap"),
            };
            let together = part.replace(", ", ",");
            let diagnostic = Diagnostic::new(Code::HoursSlip, hours.location.clone())
                .with("rule", part)
                .with("case", case)
                .with("together", &together)
                .help(help);
            found.push(match slip {
                HoursOversight::SpacedDays => {
                    with_hours(diagnostic, hours, &written.replace(part, &together))
                }
                HoursOversight::Backwards => {
                    let forwards = written.replace(part, &forwards(part));
                    let fix = with_hours(diagnostic.clone(), hours, &forwards).fix;
                    diagnostic.offers(fix.map(Remedy::plain))
                }
                HoursOversight::NoHours | HoursOversight::Overlap => diagnostic,
            });
        }
    }
}

/// A rule whose hours begin before they end: `14:00-12:00` becomes `12:00-14:00`.
fn forwards(part: &str) -> String {
    let is_time = |text: &str| {
        let is_digit = |c: char| c.is_ascii_digit();
        text.len() == 5
            && text.split_once(':').is_some_and(|(hour, minute)| {
                hour.chars().all(is_digit) && minute.chars().all(is_digit)
            })
    };
    let words = part.split_inclusive([' ', ',']).map(|word| {
        let end = word.trim_end_matches([' ', ',']).len();
        let (hours, rest) = word.split_at(end);
        match hours.split_once('-') {
            Some((from, to)) if is_time(from) && is_time(to) && from > to => {
                format!("{to}-{from}{rest}")
            }
            _ => word.to_owned(),
        }
    });
    words.collect()
}
