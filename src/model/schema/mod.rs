//! The fields that editors write, in each record: what they are called, and their JSON Schema.

mod help;
mod json;
mod named;
mod names;

use std::collections::HashSet;
use std::sync::OnceLock;

pub use help::help;
pub use json::{front_matter, shared};
pub use named::{NamedThing, named_thing};
pub use names::{Names, fields_below, in_english, is_key, is_title, title};
pub(super) use names::{is_channel, route_of_key};

use super::config::Config;
use super::kinds::{Article, Common, Guide, Kind, Organization, PageKind};
use super::local::LocalFields;
use super::record::{Key, Record};

/// The keys of a kind of page: what all pages share, then its own.
pub fn keys(kind: Kind) -> [&'static [Key]; 2] {
    let own: &[Key] = match kind {
        Kind::Guide => Guide::KEYS,
        Kind::Article => Article::KEYS,
        Kind::Organization => Organization::KEYS,
        Kind::Page | Kind::Legal => &[],
    };
    [Common::KEYS, own]
}

/// The records of which the front matter of a kind of page is one. An organization's own `kind` says what it is;
/// elsewhere it says what the page is.
pub fn page_keys(kind: Kind) -> Vec<&'static [Key]> {
    let mut records = keys(kind).to_vec();
    if kind != Kind::Organization {
        records.push(PageKind::KEYS);
    }
    records
}

/// What whole files hold: pages, the configuration, local notes. Glossaries are not among them, because their keys
/// are the words that they explain.
const ROOTS: &[&[Key]] = &[
    Common::KEYS,
    Guide::KEYS,
    Article::KEYS,
    Organization::KEYS,
    Config::KEYS,
    LocalFields::KEYS,
    PageKind::KEYS,
];

/// Every record that an editor writes: the roots, and all that their fields hold.
fn records() -> &'static [&'static [Key]] {
    static RECORDS: OnceLock<Vec<&[Key]>> = OnceLock::new();
    RECORDS.get_or_init(|| {
        let mut records = ROOTS.to_vec();
        let mut names: HashSet<Vec<&str>> = records.iter().map(|keys| names_of(keys)).collect();
        let mut at = 0;
        while let Some(keys) = records.get(at).copied() {
            let inner = keys.iter().filter_map(|key| key.fields);
            records.extend(
                inner
                    .map(|(keys, _)| keys)
                    .filter(|keys| names.insert(names_of(keys))),
            );
            at += 1;
        }
        records
    })
}

/// What tells a record from others: its keys.
fn names_of(keys: &[Key]) -> Vec<&'static str> {
    keys.iter().map(|key| key.name).collect()
}

#[cfg(test)]
mod tests;
