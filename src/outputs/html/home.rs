//! The home page: what is new, guides by topic, lines of action.

use serde::Serialize;
use tera::{Context, Value};

use super::Scene;
use super::article::ImageView;
use super::frame::{Frame, Link};
use super::pages::ListEntry;
use crate::diagnostics::Diagnostic;
use crate::model::Kind;
use crate::outputs::words::Words;
use crate::site::{Group, GroupKind, PageId};

/// How many guides the home page of a site without topics shows.
const HOME_GUIDES: usize = 6;

/// A topic with one line about its guides.
#[derive(Serialize)]
struct TopicView {
    title: String,
    path: String,
    /// The first of them, and how many others there are.
    line: Option<String>,
}

impl Scene<'_> {
    /// The home page: what is new, topics, lines of action.
    pub fn home(&self) -> Result<(&'static str, Frame, Context), Diagnostic> {
        let site = self.site;
        let words = self.voice.words;
        let latest: Vec<ListEntry> = site
            .latest_articles(self.language)
            .into_iter()
            .map(|id| self.illustrated_entry(id, &words))
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
            // Without a title of its own it has the site's, in whichever language that is.
            if common.title != site.config.title.get(self.language) {
                frame.title = words.set(&common.title);
            }
            if common.summary.is_some() {
                frame.description = words.set_option(common.summary.as_ref());
            }
        }
        context.insert("image", &self.home_image(&words));
        context.insert("search", &self.search_link(&words));
        context.insert("summary", &frame.description);
        context.insert("more", &self.more_pages(&words));
        Ok(("home.html", frame, context))
    }

    /// The way to the search field: its page is the only one with a script, without which a field finds nothing.
    fn search_link(&self, words: &Words<'_>) -> Option<Link> {
        let path = self.site.search_path(self.language, 0).encoded();
        let is_searched = self.site.config.search != Some(false);
        is_searched.then(|| Link {
            title: words.text("home-search"),
            path: format!("{path}#q"),
        })
    }

    fn home_image(&self, words: &Words<'_>) -> Option<ImageView> {
        let alt = self.site.config.image.as_ref()?.alt.as_ref();
        let alt = alt.map(|alt| words.localized(alt));
        ImageView::new(self.site, &self.site.home_image()?, alt)
    }

    /// The pages that are in no list, then the generated pages for people who distribute, count and check.
    fn more_pages(&self, words: &Words<'_>) -> Vec<Link> {
        let site = self.site;
        let language = self.language;
        let at_top = site.pages_at_top(language).into_iter();
        let at_top = at_top.filter(|id| site.page(*id).document.kind() == Kind::Page);
        let at_top = at_top.map(|id| self.page_link(id, words));
        let pages = [
            ("sheets-title", site.named_path(language, "address-sheets")),
            ("editions-title", site.editions_path(language, 0)),
            ("coverage-title", site.coverage_path(language, 0)),
        ];
        let generated = pages
            .into_iter()
            .filter(|(_, path)| site.output(path).is_some())
            .map(|(title, path)| Link {
                title: words.text(title),
                path: path.encoded(),
            });
        at_top.chain(generated).collect()
    }

    /// The topics in the configuration's order.
    fn topics(&self, words: &Words<'_>) -> Vec<TopicView> {
        let topics = self.site.topics(self.language).into_iter();
        topics
            .map(|(_, group)| TopicView {
                title: words.said(&group.title, group.spoken),
                path: group.part_path(0).encoded(),
                line: self.topic_line(group, words),
            })
            .collect()
    }

    fn topic_line(&self, group: &Group, words: &Words<'_>) -> Option<String> {
        let is_guide = |id: &&PageId| self.site.page(**id).document.kind() == Kind::Guide;
        let mut guides = group.pages.iter().filter(is_guide);
        let first = words.title(self.site, *guides.next()?);
        let others = guides.count().to_string();
        Some(words.format("topic-line", &[("first", &first), ("others", &others)]))
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
