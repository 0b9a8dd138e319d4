//! How to reach an office: its addresses, telephones, site and e-mail. What fits no field goes into the text of its page.

use serde_json::Value;

use super::record::OfficeFields;
use crate::import::front::{FrontFields, FrontValue};
use crate::import::loose::{self, address, part};
use crate::import::markdown::MarkdownInline;
use crate::import::xml::one_line;
use crate::model::kinds::Access;
use crate::model::values::{Coordinates, Email, PhoneNumber, Url};

/// With more numbers than this, nobody can choose one.
const MOST_NUMBERS: usize = 20;

/// Longer ones stay in the text.
const LONGEST_LABEL: usize = 150;

/// How to reach an office.
#[derive(Debug, Default)]
pub struct OfficeContacts {
    pub address: Vec<String>,
    pub postal_address: Vec<String>,
    /// The towns of its addresses.
    pub towns: Vec<String>,
    pub coordinates: Option<Coordinates>,
    pub access: FrontFields,
    pub phones: Vec<FrontValue>,
    pub email: Option<String>,
    pub website: Option<String>,
    /// What fits no field, each on a line.
    pub more: Vec<Vec<MarkdownInline>>,
    /// What cannot be read: what it is, and as it is written.
    pub unread: Vec<(&'static str, String)>,
}

impl OfficeContacts {
    pub fn of(fields: &OfficeFields, french: bool) -> Self {
        let mut contacts = Self::default();
        contacts.addresses(fields, french);
        contacts.telephones(fields, french);
        contacts.mail(fields);
        contacts.sites(fields);
        for fax in fields.items("telecopie") {
            contacts.note("Télécopie", &part(&fax, "valeur"));
        }
        contacts
    }

    /// A line of the text: `Télécopie : 01 99 00 00 11`.
    fn note(&mut self, what: &str, said: &str) {
        if !said.is_empty() {
            let words = match what.is_empty() {
                true => said.to_owned(),
                false => format!("{what}\u{a0}: {said}"),
            };
            let line = vec![MarkdownInline::Text(words)];
            if !self.more.contains(&line) {
                self.more.push(line);
            }
        }
    }

    /// What could not be read: it is told, and kept in the text.
    fn unread(&mut self, what: &'static str, named: &str, said: &str) {
        self.unread.push((what, said.to_owned()));
        self.note(named, said);
    }

    fn addresses(&mut self, fields: &OfficeFields, french: bool) {
        for address in fields.items("adresse") {
            self.towns.push(part(&address, "nom_commune"));
            let lines = lines(&address);
            if lines.is_empty() {
                continue;
            }
            let is_postal = part(&address, "type_adresse").eq_ignore_ascii_case("adresse postale");
            let is_first = match is_postal {
                true => self.postal_address.is_empty(),
                false => self.address.is_empty(),
            };
            if part(&address, "code_postal").is_empty() && part(&address, "pays").is_empty() {
                self.unread.push(("postcode", lines.join(", ")));
            }
            match (is_first, is_postal) {
                (true, true) => self.postal_address = lines,
                (true, false) => {
                    self.address = lines;
                    self.place(&address, fields);
                    self.access = access(&address, french);
                }
                (false, _) => {
                    let named = if is_postal {
                        "Autre adresse postale"
                    } else {
                        "Autre adresse"
                    };
                    let way_in = way_in(&address);
                    let mut said = lines.join(", ");
                    if !way_in.1.is_empty() {
                        said += &format!(" ({})", way_in.1);
                    }
                    self.note(named, &said);
                }
            }
        }
        if self.postal_address == self.address {
            self.postal_address.clear();
        }
    }

    /// Where the address is on a map, unless that is far from the commune: some are given the wrong way round, or as zero.
    fn place(&mut self, address: &Value, fields: &OfficeFields) {
        let (latitude, longitude) = (part(address, "latitude"), part(address, "longitude"));
        if latitude.is_empty() && longitude.is_empty() {
            return;
        }
        let is_far = fields.commune().starts_with("97")
            || fields.commune().starts_with("98")
            || !part(address, "pays").is_empty();
        self.coordinates = loose::point(&latitude, &longitude, is_far);
        if self.coordinates.is_none() {
            self.unread
                .push(("coordinates", format!("{latitude}, {longitude}")));
        }
    }

