//! Documents → [`Site`]: every page at its address, in its section, under its keywords, linked with the others.
//!
//! A site is assembled once and never changes. What the site consists of is the list of its [`outputs`](Site::outputs);
//! what each looks like is a function of the site alone ([`crate::outputs`]).

mod absent;
mod address;
mod directory;
mod editions;
mod files;
mod freshness;
mod glossary;
mod groups;
mod images;
mod links;
mod output;
mod outputs;
mod publisher;
mod ranks;
mod search;
mod search_files;
mod sections;
mod sheets;
mod stand_ins;
mod texts;
mod topics;
mod translations;

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;
use rustc_hash::FxHashMap;

pub use address::{OutputPath, join, relative};
pub use directory::{Counter, Directory, bare_name};
pub use editions::{EDITION_LETTERS, edition_letters};
pub use files::Unpublished;
pub use glossary::{Glossary, GlossaryEntry};
pub use groups::{Group, GroupKind};
pub use images::{ImageFile, ImageUse};
pub use links::{LinkProblem, LinkTarget, begins_with_www, path_key, scheme};
pub use output::Output;
pub use search::INDEX_LENGTH;
pub use search_files::{PAGES_A_FILE, SearchFile, SearchPlan};
pub use sections::{LIST_LENGTH, Section};
pub use sheets::{PageOrder, Sheet, Subject};
pub use topics::Topics;

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::document::{Details, Document, language_of};
use crate::files::{CONTENT, normal};
use crate::language::Language;
use crate::markdown::{Term, slug};
use crate::model::config::Config;
use crate::model::values::Date;
use crate::model::{Kind, WrittenFile};
use crate::records::Records;
use crate::source::SourceFile;
use crate::theme::Theme;
use ranks::Ranks;

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
    outputs: BTreeMap<OutputPath, Output>,
}

/// What a site is assembled from.
pub struct SiteParts {
    /// The configuration.
    pub config: Arc<Config>,
    /// The look.
    pub theme: Arc<Theme>,
    /// The documents, sorted by file.
    pub documents: Vec<Arc<Document>>,
    /// Every other file.
    pub files: BTreeMap<String, Arc<SourceFile>>,
    /// What abbreviations stand for.
    pub glossaries: BTreeMap<Language, Glossary>,
    /// What is words of the editor's own in files that are no pages.
    pub written: Vec<Arc<WrittenFile>>,
    /// What the site has recorded of its past.
    pub records: Arc<Records>,
    /// Files that could not be read, by their path below the content folder, and what was reported of each.
    pub unread: BTreeMap<String, Code>,
    /// What of it is published.
    pub extent: Extent,
}

/// What of a folder is published: `Extent::on(day).with_drafts(true)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Extent {
    /// Drafts too.
    pub drafts: bool,
    /// Sheets to print.
    pub sheets: bool,
    /// Plain texts and messages, whatever the configuration says.
    pub texts: bool,
    /// The day that it is published on. Nothing else of a site depends on the clock.
    pub day: Date,
}

impl Default for Extent {
    fn default() -> Self {
        Self::on(Date::ZERO)
    }
}

impl Extent {
    /// Everything but drafts, and plain texts only where the configuration asks for them, on a day.
    pub const fn on(day: Date) -> Self {
        Self {
            drafts: false,
            sheets: true,
            texts: false,
            day,
        }
    }

    /// With drafts, or without.
    pub const fn with_drafts(self, drafts: bool) -> Self {
        Self { drafts, ..self }
    }

    /// With sheets to print, or without.
    pub const fn with_sheets(self, sheets: bool) -> Self {
        Self { sheets, ..self }
    }

    /// With plain texts and messages whatever the configuration says, or as it says.
    pub const fn with_texts(self, texts: bool) -> Self {
        Self { texts, ..self }
    }
}

