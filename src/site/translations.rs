//! The languages in which pages stand, and what stands where one is missing.

use std::collections::HashSet;

use super::outputs::OutputList;
use super::{OutputPath, PageId, Site};
use crate::document::Document;
use crate::language::Language;
use crate::outputs::Output;

impl Site {
    /// The pages of one stem: a page and its translations.
    pub fn translations(&self, stem: &str) -> &[PageId] {
        self.by_stem.get(stem).map_or(&[], Vec::as_slice)
    }

    /// Where a page stands in a language, or what says that it is not translated; `None` where neither is published.
    pub fn path_in(&self, id: PageId, language: Language) -> Option<OutputPath> {
        let document = &self.page(id).document;
        let all = self.translations(&document.stem).iter();
        let mut all = all.map(|id| self.page(*id));
        if let Some(page) = all.find(|page| page.document.language == language) {
            return Some(page.path.clone());
        }
        let path = OutputPath::new(format!(
            "{}{}.html",
            self.prefix(language),
            document.address
        ));
        path.filter(|path| matches!(self.outputs.get(path), Some(Output::Untranslated(..))))
    }

    /// What a page is the translation of: the same page in the site's language. `None` for that one, and where there is none.
    pub fn original_of(&self, id: PageId) -> Option<PageId> {
        let document = &self.page(id).document;
        let default = self.config.default_language();
        if document.language == default {
            return None;
        }
        let mut all = self.translations(&document.stem).iter().copied();
        all.find(|other| self.page(*other).document.language == default)
    }

    /// The texts of the page that a document is the translation of, with their language; `None` where it is none.
    pub fn original_texts(&self, document: &Document) -> Option<(Language, &HashSet<String>)> {
        let default = self.config.default_language();
        if document.language == default {
            return None;
        }
        let mut all = self.translations(&document.stem).iter();
        let original = all.find(|id| self.page(**id).document.language == default)?;
        Some((default, self.page(*original).document.said()))
    }

    /// The page of a stem in `language`, else in the site's language, else in any.
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

    /// For each page and each language that it is not translated into, a page at the address of the translation that says so and
    /// offers the others: from any page, a reader's language is one link away.
    pub(super) fn list_untranslated(&self, list: &mut OutputList) {
        if self.languages.len() < 2 {
            return;
        }
        for (id, page) in self.pages_with_id() {
            let document = &page.document;
            let all = self.translations(&document.stem);
            // Of several translations, the first speaks for all.
            if document.is_index || all.first() != Some(&id) {
                continue;
            }
            for language in &self.languages {
                if !all
                    .iter()
                    .any(|id| self.page(*id).document.language == *language)
                {
                    let path = format!("{}{}.html", self.prefix(*language), document.address);
                    if let Some(path) = OutputPath::new(path) {
                        list.add(path, Output::Untranslated(id, *language));
                    }
                }
            }
        }
    }
}
