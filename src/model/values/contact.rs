//! What a contact point is made of: telephone numbers, opening hours, postal and web addresses.

use opening_hours_syntax::rules::OpeningHoursExpression;
use serde_json::{Value as Json, json};

use super::clean;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::decoder::Decoder;
use crate::model::record::Decode;
use crate::yaml::{Node, Value};

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
        let national = match self.digits.strip_prefix("+33") {
            Some(rest) if rest.len() == 9 => format!("0{rest}"),
            _ => self.digits.clone(),
        };
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

/// Opening hours in the OSM `opening_hours` syntax.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hours {
    /// As the editor wrote them; JSON-LD takes them so.
    pub written: String,
    /// Parsed.
    pub expression: OpeningHoursExpression,
}

impl Default for Hours {
    fn default() -> Self {
        Self {
            written: String::new(),
            expression: OpeningHoursExpression { rules: Vec::new() },
        }
    }
}

impl Decode for Hours {
    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        // A page of text is not opening hours, and the parser need not read it to know.
        const LONGEST: usize = 500;
        let written = decoder.text(node, "hours")?.trim();
        let parsed = (written.len() <= LONGEST)
            .then(|| opening_hours_syntax::parse(written).ok())
            .flatten();
        match parsed {
            Some(expression) => Some(Self {
                written: written.to_owned(),
                expression,
            }),
            None => {
                let diagnostic = Diagnostic::new(Code::BadHours, decoder.location(node));
                decoder.report(diagnostic.with("value", written));
                None
            }
        }
    }

    fn schema() -> Json {
        json!({ "type": "string" })
    }
}

/// A postal address: its lines, from the name of the street to the postcode and town.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostalAddress {
    /// Lines in postal order.
    pub lines: Vec<String>,
}

impl Decode for PostalAddress {
    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let lines = match &node.value {
            Value::Scalar(text) => text.lines().map(clean).collect(),
            Value::Sequence(items) => items
                .iter()
                .filter_map(|item| decoder.text(item, "address").map(clean))
                .collect::<Vec<_>>(),
            _ => {
                decoder.wrong_type(node, "address");
                return None;
            }
        };
        Some(Self {
            lines: lines.into_iter().filter(|line| !line.is_empty()).collect(),
        })
    }

    fn schema() -> Json {
        json!({ "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] })
    }
}

/// A web address, `https:` or `http:`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Url(String);

impl Url {
    /// Reads an absolute `http(s)` address with a host and without spaces or control characters.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let rest = text
            .strip_prefix("https://")
            .or_else(|| text.strip_prefix("http://"))?;
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let unsafe_character = |c: char| {
            c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\' | '`')
        };
        let sound = !host.is_empty()
            && host
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']'))
            && !text.contains(unsafe_character);
        sound.then(|| Self(text.to_owned()))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as people copy it from paper: without its scheme and last slash.
    pub fn short(&self) -> &str {
        let rest = self.0.split_once("://").map_or(&*self.0, |(_, rest)| rest);
        let rest = rest.strip_prefix("www.").unwrap_or(rest);
        rest.strip_suffix('/').unwrap_or(rest)
    }
}

impl Decode for Url {
    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(node, "url")?;
        let url = Self::parse(text);
        if url.is_none() {
            let diagnostic = Diagnostic::new(Code::BadUrl, decoder.location(node));
            decoder.report(diagnostic.with("value", text));
        }
        url
    }

    fn schema() -> Json {
        json!({ "type": "string", "format": "uri" })
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
    fn a_url_is_http_with_a_host() {
        assert!(Url::parse("https://example.org/a?b=c#d").is_some());
        for bad in [
            "javascript:alert(1)",
            "https://",
            "//x",
            "example.org",
            "https://a b",
            "https://x\"y",
        ] {
            assert_eq!(Url::parse(bad), None, "{bad}");
        }
    }
}
