//! The national directory of administrations of France (*annuaire de l’administration*): the JSON of the DILA, or the CSV of its API,
//! published under the Licence Ouverte 2.0.
//!
//! Of its 60 000 offices, those that serve the places an editor names become organizations. They are matched by the codes of communes,
//! never by name: names repeat. The file is read as a stream; only offices that are wanted are parsed.

mod contacts;
mod halls;
mod hours;
mod names;
mod page;
mod record;
mod shelf;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::Path;

use aho_corasick::AhoCorasick;

use super::front::{self, FrontFields};
use super::merge::ReadError;
use super::page_paths;
pub use super::places::commune;
use super::places::{self, AskedPlaces, PlaceChoice};
use super::stream::{self, RawRecord, RecordSink, StreamReport};
use super::{Before, Import, ImportedContent, PassedOver};
use crate::diagnostics::{Code, Diagnostic, Location};
use crate::model::Common;
use halls::{TOWN_HALL, TownHalls};
use names::FOLDER;
pub use page::DOWNLOAD;
use record::{OfficeFields, OfficeRecord};
use shelf::{MOST_OFFICES, OfficeShelf};

/// The name under which the site keeps what it imported.
pub const NAME: &str = "annuaire";

/// The lists of a file that hold records: in the file of the DILA, and in an answer of the API.
const LISTS: &[&str] = &["service", "results"];

/// Reads the records that contain one of these texts.
fn read(
    source: &Path,
    needles: &[String],
    each: &mut dyn FnMut(RawRecord<'_>),
) -> io::Result<StreamReport> {
    let finder = AhoCorasick::new(needles).map_err(io::Error::other)?;
    let mut each = |raw: RawRecord<'_>| {
        if finder.is_match(raw.bytes()) {
            each(raw);
        }
    };
    let mut sink = RecordSink {
        lists: LISTS,
        lines: false,
        each: &mut each,
    };
    stream::read(source, &mut sink)
}

/// The main town hall of a commune among what was imported: its name, and the name by which other pages lead to it.
pub fn town_hall(import: &Import, commune: &str) -> Option<(String, String)> {
    let path = names::town_hall(import.files.keys(), commune)?;
    let ImportedContent::Text(page) = import.files.get(path)? else {
        return None;
    };
    let title = front::list_of::<Common>(page, "title").pop()?;
    let stem = Path::new(path).file_stem()?.to_str()?;
    Some((title, stem.to_owned()))
}

/// Reads the offices that serve the places named by the options, or by those of an earlier import.
///
/// # Errors
///
/// If the source cannot be opened. What is wrong with it is a diagnostic of the import.
pub fn import(source: &Path, before: &Before) -> io::Result<Import> {
    let mut asked = AskedPlaces::read(NAME, before, source);
    let mut import = Import {
        scope: vec![FOLDER.to_owned()],
        ..Import::default()
    };
    let place = Location::File(source.display().to_string());
    if !asked.sirens.is_empty() {
        intercommunalities(source, &mut asked, &place)?;
    }
    import.diagnostics.append(&mut asked.found);
    if asked.choice.is_empty() {
        if import.diagnostics.is_empty() {
            import.diagnostics.push(places::none_asked(source));
        }
        return Ok(import);
    }
    let choice = &asked.choice;
    let mut shelf = OfficeShelf::default();
    let report = read(source, &choice.needles(), &mut |raw| {
        shelf.take(raw, choice);
    })?;
    let is_whole = report.faults.is_empty();
    import.diagnostics.extend(report.told(&place));
    import.diagnostics.extend(shelf.tally.told(&place));
    if shelf.is_full {
        let diagnostic = Diagnostic::new(Code::ImportChoice, place.clone()).with("case", "limit");
        import.diagnostics.push(
            diagnostic
                .with("value", MOST_OFFICES.to_string())
                .with("option", "")
                .help("help-many"),
        );
    }
    // A code that nothing serves is likely to be a postcode. What is missing from half a file says nothing.
    let served: BTreeSet<&String> = shelf
        .offices
        .values()
        .flat_map(|office| office.services.iter().flat_map(|(_, codes)| codes))
        .collect();
    for code in asked
        .communes
        .iter()
        .filter(|code| is_whole && !served.contains(code))
    {
        let diagnostic = Diagnostic::new(Code::ImportChoice, place.clone()).with("case", "place");
        let diagnostic = diagnostic.with("value", code).with("option", "commune");
        import.diagnostics.push(match shelf.at_postcode.get(code) {
            None => diagnostic.help("help-place"),
            Some(communes) => {
                // A postcode in the country has some thirty communes at most.
                let communes: Vec<&str> = communes.iter().take(40).map(String::as_str).collect();
                diagnostic
                    .with("places", communes.join(", "))
                    .help("help-postcode")
            }
        });
    }
    let file = front::file_name(source, "all_latest.tar.bz2");
    pages(&mut shelf, choice, &file, is_whole, before, &mut import)?;
    if !import.files.is_empty() {
        import
            .files
            .insert(places::memory(NAME), asked.remembered.into());
    }
    import.passed_over = shelf.passed_over;
    Ok(import)
}

