//! Collects the lines of a text, each of a kind, as pieces.

use super::inlines::{PastedEmphasis, inlines};
use super::line::{PastedLine, PastedRun, embolden, without_mark};
use super::look::PastedLinks;
use super::marks::{ListMark, TypedMark};
use super::pieces::{self, PastedPiece};
use crate::import::markdown::MarkdownBlock;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// A line of a message: see [`PastedPiece::Line`].
    Line,
    Paragraph,
    /// A heading, and its level in the source.
    Heading(usize),
    /// An item of one of Word's lists, and its level.
    Item(usize, ListMark),
    /// A paragraph of the item before it.
    More,
    /// A paragraph of a quotation.
    Quoted,
}

impl LineKind {
    pub fn is_heading(self) -> bool {
        matches!(self, Self::Heading(_))
    }
}

/// A text being read.
#[derive(Debug)]
pub struct PastedFlow {
    pub line: PastedLine,
    pub kind: LineKind,
    /// How deep it is in lists, quotations and tables.
    pub nest: usize,
    pieces: Vec<PastedPiece>,
}

impl PastedFlow {
    pub fn new(nest: usize) -> Self {
        Self {
            line: PastedLine::default(),
            kind: LineKind::Line,
            nest,
            pieces: Vec::new(),
        }
    }

    pub fn push(&mut self, piece: PastedPiece) {
        self.pieces.push(piece);
    }

    /// Adds an empty line.
    pub fn gap(&mut self) {
        self.pieces.push(PastedPiece::Gap);
    }

    /// Begins lines of a kind.
    pub fn open(&mut self, kind: LineKind) {
        self.kind = kind;
    }

    /// Ends an element; the lines after it are of the kind around it.
    pub fn close(&mut self, outer: LineKind, links: &PastedLinks) {
        if self.line.is_empty_line() {
            self.gap();
        }
        self.end(links);
        self.kind = outer;
    }

    /// Ends the line that is being read, if there is one.
    pub fn end(&mut self, links: &PastedLinks) {
        let mut lines = self.line.take();
        if lines.is_empty() {
            return;
        }
        let mut kind = self.kind;
        if let LineKind::Heading(level) = kind {
            if self.nest == 0 && lines.iter().flatten().any(|run| run.said().is_some()) {
                self.push(PastedPiece::Block(MarkdownBlock::Heading {
                    level,
                    text: inlines(&lines, PastedEmphasis::Bold, links),
                    case: false,
                    anchor: None,
                }));
                return;
            }
            // Within lists, quotations and tables it heads nothing of the page: it is a bold line.
            embolden(&mut lines);
            kind = LineKind::Paragraph;
        }
        let parts = parted(&lines).into_iter();
        let pieces = parts.map(|lines| piece(lines, kind, links));
        match kind {
            LineKind::Item(level, mark) => {
                let piece = PastedPiece::Item(level, mark, pieces.collect());
                self.pieces.push(piece);
                // After an empty line, the same item goes on.
                self.kind = LineKind::More;
            }
            LineKind::More => self.pieces.push(PastedPiece::More(pieces.collect())),
            LineKind::Quoted => self.pieces.push(PastedPiece::Quoted(pieces.collect())),
            _ => self.pieces.extend(pieces),
        }
    }

    /// Its blocks.
    pub fn finish(mut self, links: &PastedLinks) -> Vec<MarkdownBlock> {
        self.end(links);
        pieces::blocks(self.pieces, links)
    }
}

/// The mark that somebody typed at the start of a line.
fn typed_mark(line: &[PastedRun]) -> Option<(TypedMark, &str)> {
    let word = line.first().filter(|run| !run.is_code())?.said()?;
    // In other letters, what follows a bullet is another piece.
    let goes_on = |next: &PastedRun| next.said().is_none() || word == "•";
    TypedMark::of(word, line.get(1).is_some_and(goes_on))
}

/// The lines of a paragraph, parted where one begins with the mark of an item.
fn parted(lines: &[Vec<PastedRun>]) -> Vec<&[Vec<PastedRun>]> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, line) in lines.iter().enumerate() {
        let is_item = typed_mark(line).is_some();
        let after_item = at > 0 && typed_mark(&lines[at - 1]).is_some();
        if at > from && (is_item || after_item) {
            parts.push(&lines[from..at]);
            from = at;
        }
    }
    parts.push(&lines[from..]);
    parts
}

/// More marks before a line than this are its text.
const MOST_MARKS: usize = 5;

fn piece(lines: &[Vec<PastedRun>], kind: LineKind, links: &PastedLinks) -> PastedPiece {
    if let [line] = lines
        && let Some((mark, sign)) = typed_mark(line)
    {
        let mut rest = without_mark(line, sign);
        // Some people type several.
        for _ in 0..MOST_MARKS {
            match typed_mark(&rest) {
                Some((mark, sign)) if mark.is_certain() => rest = without_mark(&rest, sign),
                _ => break,
            }
        }
        let shown = |line| inlines(&[line], PastedEmphasis::Shown, links);
        return PastedPiece::Marked(mark, shown(line.clone()), shown(rest));
    }
    match kind {
        LineKind::Line => PastedPiece::Line(lines.to_vec()),
        _ => {
            let whole = inlines(lines, PastedEmphasis::Shown, links);
            PastedPiece::Block(MarkdownBlock::Paragraph(whole))
        }
    }
}
