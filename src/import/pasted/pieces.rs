//! Makes blocks of the pieces of a text that follow each other. Word writes the items of its lists as paragraphs with a
//! level, mail programs write lines as blocks, and people type hyphens.

use super::inlines::{PastedEmphasis, inlines};
use super::line::PastedRun;
use super::lists::{goes_on, lists};
use super::look::PastedLinks;
use super::marks::{ListMark, TypedMark};
use crate::import::markdown::{MarkdownBlock, MarkdownInline};

/// A piece of a text.
#[derive(Debug, Clone, PartialEq)]
pub enum PastedPiece {
    /// A block that is whole.
    Block(MarkdownBlock),
    /// A line of its own. Between empty lines, several are one paragraph.
    Line(Vec<Vec<PastedRun>>),
    /// An empty line.
    Gap,
    /// The beginning or end of an element around several lines.
    Cut,
    /// An item of a list, with its level.
    Item(usize, ListMark, Vec<PastedPiece>),
    /// More of the item before it.
    More(Vec<PastedPiece>),
    /// A paragraph that begins with the mark of an item: the mark, the whole, and what follows the mark.
    Marked(TypedMark, Vec<MarkdownInline>, Vec<MarkdownInline>),
    /// A quotation that goes on if another follows.
    Quoted(Vec<PastedPiece>),
}

/// The blocks of pieces.
pub fn blocks(pieces: Vec<PastedPiece>, links: &PastedLinks) -> Vec<MarkdownBlock> {
    let mut out: Vec<MarkdownBlock> = Vec::new();
    let mut pieces = confirmed(in_place(pieces)).into_iter().peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            PastedPiece::Block(block) => push(block, &mut out),
            // After the last item of a list, with something in between.
            PastedPiece::More(more) => blocks(more, links)
                .into_iter()
                .for_each(|block| push(block, &mut out)),
            PastedPiece::Marked(_, whole, _) => push(MarkdownBlock::Paragraph(whole), &mut out),
            PastedPiece::Gap | PastedPiece::Cut => {}
            PastedPiece::Line(_) => {
                let mut run = vec![piece];
                let goes_on =
                    |next: &PastedPiece| matches!(next, PastedPiece::Line(_) | PastedPiece::Gap);
                while let Some(next) = pieces.next_if(goes_on) {
                    run.push(next);
                }
                out.extend(paragraphs(run, links));
            }
            PastedPiece::Item(..) => {
                let mut run = vec![piece];
                while let Some(next) = pieces.next_if(is_of_list) {
                    run.push(next);
                }
                for list in lists(run, links) {
                    push(list, &mut out);
                }
            }
            PastedPiece::Quoted(mut quoted) => {
                while let Some(PastedPiece::Quoted(more)) =
                    pieces.next_if(|next| matches!(next, PastedPiece::Quoted(_)))
                {
                    quoted.extend(more);
                }
                out.push(MarkdownBlock::Quote(blocks(quoted, links)));
            }
        }
    }
    out
}

fn is_of_list(piece: &PastedPiece) -> bool {
    matches!(piece, PastedPiece::Item(..) | PastedPiece::More(_))
}

/// The pieces, where those that go on with an item come after one.
fn in_place(pieces: Vec<PastedPiece>) -> Vec<PastedPiece> {
    let mut out = Vec::with_capacity(pieces.len());
    let mut in_list = false;
    for piece in pieces {
        match piece {
            PastedPiece::More(more) if !in_list => {
                out.extend(more);
                continue;
            }
            PastedPiece::Gap | PastedPiece::Cut => {}
            _ => in_list = is_of_list(&piece),
        }
        out.push(piece);
    }
    out
}

