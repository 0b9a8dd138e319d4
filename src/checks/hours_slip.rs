//! `hours-slip`: opening hours that do not mean what they seem to mean.

use super::contacts::{hours, with_hours};
use crate::diagnostics::{Code, Diagnostic};
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
                HoursOversight::NoHours | HoursOversight::Backwards | HoursOversight::Overlap => {
                    diagnostic
                }
            });
        }
    }
}
