//! Places, telephones and opening hours.

use serde_json::{Value as Json, json};

use super::super::JsonRecord;
use super::super::place::{OfferedPhone, OfferedPlace};
use super::super::schedule::recurrences;
use super::super::texts::{hours, joined};
use super::{each, record};
use crate::model::kinds::Access;
use crate::model::values::{PostalAddress, Url};
use crate::outputs::words::Words;

/// A place with all that is known of it.
pub(super) fn location(words: &Words<'_>, of: &str, place: &OfferedPlace<'_>) -> JsonRecord {
    let access = place.access;
    let there = place.address;
    let there = there.and_then(|address| postal(&format!("{of}#address"), address, None));
    let letters = place.letters;
    let letters =
        letters.and_then(|address| postal(&format!("{of}#letters"), address, Some("postal")));
    // What cannot be said part by part is said as a text.
    let line = place.address_line().filter(|_| there.is_none());
    let addresses = there.into_iter().chain(letters).map(Json::from);
    let addresses: Vec<Json> = addresses.collect();
    let transport = access.map(|access| joined(words, access.transport.iter().cloned()));
    record(&format!("{of}#location"))
        .with("location_type", "physical")
        .with("name", place.name.clone())
        .with("description", line)
        .with("url", place.website.map(Url::as_str))
        .with("transportation", transport)
        .with("latitude", place.coordinates.map(|point| point.latitude))
        .with("longitude", place.coordinates.map(|point| point.longitude))
        .with("addresses", addresses)
        .with(
            "accessibility",
            access.and_then(|access| way_in(words, of, access)),
        )
        .with("phones", phones(words, of, &place.phones, &[]))
        .with("schedules", schedules(words, of, place))
}

fn way_in(words: &Words<'_>, of: &str, access: &Access) -> Option<Vec<Json>> {
    let step_free = access.step_free.map(|step_free| {
        words.text(if step_free {
            "step-free"
        } else {
            "not-step-free"
        })
    });
    let said: Vec<String> = step_free.into_iter().chain(access.note.clone()).collect();
    let record =
        record(&format!("{of}#access")).with("description", joined(words, said.iter().cloned()));
    (!said.is_empty()).then(|| vec![record.into()])
}

/// A French address; `None` for others, of which guichet does not know the parts.
fn postal(iri: &str, address: &PostalAddress, kind: Option<&str>) -> Option<JsonRecord> {
    let parts = address.parts()?;
    let is_french = parts.is_in_france();
    let kind = kind.unwrap_or(match parts.street {
        Some(_) => "physical",
        None => "postal",
    });
    let first = parts.street.clone().or(parts.mail_box.clone())?;
    let others = [
        parts.building,
        parts.mail_box.filter(|other| *other != first),
    ];
    let others: Vec<String> = others.into_iter().flatten().collect();
    let mut record = record(iri)
        .with("address_1", first)
        .with("address_2", others.join(", "))
        .with("city", parts.town)
        .with("postal_code", parts.postcode)
        .with("country", "FR")
        .with("address_type", kind);
    // HSDS requires the part of the country, which no line of a French address has.
    record.0.insert("state_province".to_owned(), json!(""));
    is_french.then_some(record)
}

pub(super) fn phones(
    words: &Words<'_>,
    of: &str,
    phones: &[OfferedPhone<'_>],
    remarks: &[String],
) -> Vec<Json> {
    each(phones, |at, phone| {
        let said = std::iter::once(phone.remark()).chain(remarks.iter().cloned());
        record(&format!("{of}#number-{at}"))
            .with("number", phone.number.dialled())
            .with("type", "voice")
            .with("description", joined(words, said))
    })
}

/// The opening hours of a place: rules that repeat, each with all the hours in words; only these if there is no such rule.
pub(super) fn schedules(words: &Words<'_>, of: &str, place: &OfferedPlace<'_>) -> Vec<Json> {
    let Some(said) = hours(words, place) else {
        return Vec::new();
    };
    let rules = place.hours.map(recurrences).unwrap_or_default();
    if rules.is_empty() {
        return vec![
            record(&format!("{of}#hours"))
                .with("description", said)
                .into(),
        ];
    }
    each(&rules, |at, rule| {
        record(&format!("{of}#hours-{at}"))
            .with("freq", rule.freq)
            .with("byday", rule.byday.as_str())
            .with("opens_at", rule.opens_at.clone())
            .with("closes_at", rule.closes_at.clone())
            .with("description", said.as_str())
    })
}
