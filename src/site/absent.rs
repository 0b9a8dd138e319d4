//! What is not published and that a link or a name may mean all the same: drafts, and files that could not be read.

use std::collections::{HashMap, HashSet};

use super::{Site, bare_name};
use crate::document::folder_kind;
use crate::language::Language;
use crate::markdown::slug;
use crate::model::Kind;

/// What is not published, by what leads to it.
#[derive(Debug, Default)]
pub(super) struct Absent {
    /// Drafts by their stem and language: positions in [`Site::drafts`], the first of each.
    drafts: HashMap<(String, Language), usize>,
    /// Drafts of organizations by the names that they would have, likewise.
    organizations: HashMap<String, usize>,
    /// The ids of organizations that could not be read, as parts of addresses.
    unread: HashSet<String>,
}

impl Site {
    /// The file of a draft that is not published, and that a name in `at:` would stand for.
    pub fn draft_organization(&self, name: &str) -> Option<&str> {
        let name = slug(bare_name(name));
        let at = *self.absent().organizations.get(&name)?;
        Some(&self.drafts[at].file.path)
    }

    /// The file of a draft that is not published, by its stem.
    pub(super) fn draft_of_stem(&self, stem: &str, language: Language) -> Option<&str> {
        if self.drafts.is_empty() {
            return None;
        }
        let at = *self.absent().drafts.get(&(stem.to_owned(), language))?;
        Some(&self.drafts[at].file.path)
    }

    /// Whether an organization may be in a file that could not be read.
    pub fn is_organization_unread(&self, name: &str) -> bool {
        self.absent().unread.contains(&slug(bare_name(name)))
    }

    fn absent(&self) -> &Absent {
        self.absent.get_or_init(|| {
            let mut absent = Absent::default();
            for (at, draft) in self.drafts.iter().enumerate() {
                let stem = (draft.stem.clone(), draft.language);
                absent.drafts.entry(stem).or_insert(at);
                let Some(organization) = draft.organization() else {
                    continue;
                };
                let names = [draft.id(), &draft.common.title].into_iter();
                for name in names.chain(organization.kinds()) {
                    absent.organizations.entry(slug(name)).or_insert(at);
                }
            }
            let unread = self.unread.keys();
            let unread = unread.filter(|key| folder_kind(key) == Kind::Organization);
            let ids = unread.filter_map(|key| key.rsplit('/').next()?.split('.').next());
            absent.unread = ids.map(slug).collect();
            absent
        })
    }
}
