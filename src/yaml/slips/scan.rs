//! The lines of a text, one by one: indentation, bullets, keys.

use std::collections::HashSet;
use std::ops::Range;

use super::{Slip, SlipKind};
use crate::diagnostics::Edit;
use crate::yaml::{Vocabulary, YamlMistake, rule};

/// Characters that precede list items in a word processor.
pub(super) const BULLETS: &[char] = &['•', '·', '●', '▪', '◦', '‣', '○', '■', '–', '—', '*'];

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

/// A key on a line.
pub(super) struct LineKey<'t> {
    /// Its name, without quotation marks.
    pub name: &'t str,
    /// Where its value begins; the end of the line if there is none.
    pub value: usize,
    /// Whether it is one that guichet knows.
    pub is_known: bool,
    /// What is read between key and value, or in place of both.
    gap: Option<Edit>,
    /// What is odd about it.
    kind: SlipKind,
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

    /// The length of a question mark before a field, with which YAML introduces a multi-line key.
    fn sign(&mut self, span: Range<usize>) -> usize {
        let length = match self.text[span.clone()].strip_prefix('?') {
            Some(rest) if rest.starts_with(' ') => 1 + rest.len() - rest.trim_start().len(),
            _ => return 0,
        };
        let key = self.key(span.start + length..span.end);
        if !key.is_some_and(|key| key.is_known) {
            return 0;
        }
        let sign = span.start..span.start + length;
        self.slip(SlipKind::Sign, sign, String::new());
        length
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

    /// The length, in bytes and in columns, of the bullet at the start of a text.
    fn bullet(
        &mut self,
        span: Range<usize>,
        column: usize,
        open: Option<usize>,
    ) -> Option<(usize, usize)> {
        let written = &self.text[span.clone()];
        let mut characters = written.chars();
        let first = characters.next()?;
        let rest = characters.as_str();
        let bare = rest.trim_start();
        let blank = rest.len() - bare.len();
        if first == '-' && (blank > 0 || rest.is_empty()) {
            if rest[..blank].contains(|c| c != ' ') {
                self.slip(
                    SlipKind::Space,
                    span.start..span.start + 1 + blank,
                    "- ".into(),
                );
                return Some((1 + blank, 2));
            }
            return Some((1 + blank, 1 + blank));
        }
        // Elsewhere, such a character is part of a text.
        let is_list = open.is_some_and(|open| open <= column) || self.items.contains(&column);
        if !is_list || bare.is_empty() {
            return None;
        }
        let length = match first {
            '-' if rest.starts_with(char::is_alphabetic) => 1,
            '*' if blank == 0 => return None,
            _ if BULLETS.contains(&first) => first.len_utf8() + blank,
            _ => numbered(written)?,
        };
        let end = span.start + length;
        self.slip(SlipKind::Bullet, span.start..end, "- ".into());
        Some((length, 2))
    }

    /// The key at the start of a text.
    pub fn key(&self, span: Range<usize>) -> Option<LineKey<'t>> {
        let whole: &'t str = self.text;
        let written = &whole[span.clone()];
        let first = written.chars().next()?;
        let end = match first {
            '"' | '\'' => {
                let close = closing(written, first)? + 1;
                let rest = &written[close..];
                let colon = close + rest.find(|c: char| !c.is_whitespace())?;
                let after = written[colon..].strip_prefix(':')?;
                let is_key = after.is_empty() || after.starts_with(char::is_whitespace);
                is_key.then_some(colon)?
            }
            '[' | '*' | '`' | '«' | '“' | '_' => return self.marked_key(span),
            '{' | '|' | '>' | '&' | '!' | '%' | '@' | '#' => return None,
            _ => match colon(written) {
                Some(colon) => colon,
                None => {
                    let key = self.key_without_space(span.clone());
                    return key.or_else(|| self.marked_key(span));
                }
            },
        };
        let name = written[..end].trim_end();
        let after = &written[end + 1..];
        let value = end + 1 + (after.len() - after.trim_start().len());
        let before_is_plain = written[name.len()..end].bytes().all(|b| b == b' ');
        let after_is_plain = written[end + 1..value].bytes().all(|b| b == b' ');
        let gap = (!before_is_plain || !after_is_plain).then(|| Edit {
            span: span.start + name.len()..span.start + value,
            text: if value < written.len() { ": " } else { ":" }.to_owned(),
        });
        Some(LineKey {
            name: name.trim_matches(['"', '\'']),
            value: span.start + value,
            is_known: self.keys.is_key(name),
            gap,
            kind: SlipKind::Space,
        })
    }

    /// `titre = Bonjour`, `titre; Bonjour` and `titre -> Bonjour`, if guichet knows the key.
    fn separator(&mut self, span: Range<usize>) -> bool {
        const ARROWS: &[&str] = &["->", "=>", "→", "="];
        let written = &self.text[span.clone()];
        let Some(at) = written.find(['=', ';', '-', '→']) else {
            return false;
        };
        let name = written[..at].trim_end();
        let sign = match ARROWS
            .iter()
            .find(|arrow| written[at..].starts_with(**arrow))
        {
            Some(arrow) => arrow.len(),
            None if written[at..].starts_with(';') => 1,
            None => return false,
        };
        if !self.keys.is_key(name) {
            return false;
        }
        let after = &written[at + sign..];
        let end = at + sign + (after.len() - after.trim_start().len());
        let span = span.start..span.start + end;
        let text = format!("{name}: ");
        self.slip(SlipKind::Separator, span, text);
        true
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
            let mark = if self.keys.is_list(&names) {
                "  - "
            } else {
                "  "
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

    /// The length of the dash before a top-level field, which is not a list: `- titre: Aide`. Either all
    /// fields have one or none has.
    fn root_item(&mut self, span: Range<usize>, open: Option<usize>) -> usize {
        let written = &self.text[span.clone()];
        let Some(rest) = written.strip_prefix('-').map(str::trim_start) else {
            return 0;
        };
        let names: Vec<&str> = self.path.iter().map(|(_, name)| *name).collect();
        let is_in_list = open == Some(0) && self.keys.is_list(&names);
        let length = written.len() - rest.len();
        let key = self.key(span.start + length..span.end);
        let is_field = key.is_some_and(|key| key.is_known);
        if !is_field || length < 2 || is_in_list || !(self.path.is_empty() || self.is_list) {
            return 0;
        }
        self.is_list = true;
        self.slip(
            SlipKind::Item,
            span.start..span.start + length,
            String::new(),
        );
        length
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

    /// `titre:Bonjour`, if guichet knows the key.
    fn key_without_space(&self, span: Range<usize>) -> Option<LineKey<'t>> {
        let whole: &'t str = self.text;
        let (name, value) = whole[span.clone()].split_once(':')?;
        let is_known = !value.starts_with("//") && self.keys.is_key(name.trim_end());
        let at = span.start + name.len() + 1;
        is_known.then(|| LineKey {
            name: name.trim_end(),
            value: at,
            is_known: true,
            gap: Some(Edit {
                span: at..at,
                text: " ".to_owned(),
            }),
            kind: SlipKind::Space,
        })
    }

    /// `**titre** : Aide`, `« titre » : Aide`, `titre： Aide`, if guichet knows the key.
    fn marked_key(&self, span: Range<usize>) -> Option<LineKey<'t>> {
        let whole: &'t str = self.text;
        let written = &whole[span.clone()];
        let (at, colon) = written
            .char_indices()
            .find(|(_, c)| matches!(c, ':' | '：' | '﹕'))?;
        let is_mark = |c: char| matches!(c, '*' | '_' | '`' | '«' | '»' | '“' | '”' | '[' | ']');
        let is_around = |c: char| is_mark(c) || c.is_whitespace();
        let name = written[..at].trim_matches(is_around);
        let after = &written[at + colon.len_utf8()..];
        let value = after.trim_start();
        // Marks that open before the key may close after the colon.
        let opened = &written[..at - written[..at].trim_start_matches(is_around).len()];
        let value = match opened.trim() {
            "" => value,
            marks if written[..at].trim_end().ends_with(is_mark) || !value.starts_with(marks) => {
                value
            }
            marks => value[marks.len()..].trim_start(),
        };
        let is_odd = colon != ':' || name.len() < written[..at].trim_end().len();
        if !is_odd || !self.keys.is_key(name) {
            return None;
        }
        let value = span.end - value.len();
        Some(LineKey {
            name,
            value,
            is_known: true,
            gap: Some(Edit {
                span: span.start..value,
                text: if value < span.end {
                    format!("{name}: ")
                } else {
                    format!("{name}:")
                },
            }),
            kind: SlipKind::Separator,
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

/// The colon that ends a key: the first one before a blank or the end of the line, outside a comment.
pub(super) fn colon(written: &str) -> Option<usize> {
    let end = written.find(" #").unwrap_or(written.len());
    let written = &written[..end];
    written.match_indices(':').map(|(at, _)| at).find(|at| {
        let after = &written[at + 1..];
        *at > 0 && (after.is_empty() || after.starts_with(char::is_whitespace))
    })
}

/// The quotation mark that closes the one at the start of a text.
pub(super) fn closing(written: &str, mark: char) -> Option<usize> {
    let mut characters = written.char_indices().skip(1).peekable();
    while let Some((at, c)) = characters.next() {
        if mark == '"' && c == '\\' {
            characters.next();
        } else if c == mark {
            match characters.peek() {
                Some((_, next)) if mark == '\'' && *next == mark => {
                    characters.next();
                }
                _ => return Some(at),
            }
        }
    }
    None
}

/// Whether what follows a key is a comment: `#1` is not.
pub(super) fn is_comment(written: &str) -> bool {
    let after = written.strip_prefix('#').map(|after| after.chars().next());
    after.is_some_and(|next| !next.is_some_and(char::is_alphanumeric))
}

/// The length of `1. ` or `2) `.
pub(super) fn numbered(written: &str) -> Option<usize> {
    let digits = written.bytes().take_while(u8::is_ascii_digit).count();
    let rest = written[digits..].strip_prefix(['.', ')'])?;
    let bare = rest.trim_start();
    let sound = (1..=2).contains(&digits) && bare.len() < rest.len();
    sound.then(|| written.len() - bare.len())
}
