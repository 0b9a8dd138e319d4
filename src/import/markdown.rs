//! Blocks of text → Markdown as an editor would write it: a paragraph a line, lists, headings, tables, callouts.
//!
//! What is written is read again, and must say the same: no character of a text may be taken for Markdown's own.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::xml::one_line;
use crate::markdown::options;

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    /// Text.
    Text(String),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Text that no longer holds.
    Struck(Vec<Inline>),
    /// Raised.
    Superscript(Vec<Inline>),
    /// What a machine reads.
    Code(String),
    /// A link to a file, an address or an entry of the glossary.
    Link(String, Vec<Inline>),
    /// An image: its file, and what it shows.
    Image(String, String),
    /// The end of a line.
    Break,
    /// At the start of an item of a list: a box to tick.
    Box,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// A heading. `case` marks one of several cases, of which a reader needs one.
    Heading {
        /// 2 to 6; deeper ones are written at 6.
        level: usize,
        /// What it says.
        text: Vec<Inline>,
        /// Whether it is one of several cases.
        case: bool,
        /// The name that links reach it by, where it has one of its own.
        anchor: Option<String>,
    },
    /// A list, numbered from a number where it has one.
    List(Option<u64>, Vec<Vec<Block>>),
    /// A table.
    Table(Table),
    /// A callout: its kind (`NOTE`, `TIP`, `IMPORTANT`, `WARNING`) and what it says.
    Alert(&'static str, Vec<Block>),
    /// A text of somebody else.
    Quote(Vec<Block>),
    /// Text whose lines stand as they are.
    Code(String),
    /// A change of subject.
    Rule,
}

/// A table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// What it heads, if anything.
    pub heads: Heads,
    /// How many columns it takes; 0 is taken for 1.
    pub columns: usize,
    /// How many rows it takes; 0 is taken for 1.
    pub rows: usize,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// What a cell of a table heads.
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

/// The Markdown of a text, ending with a line end; empty for no blocks.
pub fn write(blocks: &[Block]) -> String {
    let mut out = String::new();
    for lines in lines_of(blocks) {
        out.push_str(&lines);
        out.push('\n');
    }
    out
}

/// The Markdown of one line.
pub fn line(inlines: &[Inline]) -> String {
    if let Some((Inline::Box, rest)) = inlines.split_first() {
        return format!("[ ] {}", line(rest));
    }
    let inlines = tidy(inlines);
    let expected = plain(&inlines);
    for effort in [Effort::Plain, Effort::Bare, Effort::Escaped] {
        let mut writer = LineWriter {
            effort,
            out: String::new(),
        };
        writer.inlines(&inlines);
        if effort == Effort::Escaped || reads_as(&writer.out, &expected) {
            return writer.out;
        }
    }
    String::new()
}

/// What a line says, without its markup.
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) | Inline::Image(_, text) => out.push_str(text),
            Inline::Break => out.push(' '),
            Inline::Box => {}
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Struck(inner)
            | Inline::Superscript(inner)
            | Inline::Link(_, inner) => out.push_str(&plain(inner)),
        }
    }
    out
}

/// Whether a line says nothing at all.
pub fn is_blank(inlines: &[Inline]) -> bool {
    let image = |inline: &Inline| matches!(inline, Inline::Image(..));
    plain(inlines).trim().is_empty() && !inlines.iter().any(image)
}

/// How much is done so that a line is read as it was meant.
#[derive(Clone, Copy, PartialEq)]
enum Effort {
    /// Emphasis as it is usually written, and escapes where a character could be taken for markup.
    Plain,
    /// No emphasis: Markdown does not see it beside some punctuation.
    Bare,
    /// Each character of punctuation escaped.
    Escaped,
}

struct LineWriter {
    effort: Effort,
    out: String,
}

