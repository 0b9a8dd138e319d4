//! Where a place is on the earth.

use serde_json::{Value as Json, json};

use crate::model::decoder::Decoder;
use crate::model::record::{Decode, FieldInput};
use crate::yaml::{Node, Value};

/// A point on the earth, in degrees (WGS 84).
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Coordinates {
    /// North of the equator; south of it, negative.
    pub latitude: f64,
    /// East of Greenwich; west of it, negative.
    pub longitude: f64,
}

impl Coordinates {
    /// The point of these degrees; `None` if the earth has none.
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let is_on_earth = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
        is_on_earth.then_some(Self {
            latitude,
            longitude,
        })
    }

    /// Reads latitude and longitude: `48.04, -1.60`, `48.04 -1.60`, `48,04 ; -1,60`, `geo:48.04,-1.60` (RFC 5870).
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix("geo:").unwrap_or(text);
        let parts: Vec<&str> = match (text.contains(';'), text.matches(',').count()) {
            (true, _) => text.split(';').collect(),
            (false, 1) if !text.contains(", ") && text.contains(' ') => text.split(' ').collect(),
            (false, 1) => text.split(',').collect(),
            (false, 3) => text.split(", ").collect(),
            (false, _) => text.split_whitespace().collect(),
        };
        let [latitude, longitude] = parts.as_slice() else {
            return None;
        };
        Self::new(degrees(latitude)?, degrees(longitude)?)
    }
}

/// A number of degrees, with a point or a comma.
fn degrees(text: &str) -> Option<f64> {
    const LONGEST: usize = 24;
    let text = text.trim().replace(',', ".").replace('\u{2212}', "-");
    let is_plain = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+');
    let is_number = text.len() <= LONGEST && text.chars().all(is_plain);
    is_number.then(|| text.parse().ok()).flatten()
}

impl std::fmt::Display for Coordinates {
    /// As [`parse`](Self::parse) reads it: `48.04, -1.6`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}, {}", self.latitude, self.longitude)
    }
}

impl Decode for Coordinates {
    const INPUT: FieldInput = FieldInput::Coordinates;

    const TAKES_LINES: bool = true;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let read = match &node.value {
            Value::Scalar(text) => Self::parse(text),
            Value::Sequence(items) => match items.as_slice() {
                [
                    Node {
                        value: Value::Scalar(latitude),
                        ..
                    },
                    Node {
                        value: Value::Scalar(longitude),
                        ..
                    },
                ] => Self::parse(&format!("{latitude}; {longitude}")),
                _ => None,
            },
            Value::Mapping(_) | Value::Null => None,
        };
        if read.is_none() {
            decoder.wrong_type(node, "coordinates");
        }
        read
    }

    fn schema() -> Json {
        let text = json!({ "type": "string", "examples": ["48.04, -1.60"] });
        let number = json!({ "type": "number" });
        let pair = json!({ "type": "array", "items": number, "minItems": 2, "maxItems": 2 });
        json!({ "anyOf": [text, pair] })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_point_is_read_however_it_is_written() {
        let point = Coordinates::new(48.041_234, -1.6);
        for text in [
            "48.041234, -1.6",
            " 48.041234,-1.60 ",
            "48.041234 -1.60",
            "48,041234 ; -1,60",
            "48,041234 -1.6",
            "48,041234, -1,60",
            "geo:48.041234,-1.60",
            "48.041234, \u{2212}1.60",
        ] {
            assert_eq!(Coordinates::parse(text), point, "{text}");
        }
        for text in [
            "",
            "48.04",
            "48.04,",
            "91, 0",
            "48, 181",
            "NaN, 0",
            "inf, 1",
            "48° N, 2° E",
            "1, 2, 3",
            "1;2;3",
            "1e3, 0",
        ] {
            assert_eq!(Coordinates::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(latitude in -90.0..90.0, longitude in -180.0..180.0) {
            let micro = |degrees: f64| (degrees * 1e6_f64).round() / 1e6;
            let point = Coordinates::new(micro(latitude), micro(longitude)).unwrap();
            prop_assert_eq!(Coordinates::parse(&point.to_string()), Some(point));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "[-+0-9., ;:geo]{0,30}") {
            let _ = Coordinates::parse(&text);
        }
    }
}
