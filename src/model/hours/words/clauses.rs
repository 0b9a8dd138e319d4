//! Groups the items of words: days and hours that belong together.

use super::items::HoursItem;
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
    /// Whether public holidays are excluded too: `tous les jours sauf dimanche et jours fériés`.
    pub(super) without_holidays: bool,
    pub(super) spans: Vec<TimeSpan>,
    /// The morning or the afternoon, and its wording.
    pub(super) half: Option<(bool, String)>,
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
            && self.half.is_none()
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
        self.without.is_empty() && !self.without_holidays
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
    let items = left_out_last(items)?;
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
                // `le samedi : fermé, …`.
                if now.closed && !now.headed && now.has_days() || now.comment.is_some() {
                    end(&mut now, &mut clauses);
                } else {
                    now.link = Some(item);
                }
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
                    end(&mut now, &mut clauses);
                    (now.headed, now.closed, now.left_out) = (true, true, true);
                }
            }
            HoursItem::Times(span) => {
                if now.left_out || now.except && now.leaves_nothing_out() {
                    // `9h-17h sauf vendredi 9h-16h`: open or closed at those?
                    return Err(UnreadHours::Except);
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
                now.spans.push(span);
            }
            HoursItem::Half { morning, word } => {
                if now.except {
                    return Err(UnreadHours::Half);
                }
                if now.half.as_ref().is_some_and(|(half, _)| *half != morning) {
                    return Err(UnreadHours::Incomplete);
                }
                now.half = Some((morning, word));
            }
            HoursItem::Comment { text, decides } => {
                let none_yet = now.comment.is_none();
                if let (true, Some(last)) = (now.is_empty(), clauses.last_mut())
                    && !decides
                    && last.comment.is_none()
                {
                    last.comment = Some((text, decides));
                } else if none_yet {
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

/// The items with exclusions moved after what they exclude from: `hors vacances scolaires : mercredi 14h-18h`
/// means `mercredi 14h-18h, sauf vacances scolaires`.
///
/// # Errors
///
/// If more is said, so that it is not certain what it is excluded from.
fn left_out_last(mut items: Vec<HoursItem>) -> Result<Vec<HoursItem>, UnreadHours> {
    if items.first() != Some(&HoursItem::Except) {
        return Ok(items);
    }
    let colon = items.iter().position(|item| *item == HoursItem::Colon);
    let colon = colon.ok_or(UnreadHours::Except)?;
    let rest = items.split_off(colon + 1);
    items.pop();
    let calendar = |item: &HoursItem| {
        matches!(
            item,
            HoursItem::Holidays(_) | HoursItem::Dates(_) | HoursItem::And | HoursItem::Comma
        )
    };
    let several = |item: &HoursItem| {
        matches!(
            item,
            HoursItem::Except
                | HoursItem::Closed
                | HoursItem::Otherwise
                | HoursItem::Holidays(_)
                | HoursItem::Dates(_)
        )
    };
    if !items.iter().skip(1).all(calendar) || rest.iter().any(several) {
        return Err(UnreadHours::Except);
    }
    Ok(rest.into_iter().chain(items).collect())
}

fn day(
    now: &mut Clause,
    clauses: &mut Vec<Clause>,
    item: HoursItem,
    end: impl Fn(&mut Clause, &mut Vec<Clause>),
) -> Result<(), UnreadHours> {
    if now.except {
        match item {
            HoursItem::Days(Days::Week(days)) => now.without = now.without.or(days),
            HoursItem::Holidays(Holidays {
                public: true,
                school: false,
            }) => now.without_holidays = true,
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
    if complete || now.is_full() && !now.headed && !now.hours_first {
        let in_season = !now.period.is_always() && !now.hours_first;
        end(now, clauses);
        now.in_season = in_season;
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
