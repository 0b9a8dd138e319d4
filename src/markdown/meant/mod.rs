//! Marks that Markdown would print as they were typed, or that would eat text, read as they were meant.
//!
//! People who come from Word, SPIP or paper write `##Titre`, `• Une pièce`, `** gras **`, columns parted by tabs. Where it is sure what was
//! meant, the text is written anew before anything else reads it, so that facts, pages, sheets and the search all say the same; where it is
//! not, the mark is kept for a diagnostic. Every place in the new text is known in the old one, which is what an editor sees.
//!
//! A mark counts only where the parser itself found text: code, escapes and addresses are left alone.

mod asides;
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

use edit::{Edit, Layer};
use reading::Reading;

pub use edit::MarkFix;
pub use swallowed::is_element;

/// A text as it was meant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meant {
    /// The text, where it is not the one that was typed.
    pub text: Option<String>,
    /// From the last change back to the first.
    layers: Vec<Layer>,
    /// Marks that are not read, in the order of the text.
    pub marks: Vec<Mark>,
}

/// A mark that is not read, and stays on the page as it was typed or is read otherwise than it looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What kind of mark.
    pub kind: MarkKind,
    /// Where it stands in the text as it was typed.
    pub span: Range<usize>,
    /// What to write instead, where that is mechanical.
    pub fix: Option<MarkFix>,
}

/// Kinds of marks that are not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// `#Titre`, which may be a heading or a hashtag.
    Heading,
    /// `**` without its other half.
    Strong,
    /// A row of a table that stands alone, or whose neighbours have another number of cells.
    Row,
    /// Columns parted by tabs that are not alike.
    Tabs,
    /// A row with more cells than the head of its table; the head has been widened.
    ExtraCell,
    /// `<doc12|left>`, `[texte->12]`: what only SPIP knows.
    Spip,
    /// `[caption]`, `{{< figure >}}`: what only another program knows.
    Shortcode,
    /// A list whose numbers Markdown counts anew, and which holds more than lines.
    Numbers,
    /// A hyphen at the end of a line, which may belong to its word or cut it.
    Hyphen,
    /// A fence of code that is never closed.
    Fence,
    /// A comment, script or style that is never closed: all that follows is hidden.
    Hidden,
    /// Markdown within an element of HTML, where it is not read.
    InHtml,
    /// `[words]: …`, which no link calls.
    Reference,
    /// The call of a note that is not written.
    UnwrittenNote,
    /// A note without a text.
    EmptyNote,
    /// A second note of the same name.
    TwiceNote,
}

/// How often a text is written anew: what one change uncovers, the next may read.
const PASSES: usize = 4;

/// Reads a text as it was meant; `None` where it holds no mark of which that could be asked.
pub fn meant(text: &str) -> Option<Meant> {
    if !suspicion::suspects(text) {
        return None;
    }
    let mut meant = Meant::default();
    for pass in 0..=PASSES {
        let current = meant.text.as_deref().unwrap_or(text);
        let mut found = Findings::default();
        look(current, pass == PASSES, &mut found);
        let layer = (pass < PASSES).then(|| Layer::of(found.edits)).flatten();
        // What is left when nothing more is changed is what a page would print.
        let is_last = layer.is_none();
        let kept = found
            .marks
            .into_iter()
            .filter(|(_, at_once)| is_last || *at_once);
        for (mark, _) in kept {
            let span = meant.span(&mark.span);
            let fix = mark.fix.map(|fix| MarkFix {
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
    /// A place of the new text in the one that was typed.
    pub fn span(&self, span: &Range<usize>) -> Range<usize> {
        let back = |span: Range<usize>, layer: &Layer| layer.back(&span);
        self.layers.iter().fold(span.clone(), back)
    }
}

/// What one look at a text finds.
#[derive(Default)]
struct Findings {
    edits: Vec<Edit>,
    /// Marks that are not read, and whether each counts even if the text is read once more.
    marks: Vec<(Mark, bool)>,
}

impl Findings {
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

    /// A mark that a change of the same look hides from the next.
    fn mark_at_once(&mut self, kind: MarkKind, span: Range<usize>) {
        let fix = None;
        self.marks.push((Mark { kind, span, fix }, true));
    }

    fn mark_with_fix(&mut self, kind: MarkKind, span: Range<usize>, fix: MarkFix) {
        let fix = Some(fix);
        self.marks.push((Mark { kind, span, fix }, false));
    }
}

/// What an editor may have typed between two marks: no address, name or remark is longer. Looking no further keeps the time that a text
/// takes in proportion to its length.
const FARTHEST: usize = 500;

/// The beginning of a text, as far as two marks may be apart.
fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(FARTHEST)]
}

fn look(text: &str, is_last: bool, found: &mut Findings) {
    let reading = Reading::of(text);
    elements::look(&reading, found);
    swallowed::look(&reading, found);
    notes::look(&reading, found);
    let before = found.edits.len();
    indented::look(&reading, found);
    // The head of a table may have been code until now.
    if found.edits.len() == before {
        columns::look(&reading, found);
        tables::look(&reading, found);
    }
    spip::look(&reading, found);
    leaders::look(&reading, found);
    lines::look(&reading, found);
    hyphens::look(&reading, found);
    asides::look(&reading, found);
    numbers::look(&reading, found);
    emphasis::look(&reading, found);
    links::look(&reading, found);
    shortcodes::look(&reading, found);
    // What else a line may be is known only when nothing more is to be changed.
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
