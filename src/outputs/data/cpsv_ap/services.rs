//! Public services.

use serde_json::{Value as Json, json};

use super::super::graph::{GraphNode, text, texts, typed};
use super::super::offer::OfferedService;
use super::super::texts::{costs, evidence};
use super::{AUTHORITY, GraphWriter, PUBLIC, part};
use crate::language::Language;
use crate::markdown::slug;
use crate::model::Cost;
use crate::model::channel::Evidence;
use crate::model::cost::PricedCost;
use crate::model::kinds::LegalResource;
use crate::model::values::{Period, is_euro};
use crate::outputs::words::Words;
use crate::site::GroupKind;

/// Languages and their codes in the authority table, which are those of ISO 639-3.
const LANGUAGES: &[(&str, &str)] = &[
    ("ar", "ARA"),
    ("br", "BRE"),
    ("de", "DEU"),
    ("en", "ENG"),
    ("es", "SPA"),
    ("fr", "FRA"),
    ("it", "ITA"),
    ("pl", "POL"),
    ("pt", "POR"),
    ("ro", "RON"),
    ("ru", "RUS"),
    ("tr", "TUR"),
    ("uk", "UKR"),
];

impl GraphWriter<'_, '_> {
    /// The procedure of a guide.
    pub(super) fn service(&mut self, service: &OfferedService<'_>) -> Json {
        let (guide, versions) = (service.guide, &service.versions);
        let (address, language) = (&*versions.address, versions.language());
        let (mut languages, mut keywords) = (Vec::new(), Vec::new());
        for page in &versions.pages {
            let spoken = page.document.language;
            languages.extend(self.language(spoken));
            let words = page.document.common.keywords.iter();
            keywords.extend(words.map(|word| text(word, spoken)));
        }
        let (mut channels, mut contacts) = (Vec::new(), Vec::new());
        for channel in &service.channels {
            channels.push(self.channel(service, channel));
            contacts.extend(self.channel_contact(service, channel));
        }
        let audience = self.each(address, "audience", &guide.audience, |writer, iri, who| {
            writer.graph.concept(iri, text(who, language))
        });
        let inputs = self.each(
            address,
            "evidence",
            &guide.evidence,
            |writer, iri, paper| writer.evidence(iri, paper, language),
        );
        let costs = self.each(address, "cost", &guide.cost, |writer, iri, cost| {
            writer.cost(iri, cost, &service.words)
        });
        let laws = self.each(address, "legal", &guide.legal, |writer, iri, law| {
            writer.law(iri, law, language)
        });
        let output = guide.output.as_ref().map(|output| {
            let iri = part(address, "output");
            let node = GraphNode::new(&*iri, &["cv:Output"]).with("dct:identifier", &*iri);
            self.graph
                .add(node.with("dct:title", text(output, language)))
        });
        let time = guide.processing_time.as_deref().and_then(Period::parse);
        let day = versions.day().map(|day| typed(&day.to_string(), "date"));
        let node = GraphNode::new(address, &["cpsv:PublicService"])
            .with("dct:identifier", address)
            .with(
                "dct:title",
                texts(versions.each(|page| &page.document.common.title)),
            )
            .with(
                "dct:description",
                texts(versions.each(|page| page.document.summary())),
            )
            .with("dct:language", languages)
            .with("dct:date", day)
            .with("dcat:keyword", keywords)
            .with("dct:audience", audience)
            .with("cv:thematicArea", self.topic(service))
            .with("cv:hasCompetentAuthority", self.authority(service))
            .with("cv:hasChannel", channels)
            .with("cv:contactPoint", contacts)
            .with("cpsv:hasInput", inputs)
            .with("cv:hasCost", costs)
            .with("cv:hasLegalResource", laws)
            .with("cpsv:produces", output)
            .with("cpsv:follows", self.rules(service))
            .with("cv:processingTime", time.map(duration));
        self.graph.add(node)
    }

    fn language(&mut self, language: Language) -> Option<Json> {
        let mut known = LANGUAGES.iter();
        let (_, code) = known.find(|(subtag, _)| *subtag == language.as_str())?;
        let iri = format!("{AUTHORITY}/language/{code}");
        Some(
            self.graph
                .add(GraphNode::new(iri, &["dct:LinguisticSystem"])),
        )
    }

