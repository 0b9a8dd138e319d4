//! Compares an importer's output with its last output and with what editors have changed since.
//!
//! A file that nobody touched is replaced. In a file that an editor changed, the editor's blocks stay and the
//! source's new ones are added; if both changed the same block, the editor's stays and the source's follows
//! as a comment. A file that an editor deleted stays deleted.

mod files;
mod outcome;
mod pages;
mod reading;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::deleted::DeletedEntries;
use super::ledger::{BlockHash, Ledger};
use super::news::PageNews;
use super::three_way::{is_data, with_known_entries};
use super::{Before, Import, ImportedContent};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::config::Config;
use crate::records::FOLDER;
pub use crate::writing::WriteError;
use crate::writing::{inside, save_soon};
use pages::replacements;
pub use reading::ReadError;
pub(super) use reading::{is_as_written, read};
use reading::{is_untouched, read_bytes};

/// What an import changes in a site.
#[derive(Debug, Default)]
pub struct ImportChanges {
    /// New files.
    pub added: Vec<String>,
    /// Files that only the source has changed.
    pub changed: Vec<String>,
    /// Files that both editors and the source have changed: both changes are kept.
    pub merged: Vec<String>,
    /// Files that only editors have changed.
    pub kept: Vec<String>,
    /// Files that existed before any import: they are left alone.
    pub foreign: Vec<String>,
    /// Files that the source no longer has.
    pub withdrawn: Vec<String>,
    /// Files that the source no longer has but that hold an editor's words: they are kept. They are told once.
    pub withdrawn_kept: Vec<String>,
    /// The page of the site's publisher, if the source no longer has it: it stays.
    pub publisher_kept: Option<String>,
    /// Files that editors have deleted.
    pub left_out: Vec<String>,
    /// How many files are unchanged.
    pub unchanged: usize,
    /// What is new on each page.
    pub news: Vec<PageNews>,
    /// The article that tells readers what is new.
    pub article: Option<String>,
    /// Whether nothing has been imported before.
    pub is_first: bool,
    /// The day of the last change in the source at the last import; empty if it is not known.
    pub since: String,
    /// Passages that both sides have changed.
    pub conflicts: Vec<Diagnostic>,
    /// Where an editor has not settled a conflict of an earlier import: `FILE:LINE`.
    pub unsettled: Vec<String>,
    /// The files to write, by path.
    writes: BTreeMap<String, ImportedContent>,
    /// What the next import compares with.
    ledger: Ledger,
}

/// What is said of a file of the source that cannot be read.
pub(super) const UNREAD: &[Code] = &[Code::Unreadable, Code::InvalidUtf8, Code::ImportUnreadable];

/// What an importer must know beforehand.
///
/// # Errors
///
/// If the record of the last import cannot be read.
pub fn before(root: &Path, name: &str) -> io::Result<(Before, Ledger, Vec<Diagnostic>)> {
    let (ledger, found) = Ledger::read(root, name)?;
    let (config, ..) = Config::read(root);
    let mut before = Before {
        root: root.to_owned(),
        french: config.default_language().is_french(),
        ledger: ledger.clone(),
        ..Before::default()
    };
    for path in ledger.paths() {
        let stands = root.join(path).symlink_metadata().is_ok();
        let set = match stands {
            true => &mut before.written,
            // The source had withdrawn it: nobody has refused it.
            false if ledger.is_released(path) => continue,
            false => &mut before.left_out,
        };
        set.insert(path.to_owned());
    }
    Ok((before, ledger, found))
}

