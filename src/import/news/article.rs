//! Writes what is new for readers as an article, whose section has a feed, and keeps the links of earlier ones alive.

use std::collections::BTreeMap;
use std::path::Path;

use super::links::keep_links_alive;
use super::{PageFate, PageNews};
use crate::catalogue::Catalogue;
use crate::files::CONTENT;
use crate::import::Import;
use crate::import::front::{self, FrontFields, FrontValue};
use crate::import::markdown::{self, MarkdownBlock, MarkdownInline};
use crate::import::merge::{ImportChanges, ReadError};
use crate::language::Language;
use crate::messages;
use crate::model::Common;
use crate::model::values::Date;
use crate::site::relative;

/// Pages of which an article names more are counted by topic: with some 60 links, an article is as heavy as a long guide.
const MOST_PAGES: usize = 60;

/// How many pages of a topic are named then.
const OF_A_TOPIC: usize = 3;

/// Adds an article that says what is new for readers, if anything is; takes links to pages that are gone out of earlier ones.
///
/// The first import of a folder of pages is no news. The articles are in `content/articles/FOLDER`; an editor who deletes the text of that
/// section (`_index.md`) wants no more of them, and one who changes or deletes an article has the last word.
///
/// # Errors
///
/// If an earlier article cannot be read.
pub fn announce(
    root: &Path,
    import: &Import,
    changes: &mut ImportChanges,
    folder: &str,
    language: Language,
) -> Result<(), ReadError> {
    let folder = format!("{CONTENT}/articles/{folder}");
    keep_links_alive(root, changes, &folder)?;
    let mut news: Vec<&PageNews> = changes
        .news
        .iter()
        .filter(|page| page.is_for_readers())
        .collect();
    let day = import.changed.as_deref().and_then(Date::parse);
    let (Some(day), false) = (day, news.is_empty()) else {
        return Ok(());
    };
    let index = format!("{folder}/_index.md");
    let stands = |path: &str| root.join(path).symlink_metadata().is_ok();
    let is_refused = changes.is_known(&index) && !stands(&index);
    if is_refused {
        return Ok(());
    }
    let is_important = |page: &PageNews| {
        import
            .important
            .get(&page.path)
            .is_some_and(|last| *last >= changes.since)
    };
    news.sort_by_key(|page| (page.fate, !is_important(page), &page.title));
    let is_free = |path: &String| !stands(path) && !changes.is_known(path);
    let numbered = (2..).map(|number| format!("{folder}/{day}-{number}.md"));
    let mut paths = std::iter::once(format!("{folder}/{day}.md")).chain(numbered.take(1000));
    let Some(path) = paths.find(is_free) else {
        return Ok(());
    };
    let writer = ArticleWriter {
        catalogue: &messages::of(language),
        french: language.is_french(),
        folder: &folder,
        topics: &import.topics,
    };
    let text = writer.article(&news, day);
    let section = (!stands(&index)).then(|| writer.section());
    changes.article = Some(path.clone());
    for (path, text) in section
        .map(|text| (index, text))
        .into_iter()
        .chain([(path, text)])
    {
        changes.add(&path, text);
    }
    Ok(())
}

struct ArticleWriter<'n> {
    catalogue: &'n Catalogue,
    french: bool,
    folder: &'n str,
    topics: &'n BTreeMap<String, String>,
}

