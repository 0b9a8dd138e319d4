//! Opening hours in words: `du lundi au vendredi de 9 h à 12 h, fermé les jours fériés`.
//!
//! What is written is in the OSM `opening_hours` syntax (OpenStreetMap wiki, Key:opening_hours/specification). Some of it
//! has no words here: times of the sun, days counted from a holiday, weeks by their number. Such a rule stands as it was
//! written, and the check `unreadable-hours` tells its editor.

use opening_hours_syntax::rules::day::{
    Date, DateOffset, DaySelector, HolidayKind, Month, MonthdayRange, WeekDayRange, WeekRange,
    Weekday, YearRange,
};
use opening_hours_syntax::rules::time::{Time, TimeSelector, TimeSpan};
use opening_hours_syntax::rules::{RuleOperator, RuleSequence};
use opening_hours_syntax::{ExtendedTime, RuleKind};

use super::words::Words;
use crate::model::values::Hours;

impl Words<'_> {
    /// Opening hours in words, one line for each rule; what is closed follows on the line of what is open,
    /// where that is one rule.
    pub fn hours(&self, hours: &Hours) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for rule in &hours.expression.rules {
            let said = self.rule(rule).unwrap_or_else(|| rule.to_string());
            // After several rules it would seem to be about the last alone.
            match lines.as_mut_slice() {
                [line] if rule.kind == RuleKind::Closed => {
                    line.push_str(", ");
                    line.push_str(&said);
                }
                _ => lines.push(said),
            }
        }
        lines
    }

    /// A rule in words; `None` where there are none for it.
    pub fn rule(&self, rule: &RuleSequence) -> Option<String> {
        let period = self.period_of(&rule.day_selector)?;
        let days = self.days(&rule.day_selector.weekday)?;
        let when = [period, days];
        let when: Vec<&str> = when
            .iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        let when = when.join(", ");
        let comment = self.set(&rule.comment);
        let said = match rule.kind {
            RuleKind::Closed if when.is_empty() => self.text("hours-always-closed"),
            RuleKind::Closed => self.format("hours-closed", &[("days", &when)]),
            // `We unknown "sur rendez-vous"`: open or not, as the comment says.
            RuleKind::Unknown if comment.is_empty() => return None,
            RuleKind::Unknown if when.is_empty() => return Some(comment),
            RuleKind::Unknown => return Some(format!("{when}{} {comment}", self.text("colon"))),
            RuleKind::Open => {
                let times = self.times(&rule.time_selector)?;
                match (when.is_empty(), times.is_empty()) {
                    (true, true) if !comment.is_empty() => return Some(comment),
                    (true, true) => self.text("hours-always"),
                    (true, false) => times,
                    (false, true) => when,
                    (false, false) => {
                        self.format("hours-line", &[("days", &when), ("times", &times)])
                    }
                }
            }
        };
        let said = match rule.operator {
            RuleOperator::Normal => said,
            RuleOperator::Additional => self.format("hours-also", &[("hours", &said)]),
            RuleOperator::Fallback => self.format("hours-else", &[("hours", &said)]),
        };
        Some(if comment.is_empty() {
            said
        } else {
            format!("{said} ({comment})")
        })
    }

    /// The part of the year: `en juillet et août`, `du 24 décembre au 2 janvier`, `les semaines impaires`; empty where it
    /// is all of it.
    fn period_of(&self, selector: &DaySelector) -> Option<String> {
        let years = selector.year.iter().map(|range| self.years(range));
        let dates = selector.monthday.iter().map(|range| self.dates(range));
        let years: Vec<String> = years.collect::<Option<_>>()?;
        let dates: Vec<String> = dates.collect::<Option<_>>()?;
        let mut parts = vec![self.list(&years), self.list(&dates)];
        match selector.week.as_slice() {
            [] => {}
            [range] => parts.push(self.weeks(range)?),
            _ => return None,
        }
        parts.retain(|part| !part.is_empty());
        Some(parts.join(", "))
    }

    fn years(&self, range: &YearRange) -> Option<String> {
        let (range, step) = range.into_parts();
        let (from, to) = (range.start().0.to_string(), range.end().0.to_string());
        match (from == to, step) {
            (true, _) => Some(self.format("hours-year", &[("year", &from)])),
            (false, 1) => Some(self.format("hours-years", &[("from", &from), ("to", &to)])),
            _ => None,
        }
    }

    fn dates(&self, range: &MonthdayRange) -> Option<String> {
        match range {
            MonthdayRange::Month { range, year } => {
                let from = self.month(*range.start());
                let to = self.month(*range.end());
                let said = if range.start() == range.end() {
                    self.format("hours-month", &[("month", &from)])
                } else {
                    let number = (*range.start() as u8).to_string();
                    let args = [("number", &*number), ("from", &from), ("to", &to)];
                    self.format("hours-months", &args)
                };
                Some(match year {
                    Some(year) => format!("{said} {}", year.0),
                    None => said,
                })
            }
            MonthdayRange::Date { start, end } => {
                let from = self.day_of_year(*start)?;
                if start == end {
                    return Some(self.format("hours-one-date", &[("date", &from)]));
                }
                let to = self.day_of_year(*end)?;
                Some(self.format("hours-dates", &[("from", &from), ("to", &to)]))
            }
        }
    }

    /// `24 décembre`, `1er mai 2026`.
    fn day_of_year(&self, (date, offset): (Date, DateOffset)) -> Option<String> {
        let Date::Fixed { year, month, day } = date else {
            return None;
        };
        if offset != DateOffset::default() {
            return None;
        }
        let args = [("day", &*day.to_string()), ("month", &*self.month(month))];
        let said = self.format("date-short", &args);
        Some(match year {
            Some(year) => format!("{said} {}", year.0),
            None => said,
        })
    }

    fn month(&self, month: Month) -> String {
        self.text(&format!("month-{}", month as u8))
    }

    /// Every second week. Who knows the number of a week is rare; who knows whether it is odd less so.
    fn weeks(&self, range: &WeekRange) -> Option<String> {
        let (range, step) = range.into_parts();
        match (range.start().0, range.end().0, step) {
            (1, 51..=53, 2) => Some(self.text("hours-odd-weeks")),
            (2, 52..=53, 2) => Some(self.text("hours-even-weeks")),
            _ => None,
        }
    }

    fn days(&self, ranges: &[WeekDayRange]) -> Option<String> {
        let parts: Option<Vec<String>> = ranges.iter().map(|range| self.day_range(range)).collect();
        Some(self.list(&parts?))
    }

    fn day_range(&self, range: &WeekDayRange) -> Option<String> {
        match range {
            WeekDayRange::Holiday { kind, offset: 0 } => Some(self.text(match kind {
                HolidayKind::Public => "hours-public-holidays",
                HolidayKind::School => "hours-school-holidays",
            })),
            WeekDayRange::Fixed {
                range,
                offset: 0,
                nth_from_start,
                nth_from_end,
            } => {
                let (from, to) = (self.day(*range.start()), self.day(*range.end()));
                let is_every = nth_from_start.iter().chain(nth_from_end).all(|nth| *nth);
                match (is_every, range.start() == range.end()) {
                    (true, true) => Some(self.format("hours-one-day", &[("day", &from)])),
                    (true, false) => {
                        Some(self.format("hours-range-days", &[("from", &from), ("to", &to)]))
                    }
                    (false, true) => self.nth_days(&from, nth_from_start, nth_from_end),
                    (false, false) => None,
                }
            }
            WeekDayRange::Holiday { .. } | WeekDayRange::Fixed { .. } => None,
        }
    }

    /// `le premier et le troisième mardi du mois`.
    fn nth_days(&self, day: &str, from_start: &[bool; 5], from_end: &[bool; 5]) -> Option<String> {
        if from_end[1..].contains(&true) {
            return None;
        }
        let first = from_start.iter().enumerate().filter(|(_, nth)| **nth);
        let mut which: Vec<String> = first
            .map(|(index, _)| self.text(&format!("nth-{}", index + 1)))
            .collect();
        if from_end[0] {
            which.push(self.text("nth-last"));
        }
        Some(self.format(
            "hours-nth-day",
            &[("nth", &self.list(&which)), ("day", day)],
        ))
    }

    fn day(&self, day: Weekday) -> String {
        self.text(&format!("day-{}", day.number_from_monday()))
    }

    /// The times of a day; empty where they are the whole day.
    fn times(&self, selector: &TimeSelector) -> Option<String> {
        if *selector == TimeSelector::default() {
            return Some(String::new());
        }
        let parts: Option<Vec<String>> =
            selector.spans.iter().map(|span| self.span(span)).collect();
        Some(self.list(&parts?))
    }

    fn span(&self, span: &TimeSpan) -> Option<String> {
        let (Time::Fixed(from), Time::Fixed(to)) = (&span.range.start, &span.range.end) else {
            return None;
        };
        if span.repeats.is_some() {
            return None;
        }
        let from = self.time(*from);
        if span.open_end {
            return Some(self.format("hours-from", &[("from", &from)]));
        }
        Some(self.format("hours-range", &[("from", &from), ("to", &self.time(*to))]))
    }

    fn time(&self, time: ExtendedTime) -> String {
        let (hour, minute) = (time.hour() % 24, time.minute());
        let midnight = time.hour() == 24 && minute == 0;
        let hour = if midnight { 24 } else { hour }.to_string();
        if minute == 0 {
            self.format("time-hour", &[("hour", &hour)])
        } else {
            self.format(
                "time-minute",
                &[("hour", &hour), ("minute", &format!("{minute:02}"))],
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::language::Language;
    use crate::theme::Theme;

    fn in_words(written: &str, language: Language) -> String {
        let hours = Hours {
            written: written.to_owned(),
            expression: opening_hours_syntax::parse(written).unwrap(),
        };
        let (theme, _) = Theme::load(Path::new("/nonexistent"), None, &[language]);
        let lines = Words::of(&theme, language).hours(&hours);
        lines.join("; ").replace(['\u{a0}', '\u{202f}'], " ")
    }

    #[test]
    fn hours_are_said_as_people_say_them() {
        for (written, said) in [
            (
                "Mo-Fr 09:00-12:00; PH off",
                "du lundi au vendredi de 9 h à 12 h, fermé les jours fériés",
            ),
            (
                "Mo,We 08:30-12:00,13:30-17:00",
                "le lundi et le mercredi de 8 h 30 à 12 h et de 13 h 30 à 17 h",
            ),
            (
                "Mo-Fr 09:00-17:00, We 18:00-20:00",
                "du lundi au vendredi de 9 h à 17 h; et aussi le mercredi de 18 h à 20 h",
            ),
            (
                "Tu[1] 14:00-16:00",
                "le premier mardi du mois de 14 h à 16 h",
            ),
            (
                "Tu[1,3] 14:00-16:00",
                "le premier et le troisième mardi du mois de 14 h à 16 h",
            ),
            (
                "Fr[-1] 14:00-16:00",
                "le dernier vendredi du mois de 14 h à 16 h",
            ),
            (
                "Mo-Fr 09:00-12:00; Aug off",
                "du lundi au vendredi de 9 h à 12 h, fermé en août",
            ),
            (
                "Apr-Sep Mo-Fr 09:00-12:00",
                "d’avril à septembre, du lundi au vendredi de 9 h à 12 h",
            ),
            (
                "Mo-Fr 09:00-12:00; Dec 24-Jan 2 off",
                "du lundi au vendredi de 9 h à 12 h, fermé du 24 décembre au 2 janvier",
            ),
            (
                "Mo-Fr 09:00-12:00; 2026 May 1 off",
                "du lundi au vendredi de 9 h à 12 h, fermé le 1er mai 2026",
            ),
            (
                "week 1-53/2 Th 14:00-17:00",
                "les semaines impaires, le jeudi de 14 h à 17 h",
            ),
            (
                "Th unknown \"sur rendez-vous\"",
                "le jeudi : sur rendez-vous",
            ),
            (
                "Mo-Fr 09:00-12:00 || \"sur rendez-vous\"",
                "du lundi au vendredi de 9 h à 12 h; sur rendez-vous",
            ),
            ("24/7", "tous les jours, à toute heure"),
            ("Sa 09:00+", "le samedi à partir de 9 h"),
        ] {
            assert_eq!(in_words(written, Language::french()), said, "{written}");
        }
        let english = in_words("Tu[1] 14:00-16:00; Dec 25 off", Language::english());
        assert_eq!(
            english,
            "on the first Tuesday of the month, 14:00 to 16:00, closed on 25 December"
        );
    }

    #[test]
    fn what_has_no_words_stands_as_it_was_written() {
        for written in [
            "Mo-Fr sunrise-sunset",
            "week03-17/3 Mo 09:00-12:00",
            "easter 10:00-12:00",
        ] {
            assert_eq!(in_words(written, Language::french()), written);
        }
    }
}
