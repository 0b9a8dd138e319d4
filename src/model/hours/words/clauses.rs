//! Groups the items of words: days and hours that belong together.

use super::items::HoursItem;
use super::order::{left_out_last, season_first};
use super::parts::DayPart;
use super::{UnreadHours, meaning};
use crate::model::hours::calendar::{CalendarPeriod, Days, Holidays, WeekDays};
use crate::model::hours::rules::{HoursRule, TimeSpan};

/// Days and hours that belong together.
#[derive(Debug, Clone, Default)]
pub(super) struct Clause {
    pub(super) period: CalendarPeriod,
    pub(super) week: WeekDays,
    pub(super) nth: Vec<Days>,
    /// Whether it covers public holidays as well as its days: `le dimanche et les jours fériés`.
    pub(super) or_holidays: bool,
    /// Weekdays that are excluded: `sauf le mercredi`.
    pub(super) without: WeekDays,
    /// The holidays that are excluded too: `tous les jours sauf dimanche et jours fériés`, `les mercredis hors vacances scolaires`.
    pub(super) without_holidays: Holidays,
    /// Whether it excludes from one of several clauses of a sentence, or from all: `lundi 9h-12h, mardi 9h-12h sauf en août`.
    pub(super) from_which: bool,
    pub(super) spans: Vec<TimeSpan>,
    /// The part of the day that its times from `part_from` on are in, and its wording.
    pub(super) part: Option<(DayPart, String)>,
    pub(super) part_from: usize,
    pub(super) closed: bool,
    /// Whether it said open or closed before its days.
    pub(super) headed: bool,
    pub(super) except: bool,
    /// Whether it is an exclusion from the previous clause: `…, sauf en août`.
    pub(super) left_out: bool,
    pub(super) also: bool,
    pub(super) otherwise: bool,
    pub(super) comment: Option<(String, bool)>,
    /// Whether its hours came before its days.
    pub(super) hours_first: bool,
    /// Whether there is a comma between its days.
    pub(super) comma: bool,
    /// Whether its days are named one by one.
    pub(super) listed: bool,
    /// The kind of the last calendar word, and what has joined since.
    pub(super) last: Option<CalendarWordKind>,
    pub(super) link: Option<HoursItem>,
    /// Whether it follows a clause about a part of the year in the same sentence.
    pub(super) in_season: bool,
    /// Whether it follows any clause in the same sentence.
    in_list: bool,
    /// Whether its comment came before its days: `sur rendez-vous le mardi et le jeudi`.
    comment_first: bool,
}

/// Kinds of calendar words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CalendarWordKind {
    Days,
    Years,
    Dates,
    Weeks,
    Holidays,
}

impl Clause {
    pub(super) fn has_days(&self) -> bool {
        let week = !self.week.is_empty() || !self.nth.is_empty();
        week || self.or_holidays || !self.period.is_always()
    }

    fn is_empty(&self) -> bool {
        !self.has_days()
            && self.spans.is_empty()
            && !self.closed
            && self.comment.is_none()
            && self.part.is_none()
    }

    /// Whether a part of the calendar forms a list with what precedes: days of the week, and public holidays.
    fn takes_holidays(&self, item: &HoursItem, link: &HoursItem) -> bool {
        let mut without = self.period.clone();
        without.holidays.public = false;
        let public = Holidays {
            public: true,
            school: false,
        };
        match item {
            HoursItem::Holidays(holidays) => {
                *holidays == public && self.last == Some(CalendarWordKind::Days)
            }
            // `les jours fériés, du lundi au vendredi`: public holidays that are not on a weekend.
            HoursItem::Days(_) => {
                *link == HoursItem::And && self.period.holidays == public && without.is_always()
            }
            _ => false,
        }
    }

    /// Whether nothing is said about what is excluded.
    pub(super) fn leaves_nothing_out(&self) -> bool {
        self.without.is_empty() && self.without_holidays == Holidays::default()
    }

    /// The times that are in its part of the day.
    pub(super) fn in_part(&self) -> &[TimeSpan] {
        self.spans.get(self.part_from..).unwrap_or_default()
    }

    /// Begins another part of the day: `lundi matin 9h-12h, après-midi 14h-17h`.
    ///
    /// # Errors
    ///
    /// If the times so far are not in the part that was named for them.
    fn begin_part(&mut self, part: Option<(DayPart, String)>) -> Result<(), UnreadHours> {
        let all = |part: DayPart, spans: &[TimeSpan]| {
            !spans.is_empty() && spans.iter().all(|span| part.holds(*span) == Some(true))
        };
        match (&self.part, &part) {
            (Some((before, _)), Some((now, _))) if before == now => return Ok(()),
            (Some((before, _)), _) if !all(*before, self.in_part()) => {
                return Err(UnreadHours::Half);
            }
            // `9h-12h (matin) et 14h-17h (après-midi)`: of the times before it, unless these are in another part.
            (None, Some((now, _))) if all(*now, self.in_part()) => {}
            _ => self.part_from = self.spans.len(),
        }
        self.part = part;
        Ok(())
    }

