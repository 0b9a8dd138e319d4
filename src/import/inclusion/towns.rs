//! What communes are called, by their codes.

use std::collections::BTreeMap;

use super::offices::SiteOffices;
use super::shelf::InclusionShelf;
use super::words::is_remark;

/// The names of communes.
#[derive(Debug, Clone, Default)]
pub struct TownNames(BTreeMap<String, String>);

impl TownNames {
    /// As the town halls of the site and the records have them: of several spellings the most frequent one.
    pub fn of(shelf: &InclusionShelf, site: &SiteOffices) -> Self {
        let mut written: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        for record in shelf.structures.values().chain(shelf.services.values()) {
            let fields = record.fields();
            let (code, name) = (fields.commune(), fields.line("commune"));
            if code.len() == 5 && is_remark(&name) {
                *written.entry(code).or_default().entry(name).or_default() += 1;
            }
        }
        let most = |spellings: BTreeMap<String, usize>| {
            let mut spellings = spellings.into_iter().collect::<Vec<_>>();
            spellings.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            spellings.into_iter().next().map(|(name, _)| name)
        };
        let written = written.into_iter();
        let mut names: BTreeMap<String, String> = written
            .filter_map(|(code, spellings)| Some((code, most(spellings)?)))
            .collect();
        names.extend(site.towns());
        Self(names)
    }

    /// The name of a commune.
    pub fn get(&self, code: &str) -> Option<&str> {
        self.0.get(code).map(String::as_str)
    }

    /// The names of communes that are all known.
    #[cfg(test)]
    pub fn with(names: &[(&str, &str)]) -> Self {
        let names = names.iter();
        Self(
            names
                .map(|(code, name)| ((*code).to_owned(), (*name).to_owned()))
                .collect(),
        )
    }
}
