//! The fields of a record: each is taken once, under any of its names.

use super::{Decoder, twice};
use crate::model::record::{Decode, Key};
use crate::spelling::fold_key;
use crate::yaml::{Node, Value};

/// The entries of a mapping that no record has taken yet.
pub struct Fields<'n> {
    pub(super) parent: &'n Node,
    pub(super) entries: Vec<Option<UntakenField<'n>>>,
}

pub(super) struct UntakenField<'n> {
    pub key: &'n Node,
    /// The key's text, folded; empty if the key is not text.
    pub folded: String,
    pub value: &'n Node,
}

impl<'n> UntakenField<'n> {
    fn new((key, value): &'n (Node, Node)) -> Self {
        let folded = match &key.value {
            Value::Scalar(text) => fold_key(text),
            _ => String::new(),
        };
        Self { key, folded, value }
    }
}

impl<'n> Fields<'n> {
    /// The entries of a mapping; `Null` has none, anything else is reported.
    pub fn of(node: &'n Node, decoder: &mut Decoder) -> Option<Self> {
        let entries = match &node.value {
            Value::Null => Vec::new(),
            Value::Mapping(entries) => entries.iter().map(UntakenField::new).map(Some).collect(),
            _ => {
                decoder.wrong_type(node, "mapping");
                return None;
            }
        };
        Some(Self {
            parent: node,
            entries,
        })
    }

    /// Takes the value of `key`, under its name or an alias.
    pub fn take<T: Decode>(&mut self, key: &Key, decoder: &mut Decoder) -> T {
        let mut found = self
            .entries
            .iter_mut()
            .filter_map(|slot| slot.take_if(|field| key.is(&field.folded)));
        let first = found.next();
        let others: Vec<UntakenField<'_>> = found.collect();
        let together = first
            .as_ref()
            .filter(|_| !others.is_empty())
            .map(|first| twice::read::<T>(key, first, &others, decoder));
        let value = together
            .as_ref()
            .or(first.as_ref().map(|field| field.value));
        let mut alone = |field: &UntakenField<'n>| decoder.alone::<T>(field.key, field.value);
        let value = match (&together, &first) {
            (None, Some(field)) => alone(field).or(value),
            _ => value,
        };
        let is_top = decoder.depth == 0;
        let is_lost = is_top && (decoder.lost_all || decoder.lost.iter().any(|lost| key.is(lost)));
        if is_lost {
            decoder.unread.push(key.name);
        }
        let errors = if is_top { decoder.errors() } else { 0 };
        decoder.depth += 1;
        let outer = std::mem::replace(&mut decoder.wording, key.wording);
        let read = match value.filter(|node| !matches!(node.value, Value::Null)) {
            Some(node) => T::decode(node, decoder).unwrap_or_default(),
            // It is not missing if it could not be read.
            None if is_lost => T::default(),
            None => T::absent(key, self.parent, decoder),
        };
        decoder.wording = outer;
        decoder.depth -= 1;
        if is_top && !is_lost && value.is_some() && decoder.errors() > errors {
            decoder.unread.push(key.name);
        }
        read
    }

    /// The value of the first entry with this folded name, if no record has taken it.
    pub fn peek(&self, name: &str) -> Option<&'n Node> {
        let mut entries = self.entries.iter().flatten();
        entries
            .find(|field| field.folded == name)
            .map(|field| field.value)
    }

    /// Removes the entries with this folded name.
    pub fn remove(&mut self, name: &str) {
        for slot in &mut self.entries {
            slot.take_if(|field| field.folded == name);
        }
    }
}
