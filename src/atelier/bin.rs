//! The bin of a site: deleted files, until somebody empties it.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::{is_editable, is_ours, stamp, stamped};
use crate::document::WrittenFields;
use crate::edit::FieldValue;
use crate::files::{LARGEST_TEXT, read_file};
use crate::model::schema::is_title;
use crate::writing::{WriteError, inside, move_to_free};

/// The folder of the site that holds them.
pub const FOLDER: &str = ".guichet-corbeille";

/// What the name of a bin that was emptied begins with; the moment follows.
const EMPTIED: &str = ".guichet-corbeille-";

/// The deleted files of a site.
#[derive(Debug)]
pub struct Bin {
    root: PathBuf,
    /// The titles of its entries, by their names.
    known: Mutex<HashMap<String, String>>,
}

/// A deleted file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinEntry {
    /// Its name in the bin.
    pub name: String,
    /// The path of the site that it had.
    pub path: String,
    /// When it was deleted.
    pub deleted: SystemTime,
}

impl Bin {
    /// The bin of the site at `root`.
    pub fn of(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            known: Mutex::default(),
        }
    }

    /// Moves files of the site into the bin, as one entry each; all or none of them.
    ///
    /// # Errors
    ///
    /// If a path is not one that the workshop writes to, or a file cannot be moved.
    pub fn delete(&self, paths: &[&str], now: SystemTime) -> Result<(), WriteError> {
        let mut done: Vec<(PathBuf, PathBuf)> = Vec::new();
        for path in paths {
            let moved = self.throw(path, now);
            match moved {
                Ok(moved) => done.push(moved),
                Err(error) => {
                    for (from, to) in done.iter().rev() {
                        // What was moved a moment ago can be moved back.
                        let _ = move_to_free(to, from);
                    }
                    return Err(WriteError::of(path)(error));
                }
            }
        }
        Ok(())
    }

    fn throw(&self, path: &str, now: SystemTime) -> io::Result<(PathBuf, PathBuf)> {
        let from = self.place(path)?;
        if !from.symlink_metadata()?.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let mut when = now;
        loop {
            let to = inside(&self.root, &format!("{FOLDER}/{}/{path}", stamp(when)))?;
            match move_to_free(&from, &to) {
                Ok(()) => return Ok((from, to)),
                // Two files of one path in one moment are two entries.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    when += Duration::from_millis(1);
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// The path of a file that the workshop may write to.
    fn place(&self, path: &str) -> io::Result<PathBuf> {
        match is_ours(&self.root, path) {
            true => inside(&self.root, path),
            false => Err(io::Error::other("outside of the site")),
        }
    }

    /// What is in the bin, latest first.
    pub fn entries(&self) -> Vec<BinEntry> {
        let bin = self.root.join(FOLDER);
        let files = WalkDir::new(&bin).into_iter().flatten();
        let files = files.filter(|entry| entry.file_type().is_file());
        let mut entries: Vec<BinEntry> = files
            .filter_map(|entry| entry_at(&bin, entry.path()))
            .collect();
        entries.sort_by(|a, b| b.name.cmp(&a.name));
        entries
    }

    /// The entry of this name; `None` if there is none.
    pub fn entry(&self, name: &str) -> Option<BinEntry> {
        let entry = named_entry(name)?;
        let bin = self.root.canonicalize().ok()?.join(FOLDER);
        let file = bin.join(name);
        // No folder on the way is a link to somewhere else.
        let is_there = file
            .canonicalize()
            .is_ok_and(|real| real == file && real.is_file());
        is_there.then_some(entry)
    }

    /// Moves a file back to where it was.
    ///
    /// # Errors
    ///
    /// If there is no such entry, or a file has its path again ([`io::ErrorKind::AlreadyExists`]).
    pub fn restore(&self, entry: &BinEntry) -> Result<(), WriteError> {
        let restore = || {
            if self.entry(&entry.name).as_ref() != Some(entry) {
                return Err(io::ErrorKind::NotFound.into());
            }
            let from = self.root.join(FOLDER).join(&entry.name);
            move_to_free(&from, &self.place(&entry.path)?)?;
            // The folders that it leaves empty.
            for folder in from.ancestors().skip(1) {
                if folder.file_name().is_some_and(|name| name == FOLDER)
                    || fs::remove_dir(folder).is_err()
                {
                    break;
                }
            }
            Ok(())
        };
        restore().map_err(WriteError::of(&entry.path))
    }

    /// The titles of deleted pages, and the names of other files, in the order of the entries. Each page is read once:
    /// what is in the bin does not change.
    pub fn titles(&self, entries: &[BinEntry]) -> Vec<String> {
        let known = std::mem::take(&mut *self.known());
        let title = |entry: &BinEntry| match known.get(&entry.name) {
            Some(title) => title.clone(),
            None => self.title(entry),
        };
        let titles: Vec<String> = entries.par_iter().map(title).collect();
        let names = entries.iter().map(|entry| entry.name.clone());
        *self.known() = names.zip(titles.iter().cloned()).collect();
        titles
    }

    fn known(&self) -> MutexGuard<'_, HashMap<String, String>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn title(&self, entry: &BinEntry) -> String {
        let file = self.root.join(FOLDER).join(&entry.name);
        let name = entry.path.rsplit('/').next().unwrap_or(&entry.path);
        let is_page = name.ends_with(".md");
        let text = is_page
            .then(|| read_file(&file, LARGEST_TEXT as u64).ok())
            .flatten();
        let text = text.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let title = text.and_then(|text| title_of(&text));
        title.unwrap_or_else(|| name.to_owned())
    }

    /// Empties the bin in one step. What was in it is aside until [`sweep`](Self::sweep) removes it, which takes its time.
    ///
    /// # Errors
    ///
    /// If the system refuses.
    pub fn empty(&self, now: SystemTime) -> Result<(), WriteError> {
        let bin = self.root.join(FOLDER);
        // A link to another folder is not ours.
        match bin.symlink_metadata() {
            Ok(folder) if folder.is_dir() => {}
            _ => return Ok(()),
        }
        let mut when = now;
        loop {
            let aside = self.root.join(format!("{EMPTIED}{}", stamp(when)));
            match fs::rename(&bin, &aside) {
                // Another one of this moment, not swept yet.
                Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => {
                    when += Duration::from_millis(1);
                }
                done => return done.map_err(WriteError::of(FOLDER)),
            }
        }
    }

    /// Removes for good what the bin held whenever it was emptied. What cannot be removed now is tried again next time.
    pub fn sweep(&self) {
        let Ok(entries) = fs::read_dir(&self.root) else {
            return;
        };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let time = name.to_str().and_then(|name| name.strip_prefix(EMPTIED));
            let is_emptied = time.is_some_and(|time| time.len() == 14 && stamped(time).is_some());
            if is_emptied && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

/// What the front matter of a text calls its page.
fn title_of(text: &str) -> Option<String> {
    let FieldValue::Record(fields) = WrittenFields::of_page(text).values else {
        return None;
    };
    let title = fields.into_iter().find(|(name, _)| is_title(name));
    match title?.1 {
        FieldValue::Text(title) => Some(title).filter(|title| !title.trim().is_empty()),
        _ => None,
    }
}

/// The entry of a file in the bin; `None` if it was not put there by the workshop.
fn entry_at(bin: &Path, file: &Path) -> Option<BinEntry> {
    let name = file.strip_prefix(bin).ok()?.to_str()?;
    named_entry(&name.replace(std::path::MAIN_SEPARATOR, "/"))
}

/// What the name of an entry says; `None` if the workshop gives no such name.
fn named_entry(name: &str) -> Option<BinEntry> {
    let (time, path) = name.split_once('/')?;
    let deleted = stamped(time).filter(|_| time.len() == 14)?;
    is_editable(path).then(|| BinEntry {
        path: path.to_owned(),
        deleted,
        name: name.to_owned(),
    })
}

#[cfg(test)]
mod tests;
