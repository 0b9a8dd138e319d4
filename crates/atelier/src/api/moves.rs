//! Pages that are named anew, moved, deleted and brought back.

use std::time::SystemTime;

use axum::Json;
use axum::extract::State;
use guichet::atelier::{self, BinEntry, RenameError, is_editable};
use guichet::live::Snapshot;
use guichet::site::{LinkTarget, PageId};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::files::{FileWork, change, unclear};
use super::page::checked;
use super::{Shared, apart};
use crate::answer::{PageAnswer, Refusal, answer};
use crate::keeper::below_content;

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
        let renaming =
            atelier::rename(site, &request.path, &request.to).map_err(|error| match error {
                RenameError::NoPage(path) => Refusal::missing(messages, &path),
                RenameError::Taken(path) => Refusal::taken(messages, &path),
                RenameError::Fields(..) => unclear(workshop),
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
        let said = json!({
            "path": request.to,
            "moves": renaming.moves,
            "files": changed,
            "left": renaming.left,
            "address": address(&request.path),
        });
        if request.dry {
            return Ok(FileWork {
                paths: Vec::new(),
                answer: said,
            });
        }
        for path in &changed {
            let kept = workshop.history.keep_current(path, SystemTime::now());
            kept.map_err(|error| Refusal::unwritten(messages, &error))?;
        }
        let written = renaming.write(&workshop.root);
        written.map_err(|error| Refusal::unmended(messages, &error))?;
        let mut paths: Vec<String> = changed.iter().map(|path| (*path).to_owned()).collect();
        for (from, to) in &renaming.moves {
            // A page without its history is still the page.
            let _ = workshop.history.moved(from, to);
            paths.extend([from.clone(), to.clone()]);
        }
        Ok(FileWork {
            paths,
            answer: said,
        })
    })
    .await
}

#[derive(Serialize)]
struct LinkingPage {
    path: String,
    title: String,
}

/// `POST /api/delete`: to the bin; with `dry`, says which other pages link to these.
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
        }
        let linked = linking(snapshot, &request.paths);
        let said = json!({ "linked": linked });
        if request.dry {
            return Ok(FileWork {
                paths: Vec::new(),
                answer: said,
            });
        }
        let paths: Vec<&str> = request.paths.iter().map(String::as_str).collect();
        let deleted = workshop.bin.delete(&paths, SystemTime::now());
        deleted.map_err(|error| match error.source.kind() {
            std::io::ErrorKind::NotFound => Refusal::missing(&workshop.messages, &error.path),
            _ => Refusal::unwritten(&workshop.messages, &error),
        })?;
        Ok(FileWork {
            paths: request.paths,
            answer: said,
        })
    })
    .await
}

/// The other pages that link to these files, or to the pages in them.
fn linking(snapshot: &Snapshot, paths: &[String]) -> Vec<LinkingPage> {
    let site = &snapshot.site;
    let targets: Vec<PageId> = paths
        .iter()
        .filter_map(|path| site.page_of_file(path))
        .collect();
    let links_there = |id: PageId| {
        let texts = site.page(id).document.texts();
        let mut links = texts.flat_map(|text| text.facts.links.iter());
        links.any(|link| {
            matches!(site.link(id, &link.destination), Ok(LinkTarget::Page(target, _)) if targets.contains(&target))
        })
    };
    let others = site.pages_with_id().filter(|(id, _)| !targets.contains(id));
    let linking = others.filter(|(id, _)| links_there(*id));
    linking
        .map(|(_, page)| LinkingPage {
            path: page.document.file.path.clone(),
            title: page.document.common.title.clone(),
        })
        .collect()
}

/// `GET /api/bin`
pub(super) async fn bin(State(workshop): Shared) -> PageAnswer {
    apart(workshop, |workshop| {
        let entries = workshop.bin.entries();
        let entries = entries.iter().map(|entry| {
            let deleted = jiff::Timestamp::try_from(entry.deleted).unwrap_or_default();
            json!({
                "name": entry.name,
                "path": entry.path,
                "title": workshop.bin.title(entry),
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
        let entries = workshop.bin.entries();
        let entry: Option<&BinEntry> = entries.iter().find(|entry| entry.name == request.name);
        let entry = entry.ok_or_else(|| Refusal::missing(&workshop.messages, &request.name))?;
        let restored = workshop.bin.restore(entry);
        restored.map_err(|error| Refusal::unwritten(&workshop.messages, &error))?;
        Ok(FileWork::made(entry.path.clone()))
    })
    .await
}

/// `POST /api/empty`: for good.
pub(super) async fn empty(State(workshop): Shared) -> PageAnswer {
    change(workshop, |workshop, _| {
        let emptied = workshop.bin.empty();
        emptied.map_err(|error| Refusal::unwritten(&workshop.messages, &error))?;
        Ok(FileWork {
            paths: Vec::new(),
            answer: json!({}),
        })
    })
    .await
}
