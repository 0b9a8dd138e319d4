//! The languages of pages, and what replaces a missing translation.

use std::collections::HashSet;

use rustc_hash::FxHashMap;

use super::outputs::OutputList;
use super::{Output, OutputPath, Page, PageId, Site, page_id};
use crate::document::Document;
use crate::language::Language;

impl Site {
    /// The pages of one stem: a page and its translations.
    pub fn translations(&self, stem: &str) -> &[PageId] {
        self.by_stem.get(stem).map_or(&[], Vec::as_slice)
    }

    /// The page in a language, or the one that says that it is not translated; `None` if neither is
    /// published.
    pub fn path_in(&self, id: PageId, language: Language) -> Option<OutputPath> {
        let all = self.translations(&self.page(id).document.stem);
        let mut pages = all.iter().map(|id| self.page(*id));
        if let Some(page) = pages.find(|page| page.document.language == language) {
            return Some(page.path.clone());
        }
        let path = self.untranslated_path(*all.first()?, language);
        path.filter(|path| matches!(self.outputs.get(path), Some(Output::Untranslated(..))))
    }

    /// The address of what says that a page is not translated; the first of its translations represents all.
    fn untranslated_path(&self, first: PageId, language: Language) -> Option<OutputPath> {
        let address = &self.page(first).document.address;
        OutputPath::new(format!("{}{address}.html", self.prefix(language)))
    }

    /// The original of a page: the same page in the site's language. `None` for the original itself, and if
    /// there is none.
    pub fn original_of(&self, id: PageId) -> Option<PageId> {
        let document = &self.page(id).document;
        let default = self.config.default_language();
        if document.language == default {
            return None;
        }
        let mut all = self.translations(&document.stem).iter().copied();
        all.find(|other| self.page(*other).document.language == default)
    }

    /// The texts of a document's original, with their language; `None` if it has no original.
    pub fn original_texts(&self, document: &Document) -> Option<(Language, &HashSet<String>)> {
        let default = self.config.default_language();
        if document.language == default {
            return None;
        }
        let mut all = self.translations(&document.stem).iter();
        let original = all.find(|id| self.page(**id).document.language == default)?;
        Some((default, self.page(*original).document.said()))
    }

    /// The page of a stem in `language`, otherwise in the site's language, otherwise in any.
    pub fn page_of_stem(&self, stem: &str, language: Language) -> Option<PageId> {
        let all = self.translations(stem);
        let in_language = |wanted| {
            all.iter()
                .copied()
                .find(|id| self.page(*id).document.language == wanted)
        };
        in_language(language)
            .or_else(|| in_language(self.config.default_language()))
            .or_else(|| all.first().copied())
    }

    /// For each page and each language that it is not translated into, a page at the translation's address
    /// that says so and offers the others: a reader's language is one link away from any page.
    pub(super) fn list_untranslated(&self, list: &mut OutputList) {
        if self.languages.len() < 2 {
            return;
        }
        for (id, page) in self.pages_with_id() {
            let document = &page.document;
            let all = self.translations(&document.stem);
            if document.is_index || all.first() != Some(&id) {
                continue;
            }
            for language in &self.languages {
                if !all
                    .iter()
                    .any(|id| self.page(*id).document.language == *language)
                    && let Some(path) = self.untranslated_path(id, *language)
                {
                    list.add(path, Output::Untranslated(id, *language));
                }
            }
        }
    }
}

/// The pages of each stem: a page and its translations.
pub(super) fn by_stem(pages: &[Page]) -> FxHashMap<String, Vec<PageId>> {
    let mut all: FxHashMap<String, Vec<PageId>> = FxHashMap::default();
    all.reserve(pages.len());
    for (index, page) in pages.iter().enumerate() {
        let stem = page.document.stem.clone();
        all.entry(stem).or_default().push(page_id(index));
    }
    all
}
