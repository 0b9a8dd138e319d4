//! Finds the edits to a text that make it say something else, and touch nothing that stays as it is.

use std::collections::BTreeSet;
use std::ops::Range;

use super::chunks::{self, Chunk, Chunks, content_end, is_flow, line_end};
use super::fresh::{
    Indentation, Indicator, block_lines, double_quoted, flow, flow_field, flow_scalar, scalar,
    single_quoted,
};
use super::tree::FieldValue;
use crate::diagnostics::Edit;
use crate::edit::apply;
use crate::yaml::{Node, Value};

/// How deep into a value edits may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// As deep as needed: only what is different is written.
    Whole,
    /// The fields of the whole text: one that is different is written anew.
    Fields,
}

/// Compares a text with what it shall say.
pub(super) struct Reconciler<'t> {
    text: &'t str,
    depth: Depth,
    indentation: Indentation,
}

/// A value and the place where it stands: after a colon or a dash.
struct Slot<'n> {
    node: &'n Node,
    /// The byte after the indicator.
    after: usize,
    /// The column of the key or the dash.
    column: usize,
    indicator: Indicator,
}

/// A part of a list or record to be: an old one with edits, or a new one.
enum Part<'v> {
    Old(usize, Vec<Edit>),
    New(Option<&'v str>, &'v FieldValue),
}

impl<'t> Reconciler<'t> {
    pub fn new(text: &'t str, depth: Depth) -> Self {
        let indentation = Indentation {
            fields: 2,
            items: 2,
        };
        Self {
            text,
            depth,
            indentation,
        }
    }

    /// The edits that make the text say this; `None` if it is not written in a way that allows them.
    pub fn root(mut self, node: &Node, wanted: &FieldValue) -> Option<Vec<Edit>> {
        self.learn(node, None);
        let FieldValue::Record(fields) = wanted else {
            return None;
        };
        match &node.value {
            Value::Null => {
                let lines = fields
                    .iter()
                    .map(|(name, value)| self.indentation.field(name, value, 0) + "\n");
                let end = self.text.len();
                let break_before = if self.text.is_empty() || self.text.ends_with('\n') {
                    ""
                } else {
                    "\n"
                };
                let text = break_before.to_owned() + &lines.collect::<String>();
                Some(vec![edit(end..end, text)])
            }
            Value::Mapping(entries) if is_flow(self.text, node) => {
                self.flow_record(node, entries, fields)
            }
            Value::Mapping(entries) => self.record(entries, fields, 0),
            Value::Scalar(_) | Value::Sequence(_) => None,
        }
    }

    /// Learns from the first list and the first record below a field how the text is indented.
    fn learn(&mut self, node: &Node, column: Option<usize>) {
        match &node.value {
            Value::Mapping(entries) if !is_flow(self.text, node) => {
                let own = chunks::column(self.text, node.span.start);
                if let Some(step) = column
                    .and_then(|column| own.checked_sub(column))
                    .filter(|step| *step > 0)
                {
                    self.indentation.fields = step.min(8);
                }
                for (key, value) in entries.iter().rev() {
                    let column = chunks::column(self.text, key.span.start);
                    self.learn_items(value, key.span.end, column);
                    self.learn(value, Some(column));
                }
            }
            Value::Sequence(items) => items.iter().rev().for_each(|item| self.learn(item, None)),
            _ => {}
        }
    }

    fn learn_items(&mut self, value: &Node, from: usize, column: usize) {
        if let Value::Sequence(items) = &value.value
            && !is_flow(self.text, value)
            && let Some(list) = chunks::of_list(self.text, items, line_end(self.text, from))
            && let Some(step) = list.column.checked_sub(column)
        {
            self.indentation.items = step.min(8);
        }
    }

    fn slot(&self, slot: &Slot<'_>, wanted: &FieldValue, depth: usize) -> Option<Vec<Edit>> {
        if says(slot.node, wanted) {
            return Some(Vec::new());
        }
        let is_deep = self.depth == Depth::Whole;
        let is_alias = self.text.get(slot.node.span.start..)?.starts_with('*');
        match (&slot.node.value, wanted) {
            (Value::Scalar(_), FieldValue::Text(text)) if is_deep && !is_alias => self
                .text_in_place(slot, text)
                .or_else(|| self.anew(slot, wanted)),
            (Value::Sequence(items), FieldValue::List(wanted))
                if is_deep && !is_alias && !wanted.is_empty() =>
            {
                match is_flow(self.text, slot.node) {
                    true => self.flow_list(slot.node, items, wanted),
                    false => self.list(items, wanted, slot.after, depth),
                }
            }
            (Value::Mapping(entries), FieldValue::Record(wanted))
                if is_deep && !is_alias && !wanted.is_empty() =>
            {
                match is_flow(self.text, slot.node) {
                    true => self.flow_record(slot.node, entries, wanted),
                    false => self.record(entries, wanted, depth),
                }
            }
            _ => self.anew(slot, wanted),
        }
    }

