//! What to write instead, as data: it can be applied without understanding the mistake.

use std::ops::Range;
use std::sync::Arc;

use super::{Diagnostic, Location, TextFile};

/// A change to one text that removes its diagnostic and causes no new one.
///
/// A rule gives one as [`Diagnostic::fix`] only when it is certain of what the editor meant, because `check --fix`
/// applies it without asking. What is not certain is a [`Remedy`](super::Remedy), and for the editor to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The text to change.
    pub file: Arc<TextFile>,
    /// The changes, in any order.
    pub edits: Box<[Edit]>,
}

/// Bytes of a text, and their replacement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the text as it was read (line ends as `\n`, no byte order mark); empty for an insertion.
    pub span: Range<usize>,
    /// The replacement.
    pub text: String,
}

impl Diagnostic {
    /// Adds a fix: these bytes of the text that the diagnostic points into, and their replacement. Does
    /// nothing if the diagnostic points into no text.
    pub fn fix(self, span: Range<usize>, text: impl Into<String>) -> Self {
        let text = text.into();
        self.fixes([Edit { span, text }])
    }

    /// Adds a fix: this text replaces everything that the diagnostic points to.
    pub fn instead(self, text: impl Into<String>) -> Self {
        match &self.location {
            Location::Place(place) => {
                let span = place.span.clone();
                self.fix(span, text)
            }
            Location::File(_) | Location::Site => self,
        }
    }

    /// Adds a fix of several edits to the text that the diagnostic points into.
    pub fn fixes(mut self, edits: impl IntoIterator<Item = Edit>) -> Self {
        self.fix = self.fix_here(edits).or(self.fix);
        self
    }
}
