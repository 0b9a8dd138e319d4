//! Which days a rule of opening hours applies to.

use jiff::civil::Date;

/// A day as rules see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The date.
    pub date: Date,
    /// Whether it is a public holiday.
    pub public_holiday: bool,
    /// Whether schools are closed.
    pub school_holiday: bool,
}

impl Day {
    /// The day of the week, Monday being 0.
    pub fn weekday(&self) -> u8 {
        self.date.weekday().to_monday_zero_offset().unsigned_abs()
    }
}

/// Years, from the first to the last; without a last one, all that follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years {
    /// The first year.
    pub from: i16,
    /// The last one.
    pub to: Option<i16>,
}

/// A date, in every year or in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearDay {
    /// The year, if it is in one.
    pub year: Option<i16>,
    /// The month, from 1.
    pub month: i8,
    /// The day of the month, from 1.
    pub day: i8,
}

/// Part of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dates {
    /// From one month to another, inclusive; over the new year if the second precedes the first.
    Months(i8, i8),
    /// From one date to another, inclusive; likewise.
    Days(YearDay, YearDay),
}

impl Dates {
    fn holds(&self, date: Date) -> bool {
        let (from, to, at) = match self {
            Self::Months(from, to) => ((0, *from, 0), (0, *to, 0), (0, date.month(), 0)),
            Self::Days(from, to) => {
                // Either both have a year or neither does: the syntax allows nothing else.
                let year = if from.year.is_some() { date.year() } else { 0 };
                let key = |day: &YearDay| (day.year.unwrap_or_default(), day.month, day.day);
                (key(from), key(to), (year, date.month(), date.day()))
            }
        };
        if from <= to {
            from <= at && at <= to
        } else {
            from <= at || at <= to
        }
    }
}

/// Weeks by number (ISO 8601): from, to, and the interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weeks {
    /// The first week.
    pub from: i8,
    /// The last one, at most.
    pub to: i8,
    /// 2: every second week.
    pub step: i8,
}

/// Kinds of holidays.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Holidays {
    /// Public holidays.
    pub public: bool,
    /// School holidays.
    pub school: bool,
}

/// A part of the calendar: it contains a day that matches one entry of each list that is not empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CalendarPeriod {
    /// Years.
    pub years: Vec<Years>,
    /// Months and dates.
    pub dates: Vec<Dates>,
    /// Weeks.
    pub weeks: Vec<Weeks>,
    /// Holidays, of either kind that is named.
    pub holidays: Holidays,
}

impl CalendarPeriod {
    /// Whether it is the whole calendar.
    pub fn is_always(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it contains a day.
    pub fn holds(&self, day: &Day) -> bool {
        let year = day.date.year();
        let in_years = |years: &Years| years.from <= year && years.to.is_none_or(|to| year <= to);
        let in_weeks = |weeks: &Weeks| {
            let week = day.date.iso_week_date().week();
            weeks.from <= week && week <= weeks.to && (week - weeks.from) % weeks.step.max(1) == 0
        };
        let Holidays { public, school } = self.holidays;
        (self.years.is_empty() || self.years.iter().any(in_years))
            && (self.dates.is_empty() || self.dates.iter().any(|dates| dates.holds(day.date)))
            && (self.weeks.is_empty() || self.weeks.iter().any(in_weeks))
            && (!public && !school || public && day.public_holiday || school && day.school_holiday)
    }
}

/// Days of the week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Days {
    /// Every week: a set of days.
    Week(WeekDays),
    /// Some of a month: the day (Monday is 0) and its number, from 1, or from -1 counting from the end.
    Nth(u8, Vec<i8>),
}

impl Days {
    /// Every day.
    pub const ALL: Self = Self::Week(WeekDays::ALL);

