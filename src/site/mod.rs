//! Documents → [`Site`]: every page at its address, in its section, under its keywords, linked with the others.
//!
//! A site is assembled once and never changes. What the site consists of is the list of its [`outputs`](Site::outputs);
//! what each looks like is a function of the site alone ([`crate::outputs`]).

mod absent;
mod address;
mod assembly;
mod data;
mod datasets;
mod directory;
mod editions;
mod extent;
mod files;
mod freshness;
mod glossary;
mod groups;
mod images;
mod links;
mod named_paths;
mod output;
mod outputs;
mod publisher;
mod ranks;
mod search;
mod search_files;
mod sections;
mod sheets;
mod shelves;
mod stand_ins;
mod texts;
mod topics;
mod translations;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

pub use address::{OutputPath, join, relative};
pub use assembly::SiteParts;
pub use data::DataFile;
pub use directory::{Counter, Directory, KNOWN_KINDS, bare_name};
pub use editions::{EDITION_LETTERS, edition_letters};
pub use extent::Extent;
pub use files::Unpublished;
pub use glossary::{Glossary, GlossaryEntry};
pub use groups::{Group, GroupKind};
pub use images::{ImageFile, ImageUse, ShownImage};
pub use links::{LinkProblem, LinkTarget, begins_with_www, path_key, scheme};
pub use output::Output;
pub use search::INDEX_LENGTH;
pub use search_files::{PAGES_A_FILE, SearchFile, SearchPlan};
pub use sections::{LIST_LENGTH, Section};
pub use sheets::{PageOrder, Sheet, Subject};
pub use shelves::Shelf;
pub use topics::Topics;

use crate::diagnostics::Code;
use crate::document::{Details, Document, language_of};
use crate::files::{CONTENT, normal};
use crate::language::Language;
use crate::model::config::Config;
use crate::model::values::Date;
use crate::model::{Kind, WrittenFile};
use crate::records::Records;
use crate::source::SourceFile;
use crate::theme::Theme;

/// A page, by its position in [`Site::pages`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PageId(pub u32);

/// A document at its address.
#[derive(Debug, Clone)]
pub struct Page {
    /// What its editor wrote.
    pub document: Arc<Document>,
    /// Where it is published.
    pub path: OutputPath,
    /// The groups it belongs to, and its position in each: keywords first.
    pub groups: Vec<(u32, u32)>,
}

impl Page {
    /// The day that lists and feeds sort by: of publication, or else of the last review.
    pub fn day(&self) -> Option<Date> {
        self.document
            .common
            .date
            .or(self.document.common.reviewed_on())
    }

    /// Whether the page is an article.
    pub fn is_article(&self) -> bool {
        matches!(self.document.details, Details::Article(_))
    }
}

/// Everything that is published, ready to render.
pub struct Site {
    /// The configuration.
    pub config: Arc<Config>,
    /// The look.
    pub theme: Arc<Theme>,
    /// Every page that is published, sorted by file.
    pub pages: Vec<Page>,
    /// Every other file, by its path below the content folder.
    pub files: BTreeMap<String, Arc<SourceFile>>,
    /// Folders with pages, in each language.
    pub sections: Vec<Section>,
    /// Keywords, topics, campaigns and years, in each language.
    pub groups: Vec<Group>,
    /// Organizations by id and kind.
    pub directory: Directory,
    /// What abbreviations stand for, by language.
    pub glossaries: BTreeMap<Language, Glossary>,
    /// The languages that have pages, the default one first.
    pub languages: Vec<Language>,
    /// Whether sheets are printed.
    pub prints: bool,
    /// Whether each page is plain text as well.
    pub texts: bool,
    /// The day that it is published on: what is out of date is so on this day.
    pub day: Date,
    /// What is words of the editor's own in files that are no pages.
    pub written: Vec<Arc<WrittenFile>>,
    /// What the site has recorded of its past.
    pub records: Arc<Records>,
    /// Drafts that are not published.
    drafts: Vec<Arc<Document>>,
    /// Files that could not be read, by their path below the content folder, and what was reported of each.
    unread: BTreeMap<String, Code>,
    by_stem: FxHashMap<String, Vec<PageId>>,
    sheet_plan: OnceLock<sheets::SheetPlan>,
    search_files: OnceLock<BTreeMap<OutputPath, Output>>,
    services: OnceLock<directory::Services>,
    alike: OnceLock<links::Alike>,
    absent: OnceLock<absent::Absent>,
    datasets: OnceLock<datasets::Datasets>,
    outputs: BTreeMap<OutputPath, Output>,
}

impl Site {
    /// Every file that the site consists of, with what it is: pages and files sorted by path, then those of the search, then sheets.
    pub fn outputs(&self) -> impl Iterator<Item = (&OutputPath, &Output)> {
        let files = self.outputs.iter().chain(self.search_outputs());
        files.chain(self.sheet_outputs())
    }

    /// What is published at a path.
    pub fn output(&self, path: &OutputPath) -> Option<&Output> {
        let ends_with = |ending: &str| path.as_str().ends_with(ending);
        let found = self.outputs.get(path);
        let found = found.or_else(|| ends_with(".js").then(|| self.search_outputs().get(path))?);
        found.or_else(|| ends_with(".pdf").then(|| self.sheet_outputs().get(path))?)
    }

    /// A page by its id.
    pub fn page(&self, id: PageId) -> &Page {
        &self.pages[id.0 as usize]
    }

    /// Every page with its id.
    pub fn pages_with_id(&self) -> impl Iterator<Item = (PageId, &Page)> {
        self.pages
            .iter()
            .enumerate()
            .map(|(index, page)| (page_id(index), page))
    }

    /// The language of a file, by the path that editors know it by; the file need not be there any more.
    pub fn language_of_file(&self, file: &str) -> Language {
        let below = file.strip_prefix(CONTENT).unwrap_or(file);
        let key = below.trim_start_matches('/');
        language_of(key, &self.config.all_languages())
    }

    /// The page of a file, by the path that editors know it by.
    pub fn page_of_file(&self, file: &str) -> Option<PageId> {
        // Pages are sorted by their path below the content folder in one normal form, and so are these.
        let file = normal(file);
        let at = self
            .pages
            .binary_search_by(|page| normal(&page.document.file.path).cmp(&file));
        at.ok().map(page_id)
    }

    /// The legal notice that an editor wrote in this language.
    pub fn legal_page(&self, language: Language) -> Option<PageId> {
        self.pages_with_id()
            .find(|(_, page)| {
                page.document.kind() == Kind::Legal && page.document.language == language
            })
            .map(|(id, _)| id)
    }
}

fn page_id(index: usize) -> PageId {
    PageId(number(index))
}

/// A position as the four bytes that ids have: a site of four thousand million pages is not foreseen.
fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