/// The pages of the offices, and of their section.
fn pages(
    shelf: &mut OfficeShelf,
    choice: &PlaceChoice,
    file: &str,
    is_whole: bool,
    before: &Before,
    import: &mut Import,
) -> Result<(), ReadError> {
    let halls = TownHalls::among(shelf.offices.values(), choice);
    let (mut taken, mut annexes) = (Vec::new(), PassedOver::default());
    // In what is left of a cut file, an annexe may be the only town hall: it does not take the place of the one that is known.
    let known = page_paths::known(FOLDER, before)?;
    let takes_its_place = |office: &OfficeRecord| {
        let halls = office.services.iter().filter(|(kind, _)| kind == TOWN_HALL);
        let mut codes = halls.flat_map(|(_, codes)| codes);
        !is_whole
            && !known.contains_key(&office.id)
            && codes.any(|code| names::town_hall(before.written.iter(), code).is_some())
    };
    for office in shelf.offices.values() {
        let kinds = halls::kinds(office, &halls);
        match kinds.is_empty() || takes_its_place(office) {
            true => annexes.add(office.name.clone()),
            false => taken.push((office, kinds)),
        }
    }
    let named: Vec<(&OfficeRecord, String)> = taken
        .iter()
        .map(|(office, kinds)| (*office, kinds.first().cloned().unwrap_or_default()))
        .collect();
    let paths = names::paths(&named, before)?;
    for ((office, kinds), path) in taken.into_iter().zip(paths) {
        let (text, found) = page::page(office, &kinds, &path, before.french);
        import.diagnostics.extend(found);
        if halls.guessed.contains_key(&office.id) {
            let diagnostic = Diagnostic::new(Code::ImportValue, Location::File(path.clone()));
            import.diagnostics.push(
                diagnostic
                    .with("what", "hall")
                    .with("value", &office.name)
                    .help("help-hall"),
            );
        }
        import.files.insert(path, text.into());
    }
    if !import.files.is_empty() {
        let mut front = FrontFields::new(before.french);
        front.set::<Common>("title", "Administrations");
        let day = shelf
            .offices
            .values()
            .filter_map(|office| office.changed)
            .max();
        front.set::<Common>("source", page::dataset(file, day, before.french));
        import.files.insert(
            format!("{FOLDER}/_index.md"),
            front::page(&front, "").into(),
        );
    }
    if annexes.count > 0 {
        shelf.passed_over.insert("annexes", annexes);
    }
    Ok(())
}

/// Adds the communes of intercommunalities, which the source names in their records.
fn intercommunalities(source: &Path, asked: &mut AskedPlaces, place: &Location) -> io::Result<()> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let sirens = asked.sirens.clone();
    read(source, &sirens, &mut |raw| {
        let Ok(fields) = raw.fields().map(OfficeFields) else {
            return;
        };
        let numbers = [fields.line("siren"), fields.line("siret")];
        for siren in &sirens {
            if numbers
                .iter()
                .any(|number| number.replace(' ', "").starts_with(siren))
            {
                let codes = fields
                    .communes()
                    .into_iter()
                    .filter_map(|code| places::commune(&code));
                found.entry(siren.clone()).or_default().extend(codes);
            }
        }
    })?;
    for siren in &asked.sirens {
        let case = match found.get(siren).map(BTreeSet::len) {
            None => "siren",
            Some(0 | 1) => "siren-empty",
            Some(_) => {
                for code in found.remove(siren).unwrap_or_default() {
                    asked.choice.add_commune(code);
                }
                continue;
            }
        };
        let diagnostic = Diagnostic::new(Code::ImportChoice, place.clone()).with("case", case);
        asked.found.push(
            diagnostic
                .with("value", siren)
                .with("option", "siren")
                .help("help-siren"),
        );
    }
    Ok(())
}
