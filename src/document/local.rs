//! `F1341.local.md`: local additions to a page from elsewhere, such as an official guide. The page can be
//! imported again and again; the note stays.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::body::{self, ReadBody};
use super::fences::split;
use super::front_matter::decoded;
use super::{DEEPEST, Document};
use crate::diagnostics::{Diagnostic, Location, Place, TextFile};
use crate::markdown::{self, Facts, Mark, Meant, Prose};
use crate::model::{LocalFields, Position, Wording, WrittenField};

/// A local note.
#[derive(Debug, Clone)]
pub struct LocalNote {
    /// The file.
    pub file: Arc<TextFile>,
    /// Its front matter.
    pub fields: LocalFields,
    /// The English names of the keys that could not be read in full.
    pub unread: Vec<&'static str>,
    /// The Markdown: bytes of the file.
    pub body: Range<usize>,
    /// The Markdown as it was meant, if that differs from what was typed.
    meant: Option<Arc<Meant>>,
    /// The facts of the Markdown; their spans are in bytes of [`LocalNote::text`].
    pub facts: Facts,
    /// The fields that hold the editor's own words.
    written: Box<[WrittenField]>,
    /// Its readability, computed on demand.
    prose: OnceLock<Prose>,
}

impl LocalNote {
    /// Reads a local note.
    pub fn parse(file: &Arc<TextFile>) -> (Self, Vec<Diagnostic>) {
        let mut diagnostics = Vec::new();
        let parts = split(file, &mut diagnostics);
        let (fields, found) = decoded(file, &parts, &mut diagnostics);
        let mut read = body::read(file, parts.body);
        if read.facts.depth > DEEPEST {
            diagnostics.push(super::too_deep(file, &read));
            read = ReadBody::nothing(&read);
        }
        // Its headings are below the page's own.
        for heading in &mut read.facts.headings {
            heading.id = format!("local-{}", heading.id);
        }
        let note = Self {
            file: Arc::clone(file),
            fields,
            unread: found.unread,
            written: found.written.into(),
            body: read.body,
            meant: read.meant,
            facts: read.facts,
            prose: OnceLock::new(),
        };
        (note, diagnostics)
    }

    /// The Markdown as it is read.
    pub fn text(&self) -> &str {
        body::text(&self.file, &self.body, self.meant.as_deref())
    }

    /// Whether it appears above the page's text.
    pub fn is_before(&self) -> bool {
        self.fields.position != Some(Position::After)
    }
}

impl Document {
    /// Merges a local note into its page: its text is added to the page's, its routes replace those of the
    /// same kind.
    pub fn with_local(&self, note: Arc<LocalNote>) -> Self {
        let mut page = self.clone();
        if let super::Details::Guide(guide) = &mut page.details
            && let Some(ours) = &note.fields.channels
        {
            let mut channels = guide.channels.take().unwrap_or_default();
            fn replace<R: Clone>(theirs: &mut Vec<R>, ours: &[R]) {
                if !ours.is_empty() {
                    *theirs = ours.to_vec();
                }
            }
            replace(&mut channels.in_person, &ours.in_person);
            replace(&mut channels.paper, &ours.paper);
            replace(&mut channels.phone, &ours.phone);
            replace(&mut channels.online, &ours.online);
            // The page no longer has only one route.
            if channels.routes().off_line() {
                guide.online_only = None;
            }
            if !channels.is_empty() {
                guide.nature = None;
            }
            guide.channels = Some(channels);
        }
        page.unread.extend(&note.unread);
        page.local = Some(note);
        page
    }
}

/// A text of a page: its own, or its local note's.
#[derive(Debug, Clone, Copy)]
pub struct Text<'d> {
    file: &'d Arc<TextFile>,
    body: &'d Range<usize>,
    meant: Option<&'d Meant>,
    /// Its facts.
    pub facts: &'d Facts,
    fields: &'d [WrittenField],
    prose: &'d OnceLock<Prose>,
}

impl<'d> Text<'d> {
    /// The Markdown as it is read.
    pub fn markdown(&self) -> &'d str {
        body::text(self.file, self.body, self.meant)
    }

    /// The Markdown as it was typed.
    pub fn typed(&self) -> &'d str {
        &self.file.text[self.body.clone()]
    }

    /// Unread marks; positions are in bytes of the Markdown as typed.
    pub fn marks(&self) -> &'d [Mark] {
        self.meant.map_or(&[], |meant| &meant.marks)
    }

    /// Bytes of the file for bytes of the Markdown as it is read.
    pub fn span(&self, span: &Range<usize>) -> Range<usize> {
        body::span(self.body, self.meant, span)
    }

    /// Bytes of the file for bytes of the Markdown as it was typed.
    pub fn typed_span(&self, span: &Range<usize>) -> Range<usize> {
        body::span(self.body, None, span)
    }

    /// A position in the Markdown as it is read.
    pub fn place(&self, span: &Range<usize>) -> Location {
        self.file_place(self.span(span))
    }

    /// A position in the Markdown as typed.
    pub fn typed_place(&self, span: &Range<usize>) -> Location {
        self.file_place(self.typed_span(span))
    }

    /// The front matter's fields that hold the editor's own words, and their bytes in the file.
    pub fn fields(&self) -> impl Iterator<Item = (Wording, Cow<'d, str>, Range<usize>)> {
        let file = self.file;
        let fields = self.fields.iter();
        fields.filter_map(move |field| {
            let (text, span) = field.text(file)?;
            Some((field.wording, text, span))
        })
    }

    /// The path of its file.
    pub fn path(&self) -> &'d str {
        &self.file.path
    }

    /// All of its file.
    pub fn file_text(&self) -> &'d str {
        &self.file.text
    }

    /// The front matter, as written.
    pub fn front_matter(&self) -> &'d str {
        &self.file.text[..self.body.start]
    }

    /// Its readability, fields and text together; positions are in bytes of the file. Only advice and the
    /// report need it: a build does without.
    pub fn prose(&self) -> &'d Prose {
        self.prose.get_or_init(|| {
            markdown::prose_of_page(self.fields(), self.markdown(), |span| self.span(span))
        })
    }

    /// Bytes of the file as a diagnostic's location.
    pub fn file_place(&self, span: Range<usize>) -> Location {
        Location::Place(Place {
            file: Arc::clone(self.file),
            span,
        })
    }
}

impl Document {
    /// The texts of the page: its own, then its local note's.
    pub fn texts(&self) -> impl Iterator<Item = Text<'_>> {
        let own = Text {
            file: &self.file,
            body: &self.body,
            meant: self.meant.as_deref(),
            facts: &self.facts,
            fields: &self.written,
            prose: &self.prose,
        };
        let local = self.local.iter().map(|note| Text {
            file: &note.file,
            body: &note.body,
            meant: note.meant.as_deref(),
            facts: &note.facts,
            fields: &note.written,
            prose: &note.prose,
        });
        std::iter::once(own).chain(local)
    }
}
