//! Line breaks in text without spaces: an address, an account number, a word of a hundred letters.
//!
//! A line breaks at a space, and within a run without spaces almost nowhere (UAX #14): an address of two
//! lines runs off the paper. Such runs get a zero-width space wherever people would divide them. Templates
//! put a zero-width gap there, so that text copied out of the PDF is what the editor wrote.

use serde_json::Value as Json;

/// A possible line break.
pub const BREAK: char = '\u{200b}';

/// The longest run, in characters, that is left whole: it fits on one line of the narrowest column of any
/// sheet.
const LONGEST: usize = 20;

/// The longest run of letters that is left whole: languages on our sheets have few words longer than this,
/// and no column is narrower.
const LONGEST_WORD: usize = 30;

/// Without a sign to break at, a line may break after this many characters.
const STEP: usize = 8;

/// Fields read by machines, or by a screen reader.
const UNPRINTED: &[&str] = &["type", "url", "file", "alt"];

/// Fields with an address, which templates print as such.
const ADDRESSES: &[&str] = &["short", "email", "address", "path"];

/// Adds breaks to all texts of a sheet's data; returns whether any text other than an address needed them.
pub fn insert(json: &mut Json) -> bool {
    match json {
        Json::String(text) => match with_breaks(text) {
            Some(parted) => {
                *text = parted;
                true
            }
            None => false,
        },
        // Each item is handled, whether or not the one before needed breaks.
        Json::Array(items) => {
            let parted = items
                .iter_mut()
                .filter_map(|item| insert(item).then_some(()));
            parted.count() > 0
        }
        Json::Object(fields) => fields.iter_mut().fold(false, |any, (key, field)| {
            if UNPRINTED.contains(&key.as_str()) {
                return any;
            }
            let is_address = field.is_string() && ADDRESSES.contains(&key.as_str());
            (insert(field) && !is_address) || any
        }),
        Json::Null | Json::Bool(_) | Json::Number(_) => false,
    }
}

/// The runs of a text between possible line breaks.
pub fn runs(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = rest
            .char_indices()
            .zip(rest.chars().skip(1).map(Some).chain([None]))
            .find(|((_, c), next)| next.is_none_or(|next| may_end(*c, next)))
            .map(|((at, c), _)| at + c.len_utf8())?;
        let (run, after) = rest.split_at(end);
        rest = after;
        Some(run)
    })
}

/// Whether a line may break between the two. UAX #14 knows more such places; those that depend on more than
/// the two neighbours do not count.
fn may_end(before: char, after: char) -> bool {
    is_space(before)
        || is_space(after)
        || (matches!(before, '/' | '-' | '?') && after.is_ascii_alphabetic())
        || is_ideograph(before)
        || is_ideograph(after)
}

/// A breaking space.
fn is_space(c: char) -> bool {
    c == BREAK || c.is_whitespace() && !is_fixed_space(c)
}

/// A no-break space.
fn is_fixed_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The text with breaks if it contains a run that is too long; `None` otherwise.
fn with_breaks(text: &str) -> Option<String> {
    // Nearly all texts stop here.
    if text.split(' ').all(|word| word.len() <= LONGEST) || !runs(text).any(is_long) {
        return None;
    }
    let mut parted = String::with_capacity(text.len() + text.len() / 2);
    for run in runs(text) {
        if is_long(run) {
            part(run, &mut parted);
        } else {
            parted.push_str(run);
        }
    }
    Some(parted)
}

/// Whether a run may be too long for a line: a word with more letters than any language has, or a shorter one
/// of digits and signs.
fn is_long(run: &str) -> bool {
    if run.len() <= LONGEST {
        return false;
    }
    let is_word = |c: char| c.is_alphabetic() || matches!(c, '’' | '\'') || is_fixed_space(c);
    let longest = match run.trim_end().chars().all(is_word) || run.contains(is_fixed_space) {
        true => LONGEST_WORD,
        false => LONGEST,
    };
    run.trim_end().chars().count() > longest
}

/// Adds a run, with a break after each sign, and every few characters where there is none.
fn part(run: &str, parted: &mut String) {
    let mut rest = run;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(end_of_piece(rest));
        if piece.trim_end_matches(is_sign).chars().count() > LONGEST {
            chop(piece, parted);
        } else {
            parted.push_str(piece);
        }
        // Not after a sign that opens the run, nor before the space that ends it.
        let opens = rest.len() == run.len() && piece.chars().count() == 1;
        if !after.trim_end().is_empty() && !opens {
            parted.push(BREAK);
        }
        rest = after;
    }
}

