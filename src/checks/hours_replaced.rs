//! `hours-replaced`: in the OSM syntax a rule after `;` takes the place of an earlier one on the days that it names. Who
//! writes `Mo-Fr 09:00-12:00; Tu 14:00-17:00` means both, and closes Tuesday's morning without knowing it.

use std::ops::Range;

use opening_hours_syntax::RuleKind;
use opening_hours_syntax::rules::day::WeekDayRange;
use opening_hours_syntax::rules::time::Time;
use opening_hours_syntax::rules::{RuleOperator, RuleSequence};

use super::contacts::hours;
use crate::diagnostics::{Code, Diagnostic};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    for hours in hours(&site.page(id).document) {
        let rules = &hours.value.expression.rules;
        for (index, rule) in rules.iter().enumerate() {
            let earlier = &rules[..index];
            if rule.operator == RuleOperator::Normal
                && earlier.iter().any(|earlier| is_taken_away(earlier, rule))
            {
                found.push(
                    Diagnostic::new(Code::HoursReplaced, hours.location.clone())
                        .with("rule", rule.to_string()),
                );
            }
        }
    }
}

/// Whether `later` takes times of `earlier` away that lie quite outside its own: a mistake. A rule that only shortens or
/// lengthens a day (`Mo-Fr 09:00-17:00; We 09:00-12:00`) means what it says.
fn is_taken_away(earlier: &RuleSequence, later: &RuleSequence) -> bool {
    let (Some(before), Some(after)) = (weekly(earlier), weekly(later)) else {
        return false;
    };
    let same_day = before.days.iter().zip(after.days).any(|(a, b)| *a && b);
    let disjoint = |a: &Range<u16>, b: &Range<u16>| a.end <= b.start || b.end <= a.start;
    let apart = |a: &Range<u16>| after.times.iter().all(|b| disjoint(a, b));
    same_day && before.times.iter().all(apart)
}

/// The days from Monday and the times in minutes of a rule that is the same every week.
struct Weekly {
    days: [bool; 7],
    times: Vec<Range<u16>>,
}

fn weekly(rule: &RuleSequence) -> Option<Weekly> {
    let selector = &rule.day_selector;
    let every_week =
        selector.year.is_empty() && selector.monthday.is_empty() && selector.week.is_empty();
    if rule.kind != RuleKind::Open || !every_week {
        return None;
    }
    let mut days = [false; 7];
    for range in &selector.weekday {
        let WeekDayRange::Fixed {
            range,
            offset: 0,
            nth_from_start,
            nth_from_end,
        } = range
        else {
            return None;
        };
        if nth_from_start.iter().chain(nth_from_end).any(|nth| !nth) {
            return None;
        }
        let (from, to) = (range.start(), range.end());
        let length = to.days_since(*from);
        for day in 0..=length {
            let day = (from.num_days_from_monday() + day) % 7;
            *days.get_mut(usize::try_from(day).ok()?)? = true;
        }
    }
    let spans = rule.time_selector.spans.iter();
    let times = spans.map(|span| match (&span.range.start, &span.range.end) {
        (Time::Fixed(from), Time::Fixed(to)) => {
            Some(from.mins_from_midnight()..to.mins_from_midnight())
        }
        _ => None,
    });
    let times: Option<Vec<_>> = times.collect();
    Some(Weekly {
        days,
        times: times?,
    })
}
