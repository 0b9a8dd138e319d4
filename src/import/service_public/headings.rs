//! The headings of a page: none skips a level, and links within the page lead to those that are on it. A chapter may have become
//! something else on the way: the evidence of the guide, a line in bold.

use std::collections::BTreeSet;

use crate::import::markdown::{MarkdownBlock, MarkdownInline};

/// Replaces links to headings that the blocks do not have with their words, takes the anchor from a heading whose anchor another has,
/// and the levels that are not there: a floating title has that of the part around it, which may have no title.
pub fn settle(blocks: &mut [MarkdownBlock]) {
    close_levels(blocks);
    let mut anchors = BTreeSet::new();
    each_heading(blocks, &mut |anchor| {
        if anchor
            .as_ref()
            .is_some_and(|name| !anchors.insert(name.clone()))
        {
            *anchor = None;
        }
    });
    each_line(blocks, &mut |line| unlink(line, &anchors));
}

/// Puts each heading one level below the last one of a higher level in the source, the first of all on level 2.
fn close_levels(blocks: &mut [MarkdownBlock]) {
    // The levels of the headings that are open, outermost first: in the source, and here.
    let mut open: Vec<(usize, usize)> = Vec::new();
    each_block(blocks, &mut |block| {
        if let MarkdownBlock::Heading { level, .. } = block {
            while open.pop_if(|(above, _)| *above >= *level).is_some() {}
            let here = open.last().map_or(2, |(_, above)| above + 1);
            open.push((*level, here));
            *level = here;
        }
    });
}

fn unlink(line: &mut Vec<MarkdownInline>, anchors: &BTreeSet<String>) {
    let mut at = 0;
    while let Some(piece) = line.get_mut(at) {
        match piece {
            MarkdownInline::Link(to, inner) => {
                unlink(inner, anchors);
                if to
                    .strip_prefix('#')
                    .is_some_and(|name| !anchors.contains(name))
                {
                    let inner = std::mem::take(inner);
                    let count = inner.len();
                    line.splice(at..=at, inner);
                    at += count;
                    continue;
                }
            }
            MarkdownInline::Strong(inner)
            | MarkdownInline::Emphasis(inner)
            | MarkdownInline::Struck(inner)
            | MarkdownInline::Superscript(inner) => unlink(inner, anchors),
            MarkdownInline::Text(_)
            | MarkdownInline::Code(_)
            | MarkdownInline::Image(..)
            | MarkdownInline::Note(_)
            | MarkdownInline::Break
            | MarkdownInline::Box => {}
        }
        at += 1;
    }
}

fn each_heading(blocks: &mut [MarkdownBlock], then: &mut impl FnMut(&mut Option<String>)) {
    each_block(blocks, &mut |block| {
        if let MarkdownBlock::Heading { anchor, .. } = block {
            then(anchor);
        }
    });
}

fn each_line(blocks: &mut [MarkdownBlock], then: &mut impl FnMut(&mut Vec<MarkdownInline>)) {
    each_block(blocks, &mut |block| match block {
        MarkdownBlock::Paragraph(line) | MarkdownBlock::Heading { text: line, .. } => then(line),
        _ => {}
    });
}

/// Each block at any depth, in order.
fn each_block(blocks: &mut [MarkdownBlock], then: &mut dyn FnMut(&mut MarkdownBlock)) {
    for block in blocks {
        then(block);
        match block {
            MarkdownBlock::List(_, items) => {
                for item in items {
                    each_block(item, then);
                }
            }
            MarkdownBlock::Alert(_, inner)
            | MarkdownBlock::Note(_, inner)
            | MarkdownBlock::Quote(inner) => each_block(inner, then),
            MarkdownBlock::Table(table) => {
                for cell in table.rows.iter_mut().flatten() {
                    each_block(&mut cell.blocks, then);
                }
            }
            MarkdownBlock::Paragraph(_)
            | MarkdownBlock::Heading { .. }
            | MarkdownBlock::Code(_)
            | MarkdownBlock::Rule => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_heading_skips_a_level() {
        let heading = |level| MarkdownBlock::Heading {
            level,
            text: Vec::new(),
            case: false,
            anchor: None,
        };
        let levels = |levels: &[usize]| {
            let mut blocks: Vec<_> = levels.iter().copied().map(heading).collect();
            settle(&mut blocks);
            let levels = blocks.iter().map(|block| match block {
                MarkdownBlock::Heading { level, .. } => *level,
                _ => 0,
            });
            levels.collect::<Vec<_>>()
        };
        assert_eq!(levels(&[2, 3, 4, 3, 2]), [2, 3, 4, 3, 2]);
        assert_eq!(levels(&[2, 4, 4, 3, 4, 2]), [2, 3, 3, 3, 4, 2]);
        assert_eq!(levels(&[3, 5, 2, 3]), [2, 3, 2, 3]);
        let mut nested = vec![heading(2), MarkdownBlock::Quote(vec![heading(4)])];
        settle(&mut nested);
        assert_eq!(nested[1], MarkdownBlock::Quote(vec![heading(3)]));
    }
}
