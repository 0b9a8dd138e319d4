//! Lists of pages: sections, and groups (a keyword, a topic, a campaign, a year).

use serde::Serialize;
use tera::{Context, Value};

use super::Scene;
use super::frame::{Frame, Link};
use super::pages::ListEntry;
use crate::diagnostics::Diagnostic;
use crate::model::Kind;
use crate::outputs::card::Card;
use crate::outputs::words::Words;
use crate::site::{GroupKind, OutputPath, PageId};

/// The parts of a long list.
#[derive(Serialize)]
pub struct PartView {
    number: usize,
    path: String,
    current: bool,
}

impl Scene<'_> {
    pub fn group_list(&self, kind: GroupKind, words: &Words<'_>) -> Vec<Link> {
        let mut links: Vec<Link> = self
            .site
            .groups_of(kind, self.language)
            .map(|group| Link {
                title: words.said(&group.title, group.spoken),
                path: group.part_path(0).encoded(),
            })
            .collect();
        if kind == GroupKind::Year {
            links.reverse();
        }
        links
    }

    /// A section: its text and its pages. The directory shows contact cards instead of summaries.
    pub fn section(
        &self,
        id: usize,
        part: usize,
    ) -> Result<(&'static str, Frame, Context), Diagnostic> {
        let site = self.site;
        let section = &site.sections[id];
        let words = self.voice.words;
        let shown = self.part_of(&section.pages, part);
        let mut context = Context::new();
        let template = if section.kind == Kind::Organization {
            context.insert("kinds", &Card::by_kind(site, shown, &words));
            "directory.html"
        } else {
            let entries: Vec<ListEntry> = shown
                .iter()
                .map(|id| self.entry(*id, section.is_dated, &words))
                .collect();
            context.insert("entries", &entries);
            "list.html"
        };
        let index = section.index.map(|id| &site.page(id).document);
        if let Some(id) = section.index.filter(|_| part == 0) {
            context.insert_value("body", Value::safe_string(&self.body(id)));
        }
        context.insert(
            "summary",
            &index.and_then(|index| words.set_option(index.common.summary.as_ref())),
        );
        context.insert(
            "parts",
            &part_views(section.parts(), part, |n| section.part_path(n)),
        );
        context.insert("subsections", &self.subsections(&section.folder, &words));
        context.insert(
            "years",
            &if section.is_dated {
                self.group_list(GroupKind::Year, &words)
            } else {
                Vec::new()
            },
        );
        let feed = section.feed_path();
        let folder = &section.folder;
        let frame = Frame {
            title: words.set(&section.title),
            description: index.and_then(|index| words.set_option(index.common.summary.as_ref())),
            breadcrumbs: self.section_breadcrumbs(folder, &words),
            translations: self.translations_of(|language| {
                let same = site.section(folder, language);
                same.map_or_else(|| self.path.clone(), |section| section.part_path(0))
            }),
            feed: site.output(&feed).is_some().then(|| Link {
                title: words.set(&section.title),
                path: feed.encoded(),
            }),
            ..Frame::default()
        };
        Ok((template, frame, context))
    }

    fn part_of<'i>(&self, ids: &'i [PageId], part: usize) -> &'i [PageId] {
        ids.chunks(crate::site::LIST_LENGTH)
            .nth(part)
            .unwrap_or_default()
    }

    fn subsections(&self, folder: &str, words: &Words<'_>) -> Vec<Link> {
        let direct = |other: &str| {
            let rest = other.get(folder.len() + 1..);
            rest.is_some_and(|rest| !rest.contains('/'))
        };
        let sections = self.site.sections_below(folder, self.language).iter();
        sections
            .filter(|other| direct(&other.folder))
            .map(|other| Link {
                title: words.set(&other.title),
                path: other.part_path(0).encoded(),
            })
            .collect()
    }

    fn section_breadcrumbs(&self, folder: &str, words: &Words<'_>) -> Vec<Link> {
        let mut links = self.breadcrumbs_below_home();
        let above = folder
            .match_indices('/')
            .filter_map(|(at, _)| self.site.section(&folder[..at], self.language));
        links.extend(above.map(|section| Link {
            title: words.set(&section.title),
            path: section.part_path(0).encoded(),
        }));
        links
    }

    /// The pages of a keyword, topic, campaign or year.
    pub fn group(
        &self,
        id: usize,
        part: usize,
    ) -> Result<(&'static str, Frame, Context), Diagnostic> {
        let site = self.site;
        let group = &site.groups[id];
        let words = self.voice.words;
        let dated = matches!(group.kind, GroupKind::Campaign | GroupKind::Year);
        let entries: Vec<ListEntry> = self
            .part_of(&group.pages, part)
            .iter()
            .map(|id| self.entry(*id, dated, &words))
            .collect();
        let mut context = Context::new();
        context.insert("entries", &entries);
        context.insert(
            "parts",
            &part_views(group.parts(), part, |n| group.part_path(n)),
        );
        let title = words.said(&group.title, group.spoken);
        let key = match group.kind {
            GroupKind::Keyword => "keyword-title",
            GroupKind::Topic => "topic-title",
            GroupKind::Campaign => "campaign-title",
            GroupKind::Year => "year-title",
        };
        let mut breadcrumbs = self.breadcrumbs_below_home();
        if group.kind == GroupKind::Keyword {
            breadcrumbs.push(Link {
                title: words.text("keywords"),
                path: site.search_path(self.language, 0).encoded(),
            });
        }
        if group.kind == GroupKind::Year {
            context.insert("years", &self.group_list(GroupKind::Year, &words));
        }
        let feed = group.feed_path();
        let frame = Frame {
            title: words.format(key, &[("title", &title)]),
            breadcrumbs,
            feed: site.output(&feed).is_some().then(|| Link {
                title,
                path: feed.encoded(),
            }),
            translations: self.translations_of(|language| {
                let same = site.group(group.kind, language, &group.slug);
                same.map_or_else(|| self.path.clone(), |group| group.part_path(0))
            }),
            ..Frame::default()
        };
        Ok(("list.html", frame, context))
    }
}

pub fn part_views(
    parts: usize,
    current: usize,
    path: impl Fn(usize) -> OutputPath,
) -> Vec<PartView> {
    if parts < 2 {
        return Vec::new();
    }
    (0..parts)
        .map(|part| PartView {
            number: part + 1,
            path: path(part).encoded(),
            current: part == current,
        })
        .collect()
}
