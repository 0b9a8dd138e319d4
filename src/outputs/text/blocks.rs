//! Writes a tree of blocks as lines.

use textwrap::{Options, WordSplitter, wrap};

use super::COLUMNS;
use crate::markdown::{Block, Inline, ListItem, Span, TableCell};

/// Writes blocks one below the other.
pub struct Writer {
    lines: Vec<String>,
    /// The prefix of each line, such as the indent of lists or the mark of callouts.
    indent: String,
    colon: String,
}

impl Writer {
    pub fn new(colon: String) -> Self {
        Self {
            lines: Vec::new(),
            indent: String::new(),
            colon,
        }
    }

    /// The text, without trailing spaces.
    pub fn finish(self) -> String {
        let lines = self.lines.iter().map(|line| spaced(line.trim_end()));
        let mut text = lines.collect::<Vec<_>>().join("\n");
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text
    }

    pub fn title(&mut self, title: &str) {
        self.underlined(title, '=');
    }

    pub fn paragraph(&mut self, text: &str) {
        self.wrapped(text, "");
        self.blank();
    }

    pub fn heading(&mut self, level: u8, title: &str) {
        match level {
            1 => self.underlined(title, '-'),
            _ => {
                self.wrapped(title, "");
                self.blank();
            }
        }
    }

    fn underlined(&mut self, title: &str, mark: char) {
        self.blank();
        let before = self.lines.len();
        self.wrapped(title, "");
        let written = &self.lines[before..];
        let width = written
            .iter()
            .map(|line| textwrap::core::display_width(line))
            .max();
        self.lines.push(mark.to_string().repeat(width.unwrap_or(0)));
        self.blank();
    }

    /// `[3] https://…`: an address stays whole on its line, however long.
    pub fn note(&mut self, number: usize, address: &str) {
        self.lines.push(format!("[{number}] {address}"));
    }

    pub fn note_blocks(&mut self, number: usize, blocks: &[Block]) {
        self.marked(&format!("[{number}] "), blocks);
    }

