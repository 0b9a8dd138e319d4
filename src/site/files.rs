//! The files of a site that are neither texts nor processed images: which are published, and why the others
//! are not.
//!
//! A file is published because a page names it, by a link, a field or its full address, or because the
//! configuration lists its folder. Anything else in the content folder stays there: a draft in Word, a list
//! of names.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::outputs::OutputList;
use super::{Output, OutputPath, Page, Site, address, scheme};
use crate::diagnostics::{Code, Diagnostic, Location};
use crate::document::Document;
use crate::files::IMAGES;
use crate::percent::decode;
use crate::reserved;
use crate::source::SourceFile;

/// Why a file is not published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpublished {
    /// No page names it.
    Unnamed,
    /// Pages do not offer files of its kind.
    Kind,
    /// It is in a folder that is served unchanged, and its name would configure a server.
    OfServer,
}

/// The path below the content folder that a destination written in a folder of it leads to; `None` if that is
/// out of the site.
pub(super) fn file_key(folder: &str, destination: &str) -> Option<String> {
    let path = destination.split('#').next().unwrap_or_default();
    if path.starts_with("//") || scheme(path).is_some() {
        return None;
    }
    let path = decode(path);
    address::join(folder, path.split('?').next().unwrap_or_default())
}

/// Every destination that a page's editor wrote in a link or a field.
fn destinations(document: &Document) -> impl Iterator<Item = &str> {
    let links = document.texts().flat_map(|text| &text.facts.links);
    let attachments = document.article().map(|article| &article.attachments);
    let attachments = attachments.into_iter().flatten();
    links
        .map(|link| link.destination.as_str())
        .chain(
            document
                .common
                .related
                .iter()
                .map(|link| link.text.as_str()),
        )
        .chain(attachments.map(|attachment| attachment.file.text.as_str()))
}

impl Site {
    /// Whether pages may lead to a file.
    pub(super) fn is_handed_out(&self, key: &str, file: &SourceFile) -> bool {
        file.is_document || file.image.is_some() || self.config.is_free(key)
    }

    /// The files published unchanged: those that pages name, and those of the folders that the configuration
    /// lists.
    pub(super) fn list_files<'s>(
        &'s self,
        list: &mut OutputList<'s>,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let named = self.named_files(self.pages.iter().map(|page| &*page.document));
        for (key, file) in &self.files {
            let is_free = self.config.is_free(key);
            let is_named = file.image.is_none() && named.contains(key.as_str());
            if !(is_free && self.unpublished_in_free(key).is_none() || is_named && file.is_document)
            {
                continue;
            }
            match OutputPath::new(key.clone()) {
                Some(path) => {
                    let output = Output::File(Arc::clone(file));
                    list.add_unique(path, output, &file.shown, diagnostics);
                }
                None => {
                    let location = Location::File(file.shown.clone());
                    diagnostics.push(Diagnostic::new(Code::BadFileName, location));
                }
            }
        }
    }

    /// The files that these documents name, except images.
    fn named_files<'d>(&self, documents: impl Iterator<Item = &'d Document>) -> BTreeSet<&str> {
        let mut named = BTreeSet::new();
        if self.files.values().all(|file| file.image.is_some()) {
            return named;
        }
        let base = self.config.absolute("");
        let mut add = |key: Option<String>| {
            let known = key.and_then(|key| self.files.get_key_value(&key));
            named.extend(known.map(|(key, _)| key.as_str()));
        };
        for document in documents {
            for destination in destinations(document) {
                add(file_key(document.folder(), destination));
            }
            let Some(base) = &base else { continue };
            let local = document.local.as_ref().map(|note| &*note.file.text);
            for text in std::iter::once(&*document.file.text).chain(local) {
                absolute_addresses(text, base).for_each(|path| add(file_key("", path)));
            }
        }
        named
    }

    /// The files that are not published, except images, and why. What a draft names waits for it.
    pub fn unpublished_files(&self) -> Vec<(&str, &SourceFile, Unpublished)> {
        let of_pages = self.pages.iter().map(|page: &Page| &*page.document);
        let drafts = self.drafts.iter().map(|document| &**document);
        let named = self.named_files(of_pages.chain(drafts));
        let why = |key: &str, file: &SourceFile| {
            if self.config.is_free(key) {
                return self.unpublished_in_free(key);
            }
            match (file.is_document, named.contains(key)) {
                (false, _) => Some(Unpublished::Kind),
                (true, false) => Some(Unpublished::Unnamed),
                (true, true) => None,
            }
        };
        // An unreadable image has a message of its own.
        let is_image = |key: &str| {
            IMAGES
                .iter()
                .any(|ending| key.to_lowercase().ends_with(&format!(".{ending}")))
        };
        let others = self.files.iter().filter(|(key, file)| {
            file.image.is_none() && (self.config.is_free(key) || !is_image(key))
        });
        others
            .filter_map(|(key, file)| Some((key.as_str(), &**file, why(key, file)?)))
            .collect()
    }

    /// Why a file in a folder that is served unchanged is still not published. One that the configuration
    /// names itself is.
    fn unpublished_in_free(&self, key: &str) -> Option<Unpublished> {
        let name = key.rsplit('/').next().unwrap_or(key);
        let is_refused = reserved::is_of_server(name) && !self.config.is_free_by_name(key);
        is_refused.then_some(Unpublished::OfServer)
    }
}

/// The paths of the absolute addresses in a text that begin with `base`: of fields, of raw HTML, of pasted
/// addresses.
fn absolute_addresses<'t>(text: &'t str, base: &str) -> impl Iterator<Item = &'t str> {
    let length = base.len();
    let found = memchr::memmem::find_iter(text.as_bytes(), base).map(move |at| at + length);
    let found: Vec<usize> = found.collect();
    found.into_iter().filter_map(|at| {
        let rest = text.get(at..)?;
        let ends = |c: char| {
            c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | ')' | ']' | '}' | ',' | '|')
        };
        rest.split(ends).next()
    })
}
