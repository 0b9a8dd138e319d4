//! Turns clauses into rules, and refuses ambiguous ones.

use super::UnreadHours;
use super::clauses::Clause;
use super::parts::DayPart;
use crate::model::hours::calendar::{CalendarPeriod, Days, Holidays, WeekDays};
use crate::model::hours::rules::{
    DaySelector, HoursRule, Join, RuleKind, TimeSpan, reaches_tomorrow,
};

/// Rules in the order in which they apply: open, closed, fallback.
pub(super) fn rules(clauses: Vec<Clause>) -> Result<Vec<HoursRule>, UnreadHours> {
    let mut open: Vec<HoursRule> = Vec::new();
    let mut closed: Vec<HoursRule> = Vec::new();
    let mut otherwise: Vec<HoursRule> = Vec::new();
    let several = clauses.len() > 1;
    let mut before: Option<Clause> = None;
    let mut clauses = clauses.into_iter().peekable();
    while let Some(mut clause) = clauses.next() {
        if let Some(before) = &before {
            inherit(&mut clause, before)?;
        }
        if before
            .as_ref()
            .is_some_and(|before| says_again(&clause, before))
        {
            continue;
        }
        // `lundi : fermé le matin, 14h-17h`.
        if let Some(next) = clauses.peek_mut()
            && says_ahead(&clause, next)
        {
            next.week = clause.week;
            continue;
        }
        let rule = rule(&clause)?;
        if clause.without_holidays != Holidays::default() {
            closed.push(holidays_off(clause.without_holidays));
        }
        // Nobody works on public holidays, but `sauf en août` may be said of the last clause alone.
        let public = Holidays {
            public: true,
            school: false,
        };
        let is_of_year = clause.week.is_empty()
            && !clause.period.is_always()
            && clause.period.holidays != public;
        // `mercredi 14h-18h sauf vacances scolaires ; samedi 10h-12h`: on Saturdays, too?
        let goes_on = clauses
            .clone()
            .any(|next| !next.closed && !next.spans.is_empty());
        let is_of_which = clause.from_which || clause.left_out && goes_on;
        let is_one_of_several = goes_on || !open.is_empty();
        if is_of_year && is_of_which || clause.without_holidays.school && is_one_of_several {
            return Err(UnreadHours::Except);
        }
        // `du lundi au vendredi 9h-12h, fermé`: when?
        if several
            && clause.closed
            && !clause.otherwise
            && !clause.has_days()
            && rule.spans.is_empty()
        {
            return Err(UnreadHours::Incomplete);
        }
        match (clause.closed, clause.otherwise) {
            (true, _) => {
                let part = clause.part.as_ref().map(|(part, _)| *part);
                // `fermé le lundi et le jeudi matin`: all Monday?
                if part.is_some() && clause.listed {
                    return Err(UnreadHours::Half);
                }
                closed.extend(closing(rule, part, &open, clause.left_out)?);
            }
            (_, true) => otherwise.push(rule),
            _ => {
                if let Some(mut rule) = beside(rule, clause.also, &mut open)? {
                    let nights = open.iter().flat_map(|rule| &rule.spans);
                    let others = !open.iter().any(|other| meet(other, &rule));
                    if others && nights.into_iter().any(reaches_tomorrow) {
                        // So that it does not cut off the previous night at midnight.
                        rule.join = Join::Additional;
                    }
                    open.push(rule);
                }
            }
        }
        before = Some(clause);
    }
    // A closure at hours when nothing is open was meant to say something else.
    let closes = |rule: &&HoursRule| {
        rule.spans
            .iter()
            .all(|span| open.iter().any(|open| during(open, rule, *span)))
    };
    if closed.iter().any(|rule| !closes(&rule)) {
        return Err(UnreadHours::Except);
    }
    if open.is_empty() && closed.is_empty() {
        return Err(UnreadHours::Incomplete);
    }
    // `9h-12h ; mercredi 14h-17h`: on which days?
    if open.len() > 1 && open.iter().any(|rule| rule.parts.is_empty()) {
        return Err(UnreadHours::Incomplete);
    }
    open.extend(closed);
    open.extend(otherwise);
    Ok(open)
}

/// Whether a clause closes a half of the preceding days in which nothing is open: `lundi 9h-12h, fermé
/// l’après-midi`.
fn says_again(clause: &Clause, before: &Clause) -> bool {
    let Some((part, _)) = &clause.part else {
        return false;
    };
    let is_alone = !clause.has_days() && clause.spans.is_empty() && clause.comment.is_none();
    let is_open = !before.closed && before.has_days() && !before.spans.is_empty();
    let is_other = |span: &TimeSpan| part.holds(*span) == Some(false);
    clause.closed && is_alone && is_open && before.spans.iter().all(is_other)
}

