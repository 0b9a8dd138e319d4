//! Sections: the folders that hold pages, in each language.

use std::collections::BTreeMap;

use super::named_paths::{prefix, unreachable_path};
use super::ranks::Ranks;
use super::{OutputPath, Page, PageId, Site, page_id};
use crate::document::{Details, folder_kind};
use crate::language::Language;
use crate::markdown::slug;
use crate::model::Kind;
use crate::theme::Theme;

/// How many entries a list shows before it continues on another page: about 10 kB of HTML.
pub const LIST_LENGTH: usize = 100;

/// A folder with pages.
#[derive(Debug, Clone)]
pub struct Section {
    /// The folder below the content folder; never the top, which is the home page.
    pub folder: String,
    /// The language of its pages.
    pub language: Language,
    /// Its title.
    pub title: String,
    /// The kind of most of its pages.
    pub kind: Kind,
    /// Its own text.
    pub index: Option<PageId>,
    /// Its pages: latest first if they are dated, otherwise by title.
    pub pages: Vec<PageId>,
    /// Whether its pages are articles.
    pub is_dated: bool,
    path: OutputPath,
}

impl Section {
    /// How many pages its list takes.
    pub fn parts(&self) -> usize {
        parts(self.pages.len())
    }

    /// The address of its list, or of the continuation `part` of it.
    pub fn part_path(&self, part: usize) -> OutputPath {
        part_path(&self.path, part)
    }

    /// The address of its feed.
    pub fn feed_path(&self) -> OutputPath {
        with_ending(&self.path, ".html", "/atom.xml", "index.html")
    }
}

/// How many pages a list of `length` entries takes; an empty list takes one.
pub(super) fn parts(length: usize) -> usize {
    length.div_ceil(LIST_LENGTH).max(1)
}

/// `guides/index.html`, then `guides/index-2.html`.
pub(super) fn part_path(first: &OutputPath, part: usize) -> OutputPath {
    if part == 0 {
        return first.clone();
    }
    let bare = first.as_str().trim_end_matches(".html");
    OutputPath::new(format!("{bare}-{}.html", part + 1)).unwrap_or_else(|| first.clone())
}

/// `articles/index.html` → `articles/atom.xml`, `campagnes/x.html` → `campagnes/x/atom.xml`.
pub(super) fn with_ending(path: &OutputPath, from: &str, to: &str, index: &str) -> OutputPath {
    let text = path.as_str();
    let new = match text.strip_suffix(index) {
        Some(folder) => format!("{folder}{}", to.trim_start_matches('/')),
        None => format!("{}{to}", text.trim_end_matches(from)),
    };
    OutputPath::new(new).unwrap_or_else(unreachable_path)
}

/// All sections, sorted by language and folder.
pub(super) fn gather(
    pages: &[Page],
    ranks: &Ranks,
    default: Language,
    theme: &Theme,
) -> Vec<Section> {
    let mut sections: BTreeMap<(Language, String), Section> = BTreeMap::new();
    for (index, page) in pages.iter().enumerate() {
        let document = &page.document;
        let folder = document.folder();
        if folder.is_empty() {
            continue;
        }
        let section = sections
            .entry((document.language, folder.to_owned()))
            .or_insert_with(|| new_section(folder, document.language, default, theme));
        if document.is_index {
            section.index = Some(page_id(index));
            section.title.clone_from(&document.common.title);
        } else {
            section.pages.push(page_id(index));
        }
    }
    // A folder that only holds folders is a section too: what is below is reached from there.
    let folders: Vec<(Language, String)> = sections.keys().cloned().collect();
    for (language, folder) in folders {
        for (at, _) in folder.match_indices('/') {
            let above = &folder[..at];
            sections
                .entry((language, above.to_owned()))
                .or_insert_with(|| new_section(above, language, default, theme));
        }
    }
    let mut sections: Vec<Section> = sections.into_values().collect();
    for section in &mut sections {
        if section.is_dated {
            ranks.sort_latest_first(&mut section.pages);
        } else {
            ranks.sort_by_title(&mut section.pages);
        }
    }
    sections
}

