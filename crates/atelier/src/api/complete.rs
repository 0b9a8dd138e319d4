//! What a value or a link may name.

use axum::extract::{Query, State};
use guichet::candidates::{self, CandidateName, NamingFile};
use guichet::letters::sort_key as fold;
use guichet::model::schema::NamedThing;
use serde::Deserialize;
use serde_json::json;

use super::{Shared, apart};
use crate::answer::{PageAnswer, answer};

#[derive(Deserialize)]
pub(super) struct CompleteQuery {
    what: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    from: String,
    /// Whether the name is for a link in a text.
    #[serde(default)]
    link: bool,
}

/// The most names of one answer.
const MOST: usize = 20;

/// `GET /api/complete?what=organization&q=mai&from=content/guides/carte.md`
pub(super) async fn complete(
    State(workshop): Shared,
    Query(query): Query<CompleteQuery>,
) -> PageAnswer {
    apart(workshop, move |workshop| {
        let snapshot = workshop.snapshot();
        let site = &snapshot.site;
        let from = NamingFile {
            path: &query.from,
            language: site.language_of_file(&query.from),
        };
        let named = |what| candidates::candidates(site, from, what);
        let all = match &*query.what {
            "organization" => named(NamedThing::Counter),
            "office" => named(NamedThing::Organization),
            "organization-kind" => named(NamedThing::OrganizationKind),
            "topic" => named(NamedThing::Topic),
            "campaign" => named(NamedThing::Campaign),
            "page" => candidates::pages(site, from, query.link),
            "image" => named(NamedThing::Image),
            "file" => named(NamedThing::File),
            "language" => named(NamedThing::SiteLanguage),
            "word" => candidates::words(site, from.language),
            _ => Vec::new(),
        };
        let wanted = fold(&query.q);
        let words: Vec<&str> = wanted.split_whitespace().collect();
        let folded = |one: &CandidateName| fold(&format!("{} {}", one.title, one.name));
        let mut found: Vec<(bool, CandidateName)> = all
            .into_iter()
            .filter_map(|one| {
                let folded = folded(&one);
                let is_found = words.iter().all(|word| folded.contains(word));
                is_found.then(|| (!folded.starts_with(&wanted), one))
            })
            .collect();
        // What begins as it was typed comes first; the rest stays in order.
        found.sort_by_key(|(is_inside, _)| *is_inside);
        let shown = found.into_iter().take(MOST).map(|(_, one)| {
            let is_kind = one.what == Some(NamedThing::OrganizationKind);
            let detail = match is_kind {
                true => workshop.messages.text("lsp-kind").into_owned(),
                false => one.help,
            };
            let title = match one.title.is_empty() {
                true => one.name.clone(),
                false => one.title,
            };
            json!({ "value": one.name, "title": title, "detail": detail })
        });
        answer(json!({ "found": shown.collect::<Vec<_>>() }))
    })
    .await
}