    /// Whether only what is in brackets can still belong to it.
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
/// If it is not certain what belongs together.
pub fn rules(items: Vec<HoursItem>) -> Result<Vec<HoursRule>, UnreadHours> {
    let items = season_first(&left_out_last(items)?);
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
            HoursItem::End => end(&mut now, &mut clauses),
            HoursItem::Comma | HoursItem::And => {
                // `sur rendez-vous le mardi et le jeudi`.
                let lists = now.comment_first
                    && now.has_days()
                    && now.spans.is_empty()
                    && item == HoursItem::And;
                // `le samedi : fermé, …`.
                if lists {
                    now.link = Some(item);
                } else if now.closed && !now.headed && now.has_days() || now.comment.is_some() {
                    end(&mut now, &mut clauses);
                } else {
                    now.link = Some(item);
                }
            }
            // `le mardi ainsi que le jeudi 9h-12h`.
            HoursItem::Also if now.has_days() && now.spans.is_empty() && !now.closed => {
                now.link = Some(HoursItem::And);
            }
            HoursItem::Also | HoursItem::Otherwise => {
                end(&mut now, &mut clauses);
                now.also = item == HoursItem::Also;
                now.otherwise = item == HoursItem::Otherwise;
            }
            HoursItem::Colon => {
                // `fermé en août : lundi 9h-12h`: open or closed at those hours?
                if now.closed && now.headed && now.has_days() {
                    return Err(UnreadHours::Except);
                }
            }
            HoursItem::Open => {
                if now.has_days() && !now.spans.is_empty() || now.closed {
                    end(&mut now, &mut clauses);
                }
            }
            // `sauf le lundi, fermé`: a double negative.
            HoursItem::Closed if now.left_out && now.has_days() && now.spans.is_empty() => {
                now.left_out = false;
            }
            HoursItem::Closed if now.left_out || now.except => return Err(UnreadHours::Except),
            HoursItem::Closed => {
                if !now.spans.is_empty() || now.closed || now.comment.is_some() {
                    end(&mut now, &mut clauses);
                }
                now.headed = !now.has_days();
                now.closed = true;
            }
            HoursItem::Except => {
                let before = if now.is_empty() {
                    clauses.last()
                } else {
                    Some(&now)
                };
                // `fermé les jours fériés sauf le 8 mai`: open at which hours?
                if now.except || before.is_none_or(|clause| clause.closed) {
                    return Err(UnreadHours::Except);
                }
                if now.has_days() && now.spans.is_empty() && !now.closed {
                    now.except = true;
                } else {
                    let from_which = now.link.is_none() && now.in_list && !now.is_empty();
                    end(&mut now, &mut clauses);
                    (now.headed, now.closed, now.left_out) = (true, true, true);
                    now.from_which = from_which;
                }
            }
            HoursItem::Times(span) => {
                // `9h-17h sauf vendredi 9h-16h`: open or closed at those? `9h-17h sauf 12h-14h` is clear.
                if now.left_out && (now.has_days() || now.part.is_some())
                    || now.except && now.leaves_nothing_out()
                {
                    return Err(UnreadHours::Except);
                }
                let elsewhere = |(part, _): &(DayPart, String)| part.holds(span) != Some(true);
                if !now.in_part().is_empty() && now.part.as_ref().is_some_and(elsewhere) {
                    now.begin_part(None)?;
                }
                if now.except {
                    now.except = false;
                } else if now.closed && now.comma {
                    // `fermé le mercredi, jeudi 9h-12h`: whose hours are they?
                    return Err(UnreadHours::Incomplete);
                } else if now.hours_first && now.has_days()
                    || now.comment.is_some() && (!now.spans.is_empty() || now.closed)
                {
                    end(&mut now, &mut clauses);
                }
                now.hours_first |= !now.has_days() && !now.closed;
                now.link = None;
                now.spans.push(span);
            }
            HoursItem::Part { part, word } => {
                if now.except {
                    return Err(UnreadHours::Half);
                }
                now.begin_part(Some((part, word)))?;
            }
            HoursItem::OtherDays => {
                if now.closed {
                    end(&mut now, &mut clauses);
                }
                let days = other_days(&now, &clauses)?;
                day(&mut now, &mut clauses, days, end)?;
            }
            HoursItem::Comment { text, decides } => {
                // `9h-12h puis sur rendez-vous`: at which times?
                if decides && now.link == Some(HoursItem::And) && !now.spans.is_empty() {
                    return Err(UnreadHours::Incomplete);
                }
                let none_yet = now.comment.is_none();
                if let (true, Some(last)) = (now.is_empty(), clauses.last_mut())
                    && !decides
                    && last.comment.is_none()
                {
                    last.comment = Some((text, decides));
                } else if none_yet {
                    now.comment_first = !now.has_days() && now.spans.is_empty();
                    now.comment = Some((text, decides));
                } else {
                    return Err(UnreadHours::Incomplete);
                }
            }
            HoursItem::Days(_)
            | HoursItem::Years(_)
            | HoursItem::Dates(_)
            | HoursItem::Weeks(_)
            | HoursItem::Holidays(_) => {
                day(&mut now, &mut clauses, item, end)?;
            }
        }
    }
    end(&mut now, &mut clauses);
    meaning::rules(clauses)
}

