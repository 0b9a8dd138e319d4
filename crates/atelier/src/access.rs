//! Who may use the workshop: the browser that was opened on its address, and through the workshop's own pages alone.
//!
//! The address has a random key. Whoever opens it gets a cookie, which the browser sends with requests of this site
//! only (`SameSite=Strict`). Cookies are not kept apart by port, so each request must also come from the workshop's own
//! origin, as `Sec-Fetch-Site` or `Origin` say ([`is_of_this_site`]), to a name of this machine ([`is_for_this_machine`]);
//! and a request that writes must have a header that no form can send.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use guichet::live::{is_for_this_machine, is_of_this_site, kept_apart};

/// The header of each request that writes.
const WRITES: (&str, &str) = ("x-guichet", "atelier");

/// The name of the key in the address.
const IN_ADDRESS: &str = "cle";

/// What lets a browser in: the key of the address, and that of its cookie.
pub(crate) struct AccessKey {
    address: String,
    cookie: String,
}

impl AccessKey {
    /// New random keys of 128 bits; `None` if the system gives none.
    pub fn new() -> Option<Self> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).ok()?;
        let (address, cookie) = bytes.split_at(16);
        Some(Self {
            address: hex(address),
            cookie: hex(cookie),
        })
    }

    /// The address that lets a browser in.
    pub fn address(&self, port: u16) -> String {
        format!("http://localhost:{port}/?{IN_ADDRESS}={}", self.address)
    }

    /// Whether the query of an address has the key.
    pub fn opens(&self, query: &str) -> bool {
        let given = query
            .strip_prefix(IN_ADDRESS)
            .and_then(|rest| rest.strip_prefix('='));
        given.is_some_and(|given| is_same(given, &self.address))
    }

    /// The header that gives a browser its cookie.
    pub fn cookie(&self, port: u16) -> Option<HeaderValue> {
        let name = cookie_name(port);
        let cookie = format!("{name}={}; Path=/; HttpOnly; SameSite=Strict", self.cookie);
        HeaderValue::from_str(&cookie).ok()
    }

    /// Whether a request has the cookie.
    pub fn is_let_in(&self, headers: &HeaderMap, port: u16) -> bool {
        let name = cookie_name(port);
        let cookies = headers.get_all(header::COOKIE).iter();
        let cookies = cookies.filter_map(|cookies| cookies.to_str().ok());
        let mut cookies = cookies.flat_map(|cookies| cookies.split(';'));
        cookies.any(|cookie| {
            let given = cookie.trim().strip_prefix(&*name);
            let given = given.and_then(|rest| rest.strip_prefix('='));
            given.is_some_and(|given| is_same(given, &self.cookie))
        })
    }
}

fn cookie_name(port: u16) -> String {
    format!("guichet-atelier-{port}")
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Compares two texts in a time that does not tell how much of them is the same: BLAKE3's hashes are compared so.
fn is_same(given: &str, wanted: &str) -> bool {
    blake3::hash(given.as_bytes()) == blake3::hash(wanted.as_bytes())
}

/// The answer to a request that nobody at this machine makes through the workshop's pages.
pub(crate) fn refused(request: &Request, key: &AccessKey, port: u16) -> Option<Response> {
    let headers = request.headers();
    let status = if !is_for_this_machine(headers, port) {
        StatusCode::MISDIRECTED_REQUEST
    } else if !is_of_this_site(headers) {
        StatusCode::FORBIDDEN
    } else if matches!(*request.method(), Method::GET | Method::HEAD) {
        // The start page tells people without the cookie how to come in.
        let path = request.uri().path();
        let is_answer = path.starts_with("/api/");
        let is_in = path == "/" || key.is_let_in(headers, port);
        match is_in && (!is_answer || is_asked_by_a_script(headers)) {
            true => return None,
            false => StatusCode::FORBIDDEN,
        }
    } else {
        match key.is_let_in(headers, port) && may_write(headers) {
            true => return None,
            false => StatusCode::FORBIDDEN,
        }
    };
    Some(status.into_response())
}

/// Whether no element of a page asks for this, such as an image, a style sheet or a `prefetch` of a theme in the preview, with
/// which the browser sends the cookie.
fn is_asked_by_a_script(headers: &HeaderMap) -> bool {
    let element = headers.get("sec-fetch-dest");
    element.is_none_or(|element| element == "empty") && !headers.contains_key("sec-purpose")
}

/// Whether a request that writes comes from a page of the workshop: only a script of the same origin can send the
/// header without asking first, and nobody else is allowed to ask.
fn may_write(headers: &HeaderMap) -> bool {
    let value = |name: &str| headers.get(name).map(HeaderValue::as_bytes);
    let host = value("host").unwrap_or_default();
    let from_here = value("origin")
        .is_some_and(|origin| origin.strip_prefix(b"http://") == Some(host) && !host.is_empty());
    from_here && value(WRITES.0) == Some(WRITES.1.as_bytes())
}

/// What the pages of the workshop may load and run: its own files, and nothing in the page itself but the styles of the
/// text editor, which carry the nonce.
pub(crate) fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; \
         connect-src 'self'; frame-src 'self' blob:; font-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
    )
}

