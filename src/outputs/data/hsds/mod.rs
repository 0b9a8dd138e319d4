//! HSDS 3.0, the Human Services Data Specification of Open Referral: services and organizations as JSON, each with all that
//! belongs to it.
//!
//! HSDS wants a UUID for each object. It is that of the object's address (RFC 9562, 5.5: version 5, in the namespace of URLs), so that
//! anybody can compute it, and it stays what it is.

mod places;

use serde_json::{Value as Json, json};
use uuid::Uuid;

use places::{location, phones, schedules};

use super::JsonRecord;
use super::offer::{Offer, OfferedOrganization, OfferedService};
use super::texts::{channels, costs, evidence, hours, joined};
use crate::language::Language;
use crate::markdown::slug;
use crate::model::values::{Email, Url, is_euro};
use crate::model::{Cost, Route};
use crate::outputs::words::Words;
use crate::site::DataFile;

/// The services of a site.
pub fn services(offer: &Offer<'_>) -> Json {
    let services = offer.services.iter();
    services.map(|service| of_service(offer, service)).collect()
}

/// Its directory.
pub fn organizations(offer: &Offer<'_>) -> Json {
    let organizations = offer.organizations.iter();
    let organizations = organizations.map(|organization| {
        let location = location(
            &organization.words,
            &organization.versions.address,
            &organization.place,
        );
        of_organization(offer, organization).with("locations", vec![Json::from(location)])
    });
    organizations.map(Json::from).collect()
}

/// The UUID of what has this address.
fn id(address: &str) -> String {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, address.as_bytes()).to_string()
}

/// An object with the UUID of its address.
fn record(address: &str) -> JsonRecord {
    JsonRecord::default().with("id", id(address))
}

/// The nodes of a list's items.
fn each<T>(items: &[T], add: impl Fn(usize, &T) -> JsonRecord) -> Vec<Json> {
    let items = items.iter().enumerate();
    items.map(|(at, item)| add(at + 1, item).into()).collect()
}

fn of_service(offer: &Offer<'_>, service: &OfferedService<'_>) -> Json {
    let (guide, versions, words) = (service.guide, &service.versions, &service.words);
    let address = &*versions.address;
    let in_person = service
        .channels
        .iter()
        .filter(|channel| channel.route == Route::InPerson);
    let places = in_person.map(|channel| {
        let iri = format!("{address}#in-person-{}", channel.number);
        let told = &channel.place;
        let owner = channel
            .organization
            .and_then(|at| offer.organizations.get(at));
        // A place of the directory is the same for all services. What a guide says otherwise is said of the service there.
        let owner = owner.filter(|owner| owner.place.address == told.address);
        let hours = owner.is_some_and(|owner| owner.place.hours != told.hours);
        let numbers = owner.is_some_and(|owner| owner.place.phones != told.phones);
        let location = match owner {
            Some(owner) => location(&owner.words, &owner.versions.address, &owner.place),
            None => location(words, &iri, told),
        };
        let at = record(&iri)
            .with("description", channel.notes.join("\n"))
            .with("schedules", hours.then(|| schedules(words, &iri, told)))
            .with(
                "phones",
                numbers.then(|| phones(words, &iri, &told.phones, &[])),
            )
            .with("location", location);
        Json::from(at)
    });
    let places: Vec<Json> = places.collect();
    let lines = service
        .channels
        .iter()
        .filter(|channel| channel.route == Route::Phone);
    let lines = lines.flat_map(|channel| {
        let iri = format!("{address}#phone-{}", channel.number);
        let open = hours(words, &channel.place);
        let remarks: Vec<String> = open
            .into_iter()
            .chain(channel.notes.iter().cloned())
            .collect();
        phones(words, &iri, &channel.place.phones, &remarks)
    });
    let lines: Vec<Json> = lines.collect();
    let options = each(&guide.cost, |at, cost| {
        cost_option(record(&format!("{address}#cost-{at}")), cost, words)
    });
    let papers = each(&guide.evidence, |at, paper| {
        record(&format!("{address}#evidence-{at}")).with("document", evidence(paper))
    });
    let languages: Vec<Language> = versions
        .pages
        .iter()
        .map(|page| page.document.language)
        .collect();
    let languages = each(&languages, |_, language| {
        record(&format!("{address}#language-{language}"))
            .with("name", language.endonym())
            .with("code", language.as_str())
    });
    let checked = versions.page().document.common.reviewed_on();
    let told = channels(service, |channel| {
        matches!(channel.route, Route::Paper | Route::Online)
    });
    record(address)
        .with("name", versions.title())
        .with("description", versions.summary())
        .with("url", address)
        .with("status", "active")
        .with("application_process", told)
        .with("fees_description", costs(words, &guide.cost))
        .with("wait_time", guide.processing_time.clone())
        .with(
            "eligibility_description",
            joined(words, guide.audience.iter().cloned()),
        )
        .with("assured_date", checked.map(|day| day.to_string()))
        .with("phones", lines)
        .with("service_at_locations", places)
        .with("languages", languages)
        .with("organization", authority(offer, service))
        .with("cost_options", options)
        .with("required_documents", papers)
        .into()
}

