//! What elements of a pasted text are.

use super::style::PastedStyle;
use crate::import::dom::{attribute, name, number};
use crate::markdown::dom::{DomNode, has_class};

/// Elements of which nothing is text for readers.
const UNSHOWN: &[&str] = &[
    "applet", "canvas", "datalist", "head", "link", "map", "meta", "noscript", "object", "script",
    "select", "style", "svg", "template", "textarea", "title", "xml",
];

/// Classes of what pages and programs add to a text, or say only aloud.
const UNSHOWN_CLASSES: &[&str] = &[
    "MsoCommentReference",
    "fr-sr-only",
    "msocomanchor",
    "msocomtxt",
    "moz-txt-tag",
    "msoDel",
    "mw-cite-backlink",
    "mw-editsection",
    "screen-reader-text",
    "sr-only",
    "visually-hidden",
];

/// Whether nothing of an element shows.
pub fn is_unshown(node: &DomNode<'_>, style: &PastedStyle) -> bool {
    let Some(element) = node.value().as_element() else {
        return false;
    };
    // A tracked deletion has a date or an author; others are struck through for readers to see.
    let is_deletion = || {
        element.name() == "del"
            && (element.attr("datetime").is_some() || element.attr("cite").is_some())
    };
    let has_class = || UNSHOWN_CLASSES.iter().any(|class| has_class(node, class));
    style.is_hidden
        || element.attr("hidden").is_some()
        || UNSHOWN.contains(&element.name())
        || is_deletion()
        || has_class()
}

/// The level of a heading, 0 for the title of a whole document.
pub fn heading_level(node: &DomNode<'_>, style: &PastedStyle) -> Option<usize> {
    let by_role = || {
        let is_heading = attribute(node, "role") == Some("heading");
        let level = number(node, "aria-level").filter(|_| is_heading)?;
        usize::try_from(level).ok()
    };
    let is_title = has_class(node, "MsoTitle")
        || has_class(node, "title") && attribute(node, "id").is_some_and(|id| id.starts_with("h."));
    match name(node) {
        _ if is_title => Some(0),
        "h1" => Some(1),
        "h2" => Some(2),
        "h3" => Some(3),
        "h4" => Some(4),
        "h5" => Some(5),
        "h6" => Some(6),
        _ => style.outline.or_else(by_role),
    }
}

/// Whether text whose lines are kept is code, rather than a plain message of a mail program.
pub fn is_code(node: &DomNode<'_>) -> bool {
    let is_message = has_class(node, "moz-quote-pre") || attribute(node, "wrap").is_some();
    let in_message = node
        .ancestors()
        .any(|above| has_class(&above, "moz-text-plain"));
    !is_message && !in_message
}
