//! Days, and how people write them.

use std::fmt;

use jiff::civil;
use serde_json::{Value as Json, json};

use crate::diagnostics::{Code, Diagnostic};
use crate::model::decoder::Decoder;
use crate::model::record::{Decode, FieldInput};
use crate::spelling::fold_key;
use crate::yaml::Node;

/// A day, written `2026-10-01` (ISO 8601).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub civil::Date);

impl Default for Date {
    fn default() -> Self {
        Self::ZERO
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:04}-{:02}-{:02}",
            self.0.year(),
            self.0.month(),
            self.0.day()
        )
    }
}

impl Date {
    /// A day before all others: nothing is overdue on it.
    pub const ZERO: Self = Self(civil::Date::ZERO);

    /// Reads `2026-10-01`, with or without a time of day after it.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, time) = text.split_at(text.find(['T', ' ']).unwrap_or(text.len()));
        // A time of day has digits; words after the day would be lost.
        if time.contains(|c: char| c.is_alphabetic() && !matches!(c, 'T' | 'Z')) {
            return None;
        }
        let well_formed = day.len() == 10 && day.as_bytes()[0].is_ascii_digit();
        let date = well_formed.then(|| day.parse::<civil::Date>().ok())??;
        (date.year() >= 1).then_some(Self(date))
    }
}

impl Decode for Date {
    const INPUT: FieldInput = FieldInput::Date;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(node, "date")?;
        if let Some(date) = Self::parse(text) {
            return Some(date);
        }
        let found = Diagnostic::new(Code::BadDate, decoder.location(node)).with("value", text);
        match Written::of(text) {
            Written::Day(date) => {
                decoder.as_meant(node, "date", &date.to_string());
                Some(date)
            }
            Written::OnAnother(date) => {
                let found = found
                    .with("cause", "weekday")
                    .with("weekday", WEEKDAYS[weekday(date)].1)
                    .with("meant", date.to_string());
                decoder.report(found.help("help-weekday").offer_instead(date.to_string()));
                None
            }
            Written::Among(date) => {
                let found = found.with("cause", "other").with("meant", date.to_string());
                decoder.report(found.help("help-among").offer_instead(date.to_string()));
                None
            }
            Written::Nothing => {
                let found = found.with("cause", "other");
                let days = plausible(text).into_iter();
                decoder.report(days.fold(found, |found, day| found.offer_instead(day.to_string())));
                None
            }
        }
    }

    fn schema() -> Json {
        json!({ "type": "string", "format": "date" })
    }
}

const MONTHS: [(&str, &str); 12] = [
    ("janvier", "january"),
    ("fevrier", "february"),
    ("mars", "march"),
    ("avril", "april"),
    ("mai", "may"),
    ("juin", "june"),
    ("juillet", "july"),
    ("aout", "august"),
    ("septembre", "september"),
    ("octobre", "october"),
    ("novembre", "november"),
    ("decembre", "december"),
];

/// From Monday on.
const WEEKDAYS: [(&str, &str); 7] = [
    ("lundi", "monday"),
    ("mardi", "tuesday"),
    ("mercredi", "wednesday"),
    ("jeudi", "thursday"),
    ("vendredi", "friday"),
    ("samedi", "saturday"),
    ("dimanche", "sunday"),
];

/// Folded words that may precede a day and only repeat the name of its field.
const BEFORE: &[&str] = &[
    "le", "du", "au", "on", "the", "verifie", "verifiee", "relu", "relue", "publie", "publiee",
    "mis", "mise", "a", "jour", "maj", "depuis", "jusqu'au", "checked", "until", "since",
];

/// What a text that is not an ISO date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    /// One day.
    Day(Date),
    /// A day, with a weekday that does not match it.
    OnAnother(Date),
    /// One day, among other words.
    Among(Date),
    /// No day, or several.
    Nothing,
}

