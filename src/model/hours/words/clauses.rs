//! Makes rules of what words speak of.

use super::Unread;
use super::items::Item;
use crate::model::hours::calendar::{Days, Holidays, Period, WeekDays};
use crate::model::hours::rules::{Join, Kind, Part, Rule, Span, reaches_tomorrow};

/// Days and hours that belong together.
#[derive(Debug, Clone, Default)]
struct Clause {
    period: Period,
    week: WeekDays,
    nth: Vec<Days>,
    /// Weekdays that are left out: `sauf le mercredi`.
    without: WeekDays,
    spans: Vec<Span>,
    half: Option<bool>,
    closed: bool,
    /// Whether it said that it is open or closed before its days.
    headed: bool,
    except: bool,
    also: bool,
    otherwise: bool,
    comment: Option<(String, bool)>,
    /// Whether its hours came before its days.
    hours_first: bool,
    /// Whether a comma stands between its days.
    comma: bool,
    /// The sort of calendar words that it spoke of last, and what has joined since.
    last: Option<Sort>,
    link: Option<Item>,
    /// Whether it follows, in the same sentence, one about a part of the year.
    in_season: bool,
}

/// Sorts of words about the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Days,
    Years,
    Dates,
    Weeks,
    Holidays,
}

impl Clause {
    fn has_days(&self) -> bool {
        !self.week.is_empty() || !self.nth.is_empty() || !self.period.is_always()
    }

    fn is_empty(&self) -> bool {
        !self.has_days()
            && self.spans.is_empty()
            && !self.closed
            && self.comment.is_none()
            && self.half.is_none()
    }

    /// Whether nothing more can belong to it but what stands in brackets.
    fn is_full(&self) -> bool {
        let days = self.has_days();
        let hours = !self.spans.is_empty() || self.closed || self.comment.is_some();
        days && hours
    }
}

/// The rules of these items.
///
/// # Errors
///
/// Where it is not sure what belongs to what.
pub fn rules(items: Vec<Item>) -> Result<Vec<Rule>, Unread> {
    let mut clauses: Vec<Clause> = Vec::new();
    let mut now = Clause::default();
    let end = |now: &mut Clause, clauses: &mut Vec<Clause>| {
        let ended = std::mem::take(now);
        if !ended.is_empty() {
            clauses.push(ended);
        }
    };
    for item in items {
        match item {
            Item::End => end(&mut now, &mut clauses),
            Item::Comma | Item::And => {
                // `le samedi : fermé, …`.
                if now.closed && !now.headed && now.has_days() || now.comment.is_some() {
                    end(&mut now, &mut clauses);
                } else {
                    now.link = Some(item);
                }
            }
            Item::Also | Item::Otherwise => {
                end(&mut now, &mut clauses);
                now.also = item == Item::Also;
                now.otherwise = item == Item::Otherwise;
            }
            Item::Open => {
                if now.has_days() && !now.spans.is_empty() || now.closed {
                    end(&mut now, &mut clauses);
                }
            }
            Item::Closed => {
                if !now.spans.is_empty() || now.closed || now.comment.is_some() {
                    end(&mut now, &mut clauses);
                }
                now.headed = !now.has_days();
                now.closed = true;
            }
            Item::Except => {
                if now.has_days() && now.spans.is_empty() && !now.closed {
                    now.except = true;
                } else {
                    end(&mut now, &mut clauses);
                    (now.headed, now.closed) = (true, true);
                }
            }
            Item::Times(span) => {
                if now.except {
                    now.except = false;
                } else if now.closed && now.comma {
                    // `fermé le mercredi, jeudi 9h-12h`: whose hours are they?
                    return Err(Unread::Incomplete);
                } else if now.hours_first && now.has_days() || now.comment.is_some() {
                    end(&mut now, &mut clauses);
                }
                now.hours_first |= !now.has_days() && !now.closed;
                now.spans.push(span);
            }
            Item::Half { morning } => {
                if now.half.is_some_and(|half| half != morning) {
                    return Err(Unread::Incomplete);
                }
                now.half = Some(morning);
            }
            Item::Comment { text, decides } => {
                let none_yet = now.comment.is_none();
                if let (true, Some(last)) = (now.is_empty(), clauses.last_mut())
                    && !decides
                    && last.comment.is_none()
                {
                    last.comment = Some((text, decides));
                } else if none_yet {
                    now.comment = Some((text, decides));
                } else {
                    return Err(Unread::Incomplete);
                }
            }
            Item::Days(_)
            | Item::Years(_)
            | Item::Dates(_)
            | Item::Weeks(_)
            | Item::Holidays(_) => {
                day(&mut now, &mut clauses, item, end)?;
            }
        }
    }
    end(&mut now, &mut clauses);
    finish(clauses)
}