    pub fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph { children } => {
                self.wrapped(&line(children), "");
                self.blank();
            }
            Block::Heading { level, children } => self.heading(*level, &line(children)),
            Block::List { start, items } => self.list(*start, items),
            Block::Table { head, cells, .. } => self.table(*head, cells),
            Block::Quote { children } => self.inside("> ", children),
            Block::Alert { children } => self.inside("| ", children),
            Block::Card { children } => {
                let before = self.lines.len();
                self.inside("| ", children);
                // The lines of a card belong together.
                let empty = format!("{}|", self.indent);
                let card = self.lines.split_off(before);
                self.lines
                    .extend(card.into_iter().filter(|line| *line != empty));
            }
            Block::CodeBlock { text } => {
                for line in text.trim_end().lines() {
                    self.lines.push(format!("{}    {line}", self.indent));
                }
                self.blank();
            }
            Block::Term { children } => {
                self.wrapped(&format!("{}{}", line(children), self.colon), "");
            }
            Block::Definition { children } => self.inside("  ", children),
            Block::Rule => {
                self.lines.push(format!("{}* * *", self.indent));
                self.blank();
            }
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[ListItem]) {
        for (at, item) in items.iter().enumerate() {
            let mark = match (start, item.task) {
                (_, true) if item.done => "[x] ".to_owned(),
                (_, true) => "[ ] ".to_owned(),
                (Some(start), _) => format!("{}. ", start + at as u64),
                (None, _) => "- ".to_owned(),
            };
            self.marked(&mark, &item.children);
        }
        self.blank();
    }

    /// Blocks after a mark, without blank lines.
    fn marked(&mut self, mark: &str, blocks: &[Block]) {
        let before = self.lines.len();
        let mut inner = Self::new(self.colon.clone());
        inner.indent = format!(
            "{}{}",
            self.indent,
            " ".repeat(textwrap::core::display_width(mark))
        );
        inner.blocks(blocks);
        inner.unblank();
        self.lines.append(&mut inner.lines);
        match self.lines.get_mut(before) {
            Some(first) => {
                let text = first.strip_prefix(&inner.indent).unwrap_or(first);
                *first = format!("{}{mark}{}", self.indent, text.trim_start());
            }
            None => self.lines.push(format!("{}{mark}", self.indent)),
        }
    }

    /// Blocks with a prefix on each of their lines.
    fn inside(&mut self, mark: &str, blocks: &[Block]) {
        let mut inner = Self::new(self.colon.clone());
        inner.indent = format!("{}{mark}", self.indent);
        inner.blocks(blocks);
        inner.unblank();
        let mark = inner.indent.trim_end().to_owned();
        self.lines.extend(
            inner
                .lines
                .into_iter()
                .map(|line| if line.is_empty() { mark.clone() } else { line }),
        );
        self.blank();
    }

    /// A table with its columns side by side if they fit; otherwise row by row, each cell after the name of
    /// its column.
    fn table(&mut self, head: usize, cells: &[TableCell]) {
        let rows = cells.iter().map(|cell| cell.y + 1).max().unwrap_or(0);
        let columns = cells.iter().map(|cell| cell.x + 1).max().unwrap_or(0);
        // Cells may span more columns than anybody wrote.
        if rows.saturating_mul(columns) > 100_000 {
            for cell in cells {
                self.blocks(&cell.children);
            }
            return;
        }
        let mut texts = vec![vec![String::new(); columns]; rows];
        for cell in cells {
            let inner: Vec<String> = cell.children.iter().map(block_line).collect();
            texts[cell.y][cell.x] = inner.join(" ");
        }
        let width = |text: &String| textwrap::core::display_width(text);
        let widths: Vec<usize> = (0..columns)
            .map(|x| texts.iter().map(|row| width(&row[x])).max().unwrap_or(0))
            .collect();
        let whole = widths.iter().sum::<usize>() + 2 * columns.saturating_sub(1);
        if whole + self.indent.len() <= COLUMNS {
            for (y, row) in texts.iter().enumerate() {
                let cells = row
                    .iter()
                    .zip(&widths)
                    .map(|(text, wide)| format!("{text}{}", " ".repeat(wide - width(text))));
                let row = cells.collect::<Vec<_>>().join("  ");
                self.lines
                    .push(format!("{}{}", self.indent, row.trim_end()));
                if head > 0 && y + 1 == head {
                    self.lines
                        .push(format!("{}{}", self.indent, "-".repeat(whole)));
                }
            }
        } else {
            let names = texts
                .first()
                .filter(|_| head > 0)
                .cloned()
                .unwrap_or_default();
            for row in texts.iter().skip(head) {
                for (x, text) in row.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
                    let name = names.get(x).filter(|name| !name.is_empty());
                    let name = name.map_or(String::new(), |name| format!("{name}{} ", self.colon));
                    self.wrapped(&format!("{name}{text}"), if x == 0 { "" } else { "  " });
                }
                self.blank();
            }
        }
        self.blank();
    }

    /// A text wrapped to fit, with continuation lines indented like the first. Line breaks of the text are
    /// kept.
    fn wrapped(&mut self, text: &str, more: &str) {
        let indent = format!("{}{more}", self.indent);
        let options = Options::new(COLUMNS)
            .initial_indent(&indent)
            .subsequent_indent(&indent)
            .break_words(false)
            .word_splitter(WordSplitter::NoHyphenation);
        for line in text.lines() {
            let lines = wrap(line.trim(), &options);
            self.lines
                .extend(lines.into_iter().map(std::borrow::Cow::into_owned));
        }
    }

    /// An empty line, unless there is one already.
    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    fn unblank(&mut self) {
        while self.lines.last().is_some_and(String::is_empty) {
            self.lines.pop();
        }
    }
}

/// The text with plain spaces: no-break spaces have done their work, and some terminals show them as symbols.
pub fn spaced(line: &str) -> String {
    line.replace(['\u{a0}', '\u{202f}'], " ")
}

