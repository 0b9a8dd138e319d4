//! The search page: a form for browsers with JavaScript, and all titles and keywords from A to Z for everybody.

use serde::Serialize;
use tera::Context;

use super::Scene;
use super::frame::Frame;
use crate::language::Language;
use crate::letters::sort_key;
use crate::outputs::words::Words;
use crate::site::{GroupKind, INDEX_LENGTH, PageId, Site};

/// The target of an entry in the list from A to Z.
#[derive(Debug, Clone, Copy)]
enum Goal {
    Page(PageId),
    /// A keyword, by its position in [`Site::groups`].
    Group(usize),
}

/// All titles and keywords of a language in alphabetical order.
#[derive(Debug)]
pub struct FromAToZ(Vec<(String, Goal)>);

impl FromAToZ {
    /// Sorts them.
    pub fn of(site: &Site, language: Language) -> Self {
        let pages = site.searched_pages(language).into_iter().map(|id| {
            let title = &site.page(id).document.common.title;
            (sort_key(title), Goal::Page(id))
        });
        let groups = site.groups.iter().enumerate();
        let groups = groups
            .filter(|(_, group)| group.kind == GroupKind::Keyword && group.language == language)
            .map(|(at, group)| (sort_key(&group.title), Goal::Group(at)));
        let mut entries: Vec<(String, Goal)> = pages.chain(groups).collect();
        // Pages come in the order of the site, so that equal titles are always in the same order.
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        Self(entries)
    }

    /// The entries of a part.
    fn part(&self, part: usize) -> &[(String, Goal)] {
        self.0.chunks(INDEX_LENGTH).nth(part).unwrap_or_default()
    }
}

#[derive(Serialize)]
struct IndexLetterView {
    letter: String,
    links: Vec<IndexLink>,
}

#[derive(Serialize)]
struct IndexLink {
    title: String,
    path: String,
    /// How many pages have it, for a keyword.
    #[serde(skip_serializing_if = "Option::is_none")]
    count: Option<usize>,
}

/// A part of a long list: its first and last entry.
#[derive(Serialize)]
struct RangeView {
    first: String,
    last: String,
    path: String,
    current: bool,
}

#[derive(Serialize)]
struct SearchFormView {
    /// Where the script finds its files, relative to the page.
    files: String,
    version: String,
}

impl Scene<'_> {
    /// The search page, or a part of a list from A to Z that is too long for it.
    pub fn search(&self, part: usize) -> (&'static str, Frame, Context) {
        let words = self.voice.words;
        let mut context = Context::new();
        let parts = self.site.index_parts(self.language);
        let mut letters = Vec::new();
        if let Some(list) = self.renderer.from_a_to_z(self.language) {
            // A list of several parts is on pages of its own, after the page with the form.
            if parts == 1 || part > 0 {
                let entries = list.part(part.saturating_sub(1));
                letters = self.under_letters(entries, &words);
            }
            if parts > 1 {
                let ranges: Vec<RangeView> = (1..parts)
                    .filter_map(|n| self.range(list.part(n - 1), n, n == part, &words))
                    .collect();
                context.insert("ranges", &ranges);
            }
        }
        context.insert("letters", &letters);
        if part == 0
            && self.site.config.search != Some(false)
            && let Some(search) = self.renderer.search(self.language)
        {
            let folder = self.site.search_folder(self.language);
            let form = SearchFormView {
                files: format!("{}{folder}/", self.root),
                version: search.version.clone(),
            };
            context.insert("form", &form);
        }
        let title = match self.site.config.search {
            Some(false) => "index-title",
            _ if part > 0 => "index-title",
            _ => "search-title",
        };
        let frame = self.named_frame(title, "address-search", &words);
        ("search.html", frame, context)
    }

    fn under_letters(&self, entries: &[(String, Goal)], words: &Words<'_>) -> Vec<IndexLetterView> {
        let runs = entries.chunk_by(|a, b| letter(&a.0) == letter(&b.0));
        runs.map(|run| IndexLetterView {
            letter: letter(&run[0].0),
            links: run
                .iter()
                .map(|(_, goal)| self.index_link(*goal, words))
                .collect(),
        })
        .collect()
    }

    fn index_link(&self, goal: Goal, words: &Words<'_>) -> IndexLink {
        match goal {
            Goal::Page(id) => IndexLink {
                title: words.title(self.site, id),
                path: self.href(id),
                count: None,
            },
            Goal::Group(at) => {
                let group = &self.site.groups[at];
                IndexLink {
                    title: words.set(&group.title),
                    path: group.part_path(0).encoded(),
                    count: Some(group.pages.len()),
                }
            }
        }
    }

    fn range(
        &self,
        entries: &[(String, Goal)],
        part: usize,
        current: bool,
        words: &Words<'_>,
    ) -> Option<RangeView> {
        let title = |entry: &(String, Goal)| self.index_link(entry.1, words).title;
        Some(RangeView {
            first: title(entries.first()?),
            last: title(entries.last()?),
            path: self.site.search_path(self.language, part).encoded(),
            current,
        })
    }
}

/// The letter under which an entry is listed; all numbers are together.
fn letter(key: &str) -> String {
    match key.chars().next() {
        Some(first) if first.is_numeric() => "0–9".to_owned(),
        Some(first) => first.to_uppercase().to_string(),
        None => "#".to_owned(),
    }
}
