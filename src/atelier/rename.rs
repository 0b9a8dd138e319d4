//! Gives a page another file name: its translations and its local note go with it, links of other pages lead to it, and
//! its earlier address does, too.

mod former;
mod mover;
mod writing;

use std::collections::BTreeSet;

use super::{References, is_editable};
use crate::diagnostics::Fix;
use crate::edit::FieldError;
use crate::files::CONTENT;
use crate::site::Site;
use mover::Mover;
pub use writing::HalfRenamed;

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
/// `references` are those of the site. Writes nothing.
///
/// # Errors
///
/// If the page cannot be renamed so.
pub fn rename(
    site: &Site,
    references: &References,
    from: &str,
    to: &str,
) -> Result<Renaming, RenameError> {
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
    Mover::new(site, &document.stem, stem)?.renaming(references)
}

#[cfg(test)]
mod tests;
