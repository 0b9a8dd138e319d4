//! `no-address`: guides send readers, or their letters, to an organization whose page gives no address. Reported once for each
//! organization, with the number of guides.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Code, Diagnostic};
use crate::language::Language;
use crate::model::channel::{Recipient, Route};
use crate::model::{Channels, Located};
use crate::site::{Counter, PageId, Site};

/// A name in the routes of the guides of a language, in person or by post.
type RouteName<'s> = (Language, Route, &'s str);

/// An organization without an address: the page to correct, and the names that lead there.
type Without<'s> = (PageId, Vec<RouteName<'s>>);

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let mut guides: BTreeMap<RouteName<'_>, BTreeSet<&str>> = BTreeMap::new();
    for page in &site.pages {
        let document = &page.document;
        // A draft sends nobody anywhere yet.
        if document.common.draft == Some(true) {
            continue;
        }
        let channels = document.guide().and_then(|guide| guide.channels.as_ref());
        for (route, name) in channels.into_iter().flat_map(destinations) {
            let named = guides.entry((document.language, route, &name.text));
            // A guide and its translations are one guide.
            named.or_default().insert(&document.stem);
        }
    }
    let mut without: BTreeMap<&str, Without<'_>> = BTreeMap::new();
    for key @ (language, route, name) in guides.keys() {
        let Counter::Organizations(ids) = site.counter(name, *language, usize::MAX) else {
            continue;
        };
        for id in ids
            .into_iter()
            .filter(|id| has_no_address(site, *id, *route))
        {
            let document = &site.page(id).document;
            let (page, names) = without.entry(&document.stem).or_insert((id, Vec::new()));
            names.push(*key);
            if document.language == site.config.default_language() {
                *page = id;
            }
        }
    }
    // Thousands of organizations of a kind are reached by the same names.
    let mut counts: BTreeMap<&[RouteName<'_>], usize> = BTreeMap::new();
    let without = without.values();
    let found = without.map(|(id, names)| {
        let all = || names.iter().filter_map(|name| guides.get(name)).flatten();
        let count = counts.entry(names);
        let count = count.or_insert_with(|| all().collect::<BTreeSet<_>>().len());
        let document = &site.page(*id).document;
        Diagnostic::new(Code::NoAddress, document.file_place(&(0..3)))
            .with("name", &document.common.title)
            .with("guides", count.to_string())
    });
    found.collect()
}

/// The names in routes on which a reader goes somewhere or writes a letter, where the route itself does not say where that is.
fn destinations(channels: &Channels) -> impl Iterator<Item = (Route, &Located)> {
    let places = channels.in_person.iter();
    let places = places.filter(|route| route.address.is_none() && route.find.is_none());
    let places = places.filter_map(|route| Some((Route::InPerson, route.at.as_ref()?)));
    let letters = channels
        .paper
        .iter()
        .filter_map(|route| match &route.send_to {
            Some(Recipient::Organization(name)) => Some((Route::Paper, name)),
            Some(Recipient::Written(_)) | None => None,
        });
    places.chain(letters)
}

fn has_no_address(site: &Site, id: PageId, route: Route) -> bool {
    let document = &site.page(id).document;
    let Some(organization) = document.organization() else {
        return false;
    };
    let address = match route {
        Route::Paper => organization.letters_to(),
        _ => organization.address.as_ref(),
    };
    address.is_none() && document.was_read(&["address", "postal_address"])
}
