//! What people call the kinds of organizations that sources name, where the theme has no words for them.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Each kind with its names: French, several in French, English, several in English. Where several are called like one, that name is empty.
const TABLE: &str = include_str!("kind_words.txt");

/// The names of a kind.
#[derive(Debug, Clone, Copy)]
struct KindNames {
    french: [&'static str; 2],
    english: [&'static str; 2],
}

static NAMES: LazyLock<HashMap<&str, KindNames>> = LazyLock::new(|| {
    let rows = TABLE.lines().filter_map(|line| {
        let mut cells = line.split('|');
        let mut cell = || cells.next().filter(|cell| !cell.is_empty());
        let kind = cell()?;
        let mut pair = || {
            let one = cell()?;
            Some([one, cell().unwrap_or(one)])
        };
        let (french, english) = (pair()?, pair()?);
        Some((kind, KindNames { french, english }))
    });
    rows.collect()
});

/// What one organization of a kind (`greffe-associations`), or several, are called in English or in French.
pub fn name_of(kind: &str, several: bool, in_english: bool) -> Option<&'static str> {
    let names = NAMES.get(kind)?;
    let names = match in_english {
        true => names.english,
        false => names.french,
    };
    names.get(usize::from(several)).copied()
}

/// A kind without a name, as people read it: `aide-aux-aidants` is *Aide aux aidants*. What is written in words stays as it is.
pub fn in_words(kind: &str) -> String {
    if kind.contains(' ') || kind.contains(char::is_uppercase) {
        return kind.to_owned();
    }
    // `sous-préfecture` is a word.
    let is_slug = kind.is_ascii() || kind.matches('-').count() > 1;
    let words = match is_slug {
        true => kind.replace(['-', '_'], " "),
        false => kind.replace('_', " "),
    };
    let words = words.trim();
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Those of these kinds for which neither the theme nor the table has words.
#[cfg(test)]
pub fn unnamed(kinds: impl Iterator<Item = String>) -> Vec<String> {
    const THEME: [&str; 2] = [
        include_str!("../../themes/default/i18n/fr.ftl"),
        include_str!("../../themes/default/i18n/en.ftl"),
    ];
    let is_in_theme = |kind: &str| {
        let has = |text: &str, start: &str| text.contains(&format!("\n{start}-{kind} = "));
        let both = |text: &str| has(text, "kind") && has(text, "kinds");
        THEME.into_iter().all(both)
    };
    kinds
        .filter(|kind| !is_in_theme(kind) && !NAMES.contains_key(kind.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_whole() {
        let kinds: Vec<&str> = TABLE
            .lines()
            .map(|line| line.split('|').next().unwrap())
            .collect();
        assert!(kinds.is_sorted_by(|a, b| a < b));
        assert_eq!(NAMES.len(), kinds.len());
        for kind in kinds {
            let names = [(false, false), (false, true), (true, false), (true, true)];
            for name in names.map(|(several, english)| name_of(kind, several, english).unwrap()) {
                let is_written = name == name.trim() && !name.contains(['\'', '_']);
                assert!(is_written && !name.is_empty(), "{kind}: {name}");
            }
        }
    }

    #[test]
    fn a_kind_without_a_name_does_not_look_like_a_file() {
        for (kind, words) in [
            ("aide-aux-aidants", "Aide aux aidants"),
            ("bibliotheque", "Bibliotheque"),
            ("maison_sante", "Maison sante"),
            ("sous-préfecture", "Sous-préfecture"),
            ("Centre social", "Centre social"),
            ("point d’eau", "point d’eau"),
            ("-", ""),
            ("", ""),
        ] {
            assert_eq!(in_words(kind), words);
        }
    }
}
