//! The JSON Schema of a page's front matter, for completion and checks in an editor.

use serde_json::{Value as Json, json};

use super::kinds::{Article, Common, Guide, Kind, Organization};
use super::record::{Decode, Key, Record, object_schema};

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

/// The schema of the front matter of every kind of page (JSON Schema 2020-12).
pub fn front_matter() -> Json {
    let kinds = [
        Kind::Guide,
        Kind::Article,
        Kind::Organization,
        Kind::Page,
        Kind::Legal,
    ];
    let definitions: serde_json::Map<String, Json> = kinds
        .into_iter()
        .map(|kind| {
            let mut schema = object_schema(&keys(kind), false);
            // An organization's own `kind` says what it is; elsewhere it says what the page is.
            if kind != Kind::Organization {
                schema["properties"]["kind"] = Kind::schema();
            }
            schema["title"] = json!(kind.name());
            (kind.name().to_owned(), schema)
        })
        .collect();
    let any: Vec<Json> = kinds
        .iter()
        .map(|kind| json!({ "$ref": format!("#/$defs/{}", kind.name()) }))
        .collect();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "guichet",
        "description": "Front matter of a guichet page",
        "anyOf": any,
        "$defs": definitions,
    })
}
