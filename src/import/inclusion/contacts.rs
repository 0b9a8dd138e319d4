//! Where a structure or a service is, and how it is reached.

use super::offices::place_of;
use super::record::InclusionFields;
use crate::import::loose;
use crate::model::hours::Hours;
use crate::model::values::{Coordinates, Email, Phone, Url};

/// Longer addresses lead to a session that has ended.
const LONGEST_ADDRESS: usize = 1_000;

/// Hours that neither readers nor guichet can read.
pub const HOURS_CODE: &str = "hours-code";

/// What a record says of its place, and what of it cannot be read: what it is, and as it is written.
#[derive(Debug, Clone, Default)]
pub struct InclusionContacts {
    pub address: Vec<String>,
    pub postcode: String,
    /// Its street and number, as a slug.
    pub street: String,
    pub coordinates: Option<Coordinates>,
    pub phones: Vec<Phone>,
    /// The words beside a number.
    pub phone_words: String,
    pub email: Option<String>,
    pub website: Option<String>,
    pub hours: Option<String>,
    /// Hours that cannot be read.
    pub hours_note: Option<String>,
    pub unread: Vec<(&'static str, String)>,
}

impl InclusionContacts {
    pub fn of(fields: &InclusionFields) -> Self {
        let mut contacts = Self::default();
        contacts.place(fields);
        contacts.telephones(&fields.line("telephone"));
        contacts.mail(&fields.line("courriel"));
        contacts.website = contacts.link(&fields.line("site_web"));
        contacts.opening(fields);
        contacts
    }

    fn place(&mut self, fields: &InclusionFields) {
        let (street, more) = (fields.line("adresse"), fields.line("complement_adresse"));
        let (postcode, town) = (fields.postcode(), fields.line("commune"));
        let below = format!("{postcode} {town}").trim().to_owned();
        let lines = match below.is_empty() {
            // The whole address on one line.
            true => street.split(", ").map(str::to_owned).collect(),
            false => vec![more.clone(), street.clone(), below],
        };
        self.address = lines.into_iter().filter(|line| !line.is_empty()).collect();
        if street.is_empty() && more.is_empty() && postcode.is_empty() {
            // A town alone is nowhere to go.
            self.address.clear();
        }
        (self.postcode, self.street) = place_of(&self.address);
        let (latitude, longitude) = (fields.line("latitude"), fields.line("longitude"));
        if !latitude.is_empty() || !longitude.is_empty() {
            let is_far = ["97", "98"]
                .iter()
                .any(|head| fields.commune().starts_with(head) || postcode.starts_with(head));
            self.coordinates = loose::point(&latitude, &longitude, is_far);
            if self.coordinates.is_none() {
                let written = format!("{latitude}, {longitude}");
                self.unread.push(("coordinates", written));
            }
        }
    }

    fn telephones(&mut self, written: &str) {
        (self.phones, self.phone_words) = loose::numbers(written);
        let mut known: Vec<String> = Vec::new();
        self.phones.retain(|phone| {
            let is_new = !known.iter().any(|other| other == phone.dialled());
            known.push(phone.dialled().to_owned());
            is_new
        });
        if self.phones.is_empty() && !written.is_empty() {
            self.unread.push(("phone", written.to_owned()));
        }
    }

    fn mail(&mut self, written: &str) {
        match Email::parse(written) {
            Some(_) => self.email = Some(written.to_owned()),
            None if written.is_empty() => {}
            None => self.unread.push(("email", written.to_owned())),
        }
    }

    /// An address on the Internet.
    pub fn link(&mut self, written: &str) -> Option<String> {
        let written = written.replace("&amp;", "&");
        let url = Url::parse(&written).or_else(|| Url::without_scheme(&written));
        let url = url.filter(|url| url.as_str().len() <= LONGEST_ADDRESS);
        if url.is_none() && !written.is_empty() {
            self.unread.push(("website", written));
        }
        url.map(|url| url.as_str().to_owned())
    }

    fn opening(&mut self, fields: &InclusionFields) {
        let written = fields.first(&["horaires_accueil", "horaires_ouverture"]);
        let written = crate::import::xml::one_line(crate::invisible::read(&written).trim());
        let shown = loose::shortened(&written, LONGEST_ADDRESS);
        match Hours::read(&written) {
            _ if written.is_empty() => {}
            // Words become the syntax that every machine reads.
            Ok(hours) if hours.timetable.is_some() => self.hours = Some(hours.written),
            Err(_) if !is_code(&written) => {
                self.unread.push(("hours", shown.clone()));
                self.hours_note = Some(shown);
            }
            // Readers cannot read it either.
            Ok(_) | Err(_) => self.unread.push((HOURS_CODE, shown)),
        }
    }
}

/// Whether hours are written in the syntax of OpenStreetMap and not in words: its names of days are there, and nothing longer.
fn is_code(written: &str) -> bool {
    const NAMES: &[&str] = &[
        "Mo", "Tu", "We", "Th", "Fr", "Su", "PH", "SH", "off", "open", "closed", "week", "easter",
        "sunrise", "sunset", "dawn", "dusk",
    ];
    // What is between quotation marks is a comment in words.
    let words = written
        .split('"')
        .step_by(2)
        .flat_map(|part| part.split(|c: char| !c.is_alphabetic()))
        .filter(|word| !word.is_empty());
    let is_name = |word: &&str| NAMES.contains(word);
    words.clone().any(|word| is_name(&word))
        && words
            .into_iter()
            .all(|word| word.len() <= 3 || is_name(&word))
}

/// The lines of a page that keep what readers do not see, for whoever mends it.
pub fn kept(unread: &[(&'static str, String)]) -> String {
    let hours = unread.iter().filter(|(what, _)| *what == HOURS_CODE);
    hours
        .map(|(_, written)| {
            // What would end the comment does not.
            let written = written.replace(['<', '>'], " ");
            format!(
                "\n<!-- Horaires, comme la source les écrit : {} -->\n",
                written.trim()
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_in_code_are_told_from_hours_in_words() {
        for (written, code) in [
            ("Mo-Xx 25:00-12:00", true),
            ("Mo-Fr 09:00-12:00; PH off; Zz", true),
            ("Mo 9:00+ \"sur rendez-vous\" Xx", true),
            ("Lu-Ve 9h-12h, Sa sur appel", false),
            ("We sont ouverts le lundi", false),
            ("du lundi au vendredi", false),
            ("25:00-12:00", false),
            ("", false),
        ] {
            assert_eq!(is_code(written), code, "{written}");
        }
    }

    #[test]
    fn what_is_kept_ends_where_its_comment_ends() {
        let unread = [
            (HOURS_CODE, "Mo --><script>x</script> --!> Xx".to_owned()),
            ("hours", "le matin".to_owned()),
        ];
        let kept = kept(&unread);
        assert_eq!(kept.matches("-->").count(), 1);
        assert!(
            kept.ends_with("Xx -->\n") && !kept.contains("le matin"),
            "{kept}"
        );
        assert_eq!(super::kept(&[]), "");
    }
}
