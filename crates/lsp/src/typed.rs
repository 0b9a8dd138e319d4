//! A text as somebody types it, beside the text that guichet reads from it: where a byte of one is in the other, and on
//! which line.
//!
//! Programs count lines, and on a line bytes or UTF-16 units (Language Server Protocol 3.17, Position). A line ends with
//! `\n`, `\r\n` or `\r`, for them as for guichet, which reads each as `\n`, and leaves invisible characters out
//! ([`guichet::files::as_read`]).

use std::ops::Range;

use guichet::files::as_read;
use tower_lsp_server::ls_types::{Position, PositionEncodingKind, Range as LineRange};

/// What a position counts on its line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Units {
    Utf8,
    #[default]
    Utf16,
}

impl Units {
    /// The first that guichet can count of those that a program offers; UTF-16 if it offers none.
    pub fn of(offered: &[PositionEncodingKind]) -> Self {
        let mut known = offered.iter().filter_map(|kind| match kind.as_str() {
            "utf-8" => Some(Self::Utf8),
            "utf-16" => Some(Self::Utf16),
            _ => None,
        });
        known.next().unwrap_or_default()
    }

    /// Its name in the protocol.
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    fn length(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
        }
    }
}

/// A text as typed and as read.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TypedText {
    typed: String,
    read: String,
    /// Where each line of the text as typed begins.
    starts: Vec<usize>,
    /// Where the two texts begin to advance together.
    strides: Vec<Stride>,
}

/// From here on, a byte of the one text is a byte of the other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Stride {
    read: usize,
    typed: usize,
}

impl TypedText {
    /// A text as typed.
    pub fn new(typed: String) -> Self {
        let read = as_read(&typed).into_owned();
        let ends = typed.char_indices().filter(|(at, c)| match c {
            '\n' => true,
            '\r' => !typed[at + 1..].starts_with('\n'),
            _ => false,
        });
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1));
        Self {
            starts: starts.collect(),
            strides: strides(&typed, &read),
            read,
            typed,
        }
    }

    /// The text as typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The text as read.
    pub fn read(&self) -> &str {
        &self.read
    }

    /// The end of its lines, for lines that are added.
    pub fn line_end(&self) -> &'static str {
        let end = self.typed.find(['\r', '\n']);
        match end.map(|at| &self.typed[at..]) {
            Some(end) if end.starts_with("\r\n") => "\r\n",
            Some(end) if end.starts_with('\r') => "\r",
            _ => "\n",
        }
    }

    /// Where bytes of the text as read are.
    pub fn range(&self, read: &Range<usize>, units: Units) -> LineRange {
        let start = self.read.floor_char_boundary(read.start);
        let end = self.read.floor_char_boundary(read.end).max(start);
        let first = self.typed_at(start);
        let last = match end == start {
            true => first,
            false => self.typed_end(end),
        };
        LineRange {
            start: self.position(first, units),
            end: self.position(last, units),
        }
    }

    /// The byte of the text as read at a position; the nearest one before it if there is none.
    pub fn read_at(&self, position: Position, units: Units) -> usize {
        let typed = self.byte(position, units);
        let next = self.strides.partition_point(|stride| stride.typed <= typed);
        let stride = self.strides.get(next.wrapping_sub(1)).copied();
        let stride = stride.unwrap_or_default();
        let end = self.strides.get(next).map_or(self.read.len(), |s| s.read);
        let at = (stride.read + (typed - stride.typed)).min(end);
        self.read.floor_char_boundary(at)
    }

    /// The byte of the text as typed that begins the character at a byte of the text as read.
    fn typed_at(&self, read: usize) -> usize {
        let next = self.strides.partition_point(|stride| stride.read <= read);
        let stride = self.strides.get(next.wrapping_sub(1)).copied();
        let stride = stride.unwrap_or_default();
        (stride.typed + (read - stride.read)).min(self.typed.len())
    }

    /// The byte of the text as typed that follows the character before a byte of the text as read: invisible characters
    /// after it are not part of it.
    fn typed_end(&self, read: usize) -> usize {
        let Some(last) = self.read[..read].chars().next_back() else {
            return 0;
        };
        let start = self.typed_at(read - last.len_utf8());
        start + length_typed(&self.typed[start..])
    }

    /// The line and the units before a byte of the text as typed.
    fn position(&self, typed: usize, units: Units) -> Position {
        let line = self.starts.partition_point(|start| *start <= typed);
        let line = line.saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or_default();
        let before = self.typed[start..typed].chars();
        Position {
            line: number(line),
            character: number(before.map(|c| units.length(c)).sum()),
        }
    }

    /// The byte of the text as typed at a position; the end of the line or text if it has no such position.
    fn byte(&self, position: Position, units: Units) -> usize {
        let line = position.line as usize;
        let Some(start) = self.starts.get(line).copied() else {
            return self.typed.len();
        };
        let next = self.starts.get(line + 1).copied();
        let line = &self.typed[start..next.unwrap_or(self.typed.len())];
        let line = line.trim_end_matches(['\r', '\n']);
        let mut left = position.character as usize;
        let mut at = start;
        for c in line.chars() {
            let length = units.length(c);
            if length > left {
                break;
            }
            left -= length;
            at += c.len_utf8();
        }
        at
    }
}

/// A count as the protocol has it: texts are shorter than four thousand million bytes.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The length of the first character, where `\r\n` is one.
fn length_typed(typed: &str) -> usize {
    match typed.starts_with("\r\n") {
        true => 2,
        false => typed.chars().next().map_or(0, char::len_utf8),
    }
}

/// Whether a character that was typed is read as this one.
fn is_same(typed: char, read: char) -> bool {
    match typed {
        '\r' => read == '\n',
        // The line ends of other programs are read as spaces.
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => read == ' ',
        typed => typed == read,
    }
}

/// The text as read has the characters of the text as typed in their order, without some of them.
fn strides(typed: &str, read: &str) -> Vec<Stride> {
    let mut strides: Vec<Stride> = Vec::new();
    let mut wanted = read.char_indices().peekable();
    // Where the two are after the last character that both have.
    let mut here = Stride::default();
    let mut after_return = false;
    for (at, c) in typed.char_indices() {
        let is_second = after_return && c == '\n';
        after_return = c == '\r';
        let next = wanted.next_if(|(_, wanted)| !is_second && is_same(c, *wanted));
        let Some((read_at, wanted)) = next else {
            continue;
        };
        if (Stride {
            read: read_at,
            typed: at,
        }) != here
        {
            strides.push(Stride {
                read: read_at,
                typed: at,
            });
        }
        // A return and a line end are read as one: what follows begins anew.
        here = Stride {
            read: read_at + wanted.len_utf8(),
            typed: at + length_typed(&typed[at..]),
        };
        if wanted.len_utf8() != length_typed(&typed[at..]) {
            strides.push(here);
        }
    }
    strides
}

#[cfg(test)]
#[path = "typed/tests.rs"]
mod tests;