/// The organization that is responsible for a service, as far as the guide names it.
fn authority(offer: &Offer<'_>, service: &OfferedService<'_>) -> Option<Json> {
    let name = service.guide.authority.as_ref()?;
    let known = offer.named(name, service.versions.language());
    let authority = match known {
        Some(known) => of_organization(offer, known),
        None => {
            let file = offer.address(DataFile::HsdsOrganizations.path());
            // HSDS requires a description.
            record(&format!("{file}#authority-{}", slug(name)))
                .with("name", name.as_str())
                .with("description", name.as_str())
        }
    };
    Some(authority.into())
}

fn of_organization(offer: &Offer<'_>, organization: &OfferedOrganization<'_>) -> JsonRecord {
    let (versions, words, said) = (
        &organization.versions,
        &organization.words,
        organization.organization,
    );
    let address = &*versions.address;
    let summary = versions.summary();
    // HSDS requires a description.
    let description = match (summary.is_empty(), &said.kind) {
        (false, _) => summary.to_owned(),
        (true, Some(kind)) => words.kind(kind),
        (true, None) => versions.title().to_owned(),
    };
    let above = said.part_of.as_ref();
    let above = above.and_then(|above| offer.named(&above.text, versions.language()));
    record(address)
        .with("name", versions.title())
        .with("description", description)
        .with("email", said.email.as_ref().map(Email::as_str))
        .with("website", said.website.as_ref().map(Url::as_str))
        .with("uri", address)
        .with(
            "parent_organization_id",
            above.map(|above| id(&above.versions.address)),
        )
        .with(
            "phones",
            phones(words, address, &organization.place.phones, &[]),
        )
}

fn cost_option(record: JsonRecord, cost: &Cost, words: &Words<'_>) -> JsonRecord {
    let said = costs(words, std::slice::from_ref(cost));
    let record = record.with("amount_description", said);
    match cost {
        Cost::Free => record.with("amount", 0),
        Cost::Words(_) => record,
        Cost::Amount(priced) => {
            let written = priced.currency.as_deref().unwrap_or("EUR");
            let currency = if is_euro(written) { "EUR" } else { written };
            record
                .with("option", priced.when.clone())
                .with("currency", currency)
                .with("amount", amount(priced.amount.cents))
        }
    }
}

/// Cents as a number of whole units, with a decimal part only where there is one.
fn amount(cents: u64) -> Json {
    match cents % 100 {
        0 => json!(cents / 100),
        // Exact to the cent up to a hundred million millions.
        #[allow(clippy::cast_precision_loss)]
        _ => json!(cents as f64 / 100.0),
    }
}
