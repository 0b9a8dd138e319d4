//! Pages that guichet makes of others: home, sections, groups, keywords from A to Z, glossary, 404.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::{Context, Value};

use super::Scene;
use super::card::Card;
use super::frame::{Frame, Link};
use super::pages::Entry;
use crate::diagnostics::Diagnostic;
use crate::language::Language;
use crate::markdown::slug;
use crate::model::Kind;
use crate::outputs::words::Words;
use crate::site::{Group, GroupKind, OutputPath, PageId, Site};

/// How many articles, and how many guides of a topic, the home page shows.
const HOME_ARTICLES: usize = 5;
const HOME_GUIDES: usize = 6;

#[derive(Serialize)]
struct TopicView {
    title: String,
    path: String,
    guides: Vec<Link>,
    more: bool,
}

/// The parts of a long list.
#[derive(Serialize)]
struct PartView {
    number: usize,
    path: String,
    current: bool,
}

#[derive(Serialize)]
struct LetterView {
    letter: String,
    links: Vec<CountedLink>,
}

#[derive(Serialize)]
struct CountedLink {
    title: String,
    path: String,
    count: usize,
}

#[derive(Serialize)]
struct TermView {
    id: String,
    term: String,
    name: String,
    definition: Option<String>,
}

impl Site {
    /// The articles of a language, the latest first.
    pub fn articles(&self, language: Language) -> Vec<PageId> {
        let mut all: Vec<(PageId, _)> = self
            .pages_with_id()
            .filter(|(_, page)| page.is_article() && page.document.language == language)
            .collect();
        all.sort_by(|(_, a), (_, b)| b.day().cmp(&a.day()).then_with(|| a.path.cmp(&b.path)));
        all.into_iter().map(|(id, _)| id).collect()
    }

    fn groups_of(&self, kind: GroupKind, language: Language) -> impl Iterator<Item = &Group> {
        self.groups
            .iter()
            .filter(move |group| group.kind == kind && group.language == language)
    }
}

