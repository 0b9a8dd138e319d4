//! A file that is being written, beside where it belongs.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::exchange::move_to_free;

/// A file beside where it belongs, under a name that nobody else uses; it goes unless it gets there.
#[derive(Debug)]
pub(super) struct Unfinished {
    pub path: PathBuf,
}

impl Unfinished {
    /// Writes it.
    pub fn write(place: &Path, bytes: &[u8]) -> io::Result<Self> {
        let (this, mut file) = Self::create(place)?;
        file.write_all(bytes)?;
        Ok(this)
    }

    fn create(place: &Path) -> io::Result<(Self, File)> {
        static MADE: AtomicU64 = AtomicU64::new(0);
        loop {
            // Short, whatever the length of the other name; hidden, so that no site reads it. What a run that was killed
            // has left, or somebody else has made, is not touched.
            let number = MADE.fetch_add(1, Ordering::Relaxed);
            let name = format!(".guichet-{}-{number}.part", std::process::id());
            let path = place.with_file_name(name);
            match File::create_new(&path) {
                Ok(file) => return Ok((Self { path }, file)),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Waits until it is on the disk.
    pub fn settle(&self) -> io::Result<()> {
        File::options().write(true).open(&self.path)?.sync_all()
    }

    /// Lets whoever could read and write another file do so with this one.
    pub fn with_permissions_of(&self, place: &Path) -> io::Result<()> {
        match fs::metadata(place) {
            Ok(file) => fs::set_permissions(&self.path, file.permissions()),
            Err(_) => Ok(()),
        }
    }

    /// Puts it in the place of whatever is there.
    pub fn take_place_of(&self, place: &Path) -> io::Result<()> {
        self.with_permissions_of(place)?;
        fs::rename(&self.path, place)
    }

    /// Puts it in a place that is free.
    pub fn take_free(&self, place: &Path) -> io::Result<()> {
        move_to_free(&self.path, place)
    }

    /// Leaves what is there: it is somebody's.
    pub fn abandon(self) {
        std::mem::forget(self);
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // It is where it belongs, or nobody needs it.
        let _ = fs::remove_file(&self.path);
    }
}

/// Waits until the folder of a file has its name on the disk. Where folders cannot be waited for, the system does it soon.
pub(super) fn settle_folder(place: &Path) {
    let folder = place.parent().map(File::open);
    let _ = folder.and_then(Result::ok).map(|folder| folder.sync_all());
}
