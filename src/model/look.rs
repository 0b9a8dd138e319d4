//! The finished looks of the built-in theme, and what they cost in ink.

use crate::choice;

choice! {
    /// How much toner sheets may take.
    pub enum Ink {
        /// Titles and labels on solid black or colour.
        Full = "full" | "pleine",
        /// Outlines only.
        Sparing = "sparing" | "économe",
    }
}

choice! {
    /// How pages and sheets look. All are as light, and say the same.
    pub enum Look {
        /// Black on white, the colour for links and rules alone.
        Plain = "plain" | "sobre",
        /// A band of the colour at the head, soft corners: for town halls and social centres.
        Town = "town" | "commune",
        /// Bold titles and thick rules, the name in capitals of its own: for unions and campaigns.
        Union = "union" | "syndicat",
    }
}
