//! The routes of a procedure (CPSV-AP: Channel), from the contact points, forms and services that a fiche
//! names.
//!
//! What counts as a route:
//!
//! - **in person**: a local office to turn to (`OuSAdresser` of a type that begins with `Local`), or a case `surPlace`;
//! - **by post**: a form or a model letter (`ServiceEnLigne` of type `Formulaire` or `Modèle de document`), or a case
//!   `parCorres`;
//! - **by telephone**: a contact centre (`OuSAdresser` of type `Centre de contact`);
//! - **online**: an online service (`ServiceEnLigne` of type `Téléservice`), or a case `enLigne`.
//!
//! A fiche with none of these is information only (`nature: information`).

use std::collections::{BTreeMap, BTreeSet};

use super::contacts::{other_number, register_number};
use super::links::mended;
use super::shelf::is_sound;
use crate::import::front::{FrontFields, FrontValue};
use crate::import::kinds::kind_of;
use crate::import::xml::Element;
use crate::model::channel::{Channels, Form, InPerson, Online, Paper, PhoneLine};

/// The routes of a fiche, as fields of front matter.
pub struct FoundRoutes {
    pub channels: FrontFields,
    /// Whether the only route is online.
    pub is_online_only: bool,
}

/// All that the front matter has of a place: its name, its kind, where to find it, a note.
pub const OF_PLACE: &[&str] = &[
    "Titre",
    "PivotLocal",
    "RessourceWeb",
    "Complement",
    "Condition",
    "Source",
];

/// All that the front matter has of a form or a service.
pub const OF_SERVICE: &[&str] = &[
    "Titre",
    "Introduction",
    "Texte",
    "Source",
    "NoticeLiee",
    "ServiceEnLigneAnnexe",
    "PivotLocal",
    "Condition",
    "LienWeb",
    "Chapitre",
    "Paragraphe",
    "MiseEnEvidence",
    "Exposant",
    "Indice",
    "Valeur",
    "Expression",
    "Liste",
    "Item",
    "LienInterne",
    "LienExterne",
    "LienIntra",
];

/// Whether an element holds nothing at any depth but these. What holds more is a route, and is in the text as well,
/// so that nothing of it is lost.
pub fn holds(element: &Element, names: &[&str]) -> bool {
    let mut parts = element.descendants().skip(1);
    parts.all(|part| names.contains(&part.name.as_str()))
}

/// What the source says about a service or contact point besides its name, on one line.
fn note_of(element: &Element, parts: &[&str]) -> String {
    let said = element
        .elements()
        .filter(|part| parts.contains(&part.name.as_str()))
        .map(Element::text)
        .filter(|text| !text.is_empty());
    said.collect::<Vec<_>>().join(" – ")
}

/// Reads the routes. `contacts` are the contact points with a page of their own.
pub fn routes(root: &Element, address: &str, contacts: &BTreeSet<String>) -> FoundRoutes {
    let cases: BTreeSet<&str> = root
        .descendants()
        .filter(|element| element.name == "Cas")
        .filter_map(|case| case.attribute("type"))
        .collect();
    let is_case = |name: &str| cases.contains(name);
    let in_person = places(root, is_case("surPlace"));
    let paper = papers(root, is_case("parCorres"));
    let phone = lines(root, contacts);
    let online = services(root, is_case("enLigne").then_some(address));
    let is_online_only =
        in_person.is_empty() && paper.is_empty() && phone.is_empty() && !online.is_empty();
    let mut channels = FrontFields::new(true);
    channels
        .set::<Channels>("in_person", FrontValue::List(in_person))
        .set::<Channels>("paper", FrontValue::List(paper))
        .set::<Channels>("phone", FrontValue::List(phone))
        .set::<Channels>("online", FrontValue::List(online));
    FoundRoutes {
        channels,
        is_online_only,
    }
}

fn contact_points<'r>(
    root: &'r Element,
    is_one: impl Fn(&str) -> bool + 'r,
) -> impl Iterator<Item = &'r Element> {
    root.descendants().filter(move |element| {
        element.name == "OuSAdresser" && is_one(element.attribute("type").unwrap_or_default())
    })
}

fn places(root: &Element, is_case: bool) -> Vec<FrontValue> {
    let mut places: Vec<LocalOffice> = Vec::new();
    let mut seen = BTreeMap::new();
    for element in contact_points(root, |kind| kind.starts_with("Local")) {
        let Some(place) = place(element) else {
            continue;
        };
        let key = (place.name.clone(), place.kind.clone());
        match seen.get(&key).and_then(|at: &usize| places.get_mut(*at)) {
            Some(known) => {
                known.find = known.find.take().or(place.find);
                let new = place
                    .notes
                    .into_iter()
                    .filter(|note| !known.notes.contains(note));
                known.notes.extend(new.collect::<Vec<_>>());
            }
            None => {
                seen.insert(key, places.len());
                places.push(place);
            }
        }
    }
    if places.is_empty() && is_case {
        let mut fields = FrontFields::new(true);
        fields.set::<InPerson>("note", "Sur place");
        return vec![fields.into()];
    }
    let fields = places.into_iter().map(|place| {
        let mut fields = FrontFields::new(true);
        fields
            .set::<InPerson>("at", place.kind)
            .set::<InPerson>("name", place.name)
            .set::<InPerson>("find", place.find)
            .set::<InPerson>("note", place.notes.join(" – "));
        fields.into()
    });
    fields.collect()
}

