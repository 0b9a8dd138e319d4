//! Reads the files of a site, and tells those that are as the last import wrote them.

use std::io;
use std::path::Path;

use crate::encoding;
use crate::files::{LARGEST_FILE, read_file};
use crate::import::ledger::{BlockHash, Ledger, mark_of};
use crate::import::three_way::marks_of;

/// A file of the site that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {source}")]
#[non_exhaustive]
pub struct ReadError {
    /// Its path, relative to the site's folder.
    pub path: String,
    /// What the system says.
    pub source: io::Error,
}

impl ReadError {
    /// What an importer could not read: the page of the site that the error is about, otherwise its source.
    pub fn of(error: io::Error, source: &Path) -> Self {
        let of_source = |source_error| Self {
            path: source.display().to_string(),
            source: source_error,
        };
        error.downcast::<Self>().unwrap_or_else(of_source)
    }
}

impl From<ReadError> for io::Error {
    fn from(error: ReadError) -> Self {
        Self::new(error.source.kind(), error)
    }
}

pub(super) fn read_bytes(root: &Path, path: &str) -> Result<Option<Vec<u8>>, ReadError> {
    let place = root.join(path);
    let is_absent = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
    match read_file(&place, LARGEST_FILE) {
        Ok(bytes) => Ok(Some(bytes)),
        // A link that leads nowhere, perhaps to a disk that is not there today, is an editor’s.
        Err(error) if is_absent(&error) && place.symlink_metadata().is_err() => Ok(None),
        Err(source) => Err(ReadError {
            path: path.to_owned(),
            source,
        }),
    }
}

/// A text of the site, whatever its encoding and its line ends; `None` if there is none. Bytes that are no text in any likely encoding
/// become U+FFFD, which no import writes.
pub(in crate::import) fn read(root: &Path, path: &str) -> Result<Option<String>, ReadError> {
    let text = |bytes: Vec<u8>| match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => match encoding::decode(error.as_bytes()) {
            Some((text, _)) => text,
            None => String::from_utf8_lossy(error.as_bytes()).into_owned(),
        },
    };
    let plain = |text: String| text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    Ok(read_bytes(root, path)?.map(|bytes| plain(text(bytes))))
}

/// Whether a file is what the last import wrote, as text or as a whole.
pub(super) fn is_untouched(path: &str, ours: &[u8], base: &[BlockHash]) -> bool {
    let as_text = || {
        let text = std::str::from_utf8(ours).ok()?;
        Some(marks_of(path, &text.replace("\r\n", "\n")))
    };
    base == [mark_of(ours)] || as_text().is_some_and(|marks| base == marks)
}

/// Whether a file of the site is what the last import wrote; `false` if it cannot be read.
pub(in crate::import) fn is_as_written(root: &Path, path: &str, ledger: &Ledger) -> bool {
    let ours = read_bytes(root, path).ok().flatten();
    ours.zip(ledger.get(path))
        .is_some_and(|(ours, base)| is_untouched(path, &ours, base))
}
