//! The pages of structures and of services, and what leads from one to the other.

use std::collections::{BTreeMap, BTreeSet};

use super::contacts::InclusionContacts;
use super::offices::{OfficeIndex, OfficeOnSite, SiteOffices};
use super::record::InclusionRecord;
use super::routes::ServicePlace;
use super::service::TakenService;
use super::shelf::InclusionShelf;
use super::structure::{self, TakenStructure};
use super::towns::TownNames;
use super::{DOWNLOAD, LICENCE, NAMED, SERVICES, STRUCTURES, words};
use crate::import::front::{self, FrontFields};
use crate::import::ledger::mark;
use crate::import::markdown::MarkdownInline;
use crate::import::merge::ReadError;
use crate::import::page_paths::{self, NamedRecord};
use crate::import::three_way::parts_of;
use crate::import::{Before, Import, PassedOver};
use crate::markdown::slug;
use crate::model::Common;
use crate::model::values::Date;

/// Where the structure of an identifier is.
#[derive(Clone)]
enum Home {
    /// One that gets a page, by its number.
    Taken(usize),
    /// One that has a page already.
    OnSite(Box<OfficeOnSite>),
}

/// What each identifier leads to, and what its own record says of the place.
type StructureHomes = BTreeMap<String, (Home, InclusionContacts)>;

/// The pages of structures and of services.
pub fn pages(
    shelf: &mut InclusionShelf,
    site: &SiteOffices,
    file: &str,
    before: &Before,
    import: &mut Import,
) -> Result<(), ReadError> {
    let mut passed_over: BTreeMap<&'static str, PassedOver> = BTreeMap::new();
    let (taken, homes) = structures(shelf, site, &mut passed_over);
    let names: Vec<NamedRecord> = taken
        .iter()
        .map(|structure| NamedRecord {
            id: structure.record.id.clone(),
            names: structure
                .names()
                .into_iter()
                .filter(|name| !site.has_name(name))
                .collect(),
            seed: format!("{}\0{}", structure.record.id, structure.name),
        })
        .collect();
    let paths = page_paths::paths(STRUCTURES, &names, before)?;
    let offered: Vec<ServicePlace> = taken
        .iter()
        .zip(&paths)
        .map(|(structure, path)| ServicePlace {
            at: (!before.left_out.contains(path)).then(|| site.named(path)),
            name: structure.name.clone(),
            address: structure.contacts.address.clone(),
            streets: Vec::new(),
            phones: structure.contacts.phones.clone(),
            other_phones: Vec::new(),
            email: structure.contacts.email.clone(),
            page: Some(path.clone()),
        })
        .collect();
    let place_of = |service: &InclusionRecord| -> Option<ServicePlace> {
        if let Some((home, said)) = homes.get(&service.structure) {
            let mut place = match home {
                Home::Taken(at) => offered.get(*at).cloned()?,
                Home::OnSite(office) => on_site(office, site, None),
            };
            place
                .streets
                .push((said.postcode.clone(), said.street.clone()));
            place.other_phones.clone_from(&said.phones);
            place.email = place.email.or_else(|| said.email.clone());
            return Some(place);
        }
        // The structures were imported before, with a file of their own.
        if let (false, Some(office)) = (shelf.has_structures, site.ours.get(&service.structure)) {
            return Some(on_site(office, site, Some(office.path.clone())));
        }
        let contacts = InclusionContacts::of(&service.fields());
        let office = site.at(&contacts.postcode, &contacts.street)?;
        Some(on_site(office, site, None))
    };
    let towns = TownNames::of(shelf, site);
    let lists = guides(
        shelf,
        &place_of,
        &towns,
        file,
        before,
        &mut passed_over,
        import,
    )?;
    let list_of = |path: &str| lists.get(path).cloned().unwrap_or_default();
    for (structure, path) in taken.iter().zip(&paths) {
        // Where the services are in a file of their own, what it said stays.
        let list = match shelf.has_services {
            true => structure::services(list_of(path)),
            false => services_on_site(path, before)?,
        };
        let (text, found) = structure.page(path, &list, before.french);
        import.diagnostics.extend(found);
        import.files.insert(path.clone(), text.into());
    }
    if !shelf.has_structures {
        for path in before
            .written
            .iter()
            .filter(|path| path.starts_with(STRUCTURES))
        {
            let page = before.page(path)?.unwrap_or_default();
            let new = structure::with_services(&page, &structure::services(list_of(path)));
            if new != page && !path.ends_with("/_index.md") && before.is_untouched(path) {
                import.files.insert(path.clone(), new.into());
            }
        }
    }
    if !taken.is_empty() {
        let day = taken
            .iter()
            .filter_map(|structure| structure.record.changed)
            .max();
        let title = "Structures d’aide et d’accompagnement";
        let index = section(title, file, day, before.french);
        import
            .files
            .insert(format!("{STRUCTURES}/_index.md"), index.into());
    }
    for (is_there, folder) in [
        (shelf.has_structures, STRUCTURES),
        (shelf.has_services, SERVICES),
    ] {
        if is_there {
            import.scope.push(folder.to_owned());
        }
    }
    import.passed_over.append(&mut passed_over);
    Ok(())
}

