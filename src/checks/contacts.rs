//! The contact points of a page, for the rules on telephones, hours and addresses.

use crate::diagnostics::{Diagnostic, Location};
use crate::document::Document;
use crate::model::channel::{PhoneLine, Recipient};
use crate::model::values::{Hours, Phone, Placed, PostalAddress};
use crate::model::{Channels, Organization};
use crate::yaml;

/// A telephone number, and what its editor says about the price.
pub struct Call<'d> {
    /// The number.
    pub phone: &'d Placed<Phone>,
    /// What a call costs.
    pub price: Option<&'d str>,
}

fn channels(document: &Document) -> Option<&Channels> {
    document.guide()?.channels.as_ref()
}

/// The numbers of the front matter.
pub fn calls(document: &Document) -> Vec<Call<'_>> {
    let mut calls = Vec::new();
    if let Some(channels) = channels(document) {
        let lines = channels.phone.iter().filter_map(|line: &PhoneLine| {
            let price = line.price.as_deref();
            line.number.as_ref().map(|phone| Call { phone, price })
        });
        calls.extend(lines);
    }
    let counters = channels(document).map(|channels| channels.in_person.iter());
    let counters = counters.into_iter().flatten();
    let organization = document.organization();
    let numbers = organization
        .into_iter()
        .flat_map(|o: &Organization| &o.phones);
    let numbers = numbers.chain(counters.flat_map(|route| &route.phones));
    calls.extend(numbers.map(|number| Call {
        phone: &number.number,
        price: number.price.as_deref(),
    }));
    calls
}

/// The opening hours of the front matter.
pub fn hours(document: &Document) -> impl Iterator<Item = &Placed<Hours>> {
    let channels = channels(document).into_iter();
    let routes = channels.flat_map(|channels| {
        let counters = channels.in_person.iter().map(|route| &route.hours);
        counters.chain(channels.phone.iter().map(|line| &line.hours))
    });
    let own = document
        .organization()
        .map(|organization| &organization.hours);
    routes.chain(own).flatten()
}

/// Adds other hours as the fix, if the original is on one line, was understood in full, and is not in a list.
pub fn with_hours(diagnostic: Diagnostic, hours: &Placed<Hours>, instead: &str) -> Diagnostic {
    let Location::Place(place) = &hours.location else {
        return diagnostic;
    };
    let value = &hours.value;
    let given = value.in_words.as_ref().unwrap_or(&value.written);
    let written = place.file.text.get(place.span.clone()).unwrap_or_default();
    if written.trim_matches(['"', '\'']) == given {
        diagnostic.instead(yaml::scalar(instead))
    } else {
        diagnostic
    }
}

/// The postal addresses of the front matter.
pub fn addresses(document: &Document) -> impl Iterator<Item = &Placed<PostalAddress>> {
    let channels = channels(document).into_iter();
    let routes = channels.flat_map(|channels| {
        let counters = channels.in_person.iter().map(|route| &route.address);
        let letters = channels
            .paper
            .iter()
            .filter_map(|route| match &route.send_to {
                Some(Recipient::Written(recipient)) => Some(&recipient.address),
                _ => None,
            });
        counters.chain(letters)
    });
    let own = document
        .organization()
        .map(|organization| [&organization.address, &organization.postal_address]);
    routes.chain(own.into_iter().flatten()).flatten()
}
