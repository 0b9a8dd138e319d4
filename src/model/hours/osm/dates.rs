//! The calendar of a rule: years, weeks, months and dates.

use super::{MONTHS, OsmParser, position};
use crate::model::hours::calendar::{Dates, Weeks, YearDay, Years};
use crate::model::hours::tokens::TokenKind as Is;

impl OsmParser<'_> {
    pub(super) fn month_ahead(&self, by: usize) -> Option<i8> {
        position(&MONTHS, self.word(by)?).and_then(|month| i8::try_from(month + 1).ok())
    }

    pub(super) fn year_ahead(&self, by: usize) -> Option<i16> {
        match self.ahead(by)? {
            Is::Number(number @ 1900.., 4) => i16::try_from(number).ok(),
            _ => None,
        }
    }

    /// Whether a day of the month, not an hour, is `by` tokens ahead.
    pub(super) fn date_number(&self, by: usize) -> bool {
        matches!(self.ahead(by), Some(Is::Number(1..=31, 1 | 2))) && !self.time_ahead(by)
    }

    pub(super) fn years(&mut self) -> Option<Years> {
        let from = self.year_ahead(0)?;
        self.at += 1;
        let to = if self.sign('+') {
            None
        } else if self.sign('-') {
            let to = self.year_ahead(0)?;
            self.at += 1;
            Some(to)
        } else {
            Some(from)
        };
        let in_order = to.is_none_or(|to| from <= to);
        (in_order && self.peek() != Some(Is::Sign('/'))).then_some(Years { from, to })
    }

    pub(super) fn weeks(&mut self) -> Option<Weeks> {
        let week = |number: u16| {
            i8::try_from(number)
                .ok()
                .filter(|week| (1..=53).contains(week))
        };
        let from = week(self.number()?)?;
        let to = if self.sign('-') {
            week(self.number()?)?
        } else {
            from
        };
        let step = if self.sign('/') {
            i8::try_from(self.number()?).ok()?
        } else {
            1
        };
        (from <= to && step > 0).then_some(Weeks { from, to, step })
    }

    /// `Jul-Aug`, `Dec 24-Jan 2`, `Dec 24,31`, `2026 May 1`.
    pub(super) fn dates(&mut self) -> Option<Vec<Dates>> {
        let mut list = Vec::new();
        loop {
            let year = self.year_ahead(0);
            self.at += usize::from(year.is_some());
            let month = self.month_ahead(0)?;
            self.at += 1;
            if self.date_number(0) {
                self.days_of(year, month, &mut list)?;
            } else if year.is_none() {
                let to = if self.sign('-') {
                    let to = self.month_ahead(0)?;
                    self.at += 1;
                    to
                } else {
                    month
                };
                // `Jan-Feb 15`: from a month to a date.
                if self.date_number(0) {
                    return None;
                }
                list.push(Dates::Months(month, to));
            } else {
                return None;
            }
            if !self.sign(',') {
                return Some(list);
            }
        }
    }

    /// The days of a month already read: `24`, `24-Jan 2`, `1-15`, `24,31`.
    fn days_of(&mut self, year: Option<i16>, month: i8, list: &mut Vec<Dates>) -> Option<()> {
        loop {
            let from = YearDay {
                year,
                month,
                day: self.day_of_month(month)?,
            };
            let mut to = from;
            if self.sign('-') {
                if self.date_number(0) {
                    to.day = self.day_of_month(month)?;
                } else {
                    to.year = self.year_ahead(0);
                    self.at += usize::from(to.year.is_some());
                    to.month = self.month_ahead(0)?;
                    self.at += 1;
                    if !self.date_number(0) {
                        return None;
                    }
                    to.day = self.day_of_month(to.month)?;
                }
            }
            let one_month = from.month == to.month && from.year == to.year;
            let sound = from.year.is_some() == to.year.is_some()
                && (from <= to || year.is_none() && !one_month);
            if !sound || matches!(self.peek(), Some(Is::Sign('/' | '+'))) {
                return None;
            }
            list.push(Dates::Days(from, to));
            if self.peek() == Some(Is::Sign(',')) && self.date_number(1) {
                self.at += 1;
            } else {
                return Some(());
            }
        }
    }

    fn day_of_month(&mut self, month: i8) -> Option<i8> {
        let day = i8::try_from(self.number()?).ok()?;
        (1..=longest(month)).contains(&day).then_some(day)
    }
}

/// How many days a month has, in leap years.
pub fn longest(month: i8) -> i8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
