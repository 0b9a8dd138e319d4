//! Folds keys and words, so that spellings of one name compare equal.

use unicode_normalization::UnicodeNormalization;

/// `Sur place`, `sur-place` and `sur_place` are one key, and so are `Résumé` and `resume`: not every keyboard has accents.
pub fn fold_key(key: &str) -> String {
    if key.bytes().all(|b| b.is_ascii_lowercase()) {
        return key.to_owned();
    }
    folded(key).collect()
}

fn folded(key: &str) -> impl Iterator<Item = char> {
    key.trim()
        .nfd()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            ' ' | '-' | '\u{a0}' | '\u{202f}' => '_',
            '’' => '\'',
            c => c,
        })
}

/// Whether [`fold_key`] of a name, which is lower-case already, is `written`.
pub fn is_folded(name: &str, written: &str) -> bool {
    if !name.is_ascii() {
        return folded(name).eq(written.chars());
    }
    let same = |(a, b): (u8, u8)| a == b || (matches!(a, b' ' | b'-') && b == b'_');
    name.len() == written.len() && name.bytes().zip(written.bytes()).all(same)
}
