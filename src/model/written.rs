//! The fields that say something to readers in words of the editor's own: where each is in its file.
//!
//! Which they are, the tables of the records say (`text "note" => …`, see [`record!`](crate::record)). Names, addresses, titles of law
//! and telephone numbers are not among them.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostics::{Location, Place, TextFile};
use crate::language::Language;
use crate::markdown::{self, Prose};
use crate::yaml::{self, Value};

/// What the words of a field are to a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// Running text.
    Text,
    /// Running text in Markdown.
    Markdown,
    /// The title of a page, or of a part of one.
    Title,
    /// The words of a link.
    Link,
}

/// A field as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenField {
    /// Bytes of the file, which is never longer than [`u32::MAX`]. Each page keeps some dozens of these.
    span: Range<u32>,
    /// What it is to a reader.
    pub wording: Wording,
    /// Its language, where that is not the file's.
    pub language: Option<Language>,
}

impl WrittenField {
    /// A field at these bytes of its file; `None` beyond the bound of what a file may hold.
    pub fn new(span: &Range<usize>, wording: Wording, language: Option<Language>) -> Option<Self> {
        let span = u32::try_from(span.start).ok()?..u32::try_from(span.end).ok()?;
        Some(Self {
            span,
            wording,
            language,
        })
    }

    /// What it says, and the bytes of the file that it says it at: without quotation marks, and the sign of a folded text.
    /// Where the two differ in length, an escape (`\n`) stands for something else, and only the whole has a place. `None`
    /// for what is written elsewhere (an alias).
    pub fn text<'f>(&self, file: &'f TextFile) -> Option<(Cow<'f, str>, Range<usize>)> {
        let (start, end) = (self.span.start as usize, self.span.end as usize);
        let written = file.text.get(start..end)?;
        let bare = match written.chars().next()? {
            '*' => return None,
            '"' if written.contains('\\') => {
                let node = yaml::parse(written).ok()?;
                let Value::Scalar(value) = node.value else {
                    return None;
                };
                return Some((Cow::Owned(value), start..end));
            }
            mark @ ('"' | '\'') => written.trim_matches(mark),
            '|' | '>' => written.split_once('\n')?.1,
            _ => written,
        };
        let bare = bare.trim();
        let start = bare.as_ptr() as usize - file.text.as_ptr() as usize;
        Some((Cow::Borrowed(bare), start..start + bare.len()))
    }
}

/// The fields of a file that is no page: the configuration, a glossary, a list of topics.
#[derive(Debug, Clone)]
pub struct WrittenFile {
    /// The file.
    pub file: Arc<TextFile>,
    /// The language of fields that do not say theirs.
    pub language: Language,
    /// Its fields.
    pub fields: Box<[WrittenField]>,
}

impl WrittenFile {
    /// The languages of its fields, sorted.
    pub fn languages(&self) -> BTreeSet<Language> {
        let fields = self.fields.iter();
        fields
            .map(|field| field.language.unwrap_or(self.language))
            .collect()
    }

    /// Its fields in a language, and the bytes of the file where they are.
    pub fn fields(
        &self,
        language: Language,
    ) -> impl Iterator<Item = (Wording, Cow<'_, str>, Range<usize>)> {
        let fields = self.fields.iter();
        let fields =
            fields.filter(move |field| field.language.unwrap_or(self.language) == language);
        fields.filter_map(|field| {
            let (text, span) = field.text(&self.file)?;
            Some((field.wording, text, span))
        })
    }

    /// How its fields in a language read; places are in bytes of the file.
    pub fn prose(&self, language: Language) -> Prose {
        markdown::prose_of_page(self.fields(language), "", Range::clone)
    }

    /// Bytes of the file as a diagnostic's location.
    pub fn place(&self, span: &Range<usize>) -> Location {
        Location::Place(Place {
            file: Arc::clone(&self.file),
            span: span.clone(),
        })
    }
}
