//! Dates, lengths of time and amounts of money.

use std::fmt;

use jiff::civil;
use serde_json::{Value as Json, json};

use crate::diagnostics::{Code, Diagnostic};
use crate::model::decoder::{Decoder, fold_key};
use crate::model::record::Decode;
use crate::yaml::{Node, Value};

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
    /// A day before all others: nothing is out of date on it.
    pub const ZERO: Self = Self(civil::Date::ZERO);

    /// Reads `2026-10-01`, with or without a time of day after it.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, time) = text.split_at(text.find(['T', ' ']).unwrap_or(text.len()));
        // A time of day has digits; words after the day say something that would be lost.
        if time.contains(|c: char| c.is_alphabetic() && !matches!(c, 'T' | 'Z')) {
            return None;
        }
        let well_formed = day.len() == 10 && day.as_bytes()[0].is_ascii_digit();
        let date = well_formed.then(|| day.parse::<civil::Date>().ok())??;
        (date.year() >= 1).then_some(Self(date))
    }

    /// Reads a day as people write it: `1/10/2026`, `01.10.26`, `2026/10/01`, `le jeudi 1er octobre 2026`. The day comes before the
    /// month, as everywhere but in the United States.
    fn as_people_write(text: &str) -> Option<Self> {
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
        const BEFORE: &[&str] = &[
            "le", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        ];
        let text = fold_key(text);
        let parts: Vec<&str> = text
            .split(['/', '.', '_', ',', ' '])
            .filter(|part| !part.is_empty() && !BEFORE.contains(part))
            .collect();
        let [first, month, last] = parts[..] else {
            return None;
        };
        // « sept. » is a month; « ma » may be two.
        let named = |(french, english): &(&str, &str)| {
            let short = month.len() >= 3 && french.starts_with(month);
            month == *french || month == *english || short && month != "jui"
        };
        let month = match MONTHS.iter().position(named) {
            Some(index) => i8::try_from(index).ok()? + 1,
            None => month.parse().ok()?,
        };
        let (day, year) = if first.len() == 4 {
            (last, first)
        } else {
            (first, last)
        };
        let day = day.trim_end_matches("er").parse().ok()?;
        let year: i16 = match year.len() {
            2 => 2000 + year.parse::<i16>().ok()?,
            4 => year.parse().ok()?,
            _ => return None,
        };
        civil::Date::new(year, month, day).ok().map(Self)
    }
}

impl Decode for Date {
    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(node, "date")?;
        if let Some(date) = Self::parse(text) {
            return Some(date);
        }
        let meant = Self::as_people_write(text);
        match meant {
            Some(date) => decoder.as_meant(node, "date", &date.to_string()),
            None => {
                let diagnostic = Diagnostic::new(Code::BadDate, decoder.location(node));
                decoder.report(diagnostic.with("value", text));
            }
        }
        meant
    }

    fn schema() -> Json {
        json!({ "type": "string", "format": "date" })
    }
}

/// A length of time in calendar units, written `12 months`, `2 ans`, `60 days` or `60d`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Period {
    /// Calendar years.
    pub years: u16,
    /// Calendar months.
    pub months: u16,
    /// Days; a week counts as seven.
    pub days: u16,
}

impl Period {
    /// Reads a number and a unit, in English or French.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let unit_at = text.find(|c: char| !c.is_ascii_digit())?;
        let number: u16 = text[..unit_at].parse().ok()?;
        let mut period = Self::default();
        match text[unit_at..].trim().to_lowercase().as_str() {
            "year" | "years" | "y" | "an" | "ans" | "année" | "années" => period.years = number,
            "month" | "months" | "m" | "mois" => period.months = number,
            "week" | "weeks" | "w" | "semaine" | "semaines" => {
                period.days = number.checked_mul(7)?;
            }
            "day" | "days" | "d" | "jour" | "jours" | "j" => period.days = number,
            _ => return None,
        }
        Some(period)
    }
}

impl Period {
    /// The day that lies this long after `day`; `None` beyond the calendar's end.
    pub fn after(self, day: Date) -> Option<Date> {
        let span = jiff::Span::new()
            .try_years(self.years)
            .and_then(|span| span.try_months(self.months))
            .and_then(|span| span.try_days(self.days));
        day.0.checked_add(span.ok()?).ok().map(Date)
    }
}

impl Decode for Period {
    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(node, "period")?;
        let period = Self::parse(text);
        if period.is_none() {
            let diagnostic = Diagnostic::new(Code::BadDuration, decoder.location(node));
            decoder.report(diagnostic.with("value", text));
        }
        period
    }

    fn schema() -> Json {
        json!({ "type": "string", "pattern": "^[0-9]+ ?[a-zé]+$" })
    }
}

/// An amount, in cents of a currency.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Money {
    /// Hundredths of the currency's unit.
    pub cents: u64,
}

impl Money {
    /// Reads `25`, `25.50`, `25,50`, `1 234,50`, with or without `€` or `EUR` after it.
    pub fn parse(text: &str) -> Option<Self> {
        let bare: String = text
            .trim()
            .trim_end_matches('€')
            .trim_end_matches("EUR")
            .trim_end_matches("euros")
            .trim_end_matches("euro")
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect();
        let (units, cents) = bare.split_once([',', '.']).unwrap_or((&bare, ""));
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if units.is_empty() || units.len() > 12 || !digits(units) || !digits(cents) {
            return None;
        }
        let cents: u64 = match cents.len() {
            0 => 0,
            1 => cents.parse::<u64>().ok()? * 10,
            2 => cents.parse().ok()?,
            _ => return None,
        };
        Some(Self {
            cents: units.parse::<u64>().ok()? * 100 + cents,
        })
    }
}

impl Decode for Money {
    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let Value::Scalar(text) = &node.value else {
            decoder.wrong_type(node, "money");
            return None;
        };
        let money = Self::parse(text);
        if money.is_none() {
            let diagnostic = Diagnostic::new(Code::BadMoney, decoder.location(node));
            decoder.report(diagnostic.with("value", text));
        }
        money
    }

    fn schema() -> Json {
        json!({ "type": ["number", "string"] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_read_as_it_is_written_in_french_and_english() {
        let cents = |text| Money::parse(text).map(|money| money.cents);
        assert_eq!(cents("25"), Some(2500));
        assert_eq!(cents("25,5 €"), Some(2550));
        assert_eq!(cents("1 234.50 EUR"), Some(123_450));
        assert_eq!(cents("25,505"), None);
        assert_eq!(cents("gratuit"), None);
        assert_eq!(cents("-3"), None);
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
        ] {
            assert_eq!(Date::as_people_write(unclear), None, "{unclear}");
        }
        for written in [
            "1/10/2026",
            "01.10.26",
            "1er octobre 2026",
            "1 October 2026",
            "le jeudi 1 oct. 2026",
            "2026/10/01",
            "1\u{a0}octobre 2026",
        ] {
            let meant = Date::as_people_write(written).map(|date| date.to_string());
            assert_eq!(meant.as_deref(), Some("2026-10-01"), "{written}");
        }
    }
}
