//! Where a page leads: the pages above it, beside it, and in other languages.

use super::Scene;
use super::frame::{Link, Translation};
use crate::document::Document;
use crate::language::Language;
use crate::outputs::words::Words;
use crate::site::{GroupKind, LIST_LENGTH, LinkTarget, OutputPath, PageId};

/// How many related pages are shown.
const RELATED: usize = 4;

impl Scene<'_> {
    /// Home, then each section above the page.
    pub fn breadcrumbs(&self, document: &Document) -> Vec<Link> {
        let mut links = self.breadcrumbs_below_home();
        let folder = document.folder();
        let above = folder.match_indices('/').map(|(at, _)| &folder[..at]);
        let sections = above
            .chain(std::iter::once(folder))
            .filter_map(|folder| self.site.section(folder, self.language));
        let words = self.voice.words;
        links.extend(sections.map(|section| Link {
            title: words.set(&section.title),
            path: section.part_path(0).encoded(),
        }));
        links
    }

    /// The breadcrumbs of a page directly below the home page.
    pub fn breadcrumbs_below_home(&self) -> Vec<Link> {
        let words = self.voice.words;
        vec![Link {
            title: words.text("home"),
            path: self.site.home(self.language).encoded(),
        }]
    }

    /// Links to the groups of a kind that contain the page.
    pub fn group_links(&self, id: PageId, kind: GroupKind, words: &Words<'_>) -> Vec<Link> {
        let groups = self.site.page(id).groups.iter();
        groups
            .map(|(group, _)| &self.site.groups[*group as usize])
            .filter(|group| group.kind == kind)
            .map(|group| Link {
                title: match group.spoken == words.language() {
                    true => words.set(&group.title),
                    false => words.said(&group.title, group.spoken),
                },
                path: group.part_path(0).encoded(),
            })
            .collect()
    }

    /// What to read next: the pages that the editor names, then those that follow this one under its rarest
    /// keyword, so that every page of a keyword is some page's neighbour.
    pub fn related(&self, id: PageId, words: &Words<'_>) -> Vec<Link> {
        let site = self.site;
        let page = site.page(id);
        let mut ids: Vec<PageId> = Vec::new();
        for written in &page.document.common.related {
            if let Ok(LinkTarget::Page(other, _)) = site.link(id, &written.text) {
                ids.push(other);
            }
        }
        let mut groups: Vec<_> = page
            .groups
            .iter()
            .map(|(group, position)| (&site.groups[*group as usize], *position as usize))
            .filter(|(group, _)| matches!(group.kind, GroupKind::Keyword | GroupKind::Topic))
            .collect();
        groups.sort_by_key(|(group, _)| group.pages.len());
        for (group, position) in groups {
            let count = group.pages.len();
            for step in 1..count.min(RELATED + 1) {
                let other = group.pages[(position + step) % count];
                if ids.len() < RELATED && !ids.contains(&other) && other != id {
                    ids.push(other);
                }
            }
        }
        ids.into_iter()
            .map(|other| Link {
                title: words.title(site, other),
                path: self.href(other),
            })
            .collect()
    }

    /// The guides whose routes lead to this organization.
    pub fn services_at(&self, id: PageId) -> Vec<Link> {
        let words = self.voice.words;
        let site = self.site;
        let guides = site.services_at(id, self.language, LIST_LENGTH + 1);
        let document = |id: &PageId| &site.page(*id).document;
        let mut links: Vec<Link> = guides
            .iter()
            .take(LIST_LENGTH)
            .map(|id| Link {
                title: words.title(site, *id),
                path: self.href(*id),
            })
            .collect();
        // What one list leaves out is in the list of all guides.
        if let Some(rest) = guides.get(LIST_LENGTH)
            && let Some(section) = site.section(document(rest).folder(), self.language)
        {
            links.push(Link {
                title: format!("{} …", words.set(&section.title)),
                path: section.part_path(0).encoded(),
            });
        }
        links
    }

    /// The page in the site's other languages: where it is not translated, the address leads to the page that
    /// says so.
    pub fn page_translations(&self, id: PageId) -> Vec<Translation> {
        let site = self.site;
        let others = site.languages.iter().copied();
        others
            .filter(|language| *language != self.language)
            .filter_map(|language| {
                let path = site.path_in(id, language)?;
                Some(translation(language, path.encoded()))
            })
            .collect()
    }

    /// The translations of a generated page: its counterpart in each of the site's other languages.
    pub fn translations_of(&self, path: impl Fn(Language) -> OutputPath) -> Vec<Translation> {
        let others = self
            .site
            .languages
            .iter()
            .filter(|other| **other != self.language);
        others
            .filter(|other| self.site.output(&path(**other)).is_some())
            .map(|other| translation(*other, path(*other).encoded()))
            .collect()
    }
}

fn translation(lang: Language, path: String) -> Translation {
    Translation {
        lang,
        name: lang.endonym().to_owned(),
        path,
    }
}