/// The structures that get a page, and where each identifier leads.
fn structures<'s>(
    shelf: &'s InclusionShelf,
    site: &SiteOffices,
    passed_over: &mut BTreeMap<&'static str, PassedOver>,
) -> (Vec<TakenStructure<'s>>, StructureHomes) {
    let mut records: Vec<&InclusionRecord> = shelf.structures.values().collect();
    // Of two records of one office, the newer one is taken.
    records.sort_by_key(|record| {
        (
            std::cmp::Reverse(record.changed.map(|day| day.0)),
            &record.id,
        )
    });
    let mut taken: Vec<TakenStructure<'_>> = Vec::new();
    let mut homes = StructureHomes::new();
    let mut known = OfficeIndex::default();
    let mut all: Vec<Home> = Vec::new();
    for record in records {
        let structure = TakenStructure::of(record);
        let (name, traits) = (structure.name.clone(), structure.traits.clone());
        let contacts = structure.contacts.clone();
        let same = known.same(&traits).and_then(|at| all.get(at));
        let home = if let Some(office) = site.same(&traits) {
            passed_over
                .entry("on-site")
                .or_default()
                .add(format!("{name} → {}", office.path));
            Home::OnSite(Box::new(office.clone()))
        } else if let Some(home) = same {
            let other = match home {
                Home::Taken(at) => taken.get(*at).map_or("", |other| &other.name),
                Home::OnSite(office) => &office.path,
            };
            passed_over
                .entry("same")
                .or_default()
                .add(format!("{name} → {other}"));
            home.clone()
        } else {
            taken.push(structure);
            Home::Taken(taken.len() - 1)
        };
        if !record.id.is_empty() {
            homes.insert(record.id.clone(), (home.clone(), contacts));
        }
        known.add(&traits, all.len());
        all.push(home);
    }
    (taken, homes)
}

/// An office of the site, as a place of a service.
fn on_site(office: &OfficeOnSite, site: &SiteOffices, page: Option<String>) -> ServicePlace {
    ServicePlace {
        at: Some(site.named(&office.path)),
        name: office.title.clone(),
        address: office.address.clone(),
        streets: vec![(office.traits.postcode.clone(), office.traits.street.clone())],
        phones: office.phones.clone(),
        other_phones: Vec::new(),
        email: office.email.clone(),
        page,
    }
}

