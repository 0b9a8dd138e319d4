//! Dates, lengths of time and amounts of money.

use std::fmt;

use jiff::civil;
use serde_json::{Value as Json, json};

use crate::diagnostics::{Code, Diagnostic};
use crate::model::decoder::Decoder;
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
        let day = text.split(['T', ' ']).next().unwrap_or_default();
        let well_formed = day.len() == 10 && day.as_bytes()[0].is_ascii_digit();
        let date = well_formed.then(|| day.parse::<civil::Date>().ok())??;
        (date.year() >= 1).then_some(Self(date))
    }

    /// Reads `1/10/2026`, `01.10.26` or `1er octobre 2026`, which is not accepted but can be corrected.
    fn day_first(text: &str) -> Option<Self> {
        const MONTHS: [[&str; 2]; 12] = [
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
        let text = text.trim().to_lowercase();
        let mut parts = text
            .split(['/', '.', '-', ' '])
            .filter(|part| !part.is_empty());
        let day = parts.next()?.trim_end_matches("er").parse().ok()?;
        let month = parts.next()?;
        let named = MONTHS.iter().position(|names| names.contains(&month));
        let month = match named {
            Some(index) => i8::try_from(index).ok()? + 1,
            None => month.parse().ok()?,
        };
        let year: i16 = parts.next()?.parse().ok()?;
        let year = if year < 100 { 2000 + year } else { year };
        civil::Date::new(year, month, day).ok().map(Self)
    }
}

impl Decode for Date {
    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(node, "date")?;
        let date = Self::parse(text);
        if date.is_none() {
            let diagnostic =
                Diagnostic::new(Code::BadDate, decoder.location(node)).with("value", text);
            decoder.report(match Self::day_first(text) {
                Some(meant) => diagnostic
                    .with("nearest", meant.to_string())
                    .help("help-nearest"),
                None => diagnostic,
            });
        }
        date
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
    fn dates_are_iso_and_french_ones_are_corrected() {
        assert_eq!(Date::parse("2026-02-30"), None);
        assert_eq!(Date::parse("1/10/2026"), None);
        for written in [
            "1/10/2026",
            "01.10.26",
            "1er octobre 2026",
            "1 October 2026",
        ] {
            let meant = Date::day_first(written).map(|date| date.to_string());
            assert_eq!(meant.as_deref(), Some("2026-10-01"), "{written}");
        }
    }
}
