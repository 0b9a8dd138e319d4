//! Images and documents that are dropped into a page.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use guichet::atelier::{is_editable, upload_name};
use guichet::files::CONTENT;
use guichet::site::relative;
use serde::Deserialize;
use serde_json::json;

use super::Shared;
use crate::answer::{PageAnswer, Refusal, answer};
use crate::keeper::below_content;
use crate::workshop::Workshop;

/// The largest file, in bytes: a photograph of a good telephone has a quarter of it.
pub(super) const LARGEST: usize = 20 << 20;

#[derive(Deserialize)]
pub(super) struct UploadQuery {
    /// The file that will name it.
    #[serde(default)]
    from: String,
    name: String,
}

/// `POST /api/upload?from=content/guides/carte.md&name=photo.jpg`: goes beside the page, under a name of its own.
pub(super) async fn upload(
    State(workshop): Shared,
    Query(query): Query<UploadQuery>,
    body: Bytes,
) -> PageAnswer {
    let shared = Arc::clone(&workshop);
    let written = tokio::task::spawn_blocking(move || written(&shared, &query, &body)).await;
    let (path, said) = written.unwrap_or_else(|_| Err(Refusal::stopped()))?;
    workshop.reread(vec![path]).await?;
    answer(said)
}

fn written(
    workshop: &Workshop,
    query: &UploadQuery,
    body: &[u8],
) -> Result<(String, serde_json::Value), Refusal> {
    let messages = &workshop.messages;
    let Some(name) = upload_name(&query.name, body) else {
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        let args = [("name", &*query.name)];
        return Err(Refusal::new(
            status,
            "kind",
            messages,
            "atelier-upload-kind",
            &args,
        ));
    };
    let folder = match below_content(&query.from).filter(|_| is_editable(&query.from)) {
        Some(_) => query
            .from
            .rsplit_once('/')
            .map_or(CONTENT, |(folder, _)| folder),
        None => CONTENT,
    };
    let _writing = workshop.writing();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((&name, ""));
    // The first name that is free; whatever has a name already is somebody's.
    let mut number = 1;
    let path = loop {
        let name = match number {
            1 => format!("{stem}.{ending}"),
            number => format!("{stem}-{number}.{ending}"),
        };
        let path = format!("{folder}/{name}");
        if !is_editable(&path) {
            return Err(Refusal::outside(messages, &path));
        }
        // A name that is taken is not worth writing to know it.
        if workshop.root.join(&path).symlink_metadata().is_ok() && number < 1000 {
            number += 1;
            continue;
        }
        match guichet::atelier::create(&workshop.root, &path, body) {
            Ok(()) => break path,
            Err(error)
                if error.source.kind() == std::io::ErrorKind::AlreadyExists && number < 1000 =>
            {
                number += 1;
            }
            Err(error) => return Err(Refusal::unwritten(messages, &error)),
        }
    };
    let size = image::ImageReader::new(std::io::Cursor::new(body)).with_guessed_format();
    let size = size.ok().and_then(|reader| reader.into_dimensions().ok());
    let below = |path: &str| {
        path.strip_prefix(CONTENT)
            .unwrap_or(path)
            .trim_start_matches('/')
            .to_owned()
    };
    let src = match below_content(&query.from) {
        Some(from) => relative(from, &below(&path)),
        None => below(&path),
    };
    let said = json!({
        "src": src,
        "path": path,
        "width": size.map(|(width, _)| width),
        "height": size.map(|(_, height)| height),
        "size": body.len(),
    });
    Ok((path, said))
}
