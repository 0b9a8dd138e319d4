//! Dates, months and years in words.

use super::items::{HoursItem, HoursReader};
use crate::model::hours::calendar::{Dates, YearDay, Years};
use crate::model::hours::osm;

impl HoursReader<'_> {
    pub(super) fn month(&self, by: usize) -> Option<i8> {
        const NAMES: [&[&str]; 12] = [
            &["janvier", "janv", "january", "jan"],
            &["fevrier", "fevr", "february", "feb"],
            &["mars", "march"],
            &["avril", "avr", "april", "apr"],
            &["mai", "may"],
            &["juin", "june", "jun"],
            &["juillet", "juil", "july", "jul"],
            &["aout", "august", "aug"],
            &["septembre", "sept", "september", "sep"],
            &["octobre", "oct", "october"],
            &["novembre", "nov", "november"],
            &["decembre", "dec", "december"],
        ];
        let word = self.word(by);
        let found = NAMES.iter().position(|names| names.contains(&word))?;
        i8::try_from(found + 1).ok()
    }

    /// A day of a month, and how many pieces it takes: `24`, `1er`.
    fn day_of_month(&self, by: usize) -> Option<(i8, usize)> {
        let day = self.number(by).filter(|day| (1..=31).contains(day))?;
        let length = 1 + usize::from(self.word(by + 1) == "er");
        Some((i8::try_from(day).ok()?, length))
    }

    fn year(&self, by: usize) -> Option<i16> {
        let piece = self.pieces.get(self.at + by)?;
        let year = piece.number.filter(|year| (1900..2200).contains(year))?;
        (piece.digits == 4).then(|| i16::try_from(year).ok())?
    }

    /// A day of the year with a name, as month and day, and how many pieces it takes.
    pub(super) fn feast(&self, by: usize) -> Option<((i8, i8), usize)> {
        const NAMES: [(&[&str], (i8, i8)); 16] = [
            (&["noel"], (12, 25)),
            (&["christmas", "eve"], (12, 24)),
            (&["christmas", "day"], (12, 25)),
            (&["christmas"], (12, 25)),
            (&["boxing", "day"], (12, 26)),
            (&["jour", "de", "l", "'", "an"], (1, 1)),
            (&["nouvel", "an"], (1, 1)),
            (&["new", "year", "'", "s", "day"], (1, 1)),
            (&["new", "year", "'", "s", "eve"], (12, 31)),
            (&["new", "year"], (1, 1)),
            (&["saint", "-", "sylvestre"], (12, 31)),
            (&["fete", "du", "travail"], (5, 1)),
            (&["fete", "nationale"], (7, 14)),
            (&["bastille", "day"], (7, 14)),
            (&["assomption"], (8, 15)),
            (&["toussaint"], (11, 1)),
        ];
        let named = |words: &[&str]| (by..).zip(words).all(|(by, word)| self.word(by) == *word);
        let found = NAMES.iter().find(|(words, _)| named(words))?;
        Some((found.1, found.0.len()))
    }

    /// A date and how many pieces it takes: `24 décembre`, `1er mai 2026`, `Noël`.
    pub(super) fn date(&self, by: usize) -> Option<(YearDay, usize)> {
        if let Some(((month, day), length)) = self.feast(by) {
            let year = self.year(by + length);
            let taken = length + usize::from(year.is_some());
            return Some((YearDay { year, month, day }, taken));
        }
        if let Some(date) = self.date_in_figures(by) {
            return Some(date);
        }
        let (day, length) = self.day_of_month(by)?;
        let month = self.month(by + length)?;
        let year = self.year(by + length + 1);
        let taken = length + 1 + usize::from(year.is_some());
        (day <= osm::longest(month)).then_some((YearDay { year, month, day }, taken))
    }

    /// `24/12/2026`, and `24/12` after a word that rules out a time: `le 24/12`.
    fn date_in_figures(&self, by: usize) -> Option<(YearDay, usize)> {
        let (day, length) = self.day_of_month(by)?;
        let month = self
            .number(by + 2)
            .filter(|month| (1..=12).contains(month))?;
        let month = i8::try_from(month).ok()?;
        if length != 1 || day > osm::longest(month) {
            return None;
        }
        // `03.12.2026`; `9.30` is a time.
        if self.word(by + 1) == "." && self.word(by + 3) == "." {
            let year = Some(self.year(by + 4)?);
            return Some((YearDay { year, month, day }, 5));
        }
        if self.word(by + 1) != "/" {
            return None;
        }
        if self.word(by + 3) == "/" {
            let short = self.pieces.get(self.at + by + 4)?;
            let century = short.number.filter(|_| short.digits == 2);
            let century = century.and_then(|year| i16::try_from(2000 + year).ok());
            let year = Some(self.year(by + 4).or(century)?);
            return Some((YearDay { year, month, day }, 5));
        }
        let before = (self.at + by)
            .checked_sub(1)
            .and_then(|at| self.pieces.get(at));
        let before = before.map_or("", |piece| piece.word.as_str());
        let said = matches!(before, "le" | "les" | "du" | "au" | "on" | "from" | "to");
        let date = YearDay {
            year: None,
            month,
            day,
        };
        (said || by > 0).then_some((date, 3))
    }

    /// The days of `24 et 31 décembre`, and the pieces they take.
    fn days_of_a_month(&self) -> Option<(Vec<YearDay>, usize)> {
        let mut days = Vec::new();
        let mut by = 0;
        loop {
            if let Some((last, taken)) = self.date(by) {
                let dates = days.iter().map(|day| YearDay { day: *day, ..last });
                let longest = osm::longest(last.month);
                let sound = !days.is_empty() && days.iter().all(|day| *day <= longest);
                return sound.then(|| (dates.chain([last]).collect(), by + taken));
            }
            let (day, length) = self.day_of_month(by)?;
            by += length;
            if !matches!(self.word(by), "," | "et" | "and") {
                return None;
            }
            by += 1;
            by += usize::from(self.word(by) == "le");
            days.push(day);
        }
    }

    /// `entre Noël et le jour de l’an`, `à partir du 1er juillet jusqu’au 31 août`: the words before dates that are a range, and after the
    /// first of them.
    fn range_of_dates(&mut self) -> bool {
        let link = |by: usize| usize::from(matches!(self.word(by), "le" | "the" | "l"));
        let (by, between) = match (self.word(0), self.word(1)) {
            ("entre" | "between", _) => (1 + link(1), true),
            ("a", "partir" | "compter") if matches!(self.word(2), "du" | "de") => (3, false),
            _ => return false,
        };
        let Some((from, taken)) = self.date(by) else {
            return false;
        };
        let by = by + taken;
        let to = match self.word(by) {
            "et" | "and" if between => Some(1 + link(by + 1)),
            _ if between => None,
            _ => self.to(by),
        };
        let Some((end, taken)) = to.and_then(|to| {
            let (end, taken) = self.date(by + to)?;
            Some((end, to + taken))
        }) else {
            return false;
        };
        self.at += by + taken;
        self.dates(from, end)
    }

    /// Puts a range of dates, if it is one.
    fn dates(&mut self, mut from: YearDay, end: YearDay) -> bool {
        if end.year.is_some() && from.year.is_none() {
            let over = (from.month, from.day) > (end.month, end.day);
            from.year = end.year.map(|year| year - i16::from(over));
        }
        if from.year.is_some() != end.year.is_some() || from.year.is_some() && from > end {
            return false;
        }
        self.put(HoursItem::Dates(Dates::Days(from, end)))
    }

    /// Consumes `le mois d’`, `tout le mois de` before a month.
    fn month_of(&mut self) {
        let first = self.at;
        self.any(&[&["tout", "le"], &["toute", "la"]]);
        let said = self.any(&[
            &["mois", "d", "'"],
            &["mois", "de"],
            &["month", "of"],
            &["months", "of"],
        ]);
        if !said || self.month(0).is_none() {
            self.at = first;
        }
    }

    /// Dates, months, years.
    pub(super) fn calendar(&mut self) -> bool {
        self.month_of();
        let first = self.at;
        if self.range_of_dates() {
            return true;
        }
        self.at = first;
        if let Some((from, taken)) = self.date(0) {
            if let Some(to) = self.to(taken)
                && let Some((end, more)) = self.date(taken + to)
            {
                self.at += taken + to + more;
                let read = self.dates(from, end);
                if !read {
                    self.at = first;
                }
                return read;
            }
            self.at += taken;
            return self.put(HoursItem::Dates(Dates::Days(from, from)));
        }
        // `du 1er au 15 août`.
        if let Some((day, length)) = self.day_of_month(0)
            && let Some(to) = self.to(length)
            && let Some((end, more)) = self.date(length + to)
            && day <= end.day
        {
            self.at += length + to + more;
            return self.put(HoursItem::Dates(Dates::Days(YearDay { day, ..end }, end)));
        }
        if let Some((days, taken)) = self.days_of_a_month() {
            self.at += taken;
            let dates = days
                .iter()
                .map(|day| HoursItem::Dates(Dates::Days(*day, *day)));
            self.items.extend(dates);
            return true;
        }
        if let Some(from) = self.month(0) {
            self.at += 1;
            let mut until = from;
            if let Some(to) = self.to(0)
                && let Some(end) = self.month(to)
            {
                self.at += to + 1;
                until = end;
            }
            self.put(HoursItem::Dates(Dates::Months(from, until)));
            if let Some(year) = self.year(0) {
                self.at += 1;
                self.put(HoursItem::Years(Years {
                    from: year,
                    to: Some(year),
                }));
            }
            return true;
        }
        let first = self.at;
        if self.words(&["a", "partir", "de"]) || self.words(&["from"]) {
            if let Some(from) = self.year(0) {
                self.at += 1;
                let to = self.last_year();
                if to.is_none() && self.word(0) == "on" {
                    self.at += 1;
                }
                return self.put(HoursItem::Years(Years { from, to }));
            }
            self.at = first;
        }
        let Some(from) = self.year(0) else {
            return false;
        };
        self.at += 1;
        let to = self.last_year().or(Some(from));
        self.put(HoursItem::Years(Years { from, to }))
    }

    /// The second year of a range, if one follows.
    fn last_year(&mut self) -> Option<i16> {
        let to = self.to(0)?;
        let year = self.year(to)?;
        self.at += to + 1;
        Some(year)
    }
}
