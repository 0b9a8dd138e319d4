//! The names of a site most similar to one that it does not have, as an editor would write them.

use crate::spelling::fold_key;

/// How many names are shown.
const MOST: usize = 5;

/// Above this (Jaro–Winkler, or a word in common), a name was meant.
const MEANT: f64 = 0.8;

/// Names, most similar first, each with what it stands for.
pub(super) struct Likest<'n> {
    names: Vec<(f64, &'n str, &'n str)>,
    /// The similarity in spelling of the first one, at most 1.
    spelling: f64,
}

/// A name as it is compared: its letters, and its long words without the ending of a plural.
struct Compared {
    name: String,
    words: Vec<String>,
}

impl Compared {
    fn of(written: &str) -> Self {
        let name = fold_key(written);
        let words = long_words(&name).map(str::to_owned).collect();
        Self { name, words }
    }

    /// 1 for the same words in any spelling.
    fn likeness(&self, name: &str) -> f64 {
        let name = fold_key(name);
        let spelling = self.spelling(&name);
        let is_shared = || long_words(&name).any(|word| self.words.iter().any(|own| own == word));
        match spelling < MEANT && is_shared() {
            true => MEANT + 0.05,
            false => spelling,
        }
    }

    fn spelling(&self, folded: &str) -> f64 {
        strsim::jaro_winkler(&self.name, folded)
    }
}

fn long_words(folded: &str) -> impl Iterator<Item = &str> {
    const SHORTEST: usize = 4;
    let words = folded.split(['_', '\'', ',', '(', ')']);
    let long = words.filter(|word| word.chars().count() >= SHORTEST);
    long.map(|word| word.trim_end_matches(['s', 'x']))
}

/// The most similar of these names, each with what to write and what it stands for.
pub(super) fn of<'n>(written: &str, names: impl Iterator<Item = (&'n str, &'n str)>) -> Likest<'n> {
    let written = Compared::of(written);
    let mut names: Vec<(f64, &str, &str)> = names
        .map(|(name, title)| {
            let likeness = written.likeness(name).max(written.likeness(title));
            (likeness, name, title)
        })
        .collect();
    names.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    names.dedup_by(|a, b| a.1 == b.1);
    names.truncate(MOST);
    let spelling = names.first().map_or(0.0, |(_, name, title)| {
        let spelling = |name: &str| written.spelling(&fold_key(name));
        spelling(name).max(spelling(title))
    });
    Likest { names, spelling }
}

impl<'n> Likest<'n> {
    /// The name that was meant, if one is similar enough, and whether it differs only in spelling.
    pub(super) fn first(&self) -> Option<(&'n str, bool)> {
        let (likeness, name, _) = self.names.first()?;
        let rival = self.names.get(1).map_or(0.0, |(rival, ..)| *rival);
        let is_same = *likeness >= 1.0 && rival < 1.0;
        // A word that several names share proves nothing.
        let is_meant = *likeness > MEANT && (self.spelling > MEANT || rival < MEANT);
        is_meant.then_some((*name, is_same))
    }

    /// The name that was meant, if it differs only by a letter or two: « mairie annexe » is not « mairie ».
    pub(super) fn spelled(&self) -> Option<&'n str> {
        const SURE: f64 = 0.93;
        let (name, _) = self.first()?;
        (self.spelling > SURE).then_some(name)
    }

    /// What to write for each of them.
    pub(super) fn names(&self) -> impl Iterator<Item = &'n str> {
        self.names.iter().map(|(_, name, _)| *name)
    }

    /// `logement (Se loger), papiers`: each name, with what it stands for in parentheses if that says more.
    pub(super) fn shown(&self) -> String {
        let shown = self.names.iter().map(|(_, name, title)| {
            match title.is_empty() || fold_key(title) == fold_key(name) {
                true => (*name).to_owned(),
                false => format!("{name} ({title})"),
            }
        });
        shown.collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_their_spelling_their_title_and_their_words() {
        let all = [
            ("papiers", "Papiers d’identité"),
            ("logement", "Se loger"),
            ("sante", "Santé"),
            ("etrangers", "Droit des étrangers"),
            ("ecole", "École"),
            ("mairie", "Mairie"),
        ];
        let first = |written| of(written, all.into_iter()).first();
        assert_eq!(first("Logement"), Some(("logement", true)));
        assert_eq!(first("Se loger"), Some(("logement", true)));
        assert_eq!(first("santee"), Some(("sante", false)));
        assert_eq!(
            first("Droits des personnes étrangères"),
            Some(("etrangers", false))
        );
        assert_eq!(first("zzz"), None);
        // Exactly at the bound, nothing was meant.
        assert_eq!(Compared::of("pose").likeness("police"), MEANT);
        assert_eq!(of("pose", [("police", "")].into_iter()).first(), None);
        let likest = of("École", all.into_iter());
        assert!(likest.shown().starts_with("ecole, "), "{}", likest.shown());
        assert_eq!(likest.shown().matches(", ").count(), 4);
    }
}
