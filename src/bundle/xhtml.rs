//! The text of a page as XHTML for a book: without the site around it, and with links within the book or to
//! absolute addresses.

use ego_tree::NodeRef;
use scraper::{Html, Node};

use crate::xml::{self, XmlDocument};

/// The targets of a page's links and images in a book.
pub trait Places {
    /// The address for a link; `None` keeps only its text.
    fn link(&mut self, href: &str) -> Option<String>;
    /// The address of an image; `None` keeps only its alternative text.
    fn image(&mut self, src: &str) -> Option<String>;
}

/// Void elements (HTML, 13.1.2).
const VOID: &[&str] = &["br", "hr", "img", "wbr", "col"];

/// Elements that a book omits.
const DROPPED: &[&str] = &[
    "nav", "script", "form", "noscript", "style", "source", "svg",
];

/// The XHTML of the content of `main`.
pub fn xhtml(main: &str, places: &mut impl Places) -> String {
    let fragment = Html::parse_fragment(main);
    let mut out = XmlDocument::part();
    for node in fragment.tree.root().children() {
        write(node, places, &mut out);
    }
    out.finish()
}

fn write(node: NodeRef<'_, Node>, places: &mut impl Places, out: &mut XmlDocument) {
    let element = match node.value() {
        Node::Text(text) => {
            out.text(text);
            return;
        }
        Node::Element(element) => element,
        _ => return,
    };
    let name = element.name();
    let is_screen = element
        .attr("class")
        .is_some_and(|class| class.split(' ').any(|c| c == "screen"));
    if DROPPED.contains(&name) || is_screen {
        return;
    }
    let children = |places: &mut _, out: &mut XmlDocument| {
        for child in node.children() {
            write(child, places, out);
        }
    };
    let mut attributes: Vec<(&str, String)> = Vec::new();
    for (key, value) in element.attrs() {
        match (name, key) {
            ("a", "href") => {
                let Some(address) = places.link(value) else {
                    return children(places, out);
                };
                attributes.push(("href", address));
            }
            ("img", "src") => {
                let Some(address) = places.image(value) else {
                    out.text(element.attr("alt").unwrap_or_default());
                    return;
                };
                attributes.push(("src", address));
            }
            // Books are both XML and HTML.
            (_, "lang") => {
                attributes.push(("lang", value.to_owned()));
                attributes.push(("xml:lang", value.to_owned()));
            }
            // A scrolling frame makes no sense on paper or on a page of a book.
            (_, "tabindex") => {}
            (_, key) if !xml::is_name(key) => {}
            _ => attributes.push((key, value.to_owned())),
        }
    }
    // Elements that only parsers add, and a choice of formats, mean nothing in a book.
    if matches!(name, "html" | "body" | "head" | "picture") || !xml::is_name(name) {
        return children(places, out);
    }
    let attributes: Vec<(&str, &str)> = attributes
        .iter()
        .map(|(key, value)| (*key, value.as_str()))
        .collect();
    match VOID.contains(&name) {
        true => out.empty(name, &attributes),
        false => out.around(name, &attributes, |out| children(places, out)),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Nowhere;

    impl Places for Nowhere {
        fn link(&mut self, href: &str) -> Option<String> {
            href.starts_with("https:").then(|| href.to_owned())
        }

        fn image(&mut self, _: &str) -> Option<String> {
            None
        }
    }

    #[test]
    fn html_becomes_well_formed_xml() {
        let html = "<h1>A &amp; b<br>c</h1><nav>x</nav><p class=\"screen\">y</p><p><a href=\"../z.html\">z</a> \
                    <a href=\"https://e.org/?a=1&amp;b=2\">e</a><picture><source srcset=\"a.png.webp\">\
                    <img src=\"a.png\" alt=\"une &lt;carte&gt;\"></picture>";
        let expected = "<h1>A &amp; b<br/>c</h1><p>z <a href=\"https://e.org/?a=1&amp;b=2\">e</a>une &lt;carte&gt;</p>";
        assert_eq!(xhtml(html, &mut Nowhere), expected);
    }
}
