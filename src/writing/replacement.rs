//! What takes the place of a file only if that holds what is known, and can be taken back.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::exchange::exchange;
use super::unfinished::{Unfinished, settle_folder};
use super::{WriteError, inside};

/// A new content for a file of the site, on the disk beside it.
#[derive(Debug)]
pub struct Replacement {
    path: String,
    place: PathBuf,
    held: Vec<u8>,
    bytes: Vec<u8>,
    unfinished: Unfinished,
}

/// A file that has its new content; what it held is still beside it.
#[derive(Debug)]
pub struct Committed {
    path: String,
    place: PathBuf,
    bytes: Vec<u8>,
    before: Unfinished,
}

impl Replacement {
    /// Writes beside a file what is to replace what it holds.
    ///
    /// # Errors
    ///
    /// As for [`save`](super::save).
    pub fn prepare(root: &Path, path: &str, held: &[u8], bytes: &[u8]) -> Result<Self, WriteError> {
        let write = || {
            let place = inside(root, path)?;
            let unfinished = Unfinished::write(&place, bytes)?;
            unfinished.with_permissions_of(&place)?;
            unfinished.settle()?;
            Ok(Self {
                path: path.to_owned(),
                place,
                held: held.to_vec(),
                bytes: bytes.to_vec(),
                unfinished,
            })
        };
        write().map_err(WriteError::of(path))
    }

    /// Puts it in the place of the file; `None` if that holds something else, which then stays.
    ///
    /// # Errors
    ///
    /// If the system refuses.
    pub fn commit(self) -> Result<Option<Committed>, WriteError> {
        self.commit_if(holds)
    }

    /// What comes out of the place is looked at once it is out: nobody can write to it in between.
    fn commit_if(
        self,
        is_known: impl Fn(&Path, &[u8]) -> bool,
    ) -> Result<Option<Committed>, WriteError> {
        let Self {
            path,
            place,
            held,
            bytes,
            unfinished: before,
        } = self;
        let failed = WriteError::of(&path);
        match exchange(&before.path, &place) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) if error.kind() == io::ErrorKind::Unsupported => {
                return match is_known(&place, &held) {
                    true => in_steps(path, place, &held, bytes, &before).map(Some),
                    false => Ok(None),
                };
            }
            Err(error) => return Err(failed(error)),
        }
        if is_known(&before.path, &held) {
            settle_folder(&place);
            return Ok(Some(Committed {
                path,
                place,
                bytes,
                before,
            }));
        }
        give_back(before, &place, &bytes).map_err(failed)?;
        Ok(None)
    }
}

/// Where a system cannot exchange: what another program writes in this moment is lost.
fn in_steps(
    path: String,
    place: PathBuf,
    held: &[u8],
    bytes: Vec<u8>,
    unfinished: &Unfinished,
) -> Result<Committed, WriteError> {
    let write = || {
        let before = Unfinished::write(&place, held)?;
        before.with_permissions_of(&place)?;
        fs::rename(&unfinished.path, &place)?;
        settle_folder(&place);
        Ok(before)
    };
    let before = write().map_err(WriteError::of(&path))?;
    Ok(Committed {
        path,
        place,
        bytes,
        before,
    })
}

/// Puts back what came out of a place in which these bytes are.
fn give_back(before: Unfinished, place: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Err(error) = exchange(&before.path, place) {
        before.abandon();
        return Err(error);
    }
    // Somebody who wrote meanwhile has replaced what was there for a moment: the latest stays.
    if !holds(&before.path, bytes) && exchange(&before.path, place).is_err() {
        before.abandon();
    }
    Ok(())
}

impl Committed {
    /// The path of the file.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Puts back what the file held, unless somebody has written to it since.
    ///
    /// # Errors
    ///
    /// If it has been written to, or the system refuses.
    pub fn undo(self) -> Result<(), WriteError> {
        let failed = WriteError::of(&self.path);
        if !holds(&self.place, &self.bytes) {
            return Err(failed(io::ErrorKind::AlreadyExists.into()));
        }
        fs::rename(&self.before.path, &self.place).map_err(failed)
    }
}

/// Whether a file holds these bytes.
fn holds(file: &Path, bytes: &[u8]) -> bool {
    let is_as_long =
        fs::metadata(file).is_ok_and(|file| file.is_file() && file.len() == bytes.len() as u64);
    is_as_long && fs::read(file).is_ok_and(|held| held == bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let page = folder.path().join("a.md");
        fs::write(&page, "un").unwrap();
        (folder, page)
    }

    fn names(folder: &tempfile::TempDir) -> usize {
        fs::read_dir(folder.path()).unwrap().count()
    }

    #[test]
    fn only_what_is_known_is_replaced_and_it_comes_back() {
        let (folder, page) = site();
        let new = || Replacement::prepare(folder.path(), "a.md", b"un", b"deux").unwrap();
        let committed = new().commit().unwrap().unwrap();
        assert_eq!(fs::read(&page).unwrap(), b"deux");
        committed.undo().unwrap();
        assert_eq!(fs::read(&page).unwrap(), b"un");
        fs::write(&page, "ailleurs").unwrap();
        assert!(new().commit().unwrap().is_none());
        assert_eq!(fs::read(&page).unwrap(), b"ailleurs");
        let unfinished = new();
        fs::remove_file(&page).unwrap();
        assert!(unfinished.commit().unwrap().is_none());
        assert_eq!(names(&folder), 0);
    }

    /// Another program writes at the last moment: after whatever was looked at before.
    #[cfg(target_os = "linux")]
    #[test]
    fn what_another_program_writes_at_any_moment_stays() {
        let (folder, page) = site();
        let new = || Replacement::prepare(folder.path(), "a.md", b"un", b"deux").unwrap();
        // What is looked at is out of the place already.
        let seen = new().commit_if(|out, _| {
            assert_eq!(fs::read(&page).unwrap(), b"deux");
            assert_eq!(fs::read(out).unwrap(), b"un");
            false
        });
        assert!(seen.unwrap().is_none());
        assert_eq!(fs::read(&page).unwrap(), b"un");
        // It replaces what is in the place for this moment.
        let later = new().commit_if(|_, _| {
            fs::write(folder.path().join("b"), "trois").unwrap();
            fs::rename(folder.path().join("b"), &page).unwrap();
            false
        });
        assert!(later.unwrap().is_none());
        assert_eq!(fs::read(&page).unwrap(), b"trois");
        assert_eq!(names(&folder), 1);
    }

    #[test]
    fn where_nothing_can_be_exchanged_it_comes_back_too() {
        let (folder, page) = site();
        let unfinished = Unfinished::write(&page, b"deux").unwrap();
        let bytes = b"deux".to_vec();
        let committed =
            in_steps("a.md".to_owned(), page.clone(), b"un", bytes, &unfinished).unwrap();
        drop(unfinished);
        assert_eq!(fs::read(&page).unwrap(), b"deux");
        committed.undo().unwrap();
        assert_eq!(fs::read(&page).unwrap(), b"un");
        assert_eq!(names(&folder), 1);
    }
}
