//! Opening hours as people write them, in French or English: `du lundi au vendredi de 9h à 12h, le samedi 10h-12h, fermé en août`.
//!
//! A text is cut into items, these are grouped into clauses, and clauses become rules. What is
//! not certain is not read: an unknown word, or a day whose hours are given twice, gives an [`UnreadHours`] that
//! says which.

mod clauses;
mod dates;
mod items;
mod meaning;
mod numbers;
mod phrases;
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

/// The rules that words mean.
///
/// # Errors
///
/// The part that could not be understood with certainty.
pub fn parse(text: &str) -> Result<Vec<HoursRule>, UnreadHours> {
    clauses::rules(items::items(text)?)
}

#[cfg(test)]
mod tests;
