//! Turns the words of a line into inlines: emphasis, links, raised and lowered characters.

use super::elements::is_of_line;
use super::text::Converter;
use crate::import::markdown::{MarkdownInline, is_blank, plain};
use crate::import::xml::{Element, XmlNode};

impl Converter<'_> {
    /// The pieces of a line.
    pub fn inlines(&mut self, parent: &Element) -> Vec<MarkdownInline> {
        let mut out = Vec::new();
        for child in &parent.children {
            match child {
                XmlNode::Text(text) => out.push(MarkdownInline::Text(text.clone())),
                // A link without words in a paragraph is invisible.
                XmlNode::Element(element)
                    if parent.name == "Paragraphe"
                        && element.name.starts_with("Lien")
                        && element.text().is_empty() => {}
                XmlNode::Element(element) => {
                    let inner = self.inline_element(element);
                    out.extend(inner);
                }
            }
        }
        apart(&mut out);
        out
    }

    pub fn inline_element(&mut self, element: &Element) -> Vec<MarkdownInline> {
        let inner = self.inside(element, |me| me.inlines(element));
        match element.name.as_str() {
            "MiseEnEvidence" => vec![MarkdownInline::Strong(inner)],
            "Citation" | "Expression" | "TermeEtranger" | "Variable" => {
                vec![MarkdownInline::Emphasis(inner)]
            }
            "Exposant" => vec![MarkdownInline::Text(raised(&plain(&inner)))],
            // Lowered characters read as well on the line: CO2.
            "Indice" | "Valeur" | "Paragraphe" | "TexteInterne" => inner,
            "LienInterne" => self.link_to(element, inner),
            "LienIntra" => self.link_within(element, inner),
            "LienExterne" | "LienWeb" => self.link_out(element, inner),
            _ => {
                self.unknown(element);
                match element.attribute("URL") {
                    Some(_) => self.link_out(element, inner),
                    None => inner,
                }
            }
        }
    }

    /// All that an element says on one line: its paragraphs behind each other.
    pub fn one_line_of(&mut self, element: &Element) -> Vec<MarkdownInline> {
        let is_line = element.own_text().is_some() || element.elements().all(is_of_line);
        if is_line || element.name == "Paragraphe" {
            return self.inlines(element);
        }
        let mut out = Vec::new();
        for part in element.elements() {
            let line = self.inside(part, |me| me.one_line_of(part));
            if !is_blank(&line) && !out.is_empty() {
                out.push(MarkdownInline::Text(" ".to_owned()));
            }
            out.extend(line);
        }
        out
    }
}

/// Restores the space that the source omits after an abbreviation: in `MSAau prorata` nobody recognises MSA.
fn apart(line: &mut [MarkdownInline]) {
    let mut after_capitals = false;
    for piece in line {
        if let (true, MarkdownInline::Text(text)) = (after_capitals, &mut *piece)
            && text.chars().take_while(|c| c.is_lowercase()).count() > 1
        {
            text.insert(0, ' ');
        }
        after_capitals = match piece {
            MarkdownInline::Link(_, inner) => {
                let words = plain(inner);
                words.len() > 1 && words.chars().all(char::is_uppercase)
            }
            _ => false,
        };
    }
}

/// Superscript digits as characters that every font has (m²); superscript letters (1er) read as well on the
/// line.
fn raised(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '1' => '¹',
            '2' => '²',
            '3' => '³',
            c => c,
        })
        .collect()
}
