//! Opening hours as people write them, in French or English: `du lundi au vendredi de 9h à 12h, le samedi 10h-12h, fermé en août`.
//!
//! A text is cut into [items](items::Item), these into clauses, and clauses become rules. What is not sure is not read: a word
//! that is not known, or a day whose hours are said twice, gives an [`Unread`] that says which.

mod clauses;
mod dates;
mod items;
mod phrases;
mod times;

use super::rules::Rule;

/// Why words were not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// A word is not known, or not where it stands.
    Word(String),
    /// A clause names days and no hours, or hours that have no days, so that it says nothing.
    Incomplete,
    /// A date that no year has: `31 avril`.
    Date(String),
    /// A day has hours in two clauses: is it both, or the second instead of the first?
    Twice,
}

/// The rules that words come to.
///
/// # Errors
///
/// What could not be understood for sure.
pub fn parse(text: &str) -> Result<Vec<Rule>, Unread> {
    clauses::rules(items::items(text)?)
}
