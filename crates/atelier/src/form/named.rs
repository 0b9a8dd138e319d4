//! Values by names: what the names are, and what may stand beside them.

use guichet::catalogue::Catalogue;
use guichet::diagnostics::{Code, Severity, explanations};
use guichet::model::choice::{shown_name, shown_names};
use serde::Serialize;

use super::FieldChoice;

/// What the names of a field's values are, and what the values.
#[derive(Debug, Serialize)]
pub(crate) struct NamedWords {
    name: String,
    value: String,
    /// The names that there are, where the editor does not choose them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    names: Vec<RuleName>,
    /// What each value may be.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<FieldChoice>,
}

/// A rule that a site may change, or a page be excepted from.
#[derive(Debug, Serialize)]
struct RuleName {
    value: &'static str,
    /// What it finds, in a sentence.
    label: &'static str,
    /// What it is about: how texts are written, sheets, or the rest.
    part: &'static str,
    /// How severe it is where a site says nothing, as one of the values.
    usual: &'static str,
}

/// What a field's names and values are; `None` for a field that has no words of its own for them.
pub(super) fn words_of(field: &str, messages: &Catalogue, in_file: bool) -> Option<NamedWords> {
    let say = |start: &str| messages.find(&format!("{start}{field}"), &[]);
    let severities = || {
        let values = shown_names(Severity::NAMES, in_file).into_iter();
        let words = ["error", "warning", "off"];
        let choice = |(value, word): (&'static str, &str)| FieldChoice {
            value,
            label: messages
                .find(&format!("atelier-severity-{word}"), &[])
                .unwrap_or_default(),
        };
        values.zip(words).map(choice).collect()
    };
    Some(NamedWords {
        name: say("atelier-name-")?,
        value: say("atelier-value-")?,
        names: match field {
            "checks" | "allow" => rules(messages, in_file),
            _ => Vec::new(),
        },
        values: match field {
            "checks" => severities(),
            _ => Vec::new(),
        },
    })
}

fn rules(messages: &Catalogue, in_file: bool) -> Vec<RuleName> {
    let codes = Code::ALL.iter().copied();
    let rule = |code: Code| RuleName {
        value: code.name(),
        label: explanations::summary(code, messages.language()),
        part: match code {
            _ if code.is_advice() => "writing",
            _ if code.is_of_sheets() => "sheets",
            _ => "rest",
        },
        usual: shown_name(Severity::NAMES, code.default_severity(), in_file),
    };
    codes
        .filter(|code| code.is_adjustable())
        .map(rule)
        .collect()
}

#[cfg(test)]
mod tests {
    use guichet::language::Language;
    use guichet::messages;

    use super::*;

    #[test]
    fn rules_are_sentences_and_their_severities_are_choices() {
        for language in [Language::french(), Language::english()] {
            let words = words_of("checks", &messages::of(language), true).unwrap();
            assert_eq!(words.values.len(), 3);
            let mut labels: Vec<&str> = words.names.iter().map(|rule| rule.label).collect();
            assert!(
                labels.iter().all(|label| label.ends_with('.')),
                "{labels:?}"
            );
            let is_choice = |usual: &str| words.values.iter().any(|one| one.value == usual);
            assert!(words.names.iter().all(|rule| is_choice(rule.usual)));
            // Each is told from the others.
            labels.sort_unstable();
            labels.dedup();
            assert_eq!(labels.len(), words.names.len());
        }
    }

    #[test]
    fn a_field_without_such_words_has_none() {
        let messages = messages::of(Language::french());
        assert!(words_of("title", &messages, true).is_none());
        assert!(words_of("jargon", &messages, true).is_some_and(|words| words.names.is_empty()));
    }
}
