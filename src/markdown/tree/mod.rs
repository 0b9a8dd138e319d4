//! Turns the HTML of a text into a tree of blocks, for the templates of sheets.
//!
//! It starts from the page's HTML, so that the sheet says what the page says: typography, notes, cards,
//! sanitised raw HTML. Only links differ: paper cannot follow them, so each has the number of a note.

mod blocks;
mod inline;
mod tables;

use std::collections::HashMap;

use scraper::Html;
use serde::Serialize;

use crate::markdown::dom::{DomNode, attribute, is_element};
use blocks::BlockReader;

/// A block of text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the fields are what their names say")]
pub enum Block {
    /// A paragraph.
    Paragraph { children: Vec<Inline> },
    /// A heading of level 1 (the highest in a text) to 5.
    Heading { level: u8, children: Vec<Inline> },
    /// A list; numbered from `start` where it has one.
    List {
        start: Option<u64>,
        items: Vec<ListItem>,
    },
    /// A table.
    Table {
        columns: usize,
        /// How many rows at the top are header rows.
        head: usize,
        cells: Vec<TableCell>,
    },
    /// A quotation.
    Quote { children: Vec<Block> },
    /// A callout: its first paragraph is its title.
    Alert { children: Vec<Block> },
    /// A contact card.
    Card { children: Vec<Block> },
    /// Text whose spaces and lines are kept.
    CodeBlock { text: String },
    /// A term of a list of definitions.
    Term { children: Vec<Inline> },
    /// Its meaning.
    Definition { children: Vec<Block> },
    /// A change of subject.
    Rule,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ListItem {
    /// Whether it is a box to tick.
    pub task: bool,
    /// Whether the box is ticked.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
    /// Its content.
    pub children: Vec<Block>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TableCell {
    /// Its column, from 0.
    pub x: usize,
    /// Its row, from 0.
    pub y: usize,
    /// Whether it is a header cell of its row or column.
    pub head: bool,
    /// Whether it is the header of its row.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub row_head: bool,
    /// Whether it is right-aligned, as numbers are.
    pub right: bool,
    /// Whether it is read from left to right among cells that are not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub ltr: bool,
    /// How many columns it spans.
    pub colspan: usize,
    /// How many rows it spans.
    pub rowspan: usize,
    /// Its content.
    pub children: Vec<Block>,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Inline {
    /// Text.
    Text(String),
    /// Anything else.
    Span(Span),
}

/// A piece of a line that is not plain text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the fields are what their names say")]
pub enum Span {
    /// Strong emphasis.
    Strong { children: Vec<Inline> },
    /// Emphasis.
    Emphasis { children: Vec<Inline> },
    /// Text that no longer applies.
    Struck { children: Vec<Inline> },
    /// Superscript.
    Superscript { children: Vec<Inline> },
    /// Subscript.
    Subscript { children: Vec<Inline> },
    /// What is typed on a keyboard or read by a machine.
    Code { text: String },
    /// A link: its address, and the number of the note that prints it, if its text does not.
    Link {
        url: String,
        note: Option<usize>,
        children: Vec<Inline>,
    },
    /// A reference to a footnote.
    Call { note: usize },
    /// The end of a line.
    Break,
    /// A picture: the file's name for the template, and its alternative text.
    Image { file: String, alt: String },
}

/// A note at the end of a sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the fields are what their names say")]
pub enum Note {
    /// The address that a link leads to, in full and as people copy it.
    Address { url: String, short: String },
    /// A footnote of the editor.
    Text { children: Vec<Block> },
}

/// The blocks of a text and its notes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Tree {
    /// The text.
    pub blocks: Vec<Block>,
    /// The notes that it refers to, from 1.
    pub notes: Vec<Note>,
    /// The numbers of those that print an address.
    #[serde(skip)]
    numbers: HashMap<String, usize>,
}

impl Tree {
    /// The number of the note for an address beside the text; each address has one note.
    pub fn note_of(&mut self, url: &str) -> usize {
        note_of(&mut self.notes, &mut self.numbers, url)
    }
}

/// The number of the note for an address; adds a note if it is new.
fn note_of(notes: &mut Vec<Note>, numbers: &mut HashMap<String, usize>, url: &str) -> usize {
    if let Some(number) = numbers.get(url) {
        return *number;
    }
    notes.push(Note::Address {
        url: url.to_owned(),
        short: short_address(url).to_owned(),
    });
    numbers.insert(url.to_owned(), notes.len());
    notes.len()
}

/// Reads the tree of a text's HTML, as [`super::html()`] makes it.
pub fn tree(html: &str) -> Tree {
    let fragment = Html::parse_fragment(html);
    let root = fragment.tree.root();
    let mut reader = BlockReader::default();
    let blocks = reader.blocks(root, 0);
    // A footnote may refer to another one, and contain links.
    let places = match reader.called.is_empty() {
        true => HashMap::new(),
        false => footnotes(root),
    };
    while let Some((number, note)) = reader.called.pop_first() {
        if let Some(place) = places.get(&number) {
            let children = reader.blocks(*place, 0);
            reader.notes[note - 1] = Note::Text { children };
        }
    }
    Tree {
        blocks,
        notes: reader.notes,
        numbers: reader.numbers,
    }
}

/// The texts of the footnotes by number, which guichet gathered at the end.
fn footnotes(root: DomNode<'_>) -> HashMap<usize, DomNode<'_>> {
    let mut places = HashMap::new();
    for node in root.descendants().filter(|node| is_element(node, "li")) {
        if let Some(number) = attribute(&node, "id").and_then(note_number) {
            places.entry(number).or_insert(node);
        }
    }
    places
}

/// `_n3` → 3.
fn note_number(id: &str) -> Option<usize> {
    id.strip_prefix("_n")?.parse().ok()
}

/// An address as people copy it from paper: without scheme, `www.` and trailing slash.
pub fn short_address(url: &str) -> &str {
    let rest = ["https://", "http://", "mailto:", "tel:", "sms:"]
        .iter()
        .find_map(|scheme| url.strip_prefix(scheme))
        .unwrap_or(url);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.strip_suffix('/').unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn blocks(html: &str) -> Value {
        serde_json::to_value(tree(html).blocks).unwrap()
    }

    fn paragraph(text: &str) -> Value {
        json!({ "type": "paragraph", "children": [text] })
    }

    #[test]
    fn a_caption_stays_with_its_image() {
        let figure = "<figure><img src=a.png alt=A><figcaption><small>B <b>c</b></small></figcaption></figure>";
        let image = json!({ "type": "image", "file": "a.png", "alt": "A" });
        let strong = json!({ "type": "strong", "children": ["c"] });
        let line = json!([image, { "type": "break" }, "B ", strong]);
        assert_eq!(
            blocks(figure),
            json!([{ "type": "paragraph", "children": line }])
        );
        let raw = "<figure><p>A</p><figcaption>B</figcaption></figure>";
        assert_eq!(blocks(raw), json!([paragraph("A"), paragraph("B")]));
    }

    #[test]
    fn cells_keep_their_place_under_those_that_reach_down() {
        let table = "<table><thead><tr><th>a</th><th colspan=2>b</th></tr></thead>\
                     <tr><td rowspan=2>c</td><td>d</td><td>e</td></tr><tr><td class=r>f</td></tr></table>";
        let Some(Block::Table {
            columns,
            head,
            cells,
        }) = tree(table).blocks.pop()
        else {
            panic!("a table")
        };
        let places: Vec<_> = cells
            .iter()
            .map(|cell| (cell.x, cell.y, cell.colspan))
            .collect();
        assert_eq!((columns, head), (3, 1));
        assert_eq!(
            places,
            [
                (0, 0, 1),
                (1, 0, 2),
                (0, 1, 1),
                (1, 1, 1),
                (2, 1, 1),
                (1, 2, 1)
            ]
        );
        assert!(cells[5].right && !cells[4].right);
    }

    #[test]
    fn a_cell_knows_that_it_is_read_from_left_to_right_among_others() {
        let cells = |html: &str| match tree(html).blocks.pop() {
            Some(Block::Table { cells, .. }) => cells,
            other => panic!("{other:?}"),
        };
        let row =
            "<td dir=auto>25,50 €. Word (x).</td><td dir=auto>12 كلمة a</td><td dir=auto>12.</td>";
        let ltr: Vec<bool> = cells(&format!("<table><tr>{row}</tr></table>"))
            .iter()
            .map(|cell| cell.ltr)
            .collect();
        assert_eq!(ltr, [true, false, false]);
        let [plain] = &cells("<table><tr><td>Word</td></tr></table>")[..] else {
            panic!("a cell")
        };
        assert!(!serde_json::to_string(plain).unwrap().contains("ltr"));
    }

    #[test]
    fn links_have_a_note_unless_they_say_their_address() {
        let read = tree(
            "<p><a href=\"https://www.a.fr/x/\">voir</a>, <a href=\"https://a.fr/x\">a.fr/x</a>, \
             <a href=\"tel:+33199000000\">+33 1 99 00 00 00</a>, <a href=\"#ici\">ici</a>, <a href=\"https://www.a.fr/x/\">revoir</a></p>",
        );
        let address = Note::Address {
            url: "https://www.a.fr/x/".to_owned(),
            short: "a.fr/x".to_owned(),
        };
        assert_eq!(read.notes, [address]);
    }

    #[test]
    fn notes_are_numbered_as_they_are_called() {
        let read = tree(
            "<p>x<sup id=\"_c1\"><a href=\"#_n1\">1</a></sup> <a href=\"https://b.fr\">lien</a></p>\
             <section class=\"notes\"><ol><li id=\"_n1\"><p>note <a href=\"https://c.fr\">c</a></p><a href=\"#_c1\">↩</a></li></ol></section>",
        );
        let notes = serde_json::to_value(&read.notes).unwrap();
        assert_eq!(read.blocks.len(), 1);
        assert_eq!(notes[0]["type"], "text");
        assert_eq!(notes[0]["children"][0]["children"][0], "note ");
        assert_eq!(notes[1]["short"], "b.fr");
        assert_eq!(notes[2]["short"], "c.fr");
    }

    #[test]
    fn no_heading_stands_two_levels_below_the_one_before() {
        let levels = |html: &str| -> Vec<u64> {
            let blocks = blocks(html);
            let blocks = blocks.as_array().unwrap().iter();
            blocks
                .map(|block| block["level"].as_u64().unwrap())
                .collect()
        };
        assert_eq!(
            levels("<h4>a</h4><h2>b</h2><h6>c</h6><h6>d</h6><h3>e</h3>"),
            [1, 1, 2, 3, 2]
        );
    }

    #[test]
    fn text_between_blocks_stands_in_paragraphs_of_its_own() {
        let read = blocks("<ul><li class=\"box\">☐ un<ul><li>deux</li></ul></li></ul>");
        assert_eq!(read[0]["items"][0]["task"], true);
        assert_eq!(read[0]["items"][0]["children"][0], paragraph("un"));
        let read = blocks("avant <b>gras</b><div>dedans</div>\n après");
        assert_eq!(read[1], paragraph("dedans"));
        assert_eq!(read[2], paragraph("après"));
    }

    const PIECES: &[&str] = &[
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<ul>",
        "<li>",
        "</ul>",
        "<ol start=3>",
        "</ol>",
        "<table>",
        "<tr>",
        "<td colspan=3>",
        "<th rowspan=99>",
        "</table>",
        "<blockquote>",
        "</blockquote>",
        "<div class=\"alert\">",
        "<div class=\"card\">",
        "</div>",
        "<dl>",
        "<dt>",
        "<dd>",
        "<pre>",
        "</pre>",
        "<a href=\"https://x.fr\">",
        "</a>",
        "<sup>",
        "</sup>",
        "<br>",
        "<h3>",
        "</h3>",
        "un ",
        "deux",
        " trois\n",
        "é",
        "&lt;",
        "<details>",
        "<summary>",
        "</details>",
    ];

    fn letters(json: &Value, out: &mut Vec<char>) {
        match json {
            Value::String(text) => out.extend(text.chars().filter(|c| c.is_alphanumeric())),
            Value::Array(items) => items.iter().for_each(|item| letters(item, out)),
            Value::Object(fields) => ["children", "items", "cells", "text"]
                .iter()
                .filter_map(|key| fields.get(*key))
                .for_each(|field| letters(field, out)),
            _ => {}
        }
    }

    proptest! {
        /// Whatever the HTML, every letter of it is in the tree.
        #[test]
        fn no_text_is_lost(html in prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())) {
            let parsed = Html::parse_fragment(&html);
            let mut expected: Vec<char> = parsed.root_element().text().flat_map(str::chars).filter(|c| c.is_alphanumeric()).collect();
            let mut found = Vec::new();
            letters(&blocks(&html), &mut found);
            expected.sort_unstable();
            found.sort_unstable();
            prop_assert_eq!(found, expected);
        }
    }
}
