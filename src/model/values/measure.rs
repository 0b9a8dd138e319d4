//! Lengths of time and amounts of money.

use serde_json::{Value as Json, json};

use super::Date;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::decoder::Decoder;
use crate::model::record::{Decode, FieldInput};
use crate::spelling::{find, is_one_of};
use crate::yaml::{Node, Value};

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

/// A unit of time that calendars have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Year,
    Month,
    Week,
    Day,
}

const UNITS: &[(&str, Unit)] = &[
    ("year", Unit::Year),
    ("years", Unit::Year),
    ("y", Unit::Year),
    ("an", Unit::Year),
    ("ans", Unit::Year),
    ("année", Unit::Year),
    ("années", Unit::Year),
    ("month", Unit::Month),
    ("months", Unit::Month),
    ("m", Unit::Month),
    ("mois", Unit::Month),
    ("week", Unit::Week),
    ("weeks", Unit::Week),
    ("w", Unit::Week),
    ("semaine", Unit::Week),
    ("semaines", Unit::Week),
    ("day", Unit::Day),
    ("days", Unit::Day),
    ("d", Unit::Day),
    ("jour", Unit::Day),
    ("jours", Unit::Day),
    ("j", Unit::Day),
];

impl Period {
    /// Reads a number and a unit, in English or French.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let unit_at = text.find(|c: char| !c.is_ascii_digit())?;
        let number: u16 = text[..unit_at].parse().ok()?;
        let mut period = Self::default();
        match find(UNITS, text[unit_at..].trim_start_matches(['-', '_']))? {
            Unit::Year => period.years = number,
            Unit::Month => period.months = number,
            Unit::Week => period.days = number.checked_mul(7)?,
            Unit::Day => period.days = number,
        }
        Some(period)
    }
}

impl Period {
    /// The day this long after `day`; `None` beyond the end of the calendar.
    pub fn after(self, day: Date) -> Option<Date> {
        let span = jiff::Span::new()
            .try_years(self.years)
            .and_then(|span| span.try_months(self.months))
            .and_then(|span| span.try_days(self.days));
        day.0.checked_add(span.ok()?).ok().map(Date)
    }
}

impl Decode for Period {
    const INPUT: FieldInput = FieldInput::Period;

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

/// Whether a word is the currency that is meant where none is named.
pub fn is_euro(word: &str) -> bool {
    is_one_of(&["eur", "euro", "euros", "€"], word)
}

impl Money {
    /// Reads `25`, `25.50`, `25,50`, `1 234,50`, with or without `€` or `EUR` after it.
    pub fn parse(text: &str) -> Option<Self> {
        let number = text.trim().trim_end_matches('€');
        let number = number.trim_end_matches(char::is_alphabetic);
        let currency = &text.trim()[number.len()..];
        if !currency.is_empty() && !is_euro(currency) {
            return None;
        }
        let bare: String = number.chars().filter(|c| !c.is_whitespace()).collect();
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
        assert_eq!(cents("25 Euros"), Some(2500));
        assert_eq!(cents("25 francs"), None);
        assert_eq!(cents("25,505"), None);
        assert_eq!(cents("gratuit"), None);
        assert_eq!(cents("-3"), None);
        assert_eq!(cents(",50 €"), None);
        assert_eq!(cents("1234567890123 €"), None);
    }
}
