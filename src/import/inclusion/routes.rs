//! How one gets a service (CPSV-AP: Channel): the modes by which it is “mobilised”.
//!
//! - `se-presenter` is a counter, at the structure or at the service's own address;
//! - `telephoner` is a telephone line, with the service's own number or that of the structure;
//! - `utiliser-lien-mobilisation` (schema 0: a form or an appointment on the Internet) is an online service;
//! - `envoyer-un-courriel` has no place among the channels of a guide, so it is a sentence of its text.

use std::collections::BTreeSet;

use super::contacts::InclusionContacts;
use super::record::InclusionFields;
use super::words::is_remark;
use crate::import::front::{FrontFields, FrontValue};
use crate::import::loose;
use crate::import::markdown::{MarkdownBlock, MarkdownInline};
use crate::import::xml::one_line;
use crate::model::channel::{Channels, InPerson, Online, PhoneLine};
use crate::model::values::Phone;

/// Where a service is offered.
#[derive(Debug, Clone, Default)]
pub struct ServicePlace {
    /// What a guide calls it, if it has a page.
    pub at: Option<String>,
    pub name: String,
    pub address: Vec<String>,
    /// Its postcode with its street and number as a slug, as each source has them.
    pub streets: Vec<(String, String)>,
    /// The numbers of its page.
    pub phones: Vec<Phone>,
    /// Those that its record has, if its page has none.
    pub other_phones: Vec<Phone>,
    pub email: Option<String>,
    /// Its page, if this import writes it.
    pub page: Option<String>,
}

/// With more lines than this, nobody can choose one.
const MOST_LINES: usize = 3;

/// The routes of a service.
#[derive(Debug, Default)]
pub struct ServiceRoutes {
    pub channels: FrontFields,
    /// To whom to write an email: no channel says it.
    pub blocks: Vec<MarkdownBlock>,
    /// What the source says about the way in one line, if no channel has it.
    pub note: Option<String>,
    /// What the source says about the way, at length.
    pub text: String,
    /// Whether the only route is on the Internet.
    pub is_online_only: bool,
    /// Modes that nobody knows.
    pub unknown: Vec<String>,
    /// Whether only professionals may ask for it.
    pub is_for_professionals: bool,
}

/// A way to a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Person,
    Phone,
    Mail,
    Link,
    /// Another, which the remarks explain.
    Other,
}

/// The modes of the schema 1, and those of the schema 0.
const MODES: &[(&str, Mode)] = &[
    ("se-presenter", Mode::Person),
    ("telephoner", Mode::Phone),
    ("envoyer-un-courriel", Mode::Mail),
    ("envoyer-un-email", Mode::Mail),
    ("envoyer-un-mail", Mode::Mail),
    ("utiliser-lien-mobilisation", Mode::Link),
    ("completer-le-formulaire-dadhesion", Mode::Link),
    ("prendre-rdv", Mode::Link),
    ("autre", Mode::Other),
];

impl ServiceRoutes {
    pub fn of(
        fields: &InclusionFields,
        contacts: &mut InclusionContacts,
        place: Option<&ServicePlace>,
        french: bool,
    ) -> Self {
        let mut found = Self::default();
        let modes = found.modes(fields);
        let remark = found.remark(fields);
        let has = |mode: Mode| modes.contains(&mode);
        let mut note = Some(remark).filter(|remark| !remark.is_empty());
        let person = has(Mode::Person)
            .then(|| in_person(contacts, place, french))
            .flatten();
        let is_at_structure = person.as_ref().is_some_and(|(_, is_there)| *is_there);
        let mut person: Vec<FrontFields> = person.into_iter().map(|(fields, _)| fields).collect();
        if let (Some(fields), true) = (person.first_mut(), note.is_some()) {
            fields.set::<InPerson>("note", note.take());
        }
        let mut lines = match has(Mode::Phone) {
            true => phone_lines(contacts, place, is_at_structure, french),
            false => Vec::new(),
        };
        if let (Some(fields), true) = (lines.first_mut(), note.is_some()) {
            fields.set::<PhoneLine>("note", note.take());
        }
        let mut online = match has(Mode::Link) {
            true => online(fields, contacts, french),
            false => Vec::new(),
        };
        if let (Some(fields), true) = (online.first_mut(), note.is_some()) {
            fields.set::<Online>("note", note.take());
        }
        found.is_online_only = person.is_empty() && lines.is_empty() && !online.is_empty();
        let all = |fields: Vec<FrontFields>| -> Vec<FrontValue> {
            fields.into_iter().map(FrontValue::from).collect()
        };
        found.channels = FrontFields::new(french);
        found
            .channels
            .set::<Channels>("in_person", all(person))
            .set::<Channels>("phone", all(lines))
            .set::<Channels>("online", all(online));
        let email = contacts.email.clone().or_else(|| place?.email.clone());
        if let (true, Some(email)) = (has(Mode::Mail), email) {
            found.blocks.push(MarkdownBlock::Paragraph(vec![
                MarkdownInline::Text("Écrivez à ".to_owned()),
                MarkdownInline::Link(format!("mailto:{email}"), vec![MarkdownInline::Text(email)]),
                MarkdownInline::Text(".".to_owned()),
            ]));
        }
        found.note = note;
        found
    }

    /// Whether it leads nowhere.
    pub fn is_empty(&self) -> bool {
        self.channels.is_empty() && self.blocks.is_empty()
    }

