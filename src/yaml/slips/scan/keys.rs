//! Keys and what editors write between a key and its value: no space, `=` for the colon, marks around the name.

use std::ops::Range;

use super::super::SlipKind;
use super::Scanner;
use crate::diagnostics::Edit;

/// A key on a line.
pub(in super::super) struct LineKey<'t> {
    /// Its name, without quotation marks.
    pub name: &'t str,
    /// Where its value begins; the end of the line if there is none.
    pub value: usize,
    /// Whether it is one that guichet knows.
    pub is_known: bool,
    /// What is read between key and value, or in place of both.
    pub(super) gap: Option<Edit>,
    /// What is odd about it.
    pub(super) kind: SlipKind,
}

impl<'t> Scanner<'t> {
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
            '[' | '*' | '`' => return self.marked_key(span),
            '«' | '“' | '_' => match (self.marked_key(span.clone()), colon(written)) {
                (None, Some(colon)) => colon,
                (key, _) => return key,
            },
            '{' | '|' | '>' | '&' | '!' | '%' | '@' | '#' => return None,
            _ => match colon(written) {
                // `titre = "Aide : pour tous"`: the colon is in the value.
                Some(colon) if self.is_in_value(&written[..colon]) => {
                    return self.key_without_space(span);
                }
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

    /// Whether a known key and a value that opens with a mark are before a colon.
    fn is_in_value(&self, before: &str) -> bool {
        let Some((name, _)) = before.split_once(['"', '{']) else {
            return false;
        };
        let is_sign = |c: char| c.is_whitespace() || matches!(c, ':' | ';' | '=' | '-' | '>' | '→');
        self.keys.is_key(name.trim_end_matches(is_sign)) && !self.keys.is_key(before)
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

    /// `titre = Bonjour`, `titre; Bonjour` and `titre -> Bonjour`, if guichet knows the key.
    pub(super) fn separator(&mut self, span: Range<usize>) -> bool {
        const ARROWS: &[&str] = &["->", "=>", "→", "="];
        let written = &self.text[span.clone()];
        // A hyphen may be in the name.
        let signs = written.match_indices(['=', ';', '-', '→']);
        let mut signs = signs.filter_map(|(at, _)| {
            let rest = &written[at..];
            let arrow = ARROWS.iter().find(|arrow| rest.starts_with(**arrow));
            let length = arrow.map(|arrow| arrow.len());
            Some((at, length.or(rest.starts_with(';').then_some(1))?))
        });
        let Some((at, sign)) = signs.next() else {
            return false;
        };
        let name = written[..at].trim_end();
        if !self.keys.is_key(name) {
            return false;
        }
        let after = &written[at + sign..];
        let end = at + sign + (after.len() - after.trim_start().len());
        let space = if end < written.len() { " " } else { "" };
        let span = span.start..span.start + end;
        let text = format!("{name}:{space}");
        self.slip(SlipKind::Separator, span, text);
        true
    }

    /// The length of a question mark before a field, with which YAML introduces a multi-line key.
    pub(super) fn sign(&mut self, span: Range<usize>) -> usize {
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
}

/// The colon that ends a key: the first one before a blank or the end of the line, outside a comment.
pub(in super::super) fn colon(written: &str) -> Option<usize> {
    let end = written.find(" #").unwrap_or(written.len());
    let written = &written[..end];
    written.match_indices(':').map(|(at, _)| at).find(|at| {
        let after = &written[at + 1..];
        *at > 0 && (after.is_empty() || after.starts_with(char::is_whitespace))
    })
}

/// The quotation mark that closes the one at the start of a text.
pub(in super::super) fn closing(written: &str, mark: char) -> Option<usize> {
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
pub(in super::super) fn is_comment(written: &str) -> bool {
    let after = written.strip_prefix('#').map(|after| after.chars().next());
    after.is_some_and(|next| !next.is_some_and(char::is_alphanumeric))
}
