//! Linked data as JSON-LD 1.1: nodes by their IRI, each once.

use std::collections::BTreeMap;

use serde_json::{Value as Json, json};

use super::JsonRecord;
use crate::language::Language;
use crate::percent::{NOT_IN_IRI, encode_only};

/// The prefixes of the terms that are used. Written into the file, so that it means the same without a network.
const PREFIXES: &[(&str, &str)] = &[
    ("cpsv", "http://purl.org/vocab/cpsv#"),
    ("cv", "http://data.europa.eu/m8g/"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("eli", "http://data.europa.eu/eli/ontology#"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("locn", "http://www.w3.org/ns/locn#"),
    ("org", "http://www.w3.org/ns/org#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("time", "http://www.w3.org/2006/time#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Nodes that refer to each other.
#[derive(Default)]
pub struct Graph(BTreeMap<String, Json>);

/// A node of a graph.
pub struct GraphNode {
    iri: String,
    fields: JsonRecord,
}

impl GraphNode {
    /// A node of these types.
    pub fn new(iri: impl Into<String>, types: &[&str]) -> Self {
        let iri = iri.into();
        let iri = encode_only(&iri, NOT_IN_IRI).into_owned();
        let types: Json = match types {
            [one] => json!(one),
            types => json!(types),
        };
        let fields = JsonRecord::default()
            .with("@id", &*iri)
            .with("@type", types);
        Self { iri, fields }
    }

    /// Adds a property, unless it has no value.
    pub fn with(mut self, property: &str, value: impl Into<Json>) -> Self {
        self.fields = self.fields.with(property, value);
        self
    }
}

impl Graph {
    /// Adds a node, unless there is one of its IRI; gives a reference to it.
    pub fn add(&mut self, node: GraphNode) -> Json {
        let reference = json!({ "@id": node.iri });
        self.0.entry(node.iri).or_insert_with(|| node.fields.into());
        reference
    }

    /// Adds a concept that is called so.
    pub fn concept(&mut self, iri: impl Into<String>, label: Json) -> Json {
        self.add(GraphNode::new(iri, &["skos:Concept"]).with("skos:prefLabel", label))
    }

    /// The document, its nodes in the order of their IRIs.
    pub fn document(self) -> Json {
        let prefixes = PREFIXES
            .iter()
            .map(|(prefix, iri)| ((*prefix).to_owned(), json!(iri)));
        let prefixes: serde_json::Map<String, Json> = prefixes.collect();
        let nodes: Vec<Json> = self.0.into_values().collect();
        json!({ "@context": prefixes, "@graph": nodes })
    }
}

/// A text in a language.
pub fn text(text: &str, language: Language) -> Json {
    json!({ "@language": language, "@value": text })
}

/// A text in several languages.
pub fn texts<'t>(texts: impl IntoIterator<Item = (Language, &'t str)>) -> Vec<Json> {
    texts
        .into_iter()
        .map(|(language, said)| text(said, language))
        .collect()
}

/// A value of a datatype of XML Schema.
pub fn typed(value: &str, datatype: &str) -> Json {
    json!({ "@type": format!("xsd:{datatype}"), "@value": value })
}