impl LineWriter {
    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            self.inline(inline);
        }
    }

    fn inline(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.text(text),
            Inline::Strong(inner) => self.wrapped("**", inner),
            Inline::Emphasis(inner) => self.wrapped("*", inner),
            Inline::Struck(inner) => self.wrapped("~~", inner),
            Inline::Superscript(inner) => {
                self.out += "<sup>";
                self.inlines(inner);
                self.out += "</sup>";
            }
            // Beside other marks, what a machine reads is said as text is.
            Inline::Code(text) if self.effort == Effort::Escaped => self.text(text),
            Inline::Code(text) => {
                let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
                let fence = "`".repeat(longest + 1);
                let pad = if text.starts_with('`') || text.ends_with('`') {
                    " "
                } else {
                    ""
                };
                self.out += &format!("{fence}{pad}{text}{pad}{fence}");
            }
            Inline::Link(to, inner) => {
                self.out.push('[');
                self.inlines(inner);
                self.out += &format!("]({})", destination(to));
            }
            Inline::Image(file, alt) => {
                self.out += "![";
                self.text(alt);
                self.out += &format!("]({})", destination(file));
            }
            Inline::Break => self.out += "\\\n",
            Inline::Box => {}
        }
    }

    fn wrapped(&mut self, mark: &str, inner: &[Inline]) {
        let mark = if self.effort == Effort::Plain {
            mark
        } else {
            ""
        };
        self.out += mark;
        self.inlines(inner);
        self.out += mark;
    }

    fn text(&mut self, text: &str) {
        let mut characters = text.chars().peekable();
        while let Some(c) = characters.next() {
            let before = self.out.chars().next_back();
            let next = characters.peek().copied();
            let is_markup = match c {
                '\\' | '`' | '*' | '[' | ']' | '<' | '{' | '}' | '~' => true,
                c if self.effort == Effort::Escaped && c.is_ascii_punctuation() => true,
                '_' => {
                    let inner = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                    !(inner(before) && inner(next))
                }
                '&' => next.is_some_and(|c| c.is_ascii_alphabetic() || c == '#'),
                _ => false,
            };
            if is_markup || (at_start(&self.out) && opens_block(c, characters.clone())) {
                self.out.push('\\');
            } else if at_start(&self.out) && c.is_ascii_digit() {
                // `3.` and `3)` at the start of a line begin a list: the mark behind the number is escaped.
                self.number(c, &mut characters);
                continue;
            }
            self.out.push(c);
        }
    }

    fn number(&mut self, first: char, rest: &mut std::iter::Peekable<std::str::Chars<'_>>) {
        self.out.push(first);
        while let Some(digit) = rest.next_if(char::is_ascii_digit) {
            self.out.push(digit);
        }
        if rest.peek().is_some_and(|c| matches!(c, '.' | ')')) {
            self.out.push('\\');
            self.out.extend(rest.next());
        }
    }
}

fn at_start(out: &str) -> bool {
    out.is_empty() || out.ends_with('\n')
}

/// Whether this character would begin a block at the start of a line.
fn opens_block(c: char, rest: impl Iterator<Item = char>) -> bool {
    let mut rest = rest;
    match c {
        '#' | '>' | '=' | '|' | '~' | ':' => true,
        '-' | '+' => rest.next().is_none_or(|next| next == ' ' || next == c),
        _ => false,
    }
}

/// A destination that ends where it should: in angle brackets where it holds blanks or round brackets.
fn destination(to: &str) -> String {
    let sound =
        !to.is_empty() && !to.contains([' ', '(', ')', '<', '>', '\\', '\n', '*', '_', '&']);
    if sound {
        return to.to_owned();
    }
    let escaped = to
        .replace('\\', "%5C")
        .replace('<', "%3C")
        .replace('>', "%3E")
        .replace(['\n', '\r'], "")
        .replace('&', "&amp;");
    if escaped.contains([' ', '(', ')']) || escaped.is_empty() {
        format!("<{escaped}>")
    } else {
        escaped
    }
}

/// Whether a line is read as one paragraph that says this.
fn reads_as(markdown: &str, expected: &str) -> bool {
    let mut said = String::new();
    let mut depth = 0;
    for event in Parser::new_ext(markdown, options()) {
        match event {
            Event::Start(
                Tag::Paragraph
                | Tag::Strong
                | Tag::Emphasis
                | Tag::Strikethrough
                | Tag::Link { .. }
                | Tag::Image { .. },
            ) => depth += 1,
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Strong
                | TagEnd::Emphasis
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image,
            ) => depth -= 1,
            Event::Text(text) | Event::Code(text) if depth > 0 => said.push_str(&text),
            Event::SoftBreak | Event::HardBreak => said.push(' '),
            Event::InlineHtml(tag) if matches!(&*tag, "<sup>" | "</sup>") => {}
            _ => return false,
        }
    }
    said == expected
}

