//! Prints kept on disk under the hash of all that they depend on, so that a build prints only what changed.

use std::collections::HashSet;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::{Print, PrintFacts};

/// The folder's name in the site's folder.
pub const FOLDER: &str = ".guichet-cache";

/// How long a print is kept that no build asks for.
const KEPT: Duration = Duration::from_secs(30 * 24 * 3600);

/// The mark of a folder that can be emptied at any time (<https://bford.info/cachedir/>); also how guichet knows its own.
const TAG: (&str, &str) = (
    "CACHEDIR.TAG",
    "Signature: 8a477f597d28d172789f06886806bc55\n# Sheets that guichet has printed. This folder can be deleted at any time.\n",
);

/// Prints by the hash of what they were made from.
pub struct Cache {
    folder: PathBuf,
    used: Mutex<HashSet<[u8; 32]>>,
}

/// The first line of a kept print.
#[derive(Serialize, Deserialize)]
struct Head {
    facts: PrintFacts,
    /// The hash of the PDF: a damaged file is as good as none.
    hash: String,
}

impl Cache {
    /// The cache of the site at `root`; `None` where it cannot be made, or where something else bears its name.
    pub fn open(root: &Path) -> Option<Self> {
        let folder = root.join(FOLDER);
        match folder.symlink_metadata() {
            Ok(metadata) if metadata.is_dir() && folder.join(TAG.0).is_file() => {}
            Ok(_) => return None,
            Err(_) => {
                std::fs::create_dir(&folder).ok()?;
                std::fs::write(folder.join(TAG.0), TAG.1).ok()?;
                std::fs::write(folder.join(".gitignore"), "*\n").ok()?;
            }
        }
        Some(Self {
            folder,
            used: Mutex::default(),
        })
    }

    /// The cache of the site at `root`, if a build has made one: a check makes no folder.
    pub fn open_existing(root: &Path) -> Option<Self> {
        root.join(FOLDER).is_dir().then(|| Self::open(root))?
    }

    fn path(&self, key: blake3::Hash) -> PathBuf {
        self.folder.join(format!("{}.pdf", key.to_hex()))
    }

    fn used(&self, key: blake3::Hash) {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.insert(*key.as_bytes());
    }

    /// What is known of a print, if it is kept.
    pub fn facts(&self, key: blake3::Hash) -> Option<PrintFacts> {
        let mut file = BufReader::with_capacity(1024, std::fs::File::open(self.path(key)).ok()?);
        let head = read_head(&mut file)?;
        self.used(key);
        Some(head.facts)
    }

    /// The PDF of a print, if it is kept whole.
    pub fn pdf(&self, key: blake3::Hash) -> Option<Arc<[u8]>> {
        let mut file = BufReader::new(std::fs::File::open(self.path(key)).ok()?);
        let head = read_head(&mut file)?;
        let mut pdf = Vec::with_capacity(usize::try_from(head.facts.bytes).unwrap_or(0));
        file.read_to_end(&mut pdf).ok()?;
        if blake3::hash(&pdf).to_hex().as_str() != head.hash {
            let _ = std::fs::remove_file(self.path(key));
            return None;
        }
        self.used(key);
        Some(pdf.into())
    }

    /// Keeps a print; whether it could be.
    pub fn put(&self, key: blake3::Hash, print: &Print) -> bool {
        let head = Head {
            facts: print.facts.clone(),
            hash: blake3::hash(&print.pdf).to_hex().to_string(),
        };
        let path = self.path(key);
        // Renamed once it is whole, so that no build ever reads half of it.
        let unfinished = path.with_extension(format!("{}.part", std::process::id()));
        let written = (|| {
            let mut file = std::fs::File::create(&unfinished)?;
            let mut line = serde_json::to_vec(&head)?;
            line.push(b'\n');
            file.write_all(&line)?;
            file.write_all(&print.pdf)?;
            std::fs::rename(&unfinished, &path)
        })();
        if written.is_err() {
            let _ = std::fs::remove_file(&unfinished);
            return false;
        }
        self.used(key);
        true
    }

    /// Deletes what this build has not used and no build has for a month.
    pub fn prune(&self) {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
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

fn read_head(file: &mut impl std::io::BufRead) -> Option<Head> {
    let mut line = Vec::new();
    file.take(1 << 20).read_until(b'\n', &mut line).ok()?;
    serde_json::from_slice(&line).ok()
}
