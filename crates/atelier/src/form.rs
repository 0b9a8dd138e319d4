//! What a form has for the fields of a file: made from the tables that read them.

use guichet::catalogue::Catalogue;
use guichet::language::Language;
use guichet::model::Wording;
use guichet::model::record::{FieldInput, Key};
use guichet::model::schema::{self, NamedThing, named_thing};
use serde::Serialize;

use crate::values::FieldTable;
use named::{NamedWords, words_of};

mod named;

/// A field of a form.
#[derive(Debug, Serialize)]
pub(crate) struct FieldSpec {
    /// Its English name.
    name: &'static str,
    /// The name that this file would have.
    shown: &'static str,
    label: String,
    help: String,
    /// A value that it may have.
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<String>,
    widget: &'static str,
    list: bool,
    optional: bool,
    /// Whether it may hold a text in each language.
    localized: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    choices: Vec<FieldChoice>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fields: Vec<FieldSpec>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shorthand: Option<&'static str>,
    /// Of values by names: what these are.
    #[serde(skip_serializing_if = "Option::is_none")]
    named: Option<NamedWords>,
    group: &'static str,
}

/// One of the words that a value may be.
#[derive(Debug, Serialize)]
pub(crate) struct FieldChoice {
    value: &'static str,
    label: String,
}

/// Which part of the form has a field, by its English name; the last part has all others.
const GROUPS: &[(&str, &[&str])] = &[
    (
        "main",
        &[
            "title",
            "summary",
            "kind",
            "topic",
            "campaign",
            "date",
            "authors",
            "image",
            "hook",
            "call",
            "address",
            "phones",
            "email",
            "website",
            "hours",
            "hours_note",
            "access",
            "serves",
            "notice",
            "publisher",
            "language",
            "languages",
            "base_url",
        ],
    ),
    (
        "look",
        &["colour", "logo", "motto", "look", "ink", "theme", "images"],
    ),
    ("routes", &["channels", "online_only"]),
    (
        "facts",
        &[
            "evidence",
            "cost",
            "processing_time",
            "deadline",
            "appeal",
            "output",
            "legal",
            "authority",
            "audience",
            "nature",
            "attachments",
            "topics",
            "campaigns",
            "editor_in_chief",
            "host",
            "licence",
        ],
    ),
    ("print", &["sheets"]),
    (
        "review",
        &[
            "reviewed",
            "review_every",
            "valid_until",
            "maintainer",
            "draft",
            "source",
            "translated_from",
        ],
    ),
];

/// The part with all fields that no other has.
const REST: &str = "more";

/// The form for such fields, in the words of the workshop; `in_file`: whether the file's own names are French.
pub(crate) fn form(table: &FieldTable, messages: &Catalogue, in_file: bool) -> Vec<FieldSpec> {
    let spec = |key: &'static Key| {
        let group = GROUPS.iter().find(|(_, names)| names.contains(&key.name));
        FieldSpec {
            group: group.map_or(REST, |(group, _)| group),
            ..spec(key, messages, in_file)
        }
    };
    match table.entries {
        Some(keys) => vec![entries(keys, messages, in_file)],
        None => table.keys().map(spec).collect(),
    }
}

/// The one field of a file in which each name is an editor's own, with these fields below it.
fn entries(keys: &'static [Key], messages: &Catalogue, in_file: bool) -> FieldSpec {
    let say = |key: &str| messages.find(key, &[]).unwrap_or_default();
    FieldSpec {
        name: "",
        shown: "",
        label: say("atelier-entries"),
        help: say("atelier-entries-help"),
        example: None,
        widget: "map",
        list: false,
        optional: true,
        localized: false,
        choices: Vec::new(),
        fields: keys
            .iter()
            .map(|key| spec(key, messages, in_file))
            .collect(),
        shorthand: Some("name"),
        named: words_of("entries", messages, in_file),
        group: "main",
    }
}

fn spec(key: &'static Key, messages: &Catalogue, in_file: bool) -> FieldSpec {
    let french = messages.language() != Language::english();
    let choices = key.choices.map(|choices| {
        // A file in another language than the tool's has its own words for them.
        let written = choices(in_file).into_iter().zip(choices(french));
        written.map(|(value, label)| FieldChoice {
            value,
            label: readable(label),
        })
    });
    let (keys, shorthand) = key.fields.unwrap_or((&[], None));
    let say = |start: &str| messages.find(&format!("{start}{}", key.name), &[]);
    // What editors of YAML are told of a field is not always what a form has.
    let help = match key.input {
        FieldInput::Localized => say("atelier-localized-").or_else(|| say("atelier-help-")),
        _ => say("atelier-help-"),
    };
    FieldSpec {
        name: key.name,
        shown: key.shown(in_file),
        // A name in YAML is not always what people call it.
        label: say("atelier-field-").unwrap_or_else(|| readable(key.shown(french))),
        help: help.unwrap_or_else(|| schema::help(key, french).to_owned()),
        example: say("atelier-example-"),
        widget: widget(key),
        list: key.is_list,
        optional: key.optional,
        localized: key.input == FieldInput::Localized || matches!(key.name, "topics" | "campaigns"),
        choices: choices.into_iter().flatten().collect(),
        fields: keys
            .iter()
            .map(|key| spec(key, messages, in_file))
            .collect(),
        shorthand,
        named: words_of(key.name, messages, in_file).filter(|_| key.input == FieldInput::Named),
        group: REST,
    }
}

