//! What is pasted from other programs, as Markdown.

use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use serde_json::json;

use super::{Shared, apart};
use crate::answer::{PageAnswer, answer};

#[derive(Deserialize)]
pub(super) struct PasteRequest {
    html: String,
}

/// `POST /api/paste`
pub(super) async fn paste(
    State(workshop): Shared,
    Json(request): Json<PasteRequest>,
) -> PageAnswer {
    apart(workshop, move |_| {
        answer(json!({ "markdown": guichet::import::pasted(&request.html) }))
    })
    .await
}
