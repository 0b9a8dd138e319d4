//! Which days a rule is about: years, dates, weeks, holidays and days of the week.

use super::{DAYS, OsmParser, position};
use crate::model::hours::calendar::{CalendarPeriod, Dates, Days, Holidays, WeekDays, Years};
use crate::model::hours::rules::DaySelector;
use crate::model::hours::tokens::TokenKind as Is;

/// What a rule says about its days.
#[derive(Default)]
pub(super) struct Selectors {
    pub period: CalendarPeriod,
    weekdays: WeekDays,
    nth: Vec<Days>,
    /// Holidays in a list with weekdays: a day is either of them.
    pub or_holidays: Holidays,
    has_days: bool,
}

impl Selectors {
    /// Moves a year into the dates that follow it, so that `2026 Dec 24` and `Dec 24 2026` are one date.
    /// `None` if the year would apply to other dates too, or to a range over the new year.
    fn with_dated_days(mut self) -> Option<Self> {
        let [Years { from, to: Some(to) }] = self.period.years[..] else {
            return Some(self);
        };
        if from != to || !matches!(self.period.dates.first(), Some(Dates::Days(..))) {
            return Some(self);
        }
        for dates in &mut self.period.dates {
            match dates {
                Dates::Days(first, last) if first.year.is_none() && *first <= *last => {
                    first.year = Some(from);
                    last.year = Some(from);
                }
                Dates::Days(..) | Dates::Months(..) => return None,
            }
        }
        self.period.years.clear();
        Some(self)
    }

    pub fn parts(self) -> Vec<DaySelector> {
        let period = self.period;
        if !self.has_days {
            return match period.is_always() {
                true => Vec::new(),
                false => vec![DaySelector {
                    period,
                    days: Days::ALL,
                }],
            };
        }
        let mut parts = Vec::new();
        let mut put = |period: &CalendarPeriod, days| {
            let period = period.clone();
            parts.push(DaySelector { period, days });
        };
        if !self.weekdays.is_empty() {
            put(&period, Days::Week(self.weekdays));
        }
        for days in self.nth {
            put(&period, days);
        }
        if self.or_holidays != Holidays::default() {
            let holidays = self.or_holidays;
            put(
                &CalendarPeriod {
                    holidays,
                    ..period.clone()
                },
                Days::ALL,
            );
        }
        parts
    }
}

impl OsmParser<'_> {
    fn weekday_ahead(&self, by: usize) -> Option<u8> {
        position(&DAYS, self.word(by)?)
    }

    fn holiday_ahead(&self, by: usize) -> Option<Holidays> {
        let word = self.word(by)?;
        let holidays = Holidays {
            public: word.eq_ignore_ascii_case("PH"),
            school: word.eq_ignore_ascii_case("SH"),
        };
        (holidays.public || holidays.school).then_some(holidays)
    }

    pub(super) fn selectors(&mut self) -> Option<Selectors> {
        let mut found = Selectors::default();
        loop {
            let before = self.at;
            if self.time_ahead(0) {
                return found.with_dated_days();
            }
            let month_follows = self.month_ahead(1).is_some();
            if self.year_ahead(0).is_some() && !(month_follows && self.date_number(2)) {
                if !found.period.years.is_empty() {
                    return None;
                }
                found.period.years = self.list(Self::years)?;
            } else if self.month_ahead(0).is_some() || self.year_ahead(0).is_some() {
                if !found.period.dates.is_empty() {
                    return None;
                }
                found.period.dates = self.dates()?;
            } else if self
                .word(0)
                .is_some_and(|word| word.eq_ignore_ascii_case("week"))
            {
                if !found.period.weeks.is_empty() {
                    return None;
                }
                self.at += 1;
                found.period.weeks = self.list(Self::weeks)?;
            } else if let Some(holidays) = self.holiday_ahead(0)
                && self.ahead(1) != Some(Is::Sign(','))
            {
                // Without a comma it narrows the other parts.
                if found.period.holidays != Holidays::default() {
                    return None;
                }
                self.at += 1;
                found.period.holidays = holidays;
            } else if self.weekday_ahead(0).is_some() || self.holiday_ahead(0).is_some() {
                if found.has_days {
                    return None;
                }
                found.has_days = true;
                self.weekdays(&mut found)?;
            }
            if self.at == before {
                return found.with_dated_days();
            }
            // Allowed for readability: `Mo-Fr: 09:00-12:00`.
            self.sign(':');
        }
    }

    /// A comma-separated list.
    fn list<T>(&mut self, read: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut list = vec![read(self)?];
        while self.sign(',') {
            list.push(read(self)?);
        }
        Some(list)
    }

    /// `Mo-Fr,PH`, `Tu[1,3]`.
    fn weekdays(&mut self, found: &mut Selectors) -> Option<()> {
        loop {
            if let Some(holidays) = self.holiday_ahead(0) {
                self.at += 1;
                found.or_holidays.public |= holidays.public;
                found.or_holidays.school |= holidays.school;
            } else {
                let from = self.weekday_ahead(0)?;
                self.at += 1;
                if self.sign('[') {
                    let which = self.which()?;
                    found.nth.push(Days::Nth(from, which));
                } else if self.sign('-') {
                    let to = self.weekday_ahead(0)?;
                    self.at += 1;
                    found.weekdays = found.weekdays.or(WeekDays::range(from, to));
                } else {
                    found.weekdays.insert(from);
                }
            }
            // `-1 day`.
            if matches!(self.peek(), Some(Is::Sign('+' | '-'))) {
                return None;
            }
            if !self.sign(',') {
                break;
            }
        }
        Some(())
    }

    /// `1,3]`, `-1]`, `1-2]`.
    fn which(&mut self) -> Option<Vec<i8>> {
        let mut which = Vec::new();
        loop {
            let last = self.sign('-');
            let nth = |number: u16| {
                i8::try_from(number)
                    .ok()
                    .filter(|nth| (1..=5).contains(nth))
            };
            let from = nth(self.number()?)?;
            if last {
                which.push(-from);
            } else {
                let to = if self.sign('-') {
                    nth(self.number()?)?
                } else {
                    from
                };
                if from > to {
                    return None;
                }
                which.extend(from..=to);
            }
            if self.sign(']') {
                return Some(which);
            }
            if !self.sign(',') {
                return None;
            }
        }
    }
}
