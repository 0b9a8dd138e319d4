//! Writes files of the site's own folder on an editor's behalf: atomically, and never outside of it.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Component, Path, PathBuf};

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
    pub fn of(path: &str) -> impl Fn(io::Error) -> Self {
        move |source| Self {
            path: path.to_owned(),
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

/// Writes a file of the site atomically.
///
/// # Errors
///
/// As for [`inside`], and if it cannot be written.
pub fn save(root: &Path, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
    let write = || {
        let (beside, place) = beside(root, path, bytes)?;
        // Whoever could read and write it before can after.
        let permissions = fs::metadata(&place).map(|file| file.permissions());
        let kept = permissions.map_or(Ok(()), |kept| fs::set_permissions(&beside, kept));
        kept.and_then(|()| fs::rename(&beside, &place))
            .inspect_err(|_| forget(&beside))
    };
    write().map_err(WriteError::of(path))
}

/// Removes a file that was written beside another in vain.
fn forget(beside: &Path) {
    // What cannot be removed is removed by the next attempt.
    let _ = fs::remove_file(beside);
}

/// Writes a new file of the site atomically. Whatever has its name already stays as it is.
///
/// # Errors
///
/// As for [`save`], and if the name is taken.
pub fn save_new(root: &Path, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
    let write = || {
        let (beside, place) = beside(root, path, bytes)?;
        // Unlike a new name, a second one replaces nothing. Some systems do not have them.
        let made = fs::hard_link(&beside, &place).or_else(|error| match error.kind() {
            io::ErrorKind::AlreadyExists => Err(error),
            _ => File::create_new(&place)?.write_all(bytes),
        });
        fs::remove_file(&beside)?;
        made
    };
    write().map_err(WriteError::of(path))
}

/// Writes a file beside the one at this path. Returns where it is, and where it belongs.
fn beside(root: &Path, path: &str, bytes: &[u8]) -> io::Result<(PathBuf, PathBuf)> {
    let place = inside(root, path)?;
    let mut beside = place.clone().into_os_string();
    beside.push(".part");
    let beside = PathBuf::from(beside);
    let written = create(&beside).and_then(|mut file| file.write_all(bytes));
    written.inspect_err(|_| forget(&beside))?;
    Ok((beside, place))
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
        symlink(elsewhere.join("kept.txt"), site.join("content/a.md.part")).unwrap();
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
}
