//! Pages to fill in, and the placeholder text of theirs that editors are to replace, in this version or an earlier one.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::language::Language;

/// A page to fill in.
pub struct PageTemplate {
    /// Its kind, as commands name it.
    pub kind: &'static str,
    /// The folder below the content folder that such pages go to, with a `/` at its end; empty for the content folder itself.
    pub folder: &'static str,
    french: &'static str,
    english: &'static str,
}

impl PageTemplate {
    /// The page in a language, French where there is none; `TITLE` and `TODAY` are to be replaced.
    pub fn text(&self, language: Language) -> &'static str {
        if language == Language::english() {
            self.english
        } else {
            self.french
        }
    }
}

/// The pages to fill in.
pub const PAGES: &[PageTemplate] = &[
    PageTemplate {
        kind: "guide",
        folder: "guides/",
        french: include_str!("pages/guide.fr.md"),
        english: include_str!("pages/guide.en.md"),
    },
    PageTemplate {
        kind: "article",
        folder: "articles/",
        french: include_str!("pages/article.fr.md"),
        english: include_str!("pages/article.en.md"),
    },
    PageTemplate {
        kind: "organization",
        folder: "organizations/",
        french: include_str!("pages/organization.fr.md"),
        english: include_str!("pages/organization.en.md"),
    },
    PageTemplate {
        kind: "page",
        folder: "",
        french: include_str!("pages/page.fr.md"),
        english: include_str!("pages/page.en.md"),
    },
];

/// What a field, a list item or a line of the text should not say.
const TEXTS: &[&str] = &[
    "Dites en une ou deux phrases ce que l’on obtient, et pour qui.",
    "Dites en une ou deux phrases ce que l’article apporte.",
    "Nom du formulaire",
    "Nom du service",
    "À préciser",
    "À qui écrire en cas de refus, et dans quel délai.",
    "Première étape.",
    "Deuxième étape.",
    "Premier paragraphe.",
    "Ce que l’on peut y faire.",
    "Ceci est un exemple : remplacez-le par vos propres démarches.",
    "Say in one or two sentences what one gets, and for whom.",
    "Say in one or two sentences what the article brings.",
    "Name of the form",
    "Name of the service",
    "To be filled in",
    "To whom to write when refused, and by when.",
    "First step.",
    "Second step.",
    "First paragraph.",
    "What can be done there.",
    "This is an example: put your own procedures in its place.",
    NUMBER,
    STREET,
    "1 Market Square",
    "Mairie d’Exempleville",
    "00000 Exempleville",
    "Exampletown town hall",
    "00000 Exampletown",
];

/// A number that is never assigned (ARCEP reserves 01 99 00 for fiction).
pub const NUMBER: &str = "01 99 00 00 00";

/// Some towns have a street of this name: it is the template's only if no real postcode is beside it.
pub const STREET: &str = "1 place de la Mairie";

/// All of them in one pass over a text: most texts contain none. `None` if the searcher could not be built,
/// which the test below excludes.
static TEMPLATES: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    // The processor's vector instructions look for leftmost matches.
    let kind = MatchKind::LeftmostFirst;
    AhoCorasick::builder().match_kind(kind).build(TEXTS).ok()
});

/// Where a text still says what a template says, and what; in the order of the text.
pub(super) fn find(text: &str) -> Vec<(&'static str, Range<usize>)> {
    let Some(templates) = &*TEMPLATES else {
        return Vec::new();
    };
    let found = templates.find_iter(text);
    found
        .map(|at| (TEXTS[at.pattern().as_usize()], at.range()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_templates_say_is_known_here() {
        assert!(TEMPLATES.is_some());
        // A template's own sentence must be replaced; short words such as « mairie » may stay.
        let templates = PAGES.iter().flat_map(|page| [page.french, page.english]);
        for template in templates {
            let body = template.rsplit("\n---\n").next().unwrap();
            for line in body.lines().filter(|line| !line.starts_with('#')) {
                let line = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
                let line = line.trim();
                assert!(line.is_empty() || TEXTS.contains(&line), "{line}");
            }
        }
    }
}
