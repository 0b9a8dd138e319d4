//! What a text was before.

use std::io;
use std::sync::Arc;

use axum::extract::{Query, State};
use guichet::atelier::History;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Value as Json_, json};

use super::page::checked;
use super::{Shared, apart};
use crate::answer::{PageAnswer, Refusal, answer};
use crate::workshop::Workshop;

#[derive(Deserialize)]
pub(super) struct VersionQuery {
    path: String,
    #[serde(default)]
    name: String,
}

/// `GET /api/versions?path=…`: latest first.
pub(super) async fn versions(
    State(workshop): Shared,
    Query(query): Query<VersionQuery>,
) -> PageAnswer {
    of_history(workshop, query, |history, query| {
        let versions = history.versions(&query.path)?;
        let versions = versions.iter().map(|version| {
            let saved = Timestamp::try_from(version.saved).unwrap_or_default();
            json!({ "name": version.name, "saved": saved.to_string(), "size": version.size })
        });
        Ok(json!({ "versions": versions.collect::<Vec<_>>() }))
    })
    .await
}

/// `GET /api/version?path=…&name=…`
pub(super) async fn version(
    State(workshop): Shared,
    Query(query): Query<VersionQuery>,
) -> PageAnswer {
    of_history(workshop, query, |history, query| {
        let text = history.read(&query.path, &query.name)?;
        Ok(json!({ "text": guichet::files::as_read(&text) }))
    })
    .await
}

/// What the history of a text says.
async fn of_history(
    workshop: Arc<Workshop>,
    query: VersionQuery,
    look: fn(&History, &VersionQuery) -> io::Result<Json_>,
) -> PageAnswer {
    apart(workshop, move |workshop| {
        let path = checked(workshop, &query.path)?;
        let missing = |_| Refusal::missing(&workshop.messages, path);
        answer(look(&workshop.history, &query).map_err(missing)?)
    })
    .await
}
