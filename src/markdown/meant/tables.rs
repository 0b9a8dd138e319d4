//! Tables without the delimiter row below their header, tables with tab-separated columns, and rows with more
//! cells than the header.

use std::ops::Range;

use super::groups::{TextGroup, TextGroupKind, TextLine};
use super::reading::{Reading, TypedTable};
use super::{MarkKind, PassFindings, lines};

pub fn look(reading: &Reading<'_>, found: &mut PassFindings) {
    for table in &reading.tables {
        widen(reading.source, table, found);
    }
    let paragraphs: Vec<&TextGroup> = reading
        .groups
        .iter()
        .filter(|group| group.kind == TextGroupKind::Paragraph)
        .collect();
    for (at, group) in paragraphs.iter().enumerate() {
        parted(reading.source, group, &Bars, found);
        let tabs = Tabs::of(reading.source, group);
        parted(reading.source, group, &tabs, found);
        if let Some(next) = paragraphs.get(at + 1) {
            close_rows(reading.source, group, next, found);
        }
    }
}

/// The positions of the characters that separate the cells of a row.
fn bars(row: &str) -> Vec<usize> {
    let bytes = row.as_bytes();
    let is_bar = |at: &usize| bytes[*at] == b'|' && (*at == 0 || bytes[at - 1] != b'\\');
    (0..bytes.len()).filter(is_bar).collect()
}

/// The cells of a row between bars, without the empty ones that the outer bars would make.
fn cells(row: &str) -> Vec<&str> {
    let row = row.trim();
    let mut cells = Vec::new();
    let mut start = 0;
    for bar in bars(row) {
        if bar > 0 {
            cells.push(&row[start..bar]);
        }
        start = bar + 1;
    }
    if start < row.len() {
        cells.push(&row[start..]);
    }
    cells
}

/// Whether a line is the delimiter row of a table.
fn is_delimiter(line: &str) -> bool {
    let line = line.trim();
    // Dashes as word processors write them, too.
    line.contains(['-', '–', '—', '='])
        && line.contains('|')
        && line.chars().all(|c| "-–—=:| \t".contains(c))
}

/// The delimiter row of a table with this many columns.
fn delimiter(columns: usize) -> String {
    format!("|{}", "---|".repeat(columns))
}

/// A table with rows that have more cells than columns: the header gets an extra column.
fn widen(source: &str, table: &TypedTable, found: &mut PassFindings) {
    // A row of a hundred cells is not a row.
    const MOST: usize = 60;
    let filled = |row: &Range<usize>| {
        let cells = cells(&source[row.clone()]);
        let empty = cells
            .iter()
            .rev()
            .take_while(|cell| cell.trim().is_empty())
            .count();
        cells.len() - empty
    };
    let wide = table.rows.iter().filter(|row| filled(row) > table.columns);
    let wide: Vec<&Range<usize>> = wide.collect();
    let Some(columns) = wide.iter().map(|row| filled(row)).max() else {
        return;
    };
    let mut marks = PassFindings::default();
    for row in &wide {
        let end = row.start + source[(*row).clone()].trim_end().len();
        marks.mark(MarkKind::ExtraCell, row.start..end);
    }
    found
        .marks
        .extend(marks.marks.into_iter().map(|(mark, _)| (mark, true)));
    if columns > MOST {
        return;
    }
    let more = columns - table.columns;
    let head = source[table.head.clone()].trim_end();
    let head_end = table.head.start + head.len();
    let closing = if head.ends_with('|') { "" } else { " |" };
    found.edit(
        head_end..head_end,
        format!("{closing}{}", " |".repeat(more)),
    );
    let after = &source[table.head.start + head.len()..table.span.end];
    let Some(line) = after
        .strip_prefix('\n')
        .or_else(|| after.strip_prefix("\r\n"))
    else {
        return;
    };
    let start = head_end + after.len() - line.len();
    let line = line.lines().next().unwrap_or_default().trim_end();
    let closing = if line.ends_with('|') { "" } else { "|" };
    let end = start + line.len();
    found.edit(end..end, format!("{closing}{}", "---|".repeat(more)));
}

/// How the cells of a row are separated.
trait Parting {
    /// The number of cells of a line, if it is a row.
    fn cells(&self, line: &str) -> Option<usize>;
    /// The changes that make it a row; `start` is its first byte.
    fn row(&self, line: &str, start: usize, found: &mut PassFindings);
    fn kind(&self) -> MarkKind;
}

/// `| a | b |`
struct Bars;

impl Parting for Bars {
    fn cells(&self, line: &str) -> Option<usize> {
        let line = line.trim();
        let cells = cells(line).len();
        let is_row = line.starts_with('|') && line.len() > 1 || line.contains(" | ");
        (is_row && cells > 1).then_some(cells)
    }

    fn row(&self, _: &str, _: usize, _: &mut PassFindings) {}

    fn kind(&self) -> MarkKind {
        MarkKind::Row
    }
}

/// Columns as copied from spreadsheets and word processors.
struct Tabs {
    /// Whether several tabs separate two cells, typed until the columns lined up.
    are_many: bool,
}

impl Tabs {
    /// Several tabs count as one if that gives every row the same number of cells.
    fn of(source: &str, group: &TextGroup) -> Self {
        let lines = group.lines.iter().map(|line| &source[line.span.clone()]);
        let rows: Vec<&str> = lines.filter(|line| line.contains('\t')).collect();
        let cells = |are_many: bool| rows.iter().map(move |row| Self { are_many }.cells(row));
        let has_many = rows.iter().any(|row| row.contains("\t\t"));
        let first = cells(true).next();
        let are_alike = cells(true).all(|cells| Some(cells) == first && cells.is_some());
        Self {
            are_many: has_many && are_alike && rows.len() > 1,
        }
    }
}