/// A name as people read it: « valable-jusqu'au » is « Valable jusqu’au ».
fn readable(name: &str) -> String {
    let words = name.replace(['-', '_'], " ").replace('\'', "’");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => words,
    }
}

/// How a field is entered, as the pages know it.
fn widget(key: &Key) -> &'static str {
    if let Some(named) = named_thing(key) {
        match named {
            NamedThing::Counter | NamedThing::Organization => return "organization",
            NamedThing::OrganizationKind => return "organization-kind",
            NamedThing::Topic => return "topic",
            NamedThing::Campaign => return "campaign",
            NamedThing::Page => return "page",
            NamedThing::Image => return "image",
            // The name of a data file is written by its importer.
            NamedThing::File if !key.optional => return "file",
            NamedThing::File | NamedThing::SiteLanguage => {}
        }
    }
    match (key.input, key.wording) {
        // What a call costs.
        (FieldInput::Line, _) if key.name == "price" => "price",
        (FieldInput::Line, Some(Wording::Markdown)) => "markdown",
        (FieldInput::Line, Some(Wording::Text)) => "long",
        (FieldInput::Line, _) => "text",
        (FieldInput::Words, _) => "words",
        (FieldInput::YesNo, _) => "yesno",
        (FieldInput::Choice, _) if key.is_list => "formats",
        (FieldInput::Choice, _) => "choice",
        (FieldInput::Number, _) => "number",
        (FieldInput::Date, _) => "date",
        (FieldInput::Period, _) => "period",
        (FieldInput::Hours, _) => "hours",
        (FieldInput::Phone, _) => "phone",
        (FieldInput::Cost, _) => "price",
        (FieldInput::Email, _) => "email",
        (FieldInput::Web, _) => "url",
        (FieldInput::Address, _) => "address",
        (FieldInput::Coordinates, _) => "coordinates",
        (FieldInput::Colour, _) => "colour",
        (FieldInput::Language, _) => "language",
        (FieldInput::Localized, _) => "text",
        (FieldInput::Named, _) if key.name == "checks" => "checks",
        (FieldInput::Named, _) => "map",
        (FieldInput::Record, _) => "record",
    }
}

#[cfg(test)]
mod tests {
    use guichet::messages;
    use guichet::model::config::Config;
    use guichet::model::record::Record as _;
    use guichet::model::{Kind, LocalFields};
    use guichet::site::GlossaryEntry;

    use super::*;

    fn tables() -> Vec<FieldTable> {
        let mut all: Vec<Vec<&'static [Key]>> = Kind::ALL
            .iter()
            .map(|kind| schema::page_keys(*kind))
            .collect();
        all.push(vec![Config::KEYS]);
        all.push(vec![LocalFields::KEYS]);
        all.into_iter()
            .map(FieldTable::of)
            .chain([FieldTable::of_entries(GlossaryEntry::KEYS)])
            .collect()
    }

    #[test]
    fn every_field_has_a_name_and_help_for_people() {
        fn check(spec: &FieldSpec) {
            assert!(
                !spec.label.contains('_') && !spec.help.is_empty(),
                "{}",
                spec.name
            );
            assert!(
                spec.widget != "record" || !spec.fields.is_empty(),
                "{}",
                spec.name
            );
            spec.fields.iter().for_each(check);
        }
        for table in tables() {
            for language in [Language::french(), Language::english()] {
                let form = form(&table, &messages::of(language), true);
                let count = match table.entries {
                    Some(_) => 1,
                    None => table.keys().count(),
                };
                assert_eq!(form.len(), count);
                form.iter().for_each(check);
            }
        }
    }

    /// A field that is renamed in the model must not fall out of its group unseen.
    #[test]
    fn groups_name_fields_that_there_are() {
        let tables = tables();
        for name in GROUPS.iter().flat_map(|(_, names)| names.iter()) {
            let is_there = tables
                .iter()
                .any(|table| table.keys().any(|key| key.name == *name));
            assert!(is_there, "{name}");
        }
    }

    #[test]
    fn names_are_readable() {
        assert_eq!(readable("valable-jusqu'au"), "Valable jusqu’au");
        assert_eq!(readable("résumé"), "Résumé");
        assert_eq!(readable(""), "");
    }
}
