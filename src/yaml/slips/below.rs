//! Handles what is indented below a value and does not continue its text: fields, and the items of a list.

use std::ops::Range;

use super::scan::{BULLETS, LineKey, Scanner, colon, numbered};
use super::{Slip, SlipKind, joined, quoted};
use crate::diagnostics::Edit;
use crate::spelling::fold_key;
use crate::yaml::{Under, YamlMistake};

/// No editor writes more lines than this between two fields of one name.
const FARTHEST: usize = 200;

/// What to do with lines below a text that are not part of it.
pub(super) enum Below {
    /// Leave it as it is: the text is still to be read. The line to continue from.
    Beside(usize),
    /// Read it with this. The line to continue from.
    With(usize),
}

impl<'t> Scanner<'t> {
    /// Handles the lines from `index` on, if they are indented below the text at `value` and are not part of
    /// it. `column` is that of the field or item of the text. Returns `None` for a continuation of the text.
    pub fn below(&mut self, index: usize, column: usize, value: Range<usize>) -> Option<Below> {
        let line = self.lines.get(index)?.clone();
        let (other, start) = self.beginning(index);
        if start >= line.end || other <= column {
            return None;
        }
        if self.is_item(index) {
            return Some(self.list_below(index, column, value));
        }
        let key = self.key(start..line.end)?;
        if key.is_known {
            let path = self.names();
            // One column more: below the text, or beside its field?
            let is_near = other == column + 1 && self.item_text.is_none();
            match self.keys.under(&path, key.name) {
                Under::Field(_) if is_near && self.keys.is_beside(&path, key.name) => {}
                Under::Field(name) => return Some(self.field(index, other, value, name)),
                // An item has no field beside it.
                Under::Beside
                    if self.item_text.is_none() && !self.stands_beside(index, column, key.name) =>
                {
                    self.forced = Some(column);
                    return Some(Below::Beside(index));
                }
                Under::Beside | Under::Unsure => {}
            }
        } else if key.name.trim().contains(char::is_whitespace) {
            // `de la mairie : venez` continues a sentence.
            return None;
        }
        Some(self.unsure(index, column, value, YamlMistake::FieldsBelow))
    }

    /// Whether what follows a bullet looks like a field but is a sentence: the line below continues it, as no
    /// field does.
    pub fn is_sentence(&self, index: usize, key: &LineKey<'_>, column: usize) -> bool {
        if key.is_known || key.value >= self.lines[index].end {
            return false;
        }
        let Some(line) = self.lines.get(index + 1) else {
            return false;
        };
        let (other, start) = self.beginning(index + 1);
        let rest = start..line.end;
        other == column
            && !rest.is_empty()
            && !self.text[start..].starts_with('#')
            && self.key(rest).is_none()
            && !self.is_item(index + 1)
    }