    /// Another text in the manner of the old one: with its quotation marks, or below its `|`.
    fn text_in_place(&self, slot: &Slot<'_>, text: &str) -> Option<Vec<Edit>> {
        let span = &slot.node.span;
        let gap = self.text.get(slot.after..span.start)?;
        let header = gap.find(['|', '>']).map(|at| slot.after + at);
        if let Some(header) = header {
            return self.block_in_place(slot, header, text);
        }
        let written = self.text.get(span.clone())?;
        let is_lines = text.trim_end_matches('\n').contains('\n');
        let new = match written.chars().next()? {
            '\'' => single_quoted(text).unwrap_or_else(|| double_quoted(text)),
            '"' => double_quoted(text),
            // Several lines are easier to read below `|`.
            _ if is_lines => return None,
            _ => scalar(text),
        };
        Some(vec![edit(span.clone(), new)])
    }

    fn block_in_place(&self, slot: &Slot<'_>, header: usize, text: &str) -> Option<Vec<Edit>> {
        let end = content_end(self.text, slot.node);
        let content = slot.node.span.start;
        let first_line = self.text.get(header..line_end(self.text, header))?;
        if first_line.contains(|c: char| c.is_ascii_digit()) || content < header + first_line.len()
        {
            return None;
        }
        let column = chunks::column(self.text, content);
        let is_lines = text.trim_end_matches('\n').contains('\n');
        let first_line = match is_lines {
            true => first_line.replacen('>', "|", 1),
            false => first_line.to_owned(),
        };
        let lines = block_lines(text, column)?;
        let new = first_line.trim_end_matches('\n').to_owned() + &lines;
        Some(vec![edit(header..end, new)])
    }

    /// Writes a value anew, and keeps the comments of the old one.
    fn anew(&self, slot: &Slot<'_>, wanted: &FieldValue) -> Option<Vec<Edit>> {
        let new = self
            .indentation
            .written(wanted, slot.column, slot.indicator);
        let value_end = content_end(self.text, slot.node).max(slot.after);
        let line = line_end(self.text, value_end);
        let comment_end = match self.text.get(..line)?.ends_with('\n') {
            true => line - 1,
            false => line,
        };
        let is_inner = matches!(slot.node.value, Value::Null | Value::Scalar(_))
            || is_flow(self.text, slot.node);
        let first_line_end = line_end(self.text, slot.after);
        if is_inner && first_line_end >= line && !is_block(self.text, slot) {
            // One line: the comment at its end stays there.
            let comment = self.text.get(value_end..comment_end)?;
            let new = match new.find('\n') {
                Some(at) if !comment.trim().is_empty() => {
                    format!("{} {}{}", new.get(..at)?, comment.trim(), new.get(at..)?)
                }
                _ => new + comment.trim_end(),
            };
            return Some(vec![edit(slot.after..comment_end, new)]);
        }
        let comments = comments(self.text, slot.after..comment_end, slot.node);
        let mut text = new;
        for comment in comments {
            text.push('\n');
            // Not further in, where a text below `|` would go on.
            text.push_str(&" ".repeat(slot.column));
            text.push_str(comment);
        }
        Some(vec![edit(slot.after..comment_end, text)])
    }

