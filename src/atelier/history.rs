//! The last versions of each text, whether or not the site is under version control.

use std::fs;
use std::io;
use std::path::PathBuf;
use std::time::SystemTime;

use super::{is_editable, is_ours, stamp, stamped};
use crate::encoding;
use crate::files::{LARGEST_TEXT, read_file};
use crate::writing::{WriteError, replace, save, save_new};

/// The folder of the site that holds them.
pub const FOLDER: &str = ".guichet-versions";

/// How many versions of a text are kept.
pub const KEPT: usize = 50;

/// How many digits of a text's hash its version's name has.
const HASH: usize = 16;

/// The versions of the texts of a site.
#[derive(Debug, Clone)]
pub struct History {
    root: PathBuf,
}

/// Why a text was not saved.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SaveError {
    /// The file is not what its editor began from: somebody else has written, made or deleted it.
    #[error("the file has changed since")]
    Changed,
    /// It cannot be written.
    #[error(transparent)]
    Write(#[from] WriteError),
}

/// What tells the bytes of a file from all others.
pub fn fingerprint(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// A version of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedVersion {
    /// Its name in the history of its text.
    pub name: String,
    /// When it was saved.
    pub saved: SystemTime,
    /// Bytes.
    pub size: u64,
}

impl History {
    /// The history of the site at `root`.
    pub fn of(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Writes a text of the site atomically, and keeps it as its latest version; before, keeps what the file holds, if
    /// another program has written that. Versions beyond the last fifty go. `base` is the [`fingerprint`] of what the
    /// file held when its editor began; nothing for a file that is new.
    ///
    /// # Errors
    ///
    /// If somebody else has written the file since, if the path is not one that the workshop writes to, or if the file
    /// or its version cannot be written. The file is then as it was.
    pub fn save(
        &self,
        path: &str,
        text: &str,
        base: Option<&str>,
        now: SystemTime,
    ) -> Result<(), SaveError> {
        if !is_ours(&self.root, path) {
            return Err(WriteError::of(path)(io::Error::other("outside of the site")).into());
        }
        let place = self.root.join(path);
        // A rename would replace a file that nobody may write to.
        if place
            .symlink_metadata()
            .is_ok_and(|file| file.permissions().readonly())
        {
            return Err(WriteError::of(path)(io::ErrorKind::PermissionDenied.into()).into());
        }
        let before = match read_file(&place, LARGEST_TEXT as u64) {
            Ok(before) => Some(before),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(WriteError::of(path)(error).into()),
        };
        if before.as_deref().map(fingerprint).as_deref() != base {
            return Err(SaveError::Changed);
        }
        if let Some(before) = &before {
            self.keep(path, before, now)?;
        }
        self.keep(path, text.as_bytes(), now)?;
        // Whatever another program has written meanwhile, up to the last moment, is not overwritten.
        let is_written = match before {
            Some(before) => replace(&self.root, path, &before, text.as_bytes())?,
            None => match save_new(&self.root, path, text.as_bytes()) {
                Err(error) if error.source.kind() == io::ErrorKind::AlreadyExists => false,
                made => made.map(|()| true)?,
            },
        };
        is_written.then_some(()).ok_or(SaveError::Changed)
    }

    /// Keeps a text as the latest version, unless it is that already.
    fn keep(&self, path: &str, text: &[u8], now: SystemTime) -> Result<(), WriteError> {
        let hash = fingerprint(text);
        let hash = hash.get(..HASH).unwrap_or_default();
        let versions = self.versions(path).map_err(WriteError::of(path))?;
        let last = versions.first();
        if last.is_some_and(|last| last.name.ends_with(hash)) {
            return Ok(());
        }
        // Two of one moment, or a clock that was set back: the order in which they were saved is kept.
        let after =
            last.and_then(|last| last.saved.checked_add(std::time::Duration::from_millis(1)));
        let when = after.map_or(now, |after| after.max(now));
        save(
            &self.root,
            &format!("{FOLDER}/{path}/{}-{hash}", stamp(when)),
            text,
        )?;
        for old in versions.iter().skip(KEPT - 1) {
            // What cannot go today goes another day.
            let _ = fs::remove_file(self.folder(path).join(&old.name));
        }
        Ok(())
    }

    /// The versions of a text, latest first; none for a text that was never saved.
    ///
    /// # Errors
    ///
    /// If the folder that holds them cannot be read.
    pub fn versions(&self, path: &str) -> io::Result<Vec<SavedVersion>> {
        if !is_editable(path) {
            return Ok(Vec::new());
        }
        let entries = match fs::read_dir(self.folder(path)) {
            Ok(entries) => entries,
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
                ) =>
            {
                return Ok(Vec::new());
            }
            Err(error) => return Err(error),
        };
        let mut versions = Vec::new();
        for entry in entries {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            // Links and folders are not versions.
            if let (Some(saved), true) = (time_of(&name), entry.file_type()?.is_file()) {
                let size = entry.metadata()?.len();
                versions.push(SavedVersion { name, saved, size });
            }
        }
        versions.sort_by(|a, b| b.name.cmp(&a.name));
        Ok(versions)
    }

    /// The text of a version.
    ///
    /// # Errors
    ///
    /// If there is no such version, or it cannot be read.
    pub fn read(&self, path: &str, name: &str) -> io::Result<String> {
        if !is_editable(path) || time_of(name).is_none() {
            return Err(io::ErrorKind::NotFound.into());
        }
        let bytes = read_file(&self.folder(path).join(name), LARGEST_TEXT as u64)?;
        String::from_utf8(bytes).or_else(|error| match encoding::decode(error.as_bytes()) {
            Some((text, _)) => Ok(text),
            None => Err(io::Error::new(io::ErrorKind::InvalidData, error)),
        })
    }