impl ArticleWriter<'_> {
    fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<_> = args
            .iter()
            .map(|(name, value)| (*name, (*value).into()))
            .collect();
        self.catalogue.format(key, &args).into_owned()
    }

    /// The text of the section.
    fn section(&self) -> String {
        let mut front = FrontFields::new(self.french);
        front.set::<Common>("title", self.say("news-section", &[]));
        front.set::<Common>("summary", self.say("news-section-summary", &[]));
        front::page(&front, "")
    }

    fn article(&self, news: &[&PageNews], day: Date) -> String {
        let mut front = FrontFields::new(self.french);
        let of = |fate: PageFate| {
            news.iter()
                .copied()
                .filter(|page| page.fate == fate)
                .collect::<Vec<_>>()
        };
        let fates = [
            (PageFate::Changed, "changed"),
            (PageFate::Added, "added"),
            (PageFate::Withdrawn, "withdrawn"),
        ];
        let counts = fates.iter().filter_map(|(fate, name)| {
            let count = of(*fate).len();
            (count > 0).then(|| {
                self.say(
                    "news-count",
                    &[("fate", name), ("count", &count.to_string())],
                )
            })
        });
        let counts = counts.collect::<Vec<_>>().join(", ");
        front.set::<Common>("title", self.say("news-title", &[("counts", &counts)]));
        front.set::<Common>("summary", self.summary(news));
        front.set::<Common>("date", FrontValue::Bare(day.to_string()));
        // It tells where to read, which paper cannot.
        front.set::<Common>("sheets", FrontValue::Bare("[]".to_owned()));
        let mut blocks = Vec::new();
        for (fate, name) in fates {
            let pages = of(fate);
            if pages.is_empty() {
                continue;
            }
            blocks.push(MarkdownBlock::Heading {
                level: 2,
                text: vec![MarkdownInline::Text(
                    self.say("news-heading", &[("fate", name)]),
                )],
                case: false,
                anchor: None,
            });
            let items = match news.len() > MOST_PAGES {
                true => self.topics(&pages),
                false => pages.iter().map(|page| self.item(page)).collect(),
            };
            let items = items
                .into_iter()
                .map(|line| vec![MarkdownBlock::Paragraph(line)]);
            blocks.push(MarkdownBlock::List(None, items.collect()));
        }
        front::page(&front, &markdown::write(&blocks))
    }

    /// The titles of the first two pages, and how many others there are. Pages of both publics may have one title.
    fn summary(&self, news: &[&PageNews]) -> String {
        let first = news.first().map_or("", |page| page.title.as_str());
        let mut others = news.iter().filter(|page| page.title != first);
        let second = others.next().map(|page| page.title.as_str());
        let rest = others.filter(|page| Some(page.title.as_str()) != second);
        let rest = rest.count();
        let named = 1 + usize::from(second.is_some()) + rest;
        let args = [
            ("count", named.to_string()),
            ("first", short(first)),
            ("second", short(second.unwrap_or_default())),
            ("rest", rest.to_string()),
        ];
        let args: Vec<_> = args
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        self.say("news-summary", &args)
    }

    fn link(&self, path: &str, title: &str) -> MarkdownInline {
        let to = relative(&format!("{}/x.md", self.folder), path);
        MarkdownInline::Link(to, vec![MarkdownInline::Text(title.to_owned())])
    }

    /// A page, with what has changed.
    fn item(&self, page: &PageNews) -> Vec<MarkdownInline> {
        let text = |text: String| MarkdownInline::Text(text);
        if page.fate == PageFate::Withdrawn {
            let title = text(page.title.clone());
            return match &page.replaced_by {
                Some((by, path)) => {
                    vec![
                        title,
                        text(self.say("news-replaced", &[])),
                        text(" ".to_owned()),
                        self.link(path, by),
                    ]
                }
                None => vec![title],
            };
        }
        let mut line = vec![self.link(&page.path, &page.title)];
        let words = page.words_seen(self.catalogue);
        if !words.is_empty() {
            line.push(text(self.say("news-line", &[("points", &words)])));
        }
        line
    }

    /// The pages of each topic: how many, and the first of them.
    fn topics(&self, pages: &[&PageNews]) -> Vec<Vec<MarkdownInline>> {
        let mut topics: BTreeMap<&str, Vec<&PageNews>> = BTreeMap::new();
        for page in pages {
            let topic = self.topics.get(&page.path).map_or("", String::as_str);
            topics.entry(topic).or_default().push(page);
        }
        let mut all: Vec<(&str, Vec<&PageNews>)> = topics.into_iter().collect();
        // Pages of no topic come last.
        all.sort_by_key(|(topic, _)| topic.is_empty());
        let rest = all.split_off(all.len().min(MOST_PAGES));
        let left: Vec<&PageNews> = rest.into_iter().flat_map(|(_, pages)| pages).collect();
        let all = all
            .into_iter()
            .chain((!left.is_empty()).then_some(("", left)));
        let line = |(topic, pages): (&str, Vec<&PageNews>)| {
            let name = match topic {
                "" => self.say("news-no-topic", &[]),
                topic => topic.to_owned(),
            };
            let count = pages.len().to_string();
            let mut line = vec![
                MarkdownInline::Strong(vec![MarkdownInline::Text(name)]),
                MarkdownInline::Text(self.say("news-topic", &[("count", &count)])),
            ];
            for (at, page) in pages.iter().take(OF_A_TOPIC).enumerate() {
                let before = if at == 0 { " " } else { ", " };
                line.push(MarkdownInline::Text(before.to_owned()));
                line.push(match page.fate {
                    PageFate::Withdrawn => MarkdownInline::Text(page.title.clone()),
                    _ => self.link(&page.path, &page.title),
                });
            }
            if pages.len() > OF_A_TOPIC {
                line.push(MarkdownInline::Text("…".to_owned()));
            }
            line
        };
        all.map(line).collect()
    }
}

/// A title that fits beside another.
fn short(title: &str) -> String {
    const LONGEST: usize = 60;
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let cut: String = title.chars().take(LONGEST).collect();
    let words = cut
        .rsplit_once(' ')
        .map_or(cut.as_str(), |(words, _)| words);
    format!("{words}…")
}
