//! The official numbers of forms.

use serde_json::{Value as Json, json};

use super::clean;
use crate::model::decoder::Decoder;
use crate::model::record::Decode;
use crate::yaml::Node;

/// The number of a form.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormNumber {
    /// As printed on the form, without the word Cerfa.
    pub number: String,
    /// What the number says, if it is of the national register.
    pub cerfa: Option<Cerfa>,
}

/// What a number of the national register of forms (Cerfa) says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cerfa {
    /// Whether it is a notice explaining a form (`#`) rather than a form (`*`).
    pub is_notice: bool,
    /// Its edition, counted from 1.
    pub edition: Option<u8>,
}

impl FormNumber {
    /// Reads a number. `12100*02`, `Cerfa n° 12100*02`, `cerfa_12100-02` and `12100` alone are of the
    /// national register: five digits, then `*` or `#` and two digits for the edition. Any other text is kept
    /// as a number of its own.
    pub fn parse(text: &str) -> Self {
        let bare = clean(text);
        let mut rest = bare.as_str();
        for word in [
            "formulaire",
            "form",
            "cerfa",
            "numéro",
            "number",
            "n°",
            "no.",
        ] {
            let begins = rest
                .get(..word.len())
                .is_some_and(|start| start.to_lowercase() == word);
            if begins {
                rest = rest[word.len()..].trim_start_matches([' ', '_', '\u{a0}', '\u{202f}', ':']);
            }
        }
        match cerfa(rest) {
            Some((number, cerfa)) => Self {
                number,
                cerfa: Some(cerfa),
            },
            None => Self {
                number: bare,
                cerfa: None,
            },
        }
    }
}

/// The number as printed on the form, and what it says.
fn cerfa(text: &str) -> Option<(String, Cerfa)> {
    let digits = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    if digits != 5 {
        return None;
    }
    let (number, rest) = text.split_at(digits);
    let mut edition = rest.trim_start().chars();
    let mark = edition.next();
    let edition = edition.as_str().trim();
    let is_notice = mark == Some('#');
    let edition = match mark {
        None => None,
        Some('*' | '#' | '-' | '/') => {
            Some(edition.parse::<u8>().ok().filter(|edition| *edition > 0)?)
        }
        Some(_) => return None,
    };
    let mark = if is_notice { '#' } else { '*' };
    let number = match edition {
        Some(edition) => format!("{number}{mark}{edition:02}"),
        None => number.to_owned(),
    };
    Some((number, Cerfa { is_notice, edition }))
}

impl Decode for FormNumber {
    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        decoder.text(node, "text").map(Self::parse)
    }

    fn schema() -> Json {
        json!({ "type": ["string", "integer"] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_national_register_are_recognised_however_they_are_written() {
        let edition = Some(2);
        let form = Some(Cerfa {
            is_notice: false,
            edition,
        });
        for written in [
            "12100*02",
            "Cerfa n° 12100*02",
            "cerfa_12100-02",
            "n°12100 * 2",
            "CERFA 12100/02",
        ] {
            let read = FormNumber::parse(written);
            assert_eq!(
                (read.number.as_str(), read.cerfa),
                ("12100*02", form),
                "{written}"
            );
        }
        let notice = FormNumber::parse("51434#08").cerfa;
        assert_eq!(
            notice,
            Some(Cerfa {
                is_notice: true,
                edition: Some(8)
            })
        );
        let bare = FormNumber::parse("12100");
        assert_eq!(
            bare.cerfa,
            Some(Cerfa {
                is_notice: false,
                edition: None
            })
        );
        for other in ["S 3704", "2042", "12100*00", "12100*999", "121001*02", "P0"] {
            let read = FormNumber::parse(other);
            assert_eq!((read.number.as_str(), read.cerfa), (other, None));
        }
    }
}
