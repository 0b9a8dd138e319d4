//! The lines of a text, one by one: indentation, and the fields that lead to each.

mod bullets;
mod keys;

use std::collections::HashSet;
use std::ops::Range;

use super::{Slip, SlipKind};
use crate::diagnostics::Edit;
use crate::yaml::{Vocabulary, YamlMistake, rule};

pub(super) use bullets::{BULLETS, numbered};
pub(super) use keys::{LineKey, closing, colon, is_comment};

/// Reads the lines of a text as an editor wrote them.
pub(super) struct Scanner<'t> {
    pub text: &'t str,
    /// The bytes of each line, without trailing blanks.
    pub lines: Vec<Range<usize>>,
    pub keys: &'t dyn Vocabulary,
    /// How many columns a tab counts.
    tab: usize,
    pub slips: Vec<Slip>,
    /// The names after `&`, and those after `*`.
    pub anchors: HashSet<&'t str>,
    pub aliases: HashSet<&'t str>,
    /// What is read in place of tabs at the beginning of lines.
    tabs: Vec<Edit>,
    /// The column of the key on the previous line, if no value follows it there.
    pub open: Option<usize>,
    /// The columns of items.
    items: Vec<usize>,
    /// The column where the next line should begin, if it is wrongly indented.
    pub forced: Option<usize>,
    /// The column of wrongly indented fields, and the column where they are read: those below one are
    /// indented like it.
    shift: Option<(usize, usize)>,
    /// The fields that lead to the current line, from the top, each with its column.
    pub path: Vec<(usize, &'t str)>,
    /// The fields that lead to the previous line, from the top, each with its column.
    above: Vec<(usize, &'t str)>,
    /// Whether the top-level fields are after dashes.
    is_list: bool,
    /// The column of the current text, if it follows a bullet.
    pub item_text: Option<usize>,
}

impl<'t> Scanner<'t> {
    pub fn new(text: &'t str, tab: usize, keys: &'t dyn Vocabulary) -> Self {
        let mut lines = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            lines.push(start..start + line.trim_end().len());
            start += line.len();
        }
        Self {
            text,
            lines,
            keys,
            tab,
            slips: Vec::new(),
            anchors: names_after(text, '&'),
            aliases: names_after(text, '*'),
            tabs: Vec::new(),
            open: None,
            items: Vec::new(),
            forced: None,
            shift: None,
            path: Vec::new(),
            is_list: false,
            above: Vec::new(),
            item_text: None,
        }
    }

    /// All slips, in no particular order.
    pub fn slips(mut self) -> Vec<Slip> {
        let mut index = 0;
        while index < self.lines.len() {
            index = self.line(index).max(index + 1);
        }
        if let Some(first) = self.tabs.first() {
            self.slips.push(Slip {
                kind: SlipKind::Tab,
                span: first.span.clone(),
                edits: self.tabs,
            });
        }
        self.slips
    }

    /// Adds a slip of one edit.
    pub fn slip(&mut self, kind: SlipKind, span: Range<usize>, text: String) {
        let edits = vec![Edit {
            span: span.clone(),
            text,
        }];
        self.slips.push(Slip { kind, span, edits });
    }

    /// The column and the byte where the text of a line begins.
    pub fn beginning(&self, index: usize) -> (usize, usize) {
        let line = &self.lines[index];
        let written = &self.text[line.clone()];
        let blank = written.len() - written.trim_start().len();
        let column = written[..blank].chars().map(|c| match c {
            '\t' => self.tab,
            _ => 1,
        });
        (column.sum(), line.start + blank)
    }

    /// Reads a line and those that belong to its value; returns the index of the next.
    fn line(&mut self, index: usize) -> usize {
        let line = self.lines[index].clone();
        let (mut column, mut at) = self.beginning(index);
        if at >= line.end || self.text[at..].starts_with('#') {
            return index + 1;
        }
        if column == 0 && self.is_rule_between(index) {
            let next = self
                .lines
                .get(index + 1)
                .map_or(self.text.len(), |next| next.start);
            let edits = vec![Edit {
                span: line.start..next,
                text: String::new(),
            }];
            self.slips.push(Slip {
                kind: SlipKind::Rule,
                span: line,
                edits,
            });
            return index + 1;
        }
        match self.shift {
            Some((written, read)) if written == column => self.forced = Some(read),
            Some((written, _)) if column < written => self.shift = None,
            _ => {}
        }
        if self.forced.is_none() {
            self.forced = self.column_meant(index, column);
        }
        self.indentation(line.start..at, &mut column);
        let open = self.open.take();
        if column == 0 {
            at += self.root_item(at..line.end, open);
        }
        at += self.sign(at..line.end);
        self.items.retain(|other| *other <= column);
        let mut item = None;
        while let Some(length) = self.bullet(at..line.end, column, open) {
            self.items.push(column);
            item = Some(column);
            at += length.0;
            column += length.1;
        }
        if item.is_none() {
            self.items.retain(|other| *other < column);
        }
        let beside = item.unwrap_or(column);
        self.above.clone_from(&self.path);
        self.path.retain(|(other, _)| match item {
            Some(_) => *other <= beside,
            None => *other < beside,
        });
        if at >= line.end {
            self.open = Some(column);
            return index + 1;
        }
        self.item_text = None;
        let key = self.key(at..line.end);
        match key.filter(|key| item.is_none() || !self.is_sentence(index, key, column)) {
            Some(key) => {
                self.path.push((column, key.name));
                if let Some(gap) = key.gap {
                    self.slip(key.kind, gap.span, gap.text);
                }
                if key.value >= line.end || is_comment(&self.text[key.value..line.end]) {
                    self.open = Some(column);
                    return index + 1;
                }
                self.value(index, column, key.value)
            }
            None => match item {
                Some(item) => {
                    self.item_text = Some(column);
                    self.value(index, item, at)
                }
                None if self.separator(at..line.end) || column > 0 => index + 1,
                None => self.stray(index, open),
            },
        }
    }

    /// Whether a line of dashes has fields above it; at the top, YAML has its own use for one.
    fn is_rule_between(&self, index: usize) -> bool {
        !self.path.is_empty() && rule(&self.text[self.lines[index].clone()]).is_some()
    }

    /// What is read in place of tabs, and of indentation that says something other than its editor meant.
    fn indentation(&mut self, blank: Range<usize>, column: &mut usize) {
        if let Some(forced) = self.forced.take() {
            self.shift = Some((*column, forced));
            let text = " ".repeat(forced);
            self.slip(SlipKind::Indent, blank, text);
            *column = forced;
        } else if self.text[blank.clone()].contains(|c| c != ' ') {
            let text = " ".repeat(*column);
            self.tabs.push(Edit { span: blank, text });
        }
    }

    /// An unindented line that is not a field: the text of the field above it if that has none; otherwise
    /// unreadable.
    fn stray(&mut self, index: usize, open: Option<usize>) -> usize {
        let line = self.lines[index].clone();
        let written = &self.text[line.clone()];
        if written.starts_with(['{', '[', '}', ']', '?', '%', '"', '\'', '|', '>', '&', '!']) {
            return index + 1;
        }
        let names: Vec<&str> = self.above.iter().map(|(_, name)| *name).collect();
        if open == Some(0) && names.last().is_some_and(|name| self.keys.is_key(name)) {
            let is_beside_items = index + 1 < self.lines.len()
                && self.beginning(index + 1).0 == 0
                && self.is_item(index + 1);
            let mark = match self.keys.is_list(&names) {
                true if is_beside_items => "- ",
                true => "  - ",
                false => "  ",
            };
            let edits = vec![Edit {
                span: line.start..line.start,
                text: mark.to_owned(),
            }];
            let kind = SlipKind::Under;
            self.slips.push(Slip {
                kind,
                span: line,
                edits,
            });
            self.path.clone_from(&self.above);
            self.open = open;
            return index + 1;
        }
        let words = written.split_whitespace().next().unwrap_or_default();
        let mistake = match self.keys.is_key(words) {
            true => YamlMistake::NoColon,
            false => YamlMistake::Stray,
        };
        let mut next = index + 1;
        let mut end = line.end;
        while next < self.lines.len() {
            let (other, start) = self.beginning(next);
            if start < self.lines[next].end {
                if other == 0 {
                    break;
                }
                end = self.lines[next].end;
            }
            next += 1;
        }
        self.slips.push(Slip {
            kind: SlipKind::Unsure(mistake),
            span: line.clone(),
            edits: vec![Edit {
                span: line.start..end,
                text: String::new(),
            }],
        });
        next
    }

    /// The right column for a line that is indented a little less or more than the only lines that it can
    /// belong with.
    fn column_meant(&self, index: usize, column: usize) -> Option<usize> {
        let is_field = || {
            let (_, start) = self.beginning(index);
            let key = self.key(start..self.lines[index].end);
            key.is_some_and(|key| key.is_known)
        };
        if self.path.is_empty() {
            // The first field, indented further than all others.
            let is_first = column > 0 && self.slips.is_empty();
            return (is_first && is_field() && self.stands_left(index, column)).then_some(0);
        }
        let beside = self.path.iter().rev().find(|(other, _)| *other > column)?.0;
        if self.path.iter().any(|(other, _)| *other == column) || self.items.contains(&column) {
            return None;
        }
        let above = self.path.iter().rev().find(|(other, _)| *other < column);
        let above = above.map_or(0, |(other, _)| *other);
        let is_in_item = self
            .items
            .iter()
            .any(|item| *item < column && *item >= above);
        (column > above && (is_in_item || beside - column < column - above) && is_field())
            .then_some(beside)
    }

    /// Whether there is an unindented field below a line.
    fn stands_left(&self, index: usize, column: usize) -> bool {
        let mut below = index + 1..self.lines.len();
        below.any(|other| {
            let (beginning, start) = self.beginning(other);
            let line = start..self.lines[other].end;
            beginning == 0 && column > 0 && !line.is_empty() && self.key(line).is_some()
        })
    }
}

/// The names after a mark, anywhere in a text.
fn names_after(text: &str, mark: char) -> HashSet<&str> {
    let parts = text.split(mark).skip(1);
    let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}');
    parts
        .filter_map(|part| part.split(ends).next())
        .filter(|name| !name.is_empty())
        .collect()
}
