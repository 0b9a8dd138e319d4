//! What to write instead, as data: whoever applies it need not understand the mistake.

use std::ops::Range;
use std::sync::Arc;

use super::{Diagnostic, Location, TextFile};

/// A change to one text that makes its diagnostic go away and brings no new one.
///
/// A rule gives one only where it is sure of what the editor meant; `check --fix` applies it without asking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The text that is changed.
    pub file: Arc<TextFile>,
    /// What is changed in it, in any order.
    pub edits: Vec<Edit>,
}

/// Bytes of a text, and what takes their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the text as it was read (line ends as `\n`, no byte order mark); empty where something is put in.
    pub span: Range<usize>,
    /// What is written there.
    pub text: String,
}

impl Diagnostic {
    /// With a mend: these bytes of the text that the diagnostic points into, and what is written in their place. Without effect
    /// on a diagnostic that points into no text.
    pub fn fix(self, span: Range<usize>, text: impl Into<String>) -> Self {
        let text = text.into();
        self.fixes([Edit { span, text }])
    }

    /// With a mend: this text in the place of all that the diagnostic points to.
    pub fn instead(self, text: impl Into<String>) -> Self {
        match &self.location {
            Location::Place(place) => {
                let span = place.span.clone();
                self.fix(span, text)
            }
            Location::File(_) | Location::Site => self,
        }
    }

    /// With a mend of several edits to the text that the diagnostic points into.
    pub fn fixes(mut self, edits: impl IntoIterator<Item = Edit>) -> Self {
        if let Location::Place(place) = &self.location {
            self.fix = Some(Fix {
                file: Arc::clone(&place.file),
                edits: edits.into_iter().collect(),
            });
        }
        self
    }
}
