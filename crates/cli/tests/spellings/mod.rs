//! A site that uses every key is built with each key and each known word in every accepted spelling: it must have the
//! same bytes each time, and the same diagnostics.

mod mistakes;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use guichet::checks::{self, Scope};
use guichet::diagnostics::{Code, Severity};
use guichet::model::channel::Appointment;
use guichet::model::config::Config;
use guichet::model::kinds::Nature;
use guichet::model::record::{Key, Record};
use guichet::model::schema;
use guichet::model::values::Date;
use guichet::model::{ContentEncoding, Host, ImageStyle, Kind, LocalFields, SheetFormat};
use guichet::outputs::{Content, Renderer};
use guichet::project::Project;
use guichet::site::{Extent, GlossaryEntry};
use guichet::spelling::fold_key;
use guichet::yaml::{self, Node, Value};
use serde_json::Value as Json;

use crate::site::{TestSite, files};

/// Other ways to write a name: in capitals, without accents, with another separator.
fn spellings(name: &str) -> Vec<String> {
    let bare = fold_key(name);
    let parted = |part: &str| name.replace([' ', '-', '_'], part);
    let mut letters = name.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let all = BTreeSet::from([
        name.to_uppercase(),
        bare.to_uppercase(),
        bare,
        first.chain(letters).collect(),
        parted("_"),
        parted("-"),
        parted(" "),
        parted("\u{a0}"),
        name.replace('\'', "’"),
    ]);
    all.into_iter().collect()
}

/// Keys that are used, each with its record.
type Used = BTreeSet<(String, &'static str)>;

/// What tells a record from others: constants have no address of their own.
fn id(keys: &[Key]) -> String {
    keys.iter()
        .map(|key| key.name)
        .collect::<Vec<_>>()
        .join(" ")
}

/// A key or a word of a file, and its other spellings.
struct Respelling {
    span: Range<usize>,
    instead: Vec<String>,
}

/// Gathers the keys and words with other spellings in the YAML of a file.
struct SpellingGatherer<'t> {
    text: &'t str,
    offset: usize,
    places: Vec<Respelling>,
    used: &'t mut Used,
}

/// The words that a schema lists, or one of those that it may be or is a list of.
fn is_of_words(schema: &Json) -> bool {
    let any = schema["anyOf"].as_array().into_iter().flatten();
    schema["enum"].is_array()
        || any.clone().any(is_of_words)
        || schema.get("items").is_some_and(is_of_words)
}

