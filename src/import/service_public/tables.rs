//! Tables, with the cells that name their columns and rows.

use super::text::{Converter, paragraph};
use crate::import::markdown::{
    Heads, MarkdownBlock, MarkdownCell, MarkdownInline, MarkdownTable, each_place, is_blank,
    with_sound_spans,
};
use crate::import::xml::Element;

impl Converter<'_> {
    pub fn table(&mut self, element: &Element, level: usize, out: &mut Vec<MarkdownBlock>) {
        let title = self.title(element);
        if !is_blank(&title) {
            out.push(MarkdownBlock::Paragraph(vec![MarkdownInline::Strong(
                title,
            )]));
        }
        if let Some(summary) = element.child("Resume") {
            out.extend(paragraph(self.inlines(summary)));
        }
        let row_heads: Vec<bool> = element
            .elements()
            .filter(|child| child.name == "Colonne")
            .map(|column| column.attribute("type") == Some("header"))
            .collect();
        let rows = self.inside(element, |me| me.rows(element, level));
        let mut table = with_sound_spans(MarkdownTable { rows });
        let mut heads = Vec::new();
        each_place(&table, |row, at, column, cell| {
            let is_head = cell.heads == Heads::Nothing && row_heads.get(column) == Some(&true);
            heads.extend((is_head && !cell.blocks.is_empty()).then_some((row, at)));
        });
        for (row, at) in heads {
            table.rows[row][at].heads = Heads::Row;
        }
        out.push(MarkdownBlock::Table(table));
    }

    fn rows(&mut self, element: &Element, level: usize) -> Vec<Vec<MarkdownCell>> {
        let mut rows = Vec::new();
        for child in element.elements() {
            match child.name.as_str() {
                "Rangée" => {
                    let is_head = child.attribute("type") == Some("header");
                    rows.push(self.inside(child, |me| me.row(child, level, is_head)));
                }
                "Colonne" | "Titre" | "TitreRiche" | "Resume" => {}
                _ => {
                    let blocks = self.one(child, level);
                    rows.push(vec![MarkdownCell {
                        blocks,
                        ..MarkdownCell::default()
                    }]);
                }
            }
        }
        rows
    }

    fn row(&mut self, row: &Element, level: usize, is_head: bool) -> Vec<MarkdownCell> {
        let cell = |cell: &Element| {
            let span = |name: &str| {
                let number = cell.attribute(name).and_then(|span| span.parse().ok());
                number.unwrap_or(1_usize).clamp(1, 100)
            };
            let blocks = self.inside(cell, |me| me.blocks(cell, level));
            MarkdownCell {
                heads: match is_head && !blocks.is_empty() {
                    true => Heads::Column,
                    false => Heads::Nothing,
                },
                columns: span("fusionHorizontale"),
                rows: span("fusionVerticale"),
                blocks,
            }
        };
        row.elements().map(cell).collect()
    }
}
