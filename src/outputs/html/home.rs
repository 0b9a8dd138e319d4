//! The home page: what is new, guides by topic, lines of action.

use std::collections::HashMap;

use serde::Serialize;
use tera::{Context, Value};

use super::Scene;
use super::article::ImageView;
use super::frame::{Frame, Link};
use super::pages::ListEntry;
use crate::diagnostics::Diagnostic;
use crate::markdown::slug;
use crate::model::Kind;
use crate::outputs::words::Words;
use crate::site::{Group, GroupKind, PageId};

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

impl Scene<'_> {
    /// The home page: what is new, topics, lines of action.
    pub fn home(&self) -> Result<(&'static str, Frame, Context), Diagnostic> {
        let site = self.site;
        let words = self.voice.words;
        let articles = site.articles(self.language);
        let latest: Vec<ListEntry> = articles
            .iter()
            .take(HOME_ARTICLES)
            .map(|id| self.entry(*id, true, &words))
            .collect();
        let mut context = Context::new();
        context.insert("articles", &latest);
        context.insert("topics", &self.topics(&words));
        context.insert("campaigns", &self.group_list(GroupKind::Campaign, &words));
        context.insert("years", &self.group_list(GroupKind::Year, &words));
        context.insert(
            "notice",
            &site
                .config
                .notice
                .as_ref()
                .map(|text| words.localized(text)),
        );
        context.insert("others", &self.guides_without_topic(&words));
        let mut frame = Frame {
            title: words.localized(&site.config.title),
            description: site
                .config
                .summary
                .as_ref()
                .map(|text| words.localized(text)),
            translations: self.translations_of(|language| site.home(language)),
            is_home: true,
            ..Frame::default()
        };
        if let Some(index) = site.index_page("", self.language) {
            let words = words.reading(site, &site.page(index).document);
            let common = &site.page(index).document.common;
            context.insert_value("body", Value::safe_string(&self.body(index)));
            frame.title = words.set(&common.title);
            if common.summary.is_some() {
                frame.description = words.set_option(common.summary.as_ref());
            }
        }
        context.insert("image", &self.home_image(&words));
        context.insert("summary", &frame.description);
        context.insert("more", &self.more_pages(&words));
        Ok(("home.html", frame, context))
    }

    fn home_image(&self, words: &Words<'_>) -> Option<ImageView> {
        let alt = self.site.config.image.as_ref()?.alt.as_ref();
        let alt = alt.map(|alt| words.localized(alt));
        ImageView::new(self.site, &self.site.home_image()?, alt)
    }

    /// The generated pages for people who distribute, count and check.
    fn more_pages(&self, words: &Words<'_>) -> Vec<Link> {
        let site = self.site;
        let language = self.language;
        let pages = [
            ("sheets-title", site.named_path(language, "address-sheets")),
            ("editions-title", site.editions_path(language, 0)),
            ("coverage-title", site.coverage_path(language, 0)),
        ];
        pages
            .into_iter()
            .filter(|(_, path)| site.output(path).is_some())
            .map(|(title, path)| Link {
                title: words.text(title),
                path: path.encoded(),
            })
            .collect()
    }

    /// The topics in the configuration's order, each with its first guides.
    fn topics(&self, words: &Words<'_>) -> Vec<TopicView> {
        let mut order: HashMap<String, usize> = HashMap::new();
        for (position, (key, _)) in self.site.config.topics.iter().enumerate() {
            order.entry(slug(key)).or_insert(position);
        }
        let mut groups: Vec<&Group> = self
            .site
            .groups_of(GroupKind::Topic, self.language)
            .collect();
        groups.sort_by_key(|group| order.get(&group.slug));
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
                    title: words.said(&group.title, group.spoken),
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
            title: words.title(self.site, id),
            path: self.href(id),
        }
    }
}
