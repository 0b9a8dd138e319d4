//! Where the pages of records go. A page keeps its place once it has one, even if the source gives its record another name.

use std::collections::{BTreeMap, BTreeSet};

use super::Before;
use super::ledger::mark_of;
use super::merge::ReadError;
use crate::markdown::slug;

/// The page of each identifier that an earlier import wrote into a folder.
///
/// # Errors
///
/// If a page cannot be read.
pub fn known(folder: &str, before: &Before) -> Result<BTreeMap<String, String>, ReadError> {
    let pages = before
        .written
        .iter()
        .filter(|path| path.starts_with(folder) && path.ends_with(".md"));
    let mut known = BTreeMap::new();
    for path in pages {
        let id = before.page(path)?.and_then(|text| id_of(&text));
        known.extend(id.map(|id| (id, path.clone())));
    }
    Ok(known)
}

/// The identifier of the record that an imported page comes from.
pub fn id_of(page: &str) -> Option<String> {
    let front = page.split("\n---").next()?;
    let id = front.lines().find_map(|line| {
        let line = line.trim_start();
        line.strip_prefix("identifiant:")
            .or_else(|| line.strip_prefix("id:"))
    })?;
    Some(id.trim().trim_matches(['"', '\'']).to_owned())
}

/// The most of a name of a file, in bytes.
const LONGEST_STEM: usize = 60;

/// A name as that of a file; empty if it has no letter or figure.
pub fn stem(name: &str) -> String {
    let name: String = slug(name)
        .chars()
        .filter(char::is_ascii)
        .take(LONGEST_STEM)
        .collect();
    name.trim_matches('-').to_owned()
}

/// A record that needs a page.
#[derive(Debug, Clone, Default)]
pub struct NamedRecord {
    /// Its identifier at the source; empty if it has none.
    pub id: String,
    /// The names that its file may have, the best first.
    pub names: Vec<String>,
    /// What tells it from another of these names.
    pub seed: String,
}

/// The paths of records in a folder, in their order.
///
/// # Errors
///
/// If a page that an earlier import wrote cannot be read.
pub fn paths(
    folder: &str,
    records: &[NamedRecord],
    before: &Before,
) -> Result<Vec<String>, ReadError> {
    let known = known(folder, before)?;
    let mut taken: BTreeSet<String> = BTreeSet::from([format!("{folder}/_index.md")]);
    let mut paths: Vec<Option<String>> = vec![None; records.len()];
    for (record, path) in records.iter().zip(&mut paths) {
        let kept = known.get(&record.id).filter(|_| !record.id.is_empty());
        *path = kept.filter(|kept| taken.insert((*kept).clone())).cloned();
    }
    let found = records.iter().zip(paths).map(|(record, path)| {
        path.unwrap_or_else(|| {
            let best = record.names.first().map_or("page", String::as_str);
            let hash = format!("{best}-{:010x}", mark_of(record.seed.as_bytes()));
            let numbered = (2..).map(|number| format!("{hash}-{number}"));
            let named = record.names.iter().cloned();
            let mut names = named.chain([hash.clone()]).chain(numbered);
            names
                .find_map(|name| {
                    let path = format!("{folder}/{name}.md");
                    taken.insert(path.clone()).then_some(path)
                })
                .unwrap_or_default()
        })
    });
    Ok(found.collect())
}
