//! Gives a page another file name: its translations and its local note go with it, links of other pages lead to it, and
//! its earlier address does, too.

mod mover;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::{is_editable, is_ours};
use crate::diagnostics::Fix;
use crate::edit::{self, FieldError, MendError};
use crate::files::CONTENT;
use crate::site::Site;
use crate::writing::{WriteError, inside};
use mover::Mover;

/// What a renamed page changes in the files of its site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renaming {
    /// The files that move: from which path of the site to which.
    pub moves: Vec<(String, String)>,
    /// What changes in texts, which have their earlier paths.
    pub fixes: Vec<Fix>,
    /// Files with a link to the page that is written in a way that only its editor can change.
    pub left: BTreeSet<String>,
}

impl Renaming {
    /// Writes the changes into the files of the site at `root`, then moves those that move.
    ///
    /// # Errors
    ///
    /// If a file has changed since it was read, or has one of the new paths: then nothing is written. If one cannot be
    /// written or moved: those before it are.
    pub fn write(&self, root: &Path) -> Result<(), MendError> {
        for (_, to) in &self.moves {
            if root.join(to).symlink_metadata().is_ok() {
                return Err(MendError::Changed(to.clone()));
            }
            if !is_ours(root, to) {
                return Err(WriteError::of(to)(io::Error::other("outside of the site")).into());
            }
            // What cannot be there is known before anything is written.
            let place = inside(root, to).map_err(WriteError::of(to))?;
            let made = File::create_new(&place).map_err(WriteError::of(to))?;
            drop(made);
            fs::remove_file(&place).map_err(WriteError::of(to))?;
        }
        for fix in &self.fixes {
            edit::is_as_read(root, fix)?;
        }
        for fix in &self.fixes {
            edit::mend_one(root, fix)?;
        }
        for (from, to) in &self.moves {
            let rename = || fs::rename(inside(root, from)?, inside(root, to)?);
            rename().map_err(WriteError::of(from))?;
        }
        Ok(())
    }
}

/// Why a page cannot be renamed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RenameError {
    /// There is no such page.
    #[error("there is no page {0}")]
    NoPage(String),
    /// The new path is not that of a page.
    #[error("{0} cannot be the file of a page")]
    BadPath(String),
    /// A file has this path already.
    #[error("{0} exists already")]
    Taken(String),
    /// The text of a section has the name that makes it one.
    #[error("{0} is the text of a section")]
    Section(String),
    /// Its front matter is written in a way that does not allow to add the earlier address.
    #[error("{0}: {1}")]
    Fields(String, FieldError),
}

/// What it takes to move the page in a file (`content/guides/carte.md`) to another (`content/papiers/identite.md`).
/// Writes nothing.
///
/// # Errors
///
/// If the page cannot be renamed so.
pub fn rename(site: &Site, from: &str, to: &str) -> Result<Renaming, RenameError> {
    let page = site
        .page_of_file(from)
        .ok_or_else(|| RenameError::NoPage(from.to_owned()))?;
    let document = &site.page(page).document;
    if document.is_index {
        return Err(RenameError::Section(from.to_owned()));
    }
    let bad = || RenameError::BadPath(to.to_owned());
    let below = to
        .strip_prefix(CONTENT)
        .and_then(|below| below.strip_prefix('/'));
    let stem = below
        .and_then(|below| below.strip_suffix(".md"))
        .ok_or_else(bad)?;
    let name = stem.rsplit('/').next().unwrap_or(stem);
    // A dot would begin a language, and an underscore a section's own text.
    let is_sound =
        is_editable(to) && !name.is_empty() && !name.contains('.') && !name.starts_with('_');
    if !is_sound {
        return Err(bad());
    }
    if stem == document.stem {
        return Ok(Renaming::default());
    }
    Mover::new(site, &document.stem, stem)?.renaming()
}

#[cfg(test)]
mod tests;