/// Compares an import with the site, and decides what happens to each file. Writes nothing.
///
/// # Errors
///
/// If a file of the site cannot be read: nobody's words are overwritten unread.
pub fn compare(root: &Path, import: &Import, ledger: Ledger) -> Result<ImportChanges, ReadError> {
    let mut changes = ImportChanges::default();
    let known: Vec<String> = ledger.paths().map(str::to_owned).collect();
    changes.ledger = ledger;
    changes.is_first = known.is_empty();
    let is_whole = import.is_whole();
    // First the data: pages do not link to entries that an editor has deleted from a glossary.
    let (data, pages): (Vec<_>, Vec<_>) = import.files.iter().partition(|(path, _)| is_data(path));
    let mut deleted = DeletedEntries::default();
    let count = data.len();
    for (at, (path, content)) in data.into_iter().chain(pages).enumerate() {
        if at == count {
            deleted = DeletedEntries::of(root, import, &changes)?;
        }
        let base = changes.ledger.get(path).map(<[BlockHash]>::to_vec);
        let is_absent = || root.join(path).symlink_metadata().is_err();
        // Withdrawn, then deleted, and now back: it is new.
        let base = base.filter(|_| !changes.ledger.is_released(path) || !is_absent());
        match content {
            ImportedContent::Text(text) if is_record(path) => {
                changes.record(path, text, read(root, path)?.as_deref());
            }
            ImportedContent::Text(text) => {
                let ours = read(root, path)?;
                let text = deleted.out_of(path, text);
                let text = match (&ours, &base) {
                    (Some(ours), Some(base)) if !is_whole && is_data(path) => {
                        with_known_entries(path, base, ours, &text).into()
                    }
                    _ => text,
                };
                changes.text(path, &text, ours.as_deref(), base.as_deref());
            }
            ImportedContent::Bytes(bytes) => {
                let ours = read_bytes(root, path)?;
                changes.whole(path, bytes, ours.as_deref(), base.as_deref());
            }
        }
    }
    let in_scope = |path: &str| {
        let mut folders = import.scope.iter();
        folders.any(|folder| {
            path.strip_prefix(folder.as_str())
                .is_some_and(|rest| rest.starts_with('/'))
        })
    };
    changes.tell_added(import, &known);
    let replacements = replacements(import);
    let publisher = Config::read(root).0.publisher;
    let publisher = publisher.map(|publisher| format!("/{}.md", publisher.text));
    for path in known {
        if import.files.contains_key(&path) || !is_whole || !in_scope(&path) {
            continue;
        }
        if publisher
            .as_ref()
            .is_some_and(|end| path.ends_with(end.as_str()))
        {
            changes.publisher_kept = Some(path);
            continue;
        }
        let is_released = changes.ledger.is_released(&path);
        let ours = read_bytes(root, &path)?;
        match ours {
            Some(_) if is_released => {}
            None if is_released => changes.ledger.remove(&path),
            Some(ours)
                if changes
                    .ledger
                    .get(&path)
                    .is_some_and(|base| is_untouched(&path, &ours, base)) =>
            {
                changes.tell_withdrawn(&path, &ours, &replacements);
                changes.withdrawn.push(path);
            }
            Some(_) => {
                changes.ledger.release(&path);
                changes.withdrawn_kept.push(path);
            }
            // The editor deleted it, and the source no longer has it, or left it out for that reason.
            None => changes.left_out.push(path),
        }
    }
    Ok(changes)
}

/// Whether a file is one of the records that imports keep for themselves.
fn is_record(path: &str) -> bool {
    path.split('/').next() == Some(FOLDER)
}

impl ImportChanges {
    /// Whether the site stays unchanged.
    pub fn is_empty(&self) -> bool {
        self.writes.is_empty() && self.withdrawn.is_empty()
    }

    /// Writes the files, each atomically, then the record that the next import compares with.
    ///
    /// # Errors
    ///
    /// If a file cannot be written or removed. What was written before stays, and the next import handles it
    /// correctly.
    pub fn write(mut self, root: &Path, name: &str) -> Result<(), WriteError> {
        for (path, content) in &self.writes {
            save_soon(root, path, content.bytes())?;
        }
        for path in &self.withdrawn {
            let gone = inside(root, path).and_then(fs::remove_file);
            gone.map_err(WriteError::of(path))?;
            self.ledger.remove(path);
            // An empty folder is not a section.
            let mut folder = root.join(path);
            while folder.pop() && folder != root && fs::remove_dir(&folder).is_ok() {}
        }
        let path = Ledger::path(name);
        let text = self.ledger.write();
        if read(root, &path).ok().flatten().as_deref() != Some(text.as_str()) {
            save_soon(root, &path, text.as_bytes())?;
        }
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
