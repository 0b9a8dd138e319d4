//! Turns lists of documents to bring or send into the evidence of the guide, or into boxes to tick.

use super::text::Converter;
use crate::import::markdown::{MarkdownBlock, MarkdownInline, plain};
use crate::import::xml::{Element, one_line};
use crate::markdown::slug;

impl Converter<'_> {
    /// Moves the items of a list of documents to the guide's evidence; what does not fit there becomes a list
    /// of boxes to tick.
    pub fn take_papers(&mut self, blocks: &mut Vec<MarkdownBlock>) {
        let is_plain = |block: &MarkdownBlock| match block {
            MarkdownBlock::List(None, items) => items.iter().all(|item| match item.as_slice() {
                [MarkdownBlock::Paragraph(line)] => line
                    .iter()
                    .all(|piece| matches!(piece, MarkdownInline::Text(_))),
                _ => false,
            }),
            _ => false,
        };
        if self.takes_evidence && !blocks.is_empty() && blocks.iter().all(is_plain) {
            let when = self.cases.join(", ");
            let when = (!when.is_empty()).then_some(when);
            for block in std::mem::take(blocks) {
                let MarkdownBlock::List(_, items) = block else {
                    continue;
                };
                for item in items {
                    if let [MarkdownBlock::Paragraph(line)] = item.as_slice() {
                        let name = one_line(&plain(line));
                        self.evidence.push((name, when.clone()));
                    }
                }
            }
            return;
        }
        for block in blocks {
            if let MarkdownBlock::List(None, items) = block {
                for item in items {
                    if let Some(MarkdownBlock::Paragraph(line)) = item.first_mut() {
                        line.insert(0, MarkdownInline::Box);
                    }
                }
            }
        }
    }
}

/// Whether a chapter lists documents to bring or send.
pub fn lists_papers(element: &Element, title: &str) -> bool {
    let title = slug(title);
    element.attribute("type") == Some("pieces")
        || [
            "pieces-a-fournir",
            "pieces-a-joindre",
            "pieces-justificatives",
            "documents-a-fournir",
            "documents-a-presenter",
            "documents-a-joindre",
            "justificatifs-a-fournir",
        ]
        .contains(&title.as_str())
}
