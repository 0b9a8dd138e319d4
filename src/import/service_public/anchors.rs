//! Links within a page lead to headings that are on it. A chapter may have become something else on the way: the
//! evidence of the guide, a line in bold.

use std::collections::BTreeSet;

use crate::import::markdown::{MarkdownBlock, MarkdownInline};

/// Replaces links to headings that the blocks do not have with their words, and takes the anchor from a heading
/// whose anchor another has.
pub fn settle(blocks: &mut [MarkdownBlock]) {
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
            MarkdownBlock::Alert(_, inner) | MarkdownBlock::Quote(inner) => each_block(inner, then),
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
