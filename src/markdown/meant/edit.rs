//! Changes to a text, and the mapping from positions after them back to positions before.

use std::ops::Range;

use crate::diagnostics::Edit;

/// Changes made together: in order, without overlaps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer(Vec<PlacedEdit>);

/// A change, and its position in the text after it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct PlacedEdit {
    edit: Edit,
    after: Range<usize>,
}

impl Layer {
    /// The changes in order. One that overlaps an earlier one waits for the next pass. `None` if there are
    /// none.
    pub fn of(mut edits: Vec<Edit>) -> Option<Self> {
        edits.retain(|edit| !edit.span.is_empty() || !edit.text.is_empty());
        // Of several changes at one position, the one found first is made first.
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let mut placed: Vec<PlacedEdit> = Vec::with_capacity(edits.len());
        let (mut end, mut shift) = (0, 0_isize);
        for edit in edits {
            let again = placed.last().is_some_and(|last| last.edit == edit);
            if edit.span.start < end || again {
                continue;
            }
            end = edit.span.end;
            let start = edit.span.start.saturating_add_signed(shift);
            let after = start..start + edit.text.len();
            shift += edit.text.len().cast_signed() - edit.span.len().cast_signed();
            placed.push(PlacedEdit { edit, after });
        }
        (!placed.is_empty()).then_some(Self(placed))
    }

    /// The text with all changes applied.
    pub fn apply(&self, text: &str) -> String {
        let added: usize = self.0.iter().map(|placed| placed.edit.text.len()).sum();
        let mut out = String::with_capacity(text.len() + added);
        let mut done = 0;
        for PlacedEdit { edit, .. } in &self.0 {
            out.push_str(&text[done..edit.span.start]);
            out.push_str(&edit.text);
            done = edit.span.end;
        }
        out.push_str(&text[done..]);
        out
    }

    /// Maps a position after the changes to one before them. A position within a change maps to everything it
    /// replaced.
    pub fn back(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.position(span.start, false);
        let end = self.position(span.end, true);
        start..end.max(start)
    }

    fn position(&self, at: usize, is_end: bool) -> usize {
        // The last change that begins at or before this position; a change that begins where a span ends is
        // not part of the span.
        let before =
            |placed: &PlacedEdit| placed.after.start < at || !is_end && placed.after.start == at;
        let count = self.0.partition_point(before);
        let Some(PlacedEdit { edit, after }) =
            count.checked_sub(1).and_then(|last| self.0.get(last))
        else {
            return at;
        };
        if at >= after.end {
            edit.span.end + (at - after.end)
        } else if is_end {
            edit.span.end
        } else {
            edit.span.start
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_to_what_was_typed() {
        let edits = [(0..2, "## "), (4..4, "\\"), (6..9, "")];
        let edits = edits.map(|(span, text)| Edit {
            span,
            text: text.to_owned(),
        });
        let layer = Layer::of(edits.to_vec()).unwrap();
        assert_eq!(layer.apply("##abcdefghi"), "## ab\\cdhi");
        assert_eq!(layer.back(&(3..5)), 2..4);
        assert_eq!(layer.back(&(0..5)), 0..4);
        assert_eq!(layer.back(&(1..2)), 0..2);
        assert_eq!(layer.back(&(6..10)), 4..11);
    }

    #[test]
    fn what_overlaps_waits() {
        let edit = |span, text: &str| Edit {
            span,
            text: text.to_owned(),
        };
        let layer = Layer::of(vec![edit(3..5, "x"), edit(0..4, "y"), edit(5..5, "z")]).unwrap();
        assert_eq!(layer.apply("abcdefg"), "yezfg");
        assert_eq!(Layer::of(Vec::new()), None);
    }
}
