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
    use std::fs;
    use std::path::Path;

    use walkdir::WalkDir;

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

    #[test]
    fn what_the_system_says_is_said_in_the_language_of_the_reader() {
        use std::io::ErrorKind as Kind;
        let kinds = [
            Kind::NotFound,
            Kind::PermissionDenied,
            Kind::IsADirectory,
            Kind::AlreadyExists,
            Kind::UnexpectedEof,
            Kind::InvalidData,
            Kind::InvalidInput,
            Kind::FileTooLarge,
            Kind::Unsupported,
            Kind::Other,
        ];
        for language in [Language::french(), Language::english()] {
            let said = |error: std::io::Error| {
                let reason = crate::reasons::reason(&error).into();
                let args = [("path", "a".into()), ("reason", reason)];
                of(language).format("write-failed", &args).into_owned()
            };
            for kind in kinds {
                let shown = kind.to_string();
                assert!(!said(kind.into()).contains(&shown), "{language}: {shown}");
            }
            // The original follows where it says more.
            let zip = std::io::Error::new(Kind::InvalidData, "no directory");
            assert!(said(zip).ends_with(" (no directory)"), "{language}");
            let unusual = said(std::io::Error::from_raw_os_error(5));
            assert!(unusual.ends_with("(os error 5))"), "{unusual}");
        }
        // What an editor writes is shown as it is.
        let title = [("title", "entity not found".into()), ("points", "a".into())];
        let line = of(Language::french())
            .format("import-news-page", &title)
            .into_owned();
        assert!(line.starts_with("entity not found"), "{line}");
    }

    /// The beginnings of keys that code completes with a number or an editor's word.
    const NUMBERED: &[&str] = &["day-", "kind-", "kinds-", "month-", "nth-", "value-"];

    /// The beginnings of keys that code completes with a name of its own: of a format, a command, an importer.
    const NAMED: &[&str] = &[
        "atelier-example-",
        "atelier-field-",
        "atelier-help-",
        "atelier-kind-",
        "atelier-localized-",
        "atelier-name-",
        "atelier-severity-",
        "atelier-todo-",
        "atelier-value-",
        "due-event-",
        "edition-part-",
        "help-",
        "init-get-",
        "import-source-",
        "init-imported-",
        "passed-over-",
        "report-",
        "section-",
        "sheet-file-",
        "sheet-name-",
    ];

    /// All that may ask for a message: code without its tests, templates, sheets, scripts.
    fn askers() -> String {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let folders = [
            "src",
            "crates",
            "themes/default/templates",
            "themes/default/sheets",
        ];
        let files = folders
            .into_iter()
            .flat_map(|folder| WalkDir::new(root.join(folder)));
        let mut text = String::new();
        for file in files.map(Result::unwrap) {
            let path = file.path();
            let below = path.strip_prefix(root).unwrap();
            let is_test = below
                .components()
                .any(|part| matches!(part.as_os_str().to_str(), Some("tests" | "tests.rs")));
            let ending = path.extension().and_then(|ending| ending.to_str());
            if !is_test && matches!(ending, Some("rs" | "html" | "typ" | "xml")) {
                let written = fs::read_to_string(path).unwrap();
                text += written.split("#[cfg(test)]\nmod tests {").next().unwrap();
            }
        }
        text
    }

    /// Whether a key is between quotation marks in code, alone or before an attribute, or the name of a value in
    /// a template, or part of another message.
    fn is_asked(key: &str, askers: &str, messages: &str) -> bool {
        let value = format!("t.{}", key.replace('-', "_"));
        let is_letter = |c: char| c.is_alphanumeric() || c == '_';
        let is_value = askers
            .match_indices(&value)
            .any(|(at, _)| !askers[at + value.len()..].starts_with(is_letter));
        let is_named = NAMED.iter().any(|start| {
            let name = key.strip_prefix(start).unwrap_or_default();
            let name = name.strip_suffix("-reading").unwrap_or(name);
            let name = name.strip_prefix("import-").unwrap_or(name);
            let is_quoted = |name: &str| askers.contains(&format!("\"{name}\""));
            // `help-import-NAME-OPTION`, `help-init-OPTION`: each is named.
            let of_options = ["help-import-", "help-init-"];
            let is_option = || {
                let mut starts = of_options.iter();
                starts.any(|start| key.starts_with(start)) && name.split('-').all(is_quoted)
            };
            !name.is_empty() && (is_quoted(name) || is_option())
        });
        is_value
            || is_named
            || NUMBERED.iter().any(|start| key.starts_with(start))
            || [format!("\"{key}\""), format!("\"{key}.")]
                .iter()
                .any(|quoted| askers.contains(quoted))
            || messages.contains(&format!("{{ {key} }}"))
    }

    #[test]
    fn every_message_is_asked_for() {
        let theme = include_str!("../themes/default/i18n/fr.ftl");
        let askers = askers();
        for messages in [FRENCH, theme] {
            let keys = keys(messages);
            let unasked = keys.iter().filter(|key| !is_asked(key, &askers, messages));
            assert_eq!(unasked.collect::<Vec<_>>(), Vec::<&String>::new());
        }
        for start in NAMED.iter().chain(NUMBERED) {
            let completed = [format!("\"{start}{{"), format!("\"{start}\"")];
            assert!(
                completed.iter().any(|quoted| askers.contains(quoted)),
                "{start}"
            );
        }
        for dead in ["keywords-title", "help-nobody", "search-titles"] {
            assert!(!is_asked(dead, &askers, theme), "{dead}");
        }
    }
}
