//! Groups: what pages share across sections, namely a keyword, a topic, a campaign or a year.

use std::collections::HashMap;

use super::sections::{latest_first, part_path, parts, with_ending};
use super::{OutputPath, Page, PageId, number, page_id, prefix, unreachable_path};
use crate::config::Config;
use crate::language::Language;
use crate::markdown::slug;
use crate::model::values::Localized;
use crate::theme::Theme;

/// What the pages of a group share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GroupKind {
    /// A keyword.
    Keyword,
    /// A topic of the configuration.
    Topic,
    /// A line of action: its articles.
    Campaign,
    /// The year of an article.
    Year,
}

impl GroupKind {
    /// The message that names the folder of these groups.
    fn address_key(self) -> &'static str {
        match self {
            Self::Keyword => "address-keywords",
            Self::Topic => "address-topics",
            Self::Campaign => "address-campaigns",
            Self::Year => "address-archive",
        }
    }
}

/// Pages that share something.
#[derive(Debug, Clone)]
pub struct Group {
    /// What they share.
    pub kind: GroupKind,
    /// The language of the pages.
    pub language: Language,
    /// The identifier in addresses.
    pub slug: String,
    /// What readers see.
    pub title: String,
    /// The pages: by title under keywords and topics, the latest first in campaigns and years.
    pub pages: Vec<PageId>,
    path: OutputPath,
}

impl Group {
    /// The letter that it stands under in the index of a binder.
    #[cfg(feature = "sheets")]
    pub fn letter(&self) -> String {
        let first = self.slug.chars().next().unwrap_or('#');
        first.to_uppercase().to_string()
    }

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

/// All groups, sorted by kind, language and address; each page is told which it belongs to.
pub(super) fn gather(pages: &mut [Page], config: &Config, theme: &Theme) -> Vec<Group> {
    let mut gatherer = Gatherer {
        config,
        theme,
        groups: Vec::new(),
        known: HashMap::new(),
    };
    for (index, page) in pages.iter().enumerate() {
        gatherer.page(page_id(index), page);
    }
    let mut groups = gatherer.groups;
    groups.sort_by(|a, b| (a.kind, a.language, &a.slug).cmp(&(b.kind, b.language, &b.slug)));
    for (index, group) in groups.iter_mut().enumerate() {
        sort(group, pages);
        for (position, id) in group.pages.iter().enumerate() {
            let membership = (number(index), number(position));
            pages[id.0 as usize].groups.push(membership);
        }
    }
    groups
}

fn sort(group: &mut Group, pages: &[Page]) {
    let page = |id: &PageId| &pages[id.0 as usize];
    match group.kind {
        GroupKind::Campaign | GroupKind::Year => {
            group.pages.sort_by(|a, b| latest_first(page(a), page(b)));
        }
        GroupKind::Keyword | GroupKind::Topic => group.pages.sort_by(|a, b| {
            let (a, b) = (page(a), page(b));
            (&a.document.sort_key, &a.path).cmp(&(&b.document.sort_key, &b.path))
        }),
    }
}

struct Gatherer<'a> {
    config: &'a Config,
    theme: &'a Theme,
    groups: Vec<Group>,
    known: HashMap<(GroupKind, Language, String), usize>,
}

impl Gatherer<'_> {
    fn page(&mut self, id: PageId, page: &Page) {
        let document = &page.document;
        if document.is_index {
            return;
        }
        let keywords = document.common.keywords.iter();
        for (keyword, slug) in keywords.zip(&document.keyword_slugs) {
            self.add(
                GroupKind::Keyword,
                document.language,
                slug.clone(),
                keyword,
                id,
            );
        }
        let listed = |list: &[(String, Localized)], name: &str| {
            let found = list.iter().find(|(key, _)| key == name);
            found.map(|(key, title)| (slug(key), title.get(document.language).to_owned()))
        };
        if let Some(topic) = &document.common.topic
            && let Some((slug, title)) = listed(&self.config.topics, &topic.text)
        {
            self.add(GroupKind::Topic, document.language, slug, &title, id);
        }
        let Some(article) = document.article() else {
            return;
        };
        if let Some(campaign) = &article.campaign
            && let Some((slug, title)) = listed(&self.config.campaigns, &campaign.text)
        {
            self.add(GroupKind::Campaign, document.language, slug, &title, id);
        }
        if let Some(date) = document.common.date {
            let year = date.0.year().to_string();
            self.add(GroupKind::Year, document.language, year.clone(), &year, id);
        }
    }

    fn add(&mut self, kind: GroupKind, language: Language, slug: String, title: &str, id: PageId) {
        if slug.is_empty() {
            return;
        }
        let key = (kind, language, slug);
        let index = match self.known.get(&key) {
            Some(index) => *index,
            None => {
                let slug = key.2.clone();
                let group = self.new_group(kind, language, slug, title);
                self.groups.push(group);
                self.known.insert(key, self.groups.len() - 1);
                self.groups.len() - 1
            }
        };
        // A keyword written twice on one page lists it once.
        let pages = &mut self.groups[index].pages;
        if pages.last() != Some(&id) {
            pages.push(id);
        }
    }

    fn new_group(&self, kind: GroupKind, language: Language, slug: String, title: &str) -> Group {
        let folder = self
            .theme
            .strings(language)
            .catalogue
            .text(kind.address_key())
            .into_owned();
        let folder = crate::markdown::slug(&folder);
        let prefix = prefix(language, self.config.default_language());
        let path = format!("{prefix}{folder}/{slug}.html");
        Group {
            kind,
            language,
            title: title.to_owned(),
            pages: Vec::new(),
            path: OutputPath::new(path).unwrap_or_else(unreachable_path),
            slug,
        }
    }
}
