//! Invisible characters that programs leave in copied text. XML forbids some of them, archival PDF others, a
//! byte order mark before `#` prevents a heading, and a direction override reverses words.

use std::borrow::Cow;

/// What to do with a character.
enum Fate {
    Stays,
    /// It ended a line in the program that it comes from.
    Space,
    Goes,
}

/// A text as read from a file or a field: without them, and without a change of direction that does not end
/// on its line. A title that opens one would reverse what follows it on a page.
pub fn read(text: &str) -> Cow<'_, str> {
    match without(text) {
        Cow::Borrowed(text) => closed(text),
        Cow::Owned(text) => match closed(&text) {
            Cow::Owned(closed) => Cow::Owned(closed),
            Cow::Borrowed(_) => Cow::Owned(text),
        },
    }
}

/// The text without them. Line ends (`\n`) and tabs stay, and so do joiners and direction marks, which belong
/// to the spelling.
pub fn without(text: &str) -> Cow<'_, str> {
    if !may_hold(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let Some(first) = text.find(|c| !matches!(fate(c), Fate::Stays)) else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..first]);
    out.extend(text[first..].chars().filter_map(|c| match fate(c) {
        Fate::Stays => Some(c),
        Fate::Space => Some(' '),
        Fate::Goes => None,
    }));
    Cow::Owned(out)
}

fn fate(c: char) -> Fate {
    match c {
        '\n' | '\t' => Fate::Stays,
        // The line ends of Word, of printers, of mainframes, and Unicode's own.
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Fate::Space,
        // No language needs its letters in another order than its own.
        '\u{202d}' | '\u{202e}' => Fate::Goes,
        // Byte order marks, annotation marks, and placeholders for objects that were not copied.
        '\u{feff}' | '\u{fff9}'..='\u{fffc}' => Fate::Goes,
        // Never assigned to a character (The Unicode Standard, 23.7).
        '\u{fdd0}'..='\u{fdef}' => Fate::Goes,
        c if (c as u32) & 0xfffe == 0xfffe => Fate::Goes,
        c if c.is_control() => Fate::Goes,
        _ => Fate::Stays,
    }
}

/// Whether a text may contain one of them, judging by its bytes: nearly all texts are ruled out by this
/// alone, many bytes at a time.
fn may_hold(text: &[u8]) -> bool {
    /// How many bytes are examined between checks.
    const STRIDE: usize = 256;
    // Controls; bytes 0xef and 0xf0 to 0xf4 are rare in Latin text.
    let alone = |byte: u8| {
        ((byte < 0x20) & (byte != b'\n') & (byte != b'\t')) | (byte == 0x7f) | (byte >= 0xef)
    };
    // Two-byte controls, and the last bytes of U+2028 to U+202E.
    let after = |first: u8, second: u8| {
        ((first == 0xc2) & (second < 0xa0)) | ((first == 0x80) & (0xa8..=0xae).contains(&second))
    };
    let second = text.get(1..).unwrap_or_default();
    text.chunks(STRIDE)
        .any(|bytes| bytes.iter().fold(false, |found, byte| found | alone(*byte)))
        || text.chunks(STRIDE).zip(second.chunks(STRIDE)).any(|pairs| {
            let pairs = pairs.0.iter().zip(pairs.1);
            pairs.fold(false, |found, (first, second)| {
                found | after(*first, *second)
            })
        })
}

/// Embeddings and isolates (Unicode Standard Annex 9, 2.2 and 2.4), each with its terminator.
const DIRECTIONS: [(char, char); 5] = [
    ('\u{202a}', '\u{202c}'),
    ('\u{202b}', '\u{202c}'),
    ('\u{2066}', '\u{2069}'),
    ('\u{2067}', '\u{2069}'),
    ('\u{2068}', '\u{2069}'),
];

