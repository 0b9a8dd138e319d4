//! A text of the site: as its file has it, and as somebody is typing it.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use guichet::atelier::{is_editable, stored_text};
use guichet::document::change_fields;
use guichet::edit;
use guichet::files::{LARGEST_TEXT, as_read};
use guichet::language::Language;
use guichet::live::Snapshot;
use guichet::model::config;
use guichet::model::schema::Names;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json_;

use super::sheets::{ShownSheet, sheets_of};
use super::text_kind::TextKind;
use super::{Shared, apart};
use crate::answer::{PageAnswer, Refusal, answer};
use crate::findings::{self, ShownFindings};
use crate::form::{FieldSpec, form};
use crate::keeper::{KeeperTask, below_content};
use crate::units::Utf16Places;
use crate::values::{change_from_json, to_json};
use crate::workshop::Workshop;

/// What is known of a text that somebody is typing.
#[derive(Serialize)]
struct HeldPage {
    version: u64,
    /// The text, where the server has changed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// Where the Markdown begins, in UTF-16 units.
    body: usize,
    values: Json_,
    #[serde(flatten)]
    found: ShownFindings,
    /// Its page in the preview.
    address: Option<String>,
    sheets: Vec<ShownSheet>,
    title: String,
    kind: &'static str,
}

/// A text as its file has it.
#[derive(Serialize)]
struct OpenedPage {
    path: String,
    text: String,
    base: Option<String>,
    lang: String,
    /// Whether its fields have English names.
    english: bool,
    form: Vec<FieldSpec>,
    translations: Vec<LinkedPage>,
    /// The note that adds local routes to it.
    local: Option<String>,
    #[serde(flatten)]
    held: HeldPage,
}

#[derive(Serialize)]
struct LinkedPage {
    lang: String,
    path: String,
    title: String,
}

#[derive(Deserialize)]
pub(super) struct PageQuery {
    path: String,
}

#[derive(Deserialize)]
pub(super) struct HoldRequest {
    path: String,
    text: Option<String>,
    changes: Option<Vec<Json_>>,
}

/// The path of a text that may be opened.
pub(super) fn checked<'p>(workshop: &Workshop, path: &'p str) -> Result<&'p str, Refusal> {
    let is_text =
        path == config::FILE || below_content(path).is_some_and(guichet::project::Project::reads);
    match is_editable(path) && is_text {
        true => Ok(path),
        false => Err(Refusal::outside(&workshop.messages, path)),
    }
}

/// There is no file at this path: where the page is now, if the workshop has moved it.
pub(super) fn missing(workshop: &Workshop, path: &str) -> Refusal {
    match workshop.open.whereabouts(path) {
        Some(to) => Refusal::went(&workshop.messages, path, &to),
        None => Refusal::missing(&workshop.messages, path),
    }
}

/// `GET /api/page?path=…`
pub(super) async fn page(State(workshop): Shared, Query(query): Query<PageQuery>) -> PageAnswer {
    apart(workshop, move |workshop| {
        let path = checked(workshop, &query.path)?;
        let stored = stored_text(&workshop.root, path).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => missing(workshop, path),
            _ => {
                let reason = guichet::reasons::reason(&error);
                let args = [("path", path), ("reason", &*reason)];
                let status = StatusCode::UNPROCESSABLE_ENTITY;
                Refusal::new(
                    status,
                    "unread",
                    &workshop.messages,
                    "import-unreadable-source",
                    &args,
                )
            }
        })?;
        let snapshot = workshop.snapshot();
        answer(opened(
            workshop,
            &snapshot,
            path,
            &stored.written,
            stored.base,
        ))
    })
    .await
}

fn opened(
    workshop: &Workshop,
    snapshot: &Snapshot,
    path: &str,
    written: &str,
    base: String,
) -> OpenedPage {
    let text = as_read(written).into_owned();
    let site = &snapshot.site;
    let kind = TextKind::of(snapshot, path);
    let english = kind.is_english(&text);
    let id = site.page_of_file(path);
    let document = id.map(|id| &site.page(id).document);
    let translations = document.map(|document| site.translations(&document.stem));
    let translations = translations.unwrap_or_default().iter();
    let translations = translations.map(|id| &site.page(*id).document);
    let others = translations.filter(|other| other.file.path != path);
    OpenedPage {
        path: path.to_owned(),
        base: Some(base),
        lang: site.language_of_file(path).as_str().to_owned(),
        english,
        form: form(&kind.table(), &workshop.messages, !english),
        translations: others
            .map(|other| LinkedPage {
                lang: other.language.as_str().to_owned(),
                path: other.file.path.clone(),
                title: other.common.title.clone(),
            })
            .collect(),
        local: document
            .and_then(|document| document.local.as_ref())
            .map(|note| note.file.path.clone()),
        held: held(workshop, snapshot, path, &text),
        text,
    }
}

