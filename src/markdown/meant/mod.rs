//! Rewrites markup that Markdown would print as typed, or that would hide text, as it was meant.
//!
//! People who come from Word, SPIP or paper write `##Titre`, `• Une pièce`, `** gras **`, or columns
//! separated by tabs. If the meaning is certain, the text is rewritten before anything else reads it, so that
//! facts, pages, sheets and search agree; otherwise the mark is kept for a diagnostic. Every position in the
//! new text maps to the old one, which is what an editor sees.
//!
//! A mark counts only where the parser itself found text: code, escapes and addresses are left alone.

mod asides;
mod callouts;
mod columns;
mod edit;
mod elements;
mod emphasis;
mod ends;
mod groups;
mod hyphens;
mod indented;
mod leaders;
mod levels;
mod lines;
mod links;
mod notes;
mod numbers;
mod openings;
mod reading;
mod shortcodes;
mod spip;
mod suspicion;
mod swallowed;
mod tables;

use std::ops::Range;

use edit::Layer;
use reading::Reading;

use crate::diagnostics::Edit;

pub use swallowed::is_element;

/// A text as it was meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meant {
    /// The text, if it differs from what was typed.
    pub text: Option<String>,
    /// From the last change back to the first.
    layers: Vec<Layer>,
    /// Unread marks, in the order of the text.
    pub marks: Vec<Mark>,
}

/// A mark that is not read and stays on the page as typed, or is read otherwise than it looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What kind of mark.
    pub kind: MarkKind,
    /// Where it is in the text as typed.
    pub span: Range<usize>,
    /// What to write instead, if that is mechanical.
    pub fix: Option<Edit>,
}

/// Kinds of unread marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// `#Titre`, which may be a heading or a hashtag.
    Heading,
    /// `**` without its other half.
    Strong,
    /// A lone row of a table, or one whose neighbours have another number of cells.
    Row,
    /// Tab-separated columns that do not match.
    Tabs,
    /// A row with more cells than the header of its table; the header has been widened.
    ExtraCell,
    /// `<doc12|left>`, `[texte->12]`: what only SPIP can resolve.
    Spip,
    /// `[caption]`, `{{< figure >}}`: what only another program can resolve.
    Shortcode,
    /// A list whose numbers Markdown would renumber, and which holds more than lines.
    Numbers,
    /// A hyphen at the end of a line, which may belong to its word or cut it.
    Hyphen,
    /// A code fence that is never closed.
    Fence,
    /// A comment, script or style that is never closed: all that follows is hidden.
    Hidden,
    /// Markdown within an HTML element, where it is not read.
    InHtml,
    /// `[words]: …`, which no link refers to.
    Reference,
    /// A reference to a footnote that is not defined.
    UnwrittenNote,
    /// A footnote without a text.
    EmptyNote,
    /// A second footnote with the same name.
    TwiceNote,
}

/// How many times a text is rewritten: one change may uncover what the next pass reads.
const PASSES: usize = 4;

/// Reads a text as it was meant; `None` if it contains nothing that could be meant otherwise.
pub fn meant(text: &str) -> Option<Meant> {
    if !suspicion::suspects(text) {
        return None;
    }
    let mut meant = Meant::default();
    for pass in 0..=PASSES {
        let current = meant.text.as_deref().unwrap_or(text);
        let mut found = PassFindings::default();
        look(current, pass == PASSES, &mut found);
        let layer = (pass < PASSES).then(|| Layer::of(found.edits)).flatten();
        // What is left when nothing more changes is what a page would print.
        let is_last = layer.is_none();
        let kept = found
            .marks
            .into_iter()
            .filter(|(_, at_once)| is_last || *at_once);
        for (mark, _) in kept {
            let span = meant.span(&mark.span);
            let fix = mark.fix.map(|fix| Edit {
                span: meant.span(&fix.span),
                ..fix
            });
            meant.marks.push(Mark { span, fix, ..mark });
        }
        let Some(layer) = layer else { break };
        let text = layer.apply(current);
        meant.layers.insert(0, layer);
        meant.text = Some(text);
    }
    meant.marks.sort_by_key(|mark| (mark.span.start, mark.kind));
    meant.marks.dedup();
    (meant.text.is_some() || !meant.marks.is_empty()).then_some(meant)
}

impl Meant {
    /// Maps a position of the new text to the one that was typed.
    pub fn span(&self, span: &Range<usize>) -> Range<usize> {
        let back = |span: Range<usize>, layer: &Layer| layer.back(&span);
        self.layers.iter().fold(span.clone(), back)
    }
}

/// What one pass over a text finds.
#[derive(Default)]
struct PassFindings {
    edits: Vec<Edit>,
    /// Unread marks, and whether each counts even if the text is read once more.
    marks: Vec<(Mark, bool)>,
}

impl PassFindings {
    fn edit(&mut self, span: Range<usize>, text: impl Into<String>) {
        self.edits.push(Edit {
            span,
            text: text.into(),
        });
    }

    fn mark(&mut self, kind: MarkKind, span: Range<usize>) {
        let mark = Mark {
            kind,
            span,
            fix: None,
        };
        self.marks.push((mark, false));
    }

    /// A mark that a change of the same pass hides from the next.
    fn mark_at_once(&mut self, kind: MarkKind, span: Range<usize>) {
        let fix = None;
        self.marks.push((Mark { kind, span, fix }, true));
    }

    fn mark_with_fix(&mut self, kind: MarkKind, span: Range<usize>, fix: Edit) {
        let fix = Some(fix);
        self.marks.push((Mark { kind, span, fix }, false));
    }
}

/// The most that an editor may have typed between two marks: no address, name or remark is longer. The limit
/// keeps the running time proportional to the length of the text.
const FARTHEST: usize = 500;

/// The beginning of a text, up to the greatest distance between two marks.
fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(FARTHEST)]
}

fn look(text: &str, is_last: bool, found: &mut PassFindings) {
    let reading = Reading::of(text);
    elements::look(&reading, found);
    swallowed::look(&reading, found);
    notes::look(&reading, found);
    let before = found.edits.len();
    indented::look(&reading, found);
    // The header of a table may have been code until now.
    if found.edits.len() == before {
        columns::look(&reading, found);
        tables::look(&reading, found);
    }
    spip::look(&reading, found);
    leaders::look(&reading, found);
    lines::look(&reading, found);
    hyphens::look(&reading, found);
    asides::look(&reading, found);
    callouts::look(&reading, found);
    numbers::look(&reading, found);
    emphasis::look(&reading, found);
    links::look(&reading, found);
    shortcodes::look(&reading, found);
    // What else a line may be is known only once nothing more changes.
    if found.edits.is_empty() {
        openings::look(&reading, found);
        ends::look(&reading, found);
    }
    if is_last {
        found.edits.clear();
    }
}

#[cfg(test)]
mod tests;