/// Pieces with single spaces between words, none at the ends, and none just inside of emphasis or a link.
fn tidy(inlines: &[Inline]) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut space = Space::None;
    for inline in inlines {
        tidy_into(inline, &mut space, &mut out);
    }
    while out.last() == Some(&Inline::Break) {
        out.pop();
    }
    out
}

/// The pieces with each replaced by what `change` makes of it, the innermost first.
fn mapped(inlines: &[Inline], change: &impl Fn(Inline) -> Vec<Inline>) -> Vec<Inline> {
    let piece = |inline: &Inline| {
        let inner = |inner: &[Inline]| mapped(inner, change);
        change(match inline {
            Inline::Strong(pieces) => Inline::Strong(inner(pieces)),
            Inline::Emphasis(pieces) => Inline::Emphasis(inner(pieces)),
            Inline::Struck(pieces) => Inline::Struck(inner(pieces)),
            Inline::Superscript(pieces) => Inline::Superscript(inner(pieces)),
            Inline::Link(to, pieces) => Inline::Link(to.clone(), inner(pieces)),
            inline => inline.clone(),
        })
    };
    inlines.iter().flat_map(piece).collect()
}

/// The space that is owed before the next word.
#[derive(Clone, Copy, PartialEq)]
enum Space {
    /// None: the line begins here, or ended with a word.
    None,
    /// One, if a word follows and one went before.
    Owed,
}

fn tidy_into(inline: &Inline, space: &mut Space, out: &mut Vec<Inline>) {
    match inline {
        Inline::Text(text) | Inline::Code(text) if text.chars().all(is_blank_character) => {
            if !text.is_empty() {
                *space = Space::Owed;
            }
        }
        Inline::Text(text) => {
            if text.starts_with(is_blank_character) {
                *space = Space::Owed;
            }
            pay(space, out);
            append_text(&one_line(text), out);
            if text.ends_with(is_blank_character) {
                *space = Space::Owed;
            }
        }
        Inline::Code(text) => {
            pay(space, out);
            out.push(Inline::Code(one_line(text)));
        }
        Inline::Break => {
            *space = Space::None;
            if !matches!(out.last(), None | Some(Inline::Break)) {
                out.push(Inline::Break);
            }
        }
        Inline::Box => {}
        Inline::Image(file, alt) => {
            pay(space, out);
            out.push(Inline::Image(file.clone(), one_line(alt)));
        }
        Inline::Strong(inner) => tidy_wrapped(inner, space, out, Inline::Strong),
        Inline::Emphasis(inner) => tidy_wrapped(inner, space, out, Inline::Emphasis),
        Inline::Struck(inner) => tidy_wrapped(inner, space, out, Inline::Struck),
        Inline::Superscript(inner) => tidy_wrapped(inner, space, out, Inline::Superscript),
        Inline::Link(to, inner) => {
            // A link in a link is none: the outer one leads.
            let inner = mapped(inner, &|inline| match inline {
                Inline::Link(_, inner) => inner,
                inline => vec![inline],
            });
            tidy_wrapped(&inner, space, out, |inner| Inline::Link(to.clone(), inner));
        }
    }
}

fn tidy_wrapped(
    inner: &[Inline],
    space: &mut Space,
    out: &mut Vec<Inline>,
    wrap: impl FnOnce(Vec<Inline>) -> Inline,
) {
    if starts_blank(inner) {
        *space = Space::Owed;
    }
    let mut inside = Vec::new();
    let mut inner_space = Space::None;
    for inline in inner {
        tidy_into(inline, &mut inner_space, &mut inside);
    }
    while inside.last() == Some(&Inline::Break) {
        inside.pop();
    }
    if !inside.is_empty() {
        pay(space, out);
        out.push(wrap(inside));
    }
    if inner_space == Space::Owed {
        *space = Space::Owed;
    }
}

fn starts_blank(inlines: &[Inline]) -> bool {
    match inlines.first() {
        Some(Inline::Text(text)) => text.starts_with(is_blank_character),
        Some(
            Inline::Strong(inner)
            | Inline::Emphasis(inner)
            | Inline::Struck(inner)
            | Inline::Superscript(inner)
            | Inline::Link(_, inner),
        ) => starts_blank(inner),
        _ => false,
    }
}

