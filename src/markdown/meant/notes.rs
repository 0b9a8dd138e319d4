//! Footnotes whose text is below their mark, and footnotes with the same name.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::reading::Reading;
use super::{MarkKind, PassFindings, near};

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    for (_, span) in &reading.notes {
        empty(reading.source, span, found);
    }
    twice(reading, found);
    unwritten(reading, found);
}

/// `[^1]` without a line `[^1]: …`: the parser takes it for text.
fn unwritten(reading: &Reading<'_>, found: &mut PassFindings) {
    let source = reading.source;
    for group in &reading.groups {
        for (at, _) in group.places(source, "[^") {
            let label = near(&source[at + 2..])
                .split_once(']')
                .map(|(label, _)| label);
            let is_label =
                |label: &&str| !label.is_empty() && !label.contains(['[', '^', '\n', ' ']);
            if let Some(label) = label.filter(is_label) {
                found.mark(MarkKind::UnwrittenNote, at..at + label.len() + 3);
            }
        }
    }
}

/// The bytes of `[^1]:`.
fn mark(source: &str, span: &Range<usize>) -> Option<usize> {
    source[span.clone()].find("]:").map(|at| at + 2)
}

/// `[^1]:` with its text, a paragraph or a list, on the next lines.
fn empty(source: &str, span: &Range<usize>, found: &mut PassFindings) {
    let note = &source[span.clone()];
    let Some(after) = mark(source, span).filter(|after| note[*after..].trim().is_empty()) else {
        return;
    };
    let start = span.start + after;
    let rest = source[start..].trim_start_matches([' ', '\t']);
    let below = rest
        .strip_prefix('\n')
        .or_else(|| rest.strip_prefix("\r\n"));
    let lines = below.map(|below| {
        let lines = below.split_inclusive('\n');
        lines.take_while(|line| !line.trim().is_empty() && !is_block(line))
    });
    let is_top = span.start == 0 || source[..span.start].ends_with('\n');
    let mut at = source.len() - below.map_or(0, str::len);
    let mut any = false;
    for line in lines
        .into_iter()
        .flatten()
        .take(if is_top { usize::MAX } else { 0 })
    {
        any = true;
        found.edit(at..at, "    ");
        at += line.len();
    }
    if !any {
        found.mark(MarkKind::EmptyNote, span.start..start);
    }
}

/// Whether a line cannot be the text of the footnote above it: another footnote, a heading, a rule, a fence.
fn is_block(line: &str) -> bool {
    let line = line.trim();
    let is_rule = |sign: char| line.len() > 2 && line.chars().all(|c| c == sign || c == ' ');
    line.starts_with("[^")
        || line.starts_with('#')
        || line.starts_with("```")
        || line.starts_with("~~~")
        || ['-', '*', '_', '='].into_iter().any(is_rule)
}

/// Footnotes with the same name: where each follows its own reference and precedes the next, as in a text
/// whose parts restart their numbering, each keeps its own.
fn twice(reading: &Reading<'_>, found: &mut PassFindings) {
    // Nobody restarts that often.
    const MOST: usize = 50;
    let mut notes: BTreeMap<&str, Vec<&Range<usize>>> = BTreeMap::new();
    for (label, span) in &reading.notes {
        notes.entry(label).or_default().push(span);
    }
    let names: HashSet<&str> = notes.keys().copied().collect();
    let mut calls: HashMap<&str, Vec<&Range<usize>>> = HashMap::new();
    for (label, span) in &reading.calls {
        calls.entry(label).or_default().push(span);
    }
    for (label, spans) in notes.iter().filter(|(_, spans)| spans.len() > 1) {
        let calls = calls.remove(label).unwrap_or_default();
        // The part of the text that a footnote closes contains its reference.
        let part = |at: usize| spans.iter().position(|span| at < span.start);
        let parts = || calls.iter().map(|call| part(call.start)).collect();
        let parts: Option<Vec<usize>> = (spans.len() <= MOST).then(parts).flatten();
        let is_sure = parts
            .as_ref()
            .is_some_and(|parts| (0..spans.len()).all(|part| parts.contains(&part)));
        let Some(parts) = parts.filter(|_| is_sure) else {
            for span in &spans[1..] {
                let end = mark(reading.source, span).unwrap_or(span.len());
                found.mark(MarkKind::TwiceNote, span.start..span.start + end);
            }
            continue;
        };
        // The first one keeps the name.
        let renamed: Vec<String> = (1..spans.len())
            .map(|part| format!("[^{label}-{}]", unused(&names, label, part + 1)))
            .collect();
        let name_of = |part: usize| part.checked_sub(1).and_then(|part| renamed.get(part));
        for (call, part) in calls.iter().zip(parts) {
            if let Some(name) = name_of(part) {
                found.edit((*call).clone(), name);
            }
        }
        for (part, span) in spans.iter().enumerate() {
            let end = mark(reading.source, span).map(|end| span.start + end - 1);
            if let (Some(name), Some(end)) = (name_of(part), end) {
                found.edit(span.start..end, name);
            }
        }
    }
}

/// A number that makes the name unique.
fn unused(names: &HashSet<&str>, label: &str, number: usize) -> String {
    let mut name = number.to_string();
    while names.contains(format!("{label}-{name}").as_str()) {
        name.push('b');
    }
    name
}
