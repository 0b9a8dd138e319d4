//! Who may use the workshop: the browser that was opened on its address, and through the workshop's own pages alone.
//!
//! The address has a random key. Whoever opens it gets a cookie, which the browser sends with requests of this site
//! only (`SameSite=Strict`), and a page with two more secrets. Browsers send a cookie to every port of a machine: a
//! program on another one, whose page is opened, has it, and can pretend to be a browser. So the cookie alone opens
//! nothing but the program's own scripts: what reads or writes needs the first of the secrets, in a header that also no form
//! can send; frames, pictures and the stream of events, which have no headers, need the second in their address, and it shows
//! what readers will see and no more. The pages keep both in the browser's storage of this origin, where ports do count.
//!
//! An origin of its own, `atelier-….localhost`, would keep the cookie apart, too; but not every system and proxy knows
//! that such names are this machine, and an address that does not open helps nobody.
//!
//! The key of the address lets in as often as it is used, while the workshop runs: people open the address that the
//! terminal shows again in another browser, or after they have closed the window. The pages take it out of the address
//! bar, and whoever reads it on the terminal or in the list of processes can read the files, too.
//!
//! Each request must also come from the workshop's own origin, as `Sec-Fetch-Site` or `Origin` say
//! ([`is_of_this_site`]), to a name of this machine ([`is_for_this_machine`]).

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use guichet::live::{is_for_this_machine, is_of_this_site, kept_apart};

/// The header that has the key of the pages.
const OF_PAGES: &str = "x-guichet";

/// The name of the key in the address that is opened, and of that in the address of the events.
const IN_ADDRESS: &str = "cle";

/// What lets a browser in: the keys of the address, of its cookie, of the pages, and of what they show in frames.
pub(crate) struct AccessKey {
    address: String,
    cookie: String,
    pages: String,
    views: String,
}

impl AccessKey {
    /// New random keys of 128 bits; `None` if the system gives none.
    pub fn new() -> Option<Self> {
        Some(Self {
            address: random()?,
            cookie: random()?,
            pages: random()?,
            views: random()?,
        })
    }

    /// The address that lets a browser in.
    pub fn address(&self, port: u16) -> String {
        format!("http://localhost:{port}/?{IN_ADDRESS}={}", self.address)
    }

    /// Whether the query of an address has the key.
    pub fn opens(&self, query: &str) -> bool {
        of_query(query).is_some_and(|given| is_same(given, &self.address))
    }

    /// The keys that the pages keep: theirs, and that of what they show.
    pub fn of_pages(&self) -> (&str, &str) {
        (&self.pages, &self.views)
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

    /// Whether a request with the cookie has the key that its path needs.
    fn opens_path(&self, request: &Request) -> bool {
        let uri = request.uri();
        let shows = |given: &str| is_same(given, &self.views);
        let mut parts = uri.path().split('/').skip(1);
        match (parts.next(), parts.next()) {
            (Some("assets"), _) => true,
            (Some("apercu" | "fiche" | "feuille" | "image"), given) => given.is_some_and(shows),
            (Some("api"), Some("events")) => uri.query().and_then(of_query).is_some_and(shows),
            _ => {
                let given = request.headers().get(OF_PAGES);
                let given = given.and_then(|given| given.to_str().ok());
                given.is_some_and(|given| is_same(given, &self.pages))
            }
        }
    }
}

/// The key in a query.
fn of_query(query: &str) -> Option<&str> {
    query.strip_prefix(IN_ADDRESS)?.strip_prefix('=')
}

fn cookie_name(port: u16) -> String {
    format!("guichet-atelier-{port}")
}

/// 128 random bits; `None` if the system gives none.
fn random() -> Option<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// Compares two texts in a time that does not tell how much of them is the same: BLAKE3's hashes are compared so.
fn is_same(given: &str, wanted: &str) -> bool {
    blake3::hash(given.as_bytes()) == blake3::hash(wanted.as_bytes())
}

/// The answer to a request that nobody at this machine makes through the workshop's pages.
pub(crate) fn refused(request: &Request, key: &AccessKey, port: u16) -> Option<Response> {
    let headers = request.headers();
    if !is_for_this_machine(headers, port) {
        return Some(StatusCode::MISDIRECTED_REQUEST.into_response());
    }
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    // The start page tells people without the cookie how to come in.
    let is_start = is_read && request.uri().path() == "/";
    let is_answer = request.uri().path().starts_with("/api/");
    let is_ours = is_of_this_site(headers)
        && (!is_answer || is_asked_by_a_script(headers))
        && (is_start || key.is_let_in(headers, port) && key.opens_path(request))
        && (is_read || is_from_here(headers));
    (!is_ours).then(|| StatusCode::FORBIDDEN.into_response())
}

/// Whether no element of a page asks for this, such as an image, a style sheet or a `prefetch` of a theme in the preview, with
/// which the browser sends the cookie.
fn is_asked_by_a_script(headers: &HeaderMap) -> bool {
    let element = headers.get("sec-fetch-dest");
    element.is_none_or(|element| element == "empty") && !headers.contains_key("sec-purpose")
}

/// Whether a request says that a page of the workshop has made it.
fn is_from_here(headers: &HeaderMap) -> bool {
    let value = |name: &str| headers.get(name).map(HeaderValue::as_bytes);
    let host = value("host").unwrap_or_default();
    value("origin")
        .is_some_and(|origin| origin.strip_prefix(b"http://") == Some(host) && !host.is_empty())
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
    random()
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
            ("x-guichet", &*key.pages),
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
            ("x-guichet", &key.views),
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
        // Reading needs the cookie and the key, too, and nothing may be said twice.
        assert!(refused(&request("GET", &good), &key, 8100).is_none());
        for without in 3..5 {
            let headers: Vec<_> = (0..5).filter(|at| *at != without).collect();
            let headers: Vec<_> = headers.into_iter().map(|at| good[at]).collect();
            assert!(refused(&request("GET", &headers), &key, 8100).is_some());
        }
        for twice in 0..3 {
            let headers = [&good[..], &[good[twice]]].concat();
            assert!(refused(&request("GET", &headers), &key, 8100).is_some());
        }
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
        for other in [&key.cookie, &key.pages, &key.views] {
            assert!(!key.opens(&format!("cle={other}")));
        }
        assert!(!key.opens("cle=") && !key.opens(""));
        assert_ne!(AccessKey::new().unwrap().address, key.address);
    }
}
