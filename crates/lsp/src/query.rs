//! What somebody points at in a file: a field, a value, a link or a word.

use std::ops::Range;
use std::sync::Arc;

use guichet::catalogue::Catalogue;
use guichet::diagnostics::{Location, TextFile};
use guichet::document::{Document, is_local};
use guichet::language::Language;
use guichet::model::config::{self, Config};
use guichet::model::record::{Key, Record};
use guichet::model::{LocalFields, schema};
use guichet::site::{Glossary, GlossaryEntry, PageId, Site};
use guichet::spelling::fold_key;

use crate::fields::{FieldPlace, field_place};
use crate::workspace::content_path;

/// A place in a file of a site.
pub(crate) struct Query<'q> {
    /// The text as read.
    pub text: &'q str,
    /// The file's path from the site's folder.
    pub path: &'q str,
    /// The byte that is pointed at.
    pub at: usize,
    pub site: &'q Site,
    pub words: &'q Catalogue,
}

/// A field and the records that its keys are from.
pub(crate) struct FieldQuery<'q> {
    pub place: FieldPlace<'q>,
    /// The keys that its record may have.
    pub keys: Vec<&'static Key>,
    /// The key of its value, if it has one.
    pub key: Option<&'static Key>,
    /// Whether the fields of this file have French names.
    pub french: bool,
}

impl<'q> Query<'q> {
    /// The field that is pointed at; `None` in the text of a page.
    pub fn field(&self) -> Option<FieldQuery<'q>> {
        let block = self.block()?;
        if !(block.start..=block.end).contains(&self.at) {
            return None;
        }
        let place = field_place(self.text, &block, self.at)?;
        let is_glossary = self.is_glossary();
        let records = match is_glossary {
            true => vec![GlossaryEntry::KEYS],
            false => self.records(),
        };
        // The words that a glossary explains are names of its editor.
        let path = match is_glossary {
            true => place.path.get(1..).filter(|_| !place.path.is_empty())?,
            false => place.path.as_slice(),
        };
        let is_key = |part: &&str| !part.is_empty();
        let path: Vec<&str> = path.iter().copied().filter(is_key).collect();
        let keys = schema::fields_below(&records, &path);
        let key = path.split_last().and_then(|(last, above)| {
            let folded = fold_key(last);
            let beside = schema::fields_below(&records, above);
            beside.into_iter().find(|key| key.is(&folded))
        });
        Some(FieldQuery {
            french: !schema::in_english(names(&self.text[block]).into_iter()),
            place,
            keys,
            key,
        })
    }

    /// The bytes that hold fields: the front matter of a page, all of any other file.
    fn block(&self) -> Option<Range<usize>> {
        match self.is_page() {
            true => front_matter(self.text),
            false => Some(0..self.text.len()),
        }
    }

    /// The records of which the file's fields are: those of the configuration, of a local note, of a page's kind.
    fn records(&self) -> Vec<&'static [Key]> {
        let Some(key) = content_path(self.path) else {
            return match self.path == config::FILE {
                true => vec![Config::KEYS],
                false => Vec::new(),
            };
        };
        if is_local(key) {
            return vec![LocalFields::KEYS];
        }
        match self.is_page() {
            true => schema::page_keys(self.document().kind()),
            false => Vec::new(),
        }
    }

    /// Whether the file is a page, with a text of its own.
    pub fn is_page(&self) -> bool {
        let ending = self.path.rsplit_once('.').map(|(_, ending)| ending);
        let ending = ending.unwrap_or_default().to_ascii_lowercase();
        matches!(&*ending, "md" | "markdown")
    }

    fn is_glossary(&self) -> bool {
        let languages = self.site.config.all_languages();
        let key = content_path(self.path);
        key.is_some_and(|key| Glossary::language_of(key, &languages).is_some())
    }

    /// The file as a page.
    pub fn document(&self) -> Document {
        let key = content_path(self.path).unwrap_or(self.path);
        let file = Arc::new(TextFile::new(self.path, self.text));
        Document::parse(key, file, &self.site.config.all_languages()).0
    }

    /// The page of the file, if the site has it.
    pub fn page(&self) -> Option<PageId> {
        self.site.page_of_file(self.path)
    }

    /// The language of the file.
    pub fn language(&self) -> Language {
        self.site.language_of_file(self.path)
    }

    /// The link or image that is pointed at: its destination, and its bytes.
    pub fn link(&self) -> Option<(String, Range<usize>)> {
        let document = self.document();
        let facts = &document.facts;
        let links = facts
            .links
            .iter()
            .map(|link| (&link.destination, &link.span));
        let images = facts
            .images
            .iter()
            .map(|image| (&image.destination, &image.span));
        // Images may be in links: the smallest is meant.
        links
            .chain(images)
            .filter_map(|(destination, span)| match document.place(span) {
                Location::Place(place) if place.span.contains(&self.at) => {
                    Some((destination.clone(), place.span))
                }
                _ => None,
            })
            .min_by_key(|(_, span)| span.len())
    }

    /// The word that is pointed at, or that has just been typed.
    pub fn word(&self) -> Range<usize> {
        let is_part = |c: char| c.is_alphanumeric() || c == '-';
        let (before, after) = self.text.split_at(self.at);
        let start = before.trim_end_matches(is_part).len();
        let rest = after.trim_start_matches(is_part);
        start..self.text.len() - rest.len()
    }
}

/// The front matter of a page, without the lines around it; to the end of a text in which it does not end yet.
fn front_matter(text: &str) -> Option<Range<usize>> {
    let is_rule = |line: &str| line.len() >= 3 && line.chars().all(|c| c == '-');
    let blank = text.len() - text.trim_start().len();
    let first = text[blank..].lines().next()?;
    if !is_rule(first.trim_end()) {
        return None;
    }
    let start = (blank + first.len() + 1).min(text.len());
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if is_rule(line.trim_end()) || line.trim_end() == "..." {
            return Some(start..at);
        }
        at += line.len();
    }
    Some(start..text.len())
}

/// What may be the names of fields in a block, in their order.
fn names(block: &str) -> Vec<&str> {
    let lines = block.lines().filter_map(|line| line.split_once(':'));
    let names = lines.map(|(name, _)| name.trim_start_matches([' ', '-']).trim_end());
    names.filter(|name| !name.starts_with('#')).collect()
}