impl Site {
    /// Assembles a site. Mistakes that concern several files (two pages at one address) come back beside it.
    pub fn assemble(parts: SiteParts) -> (Self, Vec<Diagnostic>) {
        let SiteParts {
            config,
            theme,
            documents,
            files,
            glossaries,
            written,
            records,
            unread,
            extent,
        } = parts;
        let mut diagnostics = Vec::new();
        let texts = extent.texts || config.texts == Some(true);
        let default = config.default_language();
        let (documents, drafts): (Vec<_>, Vec<_>) = documents
            .into_iter()
            .partition(|document| extent.drafts || document.common.draft != Some(true));
        let mut pages = pages(documents, default, &mut diagnostics);
        // An edit is shown only once all this is known of all pages: no core waits for another longer than it must.
        let ranks = Ranks::of(&pages);
        let ((by_stem, directory), (sections, groups)) = rayon::join(
            || (by_stem(&pages), Directory::gather(&pages)),
            || {
                rayon::join(
                    || sections::gather(&pages, &ranks, default, &theme),
                    || groups::gather(&pages, &ranks, &config, &theme),
                )
            },
        );
        groups::enter(&groups, &mut pages);
        let languages: Vec<Language> = config
            .all_languages()
            .into_iter()
            .filter(|language| {
                *language == default || pages.iter().any(|page| page.document.language == *language)
            })
            .collect();
        let mut site = Self {
            config,
            theme,
            pages,
            files,
            sections,
            groups,
            directory,
            glossaries,
            written,
            languages,
            prints: extent.sheets,
            texts,
            day: extent.day,
            records,
            drafts,
            unread,
            by_stem,
            sheet_plan: OnceLock::new(),
            search_files: OnceLock::new(),
            services: OnceLock::new(),
            alike: OnceLock::new(),
            absent: OnceLock::new(),
            outputs: BTreeMap::new(),
        };
        let plan = || {
            site.sheet_plan();
        };
        let ((), (list, found)) = rayon::join(plan, || site.list_pages());
        diagnostics.extend(found);
        site.outputs = site.list_outputs(list, &mut diagnostics);
        (site, diagnostics)
    }

    /// Every file that the site consists of, with what it is: pages and files sorted by path, then those of the search, then sheets.
    pub fn outputs(&self) -> impl Iterator<Item = (&OutputPath, &Output)> {
        let files = self.outputs.iter().chain(self.search_outputs());
        files.chain(self.sheet_outputs())
    }

    /// What stands at a path.
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

    /// The sections of a language in the order in which they are offered: guides, articles, the directory, other pages; each before those
    /// below it.
    pub fn sections_of(&self, language: Language) -> Vec<&Section> {
        let sections = self.sections.iter();
        let mut sections: Vec<&Section> = sections
            .filter(|section| section.language == language)
            .collect();
        sections.sort_by_key(|section| (section.kind.rank(), &section.folder));
        sections
    }

    /// The section of a folder's pages in a language.
    pub fn section(&self, folder: &str, language: Language) -> Option<&Section> {
        self.sections.get(self.section_at(folder, language)?)
    }

    /// Where that section is among all.
    fn section_at(&self, folder: &str, language: Language) -> Option<usize> {
        // Sections are sorted so.
        let at = self.sections.binary_search_by(|section| {
            (section.language, section.folder.as_str()).cmp(&(language, folder))
        });
        at.ok()
    }

    /// The sections of a language below a folder, at any depth.
    pub fn sections_below(&self, folder: &str, language: Language) -> &[Section] {
        let prefix = format!("{folder}/");
        let first = self.sections.partition_point(|section| {
            (section.language, section.folder.as_str()) < (language, prefix.as_str())
        });
        let rest = &self.sections[first..];
        let is_below =
            |section: &Section| section.language == language && section.folder.starts_with(&prefix);
        &rest[..rest.partition_point(is_below)]
    }

    /// The glossary of a language; empty where it has none.
    pub fn glossary(&self, language: Language) -> Option<&Glossary> {
        self.glossaries.get(&language)
    }