    fn topic(&mut self, service: &OfferedService<'_>) -> Option<Json> {
        let site = self.offer.site;
        let groups = service.versions.page().groups.iter();
        let mut groups = groups.filter_map(|(group, _)| site.groups.get(*group as usize));
        let topic = groups.find(|group| group.kind == GroupKind::Topic)?;
        let address = self.offer.address(&topic.part_path(0).encoded());
        Some(
            self.graph
                .concept(address, text(&topic.title, topic.language)),
        )
    }

    /// The competent authority: an organization of the directory if its name is that of one, otherwise one of that name.
    fn authority(&mut self, service: &OfferedService<'_>) -> Option<Json> {
        let name = service.guide.authority.as_ref()?;
        let known = self.offer.named(name, service.versions.language());
        if let Some(known) = known.filter(|known| known.organization.is_public()) {
            return Some(json!({ "@id": known.versions.address }));
        }
        let names = texts(service.versions.each(|page| {
            let guide = page.document.guide();
            let name = guide.and_then(|guide| guide.authority.as_deref());
            name.unwrap_or_default()
        }));
        let iri = part(&self.file, &format!("authority-{}", slug(name)));
        let node = GraphNode::new(&*iri, PUBLIC)
            .with("dct:identifier", &*iri)
            .with("dct:title", names.clone())
            .with("skos:prefLabel", names)
            .with("dct:spatial", self.france());
        Some(self.graph.add(node))
    }

    /// What a service follows that the vocabulary has no structure for: the time it takes, by when it is done, and what to do when
    /// refused.
    fn rules(&mut self, service: &OfferedService<'_>) -> Vec<Json> {
        let (guide, words) = (service.guide, &service.words);
        let language = service.versions.language();
        let appeal = (!guide.appeal.is_empty()).then(|| guide.appeal.join("\n"));
        let rules = [
            ("processing-time", guide.processing_time.clone()),
            ("deadline", guide.deadline.clone()),
            ("appeal", appeal),
        ];
        let rules = rules
            .into_iter()
            .filter_map(|(name, said)| Some((name, said?)));
        let add = |(name, said): (&str, String)| {
            let iri = part(&service.versions.address, name);
            let node = GraphNode::new(&*iri, &["cpsv:Rule"])
                .with("dct:identifier", &*iri)
                .with("dct:title", text(&words.text(name), language))
                .with("dct:description", text(&said, language));
            self.graph.add(node)
        };
        rules.map(add).collect()
    }

    fn evidence(&mut self, iri: &str, paper: &Evidence, language: Language) -> Json {
        let node = GraphNode::new(iri, &["cv:Evidence"])
            .with("dct:identifier", iri)
            .with("dct:title", text(&paper.name, language));
        let said = evidence(paper);
        self.graph.add(match said == paper.name {
            true => node,
            false => node.with("dct:description", text(&said, language)),
        })
    }

    fn law(&mut self, iri: &str, law: &LegalResource, language: Language) -> Json {
        let iri = law.url.as_ref().map_or(iri, |url| url.as_str());
        let node = GraphNode::new(iri, &["eli:LegalResource"]);
        self.graph
            .add(node.with("dct:title", text(&law.title, language)))
    }

    fn cost(&mut self, iri: &str, cost: &Cost, words: &Words<'_>) -> Json {
        let said = costs(words, std::slice::from_ref(cost));
        let node = GraphNode::new(iri, &["cv:Cost"])
            .with("dct:identifier", iri)
            .with("dct:description", text(&said, words.language()));
        let node = match cost {
            Cost::Free => node.with("cv:hasValue", typed("0.00", "double")),
            Cost::Words(_) => node,
            Cost::Amount(priced) => {
                let cents = priced.amount.cents;
                let value = format!("{}.{:02}", cents / 100, cents % 100);
                node.with("cv:hasValue", typed(&value, "double"))
                    .with("cv:currency", self.currency(priced))
            }
        };
        self.graph.add(node)
    }

    /// The currency of an amount; `None` if it is not the code of one (ISO 4217).
    fn currency(&mut self, priced: &PricedCost) -> Option<Json> {
        let written = priced.currency.as_deref().unwrap_or("EUR");
        let code = if is_euro(written) { "EUR" } else { written };
        let is_code = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
        let iri = format!("{AUTHORITY}/currency/{code}");
        is_code.then(|| self.graph.add(GraphNode::new(iri, &["skos:Concept"])))
    }
}

/// A length of time in the form of ISO 8601.
fn duration(period: Period) -> Json {
    let Period {
        years,
        months,
        days,
    } = period;
    typed(&format!("P{years}Y{months}M{days}D"), "duration")
}
