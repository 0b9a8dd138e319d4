//! Fields that no record knows, and what each was probably meant as.

use super::friends::{FALSE_FRIENDS, elsewhere};
use super::{Decoder, Fields};
use crate::diagnostics::{self, Code, Diagnostic};
use crate::model::record::Key;
use crate::model::schema;
use crate::spelling::{fold_key, is_folded};
use crate::yaml::Value;

/// With hundreds of mistakes in one text, an editor needs something else than a similar key.
const MOST_SUGGESTIONS: usize = 200;

/// The most fields to suggest in place of an unknown one.
const MOST_FIELDS: usize = 12;

impl Fields<'_> {
    /// Whether the mapping contains one of these keys.
    fn writes(&self, known: &[&[Key]], is_it: impl Fn(&Key, &str) -> bool) -> bool {
        let Value::Mapping(entries) = &self.parent.value else {
            return false;
        };
        entries.iter().any(|(key, _)| match &key.value {
            Value::Scalar(text) => {
                let folded = fold_key(text);
                let mut keys = known.iter().flat_map(|keys| keys.iter());
                keys.any(|key| key.is(&folded) && is_it(key, &folded))
            }
            _ => false,
        })
    }

    /// Reports every entry that no record took, with the nearest known key.
    pub fn finish(self, known: &[&[Key]], decoder: &mut Decoder) {
        if self.entries.iter().all(Option::is_none) {
            return;
        }
        let is_french = |key: &Key, folded: &str| !is_folded(key.name, folded);
        // If nothing else in the record decides, the file does.
        let in_french = decoder.french
            && (self.writes(known, is_french)
                || !decoder.is_english && !self.writes(known, |_, _| true));
        let is_top = decoder.depth == 0;
        let friend = |folded: &str| {
            let mut names = FALSE_FRIENDS.iter().filter(|(word, _)| *word == folded);
            let keys = names.by_ref().filter_map(|(_, name)| {
                let mut keys = known.iter().flat_map(|keys| keys.iter());
                keys.find(|key| key.name == *name)
            });
            let keys: Vec<&Key> = keys.collect();
            let is_free = |key: &&&Key| !self.writes(known, |other, _| other.name == key.name);
            keys.iter().find(is_free).or(keys.first()).copied()
        };
        let mut friends: Vec<Option<&Key>> = self
            .entries
            .iter()
            .flatten()
            .map(|field| friend(&field.folded))
            .collect();
        // Two fields cannot both become one.
        for index in 1..friends.len() {
            let (before, rest) = friends.split_at_mut(index);
            let is_taken = |key: &Key| before.iter().flatten().any(|other| other.name == key.name);
            rest[0] = rest[0].filter(|key| !is_taken(key));
        }
        let written: Vec<&str> = known
            .iter()
            .flat_map(|keys| keys.iter())
            .filter(|key| self.writes(known, |other, _| other.name == key.name))
            .map(|key| key.name)
            .collect();
        for (field, friend) in self.entries.into_iter().flatten().zip(friends) {
            let Value::Scalar(text) = &field.key.value else {
                decoder.wrong_type(field.key, "key");
                continue;
            };
            let names = || {
                known
                    .iter()
                    .flat_map(|keys| keys.iter())
                    .flat_map(|key| std::iter::once(key.name).chain(key.aliases.iter().copied()))
            };
            let shown: Vec<&str> = known
                .iter()
                .flat_map(|keys| keys.iter())
                .map(|key| key.shown(decoder.french))
                .collect();
            // A field that is already present was not what was meant; a field specific to this kind of page
            // is likelier than one that all pages have.
            let free: Vec<&str> = known
                .iter()
                .rev()
                .flat_map(|keys| keys.iter())
                .filter(|key| !written.contains(&key.name))
                .map(|key| key.shown(decoder.french))
                .collect();
            let is_whole = free.len() <= MOST_FIELDS;
            let mut first = free[..free.len().min(MOST_FIELDS)].join(", ");
            if !is_whole {
                first.push('…');
            }
            let near = (decoder.diagnostics.len() < MOST_SUGGESTIONS)
                .then(|| diagnostics::nearest_by(&field.folded, names(), fold_key))
                .flatten();
            let key = near.and_then(|near| {
                let mut keys = known.iter().flat_map(|keys| keys.iter());
                keys.find(|key| key.name == near || key.aliases.contains(&near))
            });
            let mut diagnostic = Diagnostic::new(Code::UnknownKey, decoder.location(field.key))
                .with("key", text)
                .with("known", first)
                .help(match (free.is_empty(), is_whole) {
                    (true, _) => "help-none",
                    (false, true) => "help",
                    (false, false) => "help-first",
                });
            let route = if decoder.depth == 0 && shown.contains(&"canaux") {
                schema::route_of_key(&field.folded, decoder.french)
            } else {
                None
            };
            let friend_is_free = friend.filter(|key| !written.contains(&key.name));
            let is_channel = decoder.depth == 0 && schema::is_channel(&field.folded);
            if is_channel && shown.contains(&"canaux") {
                diagnostic = diagnostic.help("help-channel");
                decoder.unread.push("channels");
            } else if let Some(key) = friend_is_free {
                let meant = key.shown(decoder.french);
                diagnostic = diagnostic.with("nearest", meant).help("help-nearest");
                decoder.unread.push(key.name);
            } else if let Some(route) = route {
                diagnostic = diagnostic.with("route", route).help("help-route");
            } else if let Some(help) = elsewhere(&field.folded, is_top && shown.contains(&"résumé"))
            {
                diagnostic = diagnostic.help(help);
            } else if let Some(key) =
                friend.or(key.filter(|key| is_near_written(key, &field.folded, &written)))
            {
                // Suggesting a field that is already present would cause the next mistake.
                let there = key.shown(decoder.french);
                diagnostic = diagnostic.with("nearest", there).help("help-written");
            } else if let (Some(near), Some(key)) = (near, key)
                && !written.contains(&key.name)
            {
                let is_slip_of =
                    |name: &str| diagnostics::is_slip_of_the_pen(&field.folded, &fold_key(name));
                // In the language of the other fields.
                let french = key.shown(true);
                let is_like = strsim::osa_distance(&field.folded, &fold_key(french)) <= 2;
                let meant = if in_french && (is_like || !is_slip_of(near)) {
                    french
                } else {
                    near
                };
                diagnostic = diagnostic.with("nearest", meant).help("help-nearest");
                if is_slip_of(near) {
                    diagnostic = diagnostic.instead(meant);
                }
                if decoder.depth == 0 {
                    decoder.unread.push(key.name);
                }
            }
            decoder.report(diagnostic);
        }
    }
}

/// Whether an unknown key is so similar to an existing one that it was surely meant as that.
fn is_near_written(key: &Key, folded: &str, written: &[&str]) -> bool {
    const NEAR: f64 = 0.9;
    let mut names = std::iter::once(&key.name).chain(key.aliases);
    let is_near = |name: &str| strsim::jaro_winkler(folded, &fold_key(name)) > NEAR;
    written.contains(&key.name) && names.any(|name| is_near(name))
}
