//! What is known of the texts that windows have open: which have been typed and not saved, and which pages went.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{PoisonError, RwLock};

/// Where a page is that had a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Whereabouts {
    /// At this path.
    Moved(String),
    /// In the bin, or gone for good.
    Deleted,
}

/// The texts that windows may have open, by their paths.
pub(crate) struct OpenTexts {
    root: PathBuf,
    unsaved: RwLock<BTreeSet<String>>,
    went: RwLock<BTreeMap<String, Whereabouts>>,
}

impl OpenTexts {
    /// Of a site in which nobody has done anything.
    pub fn of(root: PathBuf) -> Self {
        Self {
            root,
            unsaved: RwLock::default(),
            went: RwLock::default(),
        }
    }

    /// Remembers whether a window has typed what its file does not say.
    pub fn set_unsaved(&self, path: &str, is_unsaved: bool) {
        let mut unsaved = self.unsaved.write().unwrap_or_else(PoisonError::into_inner);
        match is_unsaved {
            true => unsaved.insert(path.to_owned()),
            false => unsaved.remove(path),
        };
    }

    /// Those of these paths whose text a window has not saved.
    pub fn unsaved_of<'p>(&self, paths: impl Iterator<Item = &'p str>) -> BTreeSet<&'p str> {
        let unsaved = self.unsaved.read().unwrap_or_else(PoisonError::into_inner);
        paths.filter(|path| unsaved.contains(*path)).collect()
    }

    /// Remembers that a page went.
    pub fn set_went(&self, path: &str, to: Whereabouts) {
        let mut went = self.went.write().unwrap_or_else(PoisonError::into_inner);
        went.insert(path.to_owned(), to);
    }

    /// Where the page went that had this path; `None` if it is there, or nobody of the workshop knows.
    pub fn whereabouts(&self, path: &str) -> Option<Whereabouts> {
        let is_there = |path: &str| self.root.join(path).symlink_metadata().is_ok();
        if is_there(path) {
            return None;
        }
        let went = self.went.read().unwrap_or_else(PoisonError::into_inner);
        let mut to = went.get(path)?;
        // It may have moved more than once.
        for _ in 0..went.len() {
            match to {
                Whereabouts::Moved(next) if !is_there(next) => to = went.get(next)?,
                found => return Some(found.clone()),
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_wherever_it_went() {
        let folder = tempfile::tempdir().unwrap();
        let open = OpenTexts::of(folder.path().to_owned());
        let moved = |to: &str| Whereabouts::Moved(to.to_owned());
        for (from, to) in [("a", "b"), ("b", "a"), ("a", "c")] {
            open.set_went(from, moved(to));
        }
        assert_eq!(open.whereabouts("a"), None);
        std::fs::write(folder.path().join("c"), "").unwrap();
        assert_eq!(open.whereabouts("a"), Some(moved("c")));
        assert_eq!(open.whereabouts("b"), Some(moved("c")));
        assert_eq!(open.whereabouts("c"), None);
        assert_eq!(open.whereabouts("d"), None);
        std::fs::remove_file(folder.path().join("c")).unwrap();
        open.set_went("c", Whereabouts::Deleted);
        assert_eq!(open.whereabouts("a"), Some(Whereabouts::Deleted));
    }
}
