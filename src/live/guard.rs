//! Who may ask: people at this machine, through pages that it has served itself.

use std::net::Ipv4Addr;

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use tokio::net::TcpListener;

/// A listener at the next free port, on the loopback address only; `None` if none of fifty is free.
pub async fn listen(first: u16) -> Option<TcpListener> {
    const TRIES: u16 = 50;
    for port in first..=first.saturating_add(TRIES) {
        if let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            return Some(listener);
        }
    }
    None
}

/// Only requests that name this machine are answered: another site whose name resolves here (DNS rebinding)
/// must not read what an editor has not published.
pub fn is_for_this_machine(headers: &HeaderMap, port: u16) -> bool {
    let mut hosts = headers.get_all(header::HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return false;
    };
    let Some((name, host_port)) = host.to_str().ok().and_then(|host| host.rsplit_once(':')) else {
        return false;
    };
    matches!(name, "localhost" | "127.0.0.1") && host_port == port.to_string()
}

/// Only requests from this machine's own pages, or from somebody who types or follows its address, are
/// answered: another site must not load what an editor has not published, as a script, an image, a frame or
/// data. Browsers say where a request comes from (<https://www.w3.org/TR/fetch-metadata/>); those too old to
/// do so send an `Origin` with requests from scripts.
pub fn is_of_this_site(headers: &HeaderMap) -> bool {
    // What says two things says nothing.
    let is_twice = |name: &&str| headers.get_all(*name).iter().nth(1).is_some();
    if [
        "host",
        "origin",
        "sec-fetch-site",
        "sec-fetch-mode",
        "sec-fetch-dest",
    ]
    .iter()
    .any(is_twice)
    {
        return false;
    }
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

/// Headers that keep pages and files from other sites, which cannot load them, frame them, or
/// hold a handle to their windows.
pub fn kept_apart() -> [(HeaderName, HeaderValue); 4] {
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
