//! Bullets of lists: YAML's dash, those of word processors, and numbers.

use std::ops::Range;

use super::super::SlipKind;
use super::Scanner;

/// Characters that precede list items in a word processor.
pub(in super::super) const BULLETS: &[char] =
    &['•', '·', '●', '▪', '◦', '‣', '○', '■', '–', '—', '*'];

impl Scanner<'_> {
    /// The length, in bytes and in columns, of the bullet at the start of a text.
    pub(super) fn bullet(
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

    /// The length of the dash before a top-level field, which is not a list: `- titre: Aide`. Either all
    /// fields have one or none has.
    pub(super) fn root_item(&mut self, span: Range<usize>, open: Option<usize>) -> usize {
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
}

/// The length of `1. ` or `2) `.
pub(in super::super) fn numbered(written: &str) -> Option<usize> {
    let digits = written.bytes().take_while(u8::is_ascii_digit).count();
    let rest = written[digits..].strip_prefix(['.', ')'])?;
    let bare = rest.trim_start();
    let sound = (1..=2).contains(&digits) && bare.len() < rest.len();
    sound.then(|| written.len() - bare.len())
}
