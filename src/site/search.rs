//! The files of a site's search and of its list from A to Z.

use std::collections::BTreeMap;

use super::outputs::OutputList;
use super::sections::part_path;
use super::{GroupKind, Output, OutputPath, PageId, SearchPlan, Site, number};
use crate::language::Language;

/// How many entries of the list from A to Z one page has: about 9 kB after gzip.
pub const INDEX_LENGTH: usize = 200;

impl Site {
    /// The pages of a language in the list from A to Z, and in the search if it is enabled: all but the texts
    /// of sections, by title.
    pub fn searched_pages(&self, language: Language) -> Vec<PageId> {
        let mut pages: Vec<(&str, PageId)> = self
            .pages_with_id()
            .map(|(id, page)| (&page.document, id))
            .filter(|(document, _)| document.language == language && !document.is_index)
            .map(|(document, id)| (document.sort_key.as_str(), id))
            .collect();
        pages.sort_unstable();
        pages.into_iter().map(|(_, id)| id).collect()
    }

    /// How many files the search of a language takes.
    pub fn search_plan(&self, language: Language) -> SearchPlan {
        let documents = self.pages.iter().map(|page| &page.document);
        let searched = documents.filter(|d| d.language == language && !d.is_index);
        let (mut pages, mut words) = (0, 0);
        for document in searched {
            pages += 1;
            words += document.texts().map(|text| text.facts.words).sum::<usize>();
        }
        SearchPlan::of(pages, words)
    }

    /// How many pages the list from A to Z takes, including the form before it: one if everything fits.
    pub fn index_parts(&self, language: Language) -> usize {
        let groups = self.groups_of(GroupKind::Keyword, language).count();
        let pages = self.pages.iter().map(|page| &page.document);
        let pages = pages.filter(|d| d.language == language && !d.is_index);
        match (groups + pages.count()).div_ceil(INDEX_LENGTH) {
            0 | 1 => 1,
            parts => parts + 1,
        }
    }

    /// The search page, `recherche.html`, or a part of its list from A to Z.
    pub fn search_path(&self, language: Language, part: usize) -> OutputPath {
        part_path(&self.named_path(language, "address-search"), part)
    }

    /// The folder of the search's files, from the top.
    pub fn search_folder(&self, language: Language) -> String {
        let path = self.search_path(language, 0);
        path.as_str().trim_end_matches(".html").to_owned()
    }

    pub(super) fn list_search(&self, language: Language, list: &mut OutputList) {
        for part in 0..self.index_parts(language) {
            let path = self.search_path(language, part);
            list.add(path, Output::Search(language, number(part)));
        }
    }

    /// Every file of every search by path, computed when one is first requested, as for sheets: the preview
    /// of a page can do without.
    pub(super) fn search_outputs(&self) -> &BTreeMap<OutputPath, Output> {
        self.search_files.get_or_init(|| {
            let languages = self.languages.iter().copied();
            let searched = languages.filter(|_| self.config.search != Some(false));
            let files = searched.flat_map(|language| {
                let folder = self.search_folder(language);
                let files = self.search_plan(language).files();
                files.filter_map(move |file| {
                    let path = OutputPath::new(format!("{folder}/{}.js", file.name()))?;
                    Some((path, Output::SearchFile(language, file)))
                })
            });
            files
                .filter(|(path, _)| !self.outputs.contains_key(path))
                .collect()
        })
    }
}
