//! What the readers of other people's HTML share: parsing within bounds, and the rows of tables.

use scraper::Html;

use super::markdown::{Heads, MarkdownBlock, MarkdownCell, MarkdownTable};
use crate::markdown::bounded;
use crate::markdown::dom::{self, DomNode, element_name};

/// Deeper nesting than this is flattened: it helps no reader, and uses up the stack.
pub const DEEPEST: usize = 40;

/// Parses the HTML of a text within bounds: it contains what anybody once pasted.
pub fn parsed(html: &str) -> Html {
    // On screen there is no difference: forty levels are read as nested, and the parser adds few of its own.
    Html::parse_fragment(&bounded(html, 3 * DEEPEST))
}

/// The element around all of a parsed text.
pub fn top(parsed: &Html) -> DomNode<'_> {
    let root = parsed.tree.root();
    let html = root.children().find(|node| name(node) == "html");
    html.unwrap_or(root)
}

/// The name of an element; empty for a text.
pub fn name<'h>(node: &DomNode<'h>) -> &'h str {
    element_name(node).unwrap_or_default()
}

/// What an attribute says, if it says anything.
pub fn attribute<'h>(node: &DomNode<'h>, key: &str) -> Option<&'h str> {
    dom::attribute(node, key).filter(|value| !value.trim().is_empty())
}

/// The number that an attribute says.
pub fn number(node: &DomNode<'_>, key: &str) -> Option<u64> {
    attribute(node, key).and_then(|value| value.trim().parse().ok())
}

/// The number of the first item of a list, if it is numbered.
pub fn list_start(node: &DomNode<'_>) -> Option<u64> {
    (name(node) == "ol").then(|| number(node, "start").unwrap_or(1))
}

/// A table's own rows, not those of a table within a cell.
pub fn rows<'h>(table: DomNode<'h>) -> impl Iterator<Item = DomNode<'h>> {
    let is_group = |place: &DomNode<'_>| matches!(name(place), "thead" | "tbody" | "tfoot");
    let places = table.children().flat_map(move |child| {
        let inner = is_group(&child).then(|| child.children());
        std::iter::once(child).chain(inner.into_iter().flatten())
    });
    places.filter(|place| name(place) == "tr")
}

/// The cells of a row.
pub fn cells<'h>(row: DomNode<'h>) -> impl Iterator<Item = DomNode<'h>> {
    row.children()
        .filter(|cell| matches!(name(cell), "td" | "th"))
}

/// How many columns and rows a cell spans.
pub fn spans(cell: &DomNode<'_>) -> (usize, usize) {
    let span = |key| {
        let span = attribute(cell, key).and_then(|span| span.parse::<usize>().ok());
        span.unwrap_or(1).clamp(1, 100)
    };
    (span("colspan"), span("rowspan"))
}

/// A table, whose cells are read by `read`.
pub fn table<'h>(
    node: DomNode<'h>,
    mut read: impl FnMut(DomNode<'h>) -> Vec<MarkdownBlock>,
) -> MarkdownTable {
    let mut row_of = |row: DomNode<'h>| {
        let in_head = row.parent().is_some_and(|parent| name(&parent) == "thead");
        let all_heads = cells(row).all(|cell| name(&cell) == "th");
        let cell_of = |cell: DomNode<'h>| {
            let (columns, rows) = spans(&cell);
            let blocks = read(cell);
            let heads = match name(&cell) {
                _ if blocks.is_empty() => Heads::Nothing,
                _ if in_head => Heads::Column,
                "th" if all_heads => Heads::Column,
                "th" => Heads::Row,
                _ => Heads::Nothing,
            };
            MarkdownCell {
                heads,
                columns,
                rows,
                blocks,
            }
        };
        cells(row).map(cell_of).collect()
    };
    MarkdownTable {
        rows: rows(node).map(&mut row_of).collect(),
    }
}
