//! Changes fields of a YAML text. A field that keeps its value keeps its bytes: comments, order, quotes, spacing.
//!
//! A change is made to the tree of values first (`tree`); `reconcile` then finds the edits that make the text say what
//! the new tree says, and `fresh` writes what the text did not have. The result is read again, and must say it.

mod chunks;
mod comments;
mod flow;
mod fresh;
mod lines;
mod matched;
mod reconcile;
#[cfg(test)]
mod tests;
mod tree;

use std::borrow::Cow;

use super::apply;
use crate::yaml::{self, Vocabulary, YamlReading};
use reconcile::{Depth, Reconciler};

pub use tree::{FieldChange, FieldStep, FieldValue};

/// Why a field cannot be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum FieldError {
    /// The text has no place for it: a field of a list, an item of a record, or an item beyond the end.
    #[error("there is no such place in the fields")]
    NoSuchPlace,
    /// The way in which the text is written does not allow the change without changing others: a value that is used
    /// in two places, or lines that cannot be read.
    #[error("the fields are written in a way that does not allow this change")]
    Unclear,
}

/// The text of a block of YAML fields with changes, in order. `names` knows the fields: a field that the text has
/// under another of its names is the same, and a new one is added where it belongs.
///
/// # Errors
///
/// If a change has no place in these fields, or cannot be made without changing others.
pub fn change(
    text: &str,
    names: &dyn Vocabulary,
    changes: &[FieldChange],
) -> Result<String, FieldError> {
    let reading = yaml::read(text, names);
    let before = FieldValue::of_fields(&reading.node).ok_or(FieldError::Unclear)?;
    let mut wanted = before.clone();
    for change in changes {
        wanted.change(change, names)?;
    }
    if wanted == before {
        return Ok(text.to_owned());
    }
    let corrected = corrected(text, &reading);
    let attempts = [
        (Cow::Borrowed(text), Depth::Whole),
        (corrected.clone(), Depth::Whole),
        (corrected, Depth::Fields),
    ];
    for (text, depth) in attempts {
        let reread;
        let reading = match &text {
            Cow::Borrowed(_) => &reading,
            Cow::Owned(text) => {
                reread = yaml::read(text, names);
                &reread
            }
        };
        let reconciler = Reconciler::new(&text, depth);
        let edits = reconciler.root(&reading.node, &wanted);
        let Some(changed) = edits.and_then(|edits| apply(&text, &edits)) else {
            continue;
        };
        if says(&changed, names, &wanted, reading) {
            return Ok(changed);
        }
    }
    Err(FieldError::Unclear)
}

/// The text without its slips.
fn corrected<'t>(text: &'t str, reading: &YamlReading) -> Cow<'t, str> {
    let edits = reading.slips.iter().flat_map(|slip| slip.edits.clone());
    let edits: Vec<_> = edits.collect();
    match apply(text, &edits) {
        Some(corrected) if !edits.is_empty() => Cow::Owned(corrected),
        _ => Cow::Borrowed(text),
    }
}

/// Whether a text says this, and cannot be read where it could not be read before, but nowhere else.
fn says(text: &str, names: &dyn Vocabulary, wanted: &FieldValue, before: &YamlReading) -> bool {
    let reading = yaml::read(text, names);
    let kinds = |reading: &YamlReading| {
        let errors = reading.errors.iter();
        errors.map(|error| error.kind.clone()).collect::<Vec<_>>()
    };
    kinds(&reading) == kinds(before)
        && FieldValue::of_fields(&reading.node).is_some_and(|said| said.is_same(wanted))
}
