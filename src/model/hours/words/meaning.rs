//! Turns clauses into rules, and refuses ambiguous ones.

use super::Unread;
use super::clauses::Clause;
use crate::model::hours::calendar::{Days, Period, WeekDays};
use crate::model::hours::rules::{Join, Kind, Part, Rule, Span, reaches_tomorrow};

/// Rules in the order in which they apply: open, closed, fallback.
pub(super) fn rules(clauses: Vec<Clause>) -> Result<Vec<Rule>, Unread> {
    let mut open: Vec<Rule> = Vec::new();
    let mut closed: Vec<Rule> = Vec::new();
    let mut otherwise: Vec<Rule> = Vec::new();
    let several = clauses.len() > 1;
    let mut before: Option<Clause> = None;
    for mut clause in clauses {
        if let Some(before) = &before {
            inherit(&mut clause, before)?;
        }
        if before
            .as_ref()
            .is_some_and(|before| says_again(&clause, before))
        {
            continue;
        }
        let rule = rule(&clause)?;
        if clause.without_holidays {
            closed.push(public_holidays_off());
        }
        // `du lundi au vendredi 9h-12h, fermé`: when?
        if several
            && clause.closed
            && !clause.otherwise
            && !clause.has_days()
            && rule.spans.is_empty()
        {
            return Err(Unread::Incomplete);
        }
        match (clause.closed, clause.otherwise) {
            (true, _) => {
                let half = clause.half.as_ref().map(|(morning, _)| *morning);
                closed.extend(closing(rule, half, &open)?);
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
    let closes = |rule: &&Rule| {
        rule.spans
            .iter()
            .all(|span| open.iter().any(|open| during(open, rule, *span)))
    };
    if closed.iter().any(|rule| !closes(&rule)) {
        return Err(Unread::Except);
    }
    if open.is_empty() && closed.is_empty() {
        return Err(Unread::Incomplete);
    }
    open.extend(closed);
    open.extend(otherwise);
    Ok(open)
}

/// Whether a clause closes a half of the preceding days in which nothing is open: `lundi 9h-12h, fermé
/// l’après-midi`.
fn says_again(clause: &Clause, before: &Clause) -> bool {
    let Some((morning, _)) = &clause.half else {
        return false;
    };
    let is_alone = !clause.has_days() && clause.spans.is_empty() && clause.comment.is_none();
    let is_open = !before.closed && before.has_days() && !before.spans.is_empty();
    let is_other = |span: &Span| in_half(*span, !*morning) == Some(true);
    clause.closed && is_alone && is_open && before.spans.iter().all(is_other)
}

/// Gives hours without days the days of the preceding hours: `lundi : 9h-12h ; 14h-17h`.
///
/// # Errors
///
/// If a closure precedes them: `lundi 9h-12h (fermé en août) 14h-17h`.
fn inherit(clause: &mut Clause, before: &Clause) -> Result<(), Unread> {
    let alone = !clause.has_days() && !clause.spans.is_empty();
    if !alone || clause.closed || clause.also || clause.otherwise || !before.has_days() {
        return Ok(());
    }
    if before.closed && !before.spans.is_empty() || before.left_out {
        return Err(Unread::Except);
    }
    if !before.closed && !before.hours_first {
        clause.period = before.period.clone();
        clause.week = before.week;
        clause.nth.clone_from(&before.nth);
        clause.or_holidays = before.or_holidays;
        clause.without = before.without;
        clause.in_season = before.in_season;
    }
    Ok(())
}

fn rule(clause: &Clause) -> Result<Rule, Unread> {
    if clause.closed && clause.half.is_none() && clause.spans.is_empty() && !clause.has_days() {
        // `fermé`: always.
        return Ok(new_rule(clause, Kind::Closed, Vec::new()));
    }
    // `en août, lundi 9h-12h, mardi 9h-11h`: only Tuesdays in August?
    if clause.in_season && clause.period.is_always() {
        return Err(Unread::Incomplete);
    }
    if clause.except && clause.leaves_nothing_out() {
        return Err(Unread::Except);
    }
    let parts = parts(clause)?;
    let kind = match &clause.comment {
        _ if clause.closed => Kind::Closed,
        Some((_, true)) => Kind::Unknown,
        _ => Kind::Open,
    };
    if clause.half.is_some() && clause.spans.is_empty() && !clause.closed {
        // `samedi matin sur rendez-vous` is clear; `mardi et jeudi matin sur rendez-vous` is not.
        let said = kind == Kind::Unknown && clause.has_days() && !clause.listed;
        if !said {
            return Err(Unread::Half);
        }
    }
    if clause.closed {
        return Ok(new_rule(clause, Kind::Closed, parts));
    }
    // `le lundi` alone has no hours; `le lundi sur rendez-vous` needs none.
    if clause.spans.is_empty() && kind == Kind::Open {
        return Err(Unread::Incomplete);
    }
    if let Some((morning, _)) = clause.half
        && !clause
            .spans
            .iter()
            .all(|span| in_half(*span, morning) == Some(true))
    {
        return Err(Unread::Incomplete);
    }
    Ok(new_rule(clause, kind, parts))
}

fn new_rule(clause: &Clause, kind: Kind, parts: Vec<Part>) -> Rule {
    Rule {
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

fn public_holidays_off() -> Rule {
    let mut period = Period::default();
    period.holidays.public = true;
    let part = Part {
        period,
        days: Days::ALL,
    };
    Rule {
        join: Join::Normal,
        parts: vec![part],
        spans: Vec::new(),
        kind: Kind::Closed,
        comment: None,
        at: 0..0,
    }
}

fn comment(clause: &Clause) -> Option<String> {
    let (text, _) = clause.comment.as_ref()?;
    let text = text.replace('"', "'");
    Some(match &clause.half {
        Some((_, half)) if clause.spans.is_empty() => format!("{half}, {text}"),
        _ => text,
    })
}

fn parts(clause: &Clause) -> Result<Vec<Part>, Unread> {
    let period = clause.period.clone();
    let mut parts = Vec::new();
    let mut week = clause.week;
    for day in clause.without.iter() {
        if !week.has(day) {
            return Err(Unread::Incomplete);
        }
        week.remove(day);
    }
    if !week.is_empty() {
        parts.push(Part {
            period: period.clone(),
            days: Days::Week(week),
        });
    }
    for nth in &clause.nth {
        parts.push(Part {
            period: period.clone(),
            days: nth.clone(),
        });
    }
    if clause.or_holidays {
        let mut period = period.clone();
        period.holidays.public = true;
        parts.push(Part {
            period,
            days: Days::ALL,
        });
    }
    if parts.is_empty() && !period.is_always() {
        parts.push(Part {
            period,
            days: Days::ALL,
        });
    }
    Ok(parts)
}

/// Whether times are in the morning or the afternoon; `None` if they are in both.
fn in_half(span: Span, morning: bool) -> Option<bool> {
    const NOON: u16 = 12 * 60;
    const LUNCH: u16 = 14 * 60;
    if span.from >= NOON {
        Some(!morning)
    } else if span.to <= LUNCH && !span.open_end {
        Some(morning)
    } else {
        None
    }
}

/// Closures, as rules; half days are the hours that are otherwise open in them.
fn closing(rule: Rule, half: Option<bool>, open: &[Rule]) -> Result<Vec<Rule>, Unread> {
    let Some(morning) = half else {
        return Ok(vec![rule]);
    };
    if !rule.spans.is_empty() {
        let same = |span: &Span| in_half(*span, morning) == Some(true);
        return if rule.spans.iter().all(same) {
            Ok(vec![rule])
        } else {
            Err(Unread::Half)
        };
    }
    let mut spans: Vec<Span> = Vec::new();
    for other in open.iter().filter(|other| meet(other, &rule)) {
        for span in &other.spans {
            match in_half(*span, morning) {
                Some(true) => spans.push(*span),
                Some(false) => {}
                None => return Err(Unread::Incomplete),
            }
        }
    }
    spans.sort_by_key(|span| (span.from, span.to));
    spans.dedup();
    if spans.is_empty() {
        return Err(Unread::Incomplete);
    }
    Ok(vec![Rule { spans, ..rule }])
}

/// Whether anything is open at these hours on days that may be the closed ones.
fn during(open: &Rule, closed: &Rule, hours: Span) -> bool {
    let days = |rule: &Rule| {
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
fn meet(a: &Rule, b: &Rule) -> bool {
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
fn beside(mut rule: Rule, also: bool, open: &mut [Rule]) -> Result<Option<Rule>, Unread> {
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
    Err(Unread::Twice)
}
