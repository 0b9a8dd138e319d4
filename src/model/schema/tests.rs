use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value as Json, json};

use super::*;
use crate::diagnostics::{Code, explanations};
use crate::language::Language;
use crate::model::config::{Budget, ImageDefaults, SheetDefaults};
use crate::model::record::{Decode as _, object_schema};
use crate::model::values::{AddressParts, Date, Localized};
use crate::model::{Placed, PublicationTarget};
use crate::site::GlossaryEntry;

/// Keys whose texts are nobody's own words: names, addresses, references, titles of laws, and what is
/// looked up in the site. The plain-language rules skip them. Some names (`title`, `label`) hold words in
/// other records.
const NO_WORDS: &[&str] = &[
    "account",
    "acts_as",
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
    "fingerprint",
    "folder",
    "free_files",
    "host",
    "id",
    "key",
    "keywords",
    "kind",
    "label",
    "license",
    "logo",
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
    "user",
];

/// The page of `--explain unknown-key` names each field of a page as an editor of its language writes it.
#[test]
fn the_page_of_unknown_keys_names_them_all() {
    let settings: [&[Key]; 5] = [
        Config::KEYS,
        Budget::KEYS,
        SheetDefaults::KEYS,
        ImageDefaults::KEYS,
        PublicationTarget::KEYS,
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
                let is_there =
                    page.contains(&format!("`{shown}`")) || page.contains(&format!("`{shown}: "));
                assert!(is_there, "{language}: {shown}");
            }
        }
    }
    assert_eq!(others.by_ref().count(), 7);
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

/// A schema in which each reference is what it refers to.
fn expanded(schema: &Json, records: &Json) -> Json {
    let Some(reference) = schema["$ref"].as_str() else {
        return match schema {
            Json::Array(items) => items.iter().map(|item| expanded(item, records)).collect(),
            Json::Object(fields) => fields
                .iter()
                .map(|(name, field)| (name.clone(), expanded(field, records)))
                .collect(),
            other => other.clone(),
        };
    };
    let name = reference.trim_start_matches("#/$defs/");
    let mut whole = expanded(&records[name], records);
    if let Some(description) = schema.get("description") {
        whole["description"] = description.clone();
    }
    whole
}

#[test]
fn a_schema_with_each_record_once_allows_what_the_whole_one_does() {
    for kind in Kind::ALL {
        let [common, own] = keys(*kind);
        let whole = object_schema(&[common, own, PageKind::KEYS], false);
        let once = shared(json!({ "page": whole, "$defs": {} }));
        let records = once["$defs"].as_object().unwrap();
        let distinct: BTreeSet<String> = records.values().map(Json::to_string).collect();
        assert_eq!(distinct.len(), records.len(), "{}", kind.name());
        assert_eq!(
            expanded(&once["page"], &once["$defs"]),
            whole,
            "{}",
            kind.name()
        );
    }
}

#[test]
fn the_schema_of_each_field_says_what_it_takes() {
    for key in records().iter().flat_map(|keys| keys.iter()) {
        let schema = (key.schema)();
        let says = ["type", "enum", "anyOf"];
        let is_said = says.iter().any(|word| schema.get(word).is_some());
        assert!(is_said, "{}: {schema}", key.name);
    }
    assert_eq!(Placed::<Date>::schema(), Date::schema());
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
