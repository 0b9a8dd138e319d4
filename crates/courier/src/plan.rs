//! What a delivery has to do.

use std::collections::{BTreeMap, BTreeSet};

use crate::CourierError;
use crate::local::{LocalSite, SendRank};
use crate::remote::{FileBefore, FileContent, RemoteFile, RemoteSite};

/// The names and sizes that folders of the host have, by folder.
pub(crate) type Listings = BTreeMap<String, BTreeMap<String, Option<u64>>>;

/// A file to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SendTask {
    pub path: String,
    pub before: FileBefore,
    pub after: FileContent,
    pub rank: SendRank,
}

/// What is to be done.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    pub send: Vec<SendTask>,
    /// What turns out to have been sent before a cut.
    pub found: BTreeMap<String, FileContent>,
    /// How many files are there already.
    pub spared: usize,
    /// What the site no longer has.
    pub gone: Vec<String>,
}

/// The folder that a path is in; empty at the top.
pub(crate) fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The folders whose contents a plan depends on: those of names that nothing is recorded of, and of files that were being sent.
pub(crate) fn folders_to_list(local: &LocalSite, remote: &RemoteSite) -> BTreeSet<String> {
    // Where nothing was ever put, nothing is to be found.
    if remote.files.is_empty() {
        return BTreeSet::new();
    }
    let paths = local.files.keys().filter(|path| {
        let state = remote.files.get(*path);
        matches!(state, None | Some(RemoteFile::Sending { .. }))
    });
    paths.map(|path| folder_of(path).to_owned()).collect()
}

/// The folders that those paths are in, with those above them, and the top.
pub(crate) fn folders_of<'p>(paths: impl Iterator<Item = &'p String>) -> BTreeSet<&'p str> {
    let mut folders = BTreeSet::from([""]);
    for path in paths {
        let mut folder = folder_of(path);
        while folders.insert(folder) {
            folder = folder_of(folder);
        }
    }
    folders
}

impl Plan {
    /// Compares.
    ///
    /// # Errors
    ///
    /// If somebody else's file has the place of one to send.
    pub fn of(
        local: &LocalSite,
        remote: &RemoteSite,
        listings: &Listings,
    ) -> Result<Self, CourierError> {
        let mut plan = Self::default();
        let size_there = |path: &str| {
            let (folder, name) = (folder_of(path), path.rsplit('/').next().unwrap_or(path));
            listings.get(folder)?.get(name).copied()
        };
        for (path, file) in &local.files {
            let after = FileContent {
                hash: file.hash,
                size: file.size,
            };
            let before = match remote.files.get(path) {
                None if size_there(path).is_some() => {
                    return Err(CourierError::Occupied(path.clone()));
                }
                None => FileBefore::Nothing,
                Some(RemoteFile::There(there)) => FileBefore::Content(*there),
                Some(RemoteFile::Unknown | RemoteFile::Leaving) => FileBefore::Unknown,
                Some(RemoteFile::Sending { before, after }) => {
                    arrived(*before, *after, size_there(path).flatten())
                }
            };
            if before == FileBefore::Content(after) {
                plan.spared += 1;
                if !matches!(remote.files.get(path), Some(RemoteFile::There(_))) {
                    plan.found.insert(path.clone(), after);
                }
                continue;
            }
            plan.send.push(SendTask {
                path: path.clone(),
                before,
                after,
                rank: file.rank,
            });
        }
        let gone = remote.files.keys();
        let gone = gone.filter(|path| !local.files.contains_key(*path));
        plan.gone = gone.cloned().collect();
        Ok(plan)
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.send.is_empty() && self.gone.is_empty() && self.found.is_empty()
    }

    /// What is sent together, one after the other: new names first, so that no page leads to one that is not there yet; then pages; then
    /// lists; then the home page.
    pub fn turns(&self) -> Vec<Vec<&SendTask>> {
        let mut turns: BTreeMap<(SendRank, bool), Vec<&SendTask>> = BTreeMap::new();
        for task in &self.send {
            let is_changed = task.before != FileBefore::Nothing;
            let turn = (task.rank, is_changed && task.rank == SendRank::Page);
            turns.entry(turn).or_default().push(task);
        }
        turns.into_values().collect()
    }
}

/// What is at a path to which a file was being sent when the delivery was cut: files go there whole, so their size tells, unless both
/// have the same.
fn arrived(before: FileBefore, after: FileContent, there: Option<u64>) -> FileBefore {
    match (before, there) {
        (FileBefore::Nothing, None) => FileBefore::Nothing,
        (FileBefore::Nothing, Some(size)) if size == after.size => FileBefore::Content(after),
        (FileBefore::Content(old), Some(size)) if old.size != after.size => {
            if size == after.size {
                FileBefore::Content(after)
            } else if size == old.size {
                FileBefore::Content(old)
            } else {
                FileBefore::Unknown
            }
        }
        _ => FileBefore::Unknown,
    }
}
