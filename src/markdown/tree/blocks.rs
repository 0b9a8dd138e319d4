//! Blocks: paragraphs, headings, lists, callouts.

use std::collections::{BTreeMap, HashMap};

use super::inline::trim;
use super::{Block, Inline, ListItem, Note, Span};
use crate::markdown::dom::{
    DomNode, attribute, element_name, has_class, is_block, is_element, text_of,
};

/// Where raw HTML is nested deeper than this, its blocks become siblings. Typst, which nests about three
/// calls per level, gives up at 80.
pub(super) const DEEPEST: usize = 12;

/// Reads blocks and lines, and numbers the notes that they refer to.
#[derive(Default)]
pub(super) struct BlockReader {
    pub notes: Vec<Note>,
    /// The numbers of the notes that print an address.
    pub numbers: HashMap<String, usize>,
    /// The text's own footnotes: their numbers among themselves and among all notes.
    pub footnotes: BTreeMap<usize, usize>,
    /// Those that have been referenced but not read yet.
    pub called: BTreeMap<usize, usize>,
    /// The level of the previous heading; 0 before the first.
    heading: u8,
}

impl BlockReader {
    /// The blocks inside a node. Text between blocks becomes paragraphs of its own.
    pub fn blocks(&mut self, parent: DomNode<'_>, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut line = Vec::new();
        for node in parent.children() {
            if is_block(&node) || holds_block(node) {
                finish_line(&mut line, &mut blocks);
                self.block(node, depth, &mut blocks);
            } else {
                self.inline(node, 0, &mut line);
            }
        }
        finish_line(&mut line, &mut blocks);
        blocks
    }

    pub fn block(&mut self, node: DomNode<'_>, depth: usize, blocks: &mut Vec<Block>) {
        let name = element_name(&node).unwrap_or_default();
        if depth >= DEEPEST {
            blocks.extend(self.flat(node));
            return;
        }
        match name {
            // Navigation on screen from page to page, without content of its own.
            "nav" => {}
            _ if has_class(&node, "screen") => {}
            "p" | "summary" | "figcaption" | "caption" | "address" => {
                let children = self.line(node);
                blocks.extend(paragraph(children));
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name[1..].parse::<u8>().unwrap_or(2);
                let children = self.line(node);
                if !children.is_empty() {
                    // PDF/UA does not allow a heading two levels below the previous one.
                    let level = level.saturating_sub(1).clamp(1, self.heading + 1);
                    self.heading = level;
                    blocks.push(Block::Heading { level, children });
                }
            }
            "ul" => blocks.push(self.list(node, None, depth)),
            "ol" => {
                let start = attribute(&node, "start").and_then(|start| start.parse().ok());
                blocks.push(self.list(node, Some(start.unwrap_or(1)), depth));
            }
            "table" => self.table(node, depth, blocks),
            "blockquote" => blocks.push(Block::Quote {
                children: self.blocks(node, depth + 1),
            }),
            "pre" => blocks.push(Block::CodeBlock {
                text: text_of(node),
            }),
            "dt" => blocks.push(Block::Term {
                children: self.line(node),
            }),
            "dd" => blocks.push(Block::Definition {
                children: self.blocks(node, depth + 1),
            }),
            // One paragraph, so that no page break separates an image from its caption.
            "figure" if holds_only_caption(node) => {
                let mut line = Vec::new();
                for child in node.children() {
                    if is_element(&child, "figcaption") {
                        line.push(Inline::Span(Span::Break));
                        line.extend(self.line(child));
                    } else {
                        self.inline(child, 0, &mut line);
                    }
                }
                finish_line(&mut line, blocks);
            }
            "hr" => blocks.push(Block::Rule),
            "section" if has_class(&node, "notes") => {}
            _ if has_class(&node, "alert") => blocks.push(Block::Alert {
                children: self.blocks(node, depth + 1),
            }),
            _ if has_class(&node, "card") => blocks.push(Block::Card {
                children: self.blocks(node, depth + 1),
            }),
            _ => blocks.extend(self.blocks(node, depth + 1)),
        }
    }

    /// Content nested too deep, as one paragraph of plain text.
    pub fn flat(&self, node: DomNode<'_>) -> Option<Block> {
        let text = text_of(node);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        paragraph(vec![Inline::Text(text)])
    }

    pub fn list(&mut self, node: DomNode<'_>, start: Option<u64>, depth: usize) -> Block {
        let mut items = Vec::new();
        for child in node.children() {
            let task = has_class(&child, "box");
            let mut children = if is_element(&child, "li") {
                self.blocks(child, depth + 1)
            } else {
                // Raw HTML may contain anything here; its content is an item too.
                let mut line = Vec::new();
                let mut blocks = Vec::new();
                if is_block(&child) || holds_block(child) {
                    self.block(child, depth + 1, &mut blocks);
                } else {
                    self.inline(child, 0, &mut line);
                }
                finish_line(&mut line, &mut blocks);
                blocks
            };
            let done = task && without_mark(&mut children);
            if !children.is_empty() || is_element(&child, "li") {
                items.push(ListItem {
                    task,
                    done,
                    children,
                });
            }
        }
        Block::List { start, items }
    }
}

/// Whether an inline element contains blocks, as raw HTML may: as a line, it would join what they separate.
fn holds_block(node: DomNode<'_>) -> bool {
    // A link keeps its address.
    !is_element(&node, "a")
        && node.first_child().is_some()
        && node.descendants().skip(1).any(|inside| is_block(&inside))
}

/// Whether a figure has no other block than its caption.
fn holds_only_caption(figure: DomNode<'_>) -> bool {
    let mut blocks = figure.children().filter(is_block);
    blocks.all(|block| is_element(&block, "figcaption"))
}

/// Removes the `☐ ` or `☑ ` that opens a task, because the template draws the box; returns whether it was
/// ticked.
fn without_mark(children: &mut [Block]) -> bool {
    let Some(Block::Paragraph { children }) = children.first_mut() else {
        return false;
    };
    let Some(Inline::Text(text)) = children.first_mut() else {
        return false;
    };
    let done = text.starts_with('☑');
    if let Some(rest) = text.strip_prefix(['☐', '☑']) {
        *text = rest.trim_start().to_owned();
    }
    if text.is_empty() {
        children.remove(0);
    }
    done
}

fn finish_line(line: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    let mut line = std::mem::take(line);
    trim(&mut line);
    blocks.extend(paragraph(line));
}

pub(super) fn paragraph(children: Vec<Inline>) -> Option<Block> {
    (!children.is_empty()).then_some(Block::Paragraph { children })
}
