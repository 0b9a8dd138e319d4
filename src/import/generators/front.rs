//! Front matter in TOML (`+++`), YAML (`---`) or JSON → the keys that this site has for it.

use std::sync::Arc;

use serde_json::{Map, Value as Json};

use super::dialect::{Destination, DestinationKind};
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::import::front::{FrontFields, FrontValue};
use crate::model::values::Date;
use crate::model::{Article, Common};
use crate::reasons::of_content;
use crate::yaml;

/// Keys about the look of a page or its place in lists, which this site decides itself.
const LOOKS: &[&str] = &[
    "layout",
    "template",
    "page_template",
    "weight",
    "type",
    "menu",
    "menus",
    "toc",
    "comments",
    "sort_by",
    "paginate_by",
    "nav_order",
    "in_search_index",
    "render",
    "insert_anchor_links",
    "cascade",
    "outputs",
    "markup",
    "linktitle",
    "sitemap",
    "math",
    "generate_feeds",
];

/// What the front matter of a page says.
#[derive(Debug, Default)]
pub struct Front {
    pub title: Option<String>,
    pub summary: Option<String>,
    pub date: Option<Date>,
    /// The last day on which what it says holds.
    pub valid_until: Option<Date>,
    pub is_draft: bool,
    pub keywords: Vec<String>,
    pub authors: Vec<String>,
    pub aliases: Vec<String>,
    /// The address or its last part, if the page sets one.
    pub slug: Option<String>,
    pub url: Option<String>,
    pub categories: Vec<String>,
    /// Keys that have no equivalent here.
    pub unkept: Vec<String>,
    /// Where the text begins.
    pub body: usize,
}

impl Front {
    /// Reads the front matter of a file; a file without any gives empty fields.
    pub fn read(file: &Arc<TextFile>) -> Result<Self, Diagnostic> {
        let text = file.text.strip_prefix('\u{feff}').unwrap_or(&file.text);
        let skipped = file.text.len() - text.len();
        let (map, body) = if let Some((inner, body)) = fenced(text, "+++") {
            let toml = text[inner.clone()].parse::<toml::Table>();
            (
                toml.map(from_toml)
                    .map_err(|error| (error.message().replace('\n', ", "), inner.start)),
                body,
            )
        } else if let Some((inner, body)) = fenced(text, "---") {
            let read = yaml::parse(&text[inner.clone()]);
            (
                read.map(|node| from_yaml(&node))
                    .map_err(|error| (error.kind.to_string(), inner.start)),
                body,
            )
        } else if text.starts_with('{') && !text.starts_with("{{") && !text.starts_with("{%") {
            let mut stream =
                serde_json::Deserializer::from_str(text).into_iter::<Map<String, Json>>();
            match stream.next() {
                Some(Ok(map)) => {
                    let end = stream.byte_offset();
                    (Ok(map), end)
                }
                Some(Err(error)) => (Err((error.to_string(), 0)), 0),
                None => (Ok(Map::new()), 0),
            }
        } else {
            (Ok(Map::new()), 0)
        };
        match map {
            Ok(map) => {
                let mut front = Self::of(map);
                front.body = body + skipped;
                Ok(front)
            }
            Err((reason, at)) => {
                let place = Place {
                    file: Arc::clone(file),
                    span: at..at + 1,
                };
                Err(
                    Diagnostic::new(Code::ImportUnreadable, Location::Place(place))
                        .with("reason", of_content(&reason)),
                )
            }
        }
    }

    fn of(map: Map<String, Json>) -> Self {
        let mut front = Self::default();
        front.take(map, "");
        front
    }

    fn take(&mut self, map: Map<String, Json>, within: &str) {
        for (key, value) in map {
            let text = || text_of(&value);
            match key.to_lowercase().as_str() {
                "title" => self.title = text(),
                "description" | "summary" | "excerpt" | "subtitle" if self.summary.is_none() => {
                    self.summary = text();
                }
                "date" | "publishdate" => {
                    self.date = self.date.or(text().and_then(|text| day(&text)));
                }
                "expirydate" => self.valid_until = text().and_then(|text| day(&text)),
                "draft" => self.is_draft |= value == Json::Bool(true),
                "published" => self.is_draft |= value == Json::Bool(false),
                "tags" | "keywords" | "tag" => add(&mut self.keywords, list_of(&value)),
                "categories" | "category" => {
                    add(&mut self.categories, list_of(&value));
                    add(&mut self.keywords, list_of(&value));
                }
                "author" | "authors" => add(&mut self.authors, list_of(&value)),
                "aliases" | "redirect_from" => add(&mut self.aliases, list_of(&value)),
                "slug" => self.slug = text(),
                "url" | "permalink" | "path" => self.url = text(),
                "taxonomies" | "extra" | "params" => {
                    if let Json::Object(inner) = value {
                        self.take(inner, &format!("{within}{key}."));
                    }
                }
                lower if LOOKS.contains(&lower) => {}
                _ => self.unkept.push(format!("{within}{key}")),
            }
        }
    }

