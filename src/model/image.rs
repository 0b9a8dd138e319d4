//! How an image is shown.

use crate::choice;

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
