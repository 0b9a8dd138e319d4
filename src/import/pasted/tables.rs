//! Tables, and what only looks like one: mail programs and old pages lay out their text in cells.

use super::flow::PastedFlow;
use super::look::PastedLook;
use super::pieces::PastedPiece;
use super::reader::{DEEPEST_NEST, PastedReader};
use crate::import::dom::{self, attribute, name};
use crate::import::markdown::{
    Heads, MarkdownBlock, MarkdownCell, MarkdownInline, MarkdownTable, with_sound_spans,
};
use crate::markdown::dom::{DomNode, is_element};

/// A table with more columns than this is none that people read, nor one whose cells cover more places.
const MOST_COLUMNS: usize = 60;
const MOST_PLACES: usize = 20_000;

impl<'h> PastedReader<'h> {
    pub(super) fn table(&mut self, node: DomNode<'h>, look: PastedLook, flow: &mut PastedFlow) {
        let captions = node.children().filter(|child| name(child) == "caption");
        for caption in captions {
            self.laid_out(caption, look, flow);
        }
        if is_layout(node) || flow.nest >= DEEPEST_NEST {
            for row in dom::rows(node) {
                dom::cells(row).for_each(|cell| self.laid_out(cell, look, flow));
            }
            return;
        }
        let nest = flow.nest + 1;
        let table = dom::table(node, |cell| {
            let style = self.sheet.style(&cell);
            self.blocks(cell, look.within("", &style), nest)
        });
        let mut table = without_empty_rows(table);
        if table.rows.len() < 2 {
            let cells = table.rows.into_iter().flatten();
            let blocks = cells.flat_map(|cell| cell.blocks);
            blocks.for_each(|block| flow.push(PastedPiece::Block(block)));
            return;
        }
        let is_plain = table.rows.iter().flatten().all(is_plain);
        if table
            .rows
            .iter()
            .flatten()
            .all(|cell| cell.heads == Heads::Nothing)
        {
            head(&mut table.rows[0], is_plain);
        }
        if is_plain {
            bold_row_heads(&mut table.rows[1..]);
        }
        for cell in table.rows.iter_mut().flatten() {
            if cell.heads != Heads::Nothing {
                bare(cell);
            }
        }
        let table = MarkdownBlock::Table(with_sound_spans(table));
        flow.push(PastedPiece::Block(table));
    }
}

/// Whether the cells of a table only lay out a text.
fn is_layout(node: DomNode<'_>) -> bool {
    let has_role = matches!(attribute(&node, "role"), Some("presentation" | "none"));
    let has_table = || {
        node.descendants()
            .skip(1)
            .any(|inner| is_element(&inner, "table"))
    };
    let mut rows = 0;
    let mut widest = 0;
    let mut places = 0;
    for row in dom::rows(node) {
        let spans = dom::cells(row).map(|cell| dom::spans(&cell));
        let (mut columns, mut cells) = (0, 0);
        for (width, height) in spans {
            cells += 1;
            columns += width;
            places += width * height;
        }
        rows += usize::from(cells > 0);
        widest = widest.max(columns);
    }
    let is_table = rows > 1 && (2..=MOST_COLUMNS).contains(&widest) && places <= MOST_PLACES;
    has_role || !is_table || has_table()
}

/// The table without rows in which nothing is written, unless a cell reaches over them. Word adds one at the end.
fn without_empty_rows(mut table: MarkdownTable) -> MarkdownTable {
    let is_empty = |row: &Vec<MarkdownCell>| row.iter().all(|cell| cell.blocks.is_empty());
    while table.rows.last().is_some_and(is_empty) {
        table.rows.pop();
    }
    let mut cells = table.rows.iter().flatten();
    if cells.all(|cell| cell.rows <= 1) {
        table.rows.retain(|row| !is_empty(row));
    }
    table
}

/// Whether a cell fits into a table that Markdown draws with bars.
fn is_plain(cell: &MarkdownCell) -> bool {
    let has_line = matches!(cell.blocks.as_slice(), [] | [MarkdownBlock::Paragraph(_)]);
    has_line && cell.columns <= 1 && cell.rows <= 1
}

/// The line of a cell of which all is bold.
fn bold_line(cell: &mut MarkdownCell) -> Option<&mut Vec<MarkdownInline>> {
    match cell.blocks.as_mut_slice() {
        [MarkdownBlock::Paragraph(line)] => {
            matches!(line.as_slice(), [MarkdownInline::Strong(_)]).then_some(line)
        }
        _ => None,
    }
}

/// Makes header cells of the first row, of a table without any. Word processors mark them by bold letters only; in a plain table
/// they are what people write first.
fn head(first: &mut [MarkdownCell], is_plain: bool) {
    let mut written = first.iter_mut().filter(|cell| !cell.blocks.is_empty());
    if is_plain || written.all(|cell| bold_line(cell).is_some()) {
        for cell in first.iter_mut().filter(|cell| !cell.blocks.is_empty()) {
            cell.heads = Heads::Column;
        }
    }
}

/// Makes bold cells of the headers of rows: a table with bars has none, and is what editors can read.
fn bold_row_heads(rows: &mut [Vec<MarkdownCell>]) {
    for cell in rows.iter_mut().flatten() {
        if cell.heads != Heads::Row {
            continue;
        }
        cell.heads = Heads::Nothing;
        if let [MarkdownBlock::Paragraph(line)] = cell.blocks.as_mut_slice()
            && !matches!(line.as_slice(), [MarkdownInline::Strong(_)])
        {
            *line = vec![MarkdownInline::Strong(std::mem::take(line))];
        }
    }
}

/// Takes the bold letters of a header cell away: all of them are bold.
fn bare(cell: &mut MarkdownCell) {
    if let Some(line) = bold_line(cell)
        && let Some(MarkdownInline::Strong(inner)) = line.pop()
    {
        *line = inner;
    }
}
