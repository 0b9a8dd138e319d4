//! Writes the one correction that an editor has chosen into the site's files.

use std::path::Path;

use super::apply_to_file;
use super::mend::read;
use crate::diagnostics::Fix;
use crate::files::as_read;
use crate::writing::{Replacement, WriteError, save_new};

/// Why a correction was not written. Nothing has changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MendError {
    /// The file is no longer what was read, or there is one where a new one was to be: its path.
    #[error("{0}: the file has changed")]
    Changed(String),
    /// The file cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// Whether the file of a correction is still what was read; a new one must not exist.
///
/// # Errors
///
/// [`MendError::Changed`] if it is not.
pub fn is_as_read(root: &Path, fix: &Fix) -> Result<(), MendError> {
    let place = root.join(&fix.file.path);
    let is_new = fix.file.text.is_empty() && place.symlink_metadata().is_err();
    let is_same = || read(&place).is_some_and(|(_, written)| as_read(&written) == *fix.file.text);
    match is_new || is_same() {
        true => Ok(()),
        false => Err(MendError::Changed(fix.file.path.clone())),
    }
}

/// Writes a correction into its file of the site at `root`. Makes the file if the correction is of an empty text and
/// there is no file: nothing is ever replaced that was not read.
///
/// # Errors
///
/// If the file has changed since it was read, or cannot be written.
pub fn mend_one(root: &Path, fix: &Fix) -> Result<(), MendError> {
    let path = fix.file.path.as_str();
    let changed = || MendError::Changed(path.to_owned());
    let place = root.join(path);
    if fix.file.text.is_empty() && place.symlink_metadata().is_err() {
        let text = apply_to_file("", &fix.edits).ok_or_else(changed)?;
        return Ok(save_new(root, path, text.as_bytes())?);
    }
    let committed = prepared(root, fix)?.commit()?;
    committed.map(|_| ()).ok_or_else(changed)
}

/// A correction of a file that exists, ready to take its place.
///
/// # Errors
///
/// If the file has changed since it was read, or nothing can be written beside it.
pub(crate) fn prepared(root: &Path, fix: &Fix) -> Result<Replacement, MendError> {
    let path = fix.file.path.as_str();
    let changed = || MendError::Changed(path.to_owned());
    let (held, written) = read(&root.join(path)).ok_or_else(changed)?;
    if as_read(&written) != *fix.file.text {
        return Err(changed());
    }
    let edited = apply_to_file(&written, &fix.edits).ok_or_else(changed)?;
    Ok(Replacement::prepare(root, path, &held, edited.as_bytes())?)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;

    use super::*;
    use crate::diagnostics::{Edit, TextFile};

    #[test]
    fn only_what_was_read_is_changed() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::write(root.join("a.md"), "\u{feff}un\r\ndeux\r\n").unwrap();
        let fix = Fix {
            file: Arc::new(TextFile::new("a.md", "un\ndeux\n")),
            edits: [Edit {
                span: 3..7,
                text: "trois\nquatre".to_owned(),
            }]
            .into(),
        };
        mend_one(root, &fix).unwrap();
        let text = || fs::read_to_string(root.join("a.md")).unwrap();
        assert_eq!(text(), "\u{feff}un\r\ntrois\r\nquatre\r\n");
        let again = mend_one(root, &fix);
        assert!(matches!(again, Err(MendError::Changed(path)) if path == "a.md"));
        assert_eq!(text(), "\u{feff}un\r\ntrois\r\nquatre\r\n");
    }

    #[test]
    fn new_files_replace_none() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let fix = Fix::creating("content/annuaire/mairie.md", "---\ntitre: Mairie\n---\n");
        mend_one(root, &fix).unwrap();
        let place = root.join("content/annuaire/mairie.md");
        let text = fs::read_to_string(&place).unwrap();
        assert_eq!(text, "---\ntitre: Mairie\n---\n");
        assert_eq!(fs::read_dir(place.parent().unwrap()).unwrap().count(), 1);
        fs::write(&place, "mine").unwrap();
        assert!(mend_one(root, &fix).is_err());
        assert_eq!(fs::read_to_string(&place).unwrap(), "mine");
        let outside = Fix::creating("../x.md", "x");
        assert!(mend_one(root, &outside).is_err());
        fs::write(root.join("empty.md"), "").unwrap();
        mend_one(root, &Fix::creating("empty.md", "x")).unwrap();
        assert_eq!(fs::read_to_string(root.join("empty.md")).unwrap(), "x");
    }
}
