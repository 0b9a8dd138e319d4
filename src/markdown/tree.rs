//! The HTML of a text → a tree of blocks, as the templates of sheets read it.
//!
//! It starts from the same HTML as the page, so that what the page says the sheet says too: typography, notes, cards,
//! sanitised raw HTML. Only links change: paper cannot follow them, so each has the number of a note.

use std::collections::{BTreeMap, BTreeSet};

use ego_tree::NodeRef;
use scraper::{Html, Node};
use serde::Serialize;

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
        items: Vec<Item>,
    },
    /// A table.
    Table {
        columns: usize,
        /// How many rows at the top head the columns.
        head: usize,
        cells: Vec<Cell>,
    },
    /// A text of somebody else.
    Quote { children: Vec<Block> },
    /// A callout: its first paragraph is its title.
    Alert { children: Vec<Block> },
    /// A contact card.
    Card { children: Vec<Block> },
    /// Text whose spaces and lines stand as they are.
    CodeBlock { text: String },
    /// A term of a list of definitions.
    Term { children: Vec<Inline> },
    /// What it means.
    Definition { children: Vec<Block> },
    /// A change of subject.
    Rule,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item {
    /// Whether it is a box to tick.
    pub task: bool,
    /// What it holds.
    pub children: Vec<Block>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Cell {
    /// Its column, from 0.
    pub x: usize,
    /// Its row, from 0.
    pub y: usize,
    /// Whether it names its row or column.
    pub head: bool,
    /// Whether it is set to the right, as numbers are.
    pub right: bool,
    /// How many columns it takes.
    pub colspan: usize,
    /// How many rows it takes.
    pub rowspan: usize,
    /// What it holds.
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
    /// Text that no longer holds.
    Struck { children: Vec<Inline> },
    /// Raised.
    Superscript { children: Vec<Inline> },
    /// Lowered.
    Subscript { children: Vec<Inline> },
    /// What is typed on a keyboard or read by a machine.
    Code { text: String },
    /// A link: its address, and the number of the note that prints it, where its text does not.
    Link {
        url: String,
        note: Option<usize>,
        children: Vec<Inline>,
    },
    /// The call of a footnote.
    Call { note: usize },
    /// The end of a line.
    Break,
    /// A picture: the file's name for the template, and what it shows.
    Image { file: String, alt: String },
}

/// A note at the end of a sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "the fields are what their names say")]
pub enum Note {
    /// The address that a link leads to, in full and as people copy it.
    Address { url: String, short: String },
    /// What an editor wrote as a footnote.
    Text { children: Vec<Block> },
}

/// The blocks of a text and its notes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Tree {
    /// The text.
    pub blocks: Vec<Block>,
    /// The notes that it calls, from 1.
    pub notes: Vec<Note>,
}

/// Where raw HTML is nested deeper than this, the blocks inside stand beside each other. Typst, which nests calls about
/// three deep for each level, gives up at 80.
const DEEPEST: usize = 12;

/// Reads the tree of a text's HTML, as [`super::html()`] makes it; `notes` are those that the sheet has already.
pub fn tree(html: &str, notes: Vec<Note>) -> Tree {
    let fragment = Html::parse_fragment(html);
    let root = fragment.tree.root();
    let mut reader = Reader {
        notes,
        footnotes: BTreeMap::new(),
    };
    let blocks = reader.blocks(root, 0);
    // A footnote may itself call another, and have links.
    let mut written = BTreeSet::new();
    while let Some((&number, &note)) = reader
        .footnotes
        .iter()
        .find(|(number, _)| !written.contains(*number))
    {
        written.insert(number);
        if let Some(place) = footnote(root, number) {
            let children = reader.blocks(place, 0);
            reader.notes[note - 1] = Note::Text { children };
        }
    }
    Tree {
        blocks,
        notes: reader.notes,
    }
}

type Place<'t> = NodeRef<'t, Node>;

