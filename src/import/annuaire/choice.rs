//! Which places an editor asks for, and which of their town halls is the main one.

use std::collections::{BTreeMap, BTreeSet};

use super::record::OfficeRecord;
use crate::markdown::slug;

/// Cities whose districts have codes of their own (INSEE, code officiel géographique): the code of the city, what those of its districts
/// begin with, and how many there are.
const CITIES: &[(&str, &str, usize)] = &[
    ("75056", "751", 20),
    ("69123", "6938", 9),
    ("13055", "132", 16),
];

/// The kind of a town hall.
pub const TOWN_HALL: &str = "mairie";

/// The places that an editor asks for.
#[derive(Debug, Clone, Default)]
pub struct PlaceChoice {
    /// Codes of communes, with the districts of cities.
    communes: BTreeSet<String>,
    /// The cities of districts: what serves the city serves its districts.
    cities: BTreeSet<String>,
    /// What the codes of départements begin with.
    departments: BTreeSet<String>,
}

/// The code of a commune as the national institute of statistics writes it; `None` if it is not one.
pub fn commune(text: &str) -> Option<String> {
    let code = text.trim().to_uppercase();
    let (head, tail) = (code.get(..2)?, code.get(2..)?);
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_code =
        tail.len() == 3 && is_number(tail) && (is_number(head) || head == "2A" || head == "2B");
    is_code.then_some(code)
}

/// The code of a département or of a territory overseas.
pub fn department(text: &str) -> Option<String> {
    let code = text.trim().to_uppercase();
    let is_number = code.bytes().all(|byte| byte.is_ascii_digit());
    let is_code = match code.len() {
        2 => is_number && code != "97" && code != "98" || code == "2A" || code == "2B",
        3 => is_number && (code.starts_with("97") || code.starts_with("98")),
        _ => false,
    };
    is_code.then_some(code)
}

/// The number of a public body in the register of companies.
pub fn siren(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    (digits.len() == 9 && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

impl PlaceChoice {
    /// Adds a commune; a city with its districts.
    pub fn add_commune(&mut self, code: String) {
        for (city, districts, count) in CITIES {
            if code == *city {
                let width = 5 - districts.len();
                let codes = (1..=*count).map(|number| format!("{districts}{number:0width$}"));
                self.communes.extend(codes);
            } else if code.starts_with(districts) {
                self.cities.insert((*city).to_owned());
            }
        }
        self.communes.insert(code);
    }

    pub fn add_department(&mut self, code: String) {
        self.departments.insert(code);
    }

    pub fn is_empty(&self) -> bool {
        self.communes.is_empty() && self.departments.is_empty()
    }

    /// Whether a code is one of the places.
    pub fn has(&self, code: &str) -> bool {
        let head = |length: usize| code.get(..length).unwrap_or_default();
        self.communes.contains(code)
            || self.departments.contains(head(2))
            || self.departments.contains(head(3))
    }

    /// Whether what serves the place of this code serves one of the places.
    pub fn wants(&self, code: &str) -> bool {
        self.has(code) || self.cities.contains(code)
    }

    /// What the text of a record that is wanted contains, one of them at least.
    pub fn needles(&self) -> Vec<String> {
        let whole = self.communes.iter().chain(&self.cities).cloned();
        let begun = self
            .departments
            .iter()
            .flat_map(|code| ["\"", "[", " ", ",", ";"].map(|before| format!("{before}{code}")));
        whole.chain(begun).collect()
    }
}

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
