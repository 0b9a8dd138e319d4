//! Opening hours as people write them, in French or English: `du lundi au vendredi de 9h à 12h, le samedi 10h-12h, fermé en août`.
//!
//! A text is cut into items, these are grouped into clauses, and clauses become rules. What is
//! not certain is not read: an unknown word, or a day whose hours are given twice, gives an [`UnreadHours`] that
//! says which.

mod clauses;
mod dates;
mod days;
mod items;
mod meaning;
mod misspelt;
mod numbers;
mod order;
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

/// At no more words than these is a clause cut to find its part that cannot be read: each time, all before it is read.
const MOST_CUTS: usize = 24;

/// The rules that words mean.
///
/// # Errors
///
/// The part that could not be understood with certainty.
pub fn parse(text: &str) -> Result<Vec<HoursRule>, UnreadHours> {
    clauses::rules(items::items(text)?)
}

/// The part of words with which they cannot be read, as short as it is certain: what follows the longest beginning that can be read, up to
/// the next comma or full stop; or what precedes the first of these, if only the rest can. `None` if it is all of them, or if they can be
/// read.
pub fn unread_part(text: &str) -> Option<&str> {
    let ends = |c: char| matches!(c, ',' | ';' | '.' | '\n');
    let is_read = |part: &str| parse(part).is_ok();
    if text.len() > LONGEST || is_read(text) {
        return None;
    }
    let before = |at: usize| text.get(..at).unwrap_or_default();
    let cuts = |separates: fn(char) -> bool| text.rmatch_indices(separates).map(|(at, _)| at);
    let begun = cuts(ends).find(|at| is_read(before(*at)));
    let clause = begun.unwrap_or_default();
    let mut letters = text.char_indices();
    let ended = letters
        .find(|(at, letter)| *at > clause && ends(*letter))
        .map_or(text.len(), |(at, _)| at);
    // `mardi 9h-12h puis sur rendez-vous le matin`: the clause begins well.
    let within = cuts(char::is_whitespace)
        .filter(|at| (clause + 1..ended).contains(at))
        .take(MOST_CUTS)
        .find(|at| is_read(before(*at)))
        .map(|at| before_links(before(at)).len())
        .filter(|at| *at > clause);
    // `sauf le jeudi de 10h à 12h`: not the times alone are in question.
    let exception = within
        .filter(|_| parse(before(ended)) == Err(UnreadHours::Except))
        .and_then(|at| {
            let said = before(at).get(clause..)?.to_lowercase();
            let begins = |word: &str| said.rfind(word).map(|at| clause + at);
            [" sauf ", " hors ", " except"]
                .into_iter()
                .filter_map(begins)
                .max()
        });
    // One word or two say nothing without their clause.
    let says = |at: &usize| {
        let rest = text.get(*at..ended).unwrap_or_default();
        rest.split_whitespace().count() > 2
    };
    let from = exception.or(within.filter(says)).or(begun);
    let mut to = ended;
    if from.is_none() {
        let first = text.find(ends)?;
        to = is_read(text.get(first + 1..)?).then_some(first)?;
    }
    let part = text.get(from.unwrap_or_default()..to)?;
    let part = part.trim_start_matches(ends).trim();
    (!part.is_empty()).then_some(part)
}

/// A text without the words at its end that belong to what follows it: `…, et le`.
fn before_links(text: &str) -> &str {
    const MORE: &[&str] = &["and", "et", "puis", "un", "une", "+", "&", "-"];
    let mut rest = text.trim_end();
    while let Some((before, last)) = rest.rsplit_once(char::is_whitespace) {
        let last = items::fold(last);
        if !phrases::LINKS.contains(&last.as_str()) && !MORE.contains(&last.as_str()) {
            break;
        }
        rest = before.trim_end();
    }
    rest
}

#[cfg(test)]
mod tests;
