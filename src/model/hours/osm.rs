//! Reads the OSM `opening_hours` syntax (OpenStreetMap wiki, Key:opening_hours/specification) into [`HoursRule`]s.
//!
//! This reads exactly what guichet can put into words. `opening-hours-syntax` knows the whole syntax and
//! decides what is invalid, but its tree does not distinguish `SH Mo-Fr` (weekdays of the school holidays)
//! from `SH,Mo-Fr` (school holidays, and weekdays), has no positions, and takes `Mo, Tu 09:00-12:00` for a
//! Monday that is open day and night. Spaces are insignificant here, as in opening_hours.js.

use super::calendar::{CalendarPeriod, Dates, Days, Holidays, WeekDays, Weeks, YearDay, Years};
use super::rules::{DAY, DaySelector, HoursRule, Join, RuleKind, TimeSpan, guessed_end};
use super::tokens::{Token, TokenKind as Is, tokens};

pub use super::written::written;

/// Two letters for each day, from Monday.
pub const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// Three letters for each month.
pub const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The rules of a text; `None` if it is not in this syntax, or if a part of it has no words.
pub fn parse(text: &str) -> Option<Vec<HoursRule>> {
    let tokens = tokens(text)?;
    let mut reader = OsmParser {
        tokens: &tokens,
        at: 0,
    };
    let mut rules = Vec::new();
    let mut join = Join::Normal;
    loop {
        // An empty rule is ignored: `Mo-Fr 09:00-12:00;`.
        while join == Join::Normal && !rules.is_empty() && reader.sign(';') {}
        if reader.peek().is_none() && join == Join::Normal && !rules.is_empty() {
            return Some(rules);
        }
        rules.push(reader.rule(join)?);
        join = match reader.next() {
            None => return Some(rules),
            Some(Is::Sign(';')) => Join::Normal,
            Some(Is::Sign(',')) => Join::Additional,
            Some(Is::Sign('|')) if reader.sign('|') => Join::Fallback,
            Some(_) => return None,
        };
    }
}

/// What a rule says about its days.
#[derive(Default)]
struct Selectors {
    period: CalendarPeriod,
    weekdays: WeekDays,
    nth: Vec<Days>,
    /// Holidays in a list with weekdays: a day is either of them.
    or_holidays: Holidays,
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

    fn parts(self) -> Vec<DaySelector> {
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

struct OsmParser<'t> {
    tokens: &'t [Token<'t>],
    at: usize,
}

