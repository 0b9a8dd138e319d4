//! Writes texts into their files, and keeps what they replace.

use std::sync::Arc;
use std::time::SystemTime;

use axum::Json;
use axum::extract::State;
use guichet::atelier::{fingerprint, stored_text};
use guichet::diagnostics::Fix;
use guichet::edit::{apply_to_file, differences, is_as_read};
use guichet::files::as_read;
use serde::Deserialize;
use serde_json::json;

use super::Shared;
use super::page::{checked, too_long};
use crate::answer::{PageAnswer, Refusal, answer};
use crate::findings;
use crate::keeper::KeeperTask;
use crate::workshop::Workshop;

#[derive(Deserialize)]
pub(super) struct SaveRequest {
    path: String,
    text: String,
    base: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct MendRequest {
    path: String,
    text: String,
    id: String,
}

/// `POST /api/save`: what the file has and the text does not change stays byte for byte.
pub(super) async fn save(State(workshop): Shared, Json(request): Json<SaveRequest>) -> PageAnswer {
    let path = checked(&workshop, &request.path)?.to_owned();
    too_long(&workshop, &path, &request.text)?;
    let shared = Arc::clone(&workshop);
    let text = as_read(&request.text).into_owned();
    let written = tokio::task::spawn_blocking(move || written(&shared, &request)).await;
    let base = written.unwrap_or_else(|_| Err(Refusal::stopped()))?;
    let snapshot = workshop
        .ask(|reply| KeeperTask::Saved(path, text, reply))
        .await?;
    answer(json!({ "base": base, "version": snapshot.version }))
}

/// Writes a text, and returns the fingerprint of its file.
fn written(workshop: &Workshop, request: &SaveRequest) -> Result<String, Refusal> {
    let messages = &workshop.messages;
    let path = request.path.as_str();
    let _writing = workshop.writing();
    let stored = match stored_text(&workshop.root, path) {
        Ok(stored) => Some(stored),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => {
            let error = guichet::edit::WriteError::of(path)(error);
            return Err(Refusal::unwritten(messages, &error));
        }
    };
    if let Some(to) = workshop.open.whereabouts(path) {
        return Err(Refusal::went(messages, path, &to));
    }
    if stored.as_ref().map(|stored| &stored.base) != request.base.as_ref() {
        let refusal = Refusal::changed(messages, path);
        let now = stored
            .as_ref()
            .map(|stored| as_read(&stored.written).into_owned());
        return Err(refusal
            .with("text", now)
            .with("base", stored.map(|stored| stored.base)));
    }
    let typed = as_read(&request.text);
    let Some(stored) = stored else {
        return saved(workshop, path, &typed, None);
    };
    let before = as_read(&stored.written);
    if *before == *typed {
        return Ok(stored.base);
    }
    let edited = apply_to_file(&stored.written, &differences(&before, &typed));
    // Mixed line ends that would run together become one.
    let edited = edited.unwrap_or_else(|| typed.into_owned());
    // Its own line ends may be longer.
    too_long(workshop, path, &edited)?;
    saved(workshop, path, &edited, Some(&stored.base))
}

fn saved(
    workshop: &Workshop,
    path: &str,
    text: &str,
    base: Option<&str>,
) -> Result<String, Refusal> {
    let saved = workshop.history.save(path, text, base, SystemTime::now());
    saved.map_err(|error| Refusal::unsaved(&workshop.messages, path, &error))?;
    Ok(fingerprint(text.as_bytes()))
}

/// Writes a correction into its file, which may be a new one, and keeps what it replaces.
pub(super) fn write_fix(workshop: &Workshop, fix: &Fix) -> Result<(), Refusal> {
    let messages = &workshop.messages;
    let path = fix.file.path.as_str();
    is_as_read(&workshop.root, fix).map_err(|error| Refusal::unmended(messages, &error))?;
    let stored = stored_text(&workshop.root, path).ok();
    let written = stored.as_ref().map_or("", |stored| stored.written.as_str());
    let changed = || Refusal::changed(messages, path);
    let edited = apply_to_file(written, &fix.edits).ok_or_else(changed)?;
    too_long(workshop, path, &edited)?;
    let base = stored.as_ref().map(|stored| stored.base.as_str());
    saved(workshop, path, &edited, base).map(|_| ())
}

/// `POST /api/mend`: a correction of another file than the one that is open.
pub(super) async fn mend(State(workshop): Shared, Json(request): Json<MendRequest>) -> PageAnswer {
    let path = checked(&workshop, &request.path)?.to_owned();
    too_long(&workshop, &path, &request.text)?;
    let text = Some(as_read(&request.text).into_owned());
    let snapshot = workshop
        .ask(|reply| KeeperTask::Hold(path, text, reply))
        .await?;
    let shared = Arc::clone(&workshop);
    let mended = tokio::task::spawn_blocking(move || {
        let found = findings::of_file(&shared, &snapshot, &request.path);
        let fix = found.iter().find_map(|(_, found)| {
            let mut mends = findings::mends(&shared, found).into_iter();
            mends.find_map(|(id, _, fix)| (id == request.id).then_some(fix))
        });
        let fix = fix.ok_or_else(|| Refusal::changed(&shared.messages, &request.path))?;
        let _writing = shared.writing();
        write_fix(&shared, fix)?;
        Ok(fix.file.path.clone())
    });
    let path: String = mended.await.unwrap_or_else(|_| Err(Refusal::stopped()))?;
    let snapshot = workshop.reread(vec![path.clone()]).await?;
    answer(json!({ "version": snapshot.version, "path": path }))
}
