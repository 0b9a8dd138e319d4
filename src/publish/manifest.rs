//! Tracks what guichet has written into a published folder, and what others have put there.
//!
//! The marker in the folder lists all files of the last built site, even if several machines share a build
//! and each wrote only some. Everything else belongs to somebody: a host's `CNAME`, a repository's `.git`, a
//! proof for a search engine. It is carried over in full into the new folder before the old one is removed.

use std::collections::HashSet;
use std::fs::{self, FileType};
use std::io;
use std::path::Path;

use super::{PublishError, in_folder, keep};
use crate::files::normal;
use crate::site::OutputPath;

/// The file that marks a folder as guichet's.
pub(super) const MARKER: &str = ".guichet";

/// Its first lines.
const HEAD: &str = "Made by guichet: each build replaces the files that are listed here, and leaves all others in this folder as they are.\n";

/// The markers of earlier versions, which listed nothing.
const OLD_HEAD: &str = "Made by guichet: this folder is replaced as a whole by each build.\n";

/// The marker of a folder with these files, sorted.
pub(super) fn text<'p>(files: impl Iterator<Item = &'p OutputPath>) -> String {
    let mut files: Vec<&str> = files.map(OutputPath::as_str).collect();
    files.sort_unstable();
    let length: usize = files.iter().map(|path| path.len() + 1).sum();
    let mut text = String::with_capacity(HEAD.len() + length);
    text.push_str(HEAD);
    for path in files {
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// Extensions of compressed copies of a file.
const ENCODINGS: &[&str] = &[".gz", ".br", ".zst"];

/// The files of the last build.
struct ListedFiles<'t> {
    files: HashSet<&'t str>,
    folders: HashSet<&'t str>,
    /// Whether this is unknown: the folder is from a version that listed nothing.
    unknown: bool,
}

impl<'t> ListedFiles<'t> {
    fn of(marker: &'t str) -> Self {
        let mut files =
            HashSet::with_capacity(memchr::memchr_iter(b'\n', marker.as_bytes()).count());
        let mut folders = HashSet::new();
        for line in marker.lines().skip(1) {
            files.insert(line);
            for (at, _) in line.rmatch_indices('/') {
                // If a folder is known, so are those above it.
                if !folders.insert(&line[..at]) {
                    break;
                }
            }
        }
        Self {
            unknown: marker == OLD_HEAD,
            files,
            folders,
        }
    }

    /// Whether guichet wrote the file at this path, or created the folder.
    fn holds(&self, path: &str, is_folder: bool) -> bool {
        let path = normal(path);
        if self.unknown {
            // Earlier versions wrote no hidden file except a server’s, and others rarely write any but hidden ones.
            let is_others = path.starts_with('.') && path != ".htaccess" || path == "CNAME";
            return !is_others;
        }
        if is_folder {
            return self.folders.contains(&*path);
        }
        // A compressed copy of a page belongs to the last build: beside the next one it would be out of date.
        let plain = ENCODINGS
            .iter()
            .find_map(|ending| path.strip_suffix(ending));
        self.files.contains(&*path) || plain.is_some_and(|plain| self.files.contains(plain))
    }
}

/// The files that guichet has written into a folder, sorted; none if it has written none.
pub(super) fn listed(out: &Path) -> Vec<String> {
    let marker = fs::read_to_string(out.join(MARKER)).unwrap_or_default();
    let lines = marker.lines().skip(1).map(str::to_owned);
    lines.collect()
}

/// Carries over what guichet did not write from the old folder to the new one. The old one is unchanged.
///
/// # Errors
///
/// If the new folder has something else at the path of such a file, or the file system refuses.
pub(super) fn carry_over(old: &Path, new: &Path) -> Result<(), PublishError> {
    let marker = fs::read(old.join(MARKER));
    let marker = marker.map_err(|error| PublishError::Io(old.to_owned(), error))?;
    let marker = String::from_utf8_lossy(&marker);
    let listed = ListedFiles::of(&marker);
    let carrier = Carrier { old, new, listed };
    carrier.folder(Path::new(""), false)
}

struct Carrier<'c> {
    old: &'c Path,
    new: &'c Path,
    listed: ListedFiles<'c>,
}

impl Carrier<'_> {
    /// Carries over other people's files in a folder; everything in it, if the folder itself is theirs.
    fn folder(&self, path: &Path, is_others: bool) -> Result<(), PublishError> {
        let old = self.old.join(path);
        let failed = |error| PublishError::Io(old.clone(), error);
        for entry in fs::read_dir(&old).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let kind = entry.file_type().map_err(failed)?;
            let name = entry.file_name();
            let is_top = path.as_os_str().is_empty();
            if is_top && name == MARKER {
                continue;
            }
            let below = path.join(&name);
            let is_ours = !is_others
                && below.to_str().is_some_and(|below| {
                    let below = below.replace(std::path::MAIN_SEPARATOR, "/");
                    self.listed.holds(&below, kind.is_dir())
                });
            match (kind.is_dir(), is_ours) {
                (true, true) => self.folder(&below, false)?,
                (true, false) => self.others_folder(&below)?,
                (false, true) => {}
                (false, false) => self.others_file(&below, kind)?,
            }
        }
        Ok(())
    }

    fn others_folder(&self, path: &Path) -> Result<(), PublishError> {
        let (old, new) = (self.old.join(path), self.new.join(path));
        // The contents of a mount point are not in the folder: removing the old folder would empty it.
        if is_elsewhere(&old, self.old) {
            return Err(PublishError::OtherDisk(old));
        }
        match new.symlink_metadata() {
            Ok(there) if there.is_dir() => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let made = fs::create_dir_all(&new).and_then(|()| {
                    let permissions = fs::metadata(&old)?.permissions();
                    fs::set_permissions(&new, permissions)
                });
                made.map_err(|error| PublishError::Io(old.clone(), error))?;
            }
            _ => return Err(PublishError::Occupied(old)),
        }
        self.folder(path, true)
    }

    fn others_file(&self, path: &Path, kind: FileType) -> Result<(), PublishError> {
        let (old, new) = (self.old.join(path), self.new.join(path));
        match new.symlink_metadata() {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let carried = match kind.is_symlink() {
                    true => in_folder(&new, || link(&fs::read_link(&old)?, &new)),
                    false => keep(&old, &new),
                };
                carried.map_err(|error| PublishError::Io(old, error))
            }
            // The build has written the same content there.
            Ok(there)
                if there.is_file()
                    && kind.is_file()
                    && super::same_files(&old, &new).unwrap_or(false) =>
            {
                Ok(())
            }
            _ => Err(PublishError::Occupied(old)),
        }
    }
}

/// Whether a folder is on another file system than the one above it.
#[cfg(unix)]
fn is_elsewhere(folder: &Path, above: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let device = |path: &Path| path.metadata().map(|metadata| metadata.dev()).ok();
    device(folder) != device(above)
}

#[cfg(not(unix))]
fn is_elsewhere(_: &Path, _: &Path) -> bool {
    false
}

#[cfg(unix)]
fn link(target: &Path, at: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, at)
}

#[cfg(windows)]
fn link(target: &Path, at: &Path) -> io::Result<()> {
    match at.parent().unwrap_or(at).join(target).is_dir() {
        true => std::os::windows::fs::symlink_dir(target, at),
        false => std::os::windows::fs::symlink_file(target, at),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