/// The text with only those changes of direction that begin and end on one line, properly nested.
fn closed(text: &str) -> Cow<'_, str> {
    // The first two bytes that all of them share.
    let bytes = text.as_bytes();
    let has = |start: &[u8]| memchr::memmem::find(bytes, start).is_some();
    let is_any = |c: char| DIRECTIONS.iter().any(|(open, end)| c == *open || c == *end);
    if !(has(b"\xe2\x80\xaa") || has(b"\xe2\x80\xab") || has(b"\xe2\x80\xac") || has(b"\xe2\x81"))
        || !text.contains(is_any)
    {
        return Cow::Borrowed(text);
    }
    let mut paired: Vec<usize> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let mut open: Vec<(usize, char)> = Vec::new();
        for (at, c) in line.char_indices() {
            if let Some((_, end)) = DIRECTIONS.iter().find(|(open, _)| *open == c) {
                open.push((start + at, *end));
            } else if let Some(inner) = open.iter().rposition(|(_, end)| *end == c) {
                paired.extend([open[inner].0, start + at]);
                open.truncate(inner);
            }
        }
        start += line.len();
    }
    paired.sort_unstable();
    let is_kept = |(at, c): &(usize, char)| !is_any(*c) || paired.binary_search(at).is_ok();
    let kept: String = text
        .char_indices()
        .filter(is_kept)
        .map(|(_, c)| c)
        .collect();
    match kept.len() == text.len() {
        true => Cow::Borrowed(text),
        false => Cow::Owned(kept),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_nobody_sees_goes_and_words_stay_apart() {
        for (written, read) in [
            ("\u{feff}# Titre", "# Titre"),
            ("mot\u{feff}mot", "motmot"),
            (
                "une ligne\u{b}et\u{2028}l’autre\u{85}ici",
                "une ligne et l’autre ici",
            ),
            ("a\u{1}b\u{7f}c\u{9f}\u{fffc}d\u{fdd0}\u{1ffff}", "abcd"),
            (
                "l’été\u{a0}: 12\u{202f}€\n\t«\u{a0}oui\u{a0}»",
                "l’été\u{a0}: 12\u{202f}€\n\t«\u{a0}oui\u{a0}»",
            ),
            (
                "👩\u{200d}🌾 می\u{200c}خواهم \u{200f}א",
                "👩\u{200d}🌾 می\u{200c}خواهم \u{200f}א",
            ),
        ] {
            assert_eq!(without(written), read);
        }
    }

    #[test]
    fn no_direction_leaves_its_line() {
        for (written, read_as) in [
            ("Titre \u{202e}à l’envers\u{202c}", "Titre à l’envers"),
            ("\u{202d}a\u{202c} \u{202b}b", "a b"),
            ("\u{2067}שלום\u{2069} ici", "\u{2067}שלום\u{2069} ici"),
            ("\u{202b}a\u{2066}b\u{202c}c\u{2069}", "\u{202b}ab\u{202c}c"),
            ("\u{2068}a\nb\u{2069}", "a\nb"),
            ("\u{2067}a\u{2066}b\u{2069}", "a\u{2066}b\u{2069}"),
            ("a\u{2044}b\u{200f}", "a\u{2044}b\u{200f}"),
        ] {
            assert_eq!(read(written), read_as, "{written:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_read_again_alike(text in "[a\n\u{202a}-\u{202e}\u{2066}-\u{2069}\u{1}]{0,12}") {
            let once = read(&text).into_owned();
            prop_assert_eq!(read(&once), once.as_str());
            let lines: Vec<_> = text.split('\n').map(read).collect();
            prop_assert_eq!(lines.join("\n"), once);
        }

        #[test]
        fn the_quick_look_misses_none(text in "[a-zé\u{0}-\u{a0}\u{2020}-\u{2030}\u{fdc0}-\u{fdff}\u{fe00}-\u{ffff}\u{1fff0}-\u{20010}]{0,6}") {
            let slow: String = text.chars().filter_map(|c| match fate(c) {
                Fate::Stays => Some(c),
                Fate::Space => Some(' '),
                Fate::Goes => None,
            }).collect();
            prop_assert_eq!(without(&text), slow.as_str());
            prop_assert_eq!(without(&slow), slow.as_str());
        }
    }
}
