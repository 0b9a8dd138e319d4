//! Reads the elements of a pasted text in their order.

use std::collections::HashMap;

use scraper::Node;

use super::elements::{heading_level, is_code, is_unshown};
use super::flow::{LineKind, PastedFlow};
use super::look::{PastedLinks, PastedLook};
use super::marks::ListMark;
use super::notes::PastedNotes;
use super::pieces::PastedPiece;
use super::style::{PastedSheet, PastedStyle};
use super::{links, symbols};
use crate::import::dom::{attribute, name, number};
use crate::import::markdown::{MarkdownBlock, MarkdownInline};
use crate::markdown::dom::{DomNode, is_block, text_of};

/// Lists, quotations and tables within each other, deeper than this, are read as if they were beside each other: readers
/// lose track long before.
pub const DEEPEST_NEST: usize = 8;

/// Reads a text.
pub struct PastedReader<'h> {
    pub sheet: PastedSheet,
    pub notes: PastedNotes<'h>,
    pub links: PastedLinks,
    /// The footnotes that the text read so far calls, in their order.
    pub called: Vec<usize>,
    labels: HashMap<usize, usize>,
}

impl<'h> PastedReader<'h> {
    /// For a parsed text.
    pub fn new(top: DomNode<'h>) -> Self {
        Self {
            sheet: PastedSheet::of(top),
            notes: PastedNotes::of(top),
            links: PastedLinks::default(),
            called: Vec::new(),
            labels: HashMap::new(),
        }
    }

    /// The blocks within an element, which is `nest` deep in lists, quotations and tables.
    pub fn blocks(
        &mut self,
        parent: DomNode<'h>,
        look: PastedLook,
        nest: usize,
    ) -> Vec<MarkdownBlock> {
        let mut flow = PastedFlow::new(nest);
        self.children(parent, look, &mut flow);
        flow.finish(&self.links)
    }

    fn children(&mut self, parent: DomNode<'h>, look: PastedLook, flow: &mut PastedFlow) {
        for node in parent.children() {
            match node.value() {
                Node::Text(text) if look.keeps_lines => self.kept_lines(text, look, flow),
                Node::Text(text) => flow.line.text(text, look),
                Node::Element(_) => self.element(node, look, flow),
                _ => {}
            }
        }
    }

