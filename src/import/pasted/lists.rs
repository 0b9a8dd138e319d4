//! Makes lists of items with levels.

use super::look::PastedLinks;
use super::marks::ListMark;
use super::pieces::{PastedPiece, blocks};
use crate::import::markdown::{MarkdownBlock, MarkdownInline};

/// Whether a list that starts so goes on after one that started with `first` and has this many items.
pub fn goes_on(first: Option<u64>, items: usize, start: Option<u64>) -> bool {
    match (first, start) {
        (None, None) => true,
        (Some(first), Some(start)) => start == first.saturating_add(items as u64),
        _ => false,
    }
}

/// Puts a box to tick before an item.
pub fn with_box(item: &mut [MarkdownBlock]) {
    if let Some(MarkdownBlock::Paragraph(line)) = item.first_mut()
        && line.first() != Some(&MarkdownInline::Box)
    {
        line.insert(0, MarkdownInline::Box);
    }
}

/// Adds an item to a list. One that is nothing but a list of bullets, because somebody typed its bullet or gave it another
/// level, is its items.
pub fn push_item(item: Vec<MarkdownBlock>, is_numbered: bool, items: &mut Vec<Vec<MarkdownBlock>>) {
    match <[MarkdownBlock; 1]>::try_from(item) {
        Ok([MarkdownBlock::List(None, inner)]) if !is_numbered || inner.len() == 1 => {
            items.extend(inner);
        }
        Ok(item) => items.push(item.into()),
        Err(item) if item.is_empty() => {}
        Err(item) => items.push(item),
    }
}

/// A list being made, and what is below its last item.
struct ListBuilder {
    start: Option<u64>,
    items: Vec<(ListMark, Vec<PastedPiece>)>,
    below: Vec<PastedPiece>,
}

impl ListBuilder {
    fn settle(&mut self, links: &PastedLinks) {
        let below = lists(std::mem::take(&mut self.below), links);
        if let Some((_, last)) = self.items.last_mut() {
            last.extend(below.into_iter().map(PastedPiece::Block));
        }
    }

    fn finish(mut self, links: &PastedLinks) -> MarkdownBlock {
        self.settle(links);
        let mut items = Vec::with_capacity(self.items.len());
        for (mark, pieces) in self.items {
            let mut item = blocks(pieces, links);
            if mark == ListMark::Box {
                with_box(&mut item);
            }
            push_item(item, self.start.is_some(), &mut items);
        }
        MarkdownBlock::List(self.start, items)
    }
}

/// The lists of items, and of what goes on with them, that follow each other.
pub fn lists(run: Vec<PastedPiece>, links: &PastedLinks) -> Vec<MarkdownBlock> {
    let mut out = Vec::new();
    let mut list: Option<ListBuilder> = None;
    let mut top = 0;
    for piece in run {
        match (piece, &mut list) {
            (piece @ PastedPiece::Item(level, ..), Some(list)) if level > top => {
                list.below.push(piece);
            }
            (PastedPiece::Item(level, mark, pieces), open) => {
                top = level;
                let start = mark.start();
                match open {
                    Some(list) if goes_on(list.start, list.items.len(), start) => {
                        list.settle(links);
                        list.items.push((mark, pieces));
                    }
                    _ => {
                        let new = ListBuilder {
                            start,
                            items: vec![(mark, pieces)],
                            below: Vec::new(),
                        };
                        out.extend(list.replace(new).map(|list| list.finish(links)));
                    }
                }
            }
            (PastedPiece::More(pieces), Some(list)) => match list.items.last_mut() {
                Some((_, last)) if list.below.is_empty() => last.extend(pieces),
                _ => list.below.push(PastedPiece::More(pieces)),
            },
            _ => {}
        }
    }
    out.extend(list.map(|list| list.finish(links)));
    out
}
