//! Caches what is expensive to make, on disk, under a hash of everything that it depends on, so that a build
//! makes only what changed.

use std::collections::HashSet;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The folder's name in the site's folder.
pub const FOLDER: &str = ".guichet-cache";

/// How long an entry is kept that no build requests.
const KEPT: Duration = Duration::from_secs(30 * 24 * 3600);

/// How long after its last mark a requested entry is marked again: once a day, not at every build.
const MARKED: Duration = Duration::from_secs(24 * 3600);

/// Marks a folder that may be emptied at any time (<https://bford.info/cachedir/>); guichet also recognises
/// its own by it.
const TAG: (&str, &str) = (
    "CACHEDIR.TAG",
    "Signature: 8a477f597d28d172789f06886806bc55\n# Sheets and images that guichet has made. This folder can be deleted at any time.\n",
);

/// Entries by the hash of what they were made from.
pub struct Cache {
    folder: PathBuf,
    /// Whether the folder exists and is guichet's; unset while it does not exist and may be created.
    is_ours: OnceLock<bool>,
    used: Mutex<HashSet<[u8; 32]>>,
}

/// The first line of a cached file, after its seal.
#[derive(Serialize, Deserialize)]
struct CacheHeader<F> {
    facts: F,
    /// The hash of the content: a damaged file counts as absent.
    hash: String,
}

/// Proves that a header belongs to a key: a damaged or misplaced file counts as absent.
fn seal(key: blake3::Hash, head: &[u8]) -> blake3::Hash {
    blake3::keyed_hash(key.as_bytes(), head)
}

impl Cache {
    /// The cache of the site at `root`. Its folder is created when there is something to cache; if something
    /// else has its name, nothing is cached.
    pub fn open(root: &Path) -> Self {
        let folder = root.join(FOLDER);
        let is_ours = match folder.symlink_metadata() {
            Ok(metadata) => (metadata.is_dir() && folder.join(TAG.0).is_file()).into(),
            Err(_) => OnceLock::new(),
        };
        Self {
            folder,
            is_ours,
            used: Mutex::default(),
        }
    }

    /// The cache of the site at `root`, if a build has created one: a check creates no folder.
    pub fn open_existing(root: &Path) -> Self {
        let cache = Self::open(root);
        cache.is_ours.get_or_init(|| false);
        cache
    }

    fn make_folder(&self) -> std::io::Result<()> {
        std::fs::create_dir(&self.folder)?;
        // The folder was created just now: do not write into one that others have put there in the meantime.
        let write = |name: &str, text: &str| {
            File::create_new(self.folder.join(name))?.write_all(text.as_bytes())
        };
        write(TAG.0, TAG.1)?;
        write(".gitignore", "*\n")
    }

    /// The file of an entry, if there is a folder for it.
    fn path(&self, key: blake3::Hash) -> Option<PathBuf> {
        (self.is_ours.get() == Some(&true)).then(|| self.place(key))
    }

    fn place(&self, key: blake3::Hash) -> PathBuf {
        self.folder.join(key.to_hex().as_str())
    }

    fn used(&self, key: blake3::Hash) {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.insert(*key.as_bytes());
    }

    /// What is known about an entry, if it is cached.
    pub fn facts<F: DeserializeOwned>(&self, key: blake3::Hash) -> Option<F> {
        let file = std::fs::File::open(self.path(key)?).ok()?;
        mark(&file);
        let head: CacheHeader<F> = read_head(key, &mut BufReader::with_capacity(1024, file))?;
        self.used(key);
        Some(head.facts)
    }

