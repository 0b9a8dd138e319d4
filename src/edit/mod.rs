//! Applies edits to a text. What no edit covers stays byte for byte: comments, order, quotes, spacing, line
//! ends.
//!
//! An edit refers to bytes of the text as guichet reads it, without a byte order mark and with `\n` line ends
//! ([`files::read_text`](crate::files::read_text)); the file keeps its own.

mod chosen;
mod fields;
mod mend;

pub use crate::writing::WriteError;
pub(crate) use chosen::prepared;
pub use chosen::{MendError, is_as_read, mend_one};
pub use fields::{FieldChange, FieldError, FieldStep, FieldValue, change};
pub use mend::{Mended, mend};

use std::ops::Range;

use crate::diagnostics::Edit;
use crate::files::as_read;
use crate::invisible;

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

/// A file with all edits, which refer to the text that was read from it; new lines end as the file's own do.
/// Also removes invisible characters, except for a byte order mark at the start. `None` if [`apply`] returns
/// `None`, or if mixed line ends would run together.
pub fn apply_to_file(written: &str, edits: &[Edit]) -> Option<String> {
    let wanted = apply(&as_read(written), edits)?;
    let visible = (!edits.is_empty()).then(|| without_invisible(written));
    let written = visible.as_deref().unwrap_or(written);
    let ends = LineEnds::of(written);
    let edits: Vec<Edit> = edits
        .iter()
        .map(|edit| Edit {
            span: ends.in_file(&edit.span),
            text: ends.written(&edit.text),
        })
        .collect();
    apply(written, &edits).filter(|edited| as_read(edited) == wanted)
}

/// The file without what [`as_read`] leaves out, with its own line ends and byte order mark.
fn without_invisible(written: &str) -> String {
    let body = written.strip_prefix('\u{feff}');
    let lines = body.unwrap_or(written).split('\r');
    let lines: Vec<_> = lines.map(invisible::read).collect();
    let mark = if body.is_some() { "\u{feff}" } else { "" };
    format!("{mark}{}", lines.join("\r"))
}

/// How a file ends its lines, and the mapping from the text that was read to its bytes.
struct LineEnds {
    /// The length of a byte order mark.
    mark: usize,
    /// Each `\r\n`, by the position of its `\n` in the text that was read.
    pairs: Vec<usize>,
    /// The line end for new lines.
    end: &'static str,
}

impl LineEnds {
    fn of(written: &str) -> Self {
        let mark = if written.starts_with('\u{feff}') {
            3
        } else {
            0
        };
        let body = &written[mark..];
        let pairs: Vec<usize> = body
            .match_indices("\r\n")
            .enumerate()
            .map(|(before, (at, _))| at - before)
            .collect();
        let end = match (pairs.is_empty(), body.contains('\n')) {
            (false, _) => "\r\n",
            (true, false) if body.contains('\r') => "\r",
            (true, _) => "\n",
        };
        Self { mark, pairs, end }
    }

    fn in_file(&self, span: &Range<usize>) -> Range<usize> {
        let place = |at: usize| self.mark + at + self.pairs.partition_point(|pair| *pair < at);
        place(span.start)..place(span.end)
    }

    fn written(&self, text: &str) -> String {
        match self.end {
            "\n" => text.to_owned(),
            end => text.replace('\n', end),
        }
    }
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
            prop_assert_eq!(apply(&before, &[edit]), Some(after));
        }

        /// Editing the file and then reading it is the same as editing the text that was read, whatever ends
        /// its lines.
        #[test]
        fn files_keep_their_line_ends(
            written in "\u{feff}?(([a-cé\u{feff}\u{b}]{0,3}(\r\n|\n)){0,8}|([a-cé]{0,3}\r){0,8})",
            at in 0usize..30,
            length in 0usize..6,
            text in "[x\n]{0,3}",
        ) {
            let edits = [edit(at..at + length, &text)];
            let expected = apply(&as_read(&written), &edits);
            let edited = apply_to_file(&written, &edits);
            let read = edited.as_deref().map(|edited| as_read(edited).into_owned());
            prop_assert_eq!(read, expected);
            let untouched = apply_to_file(&written, &[]);
            prop_assert_eq!(untouched, Some(written));
        }
    }
}
