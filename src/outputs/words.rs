//! Typed values in the reader's words: dates, hours, money, lengths of time.

use std::borrow::Cow;

use opening_hours_syntax::rules::day::{HolidayKind, WeekDayRange, Weekday};
use opening_hours_syntax::rules::time::{Time, TimeSpan};
use opening_hours_syntax::rules::{RuleSequence, time::TimeSelector};
use opening_hours_syntax::{ExtendedTime, RuleKind};

use crate::catalogue::Catalogue;
use crate::language::Language;
use crate::markdown::typeset;
use crate::model::channel::PricedCost;
use crate::model::values::{Date, Hours, Period};
use crate::site::Site;

/// The words of one language.
#[derive(Clone, Copy)]
pub struct Words<'s> {
    catalogue: &'s Catalogue,
    french: bool,
}

impl<'s> Words<'s> {
    /// The words of the site's theme in this language.
    pub fn new(site: &'s Site, language: Language) -> Self {
        Self {
            catalogue: &site.theme.strings(language).catalogue,
            french: language.is_french(),
        }
    }

    /// An editor's plain text, typeset.
    pub fn set(&self, text: &str) -> String {
        typeset(text, self.french).into_owned()
    }

    /// The same, for a value that may be absent.
    pub fn set_option(&self, text: Option<&String>) -> Option<String> {
        text.map(|text| self.set(text))
    }

    /// A message of the theme.
    pub fn text(&self, key: &str) -> String {
        self.catalogue.text(key).into_owned()
    }

    /// A message of the theme, if it has it.
    pub fn find(&self, key: &str) -> Option<String> {
        self.catalogue.find(key, &[])
    }

    /// A kind of organization in the reader's words: `Caisse d’allocations familiales (Caf)`.
    pub fn kind(&self, kind: &str) -> String {
        let key = format!("kind-{}", crate::markdown::slug(kind));
        self.find(&key).unwrap_or_else(|| self.set(kind))
    }

    /// Several organizations of a kind: `Mairies`.
    pub fn kinds(&self, kind: &str) -> String {
        let key = format!("kinds-{}", crate::markdown::slug(kind));
        self.find(&key).unwrap_or_else(|| self.set(kind))
    }

    /// A message of the theme with arguments.
    pub fn format(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Cow<'_, str>)> = args
            .iter()
            .map(|(name, value)| (*name, Cow::Borrowed(*value)))
            .collect();
        self.catalogue.format(key, &args).into_owned()
    }

    /// `1er octobre 2026`.
    pub fn date(&self, date: Date) -> String {
        let month = self.text(&format!("month-{}", date.0.month()));
        self.format(
            "date-long",
            &[
                ("day", &date.0.day().to_string()),
                ("month", &month),
                ("year", &date.0.year().to_string()),
            ],
        )
    }

