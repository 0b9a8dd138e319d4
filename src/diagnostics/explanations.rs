//! The documentation page of each rule, in French and English, from `docs/rules/`.

use include_dir::{Dir, include_dir};

use super::Code;
use crate::language::Language;

static PAGES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/docs/rules");

/// The page for mistakes that need no more than their message: those of reading a file.
const READING: &str = "reading";

/// The page of a code in a language, as Markdown; in English for languages without pages.
pub fn page(code: Code, language: Language) -> &'static str {
    let folder = if language.is_french() { "fr" } else { "en" };
    let text = |name: &str| {
        PAGES
            .get_file(format!("{folder}/{name}.md"))?
            .contents_utf8()
    };
    text(code.name())
        .or_else(|| text(READING))
        .unwrap_or_default()
}

/// Whether a code has its own page.
pub fn has_page(code: Code) -> bool {
    PAGES.contains(format!("fr/{}.md", code.name()))
}

/// What a code means, in one sentence: the first of its page.
pub fn summary(code: Code, language: Language) -> &'static str {
    let paragraphs = page(code, language).split("\n\n");
    paragraphs.skip(1).map(str::trim).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a code needs is asked for where the rules are listed.
    #[test]
    fn each_page_is_that_of_a_code() {
        for language in [Language::french(), Language::english()] {
            let folder = PAGES.get_dir(language.as_str()).unwrap();
            for file in folder.files() {
                let name = file.path().file_stem().unwrap().to_string_lossy();
                let known = Code::ALL.iter().any(|code| code.name() == name);
                assert!(known || name == READING, "{language}: {name}");
            }
        }
    }
}
