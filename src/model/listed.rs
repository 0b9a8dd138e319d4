//! Names that a site gives to what it has several of, each with what it stands for: `topics:`, `campaigns:`.

use std::collections::BTreeMap;
use std::ops::Deref;

use serde_json::{Value as Json, json};

use super::decoder::Decoder;
use super::record::{Decode, FieldInput, Key, named};
use crate::diagnostics::MOST_COMPARED;
use crate::spelling::fold_key;
use crate::yaml::Node;

/// Names and what they stand for, in the order in which the site lists them. A page may write a name as keys are written: in capitals, without
/// its accents.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed<T> {
    entries: Vec<(String, T)>,
    /// Where each is, by its name folded.
    places: BTreeMap<String, usize>,
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            places: BTreeMap::new(),
        }
    }
}

impl<T> Deref for Listed<T> {
    type Target = [(String, T)];

    fn deref(&self) -> &Self::Target {
        &self.entries
    }
}

impl<T> Listed<T> {
    /// The entry of a name, and the name as the site lists it.
    pub fn entry(&self, written: &str) -> Option<(&str, &T)> {
        let at = *self.places.get(&fold_key(written))?;
        self.entries.get(at).map(|(name, value)| (&**name, value))
    }

    /// Adds an entry, unless there is one of its name.
    pub fn add(&mut self, name: String, value: T) {
        let folded = fold_key(&name);
        if !self.places.contains_key(&folded) {
            self.places.insert(folded, self.entries.len());
            self.entries.push((name, value));
        }
    }

    /// The entries that a wrong name is compared with: all of them, or of many those whose names come just before and after it.
    pub fn near(&self, written: &str) -> Vec<&(String, T)> {
        const EACH_SIDE: usize = MOST_COMPARED / 5;
        if self.entries.len() <= 2 * EACH_SIDE {
            return self.entries.iter().collect();
        }
        let written = fold_key(written);
        let before = self.places.range(..written.clone()).rev().take(EACH_SIDE);
        let after = self.places.range(written..).take(EACH_SIDE);
        let places = before.chain(after);
        places.filter_map(|(_, at)| self.entries.get(*at)).collect()
    }
}

impl<T: Decode> Decode for Listed<T> {
    const INPUT: FieldInput = FieldInput::Named;

    const OPTIONAL: bool = true;
    const TAKES_LINES: bool = true;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let entries = named(node, decoder, fold_key)?;
        let mut listed = Self::default();
        for (name, value) in entries {
            listed.add(name, value);
        }
        Some(listed)
    }

    fn absent(_: &Key, _: &Node, _: &mut Decoder) -> Self {
        Self::default()
    }

    fn schema() -> Json {
        json!({ "type": "object", "additionalProperties": T::schema() })
    }
}