    /// `12 mois`.
    pub fn period(&self, period: Period) -> String {
        let parts = [
            (period.years, "period-years"),
            (period.months, "period-months"),
            (period.days, "period-days"),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, key)| self.format(key, &[("count", &count.to_string())]))
            .collect();
        parts.join(" ")
    }

    /// `25 €`, `25,50 €`, `25 € (en cas de perte)`.
    pub fn cost(&self, cost: &PricedCost) -> String {
        let (units, cents) = (cost.amount.cents / 100, cost.amount.cents % 100);
        let units = self.set(&group_thousands(units));
        let amount = if cents == 0 {
            units
        } else {
            format!("{units}{}{cents:02}", self.text("decimal-separator"))
        };
        let price = match cost.currency.as_deref() {
            None | Some("EUR") => self.format("money-euro", &[("amount", &amount)]),
            Some(currency) => format!("{amount}\u{a0}{currency}"),
        };
        match &cost.when {
            Some(when) => format!("{price} ({})", self.set(when)),
            None => price,
        }
    }

    /// Opening hours, one line for each rule: `du lundi au vendredi : de 9 h à 12 h`. A rule that these words cannot
    /// say stands as it was written.
    pub fn hours(&self, hours: &Hours) -> Vec<String> {
        let rules = &hours.expression.rules;
        rules
            .iter()
            .map(|rule| self.rule(rule).unwrap_or_else(|| rule.to_string()))
            .collect()
    }

    fn rule(&self, rule: &RuleSequence) -> Option<String> {
        let selector = &rule.day_selector;
        if !selector.year.is_empty() || !selector.monthday.is_empty() || !selector.week.is_empty() {
            return None;
        }
        let days = self.days(&selector.weekday)?;
        let comment = &*rule.comment;
        let said = match rule.kind {
            RuleKind::Closed if days.is_empty() => self.text("hours-always-closed"),
            RuleKind::Closed => self.format("hours-closed", &[("days", &days)]),
            RuleKind::Unknown => return None,
            RuleKind::Open => {
                let times = self.times(&rule.time_selector)?;
                match (days.is_empty(), times.is_empty()) {
                    (true, true) => self.text("hours-always"),
                    (true, false) => times,
                    (false, true) => days,
                    (false, false) => {
                        self.format("hours-line", &[("days", &days), ("times", &times)])
                    }
                }
            }
        };
        Some(if comment.is_empty() {
            said
        } else {
            format!("{said} ({})", self.set(comment))
        })
    }

    fn days(&self, ranges: &[WeekDayRange]) -> Option<String> {
        let parts: Option<Vec<String>> = ranges.iter().map(|range| self.day_range(range)).collect();
        Some(self.list(&parts?))
    }

    fn day_range(&self, range: &WeekDayRange) -> Option<String> {
        match range {
            WeekDayRange::Holiday { kind, offset: 0 } => Some(self.text(match kind {
                HolidayKind::Public => "hours-public-holidays",
                HolidayKind::School => "hours-school-holidays",
            })),
            WeekDayRange::Fixed {
                range,
                offset: 0,
                nth_from_start,
                nth_from_end,
            } if nth_from_start.iter().chain(nth_from_end).all(|nth| *nth) => {
                let (from, to) = (self.day(*range.start()), self.day(*range.end()));
                Some(if range.start() == range.end() {
                    self.format("hours-one-day", &[("day", &from)])
                } else {
                    self.format("hours-range-days", &[("from", &from), ("to", &to)])
                })
            }
            _ => None,
        }
    }

    fn day(&self, day: Weekday) -> String {
        self.text(&format!("day-{}", day.number_from_monday()))
    }

    /// The times of a day; empty where they are the whole day.
    fn times(&self, selector: &TimeSelector) -> Option<String> {
        if *selector == TimeSelector::default() {
            return Some(String::new());
        }
        let parts: Option<Vec<String>> =
            selector.spans.iter().map(|span| self.span(span)).collect();
        Some(self.list(&parts?))
    }

    fn span(&self, span: &TimeSpan) -> Option<String> {
        let (Time::Fixed(from), Time::Fixed(to)) = (&span.range.start, &span.range.end) else {
            return None;
        };
        if span.repeats.is_some() {
            return None;
        }
        let from = self.time(*from);
        if span.open_end {
            return Some(self.format("hours-from", &[("from", &from)]));
        }
        Some(self.format("hours-range", &[("from", &from), ("to", &self.time(*to))]))
    }

    fn time(&self, time: ExtendedTime) -> String {
        let (hour, minute) = (time.hour() % 24, time.minute());
        let midnight = time.hour() == 24 && minute == 0;
        let hour = if midnight { 24 } else { hour }.to_string();
        if minute == 0 {
            self.format("time-hour", &[("hour", &hour)])
        } else {
            self.format(
                "time-minute",
                &[("hour", &hour), ("minute", &format!("{minute:02}"))],
            )
        }
    }

    /// `a, b et c`.
    fn list(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                self.format("list-last", &[("first", &first.join(", ")), ("last", last)])
            }
        }
    }
}

/// The text with a capital at its beginning: editors write `si vous déménagez`, and it stands on a line of its own.
pub fn capitalised(text: String) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(characters).collect(),
        _ => text,
    }
}

/// `1234567` as `1 234 567`; four digits stay together, as in a year.
fn group_thousands(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() <= 4 {
        return digits;
    }
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .filter_map(|group| std::str::from_utf8(group).ok())
        .collect();
    groups.join(" ")
}
