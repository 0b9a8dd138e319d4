//! The entries that an editor has deleted from an imported glossary: pages say their words without a link.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;

use walkdir::WalkDir;

use super::merge::{ImportChanges, ReadError};
use super::news::without_links;
use super::three_way::{is_data, names_of};
use super::{Import, ImportedContent};
use crate::files::CONTENT;
use crate::markdown::term_key;
use crate::spelling::fold_key;

/// The entries of a source's glossaries that no glossary of the site will have, by their folded keys.
#[derive(Debug, Default)]
pub(super) struct DeletedEntries(BTreeSet<String>);

impl DeletedEntries {
    /// Those of an import whose data is compared already.
    pub fn of(root: &Path, import: &Import, changes: &ImportChanges) -> Result<Self, ReadError> {
        let mut deleted = BTreeSet::new();
        let is_glossary = |path: &str| {
            path.rsplit('/')
                .next()
                .is_some_and(|name| name.starts_with("gloss"))
        };
        for (path, content) in &import.files {
            if let (ImportedContent::Text(text), true) =
                (content, is_data(path) && is_glossary(path))
            {
                let kept = changes.text_of(root, path)?.unwrap_or_default();
                let kept: BTreeSet<String> = names_of(path, &kept)
                    .iter()
                    .map(|name| fold_key(name))
                    .collect();
                let all = names_of(path, text);
                deleted.extend(
                    all.iter()
                        .map(|name| fold_key(name))
                        .filter(|name| !kept.contains(name)),
                );
            }
        }
        if deleted.is_empty() {
            return Ok(Self(deleted));
        }
        // An entry may have moved to another glossary.
        for entry in WalkDir::new(root.join(CONTENT)).into_iter().flatten() {
            let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
            let path = path.to_string_lossy().replace('\\', "/");
            if is_data(&path) && is_glossary(&path) {
                let text = changes.text_of(root, &path)?.unwrap_or_default();
                for name in names_of(&path, &text) {
                    deleted.remove(&fold_key(&name));
                }
            }
        }
        Ok(Self(deleted))
    }

    /// The text of a page without links to them.
    pub fn out_of<'t>(&self, path: &str, text: &'t str) -> Cow<'t, str> {
        if self.0.is_empty() || is_data(path) || !text.contains("](glossary:") {
            return Cow::Borrowed(text);
        }
        let is_deleted = |to: &str| term_key(to).is_some_and(|key| self.0.contains(&fold_key(key)));
        Cow::Owned(without_links(text, is_deleted))
    }
}
