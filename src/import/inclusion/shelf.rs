//! The structures and services of a source that are wanted, and what is left aside.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use aho_corasick::AhoCorasick;

use super::choice::InclusionChoice;
use super::offices::SiteOffices;
use super::record::{InclusionFields, InclusionRecord, InclusionSort, OF_SERVICES};
use crate::import::PassedOver;
use crate::import::stream::{self, RawRecord, RecordSink, StreamReport};
use crate::import::tally::RecordTally;

/// More pages than these are not those of a place.
const MOST_RECORDS: usize = 20_000;

/// A file of no more than so many records is taken as it is. A larger one needs a choice.
pub const MOST_UNCHOSEN: usize = 500;

/// The lists of a file that hold records.
const LISTS: &[&str] = &["structures", "services", "items", "results", "data"];

/// What the source has in each record and a page does not need, or what is read somewhere: any other field is told.
const FIELDS: &[&str] = &[
    "accessibilite",
    "accessibilite_lieu",
    "adresse",
    "adresse_certifiee",
    "antenne",
    "code_insee",
    "code_postal",
    "commune",
    "complement_adresse",
    "conditions_acces",
    "contact_nom_prenom",
    "contact_public",
    "courriel",
    "courriel_personnel",
    "cumulable",
    "date_creation",
    "date_maj",
    "date_suspension",
    "description",
    "doublons",
    "extra",
    "formulaire_en_ligne",
    "frais",
    "frais_autres",
    "frais_precisions",
    "horaires_accueil",
    "horaires_ouverture",
    "id",
    "justificatifs",
    "labels_autres",
    "labels_nationaux",
    "latitude",
    "licence",
    "license",
    "lien_mobilisation",
    "lien_source",
    "longitude",
    "mobilisable_par",
    "mobilisation_precisions",
    "modes_accueil",
    "modes_mobilisation",
    "modes_orientation_accompagnateur",
    "modes_orientation_accompagnateur_autres",
    "modes_orientation_beneficiaire",
    "modes_orientation_beneficiaire_autres",
    "nom",
    "nombre_semaines",
    "page_web",
    "pre_requis",
    "presentation_detail",
    "presentation_resume",
    "prise_rdv",
    "profils",
    "profils_precisions",
    "publics",
    "publics_precisions",
    "recurrence",
    "reseaux_porteurs",
    "rna",
    "score_qualite",
    "siret",
    "site_web",
    "source",
    "structure_id",
    "telephone",
    "thematiques",
    "type",
    "types",
    "typologie",
    "volume_horaire_hebdomadaire",
    "zone_diffusion_code",
    "zone_diffusion_nom",
    "zone_diffusion_type",
    "zone_eligibilite",
];

/// The records of a source that are wanted, by identifier.
#[derive(Default)]
pub struct InclusionShelf {
    pub structures: BTreeMap<String, InclusionRecord>,
    pub services: BTreeMap<String, InclusionRecord>,
    pub passed_over: BTreeMap<&'static str, PassedOver>,
    pub tally: RecordTally,
    pub is_full: bool,
    /// Whether the source has structures at all, and services.
    pub has_structures: bool,
    pub has_services: bool,
}

/// What is wanted of a source that was read once already: what belongs together with what was taken.
struct Related {
    structures: BTreeSet<String>,
    of_structures: BTreeSet<String>,
}

