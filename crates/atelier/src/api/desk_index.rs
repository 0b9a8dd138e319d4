//! Every page of the site with what is known of it, listed once for each of its states.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::time::SystemTime;

use guichet::diagnostics::Severity;
use guichet::letters::sort_key as fold;
use guichet::live::Snapshot;
use guichet::publish;
use guichet::site::{PageId, Site};
use serde::Serialize;

use crate::checker::SiteCheck;
use crate::keeper::below_content;
use crate::workshop::Workshop;

/// Every page of a state of the site.
pub(crate) struct DeskIndex {
    version: u64,
    /// The version of which the whole was checked.
    checked: u64,
    pub rows: Vec<DeskRow>,
    /// Texts without a page: local notes, glossaries.
    pub others: Vec<DeskRow>,
}

/// What readers have.
struct PublishedSite {
    at: Option<SystemTime>,
    files: HashSet<String>,
}

/// A page on the desk.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct DeskRow {
    pub path: String,
    pub title: String,
    pub kind: &'static str,
    pub section: String,
    pub lang: String,
    pub draft: bool,
    /// Whether readers have never seen it.
    pub unseen: bool,
    /// Whether its file is newer than what is published.
    pub changed: bool,
    pub errors: usize,
    pub warnings: usize,
    pub reviewed: Option<String>,
    pub due: Option<String>,
    pub overdue: bool,
    pub maintainer: Option<String>,
    pub address: String,
    /// What it is found by.
    #[serde(skip)]
    pub folded: String,
}

impl DeskIndex {
    /// Whether it is of this state and of this check.
    pub fn is_of(&self, snapshot: &Snapshot, check: &SiteCheck) -> bool {
        self.version == snapshot.version && self.checked == check.version
    }

    pub fn of(workshop: &Workshop, snapshot: &Snapshot, check: &SiteCheck) -> Self {
        let site = &snapshot.site;
        let out = site.config.published_folder(&workshop.root);
        let published = PublishedSite {
            at: publish::published_at(&out),
            files: publish::published_files(&out),
        };
        let rows = site.pages_with_id();
        let rows = rows.map(|(id, _)| row(workshop, site, id, &published, check));
        Self {
            version: snapshot.version,
            checked: check.version,
            rows: rows.collect(),
            others: other_texts(site, check),
        }
    }
}

fn row(
    workshop: &Workshop,
    site: &Site,
    id: PageId,
    published: &PublishedSite,
    check: &SiteCheck,
) -> DeskRow {
    let document = &site.page(id).document;
    let common = &document.common;
    let path = document.file.path.as_str();
    let saved = fs::metadata(workshop.root.join(path)).and_then(|file| file.modified());
    let is_draft = common.draft.unwrap_or(false);
    let is_newer = match (saved, published.at) {
        (Ok(saved), Some(published)) => saved > published,
        // Where nothing is published yet, that says nothing of a page.
        (_, None) | (Err(_), _) => false,
    };
    let due = site.review_due(document);
    let keeper = common.maintainer.as_deref().unwrap_or_default();
    let (errors, warnings) = counted(check, path);
    DeskRow {
        path: path.to_owned(),
        title: common.title.clone(),
        kind: document.kind().name(),
        section: folder(path),
        lang: document.language.as_str().to_owned(),
        draft: is_draft,
        unseen: !published.files.contains(site.page_path(id).as_str()),
        changed: is_newer && !is_draft,
        errors,
        warnings,
        reviewed: common.reviewed_on().map(|day| day.to_string()),
        due: due.map(|day| day.to_string()),
        overdue: site.is_stale(document) || site.is_expired(document),
        maintainer: common.maintainer.clone(),
        address: site.page_path(id).encoded(),
        folded: fold(&format!("{} {path} {keeper}", common.title)),
    }
}

/// The folder of a file of the site.
fn folder(path: &str) -> String {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    folder.to_owned()
}

fn counted(check: &SiteCheck, path: &str) -> (usize, usize) {
    let found = check.of(path);
    let errors = found
        .iter()
        .filter(|(severity, _)| *severity == Severity::Error);
    let errors = errors.count();
    (errors, found.len() - errors)
}

/// The texts that are no pages and in which something is wrong, or that add to pages: nothing is to be mended where it
/// cannot be opened.
fn other_texts(site: &Site, check: &SiteCheck) -> Vec<DeskRow> {
    let mut others: BTreeMap<&str, &'static str> = BTreeMap::new();
    let notes = site
        .pages
        .iter()
        .filter_map(|page| page.document.local.as_ref());
    others.extend(notes.map(|note| (note.file.path.as_str(), "local")));
    let words = site
        .written
        .iter()
        .map(|written| written.file.path.as_str());
    others.extend(
        words
            .filter(|path| below_content(path).is_some())
            .map(|path| (path, "words")),
    );
    let wrong = check.found.keys().map(String::as_str);
    let wrong = wrong.filter(|path| {
        let is_text = below_content(path).is_some_and(guichet::project::Project::reads);
        is_text && site.page_of_file(path).is_none()
    });
    others.extend(wrong.map(|path| (path, "other")));
    let row = |(path, kind): (&str, &'static str)| {
        let (errors, warnings) = counted(check, path);
        let name = path.rsplit('/').next().unwrap_or(path);
        DeskRow {
            path: path.to_owned(),
            title: name.to_owned(),
            kind,
            section: folder(path),
            lang: site.language_of_file(path).as_str().to_owned(),
            draft: false,
            unseen: false,
            changed: false,
            errors,
            warnings,
            reviewed: None,
            due: None,
            overdue: false,
            maintainer: None,
            address: String::new(),
            folded: fold(path),
        }
    };
    others.into_iter().map(row).collect()
}
