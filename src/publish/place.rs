//! Where a site is published: the real folder, and whether guichet may replace it.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::PublishError;
use super::manifest::MARKER;

/// The folder's real path: if `public` is a symbolic link, its target is replaced, not the link. `..` is
/// resolved as the system resolves it, whether or not the folder exists.
pub(super) fn settle(out: &Path) -> Result<PathBuf, PublishError> {
    let io = |error| PublishError::Io(out.to_owned(), error);
    let mut place = PathBuf::new();
    for part in std::path::absolute(out).map_err(io)?.components() {
        if part == Component::ParentDir {
            // The parent is that of the link's target.
            place = place.canonicalize().unwrap_or(place);
            place.pop();
        } else {
            place.push(part);
        }
    }
    let mut missing = Vec::new();
    loop {
        match place.canonicalize() {
            Ok(real) => {
                missing.reverse();
                return Ok(missing.iter().fold(real, |path, name| path.join(name)));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                let Some(name) = place.file_name().map(ToOwned::to_owned) else {
                    return Err(io(error));
                };
                missing.push(name);
                place.pop();
            }
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                return Err(PublishError::NotAFolder(out.to_owned()));
            }
            Err(error) => return Err(io(error)),
        }
    }
}

/// The parent folder, and the name in it.
pub(super) fn split(out: &Path) -> (&Path, String) {
    let parent = out.parent().unwrap_or(Path::new("/"));
    let name = out
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    (parent, name.unwrap_or_default())
}

/// The folders of a site that no published folder may contain or be in.
const SOURCES: &[&str] = &[
    crate::files::CONTENT,
    "themes",
    crate::records::FOLDER,
    crate::cache::FOLDER,
    ".git",
];

/// The published folder must neither contain the site's sources nor be among them, wherever links point.
pub(super) fn refuse_sources(root: &Path, out: &Path) -> Result<(), PublishError> {
    let root = root
        .canonicalize()
        .map_err(|error| PublishError::Io(root.to_owned(), error))?;
    let meets = |folder: &&str| {
        let folder = root.join(folder);
        let real = folder.canonicalize().unwrap_or(folder);
        out.starts_with(&real) || real.starts_with(out)
    };
    // The bin and the versions of the workshop, and whatever else guichet keeps beside a site.
    let own = out
        .strip_prefix(&root)
        .ok()
        .and_then(|below| below.iter().next());
    let is_own = own.is_some_and(|name| name.to_string_lossy().starts_with(".guichet-"));
    if root.starts_with(out) || SOURCES.iter().any(meets) || is_own || out.file_name().is_none() {
        return Err(PublishError::CoversSources(out.to_owned()));
    }
    Ok(())
}

/// Whether there is a folder of guichet's to replace; a folder that guichet did not create is refused unless
/// it is empty.
pub(super) fn ours(out: &Path) -> Result<bool, PublishError> {
    match fs::read_dir(out) {
        Ok(mut entries) => {
            let marker = out.join(MARKER).symlink_metadata();
            if marker.is_ok_and(|marker| marker.is_file()) {
                return Ok(true);
            }
            if entries.next().is_some() {
                return Err(PublishError::NotOurs(out.to_owned()));
            }
            Ok(false)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            Err(PublishError::NotAFolder(out.to_owned()))
        }
        Err(error) => Err(PublishError::Io(out.to_owned(), error)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
