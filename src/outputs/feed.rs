//! Atom feeds (RFC 4287) of the site, of a section and of a campaign.

use super::words::Words;
use crate::language::Language;
use crate::model::values::Date;
use crate::site::{OutputPath, Page, PageId, Site};
use crate::xml::XmlDocument;

/// How many entries a feed has.
const LATEST: usize = 20;

/// The latest articles of a language.
pub fn site(site: &Site, language: Language, path: &OutputPath) -> String {
    let mut articles: Vec<PageId> = site.articles(language);
    articles.truncate(LATEST);
    feed(
        site,
        site.config.title.get(language),
        language,
        path,
        &site.home(language),
        &articles,
    )
}

/// The latest pages of a section.
pub fn section(site: &Site, id: usize, path: &OutputPath) -> String {
    let section = &site.sections[id];
    let home = section.part_path(0);
    feed(
        site,
        &section.title,
        section.language,
        path,
        &home,
        &section.pages,
    )
}

/// The latest articles of a campaign.
pub fn group(site: &Site, id: usize, path: &OutputPath) -> String {
    let group = &site.groups[id];
    let home = group.part_path(0);
    feed(
        site,
        &group.title,
        group.language,
        path,
        &home,
        &group.pages,
    )
}

fn feed(
    site: &Site,
    title: &str,
    language: Language,
    path: &OutputPath,
    home: &OutputPath,
    pages: &[PageId],
) -> String {
    let words = Words::new(site, language);
    let address = |path: &OutputPath| site.config.absolute(&path.encoded()).unwrap_or_default();
    let pages: Vec<&Page> = pages.iter().take(LATEST).map(|id| site.page(*id)).collect();
    // The feed changes when its latest entry does; the clock plays no part.
    let updated = pages.iter().filter_map(|page| page.day()).max();
    let attributes = [
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xml:lang", language.as_str()),
    ];
    let mut document = XmlDocument::declared();
    document.block("feed", &attributes, |feed| {
        let own = address(path);
        feed.element("title", &[], &words.set(title)).end_line();
        feed.element("id", &[], &own).end_line();
        feed.empty("link", &[("rel", "self"), ("href", &own)])
            .end_line();
        feed.empty("link", &[("href", &address(home))]).end_line();
        feed.element("updated", &[], &moment(updated.unwrap_or_default()))
            .end_line();
        let author = words.set(&site.publisher_name(language));
        feed.around("author", &[], |feed| {
            feed.element("name", &[], &author);
        });
        feed.end_line();
        for page in pages {
            entry(feed, &words, page, &address(&page.path));
        }
    });
    document.end_line();
    document.finish()
}

fn entry(feed: &mut XmlDocument, words: &Words<'_>, page: &Page, address: &str) {
    let updated = moment(page.day().unwrap_or_default());
    let summary = page.document.summary();
    feed.block("entry", &[], |entry| {
        entry
            .element("title", &[], &words.set(&page.document.common.title))
            .end_line();
        entry.element("id", &[], address).end_line();
        entry.empty("link", &[("href", address)]).end_line();
        entry.element("updated", &[], &updated).end_line();
        if !summary.is_empty() {
            entry
                .element("summary", &[], &words.set(summary))
                .end_line();
        }
    });
    feed.end_line();
}

/// Pages have dates; a feed needs times.
fn moment(date: Date) -> String {
    let date = if date == Date::default() {
        "1970-01-01".to_owned()
    } else {
        date.to_string()
    };
    format!("{date}T00:00:00Z")
}
