//! data·inclusion 1, the French schema of help towards work and housing (GIP Plateforme de l'inclusion): structures and their services.
//!
//! There, a service is what one structure offers: a procedure that is done at two counters of the directory is two
//! services. Identifiers begin with the address of the site as a name, as the schema wants it, and end with the file names of the pages.

use serde_json::Value as Json;

use super::JsonRecord;
use super::gaps::{of_inclusion_service, of_structure};
use super::offer::{Offer, OfferedOrganization, OfferedService};
use super::place::OfferedPlace;
use super::texts::{channels, costs, evidence, joined};
use crate::markdown::slug;
use crate::model::networks::networks_of;
use crate::model::values::{AddressParts, Email, PostalAddress, Url};
use crate::model::{Cost, Route};

/// The most letters of a name.
const LONGEST_NAME: usize = 150;

/// The most letters of a description.
const LONGEST_TEXT: usize = 10_000;

/// The organizations of the directory.
pub fn structures(offer: &Offer<'_>) -> Json {
    let organizations = offer.organizations.iter();
    let complete =
        organizations.filter(|organization| of_structure(offer, organization).is_empty());
    complete
        .map(|organization| structure(offer, organization))
        .collect()
}

/// The procedures of the guides, at each organization to which a route leads.
pub fn services(offer: &Offer<'_>) -> Json {
    let services = offer.services.iter();
    let complete = services.filter(|service| of_inclusion_service(offer, service).is_empty());
    complete
        .flat_map(|service| at_each(offer, service))
        .collect()
}

/// Who publishes the data: the address of the site, as a name.
fn source(offer: &Offer<'_>) -> String {
    let base = offer.site.config.base_url.as_ref();
    slug(base.map_or("", |base| base.short()))
}

/// The identifier of what has this name at the source.
fn id(offer: &Offer<'_>, name: &str) -> String {
    format!("{}--{name}", source(offer))
}

/// The path of a page's file as a name.
fn name(stem: &str) -> String {
    let parts = stem.split('/').map(slug);
    parts.collect::<Vec<_>>().join("--")
}

fn structure_id(offer: &Offer<'_>, organization: &OfferedOrganization<'_>) -> String {
    id(offer, &name(&organization.versions.page().document.stem))
}

fn structure(offer: &Offer<'_>, organization: &OfferedOrganization<'_>) -> Json {
    let (versions, said) = (&organization.versions, organization.organization);
    let kinds: Vec<String> = said.kinds().map(slug).collect();
    let networks = networks_of(&kinds);
    // Shorter ones are not accepted.
    let summary = cut(versions.summary(), LONGEST_TEXT);
    let summary = Some(summary).filter(|summary| summary.chars().count() >= 5);
    let record = JsonRecord::default()
        .with("source", source(offer))
        .with("id", structure_id(offer, organization))
        .with("nom", name_of(versions.title()))
        .with("date_maj", versions.day().map(|day| day.to_string()))
        .with("description", summary)
        .with("lien_source", versions.address.as_str())
        .with("site_web", said.website.as_ref().map(Url::as_str))
        .with("reseaux_porteurs", networks);
    with_place(record, &organization.place).into()
}

/// What both structures and services say of where they are.
fn with_place(record: JsonRecord, place: &OfferedPlace<'_>) -> JsonRecord {
    let parts = place.address.and_then(PostalAddress::parts);
    let parts = parts.filter(AddressParts::is_in_france);
    let record = match parts {
        None => record.with("adresse", place.address_line()),
        Some(parts) => {
            let others: Vec<String> = [parts.building, parts.mail_box]
                .into_iter()
                .flatten()
                .collect();
            record
                .with("commune", parts.town)
                .with("code_postal", parts.postcode)
                .with("adresse", parts.street)
                .with("complement_adresse", others.join(", "))
        }
    };
    record
        .with("longitude", place.coordinates.map(|point| point.longitude))
        .with("latitude", place.coordinates.map(|point| point.latitude))
        .with(
            "telephone",
            place.phones.first().map(|phone| phone.number.dialled()),
        )
        .with("courriel", place.email.map(Email::as_str))
        .with(
            "horaires_accueil",
            place.hours.map(|hours| hours.written.as_str()),
        )
}

/// A procedure at each organization, in the order in which its routes name them.
fn at_each(offer: &Offer<'_>, service: &OfferedService<'_>) -> Vec<Json> {
    let mut seen = Vec::new();
    for at in service
        .channels
        .iter()
        .filter_map(|channel| channel.organization)
    {
        if !seen.contains(&at) {
            seen.push(at);
        }
    }
    let complete = seen.into_iter().filter_map(|at| {
        let organization = offer.organizations.get(at)?;
        of_structure(offer, organization)
            .is_empty()
            .then_some((at, organization))
    });
    complete
        .map(|(at, organization)| at_one(offer, service, at, organization))
        .collect()
}