/// The text of a footnote, which guichet gathered with the others at the end.
fn footnote(root: Place<'_>, number: usize) -> Option<Place<'_>> {
    root.descendants().find(|node| {
        is_element(node, "li") && attribute(node, "id").and_then(note_number) == Some(number)
    })
}

/// `_n3` → 3.
fn note_number(id: &str) -> Option<usize> {
    id.strip_prefix("_n")?.parse().ok()
}

struct Reader {
    notes: Vec<Note>,
    /// The text's own footnotes: their numbers among themselves and among all notes.
    footnotes: BTreeMap<usize, usize>,
}

impl Reader {
    /// The blocks inside a node. Text that stands between blocks makes paragraphs of its own.
    fn blocks(&mut self, parent: Place<'_>, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut line = Vec::new();
        for node in parent.children() {
            if is_block(&node) {
                finish_line(&mut line, &mut blocks);
                self.block(node, depth, &mut blocks);
            } else {
                self.inline(node, 0, &mut line);
            }
        }
        finish_line(&mut line, &mut blocks);
        blocks
    }

    fn block(&mut self, node: Place<'_>, depth: usize, blocks: &mut Vec<Block>) {
        let name = element_name(&node).unwrap_or_default();
        if depth >= DEEPEST {
            blocks.extend(self.flat(node));
            return;
        }
        match name {
            "p" | "summary" | "figcaption" | "caption" | "address" => {
                let children = self.line(node);
                blocks.extend(paragraph(children));
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                let level = name[1..].parse::<u8>().unwrap_or(2);
                let children = self.line(node);
                if !children.is_empty() {
                    blocks.push(Block::Heading {
                        level: level.saturating_sub(1).max(1),
                        children,
                    });
                }
            }
            "ul" => blocks.push(self.list(node, None, depth)),
            "ol" => {
                let start = attribute(&node, "start").and_then(|start| start.parse().ok());
                blocks.push(self.list(node, Some(start.unwrap_or(1)), depth));
            }
            "table" => self.table(node, depth, blocks),
            "blockquote" => blocks.push(Block::Quote {
                children: self.blocks(node, depth + 1),
            }),
            "pre" => blocks.push(Block::CodeBlock {
                text: text_of(node),
            }),
            "dt" => blocks.push(Block::Term {
                children: self.line(node),
            }),
            "dd" => blocks.push(Block::Definition {
                children: self.blocks(node, depth + 1),
            }),
            "hr" => blocks.push(Block::Rule),
            "section" if has_class(&node, "notes") => {}
            _ if has_class(&node, "alert") => blocks.push(Block::Alert {
                children: self.blocks(node, depth + 1),
            }),
            _ if has_class(&node, "card") => blocks.push(Block::Card {
                children: self.blocks(node, depth + 1),
            }),
            _ => blocks.extend(self.blocks(node, depth + 1)),
        }
    }

    /// What is nested too deep, as one paragraph of plain text.
    fn flat(&self, node: Place<'_>) -> Option<Block> {
        let text = text_of(node);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        paragraph(vec![Inline::Text(text)])
    }

    fn list(&mut self, node: Place<'_>, start: Option<u64>, depth: usize) -> Block {
        let mut items = Vec::new();
        for child in node.children().filter(|child| child.value().is_element()) {
            let task = has_class(&child, "box");
            let mut children = self.blocks(child, depth + 1);
            if task {
                without_mark(&mut children);
            }
            items.push(Item { task, children });
        }
        Block::List { start, items }
    }

    fn table(&mut self, node: Place<'_>, depth: usize, blocks: &mut Vec<Block>) {
        for caption in node.children().filter(|child| is_element(child, "caption")) {
            blocks.extend(paragraph(self.line(caption)));
        }
        let rows: Vec<Place<'_>> = node
            .descendants()
            .filter(|row| is_element(row, "tr") && nearest_table(row) == Some(node.id()))
            .collect();
        let mut cells = Vec::new();
        let mut head = 0;
        // Places that cells of the rows above reach down to.
        let mut taken = BTreeSet::new();
        for (y, row) in rows.into_iter().enumerate() {
            let in_head = row
                .parent()
                .is_some_and(|parent| is_element(&parent, "thead"));
            if in_head && head == y {
                head = y + 1;
            }
            let mut x = 0;
            for place in row.children() {
                if !is_element(&place, "td") && !is_element(&place, "th") {
                    continue;
                }
                while taken.contains(&(x, y)) {
                    x += 1;
                }
                let mut cell = self.cell(place, x, y, depth);
                let free = |column: &usize| !taken.contains(&(*column, y));
                cell.colspan = (x..x + cell.colspan).take_while(free).count();
                for column in x..x + cell.colspan {
                    taken.extend((y..y + cell.rowspan).map(|row| (column, row)));
                }
                x += cell.colspan;
                cells.push(cell);
            }
        }
        let columns = cells.iter().map(|cell| cell.x + cell.colspan).max();
        // A heading row that reaches into the body would head nothing.
        let reaches = |cell: &Cell| cell.y < head && cell.y + cell.rowspan > head;
        if cells.iter().any(reaches) {
            head = 0;
        }
        if let Some(columns) = columns {
            blocks.push(Block::Table {
                columns,
                head,
                cells,
            });
        }
    }

    fn cell(&mut self, cell: Place<'_>, x: usize, y: usize, depth: usize) -> Cell {
        // A table cannot be wider or longer than this on any paper.
        const MOST: usize = 50;
        let span = |name| {
            let span = attribute(&cell, name).and_then(|span| span.parse::<usize>().ok());
            span.unwrap_or(1).clamp(1, MOST)
        };
        Cell {
            x,
            y,
            head: is_element(&cell, "th"),
            right: has_class(&cell, "r"),
            colspan: span("colspan"),
            rowspan: span("rowspan"),
            children: self.blocks(cell, depth + 1),
        }
    }

    /// The pieces of a line: all that is inside a node, blocks among it too.
    fn line(&mut self, parent: Place<'_>) -> Vec<Inline> {
        let mut line = Vec::new();
        for node in parent.children() {
            self.inline(node, 0, &mut line);
        }
        trim(&mut line);
        line
    }

    fn inline(&mut self, node: Place<'_>, depth: usize, line: &mut Vec<Inline>) {
        if let Node::Text(text) = node.value() {
            push_text(line, text);
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

    /// A link with its note; only its text where it leads to a place on the same sheet.
    fn link(
        &mut self,
        href: Option<&str>,
        text: &str,
        children: Vec<Inline>,
    ) -> Result<Span, Vec<Inline>> {
        let Some(url) = href.filter(|href| !href.is_empty() && !href.starts_with('#')) else {
            return Err(children);
        };
        let short = short_address(url);
        let says_it_itself = letters(text).contains(&letters(short));
        let note = (!says_it_itself).then(|| self.note_of(url, short));
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
            self.notes.len()
        })
    }

    /// The number of the note for an address; the same address has one note.
    fn note_of(&mut self, url: &str, short: &str) -> usize {
        let note = Note::Address {
            url: url.to_owned(),
            short: short.to_owned(),
        };
        match self.notes.iter().position(|other| *other == note) {
            Some(at) => at + 1,
            None => {
                self.notes.push(note);
                self.notes.len()
            }
        }
    }
}

/// An address as people copy it from paper: without scheme, `www.` and last slash.
pub fn short_address(url: &str) -> &str {
    let rest = ["https://", "http://", "mailto:", "tel:", "sms:"]
        .iter()
        .find_map(|scheme| url.strip_prefix(scheme))
        .unwrap_or(url);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.strip_suffix('/').unwrap_or(rest)
}

/// Letters and digits alone: a telephone number is the same with and without its spaces.
fn letters(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A picture; its text where it is of a kind that cannot be printed.
fn image(node: &Place<'_>) -> Option<Inline> {
    let alt = attribute(node, "alt").unwrap_or_default().to_owned();
    match attribute(node, "src") {
        Some(file) => Some(Inline::Span(Span::Image {
            file: file.to_owned(),
            alt,
        })),
        None => (!alt.is_empty()).then_some(Inline::Text(alt)),
    }
}

/// The number that `<sup><a href="#_n2">2</a></sup>` calls.
fn footnote_call(node: Place<'_>) -> Option<usize> {
    let link = node.children().find(|child| is_element(child, "a"))?;
    note_number(attribute(&link, "href")?.strip_prefix('#')?)
}

/// The link from a footnote back to its call.
fn is_way_back(node: Place<'_>) -> bool {
    attribute(&node, "href").is_some_and(|href| href.starts_with("#_c"))
}

/// Takes away the `☐ ` that opens a task: the template draws the box.
fn without_mark(children: &mut [Block]) {
    if let Some(Block::Paragraph { children }) = children.first_mut()
        && let Some(Inline::Text(text)) = children.first_mut()
        && let Some(rest) = text.strip_prefix(['☐', '☑'])
    {
        *text = rest.trim_start().to_owned();
    }
}

fn finish_line(line: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    let mut line = std::mem::take(line);
    trim(&mut line);
    blocks.extend(paragraph(line));
}

fn paragraph(children: Vec<Inline>) -> Option<Block> {
    (!children.is_empty()).then_some(Block::Paragraph { children })
}

/// Adds text, with runs of spaces and line ends as one space.
fn push_text(line: &mut Vec<Inline>, text: &str) {
    let mut out = String::with_capacity(text.len());
    let mut after_space = match line.last() {
        Some(Inline::Text(before)) => before.ends_with(' '),
        Some(Inline::Span(Span::Break)) => true,
        _ => false,
    };
    for c in text.chars() {
        // Only the spaces that HTML collapses; those that do not break are meant.
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

/// Takes away spaces and line ends at both ends of a line.
fn trim(line: &mut Vec<Inline>) {
    loop {
        match line.first_mut() {
            Some(Inline::Text(text)) => {
                *text = text.trim_start_matches(' ').to_owned();
                if !text.is_empty() {
                    break;
                }
            }
            Some(Inline::Span(Span::Break)) => {}
            _ => break,
        }
        line.remove(0);
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

fn element_name<'t>(node: &Place<'t>) -> Option<&'t str> {
    Some(node.value().as_element()?.name())
}

fn is_element(node: &Place<'_>, name: &str) -> bool {
    element_name(node) == Some(name)
}

fn attribute<'t>(node: &Place<'t>, name: &str) -> Option<&'t str> {
    node.value().as_element()?.attr(name)
}

fn has_class(node: &Place<'_>, class: &str) -> bool {
    attribute(node, "class").is_some_and(|classes| classes.split_whitespace().any(|c| c == class))
}

fn nearest_table(node: &Place<'_>) -> Option<ego_tree::NodeId> {
    let table = node.ancestors().find(|above| is_element(above, "table"))?;
    Some(table.id())
}

fn is_block(node: &Place<'_>) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "blockquote",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "html",
        "li",
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
fn text_of(node: Place<'_>) -> String {
    let texts = node.descendants().filter_map(|node| match node.value() {
        Node::Text(text) => Some(&**text),
        _ => None,
    });
    texts.collect()
}