impl<'t> OsmParser<'t> {
    fn ahead(&self, by: usize) -> Option<Is<'t>> {
        self.tokens.get(self.at + by).map(|token| token.kind)
    }

    fn peek(&self) -> Option<Is<'t>> {
        self.ahead(0)
    }

    fn next(&mut self) -> Option<Is<'t>> {
        let next = self.peek()?;
        self.at += 1;
        Some(next)
    }

    /// Consumes a sign if it is next.
    fn sign(&mut self, sign: char) -> bool {
        let found = self.peek() == Some(Is::Sign(sign));
        self.at += usize::from(found);
        found
    }

    fn word(&self, by: usize) -> Option<&'t str> {
        match self.ahead(by)? {
            Is::Word(word) => Some(word),
            _ => None,
        }
    }

    fn number(&mut self) -> Option<u16> {
        match self.next()? {
            Is::Number(number, _) => Some(number),
            _ => None,
        }
    }

    /// Whether a time is `by` tokens ahead: `09:`.
    fn time_ahead(&self, by: usize) -> bool {
        matches!(self.ahead(by), Some(Is::Number(..)))
            && self.ahead(by + 1) == Some(Is::Sign(':'))
            && matches!(self.ahead(by + 2), Some(Is::Number(_, 2)))
    }

    fn weekday_ahead(&self, by: usize) -> Option<u8> {
        position(&DAYS, self.word(by)?)
    }

    fn month_ahead(&self, by: usize) -> Option<i8> {
        position(&MONTHS, self.word(by)?).and_then(|month| i8::try_from(month + 1).ok())
    }

    fn holiday_ahead(&self, by: usize) -> Option<Holidays> {
        let word = self.word(by)?;
        let holidays = Holidays {
            public: word.eq_ignore_ascii_case("PH"),
            school: word.eq_ignore_ascii_case("SH"),
        };
        (holidays.public || holidays.school).then_some(holidays)
    }

    fn year_ahead(&self, by: usize) -> Option<i16> {
        match self.ahead(by)? {
            Is::Number(number @ 1900.., 4) => i16::try_from(number).ok(),
            _ => None,
        }
    }

    fn rule(&mut self, join: Join) -> Option<HoursRule> {
        let first = self.at;
        let selectors = self.selectors()?;
        // Ambiguous: which would narrow which?
        if selectors.or_holidays != Holidays::default()
            && selectors.period.holidays != Holidays::default()
        {
            return None;
        }
        let always = self.always();
        let spans = if always {
            vec![TimeSpan::DAY]
        } else if self.time_ahead(0) {
            self.spans()?
        } else {
            Vec::new()
        };
        let kind = match self.word(0).map(str::to_ascii_lowercase).as_deref() {
            Some("off" | "closed") => Some(RuleKind::Closed),
            Some("open") => Some(RuleKind::Open),
            Some("unknown") => Some(RuleKind::Unknown),
            _ => None,
        };
        self.at += usize::from(kind.is_some());
        let comment = match self.peek() {
            Some(Is::Comment(comment)) if !comment.is_empty() => Some(comment.to_owned()),
            _ => None,
        };
        self.at += usize::from(comment.is_some());
        let last = self.at.checked_sub(1)?;
        if last < first {
            return None;
        }
        // A comment alone does not say whether anybody is there.
        let kind = match (kind, &comment) {
            (Some(kind), _) => kind,
            (None, Some(_)) => RuleKind::Unknown,
            (None, None) => RuleKind::Open,
        };
        let open_ends = spans.iter().filter(|span| span.open_end).count();
        let at_end = spans.last().is_some_and(|span| span.open_end);
        let meaningful = open_ends == 0 || open_ends == 1 && at_end && kind != RuleKind::Closed;
        meaningful.then(|| HoursRule {
            join,
            parts: selectors.parts(),
            spans,
            kind,
            comment,
            at: self.tokens[first].at.start..self.tokens[last].at.end,
        })
    }

    /// `24/7`.
    fn always(&mut self) -> bool {
        let found = self.peek() == Some(Is::Number(24, 2))
            && self.ahead(1) == Some(Is::Sign('/'))
            && self.ahead(2) == Some(Is::Number(7, 1));
        self.at += if found { 3 } else { 0 };
        found
    }

    fn selectors(&mut self) -> Option<Selectors> {
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

    /// Whether a day of the month, not an hour, is `by` tokens ahead.
    fn date_number(&self, by: usize) -> bool {
        matches!(self.ahead(by), Some(Is::Number(1..=31, 1 | 2))) && !self.time_ahead(by)
    }

    /// A comma-separated list.
    fn list<T>(&mut self, read: fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut list = vec![read(self)?];
        while self.sign(',') {
            list.push(read(self)?);
        }
        Some(list)
    }

    fn years(&mut self) -> Option<Years> {
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

    fn weeks(&mut self) -> Option<Weeks> {
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
    fn dates(&mut self) -> Option<Vec<Dates>> {
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

    fn spans(&mut self) -> Option<Vec<TimeSpan>> {
        let mut spans = Vec::new();
        loop {
            spans.push(self.span()?);
            if self.peek() == Some(Is::Sign(',')) && self.time_ahead(1) {
                self.at += 1;
            } else {
                return Some(spans);
            }
        }
    }

    fn span(&mut self) -> Option<TimeSpan> {
        let from = self.time().filter(|from| *from < DAY)?;
        if self.sign('+') {
            return Some(TimeSpan {
                from,
                to: from,
                open_end: true,
            });
        }
        if !self.sign('-') || !self.time_ahead(0) {
            return None;
        }
        let mut to = self.time()?;
        if to <= from {
            to += DAY;
        }
        let open_end = self.sign('+');
        let last = if open_end { guessed_end(to) } else { to };
        let sound = last <= 2 * DAY && self.peek() != Some(Is::Sign('/'));
        sound.then_some(TimeSpan { from, to, open_end })
    }

    fn time(&mut self) -> Option<u16> {
        let hour = self.number().filter(|hour| *hour <= 48)?;
        if !self.sign(':') {
            return None;
        }
        let minute = self.number().filter(|minute| *minute < 60)?;
        Some(hour * 60 + minute)
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

fn position(names: &[&str], word: &str) -> Option<u8> {
    let found = names
        .iter()
        .position(|name| name.eq_ignore_ascii_case(word))?;
    u8::try_from(found).ok()
}
