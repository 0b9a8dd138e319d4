//! The built-in theme is valid, and the same in all its languages.

use std::collections::BTreeSet;
use std::path::Path;

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};

use super::*;
use crate::model::SheetFormat;

/// The languages of the built-in theme: French and English, and then the others.
fn languages() -> Vec<&'static str> {
    let files = BUILT_IN.get_dir("i18n").into_iter().flat_map(Dir::files);
    let codes = files.filter_map(|file| file.path().file_stem()?.to_str());
    let others = codes.filter(|code| !matches!(*code, "fr" | "en"));
    ["fr", "en"].into_iter().chain(others).collect()
}

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// What a language of the theme needs besides its file, and what a format of sheets needs besides its line in
/// `model/sheet.rs`. (That the file of a language has all words is tested below.)
#[test]
fn each_language_and_format_has_all_that_it_needs() {
    let mut missing = Vec::new();
    let mut require = |is_there: bool, what: String| {
        if !is_there {
            missing.push(what);
        }
    };
    let page = read("docs/reach.md");
    for code in languages() {
        let language = Language::parse(code).unwrap();
        let has_name = language.endonym() != code;
        require(
            has_name,
            format!("the own name of {code} in src/language/mod.rs"),
        );
        let mut names = Language::names().filter(|name| name.chars().count() > 3);
        let is_named = names
            .any(|name| Language::named(name).is_some_and(|named| named.language() == language));
        require(
            is_named,
            format!("a French name of {code} in src/language/named.rs"),
        );
        let is_listed = page.contains(&format!("(`{code}`)"));
        require(is_listed, format!("(`{code}`) in docs/reach.md"));
    }
    let page = read("docs/sheets.md");
    for format in SheetFormat::BUILT_IN {
        let name = format.name();
        let template = format.facts().template;
        let is_there = BUILT_IN.get_file(template).is_some();
        require(is_there, format!("themes/default/{template}"));
        let is_listed = page.contains(&format!("`{}`", format.shown(true)));
        require(
            is_listed,
            format!("`{}` in docs/sheets.md", format.shown(true)),
        );
        let english = read("themes/default/i18n/en.ftl");
        let mut keys = vec![format!("sheet-file-{name}"), format!("sheet-name-{name}")];
        if format.facts().imposition.is_some() {
            keys.push(format!("sheet-name-{name}-reading"));
        }
        for key in keys {
            let is_there = english.contains(&format!("\n{key} = "));
            require(is_there, format!("`{key}` in themes/default/i18n"));
        }
    }
    assert!(missing.is_empty(), "missing:\n{}", missing.join("\n"));
}

fn keys(file: &str) -> BTreeSet<String> {
    catalogue::keys(file).into_iter().collect()
}

#[test]
fn it_is_sound_in_all_its_languages() {
    let known: Vec<Language> = languages()
        .into_iter()
        .filter_map(Language::parse)
        .collect();
    let (theme, diagnostics) =
        Theme::load(Path::new("/nowhere"), &ThemeChoice::in_languages(&known));
    assert_eq!(diagnostics, []);
    assert!(!theme.style.left_to_right.is_empty());
    assert!(theme.style.right_to_left.contains("right:-99em"));
    let text = |language: &str| &*theme.files[&format!("i18n/{language}.ftl")].text;
    assert_eq!(catalogue::keys(text("fr")), catalogue::keys(text("en")));
    for language in languages() {
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
    let mut wrong = Vec::new();
    let mut compare = |folder: &str, languages: &[&str]| {
        let files: Vec<(&str, String)> = languages
            .iter()
            .map(|language| (*language, read(&format!("{folder}/{language}.ftl"))))
            .collect();
        let known: Vec<Vec<MessageShape>> =
            files[..2].iter().map(|(_, text)| messages(text)).collect();
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
    compare("themes/default/i18n", &languages());
    compare("src/messages", &["fr", "en"]);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// A message: its name, its arguments, and the forms of each of its selectors.
#[derive(Default)]
struct MessageShape {
    name: String,
    arguments: BTreeSet<String>,
    forms: Vec<BTreeSet<String>>,
}

fn messages(text: &str) -> Vec<MessageShape> {
    let resource = fluent_syntax::parser::parse(text.to_owned()).unwrap();
    let entries = resource.body.iter();
    entries
        .filter_map(|entry| {
            let Entry::Message(message) = entry else {
                return None;
            };
            let name = message.id.name.clone();
            let mut found = MessageShape {
                name,
                ..MessageShape::default()
            };
            let attributes = message.attributes.iter().map(|attribute| &attribute.value);
            for pattern in message.value.iter().chain(attributes) {
                found.read(pattern);
            }
            Some(found)
        })
        .collect()
}

impl MessageShape {
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
