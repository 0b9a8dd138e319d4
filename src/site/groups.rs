//! Groups: what pages share across sections, namely a keyword, a topic, a campaign or a year.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use unicode_normalization::char::is_combining_mark;

use super::named_paths::{prefix, unreachable_path};
use super::ranks::Ranks;
use super::sections::{part_path, parts, with_ending};
use super::{OutputPath, Page, PageId, Site, number, page_id};
use crate::language::Language;
use crate::markdown::slug;
use crate::model::Listed;
use crate::model::config::Config;
use crate::model::values::Localized;
use crate::reserved::apart;
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
    /// The language of that: topics and campaigns need not have a title in each.
    pub spoken: Language,
    /// The pages: by title under keywords and topics, the latest first in campaigns and years.
    pub pages: Vec<PageId>,
    path: OutputPath,
}

impl Group {
    /// Its letter in the index of a binder.
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

/// All groups, sorted by kind, language and address.
pub(super) fn gather(pages: &[Page], ranks: &Ranks, config: &Config, theme: &Theme) -> Vec<Group> {
    let mut gatherer = GroupGatherer {
        config,
        theme,
        groups: Vec::new(),
        known: HashMap::new(),
        told_by_signs: told_by_signs(pages),
    };
    for (index, page) in pages.iter().enumerate() {
        gatherer.page(page_id(index), page);
    }
    let mut groups = gatherer.groups;
    groups.sort_by(|a, b| (a.kind, a.language, &a.slug).cmp(&(b.kind, b.language, &b.slug)));
    for group in &mut groups {
        match group.kind {
            GroupKind::Campaign | GroupKind::Year => ranks.sort_latest_first(&mut group.pages),
            GroupKind::Keyword | GroupKind::Topic => ranks.sort_by_title(&mut group.pages),
        }
    }
    groups
}

impl Site {
    /// The group of a kind and a language at this part of an address.
    pub fn group(&self, kind: GroupKind, language: Language, slug: &str) -> Option<&Group> {
        // Groups are sorted so.
        let at = self.groups.binary_search_by(|group| {
            (group.kind, group.language, group.slug.as_str()).cmp(&(kind, language, slug))
        });
        at.ok().and_then(|at| self.groups.get(at))
    }
}

/// Enters on each page the groups that it belongs to.
pub(super) fn enter(groups: &[Group], pages: &mut [Page]) {
    for (index, group) in groups.iter().enumerate() {
        for (position, id) in group.pages.iter().enumerate() {
            let membership = (number(index), number(position));
            pages[id.0 as usize].groups.push(membership);
        }
    }
}

struct GroupGatherer<'a> {
    config: &'a Config,
    theme: &'a Theme,
    groups: Vec<Group>,
    known: HashMap<(GroupKind, Language, String), usize>,
    told_by_signs: HashSet<(Language, String)>,
}

/// The signs of a keyword, which are neither letters, digits nor separators: `++` of `C++`.
fn signs(keyword: &str) -> String {
    // Asked of every keyword each time that a site is put together.
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b' ';
    if keyword.bytes().all(is_plain) {
        return String::new();
    }
    let between = |c: char| c.is_whitespace() || "-‐‑–—'’.,:;()«»\"·/_".contains(c);
    let is_sign = |c: &char| !c.is_alphanumeric() && !between(*c) && !is_combining_mark(*c);
    keyword.chars().filter(is_sign).collect()
}

/// The keywords of a page, each with its part of an address.
fn keywords(page: &Page) -> impl Iterator<Item = (&str, &str)> {
    let document = &page.document;
    let keywords = document.common.keywords.iter().map(|keyword| &**keyword);
    let is_listed = !document.is_index;
    keywords
        .zip(document.keyword_slugs.iter().map(String::as_str))
        .filter(move |_| is_listed)
}

