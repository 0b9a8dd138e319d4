//! The accessibility statement: what is verified for each version, by which test, and what is not.

use tera::Context;

use super::Scene;
use super::frame::Frame;
use crate::site::Site;

/// What the statement claims is verified. Nothing can be claimed without a test (a test of this module knows
/// them).
const VERIFIED: &[&str] = &[
    "access-rules",
    "access-valid",
    "access-contrast",
    "access-zoom",
    "access-keyboard",
    "access-colours",
    "access-order",
    "access-old",
];

/// What it claims of sheets.
const SHEETS: &[&str] = &["access-sheets"];

impl Scene<'_> {
    /// The accessibility statement.
    pub fn accessibility(&self) -> (&'static str, Frame, Context) {
        let words = self.voice.words;
        let items: Vec<String> = verified(self.site).map(|key| words.text(key)).collect();
        let mut context = Context::new();
        context.insert("verified", &items);
        let frame = self.named_frame("access-title", "address-accessibility", &words);
        ("accessibility.html", frame, context)
    }
}

fn verified(site: &Site) -> impl Iterator<Item = &'static str> {
    let sheets = SHEETS.iter().filter(|_| site.prints);
    VERIFIED.iter().chain(sheets).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The test of each claim: its file, and its title there.
    const TESTS: &[(&str, &str, &str)] = &[
        (
            "access-rules",
            "tests/browser/site.test.mjs",
            "breaks an accessibility rule at",
        ),
        (
            "access-valid",
            "tests/browser/site.test.mjs",
            "every page is valid HTML (vnu)",
        ),
        (
            "access-contrast",
            "tests/browser/site.test.mjs",
            "contrast is 7:1 and more",
        ),
        (
            "access-zoom",
            "tests/browser/access.test.mjs",
            "at 320 px and at twice the text size, nothing is cut",
        ),
        (
            "access-keyboard",
            "tests/browser/access.test.mjs",
            "with the keyboard alone",
        ),
        (
            "access-colours",
            "tests/browser/access.test.mjs",
            "in forced colours",
        ),
        (
            "access-order",
            "tests/browser/access.test.mjs",
            "a screen reader meets",
        ),
        (
            "access-old",
            "tests/old/screens.py",
            "NetSurf and Dillo show each page",
        ),
        ("access-sheets", "tests/pdf/check.py", "PDF/UA"),
    ];

    #[test]
    fn what_is_claimed_is_tested() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        for claim in VERIFIED.iter().chain(SHEETS) {
            let test = TESTS.iter().find(|(key, ..)| key == claim);
            let (_, file, title) = test.unwrap_or_else(|| panic!("{claim} has no test"));
            let text = std::fs::read_to_string(root.join(file)).unwrap();
            assert!(text.contains(title), "{claim}: no “{title}” in {file}");
        }
    }
}
