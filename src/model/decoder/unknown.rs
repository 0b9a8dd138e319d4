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

    /// The known field that each entry was meant as, if it has the name of another program or of a letterhead. Two
    /// entries cannot both become one field.
    fn friends<'k>(&self, known: &[&'k [Key]]) -> Vec<Option<&'k Key>> {
        let friend = |folded: &str| {
            let names = FALSE_FRIENDS.iter().filter(|(word, _)| *word == folded);
            let keys = names.filter_map(|(_, name)| {
                let mut keys = known.iter().flat_map(|keys| keys.iter());
                keys.find(|key| key.name == *name)
            });
            let keys: Vec<&Key> = keys.collect();
            let is_free = |key: &&&Key| !self.writes(known, |other, _| other.name == key.name);
            keys.iter().find(is_free).or(keys.first()).copied()
        };
        let entries = self.entries.iter().flatten();
        let mut friends: Vec<Option<&Key>> = entries.map(|field| friend(&field.folded)).collect();
        for index in 1..friends.len() {
            let (before, rest) = friends.split_at_mut(index);
            let is_taken = |key: &Key| before.iter().flatten().any(|other| other.name == key.name);
            rest[0] = rest[0].filter(|key| !is_taken(key));
        }
        friends
    }

    /// Reports every entry that no record took, with the nearest known key.
    pub fn finish(self, known: &[&[Key]], decoder: &mut Decoder) {
        if self.entries.iter().all(Option::is_none) {
            return;
        }
        let keys = || known.iter().flat_map(|keys| keys.iter());
        let names =
            || keys().flat_map(|key| std::iter::once(key.name).chain(key.aliases.iter().copied()));
        let is_french = |key: &Key, folded: &str| !is_folded(key.name, folded);
        // If nothing else in the record decides, the file does.
        let in_french = decoder.french
            && (self.writes(known, is_french)
                || !decoder.is_english && !self.writes(known, |_, _| true));
        let friends = self.friends(known);
        let written: Vec<&str> = keys()
            .filter(|key| self.writes(known, |other, _| other.name == key.name))
            .map(|key| key.name)
            .collect();
        // A field that is already present was not what was meant; a field specific to this kind of page is likelier
        // than one that all pages have.
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
        let help = match (free.is_empty(), is_whole) {
            (true, _) => "help-none",
            (false, true) => "help",
            (false, false) => "help-first",
        };
        let shows = |name: &str| keys().any(|key| key.shown(decoder.french) == name);
        let is_top = decoder.depth == 0;
        let is_guide = is_top && shows("canaux");
        let is_page = is_top && decoder.is_of_page() && shows("résumé");
        for (field, friend) in self.entries.into_iter().flatten().zip(friends) {
            let Value::Scalar(text) = &field.key.value else {
                decoder.wrong_type(field.key, "key");
                continue;
            };
            let near = (decoder.diagnostics.len() < MOST_SUGGESTIONS)
                .then(|| diagnostics::nearest_by(&field.folded, names(), fold_key))
                .flatten();
            let key = near.and_then(|near| {
                keys().find(|key| key.name == near || key.aliases.contains(&near))
            });
            let mut diagnostic = Diagnostic::new(Code::UnknownKey, decoder.location(field.key))
                .with("key", text)
                .with("known", &first)
                .help(help);
            let route = is_guide
                .then(|| schema::route_of_key(&field.folded, decoder.french))
                .flatten();
            let friend_is_free = friend.filter(|key| !written.contains(&key.name));
            if is_guide && schema::is_channel(&field.folded) {
                diagnostic = diagnostic.help("help-channel");
                decoder.unread.push("channels");
            } else if let Some(key) = friend_is_free {
                let meant = key.shown(decoder.french);
                diagnostic = diagnostic.with("nearest", meant).help("help-nearest");
                decoder.unread.push(key.name);
            } else if let Some(route) = route {
                diagnostic = diagnostic.with("route", route).help("help-route");
            } else if let Some(help) = elsewhere(&field.folded, is_page) {
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
                if is_top {
                    decoder.unread.push(key.name);
                }
            }
            let mut args = diagnostic.args.iter();
            let near = args.find(|(name, _)| *name == "nearest");
            let near = near.map(|(_, near)| near.clone());
            if diagnostic.help == "help-nearest"
                && let Some(near) = near
            {
                diagnostic = diagnostic.offer_instead(near);
            }
            let lines = (field.key, field.value);
            diagnostic = decoder.offer_without(diagnostic, "mend-remove-field", lines);
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
