//! Which of the town halls of the chosen places is the main one.

use std::collections::{BTreeMap, BTreeSet};

use super::record::OfficeRecord;
use crate::import::places::{CITIES, PlaceChoice};
use crate::markdown::slug;

/// The kind of a town hall.
pub const TOWN_HALL: &str = "mairie";

/// The main town halls among offices.
#[derive(Debug, Default)]
pub struct TownHalls {
    /// Their identifiers.
    pub main: BTreeSet<String>,
    /// Those that are only likely to be the main one, by the place.
    pub guessed: BTreeMap<String, String>,
}

impl TownHalls {
    /// Decides for each place.
    pub fn among<'o>(
        offices: impl Iterator<Item = &'o OfficeRecord>,
        choice: &PlaceChoice,
    ) -> Self {
        let mut of_place: BTreeMap<&str, Vec<&OfficeRecord>> = BTreeMap::new();
        for office in offices {
            let halls = office.services.iter().filter(|(kind, _)| kind == TOWN_HALL);
            for code in halls.flat_map(|(_, codes)| codes).collect::<BTreeSet<_>>() {
                of_place.entry(code).or_default().push(office);
            }
        }
        // A district without a town hall has that of its city.
        let has_hall = |code: &str| of_place.contains_key(code);
        let cities: Vec<&str> = CITIES
            .iter()
            .filter(|(_, districts, _)| {
                let mut asked = choice
                    .communes
                    .iter()
                    .filter(|code| code.starts_with(districts));
                asked.any(|code| !has_hall(code))
            })
            .map(|(city, ..)| *city)
            .collect();
        let mut halls = Self::default();
        for (code, mut candidates) in of_place {
            if !choice.has(code) && !cities.contains(&code) {
                continue;
            }
            candidates.sort_by_key(|office| {
                let newest = office.changed.map(|day| std::cmp::Reverse(day.0));
                (
                    rank(office, code),
                    newest.is_none(),
                    newest,
                    office.id.clone(),
                )
            });
            let Some(main) = candidates.first() else {
                continue;
            };
            if rank(main, code).0 > 0 && candidates.len() > 1 {
                halls.guessed.insert(main.id.clone(), code.to_owned());
            }
            halls.main.insert(main.id.clone());
        }
        halls
    }
}

/// How far an office is from being the main town hall of a commune: 0 if the source says that it is.
fn rank(office: &OfficeRecord, code: &str) -> (u8, u32) {
    const PARTS: &[&str] = &[
        "annexe", "delegue", "associe", "quartier", "mobile", "antenne",
    ];
    let name = slug(&office.name);
    let is_part = PARTS.iter().any(|part| name.contains(part));
    let (of_commune, number) = match office.numbered() {
        Some((commune, number)) => (commune == code, number.parse().unwrap_or(u32::MAX)),
        None => (true, 0),
    };
    match (of_commune, number) {
        (true, 1) => (0, 1),
        (true, number) if !is_part => (1, number),
        (true, number) => (2, number),
        (false, number) => (3, number),
    }
}

/// The kinds of an office, the first its own: a town hall that is not the main one is none.
pub fn kinds(office: &OfficeRecord, halls: &TownHalls) -> Vec<String> {
    let mut kinds: Vec<String> = Vec::new();
    for (kind, _) in &office.services {
        let is_side = kind == TOWN_HALL && !halls.main.contains(&office.id);
        if !is_side && !kinds.contains(kind) {
            kinds.push(kind.clone());
        }
    }
    kinds
}
