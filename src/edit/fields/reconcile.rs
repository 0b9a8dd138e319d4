//! Finds the edits to a text that make it say something else, and touch nothing that stays as it is.

use std::ops::Range;

use super::chunks::{self, content_end, is_flow, line_end};
use super::comments::comments;
use super::fresh::{Indentation, Indicator, block_lines, double_quoted, scalar, single_quoted};
use super::tree::FieldValue;
use crate::diagnostics::Edit;
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
    pub(super) text: &'t str,
    pub(super) depth: Depth,
    pub(super) indentation: Indentation,
}

/// A value and the place where it stands: after a colon or a dash.
pub(super) struct FieldSlot<'n> {
    pub node: &'n Node,
    /// The byte after the indicator.
    pub after: usize,
    /// The column of the key or the dash.
    pub column: usize,
    pub indicator: Indicator,
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

    pub(super) fn slot(
        &self,
        slot: &FieldSlot<'_>,
        wanted: &FieldValue,
        depth: usize,
    ) -> Option<Vec<Edit>> {
        if says(slot.node, wanted) {
            return Some(Vec::new());
        }
        let is_deep = self.depth == Depth::Whole;
        let is_alias = self.text.get(slot.node.span.start..)?.starts_with('*');
        match (&slot.node.value, wanted) {
            (Value::Scalar(_), FieldValue::Text(text)) if is_deep && !is_alias => self
                .text_in_place(slot, text)
                .or_else(|| self.anew(slot, wanted)),
            // `[]` says that there is nothing, not in which manner a list is written.
            (Value::Sequence(items), FieldValue::List(wanted))
                if is_deep && !is_alias && !wanted.is_empty() && !items.is_empty() =>
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
    fn text_in_place(&self, slot: &FieldSlot<'_>, text: &str) -> Option<Vec<Edit>> {
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

    fn block_in_place(&self, slot: &FieldSlot<'_>, header: usize, text: &str) -> Option<Vec<Edit>> {
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
    pub(super) fn anew(&self, slot: &FieldSlot<'_>, wanted: &FieldValue) -> Option<Vec<Edit>> {
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
}

pub(super) fn edit(span: Range<usize>, text: String) -> Edit {
    Edit { span, text }
}

/// Whether a node says this.
pub(super) fn says(node: &Node, wanted: &FieldValue) -> bool {
    FieldValue::of(node).as_ref() == Some(wanted)
}

/// Whether the value of a slot stands below `|` or `>`.
fn is_block(text: &str, slot: &FieldSlot<'_>) -> bool {
    matches!(slot.node.value, Value::Scalar(_))
        && text
            .get(slot.after..slot.node.span.start)
            .is_some_and(|gap| gap.contains(['|', '>']))
}