impl SpellingGatherer<'_> {
    fn add(&mut self, node: &Node, instead: Vec<String>) {
        let span = node.span.start + self.offset..node.span.end + self.offset;
        // In quotation marks, they are the value's.
        if !self.text[span.clone()].starts_with(['"', '\'']) {
            self.places.push(Respelling { span, instead });
        }
    }

    fn record(&mut self, node: &Node, records: &[&'static [Key]]) {
        match &node.value {
            Value::Sequence(items) => items.iter().for_each(|item| self.record(item, records)),
            Value::Mapping(entries) => {
                for (name, value) in entries {
                    self.field(name, value, records);
                }
            }
            Value::Null | Value::Scalar(_) => {}
        }
    }

    fn field(&mut self, name: &Node, value: &Node, records: &[&'static [Key]]) {
        let Value::Scalar(written) = &name.value else {
            panic!("a name is a text");
        };
        let found = records.iter().find_map(|keys| {
            let key = keys.iter().find(|key| key.is(&fold_key(written)))?;
            Some((id(keys), key))
        });
        let (record, key) = found.unwrap_or_else(|| panic!("« {written} » is no key here"));
        self.used.insert((record, key.name));
        // The name that most editors write in every way, the others in two.
        let first = key.shown(true);
        let others = std::iter::once(&key.name).chain(key.aliases);
        let others = others.flat_map(|name| [(*name).to_owned(), name.to_uppercase()]);
        let all: BTreeSet<String> = spellings(first).into_iter().chain(others).collect();
        self.add(name, all.into_iter().collect());
        match key.name {
            "checks" | "allow" => self.names(value),
            "topics" | "campaigns" | "jargon" => {}
            // Codes of languages have no accents and no blanks.
            "title" if matches!(value.value, Value::Mapping(_)) => self.names(value),
            "language" | "languages" => self.words(value, |word| vec![word.to_uppercase()]),
            "review_every" => self.words(value, spellings),
            "topic" | "campaign" | "at" | "part_of" | "publisher" => self.words(value, spellings),
            "currency" => self.words(value, spellings),
            _ => match key.fields {
                Some((keys, _)) => self.record(value, &[keys]),
                None if is_of_words(&(key.schema)()) => self.words(value, spellings),
                None => {}
            },
        }
    }

    /// Names that are known and are no keys of a record, and words beside them.
    fn names(&mut self, node: &Node) {
        let Value::Mapping(entries) = &node.value else {
            panic!("a mapping")
        };
        for (name, value) in entries {
            self.words(name, spellings);
            let is_level = |word: &str| Severity::NAMES.iter().any(|(name, _)| *name == word);
            if matches!(&value.value, Value::Scalar(word) if is_level(word)) {
                self.words(value, spellings);
            }
        }
    }

    fn words(&mut self, node: &Node, instead: fn(&str) -> Vec<String>) {
        match &node.value {
            Value::Sequence(items) => items.iter().for_each(|item| self.words(item, instead)),
            Value::Scalar(word) => self.add(node, instead(word)),
            Value::Null | Value::Mapping(_) => {}
        }
    }
}

/// The keys and words with other spellings in a file of the site, in its order.
fn places(path: &str, text: &str, used: &mut Used) -> Vec<Respelling> {
    let range = match path.ends_with(".md") {
        true => 4..text[4..].find("\n---").unwrap() + 5,
        false => 0..text.len(),
    };
    let node = yaml::parse(&text[range.clone()]).unwrap();
    let mut gatherer = SpellingGatherer {
        text,
        offset: range.start,
        places: Vec::new(),
        used,
    };
    if path.ends_with("glossary.yaml") {
        let Value::Mapping(entries) = &node.value else {
            panic!("a mapping")
        };
        for (_, entry) in entries {
            gatherer.record(entry, &[GlossaryEntry::KEYS]);
        }
    } else if path.ends_with("guichet.yaml") {
        gatherer.record(&node, &[Config::KEYS]);
    } else if path.contains(".local.") {
        gatherer.record(&node, &[LocalFields::KEYS]);
    } else if path.ends_with(".md") {
        page(path, &node, &mut gatherer);
    }
    gatherer.places
}

/// A page; what it says of its own kind is no key of what all pages have.
fn page(path: &str, node: &Node, gatherer: &mut SpellingGatherer<'_>) {
    let folder = guichet::document::folder_kind(path.strip_prefix("content/").unwrap());
    let keys = schema::keys(folder);
    let Value::Mapping(entries) = &node.value else {
        panic!("a mapping")
    };
    for (name, value) in entries {
        if folder != Kind::Organization && name.value == Value::Scalar("kind".into()) {
            gatherer.add(name, vec!["Kind".into(), "type".into(), "TYPE".into()]);
            gatherer.words(value, spellings);
        } else {
            gatherer.field(name, value, &keys);
        }
    }
}

/// The text with the `round`th spelling of each of its keys and words, no two neighbours in the same one.
fn respelled(text: &str, places: &[Respelling], round: usize) -> String {
    let mut out = String::new();
    let mut at = 0;
    let mut places: Vec<&Respelling> = places.iter().collect();
    places.sort_by_key(|place| place.span.start);
    for (index, place) in places.into_iter().enumerate() {
        out.push_str(&text[at..place.span.start]);
        out.push_str(&place.instead[(round + index) % place.instead.len()]);
        at = place.span.end;
    }
    out.push_str(&text[at..]);
    out
}

/// What a site is: every output's bytes, and what is reported of which file.
type BuiltSite = (BTreeMap<String, Vec<u8>>, Vec<(String, String)>);

/// The day on which every site of these tests is read.
fn day() -> Date {
    Date("2026-11-25".parse().unwrap())
}

fn made(site: &TestSite) -> BuiltSite {
    let project = Project::read(&site.path(""));
    let (assembled, mut found) = project.site(Extent::on(day()).with_sheets(false));
    let renderer = Renderer::new(&assembled);
    let outputs = assembled.outputs().map(|(path, output)| {
        let bytes = match renderer.render(path, output).unwrap() {
            Content::Bytes(bytes) => bytes,
            Content::Shared(bytes) => bytes.to_vec(),
            Content::File(_) | Content::Missing => Vec::new(),
        };
        (path.to_string(), bytes)
    });
    let outputs = outputs.collect();
    found.extend(checks::check(&assembled, Scope::All));
    let judged = checks::judge(&assembled, found);
    let found = judged.iter().map(|(severity, found)| {
        let what = format!("{severity:?} {} {:?}", found.code.name(), found.args);
        (found.location.path().to_owned(), what)
    });
    (outputs, found.collect())
}

#[test]
fn every_spelling_of_a_key_and_of_a_word_is_read_as_its_first() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/spellings");
    let mut used = BTreeSet::new();
    let mut texts: Vec<(String, String, Vec<Respelling>)> = Vec::new();
    for (path, bytes) in files(&folder) {
        if path.ends_with(".md") || path.ends_with(".yaml") {
            let text = String::from_utf8(bytes).unwrap();
            let found = places(&path, &text, &mut used);
            texts.push((path, text, found));
        }
    }
    assert_every_key_is(&used);
    let first = made(&TestSite::copy_of(&folder));
    // A mistake is not read, so its spellings would not differ.
    let allowed = ["translation-behind", "never-reviewed", "online-only"];
    for (file, what) in &first.1 {
        let is_known = allowed.iter().any(|code| what.contains(code));
        assert!(is_known || !what.starts_with("Error"), "{file}: {what}");
    }
    let places = || texts.iter().flat_map(|(_, _, places)| places);
    let rounds = places().map(|place| place.instead.len()).max().unwrap();
    let round = |round| {
        let site = TestSite::copy_of(&folder);
        for (path, text, places) in &texts {
            site.write(path, respelled(text, places, round));
        }
        let (outputs, found) = made(&site);
        assert_eq!(found, first.1, "round {round}");
        assert!(outputs.keys().eq(first.0.keys()), "round {round}");
        for (path, bytes) in &outputs {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            assert_eq!(text(bytes), text(&first.0[path]), "{path}, round {round}");
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(|| (0..rounds).step_by(2).for_each(round));
        (1..rounds).step_by(2).for_each(round);
    });
}

