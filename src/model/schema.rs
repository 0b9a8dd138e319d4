//! The JSON Schema of a page's front matter, for completion and checks in an editor.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use serde_json::{Value as Json, json};

use super::channel::{Channels, InPerson, Online, Paper, PhoneLine};
use super::config::Config;
use super::kinds::{Article, Common, Guide, Kind, Organization, PageKind};
use super::local::LocalFields;
use super::record::{Key, Record, object_schema};
use crate::spelling::{fold_key, is_folded};
use crate::yaml::{Under, Vocabulary};

/// The keys of a kind of page: what all pages share, then its own.
pub fn keys(kind: Kind) -> [&'static [Key]; 2] {
    let own: &[Key] = match kind {
        Kind::Guide => Guide::KEYS,
        Kind::Article => Article::KEYS,
        Kind::Organization => Organization::KEYS,
        Kind::Page | Kind::Legal => &[],
    };
    [Common::KEYS, own]
}

/// The route of a guide with this folded key, for an editor who wrote its fields beside the routes rather
/// than in one.
pub(super) fn route_of_key(folded: &str, french: bool) -> Option<&'static str> {
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
pub(super) fn is_channel(folded: &str) -> bool {
    Channels::KEYS.iter().any(|key| key.is(folded))
}

/// What whole files hold: pages, the configuration, local notes. Glossaries are not among them, because their keys
/// are the words that they explain.
const ROOTS: &[&[Key]] = &[
    Common::KEYS,
    Guide::KEYS,
    Article::KEYS,
    Organization::KEYS,
    Config::KEYS,
    LocalFields::KEYS,
    PageKind::KEYS,
];

/// Every record that an editor writes: the roots, and all that their fields hold.
fn records() -> &'static [&'static [Key]] {
    static RECORDS: OnceLock<Vec<&[Key]>> = OnceLock::new();
    RECORDS.get_or_init(|| {
        let mut records = ROOTS.to_vec();
        let mut names: HashSet<Vec<&str>> = records.iter().map(|keys| names_of(keys)).collect();
        let mut at = 0;
        while let Some(keys) = records.get(at).copied() {
            let inner = keys.iter().filter_map(|key| key.fields);
            records.extend(
                inner
                    .map(|(keys, _)| keys)
                    .filter(|keys| names.insert(names_of(keys))),
            );
            at += 1;
        }
        records
    })
}

/// What tells a record from others: its keys.
fn names_of(keys: &[Key]) -> Vec<&'static str> {
    keys.iter().map(|key| key.name).collect()
}

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
        let (found, records) = Self::find(path);
        let inner = || found.iter().filter_map(|key| key.fields);
        for (keys, shorthand) in inner() {
            let Some(child) = keys.iter().find(|key| key.is(&folded)) else {
                continue;
            };
            let short = keys.iter().find(|key| Some(key.name) == shorthand);
            return match short {
                // In the language of the field below it.
                Some(short) if short.name != child.name => {
                    let is_english = is_folded(child.name, &folded)
                        && !child
                            .aliases
                            .first()
                            .is_some_and(|alias| is_folded(alias, &folded));
                    Under::Field(short.shown(!is_english))
                }
                _ => Under::Unsure,
            };
        }
        let is_beside = records
            .iter()
            .any(|keys| keys.iter().any(|key| key.is(&folded)));
        match is_beside && !found.is_empty() {
            true => Under::Beside,
            false => Under::Unsure,
        }
    }

    fn is_same(&self, path: &[&str], name: &str, other: &str) -> bool {
        let (_, records) = Self::find(path);
        let [name, other] = [name, other].map(fold_key);
        let mut keys = records.iter().flat_map(|keys| keys.iter());
        name == other || keys.any(|key| key.is(&name) && key.is(&other))
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

/// The schema of the front matter of every kind of page (JSON Schema 2020-12).
pub fn front_matter() -> Json {
    let mut kinds = Kind::ALL.to_vec();
    kinds.sort_by_key(|kind| kind.rank());
    let definitions: serde_json::Map<String, Json> = kinds
        .iter()
        .map(|kind| {
            let kind = *kind;
            let [common, own] = keys(kind);
            // An organization's own `kind` says what it is; elsewhere it says what the page is.
            let mut schema = match kind {
                Kind::Organization => object_schema(&[common, own], false),
                _ => object_schema(&[common, own, PageKind::KEYS], false),
            };
            schema["title"] = json!(kind.name());
            (kind.name().to_owned(), schema)
        })
        .collect();
    let any: Vec<Json> = kinds
        .iter()
        .map(|kind| json!({ "$ref": format!("#/$defs/{}", kind.name()) }))
        .collect();
    shared(json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "guichet",
        "description": "Front matter of a guichet page",
        "anyOf": any,
        "$defs": definitions,
    }))
}

/// The schema with each record written once: every key has aliases, so a record within a record within a list
/// would otherwise be written out dozens of times.
pub fn shared(mut schema: Json) -> Json {
    let mut records = Vec::new();
    if let Some(children) = schema.as_object_mut() {
        let children = children.values_mut();
        children.for_each(|child| take_records(child, 0, &mut records));
    }
    for (index, record) in records.into_iter().enumerate() {
        schema["$defs"][name_of(index)] = record;
    }
    schema
}

fn name_of(index: usize) -> String {
    format!("record-{}", index + 1)
}

