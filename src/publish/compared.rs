//! What publishing would change in a folder.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use super::manifest::{MARKER, listed};
use super::place::{ours, settle};
use super::{PublishError, same};
use crate::outputs::Content;
use crate::site::OutputPath;

/// What happens to a published file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PublishChange {
    /// It is published for the first time.
    New,
    /// It has other bytes than before.
    Changed,
    /// It is no part of the site any more.
    Gone,
}

/// The files that publishing would change, sorted by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublishChanges(BTreeMap<String, PublishChange>);

impl PublishChanges {
    /// The paths of the files to which this happens, sorted.
    pub fn of(&self, change: PublishChange) -> Vec<&str> {
        let files = self.0.iter().filter(|(_, other)| **other == change);
        files.map(|(path, _)| path.as_str()).collect()
    }
}

/// Compares the files of a site, one by one, with those of a published folder.
pub struct Comparison {
    out: PathBuf,
    changes: Mutex<BTreeMap<String, PublishChange>>,
}

impl Comparison {
    /// Begins with a folder that need not exist.
    ///
    /// # Errors
    ///
    /// If guichet may not publish there.
    pub fn begin(out: &Path) -> Result<Self, PublishError> {
        let out = settle(out)?;
        ours(&out)?;
        Ok(Self {
            out,
            changes: Mutex::default(),
        })
    }

    /// Compares a file; may be called from several threads.
    pub fn see(&self, path: &OutputPath, content: &Content) {
        let old = self.out.join(path.as_str());
        let change = match old.symlink_metadata() {
            Err(_) => PublishChange::New,
            Ok(_) if same(&old, content) => return,
            Ok(_) => PublishChange::Changed,
        };
        self.changes().insert(path.as_str().to_owned(), change);
    }

    /// All changes, once each file of the site, all of which are these, has been seen.
    pub fn finish<'p>(self, files: impl Iterator<Item = &'p OutputPath>) -> PublishChanges {
        let kept: HashSet<&str> = files.map(OutputPath::as_str).collect();
        for old in listed(&self.out) {
            if !kept.contains(old.as_str()) && self.out.join(&old).symlink_metadata().is_ok() {
                self.changes().insert(old, PublishChange::Gone);
            }
        }
        PublishChanges(
            self.changes
                .into_inner()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }

    fn changes(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, PublishChange>> {
        // A thread that panicked while holding the lock has left nothing half done.
        self.changes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The files that guichet has published into a folder; none if it never did.
pub fn published_files(out: &Path) -> HashSet<String> {
    listed(out).into_iter().collect()
}

/// When guichet last published into a folder; `None` if it never did.
pub fn published_at(out: &Path) -> Option<SystemTime> {
    let marker = out.join(MARKER).symlink_metadata().ok()?;
    let folder = out.symlink_metadata().ok()?;
    // An unchanged list of files keeps its time; the folder is a new one with each build.
    let times = [marker.modified().ok()?, folder.modified().ok()?];
    times.into_iter().max()
}