    fn modes(&mut self, fields: &InclusionFields) -> Vec<Mode> {
        let now = fields.names("modes_mobilisation");
        let before = fields.names("modes_orientation_beneficiaire");
        let by_others = fields.names("modes_orientation_accompagnateur");
        let who = fields.names("mobilisable_par");
        let is_for_people = who.iter().any(|one| one == "usagers");
        self.is_for_professionals = match (who.is_empty(), now.is_empty()) {
            (false, _) => !is_for_people,
            (true, true) => before.is_empty() && !by_others.is_empty(),
            (true, false) => false,
        };
        let mut modes = Vec::new();
        for name in if now.is_empty() { before } else { now } {
            match MODES.iter().find(|(key, _)| *key == name) {
                Some((_, mode)) => modes.push(*mode),
                None => self.unknown.push(loose::shortened(&name, 100)),
            }
        }
        modes
    }

    /// What there is to know about the way in one line, and at length.
    fn remark(&mut self, fields: &InclusionFields) -> String {
        let said = fields.first(&[
            "mobilisation_precisions",
            "modes_orientation_beneficiaire_autres",
        ]);
        let remark = match is_remark(&said) {
            true => one_line(crate::invisible::read(&said).trim()),
            false => {
                self.text = said;
                String::new()
            }
        };
        let contact = fields.line("contact_nom_prenom");
        // A person's name only if the source says that it is public.
        let is_public = matches!(
            fields.line("contact_public").to_lowercase().as_str(),
            "true" | "t" | "1" | "vrai" | "oui"
        );
        let contact = match is_public && is_remark(&contact) {
            true => format!("Contact\u{a0}: {contact}"),
            false => String::new(),
        };
        let parts = [remark, contact]
            .into_iter()
            .filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" – ")
    }
}

/// The counter, and whether it is that of the structure.
fn in_person(
    contacts: &InclusionContacts,
    place: Option<&ServicePlace>,
    french: bool,
) -> Option<(FrontFields, bool)> {
    let own = &contacts.address;
    let street = (contacts.postcode.clone(), contacts.street.clone());
    let is_elsewhere = |place: &ServicePlace| {
        let is_known = !contacts.postcode.is_empty() && !place.address.is_empty();
        is_known && !place.streets.contains(&street)
    };
    let here = place.filter(|place| !is_elsewhere(place));
    let mut fields = FrontFields::new(french);
    match here {
        Some(here) => {
            fields.set::<InPerson>("at", here.at.clone());
            fields.set::<InPerson>("name", here.name.clone());
            if here.at.is_none() {
                let address = if own.is_empty() { &here.address } else { own };
                fields.set::<InPerson>("address", address.clone());
            }
        }
        None if own.is_empty() => return None,
        None => {
            fields.set::<InPerson>("name", place.map(|place| place.name.clone()));
            fields.set::<InPerson>("address", own.clone());
        }
    }
    fields.set::<InPerson>("hours", contacts.hours.clone());
    if let Some(hours) = &contacts.hours_note {
        fields.set::<InPerson>("when", hours.clone());
    }
    Some((fields, here.is_some_and(|here| here.at.is_some())))
}

/// The numbers of the service, otherwise those of its structure: these are said once, on its page, where an editor corrects them.
/// `is_at_structure`: the counter names the structure, so that a build can do without its page; otherwise the line does.
fn phone_lines(
    contacts: &InclusionContacts,
    place: Option<&ServicePlace>,
    is_at_structure: bool,
    french: bool,
) -> Vec<FrontFields> {
    let own = &contacts.phones;
    if let Some(place) = place
        && let Some(at) = &place.at
        && has_same_phones(own, &place.phones)
        && contacts.phone_words.is_empty()
    {
        let mut fields = FrontFields::new(french);
        fields.set::<PhoneLine>("at", at.clone());
        if !is_at_structure {
            let label = loose::shortened(&place.name, 200);
            fields.set::<PhoneLine>("label", label);
        }
        return vec![fields];
    }
    let others = place.map_or(&[][..], |place| match place.phones.is_empty() {
        true => place.other_phones.as_slice(),
        false => place.phones.as_slice(),
    });
    let phones = if own.is_empty() {
        others
    } else {
        own.as_slice()
    };
    let line = |phone: &Phone| {
        let mut fields = FrontFields::new(french);
        if let (Some(place), true) = (place, is_at_structure) {
            fields.set::<PhoneLine>("at", place.at.clone());
        }
        fields.set::<PhoneLine>("number", one_line(&phone.printed()));
        let label = match contacts.phone_words.is_empty() {
            true => place.map(|place| place.name.clone()).unwrap_or_default(),
            false => contacts.phone_words.clone(),
        };
        fields.set::<PhoneLine>("label", loose::shortened(&label, 200));
        fields
    };
    phones.iter().take(MOST_LINES).map(line).collect()
}

/// Whether a service has the numbers of the page of its structure, or none beside them.
fn has_same_phones(own: &[Phone], of_page: &[Phone]) -> bool {
    let dialled = |phones: &[Phone]| -> BTreeSet<String> {
        let numbers = phones.iter().map(|phone| phone.dialled().to_owned());
        numbers.collect()
    };
    !of_page.is_empty() && (own.is_empty() || dialled(own) == dialled(of_page))
}

/// The first address that leads somewhere.
fn online(
    fields: &InclusionFields,
    contacts: &mut InclusionContacts,
    french: bool,
) -> Vec<FrontFields> {
    let keys = [
        "lien_mobilisation",
        "prise_rdv",
        "formulaire_en_ligne",
        "page_web",
    ];
    let mut links = keys
        .iter()
        .filter_map(|key| contacts.link(&fields.line(key)));
    let link = links.next().map(|url| {
        let mut fields = FrontFields::new(french);
        fields.set::<Online>("url", url);
        fields
    });
    link.into_iter().collect()
}
