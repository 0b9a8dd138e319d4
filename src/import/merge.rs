//! Compares an importer's output with its last output and with what editors have changed since.
//!
//! A file that nobody touched is replaced. In a file that an editor changed, the editor's blocks stay and the
//! source's new ones are added; if both changed the same block, the editor's stays and the source's follows
//! as a comment. A file that an editor deleted stays deleted.

mod files;
mod pages;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use super::deleted::DeletedEntries;
use super::ledger::{BlockHash, Ledger, mark_of};
use super::news::{PageFate, PageNews, title_of};
use super::three_way::{
    Conflict, Merged, is_data, marks_of, merge_file, unsettled, with_known_entries,
};
use super::{Before, Import, ImportedContent};
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::encoding;
use crate::files::{LARGEST_FILE, read_file};
use crate::model::config::Config;
pub use crate::writing::WriteError;
use crate::writing::{inside, save};
use pages::{is_page, replacements};

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

/// A file of the site that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {source}")]
#[non_exhaustive]
pub struct ReadError {
    /// Its path, relative to the site's folder.
    pub path: String,
    /// What the system says.
    pub source: io::Error,
}

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

impl ImportChanges {
    /// Remembers for readers that a page goes; one that an editor has changed stays.
    fn tell_withdrawn(
        &mut self,
        path: &str,
        ours: &[u8],
        replacements: &BTreeMap<String, (String, String)>,
    ) {
        if !is_page(path) {
            return;
        }
        let text = String::from_utf8_lossy(ours).replace("\r\n", "\n");
        self.news.push(PageNews {
            title: title_of(path, &text),
            fate: PageFate::Withdrawn,
            points: Vec::new(),
            is_newer: true,
            replaced_by: replacements.get(path).cloned(),
            path: path.to_owned(),
        });
    }

    /// Whether the site stays unchanged.
    pub fn is_empty(&self) -> bool {
        self.writes.is_empty() && self.withdrawn.is_empty()
    }

    fn text(&mut self, path: &str, theirs: &str, ours: Option<&str>, base: Option<&[BlockHash]>) {
        let new = marks_of(path, theirs);
        // Bytes that are no text would be lost. What the source says waits until they are.
        if let (Some(ours), Some(base)) = (ours, base)
            && new != base
            && ours.contains(char::REPLACEMENT_CHARACTER)
            && !is_untouched(path, ours.as_bytes(), base)
        {
            return self.keep(path, ours);
        }
        if let (Some(ours), Some(base), true) = (ours, base, is_page(path))
            && new != base
        {
            self.tell_changed(path, ours, base, theirs);
        }
        match (ours, base) {
            (Some(ours), Some(base)) if ours != theirs => {
                if is_untouched(path, ours.as_bytes(), base) {
                    self.changed.push(path.to_owned());
                    self.writes
                        .insert(path.to_owned(), theirs.to_owned().into());
                } else if new == base {
                    self.keep(path, ours);
                } else {
                    let merged = merge_file(path, base, ours, theirs);
                    self.conflicts.extend(conflicts(path, &merged));
                    if merged.text == ours && merged.conflicts.is_empty() {
                        self.keep(path, ours);
                    } else {
                        self.merged.push(path.to_owned());
                        self.writes.insert(path.to_owned(), merged.text.into());
                    }
                }
                self.ledger.set(path, new);
            }
            _ => {
                let content = || theirs.to_owned().into();
                self.simple(
                    path,
                    ours.map(|ours| ours == theirs),
                    base.is_some(),
                    new,
                    content,
                );
            }
        }
    }

    /// A text in which the source has changed nothing that the editor has not changed alike.
    fn keep(&mut self, path: &str, ours: &str) {
        self.kept.push(path.to_owned());
        let line = |at: usize| ours.get(..at).unwrap_or(ours).matches('\n').count() + 1;
        let places = unsettled(ours).into_iter();
        self.unsettled
            .extend(places.map(|at| format!("{path}:{}", line(at))));
    }