    /// The bytes of an entry, if it is cached and intact.
    pub fn bytes(&self, key: blake3::Hash) -> Option<Vec<u8>> {
        let path = self.path(key)?;
        let file = std::fs::File::open(&path).ok()?;
        mark(&file);
        let mut file = BufReader::new(file);
        let head: CacheHeader<serde::de::IgnoredAny> = read_head(key, &mut file)?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).ok()?;
        if blake3::hash(&bytes).to_hex().as_str() != head.hash {
            let _ = std::fs::remove_file(path);
            return None;
        }
        self.used(key);
        Some(bytes)
    }

    /// Caches an entry; returns whether that was possible.
    pub fn put<F: Serialize>(&self, key: blake3::Hash, facts: &F, bytes: &[u8]) -> bool {
        if !self.is_ours.get_or_init(|| self.make_folder().is_ok()) {
            return false;
        }
        let head = CacheHeader {
            facts,
            hash: blake3::hash(bytes).to_hex().to_string(),
        };
        let path = self.place(key);
        // Renamed once it is complete, so that no build ever reads half of it. Two threads may make the same
        // one.
        let unfinished = path.with_extension(format!(
            "{}-{:?}.part",
            std::process::id(),
            std::thread::current().id()
        ));
        let written = (|| {
            let head = serde_json::to_vec(&head)?;
            let mut file = crate::writing::create(&unfinished)?;
            file.write_all(seal(key, &head).to_hex().as_bytes())?;
            file.write_all(&head)?;
            file.write_all(b"\n")?;
            file.write_all(bytes)?;
            std::fs::rename(&unfinished, &path)
        })();
        if written.is_err() {
            let _ = std::fs::remove_file(&unfinished);
            return false;
        }
        self.used(key);
        true
    }

    /// Deletes what this build has not used and no build has used for a month.
    pub fn prune(&self) {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        if self.is_ours.get() != Some(&true) {
            return;
        }
        let Ok(entries) = std::fs::read_dir(&self.folder) else {
            return;
        };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let Some(hash) = name.to_str().and_then(|name| name.get(..64)) else {
                continue;
            };
            let Ok(hash) = blake3::Hash::from_hex(hash) else {
                continue;
            };
            let age = entry.metadata().and_then(|metadata| metadata.modified());
            let age = age.ok().and_then(|written| written.elapsed().ok());
            if !used.contains(hash.as_bytes()) && age.is_some_and(|age| age > KEPT) {
                let _ = std::fs::remove_file(entry.path());
            }
        }
    }
}

/// Records that a file was requested, in its modification time. If the system does not allow that, the file
/// is kept as long as an unrequested one.
fn mark(file: &std::fs::File) {
    let written = file.metadata().and_then(|metadata| metadata.modified());
    let age = written.ok().and_then(|written| written.elapsed().ok());
    if age.is_some_and(|age| age > MARKED) {
        let _ = file.set_modified(std::time::SystemTime::now());
    }
}

/// The header of a key's file; `None` if it is not that key's.
fn read_head<F: DeserializeOwned>(
    key: blake3::Hash,
    file: &mut impl std::io::BufRead,
) -> Option<CacheHeader<F>> {
    let mut line = Vec::new();
    file.take(1 << 20).read_until(b'\n', &mut line).ok()?;
    let (found, head) = line
        .strip_suffix(b"\n")?
        .split_at_checked(2 * blake3::OUT_LEN)?;
    let found = blake3::Hash::from_hex(found).ok()?;
    (found == seal(key, head)).then(|| serde_json::from_slice(head).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A damaged or misplaced file gives nothing: neither what is known about the entry nor its bytes.
    #[test]
    fn a_file_vouches_for_its_key() {
        let site = tempfile::tempdir().unwrap();
        let cache = Cache::open(site.path());
        let [one, two] = [blake3::hash(b"one"), blake3::hash(b"two")];
        assert!(cache.put(one, &1, b"first") && cache.put(two, &2, b"second"));
        assert_eq!(
            (cache.facts(one), cache.bytes(one)),
            (Some(1), Some(b"first".to_vec()))
        );
        std::fs::copy(cache.place(one), cache.place(two)).unwrap();
        assert_eq!((cache.facts::<i32>(two), cache.bytes(two)), (None, None));
        let sound = std::fs::read(cache.place(one)).unwrap();
        for at in 0..sound.len() {
            let mut damaged = sound.clone();
            damaged[at] ^= 2;
            std::fs::write(cache.place(one), damaged).unwrap();
            let facts = cache.facts::<i32>(one);
            assert!(facts.is_none() || facts == Some(1), "{at}");
            assert_eq!(cache.bytes(one), None, "{at}");
        }
    }
}
