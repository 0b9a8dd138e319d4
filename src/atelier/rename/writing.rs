//! Writes a renaming: all of it, or nothing.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Renaming;
use crate::atelier::is_ours;
use crate::edit::{MendError, prepared};
use crate::writing::{Committed, Replacement, WriteError, inside, move_to_free};

/// Why a renaming was not written. What was done has been put back.
#[derive(Debug, thiserror::Error)]
#[error("{why}")]
pub struct HalfRenamed {
    /// What went wrong.
    pub why: MendError,
    /// The files that could not be put back: they have what the renaming changes in them, or their new path.
    pub stuck: Vec<String>,
}

impl From<MendError> for HalfRenamed {
    fn from(why: MendError) -> Self {
        let stuck = Vec::new();
        Self { why, stuck }
    }
}

impl From<WriteError> for HalfRenamed {
    fn from(why: WriteError) -> Self {
        MendError::from(why).into()
    }
}

/// What has been done so far.
struct Steps<'r> {
    root: &'r Path,
    /// Folders that were made, the outermost first.
    folders: Vec<PathBuf>,
    changed: Vec<Committed>,
    moved: Vec<&'r (String, String)>,
}

impl Renaming {
    /// Writes the changes into the files of the site at `root`, then moves those that move.
    ///
    /// # Errors
    ///
    /// If a file has changed since it was read, has one of the new paths, or cannot be written or moved. Then everything
    /// is put back.
    pub fn write(&self, root: &Path) -> Result<(), HalfRenamed> {
        for (from, to) in &self.moves {
            if root.join(to).symlink_metadata().is_ok() {
                return Err(MendError::Changed(to.clone()).into());
            }
            for path in [from, to] {
                if !is_ours(root, path) {
                    let error = io::Error::other("outside of the site");
                    return Err(WriteError::of(path)(error).into());
                }
            }
        }
        // A full disk is noticed before anything is changed.
        let prepare = self.fixes.par_iter().map(|fix| prepared(root, fix));
        let prepared: Vec<Replacement> = prepare.collect::<Result<_, _>>()?;
        let mut steps = Steps {
            root,
            folders: Vec::new(),
            changed: Vec::new(),
            moved: Vec::new(),
        };
        match steps.take(self, prepared) {
            Ok(()) => Ok(()),
            Err(why) => Err(HalfRenamed {
                why,
                stuck: steps.back(),
            }),
        }
    }
}

impl<'r> Steps<'r> {
    fn take(
        &mut self,
        renaming: &'r Renaming,
        prepared: Vec<Replacement>,
    ) -> Result<(), MendError> {
        for (fix, replacement) in renaming.fixes.iter().zip(prepared) {
            let changed = || MendError::Changed(fix.file.path.clone());
            let committed = replacement.commit()?;
            self.changed.push(committed.ok_or_else(changed)?);
        }
        for step in &renaming.moves {
            self.move_file(step).map_err(WriteError::of(&step.1))?;
            self.moved.push(step);
        }
        Ok(())
    }

    fn move_file(&mut self, (from, to): &(String, String)) -> io::Result<()> {
        let place = self.root.join(to);
        let above = place.ancestors().skip(1);
        let new = above.take_while(|folder| folder.symlink_metadata().is_err());
        let new: Vec<PathBuf> = new.map(Path::to_owned).collect();
        self.folders.extend(new.into_iter().rev());
        move_to_free(&inside(self.root, from)?, &inside(self.root, to)?)
    }

    /// Goes back, and returns the files with which that did not work.
    fn back(self) -> Vec<String> {
        let mut stuck = Vec::new();
        for (from, to) in self.moved.into_iter().rev() {
            if move_to_free(&self.root.join(to), &self.root.join(from)).is_err() {
                stuck.push(to.clone());
            }
        }
        for changed in self.changed.into_iter().rev() {
            let path = changed.path().to_owned();
            if changed.undo().is_err() {
                stuck.push(path);
            }
        }
        for folder in self.folders.iter().rev() {
            // Only if it is empty.
            let _ = fs::remove_dir(folder);
        }
        stuck
    }
}
