//! Turns the HTML of a post into blocks. WordPress has two forms: blocks between comments, and text in which
//! an empty line ends a paragraph.

use scraper::Node;

use super::links::LinkMap;
use crate::diagnostics::Code;
use crate::import::dom::{DEEPEST, attribute, list_start, name, parsed, table, top};
use crate::import::markdown::{MarkdownBlock, MarkdownInline, is_blank, plain as plain_line};
use crate::import::xml::one_line;
use crate::markdown::dom::{DomNode, is_block, text_of};

/// Reads the text of a post.
pub struct PostReader<'s> {
    site: &'s LinkMap,
    target: &'s str,
    /// What could not be kept unchanged.
    pub told: Vec<(Code, String)>,
}

/// The addresses of the images in a text.
pub fn images(html: &str) -> Vec<String> {
    let parsed = parsed(html);
    let nodes = parsed.tree.root().descendants();
    nodes
        .filter_map(|node| node.value().as_element())
        .filter(|element| element.name() == "img")
        .filter_map(|element| element.attr("src"))
        .map(str::to_owned)
        .collect()
}

/// The words of a piece of HTML.
pub fn plain(html: &str) -> String {
    let parsed = parsed(html);
    one_line(&parsed.root_element().text().collect::<String>())
}

impl<'s> PostReader<'s> {
    pub fn new(site: &'s LinkMap, target: &'s str) -> Self {
        Self {
            site,
            target,
            told: Vec::new(),
        }
    }

    /// The blocks of a text.
    pub fn read(&mut self, html: &str) -> Vec<MarkdownBlock> {
        let mut blocks = self.without_codes(html);
        self.shortcodes(&mut blocks);
        blocks
    }

    /// The blocks of a text in which brackets are brackets.
    pub fn without_codes(&mut self, html: &str) -> Vec<MarkdownBlock> {
        let parsed = parsed(html);
        self.blocks(top(&parsed), 0)
    }

    fn blocks(&mut self, parent: DomNode<'_>, depth: usize) -> Vec<MarkdownBlock> {
        let mut out = Vec::new();
        let mut line = Vec::new();
        for node in parent.children() {
            match node.value() {
                Node::Text(text) => {
                    // An empty line ends a paragraph, and a line end is a line break.
                    for (index, part) in paragraphs(text).into_iter().enumerate() {
                        if index > 0 {
                            finish(&mut line, &mut out);
                        }
                        push_lines(part, &mut line);
                    }
                }
                Node::Element(_) if is_block(&node) && depth < DEEPEST => {
                    finish(&mut line, &mut out);
                    self.block(node, depth, &mut out);
                }
                Node::Element(_) => self.inline(node, depth, &mut line),
                _ => {}
            }
        }
        finish(&mut line, &mut out);
        out
    }

    fn block(&mut self, node: DomNode<'_>, depth: usize, out: &mut Vec<MarkdownBlock>) {
        match name(&node) {
            "p" | "figcaption" | "address" | "summary" | "dt" => {
                let mut line = self.line(node, depth);
                if name(&node) == "figcaption" && !is_blank(&line) {
                    line = vec![MarkdownInline::Emphasis(line)];
                }
                finish(&mut line, out);
            }
            heading @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => {
                let level = heading[1..].parse::<usize>().unwrap_or(2).max(2);
                let text = self.line(node, depth);
                if !is_blank(&text) {
                    out.push(MarkdownBlock::Heading {
                        level,
                        text,
                        case: false,
                        anchor: None,
                    });
                }
            }
            "ul" | "ol" => {
                let items = node
                    .children()
                    .filter(|child| name(child) == "li" || !name(child).is_empty());
                let items = items.map(|item| self.blocks(item, depth + 1)).collect();
                out.push(MarkdownBlock::List(list_start(&node), items));
            }
            "blockquote" => {
                let inner = self.blocks(node, depth + 1);
                out.push(MarkdownBlock::Quote(inner));
            }
            "pre" => {
                let text = text_of(node);
                out.push(MarkdownBlock::Code(text.trim_matches('\n').to_owned()));
            }
            "hr" => out.push(MarkdownBlock::Rule),
            "table" => {
                let table = table(node, |cell| self.blocks(cell, depth + 1));
                out.push(MarkdownBlock::Table(table));
            }
            embedded @ ("iframe" | "video" | "audio") => {
                let source = node.descendants().find_map(|node| attribute(&node, "src"));
                match source {
                    Some(source) => {
                        let words = vec![MarkdownInline::Text(source.to_owned())];
                        out.push(MarkdownBlock::Paragraph(vec![MarkdownInline::Link(
                            source.to_owned(),
                            words,
                        )]));
                    }
                    None => self
                        .told
                        .push((Code::ImportShortcode, format!("<{embedded}>"))),
                }
            }
            "form" => {
                self.told.push((Code::ImportShortcode, "<form>".to_owned()));
                out.extend(self.blocks(node, depth + 1));
            }
            _ => out.extend(self.blocks(node, depth + 1)),
        }
    }

