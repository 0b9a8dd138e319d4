//! `no-route`: a guide to a procedure that names no way to do it.

use crate::diagnostics::{Code, Diagnostic, Remedy};
use crate::document::Document;
use crate::edit::{FieldChange, FieldStep, FieldValue};
use crate::model::kinds::Nature;
use crate::site::{Counter, PageId, Site};
use crate::yaml::scalar;

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let Some(guide) = document.guide().filter(|_| !document.is_index) else {
        return;
    };
    let was_read = document.was_read(&["channels", "nature", "online_only"]);
    if was_read && guide.routes().is_empty() && !guide.informs() && guide.online_only.is_none() {
        let diagnostic = Diagnostic::new(Code::NoRoute, document.file_place(&(0..3)));
        let french = document.language.is_french();
        let nature = Nature::Information.shown(french);
        let informs = document.offer_field("mend-informs", &["nature"], nature);
        found.push(diagnostic.offers(counters(site, document)).offers(informs));
    }
}

/// The offices to which people go for most procedures.
const OFFICES: &[&str] = &["mairie", "france-services", "ccas"];

/// Offers a route to each office of the directory at which a procedure may be done.
pub(super) fn counters(site: &Site, document: &Document) -> Vec<Remedy> {
    const EACH: usize = 1;
    let offices =
        OFFICES
            .iter()
            .flat_map(|kind| match site.counter(kind, document.language, EACH) {
                Counter::Organizations(ids) => ids,
                Counter::Kind(_) | Counter::Unknown => Vec::new(),
            });
    let mut ids: Vec<PageId> = Vec::new();
    for id in offices {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let path = document.field(&["channels", "in_person"]);
    let names = document.field(&["channels", "in_person", "at"]);
    let [
        FieldStep::Field(channels),
        FieldStep::Field(in_person),
        FieldStep::Field(at),
    ] = &*names
    else {
        return Vec::new();
    };
    let offer = |id: PageId| {
        let office = &site.page(id).document;
        let name = FieldValue::Text(office.id().to_owned());
        let route = FieldValue::Record(vec![(at.clone(), name)]);
        let change = FieldChange::Set(path.clone(), FieldValue::List(vec![route]));
        let place = scalar(office.id());
        let lines = format!("{channels}:\n  {in_person}:\n    - {at}: {place}\n");
        let added = document.with_lines("channels", &lines);
        let fix = added.or_else(|| document.with_fields(&[change]))?;
        Some(Remedy::new("mend-counter", fix).with("name", &office.common.title))
    };
    ids.into_iter().filter_map(offer).collect()
}
