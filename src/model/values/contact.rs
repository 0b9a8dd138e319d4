//! The parts of a contact point other than its telephone: postal and web addresses.

use serde_json::{Value as Json, json};

use super::clean;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::decoder::Decoder;
use crate::model::record::{Decode, FieldInput, Inner};
use crate::record;
use crate::spelling::fold_key;
use crate::yaml::{Node, Value};

record! {
    /// The parts of a postal address, in whichever order they are written.
    pub struct AddressParts {
        /// The building, entrance, floor.
        "building" | "bâtiment" => building: Option<String>,
        /// The number and the street.
        "street" | "rue" => street: Option<String>,
        /// The place or the post-office box.
        "box" | "lieu-dit" | "boîte-postale" => mail_box: Option<String>,
        /// The postcode.
        "postcode" | "code-postal" => postcode: String,
        /// The town.
        "town" | "ville" | "commune" => town: String,
        /// The country, where it is another.
        "country" | "pays" => country: Option<String>,
    }
}

impl AddressParts {
    /// Whether it is in France, as an address without a country is.
    pub fn is_in_france(&self) -> bool {
        let country = self.country.as_deref();
        country.is_none_or(|country| fold_key(country) == "france")
    }

    /// The lines of an envelope below the name, in the order of NF Z10-011: from the particular to the general.
    fn lines(self) -> Vec<String> {
        let town = format!("{} {}", self.postcode, self.town);
        let lines = [
            self.building,
            self.street,
            self.mail_box,
            Some(town),
            self.country,
        ];
        lines.into_iter().flatten().collect()
    }
}

/// A postal address: its lines, from the name of the street to the postcode and town.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PostalAddress {
    /// Lines in postal order.
    pub lines: Vec<String>,
}

/// The lines of an address written on one: `12 rue du Lac, 35000 Rennes`, with or without the comma. An
/// address whose postcode is missing, or not at the start of the last line, stays as it is.
fn lines_of(text: &str) -> Vec<String> {
    let is_postcode = |at: &usize| {
        let before = text[..*at].chars().next_back();
        let digits = text[*at..].bytes().take_while(u8::is_ascii_digit).count();
        let after = text.get(at + digits..).unwrap_or_default();
        before.is_some_and(char::is_whitespace)
            && digits == 5
            && after.trim_start().starts_with(char::is_alphabetic)
            && after.starts_with(char::is_whitespace)
    };
    let starts: Vec<usize> = text
        .char_indices()
        .filter(|(_, c)| c.is_ascii_digit())
        .map(|(at, _)| at)
        .filter(is_postcode)
        .collect();
    let [postcode] = starts.as_slice() else {
        return vec![text.to_owned()];
    };
    let (street, town) = text.split_at(*postcode);
    let street =
        street.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '–'));
    let last = street.rsplit([' ', ',']).next().unwrap_or_default();
    if street.is_empty() || matches!(last.to_uppercase().as_str(), "BP" | "CS" | "TSA" | "CEDEX") {
        return vec![text.to_owned()];
    }
    let mut lines: Vec<String> = Vec::new();
    for part in street.split(", ").map(str::trim) {
        match lines.last_mut() {
            // `12, rue du Lac`
            Some(line) if line.starts_with(|c: char| c.is_ascii_digit()) && !line.contains(' ') => {
                *line = format!("{line}, {part}");
            }
            _ => lines.push(part.to_owned()),
        }
    }
    // A country follows the town.
    lines.extend(town.split(", ").map(|part| part.trim().to_owned()));
    lines
}

impl PostalAddress {
    /// The parts of a French address; `None` if no line begins with a postcode. What is neither the street, nor a post-office
    /// box, nor the town is given as the building.
    pub fn parts(&self) -> Option<AddressParts> {
        let is_town = |line: &String| {
            let (postcode, town) = line.split_once(' ').unwrap_or_default();
            postcode.len() == 5 && postcode.bytes().all(|b| b.is_ascii_digit()) && !town.is_empty()
        };
        let at = self.lines.iter().rposition(is_town)?;
        let (postcode, town) = self.lines[at].split_once(' ')?;
        let is_box = |line: &&String| {
            ["BP ", "CS ", "TSA "]
                .iter()
                .any(|begins| line.starts_with(begins))
        };
        let mut rest: Vec<&String> = self.lines[..at].iter().collect();
        let take =
            |rest: &mut Vec<&String>, at: Option<usize>| at.map(|at| rest.remove(at).clone());
        let mail_box = rest.iter().position(is_box);
        let mail_box = take(&mut rest, mail_box);
        let has_number = |line: &&String| line.starts_with(|c: char| c.is_ascii_digit());
        let street = rest.iter().rposition(has_number);
        let street = street.or(rest.len().checked_sub(1));
        let street = take(&mut rest, street);
        let joined = |lines: &[&String]| {
            let lines: Vec<&str> = lines.iter().map(|line| line.as_str()).collect();
            (!lines.is_empty()).then(|| lines.join(", "))
        };
        let after: Vec<&String> = self.lines[at + 1..].iter().collect();
        Some(AddressParts {
            building: joined(&rest),
            street,
            mail_box,
            postcode: postcode.to_owned(),
            town: town.trim().to_owned(),
            country: joined(&after),
        })
    }
}