/// Whether a clause closes a part of a day whose hours follow: `lundi : fermé le matin, 14h-17h`.
fn says_ahead(clause: &Clause, next: &Clause) -> bool {
    let Some((part, _)) = &clause.part else {
        return false;
    };
    let is_alone = !next.has_days() && !next.closed && !next.also && !next.otherwise;
    let is_closure = clause.closed
        && !clause.headed
        && clause.spans.is_empty()
        && clause.nth.is_empty()
        && clause.period.is_always()
        && !clause.week.is_empty();
    let is_other = |span: &TimeSpan| part.holds(*span) == Some(false);
    is_closure && is_alone && !next.spans.is_empty() && next.spans.iter().all(is_other)
}

/// Gives hours without days the days of the preceding hours: `lundi : 9h-12h ; 14h-17h`.
///
/// # Errors
///
/// If a closure precedes them: `lundi 9h-12h (fermé en août) 14h-17h`.
fn inherit(clause: &mut Clause, before: &Clause) -> Result<(), UnreadHours> {
    let alone = !clause.has_days() && !clause.spans.is_empty();
    if !alone || clause.closed || clause.otherwise || !before.has_days() {
        return Ok(());
    }
    // `lundi fermé, 9h-12h`: on which days?
    if before.closed {
        return Err(UnreadHours::Except);
    }
    if !before.hours_first {
        clause.period = before.period.clone();
        clause.week = before.week;
        clause.nth.clone_from(&before.nth);
        clause.or_holidays = before.or_holidays;
        clause.without = before.without;
        clause.in_season = before.in_season;
    }
    Ok(())
}

fn rule(clause: &Clause) -> Result<HoursRule, UnreadHours> {
    if clause.closed && clause.part.is_none() && clause.spans.is_empty() && !clause.has_days() {
        // `fermé`: always.
        return Ok(new_rule(clause, RuleKind::Closed, Vec::new()));
    }
    // `en août, lundi 9h-12h, mardi 9h-11h`: only Tuesdays in August?
    if clause.in_season && clause.period.is_always() {
        return Err(UnreadHours::Incomplete);
    }
    if clause.except && clause.leaves_nothing_out() {
        return Err(UnreadHours::Except);
    }
    let parts = parts(clause)?;
    let kind = match &clause.comment {
        _ if clause.closed => RuleKind::Closed,
        Some((_, true)) => RuleKind::Unknown,
        _ => RuleKind::Open,
    };
    if clause.part.is_some() && clause.in_part().is_empty() && !clause.closed {
        // `samedi matin sur rendez-vous` is clear; `mardi et jeudi matin sur rendez-vous` is not.
        let said = kind == RuleKind::Unknown
            && clause.spans.is_empty()
            && clause.has_days()
            && !clause.listed;
        if !said {
            return Err(UnreadHours::Half);
        }
    }
    if clause.closed {
        return Ok(new_rule(clause, RuleKind::Closed, parts));
    }
    // `le lundi` alone has no hours; `le lundi sur rendez-vous` needs none.
    if clause.spans.is_empty() && kind == RuleKind::Open {
        return Err(UnreadHours::Incomplete);
    }
    if let Some((part, _)) = clause.part
        && clause
            .in_part()
            .iter()
            .any(|span| part.holds(*span) != Some(true))
    {
        return Err(UnreadHours::Incomplete);
    }
    Ok(new_rule(clause, kind, parts))
}

fn new_rule(clause: &Clause, kind: RuleKind, parts: Vec<DaySelector>) -> HoursRule {
    HoursRule {
        join: if clause.otherwise {
            Join::Fallback
        } else if clause.also {
            Join::Additional
        } else {
            Join::Normal
        },
        parts,
        spans: clause.spans.clone(),
        kind,
        comment: comment(clause),
        at: 0..0,
    }
}

fn holidays_off(holidays: Holidays) -> HoursRule {
    let period = CalendarPeriod {
        holidays,
        ..CalendarPeriod::default()
    };
    let part = DaySelector {
        period,
        days: Days::ALL,
    };
    HoursRule {
        join: Join::Normal,
        parts: vec![part],
        spans: Vec::new(),
        kind: RuleKind::Closed,
        comment: None,
        at: 0..0,
    }
}

fn comment(clause: &Clause) -> Option<String> {
    let (text, _) = clause.comment.as_ref()?;
    let text = text.replace('"', "'");
    Some(match &clause.part {
        Some((_, part)) if clause.spans.is_empty() => format!("{part}, {text}"),
        _ => text,
    })
}