/// What a page of the site may load and run in the workshop: no script runs, whatever an editor's text says, and only
/// the workshop may show it in a frame.
pub(crate) const PREVIEW_POLICY: &str = "sandbox allow-same-origin; default-src 'none'; style-src 'self' 'unsafe-inline'; \
     img-src 'self' data:; font-src 'self'; media-src 'self'; form-action 'none'; frame-ancestors 'self'; base-uri 'none'";

/// What a picture of a sheet may load: nothing but what is in it.
pub(crate) const PICTURE_POLICY: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'none'";

/// Headers that keep an answer from other sites, from caches and from guesses about what it is.
pub(crate) fn sealed(response: &mut Response) {
    let headers = response.headers_mut();
    for (name, value) in kept_apart() {
        // A page of the site has its own, and is shown in a frame.
        if !headers.contains_key(header::CONTENT_SECURITY_POLICY) || !is_about_frames(&name) {
            headers.insert(name, value);
        }
    }
    headers
        .entry(header::CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(
        header::REFERRER_POLICY,
        HeaderValue::from_static("no-referrer"),
    );
}

fn is_about_frames(name: &HeaderName) -> bool {
    *name == header::CONTENT_SECURITY_POLICY || *name == header::X_FRAME_OPTIONS
}

/// A nonce of 128 bits; `None` if the system gives none.
pub(crate) fn nonce() -> Option<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(hex(&bytes))
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn request(method: &str, headers: &[(&str, &str)]) -> Request {
        let mut request = Request::builder().method(method).uri("/api/save");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(Body::empty()).unwrap()
    }

    #[test]
    fn only_the_workshop_itself_writes() {
        let key = AccessKey::new().unwrap();
        let cookie = format!("a=b; guichet-atelier-8100={}", key.cookie);
        let good = [
            ("host", "localhost:8100"),
            ("origin", "http://localhost:8100"),
            ("sec-fetch-site", "same-origin"),
            ("cookie", &*cookie),
            ("x-guichet", "atelier"),
        ];
        assert!(refused(&request("POST", &good), &key, 8100).is_none());
        for (name, value) in [
            ("host", "exemple.fr:8100"),
            ("host", "localhost:8101"),
            ("origin", "http://localhost:8101"),
            ("origin", "https://exemple.fr"),
            ("origin", "null"),
            ("origin", ""),
            ("sec-fetch-site", "same-site"),
            ("sec-fetch-site", "cross-site"),
            (
                "cookie",
                "guichet-atelier-8100=0123456789abcdef0123456789abcdef",
            ),
            ("cookie", "guichet-atelier-8100="),
            ("x-guichet", ""),
        ] {
            let headers = good.map(|header| {
                if header.0 == name {
                    (name, value)
                } else {
                    header
                }
            });
            assert!(
                refused(&request("POST", &headers), &key, 8100).is_some(),
                "{name}: {value}"
            );
            let without: Vec<_> = good.into_iter().filter(|header| header.0 != name).collect();
            let is_needed = name != "sec-fetch-site";
            assert_eq!(
                refused(&request("POST", &without), &key, 8100).is_some(),
                is_needed,
                "{name}"
            );
        }
        // Reading needs the cookie, too.
        assert!(refused(&request("GET", &good), &key, 8100).is_none());
        assert!(refused(&request("GET", &good[..3]), &key, 8100).is_some());
        // No element of a page does.
        let asking = |element| [&good[..], &[("sec-fetch-dest", element)]].concat();
        assert!(refused(&request("GET", &asking("empty")), &key, 8100).is_none());
        assert!(refused(&request("GET", &asking("image")), &key, 8100).is_some());
        let early = [&good[..], &[("sec-purpose", "prefetch")]].concat();
        assert!(refused(&request("GET", &early), &key, 8100).is_some());
    }

    #[test]
    fn the_key_of_the_address_is_not_that_of_the_cookie() {
        let key = AccessKey::new().unwrap();
        let address = key.address(1);
        let query = address.split_once('?').unwrap().1;
        assert!(key.opens(query));
        assert!(!key.opens(&query.replace("cle", "cles")));
        assert!(!key.opens(&format!("cle={}", key.cookie)));
        assert!(!key.opens("cle=") && !key.opens(""));
        assert_ne!(AccessKey::new().unwrap().address, key.address);
    }
}
