//! Lists and records between brackets.

use std::ops::Range;

use super::fresh::{double_quoted, flow, flow_field, flow_scalar, single_quoted};
use super::matched::matched;
use super::reconcile::{Reconciler, edit, says};
use super::tree::FieldValue;
use crate::diagnostics::Edit;
use crate::yaml::{Node, Value};

impl Reconciler<'_> {
    pub(super) fn flow_list(
        &self,
        node: &Node,
        items: &[Node],
        wanted: &[FieldValue],
    ) -> Option<Vec<Edit>> {
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

    pub(super) fn flow_record(
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
