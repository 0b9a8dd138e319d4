//! What an office is called, and where its page goes. It keeps its place once it has one, even if the source gives the office another name,
//! kind or identifier.

use super::halls::TOWN_HALL;
use super::record::OfficeRecord;
use crate::import::Before;
use crate::import::merge::ReadError;
use crate::import::page_paths::{self, NamedRecord};
use crate::import::places::of_town;
use crate::markdown::slug;

/// What is called after its town, as slugs: `Mairie - Rennes` is the *Mairie de Rennes*. Others have more in their name (`CAF
/// d’Ille-et-Vilaine - Rennes`), or serve more than their town.
const OF_TOWNS: &[&str] = &[
    "brigade-de-gendarmerie",
    "bureau-de-poste",
    "ccas",
    "centre-communal-d-action-sociale",
    "centre-communal-d-action-sociale-ccas",
    "commissariat-de-police",
    "conseil-de-prud-hommes",
    "cour-administrative-d-appel",
    "cour-d-appel",
    "france-services",
    "gendarmerie",
    "mairie",
    "mairie-annexe",
    "mairie-deleguee",
    "maison-de-justice-et-du-droit",
    "mission-locale",
    "sous-prefecture",
    "tresorerie",
    "tribunal-administratif",
    "tribunal-de-commerce",
    "tribunal-de-proximite",
    "tribunal-judiciaire",
];

/// A name of the directory as people say it, where that is certain: where what follows the dash is one of these towns, as the record
/// writes them in its addresses.
pub fn as_said(name: &str, towns: &[String]) -> String {
    let said = || {
        let (what, town) = name.split_once(" - ")?;
        let is_town = towns.iter().any(|other| slug(other) == slug(town));
        let what = what.trim();
        let is_of_town = is_town && OF_TOWNS.contains(&slug(what).as_str());
        let town = of_town(town.trim()).filter(|_| is_of_town)?;
        Some(format!("{what} {town}"))
    };
    said().unwrap_or_else(|| name.to_owned())
}

/// The folder of the pages.
pub const FOLDER: &str = "content/organizations/annuaire";

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
    let name = slug(&format!("{} {commune} {number}", page_paths::stem(kind)));
    if name.is_empty() {
        "service".to_owned()
    } else {
        name
    }
}

/// The paths of offices, in their order; each has its kind beside it.
///
/// # Errors
///
/// If a page that an earlier import wrote cannot be read.
pub fn paths(
    offices: &[(&OfficeRecord, String)],
    before: &Before,
) -> Result<Vec<String>, ReadError> {
    let named = |(office, kind): &(&OfficeRecord, String)| {
        let name = natural(office, kind);
        let own = slug(office.id.split('-').next().unwrap_or_default());
        let apart = (4..=12)
            .contains(&own.len())
            .then(|| format!("{name}-{own}"));
        NamedRecord {
            id: office.id.clone(),
            names: std::iter::once(name).chain(apart).collect(),
            seed: format!("{}\0{}", office.id, office.name),
        }
    };
    let records: Vec<NamedRecord> = offices.iter().map(named).collect();
    page_paths::paths(FOLDER, &records, before)
}

/// The path of the page of a commune's main town hall among these.
pub fn town_hall<'p>(paths: impl Iterator<Item = &'p String>, commune: &str) -> Option<&'p String> {
    let begin = format!("{FOLDER}/{}", slug(&format!("{TOWN_HALL} {commune}")));
    let of_commune = paths.filter(|path| {
        let rest = path.strip_prefix(&begin);
        rest.is_some_and(|rest| rest == ".md" || rest.starts_with('-'))
    });
    // A second one has more in its name.
    of_commune.min_by_key(|path| path.len())
}
