//! Reads the lines of a timetable as a reader would, and checks that against the rules.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use rustc_hash::FxHashMap;

use super::calendar::{Day, Days};
use super::rules::{self, HoursRule, Minutes, OpeningState, TimeSpan};
use super::timetable::{About, Says, TimetableLine};

/// The minutes of a day as a reader understands them: the hours of the days and of the season, plus extra
/// hours, less closures; then the fallback.
fn minutes<'l>(lines: &'l [TimetableLine], yesterday: &Day, today: &Day) -> Minutes<'l> {
    let mut minutes = Minutes::default();
    for (day, tail) in [(yesterday, true), (today, false)] {
        for (span, says) in opened(lines, day) {
            minutes.paint_span(*span, state(says), tail, false);
        }
    }
    for (day, tail) in [(yesterday, true), (today, false)] {
        for line in lines.iter().filter(|line| holds(line, day)) {
            if let About::Closed(_) = &line.about {
                for span in times(line) {
                    minutes.paint_span(*span, OpeningState::Closed, tail, false);
                }
            }
        }
    }
    for line in lines {
        let About::Otherwise(says) = &line.about else {
            continue;
        };
        for (day, tail) in [(today, false), (yesterday, true)] {
            if holds(line, day) {
                for span in times(line) {
                    minutes.paint_span(*span, state(says), tail, true);
                }
            }
        }
    }
    minutes
}

/// The times that begin on a day.
fn opened<'l>(lines: &'l [TimetableLine], day: &Day) -> Vec<(&'l TimeSpan, &'l Says)> {
    let mut opened: Vec<(&TimeSpan, &Says)> = Vec::new();
    // Lines of one part of the calendar are adjacent, and form one table of its weeks.
    for table in lines.chunk_by(|a, b| is_weekly(a) && is_weekly(b) && a.period == b.period) {
        let Some(first) = table.first() else {
            continue;
        };
        let here = table.iter().filter(|line| holds(line, day));
        let about = |line: &'l TimetableLine| match &line.about {
            About::Open(says) => Some((line, says)),
            _ => None,
        };
        let here: Vec<_> = here.filter_map(about).collect();
        if is_weekly(first) && first.period.holds(day) || !here.is_empty() {
            opened.clear();
        }
        for (line, says) in here {
            opened.extend(times(line).iter().map(|span| (span, says)));
        }
    }
    for line in lines.iter().filter(|line| holds(line, day)) {
        if let About::Also(says) = &line.about {
            opened.extend(times(line).iter().map(|span| (span, says)));
        }
    }
    opened
}

fn is_weekly(line: &TimetableLine) -> bool {
    matches!(line.about, About::Open(_)) && matches!(line.days, Days::Week(_))
}

fn holds(line: &TimetableLine, day: &Day) -> bool {
    line.days.holds(day) && line.period.holds(day)
}

fn times(line: &TimetableLine) -> &[TimeSpan] {
    if line.spans.is_empty() {
        &[TimeSpan::DAY]
    } else {
        &line.spans
    }
}

fn state(says: &Says) -> OpeningState<'_> {
    let comment = says.comment.as_deref();
    match says.open {
        true => OpeningState::Open(comment),
        false => OpeningState::Unknown(comment),
    }
}

/// Whether the lines, as read, give the same minutes as the rules on every day.
pub fn says(lines: &[TimetableLine], rules: &[HoursRule]) -> bool {
    if lines.is_empty() {
        return false;
    }
    let pairs = pairs_of_days(rules);
    pairs.is_some_and(|pairs| {
        pairs.iter().all(|(yesterday, today)| {
            minutes(lines, yesterday, today) == rules::minutes(rules, yesterday, today)
        })
    })
}

/// Hours that name more years than this are not real: each year is walked through day by day.
const MOST_YEARS: usize = 12;

/// Days, each with the day before, including at least one of each kind that the rules distinguish. `None` if
/// they name too many years.
pub(super) fn pairs_of_days(rules: &[HoursRule]) -> Option<Vec<(Day, Day)>> {
    let parts = || rules.iter().flat_map(|rule| &rule.parts);
    let weekly = |days: &Days| matches!(days, Days::Week(_));
    let by_week_alone = parts().all(|part| {
        weekly(&part.days)
            && part.period.years.is_empty()
            && part.period.dates.is_empty()
            && part.period.weeks.is_empty()
    });
    let overnight = rules
        .iter()
        .flat_map(|rule| &rule.spans)
        .any(rules::reaches_tomorrow);
    let mut dates = Vec::new();
    if by_week_alone {
        dates.extend(days(date(2026, 11, 2), 7));
    } else {
        // Three years with nearly every weekday of every date, a 29 February and a week 53; plus the years
        // that are named.
        let mut years: Vec<i16> = vec![2026, 2027, 2028];
        for part in parts() {
            for named in &part.period.years {
                years.extend([named.from - 1, named.from, named.from + 1]);
                years.extend(named.to.iter().flat_map(|to| [*to, to + 1]));
            }
            for dates in &part.period.dates {
                if let super::calendar::Dates::Days(from, to) = dates {
                    years.extend([from, to].iter().filter_map(|day| day.year));
                }
            }
        }
        years.sort_unstable();
        years.dedup();
        if years.len() > MOST_YEARS {
            return None;
        }
        for year in years {
            if let Ok(first) = Date::new(year, 1, 1) {
                dates.extend(days(first, i64::from(first.days_in_year())));
            }
        }
    }
    let mut pairs: FxHashMap<Vec<bool>, (Day, Day)> = FxHashMap::default();
    // Most hours say nothing of holidays: a day is then the same whether it is one or not.
    let public = parts().any(|part| part.period.holidays.public);
    let school = parts().any(|part| part.period.holidays.school);
    let mut flags = vec![(false, false), (true, false), (false, true), (true, true)];
    flags.retain(|flag| (public || !flag.0) && (school || !flag.1));
    for today in dates {
        let Ok(yesterday) = today.yesterday() else {
            continue;
        };
        for before in flags.iter().take(if overnight { flags.len() } else { 1 }) {
            for now in &flags {
                let pair = (day(yesterday, *before), day(today, *now));
                let sort = parts().flat_map(|part| {
                    let holds = |day| part.days.holds(day) && part.period.holds(day);
                    [
                        holds(&pair.1),
                        part.period.holds(&pair.1),
                        overnight && holds(&pair.0),
                    ]
                });
                let weekday = (0..7).map(|weekday| pair.1.weekday() == weekday);
                pairs.entry(weekday.chain(sort).collect()).or_insert(pair);
            }
        }
    }
    Some(pairs.into_values().collect())
}

fn days(from: Date, count: i64) -> impl Iterator<Item = Date> {
    (0..count).filter_map(move |step| from.checked_add(step.days()).ok())
}

fn day(date: Date, (public_holiday, school_holiday): (bool, bool)) -> Day {
    Day {
        date,
        public_holiday,
        school_holiday,
    }
}
