//! What a service says in sentences, for vocabularies that have only a text for it.

use super::offer::{OfferedChannel, OfferedService};
use super::place::OfferedPlace;
use crate::model::channel::{Evidence, Form};
use crate::model::{Cost, Route};
use crate::outputs::words::{Words, aside};

/// Sentences and pieces of them as one text.
pub fn joined(words: &Words<'_>, parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(match words.language().is_french() {
        true => "\u{a0}; ",
        false => "; ",
    })
}

/// A paper to bring or send, with its conditions.
pub fn evidence(evidence: &Evidence) -> String {
    let remarks = [&evidence.when, &evidence.note].into_iter().flatten();
    remarks.fold(evidence.name.clone(), |said, remark| aside(&said, remark))
}

/// A form with its number and where it is found.
pub fn form(form: &Form) -> String {
    let number = form.number.as_ref().map(|number| number.number.as_str());
    let url = form.url.as_ref().map(|url| url.value.as_str());
    let remarks = [number, url, form.place.as_deref(), form.note.as_deref()];
    let remarks: Vec<&str> = remarks.into_iter().flatten().collect();
    match remarks.is_empty() {
        true => form.title.clone(),
        false => aside(&form.title, &remarks.join(", ")),
    }
}

/// What a service costs, case by case; empty if nothing is said.
pub fn costs(words: &Words<'_>, costs: &[Cost]) -> String {
    let costs = costs.iter().map(|cost| match cost {
        Cost::Free => words.text("cost-free"),
        Cost::Amount(priced) => words.cost(priced),
        Cost::Words(text) => text.clone(),
    });
    joined(words, costs)
}

/// The name of a route in the reader's words.
pub fn route(words: &Words<'_>, route: Route) -> String {
    words.text(&format!("coverage-{}", route.message()))
}

/// The opening hours of a place in words, with the note on them; `None` where it has none.
pub fn hours(words: &Words<'_>, place: &OfferedPlace<'_>) -> Option<String> {
    let lines = words.hours(place.hours?);
    let note = place.hours_note.map(str::to_owned);
    Some(joined(words, lines.into_iter().chain(note)))
}

/// A way to do a procedure in one paragraph: where, which forms, what to know.
pub fn channel(words: &Words<'_>, channel: &OfferedChannel<'_>) -> String {
    let place = &channel.place;
    let url = place.website.map(|url| url.as_str().to_owned());
    let phones = place.phones.iter().map(|phone| phone.number.printed());
    let forms = channel.forms.iter().map(form);
    let parts = [place.name.clone(), place.address_line(), url]
        .into_iter()
        .flatten();
    let parts = parts
        .chain(phones)
        .chain(forms)
        .chain(channel.notes.iter().cloned());
    joined(words, parts)
}

/// The ways that have no place of their own in a vocabulary, one a line, each with the name of its route.
pub fn channels(
    service: &OfferedService<'_>,
    is_told: impl Fn(&OfferedChannel<'_>) -> bool,
) -> String {
    let told = service.channels.iter().filter(|channel| is_told(channel));
    let lines = told.filter_map(|way| {
        let said = channel(&service.words, way);
        let route = route(&service.words, way.route);
        (!said.is_empty()).then(|| format!("{route}{} {said}", service.words.text("colon")))
    });
    lines.collect::<Vec<_>>().join("\n")
}
