//! The tool's own words, in the languages that it speaks.

use crate::catalogue::Catalogue;
use crate::language::Language;

const FRENCH: &str = include_str!("messages/fr.ftl");
const ENGLISH: &str = include_str!("messages/en.ftl");

/// The tool's own words in a language; French where there is no catalogue for it.
pub fn of(language: Language) -> Catalogue {
    let source = if language == Language::english() {
        ENGLISH
    } else {
        FRENCH
    };
    Catalogue::new(language, &[source]).0.strict()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::keys;

    #[test]
    fn both_catalogues_are_sound_and_say_the_same_things() {
        for (language, source) in [(Language::french(), FRENCH), (Language::english(), ENGLISH)] {
            let (_, errors) = Catalogue::new(language, &[source]);
            assert_eq!(errors, [], "{language}");
        }
        assert_eq!(keys(FRENCH), keys(ENGLISH));
    }
}
