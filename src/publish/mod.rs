//! Publishes bytes as a folder, all at once or not at all.
//!
//! A build writes a whole new folder beside the old one and exchanges the two in one step of the file system
//! (`renameat2` with `RENAME_EXCHANGE`). Killed at any moment, it leaves the old site or the new one, never a
//! mixture; the next build removes whatever else it left behind. A file with unchanged content is a hard link
//! to the old file, so that it keeps its modification time and `rsync` sends only what changed. What others
//! have put into the folder is carried over (`manifest`).

mod compared;
mod manifest;
mod place;

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::catalogue::Catalogue;
use crate::outputs::Content;
use crate::reasons;
use crate::site::OutputPath;
use manifest::MARKER;
use place::{ours, refuse_sources, settle, split};

pub use compared::{Comparison, PublishChange, PublishChanges, published_at, published_files};

/// Why nothing was published.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PublishError {
    /// The folder holds files that guichet did not write.
    #[error("{} holds files that guichet did not write", .0.display())]
    NotOurs(PathBuf),
    /// Publishing there would replace the site's own sources.
    #[error("publishing to {} would replace the site's own sources", .0.display())]
    CoversSources(PathBuf),
    /// There is a file, not a folder.
    #[error("{} is not a folder", .0.display())]
    NotAFolder(PathBuf),
    /// A file that guichet did not write is where it has one to write.
    #[error("{} exists, and guichet did not write it", .0.display())]
    Occupied(PathBuf),
    /// A folder that guichet did not make is on another disk.
    #[error("{} is on another disk", .0.display())]
    OtherDisk(PathBuf),
    /// The file system refused.
    #[error("{path}: {error}", path = .0.display(), error = .1)]
    Io(PathBuf, #[source] io::Error),
}

impl PublishError {
    /// The error, in the editor's language.
    pub fn message(&self, catalogue: &Catalogue) -> String {
        let (key, path, reason) = match self {
            Self::NotOurs(path) => ("publish-not-ours", path, String::new()),
            Self::CoversSources(path) => ("publish-covers-sources", path, String::new()),
            Self::NotAFolder(path) => ("publish-not-a-folder", path, String::new()),
            Self::Occupied(path) => ("publish-occupied", path, String::new()),
            Self::OtherDisk(path) => ("publish-other-disk", path, String::new()),
            Self::Io(path, error) if error.kind() == io::ErrorKind::StorageFull => {
                ("publish-disk-full", path, String::new())
            }
            Self::Io(path, error) => ("publish-failed", path, reasons::reason(error)),
        };
        let path = path.display().to_string();
        let args = [
            ("path", Cow::Borrowed(path.as_str())),
            ("reason", Cow::Owned(reason)),
        ];
        catalogue.format(key, &args).into_owned()
    }
}

/// How many files a build wrote and how many it found unchanged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// New or changed files.
    pub written: usize,
    /// Files that are the same as before.
    pub unchanged: usize,
}

/// A new folder being written beside the published one. It is removed if dropped before
/// [`commit`](Self::commit).
pub struct Staging {
    out: PathBuf,
    folder: PathBuf,
    has_old: bool,
    written: AtomicUsize,
    unchanged: AtomicUsize,
    /// Held while the build runs, so that another build does not remove the folder.
    _lock: File,
}

impl Staging {
    /// Starts a new folder for `out`, which belongs to the site at `root`.
    ///
    /// # Errors
    ///
    /// If `out` may not be replaced, or the file system refuses.
    pub fn begin(root: &Path, out: &Path) -> Result<Self, PublishError> {
        let out = settle(out)?;
        refuse_sources(root, &out)?;
        let (parent, name) = split(&out);
        let io = |path: &Path| {
            let path = path.to_owned();
            move |error| PublishError::Io(path, error)
        };
        fs::create_dir_all(parent).map_err(io(parent))?;
        sweep(parent, &name, &out);
        let has_old = ours(&out)?;
        let folder = parent.join(format!(".{name}.guichet-{}", std::process::id()));
        fs::create_dir(&folder).map_err(io(&folder))?;
        let lock = File::open(&folder)
            .and_then(|file| file.lock().map(|()| file))
            .map_err(io(&folder))?;
        Ok(Self {
            out,
            folder,
            has_old,
            written: AtomicUsize::new(0),
            unchanged: AtomicUsize::new(0),
            _lock: lock,
        })
    }

    /// Adds a file; may be called from several threads.
    ///
    /// # Errors
    ///
    /// If the file system refuses.
    pub fn add(&self, path: &OutputPath, content: &Content) -> Result<(), PublishError> {
        let new = self.folder.join(path.as_str());
        let old = self.out.join(path.as_str());
        let result = if self.has_old && same(&old, content) && keep(&old, &new).is_ok() {
            self.unchanged.fetch_add(1, Ordering::Relaxed);
            Ok(())
        } else {
            self.written.fetch_add(1, Ordering::Relaxed);
            in_folder(&new, || match content {
                Content::Bytes(bytes) => fs::write(&new, bytes),
                Content::Shared(bytes) => fs::write(&new, bytes),
                Content::Missing => Ok(()),
                Content::File(file) => fs::copy(&file.location, &new).map(|_| ()),
            })
        };
        result.map_err(|error| PublishError::Io(self.out.join(path.as_str()), error))
    }

