//! Resolves the destinations that editors write.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use super::{OutputPath, Page, PageId, Site, address};
use crate::diagnostics::Code;
use crate::files::{self, CONTENT};
use crate::language::Language;
use crate::markdown::{short_address, term_key};
use crate::model::values::Url;
use crate::percent::decode;
use crate::source::SourceFile;

/// What a link leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum LinkTarget {
    /// A page of the site, and the anchor on it.
    Page(PageId, Option<String>),
    /// A page that guichet generates: a list, the home page.
    Generated(OutputPath),
    /// A file of the site.
    File(Arc<SourceFile>, OutputPath),
    /// Somewhere else: `https:`, `mailto:`, `tel:`.
    Elsewhere(String),
    /// An entry of the glossary.
    Term,
}

/// Why a link leads nowhere.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LinkProblem {
    /// There is no such page or file.
    #[error("there is no such page or file")]
    Dead,
    /// The page is a draft, which is not published: its file.
    #[error("{0} is a draft")]
    Draft(String),
    /// The file exists but could not be read, which is reported for the file.
    #[error("the file cannot be read")]
    Unread,
    /// There is no such entry in the glossary.
    #[error("the glossary has no such entry")]
    DeadTerm,
    /// The page exists and has no such heading.
    #[error("the page has no heading “{1}”")]
    DeadAnchor(PageId, String),
    /// A scheme that runs code or that readers cannot follow.
    #[error("readers cannot follow addresses of this kind")]
    Unsafe,
}

/// The schemes that a link may have.
const SCHEMES: &[&str] = &["http", "https", "mailto", "tel", "sms"];

