//! Atom feeds (RFC 4287) of the site, of a section and of a campaign.

use std::fmt::Write as _;

use super::words::Words;
use crate::language::Language;
use crate::model::values::Date;
use crate::site::{OutputPath, Page, PageId, Site};
use crate::xml;

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
    let address = |path: &OutputPath| {
        let absolute = site.config.absolute(&path.encoded()).unwrap_or_default();
        xml::text(&absolute).into_owned()
    };
    let pages: Vec<&Page> = pages.iter().take(LATEST).map(|id| site.page(*id)).collect();
    // The feed changes when its latest entry does; the clock plays no part.
    let updated = pages.iter().filter_map(|page| page.day()).max();
    let mut out = String::new();
    // Writing to a string does not fail.
    let _ = write!(
        out,
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{language}\">\n\
         <title>{}</title>\n<id>{}</id>\n<link rel=\"self\" href=\"{}\"/>\n<link href=\"{}\"/>\n<updated>{}</updated>\n\
         <author><name>{}</name></author>\n",
        xml::text(&words.set(title)),
        address(path),
        address(path),
        address(home),
        moment(updated.unwrap_or_default()),
        xml::text(&words.set(&site.publisher_name(language))),
    );
    for page in pages {
        let address = address(&page.path);
        let common = &page.document.common;
        let _ = write!(
            out,
            "<entry>\n<title>{}</title>\n<id>{address}</id>\n<link href=\"{address}\"/>\n<updated>{}</updated>\n",
            xml::text(&words.set(&common.title)),
            moment(page.day().unwrap_or_default()),
        );
        let summary = page.document.summary();
        if !summary.is_empty() {
            let _ = writeln!(out, "<summary>{}</summary>", xml::text(&words.set(summary)));
        }
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    out
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
