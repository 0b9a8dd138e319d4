//! How to show an image.

use serde_json::{Value as Json, json};

use super::decoder::Decoder;
use super::record::{Decode, FieldInput};
use crate::choice;
use crate::yaml::Node;

choice! {
    /// What an image keeps of its file: written after its name, `plan.png#grey`, or once for the whole site.
    pub enum ImageStyle {
        /// Its colours.
        Colour = "colour" | "couleur" | "color",
        /// Shades of grey.
        Grey = "grey" | "gris" | "gray",
        /// Dithered in four shades of grey: for drawings, and for the lightest pages.
        Dithered = "dithered" | "trame",
        /// The file itself, unchanged.
        Original = "original",
    }
}

/// The longer side of an image in pixels, at most: from 16, below which nothing is recognisable, to 2 000,
/// beyond which a page cannot carry it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImageSide(pub u32);

impl Default for ImageSide {
    /// Three quarters of the column on a desktop, and sharper than a telephone's screen of 360 pixels needs.
    fn default() -> Self {
        Self(480)
    }
}

impl ImageSide {
    const LEAST: u32 = 16;
    const MOST: u32 = 2000;
}

impl Decode for ImageSide {
    const INPUT: FieldInput = FieldInput::Number;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let side = decoder.text(node, "pixels")?.parse().ok();
        let side = side.filter(|side| (Self::LEAST..=Self::MOST).contains(side));
        if side.is_none() {
            decoder.wrong_type(node, "pixels");
        }
        side.map(Self)
    }

    fn schema() -> Json {
        json!({ "type": "integer", "minimum": Self::LEAST, "maximum": Self::MOST })
    }
}
