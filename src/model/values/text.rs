//! Plain values: text, yes or no, whole numbers.

use serde_json::{Value as Json, json};

use crate::diagnostics::Location;
use crate::invisible;
use crate::model::decoder::Decoder;
use crate::model::record::{ChoiceNames, Decode, FieldInput, Inner};
use crate::spelling::find;
use crate::yaml::Node;

/// The text without invisible characters; keeps line ends and tabs.
pub fn clean(text: &str) -> String {
    invisible::read(text).trim().to_owned()
}

impl Decode for String {
    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let sentence = decoder.sentence_of_text(node);
        let node = sentence.as_ref().unwrap_or(node);
        let text = decoder.text(node, "text").map(clean)?;
        decoder.keep_words(node);
        Some(text)
    }

    fn schema() -> Json {
        json!({ "type": "string" })
    }
}

/// A word under which a page is found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keyword(pub String);

impl std::ops::Deref for Keyword {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Decode for Keyword {
    const INPUT: FieldInput = FieldInput::Words;

    const IS_WORD: bool = true;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        String::decode(node, decoder).map(Self)
    }

    fn schema() -> Json {
        String::schema()
    }
}

/// What a question of yes or no is answered with.
const ANSWERS: &[(&str, bool)] = &[
    ("true", true),
    ("false", false),
    ("oui", true),
    ("non", false),
    ("vrai", true),
    ("faux", false),
    ("yes", true),
    ("no", false),
];

impl Decode for bool {
    const INPUT: FieldInput = FieldInput::YesNo;

    const CHOICES: Option<ChoiceNames> = Some(|french| match french {
        true => vec!["oui", "non"],
        false => vec!["yes", "no"],
    });

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let answer = find(ANSWERS, decoder.text(node, "bool")?);
        if answer.is_none() {
            decoder.wrong_type(node, "bool");
        }
        answer
    }

    fn schema() -> Json {
        json!({ "enum": [true, false, "oui", "non", "vrai", "faux", "yes", "no"] })
    }
}

impl Decode for u32 {
    const INPUT: FieldInput = FieldInput::Number;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let number = decoder
            .text(node, "number")?
            .replace(['_', ' '], "")
            .parse();
        if number.is_err() {
            decoder.wrong_type(node, "number");
        }
        number.ok()
    }

    fn schema() -> Json {
        json!({ "type": "integer", "minimum": 0 })
    }
}

/// A text with its position, for what can only be checked against the whole site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Located {
    /// What was written.
    pub text: String,
    /// Where it was written.
    pub location: Location,
}

impl Decode for Located {
    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(node, "text").map(clean)?;
        let location = decoder.location(node);
        Some(Self { text, location })
    }

    fn schema() -> Json {
        String::schema()
    }
}

/// A value with its position, for what can only be checked against the rest of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Placed<T> {
    /// The value.
    pub value: T,
    /// Where it was written.
    pub location: Location,
}

impl<T: Decode> Decode for Placed<T> {
    const INPUT: FieldInput = T::INPUT;
    const IS_WORD: bool = T::IS_WORD;
    const FIELDS: Option<Inner> = T::FIELDS;
    const CHOICES: Option<ChoiceNames> = T::CHOICES;
    const IS_LIST: bool = T::IS_LIST;
    const TAKES_LINES: bool = T::TAKES_LINES;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let location = decoder.location(node);
        let value = T::decode(node, decoder)?;
        Some(Self { value, location })
    }

    fn schema() -> Json {
        T::schema()
    }
}
