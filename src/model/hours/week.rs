//! Opening hours that are the same every week, day by day: what a form has for them.

use super::Hours;
use super::calendar::{CalendarPeriod, Days, Holidays};
use super::osm::DAYS;
use super::rules::{DAY, TimeSpan};
use super::timetable::{About, Says};

/// The times of each day, Monday first; none for a day when it is closed.
pub type WeekTimes = [Vec<TimeSpan>; 7];

/// A week that is the same all year, except perhaps on public holidays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlainWeek {
    /// The times of each day.
    pub times: WeekTimes,
    /// Whether it is closed on public holidays.
    pub off_on_holidays: bool,
}

/// The week of these hours; `None` if they are not the same every week, or say more than times.
pub fn week_of(hours: &Hours) -> Option<PlainWeek> {
    let mut week = WeekTimes::default();
    let mut off_on_holidays = false;
    let mut closed = Vec::new();
    for line in &hours.timetable.as_ref()?.lines {
        let open = Says {
            open: true,
            comment: None,
        };
        let public_holidays = CalendarPeriod {
            holidays: Holidays {
                public: true,
                school: false,
            },
            ..CalendarPeriod::default()
        };
        if line.about == About::Closed(None)
            && line.period == public_holidays
            && line.days == Days::ALL
            && line.spans.is_empty()
        {
            off_on_holidays = true;
            continue;
        }
        let Days::Week(days) = &line.days else {
            return None;
        };
        if line.about == About::Closed(None)
            && line.period == CalendarPeriod::default()
            && line.spans.is_empty()
        {
            closed.extend(days.iter());
            continue;
        }
        let is_plain = |span: &TimeSpan| !span.open_end && span.from < span.to && span.to <= DAY;
        if line.about != About::Open(open)
            || line.period != CalendarPeriod::default()
            || line.spans.is_empty()
            || !line.spans.iter().all(is_plain)
        {
            return None;
        }
        for day in days.iter() {
            let times = week.get_mut(usize::from(day))?;
            // A day in two lines would be in words that a table has no place for.
            if !times.is_empty() {
                return None;
            }
            times.clone_from(&line.spans);
        }
    }
    // A day that is closed has no times.
    let has_times = |day: u8| {
        week.get(usize::from(day))
            .is_none_or(|times| !times.is_empty())
    };
    if closed.into_iter().any(has_times) {
        return None;
    }
    Some(PlainWeek {
        times: week,
        off_on_holidays,
    })
}

/// A week in the OSM syntax: days with the same times are one rule. Empty for a week without any times.
pub fn written_week(week: &PlainWeek) -> String {
    let mut rules: Vec<(Vec<usize>, &Vec<TimeSpan>)> = Vec::new();
    for (day, times) in week
        .times
        .iter()
        .enumerate()
        .filter(|(_, times)| !times.is_empty())
    {
        match rules.iter_mut().find(|(_, others)| *others == times) {
            Some((days, _)) => days.push(day),
            None => rules.push((vec![day], times)),
        }
    }
    let clock = |minutes: u16| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let rules = rules.iter().map(|(days, times)| {
        let days: Vec<&str> = days
            .iter()
            .filter_map(|day| DAYS.get(*day).copied())
            .collect();
        let times = times.iter();
        let times = times.map(|span| format!("{}-{}", clock(span.from), clock(span.to)));
        format!("{} {}", days.join(","), times.collect::<Vec<_>>().join(","))
    });
    let mut rules: Vec<String> = rules.collect();
    if week.off_on_holidays && !rules.is_empty() {
        rules.push("PH off".to_owned());
    }
    rules.join("; ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn times() -> impl Strategy<Value = Vec<TimeSpan>> {
        // Quarters of an hour, each span after the one before it.
        prop::collection::btree_set(0u16..=96, 0..6).prop_map(|marks| {
            let marks: Vec<u16> = marks.into_iter().collect();
            let spans = marks.chunks_exact(2);
            spans
                .map(|pair| TimeSpan {
                    from: pair[0] * 15,
                    to: pair[1] * 15,
                    open_end: false,
                })
                .collect()
        })
    }

    proptest! {
        #[test]
        fn a_week_reads_back(days in prop::collection::vec(times(), 7), off_on_holidays: bool) {
            let times: WeekTimes = days.try_into().unwrap();
            let week = PlainWeek { times, off_on_holidays };
            let written = written_week(&week);
            if written.is_empty() {
                return Ok(());
            }
            let hours = Hours::read(&written).unwrap();
            prop_assert_eq!(week_of(&hours), Some(week), "{}", written);
        }
    }

    #[test]
    fn what_is_more_than_a_week_is_none() {
        let week = |written: &str| week_of(&Hours::read(written).unwrap());
        let plain = week("du lundi au vendredi de 9h à 12h, samedi 10h-12h").unwrap();
        assert_eq!(plain.times.map(|times| times.len()), [1, 1, 1, 1, 1, 1, 0]);
        assert!(!plain.off_on_holidays);
        let closed = week("du lundi au vendredi de 9h à 12h, fermé les jours fériés").unwrap();
        assert!(closed.off_on_holidays);
        let off = week("du lundi au samedi de 9h à 12h, fermé le mercredi").unwrap();
        assert_eq!(off.times.map(|times| times.len()), [1, 1, 0, 1, 1, 1, 0]);
        for more in [
            "Mo-Fr 09:00-12:00; Aug off",
            "Mo[1] 09:00-12:00",
            "Mo-Fr 09:00+",
            "Fr 22:00-02:00",
            "Mo 09:00-12:00 \"sur rendez-vous\"",
            "PH 09:00-12:00",
            "Mo-Fr 09:00-12:00; PH,SH off",
            "Mo-Fr 09:00-12:00; PH closed \"sauf le 8 mai\"",
        ] {
            assert_eq!(week(more), None, "{more}");
        }
    }
}
