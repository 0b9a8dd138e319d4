//! Reads the OSM `opening_hours` syntax (OpenStreetMap wiki, Key:opening_hours/specification) into [`HoursRule`]s.
//!
//! This reads exactly what guichet can put into words. `opening-hours-syntax` knows the whole syntax and
//! decides what is invalid, but its tree does not distinguish `SH Mo-Fr` (weekdays of the school holidays)
//! from `SH,Mo-Fr` (school holidays, and weekdays), has no positions, and takes `Mo, Tu 09:00-12:00` for a
//! Monday that is open day and night. Spaces are insignificant here, as in opening_hours.js.

mod dates;
mod selectors;

use super::calendar::Holidays;
use super::rules::{DAY, HoursRule, Join, RuleKind, TimeSpan, guessed_end};
use super::tokens::{Token, TokenKind as Is, tokens};

pub use super::written::written;
pub use dates::longest;

/// Two letters for each day, from Monday.
pub const DAYS: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/// Three letters for each month.
pub const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// The rules of a text; `None` if it is not in this syntax, or if a part of it has no words.
pub fn parse(text: &str) -> Option<Vec<HoursRule>> {
    let tokens = tokens(text)?;
    let mut reader = OsmParser {
        tokens: &tokens,
        at: 0,
    };
    let mut rules = Vec::new();
    let mut join = Join::Normal;
    loop {
        // An empty rule is ignored: `Mo-Fr 09:00-12:00;`.
        while join == Join::Normal && !rules.is_empty() && reader.sign(';') {}
        if reader.peek().is_none() && join == Join::Normal && !rules.is_empty() {
            return Some(rules);
        }
        rules.push(reader.rule(join)?);
        join = match reader.next() {
            None => return Some(rules),
            Some(Is::Sign(';')) => Join::Normal,
            Some(Is::Sign(',')) => Join::Additional,
            Some(Is::Sign('|')) if reader.sign('|') => Join::Fallback,
            Some(_) => return None,
        };
    }
}

struct OsmParser<'t> {
    tokens: &'t [Token<'t>],
    at: usize,
}

impl<'t> OsmParser<'t> {
    fn ahead(&self, by: usize) -> Option<Is<'t>> {
        self.tokens.get(self.at + by).map(|token| token.kind)
    }

    fn peek(&self) -> Option<Is<'t>> {
        self.ahead(0)
    }

    fn next(&mut self) -> Option<Is<'t>> {
        let next = self.peek()?;
        self.at += 1;
        Some(next)
    }

    /// Consumes a sign if it is next.
    fn sign(&mut self, sign: char) -> bool {
        let found = self.peek() == Some(Is::Sign(sign));
        self.at += usize::from(found);
        found
    }

    fn word(&self, by: usize) -> Option<&'t str> {
        match self.ahead(by)? {
            Is::Word(word) => Some(word),
            _ => None,
        }
    }

    fn number(&mut self) -> Option<u16> {
        match self.next()? {
            Is::Number(number, _) => Some(number),
            _ => None,
        }
    }

    /// Whether a time is `by` tokens ahead: `09:`.
    fn time_ahead(&self, by: usize) -> bool {
        matches!(self.ahead(by), Some(Is::Number(..)))
            && self.ahead(by + 1) == Some(Is::Sign(':'))
            && matches!(self.ahead(by + 2), Some(Is::Number(_, 2)))
    }

    fn rule(&mut self, join: Join) -> Option<HoursRule> {
        let first = self.at;
        let selectors = self.selectors()?;
        // Ambiguous: which would narrow which?
        if selectors.or_holidays != Holidays::default()
            && selectors.period.holidays != Holidays::default()
        {
            return None;
        }
        let always = self.always();
        let spans = if always {
            vec![TimeSpan::DAY]
        } else if self.time_ahead(0) {
            self.spans()?
        } else {
            Vec::new()
        };
        let kind = match self.word(0).map(str::to_ascii_lowercase).as_deref() {
            Some("off" | "closed") => Some(RuleKind::Closed),
            Some("open") => Some(RuleKind::Open),
            Some("unknown") => Some(RuleKind::Unknown),
            _ => None,
        };
        self.at += usize::from(kind.is_some());
        let comment = match self.peek() {
            Some(Is::Comment(comment)) if !comment.is_empty() => Some(comment.to_owned()),
            _ => None,
        };
        self.at += usize::from(comment.is_some());
        let last = self.at.checked_sub(1)?;
        if last < first {
            return None;
        }
        // A comment alone does not say whether anybody is there.
        let kind = match (kind, &comment) {
            (Some(kind), _) => kind,
            (None, Some(_)) => RuleKind::Unknown,
            (None, None) => RuleKind::Open,
        };
        let open_ends = spans.iter().filter(|span| span.open_end).count();
        let at_end = spans.last().is_some_and(|span| span.open_end);
        let meaningful = open_ends == 0 || open_ends == 1 && at_end && kind != RuleKind::Closed;
        meaningful.then(|| HoursRule {
            join,
            parts: selectors.parts(),
            spans,
            kind,
            comment,
            at: self.tokens[first].at.start..self.tokens[last].at.end,
        })
    }

    /// `24/7`.
    fn always(&mut self) -> bool {
        let found = self.peek() == Some(Is::Number(24, 2))
            && self.ahead(1) == Some(Is::Sign('/'))
            && self.ahead(2) == Some(Is::Number(7, 1));
        self.at += if found { 3 } else { 0 };
        found
    }

    fn spans(&mut self) -> Option<Vec<TimeSpan>> {
        let mut spans = Vec::new();
        loop {
            spans.push(self.span()?);
            if self.peek() == Some(Is::Sign(',')) && self.time_ahead(1) {
                self.at += 1;
            } else {
                return Some(spans);
            }
        }
    }

    fn span(&mut self) -> Option<TimeSpan> {
        let from = self.time().filter(|from| *from < DAY)?;
        if self.sign('+') {
            return Some(TimeSpan {
                from,
                to: from,
                open_end: true,
            });
        }
        if !self.sign('-') || !self.time_ahead(0) {
            return None;
        }
        let mut to = self.time()?;
        if to <= from {
            to += DAY;
        }
        let open_end = self.sign('+');
        let last = if open_end { guessed_end(to) } else { to };
        let sound = last <= 2 * DAY && self.peek() != Some(Is::Sign('/'));
        sound.then_some(TimeSpan { from, to, open_end })
    }

    fn time(&mut self) -> Option<u16> {
        let hour = self.number().filter(|hour| *hour <= 48)?;
        if !self.sign(':') {
            return None;
        }
        let minute = self.number().filter(|minute| *minute < 60)?;
        Some(hour * 60 + minute)
    }
}

/// Where a name is in a list, in capitals or not.
fn position(names: &[&str], word: &str) -> Option<u8> {
    let found = names
        .iter()
        .position(|name| name.eq_ignore_ascii_case(word))?;
    u8::try_from(found).ok()
}
