//! The elements of the parsed HTML.

use ego_tree::NodeRef;
use scraper::Node;

pub(super) type DomNode<'t> = NodeRef<'t, Node>;

pub(super) fn element_name<'t>(node: &DomNode<'t>) -> Option<&'t str> {
    Some(node.value().as_element()?.name())
}

pub(super) fn is_element(node: &DomNode<'_>, name: &str) -> bool {
    element_name(node) == Some(name)
}

pub(super) fn attribute<'t>(node: &DomNode<'t>, name: &str) -> Option<&'t str> {
    node.value().as_element()?.attr(name)
}

pub(super) fn has_class(node: &DomNode<'_>, class: &str) -> bool {
    attribute(node, "class").is_some_and(|classes| classes.split_whitespace().any(|c| c == class))
}

pub(super) fn nearest_table(node: &DomNode<'_>) -> Option<ego_tree::NodeId> {
    let table = node.ancestors().find(|above| is_element(above, "table"))?;
    Some(table.id())
}

pub(super) fn is_block(node: &DomNode<'_>) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "blockquote",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "html",
        "li",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "ul",
    ];
    element_name(node).is_some_and(|name| BLOCKS.contains(&name))
}

/// All text inside a node.
pub(super) fn text_of(node: DomNode<'_>) -> String {
    let texts = node.descendants().filter_map(|node| match node.value() {
        Node::Text(text) => Some(&**text),
        _ => None,
    });
    texts.collect()
}