/// What is known of a text in a state of the site that reads it.
fn held(workshop: &Workshop, snapshot: &Snapshot, path: &str, text: &str) -> HeldPage {
    let site = &snapshot.site;
    let kind = TextKind::of(snapshot, path);
    let table = kind.table();
    let fields = kind.fields(text);
    let found = findings::of_file(workshop, snapshot, path);
    let id = site.page_of_file(path);
    let home = || site.home(site.config.default_language());
    let address = match (kind, id) {
        (_, Some(id)) => Some(site.page_path(id).encoded()),
        (TextKind::Settings, None) => Some(home().encoded()),
        (_, None) => None,
    };
    HeldPage {
        version: snapshot.version,
        text: None,
        body: Utf16Places::of(text).at(fields.body),
        values: to_json(&fields.values, &table),
        found: findings::shown(workshop, &found, path, text, &fields, &table),
        address,
        sheets: id
            .map(|id| sheets_of(workshop, site, id))
            .unwrap_or_default(),
        title: id.map_or_else(String::new, |id| {
            site.page(id).document.common.title.clone()
        }),
        kind: kind.name(),
    }
}

/// `POST /api/hold`: a text stands in for its file, until it is let go.
pub(super) async fn hold(State(workshop): Shared, Json(request): Json<HoldRequest>) -> PageAnswer {
    let path = checked(&workshop, &request.path)?.to_owned();
    let Some(typed) = request.text else {
        let snapshot = workshop
            .ask(|reply| KeeperTask::Hold(path, None, reply))
            .await?;
        return answer(serde_json::json!({ "version": snapshot.version }));
    };
    let mut text = as_read(&typed).into_owned();
    if let Some(changes) = request.changes {
        let (shared, path) = (Arc::clone(&workshop), path.clone());
        let changed =
            tokio::task::spawn_blocking(move || with_changes(&shared, &path, &text, &changes));
        text = changed.await.unwrap_or_else(|_| Err(Refusal::stopped()))?;
    }
    too_long(&workshop, &path, &text)?;
    let asked = (path.clone(), Some(text.clone()));
    let snapshot = workshop
        .ask(|reply| KeeperTask::Hold(asked.0, asked.1, reply))
        .await?;
    apart(Arc::clone(&workshop), move |workshop| {
        if let Some(to) = workshop.open.whereabouts(&path) {
            return Err(Refusal::went(&workshop.messages, &path, &to));
        }
        let mut held = held(workshop, &snapshot, &path, &text);
        held.text = (text != typed).then_some(text);
        answer(held)
    })
    .await
}

/// Refuses a text that guichet would not read again.
pub(super) fn too_long(workshop: &Workshop, path: &str, text: &str) -> Result<(), Refusal> {
    if text.len() <= LARGEST_TEXT {
        return Ok(());
    }
    let limit = (LARGEST_TEXT >> 20).to_string();
    let args = [("path", path), ("limit", &*limit)];
    let status = StatusCode::PAYLOAD_TOO_LARGE;
    let messages = &workshop.messages;
    Err(Refusal::new(
        status,
        "too-large",
        messages,
        "atelier-too-large",
        &args,
    ))
}

/// A text with changes to its fields.
fn with_changes(
    workshop: &Workshop,
    path: &str,
    text: &str,
    changes: &[Json_],
) -> Result<String, Refusal> {
    let snapshot = workshop.snapshot();
    let kind = TextKind::of(&snapshot, path);
    let french = !kind.is_english(text) && names_are_french(workshop, text, kind);
    let table = kind.table();
    let unclear = || Refusal::unclear(&workshop.messages);
    let changes = changes
        .iter()
        .map(|change| change_from_json(change, &table, french));
    let changes: Vec<edit::FieldChange> = changes.collect::<Option<_>>().ok_or_else(unclear)?;
    let changed = match kind.is_page() {
        true => change_fields(text, &changes),
        false => edit::change(text, &Names, &changes),
    };
    changed.map_err(|_| unclear())
}

/// Whether a text without any field gets French names: in whatever language the workshop speaks.
fn names_are_french(workshop: &Workshop, text: &str, kind: TextKind) -> bool {
    let has_fields = !matches!(
        &kind.fields(text).values,
        edit::FieldValue::Record(fields) if fields.is_empty()
    );
    has_fields || workshop.language() != Language::english()
}
