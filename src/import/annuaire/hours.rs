//! Opening hours of the directory: days, times and remarks.

use serde_json::Value;

use crate::import::loose::part;
use crate::markdown::slug;
use crate::model::hours::calendar::{CalendarPeriod, Days, Holidays, WeekDays};
use crate::model::hours::osm;
use crate::model::hours::rules::{DAY, DaySelector, HoursRule, Join, RuleKind, TimeSpan};
use crate::model::values::Hours;

const DAYS: [&str; 7] = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
];

/// What the directory says of the hours of an office.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct OfficeHours {
    /// In the OSM `opening_hours` syntax.
    pub written: Option<String>,
    /// What this syntax cannot say: remarks, and times that are none.
    pub note: Option<String>,
    /// The times that are none, as the source has them.
    pub unread: Vec<String>,
}

/// The days of a line: of the week, or public holidays.
enum OpenDays {
    Week(WeekDays),
    Holidays,
}

/// Reads the lines of a record, and its remark on all of them.
pub fn hours(lines: &[Value], remark: &str) -> OfficeHours {
    let mut week: [Vec<(u16, u16)>; 7] = Default::default();
    let mut holidays: Vec<(u16, u16)> = Vec::new();
    let mut remarks: Vec<(String, String)> = Vec::new();
    let mut unread: Vec<String> = Vec::new();
    let mut timed = 0;
    for line in lines {
        let days = days(line);
        let written = as_written(line);
        let said = match (&days, spans(line)) {
            (_, Some(spans)) if spans.is_empty() => written.is_empty(),
            (Some(OpenDays::Week(days)), Some(spans)) => {
                timed += 1;
                for (day, open) in week.iter_mut().enumerate() {
                    if days.has(day as u8) {
                        open.extend(&spans);
                    }
                }
                true
            }
            (Some(OpenDays::Holidays), Some(spans)) => {
                timed += 1;
                holidays.extend(spans);
                true
            }
            _ => false,
        };
        if !said {
            unread.push(written);
        }
        let remark = part(line, "commentaire");
        if !remark.is_empty() {
            remarks.push((label(line), remark));
        }
    }
    let rules = rules(&mut week, &mut holidays);
    let written = osm::written(&rules);
    let is_read = Hours::read(&written).is_ok_and(|hours| hours.timetable.is_some());
    if !is_read && timed > 0 {
        unread.extend(lines.iter().map(as_written).filter(|line| !line.is_empty()));
        unread.dedup();
    }
    let mut notes = of_remarks(remarks, timed.max(lines.len()));
    notes.extend(unread.iter().cloned());
    notes.push(remark.trim_end_matches(['.', ';', ' ']).to_owned());
    notes.retain(|note| !note.is_empty());
    let note = notes.join("\u{202f}; ");
    OfficeHours {
        written: is_read.then_some(written),
        note: (!note.is_empty()).then_some(note),
        unread,
    }
}

/// Remarks, each with its days, unless it is that of all lines.
fn of_remarks(remarks: Vec<(String, String)>, lines: usize) -> Vec<String> {
    let bare = |text: &str| text.trim_end_matches(['.', ';', ' ']).to_owned();
    let mut of_each: Vec<(Vec<String>, String)> = Vec::new();
    for (label, remark) in remarks {
        match of_each.iter_mut().find(|(_, other)| *other == remark) {
            Some((labels, _)) => labels.push(label),
            None => of_each.push((vec![label], remark)),
        }
    }
    let said = of_each.into_iter().map(|(mut labels, remark)| {
        let is_of_all = labels.len() == lines;
        labels.retain(|label| !label.is_empty());
        labels.dedup();
        match is_of_all || labels.is_empty() {
            true => bare(&remark),
            false => format!("{}\u{a0}: {}", labels.join(", "), bare(&remark)),
        }
    });
    said.collect()
}

/// The number of a day of the week, Monday being 0.
fn day(text: &str) -> Option<u8> {
    let name = slug(text);
    let at = DAYS.iter().position(|day| *day == name)?;
    u8::try_from(at).ok()
}

fn days(line: &Value) -> Option<OpenDays> {
    let (first, last) = (part(line, "nom_jour_debut"), part(line, "nom_jour_fin"));
    if slug(&first) == "jours-feries" && (last.is_empty() || last == first) {
        return Some(OpenDays::Holidays);
    }
    let from = day(&first)?;
    let to = if last.is_empty() { from } else { day(&last)? };
    Some(OpenDays::Week(WeekDays::range(from, to)))
}

/// The days of a line, in words.
fn label(line: &Value) -> String {
    let (first, last) = (part(line, "nom_jour_debut"), part(line, "nom_jour_fin"));
    let lower = |day: &str| match self::day(day).and_then(|day| DAYS.get(usize::from(day))) {
        Some(day) => (*day).to_owned(),
        None => day.to_owned(),
    };
    match (
        first.is_empty(),
        last.is_empty() || lower(&last) == lower(&first),
    ) {
        (true, _) => lower(&last),
        (false, true) => lower(&first),
        (false, false) => format!("{} à {}", lower(&first), lower(&last)),
    }
}

