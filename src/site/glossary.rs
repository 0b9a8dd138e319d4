//! `content/glossary.yaml` (and `glossary.en.yaml`…) → what abbreviations and words stand for.

use std::sync::Arc;

use serde_json::{Value as Json, json};

use crate::config::bad_yaml;
use crate::diagnostics::{Diagnostic, TextFile};
use crate::language::Language;
use crate::markdown::Abbreviations;
use crate::model::decoder::Decoder;
use crate::model::record::Decode;
use crate::record;
use crate::yaml::{self, Value};

record! {
    /// An entry of the glossary.
    pub struct Entry {
        shorthand "name";
        /// What the abbreviation stands for, or the word itself.
        "name" | "nom" | "signification" => name: String,
        /// What that is, in plain words.
        "definition" | "définition" => definition: Option<String>,
    }
}

/// The glossary of one language.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Glossary {
    /// Term and entry, sorted by term.
    pub entries: Vec<(String, Entry)>,
    /// The same, as texts are searched for them.
    pub abbreviations: Abbreviations,
}

impl Glossary {
    /// The language that a file of this path below the content folder is the glossary of.
    pub fn language_of(key: &str, languages: &[Language]) -> Option<Language> {
        let name = key
            .strip_suffix(".yaml")
            .or_else(|| key.strip_suffix(".yml"))?;
        match name
            .strip_prefix("glossary")
            .or_else(|| name.strip_prefix("glossaire"))?
        {
            "" => languages.first().copied(),
            tag => Language::parse(tag.strip_prefix('.')?).filter(|tag| languages.contains(tag)),
        }
    }

    /// Reads a glossary.
    pub fn parse(file: &Arc<TextFile>) -> (Self, Vec<Diagnostic>) {
        let node = match yaml::parse(&file.text) {
            Ok(node) => node,
            Err(error) => return (Self::default(), vec![bad_yaml(&error, file, 0)]),
        };
        if node.value == Value::Null {
            return (Self::default(), Vec::new());
        }
        let mut decoder = Decoder::new(Arc::clone(file), 0, true);
        let mut entries = Vec::<(String, Entry)>::decode(&node, &mut decoder).unwrap_or_default();
        entries.sort_by(|(a, _), (b, _)| a.cmp(b));
        let abbreviations = entries
            .iter()
            .map(|(term, entry)| (term.clone(), entry.name.clone()))
            .collect();
        let glossary = Self {
            entries,
            abbreviations: Abbreviations(abbreviations),
        };
        (glossary, decoder.finish())
    }

    /// The JSON Schema of the file.
    pub fn schema() -> Json {
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "additionalProperties": Entry::schema(),
        })
    }
}
