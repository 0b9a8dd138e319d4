//! Characters that no font of the theme has: PDF/A forbids leaving them out silently.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde_json::Value as Json;

use crate::invisible;
use crate::press::{Files, FontCoverage};

/// Replaces a character that cannot be printed: an empty square.
const MISSING: char = '□';

/// Replaces such characters in every text of a value, and returns those found.
pub fn replace_missing(json: &mut Json, coverage: &FontCoverage) -> BTreeSet<char> {
    let mut missing = BTreeSet::new();
    replace(json, coverage, &mut missing);
    missing
}

fn replace(json: &mut Json, coverage: &FontCoverage, missing: &mut BTreeSet<char>) {
    match json {
        Json::String(text) => {
            if let Cow::Owned(visible) = invisible::without(text) {
                *text = visible;
            }
            // Fonts without a narrow no-break space use half a space instead. That is too little between two
            // pairs of digits, and it is the glyph of the space, so PDF readers need extra help to tell the
            // two apart, and some fail.
            if text.contains('\u{202f}') {
                *text = text.replace('\u{202f}', "\u{a0}");
            }
            if text.is_ascii() && !text.contains(|c: char| c.is_control() && c != '\n') {
                return;
            }
            replace_in_text(text, coverage, missing);
        }
        Json::Array(items) => {
            for item in items {
                replace(item, coverage, missing);
            }
        }
        Json::Object(fields) => {
            for (_, field) in fields {
                replace(field, coverage, missing);
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) => {}
    }
}

fn replace_in_text(text: &mut String, coverage: &FontCoverage, missing: &mut BTreeSet<char>) {
    if text.chars().all(|c| is_printable(c, coverage)) {
        return;
    }
    let printable = text.chars().filter_map(|c| match c {
        // Joiners and variation selectors only modify the previous character.
        '\u{200d}' | '\u{fe00}'..='\u{fe0f}' => None,
        c if is_printable(c, coverage) => Some(c),
        c => {
            missing.insert(c);
            Some(MISSING)
        }
    });
    *text = printable.collect();
}

/// Replaces what the fonts lack in the text of drawings; adds their characters to `all`.
pub fn replace_in_drawings(
    files: &mut Files,
    coverage: &FontCoverage,
    missing: &mut BTreeSet<char>,
    all: &mut BTreeSet<char>,
) {
    let drawings = files.iter_mut().filter(|(name, _)| name.ends_with(".svg"));
    for (_, bytes) in drawings.filter(|(_, bytes)| !bytes.is_ascii()) {
        let Ok(text) = std::str::from_utf8(bytes) else {
            continue;
        };
        let mut text = invisible::without(text).into_owned();
        replace_in_text(&mut text, coverage, missing);
        all.extend(beyond_ascii(&text));
        *bytes = text.into_bytes().into();
    }
}

/// The characters outside ASCII of all texts of a value, and of the strings around them.
pub fn characters(json: &Json, words: &str) -> BTreeSet<char> {
    fn gather(json: &Json, all: &mut BTreeSet<char>) {
        match json {
            Json::String(text) => all.extend(beyond_ascii(text)),
            Json::Array(items) => items.iter().for_each(|item| gather(item, all)),
            Json::Object(fields) => fields.values().for_each(|field| gather(field, all)),
            Json::Null | Json::Bool(_) | Json::Number(_) => {}
        }
    }
    let mut all: BTreeSet<char> = beyond_ascii(words).collect();
    gather(json, &mut all);
    all
}

fn beyond_ascii(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_ascii())
}

/// Whether a font has the character, or the typesetter handles it itself: spaces, joiners, direction marks.
fn is_printable(c: char, coverage: &FontCoverage) -> bool {
    let is_format = matches!(
        c,
        '\n' | '\t' | '\u{ad}' | '\u{2000}'..='\u{200f}' | '\u{2011}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}' | '\u{3000}'
    );
    // An archival PDF cannot say what a private-use character means.
    let is_private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    is_format || coverage.contains(c) && !is_private
}
