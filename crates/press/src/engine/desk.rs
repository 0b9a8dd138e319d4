//! What Typst sees of the world: the plates and one job.

use std::collections::HashMap;
use std::sync::Arc;

use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World, WorldExt as _};

use guichet_wire::{Job, TemplateMistake};

use super::{Engine, FontSet};
use crate::error::EngineError;

/// The name under which templates read what they print.
const DATA: &str = "sheet.json";

pub(super) fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The engine with one job on it.
pub(super) struct Desk<'e> {
    engine: &'e Engine,
    fonts: Arc<FontSet>,
    main: FileId,
    files: HashMap<FileId, Bytes>,
}

impl<'e> Desk<'e> {
    #[allow(clippy::expect_used)]
    pub fn new(engine: &'e Engine, job: &Job) -> Self {
        let mut files = HashMap::with_capacity(job.files.len() + 1);
        let read = job
            .files
            .iter()
            .filter(|(path, _)| !path.starts_with("fonts/"));
        for (path, bytes) in read {
            if let Some(id) = file_id(path) {
                files.insert(id, Bytes::new(bytes.to_vec()));
            }
        }
        if let Some(id) = file_id(DATA) {
            files.insert(id, Bytes::new(job.data.clone()));
        }
        let main = file_id(&job.template)
            .or_else(|| file_id("none.typ"))
            .expect("a fixed name is a path");
        Self {
            fonts: engine.fonts_for(job),
            engine,
            main,
            files,
        }
    }

    pub fn error(&self, errors: &[SourceDiagnostic]) -> EngineError {
        EngineError {
            mistakes: errors.iter().map(|error| self.mistake(error)).collect(),
        }
    }

    pub fn mistake(&self, error: &SourceDiagnostic) -> TemplateMistake {
        let mut message = error.message.to_string();
        for hint in &error.hints {
            message.push_str("; ");
            message.push_str(&hint.v);
        }
        let file = error.span.id();
        TemplateMistake {
            file: file.map(|id| id.vpath().get_without_slash().to_owned()),
            span: self.range(error.span).unwrap_or(0..0),
            message,
        }
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.engine.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let source = self.engine.sources.get(&id).cloned();
        source.ok_or_else(|| not_found(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let file = self.files.get(&id).or_else(|| self.engine.files.get(&id));
        file.cloned().ok_or_else(|| not_found(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_found(id: FileId) -> FileError {
    FileError::NotFound(id.vpath().get_without_slash().into())
}
