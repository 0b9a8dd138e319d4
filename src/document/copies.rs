//! New pages from templates and from other pages.

use super::templates::PageTemplate;
use super::{WrittenFields, change_fields, has_english_fields};
use crate::edit::{FieldChange, FieldError, FieldStep, FieldValue};
use crate::language::Language;
use crate::markdown::slug;
use crate::model::record::Key;
use crate::model::schema;
use crate::spelling::fold_key;
use crate::yaml::scalar;

impl PageTemplate {
    /// The page in a language, French where there is none, with a title and a day (`2026-11-03`).
    pub fn filled(&self, language: Language, title: &str, today: &str) -> String {
        let text = self.text(language);
        let text = text.replace("TITLE", &scalar(title));
        text.replace("TODAY", today)
    }
}

/// The name of the file of a page with this title, without its ending; `None` if the title has no letter or digit.
pub fn file_name(title: &str) -> Option<String> {
    /// A name longer than this is cut by some systems, and by paper.
    const LONGEST: usize = 80;
    let mut name = slug(title);
    name.truncate(LONGEST);
    let name = name.trim_end_matches('-');
    (!name.is_empty()).then(|| name.to_owned())
}

/// The text of a page as a draft of another one: with another title, and without what is true of the first alone: its
/// addresses and its review.
///
/// # Errors
///
/// If its front matter is written in a way that does not allow that.
pub fn as_copy(text: &str, title: &str) -> Result<String, FieldError> {
    let mut changes = removals(text, &["aliases", "slug", "reviewed", "translated_from"]);
    changes.push(set(text, "title", title));
    changes.push(set(text, "draft", yes(text)));
    change_fields(text, &changes)
}

/// The text of a page as the draft of its translation, which is made from the text with this code.
///
/// # Errors
///
/// If its front matter is written in a way that does not allow that.
pub fn as_translation(text: &str, code: &str) -> Result<String, FieldError> {
    let mut changes = removals(text, &["aliases", "slug", "reviewed"]);
    changes.push(set(text, "translated_from", code));
    changes.push(set(text, "draft", yes(text)));
    change_fields(text, &changes)
}

fn yes(text: &str) -> &'static str {
    match has_english_fields(text) {
        true => "yes",
        false => "oui",
    }
}

/// The key of a field that every page may have.
fn key(name: &str) -> Option<&'static Key> {
    let keys = schema::keys(crate::model::Kind::Page);
    let mut keys = keys.into_iter().flatten();
    keys.find(|key| key.name == name)
}

fn set(text: &str, name: &'static str, value: &str) -> FieldChange {
    let shown = key(name).map_or(name, |key| key.shown(!has_english_fields(text)));
    let path = vec![FieldStep::Field(shown.to_owned())];
    FieldChange::Set(path, FieldValue::Text(value.to_owned()))
}

/// Removes those of these fields that the text has.
fn removals(text: &str, names: &[&'static str]) -> Vec<FieldChange> {
    let FieldValue::Record(fields) = WrittenFields::of_page(text).values else {
        return Vec::new();
    };
    let written = fields.iter().map(|(written, _)| written);
    let gone = written.filter(|written| {
        let folded = fold_key(written);
        let mut keys = names.iter().filter_map(|name| key(name));
        keys.any(|key| key.is(&folded))
    });
    gone.map(|written| FieldChange::Remove(vec![FieldStep::Field(written.clone())]))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "---\ntitre: Carte # nom\nadresse-page: carte\nanciennes-adresses: [/x/]\nvérifié: 2026-10-01\nrésumé: Un mot.\n---\nTexte.\n";

    #[test]
    fn a_copy_says_nothing_of_where_the_first_was() {
        let copy = as_copy(PAGE, "Passeport").unwrap();
        assert_eq!(
            copy,
            "---\ntitre: Passeport # nom\nrésumé: Un mot.\nbrouillon: oui\n---\nTexte.\n"
        );
        let bare = as_copy("Texte.\n", "Note: 1").unwrap();
        assert!(
            bare.starts_with("---\ntitre: \"Note: 1\"\nbrouillon: oui\n---\n"),
            "{bare}"
        );
    }

    #[test]
    fn a_translation_says_what_it_is_made_from() {
        let copy = as_translation(PAGE, "a1b2c3").unwrap();
        assert!(
            copy.contains("titre: Carte # nom\n") && copy.contains("traduit-de: a1b2c3\n"),
            "{copy}"
        );
        assert!(
            copy.contains("brouillon: oui\n") && !copy.contains("/x/"),
            "{copy}"
        );
        let english = as_translation("---\ntitle: Card\n---\n", "a1b2c3").unwrap();
        assert!(
            english.contains("translated_from: a1b2c3\ndraft: yes\n"),
            "{english}"
        );
    }

    #[test]
    fn names_of_files_are_short_and_plain() {
        assert_eq!(
            file_name("Carte d’identité").as_deref(),
            Some("carte-d-identite")
        );
        assert_eq!(file_name("? !"), None);
        let long = file_name(&"mot ".repeat(40)).unwrap();
        assert!(long.len() <= 80 && !long.ends_with('-'));
    }
}