impl Written {
    /// Reads a day as people write it: `1/10/2026`, `01.10.26`, `2026/10/01`, `le jeudi 1er octobre 2026 à 14
    /// h 30`. The day precedes the month, as everywhere but in the United States.
    fn of(text: &str) -> Self {
        let text = fold_key(text);
        let mut words: Vec<&str> = text
            .split(['/', '.', '_', ',', ' ', '(', ')'])
            .filter(|part| !part.is_empty() && *part != ":")
            .map(|part| part.trim_end_matches(':'))
            .collect();
        let all = words.clone();
        without_time(&mut words);
        let mut said = None;
        while words.len() > 3 {
            let day = position(&WEEKDAYS, words[0], 3);
            if day.is_none() && !BEFORE.contains(&words[0]) {
                break;
            }
            said = said.or(day);
            words.remove(0);
        }
        match (day(&words), said) {
            (Some(date), Some(said)) if weekday(date) != said => Self::OnAnother(date),
            (Some(date), _) => Self::Day(date),
            (None, _) => Self::among(&all),
        }
    }

    fn among(words: &[&str]) -> Self {
        let mut days: Vec<Date> = words.windows(3).filter_map(day).collect();
        days.dedup();
        match days[..] {
            [date] => Self::Among(date),
            _ => Self::Nothing,
        }
    }
}

/// The days that a text without a valid one may mean, for the editor to choose: each of several, the last of the
/// month for one that the month does not have, the first of a month without a day, and the day in the order of the
/// United States.
fn plausible(text: &str) -> Vec<Date> {
    const MOST: usize = 4;
    let text = fold_key(text);
    let words = text.split(['/', '.', '_', '-', ',', ' ', '(', ')']);
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let of = |year: i16, month: usize, day: i8| {
        let first = civil::Date::new(year, i8::try_from(month).ok()?, 1).ok()?;
        let last = first.last_of_month();
        let exact = first.with().day(day).build();
        Some(Date(exact.unwrap_or(last)))
    };
    let year = |word: &str| match word.len() {
        4 => word.parse::<i16>().ok().filter(|year| *year >= 1),
        _ => None,
    };
    let month = |word: &str| match position(&MONTHS, word, 3) {
        Some(month) => Some(month + 1),
        None => word
            .parse::<usize>()
            .ok()
            .filter(|month| (1..=12).contains(month)),
    };
    let number = |word: &str| word.parse::<i8>().ok().filter(|day| (1..=31).contains(day));
    let mut days: Vec<Date> = words.windows(3).filter_map(day).collect();
    if days.is_empty() {
        days.extend(words.windows(3).filter_map(|words| match *words {
            [a, b, c] if year(a).is_some() => of(year(a)?, month(b)?, number(c)?),
            [a, b, c] => match month(b) {
                Some(month) => of(year(c)?, month, number(a)?),
                None => of(year(c)?, month(a)?, number(b)?),
            },
            _ => None,
        }));
    }
    if days.is_empty()
        && let [a, b] = *words
    {
        let first = match year(a) {
            Some(year) => month(b).and_then(|month| of(year, month, 1)),
            None => year(b).and_then(|year| of(year, month(a)?, 1)),
        };
        days.extend(first);
    }
    days.dedup();
    days.truncate(MOST);
    days
}

/// Day, month and year, in the order of words or in that of ISO.
fn day(words: &[&str]) -> Option<Date> {
    let [first, second, last] = *words else {
        return None;
    };
    let name = |word| position(&MONTHS, word, 3);
    let (day, month, year) = match (name(second), name(first)) {
        (Some(month), _) => (first, month + 1, last),
        (None, Some(month)) => (second, month + 1, last),
        (None, None) if first.len() == 4 => (last, second.parse().ok()?, first),
        (None, None) => (first, second.parse().ok()?, last),
    };
    let mut number = day;
    for end in ["er", "st", "nd", "rd", "th"] {
        number = number.strip_suffix(end).unwrap_or(number);
    }
    let year: i16 = match (year.len(), year.parse::<i16>().ok()?) {
        (2, short) => 2000 + short,
        (4, whole) => whole,
        _ => return None,
    };
    let date = civil::Date::new(year, i8::try_from(month).ok()?, number.parse().ok()?);
    date.ok().map(Date)
}