impl InclusionShelf {
    /// Reads what is in the chosen places; then, where those are not all, the structures of services that were found, and the services
    /// of structures, which are those of the site where the source has none.
    ///
    /// # Errors
    ///
    /// If the source cannot be opened.
    pub fn read(
        source: &Path,
        choice: &InclusionChoice,
        site: &SiteOffices,
    ) -> io::Result<(Self, Vec<(String, StreamReport)>)> {
        let mut shelf = Self::default();
        let mut needles = choice.needles();
        if choice.is_all() {
            needles.push(String::new());
        }
        let reports = each(source, &needles, &mut |raw, is_wanted| {
            let is_service = OF_SERVICES.iter().any(|field| raw.may_have(field));
            shelf.has_services |= is_service;
            // What has no name is neither: a `null` among services must not withdraw all structures.
            shelf.has_structures |= !is_service && raw.may_have("nom");
            // What is too much without a choice is not read.
            let is_over = choice.is_all() && shelf.is_full;
            if is_wanted && !is_over {
                shelf.take(raw, choice, None);
            }
        })?;
        if choice.is_all() || shelf.is_full {
            return Ok((shelf, reports));
        }
        let of_services = shelf.services.values().map(|service| &service.structure);
        let related = Related {
            structures: of_services
                .filter(|id| !id.is_empty() && !shelf.structures.contains_key(*id))
                .cloned()
                .collect(),
            of_structures: match shelf.has_structures {
                true => shelf.structures.keys().cloned().collect(),
                false => site.ours.keys().cloned().collect(),
            },
        };
        let needles: Vec<String> = related
            .structures
            .union(&related.of_structures)
            .map(|id| json_text(id))
            .collect();
        if !needles.is_empty() {
            each(source, &needles, &mut |raw, is_wanted| {
                if is_wanted {
                    shelf.take(raw, choice, Some(&related));
                }
            })?;
        }
        Ok((shelf, reports))
    }

    /// Takes a record, if it is one that is wanted.
    fn take(&mut self, raw: RawRecord<'_>, choice: &InclusionChoice, related: Option<&Related>) {
        let fields = match raw.fields() {
            Ok(fields) => InclusionFields(fields),
            Err(reason) => {
                // Read again, it is the same one.
                if related.is_none() {
                    self.tally.add_unread(reason);
                }
                return;
            }
        };
        let record = InclusionRecord::of(&fields, choice);
        let is_service = record.sort == InclusionSort::Service;
        let is_wanted = match related {
            None => record.is_local,
            // It was taken the first time.
            Some(_) if record.is_local => false,
            Some(related) if is_service => related.of_structures.contains(&record.structure),
            Some(related) => related.structures.contains(&record.id),
        };
        if !is_wanted {
            return;
        }
        if is_service && record.is_elsewhere {
            return self.pass_over("elsewhere", record.name);
        }
        if record.name.is_empty() {
            let what = if record.id.is_empty() {
                "?".to_owned()
            } else {
                record.id
            };
            return self.pass_over("nameless", what);
        }
        let most = if choice.is_all() {
            MOST_UNCHOSEN
        } else {
            MOST_RECORDS
        };
        if self.structures.len() + self.services.len() >= most {
            self.is_full = true;
            return;
        }
        self.tally.add_fields(&fields.0, FIELDS);
        let records = match is_service {
            true => &mut self.services,
            false => &mut self.structures,
        };
        // Without an identifier, it is what it is called.
        let key = match record.id.is_empty() {
            true => format!("\0{} {}", record.name, record.structure),
            false => record.id.clone(),
        };
        let other = records
            .get(&key)
            .map(|other| other.changed >= record.changed);
        let twice = match other {
            Some(true) => Some(record),
            _ => records.insert(key, record),
        };
        if let Some(record) = twice {
            self.pass_over("twice", record.name);
        }
    }

    /// Counts what is not taken.
    pub fn pass_over(&mut self, reason: &'static str, name: impl Into<String>) {
        self.passed_over.entry(reason).or_default().add(name);
    }
}

/// A text as it stands in JSON, without its quotation marks.
fn json_text(text: &str) -> String {
    let written = serde_json::to_string(text).unwrap_or_default();
    written.trim_matches('"').to_owned()
}

/// Reads every record, and says of each whether its text contains one of these.
fn each(
    source: &Path,
    needles: &[String],
    take: &mut dyn FnMut(RawRecord<'_>, bool),
) -> io::Result<Vec<(String, StreamReport)>> {
    let finder = AhoCorasick::new(needles).map_err(io::Error::other)?;
    let mut each = |raw: RawRecord<'_>| take(raw, finder.is_match(raw.bytes()));
    let mut sink = RecordSink {
        lists: LISTS,
        lines: true,
        each: &mut each,
    };
    let is_wanted = |name: &str| {
        let name = name.to_lowercase();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        [".json", ".jsonl", ".ndjson", ".csv"]
            .iter()
            .any(|ending| name.ends_with(ending))
    };
    stream::read_all(source, &is_wanted, &mut sink)
}
