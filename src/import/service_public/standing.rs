//! What earlier imports wrote and this one cannot read. It stays on the site, and so do links to it.

use std::collections::{BTreeMap, BTreeSet};

use super::known::public_and_id;
use super::nodes::section_path;
use super::shelf::Public;
use crate::import::Before;
use crate::import::merge::ReadError;
use crate::import::news::title_of;
use crate::import::three_way::names_of;

/// What stands on the site and is not in the source; empty for a source that is whole, whose pages go with it.
#[derive(Debug, Default)]
pub struct StandingParts {
    /// The path and the title of each page.
    pages: BTreeMap<(String, Public), (String, String)>,
    /// The entries of glossaries.
    terms: BTreeSet<(Public, String)>,
}

impl StandingParts {
    /// All pages but those that the source has, and all entries of glossaries.
    ///
    /// # Errors
    ///
    /// If a page or a glossary cannot be read.
    pub fn of(
        before: &Before,
        is_in_source: impl Fn(&(String, Public)) -> bool,
    ) -> Result<Self, ReadError> {
        let mut standing = Self::default();
        for path in &before.written {
            let public = |name: &str| {
                let mut all = Public::ALL.into_iter();
                all.find(|public| public.name().to_lowercase() == name)
            };
            let found = public_and_id(path).and_then(|(name, id)| Some((id, public(name)?)));
            let Some((id, public)) = found else { continue };
            let key = (id.to_owned(), public);
            if !is_in_source(&key) && *path != section_path(public) {
                let page = before.page(path)?.unwrap_or_default();
                let title = title_of(path, &page);
                standing.pages.insert(key, (path.clone(), title));
            }
        }
        for public in Public::ALL {
            let path = format!("{}/glossary.yaml", public.folder());
            if before.written.contains(&path) {
                let glossary = before.page(&path)?.unwrap_or_default();
                let names = names_of(&path, &glossary).into_iter();
                standing.terms.extend(names.map(|name| (public, name)));
            }
        }
        Ok(standing)
    }

    pub fn is_empty(&self) -> bool {
        self.pages.is_empty()
    }

    /// The path and the title of a page: of this public if possible, otherwise of any.
    pub fn page(&self, id: &str, public: Public) -> Option<(&str, &str)> {
        let mut publics = std::iter::once(public).chain(Public::ALL);
        let page = publics.find_map(|public| self.pages.get(&(id.to_owned(), public)))?;
        Some((&page.0, &page.1))
    }

    /// Whether a glossary has an entry.
    pub fn has_term(&self, key: &(Public, String)) -> bool {
        self.terms.contains(key)
    }
}