/// Replaces records below `schema` with references. Those near the top stay where readers look for them.
fn take_records(schema: &mut Json, depth: usize, records: &mut Vec<Json>) {
    const TOP: usize = 2;
    match schema {
        Json::Array(items) => {
            let items = items.iter_mut();
            items.for_each(|item| take_records(item, depth + 1, records));
        }
        Json::Object(fields) => {
            let fields = fields.values_mut();
            fields.for_each(|field| take_records(field, depth + 1, records));
        }
        _ => return,
    }
    if depth < TOP
        || schema.get("properties").is_none_or(|p| !p.is_object())
        || schema["type"] != "object"
    {
        return;
    }
    let description = schema.as_object_mut().and_then(|s| s.remove("description"));
    let known = records.iter().position(|record| record == schema);
    let index = known.unwrap_or_else(|| {
        records.push(schema.clone());
        records.len() - 1
    });
    *schema = json!({ "$ref": format!("#/$defs/{}", name_of(index)) });
    if let Some(description) = description {
        schema["description"] = description;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;
    use crate::diagnostics::{Code, explanations};
    use crate::language::Language;
    use crate::model::config::{Budget, ImageDefaults, SheetDefaults};
    use crate::model::record::Decode as _;
    use crate::model::values::{AddressParts, Localized};
    use crate::site::GlossaryEntry;

    /// Keys whose texts are nobody's own words: names, addresses, references, titles of laws, and what is
    /// looked up in the site. The plain-language rules skip them. Some names (`title`, `label`) hold words in
    /// other records.
    const NO_WORDS: &[&str] = &[
        "account",
        "aliases",
        "at",
        "authority",
        "authors",
        "box",
        "building",
        "campaign",
        "contested_by",
        "country",
        "currency",
        "editor_in_chief",
        "file",
        "free_files",
        "host",
        "id",
        "keywords",
        "kind",
        "label",
        "license",
        "maintainer",
        "name",
        "part_of",
        "postcode",
        "publisher",
        "related",
        "since",
        "slug",
        "src",
        "street",
        "theme",
        "title",
        "topic",
        "town",
        "translated_from",
    ];

    /// The page of `--explain unknown-key` names each field of a page as an editor of its language writes it.
    #[test]
    fn the_page_of_unknown_keys_names_them_all() {
        let settings: [&[Key]; 4] = [
            Config::KEYS,
            Budget::KEYS,
            SheetDefaults::KEYS,
            ImageDefaults::KEYS,
        ];
        // The lines of an address and the fields of a local note are explained where they are written.
        let elsewhere: [&[Key]; 2] = [AddressParts::KEYS, LocalFields::KEYS];
        let mut others = settings.iter().chain(&elsewhere);
        for language in [Language::french(), Language::english()] {
            let page = explanations::page(Code::UnknownKey, language);
            for keys in records() {
                if others
                    .clone()
                    .any(|other| names_of(other) == names_of(keys))
                {
                    continue;
                }
                for key in *keys {
                    let shown = key.shown(language.is_french());
                    let is_there = page.contains(&format!("`{shown}`"))
                        || page.contains(&format!("`{shown}: "));
                    assert!(is_there, "{language}: {shown}");
                }
            }
        }
        assert_eq!(others.by_ref().count(), 6);
    }

    #[test]
    fn the_schema_of_a_page_has_each_name_of_each_key() {
        let schema = front_matter();
        for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Organization) {
            let fields = &schema["$defs"][kind.name()]["properties"];
            let [common, own] = keys(*kind);
            for key in [common, own, PageKind::KEYS].concat() {
                for name in std::iter::once(&key.name).chain(key.aliases) {
                    assert!(fields.get(name).is_some(), "{}: {name}", kind.name());
                }
            }
        }
    }

    #[test]
    fn the_language_of_fields_is_that_of_the_title_or_of_the_first() {
        for (names, english) in [
            (&["title", "canaux"][..], true),
            (&["canaux", "Title"], true),
            (&["Name", "résumé"], true),
            (&["Nom", "summary"], false),
            (&["date", "summary"], true),
            (&["date", "RESUME", "channels"], false),
            (&["type", "title"], true),
            (&["date", "licence"], false),
            (&["inconnu"], false),
            (&[], false),
        ] {
            assert_eq!(in_english(names.iter().copied()), english, "{names:?}");
        }
    }

    #[test]
    fn every_text_is_words_or_known_to_be_none() {
        let texts = [
            String::schema(),
            Vec::<String>::schema(),
            Localized::schema(),
        ];
        let keys = records().iter().flat_map(|keys| keys.iter());
        let no_words = keys
            .filter(|key| key.wording.is_none() && texts.contains(&(key.schema)()))
            .map(|key| key.name);
        let no_words: BTreeSet<&str> = no_words.collect();
        assert_eq!(no_words.into_iter().collect::<Vec<_>>(), NO_WORDS);
    }

    /// A table of `record!` that no field of a page leads to would be left out of suggestions and of the rules about
    /// words. Each is found in the source.
    #[test]
    fn every_table_is_a_record_that_an_editor_writes() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut known: HashSet<Vec<String>> = HashSet::new();
        for keys in records().iter().chain([&GlossaryEntry::KEYS]) {
            known.insert(keys.iter().map(|key| key.name.to_owned()).collect());
        }
        let mut tables = 0;
        for entry in walkdir::WalkDir::new(source) {
            let entry = entry.unwrap();
            if entry.path().extension().is_none_or(|end| end != "rs") {
                continue;
            }
            let text = std::fs::read_to_string(entry.path()).unwrap();
            for table in text.split("\nrecord! {\n").skip(1) {
                let table = table.split("\n}\n").next().unwrap();
                let fields = table.lines().filter(|line| line.contains(" => "));
                let names = fields.map(|line| line.split('"').nth(1).unwrap().to_owned());
                let names: Vec<String> = names.collect();
                assert!(
                    known.contains(&names),
                    "{}: {table}",
                    entry.path().display()
                );
                tables += 1;
            }
        }
        assert_eq!(tables, known.len());
    }
}
