//! Opening hours that are valid as written, but most likely not what was meant.

use super::osm::{DAYS, MONTHS, longest};
use super::rules::{DAY, HoursRule, RuleKind, TimeSpan};
use super::tokens::{Token, TokenKind as Is, tokens};

/// What an editor may have overlooked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoursOversight {
    /// `Mo, Tu 09:00-12:00`: other programs read a new rule after a comma with a space, and a Monday that is
    /// open day and night.
    SpacedDays,
    /// `Mo-Fr`: open day and night.
    NoHours,
    /// `14:00-12:00`: until noon the next day.
    Backwards,
    /// `09:00-12:00,11:00-17:00`: overlapping hours.
    Overlap,
}

/// The slips in hours of the OSM syntax, with the rule of each.
pub fn slips<'r>(text: &str, rules: &'r [HoursRule]) -> Vec<(HoursOversight, &'r HoursRule)> {
    let mut found = Vec::new();
    for rule in rules {
        let written = text.get(rule.at.clone()).unwrap_or_default();
        if has_spaced_days(written) {
            found.push((HoursOversight::SpacedDays, rule));
        }
        let says_open = written.to_ascii_lowercase().ends_with("open");
        if rule.spans.is_empty()
            && rule.kind == RuleKind::Open
            && rule.comment.is_none()
            && !says_open
        {
            found.push((HoursOversight::NoHours, rule));
        }
        if rule.spans.iter().any(is_backwards) {
            found.push((HoursOversight::Backwards, rule));
        }
        let overlaps = |(index, a): (usize, &TimeSpan)| {
            let mut others = rule.spans.iter().skip(index + 1);
            others.any(|b| a.from < b.to && b.from < a.to)
        };
        if rule.spans.iter().enumerate().any(overlaps) {
            found.push((HoursOversight::Overlap, rule));
        }
    }
    found
}

/// No counter is open for more than sixteen hours through a night.
fn is_backwards(span: &TimeSpan) -> bool {
    const LONGEST: u16 = 16 * 60;
    span.is_overnight() && span.to - span.from > LONGEST && span.to - DAY != span.from
}

fn has_spaced_days(rule: &str) -> bool {
    // Reads the pieces again only if there is such a comma.
    if !rule.contains(", ") {
        return false;
    }
    let tokens = tokens(rule).unwrap_or_default();
    let is_day = |token: &Token<'_>| match token.kind {
        Is::Word(word) => DAYS.iter().any(|day| day.eq_ignore_ascii_case(word)),
        _ => false,
    };
    tokens.windows(3).any(|three| match three {
        [a, comma, b] => is_day(a) && comma.kind == Is::Sign(',') && b.spaced && is_day(b),
        _ => false,
    })
}

/// A date that does not exist in any year, as written: `Apr 31`, `30 février`, `2027 Feb 29`.
pub fn impossible_date(text: &str) -> Option<String> {
    let tokens = tokens(text)?;
    let number = |at: Option<usize>| match tokens.get(at?)?.kind {
        Is::Number(number, digits) => Some((number, digits)),
        _ => None,
    };
    let is_sign = |at: usize, sign| {
        let token = tokens.get(at);
        token.is_some_and(|token| token.kind == Is::Sign(sign))
    };
    let year = |at: Option<usize>| {
        let (year, digits) = number(at)?;
        (digits == 4).then_some(year)
    };
    for (at, token) in tokens.iter().enumerate() {
        let Is::Word(word) = token.kind else {
            continue;
        };
        let before = at.checked_sub(1);
        // `Apr 31`; `Apr 08:00` is a time, and `1 May 2026` has another order.
        let english = MONTHS
            .iter()
            .position(|month| month.eq_ignore_ascii_case(word));
        let found = if let (Some(month), Some((day, 1 | 2))) = (english, number(Some(at + 1)))
            && !is_sign(at + 2, ':')
        {
            let year = year(before);
            let first = if year.is_some() { before } else { Some(at) };
            (!exists(day, month, year)).then_some((first, at + 1))
        } else if let (Some(month), Some((day, 1 | 2))) = (named(word), number(before))
            && !(at > 1 && is_sign(at - 2, ':'))
        {
            let year = year(Some(at + 1));
            let last = if year.is_some() { at + 1 } else { at };
            (!exists(day, month, year)).then_some((before, last))
        } else {
            None
        };
        if let Some((Some(first), last)) = found {
            let span = tokens.get(first)?.at.start..tokens.get(last)?.at.end;
            return text.get(span).map(str::to_owned);
        }
    }
    None
}

/// The month of this name, from 0.
fn named(word: &str) -> Option<usize> {
    const NAMES: [[&str; 2]; 12] = [
        ["janvier", "january"],
        ["février", "february"],
        ["mars", "march"],
        ["avril", "april"],
        ["mai", "may"],
        ["juin", "june"],
        ["juillet", "july"],
        ["août", "august"],
        ["septembre", "september"],
        ["octobre", "october"],
        ["novembre", "november"],
        ["décembre", "december"],
    ];
    let word = word.to_lowercase();
    NAMES
        .iter()
        .position(|names| names.contains(&word.as_str()))
}

fn exists(day: u16, month: usize, year: Option<u16>) -> bool {
    let month = i8::try_from(month + 1).unwrap_or_default();
    let in_year = year.and_then(|year| {
        let first = jiff::civil::Date::new(i16::try_from(year).ok()?, month, 1).ok()?;
        Some(first.days_in_month())
    });
    let last = in_year.unwrap_or(longest(month));
    i8::try_from(day).is_ok_and(|day| (1..=last).contains(&day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::hours::osm;

    #[test]
    fn slips_are_seen_and_what_is_meant_is_left_alone() {
        for (written, slip) in [
            ("Mo, Tu, We 09:00-12:00", Some(HoursOversight::SpacedDays)),
            ("Mo-Fr", Some(HoursOversight::NoHours)),
            ("Mo-Fr 14:00-12:00", Some(HoursOversight::Backwards)),
            (
                "Mo-Fr 09:00-12:00,11:00-17:00",
                Some(HoursOversight::Overlap),
            ),
            ("Mo,Tu,We 09:00-12:00, 14:00-17:00", None),
            ("Mo-Fr 09:00-12:00, Sa 10:00-12:00", None),
            ("Fr-Sa 18:00-08:00", None),
            ("24/7; PH off", None),
            ("Mo-Fr open", None),
            ("We \"sur rendez-vous\"", None),
        ] {
            let rules = osm::parse(written).unwrap();
            let found = slips(written, &rules).first().map(|(slip, _)| *slip);
            assert_eq!(found, slip, "{written}");
        }
    }

    #[test]
    fn dates_that_no_year_has_are_named() {
        for (written, date) in [
            ("Mo-Fr 09:00-12:00; Apr 31 off", Some("Apr 31")),
            ("2027 Feb 29 off", Some("2027 Feb 29")),
            ("2028 Feb 29 off", None),
            ("Feb 29 off", None),
            ("fermé le 31 avril", Some("31 avril")),
            ("Apr 08:00-12:00", None),
            ("de 9 h 30 en avril", None),
        ] {
            assert_eq!(impossible_date(written).as_deref(), date, "{written}");
        }
    }
}
