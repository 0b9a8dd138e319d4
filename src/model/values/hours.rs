//! Opening hours as an editor writes them.

use std::borrow::Cow;

use serde_json::{Value as Json, json};

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::model::decoder::Decoder;
use crate::model::hours::Hours;
use crate::model::hours::words::{self, UnreadHours};
use crate::model::record::{Decode, FieldInput};
use crate::yaml::{Node, Value};

impl Decode for Hours {
    const INPUT: FieldInput = FieldInput::Hours;

    const TAKES_LINES: bool = true;
    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let written = text(node, decoder)?;
        match Self::read(&written) {
            Ok(hours) => Some(hours),
            Err(unread) => {
                decoder.report(unread_hours(&written, &unread, decoder.location(node)));
                None
            }
        }
    }

    fn schema() -> Json {
        let text = json!({ "type": "string" });
        let days = json!({ "type": "object", "additionalProperties": { "type": "string" } });
        json!({ "anyOf": [text, { "type": "array", "items": text }, days] })
    }
}

/// The diagnostic for hours that were not understood.
pub fn unread_hours(written: &str, unread: &UnreadHours, location: Location) -> Diagnostic {
    let part = words::unread_part(written);
    // The cases that can name the part have a message for that.
    let in_part = |whole, of_part| if part.is_some() { of_part } else { whole };
    let (case, part, help) = match unread {
        UnreadHours::Word(word) => ("word", word.as_str(), "help"),
        UnreadHours::Date(date) => ("date", date.as_str(), "help-date"),
        UnreadHours::Incomplete => (
            in_part("incomplete", "incomplete-part"),
            part.unwrap_or_default(),
            "help",
        ),
        UnreadHours::Except => (
            in_part("except", "except-part"),
            part.unwrap_or_default(),
            "help-except",
        ),
        UnreadHours::Half => (
            in_part("half", "half-part"),
            part.unwrap_or_default(),
            "help-half",
        ),
        UnreadHours::Twice => (
            in_part("twice", "twice-part"),
            part.unwrap_or_default(),
            "help-twice",
        ),
        UnreadHours::Until => (
            in_part("until", "until-part"),
            part.unwrap_or_default(),
            "help-until",
        ),
        UnreadHours::Season => (
            in_part("season", "season-part"),
            part.unwrap_or_default(),
            "help-season",
        ),
        UnreadHours::EveryOther => (
            in_part("every-other", "every-other-part"),
            part.unwrap_or_default(),
            "help-every-other",
        ),
    };
    Diagnostic::new(Code::BadHours, location)
        .with("value", written)
        .with("case", case)
        .with("part", part)
        .help(help)
}

/// One text of hours written as a list, or day by day as keys and values.
fn text<'n>(node: &'n Node, decoder: &mut Decoder) -> Option<Cow<'n, str>> {
    let parts: Option<Vec<String>> = match &node.value {
        Value::Scalar(text) => return Some(Cow::Borrowed(text)),
        Value::Sequence(items) => items
            .iter()
            .map(|item| text(item, decoder).map(Cow::into_owned))
            .collect(),
        Value::Mapping(entries) => entries
            .iter()
            .map(|(day, hours)| {
                let day = decoder.text(day, "hours")?.to_owned();
                let hours = text(hours, decoder)?;
                Some(format!("{day} : {hours}"))
            })
            .collect(),
        Value::Null => {
            decoder.wrong_type(node, "hours");
            None
        }
    };
    Some(Cow::Owned(parts?.join("; ")))
}
