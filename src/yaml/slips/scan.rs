//! The lines of a text, one by one: indentation, bullets, keys.

use std::collections::HashSet;
use std::ops::Range;

use super::{Edit, Slip, SlipKind};
use crate::yaml::{Vocabulary, rule};

/// Signs that stand before the items of a list in a word processor.
pub(super) const BULLETS: &[char] = &['•', '·', '●', '▪', '◦', '‣', '○', '■', '–', '—', '*'];

/// Reads the lines of a text as an editor wrote them.
pub(super) struct Scanner<'t> {
    pub text: &'t str,
    /// The bytes of each line, without the blanks at its end.
    pub lines: Vec<Range<usize>>,
    pub keys: &'t dyn Vocabulary,
    /// How many columns a tab is worth.
    tab: usize,
    pub slips: Vec<Slip>,
    /// The names after `&`, and those after `*`.
    pub anchors: HashSet<&'t str>,
    pub aliases: HashSet<&'t str>,
    /// What is read in the place of tabs at the beginning of lines.
    tabs: Vec<Edit>,
    /// The column of the key on the line before, where no value follows it there.
    pub open: Option<usize>,
    /// The columns in which items stand.
    items: Vec<usize>,
    /// The column in which the next line is to begin, where it is set in by mistake.
    pub forced: Option<usize>,
    /// The column of fields that are set in by mistake, and the one in which they are read: those below one are set in like it.
    shift: Option<(usize, usize)>,
    /// The fields that lead to the line that is read, from the top, each with its column.
    pub path: Vec<(usize, &'t str)>,
    /// The column of the text that is read, where it stands after a bullet.
    pub item_text: Option<usize>,
}

/// A key on a line.
pub(super) struct Key<'t> {
    /// Its name, without quotation marks.
    pub name: &'t str,
    /// Where its value begins; the line's end where there is none.
    pub value: usize,
    /// Whether it is one that guichet knows.
    pub is_known: bool,
    /// What is read between key and value.
    gap: Option<Edit>,
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
            item_text: None,
        }
    }

    /// All slips, in no order.
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

    /// The column in which a line's text begins, and the byte.
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

    /// Reads a line and those that belong to its value; gives the index of the next.
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
        self.indentation(line.start..at, &mut column);
        let open = self.open.take();
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
                    self.slip(SlipKind::Space, gap.span, gap.text);
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
                None => {
                    self.separator(at..line.end);
                    index + 1
                }
            },
        }
    }

    /// Whether a line of dashes has fields above it: at the top YAML has its own use for one.
    fn is_rule_between(&self, index: usize) -> bool {
        !self.path.is_empty() && rule(&self.text[self.lines[index].clone()]).is_some()
    }

    /// What is read in the place of tabs, and of an indentation that says something else than its editor meant.
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

    /// The length in bytes and in columns of the bullet that a text begins with.
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
        // Elsewhere such a sign is a part of a text.
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

    /// The key that a text begins with.
    pub fn key(&self, span: Range<usize>) -> Option<Key<'t>> {
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
            '[' | '{' | '|' | '>' | '&' | '*' | '!' | '%' | '@' | '`' | '#' => return None,
            _ => match colon(written) {
                Some(colon) => colon,
                None => return self.key_without_space(span),
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
        Some(Key {
            name: name.trim_matches(['"', '\'']),
            value: span.start + value,
            is_known: self.keys.is_key(name),
            gap,
        })
    }

    /// `titre = Bonjour` and `titre; Bonjour`, where the key is one that guichet knows.
    fn separator(&mut self, span: Range<usize>) {
        let written = &self.text[span.clone()];
        let Some(at) = written.find(['=', ';']) else {
            return;
        };
        let name = written[..at].trim_end();
        if self.keys.is_key(name) {
            let after = &written[at + 1..];
            let end = at + 1 + (after.len() - after.trim_start().len());
            let span = span.start..span.start + end;
            let text = format!("{name}: ");
            self.slip(SlipKind::Separator, span, text);
        }
    }

    /// `titre:Bonjour`, where the key is one that guichet knows.
    fn key_without_space(&self, span: Range<usize>) -> Option<Key<'t>> {
        let whole: &'t str = self.text;
        let (name, value) = whole[span.clone()].split_once(':')?;
        let is_known = !value.starts_with("//") && self.keys.is_key(name.trim_end());
        let at = span.start + name.len() + 1;
        is_known.then(|| Key {
            name: name.trim_end(),
            value: at,
            is_known: true,
            gap: Some(Edit {
                span: at..at,
                text: " ".to_owned(),
            }),
        })
    }
}

/// The names that stand after a mark anywhere in a text.
fn names_after(text: &str, mark: char) -> HashSet<&str> {
    let parts = text.split(mark).skip(1);
    let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ']' | '}');
    parts
        .filter_map(|part| part.split(ends).next())
        .filter(|name| !name.is_empty())
        .collect()
}

/// Where the colon stands that ends a key: the first before a blank or the end of the line, outside a comment.
pub(super) fn colon(written: &str) -> Option<usize> {
    let end = written.find(" #").unwrap_or(written.len());
    let written = &written[..end];
    written.match_indices(':').map(|(at, _)| at).find(|at| {
        let after = &written[at + 1..];
        *at > 0 && (after.is_empty() || after.starts_with(char::is_whitespace))
    })
}

/// Where the quotation mark stands that closes the one which a text begins with.
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

/// Whether what follows a key is a comment: `#1` is none.
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
