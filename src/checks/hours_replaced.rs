//! `hours-replaced`: in the OSM syntax, a rule after `;` replaces earlier ones on its days. An editor who
//! writes `Mo-Fr 09:00-12:00; Tu 14:00-17:00` means both, and closes on Tuesday morning without knowing it.

use super::contacts::{hours, with_hours};
use crate::diagnostics::{Code, Diagnostic, Remedy};
use crate::model::hours::calendar::{Days, WeekDays};
use crate::model::hours::osm;
use crate::model::hours::rules::{DAY, DaySelector, HoursRule, Join, RuleKind, TimeSpan, replaces};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    for hours in hours(&site.page(id).document) {
        let rules = &hours.value.rules;
        for (index, rule) in rules.iter().enumerate() {
            if !replaces(rules, index) {
                continue;
            }
            let earlier = rules.iter().take(index);
            let losses = |earlier| loss(earlier, rule).map(|loss| (loss, earlier));
            let Some((loss, earlier)) = earlier.filter_map(losses).next() else {
                continue;
            };
            let last = osm::written(&closed_last(rules));
            let mut beside = rules.clone();
            if let Some(rule) = beside.get_mut(index) {
                rule.join = Join::Additional;
            }
            let instead = match loss {
                Loss::Closing => Some(last.clone()),
                // Only for equal days is it certain that the hours of both are meant.
                Loss::Hours if earlier.parts != rule.parts => None,
                Loss::Hours | Loss::Night => Some(osm::written(&beside)),
            };
            let diagnostic = Diagnostic::new(Code::HoursReplaced, hours.location.clone())
                .with("rule", osm::written(std::slice::from_ref(rule)))
                .with("loss", loss.name())
                .with("instead", last);
            let diagnostic = diagnostic.help(loss.help());
            found.push(match instead {
                Some(instead) => with_hours(diagnostic, hours, &instead),
                None => {
                    // Both, which is probable.
                    let both = osm::written(&beside);
                    let fix = with_hours(diagnostic.clone(), hours, &both).fix;
                    diagnostic.offers(fix.map(Remedy::plain))
                }
            });
        }
    }
}

/// What an earlier rule loses.
enum Loss {
    /// Hours of a day.
    Hours,
    /// A closed day is open again.
    Closing,
    /// The end of a night.
    Night,
}

impl Loss {
    fn name(&self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Closing => "closing",
            Self::Night => "night",
        }
    }

    fn help(&self) -> &'static str {
        match self {
            Self::Hours => "help",
            Self::Closing => "help-closing",
            Self::Night => "help-night",
        }
    }
}

/// What `later` takes from `earlier`, probably by accident. A rule that only shortens or lengthens a day
/// (`Mo-Fr 09:00-17:00; We 09:00-12:00`), or is about a part of the year, means what it says.
fn loss(earlier: &HoursRule, later: &HoursRule) -> Option<Loss> {
    let days = weekdays(later)?;
    if earlier.kind == RuleKind::Closed {
        let in_them = |part: &DaySelector| match &part.days {
            Days::Week(closed) => !closed.and(days).is_empty(),
            Days::Nth(day, _) => days.has(*day),
        };
        return (is_whole_days(earlier) && earlier.parts.iter().any(in_them))
            .then_some(Loss::Closing);
    }
    let before = weekdays(earlier)?;
    let apart = |a: &TimeSpan| {
        later
            .times()
            .iter()
            .all(|b| a.to <= b.from || b.to <= a.from)
    };
    if !before.and(days).is_empty() && earlier.times().iter().all(apart) {
        return Some(Loss::Hours);
    }
    let next: Vec<u8> = before.iter().map(|day| (day + 1) % 7).collect();
    let cut = |span: &TimeSpan| {
        span.is_overnight() && later.times().iter().all(|b| b.from >= span.to - DAY)
    };
    let loses_a_night = next.iter().any(|day| days.has(*day)) && earlier.times().iter().any(cut);
    loses_a_night.then_some(Loss::Night)
}

/// The rules, with closures for whole days after opening hours and before fallbacks.
fn closed_last(rules: &[HoursRule]) -> Vec<HoursRule> {
    let mut rules = rules.to_vec();
    rules.sort_by_key(|rule| match (rule.join, rule.kind) {
        (Join::Fallback, _) => 2,
        (_, RuleKind::Closed) if is_whole_days(rule) => 1,
        _ => 0,
    });
    if let Some(first) = rules.first_mut() {
        first.join = Join::Normal;
    }
    rules
}

fn is_whole_days(rule: &HoursRule) -> bool {
    rule.spans.is_empty() || rule.spans == [TimeSpan::DAY]
}

/// The days of a rule that applies all year, including those that mean only some of a month.
fn weekdays(rule: &HoursRule) -> Option<WeekDays> {
    let mut days = WeekDays::default();
    for part in rule.parts() {
        if !part.period.is_always() {
            return None;
        }
        match part.days {
            Days::Week(week) => days = days.or(week),
            Days::Nth(day, _) => days.insert(day),
        }
    }
    (rule.kind != RuleKind::Closed).then_some(days)
}