    /// Replaces the old folder with the new one, of a site with these files, and carries over what others had
    /// put there.
    ///
    /// # Errors
    ///
    /// If the file system refuses, or a file that others put there has the place of a new one.
    pub fn commit<'p>(
        self,
        files: impl Iterator<Item = &'p OutputPath>,
    ) -> Result<Published, PublishError> {
        let io = |error| PublishError::Io(self.out.clone(), error);
        let marker = Content::Bytes(manifest::text(files).into_bytes());
        // Others may have put files there since the build began.
        if ours(&self.out)? {
            manifest::carry_over(&self.out, &self.folder)?;
        }
        let (old, new) = (self.out.join(MARKER), self.folder.join(MARKER));
        if !(self.has_old && same(&old, &marker) && keep(&old, &new).is_ok())
            && let Content::Bytes(text) = marker
        {
            fs::write(&new, text).map_err(io)?;
        }
        if self.out.exists() {
            exchange(&self.folder, &self.out).map_err(io)?;
        } else {
            fs::rename(&self.folder, &self.out).map_err(io)?;
        }
        Ok(Published {
            written: self.written.load(Ordering::Relaxed),
            unchanged: self.unchanged.load(Ordering::Relaxed),
        })
    }
}

impl Drop for Staging {
    /// Removes what is at the staging path: the unfinished folder, or the old site after the exchange.
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next build.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The suffix of an old site while it is moved away.
const OLD: &str = ".old";

/// Removes the folders of killed builds, and restores an old site that was moved away and not replaced.
fn sweep(parent: &Path, name: &str, out: &Path) {
    let prefix = format!(".{name}.guichet-");
    let Ok(entries) = fs::read_dir(parent) else {
        return;
    };
    for entry in entries.flatten() {
        let path = entry.path();
        if !entry.file_name().to_string_lossy().starts_with(&prefix) || !path.is_dir() {
            continue;
        }
        let abandoned = File::open(&path).is_ok_and(|folder| folder.try_lock().is_ok());
        let is_old_site = entry.file_name().to_string_lossy().ends_with(OLD);
        if is_old_site && !out.exists() {
            // If this fails, building again is the best that can be done.
            let _ = fs::rename(&path, out);
        } else if abandoned {
            let _ = fs::remove_dir_all(&path);
        }
    }
}

/// Exchanges two folders in one step if the file system can, otherwise in two, from which [`sweep`] can
/// recover.
fn exchange(new: &Path, old: &Path) -> io::Result<()> {
    crate::writing::exchange(new, old).or_else(|_| exchange_in_steps(new, old))
}

/// Exchanges two folders by moving the old one aside. If the new one cannot take its place, it is moved back.
fn exchange_in_steps(new: &Path, old: &Path) -> io::Result<()> {
    let mut aside = new.as_os_str().to_owned();
    aside.push(OLD);
    let aside = PathBuf::from(aside);
    fs::rename(old, &aside)?;
    if let Err(error) = fs::rename(new, old) {
        fs::rename(&aside, old)?;
        return Err(error);
    }
    fs::rename(&aside, new)
}

/// Whether the file at `old` has this content.
fn same(old: &Path, content: &Content) -> bool {
    let Ok(metadata) = fs::symlink_metadata(old) else {
        return false;
    };
    if !metadata.is_file() {
        return false;
    }
    match content {
        Content::Bytes(bytes) => {
            metadata.len() == bytes.len() as u64 && fs::read(old).is_ok_and(|old| old == *bytes)
        }
        Content::Shared(bytes) => {
            metadata.len() == bytes.len() as u64 && fs::read(old).is_ok_and(|old| *old == **bytes)
        }
        Content::Missing => false,
        Content::File(file) => {
            metadata.len() == file.size && same_files(old, &file.location).unwrap_or(false)
        }
    }
}

fn same_files(a: &Path, b: &Path) -> io::Result<bool> {
    let (mut a, mut b) = (File::open(a)?, File::open(b)?);
    let (mut left, mut right) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        let count = a.read(&mut left)?;
        if count == 0 {
            return Ok(b.read(&mut right)? == 0);
        }
        if b.read_exact(&mut right[..count]).is_err() || left[..count] != right[..count] {
            return Ok(false);
        }
    }
}

/// Makes `new` a hard link to `old`, or a copy with its time if the file system has no hard links.
fn keep(old: &Path, new: &Path) -> io::Result<()> {
    in_folder(new, || match fs::hard_link(old, new) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            fs::copy(old, new)?;
            let modified = fs::metadata(old)?.modified()?;
            File::options()
                .write(true)
                .open(new)?
                .set_modified(modified)
        }
        done => done,
    })
}

/// Performs it; if the folder is missing, creates it and tries again.
fn in_folder(path: &Path, write: impl Fn() -> io::Result<()>) -> io::Result<()> {
    match write() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            write()
        }
        done => done,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
