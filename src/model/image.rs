//! How an image is shown.

use serde_json::{Value as Json, json};

use super::decoder::Decoder;
use super::record::Decode;
use crate::choice;
use crate::yaml::Node;

choice! {
    /// What an image keeps of what its file shows: written after its name, `plan.png#grey`, or once for the whole site.
    pub enum ImageStyle {
        /// Its colours.
        Colour = "colour" | "couleur" | "color",
        /// Shades of grey.
        Grey = "grey" | "gris" | "gray",
        /// Four shades of grey, made of dots: for drawings, and for the lightest of pages.
        Dithered = "dithered" | "trame",
        /// The file itself, with all that it holds.
        Original = "original",
    }
}

/// The most pixels of an image's longer side: from 16, below which nothing is told apart, to 2 000, beyond which a page cannot carry it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImageSide(pub u32);

impl Default for ImageSide {
    /// Three quarters of the column on a desk, and sharper than a telephone's screen of 360 pixels asks.
    fn default() -> Self {
        Self(480)
    }
}

impl ImageSide {
    const LEAST: u32 = 16;
    const MOST: u32 = 2000;
}

impl Decode for ImageSide {
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
