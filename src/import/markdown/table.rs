//! Tables: with bars if they are plain, otherwise as HTML around Markdown.

use super::{Heads, MarkdownBlock, MarkdownCell, MarkdownTable, line, lines_of};

/// A table of plain cells under one header row is written with bars; any other as HTML around Markdown.
pub(super) fn table_lines(table: &MarkdownTable) -> Vec<String> {
    if table.rows.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    bars(table).unwrap_or_else(|| html_table(table))
}

fn bars(table: &MarkdownTable) -> Option<Vec<String>> {
    let width = table.rows.first()?.len();
    let row_is_plain = |(index, row): (usize, &Vec<MarkdownCell>)| {
        row.len() == width
            && row.iter().all(|cell| {
                let head = match index {
                    0 => cell.heads == Heads::Column && !cell.blocks.is_empty(),
                    _ => cell.heads == Heads::Nothing,
                };
                let content = matches!(cell.blocks.as_slice(), [] | [MarkdownBlock::Paragraph(_)]);
                head && content && cell.columns <= 1 && cell.rows <= 1
            })
    };
    if table.rows.len() < 2 || !table.rows.iter().enumerate().all(row_is_plain) {
        return None;
    }
    let mut lines = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        let cells: Option<Vec<String>> = row.iter().map(bar_cell).collect();
        lines.push(format!("| {} |", cells?.join(" | ")));
        if index == 0 {
            lines.push(format!("|{}", " --- |".repeat(width)));
        }
    }
    Some(lines)
}

fn bar_cell(cell: &MarkdownCell) -> Option<String> {
    let Some(MarkdownBlock::Paragraph(inlines)) = cell.blocks.first() else {
        return Some(String::new());
    };
    let text = line(inlines);
    // Escapes for the start of a line are unnecessary in a cell, and harmless.
    (!text.contains('\n')).then(|| text.replace('|', "\\|"))
}

fn html_table(table: &MarkdownTable) -> Vec<String> {
    let mut lines = vec!["<table>".to_owned()];
    let head = head_rows(table);
    for (index, row) in table.rows.iter().enumerate() {
        if index == 0 && head > 0 {
            lines.push("<thead>".to_owned());
        } else if index == head {
            lines.push("<tbody>".to_owned());
        }
        lines.push("<tr>".to_owned());
        for cell in row {
            let (name, scope) = match cell.heads {
                Heads::Nothing => ("td", ""),
                Heads::Column => ("th", " scope=\"col\""),
                Heads::Row => ("th", " scope=\"row\""),
            };
            let span = |name: &str, number: usize| match number {
                0 | 1 => String::new(),
                number => format!(" {name}=\"{number}\""),
            };
            let spans = span("colspan", cell.columns) + &span("rowspan", cell.rows);
            let inner = lines_of(&cell.blocks);
            if inner.is_empty() {
                lines.push(format!("<{name}{scope}{spans}></{name}>"));
                continue;
            }
            lines.push(format!("<{name}{scope}{spans}>"));
            lines.push(String::new());
            lines.extend(inner);
            lines.push(String::new());
            lines.push(format!("</{name}>"));
        }
        lines.push("</tr>".to_owned());
        if index + 1 == head {
            lines.push("</thead>".to_owned());
        }
    }
    if head < table.rows.len() {
        lines.push("</tbody>".to_owned());
    }
    lines.push("</table>".to_owned());
    lines
}

/// How many rows at the top are header rows, if there are none below them.
fn head_rows(table: &MarkdownTable) -> usize {
    let is_head = |row: &&Vec<MarkdownCell>| {
        let heads = row.iter().any(|cell| cell.heads == Heads::Column);
        heads
            && row
                .iter()
                .all(|cell| cell.heads == Heads::Column || cell.blocks.is_empty())
    };
    let head = table.rows.iter().take_while(is_head).count();
    // A header cell that reaches into the body would have nothing to head.
    let reaches = |(index, row): (usize, &Vec<MarkdownCell>)| {
        row.iter().any(|cell| index + cell.rows.max(1) > head)
    };
    let mut rows = table.rows.iter().take(head).enumerate();
    if rows.any(reaches) { 0 } else { head }
}

/// The table without rows and columns in which no cell begins: some sources give a whole row of cells a
/// rowspan of two, or a cell a larger colspan than there are columns.
pub fn with_sound_spans(mut table: MarkdownTable) -> MarkdownTable {
    // How far down cells of earlier rows reach.
    let mut reached = 0;
    for (index, row) in table.rows.iter_mut().enumerate() {
        let least = row.iter().map(|cell| cell.rows.max(1)).min().unwrap_or(1);
        if reached <= index {
            for cell in row.iter_mut() {
                cell.rows = cell.rows.max(1) - (least - 1);
            }
        }
        let lowest = row.iter().map(|cell| index + cell.rows.max(1)).max();
        reached = reached.max(lowest.unwrap_or(0));
    }
    let mut begins = std::collections::BTreeSet::new();
    let mut width = 0;
    each_place(&table, |_, _, column, cell| {
        begins.insert(column);
        width = width.max(column + cell.columns.max(1));
    });
    let empty: Vec<usize> = (0..width)
        .filter(|column| !begins.contains(column))
        .collect();
    let mut narrower = Vec::new();
    each_place(&table, |row, at, column, cell| {
        let before = |end| empty.partition_point(|column| *column < end);
        let columns = cell.columns.max(1);
        let less = before(column + columns) - before(column);
        narrower.push((row, at, columns - less));
    });
    for (row, at, columns) in narrower {
        table.rows[row][at].columns = columns;
    }
    table
}

/// Calls `see` with each cell's row, its position in it, and the column where it begins.
pub fn each_place(table: &MarkdownTable, mut see: impl FnMut(usize, usize, usize, &MarkdownCell)) {
    // How many more rows of each column are taken by a cell from above.
    let mut taken: Vec<usize> = Vec::new();
    for (row, cells) in table.rows.iter().enumerate() {
        let mut column = 0;
        for (at, cell) in cells.iter().enumerate() {
            while taken.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            see(row, at, column, cell);
            let end = column + cell.columns.max(1);
            if taken.len() < end {
                taken.resize(end, 0);
            }
            for rows in &mut taken[column..end] {
                *rows = cell.rows.max(1);
            }
            column = end;
        }
        for rows in &mut taken {
            *rows = rows.saturating_sub(1);
        }
    }
}
