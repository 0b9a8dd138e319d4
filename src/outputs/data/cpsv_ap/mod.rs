//! CPSV-AP 3.2, the European vocabulary of public services, as JSON-LD (SEMIC, release 3.2.0).
//!
//! A service and an organization have the addresses of their pages as IRIs, and their parts these addresses with a fragment. What
//! the site only names has the address of the file with a fragment. What is in an authority table of the Publications Office
//! has its IRI there.

mod contacts;
mod services;

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::gaps::of_public_service;
use super::graph::{Graph, GraphNode, text, texts};
use super::offer::{Offer, OfferedOrganization};
use crate::language::Language;
use crate::markdown::slug;
use crate::model::values::Localized;
use crate::site::DataFile;

/// The authority tables of the Publications Office of the European Union.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";

/// The types of a public organization. A validator that does not infer knows its superclasses only if they are named.
const PUBLIC: &[&str] = &["cv:PublicOrganisation", "org:Organization", "foaf:Agent"];

/// The services of a site, its directory, and all that they refer to.
pub fn graph(offer: &Offer<'_>) -> Json {
    let mut writer = GraphWriter {
        offer,
        graph: Graph::default(),
        file: offer.address(DataFile::CpsvAp.path()),
    };
    for organization in &offer.organizations {
        writer.organization(organization);
    }
    let services = offer.services.iter();
    let services = services.filter(|service| of_public_service(service).is_empty());
    let services = services.map(|service| writer.service(service)).collect();
    writer.dataset(services);
    writer.graph.document()
}

struct GraphWriter<'o, 's> {
    offer: &'o Offer<'s>,
    graph: Graph,
    /// The address of the file.
    file: String,
}

impl GraphWriter<'_, '_> {
    /// The catalogue, if the site says what it is.
    fn dataset(&mut self, services: Vec<Json>) {
        let site = self.offer.site;
        let language = site.config.default_language();
        let Some(summary) = &site.config.summary else {
            return;
        };
        let home = self.offer.address(&site.home(language).encoded());
        let landing = self.graph.add(GraphNode::new(home, &["foaf:Document"]));
        let publisher = self.publisher(language);
        let licence = site.config.licence.as_ref();
        let node = GraphNode::new(&*self.file, &["dcat:Dataset"])
            .with("dct:title", self.localized(&site.config.title))
            .with("dct:description", self.localized(summary))
            .with("dct:publisher", publisher)
            .with("dct:rights", licence.map(|licence| self.localized(licence)))
            .with("dcat:landingPage", landing)
            .with("dct:hasPart", services);
        self.graph.add(node);
    }

    /// The publisher of the site: an organization of the directory, otherwise one of its name.
    fn publisher(&mut self, language: Language) -> Json {
        let site = self.offer.site;
        let id = site.publisher(language);
        let mut organizations = self.offer.organizations.iter();
        let known = organizations.find(|organization| Some(organization.versions.id) == id);
        if let Some(known) = known {
            return json!({ "@id": known.versions.address });
        }
        let iri = format!("{}#publisher", self.file);
        let name = text(&site.publisher_name(language), language);
        let node = GraphNode::new(&*iri, &["foaf:Agent"]).with("dct:identifier", &*iri);
        self.graph.add(node.with("dct:title", name))
    }

    /// A text of the configuration in each language of the site that has one.
    fn localized(&self, localized: &Localized) -> Vec<Json> {
        let site = self.offer.site;
        let spoken = |language| localized.language_of(language);
        let place = site.config.default_language();
        let all = site
            .languages
            .iter()
            .map(|language| (spoken(*language).unwrap_or(place), localized.get(*language)));
        let all: BTreeMap<Language, &str> = all.collect();
        texts(all)
    }

    fn organization(&mut self, organization: &OfferedOrganization<'_>) {
        let (versions, said) = (&organization.versions, organization.organization);
        let (address, language) = (&*versions.address, versions.language());
        let mut places = self.each(address, "serves", &said.serves, |writer, iri, place| {
            let node = GraphNode::new(iri, &["dct:Location"]);
            writer
                .graph
                .add(node.with("locn:geographicName", text(place, language)))
        });
        if places.is_empty() && said.is_public() {
            places.push(self.france());
        }
        let types = match said.is_public() {
            true => PUBLIC,
            false => &["org:Organization", "foaf:Agent"],
        };
        let above = said.part_of.as_ref();
        let above = above.and_then(|above| self.offer.named(&above.text, language));
        let above = above.map(|above| json!({ "@id": above.versions.address }));
        let mut kinds = Vec::new();
        for kind in said.kinds() {
            let label = text(&organization.words.kind(kind), language);
            kinds.push(
                self.graph
                    .concept(part(&self.file, &format!("kind-{}", slug(kind))), label),
            );
        }
        let (words, place) = (&organization.words, &organization.place);
        let contact = self.contact(address, words, place);
        let postal = place
            .address
            .map(|postal| self.postal(address, postal, language));
        let titles = texts(versions.each(|page| &page.document.common.title));
        let node = GraphNode::new(address, types)
            .with("dct:identifier", address)
            .with("dct:title", titles.clone())
            .with("skos:prefLabel", titles)
            .with(
                "dct:description",
                texts(versions.each(|page| page.document.summary())),
            )
            .with("dct:spatial", places)
            .with("org:classification", kinds)
            .with("org:subOrganizationOf", above)
            .with("locn:address", postal)
            .with("cv:contactPoint", contact);
        self.graph.add(node);
    }

    /// The nodes of a list's items, each with a number of its own below this IRI.
    fn each<T>(
        &mut self,
        iri: &str,
        name: &str,
        items: &[T],
        add: impl Fn(&mut Self, &str, &T) -> Json,
    ) -> Vec<Json> {
        let items = items.iter().enumerate();
        items
            .map(|(at, item)| add(self, &part(iri, &format!("{name}-{}", at + 1)), item))
            .collect()
    }

    /// The country of what is nowhere else: guichet takes an address without a country to be in France.
    fn france(&mut self) -> Json {
        let iri = format!("{AUTHORITY}/atu/FRA");
        self.graph.add(GraphNode::new(iri, &["dct:Location"]))
    }
}

/// The IRI of a part of what has this IRI.
fn part(iri: &str, name: &str) -> String {
    let mark = if iri.contains('#') { '-' } else { '#' };
    format!("{iri}{mark}{name}")
}