    /// The fields under the keys of this site.
    pub fn fields(&self, place: &Destination, earlier: Vec<String>, french: bool) -> FrontFields {
        let mut fields = FrontFields::new(french);
        let title = self.title.clone().unwrap_or_else(|| place.title.clone());
        fields.set::<Common>("title", title);
        fields.set::<Common>("summary", self.summary.clone());
        let date = self.date.or(place.date);
        fields.set::<Common>(
            "date",
            FrontValue::Bare(date.map(|date| date.to_string()).unwrap_or_default()),
        );
        let until = self.valid_until.map(|date| date.to_string());
        fields.set::<Common>("valid_until", FrontValue::Bare(until.unwrap_or_default()));
        if self.is_draft || place.is_draft {
            fields.set::<Common>(
                "draft",
                FrontValue::Bare(if french { "oui" } else { "true" }.to_owned()),
            );
        }
        if place.kind == DestinationKind::Article {
            fields.set::<Article>("authors", self.authors.clone());
        } else if !self.authors.is_empty() {
            fields.set::<Common>("maintainer", self.authors.join(", "));
        }
        fields.set::<Common>("keywords", self.keywords.clone());
        fields.set::<Common>("aliases", earlier);
        fields
    }

    /// The former addresses of the page.
    pub fn earlier(&self, place: &Destination) -> Vec<String> {
        let mut earlier: Vec<String> = place
            .address
            .iter()
            .map(|address| format!("/{}", address.trim_start_matches('/')))
            .collect();
        add(&mut earlier, self.aliases.clone());
        earlier
    }
}

fn add(all: &mut Vec<String>, more: Vec<String>) {
    for one in more {
        if !all.contains(&one) {
            all.push(one);
        }
    }
}

/// The bytes between two lines that are this mark, the first at the top of the file, and where the text
/// begins below.
fn fenced(text: &str, mark: &str) -> Option<(std::ops::Range<usize>, usize)> {
    let first = text.split_inclusive('\n').next()?;
    if first.trim_end() != mark {
        return None;
    }
    let mut at = first.len();
    for line in text[at..].split_inclusive('\n') {
        if line.trim_end() == mark {
            return Some((first.len()..at, at + line.len()));
        }
        at += line.len();
    }
    None
}

/// The date at the start of a date or time.
fn day(text: &str) -> Option<Date> {
    Date::parse(text.get(..10)?)
}

fn text_of(value: &Json) -> Option<String> {
    let text = match value {
        Json::String(text) => text.trim().to_owned(),
        Json::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

/// A list of words; a single text is a list of one, or is split at its commas.
fn list_of(value: &Json) -> Vec<String> {
    match value {
        Json::Array(values) => values
            .iter()
            .filter_map(|value| match value {
                Json::Object(map) => map.get("name").and_then(text_of),
                value => text_of(value),
            })
            .collect(),
        Json::String(text) => text
            .split(',')
            .map(|part| part.trim().to_owned())
            .filter(|part| !part.is_empty())
            .collect(),
        _ => Vec::new(),
    }
}

fn from_toml(table: toml::Table) -> Map<String, Json> {
    table
        .into_iter()
        .map(|(key, value)| (key, toml_value(value)))
        .collect()
}

fn toml_value(value: toml::Value) -> Json {
    match value {
        toml::Value::String(text) => Json::String(text),
        toml::Value::Integer(number) => Json::from(number),
        toml::Value::Float(number) => Json::from(number),
        toml::Value::Boolean(yes) => Json::Bool(yes),
        toml::Value::Datetime(time) => Json::String(time.to_string()),
        toml::Value::Array(values) => Json::Array(values.into_iter().map(toml_value).collect()),
        toml::Value::Table(table) => Json::Object(from_toml(table)),
    }
}

fn from_yaml(node: &yaml::Node) -> Map<String, Json> {
    match yaml_value(node) {
        Json::Object(map) => map,
        _ => Map::new(),
    }
}

fn yaml_value(node: &yaml::Node) -> Json {
    match &node.value {
        yaml::Value::Null => Json::Null,
        yaml::Value::Scalar(text) => match text.as_str() {
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            text => Json::String(text.to_owned()),
        },
        yaml::Value::Sequence(items) => Json::Array(items.iter().map(yaml_value).collect()),
        yaml::Value::Mapping(entries) => {
            let entries = entries.iter().filter_map(|(key, value)| match &key.value {
                yaml::Value::Scalar(key) => Some((key.clone(), yaml_value(value))),
                _ => None,
            });
            Json::Object(entries.collect())
        }
    }
}
