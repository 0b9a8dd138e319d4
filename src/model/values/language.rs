//! The language of a page, by its code or its name.

use serde_json::{Value as Json, json};

use crate::diagnostics::{Code, Diagnostic, nearest_by};
use crate::language::{Language, Named};
use crate::model::decoder::Decoder;
use crate::model::record::{Decode, FieldInput};
use crate::spelling::fold_key;
use crate::yaml::Node;

impl Decode for Language {
    const INPUT: FieldInput = FieldInput::Language;

    const IS_WORD: bool = true;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(node, "text")?;
        match Self::named(text) {
            Some(Named::Code(language)) => Some(language),
            Some(Named::Otherwise(language)) => {
                decoder.as_meant(node, "language", language.as_str());
                Some(language)
            }
            None => {
                let diagnostic = Diagnostic::new(Code::BadLanguage, decoder.location(node));
                let diagnostic = diagnostic.with("value", text);
                let near = nearest_by(&fold_key(text), Self::names(), fold_key);
                let near = near.and_then(Self::named).map(Named::language);
                decoder.report(match near {
                    Some(near) => diagnostic
                        .with("nearest", near.as_str())
                        .help("help-nearest"),
                    None => diagnostic,
                });
                None
            }
        }
    }

    fn schema() -> Json {
        json!({ "type": "string", "pattern": "^[a-z]{2,3}$" })
    }
}
