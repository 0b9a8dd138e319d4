//! Turns what people copy from word processors, mail programs and web pages into Markdown.
//!
//! Programs put HTML on the clipboard that shows the text as they do: a heading may be a paragraph with a class, a list
//! paragraphs with a bullet of a font of symbols, bold letters a style. It is read in the order of the text: `style` says
//! what an element looks like, `line` makes pieces of texts that look alike, `flow` and `pieces` make blocks of lines. The blocks are
//! written as those of all importers are.

mod elements;
mod flow;
mod html_lists;
mod inlines;
mod line;
mod links;
mod lists;
mod look;
mod marks;
mod notes;
mod pieces;
mod reader;
mod style;
mod symbols;
mod tables;
#[cfg(test)]
mod tests;

use super::dom::{parsed, top};
use super::markdown::{MarkdownBlock, write};
use crate::diagnostics::floor_char_boundary;
use crate::invisible;
use look::PastedLook;
use reader::PastedReader;

/// The bytes of HTML that are read, not counting images in the text itself; a book has fewer.
const LARGEST: usize = 8 << 20;

/// The Markdown of a text in HTML, such as programs put on the clipboard; empty if nothing of it shows.
///
/// Headings begin at level 2 and skip none, and no footnote is lost. Of images, those on the web are kept. Comments, tracked
/// deletions and hidden text are left out.
pub fn pasted(html: &str) -> String {
    write(&blocks(html))
}

/// The blocks of a text in HTML.
fn blocks(html: &str) -> Vec<MarkdownBlock> {
    let html = without_data(without_header(html));
    let html = invisible::without(&html[..floor_char_boundary(&html, LARGEST)]).into_owned();
    let parsed = parsed(&html);
    let top = top(&parsed);
    let mut reader = PastedReader::new(top);
    let mut blocks = reader.blocks(top, PastedLook::default(), 0);
    while blocks.last() == Some(&MarkdownBlock::Rule) {
        blocks.pop();
    }
    if blocks.first() == Some(&MarkdownBlock::Rule) {
        blocks.remove(0);
    }
    step(&mut blocks);
    // A footnote may call another.
    let mut written = 0;
    while let Some(note) = reader.called.get(written).copied() {
        written += 1;
        let body = reader.notes.body(note);
        let inner = body.map(|body| reader.blocks(body, PastedLook::default(), 1));
        blocks.push(MarkdownBlock::Note(
            written.to_string(),
            inner.unwrap_or_default(),
        ));
    }
    blocks
}

/// The text without the lines with which Windows says where the HTML begins.
fn without_header(html: &str) -> &str {
    match html.trim_start().starts_with("Version:") {
        true => &html[html.find('<').unwrap_or(html.len())..],
        false => html,
    }
}

/// The text without the images that are written in it, which may be larger than all the rest.
fn without_data(html: &str) -> String {
    let mut out = String::with_capacity(html.len().min(LARGEST));
    let mut rest = html;
    while let Some(start) = rest.find("data:image/") {
        out.push_str(&rest[..start]);
        let is_end = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '>' | ')' | '<');
        let data = &rest[start..];
        rest = &data[data.find(is_end).unwrap_or(data.len())..];
    }
    out.push_str(rest);
    out
}

/// Gives headings the levels of a page's text: the first is of level 2, and none is more than one deeper than the one before.
fn step(blocks: &mut [MarkdownBlock]) {
    let mut open: Vec<usize> = Vec::new();
    for block in blocks {
        if let MarkdownBlock::Heading { level, .. } = block {
            while open.last().is_some_and(|above| *above >= *level) {
                open.pop();
            }
            open.push(*level);
            *level = (open.len() + 1).min(6);
        }
    }
}
