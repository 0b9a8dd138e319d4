//! The pages of earlier imports, by public and identifier: a page keeps its address.

use std::collections::{BTreeMap, BTreeSet};

use super::shelf::{GUIDES, Public, ShelfItem};
use crate::import::Before;

/// What the site has of earlier imports.
pub struct KnownFiles<'b> {
    /// The path of each page that an import wrote, by public and identifier.
    written: BTreeMap<(&'b str, &'b str), &'b str>,
    /// Pages that an editor has deleted.
    left_out: BTreeSet<(&'b str, &'b str)>,
}

/// What the site has of an item.
pub enum KnownPath<'b> {
    /// A page. It keeps the address that it was first given: paper that names it cannot be called back.
    Kept(&'b str),
    /// Nothing any more: an editor has deleted its page.
    LeftOut,
    /// Nothing yet.
    New,
}

impl<'b> KnownFiles<'b> {
    /// What earlier imports wrote.
    pub fn of(before: &'b Before) -> Self {
        let keyed = |path: &'b String| Some((public_and_id(path)?, path.as_str()));
        Self {
            written: before.written.iter().filter_map(keyed).collect(),
            left_out: before
                .left_out
                .iter()
                .filter_map(|path| public_and_id(path))
                .collect(),
        }
    }

    /// What the site has of an item.
    pub fn path(&self, item: &ShelfItem) -> KnownPath<'b> {
        // Since schema 3.4, associations are a theme of particuliers.
        let folders: &[&str] = match item.public {
            Public::Particuliers => &["particuliers", "associations"],
            Public::Professionnels => &["professionnels"],
            Public::Associations => &["associations"],
        };
        for folder in folders {
            if let Some(path) = self.written.get(&(*folder, item.id.as_str())) {
                return KnownPath::Kept(path);
            }
            if self.left_out.contains(&(*folder, item.id.as_str())) {
                return KnownPath::LeftOut;
            }
        }
        KnownPath::New
    }
}

/// `content/guides/particuliers/N367/F1050.md` → `particuliers` and `F1050`; a section's own text is
/// identified by its folder.
pub fn public_and_id(path: &str) -> Option<(&str, &str)> {
    let below = path.strip_prefix(GUIDES)?.strip_prefix('/')?;
    let (public, rest) = below.split_once('/')?;
    let bare = rest.strip_suffix(".md")?.trim_end_matches("/_index");
    Some((public, bare.rsplit('/').next()?))
}
