//! Parses XML into a tree: elements, their attributes and text, and their positions in the file.
//!
//! Knows only the five entities of XML and character references, loads nothing, and bounds depth: outside
//! input can exhaust neither memory nor stack.

use std::collections::HashSet;

use quick_xml::Reader;
use quick_xml::errors::SyntaxError;
use quick_xml::events::{BytesStart, Event};

use crate::reasons::of_content;

/// Deeper than any real text; a case within a case of the official guide is 20 deep.
const DEEPEST: usize = 200;

/// What is said of a text that ends before its root element, or within a tag.
const UNFINISHED: &str = "the root element does not end";

/// An element.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Element {
    /// Its name, with its prefix as written.
    pub name: String,
    /// Its attributes, in order.
    pub attributes: Vec<(String, String)>,
    /// Its content.
    pub children: Vec<XmlNode>,
    /// The byte of its file where it begins.
    pub at: usize,
}

/// The content of an element.
#[derive(Debug, Clone, PartialEq)]
pub enum XmlNode {
    /// An element.
    Element(Element),
    /// Text.
    Text(String),
}

/// Why a text is not XML, and where.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{reason}, at byte {at}")]
pub struct XmlError {
    /// What the parser says, in English.
    pub reason: String,
    /// The byte.
    pub at: usize,
}

impl XmlError {
    /// The reason, as messages take it: what ends too early is likely to be cut.
    pub fn said(&self) -> String {
        match self.reason == UNFINISHED {
            true => std::io::ErrorKind::UnexpectedEof.to_string(),
            false => of_content(&self.reason),
        }
    }
}

impl Element {
    /// The value of an attribute; `None` if it is absent or blank.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        let value = found.map(|(_, value)| value.trim());
        value.filter(|value| !value.is_empty())
    }

    /// Its child elements.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            XmlNode::Element(element) => Some(element),
            XmlNode::Text(_) => None,
        })
    }

    /// The first child with this name.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|child| child.name == name)
    }

    /// All its elements at any depth, itself first, in document order.
    pub fn descendants(&self) -> impl Iterator<Item = &Self> {
        let mut stack = vec![self];
        std::iter::from_fn(move || {
            let next = stack.pop()?;
            let inner: Vec<&Self> = next.elements().collect();
            stack.extend(inner.into_iter().rev());
            Some(next)
        })
    }

    /// All text in it, unchanged.
    pub fn raw_text(&self) -> String {
        let mut out = String::new();
        self.push_text(&mut out);
        out
    }

    fn push_text(&self, out: &mut String) {
        for child in &self.children {
            match child {
                XmlNode::Text(text) => out.push_str(text),
                XmlNode::Element(element) => element.push_text(out),
            }
        }
    }

    /// The text between its elements on one line; `None` if it is blank.
    pub fn own_text(&self) -> Option<String> {
        let parts = self.children.iter().filter_map(|child| match child {
            XmlNode::Text(text) => Some(one_line(text)),
            XmlNode::Element(_) => None,
        });
        let parts: Vec<String> = parts.filter(|text| !text.is_empty()).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    }

    /// All text in it on one line.
    pub fn text(&self) -> String {
        one_line(&self.raw_text())
    }

    /// The text of the first child with this name, on one line; empty if there is none.
    pub fn text_of(&self, name: &str) -> Option<String> {
        let text = self.child(name)?.text();
        (!text.is_empty()).then_some(text)
    }
}