/// A block within a cell, on one line.
fn block_line(block: &Block) -> String {
    match block {
        Block::Paragraph { children }
        | Block::Heading { children, .. }
        | Block::Term { children } => line(children).replace('\n', " "),
        Block::List { items, .. } => {
            let items = items
                .iter()
                .flat_map(|item| item.children.iter().map(block_line));
            items.collect::<Vec<_>>().join("; ")
        }
        Block::Quote { children }
        | Block::Alert { children }
        | Block::Card { children }
        | Block::Definition { children } => children
            .iter()
            .map(block_line)
            .collect::<Vec<_>>()
            .join(" "),
        Block::CodeBlock { text } => text.replace('\n', " "),
        Block::Table { cells, .. } => {
            let cells = cells
                .iter()
                .flat_map(|cell| cell.children.iter().map(block_line));
            cells.collect::<Vec<_>>().join(" ")
        }
        Block::Rule => String::new(),
    }
}

/// A line of text, with `[3]` for a reference to a note.
fn line(pieces: &[Inline]) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Inline::Text(piece) => text.push_str(piece),
            Inline::Span(span) => push_span(span, &mut text),
        }
    }
    text
}

fn push_span(span: &Span, text: &mut String) {
    match span {
        Span::Strong { children }
        | Span::Emphasis { children }
        | Span::Superscript { children }
        | Span::Subscript { children } => text.push_str(&line(children)),
        // Text that no longer applies must not read as if it did.
        Span::Struck { children } => text.push_str(&format!("~~{}~~", line(children))),
        Span::Code { text: code } => text.push_str(code),
        Span::Link { note, children, .. } => {
            text.push_str(&line(children));
            if let Some(note) = note {
                text.push_str(&format!("\u{a0}[{note}]"));
            }
        }
        Span::Call { note } => text.push_str(&format!("\u{a0}[{note}]")),
        Span::Break => text.push('\n'),
        Span::Image { alt, .. } if !alt.is_empty() => text.push_str(&format!("[{alt}]")),
        Span::Image { .. } => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::tree;

    fn text(html: &str) -> String {
        let mut writer = Writer::new(" :".to_owned());
        writer.blocks(&tree(html).blocks);
        writer.finish()
    }

    #[test]
    fn lists_hang_and_boxes_are_drawn_in_ascii() {
        let html = "<ol><li>un</li><li>deux<ul><li>trois</li></ul></li></ol><ul><li class=\"box\">☐ papier</li><li class=\"box\">☑ <s>fait</s></li></ul>";
        assert_eq!(
            text(html),
            "1. un\n2. deux\n\n   - trois\n\n[ ] papier\n[x] ~~fait~~\n"
        );
    }

    #[test]
    fn no_line_is_longer_but_for_a_word_that_is() {
        let long = "mot ".repeat(60) + &"x".repeat(100);
        let text = text(&format!(
            "<div class=\"card\"><p>{long}</p></div><ul><li>{long}</li></ul>"
        ));
        let longest = text
            .lines()
            .filter(|line| !line.contains("xxx"))
            .map(str::len)
            .max();
        assert!(longest.is_some_and(|longest| longest <= COLUMNS), "{text}");
        assert!(text.starts_with("| mot"), "{text}");
    }

    #[test]
    fn a_wide_table_is_told_row_by_row() {
        let cells = |tag: &str, text: &str| {
            format!("<{tag}>{text}</{tag}><{tag}>{}</{tag}>", text.repeat(9))
        };
        let html = format!(
            "<table><thead><tr>{}</tr></thead><tr>{}</tr></table>",
            cells("th", "Nom"),
            cells("td", "une valeur ")
        );
        let text = text(&html);
        assert!(text.starts_with("Nom : une valeur\n  NomNom"), "{text}");
        let narrow = "<table><thead><tr><th>A</th><th>B</th></tr></thead><tr><td>1</td><td>22</td></tr></table>";
        assert_eq!(super::tests::text(narrow), "A  B\n-----\n1  22\n");
    }
}
