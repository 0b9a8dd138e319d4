//! Which places an editor asks for: communes, départements, public bodies.

mod asked;

use std::collections::BTreeSet;

use crate::markdown::slug;
pub use asked::{AskedPlaces, OPTIONS, memory, none_asked};

/// Cities whose districts have codes of their own (INSEE, code officiel géographique): the code of the city, what those of its districts
/// begin with, and how many there are.
pub const CITIES: &[(&str, &str, usize)] = &[
    ("75056", "751", 20),
    ("69123", "6938", 9),
    ("13055", "132", 16),
];

/// What the codes of the districts of a city begin with; `None` for other communes.
pub fn districts(city: &str) -> Option<&'static str> {
    let found = CITIES.iter().find(|(code, ..)| *code == city);
    found.map(|(_, districts, _)| *districts)
}

/// The places that an editor asks for.
#[derive(Debug, Clone, Default)]
pub struct PlaceChoice {
    /// Codes of communes, with the districts of cities.
    pub communes: BTreeSet<String>,
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

/// A town after *de*: `de Rennes`, `d’Angers`, `du Mans`, `des Essarts`; `None` where that is not certain, as before an h.
pub fn of_town(name: &str) -> Option<String> {
    for (article, after) in [
        ("Le ", "du "),
        ("Les ", "des "),
        ("La ", "de La "),
        ("L'", "de L’"),
        ("L’", "de L’"),
    ] {
        if let Some(rest) = name.strip_prefix(article) {
            return (!rest.trim().is_empty()).then(|| format!("{after}{rest}"));
        }
    }
    let mut letters = slug(name).into_bytes().into_iter();
    let (first, second) = (letters.next()?, letters.next());
    let is_vowel = |letter: u8| b"aeiou".contains(&letter);
    match first {
        b'h' => None,
        // `d’Yvetot`, but `de Yenne`.
        b'y' if second.is_none_or(is_vowel) => None,
        b'y' => Some(format!("d’{name}")),
        letter if is_vowel(letter) => Some(format!("d’{name}")),
        letter if letter.is_ascii_lowercase() => Some(format!("de {name}")),
        _ => None,
    }
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

    /// Whether a code is that of a commune which is asked for by itself.
    pub fn is_named(&self, code: &str) -> bool {
        self.communes.contains(code)
    }

    /// Whether a département is one of the places.
    pub fn has_department(&self, code: &str) -> bool {
        self.departments.contains(code)
    }

    /// Whether what serves the place of this code serves one of the places.
    pub fn wants(&self, code: &str) -> bool {
        self.has(code) || self.cities.contains(code)
    }

    /// What the text of a record that is wanted contains, one of them at least.
    pub fn needles(&self) -> Vec<String> {
        let whole = self.communes.iter().chain(&self.cities).cloned();
        let begun = self.departments.iter().flat_map(|code| {
            ["\"", "[", "{", " ", ",", ";", ":"].map(|before| format!("{before}{code}"))
        });
        whole.chain(begun).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_follows_de_as_people_say_it() {
        for (name, after) in [
            ("Villefictive", Some("de Villefictive")),
            ("Angers", Some("d’Angers")),
            ("Évreux", Some("d’Évreux")),
            ("Œting", Some("d’Œting")),
            ("Yvetot", Some("d’Yvetot")),
            ("Le Mans", Some("du Mans")),
            ("Les Essarts", Some("des Essarts")),
            ("La Rochelle", Some("de La Rochelle")),
            ("L'Haÿ-les-Roses", Some("de L’Haÿ-les-Roses")),
            ("Lempdes", Some("de Lempdes")),
            ("Yenne", None),
            ("Hyères", None),
            ("Le ", None),
            ("2e arrondissement", None),
            ("", None),
        ] {
            assert_eq!(of_town(name).as_deref(), after, "{name}");
        }
    }
}
