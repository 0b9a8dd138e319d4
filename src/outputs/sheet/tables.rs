//! The widths that tables need: the template cannot look into cells without typesetting them, which costs
//! more than the rest of a sheet.

use serde_json::{Map, Value as Json};

use super::breaks;

/// How many words of each column the template measures: the one with the most letters is not always the
/// widest.
const WORDS: usize = 3;

/// Tables whose columns' longest words are shorter than this in total fit everywhere.
const NARROWEST: usize = 30;

/// Adds to each table the longest words of each column and the length of its longest cell, if it may be too
/// wide for a column of text.
pub fn add_needs(json: &mut Json) {
    match json {
        Json::Array(items) => items.iter_mut().for_each(add_needs),
        Json::Object(fields) => {
            if let Some((words, lengths)) = needs(fields) {
                fields.insert("words".to_owned(), words.into());
                fields.insert("lengths".to_owned(), lengths.into());
            }
            fields.values_mut().for_each(add_needs);
        }
        _ => {}
    }
}

/// The longest words of each column and the length of its longest cell, in characters; `None` for anything
/// that is not a table, or cannot be too wide.
fn needs(fields: &Map<String, Json>) -> Option<(Vec<Vec<String>>, Vec<usize>)> {
    let cells = fields.get("cells")?.as_array()?;
    let columns = usize::try_from(fields.get("columns")?.as_u64()?).ok()?;
    let mut words: Vec<Vec<String>> = vec![Vec::new(); columns];
    let mut lengths = vec![0; columns];
    for cell in cells {
        let number = |key| usize::try_from(cell.get(key)?.as_u64()?).ok();
        // A spanning cell has the width of all its columns.
        if number("colspan") != Some(1) {
            continue;
        }
        let mut text = String::new();
        gather(cell.get("children")?, &mut text);
        let column = number("x")?;
        let length = lengths.get_mut(column)?;
        *length = text.trim().chars().count().max(*length);
        let column = words.get_mut(column)?;
        for run in breaks::runs(&text) {
            keep(column, run.trim_end_matches([breaks::BREAK, ' ']));
        }
    }
    let longest = words.iter().flatten().map(|word| word.chars().count());
    (longest.max()? * columns > NARROWEST).then_some((words, lengths))
}

/// Keeps a word if it is among the longest.
fn keep(longest: &mut Vec<String>, word: &str) {
    let length = |word: &str| word.chars().count();
    let is_known = longest.iter().any(|known| known == word);
    if word.is_empty() || is_known {
        return;
    }
    let at = longest.partition_point(|known| length(known) >= length(word));
    if at < WORDS {
        longest.insert(at, word.to_owned());
        longest.truncate(WORDS);
    }
}

/// The text of a tree: text without spaces on one line is one word, including the numbers of its notes.
fn gather(json: &Json, text: &mut String) {
    match json {
        Json::String(piece) => text.push_str(piece),
        Json::Array(pieces) => pieces.iter().for_each(|piece| gather(piece, text)),
        Json::Object(fields) => {
            let kind = fields.get("type").and_then(Json::as_str);
            let is_span = matches!(
                kind,
                Some(
                    "strong"
                        | "emphasis"
                        | "struck"
                        | "superscript"
                        | "subscript"
                        | "code"
                        | "link"
                        | "call"
                )
            );
            if !is_span {
                text.push(' ');
            }
            for key in ["children", "items", "cells", "text"] {
                if let Some(inside) = fields.get(key) {
                    gather(inside, text);
                }
            }
            if let Some(note) = fields.get("note").and_then(Json::as_u64) {
                text.push_str(&note.to_string());
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn table(cells: &Json, columns: usize) -> Json {
        json!({ "type": "table", "columns": columns, "head": 1, "cells": cells })
    }

    fn cell(x: usize, text: &str) -> Json {
        json!({ "x": x, "y": 0, "colspan": 1, "rowspan": 1, "children": [{ "type": "paragraph", "children": [
            text, { "type": "strong", "children": ["é"] }, { "type": "call", "note": 7 },
        ] }] })
    }

    #[test]
    fn a_wide_table_names_its_longest_words() {
        let mut data = json!({ "body": [table(&json!([cell(0, "un établissement public-privé"), cell(1, "non"), cell(2, "oui")]), 3)] });
        add_needs(&mut data);
        assert_eq!(
            data["body"][0]["words"],
            json!([
                ["établissement", "public-", "privéé7"],
                ["noné7"],
                ["ouié7"]
            ])
        );
    }

    #[test]
    fn a_narrow_one_is_left_alone() {
        let mut data = table(&json!([cell(0, "oui"), cell(1, "non")]), 2);
        add_needs(&mut data);
        assert_eq!(data.get("words"), None);
    }
}