/// The end of the first piece of a run: after its signs, or before a percent-encoded byte such as `%2F`.
fn end_of_piece(run: &str) -> usize {
    let following = run.chars().skip(1);
    let mut pairs = run.char_indices().zip(following);
    let ends = |before: char, after: char| match after {
        '%' => true,
        after => is_sign(before) && !is_sign(after) && after != BREAK,
    };
    pairs
        .find(|((_, before), after)| ends(*before, *after))
        .map_or(run.len(), |((at, before), _)| at + before.len_utf8())
}

/// Adds a piece without signs, with a break every few characters, never before a combining mark.
fn chop(piece: &str, parted: &mut String) {
    let mut since = 0;
    for c in piece.chars() {
        if since >= STEP && c.is_alphanumeric() {
            parted.push(BREAK);
            since = 0;
        }
        parted.push(c);
        since += 1;
    }
}

/// A sign after which people divide an address.
fn is_sign(c: char) -> bool {
    const SIGNS: &[char] = &[
        '/', '.', '-', '?', '&', '=', '_', '+', '#', ':', ';', ',', '@', '|', '~', '*', '·', '–',
        '—', '(', ')',
    ];
    SIGNS.contains(&c) || is_fixed_space(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn shown(text: &str) -> String {
        let parted = with_breaks(text).unwrap_or_else(|| text.to_owned());
        parted.replace(BREAK, "¦")
    }

    #[test]
    fn an_address_is_parted_after_its_signs() {
        assert_eq!(
            shown("exemple.fr/search/all?tab_selection=all&page=1&d=01%2F01"),
            "exemple.fr/search/all?tab_¦selection=¦all&¦page=¦1&¦d=¦01¦%2F01"
        );
        assert_eq!(
            shown("https://legifrance.gouv.fr/codes/id/LEGIARTI000006410246/2020-01-01/"),
            "https://legifrance.gouv.fr/codes/id/LEGIARTI000006410246/¦2020-¦01-¦01/"
        );
    }

    #[test]
    fn what_fits_any_line_is_left_alone() {
        for text in [
            "Une phrase comme une autre, avec l’arrondissement.",
            "anticonstitutionnellement",
            "01 99 00 00 00",
            "accueil@exemple.fr",
            "exemple.fr/carte",
            "« Pourquoi ? »",
        ] {
            assert_eq!(with_breaks(text), None, "{text}");
        }
    }

    #[test]
    fn a_word_without_end_is_parted_anywhere() {
        let account = "FR76300060000112345678901891234567890";
        let parted = with_breaks(account).unwrap();
        assert!(
            runs(&parted).all(|run| run.chars().count() <= STEP + 1),
            "{parted}"
        );
        assert!(with_breaks(&"a".repeat(130)).is_some());
    }

    #[test]
    fn machines_read_what_was_written() {
        let long = "exemple.fr/?a=1111111111&b=2222222222";
        let mut data = json!({ "url": long, "notes": [{ "short": long }], "lines": ["Bonjour."] });
        assert!(!insert(&mut data));
        assert_eq!(data["url"], long);
        assert_ne!(data["notes"][0]["short"], long);
        assert!(insert(&mut json!({ "address": [long] })));
    }

    proptest! {
        /// Only breaks are added, and the runs together are the whole text.
        #[test]
        fn only_breaks_are_added(text in "(\\PC|[a-z/.?=& ]){0,120}") {
            let text = text.replace(BREAK, "");
            let parted = with_breaks(&text).unwrap_or_else(|| text.clone());
            prop_assert_eq!(parted.replace(BREAK, ""), text);
            prop_assert_eq!(runs(&parted).collect::<String>(), parted.clone());
        }

        #[test]
        fn no_long_run_of_letters_and_signs_is_left(text in "[a-zA-Z0-9/.?=&%_ é-]{0,200}") {
            let parted = with_breaks(&text).unwrap_or(text);
            let longest = runs(&parted).map(|run| run.trim_end().chars().count()).max();
            prop_assert!(longest.unwrap_or(0) <= LONGEST_WORD, "{}", parted);
        }
    }
}