/// The guides; and what the page of each structure lists of its services.
fn guides(
    shelf: &InclusionShelf,
    place_of: &dyn Fn(&InclusionRecord) -> Option<ServicePlace>,
    towns: &TownNames,
    file: &str,
    before: &Before,
    passed_over: &mut BTreeMap<&'static str, PassedOver>,
    import: &mut Import,
) -> Result<BTreeMap<String, Vec<Vec<MarkdownInline>>>, ReadError> {
    let mut pass_over = |reason: &'static str, name: &str| {
        passed_over.entry(reason).or_default().add(name);
    };
    let mut lists: BTreeMap<String, Vec<Vec<MarkdownInline>>> = BTreeMap::new();
    let mut taken: Vec<TakenService<'_>> = Vec::new();
    let mut names: Vec<NamedRecord> = Vec::new();
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    for record in shelf.services.values() {
        let place = place_of(record);
        let service = TakenService::of(record, place.as_ref(), before.french);
        for mode in &service.routes.unknown {
            pass_over("modes", mode);
        }
        // Two producers may know one service, each with a structure of its own.
        let home = place
            .as_ref()
            .map_or(&record.structure, |place| &place.name);
        let known = (home.clone(), slug(&service.name));
        if !known.1.is_empty() && !seen.insert(known) {
            pass_over("twice", &service.name);
            continue;
        }
        let reason = match (
            service.routes.is_for_professionals,
            service.routes.is_empty(),
        ) {
            (true, _) => Some("professionals"),
            (false, true) if place.is_none() => Some("no-structure"),
            (false, true) => Some("no-route"),
            (false, false) => None,
        };
        if let Some(reason) = reason {
            pass_over(reason, &service.name);
            let line = service.line(service.routes.is_for_professionals);
            if let Some(page) = place.and_then(|place| place.page) {
                lists.entry(page).or_default().push(line);
            }
            continue;
        }
        names.push(NamedRecord {
            id: record.id.clone(),
            names: service.names(place.as_ref()),
            seed: format!("{}\0{}", record.id, record.name),
        });
        taken.push(service);
    }
    let topics_file = format!("{SERVICES}/topics.yaml");
    let with_topics = !before.left_out.contains(&topics_file);
    let mut topics: BTreeMap<&str, &str> = BTreeMap::new();
    let paths = page_paths::paths(SERVICES, &names, before)?;
    for (service, path) in taken.iter_mut().zip(paths) {
        topics.extend(words::topic(&service.fields));
        let (text, found) = service.page(&path, with_topics, towns, before.french);
        import.diagnostics.extend(found);
        import.files.insert(path, text.into());
    }
    if taken.is_empty() {
        return Ok(lists);
    }
    if !topics.is_empty() {
        let mut fields = FrontFields::new(before.french);
        for (key, title) in &topics {
            fields.put(key, *title);
        }
        import.files.insert(topics_file, fields.write().into());
    }
    let day = taken
        .iter()
        .filter_map(|service| service.record.changed)
        .max();
    let index = section("Aides et accompagnement", file, day, before.french);
    import
        .files
        .insert(format!("{SERVICES}/_index.md"), index.into());
    Ok(lists)
}

/// The text of a section, which names the file that its pages come from.
fn section(title: &str, file: &str, day: Option<Date>, french: bool) -> String {
    let day = day.map(|day| day.to_string()).unwrap_or_default();
    let mut front = FrontFields::new(french);
    front.set::<Common>("title", title);
    let source = front::dataset(french, [NAMED, file, &day, LICENCE, DOWNLOAD]);
    front.set::<Common>("source", source);
    front::page(&front, "")
}

/// The services that a page lists, as an earlier import wrote them: what an editor has written below is no word of the source, and would be
/// withdrawn with the next list.
fn services_on_site(path: &str, before: &Before) -> Result<String, ReadError> {
    let page = before.page(path)?.unwrap_or_default();
    let known = before.ledger.get(path).unwrap_or_default();
    let (_, blocks) = parts_of(structure::services_of(&page));
    let written = blocks
        .into_iter()
        .filter(|block| known.contains(&mark(block)));
    Ok(written.collect())
}