    /// A text whose line ends are its own.
    fn kept_lines(&mut self, text: &str, look: PastedLook, flow: &mut PastedFlow) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.line_end(look, flow);
            }
            flow.line.text(line, look);
        }
    }

    fn line_end(&mut self, look: PastedLook, flow: &mut PastedFlow) {
        if flow.line.line_end(look) {
            flow.end(&self.links);
            flow.gap();
        }
    }

    pub(super) fn element(&mut self, node: DomNode<'h>, look: PastedLook, flow: &mut PastedFlow) {
        let style = self.sheet.style(&node);
        if self.notes.is_apart(node) || is_unshown(&node, &style) {
            return;
        }
        if style.is_mark {
            // A heading is read with its number; the items of a list are numbered anew.
            if flow.kind.is_heading() {
                self.children(node, look.within("", &style), flow);
                flow.line.text(" ", look);
            }
            return;
        }
        if let Some(note) = self.notes.called_by(&node) {
            let label = self.label(note);
            flow.line.note(label, look);
            return;
        }
        let look = look.within(name(&node), &style);
        match name(&node) {
            "br" => self.line_end(look, flow),
            "img" => image(node, look, flow),
            "a" => self.link(node, look, &style, flow),
            "input" => {
                if attribute(&node, "type") == Some("checkbox") {
                    flow.line.tick_box();
                }
            }
            _ if style.is_block.unwrap_or_else(|| is_block(&node)) => {
                self.block(node, look, &style, flow);
            }
            "ul" | "ol" | "table" | "li" | "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.block(node, look, &style, flow);
            }
            _ => self.children(node, look, flow),
        }
    }

    /// The label of a footnote: its number in the order of the text.
    fn label(&mut self, note: usize) -> String {
        let label = *self.labels.entry(note).or_insert_with(|| {
            self.called.push(note);
            self.called.len()
        });
        label.to_string()
    }

    fn link(
        &mut self,
        node: DomNode<'h>,
        mut look: PastedLook,
        style: &PastedStyle,
        flow: &mut PastedFlow,
    ) {
        let address = attribute(&node, "href").and_then(links::address);
        if let Some(address) = address {
            look.link = Some(self.links.number(address));
        }
        match style.is_block {
            Some(true) => self.block(node, look, style, flow),
            _ => self.children(node, look, flow),
        }
    }

    fn block(
        &mut self,
        node: DomNode<'h>,
        look: PastedLook,
        style: &PastedStyle,
        flow: &mut PastedFlow,
    ) {
        flow.end(&self.links);
        let outer = flow.kind;
        let is_deep = flow.nest >= DEEPEST_NEST;
        match name(&node) {
            "ul" | "ol" if !is_deep => self.list(node, look, flow),
            "table" => self.table(node, look, flow),
            "blockquote" if !is_deep && !style.is_indent => {
                let inner = self.blocks(node, look, flow.nest + 1);
                if !inner.is_empty() {
                    flow.push(PastedPiece::Block(MarkdownBlock::Quote(inner)));
                }
            }
            // Within a list or a quotation it parts nothing of the page.
            "hr" if flow.nest > 0 => {}
            "hr" => flow.push(PastedPiece::Block(MarkdownBlock::Rule)),
            "pre" if is_code(&node) => {
                let text = text_of(node);
                let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
                let text = lines.join("\n");
                let text = text.trim_matches('\n');
                if !text.trim().is_empty() {
                    flow.push(PastedPiece::Block(MarkdownBlock::Code(text.to_owned())));
                }
            }
            "iframe" | "video" | "audio" => self.embedded(node, flow),
            "li" if !is_deep => {
                let item = self.blocks(node, look, flow.nest + 1);
                if !item.is_empty() {
                    let item = item.into_iter().map(PastedPiece::Block).collect();
                    flow.push(PastedPiece::Item(1, ListMark::Bullet, item));
                }
            }
            _ => {
                if let Some(kind) = self.line_kind(&node, style, outer) {
                    let is_around =
                        kind == LineKind::Line && node.children().any(|inner| is_block(&inner));
                    if is_around {
                        flow.push(PastedPiece::Cut);
                    }
                    flow.open(kind);
                    self.children(node, look, flow);
                    flow.close(outer, &self.links);
                    if is_around {
                        flow.push(PastedPiece::Cut);
                    }
                }
            }
        }
    }

    /// What kind of line an element begins, within one of another kind; `None` if it is no text of its document.
    fn line_kind(
        &self,
        node: &DomNode<'h>,
        style: &PastedStyle,
        outer: LineKind,
    ) -> Option<LineKind> {
        if outer.is_heading() {
            return Some(outer);
        }
        if let Some(level) = heading_level(node, style) {
            return Some(LineKind::Heading(level));
        }
        let class = attribute(node, "class").unwrap_or_default();
        // A table of contents, which guichet makes.
        if class.starts_with("MsoToc") {
            return None;
        }
        let is_paragraph = name(node) == "p";
        if let Some(level) = style.list_level.filter(|_| is_paragraph) {
            return Some(LineKind::Item(level, self.written_mark(*node)));
        }
        Some(match class {
            // Word's paragraphs with this end share a list with those before.
            _ if class.ends_with("CxSpMiddle") || class.ends_with("CxSpLast") => LineKind::More,
            _ if class.starts_with("MsoQuote") || class.starts_with("MsoIntenseQuote") => {
                LineKind::Quoted
            }
            _ if matches!(name(node), "div" | "span" | "a" | "address") => match outer {
                LineKind::Paragraph => LineKind::Line,
                outer => outer,
            },
            _ => LineKind::Paragraph,
        })
    }

    /// The mark that Word writes out in a paragraph of a list.
    fn written_mark(&self, paragraph: DomNode<'h>) -> ListMark {
        let mut inside = paragraph.descendants();
        let mark = inside.find(|node| self.sheet.style(node).is_mark);
        let Some(mark) = mark else {
            return ListMark::Bullet;
        };
        let mut around = std::iter::once(mark).chain(mark.ancestors().take(3));
        let is_symbol = around.any(|node| self.sheet.style(&node).symbols == Some(true));
        let text = text_of(mark);
        let text = match is_symbol {
            true => text.trim().chars().take(1).map(symbols::symbol).collect(),
            false => text,
        };
        ListMark::written(&text)
    }

    /// Reads an element that only lays out its text: a cell of a table that is none.
    pub fn laid_out(&mut self, node: DomNode<'h>, look: PastedLook, flow: &mut PastedFlow) {
        let style = self.sheet.style(&node);
        if is_unshown(&node, &style) {
            return;
        }
        flow.end(&self.links);
        let outer = flow.kind;
        flow.open(LineKind::Paragraph);
        self.children(node, look.within("", &style), flow);
        flow.close(outer, &self.links);
    }

    /// A video or a map: a link to it, in words of its title.
    fn embedded(&mut self, node: DomNode<'h>, flow: &mut PastedFlow) {
        let mut sources = node
            .descendants()
            .filter_map(|node| attribute(&node, "src"));
        let Some(address) = sources.find_map(links::image_address) else {
            return;
        };
        let words = attribute(&node, "title").unwrap_or(&address).to_owned();
        let link = match links::says_itself(&words, &(0..words.len()), &address) {
            true => MarkdownInline::Text(words),
            false => MarkdownInline::Link(address, vec![MarkdownInline::Text(words)]),
        };
        flow.push(PastedPiece::Block(MarkdownBlock::Paragraph(vec![link])));
    }
}

/// An image that can be shown: one on the web. Those of a program's own files come by another way.
fn image(node: DomNode<'_>, look: PastedLook, flow: &mut PastedFlow) {
    let alt = attribute(&node, "alt").unwrap_or_default();
    let is_letter = alt.chars().count() <= 4 && !alt.chars().any(|c| c.is_ascii());
    if is_letter && !alt.is_empty() {
        // Pages and mail programs draw some signs themselves.
        flow.line.text(alt, look);
        return;
    }
    let is_dot = |key| number(&node, key).is_some_and(|size| size <= 2);
    if is_dot("width") || is_dot("height") {
        return;
    }
    if let Some(address) = attribute(&node, "src").and_then(links::image_address) {
        flow.line.image(address, alt.to_owned(), look);
    }
}
