//! Fluent messages of one language: the strings of pages (from a theme) and of the tool (built in).

use std::borrow::Cow;
use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::language::Language;
use crate::reasons;

/// The messages of one language, with a second language as the fallback.
pub struct Catalogue {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    is_strict: bool,
}

/// Why a Fluent file could not be read: a byte offset into it and the parser's message.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}, at byte {offset}")]
pub struct FluentError {
    /// Byte offset of the mistake.
    pub offset: usize,
    /// The parser's message.
    pub message: String,
}

impl Catalogue {
    /// Reads `sources` in order; messages of later sources replace earlier ones. Returns the catalogue and
    /// the mistakes: a file with mistakes still contributes its valid messages.
    pub fn new(language: Language, sources: &[&str]) -> (Self, Vec<FluentError>) {
        let locale = language
            .as_str()
            .parse()
            .unwrap_or_else(|_| unic_langid::LanguageIdentifier::default());
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        // The isolation characters around arguments would appear as boxes in old text browsers.
        bundle.set_use_isolating(false);
        let mut errors = Vec::new();
        for source in sources {
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) => resource,
                Err((resource, mistakes)) => {
                    errors.extend(mistakes.into_iter().map(|mistake| FluentError {
                        offset: mistake.pos.start,
                        message: mistake.kind.to_string(),
                    }));
                    resource
                }
            };
            bundle.add_resource_overriding(resource);
        }
        (
            Self {
                language,
                bundle,
                is_strict: false,
            },
            errors,
        )
    }

    /// Asserts that each message gets all its arguments: otherwise it is a bug, on which debug builds panic.
    pub fn strict(mut self) -> Self {
        self.is_strict = true;
        self
    }

    /// The language whose plural rules apply.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message `key` without arguments; the key itself if there is no such message.
    pub fn text<'a>(&'a self, key: &'a str) -> Cow<'a, str> {
        self.format(key, &[])
    }

    /// The message `key`, or `None` if the catalogue does not have it.
    pub fn find(&self, key: &str, args: &[(&str, Cow<'_, str>)]) -> Option<String> {
        let (id, attribute) = key
            .split_once('.')
            .map_or((key, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut fluent_args = FluentArgs::new();
        for (name, value) in args {
            match self.reason(name, value) {
                Some(words) => fluent_args.set(*name, FluentValue::from(words)),
                None => fluent_args.set(*name, fluent_value(value)),
            }
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&fluent_args), &mut errors);
        // A message with a missing argument would show its own source to an editor: tests find it.
        let is_missing = !errors.is_empty() && text.contains("{$");
        debug_assert!(!self.is_strict || !is_missing, "{key}: {errors:?}");
        Some(text.into_owned())
    }

    /// Why something could not be read or written, in the words of this catalogue, if that is what an argument says.
    fn reason(&self, name: &str, value: &str) -> Option<String> {
        let is_reason = matches!(name, "reason" | "detail");
        let (key, said) = is_reason.then(|| reasons::message(value))??;
        self.find(key, &[("said", said.unwrap_or("none").into())])
    }

    /// The message `key` with `args`; the key itself if there is no such message. `key.attribute` reads an
    /// attribute.
    pub fn format<'a>(&'a self, key: &'a str, args: &[(&str, Cow<'_, str>)]) -> Cow<'a, str> {
        self.find(key, args).map_or(Cow::Borrowed(key), Cow::Owned)
    }

    /// Every message among `keys` that takes no argument, for templates.
    pub fn plain<'k>(&self, keys: impl Iterator<Item = &'k str>) -> BTreeMap<String, String> {
        keys.filter_map(|key| Some((key.replace('-', "_"), self.find(key, &[])?)))
            .collect()
    }
}

/// Integers take part in plural rules; everything else is plain text.
fn fluent_value(value: &str) -> FluentValue<'_> {
    let leading_zero = value.len() > 1 && value.starts_with('0');
    let short_number =
        value.len() < 10 && !leading_zero && value.bytes().all(|b| b.is_ascii_digit());
    match value.parse::<u32>() {
        Ok(number) if short_number => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}

/// The identifiers of the messages in a Fluent file, in order.
pub fn keys(source: &str) -> Vec<String> {
    let resource = match FluentResource::try_new(source.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    resource
        .entries()
        .filter_map(|entry| match entry {
            fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    /// Where a refused word means something else: its context.
    const MEANT: &[&str] = &[
        "voie publique",
        // The verb.
        "que personne le voie",
    ];

    /// The words that `docs/french.md` refuses.
    fn refused() -> Vec<String> {
        let list = include_str!("../docs/french.md");
        let rows = list.lines().filter(|line| line.starts_with("| "));
        let cells = rows.skip(1).filter_map(|row| row.split('|').nth(3));
        let words = cells.filter(|cell| !cell.contains('('));
        words
            .flat_map(|cell| cell.split(','))
            .map(|word| word.trim().to_owned())
            .collect()
    }

    /// The part of a line to check: not the name of a message or of a variant, nor placeables or code.
    fn read(line: &str) -> String {
        let line = match line.split_once(" =") {
            Some((name, text)) if !name.trim().contains(' ') => text,
            _ => line,
        };
        let line = match line.trim_start().trim_start_matches('*').split_once(']') {
            Some((case, text)) if case.starts_with('[') => text,
            _ => line,
        };
        let mut out = String::new();
        let mut inside: Option<char> = None;
        for c in line.chars() {
            match (inside, c) {
                (None, '{') => inside = Some('}'),
                (None, '`') => inside = Some('`'),
                (Some(end), c) if c == end => inside = None,
                (None, c) => out.push(c),
                _ => {}
            }
        }
        let mut out = out.to_lowercase();
        for meant in MEANT {
            out = out.replace(meant, "");
        }
        out
    }

    fn holds(text: &str, word: &str) -> bool {
        let is_inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        text.match_indices(word).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            let after = text[at + word.len()..].chars().next();
            !before.is_some_and(is_inner) && !after.is_some_and(is_inner)
        })
    }

    #[test]
    fn one_thing_has_one_french_word() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut texts = vec![
            (
                "messages".to_owned(),
                include_str!("messages/fr.ftl").to_owned(),
            ),
            (
                "habillage".to_owned(),
                include_str!("../themes/default/i18n/fr.ftl").to_owned(),
            ),
        ];
        for file in fs::read_dir(root.join("docs/rules/fr")).unwrap() {
            let path = file.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            // Code shows what files contain.
            let prose: Vec<&str> = text.split("```").step_by(2).collect();
            texts.push((path.display().to_string(), prose.join("")));
        }
        let refused = refused();
        assert!(refused.len() > 15, "{refused:?}");
        let mut found = Vec::new();
        for (name, text) in &texts {
            for line in text
                .lines()
                .filter(|line| !line.starts_with("##") || name.ends_with(".md"))
            {
                let read = read(line);
                let words = refused
                    .iter()
                    .filter(|word| holds(&read, &word.to_lowercase()));
                found.extend(words.map(|word| format!("{name}: « {word} » in {line}")));
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
        assert!(holds(&read("    .help = cherchez une autre voie"), "voie"));
        assert!(!holds(
            &read("    [url] il faut ici une adresse web"),
            "url"
        ));
        assert!(!holds(
            &read("x = Ne pas jeter sur la voie publique"),
            "voie"
        ));
    }
}