impl Parting for Tabs {
    fn cells(&self, line: &str) -> Option<usize> {
        // Word processors copy lists as a bullet and a tab.
        let words = lines::words_of(line).unwrap_or_default();
        let cells = line[words..].trim_matches(' ');
        let tabs = match self.are_many {
            true => cells
                .split('\t')
                .filter(|cell| !cell.trim().is_empty())
                .count()
                .saturating_sub(1),
            false => cells.matches('\t').count(),
        };
        (tabs > 0).then_some(tabs + 1)
    }

    fn row(&self, line: &str, start: usize, found: &mut PassFindings) {
        found.edit(start..start, "| ");
        let mut was_tab = false;
        for (at, byte) in line.bytes().enumerate() {
            let is_tab = byte == b'\t';
            let joins = is_tab && was_tab && self.are_many;
            was_tab = is_tab || was_tab && byte == b' ';
            let at = start + at;
            match byte {
                b'\t' if joins => found.edit(at..at + 1, ""),
                b'\t' => found.edit(at..at + 1, " | "),
                b'|' => found.edit(at..at, "\\"),
                _ => {}
            }
        }
        let end = start + line.len();
        found.edit(end..end, " |");
    }

    fn kind(&self) -> MarkKind {
        MarkKind::Tabs
    }
}

/// Finds the rows of a paragraph, and makes a table of those with the same number of cells.
fn parted(source: &str, group: &TextGroup, parting: &dyn Parting, found: &mut PassFindings) {
    let text = |line: &TextLine| &source[line.span.clone()];
    let lines = &group.lines;
    let mut at = 0;
    while at < lines.len() {
        let Some(width) = parting.cells(text(&lines[at])) else {
            at += 1;
            continue;
        };
        let rows = lines[at..]
            .iter()
            .take_while(|line| parting.cells(text(line)).is_some());
        let rows = rows.count();
        let range = at..at + rows;
        at += rows;
        table(source, group, range, width, parting, found);
    }
}

fn table(
    source: &str,
    group: &TextGroup,
    range: Range<usize>,
    width: usize,
    parting: &dyn Parting,
    found: &mut PassFindings,
) {
    let rows = &group.lines[range.clone()];
    let text = |line: &TextLine| &source[line.span.clone()];
    let is_bars = parting.kind() == MarkKind::Row;
    let second = rows
        .get(1)
        .filter(|line| is_bars && is_delimiter(text(line)));
    let mut body = rows
        .iter()
        .enumerate()
        .filter(|(number, _)| second.is_none() || *number != 1);
    // Cells missing at the end of a row are empty.
    let alike = |cells: Option<usize>| {
        if second.is_some() {
            cells.is_some()
        } else {
            cells == Some(width)
        }
    };
    let is_table = rows.len() > 1
        && body.all(|(_, line)| alike(parting.cells(text(line))))
        && rows.len() - usize::from(second.is_some()) > usize::from(second.is_none());
    // An escaped first character is not part of a table.
    let is_escaped = |line: &TextLine| source[..line.span.start].ends_with('\\');
    if rows.iter().any(is_escaped) {
        return;
    }
    if !is_table {
        let is_told = match is_bars {
            true => text(&rows[0]).trim().starts_with('|') && text(&rows[0]).trim().ends_with('|'),
            false => rows.len() > 1,
        };
        if is_told {
            let end = rows.last().map_or(rows[0].span.end, |line| line.span.end);
            found.mark(parting.kind(), rows[0].span.start..end);
        }
        return;
    }
    // What precedes the line on its own, in a list or a quotation, precedes each new line too.
    let prefix = |line: &TextLine| {
        let start = source[..line.span.start].rfind('\n').map_or(0, |at| at + 1);
        source[start..line.span.start]
            .trim_end_matches('\t')
            .to_owned()
    };
    let first = &rows[0].span;
    let next = prefix(&rows[1]);
    if range.start > 0 {
        found.edit(first.start..first.start, format!("\n{next}"));
    }
    for line in rows {
        parting.row(text(line), line.span.start, found);
    }
    match second {
        Some(line) => {
            let is_plain = !text(line).contains(['–', '—', '=']);
            if cells(text(line)).len() != width || !is_plain {
                found.edit(line.span.clone(), delimiter(width));
            }
        }
        None => found.edit(
            first.end..first.end,
            format!("\n{next}{}", delimiter(width)),
        ),
    }
    if let Some(after) = group.lines.get(range.end) {
        found.edit(after.span.start..after.span.start, format!("\n{next}"));
    }
}

/// Rows separated by single empty lines are one table.
fn close_rows(source: &str, group: &TextGroup, next: &TextGroup, found: &mut PassFindings) {
    let row = |group: &TextGroup| -> Option<usize> {
        let [line] = &group.lines[..] else {
            return None;
        };
        let text = source[line.span.clone()].trim();
        (text.starts_with('|') && text.ends_with('|'))
            .then(|| cells(text).len())
            .filter(|cells| *cells > 1)
    };
    let (end, start) = (group.span().end, next.span().start);
    let between = source.get(end..start).unwrap_or("x");
    if row(group).is_some()
        && row(group) == row(next)
        && between.trim().is_empty()
        && group.depth == 1
        && next.depth == 1
    {
        found.edit(end..start, "\n");
    }
}
