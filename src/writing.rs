//! Writes files of the site's own folder on an editor's behalf: atomically, and never outside of it.

mod exchange;
mod replacement;
mod unfinished;

use std::fs::{self, File};
use std::io;
use std::path::{Component, Path, PathBuf};

pub(crate) use exchange::{exchange, move_to_free};
pub use replacement::{Committed, Replacement};
use unfinished::{Unfinished, settle_folder};

/// A file of the site that cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {source}")]
#[non_exhaustive]
pub struct WriteError {
    /// Its path, relative to the site's folder.
    pub path: String,
    /// What the system says.
    pub source: io::Error,
}

impl WriteError {
    /// The error of the system for the file at this path.
    pub fn of(path: &str) -> impl Fn(io::Error) -> Self + use<> {
        let path = path.to_owned();
        move |source| Self {
            path: path.clone(),
            source,
        }
    }
}

/// The real path for a path of the site, whose folders are created and must be inside it, wherever links
/// point.
///
/// # Errors
///
/// If its folder cannot be created, or is outside of the site.
pub fn inside(root: &Path, path: &str) -> io::Result<PathBuf> {
    let relative = Path::new(path);
    let is_plain = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let place = root.join(relative);
    let folder = place.parent().unwrap_or(root);
    // Checks what exists first: nothing is created behind a link that points elsewhere.
    let there = folder
        .ancestors()
        .find(|folder| folder.symlink_metadata().is_ok());
    let there = there.unwrap_or(root).canonicalize()?;
    if is_plain && there.starts_with(root.canonicalize()?) {
        fs::create_dir_all(folder)?;
        return Ok(place);
    }
    Err(io::Error::other("outside of the site"))
}

/// A new file to write to. A file that has its name already, left by a killed run or put there by somebody,
/// is removed rather than written to: a link would lead elsewhere.
///
/// # Errors
///
/// If it cannot be created.
pub fn create(path: &Path) -> io::Result<File> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    File::create_new(path)
}

/// Writes a file of the site atomically. It is on the disk when this returns: no power cut leaves half of it.
///
/// # Errors
///
/// As for [`inside`], and if it cannot be written.
pub fn save(root: &Path, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
    let write = || {
        let place = inside(root, path)?;
        let unfinished = Unfinished::write(&place, bytes)?;
        unfinished.settle()?;
        unfinished.take_place_of(&place)?;
        settle_folder(&place);
        Ok(())
    };
    write().map_err(WriteError::of(path))
}

/// Writes a file of the site atomically, and leaves it to the system when it reaches the disk: for many files that
/// could be made again.
///
/// # Errors
///
/// As for [`save`].
pub fn save_soon(root: &Path, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
    let write = || {
        let place = inside(root, path)?;
        Unfinished::write(&place, bytes)?.take_place_of(&place)
    };
    write().map_err(WriteError::of(path))
}

/// Writes a new file of the site atomically. Whatever has its name already stays as it is.
///
/// # Errors
///
/// As for [`save`], and if the name is taken.
pub fn save_new(root: &Path, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
    let write = || {
        let place = inside(root, path)?;
        let unfinished = Unfinished::write(&place, bytes)?;
        unfinished.settle()?;
        unfinished.take_free(&place)?;
        settle_folder(&place);
        Ok(())
    };
    write().map_err(WriteError::of(path))
}

/// Writes a file of the site over what it held, in one step; `false` if it holds something else, which then stays.
///
/// # Errors
///
/// As for [`save`].
pub fn replace(root: &Path, path: &str, held: &[u8], bytes: &[u8]) -> Result<bool, WriteError> {
    let replacement = Replacement::prepare(root, path, held, bytes)?;
    Ok(replacement.commit()?.is_some())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    /// Neither a folder nor an unfinished file that is a link redirects a write out of the site, and nothing
    /// is created there.
    #[test]
    fn links_lead_no_write_elsewhere() {
        let folder = tempfile::tempdir().unwrap();
        let (site, elsewhere) = (folder.path().join("site"), folder.path().join("elsewhere"));
        fs::create_dir_all(site.join("content")).unwrap();
        fs::create_dir_all(&elsewhere).unwrap();
        fs::write(elsewhere.join("kept.txt"), "kept").unwrap();
        symlink(&elsewhere, site.join("content/linked")).unwrap();
        symlink(elsewhere.join("gone"), site.join("content/dangling")).unwrap();
        for path in [
            "content/linked/a.md",
            "content/linked/new/a.md",
            "content/dangling/a.md",
            "../x.md",
            "/x.md",
        ] {
            assert!(save(&site, path, b"text").is_err(), "{path}");
        }
        for path in ["content/linked/a.md", "../x.md", "content/dangling"] {
            assert!(save_new(&site, path, b"text").is_err(), "{path}");
        }
        symlink(elsewhere.join("kept.txt"), site.join("content/b.md")).unwrap();
        save(&site, "content/a.md", b"text").unwrap();
        save(&site, "content/b.md", b"text").unwrap();
        assert_eq!(
            fs::read_to_string(site.join("content/b.md")).unwrap(),
            "text"
        );
        assert_eq!(
            fs::read_to_string(elsewhere.join("kept.txt")).unwrap(),
            "kept"
        );
        assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 1);
    }

    /// A file that somebody named so is theirs, and a name may be as long as the system allows.
    #[test]
    fn no_other_file_is_touched_on_the_way() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a.md.part"), "mine").unwrap();
        let long = format!("{}.md", "a".repeat(252));
        for path in ["a.md", &long] {
            save_new(root, path, b"un").unwrap();
            let taken = save_new(root, path, b"deux").unwrap_err();
            assert_eq!(taken.source.kind(), io::ErrorKind::AlreadyExists);
            save(root, path, b"deux").unwrap();
            save_soon(root, path, b"trois").unwrap();
            assert!(!replace(root, path, b"deux", b"quatre").unwrap());
            assert!(replace(root, path, b"trois", b"quatre").unwrap());
            assert_eq!(fs::read(root.join(path)).unwrap(), b"quatre");
        }
        assert_eq!(fs::read(root.join("a.md.part")).unwrap(), b"mine");
        assert_eq!(fs::read_dir(root).unwrap().count(), 3);
    }
}