/// The site uses every key of every record that a file can have.
fn assert_every_key_is(used: &Used) {
    let mut records: Vec<&'static [Key]> =
        vec![Config::KEYS, LocalFields::KEYS, GlossaryEntry::KEYS];
    for kind in [Kind::Guide, Kind::Article, Kind::Organization] {
        records.extend(schema::keys(kind));
    }
    let mut met = BTreeSet::new();
    while let Some(keys) = records.pop() {
        if !met.insert(id(keys)) {
            continue;
        }
        for key in keys {
            let is_used = used.contains(&(id(keys), key.name));
            assert!(
                is_used,
                "tests/spellings has no « {} » beside « {} »",
                key.name, keys[0].name
            );
            records.extend(key.fields.map(|(keys, _)| keys));
        }
    }
}

#[test]
fn every_name_of_a_choice_is_read_in_all_spellings() {
    macro_rules! all {
        ($($Choice:ty),*) => { $(
            for (name, value) in <$Choice>::NAMES {
                for other in spellings(name) {
                    assert_eq!(<$Choice>::parse(&other), Some(*value), "{other}");
                }
            }
        )* };
    }
    all!(
        Appointment,
        ContentEncoding,
        Host,
        ImageStyle,
        Kind,
        Nature,
        SheetFormat
    );
    for code in Code::ALL.iter().filter(|code| code.is_adjustable()) {
        for other in spellings(code.name()) {
            assert_eq!(Code::adjustable(&other), Some(*code), "{other}");
        }
    }
}
