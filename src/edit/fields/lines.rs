//! Lists and records on lines of their own.

use std::ops::Range;

use super::chunks::{self, Chunk, Chunks};
use super::fresh::Indicator;
use super::matched::matched;
use super::reconcile::{Depth, FieldSlot, Reconciler, edit, says};
use super::tree::FieldValue;
use crate::diagnostics::Edit;
use crate::edit::apply;
use crate::yaml::{Node, Value};

/// A part of a list or record to be: an old one with edits, or a new one.
enum ListPart<'v> {
    Old(usize, Vec<Edit>),
    New(Option<&'v str>, &'v FieldValue),
}

impl Reconciler<'_> {
    pub(super) fn list(
        &self,
        items: &[Node],
        wanted: &[FieldValue],
        from: usize,
        depth: usize,
    ) -> Option<Vec<Edit>> {
        let old = chunks::of_list(self.text, items, from)?;
        let mut parts = Vec::with_capacity(wanted.len());
        for (at, index) in matched(items, wanted).into_iter().enumerate() {
            let value = wanted.get(at)?;
            parts.push(
                match index.and_then(|index| Some((index, old.chunks.get(index)?))) {
                    Some((index, chunk)) => {
                        let slot = FieldSlot {
                            node: chunk.value,
                            after: chunk.after,
                            column: old.column,
                            indicator: Indicator::Dash,
                        };
                        ListPart::Old(index, self.slot(&slot, value, depth + 1)?)
                    }
                    None => ListPart::New(None, value),
                },
            );
        }
        self.put_together(&old, parts)
    }

    pub(super) fn record(
        &self,
        entries: &[(Node, Node)],
        wanted: &[(String, FieldValue)],
        depth: usize,
    ) -> Option<Vec<Edit>> {
        let old = chunks::of_record(self.text, entries)?;
        let mut parts = Vec::with_capacity(wanted.len());
        let mut next = 0;
        for (name, value) in wanted {
            let is_it = |chunk: &Chunk<'_>| {
                chunk
                    .key
                    .is_some_and(|key| key.value == Value::Scalar(name.clone()))
            };
            let found = old.chunks.get(next..)?.iter().position(is_it);
            parts.push(
                match found.and_then(|at| Some((next + at, old.chunks.get(next + at)?))) {
                    Some((index, chunk)) => {
                        next = index + 1;
                        let slot = FieldSlot {
                            node: chunk.value,
                            after: chunk.after,
                            column: old.column,
                            indicator: Indicator::Colon,
                        };
                        let edits = match (self.depth, says(slot.node, value)) {
                            (_, true) => Vec::new(),
                            (Depth::Fields, false) if depth == 0 => self.anew(&slot, value)?,
                            _ => self.slot(&slot, value, depth + 1)?,
                        };
                        ListPart::Old(index, edits)
                    }
                    None => ListPart::New(Some(name), value),
                },
            );
        }
        self.put_together(&old, parts)
    }

    /// The edits that put old and new parts in order. Lines above a part go with it; those above a part that goes stay.
    fn put_together(&self, old: &Chunks<'_>, parts: Vec<ListPart<'_>>) -> Option<Vec<Edit>> {
        let kept: Vec<usize> = parts
            .iter()
            .filter_map(|part| match part {
                ListPart::Old(index, _) => Some(*index),
                ListPart::New(..) => None,
            })
            .collect();
        let in_place = kept.len() == parts.len() && kept.iter().copied().eq(0..old.chunks.len());
        if in_place {
            let edits = parts.into_iter().flat_map(|part| match part {
                ListPart::Old(_, edits) => edits,
                ListPart::New(..) => Vec::new(),
            });
            return Some(edits.collect());
        }
        let (first, last) = (old.chunks.first()?, old.chunks.last()?);
        // The first part may begin within a line, after a dash.
        let line = chunks::line_start(self.text, first.start);
        let is_alone = self
            .text
            .get(line..first.start)?
            .trim_start_matches(' ')
            .is_empty();
        let start = if is_alone { line } else { first.start };
        let mut out = String::new();
        let mut orphans = self.orphans(old, &kept, 0)?;
        for (at, part) in parts.into_iter().enumerate() {
            let text = match part {
                ListPart::Old(index, edits) => {
                    let chunk = old.chunks.get(index)?;
                    let written = self.edited(chunk.whole(), edits)?;
                    let text = match index {
                        0 => " ".repeat(old.column) + &written,
                        _ => written,
                    };
                    // What stood above parts that are gone, up to the next one that stays.
                    let above = std::mem::take(&mut orphans);
                    orphans = self.orphans(old, &kept, index + 1)?;
                    above + &text
                }
                ListPart::New(Some(name), value) => {
                    self.indentation.field(name, value, old.column) + "\n"
                }
                ListPart::New(None, value) => self.indentation.item(value, old.column) + "\n",
            };
            let text = match at {
                0 if !is_alone => opened(&text),
                _ => text,
            };
            out.push_str(&text);
            if !out.ends_with('\n') {
                out.push('\n');
            }
        }
        out.push_str(&orphans);
        let end = last.end;
        if !self.text.get(..end)?.ends_with('\n') && out.ends_with('\n') {
            out.pop();
        }
        Some(vec![edit(start..end, out)])
    }

    /// The lines above parts that are gone, from a part on to the next that stays.
    fn orphans(&self, old: &Chunks<'_>, kept: &[usize], from: usize) -> Option<String> {
        let gone = old.chunks.get(from..)?.iter().enumerate();
        let gone = gone.take_while(|(at, _)| !kept.contains(&(from + at)));
        let mut out = String::new();
        for (_, chunk) in gone {
            let above = self.text.get(chunk.lead..chunk.start)?;
            out.push_str(if above.trim().is_empty() { "" } else { above });
        }
        Some(out)
    }

    /// A range of the text with edits.
    pub(super) fn edited(&self, range: Range<usize>, edits: Vec<Edit>) -> Option<String> {
        let within = |edit: Edit| {
            let start = edit.span.start.checked_sub(range.start)?;
            let end = edit.span.end.checked_sub(range.start)?;
            Some(Edit {
                span: start..end,
                text: edit.text,
            })
        };
        let edits: Option<Vec<Edit>> = edits.into_iter().map(within).collect();
        apply(self.text.get(range.clone())?, &edits?)
    }
}

/// The first part after the dash that opens it.
fn opened(text: &str) -> String {
    let text = text.trim_start_matches('\n');
    let bare = text.trim_start_matches(' ');
    match bare.starts_with('#') {
        // Comments come first: the dash stays alone on its line.
        true => format!("\n{text}"),
        false => bare.to_owned(),
    }
}
