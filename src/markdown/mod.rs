//! CommonMark → the facts of a text, and its HTML.
//!
//! `facts` reads a text once, when it is loaded; `html` reads it again when a page is rendered. Nothing
//! is kept in between: an event tree for each of 10 000 pages would take gigabytes.

mod abbreviations;
mod addresses;
mod balance;
mod blocks;
mod cases;
pub(crate) mod dom;
mod facts;
mod frames;
mod html;
mod meant;
mod media;
mod notes;
mod prose;
mod raw;
mod running;
mod slug;
mod tags;
mod telephones;
mod terms;
mod tree;
mod typography;
mod unread;

pub use abbreviations::words_of;
pub use abbreviations::{Abbreviations, Spelled, explain};
pub use addresses::links_itself;
pub use facts::{Facts, Heading, LinkUse, WrittenImage, facts};
pub use html::escape;
pub use html::{Rendering, Resolve, ResolvedImage, html};
pub use meant::{Mark, MarkKind, Meant, meant};
pub use notes::count as count_notes;
pub use prose::{LONG_PARAGRAPH, LONG_SENTENCE, Prose, lix, prose_of_page};
pub use running::running_text;
pub use slug::slug;
pub use tags::bounded;
pub use telephones::telephones;
pub use terms::{Term, definition, term_key};
pub use tree::{Block, Inline, ListItem, Note, Span, TableCell, Tree, short_address, tree};
pub use typography::{Typography, typeset};
pub use unread::{UnreadLink, UnreadLinkCause};

use pulldown_cmark::Options;

/// The Markdown that guichet reads: CommonMark with tables, footnotes, definition lists, task lists, heading
/// attributes, struck text and GFM alerts.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}