impl Site {
    /// Resolves a link written on a page.
    ///
    /// # Errors
    ///
    /// Why the link leads nowhere.
    pub fn link(&self, from: PageId, destination: &str) -> Result<LinkTarget, LinkProblem> {
        if let Some(key) = term_key(destination) {
            let language = self.page(from).document.language;
            let known = self.term(key, language).is_some();
            return known
                .then_some(LinkTarget::Term)
                .ok_or(LinkProblem::DeadTerm);
        }
        if let Some(scheme) = scheme(destination) {
            if SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()) {
                return Ok(LinkTarget::Elsewhere(destination.to_owned()));
            }
            return Err(LinkProblem::Unsafe);
        }
        if destination.trim().is_empty() {
            return Err(LinkProblem::Dead);
        }
        if destination.starts_with("//") || destination.contains(['\\', '\0']) {
            return Err(LinkProblem::Unsafe);
        }
        // Only a web address begins like this, and nobody reads `https://` aloud.
        if begins_with_www(destination) {
            return Ok(LinkTarget::Elsewhere(format!("https://{destination}")));
        }
        let (path, anchor) = match destination.split_once('#') {
            Some((path, anchor)) => (path, Some(anchor).filter(|anchor| !anchor.is_empty())),
            None => (destination, None),
        };
        if path.is_empty() {
            return self.anchored(from, anchor);
        }
        self.path(from, path, anchor)
    }

    /// The text for a link without words: the title of the page, the name of the file, or the address that it
    /// leads to.
    pub fn words_of_link(&self, from: PageId, destination: &str) -> Option<String> {
        match self.link(from, destination).ok()? {
            LinkTarget::Page(id, _) => Some(self.page(id).document.common.title.clone()),
            LinkTarget::Generated(path) | LinkTarget::File(_, path) => Some(path.to_string()),
            LinkTarget::Elsewhere(address) => Some(short_address(&address).to_owned()),
            LinkTarget::Term => None,
        }
    }

    fn path(
        &self,
        from: PageId,
        path: &str,
        anchor: Option<&str>,
    ) -> Result<LinkTarget, LinkProblem> {
        let document = &self.page(from).document;
        let path = decode(path);
        let path = files::normal(path.split('?').next().unwrap_or_default());
        let key = address::join(document.folder(), &path).ok_or(LinkProblem::Dead)?;
        if let Some(stem) = stem_of(&key) {
            let (stem, language) = self.language_of_stem(stem, document.language);
            let id = self.page_of_stem(stem, language);
            let id = id.ok_or_else(|| self.why_dead(&key, stem, language))?;
            return self.anchored(id, anchor);
        }
        if let Some((file, path)) = self.linked_file(&key, anchor) {
            return Ok(LinkTarget::File(Arc::clone(file), path));
        }
        let dead = self.why_dead(&key, "", document.language);
        let Some(path) = OutputPath::new(key) else {
            return Err(dead);
        };
        let output = self.output(&path).ok_or(dead)?;
        match output.page() {
            Some(id) => self.anchored(id, anchor),
            None => Ok(LinkTarget::Generated(path)),
        }
    }

    /// Why a path leads nowhere.
    fn why_dead(&self, key: &str, stem: &str, language: Language) -> LinkProblem {
        if self
            .unread
            .get(key)
            .is_some_and(|code| *code != Code::UnpublishedFile)
        {
            return LinkProblem::Unread;
        }
        match self.draft_of_stem(stem, language) {
            Some(file) => LinkProblem::Draft(file.to_owned()),
            None => LinkProblem::Dead,
        }
    }

    /// What was reported about the target file, if it could not be read.
    pub fn unread_file(&self, from: PageId, destination: &str) -> Option<Code> {
        let path = decode(destination.split(['#', '?']).next().unwrap_or_default());
        let path = files::normal(&path);
        let key = address::join(self.page(from).document.folder(), &path)?;
        let unread = self.unread.get(&key).copied();
        unread.or_else(|| {
            let file = self.files.get(&key)?;
            (!self.is_handed_out(&key, file)).then_some(Code::UnpublishedFile)
        })
    }

    /// `x.en` names the English page of `x`; a bare stem, the page in the language of the text.
    fn language_of_stem<'s>(&self, stem: &'s str, language: Language) -> (&'s str, Language) {
        let tagged = stem
            .rsplit_once('.')
            .and_then(|(bare, tag)| Some((bare, Language::parse(tag)?)))
            .filter(|(_, tag)| self.languages.contains(tag));
        tagged.unwrap_or((stem, language))
    }

    fn anchored(&self, id: PageId, anchor: Option<&str>) -> Result<LinkTarget, LinkProblem> {
        let Some(anchor) = anchor else {
            return Ok(LinkTarget::Page(id, None));
        };
        let anchor = decode(anchor).into_owned();
        if self.page(id).document.facts.has_anchor(&anchor) {
            Ok(LinkTarget::Page(id, Some(anchor)))
        } else {
            Err(LinkProblem::DeadAnchor(id, anchor))
        }
    }

    /// The path of a page: that of its section for a section's own text.
    pub fn page_path(&self, id: PageId) -> &OutputPath {
        &self.page(id).path
    }

    /// The paths that a link may have meant, relative to the page's folder: those with the same name, and of
    /// many others those nearest in the order of all names and of all paths. With many pages and many dead links,
    /// comparing each with each would be too slow.
    pub fn link_candidates(&self, from: PageId, destination: &str) -> Vec<String> {
        const EACH_SIDE: usize = 50;
        const NAMES_EACH_SIDE: usize = 20;
        let folder = self.page(from).document.folder();
        let (path, _) = destination.split_once('#').unwrap_or((destination, ""));
        let meant = address::join(folder, &decode(path)).unwrap_or_else(|| path.to_owned());
        let alike = self.alike.get_or_init(|| self.gather_alike());
        let mut keys: BTreeSet<&str> = BTreeSet::new();
        let name = path_key(name_of(&meant));
        let same = alike.get(&path_key(&meant)).into_iter();
        let before = alike.range(..name.clone()).rev().take(NAMES_EACH_SIDE);
        let after = alike.range(name..).take(NAMES_EACH_SIDE + 1);
        let near = before.chain(after).map(|(_, keys)| keys);
        keys.extend(same.chain(near).flatten().map(String::as_str));
        // Pages are sorted by their files.
        let file = format!("{CONTENT}/{meant}");
        let at = self
            .pages
            .partition_point(|page| page.document.file.path < file);
        let pages = self.pages.iter().skip(at.saturating_sub(EACH_SIDE));
        keys.extend(pages.take(2 * EACH_SIDE).filter_map(key_of));
        keys.extend(around(&self.files, &meant, EACH_SIDE));
        keys.extend(around(&self.unread, &meant, EACH_SIDE));
        if let Some(own) = key_of(self.page(from)) {
            keys.remove(own);
        }
        // A page that cannot be a target was not meant.
        keys.retain(|key| {
            let file = self.files.get(*key);
            file.is_none_or(|file| self.is_handed_out(key, file))
        });
        let here = OutputPath::new(format!("{folder}/x")).or_else(|| OutputPath::new("x"));
        keys.into_iter()
            .filter_map(|key| Some(here.as_ref()?.relative(&OutputPath::new(key)?)))
            .collect()
    }

    /// The files below the content folder by what their paths and names share with others; at most three of
    /// each, since one may be the page that asks, and two are ambiguous.
    fn gather_alike(&self) -> Alike {
        let mut alike = Alike::new();
        let pages = self.pages.iter().filter_map(key_of);
        let files = self.files.keys().chain(self.unread.keys());
        for key in pages.chain(files.map(String::as_str)) {
            for common in [path_key(key), path_key(name_of(key))] {
                let same: &mut Vec<String> = alike.entry(common).or_default();
                if same.len() < 3 && same.last().is_none_or(|last| last != key) {
                    same.push(key.to_owned());
                }
            }
        }
        alike
    }
}

