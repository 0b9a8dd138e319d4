//! Characters that nobody sees: what programs leave in a text that is copied from them. No XML may hold some of them, no PDF for
//! archives others, and a byte order mark before `#` keeps a title from being one.

use std::borrow::Cow;

/// What becomes of a character.
enum Fate {
    Stays,
    /// It ends a line for the program that it comes from.
    Space,
    Goes,
}

/// The text without them. Line ends (`\n`) and tabs stay, and so do joiners and marks of direction, which say how a text is
/// written.
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
        // Byte order marks, marks of glosses, and what stands for an object that was not copied.
        '\u{feff}' | '\u{fff9}'..='\u{fffc}' => Fate::Goes,
        // Never assigned to a character (The Unicode Standard, 23.7).
        '\u{fdd0}'..='\u{fdef}' => Fate::Goes,
        c if (c as u32) & 0xfffe == 0xfffe => Fate::Goes,
        c if c.is_control() => Fate::Goes,
        _ => Fate::Stays,
    }
}

/// Whether the bytes of a text are such that it may hold one of them: nearly all texts are told by this alone, many bytes at a time.
fn may_hold(text: &[u8]) -> bool {
    /// As many bytes as are looked at before it is asked whether one was found.
    const STRIDE: usize = 256;
    // Controls; what begins with 0xef or with 0xf0 to 0xf4 is rare in Latin letters.
    let alone = |byte: u8| {
        ((byte < 0x20) & (byte != b'\n') & (byte != b'\t')) | (byte == 0x7f) | (byte >= 0xef)
    };
    // Controls of two bytes, and the ends of U+2028 and U+2029.
    let after = |first: u8, second: u8| {
        ((first == 0xc2) & (second < 0xa0))
            | ((first == 0x80) & ((second == 0xa8) | (second == 0xa9)))
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

    proptest! {
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