fn pay(space: &mut Space, out: &mut Vec<Inline>) {
    let after_word = !matches!(out.last(), None | Some(Inline::Break));
    if *space == Space::Owed && after_word {
        append_text(" ", out);
    }
    *space = Space::None;
}

fn append_text(text: &str, out: &mut Vec<Inline>) {
    if let Some(Inline::Text(before)) = out.last_mut() {
        before.push_str(text);
    } else {
        out.push(Inline::Text(text.to_owned()));
    }
}

fn is_blank_character(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

/// The lines of blocks, an empty one between two.
fn lines_of(blocks: &[Block]) -> Vec<String> {
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
        // Two lists in a row are told apart by their marks.
        list_before = match (block, list_before) {
            (Block::List(..), Some(false)) => Some(true),
            (Block::List(..), _) => Some(false),
            _ => None,
        };
    }
    out
}

fn block_lines(block: &Block, list_before: Option<bool>) -> Vec<String> {
    match block {
        Block::Paragraph(inlines) => {
            let text = line(inlines);
            split(&text)
        }
        Block::Heading {
            level,
            text,
            case,
            anchor,
        } => heading(*level, text, *case, anchor.as_deref()),
        Block::List(start, items) => list(*start, items, list_before == Some(false)),
        Block::Table(table) => table_lines(table),
        Block::Alert(kind, blocks) => {
            let mut lines = vec![format!("> [!{kind}]")];
            lines.extend(prefixed(&lines_of(blocks), "> ", "> "));
            lines
        }
        Block::Quote(blocks) => prefixed(&lines_of(blocks), "> ", "> "),
        Block::Code(text) => {
            let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
            let fence = "`".repeat(longest.max(2) + 1);
            let mut lines = vec![fence.clone()];
            lines.extend(text.lines().map(str::to_owned));
            lines.push(fence);
            lines
        }
        Block::Rule => vec!["---".to_owned()],
    }
}

