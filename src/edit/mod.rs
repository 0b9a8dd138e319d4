//! Applies edits to a text. What no edit covers stays byte for byte: comments, order, quotes, spacing, line
//! ends.
//!
//! An edit refers to bytes of the text as guichet reads it, without a byte order mark and with `\n` line ends
//! ([`files::read_text`](crate::files::read_text)); the file keeps its own.

mod chosen;
mod fields;
mod file;
mod mend;
mod places;

pub use crate::writing::WriteError;
pub(crate) use chosen::prepared;
pub use chosen::{MendError, is_as_read, mend_one};
pub use fields::{FieldChange, FieldError, FieldStep, FieldValue, change};
pub use file::apply_to_file;
pub use mend::{Mended, mend};
pub use places::WrittenPlaces;

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::diagnostics::Edit;

/// The text with all edits; `None` if two of them overlap, or one is out of bounds or not on character
/// boundaries.
pub fn apply(text: &str, edits: &[Edit]) -> Option<String> {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        if edit.span.start < at || edit.span.end < edit.span.start {
            return None;
        }
        out.push_str(text.get(at..edit.span.start)?);
        text.get(edit.span.clone())?;
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

/// The smallest edit that makes one text of another.
pub fn difference(before: &str, after: &str) -> Edit {
    let same = |a: char, b: char| if a == b { Some(a.len_utf8()) } else { None };
    let head = before
        .chars()
        .zip(after.chars())
        .map_while(|(a, b)| same(a, b))
        .sum::<usize>();
    let (old, new) = (&before[head..], &after[head..]);
    let tail = old
        .chars()
        .rev()
        .zip(new.chars().rev())
        .map_while(|(a, b)| same(a, b))
        .sum::<usize>();
    Edit {
        span: head..before.len() - tail,
        text: new[..new.len() - tail].to_owned(),
    }
}

/// The edits that make one text of another, line by line: what is the same between two places that differ is in none.
pub fn differences(before: &str, after: &str) -> Vec<Edit> {
    /// The work grows with how many lines there are and how many differ.
    const MOST_LINES: usize = 4000;
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    if old.len().max(new.len()) > MOST_LINES {
        return vec![difference(before, after)];
    }
    let starts = |lines: &[&str]| -> Vec<usize> {
        let ends = lines.iter().scan(0, |at, line| {
            *at += line.len();
            Some(*at)
        });
        std::iter::once(0).chain(ends).collect()
    };
    let (old_starts, new_starts) = (starts(&old), starts(&new));
    let bytes = |lines: Range<usize>, starts: &[usize]| {
        let at = |line: usize| starts.get(line).copied().unwrap_or_default();
        at(lines.start)..at(lines.end)
    };
    // What differs is what is between the lines that are the same.
    let mut changed: Vec<(Range<usize>, Range<usize>)> = Vec::new();
    let mut at = (0, 0);
    let end = DiffOp::Equal {
        old_index: old.len(),
        new_index: new.len(),
        len: 0,
    };
    let hunks = capture_diff_slices(Algorithm::Myers, &old, &new);
    for hunk in hunks.into_iter().chain([end]) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = hunk
        {
            changed.push((at.0..old_index, at.1..new_index));
            at = (old_index + len, new_index + len);
        }
    }
    changed.retain(|(old, new)| !(old.is_empty() && new.is_empty()));
    let edits = changed.into_iter().map(|(old, new)| {
        let (old, new) = (bytes(old, &old_starts), bytes(new, &new_starts));
        let start = old.start;
        let Edit { span, text } = difference(&before[old], &after[new]);
        Edit {
            span: start + span.start..start + span.end,
            text,
        }
    });
    edits.collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn edit(span: Range<usize>, text: &str) -> Edit {
        let text = text.to_owned();
        Edit { span, text }
    }

    #[test]
    fn edits_that_overlap_or_leave_the_text_are_refused() {
        assert_eq!(apply("abc", &[edit(0..2, "x"), edit(1..3, "y")]), None);
        assert_eq!(apply("abc", &[edit(2..4, "x")]), None);
        assert_eq!(apply("é", &[edit(1..2, "x")]), None);
        assert_eq!(
            apply("abc", &[edit(2..3, "y"), edit(0..1, "x"), edit(1..1, "-")]).as_deref(),
            Some("x-by")
        );
    }

    proptest! {
        #[test]
        fn a_difference_makes_one_text_of_the_other(before in "[aé\n]{0,8}", after in "[aé\n]{0,8}") {
            let edit = difference(&before, &after);
            prop_assert_eq!(apply(&before, &differences(&before, &after)), Some(after.clone()));
            prop_assert_eq!(apply(&before, &[edit]), Some(after));
        }
    }

    #[test]
    fn what_is_between_two_changes_is_not_touched() {
        let edits = differences("titre: A\nun\ndeux\n", "titre: Ab\nun\ntrois\n");
        let touched = edits.into_iter().map(|edit| (edit.span, edit.text));
        let expected = [(8..8, "b".to_owned()), (12..16, "trois".to_owned())];
        assert_eq!(touched.collect::<Vec<_>>(), expected);
        let long = "a\n".repeat(5000);
        let edits = differences(&long, &format!("{long}b"));
        assert_eq!(edits.len(), 1);
    }
}
