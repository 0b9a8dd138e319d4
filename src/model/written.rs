//! The fields that hold the editor's own words for readers, and where each is in its file.
//!
//! The tables of the records mark them (`text "note" => …`, see [`record!`](crate::record)). Names,
//! addresses, titles of laws and telephone numbers are not among them.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostics::{Location, Place, TextFile};
use crate::language::Language;
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

/// A field as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenField {
    /// Bytes of the file, which is never longer than [`u32::MAX`]. Each page keeps some dozens of these.
    span: Range<u32>,
    /// What it is to a reader.
    pub wording: Wording,
    /// Its language, if it is not the file's.
    pub language: Option<Language>,
}

impl WrittenField {
    /// A field at these bytes of its file; `None` beyond the bound on the size of a file.
    pub fn new(span: &Range<usize>, wording: Wording, language: Option<Language>) -> Option<Self> {
        let span = u32::try_from(span.start).ok()?..u32::try_from(span.end).ok()?;
        Some(Self {
            span,
            wording,
            language,
        })
    }

    /// Its text, and the bytes of the file that spell it: without quotation marks, and without the indicator
    /// of a block text. If the two differ in length, an escape (`\n`) is in between, and only the whole has a
    /// position. `None` for text written elsewhere (an alias).
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

/// The fields of a file that is not a page: the configuration, a glossary, a list of topics.
#[derive(Debug, Clone)]
pub struct WrittenFile {
    /// The file.
    pub file: Arc<TextFile>,
    /// The language of fields that do not declare theirs.
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

    /// Its fields in a language, and their bytes in the file.
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

    /// Bytes of the file as a diagnostic's location.
    pub fn place(&self, span: &Range<usize>) -> Location {
        Location::Place(Place {
            file: Arc::clone(&self.file),
            span: span.clone(),
        })
    }
}