/// Slugs shared by several keywords that differ only in their signs: `c` of `C#` and `C++`.
fn told_by_signs(pages: &[Page]) -> HashSet<(Language, String)> {
    let mut seen: HashMap<(Language, &str), HashSet<String>> = HashMap::new();
    let all = || {
        pages.iter().flat_map(move |page| {
            keywords(page).map(move |(word, slug)| (page.document.language, slug, signs(word)))
        })
    };
    // Hardly a keyword has signs: those without count where another one has.
    for (language, slug, signs) in all().filter(|(_, _, signs)| !signs.is_empty()) {
        seen.entry((language, slug)).or_default().insert(signs);
    }
    if seen.is_empty() {
        return HashSet::new();
    }
    for (language, slug, signs) in all() {
        if let Some(known) = seen.get_mut(&(language, slug)) {
            known.insert(signs);
        }
    }
    let several = seen.iter().filter(|(_, signs)| signs.len() > 1);
    several
        .map(|((language, slug), _)| (*language, (*slug).to_owned()))
        .collect()
}

impl GroupGatherer<'_> {
    fn page(&mut self, id: PageId, page: &Page) {
        let document = &page.document;
        if document.is_index {
            return;
        }
        for (keyword, slug) in keywords(page) {
            let slug = self.keyword_slug(document.language, keyword, slug);
            let slug = slug.into_owned();
            self.add(
                GroupKind::Keyword,
                document.language,
                slug,
                (keyword, document.language),
                id,
            );
        }
        let listed = |list: &Listed<Localized>, name: &str| {
            list.entry(name).map(|(key, title)| {
                let spoken = title.language_of(document.language);
                let spoken = spoken.unwrap_or_else(|| self.config.default_language());
                (slug(key), title.get(document.language).to_owned(), spoken)
            })
        };
        if let Some(topic) = &document.common.topic
            && let Some((slug, title, spoken)) = listed(&self.config.topics, &topic.text)
        {
            self.add(
                GroupKind::Topic,
                document.language,
                slug,
                (&title, spoken),
                id,
            );
        }
        let Some(article) = document.article() else {
            return;
        };
        if let Some(campaign) = &article.campaign
            && let Some((slug, title, spoken)) = listed(&self.config.campaigns, &campaign.text)
        {
            self.add(
                GroupKind::Campaign,
                document.language,
                slug,
                (&title, spoken),
                id,
            );
        }
        if let Some(date) = document.common.date {
            let year = date.0.year().to_string();
            let title = (&*year, document.language);
            self.add(GroupKind::Year, document.language, year.clone(), title, id);
        }
    }

    /// The slug of a keyword. If others share it but for their signs, it ends with the beginning of the hash of its signs.
    fn keyword_slug<'s>(&self, language: Language, keyword: &str, slug: &'s str) -> Cow<'s, str> {
        let is_shared = !self.told_by_signs.is_empty()
            && self.told_by_signs.contains(&(language, slug.to_owned()));
        if !is_shared {
            return Cow::Borrowed(slug);
        }
        match signs(keyword) {
            signs if !signs.is_empty() => {
                let hash = blake3::hash(signs.as_bytes()).to_hex();
                Cow::Owned(format!("{slug}-{}", &hash[..4]))
            }
            _ => Cow::Borrowed(slug),
        }
    }

    fn add(
        &mut self,
        kind: GroupKind,
        language: Language,
        slug: String,
        title: (&str, Language),
        id: PageId,
    ) {
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

    fn new_group(
        &self,
        kind: GroupKind,
        language: Language,
        slug: String,
        (title, spoken): (&str, Language),
    ) -> Group {
        let folder = self
            .theme
            .strings(language)
            .catalogue
            .text(kind.address_key())
            .into_owned();
        let folder = crate::markdown::slug(&folder);
        let prefix = prefix(language, self.config.default_language());
        let name = apart(slug.clone());
        let path = format!("{prefix}{folder}/{name}.html");
        Group {
            kind,
            language,
            title: title.to_owned(),
            spoken,
            pages: Vec::new(),
            path: OutputPath::new(path).unwrap_or_else(unreachable_path),
            slug,
        }
    }
}

impl Site {
    /// The groups of a kind in a language.
    pub fn groups_of(&self, kind: GroupKind, language: Language) -> impl Iterator<Item = &Group> {
        self.groups
            .iter()
            .filter(move |group| group.kind == kind && group.language == language)
    }
}
