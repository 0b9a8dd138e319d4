//! `no-counter`: guides send readers to a kind of counter that is not in the directory, so that no card can
//! say where it is. Reported once for each kind, where a guide first names it.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::markdown::slug;
use crate::model::Channels;
use crate::site::{Counter, Site};

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut missing: BTreeMap<String, (&Location, BTreeSet<&str>)> = BTreeMap::new();
    for page in &site.pages {
        let document = &page.document;
        let channels = document.guide().and_then(|guide| guide.channels.as_ref());
        let required: Vec<_> = channels
            .into_iter()
            .flat_map(Channels::required_organizations)
            .collect();
        for name in channels.into_iter().flat_map(Channels::organizations) {
            let kind = match site.counter_kind(&name.text) {
                Counter::Kind(kind) => kind,
                // If the guide says what to look for, the kind need not be a known one.
                Counter::Unknown if !required.contains(&name) => slug(&name.text),
                Counter::Unknown => continue,
                Counter::Organizations(_) => continue,
            };
            let first = || (&name.location, BTreeSet::new());
            // A guide and its translations are one guide.
            let (_, guides) = missing.entry(kind).or_insert_with(first);
            guides.insert(&document.stem);
        }
    }
    let missing = missing.into_iter();
    missing
        .map(|(kind, (location, guides))| {
            Diagnostic::new(Code::NoCounter, location.clone())
                .with("kind", kind)
                .with("guides", guides.len().to_string())
        })
        .collect()
}
