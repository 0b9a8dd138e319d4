//! Reads tables: each cell at its position, whatever spans over it.

use std::collections::BTreeSet;

use super::blocks::{BlockReader, paragraph};
use super::{Block, Inline, Span, TableCell};
use crate::language::is_from_right_to_left;
use crate::markdown::dom::{DomNode, attribute, has_class, is_element, nearest_table};

impl BlockReader {
    pub fn table(&mut self, node: DomNode<'_>, depth: usize, blocks: &mut Vec<Block>) {
        for caption in node.children().filter(|child| is_element(child, "caption")) {
            blocks.extend(paragraph(self.line(caption)));
        }
        let rows: Vec<DomNode<'_>> = node
            .descendants()
            .filter(|row| is_element(row, "tr") && nearest_table(row) == Some(node.id()))
            .collect();
        let mut cells = Vec::new();
        let mut head = 0;
        // Positions that cells of earlier rows span down to.
        let mut taken = BTreeSet::new();
        for (y, row) in rows.into_iter().enumerate() {
            let in_head = row
                .parent()
                .is_some_and(|parent| is_element(&parent, "thead"));
            if in_head && head == y {
                head = y + 1;
            }
            let mut x = 0;
            for place in row.children() {
                if !is_element(&place, "td") && !is_element(&place, "th") {
                    continue;
                }
                while taken.contains(&(x, y)) {
                    x += 1;
                }
                let mut cell = self.cell(place, x, y, depth);
                let free = |column: &usize| !taken.contains(&(*column, y));
                cell.colspan = (x..x + cell.colspan).take_while(free).count();
                for column in x..x + cell.colspan {
                    taken.extend((y..y + cell.rowspan).map(|row| (column, row)));
                }
                x += cell.colspan;
                cells.push(cell);
            }
        }
        let columns = cells.iter().map(|cell| cell.x + cell.colspan).max();
        // A header row that reaches into the body would have nothing to head.
        let reaches = |cell: &TableCell| cell.y < head && cell.y + cell.rowspan > head;
        if cells.iter().any(reaches) {
            head = 0;
        }
        for cell in cells.iter_mut().filter(|cell| cell.y < head) {
            unlink_blocks(&mut cell.children);
        }
        if let Some(columns) = columns {
            blocks.push(Block::Table {
                columns,
                head,
                cells,
            });
        }
    }

    fn cell(&mut self, cell: DomNode<'_>, x: usize, y: usize, depth: usize) -> TableCell {
        // No table can be wider or longer than this on paper.
        const MOST: usize = 50;
        let span = |name| {
            let span = attribute(&cell, name).and_then(|span| span.parse::<usize>().ok());
            span.unwrap_or(1).clamp(1, MOST)
        };
        TableCell {
            x,
            y,
            head: is_element(&cell, "th"),
            row_head: is_element(&cell, "th") && attribute(&cell, "scope") == Some("row"),
            right: has_class(&cell, "r"),
            ltr: is_left_to_right(cell),
            colspan: span("colspan"),
            rowspan: span("rowspan"),
            children: self.blocks(cell, depth + 1),
        }
    }
}

/// Whether a cell that has the direction of its first letter, as those of pages from right to left do, is read from left to right.
fn is_left_to_right(cell: DomNode<'_>) -> bool {
    attribute(&cell, "dir") == Some("auto") && {
        let texts = cell.descendants().filter_map(|node| node.value().as_text());
        let first = texts
            .flat_map(|text| text.chars())
            .find(|c| c.is_alphabetic());
        first.is_some_and(|first| !is_from_right_to_left(first))
    }
}

/// Header rows repeat on each page, where a link would be one link in several places, which PDF/UA-1 does not
/// allow. Its note is still referenced, and the note links to the address.
fn unlink_blocks(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Paragraph { children }
            | Block::Heading { children, .. }
            | Block::Term { children } => unlink(children),
            Block::List { items, .. } => {
                for item in items {
                    unlink_blocks(&mut item.children);
                }
            }
            Block::Table { cells, .. } => {
                for cell in cells {
                    unlink_blocks(&mut cell.children);
                }
            }
            Block::Quote { children }
            | Block::Alert { children }
            | Block::Card { children }
            | Block::Definition { children } => unlink_blocks(children),
            Block::CodeBlock { .. } | Block::Rule => {}
        }
    }
}

fn unlink(line: &mut Vec<Inline>) {
    let linked = std::mem::take(line);
    for mut piece in linked {
        if let Inline::Span(span) = &mut piece {
            match span {
                Span::Link { note, children, .. } => {
                    unlink(children);
                    line.append(children);
                    line.extend(note.map(|note| Inline::Span(Span::Call { note })));
                    continue;
                }
                Span::Strong { children }
                | Span::Emphasis { children }
                | Span::Struck { children }
                | Span::Superscript { children }
                | Span::Subscript { children } => unlink(children),
                Span::Code { .. } | Span::Call { .. } | Span::Break | Span::Image { .. } => {}
            }
        }
        line.push(piece);
    }
}