    pub fn names(&self) -> Vec<&'t str> {
        self.path.iter().map(|(_, name)| *name).collect()
    }

    /// Whether a line begins like a list item.
    pub fn is_item(&self, index: usize) -> bool {
        let (_, start) = self.beginning(index);
        let written = &self.text[start..self.lines[index].end];
        let mut characters = written.chars();
        let Some(first) = characters.next() else {
            return false;
        };
        let rest = characters.as_str();
        let is_apart = rest.starts_with(char::is_whitespace);
        match first {
            '-' => is_apart || rest.is_empty(),
            // Text between two dashes is part of a sentence.
            '–' | '—' => is_apart && !rest.contains(first),
            _ if BULLETS.contains(&first) => is_apart,
            _ => numbered(written).is_some() && self.keys.is_list(&self.names()),
        }
    }

    /// The lines of a list: its first item is the text above, if the field takes a list.
    fn list_below(&mut self, index: usize, column: usize, value: Range<usize>) -> Below {
        if self.item_text.is_some() || !self.keys.is_list(&self.names()) {
            return self.unsure(index, column, value, YamlMistake::ListBelow);
        }
        let (other, _) = self.beginning(index);
        let text = as_yaml(&self.text[value.clone()]);
        let text = format!("\n{}- {text}", " ".repeat(other));
        self.on_its_own_line(SlipKind::First, value, text);
        self.open = Some(column);
        Below::With(index)
    }

    /// Fields below a text that abbreviates one of them.
    fn field(&mut self, index: usize, other: usize, value: Range<usize>, name: &str) -> Below {
        match self.item_text {
            Some(column) => {
                if other != column {
                    self.forced = Some(column);
                }
                let named = named(&self.text[value.clone()], name).unwrap_or(0);
                self.slips.push(Slip {
                    kind: SlipKind::Field,
                    span: value.clone(),
                    edits: vec![Edit {
                        span: value.start..value.start + named,
                        text: format!("{name}: "),
                    }],
                });
                Below::Beside(index)
            }
            None => {
                let text = as_yaml(&self.text[value.clone()]);
                let text = format!("\n{}{name}: {text}", " ".repeat(other));
                self.on_its_own_line(SlipKind::Field, value, text);
                Below::With(index)
            }
        }
    }

    /// Puts a line in place of the text after a field.
    fn on_its_own_line(&mut self, kind: SlipKind, value: Range<usize>, text: String) {
        let start = self.after_colon(value.start);
        let edits = vec![Edit {
            span: start..value.end,
            text,
        }];
        self.slips.push(Slip {
            kind,
            span: value,
            edits,
        });
    }

    /// The end of the colon before a value, including odd blanks after it.
    fn after_colon(&mut self, value: usize) -> usize {
        let before = self.text[..value].trim_end().len();
        for slip in &mut self.slips {
            if slip.kind == SlipKind::Space && slip.span.end == value {
                slip.span.end = before;
                for edit in &mut slip.edits {
                    edit.span.end = before;
                    edit.text = ":".to_owned();
                }
            }
        }
        before
    }

    /// Leaves out what is ambiguous, with all lines indented below it.
    pub fn unsure(
        &mut self,
        index: usize,
        column: usize,
        value: Range<usize>,
        mistake: YamlMistake,
    ) -> Below {
        let mut next = index;
        let mut end = value.end;
        while next < self.lines.len() {
            let (other, start) = self.beginning(next);
            let line = &self.lines[next];
            if start < line.end {
                if other <= column {
                    break;
                }
                end = line.end;
            }
            next += 1;
        }
        // The list item stays: without its text it would be another mistake.
        let start = match self.item_text {
            Some(_) => value.end,
            None => self.after_colon(value.start),
        };
        let first = self.text[value.clone()].find('\n');
        self.slips.push(Slip {
            kind: SlipKind::Unsure(mistake),
            span: value.start..first.map_or(value.end, |length| value.start + length),
            edits: vec![Edit {
                span: start..end,
                text: String::new(),
            }],
        });
        match self.item_text {
            Some(_) => Below::Beside(next),
            None => Below::With(next),
        }
    }

    /// Whether a field of this name is a sibling of the one at `column` that the lines at `index` are below.
    fn stands_beside(&self, index: usize, column: usize, name: &str) -> bool {
        let path = self.names();
        let is_it = |other: usize| {
            let (beginning, start) = self.beginning(other);
            let line = start..self.lines[other].end;
            let key = (beginning == column && !line.is_empty()).then(|| self.key(line));
            let key = key.flatten();
            key.is_some_and(|key| self.keys.is_same(&path, key.name, name))
        };
        let is_inside = |other: &usize| {
            let (beginning, start) = self.beginning(*other);
            start >= self.lines[*other].end || beginning >= column
        };
        let above = (0..index).rev().take(FARTHEST).take_while(is_inside);
        let below = (index + 1..self.lines.len()).take(FARTHEST);
        above.chain(below.take_while(is_inside)).any(is_it)
    }
}

/// The length of the name of a field at the start of a text, with the sign after it: `nom = Photo`.
fn named(written: &str, name: &str) -> Option<usize> {
    let (before, rest) = written.split_once(['=', ';', '"'])?;
    let is_name = fold_key(before.trim_end()) == fold_key(name);
    let value = match written[before.len()..].starts_with('"') {
        true => &written[before.len()..],
        false => rest.trim_start(),
    };
    (is_name && !value.is_empty()).then(|| written.len() - value.len())
}

/// A text of one or several lines as a value of YAML.
fn as_yaml(written: &str) -> String {
    let text = joined(written);
    let is_quoted = text.starts_with(['"', '\'']);
    let is_marked =
        text.starts_with(|c: char| c.is_ascii_punctuation() && !matches!(c, '(' | '<' | '/'));
    match !is_quoted && (is_marked || colon(&text).is_some() || text.contains(" #")) {
        true => quoted(&text),
        false => text.into_owned(),
    }
}
