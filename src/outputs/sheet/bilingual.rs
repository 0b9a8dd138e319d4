//! Two languages side by side: aligns the blocks of two texts.

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::data::PageSheet;
use crate::language::Language;
use crate::markdown::Block;

/// The template's data: a page in two languages.
#[derive(Serialize)]
pub struct Bilingual {
    /// The title in both languages.
    pub title: String,
    /// The page in the site's language.
    pub left: PageSheet,
    /// Its translation.
    pub right: PageSheet,
    /// The language of the translation.
    pub right_language: Language,
    /// Its direction, `ltr` or `rtl`.
    pub right_direction: &'static str,
    /// The blocks of the two texts, side by side.
    pub rows: Vec<BilingualRow>,
}

/// A pair side by side; one of the two may be missing.
#[derive(Debug, Serialize, PartialEq)]
pub struct BilingualRow {
    /// In the site's language.
    pub left: Option<Block>,
    /// In the other.
    pub right: Option<Block>,
}

impl Bilingual {
    /// Sets a page and its translation side by side.
    pub fn new(left: PageSheet, right: PageSheet, language: Language) -> Self {
        Self {
            title: format!("{} – {}", left.title(), right.title()),
            rows: side_by_side(left.body(), right.body()),
            right_direction: language.direction(),
            right_language: language,
            left,
            right,
        }
    }
}

/// The shape of a block, whatever its words: all that the two languages of a text share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Shape {
    Heading(u8),
    Paragraph,
    Step(u64),
    Item(bool),
    Table(usize),
    Other(u8),
}

/// The blocks of a text, with each list item on its own.
fn pieces(blocks: &[Block]) -> Vec<(Shape, Block)> {
    let mut pieces = Vec::new();
    for block in blocks {
        let shape = match block {
            Block::Heading { level, .. } => Shape::Heading(*level),
            Block::Paragraph { .. } => Shape::Paragraph,
            Block::Table { columns, .. } => Shape::Table(*columns),
            Block::List { start, items } => {
                for (at, item) in items.iter().enumerate() {
                    let number = start.map(|start| start + at as u64);
                    let shape = number.map_or(Shape::Item(item.task), Shape::Step);
                    let alone = Block::List {
                        start: number,
                        items: vec![item.clone()],
                    };
                    pieces.push((shape, alone));
                }
                continue;
            }
            Block::Quote { .. } => Shape::Other(0),
            Block::Alert { .. } => Shape::Other(1),
            Block::Card { .. } => Shape::Other(2),
            Block::CodeBlock { .. } => Shape::Other(3),
            Block::Term { .. } => Shape::Other(4),
            Block::Definition { .. } => Shape::Other(5),
            Block::Rule => Shape::Other(6),
        };
        pieces.push((shape, block.clone()));
    }
    pieces
}

/// Aligns two texts by the shapes of their blocks. Where the shapes differ, blocks are paired in order, and a
/// block without a counterpart is alone.
fn side_by_side(left: &[Block], right: &[Block]) -> Vec<BilingualRow> {
    let (left, right) = (pieces(left), pieces(right));
    let shapes = |pieces: &[(Shape, Block)]| pieces.iter().map(|(shape, _)| *shape).collect();
    let (of_left, of_right): (Vec<Shape>, Vec<Shape>) = (shapes(&left), shapes(&right));
    let mut rows = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &of_left, &of_right) {
        let (left_range, right_range) = match operation {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => (old_index..old_index + len, new_index..new_index + len),
            DiffOp::Delete {
                old_index,
                old_len,
                new_index,
            } => (old_index..old_index + old_len, new_index..new_index),
            DiffOp::Insert {
                old_index,
                new_index,
                new_len,
            } => (old_index..old_index, new_index..new_index + new_len),
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } => (
                old_index..old_index + old_len,
                new_index..new_index + new_len,
            ),
        };
        let (left, right) = (&left[left_range], &right[right_range]);
        for at in 0..left.len().max(right.len()) {
            let block = |pieces: &[(Shape, Block)]| pieces.get(at).map(|(_, block)| block.clone());
            rows.push(BilingualRow {
                left: block(left),
                right: block(right),
            });
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::tree;

    fn rows(left: &str, right: &str) -> Vec<(bool, bool)> {
        let rows = side_by_side(&tree(left).blocks, &tree(right).blocks);
        rows.iter()
            .map(|row| (row.left.is_some(), row.right.is_some()))
            .collect()
    }

    #[test]
    fn texts_of_the_same_shape_stand_line_by_line() {
        let text = "<h2>A</h2><p>b</p><ol><li>c</li><li>d</li></ol><p>e</p>";
        assert_eq!(rows(text, text), [(true, true); 5]);
    }

    #[test]
    fn what_one_language_lacks_leaves_a_gap_and_not_a_shift() {
        let left = "<h2>A</h2><p>b</p><ol><li>c</li><li>d</li></ol><h2>E</h2><p>f</p>";
        let right = "<h2>A</h2><ol><li>c</li><li>d</li></ol><h2>E</h2><p>f</p>";
        let expected = [
            (true, true),
            (true, false),
            (true, true),
            (true, true),
            (true, true),
            (true, true),
        ];
        assert_eq!(rows(left, right), expected);
    }
}
