//! One publisher at a time.

use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::CourierError;
use crate::host::RemoteFolder;
use crate::records::{OWN_FOLDER, put};

/// Whoever publishes says so again after this time.
pub(crate) const HEARTBEAT: Duration = Duration::from_secs(60);

/// Whoever has said nothing for this time was cut.
const SILENCE: Duration = Duration::from_secs(15 * 60);

/// What an owner's note may weigh.
const LARGEST_NOTE: u64 = 4096;

/// Who publishes.
#[derive(Debug, Clone)]
pub struct LockOwner {
    /// What tells this publisher from others: it goes on where it was cut.
    pub id: String,
    /// Who that is, in words for other people.
    pub words: String,
}

impl LockOwner {
    /// This user of this computer, who works in this folder.
    pub fn here(folder: &Path) -> Self {
        let variable = |names: &[&str]| names.iter().find_map(|name| std::env::var(name).ok());
        let user = variable(&["USER", "USERNAME", "LOGNAME"]).unwrap_or_default();
        let computer = std::fs::read_to_string("/etc/hostname").unwrap_or_default();
        let computer = variable(&["COMPUTERNAME"]).unwrap_or_else(|| computer.trim().to_owned());
        let words = match (&*user, &*computer) {
            ("", one) | (one, "") => one.to_owned(),
            (user, computer) => format!("{user} ({computer})"),
        };
        let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
        Self::of(&words, &folder)
    }

    /// The publisher of these words who works in this folder: cut there, it goes on from there.
    pub fn of(words: &str, folder: &Path) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(words.as_bytes());
        hasher.update(&[0]);
        hasher.update(folder.as_os_str().as_encoded_bytes());
        Self {
            id: hasher.finalize().to_hex()[..32].to_owned(),
            words: words.to_owned(),
        }
    }
}

fn folder_path() -> String {
    format!("{OWN_FOLDER}/lock")
}

fn note_path() -> String {
    format!("{OWN_FOLDER}/lock/owner")
}

fn part_path() -> String {
    format!("{}.part", note_path())
}

/// Takes the lock, from whoever was cut, too.
pub(crate) fn take(folder: &mut dyn RemoteFolder, owner: &LockOwner) -> Result<(), CourierError> {
    folder.make_folder(OWN_FOLDER)?;
    if !folder.make_folder(&folder_path())? {
        let note = folder.read(&note_path(), LARGEST_NOTE)?;
        let note = note.map(|note| String::from_utf8_lossy(&note).into_owned());
        // Without a note, its owner was cut before writing one, or writes it now: it is told apart by reading what is there in the end.
        if let Some((id, seconds, words)) = note.as_deref().and_then(read)
            && id != owner.id
            && since(seconds) < SILENCE
        {
            return Err(CourierError::Locked(words.to_owned()));
        }
    }
    renew(folder, owner)?;
    let note = folder.read(&note_path(), LARGEST_NOTE)?;
    let note = note.map(|note| String::from_utf8_lossy(&note).into_owned());
    match note.as_deref().and_then(read) {
        Some((id, _, words)) if id != owner.id => Err(CourierError::Locked(words.to_owned())),
        _ => Ok(()),
    }
}

/// Says that its owner is at work.
pub(crate) fn renew(folder: &mut dyn RemoteFolder, owner: &LockOwner) -> Result<(), CourierError> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let now = now.unwrap_or_default().as_secs();
    let words = owner.words.replace(char::is_control, " ");
    let note = format!("{}\n{now}\n{words}\n", owner.id);
    Ok(put(folder, &note_path(), &note)?)
}

/// Gives it back.
pub(crate) fn release(folder: &mut dyn RemoteFolder) -> Result<(), CourierError> {
    folder.remove(&note_path())?;
    folder.remove(&part_path())?;
    Ok(folder.remove_folder(&folder_path())?)
}

fn read(note: &str) -> Option<(&str, u64, &str)> {
    let mut lines = note.lines();
    Some((lines.next()?, lines.next()?.parse().ok()?, lines.next()?))
}

fn since(seconds: u64) -> Duration {
    let then = UNIX_EPOCH + Duration::from_secs(seconds);
    SystemTime::now().duration_since(then).unwrap_or_default()
}
