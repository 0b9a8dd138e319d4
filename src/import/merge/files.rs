//! The files of a site as they will be once an import is written.

use std::path::Path;

use super::ImportChanges;
use super::reading::{ReadError, is_as_written, read, read_bytes};
use crate::import::ImportedContent;
use crate::import::three_way::marks_of;

impl ImportChanges {
    /// Whether an import has written a file, whatever became of it.
    pub fn is_known(&self, path: &str) -> bool {
        self.ledger.get(path).is_some()
    }

    /// The files below a folder that imports have written.
    pub fn known_below<'c>(&'c self, folder: &'c str) -> impl Iterator<Item = &'c str> {
        let below = move |path: &&str| {
            path.strip_prefix(folder)
                .is_some_and(|rest| rest.starts_with('/'))
        };
        self.ledger.paths().filter(below)
    }

    fn pending(&self, path: &str) -> Option<&ImportedContent> {
        self.writes.get(path)
    }

    /// The text of a file as it will be; `None` if there is none.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn text_of(&self, root: &Path, path: &str) -> Result<Option<String>, ReadError> {
        match self.pending(path) {
            Some(ImportedContent::Text(text)) => Ok(Some(text.clone())),
            Some(ImportedContent::Bytes(_)) => Ok(None),
            None => read(root, path),
        }
    }

    /// The text of a file as it will be, with its line ends; `None` if there is none, or if it is not in UTF-8.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn exact_text_of(&self, root: &Path, path: &str) -> Result<Option<String>, ReadError> {
        match self.pending(path) {
            Some(ImportedContent::Text(text)) => Ok(Some(text.clone())),
            Some(ImportedContent::Bytes(_)) => Ok(None),
            None => Ok(read_bytes(root, path)?.and_then(|bytes| String::from_utf8(bytes).ok())),
        }
    }

    /// Whether the site will have a file.
    pub fn will_stand(&self, root: &Path, path: &str) -> bool {
        let is_there =
            || root.join(path).exists() && !self.withdrawn.iter().any(|gone| gone == path);
        self.pending(path).is_some() || is_there()
    }

    /// Adds a file of the import's own.
    pub fn add(&mut self, path: &str, text: String) {
        self.ledger.set(path, marks_of(path, &text));
        self.writes.insert(path.to_owned(), text.into());
    }

    /// Changes a file of the import's own; what an editor has changed in it stays known as such.
    pub fn amend(&mut self, root: &Path, path: &str, text: String) {
        if is_as_written(root, path, &self.ledger) {
            self.ledger
                .set(path, marks_of(path, &text.replace("\r\n", "\n")));
        }
        self.writes.insert(path.to_owned(), text.into());
    }
}