/// The days that no clause has named.
fn other_days(now: &Clause, clauses: &[Clause]) -> Result<HoursItem, UnreadHours> {
    let all = || clauses.iter().chain([now]);
    let named = all().fold(WeekDays::default(), |named, clause| named.or(clause.week));
    let mut others = WeekDays::ALL;
    named.iter().for_each(|day| others.remove(day));
    let several = all().any(|clause| !clause.nth.is_empty() || !clause.period.is_always());
    if named.is_empty() || others.is_empty() || several {
        return Err(UnreadHours::Incomplete);
    }
    Ok(HoursItem::Days(Days::Week(others)))
}

fn day(
    now: &mut Clause,
    clauses: &mut Vec<Clause>,
    item: HoursItem,
    end: impl Fn(&mut Clause, &mut Vec<Clause>) + Copy,
) -> Result<(), UnreadHours> {
    if now.except {
        match item {
            HoursItem::Days(Days::Week(days)) => now.without = now.without.or(days),
            HoursItem::Holidays(Holidays { public, school }) => {
                now.without_holidays.public |= public;
                now.without_holidays.school |= school;
            }
            _ => return Err(UnreadHours::Incomplete),
        }
        return Ok(());
    }
    // `du lundi au vendredi, fermé le mercredi, 9h-17h`: which days are closed?
    if now.closed && !now.headed {
        return Err(UnreadHours::Except);
    }
    // Days after hours begin a new clause, unless the hours came first.
    let complete = !now.hours_first && !now.spans.is_empty();
    let lists = now.comment_first && now.spans.is_empty() && now.link == Some(HoursItem::And);
    if complete || now.is_full() && !lists && !now.headed && !now.hours_first {
        let in_season = !now.period.is_always() && !now.hours_first;
        end(now, clauses);
        now.in_season = in_season;
        now.in_list = true;
    }
    let sort = match &item {
        HoursItem::Days(_) => CalendarWordKind::Days,
        HoursItem::Years(_) => CalendarWordKind::Years,
        HoursItem::Dates(_) => CalendarWordKind::Dates,
        HoursItem::Weeks(_) => CalendarWordKind::Weeks,
        _ => CalendarWordKind::Holidays,
    };
    let link = now.link.take();
    now.comma |= link == Some(HoursItem::Comma);
    now.listed |= link.is_some() && now.last.is_some();
    if let (Some(last), Some(link)) = (now.last, link)
        && last != sort
    {
        if now.closed && now.headed {
            // A list of closures: `fermé le dimanche et les jours fériés`.
            let left_out = now.left_out;
            end(now, clauses);
            (now.closed, now.headed, now.comma) = (true, true, true);
            now.left_out = left_out;
        } else if now.takes_holidays(&item, &link) {
            // Nobody states hours for Sundays that are holidays: it means both.
            now.or_holidays = true;
            now.period.holidays.public = false;
            if sort == CalendarWordKind::Holidays {
                return Ok(());
            }
        } else if link == HoursItem::And || last == CalendarWordKind::Days {
            // `le dimanche et les jours fériés`: Sundays that are holidays, or both?
            return Err(UnreadHours::Incomplete);
        }
    }
    now.last = Some(sort);
    match item {
        HoursItem::Days(Days::Week(days)) => now.week = now.week.or(days),
        HoursItem::Days(nth) => now.nth.push(nth),
        HoursItem::Years(years) => now.period.years.push(years),
        HoursItem::Dates(dates) => now.period.dates.push(dates),
        HoursItem::Weeks(weeks) if now.period.weeks.is_empty() => now.period.weeks.push(weeks),
        HoursItem::Holidays(Holidays { public, school }) => {
            now.period.holidays.public |= public;
            now.period.holidays.school |= school;
        }
        _ => return Err(UnreadHours::Incomplete),
    }
    Ok(())
}
