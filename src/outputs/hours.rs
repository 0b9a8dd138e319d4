//! Opening hours in words: `du lundi au vendredi de 9 h à 12 h, fermé les jours fériés`.
//!
//! The wording comes from the lines of a [`Timetable`], which give the same minutes as what was written. Some
//! hours have none: times of the sun, days counted from a holiday, weeks by number. They are shown as
//! written, and the check `unreadable-hours` tells their editor.

use super::words::Words;
use crate::model::hours::Hours;
use crate::model::hours::calendar::{
    CalendarPeriod, Dates, Days, Holidays, WeekDays, Weeks, YearDay, Years,
};
use crate::model::hours::rules::{DAY, TimeSpan};
use crate::model::hours::timetable::{About, Says, TimetableLine};

impl Words<'_> {
    /// Opening hours in words, one line for each set of days with the same hours; closures follow on the line
    /// of the opening hours if there is only one. Without words, what was written.
    pub fn hours(&self, hours: &Hours) -> Vec<String> {
        self.hours_in_words(hours)
            .unwrap_or_else(|| vec![hours.written.clone()])
    }

    /// Opening hours in words, line by line as [`hours`](Self::hours) gives them; `None` if there are no words for
    /// them.
    pub fn hours_in_words(&self, hours: &Hours) -> Option<Vec<String>> {
        let mut lines: Vec<String> = Vec::new();
        for line in &hours.timetable.as_ref()?.lines {
            let said = self.line_of_hours(line)?;
            // After several lines it would seem to apply only to the last.
            match lines.as_mut_slice() {
                [first] if matches!(line.about, About::Closed(_)) => {
                    first.push_str(&self.text("comma"));
                    first.push_str(&said);
                }
                _ => lines.push(said),
            }
        }
        Some(lines)
    }

    fn line_of_hours(&self, line: &TimetableLine) -> Option<String> {
        let mut when = self.when(&line.period, &line.days)?;
        let calendar = self.when(&line.period, &Days::ALL)?;
        if matches!(line.about, About::Closed(_)) && !calendar.is_empty() && calendar != when {
            // `fermé en août, le mercredi` would be closed all August.
            let days = self.when(&CalendarPeriod::default(), &line.days)?;
            when = format!("{days} {calendar}");
        }
        match &line.about {
            About::Open(says) => self.open(line, &when, says),
            About::Also(says) => {
                let said = self.open(line, &when, says)?;
                Some(self.format("hours-also", &[("hours", &said)]))
            }
            About::Otherwise(says) => {
                let said = self.open(line, &when, says)?;
                Some(self.format("hours-else", &[("hours", &said)]))
            }
            About::Closed(comment) => {
                let times = self.times(&line.spans);
                let when = self.days_and_times(when, times);
                let said = if when.is_empty() {
                    self.text("hours-always-closed")
                } else {
                    self.format("hours-closed", &[("days", &when)])
                };
                Some(self.with_comment(said, comment.as_ref()))
            }
        }
    }

    fn open(&self, line: &TimetableLine, when: &str, says: &Says) -> Option<String> {
        let whole_days = line.spans.is_empty() || line.spans == [TimeSpan::DAY];
        let every_day = || match line.about {
            About::Otherwise(_) => String::new(),
            _ => self.text("hours-every-day"),
        };
        if says.open {
            let said = match (when.is_empty(), whole_days) {
                (true, true) => self.text("hours-always"),
                (false, true) => {
                    format!("{when}{}{}", self.text("comma"), self.text("hours-all-day"))
                }
                (true, false) => self.days_and_times(every_day(), self.times(&line.spans)),
                (false, false) => self.days_and_times(when.to_owned(), self.times(&line.spans)),
            };
            return Some(self.with_comment(said, says.comment.as_ref()));
        }
        // `We unknown "sur rendez-vous"`: open or not, depending on the comment. Without a comment, it would
        // mean nothing.
        let comment = self.set(says.comment.as_ref()?);
        let said = match (when.is_empty(), whole_days) {
            (true, true) => return Some(comment),
            (false, true) => when.to_owned(),
            (true, false) => self.days_and_times(every_day(), self.times(&line.spans)),
            (false, false) => self.days_and_times(when.to_owned(), self.times(&line.spans)),
        };
        Some(format!("{said}{} {comment}", self.text("colon")))
    }

    fn days_and_times(&self, days: String, times: String) -> String {
        match (days.is_empty(), times.is_empty()) {
            (true, _) => times,
            (_, true) => days,
            _ => self.format("hours-line", &[("days", &days), ("times", &times)]),
        }
    }

    fn with_comment(&self, said: String, comment: Option<&String>) -> String {
        match comment {
            Some(comment) => super::words::aside(&said, &self.set(comment)),
            None => said,
        }
    }

    /// The part of the calendar and the days: `en juillet et en août, du lundi au vendredi`; empty for every
    /// day.
    fn when(&self, period: &CalendarPeriod, days: &Days) -> Option<String> {
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

    /// The times of a day; empty for the whole day.
    fn times(&self, spans: &[TimeSpan]) -> String {
        if spans == [TimeSpan::DAY] {
            return String::new();
        }
        let parts: Vec<String> = spans.iter().map(|span| self.span(*span)).collect();
        self.list(&parts)
    }

    fn span(&self, span: TimeSpan) -> String {
        let (from, to) = (self.time(span.from), self.time(span.to));
        let args = [("from", &*from), ("to", &*to)];
        if span.open_end && span.from == span.to {
            return self.format("hours-from", &args[..1]);
        }
        let said = if span.is_overnight() {
            self.format("hours-overnight", &args)
        } else {
            self.format("hours-range", &args)
        };
        if span.open_end {
            return self.format("hours-or-later", &[("hours", &said)]);
        }
        said
    }

    fn time(&self, minutes: u16) -> String {
        let minutes = if minutes > DAY {
            minutes - DAY
        } else {
            minutes
        };
        let (hour, minute) = ((minutes / 60).to_string(), minutes % 60);
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
        let hours = Hours::read(written).unwrap();
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
                "le lundi, le mardi, le jeudi et le vendredi de 9 h à 17 h; \
                 le mercredi de 9 h à 17 h et de 18 h à 20 h",
            ),
            (
                "Mo-Fr 09:00-17:00; Mo 12:00-14:00 off",
                "le lundi de 9 h à 12 h et de 14 h à 17 h; \
                 du mardi au vendredi de 9 h à 17 h",
            ),
            (
                "Mo-Fr 08:00-18:00; 12:00-13:00 off",
                "du lundi au vendredi de 8 h à 12 h et de 13 h à 18 h",
            ),
            (
                "Mo-Fr 09:00-12:00; Sa 10:00-12:00 unknown \"appeler avant\"",
                "du lundi au vendredi de 9 h à 12 h; le samedi de 10 h à 12 h : appeler avant",
            ),
            (
                "SH Mo-Fr 09:00-12:00",
                "pendant les vacances scolaires, du lundi au vendredi de 9 h à 12 h",
            ),
            (
                "Mo-Fr 09:00-12:00+",
                "du lundi au vendredi de 9 h à 12 h ou plus tard",
            ),
            (
                "Mo-Fr 00:00-24:00",
                "du lundi au vendredi, 24 heures sur 24",
            ),
            (
                "2026+ Mo-Fr 09:00-12:00",
                "à partir de 2026, du lundi au vendredi de 9 h à 12 h",
            ),
            (
                "Mo, Tu, We 09:00-12:00",
                "du lundi au mercredi de 9 h à 12 h",
            ),
            (
                "Mo-Fr 09:00-12:00; Jul 14, Nov 11 off",
                "du lundi au vendredi de 9 h à 12 h, fermé le 14 juillet et le 11 novembre",
            ),
            (
                "Mo-Fr 09:00-17:00; Sa 09:00-12:00; Aug Mo-Fr 09:00-12:00",
                "du lundi au vendredi de 9 h à 17 h; le samedi de 9 h à 12 h; \
                 en août, du lundi au samedi de 9 h à 12 h",
            ),
            ("Fr 22:00-03:00", "le vendredi de 22 h à 3 h le lendemain"),
            ("09:00-12:00", "tous les jours de 9 h à 12 h"),
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
                "du lundi au vendredi de 9 h à 12 h; sinon, sur rendez-vous",
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
    fn words_agree_with_their_day_and_dates_have_years() {
        for (language, written, said) in [
            (
                "pt",
                "Tu[1,3] 14:00-16:00",
                "na primeira e na terceira terça-feira do mês, das 14h00 às 16h00",
            ),
            (
                "pt",
                "Sa[-1] 14:00-16:00",
                "no último sábado do mês, das 14h00 às 16h00",
            ),
            (
                "uk",
                "Tu[1,3] 14:00-16:00",
                "перший і третій вівторок місяця: 14:00–16:00",
            ),
            (
                "uk",
                "Su[-1] 14:00-16:00",
                "остання неділя місяця: 14:00–16:00",
            ),
            (
                "ro",
                "Tu[1,3] 14:00-16:00",
                "prima și a treia zi de marți din lună, de la 14:00 la 16:00",
            ),
            ("es", "2027 Jan 1 off", "cerrado el 1 de enero de 2027"),
            (
                "ar",
                "Apr-Sep Tu[1] 10:00-12:00",
                "من أبريل إلى سبتمبر، الثلاثاء الأول من الشهر، من 10:00 إلى 12:00",
            ),
        ] {
            assert_eq!(
                in_words(written, Language::parse(language).unwrap()),
                said,
                "{written}"
            );
        }
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
