//! The places that were chosen, as data·inclusion names them.

use crate::import::places::{AskedPlaces, PlaceChoice};

/// The places and public bodies that an editor asks for; everything if there is none.
#[derive(Debug, Clone, Default)]
pub struct InclusionChoice {
    places: PlaceChoice,
    sirens: Vec<String>,
}

impl InclusionChoice {
    pub fn of(asked: &AskedPlaces) -> Self {
        Self {
            places: asked.choice.clone(),
            sirens: asked.sirens.clone(),
        }
    }

    /// Whether nothing is chosen, so that everything is taken.
    pub fn is_all(&self) -> bool {
        self.places.is_empty() && self.sirens.is_empty()
    }

    /// Whether a commune is one of the places; without its code, whether its postcode is in one of the départements.
    pub fn has(&self, commune: &str, postcode: &str) -> bool {
        match commune.is_empty() {
            _ if self.is_all() => true,
            false => self.places.wants(commune),
            true => self.places.has_department(&department_of(postcode)),
        }
    }

    /// Whether a code in an eligibility is one of the places.
    pub fn names(&self, code: &str) -> bool {
        // `243500139` is an intercommunality, in no département 24.
        match code.len() {
            5 => self.places.wants(code),
            9 => self.sirens.iter().any(|siren| siren == code),
            _ => self.places.has_department(code),
        }
    }

    /// Whether a SIRET number is that of a chosen public body.
    pub fn names_public_body(&self, siret: &str) -> bool {
        self.sirens.iter().any(|siren| siret.starts_with(siren))
    }

    /// What the text of a record that is wanted contains, one of them at least.
    pub fn needles(&self) -> Vec<String> {
        let places = self.places.needles().into_iter();
        // The postcodes of Corsica, for records without the code of a commune.
        let is_corsican = ["2A", "2B"]
            .iter()
            .any(|code| self.places.has_department(code));
        let postcodes = is_corsican
            .then(|| ["\"", "[", "{", " ", ",", ";", ":"].map(|before| format!("{before}20")));
        let postcodes = postcodes.into_iter().flatten();
        places
            .chain(postcodes)
            .chain(self.sirens.iter().cloned())
            .collect()
    }
}

/// The département of a postcode.
fn department_of(postcode: &str) -> String {
    let is_code = postcode.len() == 5 && postcode.bytes().all(|byte| byte.is_ascii_digit());
    if !is_code {
        return String::new();
    }
    let length = match postcode.get(..2) {
        Some("20") => {
            let is_south = matches!(postcode.get(2..3), Some("0" | "1"));
            return if is_south { "2A" } else { "2B" }.to_owned();
        }
        Some("97" | "98") => 3,
        _ => 2,
    };
    postcode.get(..length).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_postcode_is_in_a_department() {
        for (postcode, department) in [
            ("35990", "35"),
            ("01000", "01"),
            ("20167", "2A"),
            ("20600", "2B"),
            ("97410", "974"),
            ("", ""),
            ("é", ""),
        ] {
            assert_eq!(department_of(postcode), department);
        }
    }
}
