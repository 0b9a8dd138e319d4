//! What the path of a file says about its page: stem, language, kind and address.

use super::Document;
use crate::diagnostics::{Code, Diagnostic};
use crate::language::Language;
use crate::markdown::slug;
use crate::model::{Common, Kind};
use crate::reserved::apart;

/// What the name of a file says: `guides/carte.en.md` is the English page of the stem `guides/carte`.
pub(super) struct Name<'k> {
    pub stem: String,
    pub language: Language,
    pub unlisted: Option<&'k str>,
    pub is_index: bool,
}

/// What the name of a local note has before its language and extension.
const LOCAL: &str = ".local";

/// Whether the file at this path is a local note: `F1341.local.md`, `F1341.local.en.md` or `F1341.en.local.md`.
pub fn is_local(key: &str) -> bool {
    let file = key.rsplit('/').next().unwrap_or(key);
    let bare = file.rsplit_once('.').map_or(file, |(bare, _)| bare);
    bare.ends_with(LOCAL)
        || bare
            .rsplit_once('.')
            .is_some_and(|(base, tag)| base.ends_with(LOCAL) && Language::parse(tag).is_some())
}

/// The stem and the language of the page that a local note belongs to.
pub fn page_of_local(key: &str, languages: &[Language]) -> (String, Language) {
    let name = Name::of(key, languages);
    (name.stem, name.language)
}

/// The language of the file at this path below the content folder; `languages` are those of the site, the default one first.
pub fn language_of(key: &str, languages: &[Language]) -> Language {
    Name::of(key, languages).language
}

impl<'k> Name<'k> {
    pub fn of(key: &'k str, languages: &[Language]) -> Self {
        let default = languages.first().copied().unwrap_or_default();
        let bare = key.rsplit_once('.').map_or(key, |(bare, _)| bare);
        let (folder, file) = bare
            .rsplit_once('/')
            .map_or(("", bare), |(folder, file)| (folder, file));
        let file = file.strip_suffix(LOCAL).unwrap_or(file);
        let tagged = file
            .rsplit_once('.')
            .and_then(|(base, tag)| Some((base, tag, Language::parse(tag)?)))
            // Three letters may be a word (`carte.bis.md`): what the site says is a language is one.
            .filter(|(_, tag, language)| tag.len() == 2 || languages.contains(language));
        let (base, language, unlisted) = match tagged {
            Some((base, _, language)) if languages.contains(&language) => (base, language, None),
            Some((base, tag, _)) => (base, default, Some(tag)),
            None => (file, default, None),
        };
        let base = base.strip_suffix(LOCAL).unwrap_or(base);
        let separator = if folder.is_empty() { "" } else { "/" };
        Self {
            stem: format!("{folder}{separator}{base}"),
            language,
            unlisted,
            is_index: base == "_index",
        }
    }
}

/// A part of an address.
fn part(text: &str) -> String {
    apart(slug(text))
}

impl Document {
    /// The [`address`](Self::address) that it would have in a file of another stem.
    pub fn address_at(&self, stem: &str) -> String {
        let name = Name {
            stem: stem.to_owned(),
            language: self.language,
            unlisted: None,
            is_index: self.is_index,
        };
        // What is wrong with its own part of the address has been said.
        address(&name, &self.common, &mut Vec::new())
    }
}

/// The address of a page: its file's, or the `slug` that its editor gave it.
pub(super) fn address(
    name: &Name<'_>,
    common: &Common,
    diagnostics: &mut Vec<Diagnostic>,
) -> String {
    let mut parts: Vec<String> = name.stem.split('/').map(part).collect();
    if let Some(written) = &common.slug {
        let wanted = part(&written.text);
        if wanted != written.text || wanted.is_empty() {
            let diagnostic = Diagnostic::new(Code::BadSlug, written.location.clone())
                .with("value", &written.text)
                .with("nearest", &wanted);
            diagnostics.push(match wanted.is_empty() {
                true => diagnostic,
                false => diagnostic.instead(crate::yaml::scalar(&wanted)),
            });
        }
        parts.pop();
        parts.push(wanted);
    }
    if name.is_index {
        parts.pop();
        parts.push("index".to_owned());
    }
    parts.join("/")
}

/// The kind of the pages of a folder, at any depth.
pub fn folder_kind(stem: &str) -> Kind {
    match stem.split('/').next() {
        _ if stem.ends_with("_index") => Kind::Page,
        Some("guides") if stem.contains('/') => Kind::Guide,
        Some("articles") if stem.contains('/') => Kind::Article,
        Some("organizations" | "organismes") if stem.contains('/') => Kind::Organization,
        _ => Kind::Page,
    }
}

/// A title for a page that has none, so that messages and links can still name it.
pub(super) fn title_of_name(stem: &str) -> String {
    let name = stem
        .rsplit('/')
        .next()
        .unwrap_or(stem)
        .replace(['-', '_'], " ");
    let mut characters = name.trim().chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(characters).collect()
    })
}