    /// Whether a day is one of them.
    pub fn holds(&self, day: &Day) -> bool {
        match self {
            Self::Week(days) => days.has(day.weekday()),
            Self::Nth(weekday, which) => {
                let from_start = (day.date.day() - 1) / 7 + 1;
                let from_end = (day.date.days_in_month() - day.date.day()) / 7 + 1;
                day.weekday() == *weekday
                    && (which.contains(&from_start) || which.contains(&-from_end))
            }
        }
    }
}

/// A set of days of the week.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WeekDays(u8);

impl WeekDays {
    /// All seven.
    pub const ALL: Self = Self(0b111_1111);

    /// The days from one to another, inclusive, across Sunday if necessary. Monday is 0.
    pub fn range(from: u8, to: u8) -> Self {
        let mut days = Self::default();
        for step in 0..=(to + 7 - from) % 7 {
            days.insert((from + step) % 7);
        }
        days
    }

    /// Adds a day.
    pub fn insert(&mut self, day: u8) {
        self.0 |= 1 << (day % 7);
    }

    /// Removes a day.
    pub fn remove(&mut self, day: u8) {
        self.0 &= !(1 << (day % 7));
    }

    /// Whether a day is one of them.
    pub fn has(self, day: u8) -> bool {
        self.0 & (1 << (day % 7)) != 0
    }

    /// The days of either.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The days of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether it is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The days, from Monday.
    pub fn iter(self) -> impl Iterator<Item = u8> {
        (0..7).filter(move |day| self.has(*day))
    }

    /// Consecutive days, as first and last: Monday to Friday are one run, and so are Saturday to Monday.
    pub fn runs(self) -> Vec<(u8, u8)> {
        if self == Self::ALL {
            return vec![(0, 6)];
        }
        let begins = |day: &u8| self.has(*day) && !self.has(day + 6);
        let run = |first: u8| {
            let last = (first..first + 7)
                .take_while(|day| self.has(*day))
                .last()
                .unwrap_or(first);
            (first, last % 7)
        };
        (0..7).filter(begins).map(run).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_holds_the_days_that_match_each_of_its_lists() {
        let day = |month, day| Day {
            date: Date::constant(2026, month, day),
            public_holiday: day == 1,
            school_holiday: month == 8,
        };
        let (dates, weeks) = (
            Dates::Months(11, 2),
            Weeks {
                from: 2,
                to: 52,
                step: 2,
            },
        );
        let winter = CalendarPeriod {
            dates: vec![dates],
            ..CalendarPeriod::default()
        };
        let even = CalendarPeriod {
            weeks: vec![weeks],
            ..winter.clone()
        };
        let later = Years {
            from: 2027,
            to: None,
        };
        let later = CalendarPeriod {
            years: vec![later],
            ..winter.clone()
        };
        let closed = |public, school| CalendarPeriod {
            holidays: Holidays { public, school },
            ..CalendarPeriod::default()
        };
        for (period, held) in [
            // Over the new year; the weeks of 5 and 12 January have the numbers 2 and 3.
            (winter, [true, true, true, false]),
            (even, [false, true, false, false]),
            (later, [false; 4]),
            (closed(true, false), [true, false, false, false]),
            (closed(false, true), [false, false, false, true]),
            (closed(true, true), [true, false, false, true]),
        ] {
            let days = [day(1, 1), day(1, 5), day(1, 12), day(8, 12)];
            assert_eq!(days.map(|day| period.holds(&day)), held, "{period:?}");
        }
    }

    #[test]
    fn days_in_a_row_are_one_run() {
        let days = |list: &[u8]| {
            let mut days = WeekDays::default();
            list.iter().for_each(|day| days.insert(*day));
            days
        };
        assert_eq!(days(&[0, 1, 2, 4]).runs(), [(0, 2), (4, 4)]);
        assert_eq!(days(&[5, 6, 0]).runs(), [(5, 0)]);
        assert_eq!(WeekDays::ALL.runs(), [(0, 6)]);
        assert_eq!(WeekDays::range(5, 0), days(&[5, 6, 0]));
        assert_eq!(WeekDays::default().runs(), []);
    }
}
