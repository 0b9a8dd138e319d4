//! Writes blocks of text as Markdown, as an editor would: one line per paragraph, lists, headings, tables,
//! callouts.
//!
//! The result is read again and must say the same: no character of a text may be taken for markup.

mod line;
mod table;
#[cfg(test)]
mod tests;

pub use line::{is_blank, line, mapped, plain};
pub use table::{each_place, with_sound_spans};

use table::table_lines;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum MarkdownInline {
    /// Text.
    Text(String),
    /// Strong emphasis.
    Strong(Vec<MarkdownInline>),
    /// Emphasis.
    Emphasis(Vec<MarkdownInline>),
    /// Text that no longer applies.
    Struck(Vec<MarkdownInline>),
    /// Superscript.
    Superscript(Vec<MarkdownInline>),
    /// Code.
    Code(String),
    /// A link to a file, an address or a glossary entry.
    Link(String, Vec<MarkdownInline>),
    /// An image: its file, and its alternative text.
    Image(String, String),
    /// The reference to a footnote: its label.
    Note(String),
    /// The end of a line.
    Break,
    /// At the start of a list item: a box to tick.
    Box,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq)]
pub enum MarkdownBlock {
    /// A paragraph.
    Paragraph(Vec<MarkdownInline>),
    /// A heading. `case` marks one of several cases, of which a reader needs one.
    Heading {
        /// 2 to 6; deeper ones are written as 6.
        level: usize,
        /// Its text.
        text: Vec<MarkdownInline>,
        /// Whether it is one of several cases.
        case: bool,
        /// The name that links use for it, if it has one.
        anchor: Option<String>,
    },
    /// A list, numbered from a number where it has one.
    List(Option<u64>, Vec<Vec<MarkdownBlock>>),
    /// A table.
    Table(MarkdownTable),
    /// A callout: its kind (`NOTE`, `TIP`, `IMPORTANT`, `WARNING`) and its content.
    Alert(&'static str, Vec<MarkdownBlock>),
    /// A quotation.
    Quote(Vec<MarkdownBlock>),
    /// Text whose lines are kept.
    Code(String),
    /// A footnote: its label, and its content.
    Note(String, Vec<MarkdownBlock>),
    /// A change of subject.
    Rule,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MarkdownTable {
    /// Its rows.
    pub rows: Vec<Vec<MarkdownCell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MarkdownCell {
    /// What it is a header of, if anything.
    pub heads: Heads,
    /// How many columns it spans; 0 counts as 1.
    pub columns: usize,
    /// How many rows it spans; 0 counts as 1.
    pub rows: usize,
    /// Its content.
    pub blocks: Vec<MarkdownBlock>,
}

/// What a cell of a table is a header of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Heads {
    /// Nothing.
    #[default]
    Nothing,
    /// Its column.
    Column,
    /// Its row.
    Row,
}

/// A block below a heading of the page: a heading is one level deeper.
pub fn one_level_down(block: MarkdownBlock) -> MarkdownBlock {
    match block {
        MarkdownBlock::Heading {
            level,
            text,
            case,
            anchor,
        } => MarkdownBlock::Heading {
            level: level + 1,
            text,
            case,
            anchor,
        },
        block => block,
    }
}

/// The Markdown of a text, ending with a line end; empty for no blocks.
pub fn write(blocks: &[MarkdownBlock]) -> String {
    let mut out = String::new();
    for lines in lines_of(blocks) {
        out.push_str(&lines);
        out.push('\n');
    }
    out
}

/// The lines of blocks, with an empty one between two.
fn lines_of(blocks: &[MarkdownBlock]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut list_before = None;
    for block in blocks {
        let lines = block_lines(block, list_before);
        if lines.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(String::new());
        }
        out.extend(lines);
        // Different marks separate two consecutive lists.
        list_before = match (block, list_before) {
            (MarkdownBlock::List(..), Some(false)) => Some(true),
            (MarkdownBlock::List(..), _) => Some(false),
            _ => None,
        };
    }
    out
}

fn block_lines(block: &MarkdownBlock, list_before: Option<bool>) -> Vec<String> {
    match block {
        MarkdownBlock::Paragraph(inlines) => {
            let text = line(inlines);
            split(&text)
        }
        MarkdownBlock::Heading {
            level,
            text,
            case,
            anchor,
        } => heading(*level, text, *case, anchor.as_deref()),
        MarkdownBlock::List(start, items) => list(*start, items, list_before == Some(false)),
        MarkdownBlock::Table(table) => table_lines(table),
        MarkdownBlock::Alert(kind, blocks) => {
            let mut lines = vec![format!("> [!{kind}]")];
            lines.extend(prefixed(&lines_of(blocks), "> ", "> "));
            lines
        }
        MarkdownBlock::Quote(blocks) => prefixed(&lines_of(blocks), "> ", "> "),
        MarkdownBlock::Code(text) => {
            let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
            let fence = "`".repeat(longest.max(2) + 1);
            let mut lines = vec![fence.clone()];
            lines.extend(text.lines().map(str::to_owned));
            lines.push(fence);
            lines
        }
        MarkdownBlock::Note(label, blocks) => {
            let mark = format!("[^{label}]:");
            match lines_of(blocks) {
                lines if lines.is_empty() => vec![mark],
                lines => prefixed(&lines, &format!("{mark} "), "    "),
            }
        }
        MarkdownBlock::Rule => vec!["---".to_owned()],
    }
}

fn split(text: &str) -> Vec<String> {
    text.split('\n')
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

fn heading(level: usize, text: &[MarkdownInline], case: bool, anchor: Option<&str>) -> Vec<String> {
    let text = mapped(text, &|inline| match inline {
        MarkdownInline::Break => vec![MarkdownInline::Text(" ".to_owned())],
        inline => vec![inline],
    });
    let mut text = line(&text);
    if text.is_empty() {
        return Vec::new();
    }
    if let Some(before) = text.strip_suffix('#') {
        let marks = before.len() - before.trim_end_matches('\\').len();
        if marks % 2 == 0 {
            text.insert(text.len() - 1, '\\');
        }
    }
    // Behind the mark of a heading, no number begins a list.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0
        && ["\\.", "\\)"]
            .iter()
            .any(|end| text[digits..].starts_with(end))
    {
        text.remove(digits);
    }
    let marks: Vec<String> = anchor
        .map(|anchor| format!("#{anchor}"))
        .into_iter()
        .chain(case.then(|| ".case".to_owned()))
        .collect();
    let marks = match marks.is_empty() {
        true => String::new(),
        false => format!(" {{{}}}", marks.join(" ")),
    };
    vec![format!("{} {text}{marks}", "#".repeat(level.clamp(2, 6)))]
}

fn list(start: Option<u64>, items: &[Vec<MarkdownBlock>], other_mark: bool) -> Vec<String> {
    let tight = is_tight(items);
    let mut lines = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let mark = match (start, other_mark) {
            (Some(start), false) => format!("{}. ", start.saturating_add(index as u64)),
            (Some(start), true) => format!("{}) ", start.saturating_add(index as u64)),
            (None, false) => "- ".to_owned(),
            (None, true) => "* ".to_owned(),
        };
        let mut inner = lines_of(item);
        if tight {
            inner.retain(|line| !line.is_empty());
        }
        if inner.is_empty() {
            continue;
        }
        if !tight && !lines.is_empty() {
            lines.push(String::new());
        }
        let indent = " ".repeat(mark.len());
        lines.extend(prefixed(&inner, &mark, &indent));
    }
    lines
}

/// Whether no empty line is needed between the lines of a list. A list that begins with another number than 1 needs one before
/// it: otherwise it is part of the paragraph.
fn is_tight(items: &[Vec<MarkdownBlock>]) -> bool {
    items.iter().all(|item| match item.as_slice() {
        [MarkdownBlock::Paragraph(_)] => true,
        [
            MarkdownBlock::Paragraph(_),
            MarkdownBlock::List(None | Some(1), below),
        ] => is_tight(below),
        _ => false,
    })
}

fn prefixed(lines: &[String], first: &str, others: &str) -> Vec<String> {
    let prefix = |index| if index == 0 { first } else { others };
    let prefixed = lines.iter().enumerate().map(|(index, line)| {
        format!("{}{line}", prefix(index))
            .trim_end_matches(' ')
            .to_owned()
    });
    prefixed.collect()
}
