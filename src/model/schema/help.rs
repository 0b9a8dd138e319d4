//! What each field is for, in French: Rust has it in English, beside the field.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::model::record::Key;

/// Pairs of lines: the English sentence of a field, and the French one.
const FRENCH: &str = include_str!("french.txt");

fn french() -> &'static HashMap<&'static str, &'static str> {
    static HELP: OnceLock<HashMap<&str, &str>> = OnceLock::new();
    HELP.get_or_init(|| {
        let pairs = FRENCH.split("\n\n");
        let pairs = pairs.filter_map(|pair| pair.trim_end().split_once('\n'));
        pairs.collect()
    })
}

/// What a field is for, in one sentence or two, in French or English.
pub fn help(key: &Key, in_french: bool) -> &'static str {
    let english = key.doc.trim();
    let found = french().get(english).filter(|_| in_french);
    found.copied().unwrap_or(english)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::model::record::Record;
    use crate::model::schema::records;
    use crate::site::GlossaryEntry;

    #[test]
    fn each_field_is_explained_in_french_and_nothing_else_is() {
        let keys = records().iter().flat_map(|keys| keys.iter());
        let all: BTreeSet<&str> = keys
            .chain(GlossaryEntry::KEYS)
            .map(|key| key.doc.trim())
            .collect();
        let known: BTreeSet<&str> = french().keys().copied().collect();
        assert_eq!(
            all.difference(&known).collect::<Vec<_>>(),
            Vec::<&&str>::new()
        );
        assert_eq!(
            known.difference(&all).collect::<Vec<_>>(),
            Vec::<&&str>::new()
        );
    }
}
