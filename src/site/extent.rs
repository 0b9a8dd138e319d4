//! What of a folder is published.

use crate::model::values::Date;

/// What of a folder is published: `Extent::on(day).with_drafts(true)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Extent {
    /// Drafts too.
    pub drafts: bool,
    /// Sheets to print.
    pub sheets: bool,
    /// Plain texts and messages, whatever the configuration says.
    pub texts: bool,
    /// The day that it is published on. Nothing else of a site depends on the clock.
    pub day: Date,
}

impl Default for Extent {
    fn default() -> Self {
        Self::on(Date::ZERO)
    }
}

impl Extent {
    /// Everything but drafts, and plain texts only where the configuration asks for them, on a day.
    pub const fn on(day: Date) -> Self {
        Self {
            drafts: false,
            sheets: true,
            texts: false,
            day,
        }
    }

    /// With drafts, or without.
    pub const fn with_drafts(self, drafts: bool) -> Self {
        Self { drafts, ..self }
    }

    /// With sheets to print, or without.
    pub const fn with_sheets(self, sheets: bool) -> Self {
        Self { sheets, ..self }
    }

    /// With plain texts and messages whatever the configuration says, or as it says.
    pub const fn with_texts(self, texts: bool) -> Self {
        Self { texts, ..self }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
