//! What a text was before.

use axum::extract::{Query, State};
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::json;

use super::page::checked;
use super::{Shared, apart};
use crate::answer::{PageAnswer, Refusal, answer};

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
    apart(workshop, move |workshop| {
        let path = checked(workshop, &query.path)?;
        let missing = |_| Refusal::missing(&workshop.messages, path);
        let versions = workshop.history.versions(path).map_err(missing)?;
        let versions = versions.iter().map(|version| {
            let saved = Timestamp::try_from(version.saved).unwrap_or_default();
            json!({ "name": version.name, "saved": saved.to_string(), "size": version.size })
        });
        answer(json!({ "versions": versions.collect::<Vec<_>>() }))
    })
    .await
}

/// `GET /api/version?path=…&name=…`
pub(super) async fn version(
    State(workshop): Shared,
    Query(query): Query<VersionQuery>,
) -> PageAnswer {
    apart(workshop, move |workshop| {
        let path = checked(workshop, &query.path)?;
        let missing = |_| Refusal::missing(&workshop.messages, path);
        let text = workshop.history.read(path, &query.name).map_err(missing)?;
        answer(json!({ "text": guichet::files::as_read(&text) }))
    })
    .await
}
