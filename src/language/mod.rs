//! The language of a page or of a message: a BCP 47 primary language subtag (`fr`, `en`, `ar`).

mod named;

use std::fmt;

use serde::{Serialize, Serializer};
use unic_langid::subtags::Language as Subtag;

pub use named::Named;

/// A language, compared and copied as cheaply as a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(Subtag);

impl Default for Language {
    fn default() -> Self {
        Self::french()
    }
}

impl Language {
    /// Parses `fr`, `en`, `uk`…; `None` for anything that is not a two- or three-letter subtag.
    pub fn parse(text: &str) -> Option<Self> {
        let well_formed =
            (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase());
        well_formed
            .then(|| Subtag::from_bytes(text.as_bytes()).ok())
            .flatten()
            .map(Self)
    }

    /// French, the language that guichet is written for first.
    pub fn french() -> Self {
        Self::parse("fr").expect("fr is a language subtag")
    }

    /// English.
    pub fn english() -> Self {
        Self::parse("en").expect("en is a language subtag")
    }

    /// The subtag, as written in HTML's `lang`.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// Whether French typography (spaces before double punctuation, « ») applies.
    pub fn is_french(&self) -> bool {
        self.as_str() == "fr"
    }

    /// The language's own name for itself, or its subtag where guichet has no name for it.
    pub fn endonym(&self) -> &str {
        match self.as_str() {
            "ar" => "العربية",
            "br" => "Brezhoneg",
            "de" => "Deutsch",
            "en" => "English",
            "es" => "Español",
            "fr" => "Français",
            "it" => "Italiano",
            "pl" => "Polski",
            "pt" => "Português",
            "ro" => "Română",
            "ru" => "Русский",
            "tr" => "Türkçe",
            "uk" => "Українська",
            other => other,
        }
    }

    /// Whether it is written from right to left: in Arabic or Hebrew letters, or in Thaana.
    pub fn is_right_to_left(&self) -> bool {
        matches!(
            self.as_str(),
            "ar" | "ckb" | "dv" | "fa" | "he" | "prs" | "ps" | "sd" | "ug" | "ur" | "yi"
        )
    }

    /// `rtl` or `ltr`, as written in HTML's `dir`.
    pub fn direction(&self) -> &'static str {
        if self.is_right_to_left() {
            "rtl"
        } else {
            "ltr"
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// Whether a character is of a script that is written from right to left (the blocks that Unicode sets aside for them,
/// UAX #9).
pub fn is_from_right_to_left(c: char) -> bool {
    matches!(u32::from(c), 0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x1_0800..=0x1_0fff | 0x1_e800..=0x1_efff)
}
