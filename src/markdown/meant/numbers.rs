//! Lists that Markdown would renumber: « 25. décembre », « 1. janvier » is not a list from 25 to 26.

use std::ops::Range;

use super::reading::{List, Reading};
use super::{MarkKind, PassFindings};

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    for list in &reading.lists {
        let items: Vec<NumberedItem> = list
            .items
            .iter()
            .filter_map(|span| NumberedItem::of(reading.source, span))
            .collect();
        if items.len() == list.items.len() && items.len() > 1 {
            numbers(reading.source, list, &items, found);
        }
    }
}

/// An item of a numbered list.
struct NumberedItem {
    number: u32,
    /// The full stop or bracket after the number.
    sign: Range<usize>,
    /// Its text, without the blank lines below it.
    end: usize,
}

impl NumberedItem {
    fn of(source: &str, span: &Range<usize>) -> Option<Self> {
        let text = source.get(span.clone())?;
        let blank = text.len() - text.trim_start().len();
        let text = text.trim_end();
        let digits = text[blank..].bytes().take_while(u8::is_ascii_digit).count();
        let at = span.start + blank + digits;
        let number = source[at - digits..at].parse().ok()?;
        matches!(source.as_bytes().get(at), Some(b'.' | b')')).then_some(Self {
            number,
            sign: at..at + 1,
            end: span.start + text.len(),
        })
    }
}

/// Whether a number follows another in a list: one more, or the same by oversight.
fn follows(before: u32, number: u32) -> bool {
    number == before || Some(number) == before.checked_add(1)
}

fn numbers(source: &str, list: &List, items: &[NumberedItem], found: &mut PassFindings) {
    let pairs = || items.iter().zip(&items[1..]);
    if pairs().all(|(before, item)| follows(before.number, item.number)) {
        return;
    }
    let begins_anew =
        |before: &NumberedItem, item: &NumberedItem| item.number == 1 && before.number > 1;
    if pairs()
        .all(|(before, item)| begins_anew(before, item) || follows(before.number, item.number))
    {
        // A different sign after the number separates a list from the previous one.
        let mut is_other = false;
        for (before, item) in pairs() {
            is_other ^= begins_anew(before, item);
            if is_other {
                let sign = if source[item.sign.clone()] == *"." {
                    ")"
                } else {
                    "."
                };
                found.edit(item.sign.clone(), sign);
            }
        }
        return;
    }
    let is_a_line = |item: &NumberedItem| !source[item.sign.end..item.end].contains('\n');
    if !items.iter().all(is_a_line) {
        // Only paragraphs could keep both the numbers and what is below them.
        let first = source[list.span.clone()].lines().next().unwrap_or_default();
        let start = list.span.start;
        found.mark(MarkKind::Numbers, start..start + first.len());
        return;
    }
    for (at, item) in items.iter().enumerate() {
        found.edit(item.sign.start..item.sign.start, "\\");
        let next = items.get(at + 1);
        // A blank line already separates paragraphs.
        if next.is_some_and(|next| source[item.end..next.sign.start].matches('\n').count() == 1) {
            found.edit(item.end..item.end, "\\");
        }
    }
}
