//! Handles requests: pages by their path on the site, and the stream of versions that makes a browser reload.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::Redirect;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt as _};

use super::{Preview, page};
use crate::diagnostics::{Code, Reach};
use crate::live::{Snapshot, is_for_this_machine, is_of_this_site, kept_apart};
use crate::media_types;
use crate::outputs::Content;
use crate::site::{Output, OutputPath};

/// The address of the stream of versions.
pub(super) const EVENTS: &str = "/_guichet/events";

/// The address of the list of everything that is wrong.
pub(super) const PROBLEMS: &str = "/_guichet/";

/// The media type of the preview's own pages.
const HTML: &str = "text/html; charset=utf-8";

pub(super) fn router(preview: Arc<Preview>, port: u16) -> Router {
    Router::new()
        .route(EVENTS, get(events))
        .route(PROBLEMS, get(problems))
        .fallback(output)
        .layer(middleware::from_fn(
            move |request: Request, next: Next| async move {
                let mut response = if !is_for_this_machine(request.headers(), port) {
                    StatusCode::MISDIRECTED_REQUEST.into_response()
                } else if !is_of_this_site(request.headers()) {
                    StatusCode::FORBIDDEN.into_response()
                } else {
                    next.run(request).await
                };
                response.headers_mut().extend(kept_apart());
                response
            },
        ))
        .with_state(preview)
}

async fn events(
    State(preview): State<Arc<Preview>>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    // The first item is the current version: a page of an older one reloads at once.
    let versions = WatchStream::new(preview.version.subscribe());
    let events = versions.map(|version| Ok(Event::default().data(version.to_string())));
    Sse::new(events).keep_alive(KeepAlive::default())
}

/// Everything that is wrong; after a `?` with a rule's name, everything that this rule finds.
async fn problems(State(preview): State<Arc<Preview>>, address: Uri) -> Response {
    let snapshot = preview.snapshot();
    let rule = Code::ALL
        .iter()
        .find(|code| address.query() == Some(code.name()));
    let reach = rule.map_or(Reach::Few, |code| Reach::Rules(vec![*code]));
    let body = page::problems(&snapshot, &reach, &preview.messages);
    respond(StatusCode::OK, HTML, body.into())
}

async fn output(State(preview): State<Arc<Preview>>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let snapshot = preview.snapshot();
    let found = snapshot.at(request.uri().path());
    let found = found.map(|(path, output)| (path, output.clone()));
    let not_found = || {
        let language = snapshot.site.config.default_language();
        let path = OutputPath::new("404.html")?;
        Some((path, Output::NotFound(language)))
    };
    let (status, found) = match found {
        Some(found) => (StatusCode::OK, Some(found)),
        None => (StatusCode::NOT_FOUND, not_found()),
    };
    let Some((path, output)) = found else {
        return status.into_response();
    };
    // Other requests are answered while a sheet is printed.
    let answered =
        tokio::task::spawn_blocking(move || answer(&preview, &snapshot, &path, &output, status));
    answered
        .await
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

fn answer(
    preview: &Preview,
    snapshot: &Snapshot,
    path: &OutputPath,
    output: &Output,
    status: StatusCode,
) -> Response {
    if let Some(address) = snapshot.stand_in(output) {
        return Redirect::temporary(&address).into_response();
    }
    let kind = &*media_types::content_type(path.as_str());
    match snapshot.render(path, output) {
        Ok(Content::File(file)) => match std::fs::read(&file.location) {
            Ok(bytes) => respond(status, kind, bytes),
            Err(_) => StatusCode::NOT_FOUND.into_response(),
        },
        Ok(Content::Bytes(bytes)) if output.is_page() => {
            let html = page::with_preview(bytes, snapshot, output, &preview.messages);
            respond(status, kind, html)
        }
        Ok(Content::Bytes(bytes)) => respond(status, kind, bytes),
        Ok(Content::Shared(bytes)) => respond(status, kind, bytes.to_vec()),
        Ok(Content::Missing) => StatusCode::NOT_FOUND.into_response(),
        Err(diagnostic) => {
            let body = page::broken(snapshot, &diagnostic, &preview.messages);
            respond(StatusCode::INTERNAL_SERVER_ERROR, HTML, body.into())
        }
    }
}

fn respond(status: StatusCode, kind: &str, body: Vec<u8>) -> Response {
    let kind = match HeaderValue::from_str(kind) {
        Ok(kind) => kind,
        Err(_) => HeaderValue::from_static("application/octet-stream"),
    };
    let mut response = (status, Body::from(body)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    response
}
