//! A text as somebody types it, beside the text that guichet reads from it: where a byte of one is in the other, and on
//! which line.
//!
//! Programs count lines, and on a line bytes or UTF-16 units (Language Server Protocol 3.17, Position). A line ends with
//! `\n`, `\r\n` or `\r`, for them as for guichet, which reads each as `\n`, and leaves invisible characters out
//! ([`guichet::files::as_read`]).

use std::ops::Range;

use guichet::edit::WrittenPlaces;
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
    places: WrittenPlaces,
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
            places: WrittenPlaces::of(&typed, &read),
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
        let first = self.places.start(start);
        let last = match end == start {
            true => first,
            false => self.places.end(&self.typed, &self.read, end),
        };
        LineRange {
            start: self.position(first, units),
            end: self.position(last, units),
        }
    }

    /// The byte of the text as read at a position; the nearest one before it if there is none.
    pub fn read_at(&self, position: Position, units: Units) -> usize {
        let typed = self.byte(position, units);
        self.places.read_at(typed, &self.read)
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

#[cfg(test)]
#[path = "typed/tests.rs"]
mod tests;
