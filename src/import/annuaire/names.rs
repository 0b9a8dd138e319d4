//! Where the page of an office goes. It keeps its place once it has one, even if the source gives the office another name, kind or
//! identifier.

use std::collections::{BTreeMap, BTreeSet};

use super::choice::TOWN_HALL;
use super::record::OfficeRecord;
use crate::files::{LARGEST_TEXT, read_file};
use crate::import::Before;
use crate::import::ledger::mark_of;
use crate::markdown::slug;

/// The folder of the pages.
pub const FOLDER: &str = "content/organizations/annuaire";

/// A part of a name, in bytes.
const LONGEST: usize = 60;

/// The page of each identifier that an earlier import wrote.
fn known(before: &Before) -> BTreeMap<String, String> {
    let pages = before
        .written
        .iter()
        .filter(|path| path.starts_with(FOLDER) && path.ends_with(".md"));
    let named = pages.filter_map(|path| {
        let bytes = read_file(&before.root.join(path), LARGEST_TEXT as u64).ok()?;
        let text = String::from_utf8_lossy(&bytes);
        let front = text.split("\n---").next()?;
        let id = front.lines().find_map(|line| {
            let line = line.trim_start();
            line.strip_prefix("identifiant:")
                .or_else(|| line.strip_prefix("id:"))
        })?;
        Some((id.trim().trim_matches(['"', '\'']).to_owned(), path.clone()))
    });
    named.collect()
}

/// The kind, the commune and the number of an office, which outlive its identifier.
fn natural(office: &OfficeRecord, kind: &str) -> String {
    let (commune, number) = match office.numbered() {
        // Of town halls, only the main one has a page.
        Some((commune, _)) if kind == TOWN_HALL => (commune, ""),
        Some((commune, "01")) => (commune, ""),
        Some((commune, number)) => (commune, number),
        None => (office.commune.as_str(), ""),
    };
    let served = || office.services.first()?.1.first().map(String::as_str);
    let commune = if commune.is_empty() {
        served().unwrap_or_default()
    } else {
        commune
    };
    let name = slug(&format!("{} {commune} {number}", part(kind)));
    if name.is_empty() {
        "service".to_owned()
    } else {
        name
    }
}

/// The beginning of a name.
fn part(name: &str) -> String {
    name.chars().filter(char::is_ascii).take(LONGEST).collect()
}

/// The paths of offices, in their order; each has its kind beside it.
pub fn paths(offices: &[(&OfficeRecord, String)], before: &Before) -> Vec<String> {
    let known = known(before);
    let mut taken: BTreeSet<String> = BTreeSet::from([format!("{FOLDER}/_index.md")]);
    let mut paths: Vec<Option<String>> = vec![None; offices.len()];
    for ((office, _), path) in offices.iter().zip(&mut paths) {
        let kept = known.get(&office.id).filter(|_| !office.id.is_empty());
        *path = kept.filter(|kept| taken.insert((*kept).clone())).cloned();
    }
    let found = offices.iter().zip(paths).map(|((office, kind), path)| {
        path.unwrap_or_else(|| {
            let name = natural(office, kind);
            let own = slug(office.id.split('-').next().unwrap_or_default());
            let hash = || {
                format!(
                    "{name}-{:010x}",
                    mark_of(format!("{}\0{}", office.id, office.name).as_bytes())
                )
            };
            let apart = match own.len() {
                4..=12 => format!("{name}-{own}"),
                _ => hash(),
            };
            let numbered = (2..).map(|number| format!("{}-{number}", hash()));
            let mut names = [name.clone(), apart, hash()].into_iter().chain(numbered);
            names
                .find_map(|name| {
                    let path = format!("{FOLDER}/{name}.md");
                    taken.insert(path.clone()).then_some(path)
                })
                .unwrap_or_default()
        })
    });
    found.collect()
}
