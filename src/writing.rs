//! Files of the site's own folder, written on an editor's behalf: whole or not at all, and never outside of it.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// The place of a path of the site, whose folders are made and lie inside of it, whatever links lead elsewhere.
///
/// # Errors
///
/// Where its folder cannot be made, or lies outside of the site.
pub fn inside(root: &Path, path: &str) -> io::Result<PathBuf> {
    let relative = Path::new(path);
    let is_plain = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let place = root.join(relative);
    let folder = place.parent().unwrap_or(root);
    fs::create_dir_all(folder)?;
    if is_plain && folder.canonicalize()?.starts_with(root.canonicalize()?) {
        return Ok(place);
    }
    Err(io::Error::other("outside of the site"))
}

/// Writes a file of the site, whole or not at all.
///
/// # Errors
///
/// As [`inside`], and where it cannot be written.
pub fn save(root: &Path, path: &str, bytes: &[u8]) -> io::Result<()> {
    let place = inside(root, path)?;
    let mut beside = place.clone().into_os_string();
    beside.push(".part");
    fs::write(&beside, bytes)?;
    fs::rename(&beside, &place)
}
