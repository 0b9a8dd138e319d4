//! What editors write for a language.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Language;
use crate::spelling::{find, fold_key};

/// A language that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// By its code.
    Code(Language),
    /// By its name, by a longer code than it has, or by the code of a country.
    Otherwise(Language),
}

impl Named {
    /// The language.
    pub fn language(self) -> Language {
        match self {
            Self::Code(language) | Self::Otherwise(language) => language,
        }
    }
}

/// The languages that have a code of two letters (ISO 639-1), each with its codes of three (ISO 639-2): a tag has the shortest (RFC 5646,
/// section 2.2.1).
const CODES: &str = include_str!("codes.txt");

/// Each of these codes with the one of two letters.
static SHORTEST: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let lines = CODES.lines();
    let codes = lines.flat_map(|line| {
        let mut codes = line.split(' ');
        let first = codes.next().unwrap_or_default();
        std::iter::once(first)
            .chain(codes)
            .map(move |code| (code, first))
    });
    codes.collect()
});

/// Names of languages that people here speak, and codes of countries that are taken for those of their languages.
const NAMES: &[(&str, &str)] = &[
    ("albanais", "sq"),
    ("allemand", "de"),
    ("alsacien", "gsw"),
    ("anglais", "en"),
    ("english", "en"),
    ("arabe", "ar"),
    ("arménien", "hy"),
    ("basque", "eu"),
    ("bengali", "bn"),
    ("breton", "br"),
    ("bulgare", "bg"),
    ("catalan", "ca"),
    ("chinois", "zh"),
    ("corse", "co"),
    ("dari", "prs"),
    ("espagnol", "es"),
    ("français", "fr"),
    ("french", "fr"),
    ("géorgien", "ka"),
    ("hindi", "hi"),
    ("italien", "it"),
    ("kabyle", "kab"),
    ("néerlandais", "nl"),
    ("occitan", "oc"),
    ("ourdou", "ur"),
    ("pachto", "ps"),
    ("persan", "fa"),
    ("polonais", "pl"),
    ("portugais", "pt"),
    ("roumain", "ro"),
    ("russe", "ru"),
    ("serbe", "sr"),
    ("somali", "so"),
    ("tamoul", "ta"),
    ("turc", "tr"),
    ("ukrainien", "uk"),
    ("vietnamien", "vi"),
    ("al", "sq"),
    ("cn", "zh"),
    ("cz", "cs"),
    ("dk", "da"),
    ("gb", "en"),
    ("gr", "el"),
    ("jp", "ja"),
    ("rs", "sr"),
    ("ua", "uk"),
    ("us", "en"),
    ("vn", "vi"),
];

impl Language {
    /// The names of languages that are read in the place of their codes.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let names = NAMES.iter().map(|(name, _)| *name);
        names.filter(|name| name.len() > 2)
    }

    /// The language that an editor names: `fr`, `FR`, `fr-FR`, `fra`, `français`. `None` where two letters are no language's code, and for all
    /// that is neither a code nor one of the names that guichet knows. A code of three letters is believed: there are thousands.
    pub fn named(written: &str) -> Option<Named> {
        let folded = fold_key(written);
        // Guichet knows no regions.
        let (code, region) = folded.split_once('_').unwrap_or((&folded, ""));
        let is_code = matches!(code.len(), 2 | 3) && matches!(region.len(), 0 | 2);
        if let Some(code) = Some(code).filter(|_| is_code) {
            let shortest = SHORTEST.get(code).copied();
            if let Some(language) = shortest.and_then(Self::parse) {
                return Some(match shortest == Some(code) {
                    true => Named::Code(language),
                    false => Named::Otherwise(language),
                });
            }
            if code.len() == 3 {
                return Self::parse(code).map(Named::Code);
            }
        }
        let code = find(NAMES, written)?;
        Self::parse(code).map(Named::Otherwise)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_code_and_its_name() {
        let code = |code| Some(Named::Code(Language::parse(code).unwrap()));
        let otherwise = |code| Some(Named::Otherwise(Language::parse(code).unwrap()));
        for (written, named) in [
            ("fr", code("fr")),
            ("FR", code("fr")),
            ("fr-FR", code("fr")),
            ("pt_BR", code("pt")),
            ("kab", code("kab")),
            ("fra", otherwise("fr")),
            ("fre", otherwise("fr")),
            ("jp", otherwise("ja")),
            ("Anglais", otherwise("en")),
            ("xx", None),
            ("fr-FRA", None),
            ("f", None),
            ("klingon", None),
            ("", None),
        ] {
            assert_eq!(Language::named(written), named, "{written}");
        }
    }

    #[test]
    fn every_name_and_code_is_read_in_all_its_spellings() {
        let codes = CODES.split_whitespace();
        for name in NAMES.iter().map(|(name, _)| *name).chain(codes) {
            let first = Language::named(name);
            assert!(first.is_some(), "{name}");
            for other in [name.to_uppercase(), fold_key(name)] {
                assert_eq!(Language::named(&other), first, "{other}");
            }
        }
    }
}
