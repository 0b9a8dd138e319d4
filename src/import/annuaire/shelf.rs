//! The offices that serve the chosen places, and what is left aside.

use std::collections::{BTreeMap, BTreeSet};

use super::halls::TOWN_HALL;
use super::record::{OfficeFields, OfficeRecord, RecordUse};
use crate::import::PassedOver;
use crate::import::loose;
use crate::import::places::PlaceChoice;
use crate::import::stream::RawRecord;
use crate::import::tally::RecordTally;

/// More pages than these are not the directory of a place.
pub const MOST_OFFICES: usize = 20_000;

/// What the directory has in each record and a card does not need, or what is read somewhere: any other field is told.
const FIELDS: &[&str] = &[
    "adresse",
    "adresse_courriel",
    "affectation_personne",
    "ancien_code_pivot",
    "ancien_identifiant",
    "ancien_nom",
    "annuaire",
    "application_mobile",
    "categorie",
    "code_insee_commune",
    "commentaire_plage_ouverture",
    "copyright",
    "date_creation",
    "date_diffusion",
    "date_modification",
    "formulaire_contact",
    "hierarchie",
    "id",
    "information_complementaire",
    "itm_identifiant",
    "mission",
    "nom",
    "organigramme",
    "partenaire",
    "partenaire_date_modification",
    "partenaire_identifiant",
    "pivot",
    "plage_ouverture",
    "reseau_social",
    "service_disponible",
    "sigle",
    "siren",
    "siret",
    "site_internet",
    "statut_de_diffusion",
    "sve",
    "tchat",
    "telecopie",
    "telephone",
    "telephone_accessible",
    "texte_reference",
    "type_organisme",
    "type_repertoire",
    "url_service_public",
    "version_etat_modification",
    "version_source",
    "version_type",
];

/// The offices of a source that serve the chosen places.
#[derive(Default)]
pub struct OfficeShelf {
    pub offices: BTreeMap<String, OfficeRecord>,
    pub passed_over: BTreeMap<&'static str, PassedOver>,
    pub tally: RecordTally,
    /// The communes whose town halls have the postcode that somebody took for the code of a commune, by that postcode: each with its
    /// name and its code.
    pub at_postcode: BTreeMap<String, BTreeSet<String>>,
    pub is_full: bool,
}

impl OfficeShelf {
    /// Takes a record, if it is one that is wanted.
    pub fn take(&mut self, raw: RawRecord<'_>, choice: &PlaceChoice) {
        let fields = match raw.fields() {
            Ok(fields) => OfficeFields(fields),
            Err(reason) => return self.tally.add_unread(reason),
        };
        let office = match OfficeRecord::of(&fields, choice) {
            RecordUse::Elsewhere => return self.hall_elsewhere(&fields, choice),
            RecordUse::Closed(name) => return self.pass_over("closed", name),
            RecordUse::NoKind(name) => return self.pass_over("no-kind", name),
            RecordUse::Taken(office) => *office,
        };
        if self.offices.len() == MOST_OFFICES {
            self.is_full = true;
            return;
        }
        self.tally.add_fields(&fields.0, FIELDS);
        // Without an identifier, an office is what it is called.
        let key = match office.id.is_empty() {
            true => format!("\0{} {}", office.name, office.old_code),
            false => office.id.clone(),
        };
        match self
            .offices
            .get(&key)
            .map(|other| other.changed >= office.changed)
        {
            None => {
                self.offices.insert(key, office);
            }
            Some(true) => self.pass_over("twice", office.name),
            Some(false) => {
                if let Some(other) = self.offices.insert(key, office) {
                    self.pass_over("twice", other.name);
                }
            }
        }
    }

    /// Remembers a town hall elsewhere, if its postcode is what is asked for as a commune.
    fn hall_elsewhere(&mut self, fields: &OfficeFields, choice: &PlaceChoice) {
        let services = fields.services();
        let halls = services.iter().filter(|(kind, _)| kind == TOWN_HALL);
        let codes: BTreeSet<&String> = halls.flat_map(|(_, codes)| codes).collect();
        for address in fields.items("adresse") {
            let postcode = loose::part(&address, "code_postal");
            if choice.is_named(&postcode) {
                let name = loose::part(&address, "nom_commune");
                let communes = codes.iter().map(|code| format!("{name} {code}"));
                self.at_postcode
                    .entry(postcode)
                    .or_default()
                    .extend(communes);
            }
        }
    }

    fn pass_over(&mut self, reason: &'static str, name: String) {
        self.passed_over.entry(reason).or_default().add(name);
    }
}
