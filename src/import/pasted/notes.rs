//! Footnotes and comments: a mark in the text links to a place, which links back to the mark. Word, LibreOffice, Google
//! Docs, Wikipedia and guichet's own pages all write them so, each with other names.

use std::collections::{HashMap, HashSet};

use ego_tree::NodeId;

use crate::import::dom::{attribute, name};
use crate::markdown::dom::{DomNode, is_block, text_of};

/// The footnotes of a text.
#[derive(Debug, Default)]
pub struct PastedNotes<'h> {
    /// The links in the text, with the footnote of each.
    calls: HashMap<NodeId, usize>,
    /// The elements that hold footnotes.
    bodies: Vec<DomNode<'h>>,
    /// What is part of neither text nor footnotes: the links back, comments, the elements in `bodies`.
    apart: HashSet<NodeId>,
}

/// A link within the text.
struct InnerLink<'h> {
    node: DomNode<'h>,
    target: &'h str,
}

/// More links back than this lead to no other footnote.
const MOST_LINKS_BACK: usize = 8;

/// The name in front of the numbers of comments in Google Docs.
const COMMENT: &str = "cmnt";

impl<'h> PastedNotes<'h> {
    /// Those of a parsed text.
    pub fn of(top: DomNode<'h>) -> Self {
        let mut places: HashMap<&str, DomNode<'h>> = HashMap::new();
        let mut order: HashMap<NodeId, usize> = HashMap::new();
        let mut links = Vec::new();
        for (at, node) in top.descendants().enumerate() {
            order.insert(node.id(), at);
            for id in names(&node) {
                places.entry(id).or_insert(node);
            }
            links.extend(inner_link(node));
        }
        let mut leading_to: HashMap<&str, Vec<&InnerLink<'h>>> = HashMap::new();
        for link in &links {
            leading_to.entry(link.target).or_default().push(link);
        }
        let mut notes = Self::default();
        let mut known: HashMap<&str, Option<usize>> = HashMap::new();
        for call in links.iter().filter(|link| is_mark(&text_of(link.node))) {
            if let Some(Some(note)) = known.get(call.target) {
                if !notes.is_apart(call.node) {
                    notes.calls.insert(call.node.id(), *note);
                }
                continue;
            }
            let Some(place) = places.get(call.target) else {
                continue;
            };
            if order[&place.id()] < order[&call.node.id()] {
                continue;
            }
            let Some(body) = body(*place) else { continue };
            let back: Vec<NodeId> = own_names(call.node)
                .flat_map(|own| leading_to.get(own).into_iter().flatten())
                .take(MOST_LINKS_BACK)
                .filter(|back| back.node.ancestors().any(|above| above.id() == body.id()))
                .map(|back| back.node.id())
                .collect();
            let is_around = call.node.ancestors().any(|above| above.id() == body.id());
            if back.is_empty() || is_around {
                continue;
            }
            notes.apart.extend(back);
            notes.apart.insert(body.id());
            if call.target.starts_with(COMMENT) {
                notes.apart.insert(call.node.id());
                known.insert(call.target, None);
                continue;
            }
            notes.calls.insert(call.node.id(), notes.bodies.len());
            known.insert(call.target, Some(notes.bodies.len()));
            notes.bodies.push(body);
        }
        notes
    }

    /// The footnote that a link in the text calls.
    pub fn called_by(&self, node: &DomNode<'_>) -> Option<usize> {
        self.calls.get(&node.id()).copied()
    }

    /// Whether an element is part of no running text.
    pub fn is_apart(&self, node: DomNode<'_>) -> bool {
        self.apart.contains(&node.id())
    }

    /// The element that holds a footnote.
    pub fn body(&self, note: usize) -> Option<DomNode<'h>> {
        self.bodies.get(note).copied()
    }
}

/// The names by which links lead to an element.
fn names<'h>(node: &DomNode<'h>) -> impl Iterator<Item = &'h str> + use<'h> {
    let name = (name(node) == "a")
        .then(|| attribute(node, "name"))
        .flatten();
    attribute(node, "id").into_iter().chain(name)
}

fn inner_link<'h>(node: DomNode<'h>) -> Option<InnerLink<'h>> {
    let href = attribute(&node, "href").filter(|_| name(&node) == "a")?;
    // Browsers copy `#note` with the address of the page before it.
    let (_, target) = href.split_once('#')?;
    (!target.is_empty()).then_some(InnerLink { node, target })
}

/// The names of a link, of what is just around it and of what is in it.
fn own_names<'h>(link: DomNode<'h>) -> impl Iterator<Item = &'h str> {
    let around = std::iter::once(link).chain(link.ancestors().take(2));
    let inside = link.descendants().skip(1).take(3);
    around
        .chain(inside)
        .flat_map(|node| names(&node).collect::<Vec<_>>())
}

/// Whether a text may be the mark of a footnote: `1`, `[a]`, `(iv)`, `*`.
fn is_mark(text: &str) -> bool {
    let mark = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')'));
    let is_sign = |c: char| c.is_alphanumeric() || matches!(c, '*' | '†' | '‡' | '§');
    !mark.is_empty() && mark.chars().count() <= 5 && mark.chars().all(is_sign)
}

/// The element that holds the footnote that begins at this place.
fn body(place: DomNode<'_>) -> Option<DomNode<'_>> {
    let around = std::iter::once(place).chain(place.ancestors());
    let mut blocks = around.filter(is_block);
    let block = blocks.next()?;
    match name(&block) {
        // Footnotes of word processors may have several paragraphs.
        "p" => {
            let whole = block.parent().filter(|parent| name(parent) == "div");
            let whole = whole.filter(|parent| {
                attribute(parent, "id").is_some() && {
                    let mut inner = parent.children().filter(|child| child.value().is_element());
                    inner.next().is_some_and(|first| first.id() == block.id())
                }
            });
            Some(whole.unwrap_or(block))
        }
        "li" | "div" | "dd" | "section" | "aside" => Some(block),
        _ => None,
    }
}
