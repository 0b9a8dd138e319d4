//! The glossary's abbreviations that a sheet uses: paper has no tooltip, so the sheet lists them.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value as Json;

use crate::markdown::words_of;
use crate::outputs::voice::Voice;

/// An abbreviation and its expansion.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Acronym {
    term: String,
    expansion: String,
}

/// The abbreviations in any text of `content`, sorted.
pub fn used(voice: &Voice<'_>, content: &Json) -> Vec<Acronym> {
    let Some(glossary) = voice.site.glossary(voice.language) else {
        return Vec::new();
    };
    let abbreviations = &glossary.abbreviations.0;
    if abbreviations.is_empty() {
        return Vec::new();
    }
    let mut found = BTreeMap::new();
    each_text(content, &mut |text| {
        for word in words_of(text) {
            if let Some((term, expansion)) = abbreviations.get_key_value(word) {
                found.insert(term, expansion);
            }
        }
    });
    let found = found.into_iter();
    found
        .map(|(term, expansion)| Acronym {
            term: term.clone(),
            expansion: voice.words.set(expansion),
        })
        .collect()
}

/// Calls `see` with every text in a value.
fn each_text<'j>(json: &'j Json, see: &mut impl FnMut(&'j str)) {
    match json {
        Json::String(text) => see(text),
        Json::Array(items) => items.iter().for_each(|item| each_text(item, see)),
        Json::Object(fields) => fields.values().for_each(|field| each_text(field, see)),
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}
