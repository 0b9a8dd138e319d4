//! Reads lists that are lists in HTML.

use scraper::Node;

use super::elements::is_unshown;
use super::flow::PastedFlow;
use super::lists::{push_item, with_box};
use super::look::PastedLook;
use super::marks::ListMark;
use super::pieces::{PastedPiece, push};
use super::reader::PastedReader;
use crate::import::dom::{attribute, list_start, name, number};
use crate::import::markdown::MarkdownBlock;
use crate::markdown::dom::{DomNode, has_class};

impl<'h> PastedReader<'h> {
    pub(super) fn list(&mut self, node: DomNode<'h>, look: PastedLook, flow: &mut PastedFlow) {
        let mut start = list_start(&node);
        let mut items: Vec<Vec<MarkdownBlock>> = Vec::new();
        // Lists before the first item.
        let mut lower: Vec<MarkdownBlock> = Vec::new();
        for child in node.children() {
            let is_text = child
                .value()
                .as_text()
                .is_some_and(|text| !text.trim().is_empty());
            if !is_text && !child.value().is_element() {
                continue;
            }
            let style = self.sheet.style(&child);
            if self.notes.is_apart(child) || is_unshown(&child, &style) {
                continue;
            }
            match name(&child) {
                "li" => {
                    let number_here = number(&child, "value");
                    if items.is_empty() && start.is_some() {
                        start = number_here.or(start);
                    }
                    let look = look.within("", &style);
                    let mut item = self.blocks(child, look, flow.nest + 1);
                    if attribute(&child, "role") == Some("checkbox") || has_class(&child, "box") {
                        with_box(&mut item);
                    }
                    // Word Online writes each item as a list of its own.
                    if let Some(level) = number(&child, "data-aria-level") {
                        let mark = start.map(|start| start.saturating_add(items.len() as u64));
                        let mark = mark.map_or(ListMark::Bullet, ListMark::Number);
                        let level = usize::try_from(level).unwrap_or(1).clamp(1, 9);
                        if !item.is_empty() {
                            let item = item.into_iter().map(PastedPiece::Block).collect();
                            flow.push(PastedPiece::Item(level, mark, item));
                        }
                    } else {
                        push_item(item, start.is_some(), &mut items);
                    }
                }
                // A list between two items belongs to the first.
                "ul" | "ol" => {
                    let mut below = PastedFlow::new(flow.nest + 1);
                    self.element(child, look, &mut below);
                    let below = below.finish(&self.links);
                    match items.last_mut() {
                        Some(last) => below.into_iter().for_each(|block| push(block, last)),
                        None => lower.extend(below),
                    }
                }
                _ => {
                    let mut inner = PastedFlow::new(flow.nest + 1);
                    match child.value() {
                        Node::Text(text) => inner.line.text(text, look),
                        _ => self.element(child, look, &mut inner),
                    }
                    let inner = inner.finish(&self.links);
                    push_item(inner, start.is_some(), &mut items);
                }
            }
        }
        if !lower.is_empty() && items.is_empty() {
            items.push(lower);
        } else if !lower.is_empty() {
            let after = std::mem::take(&mut items);
            push_item(lower, start.is_some(), &mut items);
            items.extend(after);
        }
        if !items.is_empty() {
            flow.push(PastedPiece::Block(MarkdownBlock::List(start, items)));
        }
    }
}
