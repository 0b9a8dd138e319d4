//! Turns sites of other generators (Hugo, Zola, Jekyll) into pages and articles of this one.
//!
//! Their text is Markdown already and stays as it is, except for links, which become links to files, and
//! shortcodes that only the generator understands, which stay visible to readers and editors. Pages keep
//! their old addresses as redirects.

mod dialect;
mod front;
mod map;
mod shortcodes;

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use pulldown_cmark::{Event, Parser, Tag};

use super::front::page;
use super::{Before, Import, ImportedContent, archive};
use crate::diagnostics::{Code, Diagnostic, Location, TextFile};
use crate::encoding;
use crate::files::{IMAGES, PUBLISHED};
use crate::markdown::options;
use crate::site::relative;
use dialect::{Destination, Dialect};
use front::Front;
use map::Map;

/// Imports a Hugo site.
///
/// # Errors
///
/// If its folder cannot be opened.
pub fn hugo(source: &Path, before: &Before) -> io::Result<Import> {
    import(Dialect::Hugo, source, before)
}

/// Imports a Zola site.
///
/// # Errors
///
/// If its folder cannot be opened.
pub fn zola(source: &Path, before: &Before) -> io::Result<Import> {
    import(Dialect::Zola, source, before)
}

/// Imports a Jekyll site.
///
/// # Errors
///
/// If its folder cannot be opened.
pub fn jekyll(source: &Path, before: &Before) -> io::Result<Import> {
    import(Dialect::Jekyll, source, before)
}

/// A text of the source.
struct SourcePage {
    file: Arc<TextFile>,
    front: Front,
    place: Destination,
}

fn import(dialect: Dialect, source: &Path, before: &Before) -> io::Result<Import> {
    let endings: Vec<&str> = ["md", "markdown"]
        .into_iter()
        .chain(IMAGES.iter().copied())
        .chain(PUBLISHED.iter().copied())
        .collect();
    let (files, mut found) = archive::files(source, &endings)?;
    let content = dialect.content_of(files.iter().map(|(path, _)| path.as_str()));
    let mut pages = Vec::new();
    let mut import = Import::default();
    let mut map = Map::default();
    for (path, bytes) in files {
        if !is_text(&path) {
            if let Some(target) = dialect.asset(&content, &path) {
                let address = dialect.asset_address(&content, &path);
                map.add(&path, &target);
                map.add_address(address, target.clone());
                import.files.insert(target, ImportedContent::Bytes(bytes));
            }
            continue;
        }
        // Old sites are not all in UTF-8; the import is.
        let text = String::from_utf8(bytes).or_else(|error| {
            let text = encoding::decode(error.as_bytes());
            text.map(|(text, _)| text).ok_or(error)
        });
        let Ok(text) = text else {
            found.push(Diagnostic::new(Code::InvalidUtf8, Location::File(path)));
            continue;
        };
        let file = Arc::new(TextFile::new(path.clone(), text.replace("\r\n", "\n")));
        let front = match Front::read(&file) {
            Ok(front) => front,
            Err(diagnostic) => {
                found.push(diagnostic);
                continue;
            }
        };
        let Some(place) = dialect.place(&content, &path, &front) else {
            continue;
        };
        map.add(&path, &place.target);
        for address in place.address.iter().chain(&front.aliases) {
            map.add_address(plain_address(address), place.target.clone());
        }
        pages.push(SourcePage { file, front, place });
    }
    let mut unkept: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for one in &pages {
        let (body, mut more) = shortcodes::convert(dialect, one, &map);
        found.append(&mut more);
        let body = linked(&body, &one.place.target, &one.file.path, &map, dialect);
        let earlier = one.front.earlier(&one.place);
        let earlier = super::earlier_addresses(&earlier, &one.file.path, &mut found);
        let front = one.front.fields(&one.place, earlier, before.french);
        for key in &one.front.unkept {
            let known = unkept
                .entry(key.clone())
                .or_insert_with(|| (one.file.path.clone(), 0));
            known.1 += 1;
        }
        let text = page(&front, body.trim_start_matches('\n'));
        if let Some(ImportedContent::Text(_)) = import
            .files
            .insert(one.place.target.clone(), ImportedContent::Text(text))
        {
            let location = Location::File(one.file.path.clone());
            found.push(
                Diagnostic::new(Code::ImportSamePlace, location).with("path", &one.place.target),
            );
        }
    }
    for (key, (path, count)) in unkept {
        let diagnostic = Diagnostic::new(Code::ImportKey, Location::File(path));
        found.push(diagnostic.with("key", key).with("count", count.to_string()));
    }
    import.scope = vec!["content".to_owned()];
    import.diagnostics = found;
    Ok(import)
}

fn is_text(path: &str) -> bool {
    let end = path.rsplit('.').next().unwrap_or_default();
    end.eq_ignore_ascii_case("md") || end.eq_ignore_ascii_case("markdown")
}

/// An address in the form used to compare links: without its host, trailing slash, query and fragment.
fn plain_address(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = path.trim_matches('/').trim_end_matches("index.html");
    path.trim_end_matches('/').to_lowercase()
}

/// The text with its links and images pointing to the files of this site.
fn linked(text: &str, target: &str, from: &str, map: &Map, dialect: Dialect) -> String {
    let mut changes: Vec<(std::ops::Range<usize>, String)> = Vec::new();
    let mut look = |destination: &str, span: std::ops::Range<usize>| {
        let Some(new) = resolved(destination, target, from, map, dialect) else {
            return;
        };
        // The destination as written is the last part of its link.
        if let Some(at) = text[span.clone()].rfind(destination) {
            let start = span.start + at;
            changes.push((start..start + destination.len(), new));
        }
    };
    let parser = Parser::new_ext(text, options());
    let definitions: Vec<_> = parser
        .reference_definitions()
        .iter()
        .map(|(_, definition)| (definition.dest.to_string(), definition.span.clone()))
        .collect();
    for (event, span) in parser.into_offset_iter() {
        if let Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) = event {
            look(&dest_url, span);
        }
    }
    for (destination, span) in definitions {
        look(&destination, span);
    }
    changes.sort_by_key(|(span, _)| span.start);
    changes.dedup_by_key(|(span, _)| span.start);
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (span, new) in changes {
        if span.start < done {
            continue;
        }
        out.push_str(&text[done..span.start]);
        out.push_str(&new);
        done = span.end;
    }
    out.push_str(&text[done..]);
    out
}

/// The new target of a link of the source; `None` if it can stay as it is.
fn resolved(
    destination: &str,
    target: &str,
    from: &str,
    map: &Map,
    dialect: Dialect,
) -> Option<String> {
    let (path, anchor) = match destination.find('#') {
        Some(at) => destination.split_at(at),
        None => (destination, ""),
    };
    if path.is_empty()
        || path.contains("://")
        || path.starts_with("mailto:")
        || path.starts_with("tel:")
    {
        return None;
    }
    let found = dialect
        .source_file(path, from)
        .and_then(|file| map.file(&file))
        .or_else(|| {
            let address = match path.strip_prefix('/') {
                Some(path) => path.to_owned(),
                None => return None,
            };
            map.address(&plain_address(&address))
        })?;
    Some(relative(target, found) + anchor)
}
