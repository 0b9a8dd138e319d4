//! The built-in theme is valid, and the same in all its languages.

use std::collections::BTreeSet;
use std::path::Path;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

use super::*;

const LANGUAGES: [&str; 8] = ["fr", "en", "ar", "es", "pt", "ro", "tr", "uk"];

fn keys(file: &str) -> BTreeSet<String> {
    catalogue::keys(file).into_iter().collect()
}

#[test]
fn it_is_sound_in_all_its_languages() {
    let languages: Vec<Language> = LANGUAGES.into_iter().filter_map(Language::parse).collect();
    let (theme, diagnostics) = Theme::load(Path::new("/nowhere"), None, &languages);
    assert_eq!(diagnostics, []);
    assert!(!theme.style.left_to_right.is_empty());
    assert!(theme.style.right_to_left.contains("right:-99em"));
    let text = |language: &str| &*theme.files[&format!("i18n/{language}.ftl")].text;
    assert_eq!(catalogue::keys(text("fr")), catalogue::keys(text("en")));
    for language in LANGUAGES {
        // Addresses use Latin letters: languages in other scripts keep the English ones.
        let is_address =
            |key: &&String| key.starts_with("address-") || key.starts_with("sheet-file-");
        let (own, english) = (keys(text(language)), keys(text("en")));
        let missing: Vec<&String> = english
            .difference(&own)
            .filter(|key| !is_address(key))
            .collect();
        assert!(
            missing.is_empty() && own.is_subset(&english),
            "{language}: {missing:?}"
        );
    }
}

/// A message uses only arguments that it is given: those that the French or the English one uses. If it
/// distinguishes numbers, it has exactly the forms that its language has for integers (Unicode CLDR, plural
/// rules).
#[test]
fn messages_know_the_same_arguments_and_the_forms_of_their_language() {
    let read = |path: &str| {
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
    };
    let mut wrong = Vec::new();
    let mut compare = |folder: &str, languages: &[&str]| {
        let files: Vec<(&str, String)> = languages
            .iter()
            .map(|language| (*language, read(&format!("{folder}/{language}.ftl"))))
            .collect();
        let known: Vec<Vec<Message>> = files[..2].iter().map(|(_, text)| messages(text)).collect();
        for (language, text) in &files {
            for message in messages(text) {
                let same = known
                    .iter()
                    .flatten()
                    .filter(|known| known.name == message.name);
                let arguments: BTreeSet<&String> =
                    same.flat_map(|known| &known.arguments).collect();
                for argument in &message.arguments {
                    // The gender of a day decides the form of "first", which French and English need not
                    // know.
                    let is_day = message.name.starts_with("nth-") && argument == "number";
                    if !arguments.contains(argument) && !is_day {
                        wrong.push(format!("{language}: {} knows no ${argument}", message.name));
                    }
                }
                for forms in &message.forms {
                    wrong.extend(
                        misfit(language, forms)
                            .map(|why| format!("{language}: {} {why}", message.name)),
                    );
                }
            }
        }
    };
    compare("themes/default/i18n", &LANGUAGES);
    compare("src/messages", &["fr", "en"]);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A message: its name, its arguments, and the forms of each of its selectors.
#[derive(Default)]
struct Message {
    name: String,
    arguments: BTreeSet<String>,
    forms: Vec<BTreeSet<String>>,
}

fn messages(text: &str) -> Vec<Message> {
    let resource = fluent_syntax::parser::parse(text.to_owned()).unwrap();
    let entries = resource.body.iter();
    entries
        .filter_map(|entry| {
            let Entry::Message(message) = entry else {
                return None;
            };
            let name = message.id.name.clone();
            let mut found = Message {
                name,
                ..Message::default()
            };
            let attributes = message.attributes.iter().map(|attribute| &attribute.value);
            for pattern in message.value.iter().chain(attributes) {
                found.read(pattern);
            }
            Some(found)
        })
        .collect()
}

impl Message {
    fn read(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                let form = |variant: &Variant<String>| match &variant.key {
                    VariantKey::Identifier { name } => name.clone(),
                    VariantKey::NumberLiteral { value } => value.clone(),
                };
                self.forms.push(variants.iter().map(form).collect());
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.arguments.insert(id.name.clone());
            }
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            _ => {}
        }
    }
}

/// What is wrong with the forms of a selector in a language; nothing if it does not select by number.
fn misfit(language: &str, forms: &BTreeSet<String>) -> Option<String> {
    const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];
    let written: BTreeSet<&str> = forms
        .iter()
        .map(String::as_str)
        .filter(|form| CATEGORIES.contains(form))
        .collect();
    if written.iter().all(|form| *form == "other") {
        return None;
    }
    let locale: unic_langid::LanguageIdentifier = language.parse().unwrap();
    let rules = PluralRules::create(locale, PluralRuleType::CARDINAL).unwrap();
    let name = |number: u32| match rules.select(number).unwrap() {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    };
    let mut needed: BTreeSet<&str> = (0..1000).map(name).collect();
    if let Some(form) = written
        .iter()
        .find(|form| **form != "other" && !needed.contains(*form))
    {
        return Some(format!("has a form [{form}], which the language has not"));
    }
    // A language that reserves "other" for fractions uses its last form there.
    if !needed.remove("other") {
        needed.remove("many");
    }
    // Nothing is ever counted as zero: such a sentence is left out, or has a form [0].
    needed.remove("zero");
    let missing = needed.iter().find(|form| !written.contains(*form))?;
    Some(format!("has no form [{missing}]"))
}