fn day(
    now: &mut Clause,
    clauses: &mut Vec<Clause>,
    item: Item,
    end: impl Fn(&mut Clause, &mut Vec<Clause>),
) -> Result<(), Unread> {
    if now.except {
        let Item::Days(Days::Week(days)) = item else {
            return Err(Unread::Incomplete);
        };
        now.without = now.without.or(days);
        return Ok(());
    }
    // Days after hours begin another clause, unless the hours came first.
    let complete = !now.hours_first && !now.spans.is_empty();
    if complete || now.is_full() && !now.headed && !now.hours_first {
        let in_season = !now.period.is_always() && !now.hours_first;
        end(now, clauses);
        now.in_season = in_season;
    }
    let sort = match &item {
        Item::Days(_) => Sort::Days,
        Item::Years(_) => Sort::Years,
        Item::Dates(_) => Sort::Dates,
        Item::Weeks(_) => Sort::Weeks,
        _ => Sort::Holidays,
    };
    let link = now.link.take();
    now.comma |= link == Some(Item::Comma);
    if let (Some(last), Some(link)) = (now.last, link)
        && last != sort
    {
        if now.closed && now.headed {
            // A list of what is closed: `fermé le dimanche et les jours fériés`.
            end(now, clauses);
            (now.closed, now.headed, now.comma) = (true, true, true);
        } else if link == Item::And || last == Sort::Days {
            // `le dimanche et les jours fériés`: Sundays that are holidays, or both?
            return Err(Unread::Incomplete);
        }
    }
    now.last = Some(sort);
    match item {
        Item::Days(Days::Week(days)) => now.week = now.week.or(days),
        Item::Days(nth) => now.nth.push(nth),
        Item::Years(years) => now.period.years.push(years),
        Item::Dates(dates) => now.period.dates.push(dates),
        Item::Weeks(weeks) if now.period.weeks.is_empty() => now.period.weeks.push(weeks),
        Item::Holidays(Holidays { public, school }) => {
            now.period.holidays.public |= public;
            now.period.holidays.school |= school;
        }
        _ => return Err(Unread::Incomplete),
    }
    Ok(())
}

/// Rules in the order in which they hold: what is open, what is closed, what holds otherwise.
fn finish(clauses: Vec<Clause>) -> Result<Vec<Rule>, Unread> {
    let mut open: Vec<Rule> = Vec::new();
    let mut closed: Vec<Rule> = Vec::new();
    let mut otherwise: Vec<Rule> = Vec::new();
    for clause in clauses {
        let rule = rule(&clause)?;
        match (clause.closed, clause.otherwise) {
            (true, _) => closed.extend(closing(rule, clause.half, &open)?),
            (_, true) => otherwise.push(rule),
            _ => {
                if let Some(mut rule) = beside(rule, clause.also, &mut open)? {
                    let nights = open.iter().flat_map(|rule| &rule.spans);
                    let others = !open.iter().any(|other| meet(other, &rule));
                    if others && nights.into_iter().any(reaches_tomorrow) {
                        // So that it does not cut the night before at midnight.
                        rule.join = Join::Additional;
                    }
                    open.push(rule);
                }
            }
        }
    }
    if open.is_empty() && closed.is_empty() {
        return Err(Unread::Incomplete);
    }
    open.extend(closed);
    open.extend(otherwise);
    Ok(open)
}

fn rule(clause: &Clause) -> Result<Rule, Unread> {
    if clause.closed && clause.half.is_none() && clause.spans.is_empty() && !clause.has_days() {
        // `fermé`: always.
        return Ok(new_rule(clause, Kind::Closed, Vec::new()));
    }
    // `en août, lundi 9h-12h, mardi 9h-11h`: is that Tuesday one of August?
    if clause.in_season && clause.period.is_always() {
        return Err(Unread::Incomplete);
    }
    let parts = parts(clause)?;
    if clause.closed {
        return Ok(new_rule(clause, Kind::Closed, parts));
    }
    let kind = match &clause.comment {
        Some((_, true)) => Kind::Unknown,
        _ => Kind::Open,
    };
    // `le lundi` says nothing of its hours; `le lundi sur rendez-vous` does.
    if clause.spans.is_empty() && kind == Kind::Open {
        return Err(Unread::Incomplete);
    }
    if let Some(morning) = clause.half
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
        comment: clause
            .comment
            .as_ref()
            .map(|(text, _)| text.replace('"', "'")),
        at: 0..0,
    }
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
    if parts.is_empty() && !period.is_always() {
        parts.push(Part {
            period,
            days: Days::ALL,
        });
    }
    Ok(parts)
}

/// Whether times lie in the morning, or the afternoon; `None` where they lie in both.
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

/// What is closed, as rules; half days are the hours that are open in them otherwise.
fn closing(rule: Rule, half: Option<bool>, open: &[Rule]) -> Result<Vec<Rule>, Unread> {
    let Some(morning) = half else {
        return Ok(vec![rule]);
    };
    if !rule.spans.is_empty() {
        return Ok(vec![rule]);
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

/// Whether two rules share weekdays in parts of the year that are the same.
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

/// How hours stand beside those of the same days that were said before.
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
    // `du lundi au vendredi 9h-17h, le mercredi 9h-12h`: the day is another than the rest.
    let narrower = rule.parts.len() == 1 && before.parts.len() <= 1 && !same_days;
    if narrower && !apart {
        return Ok(Some(rule));
    }
    Err(Unread::Twice)
}
