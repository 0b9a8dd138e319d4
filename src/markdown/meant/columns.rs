//! Tables whose columns are separated by spaces, as typed on a keyboard or copied from a PDF:
//!
//! ```text
//!          matin      après-midi
//! lundi    fermé      14h-19h
//! mardi    12h-14h    16h-20h
//! ```

use std::ops::Range;

use super::PassFindings;
use super::groups::{TextGroup, TextGroupKind, TextLine};
use super::reading::Reading;

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    let source = reading.source;
    let paragraphs = reading.groups.iter();
    for group in paragraphs.filter(|group| group.kind == TextGroupKind::Paragraph) {
        let rows: Vec<SpacedRow> = group
            .lines
            .iter()
            .map(|line| SpacedRow::of(source, line))
            .collect();
        let mut at = 0;
        while at < rows.len() {
            let many = rows[at..]
                .iter()
                .take_while(|row| row.cells.len() > 1)
                .count();
            let range = at..at + many;
            at = range.end + 1;
            if let Some(columns) = Columns::of(&rows[range.clone()]) {
                columns.write(source, group, &rows, range, found);
            }
        }
    }
}

/// Whether the gaps between words are wide enough to form columns.
pub fn has_gap(line: &str) -> bool {
    line.trim().contains(GAP)
}

const GAP: &str = "  ";

/// A cell: its bytes, and its columns on screen.
struct SpacedCell {
    bytes: Range<usize>,
    screen: Range<usize>,
}

struct SpacedRow {
    line: Range<usize>,
    cells: Vec<SpacedCell>,
    /// The number of spaces in its narrowest gap.
    gap: usize,
}

impl SpacedRow {
    fn of(source: &str, line: &TextLine) -> Self {
        let start = source[..line.span.start].rfind('\n').map_or(0, |at| at + 1);
        let text = source[line.span.clone()].trim_end();
        let mut row = Self {
            line: line.span.start..line.span.start + text.len(),
            cells: Vec::new(),
            gap: usize::MAX,
        };
        if !has_gap(text) || text.contains(['\t', '|']) || !line.is_typed {
            return row;
        }
        let margin = source[start..line.span.start].chars().count();
        let (mut at, mut screen) = (0, margin);
        while at < text.len() {
            let cell = &text[at..];
            let cell = &cell[..cell.find(GAP).unwrap_or(cell.len())];
            let width = cell.chars().count();
            row.cells.push(SpacedCell {
                bytes: line.span.start + at..line.span.start + at + cell.len(),
                screen: screen..screen + width,
            });
            let rest = &text[at + cell.len()..];
            let spaces = rest.len() - rest.trim_start_matches(' ').len();
            if spaces > 0 {
                row.gap = row.gap.min(spaces);
            }
            at += cell.len() + spaces;
            screen += width + spaces;
        }
        row
    }
}

/// The positions of a table's columns.
struct Columns {
    /// The first and last screen column of each.
    places: Vec<Range<usize>>,
    /// The table column of each cell, row by row.
    cells: Vec<Vec<usize>>,
}

impl Columns {
    /// The columns of these rows; `None` if they are not aligned.
    fn of(rows: &[SpacedRow]) -> Option<Self> {
        // Two lines with wide gaps may be a pair of signatures; three may not.
        const WIDE: usize = 4;
        let is_wide = rows.iter().all(|row| row.gap >= WIDE);
        let widest = rows.iter().max_by_key(|row| row.cells.len())?;
        if rows.len() < 2 || rows.len() < 3 && !is_wide {
            return None;
        }
        let places: Vec<Range<usize>> = widest
            .cells
            .iter()
            .map(|cell| cell.screen.clone())
            .collect();
        let place = |cell: &SpacedCell| {
            let begins = places
                .iter()
                .position(|place| place.start == cell.screen.start);
            begins.or_else(|| places.iter().position(|place| place.end == cell.screen.end))
        };
        let mut cells = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            let found: Option<Vec<usize>> = row.cells.iter().map(place).collect();
            let found = found.filter(|found| found.windows(2).all(|pair| pair[0] < pair[1]));
            let is_head = at == 0 && rows.len() > 2;
            cells.push(match found {
                Some(found) => found,
                // A header that has lost its margin, or is centred over its columns.
                None if is_head && row.cells.len() == places.len() => (0..places.len()).collect(),
                None if is_head && row.cells.len() + 1 == places.len() => {
                    (1..places.len()).collect()
                }
                None => return None,
            });
        }
        Some(Self { places, cells })
    }

    fn write(
        &self,
        source: &str,
        group: &TextGroup,
        rows: &[SpacedRow],
        range: Range<usize>,
        found: &mut PassFindings,
    ) {
        // What precedes the line on its own, in a list or a quotation, precedes each new line too.
        let prefix = |line: usize| {
            let at = group.lines[line].span.start;
            let start = source[..at].rfind('\n').map_or(0, |newline| newline + 1);
            source[start..at].to_owned()
        };
        let below = prefix(range.start + 1);
        let width = self.places.len();
        let table = &rows[range.clone()];
        for (number, (row, places)) in table.iter().zip(&self.cells).enumerate() {
            let parts = number == 0 && range.start > 0;
            let mut before = if parts {
                format!("\n{below}|")
            } else {
                "|".to_owned()
            };
            let (mut at, mut column) = (row.line.start, 0);
            for (cell, place) in row.cells.iter().zip(places) {
                let empty = " |".repeat(place - column);
                found.edit(at..cell.bytes.start, format!("{before}{empty} "));
                before = " |".to_owned();
                at = cell.bytes.end;
                column = place + 1;
            }
            let empty = " |".repeat(width - column);
            let line = if number == 0 {
                format!("\n{below}|{}", "---|".repeat(width))
            } else {
                String::new()
            };
            found.edit(at..row.line.end, format!("{before}{empty}{line}"));
        }
        if let Some(after) = group.lines.get(range.end) {
            let start = after.span.start;
            found.edit(start..start, format!("\n{}", prefix(range.end)));
        }
    }
}
