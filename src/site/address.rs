//! Addresses: flat, relative, and ending in an explicit file.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use crate::files::normal;
use crate::percent::{decode, encode_path};
use crate::reserved::{is_device, is_of_page, is_of_server};

/// The path of an output below the published folder: safe characters, with `/` as the separator.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct OutputPath(String);

impl OutputPath {
    /// A path of guichet's own making or of a file found in the content folder; `None` if it would leave the
    /// published folder or is not possible on every system.
    pub fn new(path: impl Into<String>) -> Option<Self> {
        let path = path.into();
        let sound = |part: &str| {
            !part.is_empty()
                && part != "."
                && part != ".."
                && part.len() <= 200
                && !part.ends_with(['.', ' '])
                && !part.contains(['\\', ':', '*', '?', '"', '<', '>', '|'])
                && !part.contains(char::is_control)
                && !is_device(part)
        };
        path.split('/').all(sound).then_some(Self(path))
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder that contains it, from the top; empty at the top.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The `../` that leads from the folder of this path to the top.
    pub fn to_root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }

    /// The address of `target` in a page at this path.
    pub fn relative(&self, target: &Self) -> String {
        encode_path(&relative(&self.0, &target.0))
    }

    /// The path as an address from the top.
    pub fn encoded(&self) -> String {
        encode_path(&self.0)
    }

    /// The key that no two outputs may share: paths that differ only in case, or in the encoding of accents,
    /// are one file on many systems.
    pub fn collision_key(&self) -> Cow<'_, str> {
        fold(&self.0)
    }

    /// The folders that contain it, from the nearest to the top: `a/b` and `a` for `a/b/c.html`.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        self.0.rmatch_indices('/').map(|(at, _)| &self.0[..at])
    }

    /// The path of an earlier address of a page: `/2019/05/greve/` is `2019/05/greve/index.html`. `None` if
    /// it is not a path, or that of something other than a page, such as a file that configures a server.
    pub fn of_earlier(address: &str) -> Option<Self> {
        let path = address.split(['?', '#']).next().unwrap_or_default();
        // A browser requests the encoded address, and the server looks for the decoded file.
        let path = decode(path);
        let path = normal(&path);
        let path = path.trim_start_matches('/');
        let file = path.rsplit('/').next().unwrap_or_default();
        let path = Self::new(match (path.strip_suffix('/'), file.contains('.')) {
            (Some(folder), _) => format!("{folder}/index.html"),
            (None, true) => path.to_owned(),
            (None, false) => format!("{path}/index.html"),
        })?;
        let mut folders = path.folder().split('/');
        let name = path.0.rsplit('/').next().unwrap_or_default();
        let is_sound = is_of_page(name) && !folders.any(is_of_server);
        is_sound.then_some(path)
    }
}

/// A path as the least discerning file system compares it.
pub(super) fn fold(path: &str) -> Cow<'_, str> {
    let is_folded = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    if path.bytes().all(is_folded) {
        return Cow::Borrowed(path);
    }
    if path.is_ascii() {
        return Cow::Owned(path.to_ascii_lowercase());
    }
    // There and back: some systems treat `ß` and `ss`, or `ς` and `σ`, as one letter.
    let apart = path.nfd().collect::<String>();
    Cow::Owned(apart.to_uppercase().to_lowercase().nfc().collect())
}

/// The relative path from one file to another: from `a/b.md`, `c.md` is `../c.md`.
pub fn relative(from: &str, to: &str) -> String {
    let mut here = from.split('/').collect::<Vec<_>>();
    here.pop();
    let there: Vec<&str> = to.split('/').collect();
    let shared = here
        .iter()
        .zip(&there[..there.len() - 1])
        .take_while(|(a, b)| a == b)
        .count();
    let up = "../".repeat(here.len() - shared);
    format!("{up}{}", there[shared..].join("/"))
}

impl fmt::Display for OutputPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Resolves `relative` (`../x.md`, or `/x.md` from the top) against a folder; `None` if it leaves the top.
pub fn join(folder: &str, relative: &str) -> Option<String> {
    let mut parts: Vec<&str> = match relative.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|part| !part.is_empty()).collect(),
    };
    for part in relative.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    match normal(&path) {
        Cow::Borrowed(_) => Some(path),
        Cow::Owned(composed) => Some(composed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> OutputPath {
        OutputPath::new(text).unwrap()
    }

    #[test]
    fn relative_addresses_lead_from_page_to_page() {
        let from = path("guides/papiers/carte.html");
        assert_eq!(from.relative(&path("guides/papiers/x.html")), "x.html");
        assert_eq!(from.relative(&path("guides/index.html")), "../index.html");
        assert_eq!(from.relative(&path("en/index.html")), "../../en/index.html");
        assert_eq!(
            path("index.html").relative(&path("a/b c.pdf")),
            "a/b%20c.pdf"
        );
    }

    #[test]
    fn paths_that_are_one_file_somewhere_have_one_key() {
        let key = |text: &str| path(text).collision_key().into_owned();
        assert_eq!(key("Mairie.html"), key("mairie.html"));
        assert_eq!(key("d\u{e9}c\u{e8}s.pdf"), key("DE\u{301}CE\u{300}S.pdf"));
        assert_eq!(key("straße.pdf"), key("STRASSE.pdf"));
        assert_ne!(key("deces.pdf"), key("décès.pdf"));
    }

    #[test]
    fn earlier_addresses_are_those_of_pages() {
        let earlier = |address: &str| OutputPath::of_earlier(address).map(|path| path.to_string());
        assert_eq!(
            earlier("/2019/05/greve/").as_deref(),
            Some("2019/05/greve/index.html")
        );
        assert_eq!(earlier("/spip.php?article12").as_deref(), Some("spip.php"));
        assert_eq!(
            earlier("/d%C3%A9c%C3%A8s").as_deref(),
            Some("décès/index.html")
        );
        assert_eq!(
            earlier("/de\u{301}ces").as_deref(),
            Some("déces/index.html")
        );
        for bad in [
            "/.htaccess",
            "/a/.htpasswd",
            "/%2ehtaccess",
            "/.well-known/x",
            "/.git/",
            "/web.config",
            "/sw.js",
            "/sitemap.xml",
            "/con",
            "/aux.html",
            "/nul/x.html",
            "/../x.html",
            "/%2e%2e/x",
            "/a%00.html",
            "/plan.pdf",
            "/_redirects",
            "",
            "/",
        ] {
            let found = earlier(bad);
            assert!(found.is_none(), "{bad}: {found:?}");
        }
    }

    #[test]
    fn no_path_leaves_the_published_folder() {
        for bad in ["../x", "a/../b", "/x", "a//b", "", "a/.", "c:x", "a\0b"] {
            assert_eq!(OutputPath::new(bad), None, "{bad:?}");
        }
        assert_eq!(join("guides", "../../x.md"), None);
        assert_eq!(join("guides/a", "../b.md").as_deref(), Some("guides/b.md"));
        assert_eq!(join("guides/a", "/b.md").as_deref(), Some("b.md"));
    }
}
