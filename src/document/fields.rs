//! Changes the fields of a page and nothing else of its file.

use std::sync::Arc;

use super::fences::split;
use crate::diagnostics::TextFile;
use crate::edit::{self, FieldChange, FieldError};
use crate::model::schema::{self, Names};
use crate::yaml::{self, Value};

/// The text of a page with changes to its fields, in order; a page without front matter gets one.
///
/// # Errors
///
/// If a change has no place in the fields, or cannot be made without changing others.
pub fn change_fields(text: &str, changes: &[FieldChange]) -> Result<String, FieldError> {
    let file = Arc::new(TextFile::new("", text));
    let Some(front) = split(&file, &mut Vec::new()).front else {
        let fields = edit::change("", &Names, changes)?;
        return Ok(match fields.is_empty() {
            true => text.to_owned(),
            false => format!("---\n{fields}---\n{text}"),
        });
    };
    let (before, after) = (text.get(..front.start), text.get(front.end..));
    let fields = edit::change(text.get(front).unwrap_or_default(), &Names, changes)?;
    let line_end = match fields.is_empty() || fields.ends_with('\n') {
        true => "",
        false => "\n",
    };
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    Ok(format!("{before}{fields}{line_end}{after}"))
}

/// Whether the fields of a page have English names; French ones where it has none.
pub fn has_english_fields(text: &str) -> bool {
    let file = Arc::new(TextFile::new("", text));
    let Some(front) = split(&file, &mut Vec::new()).front else {
        return false;
    };
    let reading = yaml::read(text.get(front).unwrap_or_default(), &Names);
    let Value::Mapping(entries) = &reading.node.value else {
        return false;
    };
    schema::in_english(entries.iter().filter_map(|(key, _)| match &key.value {
        Value::Scalar(name) => Some(name.as_str()),
        _ => None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{FieldStep, FieldValue};

    fn titled(text: &str) -> String {
        let path = vec![FieldStep::Field("titre".to_owned())];
        let change = FieldChange::Set(path, FieldValue::Text("Aide".to_owned()));
        change_fields(text, &[change]).unwrap()
    }

    #[test]
    fn the_fields_of_any_page_change() {
        for (before, after) in [
            ("Un texte.\n", "---\ntitre: Aide\n---\nUn texte.\n"),
            ("", "---\ntitre: Aide\n---\n"),
            (
                "---\n---\nUn texte.\n",
                "---\ntitre: Aide\n---\nUn texte.\n",
            ),
            (
                "---\nTitle: x # y\n---\n\nUn\n---\ntexte: 1",
                "---\nTitle: Aide # y\n---\n\nUn\n---\ntexte: 1",
            ),
            (
                "\n---\ntitre: x\n...\nUn texte.\n",
                "\n---\ntitre: Aide\n...\nUn texte.\n",
            ),
            // A line that is missing is another matter.
            (
                "---\ntitre: x\n\nUn texte.\n",
                "---\ntitre: Aide\n\nUn texte.\n",
            ),
            (
                "titre: x\n---\nUn texte.\n",
                "titre: Aide\n---\nUn texte.\n",
            ),
        ] {
            assert_eq!(titled(before), after, "{before}");
        }
    }

    #[test]
    fn fields_are_english_or_french() {
        assert!(has_english_fields("---\ntitle: x\n---\n"));
        for french in ["---\ntitre: x\n---\n", "---\n---\n", "x", ""] {
            assert!(!has_english_fields(french), "{french}");
        }
    }
}
