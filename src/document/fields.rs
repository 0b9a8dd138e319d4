//! The fields of a page as values, for whoever does not read YAML; and changes to them, which change nothing else of its
//! file.

use std::ops::Range;
use std::sync::Arc;

use super::fences::split;
use crate::diagnostics::TextFile;
use crate::edit::{self, FieldChange, FieldError, FieldStep, FieldValue};
use crate::model::schema::{self, Names};
use crate::yaml::{self, Node, Value};

/// The fields of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenFields {
    /// Their values, in their order and with their names as written.
    pub values: FieldValue,
    /// Where the text below them begins.
    pub body: usize,
    /// The bytes of each field and item, with the steps that lead to it: those inside come after those around them.
    places: Vec<(Range<usize>, Vec<FieldStep>)>,
}

impl WrittenFields {
    /// Reads the front matter of a page. What cannot be read is left out.
    pub fn of_page(text: &str) -> Self {
        let file = Arc::new(TextFile::new("", text));
        let parts = split(&file, &mut Vec::new());
        match parts.front {
            Some(front) => Self::between(text, front, parts.body.start),
            None => Self {
                values: FieldValue::Record(Vec::new()),
                body: parts.body.start,
                places: Vec::new(),
            },
        }
    }

    /// Reads a file that is fields from beginning to end.
    pub fn of_yaml(text: &str) -> Self {
        Self::between(text, 0..text.len(), text.len())
    }

    fn between(text: &str, front: Range<usize>, body: usize) -> Self {
        let reading = yaml::read(text.get(front.clone()).unwrap_or_default(), &Names);
        let values = match reading.node.value {
            Value::Mapping(_) => FieldValue::of(&reading.node),
            _ => None,
        };
        let mut places = Vec::new();
        note_places(&reading.node, front.start, &mut Vec::new(), &mut places);
        Self {
            values: values.unwrap_or_else(|| FieldValue::Record(Vec::new())),
            body,
            places,
        }
    }

    /// The steps to the innermost field or item around a byte of the text; `None` in none.
    pub fn at(&self, byte: usize) -> Option<&[FieldStep]> {
        let mut inside = self.places.iter().rev();
        let is_around = |span: &Range<usize>| span.start <= byte && byte <= span.end;
        let found = inside.find(|(span, _)| is_around(span));
        found.map(|(_, steps)| steps.as_slice())
    }
}

/// Adds where the fields and items inside a node are.
fn note_places(
    node: &Node,
    offset: usize,
    steps: &mut Vec<FieldStep>,
    places: &mut Vec<(Range<usize>, Vec<FieldStep>)>,
) {
    let mut inside = |step: FieldStep, start: usize, value: &Node, places: &mut Vec<_>| {
        steps.push(step);
        places.push((offset + start..offset + value.span.end, steps.clone()));
        note_places(value, offset, steps, places);
        steps.pop();
    };
    match &node.value {
        Value::Mapping(entries) => {
            for (key, value) in entries {
                if let Value::Scalar(name) = &key.value {
                    let step = FieldStep::Field(name.clone());
                    inside(step, key.span.start, value, places);
                }
            }
        }
        Value::Sequence(items) => {
            for (index, item) in items.iter().enumerate() {
                inside(FieldStep::Item(index), item.span.start, item, places);
            }
        }
        Value::Null | Value::Scalar(_) => {}
    }
}

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
    fn a_place_in_a_text_is_in_a_field() {
        let text =
            "---\ntitre: A\nvoies:\n  téléphone:\n    - 39 39\n    - lieu: caf\n---\nUn texte.\n";
        let fields = WrittenFields::of_page(text);
        assert_eq!(text.get(fields.body..), Some("Un texte.\n"));
        let field = |name: &str| FieldStep::Field(name.to_owned());
        let at = |words: &str| fields.at(text.find(words).unwrap()).map(<[_]>::to_vec);
        assert_eq!(at("A\n"), Some(vec![field("titre")]));
        let lines = || vec![field("voies"), field("téléphone")];
        let number = [lines(), vec![FieldStep::Item(0)]].concat();
        assert_eq!(at("39 39"), Some(number));
        let counter = [lines(), vec![FieldStep::Item(1), field("lieu")]].concat();
        assert_eq!(at("caf"), Some(counter));
        assert_eq!(at("Un texte"), None);
        let settings = WrittenFields::of_yaml("titre: Essai\n");
        assert_eq!(settings.at(8), Some(&[field("titre")][..]));
        assert_eq!(WrittenFields::of_page("Un texte.").body, 0);
    }

    #[test]
    fn fields_are_english_or_french() {
        assert!(has_english_fields("---\ntitle: x\n---\n"));
        for french in ["---\ntitre: x\n---\n", "---\n---\n", "x", ""] {
            assert!(!has_english_fields(french), "{french}");
        }
    }
}