fn new_section(folder: &str, language: Language, default: Language, theme: &Theme) -> Section {
    let kind = folder_kind(&format!("{folder}/x"));
    let strings = &theme.strings(language).catalogue;
    let key = format!("section-{}", kind.name());
    let title = match folder.rsplit('/').next().unwrap_or(folder) {
        _ if kind != Kind::Page && !folder.contains('/') => strings.text(&key).into_owned(),
        name => {
            let mut characters = name.chars();
            let first = characters.next().map(|c| c.to_uppercase().to_string());
            first.unwrap_or_default() + characters.as_str()
        }
    };
    let slugs: Vec<String> = folder.split('/').map(slug).collect();
    let path = format!(
        "{}{}/index.html",
        prefix(language, default),
        slugs.join("/")
    );
    Section {
        folder: folder.to_owned(),
        language,
        title,
        kind,
        index: None,
        pages: Vec::new(),
        is_dated: kind == Kind::Article,
        path: OutputPath::new(path).unwrap_or_else(unreachable_path),
    }
}

impl Site {
    /// The sections of a language in the order in which they are offered: guides, articles, the directory, other pages; each before those
    /// below it.
    pub fn sections_of(&self, language: Language) -> Vec<&Section> {
        let sections = self.sections.iter();
        let mut sections: Vec<&Section> = sections
            .filter(|section| section.language == language)
            .collect();
        sections.sort_by_key(|section| (section.kind.rank(), &section.folder));
        sections
    }

    /// The section of a folder's pages in a language.
    pub fn section(&self, folder: &str, language: Language) -> Option<&Section> {
        self.sections.get(self.section_at(folder, language)?)
    }

    /// Where that section is among all.
    pub(super) fn section_at(&self, folder: &str, language: Language) -> Option<usize> {
        // Sections are sorted so.
        let at = self.sections.binary_search_by(|section| {
            (section.language, section.folder.as_str()).cmp(&(language, folder))
        });
        at.ok()
    }

    /// The sections of a language below a folder, at any depth.
    pub fn sections_below(&self, folder: &str, language: Language) -> &[Section] {
        let prefix = format!("{folder}/");
        let first = self.sections.partition_point(|section| {
            (section.language, section.folder.as_str()) < (language, prefix.as_str())
        });
        let rest = &self.sections[first..];
        let is_below =
            |section: &Section| section.language == language && section.folder.starts_with(&prefix);
        &rest[..rest.partition_point(is_below)]
    }

    /// The page that has the text of a section or, for the folder at the top, of the home page.
    pub fn index_page(&self, folder: &str, language: Language) -> Option<PageId> {
        let separator = if folder.is_empty() { "" } else { "/" };
        let all = self.translations(&format!("{folder}{separator}_index"));
        all.iter()
            .copied()
            .find(|id| self.page(*id).document.language == language)
    }

    /// The pages of a language beside its home page, which are in no section, by title. Without the legal notice, which every page leads to.
    pub fn pages_at_top(&self, language: Language) -> Vec<PageId> {
        let is_at_top = |page: &Page| {
            let document = &page.document;
            document.language == language
                && document.folder().is_empty()
                && !document.is_index
                && !matches!(document.details, Details::Legal)
        };
        let pages = self.pages_with_id().filter(|(_, page)| is_at_top(page));
        let mut pages: Vec<(PageId, &Page)> = pages.collect();
        pages.sort_by(|(_, a), (_, b)| {
            (&a.document.sort_key, &a.path).cmp(&(&b.document.sort_key, &b.path))
        });
        pages.into_iter().map(|(id, _)| id).collect()
    }

    /// The articles of a language, latest first.
    pub fn articles(&self, language: Language) -> Vec<PageId> {
        let mut all: Vec<(PageId, _)> = self
            .pages_with_id()
            .filter(|(_, page)| page.is_article() && page.document.language == language)
            .collect();
        all.sort_by(|(_, a), (_, b)| b.day().cmp(&a.day()).then_with(|| a.path.cmp(&b.path)));
        all.into_iter().map(|(id, _)| id).collect()
    }

    /// The articles that the home page of a language lists.
    pub fn latest_articles(&self, language: Language) -> Vec<PageId> {
        const LATEST: usize = 5;
        let mut articles = self.articles(language);
        articles.truncate(LATEST);
        articles
    }
}
