//! Handles requests: pages by their path on the site, and the stream of versions that makes a browser reload.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::Redirect;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use tokio_stream::wrappers::WatchStream;
use tokio_stream::{Stream, StreamExt as _};

use super::{Preview, Snapshot, page};
use crate::diagnostics::{Code, Diagnostic, Reach};
use crate::media_types;
use crate::outputs::sheet::Printer;
use crate::outputs::{Content, Printing as _, Renderer};
use crate::percent::decode;
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

/// Only requests that name this machine are answered: another site whose name resolves here (DNS rebinding)
/// must not read what an editor has not published.
fn is_for_this_machine(headers: &HeaderMap, port: u16) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return false;
    };
    let Some((name, host_port)) = host.to_str().ok().and_then(|host| host.rsplit_once(':')) else {
        return false;
    };
    matches!(name, "localhost" | "127.0.0.1") && host_port.parse() == Ok(port)
}

/// Only requests from the preview's own pages, or from somebody who types or follows its address, are
/// answered: another site must not load what an editor has not published, as a script, an image, a frame or
/// data. Browsers say where a request comes from (<https://www.w3.org/TR/fetch-metadata/>); those too old to
/// do so send an `Origin` with requests from scripts.
fn is_of_this_site(headers: &HeaderMap) -> bool {
    let value = |name: &str| {
        headers
            .get(name)
            .map(|value| value.to_str().unwrap_or_default())
    };
    match value("sec-fetch-site") {
        Some("same-origin" | "none") => return true,
        // Following a link shows the page to the person, and tells the page with the link nothing.
        Some(_) => {
            return value("sec-fetch-mode") == Some("navigate")
                && value("sec-fetch-dest") == Some("document");
        }
        None => {}
    }
    let host = value("host").unwrap_or_default();
    value("origin").is_none_or(|origin| origin.strip_prefix("http://") == Some(host))
}

/// Headers that keep the preview's pages and files from other sites, which cannot load them, frame them, or
/// hold a handle to their windows.
fn kept_apart() -> [(HeaderName, HeaderValue); 4] {
    [
        (
            HeaderName::from_static("cross-origin-resource-policy"),
            HeaderValue::from_static("same-origin"),
        ),
        (
            HeaderName::from_static("cross-origin-opener-policy"),
            HeaderValue::from_static("same-origin"),
        ),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("frame-ancestors 'none'"),
        ),
        (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    ]
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
    let found = site_path(request.uri().path())
        .and_then(|path| Some((path.clone(), snapshot.site.output(&path)?.clone())));
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

/// The content of an output, or what is wrong with it. A page waits neither for its sheets nor for its
/// images: in the preview it does not give the length of its sheets, and its weight excludes images not made
/// yet.
fn render(snapshot: &Snapshot, path: &OutputPath, output: &Output) -> Result<Content, Diagnostic> {
    let renderer = Renderer::new(&snapshot.site)
        .with_search(&snapshot.found_by_search)
        .with_studio(&snapshot.studio)
        .without_waiting();
    if let Some(shop) = snapshot.print_shop.as_ref().filter(|_| output.is_printed()) {
        let printer = Printer::new(&snapshot.site, shop, &snapshot.studio);
        let content = renderer.with_printing(&printer).render(path, output)?;
        let missing = output
            .sheet()
            .filter(|_| matches!(content, Content::Missing));
        let complaint = missing.and_then(|sheet| printer.diagnostics(sheet).into_iter().next());
        return complaint.map_or(Ok(content), Err);
    }
    renderer.render(path, output)
}

/// The address of the sheet that replaces one that does not fit: preview pages do not wait for their sheets,
/// and link to the requested format.
fn stand_in(snapshot: &Snapshot, output: &Output) -> Option<String> {
    let asked = output.sheet()?;
    snapshot.site.stand_in(asked)?;
    let shop = snapshot.print_shop.as_ref()?;
    let printer = Printer::new(&snapshot.site, shop, &snapshot.studio);
    let settled = printer.settled(asked).filter(|sheet| *sheet != asked)?;
    Some(format!("/{}", snapshot.site.sheet_path(settled)?.encoded()))
}

/// The path on the site for an address: decoded, with `index.html` at the end of a folder. `None` if it is
/// not a path of an output; the file system is never consulted.
fn site_path(address: &str) -> Option<OutputPath> {
    let decoded = decode(address);
    let path = decoded.strip_prefix('/')?;
    let index = if path.is_empty() || path.ends_with('/') {
        "index.html"
    } else {
        ""
    };
    OutputPath::new(format!("{path}{index}"))
}

fn answer(
    preview: &Preview,
    snapshot: &Snapshot,
    path: &OutputPath,
    output: &Output,
    status: StatusCode,
) -> Response {
    if let Some(address) = stand_in(snapshot, output) {
        return Redirect::temporary(&address).into_response();
    }
    let kind = &*media_types::content_type(path.as_str());
    match render(snapshot, path, output) {
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