fn parts(clause: &Clause) -> Result<Vec<DaySelector>, UnreadHours> {
    let period = clause.period.clone();
    let mut parts = Vec::new();
    let mut week = clause.week;
    for day in clause.without.iter() {
        if !week.has(day) {
            return Err(UnreadHours::Incomplete);
        }
        week.remove(day);
    }
    if !week.is_empty() {
        parts.push(DaySelector {
            period: period.clone(),
            days: Days::Week(week),
        });
    }
    for nth in &clause.nth {
        parts.push(DaySelector {
            period: period.clone(),
            days: nth.clone(),
        });
    }
    if clause.or_holidays {
        let mut period = period.clone();
        period.holidays.public = true;
        parts.push(DaySelector {
            period,
            days: Days::ALL,
        });
    }
    if parts.is_empty() && !period.is_always() {
        parts.push(DaySelector {
            period,
            days: Days::ALL,
        });
    }
    Ok(parts)
}

/// Closures, as rules; parts of a day are the hours that are otherwise open in them.
fn closing(
    rule: HoursRule,
    part: Option<DayPart>,
    open: &[HoursRule],
    left_out: bool,
) -> Result<Vec<HoursRule>, UnreadHours> {
    let Some(part) = part else {
        // `lundi 9h-17h, mardi 9h-17h sauf 12h-14h`: on both days?
        let both = |span: &TimeSpan| {
            let during = open.iter().filter(|open| during(open, &rule, *span));
            during.count() > 1
        };
        if left_out && rule.parts.is_empty() && rule.spans.iter().any(both) {
            return Err(UnreadHours::Except);
        }
        return Ok(vec![rule]);
    };
    if !rule.spans.is_empty() {
        let same = |span: &TimeSpan| part.holds(*span) == Some(true);
        return if rule.spans.iter().all(same) {
            Ok(vec![rule])
        } else {
            Err(UnreadHours::Half)
        };
    }
    let mut spans: Vec<TimeSpan> = Vec::new();
    for other in open.iter().filter(|other| meet(other, &rule)) {
        for span in &other.spans {
            match part.holds(*span) {
                Some(true) => spans.push(*span),
                Some(false) => {}
                None => return Err(UnreadHours::Incomplete),
            }
        }
    }
    spans.sort_by_key(|span| (span.from, span.to));
    spans.dedup();
    if spans.is_empty() {
        return Err(UnreadHours::Incomplete);
    }
    Ok(vec![HoursRule { spans, ..rule }])
}

/// Whether anything is open at these hours on days that may be the closed ones.
fn during(open: &HoursRule, closed: &HoursRule, hours: TimeSpan) -> bool {
    let days = |rule: &HoursRule| {
        rule.parts
            .iter()
            .fold(WeekDays::default(), |days, part| match part.days {
                Days::Week(week) => days.or(week),
                Days::Nth(day, _) => days.or(WeekDays::range(day, day)),
            })
    };
    let same_days = open.parts.is_empty()
        || closed.parts.is_empty()
        || !days(open).and(days(closed)).is_empty();
    let times = open.times();
    same_days
        && times
            .iter()
            .any(|span| span.from < hours.to && (span.open_end || hours.from < span.to))
}

/// Whether two rules share weekdays in the same parts of the year.
fn meet(a: &HoursRule, b: &HoursRule) -> bool {
    let pairs = a
        .parts
        .iter()
        .flat_map(|a| b.parts.iter().map(move |b| (a, b)));
    a.parts.is_empty()
        || b.parts.is_empty()
        || pairs.into_iter().any(|(a, b)| {
            a.period == b.period
                && match (&a.days, &b.days) {
                    (Days::Week(a), Days::Week(b)) => !a.and(*b).is_empty(),
                    (a, b) => a == b,
                }
        })
}

/// How hours combine with earlier ones for the same days.
fn beside(
    mut rule: HoursRule,
    also: bool,
    open: &mut [HoursRule],
) -> Result<Option<HoursRule>, UnreadHours> {
    if also {
        return Ok(Some(rule));
    }
    let Some(before) = open.iter_mut().rev().find(|before| meet(before, &rule)) else {
        return Ok(Some(rule));
    };
    let apart = before.times().iter().all(|a| {
        let times = rule.times().iter();
        times
            .clone()
            .all(|b| !a.open_end && (a.to <= b.from || b.to <= a.from))
    });
    let same_days = before.parts == rule.parts;
    if same_days && apart {
        if (before.kind, &before.comment) == (rule.kind, &rule.comment) {
            before.spans.extend(rule.spans);
            return Ok(None);
        }
        rule.join = Join::Additional;
        return Ok(Some(rule));
    }
    // `du lundi au vendredi 9h-17h, le mercredi 9h-12h`: one day differs from the rest.
    let narrower = rule.parts.len() == 1 && before.parts.len() <= 1 && !same_days;
    if narrower && !apart {
        return Ok(Some(rule));
    }
    Err(UnreadHours::Twice)
}
