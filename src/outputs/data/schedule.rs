//! Opening hours as rules that repeat (RFC 5545, 3.3.10), as far as these can say them.

use crate::model::hours::Hours;
use crate::model::hours::calendar::Days;
use crate::model::hours::rules::{DAY, TimeSpan};
use crate::model::hours::timetable::{About, TimetableLine};

/// Times that repeat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recurrence {
    /// `WEEKLY` or `MONTHLY`.
    pub freq: &'static str,
    /// `MO,TU`; `1TU,-1FR` in a month.
    pub byday: String,
    /// When it opens, unless for the whole day.
    pub opens_at: Option<String>,
    /// When it closes, unless that is not known or after the whole day. Before the opening: on the next day.
    pub closes_at: Option<String>,
}

/// The days of the week, from Monday.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// The times at which a place is certainly open, all year round. Not those of a part of the year, of holidays and by
/// appointment: only words say them all.
pub fn recurrences(hours: &Hours) -> Vec<Recurrence> {
    let lines = hours
        .timetable
        .iter()
        .flat_map(|timetable| &timetable.lines);
    lines.flat_map(of_line).collect()
}

fn of_line(line: &TimetableLine) -> Vec<Recurrence> {
    let says = match &line.about {
        About::Open(says) | About::Also(says) => says,
        About::Closed(_) | About::Otherwise(_) => return Vec::new(),
    };
    if !says.open || says.comment.is_some() || !line.period.is_always() {
        return Vec::new();
    }
    let day = |day: u8| DAYS.get(usize::from(day)).copied().unwrap_or_default();
    let (freq, days): (_, Vec<String>) = match &line.days {
        Days::Week(days) => ("WEEKLY", days.iter().map(|at| day(at).to_owned()).collect()),
        Days::Nth(at, which) => (
            "MONTHLY",
            which
                .iter()
                .map(|nth| format!("{nth}{}", day(*at)))
                .collect(),
        ),
    };
    let times = match line.spans.as_slice() {
        [] => &[TimeSpan::DAY],
        spans => spans,
    };
    let times = times.iter().map(|span| {
        let is_whole = *span == TimeSpan::DAY;
        Recurrence {
            freq,
            byday: days.join(","),
            opens_at: (!is_whole).then(|| time(span.from)),
            closes_at: (!is_whole && !span.open_end).then(|| time(span.to)),
        }
    });
    times.collect()
}

/// A time of day in the form of ISO 8601.
fn time(minutes: u16) -> String {
    let minutes = minutes % DAY;
    format!("{:02}:{:02}:00", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(hours: &str) -> Vec<String> {
        let all = recurrences(&Hours::read(hours).unwrap());
        let all = all.into_iter().map(|one| {
            let time = |time: Option<String>| time.unwrap_or_else(|| "?".to_owned());
            let (from, to) = (time(one.opens_at), time(one.closes_at));
            format!("{} {} {from} {to}", one.freq, one.byday)
        });
        all.collect()
    }

    #[test]
    fn what_repeats_every_week_or_month_is_a_rule() {
        for (hours, expected) in [
            (
                "Mo-Fr 08:30-12:00,13:30-17:00; PH off",
                &[
                    "WEEKLY MO,TU,WE,TH,FR 08:30:00 12:00:00",
                    "WEEKLY MO,TU,WE,TH,FR 13:30:00 17:00:00",
                ][..],
            ),
            ("Mo 22:00-03:00", &["WEEKLY MO 22:00:00 03:00:00"]),
            ("Mo 20:00-24:00", &["WEEKLY MO 20:00:00 00:00:00"]),
            ("Tu 18:00+", &["WEEKLY TU 18:00:00 ?"]),
            ("24/7", &["WEEKLY MO,TU,WE,TH,FR,SA,SU ? ?"]),
            ("Tu[1] 09:00-12:00", &["MONTHLY 1TU 09:00:00 12:00:00"]),
            ("Fr[-1] 09:00-12:00", &["MONTHLY -1FR 09:00:00 12:00:00"]),
        ] {
            assert_eq!(said(hours), expected, "{hours}");
        }
    }

    #[test]
    fn a_later_rule_for_a_day_is_the_only_one() {
        let expected = [
            "WEEKLY MO,TU,TH,FR 09:00:00 12:00:00",
            "WEEKLY WE 14:00:00 16:00:00",
        ];
        assert_eq!(said("Mo-Fr 09:00-12:00; We 14:00-16:00"), expected);
    }

    #[test]
    fn what_does_not_repeat_so_is_left_to_words() {
        for hours in [
            "Aug Mo-Fr 09:00-12:00",
            "SH Mo 09:00-12:00",
            "week 1-53/2 Mo 09:00-12:00",
            "We 14:00-16:00 \"sur rendez-vous\"",
            "Mo-Fr unknown \"sur rendez-vous\"",
        ] {
            assert!(said(hours).is_empty(), "{hours}: {:?}", said(hours));
        }
    }
}