    fn telephones(&mut self, fields: &OfficeFields, french: bool) {
        let mut known: Vec<String> = Vec::new();
        for item in fields.items("telephone") {
            let (written, label) = (part(&item, "valeur"), part(&item, "description"));
            if written.is_empty() {
                continue;
            }
            let (numbers, rest) = loose::numbers(&written);
            let label = if label.is_empty() { rest } else { label };
            if numbers.is_empty() {
                let named = if label.is_empty() {
                    "Téléphone"
                } else {
                    &label
                };
                self.unread("phone", named, &written);
            }
            for phone in numbers {
                let dialled = phone.dialled().to_owned();
                if known.contains(&dialled) {
                    continue;
                }
                let printed = one_line(&phone.printed());
                if known.len() == MOST_NUMBERS || label.len() > LONGEST_LABEL {
                    self.note(&label, &printed);
                    continue;
                }
                known.push(dialled);
                self.phones.push(match label.is_empty() {
                    true => printed.into(),
                    false => {
                        let mut number = FrontFields::new(french);
                        number.set::<PhoneNumber>("number", printed);
                        number.set::<PhoneNumber>("label", label.clone());
                        number.into()
                    }
                });
            }
        }
    }

    fn mail(&mut self, fields: &OfficeFields) {
        for item in fields.items("adresse_courriel") {
            let written = address(&item);
            match Email::parse(&written) {
                Some(_) if self.email.is_none() => self.email = Some(written),
                Some(_) if self.email.as_ref() == Some(&written) => {}
                Some(_) => self.note("Courriel", &written),
                None if written.is_empty() => {}
                None => self.unread("email", "Courriel", &written),
            }
        }
    }

    /// The first site without a label is the office's own; the others lead to what their label says.
    fn sites(&mut self, fields: &OfficeFields) {
        let mut found: Vec<(String, Url)> = Vec::new();
        for (key, labelled, named) in [
            ("site_internet", "libelle", "Site"),
            ("formulaire_contact", "libelle", "Formulaire de contact"),
            (
                "telephone_accessible",
                "description",
                "Téléphone accessible",
            ),
            ("reseau_social", "custom_dico2", "Réseau social"),
            ("application_mobile", "description", "Application mobile"),
            ("sve", "libelle", "Saisine par voie électronique"),
            ("tchat", "libelle", "Messagerie instantanée"),
        ] {
            for item in fields.items(key) {
                let (written, label) = (address(&item), part(&item, labelled));
                let is_site = key == "site_internet";
                let url = Url::parse(&written).or_else(|| Url::without_scheme(&written));
                let url = url.filter(|url| url.as_str().len() <= 1_000);
                match url {
                    _ if written.is_empty() => {}
                    None => self.unread(
                        "website",
                        if label.is_empty() { named } else { &label },
                        &written,
                    ),
                    Some(url) => {
                        let label = match (label.is_empty(), is_site) {
                            (true, false) => named.to_owned(),
                            _ => label,
                        };
                        if !found.iter().any(|(_, other)| other.short() == url.short()) {
                            found.push((label, url));
                        }
                    }
                }
            }
        }
        let own = found.iter().position(|(label, _)| label.is_empty());
        if let Some(own) = own {
            self.website = Some(found.remove(own).1.as_str().to_owned());
        }
        for (label, url) in found {
            let words = if label.is_empty() {
                url.short().to_owned()
            } else {
                label
            };
            let words = vec![MarkdownInline::Text(words)];
            self.more
                .push(vec![MarkdownInline::Link(url.as_str().to_owned(), words)]);
        }
    }
}

/// The lines of an address, in postal order.
fn lines(address: &Value) -> Vec<String> {
    let town = format!(
        "{} {}",
        part(address, "code_postal"),
        part(address, "nom_commune")
    );
    let country = part(address, "pays");
    let is_home = country.eq_ignore_ascii_case("france");
    let lines = [
        part(address, "complement1"),
        part(address, "complement2"),
        part(address, "numero_voie"),
        part(address, "service_distribution"),
        town.trim().to_owned(),
        if is_home { String::new() } else { country },
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// Whether one enters without a step, if that is known, and what else is said of it. `ACC`, `DEM` and `NAC` are the codes of the directory.
fn way_in(address: &Value) -> (Option<bool>, String) {
    let code = part(address, "accessibilite");
    let (step_free, said) = match code.to_uppercase().as_str() {
        "" => (None, ""),
        "ACC" => (Some(true), ""),
        "NAC" => (Some(false), ""),
        "DEM" => (None, "Accessible sur demande"),
        _ => (None, code.as_str()),
    };
    let note = part(address, "note_accessibilite");
    let said = [said, &note].into_iter().filter(|said| !said.is_empty());
    (step_free, said.collect::<Vec<_>>().join("\u{a0}: "))
}

fn access(address: &Value, french: bool) -> FrontFields {
    let (step_free, note) = way_in(address);
    let mut access = FrontFields::new(french);
    if let Some(step_free) = step_free {
        let (yes, no) = if french {
            ("oui", "non")
        } else {
            ("yes", "no")
        };
        let answer = if step_free { yes } else { no };
        access.set::<Access>("step_free", FrontValue::Bare(answer.to_owned()));
    }
    access.set::<Access>("note", note);
    access
}