/// A local office; a fiche may name it in several chapters.
struct LocalOffice {
    name: String,
    kind: Option<String>,
    find: Option<String>,
    notes: Vec<String>,
}

fn place(element: &Element) -> Option<LocalOffice> {
    let web = element.child("RessourceWeb");
    Some(LocalOffice {
        name: element.text_of("Titre")?,
        // One office may serve as several kinds of local office; a directory has it under each.
        kind: element.text_of("PivotLocal").map(|kind| kind_of(&kind)),
        find: web.and_then(|web| mended(web.attribute("URL")?)),
        notes: element.text_of("Complement").into_iter().collect(),
    })
}

fn papers(root: &Element, is_case: bool) -> Vec<FrontValue> {
    let mut forms = Distinct::default();
    let services = root
        .descendants()
        .filter(|element| element.name == "ServiceEnLigne");
    for service in services {
        if !matches!(
            service.attribute("type"),
            Some("Formulaire" | "Modèle de document")
        ) {
            continue;
        }
        forms.add(form(service, service));
        for annex in service.elements() {
            match annex.name.as_str() {
                "NoticeLiee" => forms.add(form(annex, annex)),
                "ServiceEnLigneAnnexe" => {
                    forms.add(form(annex, annex.child("LienWeb").unwrap_or(annex)));
                }
                _ => {}
            }
        }
    }
    let mut fields = FrontFields::new(true);
    fields.set::<Paper>("forms", FrontValue::List(forms.values));
    if fields.is_empty() && is_case {
        fields.set::<Paper>("note", "Par courrier");
    }
    if fields.is_empty() {
        return Vec::new();
    }
    vec![fields.into()]
}

fn form(element: &Element, web: &Element) -> FrontFields {
    let title = element.text_of("Titre").unwrap_or_else(|| element.text());
    let title = if title.is_empty() {
        "Formulaire".to_owned()
    } else {
        title
    };
    let mut fields = FrontFields::new(true);
    // An authority's own number, if the register gives none.
    let (number, other) = match (register_number(element), element.attribute("autrenumero")) {
        (Some(number), _) => (Some(number), other_number(element)),
        (None, other) => (other.map(str::to_owned), None),
    };
    let note = note_of(element, &["Introduction", "Texte", "Source"]);
    let note: Vec<String> = other
        .into_iter()
        .chain((!note.is_empty()).then_some(note))
        .collect();
    let address = web.attribute("URL").and_then(mended);
    fields
        .set::<Form>("number", number)
        .set::<Form>("title", title)
        .set::<Form>("url", address)
        .set::<Form>("note", note.join(" – "));
    fields
}

/// Values without duplicates.
#[derive(Default)]
struct Distinct {
    values: Vec<FrontValue>,
    said: BTreeSet<String>,
}

impl Distinct {
    fn add(&mut self, fields: FrontFields) {
        if self.said.insert(fields.write()) {
            self.values.push(fields.into());
        }
    }
}

fn lines(root: &Element, contacts: &BTreeSet<String>) -> Vec<FrontValue> {
    let mut out = Distinct::default();
    for centre in contact_points(root, |kind| kind == "Centre de contact") {
        let mut fields = FrontFields::new(true);
        let id = centre
            .attribute("ID")
            .filter(|id| is_sound(id) && contacts.contains(*id));
        match id {
            Some(id) => fields.set::<PhoneLine>("at", id),
            None => fields.set::<PhoneLine>(
                "label",
                centre
                    .text_of("Titre")
                    .unwrap_or_else(|| "Centre de contact".to_owned()),
            ),
        };
        fields.set::<PhoneLine>("note", note_of(centre, &["Complement"]));
        out.add(fields);
    }
    out.values
}

fn services(root: &Element, case_address: Option<&str>) -> Vec<FrontValue> {
    let mut out: Vec<FrontValue> = Vec::new();
    let mut seen = BTreeSet::new();
    let services = root
        .descendants()
        .filter(|element| element.name == "ServiceEnLigne")
        .filter(|service| {
            service
                .attribute("type")
                .is_some_and(|kind| kind.starts_with("Téléservice"))
        });
    for service in services {
        let Some(address) = service.attribute("URL").and_then(mended) else {
            continue;
        };
        if !seen.insert((address.clone(), service.text_of("Titre"))) {
            continue;
        }
        let mut fields = FrontFields::new(true);
        fields
            .set::<Online>("url", address)
            .set::<Online>("label", service.text_of("Titre"))
            .set::<Online>(
                "note",
                note_of(
                    service,
                    &[
                        "Introduction",
                        "Texte",
                        "NoticeLiee",
                        "ServiceEnLigneAnnexe",
                        "Source",
                    ],
                ),
            );
        out.push(fields.into());
    }
    if let (true, Some(address)) = (out.is_empty(), case_address) {
        let mut fields = FrontFields::new(true);
        fields
            .set::<Online>("url", address)
            .set::<Online>("label", "En ligne");
        out.push(fields.into());
    }
    out
}
