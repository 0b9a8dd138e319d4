//! What the browser runs, embedded: scripts and styles made from `pages` by `pages/build.mjs`, and the words.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::LazyLock;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use guichet::language::Language;
use include_dir::{Dir, include_dir};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets");

/// Each file, compressed, with its fingerprint.
static COMPRESSED: LazyLock<BTreeMap<&str, (Vec<u8>, String)>> = LazyLock::new(|| {
    let files = FILES.files().filter_map(|file| {
        let name = file.path().to_str()?;
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(file.contents()).ok()?;
        let tag = blake3::hash(file.contents()).to_hex();
        Some((name, (encoder.finish().ok()?, format!("\"{tag}\""))))
    });
    files.collect()
});

/// A file by its name. A browser that has it already is told so: files change with the program only.
pub(crate) fn asset(name: &str, headers: &HeaderMap) -> Response {
    let (Some(file), Some((compressed, tag))) = (FILES.get_file(name), COMPRESSED.get(name)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let has = |header: header::HeaderName, wanted: &str| {
        let value = headers.get(header).and_then(|value| value.to_str().ok());
        value.is_some_and(|value| value.contains(wanted))
    };
    let mut response = match has(header::IF_NONE_MATCH, tag) {
        true => StatusCode::NOT_MODIFIED.into_response(),
        false if has(header::ACCEPT_ENCODING, "gzip") => {
            let mut response = Body::from(compressed.clone()).into_response();
            let gzip = HeaderValue::from_static("gzip");
            response
                .headers_mut()
                .insert(header::CONTENT_ENCODING, gzip);
            response
        }
        false => Body::from(file.contents()).into_response(),
    };
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

/// The page in which the workshop runs, with the keys that it is to keep.
pub(crate) fn shell(
    language: Language,
    title: &str,
    nonce: &str,
    keys: Option<(&str, &str)>,
    without_script: &str,
) -> String {
    let keys = keys.map_or_else(String::new, |(pages, views)| {
        format!("<meta name=\"guichet-keys\" content=\"{pages} {views}\">\n")
    });
    let title = guichet::markdown::escape(title);
    let without_script = guichet::markdown::escape(without_script);
    format!(
        "<!doctype html>\n<html lang=\"{language}\" translate=\"no\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"guichet-nonce\" content=\"{nonce}\">\n{keys}\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"/assets/app.css\">\n\
         <script type=\"module\" src=\"/assets/app.js\"></script>\n</head>\n<body>\n<div id=\"app\"></div>\n\
         <noscript><p>{without_script}</p></noscript>\n</body>\n</html>\n"
    )
}