fn split(text: &str) -> Vec<String> {
    text.split('\n')
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

fn heading(level: usize, text: &[Inline], case: bool, anchor: Option<&str>) -> Vec<String> {
    let text = mapped(text, &|inline| match inline {
        Inline::Break => vec![Inline::Text(" ".to_owned())],
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

fn list(start: Option<u64>, items: &[Vec<Block>], other_mark: bool) -> Vec<String> {
    let is_line = |item: &Vec<Block>| {
        let item = item.as_slice();
        matches!(
            item,
            [Block::Paragraph(_)] | [Block::Paragraph(_), Block::List(..)]
        )
    };
    let tight = items.iter().all(is_line);
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

fn prefixed(lines: &[String], first: &str, others: &str) -> Vec<String> {
    let prefix = |index| if index == 0 { first } else { others };
    let prefixed = lines.iter().enumerate().map(|(index, line)| {
        format!("{}{line}", prefix(index))
            .trim_end_matches(' ')
            .to_owned()
    });
    prefixed.collect()
}

/// A table of plain cells under one row of headings is written with bars; any other as HTML around Markdown.
fn table_lines(table: &Table) -> Vec<String> {
    if table.rows.iter().all(Vec::is_empty) {
        return Vec::new();
    }
    bars(table).unwrap_or_else(|| html_table(table))
}

fn bars(table: &Table) -> Option<Vec<String>> {
    let width = table.rows.first()?.len();
    let row_is_plain = |(index, row): (usize, &Vec<Cell>)| {
        row.len() == width
            && row.iter().all(|cell| {
                let head = match index {
                    0 => cell.heads == Heads::Column && !cell.blocks.is_empty(),
                    _ => cell.heads == Heads::Nothing,
                };
                let content = matches!(cell.blocks.as_slice(), [] | [Block::Paragraph(_)]);
                head && content && cell.columns <= 1 && cell.rows <= 1
            })
    };
    if table.rows.len() < 2 || !table.rows.iter().enumerate().all(row_is_plain) {
        return None;
    }
    let mut lines = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        let cells: Option<Vec<String>> = row.iter().map(bar_cell).collect();
        lines.push(format!("| {} |", cells?.join(" | ")));
        if index == 0 {
            lines.push(format!("|{}", " --- |".repeat(width)));
        }
    }
    Some(lines)
}

fn bar_cell(cell: &Cell) -> Option<String> {
    let Some(Block::Paragraph(inlines)) = cell.blocks.first() else {
        return Some(String::new());
    };
    let text = line(inlines);
    // What stands at the start of a line needs no escape in a cell, and does no harm.
    (!text.contains('\n')).then(|| text.replace('|', "\\|"))
}

fn html_table(table: &Table) -> Vec<String> {
    let mut lines = vec!["<table>".to_owned()];
    let head = head_rows(table);
    for (index, row) in table.rows.iter().enumerate() {
        if index == 0 && head > 0 {
            lines.push("<thead>".to_owned());
        } else if index == head {
            lines.push("<tbody>".to_owned());
        }
        lines.push("<tr>".to_owned());
        for cell in row {
            let (name, scope) = match cell.heads {
                Heads::Nothing => ("td", ""),
                Heads::Column => ("th", " scope=\"col\""),
                Heads::Row => ("th", " scope=\"row\""),
            };
            let span = |name: &str, number: usize| match number {
                0 | 1 => String::new(),
                number => format!(" {name}=\"{number}\""),
            };
            let spans = span("colspan", cell.columns) + &span("rowspan", cell.rows);
            let inner = lines_of(&cell.blocks);
            if inner.is_empty() {
                lines.push(format!("<{name}{scope}{spans}></{name}>"));
                continue;
            }
            lines.push(format!("<{name}{scope}{spans}>"));
            lines.push(String::new());
            lines.extend(inner);
            lines.push(String::new());
            lines.push(format!("</{name}>"));
        }
        lines.push("</tr>".to_owned());
        if index + 1 == head {
            lines.push("</thead>".to_owned());
        }
    }
    if head < table.rows.len() {
        lines.push("</tbody>".to_owned());
    }
    lines.push("</table>".to_owned());
    lines
}

/// How many rows at the top head the columns, and none below them.
fn head_rows(table: &Table) -> usize {
    let is_head = |row: &&Vec<Cell>| {
        let heads = row.iter().any(|cell| cell.heads == Heads::Column);
        heads
            && row
                .iter()
                .all(|cell| cell.heads == Heads::Column || cell.blocks.is_empty())
    };
    let head = table.rows.iter().take_while(is_head).count();
    // A heading that reaches into the body would head nothing.
    let reaches =
        |(index, row): (usize, &Vec<Cell>)| row.iter().any(|cell| index + cell.rows.max(1) > head);
    let mut rows = table.rows.iter().take(head).enumerate();
    if rows.any(reaches) { 0 } else { head }
}

/// The table without rows and columns in which no cell begins: some sources give a whole row of cells two rows, or a cell
/// more columns than there are.
pub fn with_sound_spans(mut table: Table) -> Table {
    // How far down the cells of the rows above reach.
    let mut reached = 0;
    for (index, row) in table.rows.iter_mut().enumerate() {
        let least = row.iter().map(|cell| cell.rows.max(1)).min().unwrap_or(1);
        if reached <= index {
            for cell in row.iter_mut() {
                cell.rows = cell.rows.max(1) - (least - 1);
            }
        }
        let lowest = row.iter().map(|cell| index + cell.rows.max(1)).max();
        reached = reached.max(lowest.unwrap_or(0));
    }
    let mut begins = std::collections::BTreeSet::new();
    let mut width = 0;
    each_place(&table, |_, _, column, cell| {
        begins.insert(column);
        width = width.max(column + cell.columns.max(1));
    });
    let empty: Vec<usize> = (0..width)
        .filter(|column| !begins.contains(column))
        .collect();
    let mut narrower = Vec::new();
    each_place(&table, |row, at, column, cell| {
        let covered = column..column + cell.columns.max(1);
        let less = empty
            .iter()
            .filter(|column| covered.contains(column))
            .count();
        narrower.push((row, at, cell.columns.max(1) - less));
    });
    for (row, at, columns) in narrower {
        table.rows[row][at].columns = columns;
    }
    table
}

/// Calls `see` with each cell's row, its position in it, and the column in which it begins.
fn each_place(table: &Table, mut see: impl FnMut(usize, usize, usize, &Cell)) {
    // How many more rows each column is taken by a cell from above.
    let mut taken: Vec<usize> = Vec::new();
    for (row, cells) in table.rows.iter().enumerate() {
        let mut column = 0;
        for (at, cell) in cells.iter().enumerate() {
            while taken.get(column).is_some_and(|rows| *rows > 0) {
                column += 1;
            }
            see(row, at, column, cell);
            let end = column + cell.columns.max(1);
            if taken.len() < end {
                taken.resize(end, 0);
            }
            for rows in &mut taken[column..end] {
                *rows = cell.rows.max(1);
            }
            column = end;
        }
        for rows in &mut taken {
            *rows = rows.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn inlines() -> impl Strategy<Value = Vec<Inline>> {
        let text = "[ a-zA-Z0-9éÀ«»’'\"!#$%&()*+,./:;<=>?@\\[\\\\\\]^_`{|}~\u{a0}-]{0,12}";
        let leaf = prop_oneof![
            4 => text.prop_map(Inline::Text),
            1 => "[a-z ]{0,6}".prop_map(Inline::Code),
            1 => Just(Inline::Break),
        ];
        let piece = leaf.prop_recursive(3, 12, 4, |inner| {
            let inner = prop::collection::vec(inner, 0..4);
            prop_oneof![
                inner.clone().prop_map(Inline::Strong),
                inner.clone().prop_map(Inline::Emphasis),
                inner.clone().prop_map(Inline::Superscript),
                ("(https://a\\.fr/[a-z_&()]{0,5}|\\.\\./a b\\.md)", inner)
                    .prop_map(|(to, inner)| Inline::Link(to, inner)),
            ]
        });
        prop::collection::vec(piece, 0..6)
    }

    /// All text of a Markdown text, its blocks one after the other.
    fn said(markdown: &str) -> String {
        let mut out = String::new();
        for event in Parser::new_ext(markdown, options()) {
            match event {
                Event::Text(text) | Event::Code(text) => out.push_str(&text),
                Event::SoftBreak | Event::HardBreak | Event::End(_) => out.push(' '),
                _ => {}
            }
        }
        out
    }

    fn letters(text: &str) -> Vec<char> {
        text.chars().filter(|c| !c.is_whitespace()).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

        /// Whatever a line says, its Markdown says the same: no character is lost, and none is taken for markup.
        #[test]
        fn a_line_reads_as_what_it_says(inlines in inlines()) {
            let markdown = line(&inlines);
            prop_assert_eq!(letters(&said(&markdown)), letters(&plain(&inlines)), "{}", markdown);
        }

        /// The same within a heading, an item of a list, a cell of either kind of table, and a callout.
        #[test]
        fn blocks_read_as_what_they_say(inlines in inlines(), other in inlines(), level in 2usize..8) {
            let paragraph = |line: &[Inline]| Block::Paragraph(line.to_vec());
            let cell = |heads, line: &[Inline]| Cell { heads, blocks: vec![paragraph(line)], ..Cell::default() };
            let row = |heads| vec![cell(heads, &inlines), cell(heads, &other)];
            let plain_table = Table { rows: vec![row(Heads::Column), row(Heads::Nothing)] };
            let other_table = Table { rows: vec![row(Heads::Row), row(Heads::Nothing)] };
            for block in [
                Block::Heading { level, text: inlines.clone(), case: true, anchor: None },
                Block::List(None, vec![vec![paragraph(&inlines), paragraph(&other)], vec![Block::List(Some(3), vec![vec![paragraph(&other)]])]]),
                Block::Table(plain_table),
                Block::Table(other_table),
                Block::Alert("NOTE", vec![paragraph(&inlines)]),
            ] {
                let expected = letters(&said_by(&block));
                let markdown = write(&[block]);
                prop_assert_eq!(letters(&said(&markdown)), expected, "{}", markdown);
            }
        }
    }

    fn said_by(block: &Block) -> String {
        let all = |blocks: &[Block]| blocks.iter().map(said_by).collect::<String>();
        match block {
            Block::Paragraph(line) | Block::Heading { text: line, .. } => plain(line),
            Block::List(_, items) => items.iter().map(|item| all(item)).collect(),
            Block::Table(table) => table
                .rows
                .iter()
                .flatten()
                .map(|cell| all(&cell.blocks))
                .collect(),
            Block::Alert(_, blocks) | Block::Quote(blocks) => all(blocks),
            Block::Code(text) => text.clone(),
            Block::Rule => String::new(),
        }
    }
}