    fn whole(
        &mut self,
        path: &str,
        theirs: &[u8],
        ours: Option<&[u8]>,
        base: Option<&[BlockHash]>,
    ) {
        let new = vec![mark_of(theirs)];
        match (ours, base) {
            (Some(ours), Some(base)) if ours != theirs => {
                if base == [mark_of(ours)] {
                    self.changed.push(path.to_owned());
                    self.writes
                        .insert(path.to_owned(), ImportedContent::Bytes(theirs.to_vec()));
                } else {
                    self.kept.push(path.to_owned());
                }
                self.ledger.set(path, new);
            }
            _ => {
                let content = || ImportedContent::Bytes(theirs.to_vec());
                self.simple(
                    path,
                    ours.map(|ours| ours == theirs),
                    base.is_some(),
                    new,
                    content,
                );
            }
        }
    }

    /// A file that cannot be compared block by block. `same` is whether the site's file equals the source's;
    /// `None` if the site has none.
    fn simple(
        &mut self,
        path: &str,
        same: Option<bool>,
        known: bool,
        new: Vec<BlockHash>,
        content: impl FnOnce() -> ImportedContent,
    ) {
        match (same, known) {
            (None, false) => {
                self.added.push(path.to_owned());
                self.writes.insert(path.to_owned(), content());
                self.ledger.set(path, new);
            }
            (None, true) => self.left_out.push(path.to_owned()),
            (Some(true), _) => {
                self.unchanged += 1;
                self.ledger.set(path, new);
            }
            (Some(false), _) => self.foreign.push(path.to_owned()),
        }
    }

    /// Writes the files, each atomically, then the record that the next import compares with.
    ///
    /// # Errors
    ///
    /// If a file cannot be written or removed. What was written before stays, and the next import handles it
    /// correctly.
    pub fn write(mut self, root: &Path, name: &str) -> Result<(), WriteError> {
        for (path, content) in &self.writes {
            save(root, path, content.bytes())?;
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
            save(root, &path, text.as_bytes())?;
        }
        Ok(())
    }
}

fn read_bytes(root: &Path, path: &str) -> Result<Option<Vec<u8>>, ReadError> {
    let place = root.join(path);
    let is_absent = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
    match read_file(&place, LARGEST_FILE) {
        Ok(bytes) => Ok(Some(bytes)),
        // A link that leads nowhere, perhaps to a disk that is not there today, is an editor’s.
        Err(error) if is_absent(&error) && place.symlink_metadata().is_err() => Ok(None),
        Err(source) => Err(ReadError {
            path: path.to_owned(),
            source,
        }),
    }
}

fn read(root: &Path, path: &str) -> Result<Option<String>, ReadError> {
    let bytes = read_bytes(root, path)?;
    let text = |bytes: Vec<u8>| match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => match encoding::decode(error.as_bytes()) {
            Some((text, _)) => text,
            None => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        },
    };
    let plain = |text: String| text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    Ok(bytes.map(|bytes| plain(text(bytes))))
}

/// Whether a file is what the last import wrote, as text or as a whole.
fn is_untouched(path: &str, ours: &[u8], base: &[BlockHash]) -> bool {
    let as_text = || marks_of(path, &String::from_utf8_lossy(ours).replace("\r\n", "\n"));
    base == [mark_of(ours)] || base == as_text()
}

/// Whether a file of the site is what the last import wrote; `false` if it cannot be read.
pub(super) fn is_as_written(root: &Path, path: &str, ledger: &Ledger) -> bool {
    let ours = read_bytes(root, path).ok().flatten();
    ours.zip(ledger.get(path))
        .is_some_and(|(ours, base)| is_untouched(path, &ours, base))
}

fn conflicts(path: &str, merged: &Merged) -> Vec<Diagnostic> {
    let file = Arc::new(TextFile::new(path, merged.text.as_str()));
    let conflict = |conflict: &Conflict| {
        let rest = merged.text.get(conflict.at..).unwrap_or_default();
        let place = Place {
            file: Arc::clone(&file),
            span: conflict.at..conflict.at + rest.lines().next().unwrap_or_default().len(),
        };
        let cause = match conflict.is_withdrawn {
            true => "withdrawn",
            false => "changed",
        };
        let diagnostic = Diagnostic::new(Code::ImportConflict, Location::Place(place));
        let diagnostic = diagnostic.with("cause", cause);
        match conflict.is_withdrawn {
            true => diagnostic.help("help-withdrawn"),
            false => diagnostic,
        }
    };
    merged.conflicts.iter().map(conflict).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
