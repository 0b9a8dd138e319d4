//! A binder: a section or the whole site as one document, for the counter.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::data::{PageSheet, title};
use super::edition::{self, Edition};
use super::text::SheetImages;
use super::{address, qr};
use crate::model::Kind;
use crate::model::values::Date;
use crate::outputs::card::Card;
use crate::outputs::voice::Voice;
use crate::site::{GroupKind, PageId, Section, Subject};

/// The content of a binder.
#[derive(Serialize)]
pub struct Binder {
    title: String,
    summary: Option<String>,
    address: Option<String>,
    qr: Option<qr::QrCode>,
    edition: String,
    /// When its latest page was reviewed.
    reviewed: Option<String>,
    sections: Vec<BinderSectionView>,
    directory: Vec<KindView>,
    index: Vec<KeywordLetterView>,
}

#[derive(Serialize)]
struct BinderSectionView {
    title: String,
    summary: Option<String>,
    pages: Vec<PageSheet>,
}

/// The organizations of one kind.
#[derive(Serialize)]
struct KindView {
    title: String,
    cards: Vec<Card>,
}

/// The keywords under one letter.
#[derive(Serialize)]
struct KeywordLetterView {
    letter: String,
    keywords: Vec<KeywordView>,
}

/// A keyword and the pages under it.
#[derive(Serialize)]
struct KeywordView {
    title: String,
    /// The ids of its pages in this binder.
    pages: Vec<u32>,
}

impl Binder {
    pub fn new(voice: &Voice<'_>, subject: Subject, files: &SheetImages) -> Self {
        let site = voice.site;
        let index = match subject {
            Subject::Section(id) => site.sections[id as usize].index,
            Subject::Site(language) => site.index_page("", language),
            Subject::Page(id) => Some(id),
        };
        let bound = sections(voice, subject);
        let sections: Vec<BinderSectionView> = bound
            .iter()
            .map(|section| BinderSectionView {
                title: voice.words.set(&section.title),
                summary: section.index.and_then(|id| summary(voice, id)),
                pages: section
                    .pages
                    .iter()
                    .map(|id| PageSheet::new(voice, *id, files))
                    .collect(),
            })
            .collect();
        let ids: Vec<PageId> = pages_of(&bound);
        let path = match subject {
            Subject::Section(id) => site.sections[id as usize].part_path(0),
            Subject::Site(_) | Subject::Page(_) => site.home(voice.language),
        };
        let url = site.config.absolute(&path.encoded());
        let latest = latest_review(voice, &ids);
        let pages = sections.iter().flat_map(|section| &section.pages);
        let codes: HashMap<u32, &str> = pages.map(|page| (page.id, &*page.code)).collect();
        let code = |id: PageId| codes.get(&id.0).copied().unwrap_or_default().to_owned();
        let edition = edition_of(voice, subject, code);
        let answer = address::of_answer(site, voice.language, &edition);
        Self {
            title: title(voice, subject),
            summary: index.and_then(|id| summary(voice, id)),
            address: url.as_deref().map(address::short),
            qr: answer.and_then(|url| qr::code(&url, files)),
            edition: edition.to_string(),
            reviewed: latest.map(|day| voice.words.date(day)),
            directory: directory(voice),
            index: keywords(voice, &ids),
            sections,
        }
    }
}

/// The edition of a binder, from the codes of its pages.
pub fn edition_of(voice: &Voice<'_>, subject: Subject, code: impl Fn(PageId) -> String) -> Edition {
    let bound = sections(voice, subject);
    let pages: Vec<(String, Vec<String>)> = bound
        .iter()
        .map(|section| {
            let codes = section.pages.iter().map(|id| code(*id));
            (section.title.clone(), codes.collect())
        })
        .collect();
    let ids: Vec<PageId> = pages_of(&bound);
    let title = title(voice, subject);
    edition::of_binder(latest_review(voice, &ids), &title, &pages)
}

