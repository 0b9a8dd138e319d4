//! The Markdown of a file: what was typed, and how it is read.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostics::TextFile;
use crate::markdown::{self, Facts, Meant};

/// A text that has been read.
pub(super) struct ReadBody {
    /// What was typed: bytes of the file.
    pub body: Range<usize>,
    /// What was meant, if that differs.
    pub meant: Option<Arc<Meant>>,
    /// The facts; their spans are in bytes of what was meant.
    pub facts: Facts,
}

/// Reads the Markdown of a file.
pub(super) fn read(file: &TextFile, body: Range<usize>) -> ReadBody {
    let meant = markdown::meant(&file.text[body.clone()]).map(Arc::new);
    let facts = markdown::facts(text(file, &body, meant.as_deref()));
    ReadBody { body, meant, facts }
}

impl ReadBody {
    /// Replaces a text that must not be rendered at all.
    pub fn nothing(read: &Self) -> Self {
        Self {
            body: read.body.start..read.body.start,
            meant: None,
            facts: Facts::default(),
        }
    }
}

/// The Markdown as it is read.
pub(super) fn text<'t>(
    file: &'t TextFile,
    body: &Range<usize>,
    meant: Option<&'t Meant>,
) -> &'t str {
    let meant = meant.and_then(|meant| meant.text.as_deref());
    meant.unwrap_or(&file.text[body.clone()])
}

/// Bytes of the file for bytes of the Markdown as it is read.
pub(super) fn span(
    body: &Range<usize>,
    meant: Option<&Meant>,
    span: &Range<usize>,
) -> Range<usize> {
    let span = meant.map_or_else(|| span.clone(), |meant| meant.span(span));
    span.start + body.start..span.end + body.start
}
