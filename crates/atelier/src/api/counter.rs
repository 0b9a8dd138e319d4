//! For the person at a counter: a few letters, and the sheets of what has them.

use std::collections::BTreeMap;

use axum::extract::{Query, State};
use guichet::language::Language;
use guichet::letters::sort_key;
use guichet::model::Kind;
use guichet::site::{PageId, Site};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::sheets::{ShownSheet, sheets_of};
use super::{Shared, apart};
use crate::answer::{PageAnswer, answer};
use crate::workshop::Workshop;

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct CounterQuery {
    q: String,
    lang: String,
}

/// The most pages of one answer: more than fit on a screen, nobody at a counter reads.
const MOST: usize = 20;

/// A page and its translations, each with its sheets.
#[derive(Serialize)]
struct CounterRow {
    title: String,
    lang: String,
    path: String,
    address: String,
    summary: String,
    sheets: Vec<ShownSheet>,
    translations: Vec<CounterTranslation>,
}

#[derive(Serialize)]
struct CounterTranslation {
    lang: String,
    name: String,
    title: String,
    sheets: Vec<ShownSheet>,
}

/// `GET /api/counter?q=car`
pub(super) async fn counter(
    State(workshop): Shared,
    Query(query): Query<CounterQuery>,
) -> PageAnswer {
    apart(workshop, move |workshop| {
        let snapshot = workshop.snapshot();
        let site = &snapshot.site;
        let language = Language::parse(&query.lang).filter(|_| !query.lang.is_empty());
        let language = language.unwrap_or_else(|| site.config.default_language());
        let index = workshop.counter.of(&snapshot, CounterIndex::of);
        let found = index.found(&query.q, language);
        let rows = found
            .into_iter()
            .take(MOST)
            .map(|id| row(workshop, site, id));
        answer(json!({ "rows": rows.collect::<Vec<_>>() }))
    })
    .await
}

/// What the pages of a state of the site are found by, in the order of their kinds.
pub(crate) struct CounterIndex {
    by_language: BTreeMap<Language, Vec<CounterPage>>,
}

struct CounterPage {
    id: PageId,
    /// Guides first.
    kind: u8,
    title: String,
    /// Keywords and summary.
    rest: String,
}

impl CounterIndex {
    /// Of each page that readers have.
    pub fn of(site: &Site) -> Self {
        let mut by_language: BTreeMap<Language, Vec<CounterPage>> = BTreeMap::new();
        for (id, page) in site.pages_with_id() {
            let document = &page.document;
            let common = &document.common;
            if common.draft == Some(true) || document.is_index {
                continue;
            }
            let keywords = common.keywords.iter().map(|keyword| keyword.0.as_str());
            let rest: Vec<&str> = keywords.chain([document.summary()]).collect();
            let pages = by_language.entry(document.language).or_default();
            pages.push(CounterPage {
                id,
                kind: match document.kind() {
                    Kind::Guide => 0,
                    other => other.rank() + 1,
                },
                title: sort_key(&common.title),
                rest: sort_key(&rest.join(" ")),
            });
        }
        Self { by_language }
    }

    /// The pages that have each word: in their title first, then in their keywords and summary.
    fn found(&self, words: &str, language: Language) -> Vec<PageId> {
        let wanted = sort_key(words);
        let words: Vec<&str> = wanted.split_whitespace().collect();
        if words.is_empty() {
            return Vec::new();
        }
        let pages = self.by_language.get(&language).into_iter().flatten();
        let ranked = pages.filter_map(|page| {
            let CounterPage { title, rest, .. } = page;
            let begins = |word: &&str| title.split(' ').any(|part| part.starts_with(word));
            let has = |word: &&str| title.contains(word) || rest.contains(word);
            let rank = if title.starts_with(&wanted) {
                0
            } else if words.iter().all(begins) {
                1
            } else if words.iter().all(has) {
                2
            } else {
                return None;
            };
            Some((rank, page.kind, title, page.id))
        });
        let mut ranked: Vec<(u8, u8, &String, PageId)> = ranked.collect();
        ranked.sort_unstable();
        ranked.into_iter().map(|(.., id)| id).collect()
    }
}

fn row(workshop: &Workshop, site: &Site, id: PageId) -> CounterRow {
    let document = &site.page(id).document;
    let others = site.translations(&document.stem).iter().copied();
    let others = others.filter(|other| *other != id);
    CounterRow {
        title: document.common.title.clone(),
        lang: document.language.as_str().to_owned(),
        path: document.file.path.clone(),
        address: site.page_path(id).encoded(),
        summary: document.summary().to_owned(),
        sheets: sheets_of(workshop, site, id),
        translations: others
            .map(|other| {
                let document = &site.page(other).document;
                CounterTranslation {
                    lang: document.language.as_str().to_owned(),
                    name: document.language.endonym().to_owned(),
                    title: document.common.title.clone(),
                    sheets: sheets_of(workshop, site, other),
                }
            })
            .collect(),
    }
}