    fn line(&mut self, node: DomNode<'_>, depth: usize) -> Vec<MarkdownInline> {
        let mut line = Vec::new();
        for child in node.children() {
            match child.value() {
                Node::Text(text) => line.push(MarkdownInline::Text(text.to_string())),
                Node::Element(_) => self.inline(child, depth, &mut line),
                _ => {}
            }
        }
        line
    }

    fn inline(&mut self, node: DomNode<'_>, depth: usize, line: &mut Vec<MarkdownInline>) {
        if depth >= DEEPEST {
            line.push(MarkdownInline::Text(text_of(node)));
            return;
        }
        match name(&node) {
            "script" | "style" | "template" => {}
            "br" => line.push(MarkdownInline::Break),
            "img" => line.extend(self.image(node)),
            "strong" | "b" => {
                let inner = self.line(node, depth + 1);
                line.push(MarkdownInline::Strong(inner));
            }
            "em" | "i" | "cite" | "dfn" => {
                let inner = self.line(node, depth + 1);
                line.push(MarkdownInline::Emphasis(inner));
            }
            "del" | "s" | "strike" => {
                let inner = self.line(node, depth + 1);
                line.push(MarkdownInline::Struck(inner));
            }
            "sup" => {
                let inner = self.line(node, depth + 1);
                line.push(MarkdownInline::Superscript(inner));
            }
            "code" | "kbd" | "samp" => {
                let inner = self.line(node, depth + 1);
                line.push(MarkdownInline::Code(plain_line(&inner)));
            }
            "a" => {
                let inner = self.line(node, depth + 1);
                line.extend(self.link(node, inner));
            }
            _ => {
                let inner = self.line(node, depth + 1);
                line.extend(inner);
            }
        }
    }

    /// A link: to the file of a page of the site, to a downloaded file, otherwise to where it led. A link
    /// around an image that has become a link is that link.
    fn link(&self, node: DomNode<'_>, inner: Vec<MarkdownInline>) -> Vec<MarkdownInline> {
        let Some(address) = attribute(&node, "href") else {
            return inner;
        };
        let has_link = inner
            .iter()
            .any(|piece| matches!(piece, MarkdownInline::Link(..)));
        if has_link || is_blank(&inner) {
            return inner;
        }
        let address = address.trim();
        let page = self.site.page(address, self.target);
        let file = || self.site.fetched(address, self.target);
        let Some(to) = page.or_else(file).or_else(|| self.site.elsewhere(address)) else {
            return inner;
        };
        let only_image = matches!(inner.as_slice(), [MarkdownInline::Image(..)]);
        // A picture that links to its own enlargement needs no other link.
        if only_image
            && to
                .rsplit('.')
                .next()
                .is_some_and(|end| crate::files::IMAGES.contains(&end))
        {
            return inner;
        }
        vec![MarkdownInline::Link(to, inner)]
    }

    fn image(&self, node: DomNode<'_>) -> Vec<MarkdownInline> {
        let Some(source) = attribute(&node, "src") else {
            return Vec::new();
        };
        let alt = attribute(&node, "alt").unwrap_or_default().to_owned();
        match self.site.fetched(source, self.target) {
            Some(file) => vec![MarkdownInline::Image(file, alt)],
            None => {
                let file = source.rsplit('/').next().unwrap_or(source);
                let words = if alt.is_empty() { file } else { &alt };
                let words = vec![MarkdownInline::Text(format!("Image : {words}"))];
                match self.site.elsewhere(source) {
                    Some(address) => vec![MarkdownInline::Link(address, words)],
                    None => words,
                }
            }
        }
    }
}

/// The parts of a text between empty lines.
fn paragraphs(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut blank_before = false;
    for line in text.split_inclusive('\n') {
        let is_blank = line.trim().is_empty() && line.ends_with('\n') && at > 0;
        if blank_before && !is_blank {
            parts.push(&text[start..at]);
            start = at;
        }
        blank_before = is_blank;
        at += line.len();
    }
    parts.push(&text[start..]);
    parts
}

/// The words of a part, with its line breaks.
fn push_lines(part: &str, line: &mut Vec<MarkdownInline>) {
    let trimmed = part.trim_matches('\n');
    for (index, words) in trimmed.split('\n').enumerate() {
        if index > 0 && !words.trim().is_empty() && !is_blank(line) {
            line.push(MarkdownInline::Break);
        }
        line.push(MarkdownInline::Text(words.to_owned()));
    }
}

fn finish(line: &mut Vec<MarkdownInline>, out: &mut Vec<MarkdownBlock>) {
    let mut line = std::mem::take(line);
    while matches!(line.last(), Some(MarkdownInline::Break)) {
        line.pop();
    }
    if !is_blank(&line) {
        out.push(MarkdownBlock::Paragraph(line));
    }
}
