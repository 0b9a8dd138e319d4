//! The days of opening hours in words: years, dates, weeks, holidays and days of the week.

use crate::model::hours::calendar::{
    CalendarPeriod, Dates, Days, Holidays, WeekDays, Weeks, YearDay, Years,
};
use crate::outputs::words::Words;

impl Words<'_> {
    /// The part of the calendar and the days: `en juillet et en août, du lundi au vendredi`; empty for every
    /// day.
    pub(super) fn when(&self, period: &CalendarPeriod, days: &Days) -> Option<String> {
        let years: Vec<String> = period
            .years
            .iter()
            .map(|years| self.years(*years))
            .collect();
        let dates: Vec<String> = period.dates.iter().map(|dates| self.dates(dates)).collect();
        let mut parts = vec![self.list(&years), self.list(&dates)];
        match period.weeks.as_slice() {
            [] => {}
            [weeks] => parts.push(self.weeks(*weeks)?),
            _ => return None,
        }
        parts.push(self.holidays(period.holidays));
        parts.push(match days {
            Days::Week(WeekDays::ALL) => String::new(),
            Days::Week(week) => self.week(*week),
            Days::Nth(day, which) => self.nth_days(*day, which)?,
        });
        parts.retain(|part| !part.is_empty());
        Some(parts.join(&self.text("comma")))
    }

    fn years(&self, years: Years) -> String {
        let from = years.from.to_string();
        match years.to {
            None => self.format("hours-years-from", &[("year", &from)]),
            Some(to) if to == years.from => self.format("hours-year", &[("year", &from)]),
            Some(to) => self.format("hours-years", &[("from", &from), ("to", &to.to_string())]),
        }
    }

    fn dates(&self, dates: &Dates) -> String {
        match dates {
            Dates::Months(from, to) if from == to => {
                self.format("hours-month", &[("month", &self.month(*from))])
            }
            Dates::Months(from, to) => {
                let number = from.to_string();
                let (from, to) = (self.month(*from), self.month(*to));
                let args = [("number", &*number), ("from", &from), ("to", &to)];
                self.format("hours-months", &args)
            }
            Dates::Days(from, to) if from == to => {
                self.format("hours-one-date", &[("date", &self.day_of_year(from))])
            }
            Dates::Days(from, to) => {
                let (from, to) = (self.day_of_year(from), self.day_of_year(to));
                self.format("hours-dates", &[("from", &from), ("to", &to)])
            }
        }
    }

    /// `24 décembre`, `1er mai 2026`.
    fn day_of_year(&self, date: &YearDay) -> String {
        let (day, month) = (date.day.to_string(), self.month(date.month));
        let short = [("day", &*day), ("month", &*month)];
        match date.year.map(|year| year.to_string()) {
            Some(year) => self.format("date-long", &[short[0], short[1], ("year", &year)]),
            None => self.format("date-short", &short),
        }
    }

    fn month(&self, month: i8) -> String {
        self.text(&format!("month-{month}"))
    }

    /// Every second week, as odd or even. Few people know the number of the week, but more know whether it is
    /// odd.
    fn weeks(&self, weeks: Weeks) -> Option<String> {
        match (weeks.from, weeks.to, weeks.step) {
            (1, 53, 2) => Some(self.text("hours-odd-weeks")),
            (2, 52..=53, 2) => Some(self.text("hours-even-weeks")),
            _ => None,
        }
    }

    fn holidays(&self, holidays: Holidays) -> String {
        let mut kinds = Vec::new();
        if holidays.public {
            kinds.push(self.text("hours-public-holidays"));
        }
        if holidays.school {
            kinds.push(self.text("hours-school-holidays"));
        }
        self.list(&kinds)
    }

    /// `du lundi au vendredi et le dimanche`.
    fn week(&self, week: WeekDays) -> String {
        let mut parts = Vec::new();
        let one = |day: u8| self.format("hours-one-day", &[("day", &self.day(day))]);
        for (from, to) in week.runs() {
            match (to + 7 - from) % 7 {
                0 => parts.push(one(from)),
                1 => parts.extend([one(from), one(to)]),
                _ => {
                    let args = [("from", &*self.day(from)), ("to", &*self.day(to))];
                    parts.push(self.format("hours-range-days", &args));
                }
            }
        }
        self.list(&parts)
    }

    /// `le premier et le troisième mardi du mois`.
    fn nth_days(&self, day: u8, which: &[i8]) -> Option<String> {
        // In some languages, words agree with their day.
        let number = (day + 1).to_string();
        let said: Option<Vec<String>> = which
            .iter()
            .map(|nth| match nth {
                1..=5 => Some(self.format(&format!("nth-{nth}"), &[("number", &number)])),
                -1 => Some(self.format("nth-last", &[("number", &number)])),
                _ => None,
            })
            .collect();
        let (nth, day) = (self.list(&said?), self.day(day));
        let args = [("nth", &*nth), ("day", &*day), ("number", &*number)];
        Some(self.format("hours-nth-day", &args))
    }

    /// The name of a day; Monday is 0.
    fn day(&self, day: u8) -> String {
        self.text(&format!("day-{}", day + 1))
    }
}