/// A text on one line: runs of blanks and line ends become one space; no-break spaces stay.
pub fn one_line(text: &str) -> String {
    let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
    let words = text.split(blank).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Reads the root element of a text.
///
/// # Errors
///
/// What is wrong with the text, and where.
pub fn parse(text: &str) -> Result<Element, XmlError> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let error = |reason: String| XmlError {
            reason,
            at: at.min(text.len()),
        };
        let event = reader.read_event().map_err(|e| match e {
            // All others are of something that does not end.
            quick_xml::Error::Syntax(syntax) if syntax != SyntaxError::InvalidBangMarkup => {
                error(UNFINISHED.to_owned())
            }
            other => error(other.to_string()),
        })?;
        let done = match event {
            Event::Start(start) => {
                if open.len() >= DEEPEST {
                    return Err(error(format!("more than {DEEPEST} levels")));
                }
                open.push(element(&start, at).map_err(error)?);
                None
            }
            Event::Empty(start) => close(&mut open, element(&start, at).map_err(error)?),
            Event::End(_) => match open.pop() {
                Some(element) => close(&mut open, element),
                None => None,
            },
            Event::Text(part) => {
                push(&mut open, &part.decode().map_err(|e| error(e.to_string()))?);
                None
            }
            Event::CData(part) => {
                push(&mut open, &part.decode().map_err(|e| error(e.to_string()))?);
                None
            }
            Event::GeneralRef(reference) => {
                let name = reference.decode().map_err(|e| error(e.to_string()))?;
                let character = reference.resolve_char_ref();
                match character.map_err(|e| error(e.to_string()))? {
                    Some(character) => push(&mut open, character.encode_utf8(&mut [0; 4])),
                    None => {
                        let known = quick_xml::escape::resolve_predefined_entity(&name);
                        let known = known.ok_or_else(|| error(format!("&{name};")))?;
                        push(&mut open, known);
                    }
                }
                None
            }
            Event::Eof => return Err(error(UNFINISHED.to_owned())),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => None,
        };
        if let Some(root) = done {
            return Ok(root);
        }
    }
}

/// Adds a finished element to its parent; the root has none, and is the result.
fn close(open: &mut [Element], element: Element) -> Option<Element> {
    match open.last_mut() {
        Some(parent) => {
            parent.children.push(XmlNode::Element(element));
            None
        }
        None => Some(element),
    }
}

fn push(open: &mut [Element], text: &str) {
    let Some(parent) = open.last_mut() else {
        return;
    };
    // Text around a character reference is one text.
    if let Some(XmlNode::Text(before)) = parent.children.last_mut() {
        before.push_str(text);
    } else {
        parent.children.push(XmlNode::Text(text.to_owned()));
    }
}

fn element(start: &BytesStart<'_>, at: usize) -> Result<Element, String> {
    let name = start.name();
    let name = std::str::from_utf8(name.as_ref()).map_err(|e| e.to_string())?;
    let mut attributes = Vec::new();
    // The reader compares each attribute with all before it.
    let mut keys = HashSet::new();
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|e| e.to_string())?;
        let key = attribute.key.into_inner();
        let key = std::str::from_utf8(key).map_err(|e| e.to_string())?;
        if !keys.insert(key) {
            return Err(format!("duplicated attribute `{key}`"));
        }
        let value = std::str::from_utf8(&attribute.value).map_err(|e| e.to_string())?;
        let value = quick_xml::escape::unescape(value).map_err(|e| e.to_string())?;
        attributes.push((key.to_owned(), value.into_owned()));
    }
    Ok(Element {
        name: name.to_owned(),
        attributes,
        children: Vec::new(),
        at,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stands_where_it_stood() {
        let root = parse(
            "<?xml version=\"1.0\"?><a>x &lt; <b c=\"1 &amp; 2\">y&#233;</b>\n <![CDATA[<z>]]></a>",
        )
        .unwrap();
        assert_eq!(root.text(), "x < yé <z>");
        let b = root.child("b").unwrap();
        assert_eq!((b.attribute("c"), b.at), (Some("1 & 2"), 31));
    }

    #[test]
    fn what_is_no_xml_is_told_and_harms_nothing() {
        for bad in [
            "",
            "text",
            "<a>",
            "<a></b>",
            "<a>&nbsp;</a>",
            "<a b=c/>",
            "<a>&#x110000;</a>",
        ] {
            assert!(parse(bad).is_err(), "{bad}");
        }
        assert!(parse(&"<a>".repeat(100_000)).is_err());
        let entities =
            "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c SYSTEM \"/etc/passwd\">]><a>&c;</a>";
        assert!(parse(entities).is_err());
    }
}
