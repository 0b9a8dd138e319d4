//! Writes XML: the only way in which feeds, site maps and books write what editors wrote.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::markdown::escape;

/// The attributes of an element, in order; their values are not escaped yet.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// A document that is written from its first element to its last: each element is closed where it was opened, and
/// each text is escaped.
pub struct XmlDocument {
    writer: Writer<Vec<u8>>,
}

impl XmlDocument {
    /// A document with its declaration.
    pub fn declared() -> Self {
        let mut document = Self::part();
        document.event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)));
        document.line()
    }

    /// A part of a document.
    pub fn part() -> Self {
        Self {
            writer: Writer::new(Vec::new()),
        }
    }

    /// Writes the document type of XHTML.
    pub fn html(mut self) -> Self {
        self.event(Event::DocType(BytesText::from_escaped("html")));
        self.line()
    }

    fn line(mut self) -> Self {
        self.end_line();
        self
    }

    /// Writes an element around what `inside` writes.
    pub fn around(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) -> &mut Self {
        self.event(Event::Start(start(name, attributes)));
        inside(self);
        self.event(Event::End(BytesEnd::new(name)));
        self
    }

    /// Writes an element around what `inside` writes, which begins on a line of its own.
    pub fn block(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self),
    ) -> &mut Self {
        self.around(name, attributes, |document| {
            document.end_line();
            inside(document);
        })
    }

    /// Writes an element with a text.
    pub fn element(&mut self, name: &str, attributes: Attributes<'_>, words: &str) -> &mut Self {
        self.around(name, attributes, |document| {
            document.text(words);
        })
    }

    /// Writes a text.
    pub fn text(&mut self, words: &str) -> &mut Self {
        self.markup(&text(words))
    }

    /// Writes an element without content.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> &mut Self {
        self.event(Event::Empty(start(name, attributes)));
        self
    }

    /// Writes a finished piece of XML.
    pub fn markup(&mut self, markup: &str) -> &mut Self {
        self.event(Event::Text(BytesText::from_escaped(markup)));
        self
    }

    /// Ends the line.
    pub fn end_line(&mut self) {
        self.markup("\n");
    }

    /// The text of the document.
    pub fn finish(self) -> String {
        // Only texts have been written.
        String::from_utf8(self.writer.into_inner()).unwrap_or_default()
    }

    fn event(&mut self, event: Event<'_>) {
        // Writing to memory does not fail.
        let _ = self.writer.write_event(event);
    }
}

fn start<'n>(name: &'n str, attributes: Attributes<'_>) -> BytesStart<'n> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((key.as_bytes(), text(value).as_bytes()));
    }
    start
}

/// A text for an element or a quoted attribute: escaped, and without the characters that XML forbids.
pub fn text(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_allowed) {
        return escape(text);
    }
    let kept: String = text.chars().filter(|c| is_allowed(*c)).collect();
    Cow::Owned(escape(&kept).into_owned())
}

/// Whether XML allows a character (XML 1.0, 2.2) and it is useful: the C1 controls and DEL, which XML allows
/// but discourages, are left out too.
fn is_allowed(c: char) -> bool {
    match c {
        '\t' | '\n' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        c => !c.is_control(),
    }
}

/// Whether an element or attribute name is valid in XML: HTML accepts almost any.
pub fn is_name(name: &str) -> bool {
    let mut letters = name.chars();
    letters
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic() || first == '_')
        && letters.all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// Whatever a text contains, an element and an attribute with it can be parsed, and hold what XML can
        /// express.
        #[test]
        fn every_text_can_be_read_back(written in any::<String>()) {
            let mut document = XmlDocument::declared();
            document.element("a", &[("b", &written)], &written);
            let document = document.finish();
            let read = roxmltree::Document::parse(&document).unwrap();
            let kept: String = written.chars().filter(|c| is_allowed(*c)).collect();
            prop_assert_eq!(read.root_element().text().unwrap_or_default(), &kept);
            // A line end or a tab in an attribute is read as a blank (XML 1.0, 3.3.3).
            let attribute = kept.replace(['\t', '\n'], " ");
            prop_assert_eq!(read.root_element().attribute("b"), Some(&*attribute));
        }
    }

    #[test]
    fn elements_are_closed_where_they_were_opened() {
        let mut document = XmlDocument::declared().html();
        document.block("a", &[("x", "1 < 2"), ("y:z", "\"")], |document| {
            document.empty("b", &[]).end_line();
            document.around("c", &[], |document| {
                document.element("d", &[], "x & y").markup("<e/>");
            });
        });
        assert_eq!(
            document.finish(),
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n\
             <a x=\"1 &lt; 2\" y:z=\"&quot;\">\n<b/>\n<c><d>x &amp; y</d><e/></c></a>"
        );
    }

    #[test]
    fn what_xml_forbids_is_left_out() {
        assert_eq!(
            text("a\u{7}\u{1b}[31m\u{fffe}<b>\u{85}\tc\n"),
            "a[31m&lt;b&gt;\tc\n"
        );
    }
}
