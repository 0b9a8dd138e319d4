//! Opening hours as people write them, in French or English: `du lundi au vendredi de 9h à 12h, le samedi 10h-12h, fermé en août`.
//!
//! A text is cut into items, these are grouped into clauses, and clauses become rules. What is
//! not certain is not read: an unknown word, or a day whose hours are given twice, gives an [`UnreadHours`] that
//! says which.

mod clauses;
mod dates;
mod items;
mod meaning;
mod misspelt;
mod numbers;
mod parts;
mod phrases;
mod remarks;
mod signs;
mod times;

use super::rules::HoursRule;

/// Why words were not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum UnreadHours {
    /// An unknown word, or one in the wrong place.
    #[error("“{0}” is not understood there")]
    Word(String),
    /// A clause with days but no hours, or hours without days.
    #[error("there are days without hours, or hours without days")]
    Incomplete,
    /// A date that does not exist in any year: `31 avril`.
    #[error("“{0}” is not a day of any year")]
    Date(String),
    /// Hours after an exclusion, or an exception to a closure: open or closed at that time?
    #[error("an exception may mean open or closed")]
    Except,
    /// Only a closing time: `lundi jusqu’à 17h`.
    #[error("there is a closing time without an opening time")]
    Until,
    /// A part of the year of which one end is not said: `à partir du 1er septembre`.
    #[error("there is one end of a part of the year, but not the other")]
    Season,
    /// One in two, without saying which: `un mardi sur deux`.
    #[error("one week in two, without saying which")]
    EveryOther,
    /// A part of a day without times: `samedi matin`.
    #[error("a part of a day has no times")]
    Half,
    /// A day has hours in two clauses: does the second add to the first or replace it?
    #[error("a day has hours in two places")]
    Twice,
}

/// The longest text that is read, in bytes: a page of text is not opening hours, and the parsers need not find out.
pub const LONGEST: usize = 500;

/// The rules that words mean.
///
/// # Errors
///
/// The part that could not be understood with certainty.
pub fn parse(text: &str) -> Result<Vec<HoursRule>, UnreadHours> {
    clauses::rules(items::items(text)?)
}

/// The part of words with which they cannot be read: what follows the longest beginning that can be, up to the next comma or full stop; `None`
/// if it is all of them, or if they can be read.
pub fn unread_part(text: &str) -> Option<&str> {
    let ends = |c: char| matches!(c, ',' | ';' | '.' | '\n');
    if text.len() > LONGEST || parse(text).is_ok() {
        return None;
    }
    let mut cuts: Vec<usize> = text.match_indices(ends).map(|(at, _)| at).collect();
    cuts.retain(|at| text.get(..*at).is_some_and(|begun| parse(begun).is_ok()));
    let rest = text.get(*cuts.last()?..)?.trim_start_matches(ends).trim();
    let next = rest.find(ends).unwrap_or(rest.len());
    rest.get(..next)
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

#[cfg(test)]
mod tests;
