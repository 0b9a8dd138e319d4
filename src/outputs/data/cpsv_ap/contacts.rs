//! Channels, and how people reach those who answer there.

use serde_json::{Value as Json, json};

use super::super::graph::{GraphNode, text};
use super::super::offer::{OfferedChannel, OfferedService};
use super::super::place::OfferedPlace;
use super::super::texts::{self, form, hours, route};
use super::{GraphWriter, part};
use crate::language::Language;
use crate::model::Route;
use crate::model::channel::Form;
use crate::model::values::{AddressParts, Email, PostalAddress, Url};
use crate::outputs::words::Words;

impl GraphWriter<'_, '_> {
    /// A way to do a procedure.
    pub(super) fn channel(
        &mut self,
        service: &OfferedService<'_>,
        channel: &OfferedChannel<'_>,
    ) -> Json {
        let (words, language) = (&service.words, service.versions.language());
        let iri = channel_iri(service, channel);
        let kind = format!("{}#{}", self.file, channel.route.message());
        let kind = self
            .graph
            .concept(kind, text(&route(words, channel.route), language));
        let owner = channel
            .organization
            .and_then(|at| self.offer.organizations.get(at));
        let owner = owner.map(|owner| json!({ "@id": owner.versions.address }));
        let forms = self.each(&iri, "form", channel.forms, |writer, iri, paper| {
            writer.form(iri, paper, language)
        });
        let said = texts::channel(words, channel);
        let said = (!said.is_empty()).then(|| text(&said, language));
        let page = channel.place.website.map(|url| self.web_page(url));
        let hours = self.hours(&iri, words, &channel.place);
        let node = GraphNode::new(&*iri, &["cv:Channel"])
            .with("dct:identifier", &*iri)
            .with("dct:type", kind)
            .with("dct:description", said)
            .with("cv:ownedBy", owner)
            .with("cpsv:hasInput", forms)
            .with("cv:openingHours", hours)
            .with("foaf:page", page);
        self.graph.add(node)
    }

    /// How people reach those who answer on a channel, where that is not how they reach an organization of the directory.
    pub(super) fn channel_contact(
        &mut self,
        service: &OfferedService<'_>,
        channel: &OfferedChannel<'_>,
    ) -> Option<Json> {
        if channel.organization.is_some() && channel.route != Route::Phone {
            return None;
        }
        let place = OfferedPlace {
            // The page of a service is not one to write to somebody.
            website: None,
            ..channel.place.clone()
        };
        self.contact(&channel_iri(service, channel), &service.words, &place)
    }

    fn form(&mut self, iri: &str, paper: &Form, language: Language) -> Json {
        let page = paper.url.as_ref().map(|url| self.web_page(&url.value));
        let node = GraphNode::new(iri, &["cv:Evidence"])
            .with("dct:identifier", iri)
            .with("dct:title", text(&paper.title, language))
            .with("dct:description", text(&form(paper), language))
            .with("foaf:page", page);
        self.graph.add(node)
    }

    fn web_page(&mut self, url: &Url) -> Json {
        self.graph
            .add(GraphNode::new(url.as_str(), &["foaf:Document"]))
    }

    /// How people reach a place; `None` if nothing is known.
    pub(super) fn contact(
        &mut self,
        iri: &str,
        words: &Words<'_>,
        place: &OfferedPlace<'_>,
    ) -> Option<Json> {
        if place.phones.is_empty() && place.email.is_none() && place.website.is_none() {
            return None;
        }
        let phones = place
            .phones
            .iter()
            .map(|phone| json!(phone.number.dialled()));
        let phones: Vec<Json> = phones.collect();
        let page = place.website.map(|url| self.web_page(url));
        let hours = self.hours(iri, words, place);
        let node = GraphNode::new(part(iri, "contact"), &["cv:ContactPoint"])
            .with("cv:telephone", phones)
            .with("cv:email", place.email.map(Email::as_str))
            .with("cv:contactPage", page)
            .with("cv:openingHours", hours);
        Some(self.graph.add(node))
    }

    fn hours(&mut self, iri: &str, words: &Words<'_>, place: &OfferedPlace<'_>) -> Option<Json> {
        let said = text(&hours(words, place)?, words.language());
        let node = GraphNode::new(part(iri, "hours"), &["time:TemporalEntity"]);
        Some(self.graph.add(node.with("dct:description", said)))
    }

    /// The postal address of what has this IRI.
    pub(super) fn postal(
        &mut self,
        iri: &str,
        address: &PostalAddress,
        language: Language,
    ) -> Json {
        let parts = address.parts();
        let said = |of: fn(&AddressParts) -> Option<&String>| {
            let part = parts.as_ref().and_then(of);
            part.map(|part| text(part, language))
        };
        let node = GraphNode::new(part(iri, "address"), &["locn:Address"])
            .with(
                "locn:fullAddress",
                text(&address.lines.join(", "), language),
            )
            .with("locn:thoroughfare", said(|parts| parts.street.as_ref()))
            .with("locn:locatorName", said(|parts| parts.building.as_ref()))
            .with("locn:postName", said(|parts| Some(&parts.town)))
            .with("locn:adminUnitL1", said(|parts| parts.country.as_ref()))
            .with(
                "locn:poBox",
                parts.as_ref().and_then(|parts| parts.mail_box.clone()),
            )
            .with(
                "locn:postCode",
                parts.as_ref().map(|parts| parts.postcode.clone()),
            );
        self.graph.add(node)
    }
}

fn channel_iri(service: &OfferedService<'_>, channel: &OfferedChannel<'_>) -> String {
    let name = format!("{}-{}", channel.route.message(), channel.number);
    part(&service.versions.address, &name)
}
