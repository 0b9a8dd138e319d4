//! data·inclusion, the French directory of social services (GIP Plateforme de l'inclusion): structures and what they offer, in schema 1
//! or 0, published under the Licence Ouverte 2.0.
//!
//! A structure becomes an organization, a service that says how one gets it a guide. The others are named on the page of their structure.
//! What the site has already, from the national directory or an editor, is not written a second time: guides lead there.

mod choice;
mod contacts;
mod offices;
mod pages;
mod record;
mod routes;
mod service;
mod shelf;
mod structure;
mod text;
mod towns;
mod words;

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::front;
use super::places::{self, AskedPlaces};
use super::{Before, Import};
use crate::diagnostics::{Code, Diagnostic, Location};
use choice::InclusionChoice;
use offices::SiteOffices;
use pages::pages;
use record::InclusionRecord;
use shelf::InclusionShelf;

/// The name under which the site keeps what it imported.
pub const NAME: &str = "inclusion";

/// The folders of the pages.
const STRUCTURES: &str = "content/organizations/inclusion";
const SERVICES: &str = "content/guides/inclusion";

/// Whom to credit, and under which licence.
const NAMED: &str = "data·inclusion";
const LICENCE: &str = "Licence Ouverte 2.0";
const HOME: &str = "https://www.data.inclusion.gouv.fr/";
/// Where the files are.
pub const DOWNLOAD: &str = "https://www.data.gouv.fr/datasets/referentiel-de-loffre-dinsertion-sociale-et-professionnelle-data-inclusion/";

/// The name of a file, where a folder is imported.
const FILE: &str = "data-inclusion";

/// Reads the structures and services of the places named by the options, or by those of an earlier import; all of a small file.
///
/// # Errors
///
/// If the source cannot be opened. What is wrong with it is a diagnostic of the import.
pub fn import(source: &Path, before: &Before) -> io::Result<Import> {
    let mut asked = AskedPlaces::read(NAME, before, source);
    let mut import = Import::default();
    import.diagnostics.append(&mut asked.found);
    let choice = InclusionChoice::of(&asked);
    if choice.is_all() && !import.diagnostics.is_empty() {
        return Ok(import);
    }
    let site = SiteOffices::read(STRUCTURES, before)?;
    let (mut shelf, reports) = InclusionShelf::read(source, &choice, &site)?;
    let place = Location::File(source.display().to_string());
    for (file, report) in &reports {
        import
            .diagnostics
            .extend(report.told(&Location::File(file.clone())));
    }
    if choice.is_all() && shelf.is_full {
        import.diagnostics.push(places::none_asked(source));
        return Ok(import);
    }
    let is_whole = import.diagnostics.is_empty();
    tell(&shelf, &asked, is_whole, &place, &mut import);
    let file = front::file_name(source, FILE);
    pages(&mut shelf, &site, &file, before, &mut import)?;
    if !import.files.is_empty() && !choice.is_all() {
        let memory = places::memory(NAME);
        import.files.insert(memory, asked.remembered.into());
    }
    import.passed_over.append(&mut shelf.passed_over);
    Ok(import)
}

/// What there is to say about the records as a whole.
fn tell(
    shelf: &InclusionShelf,
    asked: &AskedPlaces,
    is_whole: bool,
    place: &Location,
    import: &mut Import,
) {
    import.diagnostics.extend(shelf.tally.told(place));
    let choice = |case: &'static str, value: &str| {
        Diagnostic::new(Code::ImportChoice, place.clone())
            .with("case", case)
            .with("value", value)
            .with("option", "commune")
    };
    if shelf.is_full {
        let count = (shelf.structures.len() + shelf.services.len()).to_string();
        import
            .diagnostics
            .push(choice("limit", &count).help("help-many"));
    }
    // A code that nothing has is likely to be a postcode. What is missing from half a file says nothing.
    let records = || shelf.structures.values().chain(shelf.services.values());
    let codes: BTreeSet<String> = match is_whole && !asked.communes.is_empty() {
        true => records()
            .flat_map(|record| {
                let fields = record.fields();
                let zone = fields.zone();
                zone.into_iter()
                    .chain([fields.commune()])
                    .collect::<Vec<_>>()
            })
            .collect(),
        false => asked.communes.iter().cloned().collect(),
    };
    let missing = asked.communes.iter().filter(|code| {
        // A city is its districts.
        let districts = places::districts(code);
        let is_part = |one: &String| districts.is_some_and(|begin| one.starts_with(begin));
        let is_there = codes.contains(*code) || codes.iter().any(is_part);
        !is_there
    });
    for code in missing {
        import
            .diagnostics
            .push(choice("place", code).help("help-place"));
    }
    for siren in &asked.sirens {
        let is_there = |record: &InclusionRecord| {
            let fields = record.fields();
            fields
                .line("siret")
                .replace(' ', "")
                .starts_with(siren.as_str())
                || fields.zone().contains(siren)
        };
        if is_whole && !records().any(is_there) {
            import
                .diagnostics
                .push(choice("siren", siren).help("help-siren"));
        }
    }
}
