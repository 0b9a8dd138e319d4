//! Pages that are named anew, moved, deleted and brought back.

use std::sync::Arc;
use std::time::SystemTime;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use guichet::atelier::{self, References, RenameError, is_editable};
use guichet::live::Snapshot;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::files::{FileWork, change};
use super::page::{checked, missing};
use super::{Shared, apart};
use crate::answer::{PageAnswer, Refusal, answer};
use crate::keeper::below_content;
use crate::open_texts::Whereabouts;
use crate::workshop::Workshop;

#[derive(Deserialize)]
pub(super) struct RenameRequest {
    path: String,
    to: String,
    #[serde(default)]
    dry: bool,
}

#[derive(Deserialize)]
pub(super) struct DeleteRequest {
    paths: Vec<String>,
    #[serde(default)]
    dry: bool,
}

#[derive(Deserialize)]
pub(super) struct RestoreRequest {
    name: String,
}

/// `POST /api/rename`: with `dry`, says what would change.
pub(super) async fn rename(
    State(workshop): Shared,
    Json(request): Json<RenameRequest>,
) -> PageAnswer {
    change(workshop, move |workshop, snapshot| {
        let messages = &workshop.messages;
        checked(workshop, &request.path)?;
        let site = &snapshot.site;
        let references = workshop.references.of(snapshot, References::of);
        let renaming = atelier::rename(site, &references, &request.path, &request.to);
        let renaming = renaming.map_err(|error| match error {
            RenameError::NoPage(path) => missing(workshop, &path),
            RenameError::Taken(path) => Refusal::taken(messages, &path),
            RenameError::Fields(..) => Refusal::unclear(messages),
            _ => Refusal::outside(messages, &request.to),
        })?;
        let address = |path: &str| {
            site.page_of_file(path)
                .map(|id| site.page_path(id).encoded())
        };
        let changed: Vec<&str> = renaming
            .fixes
            .iter()
            .map(|fix| fix.file.path.as_str())
            .collect();
        let touched = renaming.moves.iter().map(|(from, _)| from.as_str());
        let touched = touched.chain(changed.iter().copied());
        let unsaved = workshop.open.unsaved_of(touched);
        let said = json!({
            "unsaved": unsaved,
            "path": request.to,
            "moves": renaming.moves,
            "files": changed,
            "left": renaming.left,
            "address": address(&request.path),
        });
        if request.dry {
            return Ok(FileWork::none(said));
        }
        // What a window has typed in one of these files would be lost, or written into the wrong one.
        if let Some(path) = unsaved.first() {
            let count = unsaved.len().to_string();
            let args = [("path", *path), ("count", &*count)];
            let status = StatusCode::CONFLICT;
            let refusal = Refusal::new(status, "unsaved", messages, "atelier-unsaved", &args);
            return Err(refusal.with("unsaved", said["unsaved"].clone()));
        }
        let keep = |path: &&str| workshop.history.keep_current(path, SystemTime::now());
        let kept: Result<(), _> = changed.par_iter().try_for_each(keep);
        kept.map_err(|error| Refusal::unwritten(messages, &error))?;
        let written = renaming.write(&workshop.root);
        written.map_err(|error| Refusal::unmoved(messages, &error))?;
        let mut paths: Vec<String> = changed.iter().map(|path| (*path).to_owned()).collect();
        for (from, to) in &renaming.moves {
            // A page without its history is still the page.
            let _ = workshop.history.moved(from, to);
            paths.extend([from.clone(), to.clone()]);
        }
        let went = renaming.moves.into_iter();
        Ok(FileWork {
            paths,
            went: went
                .map(|(from, to)| (from, Whereabouts::Moved(to)))
                .collect(),
            answer: said,
        })
    })
    .await
}

#[derive(Serialize)]
struct NamingText {
    path: String,
    /// Empty for the configuration.
    title: String,
}

/// `POST /api/delete`: to the bin; with `dry`, says what else of the site names these.
pub(super) async fn delete(
    State(workshop): Shared,
    Json(request): Json<DeleteRequest>,
) -> PageAnswer {
    change(workshop, move |workshop, snapshot| {
        for path in &request.paths {
            let is_file = is_editable(path) && below_content(path).is_some();
            is_file
                .then_some(())
                .ok_or_else(|| Refusal::outside(&workshop.messages, path))?;
            if workshop.root.join(path).is_dir() {
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                let (messages, args) = (&workshop.messages, [("path", &**path)]);
                let key = "atelier-delete-folder";
                return Err(Refusal::new(status, "folder", messages, key, &args));
            }
        }
        let paths: Vec<&str> = request.paths.iter().map(String::as_str).collect();
        let said = json!({ "linked": naming(workshop, snapshot, &paths) });
        if request.dry {
            return Ok(FileWork::none(said));
        }
        let deleted = workshop.bin.delete(&paths, SystemTime::now());
        deleted.map_err(|error| match error.source.kind() {
            std::io::ErrorKind::NotFound => Refusal::missing(&workshop.messages, &error.path),
            _ => Refusal::unwritten(&workshop.messages, &error),
        })?;
        let went = request.paths.iter().cloned();
        Ok(FileWork {
            went: went.map(|path| (path, Whereabouts::Deleted)).collect(),
            paths: request.paths,
            answer: said,
        })
    })
    .await
}

/// What names these files, or what only they say, and is in none of them.
fn naming(workshop: &Workshop, snapshot: &Snapshot, paths: &[&str]) -> Vec<NamingText> {
    let site = &snapshot.site;
    let references = workshop.references.of(snapshot, References::of);
    let naming = references
        .left_without(site, &workshop.root, paths)
        .into_iter();
    naming
        .map(|namer| NamingText {
            path: namer.path(site).to_owned(),
            title: namer
                .page()
                .map(|id| site.page(id).document.common.title.clone())
                .unwrap_or_default(),
        })
        .collect()
}

/// `GET /api/bin`
pub(super) async fn bin(State(workshop): Shared) -> PageAnswer {
    apart(workshop, |workshop| {
        let entries = workshop.bin.entries();
        let titles = workshop.bin.titles(&entries);
        let entries = entries.iter().zip(titles).map(|(entry, title)| {
            let deleted = jiff::Timestamp::try_from(entry.deleted).unwrap_or_default();
            json!({
                "name": entry.name,
                "path": entry.path,
                "title": title,
                "deleted": deleted.to_string(),
            })
        });
        answer(json!({ "entries": entries.collect::<Vec<_>>() }))
    })
    .await
}

/// `POST /api/restore`: back to where it was.
pub(super) async fn restore(
    State(workshop): Shared,
    Json(request): Json<RestoreRequest>,
) -> PageAnswer {
    change(workshop, move |workshop, _| {
        let entry = workshop.bin.entry(&request.name);
        let entry = entry.ok_or_else(|| Refusal::missing(&workshop.messages, &request.name))?;
        let restored = workshop.bin.restore(&entry);
        restored.map_err(|error| Refusal::unwritten(&workshop.messages, &error))?;
        Ok(FileWork::made(entry.path))
    })
    .await
}

/// `POST /api/empty`: for good.
pub(super) async fn empty(State(workshop): Shared) -> PageAnswer {
    let shared = Arc::clone(&workshop);
    let emptied = change(workshop, |workshop, _| {
        let emptied = workshop.bin.empty(SystemTime::now());
        emptied.map_err(|error| Refusal::unwritten(&workshop.messages, &error))?;
        Ok(FileWork::none(json!({})))
    });
    let emptied = emptied.await?;
    // Nobody waits for that.
    tokio::task::spawn_blocking(move || shared.bin.sweep());
    Ok(emptied)
}
