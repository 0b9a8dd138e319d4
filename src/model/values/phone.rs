//! Telephone numbers: how they are read, printed and dialled, and what a call costs.

use serde_json::{Value as Json, json};

use super::Placed;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::decoder::Decoder;
use crate::model::record::Decode;
use crate::record;
use crate::yaml::Node;

/// A telephone number: its digits, with a leading `+` where it is international.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phone {
    digits: String,
}

impl Phone {
    /// Reads a number written with spaces, dots, dashes or brackets; between 2 digits (`17`, `39 39`) and 15
    /// (ITU-T E.164's longest).
    pub fn parse(text: &str) -> Option<Self> {
        let mut digits = String::new();
        for c in text.trim().replace("(0)", "").chars() {
            match c {
                '0'..='9' => digits.push(c),
                '+' if digits.is_empty() => digits.push('+'),
                ' ' | '.' | '-' | '(' | ')' | '/' | '\u{a0}' | '\u{202f}' => {}
                _ => return None,
            }
        }
        let count = digits.trim_start_matches('+').len();
        (2..=15).contains(&count).then_some(Self { digits })
    }

    /// The number as people read it aloud: pairs in the French national form, `39 39`, `112`, or international.
    pub fn printed(&self) -> String {
        let national = self.national();
        let pairs = |digits: &str| {
            let characters: Vec<char> = digits.chars().collect();
            let pairs: Vec<String> = characters
                .chunks(2)
                .map(|pair| pair.iter().collect())
                .collect();
            pairs.join(" ")
        };
        match national.as_bytes() {
            // Toll-free and shared-cost numbers are grouped 0 800 123 456 (ARCEP's numbering plan, 08 numbers).
            [b'0', b'8', b'0' | b'1' | b'2' | b'9', ..] if national.len() == 10 => {
                let (head, tail) = (&national[1..4], &national[4..]);
                format!("0 {head} {} {}", &tail[..3], &tail[3..])
            }
            [b'0', ..] if national.len() == 10 => pairs(&national),
            [b'+', ..] => {
                let (head, tail) = national.split_at(3.min(national.len()));
                format!("{head} {}", pairs(tail))
            }
            _ if national.len() == 4 => pairs(&national),
            _ => national,
        }
    }

    /// The target of a `tel:` link (RFC 3966): French ten-digit numbers become international, short ones stay.
    pub fn link(&self) -> String {
        match self.digits.strip_prefix('0') {
            Some(rest) if self.digits.len() == 10 => format!("tel:+33{rest}"),
            _ => format!("tel:{}", self.digits),
        }
    }
}

/// What a call costs, as far as the number tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tariff {
    /// Nothing.
    Free,
    /// What any call costs.
    Ordinary,
    /// More than an ordinary call.
    Premium,
    /// One or the other: the number does not tell.
    Unknown,
}

impl Phone {
    /// What a call costs, after the French numbering plan (ARCEP, decision 2018-0881 as amended, chapter on value-added
    /// services): 0800 to 0805 and 30xx, 31xx are free, 0806 to 0809 cost an ordinary call, 081, 082, 089 and 118 xyz more;
    /// the other numbers of four digits that begin with 3 may be any of these. Of three digits are emergency and
    /// social services, all free.
    pub fn tariff(&self) -> Tariff {
        let national = self.national();
        if national.starts_with('+') {
            return Tariff::Ordinary;
        }
        let begins = |prefixes: &[&str]| prefixes.iter().any(|prefix| national.starts_with(prefix));
        match national.len() {
            2 | 3 => Tariff::Free,
            4 if begins(&["30", "31"]) => Tariff::Free,
            4 if begins(&["3"]) => Tariff::Unknown,
            6 if begins(&["116"]) => Tariff::Free,
            6 if begins(&["118"]) => Tariff::Premium,
            10 if begins(&["0800", "0801", "0802", "0803", "0804", "0805"]) => Tariff::Free,
            10 if begins(&["081", "082", "089"]) => Tariff::Premium,
            _ => Tariff::Ordinary,
        }
    }

    /// The digits as they are dialled in France; those of other countries with their `+`.
    fn national(&self) -> String {
        match self.digits.strip_prefix("+33") {
            Some(rest) if rest.len() == 9 => format!("0{rest}"),
            _ => self.digits.clone(),
        }
    }
}

record! {
    /// A telephone number of a contact point.
    pub struct PhoneNumber {
        shorthand "number";
        /// The number.
        "number" | "numéro" => number: Placed<Phone>,
        /// What a call costs.
        "price" | "prix" => price: Option<String>,
        /// Whom one reaches, such as the registry office.
        "label" | "libellé" => label: Option<String>,
    }
}

impl Decode for Phone {
    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(node, "phone")?;
        let phone = Self::parse(text);
        if phone.is_none() {
            let diagnostic = Diagnostic::new(Code::BadPhone, decoder.location(node));
            decoder.report(diagnostic.with("value", text));
        }
        phone
    }

    fn schema() -> Json {
        json!({ "type": ["string", "integer"] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_are_printed_as_they_are_read_aloud() {
        let both = |text| Phone::parse(text).map(|phone| (phone.printed(), phone.link()));
        let pair = |printed: &str, link: &str| Some((printed.to_owned(), link.to_owned()));
        assert_eq!(
            both("0199000000"),
            pair("01 99 00 00 00", "tel:+33199000000")
        );
        assert_eq!(
            both("+33 (0)1 99 00 00 00"),
            pair("01 99 00 00 00", "tel:+33199000000")
        );
        assert_eq!(both("3939"), pair("39 39", "tel:3939"));
        assert_eq!(both("112"), pair("112", "tel:112"));
        assert_eq!(
            both("0800 123 456"),
            pair("0 800 123 456", "tel:+33800123456")
        );
        assert_eq!(
            both("+32 2 123 45 67"),
            pair("+32 21 23 45 67", "tel:+3221234567")
        );
        assert_eq!(both("demander à l’accueil"), None);
        assert_eq!(both("javascript:1"), None);
    }

    #[test]
    fn a_number_tells_what_a_call_costs() {
        let tariff = |text| Phone::parse(text).unwrap().tariff();
        for free in [
            "0 800 123 456",
            "+33 805 12 34 56",
            "30 00",
            "17",
            "112",
            "116 117",
        ] {
            assert_eq!(tariff(free), Tariff::Free, "{free}");
        }
        for premium in [
            "0 811 901 801",
            "08 92 00 00 00",
            "+33 892 00 00 00",
            "118 000",
        ] {
            assert_eq!(tariff(premium), Tariff::Premium, "{premium}");
        }
        for ordinary in ["01 99 00 00 10", "0 806 000 225", "+32 2 123 45 67"] {
            assert_eq!(tariff(ordinary), Tariff::Ordinary, "{ordinary}");
        }
        assert_eq!(tariff("39 39"), Tariff::Unknown);
    }
}
