//! A site's own words for what is too hard, each with plainer ones.

use serde_json::Value as Json;

use crate::model::decoder::Decoder;
use crate::model::record::{Decode, FieldInput, Key};
use crate::plain_words::OwnWords;
use crate::yaml::Node;

/// Read once: each page is looked through for them.
impl Decode for OwnWords {
    const INPUT: FieldInput = FieldInput::Named;

    const OPTIONAL: bool = true;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let entries = Vec::<(String, String)>::decode(node, decoder)?;
        Some(Self::new(&entries))
    }

    fn absent(_: &Key, _: &Node, _: &mut Decoder) -> Self {
        Self::default()
    }

    fn schema() -> Json {
        Vec::<(String, String)>::schema()
    }
}
