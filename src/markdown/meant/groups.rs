//! Blocks of running text, line by line.

use std::ops::Range;

/// A paragraph, a heading, a cell, or the text of an item.
#[derive(Debug)]
pub struct TextGroup {
    pub kind: TextGroupKind,
    /// How many blocks contain it.
    pub depth: usize,
    pub lines: Vec<TextLine>,
    pub pieces: Vec<TextPiece>,
    starts_line: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextGroupKind {
    Paragraph,
    /// The text of an item in a list without blank lines.
    Item,
    Heading,
    Cell,
    Other,
}

/// A line of a group: from its first letter to its last.
#[derive(Debug, Clone)]
pub struct TextLine {
    pub span: Range<usize>,
    /// Whether it begins with unescaped text.
    pub is_typed: bool,
    /// Whether the previous line ends where its editor wanted it to.
    pub is_broken: bool,
}

/// A piece of text.
#[derive(Debug, Clone)]
pub struct TextPiece {
    pub span: Range<usize>,
    /// The number of the span that contains it: a link, an emphasis; 0 for none.
    pub parent: usize,
    /// Whether the source spells it exactly as it is read.
    pub is_typed: bool,
    /// Whether its first character is escaped.
    pub escaped: bool,
}

impl TextGroup {
    pub fn new(kind: TextGroupKind, depth: usize) -> Self {
        Self {
            kind,
            depth,
            lines: Vec::new(),
            pieces: Vec::new(),
            starts_line: Some(false),
        }
    }

    pub fn piece(&mut self, piece: TextPiece) {
        self.extend(piece.span.clone(), piece.is_typed && !piece.escaped);
        // The parser splits text at each character that might have been markup.
        let joins = |last: &&mut TextPiece| {
            last.span.end == piece.span.start
                && last.parent == piece.parent
                && last.is_typed
                && piece.is_typed
        };
        match self.pieces.last_mut().filter(joins) {
            Some(last) => last.span.end = piece.span.end,
            None => self.pieces.push(piece),
        }
    }

    pub fn object(&mut self, span: Range<usize>) {
        self.extend(span, false);
    }

    /// The last line reaches at least this far.
    pub fn to(&mut self, end: usize) {
        if let Some(line) = self.lines.last_mut() {
            line.span.end = line.span.end.max(end);
        }
    }

    pub fn line_end(&mut self, is_hard: bool) {
        self.starts_line = Some(is_hard);
    }

    fn extend(&mut self, span: Range<usize>, is_typed: bool) {
        match self.starts_line.take() {
            Some(is_broken) => self.lines.push(TextLine {
                span,
                is_typed,
                is_broken,
            }),
            None => self.to(span.end),
        }
    }

    /// Whether its lines may begin with a bullet, a number or a heading.
    pub fn has_lines(&self) -> bool {
        matches!(self.kind, TextGroupKind::Paragraph | TextGroupKind::Item)
    }

    /// The first byte and the one after the last.
    pub fn span(&self) -> Range<usize> {
        let start = self.lines.first().map_or(0, |line| line.span.start);
        let end = self.lines.last().map_or(start, |line| line.span.end);
        start..end
    }

    /// Runs of text with nothing else in between, across line ends.
    pub fn runs(&self, source: &str) -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        let mut parent = usize::MAX;
        for piece in self.pieces.iter().filter(|piece| piece.is_typed) {
            let joins = |run: &&mut Range<usize>| {
                let between = source.get(run.end..piece.span.start);
                piece.parent == parent
                    && between.is_some_and(|between| {
                        between
                            .bytes()
                            .all(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'>'))
                    })
            };
            match runs.last_mut().filter(joins) {
                Some(run) => run.end = piece.span.end,
                None => runs.push(piece.span.clone()),
            }
            parent = piece.parent;
        }
        runs
    }

    /// The positions of these marks in its text, each with the span that contains it.
    pub fn places(&self, source: &str, mark: &str) -> Vec<(usize, usize)> {
        let mut places = Vec::new();
        for piece in self.pieces.iter().filter(|piece| piece.is_typed) {
            let text = &source[piece.span.clone()];
            let found = text.match_indices(mark).map(|(at, _)| at);
            let found = found.filter(|at| *at > 0 || !piece.escaped);
            places.extend(found.map(|at| (piece.span.start + at, piece.parent)));
        }
        places
    }
}
