//! `content/glossary.yaml` (and `glossary.en.yaml`…, in any folder) → the meaning of abbreviations and words.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use serde_json::{Value as Json, json};

use super::Site;
use crate::diagnostics::{Code, Diagnostic, Location, MOST_COMPARED, Place, TextFile};
use crate::language::Language;
use crate::markdown::{Abbreviations, Term, typeset};
use crate::model::decoder::{Decoder, Findings};
use crate::model::record::Decode;
use crate::record;
use crate::yaml::{Node, Value};

record! {
    /// An entry of the glossary.
    pub struct GlossaryEntry {
        shorthand "name";
        /// What the abbreviation stands for.
        "name" | "nom" | "signification" => name: Option<String>,
        /// What that is, in plain words.
        markdown "definition" | "définition" => definition: Option<String>,
        /// The word or abbreviation as readers see it, if the key differs.
        "word" | "mot" => word: Option<String>,
    }
}

/// The glossary of one language.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Glossary {
    /// Key and entry, sorted by key.
    pub entries: Vec<(String, GlossaryEntry)>,
    /// Abbreviations, prepared for searching texts: only those with a single meaning.
    pub abbreviations: Abbreviations,
    /// The keys in capitals.
    capitals: HashSet<String>,
}

impl GlossaryEntry {
    /// The word or abbreviation as readers see it.
    pub fn shown<'e>(&'e self, key: &'e str) -> &'e str {
        self.word.as_deref().unwrap_or(key)
    }
}

impl Glossary {
    /// The language of the glossary at this path below the content folder. Any folder may have one; all pages
    /// share them.
    pub fn language_of(key: &str, languages: &[Language]) -> Option<Language> {
        let name = key.rsplit('/').next().unwrap_or(key);
        language_of_data(name, &["glossary", "glossaire"], languages)
    }

    /// Reads a glossary: its entries, the fields with the editor's own words, and what is wrong in it.
    pub fn parse(file: &Arc<TextFile>) -> (Self, Findings) {
        let (node, mut decoder) = Decoder::read(file, 0..file.text.len());
        if node.value == Value::Null {
            return (Self::default(), decoder.findings());
        }
        let entries =
            Vec::<(String, GlossaryEntry)>::decode(&node, &mut decoder).unwrap_or_default();
        let mut found = decoder.findings();
        let empty = empty_entries(&node, &entries, file, &found.diagnostics);
        found.diagnostics.extend(empty);
        (Self::of(entries), found)
    }

    /// A glossary of these entries; of two with one key, the first wins.
    fn of(mut entries: Vec<(String, GlossaryEntry)>) -> Self {
        entries.sort_by(|(a, _), (b, _)| a.cmp(b));
        entries.dedup_by(|(later, _), (earlier, _)| later == earlier);
        let mut abbreviations: BTreeMap<String, String> = BTreeMap::new();
        let mut ambiguous: BTreeSet<&str> = BTreeSet::new();
        for (key, entry) in &entries {
            let Some(name) = &entry.name else { continue };
            let shown = entry.shown(key);
            let known = abbreviations.insert(shown.to_owned(), name.clone());
            if known.is_some_and(|known| known != *name) {
                ambiguous.insert(shown);
            }
        }
        abbreviations.retain(|term, _| !ambiguous.contains(term.as_str()));
        Self {
            abbreviations: Abbreviations(abbreviations),
            capitals: entries.iter().map(|(key, _)| key.to_uppercase()).collect(),
            entries,
        }
    }

    /// Several glossaries as one; for each key, the first wins.
    pub fn merged<'g>(all: impl Iterator<Item = &'g Self>) -> Self {
        Self::of(
            all.flat_map(|glossary| glossary.entries.iter().cloned())
                .collect(),
        )
    }

    /// This glossary, with expansions typeset for the language.
    pub fn typeset(mut self, language: Language) -> Self {
        for expansion in self.abbreviations.0.values_mut() {
            if let Cow::Owned(set) = typeset(expansion, language) {
                *expansion = set;
            }
        }
        self
    }

    /// Whether there is an entry whose key is this word in capitals.
    pub fn has_capitals(&self, word: &str) -> bool {
        self.capitals.contains(word)
    }

    /// The entries whose keys are nearest to this one in alphabetical order.
    pub fn near(&self, key: &str) -> &[(String, GlossaryEntry)] {
        let at = self
            .entries
            .partition_point(|(other, _)| other.as_str() < key);
        around(&self.entries, at)
    }

    /// The entry with this key.
    pub fn term(&self, key: &str) -> Option<Term<'_>> {
        let found = self
            .entries
            .binary_search_by(|(other, _)| other.as_str().cmp(key));
        let (key, entry) = found.ok().and_then(|at| self.entries.get(at))?;
        Some(Term {
            word: entry.shown(key),
            expansion: entry.name.as_deref(),
            definition: entry.definition.as_deref(),
        })
    }

    /// The JSON Schema of the file.
    pub fn schema() -> Json {
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "object",
            "additionalProperties": GlossaryEntry::schema(),
        })
    }
}

impl Site {
    /// The glossary of a language; empty where it has none.
    pub fn glossary(&self, language: Language) -> Option<&Glossary> {
        self.glossaries.get(&language)
    }

    /// The entry of a language's glossary with this key.
    pub fn term(&self, key: &str, language: Language) -> Option<Term<'_>> {
        self.glossary(language)?.term(key)
    }
}

/// The neighbourhood of a position in a sorted list, as large as a name is compared with.
fn around<T>(sorted: &[T], at: usize) -> &[T] {
    const EACH_SIDE: usize = MOST_COMPARED / 2;
    &sorted[at.saturating_sub(EACH_SIDE)..sorted.len().min(at + EACH_SIDE)]
}

/// The language of a file of data such as `glossary.en.yaml`, if that is its name.
pub(crate) fn language_of_data(
    name: &str,
    bases: &[&str],
    languages: &[Language],
) -> Option<Language> {
    let name = name
        .strip_suffix(".yaml")
        .or_else(|| name.strip_suffix(".yml"))?;
    let rest = bases.iter().find_map(|base| name.strip_prefix(base))?;
    match rest {
        "" => languages.first().copied(),
        tag => Language::parse(tag.strip_prefix('.')?).filter(|tag| languages.contains(tag)),
    }
}

/// An entry with neither an expansion nor a definition is useless.
fn empty_entries<'n>(
    node: &'n Node,
    entries: &[(String, GlossaryEntry)],
    file: &'n Arc<TextFile>,
    known: &[Diagnostic],
) -> Vec<Diagnostic> {
    let Value::Mapping(written) = &node.value else {
        return Vec::new();
    };
    let empty: BTreeSet<&str> = entries
        .iter()
        .filter(|(_, entry)| entry.name.is_none() && entry.definition.is_none())
        .map(|(key, _)| key.as_str())
        .collect();
    let is_empty =
        |key: &Node| matches!(&key.value, Value::Scalar(key) if empty.contains(key.as_str()));
    // Its mistakes are reported, and are the cause.
    let is_told = |entry: &Node| {
        let mut places = known.iter().filter_map(|found| match &found.location {
            Location::Place(place) => Some(place.span.start),
            Location::File(_) | Location::Site => None,
        });
        places.any(|at| entry.span.contains(&at))
    };
    let empty = written
        .iter()
        .filter(|(key, entry)| is_empty(key) && !is_told(entry));
    empty
        .map(|(key, _)| {
            let place = Place {
                file: Arc::clone(file),
                span: key.span.clone(),
            };
            Diagnostic::new(Code::MissingKey, Location::Place(place))
                .with("key", "signification")
                .help("help-entry")
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
