//! Where the links of an export lead: to a page of the site, to a file that has been downloaded, or elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::Before;
use crate::model::values::Url;
use crate::percent::{BLANK, encode_only};
use crate::site::relative;

/// The targets of a site's links.
pub struct LinkMap {
    /// The file of each page, by its address without scheme and trailing slash.
    pages: BTreeMap<String, String>,
    /// The address of the site, and the same without its scheme.
    base: String,
    home: String,
    /// Files that have been downloaded into the site.
    fetched: BTreeSet<String>,
}

impl LinkMap {
    /// The targets of the site at this address, whose pages are published at theirs and go into these files.
    pub fn new<'p>(home: &str, pages: impl Iterator<Item = (&'p str, String)>) -> Self {
        Self {
            pages: pages
                .map(|(address, file)| (plain_address(address), file))
                .collect(),
            home: plain_address(home),
            base: home.trim_end_matches('/').to_owned(),
            fetched: BTreeSet::new(),
        }
    }

    /// Records a file of the site that is to be downloaded, or has been.
    pub fn note(&mut self, url: &str, before: &Before, fetch: &mut BTreeMap<String, String>) {
        let Some(path) = self.upload(url) else {
            return;
        };
        if before.root.join(&path).is_file() {
            self.fetched.insert(path.clone());
        }
        fetch.insert(url.to_owned(), path);
    }

    /// The destination of one of the site's files: `https://site/wp-content/uploads/2019/05/a.jpg` is
    /// `content/uploads/2019/05/a.jpg`.
    fn upload(&self, url: &str) -> Option<String> {
        let plain = url.split(['?', '#']).next()?;
        let (_, below) = plain.split_once("/wp-content/uploads/")?;
        let ours = plain_address(plain).starts_with(&self.home) || plain.starts_with('/');
        let sound = below
            .split('/')
            .all(|part| !part.is_empty() && part != ".." && !part.contains(['\\', ':']));
        (ours && sound).then(|| format!("content/uploads/{below}"))
    }

    /// The path of a file, relative to a page, if it has been downloaded.
    pub fn fetched(&self, url: &str, target: &str) -> Option<String> {
        let path = self.upload(url)?;
        self.fetched
            .contains(&path)
            .then(|| relative(target, &path))
    }

    /// An external address that readers can follow: a path becomes one on the old site. `None` if it is no
    /// address.
    pub fn elsewhere(&self, url: &str) -> Option<String> {
        let whole = match url.strip_prefix('/') {
            Some(path) if !path.starts_with('/') => format!("{}/{path}", self.base),
            _ => encode_only(url, BLANK).into_owned(),
        };
        let is_mail = whole.starts_with("mailto:") || whole.starts_with("tel:");
        (is_mail || Url::parse(&whole).is_some()).then_some(whole)
    }

    /// The file of a page of the site, relative to another.
    pub fn page(&self, url: &str, target: &str) -> Option<String> {
        // Headings have their own anchors here.
        let bare = url.split('#').next().filter(|bare| !bare.is_empty())?;
        let whole = match bare.strip_prefix('/') {
            Some(path) => format!("{}/{path}", self.home),
            None => bare.to_owned(),
        };
        let found = self.pages.get(&plain_address(&whole))?;
        Some(relative(target, found))
    }
}

/// An address without scheme, `www.` and trailing slash, for comparing two of them.
fn plain_address(url: &str) -> String {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.trim_end_matches('/').to_lowercase()
}