impl Scene<'_> {
    /// The home page: what is new, topics, lines of action.
    pub fn home(&self) -> Result<(&'static str, Frame, Context), Diagnostic> {
        let site = self.site;
        let words = Words::new(site, self.language);
        let articles = site.articles(self.language);
        let latest: Vec<Entry> = articles
            .iter()
            .take(HOME_ARTICLES)
            .map(|id| self.entry(*id, true, &words))
            .collect();
        let mut context = Context::new();
        context.insert("articles", &latest);
        context.insert("topics", &self.topics(&words));
        context.insert("campaigns", &self.group_list(GroupKind::Campaign, &words));
        context.insert("years", &self.group_list(GroupKind::Year, &words));
        context.insert("notice", &words.set_option(site.config.notice.as_ref()));
        context.insert("others", &self.guides_without_topic(&words));
        let mut frame = Frame {
            title: words.set(&site.config.title),
            description: words.set_option(site.config.summary.as_ref()),
            translations: self.translations_of(|language| site.home(language)),
            is_home: true,
            ..Frame::default()
        };
        if let Some(index) = site.index_page("", self.language) {
            let common = &site.page(index).document.common;
            context.insert_value("body", Value::safe_string(&self.body(index)));
            frame.title = words.set(&common.title);
            if common.summary.is_some() {
                frame.description = words.set_option(common.summary.as_ref());
            }
        }
        context.insert("summary", &frame.description);
        Ok(("home.html", frame, context))
    }

    /// The topics in the configuration's order, each with its first guides.
    fn topics(&self, words: &Words<'_>) -> Vec<TopicView> {
        let order = |group: &Group| {
            let topics = &self.site.config.topics;
            topics.iter().position(|(key, _)| slug(key) == group.slug)
        };
        let mut groups: Vec<&Group> = self
            .site
            .groups_of(GroupKind::Topic, self.language)
            .collect();
        groups.sort_by_key(|group| order(group));
        groups
            .into_iter()
            .map(|group| {
                let guides: Vec<Link> = group
                    .pages
                    .iter()
                    .filter(|id| self.site.page(**id).document.kind() == Kind::Guide)
                    .map(|id| self.page_link(*id, words))
                    .collect();
                TopicView {
                    title: words.set(&group.title),
                    path: group.part_path(0).encoded(),
                    more: guides.len() > HOME_GUIDES,
                    guides: guides.into_iter().take(HOME_GUIDES).collect(),
                }
            })
            .collect()
    }

    /// On a site without topics, the first guides.
    fn guides_without_topic(&self, words: &Words<'_>) -> Vec<Link> {
        self.site
            .pages_with_id()
            .filter(|(_, page)| {
                page.document.language == self.language
                    && page.document.kind() == Kind::Guide
                    && page.document.common.topic.is_none()
            })
            .take(HOME_GUIDES)
            .map(|(id, _)| self.page_link(id, words))
            .collect()
    }

    fn page_link(&self, id: PageId, words: &Words<'_>) -> Link {
        Link {
            title: words.set(&self.site.page(id).document.common.title),
            path: self.href(id),
        }
    }

    fn group_list(&self, kind: GroupKind, words: &Words<'_>) -> Vec<Link> {
        let mut links: Vec<Link> = self
            .site
            .groups_of(kind, self.language)
            .map(|group| Link {
                title: words.set(&group.title),
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
        let words = Words::new(site, self.language);
        let shown = self.part_of(&section.pages, part);
        let mut context = Context::new();
        let template = if section.kind == Kind::Organization {
            context.insert("kinds", &self.cards_by_kind(shown, &words));
            "directory.html"
        } else {
            let entries: Vec<Entry> = shown
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
                let same = site
                    .sections
                    .iter()
                    .find(|other| other.language == language && other.folder == *folder);
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
            let below = other
                .strip_prefix(folder)
                .and_then(|rest| rest.strip_prefix('/'));
            below.is_some_and(|rest| !rest.contains('/'))
        };
        let sections = self.site.sections.iter();
        sections
            .filter(|other| other.language == self.language && direct(&other.folder))
            .map(|other| Link {
                title: words.set(&other.title),
                path: other.part_path(0).encoded(),
            })
            .collect()
    }

    fn section_breadcrumbs(&self, folder: &str, words: &Words<'_>) -> Vec<Link> {
        let mut links = self.breadcrumbs_below_home();
        let above = self.site.sections.iter().filter(|other| {
            other.language == self.language
                && folder
                    .strip_prefix(&other.folder)
                    .is_some_and(|rest| rest.starts_with('/'))
        });
        links.extend(above.map(|section| Link {
            title: words.set(&section.title),
            path: section.part_path(0).encoded(),
        }));
        links
    }

    /// The organizations of a directory under what they are.
    fn cards_by_kind(&self, ids: &[PageId], words: &Words<'_>) -> Vec<(String, Vec<Card>)> {
        let mut kinds: BTreeMap<(String, String), Vec<Card>> = BTreeMap::new();
        for id in ids {
            let document = &self.site.page(*id).document;
            let kind = document
                .organization()
                .and_then(|organization| organization.kind.clone());
            let title = kind.map_or_else(
                || words.text("kind-other"),
                |kind| {
                    words
                        .find(&format!("kinds-{}", slug(&kind)))
                        .unwrap_or_else(|| words.set(&kind))
                },
            );
            let card = Card::of_page(self.site, *id, words);
            kinds.entry((slug(&title), title)).or_default().push(card);
        }
        kinds
            .into_iter()
            .map(|((_, title), cards)| (title, cards))
            .collect()
    }

    /// The pages of a keyword, topic, campaign or year.
    pub fn group(
        &self,
        id: usize,
        part: usize,
    ) -> Result<(&'static str, Frame, Context), Diagnostic> {
        let site = self.site;
        let group = &site.groups[id];
        let words = Words::new(site, self.language);
        let dated = matches!(group.kind, GroupKind::Campaign | GroupKind::Year);
        let entries: Vec<Entry> = self
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
        let title = words.set(&group.title);
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
                path: site.named_path(self.language, "address-keywords").encoded(),
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
                let same = site.groups.iter().find(|other| {
                    other.kind == group.kind
                        && other.language == language
                        && other.slug == group.slug
                });
                same.map_or_else(|| self.path.clone(), |group| group.part_path(0))
            }),
            ..Frame::default()
        };
        Ok(("list.html", frame, context))
    }

    /// All keywords under their first letter.
    pub fn keywords(&self) -> (&'static str, Frame, Context) {
        let words = Words::new(self.site, self.language);
        let mut letters: BTreeMap<String, Vec<CountedLink>> = BTreeMap::new();
        for group in self.site.groups_of(GroupKind::Keyword, self.language) {
            let letter = group
                .slug
                .chars()
                .next()
                .unwrap_or('#')
                .to_uppercase()
                .to_string();
            letters.entry(letter).or_default().push(CountedLink {
                title: words.set(&group.title),
                path: group.part_path(0).encoded(),
                count: group.pages.len(),
            });
        }
        let letters: Vec<LetterView> = letters
            .into_iter()
            .map(|(letter, links)| LetterView { letter, links })
            .collect();
        let mut context = Context::new();
        context.insert("letters", &letters);
        let frame = self.named_frame("keywords-title", "address-keywords", &words);
        ("keywords.html", frame, context)
    }

    /// What abbreviations and words stand for.
    pub fn glossary(&self) -> (&'static str, Frame, Context) {
        let words = Words::new(self.site, self.language);
        let entries = self
            .site
            .glossary(self.language)
            .map(|glossary| &glossary.entries);
        let terms: Vec<TermView> = entries
            .into_iter()
            .flatten()
            .map(|(term, entry)| TermView {
                id: slug(term),
                term: words.set(term),
                name: words.set(&entry.name),
                definition: words.set_option(entry.definition.as_ref()),
            })
            .collect();
        let mut context = Context::new();
        context.insert("terms", &terms);
        let frame = self.named_frame("glossary-title", "address-glossary", &words);
        ("glossary.html", frame, context)
    }

    /// What a host shows for an address that does not exist.
    pub fn not_found(&self) -> (&'static str, Frame, Context) {
        let words = Words::new(self.site, self.language);
        let frame = Frame {
            title: words.text("not-found-title"),
            ..Frame::default()
        };
        ("404.html", frame, Context::new())
    }

    fn named_frame(&self, title: &str, address: &str, words: &Words<'_>) -> Frame {
        Frame {
            title: words.text(title),
            breadcrumbs: self.breadcrumbs_below_home(),
            translations: self.translations_of(|language| self.site.named_path(language, address)),
            ..Frame::default()
        }
    }
}

fn part_views(parts: usize, current: usize, path: impl Fn(usize) -> OutputPath) -> Vec<PartView> {
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
