//! The JSON Schema of a page's front matter, for completion and checks in an editor.

use serde_json::{Value as Json, json};

use super::page_keys;
use crate::model::kinds::Kind;
use crate::model::record::object_schema;

/// The schema of the front matter of every kind of page (JSON Schema 2020-12).
pub fn front_matter() -> Json {
    let mut kinds = Kind::ALL.to_vec();
    kinds.sort_by_key(|kind| kind.rank());
    let definitions: serde_json::Map<String, Json> = kinds
        .iter()
        .map(|kind| {
            let kind = *kind;
            let mut schema = object_schema(&page_keys(kind), false);
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
