//! One name in all its spellings: how keys, and words in the place of keys, are compared wherever an editor may write them.
//!
//! `Sur place`, `sur-place` and `sur_place` are one name, and so are `Résumé`, `RESUME` and `resume`: not every keyboard has accents. A name
//! that guichet knows is compared only through this module, so that a spelling that is read in one place is read in all.

use unicode_normalization::UnicodeNormalization;

/// A name as it is compared: in small letters, without accents, with `_` for what parts its words.
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

/// What a name stands for among `names`.
pub fn find<T: Copy>(names: &[(&str, T)], written: &str) -> Option<T> {
    let folded = fold_key(written);
    let mut names = names.iter();
    names
        .find(|(name, _)| is_folded(name, &folded))
        .map(|(_, value)| *value)
}

/// Whether a name is one of these, which are lower-case.
pub fn is_one_of(names: &[&str], written: &str) -> bool {
    let folded = fold_key(written);
    names.iter().any(|name| is_folded(name, &folded))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// The two ways to compare agree, and capitals and what parts words make no other name.
        #[test]
        fn a_name_is_its_spellings(name in "[a-zà-ÿ][a-zà-ÿ _-]{0,12}[a-zà-ÿ]") {
            prop_assert!(is_folded(&name, &fold_key(&name)));
            for other in [name.to_uppercase(), name.replace(['-', '_'], " "), fold_key(&name)] {
                prop_assert_eq!(fold_key(&other), fold_key(&name), "{}", other);
                prop_assert!(is_one_of(&[&name], &other), "{}", other);
            }
        }
    }

    #[test]
    fn what_is_not_on_a_keyboard_may_be_left_out() {
        for other in [
            "Sur place",
            "SUR-PLACE",
            "sur_place",
            "sur\u{a0}place",
            " sur-place ",
        ] {
            assert!(is_one_of(&["sur-place"], other), "{other}");
        }
        for other in ["Re\u{301}sume\u{301}", "RESUME"] {
            assert!(is_one_of(&["résumé"], other), "{other}");
        }
        for other in ["valable-jusqu’au", "Valable jusqu'au"] {
            assert!(is_one_of(&["valable-jusqu'au"], other), "{other}");
        }
        assert!(!is_one_of(&["sur-place"], "surplace"));
    }
}
