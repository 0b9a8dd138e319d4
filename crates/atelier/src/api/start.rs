//! A folder becomes a site.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use guichet::model::config;
use guichet::model::values::Phone;
use serde::Deserialize;
use serde_json::json;

use super::Shared;
use crate::NewSite;
use crate::answer::{PageAnswer, Refusal, answer};

#[derive(Deserialize)]
pub(super) struct StartRequest {
    /// Who publishes it.
    publisher: String,
    #[serde(default)]
    place: String,
    #[serde(default)]
    phone: String,
}

/// `POST /api/start`: writes a small site of this publisher's.
pub(super) async fn start(
    State(workshop): Shared,
    Json(request): Json<StartRequest>,
) -> PageAnswer {
    let shared = Arc::clone(&workshop);
    let started = tokio::task::spawn_blocking(move || {
        let _writing = shared.writing();
        let messages = &shared.messages;
        if shared.root.join(config::FILE).exists() {
            let path = shared.root.display().to_string();
            let status = StatusCode::CONFLICT;
            return Err(Refusal::new(
                status,
                "taken",
                messages,
                "init-exists",
                &[("path", &path)],
            ));
        }
        let phone = request.phone.trim();
        if !phone.is_empty() && Phone::parse(phone).is_none() {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let args = [("phone", phone)];
            return Err(Refusal::new(
                status,
                "phone",
                messages,
                "atelier-start-phone",
                &args,
            ));
        }
        let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let new = NewSite {
            publisher: given(&request.publisher),
            place: given(&request.place),
            phone: given(&request.phone),
        };
        let started = (shared.options.start)(&new);
        started.map_err(|words| Refusal::in_words(StatusCode::INTERNAL_SERVER_ERROR, "disk", words))
    });
    started.await.unwrap_or_else(|_| Err(Refusal::stopped()))?;
    let snapshot = workshop.reread_all().await?;
    answer(json!({ "version": snapshot.version }))
}