fn at_one(
    offer: &Offer<'_>,
    service: &OfferedService<'_>,
    at: usize,
    organization: &OfferedOrganization<'_>,
) -> Json {
    let (guide, versions) = (service.guide, &service.versions);
    let here = || {
        service
            .channels
            .iter()
            .filter(move |channel| channel.organization == Some(at))
    };
    let place = here().find(|channel| channel.route == Route::InPerson);
    let line = here().find(|channel| channel.route == Route::Phone);
    let online = service.channels.iter().find_map(|channel| channel.online);
    let mut modes = Vec::new();
    modes.extend(place.map(|_| "se-presenter"));
    modes.extend(line.map(|_| "telephoner"));
    modes.extend(online.map(|_| "utiliser-lien-mobilisation"));
    let mut ways = Vec::new();
    ways.extend(place.map(|_| "en-presentiel"));
    ways.extend(line.map(|_| "a-distance").or(online.map(|_| "a-distance")));
    let others = channels(service, |channel| channel.organization.is_none());
    let notes = here().flat_map(|channel| channel.notes.iter().cloned());
    let notes: Vec<String> = notes
        .chain((!others.is_empty()).then_some(others))
        .collect();
    let papers: Vec<String> = guide.evidence.iter().map(evidence).collect();
    let stem = name(&versions.page().document.stem);
    let of = name(&organization.versions.page().document.stem);
    let record = JsonRecord::default()
        .with("source", source(offer))
        .with("structure_id", structure_id(offer, organization))
        .with("id", id(offer, &format!("{stem}--{of}")))
        .with("nom", name_of(versions.title()))
        .with("description", cut(versions.summary(), LONGEST_TEXT))
        .with("lien_source", versions.address.as_str())
        .with("date_maj", versions.day().map(|day| day.to_string()))
        .with("frais", fees(&guide.cost))
        .with("frais_precisions", costs(&service.words, &guide.cost))
        .with(
            "publics_precisions",
            joined(&service.words, guide.audience.iter().cloned()),
        )
        .with("conditions_acces", joined(&service.words, papers))
        .with("modes_accueil", ways)
        .with("modes_mobilisation", modes)
        .with("mobilisable_par", vec!["usagers"])
        .with("mobilisation_precisions", notes.join("\n"))
        .with(
            "lien_mobilisation",
            online.map(|online| online.url.as_str()),
        );
    let place = place.map_or_else(OfferedPlace::default, |channel| channel.place.clone());
    let phones = line.map(|channel| channel.place.phones.clone());
    let place = OfferedPlace {
        phones: phones
            .filter(|phones| !phones.is_empty())
            .unwrap_or(place.phones),
        ..place
    };
    with_place(record, &place).into()
}

/// Whether a service costs something; `None` if nothing is said, or only words.
fn fees(costs: &[Cost]) -> Option<&'static str> {
    let is_paid = |cost: &Cost| matches!(cost, Cost::Amount(priced) if priced.amount.cents > 0);
    let is_free = |cost: &Cost| match cost {
        Cost::Free => true,
        Cost::Amount(priced) => priced.amount.cents == 0,
        Cost::Words(_) => false,
    };
    match costs {
        [] => None,
        costs if costs.iter().any(is_paid) => Some("payant"),
        costs if costs.iter().all(is_free) => Some("gratuit"),
        _ => None,
    }
}

/// A title without a full stop at its end, which the schema does not want.
fn name_of(title: &str) -> String {
    let title = match title.ends_with("etc.") {
        true => title,
        false => title.trim_end_matches('.'),
    };
    cut(title, LONGEST_NAME)
}

/// A text of at most so many letters, cut after a word.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most).collect();
    let kept = match kept.rfind(char::is_whitespace) {
        Some(end) => kept[..end].trim_end().to_owned(),
        None => kept.chars().take(most - 1).collect(),
    };
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_as_the_schema_wants_it() {
        assert_eq!(name_of("Une carte."), "Une carte");
        assert_eq!(name_of("Cartes, permis, etc."), "Cartes, permis, etc.");
        let long = name_of(&"éléphant ".repeat(20));
        assert!(long.ends_with("éléphant…"), "{long}");
        assert_eq!(cut("un deux trois", 8), "un deux…");
        assert_eq!(cut("anticonstitutionnellement", 5), "anti…");
        assert_eq!(cut("un deux", 7), "un deux");
        for length in 1..30 {
            assert!(cut("les uns et les autres, là-bas", length).chars().count() <= length);
        }
    }

    #[test]
    fn fees_are_said_only_where_they_are_certain() {
        let amount = |cents| {
            let amount = crate::model::values::Money { cents };
            Cost::Amount(crate::model::cost::PricedCost {
                amount,
                ..Default::default()
            })
        };
        let words = || Cost::Words("selon les revenus".to_owned());
        for (costs, said) in [
            (vec![], None),
            (vec![Cost::Free], Some("gratuit")),
            (vec![amount(0)], Some("gratuit")),
            (vec![Cost::Free, amount(2500)], Some("payant")),
            (vec![words()], None),
            (vec![Cost::Free, words()], None),
            (vec![amount(1), words()], Some("payant")),
        ] {
            assert_eq!(fees(&costs), said, "{costs:?}");
        }
    }
}