/// Files below the content folder by [`path_key`], of their paths and of their names.
pub(super) type Alike = BTreeMap<String, Vec<String>>;

/// The keys nearest to one in alphabetical order.
fn around<'m, T>(
    sorted: &'m BTreeMap<String, T>,
    key: &str,
    each_side: usize,
) -> impl Iterator<Item = &'m str> + use<'m, T> {
    let before = sorted.range(..key.to_owned()).rev().take(each_side);
    let after = sorted.range(key.to_owned()..).take(each_side);
    before.chain(after).map(|(key, _)| key.as_str())
}

/// What makes two paths the same to a reader: letters without case and accents, whatever separates the words.
pub fn path_key(path: &str) -> String {
    let path = decode(path);
    let letters = path.nfd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}'));
    letters
        .flat_map(char::to_lowercase)
        .map(|c| if matches!(c, ' ' | '_') { '-' } else { c })
        .collect()
}

/// The path of a page's file below the content folder.
fn key_of(page: &Page) -> Option<&str> {
    let below = page.document.file.path.strip_prefix(CONTENT)?;
    below.strip_prefix('/')
}

/// The part after the last slash.
fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// `www.example.org`
pub fn begins_with_www(destination: &str) -> bool {
    let start = destination.get(..4);
    start.is_some_and(|start| start.eq_ignore_ascii_case("www."))
        && Url::without_scheme(destination).is_some()
}

/// `javascript` of `javascript:alert(1)`; `None` for `a/b:c` or `#x:y`.
pub fn scheme(destination: &str) -> Option<&str> {
    let (scheme, _) = destination.split_once(':')?;
    let scheme = scheme.trim_matches(|c: char| c.is_whitespace() || c.is_control());
    let path_before = scheme.contains(['/', '#', '?']);
    (!path_before).then_some(scheme)
}

fn stem_of(key: &str) -> Option<&str> {
    key.strip_suffix(".md")
        .or_else(|| key.strip_suffix(".markdown"))
}