    /// Keeps what a file of the site holds now, before something else changes it.
    ///
    /// # Errors
    ///
    /// If the file cannot be read, or its version cannot be written.
    pub fn keep_current(&self, path: &str, now: SystemTime) -> Result<(), WriteError> {
        if !is_ours(&self.root, path) {
            return Err(WriteError::of(path)(io::Error::other(
                "outside of the site",
            )));
        }
        let current = read_file(&self.root.join(path), LARGEST_TEXT as u64);
        self.keep(path, &current.map_err(WriteError::of(path))?, now)
    }

    /// Makes the history of a text that of another: the file was renamed. What had that name before stays below it.
    ///
    /// # Errors
    ///
    /// If the folder cannot be moved.
    pub fn moved(&self, from: &str, to: &str) -> io::Result<()> {
        let (old, new) = (self.folder(from), self.folder(to));
        if !is_editable(from) || !is_editable(to) || !old.is_dir() {
            return Ok(());
        }
        if new.is_dir() {
            for entry in fs::read_dir(&old)? {
                let entry = entry?;
                // Of the same moment and the same text, one is enough.
                fs::rename(entry.path(), new.join(entry.file_name()))?;
            }
            return fs::remove_dir(old);
        }
        if let Some(folder) = new.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::rename(old, new)
    }

    fn folder(&self, path: &str) -> PathBuf {
        self.root.join(FOLDER).join(path)
    }
}

/// When a version of this name was saved; `None` if it is no version's name.
fn time_of(name: &str) -> Option<SystemTime> {
    let hash = name.get(14..)?.strip_prefix('-')?;
    let is_hash = hash.len() == HASH && hash.bytes().all(|b| b.is_ascii_hexdigit());
    stamped(name).filter(|_| is_hash)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::*;

    const PAGE: &str = "content/guides/carte.md";

    fn at(seconds: u64) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(1_800_000_000 + seconds)
    }

    /// Saves a text over what the file holds now.
    fn write(history: &History, text: &str, seconds: u64) {
        let base = fs::read(history.root.join(PAGE)).ok();
        let base = base.as_deref().map(fingerprint);
        history
            .save(PAGE, text, base.as_deref(), at(seconds))
            .unwrap();
    }

    fn texts(history: &History) -> Vec<String> {
        let versions = history.versions(PAGE).unwrap();
        let texts = versions
            .iter()
            .map(|version| history.read(PAGE, &version.name).unwrap());
        texts.collect()
    }

    #[test]
    fn each_save_is_a_version_and_so_is_what_others_wrote() {
        let folder = tempfile::tempdir().unwrap();
        let page = folder.path().join(PAGE);
        let history = History::of(folder.path());
        write(&history, "un", 1);
        write(&history, "deux", 2);
        // Nothing has changed.
        write(&history, "deux", 3);
        assert_eq!(texts(&history), ["deux", "un"]);
        assert_eq!(history.versions(PAGE).unwrap()[0].saved, at(2));
        // Another editor is at work on the same file.
        let base = fingerprint(b"deux");
        fs::write(&page, "d’ailleurs").unwrap();
        for base in [Some(&*base), None] {
            let refused = history.save(PAGE, "trois", base, at(4));
            assert!(matches!(refused, Err(SaveError::Changed)));
        }
        assert_eq!(fs::read_to_string(&page).unwrap(), "d’ailleurs");
        // Told of it, the editor goes on; the clock was set back.
        write(&history, "trois", 0);
        assert_eq!(texts(&history), ["trois", "d’ailleurs", "deux", "un"]);
        assert_eq!(fs::read_to_string(&page).unwrap(), "trois");

        history.moved(PAGE, "content/guides/identite.md").unwrap();
        assert_eq!(texts(&history), [""; 0]);
        let moved = history.versions("content/guides/identite.md").unwrap();
        assert_eq!(moved.len(), 4);
        fs::remove_file(&page).unwrap();
        let gone = history.save(PAGE, "quatre", Some(&fingerprint(b"trois")), at(5));
        assert!(matches!(gone, Err(SaveError::Changed)));
    }

    #[test]
    fn the_last_fifty_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let history = History::of(folder.path());
        for second in 0..KEPT + 5 {
            write(&history, &second.to_string(), second as u64);
        }
        let texts = texts(&history);
        assert_eq!(texts.len(), KEPT);
        assert_eq!((&*texts[0], &*texts[KEPT - 1]), ("54", "5"));
    }

    #[cfg(unix)]
    #[test]
    fn neither_a_path_nor_a_link_leads_elsewhere() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let (site, elsewhere) = (folder.path().join("site"), folder.path().join("elsewhere"));
        fs::create_dir_all(site.join(FOLDER)).unwrap();
        fs::create_dir_all(&elsewhere).unwrap();
        fs::write(elsewhere.join("secret.md"), "secret").unwrap();
        symlink(&elsewhere, site.join(FOLDER).join("content")).unwrap();
        let history = History::of(&site);
        assert!(history.save("content/a.md", "x", None, at(1)).is_err());
        assert!(!site.join("content/a.md").exists());
        assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 1);
        for (path, name) in [
            ("content/a.md", "../../../elsewhere/secret.md"),
            ("../elsewhere/x", "secret.md"),
        ] {
            assert!(history.read(path, name).is_err(), "{path}");
            assert!(history.save(path, "x", None, at(1)).is_err());
        }
    }
}
