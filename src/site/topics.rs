//! `topics.yaml` in a folder of the content: topics that come with its pages, beside those of the configuration.

use std::sync::Arc;

use super::glossary::language_of_data;
use crate::diagnostics::{Diagnostic, TextFile};
use crate::language::Language;
use crate::model::Listed;
use crate::model::decoder::Decoder;
use crate::model::record::Decode;
use crate::model::values::Localized;
use crate::yaml::Value;

/// Topics: identifier and title (CPSV-AP: Thematic Area).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Topics(pub Listed<Localized>);

impl Topics {
    /// Whether a file of this path below the content folder lists topics.
    pub fn is_named(key: &str) -> bool {
        let name = key.rsplit('/').next().unwrap_or(key);
        language_of_data(name, &["topics", "themes"], &[Language::french()]).is_some()
    }

    /// Reads a list of topics.
    pub fn parse(file: &Arc<TextFile>) -> (Self, Vec<Diagnostic>) {
        let (node, mut decoder) = Decoder::read(file, 0..file.text.len());
        if node.value == Value::Null {
            return (Self::default(), decoder.finish());
        }
        let topics = Listed::decode(&node, &mut decoder).unwrap_or_default();
        (Self(topics), decoder.finish())
    }

    /// Adds those that are not known yet: the configuration takes precedence.
    pub fn add_to(&self, known: &mut Listed<Localized>) {
        for (key, title) in self.0.iter() {
            known.add(key.clone(), title.clone());
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
