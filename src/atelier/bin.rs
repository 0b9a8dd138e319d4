//! The bin of a site: deleted files, until somebody empties it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use walkdir::WalkDir;

use super::{is_editable, is_ours, stamp, stamped};
use crate::document::WrittenFields;
use crate::edit::FieldValue;
use crate::files::{LARGEST_TEXT, read_file};
use crate::model::schema::is_title;
use crate::writing::{WriteError, inside};

/// The folder of the site that holds them.
pub const FOLDER: &str = ".guichet-corbeille";

/// The deleted files of a site.
#[derive(Debug, Clone)]
pub struct Bin {
    root: PathBuf,
}

/// A deleted file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinEntry {
    /// Its name in the bin.
    pub name: String,
    /// The path of the site that it had.
    pub path: String,
    /// When it was deleted.
    pub deleted: SystemTime,
}

impl Bin {
    /// The bin of the site at `root`.
    pub fn of(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Moves files of the site into the bin, as one entry each; all or none of them.
    ///
    /// # Errors
    ///
    /// If a path is not one that the workshop writes to, or a file cannot be moved.
    pub fn delete(&self, paths: &[&str], now: SystemTime) -> Result<(), WriteError> {
        let mut done: Vec<(PathBuf, PathBuf)> = Vec::new();
        for path in paths {
            let moved = self.throw(path, now);
            match moved {
                Ok(moved) => done.push(moved),
                Err(error) => {
                    for (from, to) in done.iter().rev() {
                        // What was moved a moment ago can be moved back.
                        let _ = fs::rename(to, from);
                    }
                    return Err(WriteError::of(path)(error));
                }
            }
        }
        Ok(())
    }

    fn throw(&self, path: &str, now: SystemTime) -> io::Result<(PathBuf, PathBuf)> {
        let from = self.place(path)?;
        if !from.symlink_metadata()?.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        // Two files of one path in one moment are two entries.
        let mut when = now;
        let to = loop {
            let to = inside(&self.root, &format!("{FOLDER}/{}/{path}", stamp(when)))?;
            if to.symlink_metadata().is_err() {
                break to;
            }
            when += std::time::Duration::from_millis(1);
        };
        fs::rename(&from, &to)?;
        Ok((from, to))
    }

    /// The path of a file that the workshop may write to.
    fn place(&self, path: &str) -> io::Result<PathBuf> {
        match is_ours(&self.root, path) {
            true => inside(&self.root, path),
            false => Err(io::Error::other("outside of the site")),
        }
    }

    /// What is in the bin, latest first.
    pub fn entries(&self) -> Vec<BinEntry> {
        let bin = self.root.join(FOLDER);
        let files = WalkDir::new(&bin).into_iter().flatten();
        let files = files.filter(|entry| entry.file_type().is_file());
        let mut entries: Vec<BinEntry> = files
            .filter_map(|entry| entry_at(&bin, entry.path()))
            .collect();
        entries.sort_by(|a, b| b.name.cmp(&a.name));
        entries
    }

    /// Moves a file back to where it was.
    ///
    /// # Errors
    ///
    /// If there is no such entry, or a file has its path again ([`io::ErrorKind::AlreadyExists`]).
    pub fn restore(&self, entry: &BinEntry) -> Result<(), WriteError> {
        let restore = || {
            let from = self.root.join(FOLDER).join(&entry.name);
            let is_it = entry_at(&self.root.join(FOLDER), &from).as_ref() == Some(entry);
            if !is_it || !from.symlink_metadata()?.is_file() {
                return Err(io::ErrorKind::NotFound.into());
            }
            let to = self.place(&entry.path)?;
            if to.symlink_metadata().is_ok() {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            fs::rename(&from, to)?;
            // The folders that it leaves empty.
            for folder in from.ancestors().skip(1) {
                if folder.file_name().is_some_and(|name| name == FOLDER)
                    || fs::remove_dir(folder).is_err()
                {
                    break;
                }
            }
            Ok(())
        };
        restore().map_err(WriteError::of(&entry.path))
    }
}

impl Bin {
    /// The title of a deleted page; the name of another file.
    pub fn title(&self, entry: &BinEntry) -> String {
        let file = self.root.join(FOLDER).join(&entry.name);
        let name = entry.path.rsplit('/').next().unwrap_or(&entry.path);
        let is_page = name.ends_with(".md");
        let text = is_page
            .then(|| read_file(&file, LARGEST_TEXT as u64).ok())
            .flatten();
        let text = text.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let title = text.and_then(|text| title_of(&text));
        title.unwrap_or_else(|| name.to_owned())
    }

    /// Removes everything in the bin, for good.
    ///
    /// # Errors
    ///
    /// If a file cannot be removed; others may have been.
    pub fn empty(&self) -> Result<(), WriteError> {
        let bin = self.root.join(FOLDER);
        // A link to another folder is not followed: only the link would go, and it is not ours.
        match bin.symlink_metadata() {
            Ok(folder) if folder.is_dir() => {
                fs::remove_dir_all(&bin).map_err(WriteError::of(FOLDER))
            }
            _ => Ok(()),
        }
    }
}

/// What the front matter of a text calls its page.
fn title_of(text: &str) -> Option<String> {
    let FieldValue::Record(fields) = WrittenFields::of_page(text).values else {
        return None;
    };
    let title = fields.into_iter().find(|(name, _)| is_title(name));
    match title?.1 {
        FieldValue::Text(title) => Some(title).filter(|title| !title.trim().is_empty()),
        _ => None,
    }
}

/// The entry of a file in the bin; `None` if it was not put there by the workshop.
fn entry_at(bin: &Path, file: &Path) -> Option<BinEntry> {
    let name = file.strip_prefix(bin).ok()?.to_str()?;
    let name = name.replace(std::path::MAIN_SEPARATOR, "/");
    let (time, path) = name.split_once('/')?;
    let deleted = stamped(time).filter(|_| time.len() == 14)?;
    is_editable(path).then(|| BinEntry {
        path: path.to_owned(),
        deleted,
        name: name.clone(),
    })
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::*;

    fn now() -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(1_800_000_000)
    }

    #[test]
    fn what_was_deleted_comes_back_unless_its_place_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let page = root.join("content/guides/a.md");
        fs::create_dir_all(page.parent().unwrap()).unwrap();
        let bin = Bin::of(root);
        for text in ["un", "deux"] {
            fs::write(&page, text).unwrap();
            bin.delete(&["content/guides/a.md"], now()).unwrap();
            assert!(!page.exists());
        }
        let entries = bin.entries();
        assert_eq!(entries.len(), 2);
        assert!(
            entries
                .iter()
                .all(|entry| entry.path == "content/guides/a.md")
        );
        bin.restore(&entries[0]).unwrap();
        assert_eq!(fs::read_to_string(&page).unwrap(), "deux");
        let again = bin.restore(&entries[1]).unwrap_err();
        assert_eq!(again.source.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&page).unwrap(), "deux");
        assert_eq!(bin.entries(), entries[1..]);
        assert_eq!(bin.title(&entries[1]), "a.md");
        fs::write(&page, "---\ntitre: Carte\n---\n").unwrap();
        bin.delete(&["content/guides/a.md"], now()).unwrap();
        assert_eq!(bin.title(&bin.entries()[0]), "Carte");
        bin.empty().unwrap();
        bin.empty().unwrap();
        assert_eq!(bin.entries(), []);
        fs::write(&page, "").unwrap();
        bin.delete(&["content/guides/a.md"], now()).unwrap();
        assert_eq!(fs::read_dir(root.join(FOLDER)).unwrap().count(), 1);
    }

    #[test]
    fn all_files_of_a_page_are_deleted_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        fs::create_dir(root.join("content")).unwrap();
        fs::write(root.join("content/a.md"), "a").unwrap();
        let bin = Bin::of(root);
        for other in ["content/b.md", "../b.md", "content"] {
            assert!(bin.delete(&["content/a.md", other], now()).is_err());
            assert!(root.join("content/a.md").exists(), "{other}");
            assert_eq!(bin.entries(), []);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_made_up_entry_moves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("site");
        fs::create_dir_all(root.join("content")).unwrap();
        fs::write(folder.path().join("secret"), "secret").unwrap();
        let time = stamp(now());
        fs::create_dir_all(root.join(FOLDER).join(&time).join("content")).unwrap();
        std::os::unix::fs::symlink(
            folder.path().join("secret"),
            root.join(FOLDER).join(&time).join("content/a.md"),
        )
        .unwrap();
        let bin = Bin::of(&root);
        assert_eq!(bin.entries(), []);
        for (name, path) in [
            (format!("{time}/content/a.md"), "content/a.md"),
            (format!("{time}/../../../secret"), "content/b.md"),
            ("../../secret".to_owned(), "content/b.md"),
        ] {
            let path = path.to_owned();
            let entry = BinEntry {
                name,
                path,
                deleted: now(),
            };
            assert!(bin.restore(&entry).is_err());
        }
        assert_eq!(fs::read_dir(root.join("content")).unwrap().count(), 0);
    }
}