    /// The entry of a language's glossary with this key.
    pub fn term(&self, key: &str, language: Language) -> Option<Term<'_>> {
        self.glossary(language)?.term(key)
    }

    /// The folder that all pages of a language are published in: empty for the site's language, else `en/`.
    pub fn prefix(&self, language: Language) -> String {
        prefix(language, self.config.default_language())
    }

    /// The path of a page that guichet makes itself, named by a message of the theme (`address-keywords`).
    pub fn named_path(&self, language: Language, key: &str) -> OutputPath {
        named_path(
            &self.theme,
            language,
            self.config.default_language(),
            key,
            ".html",
        )
    }

    /// The home page of a language.
    pub fn home(&self, language: Language) -> OutputPath {
        let path = format!("{}index.html", self.prefix(language));
        OutputPath::new(path)
            .unwrap_or_else(|| OutputPath::new("index.html").unwrap_or_else(unreachable_path))
    }

    /// The legal notice that an editor wrote in this language.
    pub fn legal_page(&self, language: Language) -> Option<PageId> {
        self.pages_with_id()
            .find(|(_, page)| {
                page.document.kind() == Kind::Legal && page.document.language == language
            })
            .map(|(id, _)| id)
    }

    /// The pages that the section's own text and the home page's text stand in.
    pub fn index_page(&self, folder: &str, language: Language) -> Option<PageId> {
        let separator = if folder.is_empty() { "" } else { "/" };
        let all = self.translations(&format!("{folder}{separator}_index"));
        all.iter()
            .copied()
            .find(|id| self.page(*id).document.language == language)
    }
}

fn page_id(index: usize) -> PageId {
    PageId(number(index))
}

/// A position as the four bytes that ids have: a site of four thousand million pages is not foreseen.
fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn prefix(language: Language, default: Language) -> String {
    if language == default {
        String::new()
    } else {
        format!("{language}/")
    }
}

/// A path named by the theme's message `key`; a message that is no path is replaced by the key itself.
fn named_path(
    theme: &Theme,
    language: Language,
    default: Language,
    key: &str,
    suffix: &str,
) -> OutputPath {
    let prefix = prefix(language, default);
    let name = slug(&theme.strings(language).catalogue.text(key));
    OutputPath::new(format!("{prefix}{name}{suffix}"))
        .or_else(|| OutputPath::new(format!("{key}{suffix}")))
        .unwrap_or_else(unreachable_path)
}

/// Slugs are paths, and so are the fixed names that stand in for them.
#[allow(clippy::expect_used)]
fn unreachable_path() -> OutputPath {
    OutputPath::new("index.html").expect("a fixed name is a path")
}

/// The pages of documents, each in the folder of its language.
fn pages(
    documents: Vec<Arc<Document>>,
    default: Language,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Page> {
    let page = |document: Arc<Document>| {
        let prefix = prefix(document.language, default);
        match OutputPath::new(format!("{prefix}{}.html", document.address)) {
            Some(path) => Ok(Page {
                document,
                path,
                groups: Vec::new(),
            }),
            None => Err(Location::File(document.file.path.clone())),
        }
    };
    let made: Vec<Result<Page, Location>> = documents.into_par_iter().map(page).collect();
    let pages = made.into_iter().filter_map(|page| {
        page.map_err(|location| diagnostics.push(Diagnostic::new(Code::BadFileName, location)))
            .ok()
    });
    pages.collect()
}

/// The pages of each stem: a page and its translations.
fn by_stem(pages: &[Page]) -> FxHashMap<String, Vec<PageId>> {
    let mut all: FxHashMap<String, Vec<PageId>> = FxHashMap::default();
    all.reserve(pages.len());
    for (index, page) in pages.iter().enumerate() {
        let stem = page.document.stem.clone();
        all.entry(stem).or_default().push(page_id(index));
    }
    all
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
