//! The workshop's rooms behind its pages: what it does to the files of a site on an editor's behalf.
//!
//! Files remain the truth. Everything here can be done in a text editor and a file manager, too; it only keeps what
//! those would lose: earlier versions of a text ([`History`]), deleted pages ([`Bin`]), and what other pages say of one
//! that is renamed ([`rename`]).

mod bin;
mod history;
mod mentions;
mod references;
mod rename;
mod upload;

pub use bin::{Bin, BinEntry};
pub use history::{History, SaveError, SavedVersion, fingerprint};
pub use references::{Namer, References};
pub use rename::{HalfRenamed, RenameError, Renaming, rename};
pub use upload::upload_name;

use std::io;
use std::path::{Component, Path};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::encoding;
use crate::files::{CONTENT, LARGEST_TEXT, read_file};
use crate::model::config;
use crate::source::is_ignored;
use crate::writing::{WriteError, save_new};

/// A text of the site as its file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredText {
    /// The text, with its own line ends.
    pub written: String,
    /// The [`fingerprint`] of its bytes.
    pub base: String,
}

/// Reads a text that the workshop may write to, in UTF-8 or in another encoding if the result is certainly French.
///
/// # Errors
///
/// If it is no such path, or a link; if there is no file, it is too large, or no text.
pub fn stored_text(root: &Path, path: &str) -> io::Result<StoredText> {
    let place = root.join(path);
    if !is_ours(root, path) {
        return Err(io::Error::other("outside of the site"));
    }
    let bytes = read_file(&place, LARGEST_TEXT as u64)?;
    let base = fingerprint(&bytes);
    let written = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => match encoding::decode(error.as_bytes()) {
            Some((text, _)) => text,
            None => return Err(io::Error::new(io::ErrorKind::InvalidData, error)),
        },
    };
    Ok(StoredText { written, base })
}

/// Whether the workshop may write to a path of the site: the configuration, and what is below the content folder and
/// not hidden.
pub fn is_editable(path: &str) -> bool {
    let is_sound = !path.contains(['\\', ':'])
        && !path.contains(char::is_control)
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."));
    let mut parts = Path::new(path).components();
    let is_plain = parts.all(|part| match part {
        Component::Normal(name) => !is_ignored(name),
        _ => false,
    });
    let below = path
        .strip_prefix(CONTENT)
        .and_then(|rest| rest.strip_prefix('/'));
    is_sound && is_plain && (path == config::FILE || below.is_some_and(|below| !below.is_empty()))
}

/// Writes a new file of the site, with the folders above it; none is replaced.
///
/// # Errors
///
/// If it is not a path that the workshop writes to, if there is a file, or if it cannot be written.
pub fn create(root: &Path, path: &str, bytes: &[u8]) -> Result<(), WriteError> {
    match is_ours(root, path) {
        true => save_new(root, path, bytes),
        false => Err(WriteError::of(path)(io::Error::other(
            "outside of the site",
        ))),
    }
}

/// A path of the site below its content folder; unchanged if it is elsewhere.
fn below_content(path: &str) -> &str {
    let below = path.strip_prefix(CONTENT);
    below.map_or(path, |below| below.trim_start_matches('/'))
}

/// Whether a path that the workshop may write to is where it says: it is no link, and no folder above it leads out of the
/// content folder.
fn is_ours(root: &Path, path: &str) -> bool {
    let place = root.join(path);
    let is_link = |place: &Path| place.symlink_metadata().is_ok_and(|file| file.is_symlink());
    if !is_editable(path) || is_link(&place) {
        return false;
    }
    if path == config::FILE {
        return true;
    }
    let above = place.ancestors().skip(1);
    let mut there = above.filter_map(|folder| folder.canonicalize().ok());
    match (there.next(), root.join(CONTENT).canonicalize()) {
        (Some(there), Ok(content)) => there.starts_with(content),
        // The first page of a site makes the content folder.
        (_, Err(_)) => true,
        (None, Ok(_)) => false,
    }
}

/// The part of a file's name that says when: milliseconds, in as many digits as sort by time until the year 5138.
fn stamp(when: SystemTime) -> String {
    let since = when.duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    format!("{:014}", since.as_millis())
}

/// The time that a name made by [`stamp`] begins with.
fn stamped(name: &str) -> Option<SystemTime> {
    let digits = name.get(..14)?;
    let millis = digits
        .parse()
        .ok()
        .filter(|_| digits.bytes().all(|b| b.is_ascii_digit()))?;
    UNIX_EPOCH.checked_add(Duration::from_millis(millis))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_content_and_configuration_are_written() {
        for path in [
            "guichet.yaml",
            "content/a.md",
            "content/guides/carte d’identité.md",
            "content/x.jpg",
        ] {
            assert!(is_editable(path), "{path}");
        }
        for path in [
            "",
            "content",
            "content/",
            "content/../guichet.yaml",
            "../a.md",
            "/etc/passwd",
            "content/./a.md",
            "themes/a.css",
            "content//a.md",
            "content/.git/config",
            "content/a.md~",
            "content\\a.md",
            "content/a.md/",
            ".git/config",
            "content/../../a.md",
            "records/a.csv",
            "contents/a.md",
            "content/c:x.md",
            "content/a\0.md",
            "public/index.html",
        ] {
            assert!(!is_editable(path), "{path}");
        }
    }

    #[test]
    fn stamps_sort_by_time_and_read_back() {
        let earlier = UNIX_EPOCH + Duration::from_millis(999_999_999_999);
        let later = UNIX_EPOCH + Duration::from_millis(1_000_000_000_000);
        assert!(stamp(earlier) < stamp(later));
        assert_eq!(stamped(&(stamp(later) + "-abc")), Some(later));
        for wrong in [
            "",
            "123",
            "+0000000000001",
            "0000000000000x",
            "é0000000000000",
        ] {
            assert_eq!(stamped(wrong), None, "{wrong}");
        }
    }
}
