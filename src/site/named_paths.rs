//! The folder of each language, and the paths of pages that guichet makes itself.

use super::{OutputPath, Site};
use crate::language::Language;
use crate::markdown::slug;

impl Site {
    /// The folder that all pages of a language are published in: empty for the site's language, else `en/`.
    pub fn prefix(&self, language: Language) -> String {
        prefix(language, self.config.default_language())
    }

    /// The path of a page that guichet makes itself, named by a message of the theme (`address-keywords`); a message that
    /// is no path is replaced by its key.
    pub fn named_path(&self, language: Language, key: &str) -> OutputPath {
        let prefix = self.prefix(language);
        let path = |name: &str| OutputPath::new(format!("{prefix}{name}.html"));
        let name = slug(&self.theme.strings(language).catalogue.text(key));
        // Of a message without a letter nothing remains.
        let named = path(&name).filter(|_| !name.is_empty());
        named.or_else(|| path(key)).unwrap_or_else(unreachable_path)
    }

    /// The home page of a language.
    pub fn home(&self, language: Language) -> OutputPath {
        let path = format!("{}index.html", self.prefix(language));
        OutputPath::new(path).unwrap_or_else(unreachable_path)
    }
}

/// The folder of a language in a site whose own language is `default`.
pub(super) fn prefix(language: Language, default: Language) -> String {
    if language == default {
        String::new()
    } else {
        format!("{language}/")
    }
}

/// Slugs are paths, and so are the fixed names that stand in for them.
#[allow(clippy::expect_used)]
pub(super) fn unreachable_path() -> OutputPath {
    OutputPath::new("index.html").expect("a fixed name is a path")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