/// The four times of a line.
fn times(line: &Value) -> [String; 4] {
    ["debut_1", "fin_1", "debut_2", "fin_2"]
        .map(|which| part(line, &format!("valeur_heure_{which}")))
}

/// A line as the source has it, without its remark; empty if it says nothing else.
fn as_written(line: &Value) -> String {
    let times = times(line);
    let short = |time: &String| {
        time.strip_suffix(":00")
            .map_or_else(|| time.clone(), str::to_owned)
    };
    let span = |from: &String, to: &String| match (from.is_empty(), to.is_empty()) {
        (true, true) => String::new(),
        (false, true) => format!("à partir de {}", short(from)),
        (true, false) => format!("jusqu’à {}", short(to)),
        (false, false) => format!("{}-{}", short(from), short(to)),
    };
    let [from, to, again, end] = &times;
    let spans = [span(from, to), span(again, end)];
    let spans: Vec<String> = spans.into_iter().filter(|span| !span.is_empty()).collect();
    if spans.is_empty() {
        return match part(line, "commentaire").is_empty() {
            true => label(line),
            false => String::new(),
        };
    }
    format!("{} {}", label(line), spans.join(", "))
        .trim()
        .to_owned()
}

/// A time of day in minutes: `09:00:00`, `9:00`, `9h30`, `12 h`.
fn minutes(text: &str) -> Option<u16> {
    let text = text
        .to_lowercase()
        .replace(['h', '\u{a0}'], ":")
        .replace(' ', "");
    let mut parts = text.split(':');
    let number = |text: &str| -> Option<u16> {
        let is_number =
            (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| text.parse().ok())?
    };
    let hour = number(parts.next()?)?;
    let minute = match parts.next() {
        None | Some("") => 0,
        Some(minute) => number(minute)?,
    };
    let is_time = hour < 24 && minute < 60 || (hour, minute) == (24, 0);
    is_time.then_some(hour * 60 + minute)
}

/// The times of a line; `None` if one of them is none, or ends before it begins.
fn spans(line: &Value) -> Option<Vec<(u16, u16)>> {
    let times = times(line);
    let mut spans = Vec::new();
    for pair in times.chunks(2) {
        let [from, to] = pair else { continue };
        if from.is_empty() && to.is_empty() {
            continue;
        }
        let (from, to) = (minutes(from)?, minutes(to)?);
        // Midnight at the end of the day, and the last minute before it.
        let to = if to == 0 || to == DAY - 1 { DAY } else { to };
        if to <= from {
            return None;
        }
        spans.push((from, to));
    }
    Some(spans)
}

/// Times in order, those that touch as one.
fn joined(open: &mut Vec<(u16, u16)>) {
    open.sort_unstable();
    let mut joined: Vec<(u16, u16)> = Vec::new();
    for (from, to) in open.drain(..) {
        match joined.last_mut() {
            Some(last) if from <= last.1 => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    *open = joined;
}

/// Days with equal times share a rule.
fn rules(week: &mut [Vec<(u16, u16)>; 7], holidays: &mut Vec<(u16, u16)>) -> Vec<HoursRule> {
    let mut groups: Vec<(Vec<(u16, u16)>, WeekDays)> = Vec::new();
    for (day, open) in (0_u8..).zip(week.iter_mut()) {
        joined(open);
        if open.is_empty() {
            continue;
        }
        match groups.iter_mut().find(|(other, _)| other == open) {
            Some((_, days)) => days.insert(day),
            None => groups.push((open.clone(), WeekDays::range(day, day))),
        }
    }
    let rule = |open: &[(u16, u16)], part: DaySelector| {
        let whole = part.days == Days::ALL && part.period.is_always() && *open == [(0, DAY)];
        let span = |(from, to): &(u16, u16)| TimeSpan {
            from: *from,
            to: *to,
            open_end: false,
        };
        HoursRule {
            join: Join::Normal,
            parts: if whole { Vec::new() } else { vec![part] },
            spans: open.iter().map(span).collect(),
            kind: RuleKind::Open,
            comment: None,
            at: 0..0,
        }
    };
    let weekly = |(open, days): &(Vec<(u16, u16)>, WeekDays)| {
        let part = DaySelector {
            period: CalendarPeriod::default(),
            days: Days::Week(*days),
        };
        rule(open, part)
    };
    let mut rules: Vec<HoursRule> = groups.iter().map(weekly).collect();
    joined(holidays);
    if !holidays.is_empty() {
        let public = Holidays {
            public: true,
            school: false,
        };
        let period = CalendarPeriod {
            holidays: public,
            ..CalendarPeriod::default()
        };
        rules.push(rule(
            holidays,
            DaySelector {
                period,
                days: Days::ALL,
            },
        ));
    }
    rules
}
