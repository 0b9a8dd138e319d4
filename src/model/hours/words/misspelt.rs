//! Words with a letter too many, too few, wrong or in the wrong place: `mecredi`, `lunid`, `jours ferriés`.

/// The words that are recognized in spite of a mistake, without accents. None has fewer than five letters: most short words are one letter
/// away from another.
const WORDS: [&str; 39] = [
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "lundis",
    "mardis",
    "mercredis",
    "jeudis",
    "vendredis",
    "samedis",
    "dimanches",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "janvier",
    "fevrier",
    "avril",
    "juillet",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
    "january",
    "february",
    "september",
    "october",
    "november",
    "december",
    "feries",
    "scolaires",
    "vacances",
    "fermeture",
];

/// How far behind the first word that is not understood a misspelt one is looked for: `(fermé le mecredi)` is not understood from its
/// bracket on.
pub(super) const REACH: usize = 5;

/// The word that is meant by one that is none, if only one can be.
pub(super) fn meant(written: &str) -> Option<&'static str> {
    if written.chars().count() < 4 || WORDS.contains(&written) {
        return None;
    }
    let mut near = WORDS
        .iter()
        .filter(|word| strsim::osa_distance(word, written) == 1);
    let first = near.next()?;
    // `lundsi` is `lundi` or `lundis`, which mean the same; `munday` is Monday or Sunday.
    let same = |other: &&str| other.strip_suffix('s') == Some(first);
    near.all(same).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::meant;

    #[test]
    fn one_letter_is_corrected_if_only_one_word_can_be_meant() {
        for (written, word) in [
            ("lunid", Some("lundi")),
            ("lundsi", Some("lundi")),
            ("mecredi", Some("mercredi")),
            ("vendreddi", Some("vendredi")),
            ("ferries", Some("feries")),
            ("fevier", Some("fevrier")),
            ("munday", None),
            ("lundi", None),
            ("mars", None),
            ("marche", None),
            ("mairie", None),
        ] {
            assert_eq!(meant(written), word, "{written}");
        }
    }
}
