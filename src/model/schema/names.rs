//! What the fields of records are called: in English or French, with or without accents.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::{ROOTS, records};
use crate::model::channel::{Channels, InPerson, Online, Paper, PhoneLine};
use crate::model::kinds::Common;
use crate::model::record::{Key, Record};
use crate::spelling::fold_key;
use crate::yaml::{Under, Vocabulary};

/// Whether this is a key of any record, as an editor may write it: in English or French, with or without
/// accents.
pub fn is_key(written: &str) -> bool {
    static KEYS: OnceLock<HashSet<String>> = OnceLock::new();
    let keys = KEYS.get_or_init(|| {
        let keys = records().iter().flat_map(|keys| keys.iter());
        let names = keys.flat_map(|key| std::iter::once(&key.name).chain(key.aliases));
        names.map(|name| fold_key(name)).collect()
    });
    keys.contains(&fold_key(written))
}

/// Whether the names of a page's fields, in their order, are English: that of its title decides, or without one the first name of a key
/// in only one of the two languages. They are French where none is.
pub fn in_english<'n>(names: impl Iterator<Item = &'n str> + Clone) -> bool {
    static LANGUAGES: OnceLock<HashMap<String, bool>> = OnceLock::new();
    let languages = LANGUAGES.get_or_init(|| {
        let keys = || records().iter().flat_map(|keys| keys.iter());
        let shown = |french| keys().map(move |key| fold_key(key.shown(french)));
        let english: HashSet<String> = shown(false).collect();
        let french: HashSet<String> = shown(true).collect();
        // The further names of keys are French, unless they are the English name of another.
        let others = keys()
            .flat_map(|key| key.aliases)
            .map(|name| fold_key(name));
        let all = others.chain(english.iter().cloned());
        let of_one = all.filter(|name| !(english.contains(name) && french.contains(name)));
        let languages = of_one.map(|name| (english.contains(&name), name));
        languages.map(|(english, name)| (name, english)).collect()
    });
    let titles = names.clone().filter(|name| is_title(name));
    let language = |name: &str| languages.get(&fold_key(name)).copied();
    let mut deciding = titles.chain(names);
    deciding.find_map(language).unwrap_or(false)
}

/// The key of a page's title.
pub fn title() -> Option<&'static Key> {
    Common::KEYS.iter().find(|key| key.name == "title")
}

/// Whether a field of this name is a page's title.
pub fn is_title(written: &str) -> bool {
    title().is_some_and(|key| key.is(&fold_key(written)))
}

/// The route of a guide with this folded key, for an editor who wrote its fields beside the routes rather
/// than in one.
pub(in crate::model) fn route_of_key(folded: &str, french: bool) -> Option<&'static str> {
    let routes: [(&[Key], &'static str); 4] = [
        (Paper::KEYS, "paper"),
        (InPerson::KEYS, "in_person"),
        (PhoneLine::KEYS, "phone"),
        (Online::KEYS, "online"),
    ];
    let (_, name) = routes
        .iter()
        .find(|(keys, _)| keys.iter().any(|key| key.is(folded)))?;
    let route = Channels::KEYS.iter().find(|key| key.name == *name)?;
    Some(route.shown(french))
}

/// Whether this folded key is that of a route.
pub(in crate::model) fn is_channel(folded: &str) -> bool {
    Channels::KEYS.iter().any(|key| key.is(folded))
}

/// The fields that may stand below a path of names that begins in one of these records: their own where the path is empty.
pub fn fields_below(records: &[&'static [Key]], path: &[&str]) -> Vec<&'static Key> {
    let mut records = records.to_vec();
    for name in path {
        let folded = fold_key(name);
        let keys = records.iter().flat_map(|keys| keys.iter());
        let found = keys.filter(|key| key.is(&folded));
        records = found.filter_map(|key| Some(key.fields?.0)).collect();
    }
    records.into_iter().flatten().collect()
}

/// What the reader of almost-YAML needs to know about the fields that editors write.
pub struct Names;

impl Names {
    /// The fields of this path's last name, in every record that may contain it; and those records.
    fn find(path: &[&str]) -> (Vec<&'static Key>, Vec<&'static [Key]>) {
        let mut records = ROOTS.to_vec();
        let mut found: Vec<&'static Key> = Vec::new();
        for (depth, name) in path.iter().enumerate() {
            if depth > 0 {
                let fields = found.iter().filter_map(|key| key.fields);
                records = fields.map(|(keys, _)| keys).collect();
            }
            let folded = fold_key(name);
            let keys = records.iter().flat_map(|keys| keys.iter());
            found = keys.filter(|key| key.is(&folded)).collect();
        }
        (found, records)
    }
}

impl Vocabulary for Names {
    fn is_key(&self, name: &str) -> bool {
        is_key(name)
    }

    fn under(&self, path: &[&str], name: &str) -> Under {
        let folded = fold_key(name);
        let (found, _) = Self::find(path);
        let inner = || found.iter().filter_map(|key| key.fields);
        for (keys, shorthand) in inner() {
            let Some(child) = keys.iter().find(|key| key.is(&folded)) else {
                continue;
            };
            let short = keys.iter().find(|key| Some(key.name) == shorthand);
            return match short {
                // In the language of the fields around it.
                Some(short) if short.name != child.name => {
                    let is_english = in_english(path.iter().copied().chain([name]));
                    Under::Field(short.shown(!is_english))
                }
                _ => Under::Unsure,
            };
        }
        match self.is_beside(path, name) && !found.is_empty() {
            true => Under::Beside,
            false => Under::Unsure,
        }
    }

    fn is_beside(&self, path: &[&str], name: &str) -> bool {
        let (_, records) = Self::find(path);
        let folded = fold_key(name);
        let mut keys = records.iter().flat_map(|keys| keys.iter());
        keys.any(|key| key.is(&folded))
    }

    fn is_same(&self, path: &[&str], name: &str, other: &str) -> bool {
        let (_, records) = Self::find(path);
        let [name, other] = [name, other].map(fold_key);
        let mut keys = records.iter().flat_map(|keys| keys.iter());
        name == other || keys.any(|key| key.is(&name) && key.is(&other))
    }

    fn rank(&self, path: &[&str]) -> Option<usize> {
        let folded = fold_key(path.last()?);
        let (_, records) = Self::find(path);
        let mut keys = records.iter().flat_map(|keys| keys.iter());
        keys.position(|key| key.is(&folded))
    }

    fn is_list(&self, path: &[&str]) -> bool {
        let (found, _) = Self::find(path);
        !found.is_empty() && found.iter().all(|key| key.is_list)
    }

    fn is_single(&self, path: &[&str]) -> bool {
        let (found, _) = Self::find(path);
        !found.is_empty() && !found.iter().any(|key| key.is_list)
    }
}
