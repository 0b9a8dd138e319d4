//! The elements of parsed HTML.

use ego_tree::NodeRef;
use scraper::Node;

pub(crate) type DomNode<'t> = NodeRef<'t, Node>;

pub(crate) fn element_name<'t>(node: &DomNode<'t>) -> Option<&'t str> {
    Some(node.value().as_element()?.name())
}

pub(crate) fn is_element(node: &DomNode<'_>, name: &str) -> bool {
    element_name(node) == Some(name)
}

pub(crate) fn attribute<'t>(node: &DomNode<'t>, name: &str) -> Option<&'t str> {
    node.value().as_element()?.attr(name)
}

pub(crate) fn has_class(node: &DomNode<'_>, class: &str) -> bool {
    attribute(node, "class").is_some_and(|classes| classes.split_whitespace().any(|c| c == class))
}

pub(crate) fn nearest_table(node: &DomNode<'_>) -> Option<ego_tree::NodeId> {
    let table = node.ancestors().find(|above| is_element(above, "table"))?;
    Some(table.id())
}

/// Whether it begins a block of its own rather than being part of a line.
pub(crate) fn is_block(node: &DomNode<'_>) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "aside",
        "audio",
        "blockquote",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "iframe",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "ul",
        "video",
    ];
    element_name(node).is_some_and(|name| BLOCKS.contains(&name))
}

/// All text inside a node.
pub(crate) fn text_of(node: DomNode<'_>) -> String {
    let texts = node.descendants().filter_map(|node| match node.value() {
        Node::Text(text) => Some(&**text),
        _ => None,
    });
    texts.collect()
}
