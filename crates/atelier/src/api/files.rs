//! Pages that are made, named, moved, deleted and brought back.

use std::sync::Arc;
use std::time::SystemTime;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use guichet::atelier::{self, BinEntry, RenameError, is_editable, stored_text};
use guichet::document::{TEMPLATES, as_copy, as_translation, file_name};
use guichet::files::{CONTENT, as_read};
use guichet::language::Language;
use guichet::live::Snapshot;
use guichet::site::{LinkTarget, PageId};
use guichet::writing::save_new;
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json_, json};

use super::Shared;
use super::page::checked;
use crate::answer::{PageAnswer, Refusal, answer};
use crate::keeper::below_content;
use crate::workshop::Workshop;

#[derive(Deserialize)]
pub(super) struct NewRequest {
    kind: String,
    title: String,
    section: Option<String>,
    lang: Option<String>,
}

#[derive(Deserialize)]
pub(super) struct DuplicateRequest {
    path: String,
    title: String,
}

#[derive(Deserialize)]
pub(super) struct TranslateRequest {
    path: String,
    lang: String,
}

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

/// What changed on disk, and what to answer once the site has been read again.
struct FileWork {
    paths: Vec<String>,
    answer: Json_,
}

impl FileWork {
    /// A page was made.
    fn made(path: String) -> Self {
        Self {
            answer: json!({ "path": path }),
            paths: vec![path],
        }
    }
}

/// Changes files, reads them again, then answers: the pages show the new state at once.
async fn change(
    workshop: Arc<Workshop>,
    work: impl FnOnce(&Workshop, &Snapshot) -> Result<FileWork, Refusal> + Send + 'static,
) -> PageAnswer {
    let shared = Arc::clone(&workshop);
    let done = tokio::task::spawn_blocking(move || {
        let _writing = shared.writing();
        work(&shared, &shared.snapshot())
    });
    let work = done.await.unwrap_or_else(|_| Err(Refusal::stopped()))?;
    if !work.paths.is_empty() {
        workshop.reread(work.paths).await?;
    }
    answer(work.answer)
}

/// `POST /api/new`
pub(super) async fn new(State(workshop): Shared, Json(request): Json<NewRequest>) -> PageAnswer {
    change(workshop, move |workshop, snapshot| {
        let template = TEMPLATES
            .iter()
            .find(|template| template.kind == request.kind);
        let template =
            template.ok_or_else(|| Refusal::missing(&workshop.messages, &request.kind))?;
        let config = &snapshot.site.config;
        let language = config.default_language();
        let wanted = request
            .lang
            .as_deref()
            .and_then(Language::parse)
            .unwrap_or(language);
        let name = named(workshop, &request.title)?;
        let folder = match request
            .section
            .as_deref()
            .filter(|section| !section.is_empty())
        {
            Some(section) => section.trim_end_matches('/').to_owned(),
            None => format!("{CONTENT}/{}", template.folder),
        };
        let suffix = match wanted == language {
            true => String::new(),
            false => format!(".{}", wanted.as_str()),
        };
        let path = format!("{}/{name}{suffix}.md", folder.trim_end_matches('/'));
        let text = template.filled(wanted, request.title.trim(), &snapshot.site.day.to_string());
        create(workshop, &path, &text)?;
        Ok(FileWork::made(path))
    })
    .await
}

/// The name of the file of a page with this title.
fn named(workshop: &Workshop, title: &str) -> Result<String, Refusal> {
    file_name(title).ok_or_else(|| {
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        Refusal::new(status, "title", &workshop.messages, "new-bad-title", &[])
    })
}

/// Writes a new file; none is replaced.
fn create(workshop: &Workshop, path: &str, text: &str) -> Result<(), Refusal> {
    checked(workshop, path)?;
    let made = save_new(&workshop.root, path, text.as_bytes());
    made.map_err(|error| Refusal::unwritten(&workshop.messages, &error))
}

/// The text of a page on disk.
fn text_of(workshop: &Workshop, path: &str) -> Result<String, Refusal> {
    let stored = stored_text(&workshop.root, checked(workshop, path)?);
    let stored = stored.map_err(|_| Refusal::missing(&workshop.messages, path))?;
    Ok(as_read(&stored.written).into_owned())
}

/// `POST /api/duplicate`: a draft with another title, beside the page.
pub(super) async fn duplicate(
    State(workshop): Shared,
    Json(request): Json<DuplicateRequest>,
) -> PageAnswer {
    change(workshop, move |workshop, snapshot| {
        let text = text_of(workshop, &request.path)?;
        let name = named(workshop, &request.title)?;
        let page = page_of(workshop, snapshot, &request.path)?;
        let document = &snapshot.site.page(page).document;
        let folder = request
            .path
            .rsplit_once('/')
            .map_or(CONTENT, |(folder, _)| folder);
        let suffix = match document.language == snapshot.site.config.default_language() {
            true => String::new(),
            false => format!(".{}", document.language.as_str()),
        };
        let path = format!("{folder}/{name}{suffix}.md");
        let copy = as_copy(&text, request.title.trim()).map_err(|_| unclear(workshop))?;
        create(workshop, &path, &copy)?;
        Ok(FileWork::made(path))
    })
    .await
}

/// `POST /api/translate`: a draft in another language that says which text it was made from.
pub(super) async fn translate(
    State(workshop): Shared,
    Json(request): Json<TranslateRequest>,
) -> PageAnswer {
    change(workshop, move |workshop, snapshot| {
        let text = text_of(workshop, &request.path)?;
        let page = page_of(workshop, snapshot, &request.path)?;
        let site = &snapshot.site;
        let original = site.original_of(page).unwrap_or(page);
        let document = &site.page(original).document;
        let language = Language::parse(&request.lang);
        let language = language.filter(|language| site.config.all_languages().contains(language));
        let Some(language) = language else {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            let args = [("lang", &*request.lang)];
            return Err(Refusal::new(
                status,
                "language",
                &workshop.messages,
                "atelier-language",
                &args,
            ));
        };
        let ending = match document.is_index {
            true if document.stem.is_empty() => "_index".to_owned(),
            true => format!("{}/_index", document.stem),
            false => document.stem.clone(),
        };
        let path = format!("{CONTENT}/{ending}.{}.md", language.as_str());
        let copy = as_translation(&text, &document.text_code()).map_err(|_| unclear(workshop))?;
        create(workshop, &path, &copy)?;
        Ok(FileWork::made(path))
    })
    .await
}

fn unclear(workshop: &Workshop) -> Refusal {
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    Refusal::new(
        status,
        "unclear",
        &workshop.messages,
        "atelier-unclear",
        &[],
    )
}

fn page_of(workshop: &Workshop, snapshot: &Snapshot, path: &str) -> Result<PageId, Refusal> {
    let page = snapshot.site.page_of_file(path);
    page.ok_or_else(|| Refusal::missing(&workshop.messages, path))
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
    super::apart(workshop, |workshop| {
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
