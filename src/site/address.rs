//! Addresses: flat, relative, an explicit file at the end of each.

use std::fmt;
use std::fmt::Write as _;

use serde::Serialize;

/// Where an output stands below the published folder: parts of safe characters with `/` between them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct OutputPath(String);

impl OutputPath {
    /// A path of guichet's own making or of a file found in the content folder; `None` where it would leave the
    /// published folder or could not be written on every system.
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
        };
        path.split('/').all(sound).then_some(Self(path))
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder that it stands in, from the top; empty at the top.
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// `../` as often as it takes to reach the top from the folder of this path.
    pub fn to_root(&self) -> String {
        "../".repeat(self.0.matches('/').count())
    }

    /// The address of `target` in a page at this path.
    pub fn relative(&self, target: &Self) -> String {
        encode(&relative(&self.0, &target.0))
    }

    /// The path as an address from the top.
    pub fn encoded(&self) -> String {
        encode(&self.0)
    }

    /// What must not be equal for two outputs: paths that differ only in case are one file on many systems.
    pub fn collision_key(&self) -> String {
        self.0.to_lowercase()
    }
}

/// The way from one file to another: `a/b.md` and `c.md` are `../c.md` apart.
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

/// Percent-encodes what may not stand in the path of an address (RFC 3986).
fn encode(path: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~/!$&'()+,;=@".contains(&b);
    if path.bytes().all(plain) {
        return path.to_owned();
    }
    path.bytes().fold(String::new(), |mut out, byte| {
        if plain(byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

/// Resolves `relative` (`../x.md`, or `/x.md` from the top) against a folder; `None` where it leaves the top.
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
    Some(parts.join("/"))
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
    fn no_path_leaves_the_published_folder() {
        for bad in ["../x", "a/../b", "/x", "a//b", "", "a/.", "c:x", "a\0b"] {
            assert_eq!(OutputPath::new(bad), None, "{bad:?}");
        }
        assert_eq!(join("guides", "../../x.md"), None);
        assert_eq!(join("guides/a", "../b.md").as_deref(), Some("guides/b.md"));
        assert_eq!(join("guides/a", "/b.md").as_deref(), Some("b.md"));
    }
}