/// Adds a block. Lists that go on where the one before ends are one, and so are rules.
pub fn push(block: MarkdownBlock, out: &mut Vec<MarkdownBlock>) {
    match (out.last_mut(), block) {
        // LibreOffice writes the lower levels of a list as lists of their own, each in one without items.
        (Some(MarkdownBlock::List(_, before)), MarkdownBlock::List(_, mut items))
            if is_lower(&items) =>
        {
            if let (Some(last), Some(below)) = (before.last_mut(), items.pop()) {
                for block in below {
                    push(block, last);
                }
            }
        }
        (Some(MarkdownBlock::List(first, before)), MarkdownBlock::List(start, items))
            if goes_on(*first, before.len(), start) =>
        {
            before.extend(items);
        }
        (_, MarkdownBlock::List(_, mut items)) if is_lower(&items) => {
            for block in items.pop().into_iter().flatten() {
                push(block, out);
            }
        }
        (Some(MarkdownBlock::Rule), MarkdownBlock::Rule) => {}
        (_, block) => out.push(block),
    }
}

/// Whether a list has nothing but another list in it.
fn is_lower(items: &[Vec<MarkdownBlock>]) -> bool {
    match items {
        [item] => item
            .iter()
            .all(|block| matches!(block, MarkdownBlock::List(..))),
        _ => false,
    }
}

/// Lines as paragraphs: each is one, unless empty lines part them.
fn paragraphs(run: Vec<PastedPiece>, links: &PastedLinks) -> Vec<MarkdownBlock> {
    let last = run.iter().rposition(|piece| *piece != PastedPiece::Gap);
    let has_gaps = run[..last.unwrap_or(0)].contains(&PastedPiece::Gap);
    let mut out = Vec::new();
    let mut paragraph: Vec<Vec<PastedRun>> = Vec::new();
    for piece in run.into_iter().chain([PastedPiece::Gap]) {
        let is_end = !has_gaps || piece == PastedPiece::Gap;
        if is_end && !paragraph.is_empty() {
            let lines = std::mem::take(&mut paragraph);
            let inlines = inlines(&lines, PastedEmphasis::Shown, links);
            out.push(MarkdownBlock::Paragraph(inlines));
        }
        if let PastedPiece::Line(lines) = piece {
            paragraph.extend(lines);
        }
    }
    out
}

/// What follows a piece, empty lines aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PastedNext {
    Item,
    Marked(TypedMark),
    Other,
}

impl PastedNext {
    /// What follows each piece.
    fn of(pieces: &[PastedPiece]) -> Vec<Self> {
        let mut next = Self::Other;
        let mut all = vec![next; pieces.len()];
        for (piece, after) in pieces.iter().zip(&mut all).rev() {
            *after = next;
            next = match piece {
                PastedPiece::Gap | PastedPiece::Cut => next,
                PastedPiece::Item(..) | PastedPiece::More(_) => Self::Item,
                PastedPiece::Marked(mark, ..) => Self::Marked(*mark),
                _ => Self::Other,
            };
        }
        all
    }

    /// Whether it goes on after an item with this mark.
    fn goes_on(self, mark: TypedMark) -> bool {
        matches!(self, Self::Marked(next) if mark.precedes(next))
    }
}

/// The pieces with typed marks made items of lists, where they are certain or follow each other, and without the empty
/// lines between items.
fn confirmed(pieces: Vec<PastedPiece>) -> Vec<PastedPiece> {
    let next = PastedNext::of(&pieces);
    let mut out: Vec<PastedPiece> = Vec::with_capacity(pieces.len());
    // The typed mark of the piece before, if it has one.
    let mut before: Option<TypedMark> = None;
    for (piece, next) in pieces.into_iter().zip(next) {
        match piece {
            PastedPiece::Gap | PastedPiece::Cut => {
                let in_list = out.last().is_some_and(is_of_list);
                let goes_on = before.is_some_and(|before| next.goes_on(before));
                if !in_list || !goes_on && next != PastedNext::Item {
                    out.push(piece);
                }
            }
            PastedPiece::Marked(mark, whole, rest) => {
                let follows = before.is_some_and(|before| before.precedes(mark));
                before = Some(mark);
                if mark.is_certain() || follows || next.goes_on(mark) {
                    let rest = vec![PastedPiece::Block(MarkdownBlock::Paragraph(rest))];
                    out.push(PastedPiece::Item(1, mark.list_mark(), rest));
                } else {
                    out.push(PastedPiece::Marked(mark, whole, rest));
                }
            }
            piece => {
                before = None;
                out.push(piece);
            }
        }
    }
    out
}
