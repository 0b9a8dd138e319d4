//! Opening hours in words: `du lundi au vendredi de 9 h à 12 h, fermé les jours fériés`.
//!
//! The wording comes from the lines of a [`Timetable`], which give the same minutes as what was written. Some
//! hours have none: times of the sun, days counted from a holiday, weeks by number. They are shown as
//! written, and the check `unreadable-hours` tells their editor.

mod calendar;

use crate::model::hours::Hours;
use crate::model::hours::calendar::{CalendarPeriod, Days};
use crate::model::hours::rules::{DAY, TimeSpan};
use crate::model::hours::timetable::{About, Says, TimetableLine};
use crate::outputs::words::{Words, aside};

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
            Some(comment) => aside(&said, &self.set(comment)),
            None => said,
        }
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
mod tests;