/// The index of a name or of an unambiguous prefix: « sept. » is a month, « ma » may be two days.
fn position(names: &[(&str, &str)], word: &str, least: usize) -> Option<usize> {
    let is_short =
        word.len() >= least && word != "jui" && word.bytes().all(|b| b.is_ascii_alphabetic());
    let begins = |name: &str| name == word || is_short && name.starts_with(word);
    names
        .iter()
        .position(|(french, english)| begins(french) || begins(english))
}

fn weekday(date: Date) -> usize {
    let from_monday = date.0.weekday().to_monday_zero_offset();
    usize::try_from(from_monday).unwrap_or_default()
}

/// Removes the time of day from the end: `à 14h30`, `14:00`, `14 h 30`.
fn without_time(words: &mut Vec<&str>) {
    let is_number = |word: &str| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
    let time = match words[..] {
        [.., hour, "h", minute] if is_number(hour) && is_number(minute) => 3,
        [.., hour, "h"] if is_number(hour) => 2,
        [.., time] if is_time(time) => 1,
        _ => return,
    };
    words.truncate(words.len() - time);
    if matches!(words.last(), Some(&("a" | "at" | "vers"))) {
        words.pop();
    }
}

/// `14h`, `14h30`, `14:00`, `14:00:00`.
fn is_time(word: &str) -> bool {
    let mut parts = word.split(['h', ':']);
    let hour = parts.next().and_then(|hour| hour.parse::<u8>().ok());
    let is_part = |part: &str| part.is_empty() || part.parse::<u8>().is_ok_and(|part| part < 60);
    hour.is_some_and(|hour| hour < 25) && word.contains(['h', ':']) && parts.all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> Written {
        Written::of(text)
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for not in ["2026-02-30", "1/10/2026", "2026-10-01 peut-être"] {
            assert_eq!(Date::parse(not), None);
        }
        assert!(Date::parse("2026-10-01T08:30:00Z").is_some());
        for unclear in [
            "octobre 2026",
            "31/11/2026",
            "1 ma 2026",
            "10/2026",
            "demain",
            "14h30",
            "du 1/10/2026 au 31/12/2026",
        ] {
            assert_eq!(written(unclear), Written::Nothing, "{unclear}");
        }
        for (text, days) in [
            ("2026-11-31", "2026-11-30"),
            ("31/11/2026", "2026-11-30"),
            ("octobre 2026", "2026-10-01"),
            ("10/2026", "2026-10-01"),
            ("2026-10", "2026-10-01"),
            ("10/25/2026", "2026-10-25"),
            ("du 1/10/2026 au 31/12/2026", "2026-10-01 2026-12-31"),
            ("demain", ""),
            ("40/40/2026", ""),
            ("0000-00-00", ""),
        ] {
            let plausible: Vec<String> = plausible(text).iter().map(Date::to_string).collect();
            assert_eq!(plausible.join(" "), days, "{text}");
        }
        let day = Date::parse("2026-10-01").unwrap();
        for meant in [
            "1/10/2026",
            "01.10.26",
            "1er octobre 2026",
            "1 October 2026",
            "le jeudi 1 oct. 2026",
            "2026/10/01",
            "1\u{a0}octobre 2026",
            "Thursday, October 1st, 2026",
            "jeu. 1-10-2026",
            "jeudi 2026-10-01",
            "1/10/2026 à 14h30",
            "1 octobre 2026, 14 h 30",
            "2026-10-01 à 9h",
            "vérifié le 1/10/2026",
            "Mise à jour : 1er octobre 2026",
            "jusqu’au 1/10/2026",
        ] {
            assert_eq!(written(meant), Written::Day(day), "{meant}");
        }
        assert_eq!(written("mardi 1er octobre 2026"), Written::OnAnother(day));
        for among in [
            "1/10/2026 par Léa",
            "2026-10-01 peut-être",
            "vers le 1er octobre 2026 ?",
        ] {
            assert_eq!(written(among), Written::Among(day), "{among}");
        }
    }
}