fn latest_review(voice: &Voice<'_>, ids: &[PageId]) -> Option<Date> {
    let reviewed = |id: &PageId| voice.site.page(*id).document.common.reviewed_on();
    ids.iter().filter_map(reviewed).max()
}

fn summary(voice: &Voice<'_>, id: PageId) -> Option<String> {
    let common = &voice.site.page(id).document.common;
    voice.words.set_option(common.summary.as_ref())
}

/// A section in a binder, without the pages that are no longer valid: these are not handed out.
struct BoundSection {
    title: String,
    index: Option<PageId>,
    pages: Vec<PageId>,
}

fn pages_of(sections: &[BoundSection]) -> Vec<PageId> {
    let pages = sections.iter().flat_map(|section| &section.pages);
    pages.copied().collect()
}

/// The sections in a binder: guides first, then articles, then other pages, and in that of the whole site those beside the home page. The
/// directory is a part of its own.
fn sections(voice: &Voice<'_>, subject: Subject) -> Vec<BoundSection> {
    let site = voice.site;
    let top = match subject {
        Subject::Section(id) => Some(&site.sections[id as usize]),
        Subject::Site(_) | Subject::Page(_) => None,
    };
    let is_inside = |section: &&Section| {
        section.language == voice.language
            && top.is_none_or(|top| {
                section.folder == top.folder
                    || section
                        .folder
                        .strip_prefix(&top.folder)
                        .is_some_and(|rest| rest.starts_with('/'))
            })
    };
    let sections = site.sections.iter().filter(is_inside);
    let mut sections: Vec<&Section> = sections
        .filter(|section| section.kind != Kind::Organization && !section.pages.is_empty())
        .collect();
    sections.sort_by_key(|section| section.kind.rank());
    let valid = |pages: &[PageId]| -> Vec<PageId> {
        let pages = pages.iter().copied();
        let pages = pages.filter(|id| !site.is_expired(&site.page(*id).document));
        pages.collect()
    };
    let sections = sections.into_iter().map(|section| BoundSection {
        title: section.title.clone(),
        index: section.index,
        pages: valid(&section.pages),
    });
    let mut sections: Vec<BoundSection> = sections.collect();
    let mut others = match top {
        None => valid(&site.pages_at_top(voice.language)),
        Some(_) => Vec::new(),
    };
    others.retain(|id| site.page(*id).document.kind() != Kind::Organization);
    if !others.is_empty() {
        sections.push(BoundSection {
            title: voice.words.text("section-page"),
            index: None,
            pages: others,
        });
    }
    sections
}

/// Every organization of the site, grouped by kind.
fn directory(voice: &Voice<'_>) -> Vec<KindView> {
    let pages = voice.site.pages_with_id();
    let organizations = pages.filter(|(_, page)| {
        let document = &page.document;
        document.organization().is_some()
            && document.language == voice.language
            && !document.is_index
    });
    let ids: Vec<PageId> = organizations.map(|(id, _)| id).collect();
    let kinds = Card::by_kind(voice.site, &ids, &voice.words).into_iter();
    kinds
        .map(|(title, cards)| KindView { title, cards })
        .collect()
}

/// The keywords of these pages from A to Z.
fn keywords(voice: &Voice<'_>, ids: &[PageId]) -> Vec<KeywordLetterView> {
    let mut letters: BTreeMap<String, Vec<KeywordView>> = BTreeMap::new();
    for group in voice.site.groups_of(GroupKind::Keyword, voice.language) {
        let pages = group.pages.iter().filter(|id| ids.contains(id));
        let pages: Vec<u32> = pages.map(|id| id.0).collect();
        if pages.is_empty() {
            continue;
        }
        letters
            .entry(group.letter())
            .or_default()
            .push(KeywordView {
                title: voice.words.set(&group.title),
                pages,
            });
    }
    let letters = letters.into_iter();
    letters
        .map(|(letter, keywords)| KeywordLetterView { letter, keywords })
        .collect()
}
