//! Links of editors' own pages to pages that an import withdraws.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use walkdir::WalkDir;

use super::merge::{ImportChanges, ReadError};
use super::news::PageFate;
use super::{Import, ImportedContent};
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::files::CONTENT;
use crate::percent::decode;
use crate::site::{join, relative};

/// The links that lead nowhere once the import is written, each with what replaces its page.
///
/// # Errors
///
/// If a page cannot be read.
pub fn links(
    root: &Path,
    import: &Import,
    changes: &ImportChanges,
) -> Result<Vec<Diagnostic>, ReadError> {
    let mut found = Vec::new();
    if changes.withdrawn.is_empty() {
        return Ok(found);
    }
    let gone = withdrawn(changes);
    for entry in WalkDir::new(root.join(CONTENT))
        .sort_by_file_name()
        .into_iter()
        .flatten()
    {
        let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
        let path = path.to_string_lossy().replace('\\', "/");
        let is_text = entry.file_type().is_file() && path.ends_with(".md");
        if !is_text || gone.contains_key(path.as_str()) {
            continue;
        }
        let Some(text) = changes.text_of(root, &path)? else {
            continue;
        };
        // What the import writes links to what it writes.
        if import.files.get(&path) == Some(&ImportedContent::Text(text.clone())) {
            continue;
        }
        found.extend(of_page(&path, text, &gone));
    }
    Ok(found)
}

/// The pages that go, each with the page that replaces it.
fn withdrawn(changes: &ImportChanges) -> BTreeMap<&str, Option<&str>> {
    let paths = changes.withdrawn.iter();
    let mut gone: BTreeMap<&str, Option<&str>> = paths.map(|path| (path.as_str(), None)).collect();
    for page in &changes.news {
        if let (PageFate::Withdrawn, Some((_, by))) = (page.fate, &page.replaced_by) {
            gone.insert(page.path.as_str(), Some(by.as_str()));
        }
    }
    gone
}

fn of_page(path: &str, text: String, gone: &BTreeMap<&str, Option<&str>>) -> Vec<Diagnostic> {
    let below = path
        .strip_prefix(CONTENT)
        .unwrap_or(path)
        .trim_start_matches('/');
    let folder = below.rsplit_once('/').map_or("", |(folder, _)| folder);
    let file = Arc::new(TextFile::new(path, text));
    let mut found = Vec::new();
    for (at, written) in words(&file.text) {
        let destination = written.split(['#', '?']).next().unwrap_or_default();
        let destination = decode(destination);
        let page = match destination.strip_suffix(".html") {
            Some("index") => "_index.md".to_owned(),
            Some(bare) => match bare.strip_suffix("/index") {
                Some(folder) => format!("{folder}/_index.md"),
                None => format!("{bare}.md"),
            },
            None => destination.into_owned(),
        };
        let target = join(folder, &page).map(|page| format!("{CONTENT}/{page}"));
        let Some(by) = target.and_then(|target| gone.get(target.as_str())) else {
            continue;
        };
        let place = Place {
            file: Arc::clone(&file),
            span: at..at + written.len(),
        };
        let diagnostic =
            Diagnostic::new(Code::DeadLink, Location::Place(place)).with("link", written);
        found.push(match by {
            Some(by) => {
                let nearest = relative(path, by);
                diagnostic.with("nearest", nearest).help("help-replaced")
            }
            None => diagnostic.help("help-withdrawn"),
        });
    }
    found
}

/// The pieces of a text that may be destinations, with the byte at which each begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_mark = |letter: char| {
        letter.is_whitespace()
            || matches!(letter, '(' | ')' | '[' | ']' | '<' | '>' | '"' | '\'' | ',')
    };
    let mut at = 0;
    text.split_inclusive(is_mark).filter_map(move |piece| {
        let start = at;
        at += piece.len();
        let word = piece.trim_end_matches(is_mark);
        let is_path = word.contains(".md") || word.contains(".html");
        is_path.then_some((start, word))
    })
}
