//! Pages that are made: from a template, from another page, in another language.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use guichet::atelier::stored_text;
use guichet::document::{TEMPLATES, as_copy, as_translation, file_name};
use guichet::files::{CONTENT, as_read};
use guichet::language::Language;
use guichet::live::Snapshot;
use guichet::site::PageId;
use serde::Deserialize;
use serde_json::{Value as Json_, json};

use super::Shared;
use super::page::checked;
use crate::answer::{PageAnswer, Refusal, answer};
use crate::keeper::KeeperTask;
use crate::open_texts::Whereabouts;
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

/// What changed on disk, and what to answer once the site has been read again.
pub(super) struct FileWork {
    pub paths: Vec<String>,
    /// The pages that are not at their paths any more.
    pub went: Vec<(String, Whereabouts)>,
    pub answer: Json_,
}

impl FileWork {
    /// A page was made.
    pub fn made(path: String) -> Self {
        Self {
            answer: json!({ "path": path }),
            paths: vec![path],
            went: Vec::new(),
        }
    }

    /// Nothing that the site reads was changed.
    pub fn none(answer: Json_) -> Self {
        Self {
            paths: Vec::new(),
            went: Vec::new(),
            answer,
        }
    }
}

/// Changes files, reads them again, then answers: the pages show the new state at once.
pub(super) async fn change(
    workshop: Arc<Workshop>,
    work: impl FnOnce(&Workshop, &Snapshot) -> Result<FileWork, Refusal> + Send + 'static,
) -> PageAnswer {
    let shared = Arc::clone(&workshop);
    let done = tokio::task::spawn_blocking(move || {
        let _writing = shared.writing();
        let work = work(&shared, &shared.snapshot())?;
        for (path, to) in &work.went {
            shared.open.set_went(path, to.clone());
        }
        Ok(work)
    });
    let work = done.await.unwrap_or_else(|_| Err(Refusal::stopped()))?;
    if !work.paths.is_empty() {
        let went = work.went.into_iter().map(|(path, _)| path).collect();
        let read = |reply| KeeperTask::Read(work.paths, went, reply);
        workshop.ask(read).await?;
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
    let made = guichet::atelier::create(&workshop.root, path, text.as_bytes());
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
        let copy = as_copy(&text, request.title.trim())
            .map_err(|_| Refusal::unclear(&workshop.messages))?;
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
        let copy = as_translation(&text, &document.text_code())
            .map_err(|_| Refusal::unclear(&workshop.messages))?;
        create(workshop, &path, &copy)?;
        Ok(FileWork::made(path))
    })
    .await
}

fn page_of(workshop: &Workshop, snapshot: &Snapshot, path: &str) -> Result<PageId, Refusal> {
    let page = snapshot.site.page_of_file(path);
    page.ok_or_else(|| Refusal::missing(&workshop.messages, path))
}
