//! Which request is answered where, and which not at all.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;
use tokio_stream::StreamExt as _;
use tokio_stream::wrappers::WatchStream;

use crate::answer::Refusal;
use crate::workshop::Workshop;
use crate::{access, api, assets, connections};

/// How many windows are told of news at a time.
const MOST_WINDOWS: usize = 64;

/// The requests of the workshop.
pub(crate) fn router(workshop: Arc<Workshop>, port: u16) -> Router {
    let shared = Arc::clone(&workshop);
    Router::new()
        .route(
            "/",
            get(move |state, headers, uri| shell(state, headers, uri, port)),
        )
        .route("/assets/{name}", get(asset))
        .route("/api/events", get(events))
        .nest("/api", api::routes())
        .route("/apercu/{key}/{*path}", get(api::preview))
        .route("/fiche/{key}/{*path}", get(api::sheet))
        .route("/feuille/{key}/{*path}", get(api::picture))
        .route("/image/{key}/{*path}", get(api::image))
        .layer(middleware::from_fn(move |request: Request, next: Next| {
            let workshop = Arc::clone(&shared);
            async move {
                let mut response = match access::refused(&request, &workshop.key, port) {
                    Some(refusal) => refusal,
                    None => {
                        let is_api = request.uri().path().starts_with("/api/");
                        let response = next.run(connections::impatient(request)).await;
                        match is_api {
                            true => in_words(response, &workshop),
                            false => response,
                        }
                    }
                };
                access::sealed(&mut response);
                response
            }
        }))
        .with_state(workshop)
}

/// An answer that the framework gives to a request that it cannot read, in the words of the workshop.
fn in_words(response: Response, workshop: &Workshop) -> Response {
    let status = response.status();
    let kind = response.headers().get(header::CONTENT_TYPE);
    let is_ours = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"));
    if is_ours || !status.is_client_error() {
        return response;
    }
    let key = match status {
        StatusCode::PAYLOAD_TOO_LARGE => "atelier-too-much",
        _ => "atelier-bad-request",
    };
    Refusal::new(status, "request", &workshop.messages, key, &[]).into_response()
}

/// The page in which the workshop runs; a browser with the key of the address gets its cookie, and the page the keys
/// that it keeps. Anybody else is told how to come in.
async fn shell(
    State(workshop): State<Arc<Workshop>>,
    headers: HeaderMap,
    uri: Uri,
    port: u16,
) -> Response {
    let opens = uri.query().is_some_and(|query| workshop.key.opens(query));
    let messages = &workshop.messages;
    let title = messages.text("atelier-title");
    if !opens && !workshop.key.is_let_in(&headers, port) {
        let words = messages.text("atelier-closed");
        let words = guichet::markdown::escape(&words);
        let page = format!(
            "<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\"><title>{title}</title><p>{words}</p></html>",
            messages.language()
        );
        return (StatusCode::FORBIDDEN, Html(page)).into_response();
    }
    let Some(nonce) = access::nonce() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let keys = opens.then(|| workshop.key.of_pages());
    let without_script = messages.text("atelier-without-script");
    let page = assets::shell(messages.language(), &title, &nonce, keys, &without_script);
    let mut response = Html(page).into_response();
    if let Some(cookie) = opens.then(|| workshop.key.cookie(port)).flatten() {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    if let Ok(policy) = HeaderValue::from_str(&access::policy(&nonce)) {
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

async fn asset(Path(name): Path<String>, headers: HeaderMap) -> Response {
    assets::asset(&name, &headers)
}

/// Tells a window what changes, until it closes. Beyond a number of windows, the others ask for themselves.
async fn events(State(workshop): State<Arc<Workshop>>) -> Response {
    let Some(window) = OpenWindow::new(&workshop) else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let news = WatchStream::new(workshop.news.subscribe());
    let events = news.map(move |news| {
        let _open = &window;
        let data = serde_json::json!({ "version": news.version, "files": &*news.files });
        Ok::<_, Infallible>(Event::default().data(data.to_string()))
    });
    Sse::new(events)
        .keep_alive(KeepAlive::default())
        .into_response()
}

/// A window that is told of news.
struct OpenWindow(Arc<Workshop>);

impl OpenWindow {
    fn new(workshop: &Arc<Workshop>) -> Option<Self> {
        let before = workshop.windows.fetch_add(1, Ordering::Relaxed);
        let window = Self(Arc::clone(workshop));
        (before < MOST_WINDOWS).then_some(window)
    }
}

impl Drop for OpenWindow {
    /// Once the last window has been closed for a while, what was typed in it and not saved stands in for no file any
    /// more. A window that is loaded again is not closed.
    fn drop(&mut self) {
        const CLOSED: Duration = Duration::from_secs(10);
        if self.0.windows.fetch_sub(1, Ordering::Relaxed) > 1 {
            return;
        }
        let workshop = Arc::clone(&self.0);
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                tokio::time::sleep(CLOSED).await;
                if workshop.windows.load(Ordering::Relaxed) == 0 {
                    workshop.release();
                }
            });
        }
    }
}