    fn list(
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
                        let slot = Slot {
                            node: chunk.value,
                            after: chunk.after,
                            column: old.column,
                            indicator: Indicator::Dash,
                        };
                        Part::Old(index, self.slot(&slot, value, depth + 1)?)
                    }
                    None => Part::New(None, value),
                },
            );
        }
        self.put_together(&old, parts)
    }

    fn record(
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
                        let slot = Slot {
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
                        Part::Old(index, edits)
                    }
                    None => Part::New(Some(name), value),
                },
            );
        }
        self.put_together(&old, parts)
    }

    /// The edits that put old and new parts in order. Lines above a part go with it; those above a part that goes stay.
    fn put_together(&self, old: &Chunks<'_>, parts: Vec<Part<'_>>) -> Option<Vec<Edit>> {
        let kept: Vec<usize> = parts
            .iter()
            .filter_map(|part| match part {
                Part::Old(index, _) => Some(*index),
                Part::New(..) => None,
            })
            .collect();
        let in_place = kept.len() == parts.len() && kept.iter().copied().eq(0..old.chunks.len());
        if in_place {
            let edits = parts.into_iter().flat_map(|part| match part {
                Part::Old(_, edits) => edits,
                Part::New(..) => Vec::new(),
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
                Part::Old(index, edits) => {
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
                Part::New(Some(name), value) => {
                    self.indentation.field(name, value, old.column) + "\n"
                }
                Part::New(None, value) => self.indentation.item(value, old.column) + "\n",
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
    fn edited(&self, range: Range<usize>, edits: Vec<Edit>) -> Option<String> {
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

    fn flow_list(&self, node: &Node, items: &[Node], wanted: &[FieldValue]) -> Option<Vec<Edit>> {
        let spans: Vec<Range<usize>> = items.iter().map(|item| item.span.clone()).collect();
        let mut parts = Vec::with_capacity(wanted.len());
        for (at, index) in matched(items, wanted).into_iter().enumerate() {
            let value = wanted.get(at)?;
            parts.push(
                match index.and_then(|index| Some((index, items.get(index)?))) {
                    Some((index, item)) => (Some(index), self.flow_value(item, value)?),
                    None => (None, flow(value)),
                },
            );
        }
        self.between_brackets(node, &spans, parts)
    }

    fn flow_record(
        &self,
        node: &Node,
        entries: &[(Node, Node)],
        wanted: &[(String, FieldValue)],
    ) -> Option<Vec<Edit>> {
        let span = |(key, value): &(Node, Node)| match value.value {
            Value::Null => key.span.start..value.span.end.max(key.span.end),
            _ => key.span.start..value.span.end,
        };
        let spans: Vec<Range<usize>> = entries.iter().map(span).collect();
        let mut parts = Vec::with_capacity(wanted.len());
        let mut next = 0;
        for (name, value) in wanted {
            let is_it = |(key, _): &(Node, Node)| key.value == Value::Scalar(name.clone());
            let found = entries
                .get(next..)?
                .iter()
                .position(is_it)
                .map(|at| next + at);
            parts.push(
                match found.and_then(|index| Some((index, entries.get(index)?, spans.get(index)?)))
                {
                    Some((index, (key, old), span)) => {
                        next = index + 1;
                        let text = match (says(old, value), &old.value) {
                            (true, _) => self.text.get(span.clone())?.to_owned(),
                            (false, Value::Null) => {
                                format!("{}: {}", self.text.get(key.span.clone())?, flow(value))
                            }
                            (false, _) => {
                                let before = self.text.get(span.start..old.span.start)?;
                                before.to_owned() + &self.flow_value(old, value)?
                            }
                        };
                        (Some(index), text)
                    }
                    None => (None, flow_field(name, value)),
                },
            );
        }
        self.between_brackets(node, &spans, parts)
    }

    /// A value between brackets that says something else.
    fn flow_value(&self, node: &Node, wanted: &FieldValue) -> Option<String> {
        let written = self.text.get(node.span.clone())?;
        if says(node, wanted) && node.value != Value::Null {
            return Some(written.to_owned());
        }
        if written.starts_with('*') {
            return Some(flow(wanted));
        }
        let edits = match (&node.value, wanted) {
            (Value::Scalar(_), FieldValue::Text(text)) => {
                return Some(match written.chars().next() {
                    Some('\'') => single_quoted(text).unwrap_or_else(|| double_quoted(text)),
                    Some('"') => double_quoted(text),
                    _ => flow_scalar(text),
                });
            }
            (Value::Sequence(items), FieldValue::List(wanted)) if !items.is_empty() => {
                self.flow_list(node, items, wanted)?
            }
            (Value::Mapping(entries), FieldValue::Record(wanted)) if !entries.is_empty() => {
                self.flow_record(node, entries, wanted)?
            }
            _ => return Some(flow(wanted)),
        };
        self.edited(node.span.clone(), edits)
    }

    /// The edit of a list or record between brackets: its separators stay where they are.
    fn between_brackets(
        &self,
        node: &Node,
        spans: &[Range<usize>],
        parts: Vec<(Option<usize>, String)>,
    ) -> Option<Vec<Edit>> {
        if parts
            .iter()
            .map(|(index, _)| *index)
            .eq((0..spans.len()).map(Some))
        {
            let edits = parts
                .into_iter()
                .zip(spans)
                .map(|((_, text), span)| edit(span.clone(), text));
            return Some(
                edits
                    .filter(|edit| self.text.get(edit.span.clone()) != Some(&edit.text))
                    .collect(),
            );
        }
        let (Some(first), Some(last)) = (spans.first(), spans.last()) else {
            let is_record = matches!(node.value, Value::Mapping(_));
            let inner = parts
                .into_iter()
                .map(|(_, text)| text)
                .collect::<Vec<_>>()
                .join(", ");
            let text = if is_record {
                format!("{{ {inner} }}")
            } else {
                format!("[{inner}]")
            };
            return Some(vec![edit(node.span.clone(), text)]);
        };
        let gaps = spans.iter().zip(spans.iter().skip(1));
        let gaps: Option<Vec<&str>> = gaps.map(|(a, b)| self.text.get(a.end..b.start)).collect();
        let gaps = gaps?;
        let common = gaps
            .first()
            .copied()
            .filter(|gap| !gap.contains('#'))
            .unwrap_or(", ");
        let mut out = String::new();
        let count = parts.len();
        for (at, (_, text)) in parts.into_iter().enumerate() {
            out.push_str(&text);
            if at + 1 < count {
                out.push_str(gaps.get(at).copied().unwrap_or(common));
            }
        }
        // A comment between two parts would go with the comma.
        let is_lost = gaps
            .iter()
            .skip(count.saturating_sub(1))
            .any(|gap| gap.contains('#'));
        (!is_lost && count > 0).then(|| vec![edit(first.start..last.end, out)])
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

fn edit(span: Range<usize>, text: String) -> Edit {
    Edit { span, text }
}

/// Whether a node says this.
fn says(node: &Node, wanted: &FieldValue) -> bool {
    FieldValue::of(node).as_ref() == Some(wanted)
}

/// Whether the value of a slot stands below `|` or `>`.
fn is_block(text: &str, slot: &Slot<'_>) -> bool {
    matches!(slot.node.value, Value::Scalar(_))
        && text
            .get(slot.after..slot.node.span.start)
            .is_some_and(|gap| gap.contains(['|', '>']))
}

/// For each value to be, the old item that it is, or is made from.
fn matched(items: &[Node], wanted: &[FieldValue]) -> Vec<Option<usize>> {
    let items: Vec<Option<FieldValue>> = items.iter().map(FieldValue::of).collect();
    let is_same = |index: usize, at: usize| {
        items
            .get(index)
            .and_then(Option::as_ref)
            .is_some_and(|item| Some(item) == wanted.get(at))
    };
    let mut found: Vec<Option<usize>> = vec![None; wanted.len()];
    // The same items in the same place first: from the beginning, then from the end.
    let most = items.len().min(wanted.len());
    let head = (0..most).take_while(|at| is_same(*at, *at)).count();
    let tail = (1..=most - head)
        .take_while(|back| is_same(items.len() - back, wanted.len() - back))
        .count();
    let middle = head..items.len() - tail;
    let mut free: BTreeSet<usize> = middle.collect();
    for (at, slot) in found.iter_mut().enumerate() {
        let from_end = wanted.len() - at;
        *slot = match at {
            _ if at < head => Some(at),
            _ if from_end <= tail => Some(items.len() - from_end),
            // Then the same items anywhere: they have moved.
            _ => free.iter().copied().find(|index| is_same(*index, at)),
        };
        if let Some(index) = slot {
            free.remove(index);
        }
    }
    // What is left has changed where it stands.
    for at in head..wanted.len() - tail {
        if found.get(at) == Some(&None) {
            let before = at.checked_sub(1).and_then(|before| *found.get(before)?);
            let index = before.map_or(0, |before| before + 1);
            if free.remove(&index)
                && let Some(slot) = found.get_mut(at)
            {
                *slot = Some(index);
            }
        }
    }
    found
}

/// The comments in a range of the text that holds a value.
fn comments<'t>(text: &'t str, range: Range<usize>, node: &Node) -> Vec<&'t str> {
    let mut texts = Vec::new();
    texts_of(node, &mut texts);
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let Some(next) = text.get(at..range.end).and_then(|rest| rest.find('#')) else {
            break;
        };
        let hash = at + next;
        if let Some(span) = texts.iter().find(|span| span.contains(&hash)) {
            at = span.end.max(hash + 1);
            continue;
        }
        let end = line_end(text, hash).min(range.end);
        found.extend(text.get(hash..end).map(str::trim_end));
        at = end;
    }
    found
}

/// The places of all texts in a value.
fn texts_of(node: &Node, spans: &mut Vec<Range<usize>>) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(_) => spans.push(node.span.clone()),
        Value::Sequence(items) => items.iter().for_each(|item| texts_of(item, spans)),
        Value::Mapping(entries) => {
            for (key, value) in entries {
                texts_of(key, spans);
                texts_of(value, spans);
            }
        }
    }
}