impl Decode for PostalAddress {
    const INPUT: FieldInput = FieldInput::Address;

    const TAKES_LINES: bool = true;
    const FIELDS: Option<Inner> = AddressParts::FIELDS;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let lines = match &node.value {
            Value::Scalar(text) if text.trim().contains('\n') => text.lines().map(clean).collect(),
            Value::Scalar(text) => lines_of(&clean(text)),
            Value::Sequence(items) => items
                .iter()
                .filter_map(|item| decoder.text(item, "address").map(clean))
                .collect::<Vec<_>>(),
            Value::Mapping(_) => decoder.record::<AddressParts>(node)?.lines(),
            Value::Null => {
                decoder.wrong_type(node, "address");
                return None;
            }
        };
        Some(Self {
            lines: lines.into_iter().filter(|line| !line.is_empty()).collect(),
        })
    }

    fn schema() -> Json {
        let lines = json!({ "type": "array", "items": { "type": "string" } });
        json!({ "anyOf": [{ "type": "string" }, lines, AddressParts::schema()] })
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

    /// Reads an address without `https://`, as on paper: `www.example.org/page`, `example.org`.
    pub fn without_scheme(text: &str) -> Option<Self> {
        let text = text.trim().trim_start_matches('/');
        let host = text.split(['/', '?', '#', ':']).next().unwrap_or_default();
        let ending = host.rsplit('.').next().unwrap_or_default();
        let is_host = host.contains('.')
            && ending.len() >= 2
            && ending.chars().all(char::is_alphabetic)
            && !host.split('.').any(str::is_empty);
        is_host.then(|| Self::parse(&format!("https://{text}")))?
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as people copy it from paper: without scheme and trailing slash.
    pub fn short(&self) -> &str {
        let rest = self.0.split_once("://").map_or(&*self.0, |(_, rest)| rest);
        let rest = rest.strip_prefix("www.").unwrap_or(rest);
        rest.strip_suffix('/').unwrap_or(rest)
    }
}

impl Decode for Url {
    const INPUT: FieldInput = FieldInput::Web;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let text = decoder.text(node, "url")?;
        if let Some(url) = Self::parse(text) {
            return Some(url);
        }
        let meant = Self::without_scheme(text);
        match &meant {
            Some(url) => decoder.as_meant(node, "url", url.as_str()),
            None => {
                let diagnostic = Diagnostic::new(Code::BadUrl, decoder.location(node));
                decoder.report(diagnostic.with("value", text));
            }
        }
        meant
    }

    fn schema() -> Json {
        json!({ "type": "string", "format": "uri" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_taken_apart_as_it_is_put_together() {
        let parts = |lines: &[&str]| {
            let lines = lines.iter().map(|line| (*line).to_owned()).collect();
            PostalAddress { lines }.parts()
        };
        let owned = |text: &str| Some(text.to_owned());
        let all = parts(&[
            "Bâtiment B",
            "3 rue du Lac",
            "BP 12",
            "35000 Rennes",
            "France",
        ]);
        let expected = AddressParts {
            building: owned("Bâtiment B"),
            street: owned("3 rue du Lac"),
            mail_box: owned("BP 12"),
            postcode: "35000".to_owned(),
            town: "Rennes".to_owned(),
            country: owned("France"),
        };
        assert!(expected.is_in_france());
        assert_eq!(all, Some(expected.clone()));
        assert_eq!(
            expected.lines(),
            [
                "Bâtiment B",
                "3 rue du Lac",
                "BP 12",
                "35000 Rennes",
                "France"
            ]
        );
        let abroad = parts(&["Platz 1", "10115 Berlin", "Allemagne"]).unwrap();
        assert!(!abroad.is_in_france());
        let place = parts(&["Place de la Mairie", "35000 Rennes"]).unwrap();
        assert_eq!(
            (place.street, place.building),
            (owned("Place de la Mairie"), None)
        );
        let town = parts(&["TSA 12345", "75200 Paris Cedex 16"]).unwrap();
        assert_eq!((town.mail_box, town.street), (owned("TSA 12345"), None));
        assert_eq!(town.town, "Paris Cedex 16");
        for none in [
            &[][..],
            &["Rennes"],
            &["35000"],
            &["1 rue du Lac", "B-1000 Bruxelles"],
        ] {
            assert_eq!(parts(none), None, "{none:?}");
        }
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
        let read = |text| Url::without_scheme(text).map(|url| url.0);
        let whole = Some("https://www.example.org/a".to_owned());
        assert_eq!(read("www.example.org/a"), whole);
        assert_eq!(read("//www.example.org/a"), whole);
        for not in [
            "javascript:alert(1)",
            "a@b.fr",
            "mairie",
            "v2.0",
            "a..fr",
            "voir www.a.fr",
        ] {
            assert_eq!(read(not), None, "{not}");
        }
    }
}
