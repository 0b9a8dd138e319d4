//! Reads lines: text, emphasis, links and the notes that print their addresses.

use scraper::Node;

use super::blocks::{BlockReader, DEEPEST};
use super::{Inline, Note, Span, note_number, note_of, short_address};
use crate::foreign;
use crate::language::Language;
use crate::markdown::dom::{DomNode, attribute, element_name, is_element, text_of};

impl BlockReader {
    /// The pieces of a line: everything inside a node, including blocks.
    pub fn line(&mut self, parent: DomNode<'_>) -> Vec<Inline> {
        let mut line = Vec::new();
        for node in parent.children() {
            self.inline(node, 0, &mut line);
        }
        trim(&mut line);
        line
    }

    pub fn inline(&mut self, node: DomNode<'_>, depth: usize, line: &mut Vec<Inline>) {
        if let Node::Text(text) = node.value() {
            match language_of(node) {
                Some(language) => push_text(line, &foreign::mark(text, language)),
                None => push_text(line, text),
            }
            return;
        }
        let Some(name) = element_name(&node) else {
            return;
        };
        let children = |reader: &mut Self| {
            let mut children = Vec::new();
            if depth >= DEEPEST {
                push_text(&mut children, &text_of(node));
                return children;
            }
            for child in node.children() {
                reader.inline(child, depth + 1, &mut children);
            }
            children
        };
        let span = match name {
            "strong" | "b" => Span::Strong {
                children: children(self),
            },
            "em" | "i" | "cite" | "dfn" | "var" => Span::Emphasis {
                children: children(self),
            },
            "s" | "del" => Span::Struck {
                children: children(self),
            },
            "sup" => match footnote_call(node) {
                Some(number) => Span::Call {
                    note: self.note_of_footnote(number),
                },
                None => Span::Superscript {
                    children: children(self),
                },
            },
            "sub" => Span::Subscript {
                children: children(self),
            },
            "code" | "kbd" | "samp" => Span::Code {
                text: text_of(node),
            },
            "br" => Span::Break,
            "img" => {
                line.extend(image(&node));
                return;
            }
            "a" if is_way_back(node) => return,
            "a" => {
                let children = children(self);
                match self.link(attribute(&node, "href"), &text_of(node), children) {
                    Ok(span) => span,
                    Err(children) => {
                        line.extend(children);
                        return;
                    }
                }
            }
            _ => {
                line.extend(children(self));
                return;
            }
        };
        line.push(Inline::Span(span));
    }

    /// A link with its note; only its text if it leads to a place on the same sheet.
    fn link(
        &mut self,
        href: Option<&str>,
        text: &str,
        children: Vec<Inline>,
    ) -> Result<Span, Vec<Inline>> {
        // Nobody copies a longer address from paper, and PDF readers do not follow one.
        const LONGEST: usize = 2000;
        let leads_away =
            |href: &&str| !href.is_empty() && !href.starts_with('#') && href.len() <= LONGEST;
        let Some(url) = href.filter(leads_away) else {
            return Err(children);
        };
        let short = short_address(url);
        // A number is printed as it is dialled, even if the link is written otherwise.
        let says_it_itself = says_number(url, text) || letters(text).contains(&letters(short));
        let note = (!says_it_itself).then(|| note_of(&mut self.notes, &mut self.numbers, url));
        Ok(Span::Link {
            url: url.to_owned(),
            note,
            children,
        })
    }

    fn note_of_footnote(&mut self, number: usize) -> usize {
        *self.footnotes.entry(number).or_insert_with(|| {
            self.notes.push(Note::Text {
                children: Vec::new(),
            });
            self.called.insert(number, self.notes.len());
            self.notes.len()
        })
    }
}

/// The language of a text that declares its own: that of the nearest element with a `lang`.
fn language_of(text: DomNode<'_>) -> Option<Language> {
    if text.value().as_text()?.trim().is_empty() {
        return None;
    }
    let mut above = text.ancestors();
    above.find_map(|node| Language::parse(attribute(&node, "lang")?))
}

/// Letters and digits only: a telephone number is the same with or without its spaces.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A picture, or its text if its format cannot be printed.
fn image(node: &DomNode<'_>) -> Option<Inline> {
    let alt = attribute(node, "alt").unwrap_or_default().to_owned();
    match attribute(node, "src") {
        Some(file) => Some(Inline::Span(Span::Image {
            file: file.to_owned(),
            alt,
        })),
        None => (!alt.is_empty()).then_some(Inline::Text(alt)),
    }
}

/// The number that `<sup><a href="#_n2">2</a></sup>` refers to.
fn footnote_call(node: DomNode<'_>) -> Option<usize> {
    let link = node.children().find(|child| is_element(child, "a"))?;
    note_number(attribute(&link, "href")?.strip_prefix('#')?)
}

/// The link from a footnote back to its reference.
fn is_way_back(node: DomNode<'_>) -> bool {
    attribute(&node, "href").is_some_and(|href| href.starts_with("#_c"))
}

/// Adds text, collapsing runs of spaces and line ends into one space.
fn push_text(line: &mut Vec<Inline>, text: &str) {
    let mut out = String::with_capacity(text.len());
    let mut after_space = match line.last() {
        Some(Inline::Text(before)) => before.ends_with(' '),
        Some(Inline::Span(Span::Break)) => true,
        _ => false,
    };
    for c in text.chars() {
        // Only the spaces that HTML collapses; no-break spaces are intended.
        let is_space = matches!(c, ' ' | '\n' | '\t' | '\r' | '\u{c}');
        if !is_space {
            out.push(c);
        } else if !after_space {
            out.push(' ');
        }
        after_space = is_space;
    }
    if out.is_empty() {
        return;
    }
    match line.last_mut() {
        Some(Inline::Text(before)) => before.push_str(&out),
        _ => line.push(Inline::Text(out)),
    }
}

/// Trims spaces and line ends at both ends of a line.
pub(super) fn trim(line: &mut Vec<Inline>) {
    let is_blank = |piece: &Inline| match piece {
        Inline::Text(text) => text.trim_start_matches(' ').is_empty(),
        Inline::Span(span) => matches!(span, Span::Break),
    };
    let first = line.iter().position(|piece| !is_blank(piece));
    line.drain(..first.unwrap_or(line.len()));
    if let Some(Inline::Text(text)) = line.first_mut() {
        *text = text.trim_start_matches(' ').to_owned();
    }
    loop {
        match line.last_mut() {
            Some(Inline::Text(text)) => {
                text.truncate(text.trim_end_matches(' ').len());
                if !text.is_empty() {
                    break;
                }
            }
            Some(Inline::Span(Span::Break)) => {}
            _ => break,
        }
        line.pop();
    }
}

/// Whether the text of a `tel:` link is its number, in the national form or the international one.
fn says_number(url: &str, text: &str) -> bool {
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let said = digits(text);
    let national = said.trim_start_matches('0');
    url.starts_with("tel:") && national.len() > 1 && digits(url).ends_with(national)
}
