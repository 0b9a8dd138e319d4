//! The files that a site consists of, and the bytes of each.
//!
//! An [`Output`] names one file; [`Renderer::render`] returns its content from the site alone and has no side
//! effects, so outputs can be rendered in any order, in parallel, one by one on request, or not at all.

mod body;
mod card;
mod coverage_table;
pub mod data;
mod encoded;
mod feed;
mod guide;
mod headers;
mod hours;
mod html;
mod json_ld;
pub mod search;
pub mod sheet;
mod sitemap;
mod text;
mod voice;
mod weight;
pub mod words;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::OnceLock;

pub use coverage_table::{
    csv as coverage_csv, csv_in_full as coverage_csv_in_full, json as coverage_json,
};
pub use encoded::{encoded, is_compressed};
pub use headers::{headers, policy};
pub use html::{coverage_alone, kit_page};
pub use search::Search;
pub use weight::{ImageWeight, Weight, compressed, compressed_at_most};

use crate::coverage::Coverage;
use crate::diagnostics::Diagnostic;
use crate::images::Studio;
use crate::language::Language;
use crate::site::{ImageFile, Output, OutputPath, SearchFile, Sheet, Shelf, Site};
use crate::source::SourceFile;

/// The content of an output.
#[derive(Debug)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The bytes of a sheet or an image.
    Shared(Arc<[u8]>),
    /// A file of the site, which may be too large to hold in memory.
    File(Arc<SourceFile>),
    /// None: a sheet could not be printed or is replaced by another; an image could not be made.
    Missing,
}

/// What pages say about a sheet that they link to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetFacts {
    /// How many pages it has.
    pub pages: u32,
    /// How many bytes.
    pub bytes: u64,
}

/// Prints the sheets of a site, and so knows which ones exist.
pub trait Printing: Sync {
    /// What became of a requested sheet: the sheet itself; its replacement if it does not fit its paper;
    /// `None` if neither can be printed.
    fn settled(&self, asked: Sheet) -> Option<Sheet>;
    /// What is known about a sheet; `None` if it does not exist.
    fn facts(&self, sheet: Sheet) -> Option<SheetFacts>;
    /// The PDF of a sheet; `None` if it does not exist.
    fn print(&self, sheet: Sheet) -> Option<Arc<[u8]>>;
    /// What is wrong with a sheet.
    fn diagnostics(&self, sheet: Sheet) -> Vec<Diagnostic>;
    /// The reading sheets that were replaced, among those printed so far, in the order of their pages.
    fn replaced(&self) -> Vec<Sheet>;
}

/// The sheets that exist of the requested ones, each once; the requested ones if nothing is printed.
pub fn settled(printing: Option<&dyn Printing>, asked: Vec<Sheet>) -> Vec<Sheet> {
    let Some(printing) = printing else {
        return asked;
    };
    let mut there = Vec::with_capacity(asked.len());
    for sheet in asked {
        // A replacement takes the place of the first sheet that it replaces, or stays where it was requested
        // anyway.
        if let Some(sheet) = printing.settled(sheet)
            && !there.contains(&sheet)
        {
            there.push(sheet);
        }
    }
    there
}

/// The content of `main` on a page, as its template renders it.
///
/// # Errors
///
/// A mistake of a template.
pub fn main_of_page(
    renderer: &Renderer<'_>,
    path: &OutputPath,
    output: &Output,
) -> Result<String, Diagnostic> {
    let html = html::page(renderer, path, output)?.unwrap_or_default();
    Ok(text::main_of(&String::from_utf8_lossy(&html)).to_owned())
}

/// The instructions for a kit, as plain text; `folder` is the site's folder in it.
pub fn kit_readme(site: &Site, language: Language, folder: &str) -> String {
    text::kit_readme(site, language, folder)
}

/// Renders the outputs of one site, and prepares what many pages share once.
pub struct Renderer<'s> {
    site: &'s Site,
    shared: BTreeMap<Language, html::SharedFrame>,
    printing: Option<&'s dyn Printing>,
    studio: Arc<Studio>,
    waits: bool,
    coverage: BTreeMap<Language, OnceLock<Coverage>>,
    found: Arc<OutputIndex>,
    editions: OnceLock<sheet::Editions>,
}

/// The content of the search of each language, computed on demand. Valid for one site only.
#[derive(Default)]
pub struct OutputIndex {
    searches: BTreeMap<Language, OnceLock<Search>>,
    lists: BTreeMap<Language, OnceLock<html::FromAToZ>>,
}

impl OutputIndex {
    /// Nothing computed yet.
    pub fn new(site: &Site) -> Self {
        let languages = || site.languages.iter().copied();
        Self {
            searches: languages().map(|l| (l, OnceLock::new())).collect(),
            lists: languages().map(|l| (l, OnceLock::new())).collect(),
        }
    }
}

impl<'s> Renderer<'s> {
    /// Prepares what the pages of each language share.
    pub fn new(site: &'s Site) -> Self {
        let shared = site
            .languages
            .iter()
            .map(|language| (*language, html::SharedFrame::new(site, *language)))
            .collect();
        Self {
            site,
            shared,
            printing: None,
            studio: Arc::default(),
            waits: true,
            coverage: site
                .languages
                .iter()
                .map(|language| (*language, OnceLock::new()))
                .collect(),
            found: Arc::new(OutputIndex::new(site)),
            editions: OnceLock::new(),
        }
    }

    /// Also takes what another renderer of the same site has computed for its search.
    #[must_use]
    pub fn with_search(self, found: &Arc<OutputIndex>) -> Self {
        Self {
            found: Arc::clone(found),
            ..self
        }
    }

    /// Also takes a studio that has made images before.
    #[must_use]
    pub fn with_studio(self, studio: &Arc<Studio>) -> Self {
        Self {
            studio: Arc::clone(studio),
            ..self
        }
    }

    /// Makes pages not wait for their images: their weight excludes images that are not made yet.
    #[must_use]
    pub fn without_waiting(self) -> Self {
        Self {
            waits: false,
            ..self
        }
    }

    /// Adds sheets: pages then give their length and weight.
    #[must_use]
    pub fn with_printing(self, printing: &'s dyn Printing) -> Self {
        Self {
            printing: Some(printing),
            ..self
        }
    }

    /// Computes what many of these outputs share. If the threads of one pool render outputs, this must come
    /// first: a thread that waits for its own pool would wait forever.
    pub fn prepare<'o>(&self, outputs: impl Iterator<Item = &'o Output>) {
        for output in outputs {
            match output {
                Output::Editions(..) | Output::EditionAnswers(..) => {
                    self.editions();
                }
                Output::Search(language, _) => {
                    self.from_a_to_z(*language);
                    if self.site.config.search != Some(false) {
                        self.search(*language);
                    }
                }
                Output::SearchFile(language, _) => {
                    self.search(*language);
                }
                Output::Page(_)
                | Output::Text(_)
                | Output::Messages(_)
                | Output::Untranslated(..)
                | Output::Redirect(_)
                | Output::Home(_)
                | Output::Section(..)
                | Output::Group(..)
                | Output::Glossary(..)
                | Output::Legal(_)
                | Output::Accessibility(_)
                | Output::NotFound(_)
                | Output::SiteFeed(_)
                | Output::SectionFeed(_)
                | Output::GroupFeed(_)
                | Output::Sitemap
                | Output::Robots
                | Output::Sheet(_)
                | Output::SheetArchive(_)
                | Output::SheetList(_)
                | Output::SheetShelf(..)
                | Output::Coverage(..)
                | Output::CoverageData(_)
                | Output::Data(_)
                | Output::Headers(_)
                | Output::File(_)
                | Output::Image(_) => {}
            }
        }
    }

    /// The search of a language; `None` for a language that the site does not have.
    pub fn search(&self, language: Language) -> Option<&Search> {
        let search = self.found.searches.get(&language)?;
        Some(search.get_or_init(|| Search::of(self.site, language)))
    }

    /// The list from A to Z of a language; `None` for a language that the site does not have.
    pub fn from_a_to_z(&self, language: Language) -> Option<&html::FromAToZ> {
        let list = self.found.lists.get(&language)?;
        Some(list.get_or_init(|| html::FromAToZ::of(self.site, language)))
    }

    /// The coverage of the guides of a language; `None` for a language that the site does not have.
    pub fn coverage(&self, language: Language) -> Option<&Coverage> {
        let report = self.coverage.get(&language)?;
        Some(report.get_or_init(|| Coverage::of(self.site, language)))
    }

    /// The current editions of the site's sheets.
    pub fn editions(&self) -> &sheet::Editions {
        self.editions.get_or_init(|| sheet::Editions::of(self.site))
    }

    /// The site.
    pub fn site(&self) -> &'s Site {
        self.site
    }

    /// The content of the output at `path`: a pure function of the site. A sheet that cannot be printed has no content, and
    /// [`Printing::diagnostics`] says why.
    ///
    /// # Errors
    ///
    /// A mistake in a template.
    pub fn render(&self, path: &OutputPath, output: &Output) -> Result<Content, Diagnostic> {
        let text = match output {
            Output::File(file) => return Ok(Content::File(Arc::clone(file))),
            Output::Image(image) => return self.image(image),
            Output::Sheet(sheet) => return Ok(self.sheet(*sheet)),
            Output::SheetArchive(shelf) => return Ok(self.sheet_archive(*shelf)),
            Output::Robots => sitemap::robots(self.site),
            Output::Sitemap => sitemap::sitemap(self.site),
            Output::SiteFeed(language) => feed::site(self.site, *language, path),
            Output::SectionFeed(id) => feed::section(self.site, *id as usize, path),
            Output::GroupFeed(id) => feed::group(self.site, *id as usize, path),
            Output::CoverageData(language) => {
                coverage_table::csv(self.site, self.coverage(*language))
            }
            Output::Text(id) => {
                let page = &self.site.page(*id).path;
                let html = html::page(self, page, &Output::Page(*id))?.unwrap_or_default();
                text::text(self.site, *id, &String::from_utf8_lossy(&html))
            }
            Output::Data(file) => data::data(self.site, *file),
            Output::Headers(host) => headers::headers(self.site, *host),
            Output::Messages(language) => text::messages(self.site, *language),
            Output::SearchFile(language, file) => self.search_file(*language, *file),
            Output::Page(_)
            | Output::Untranslated(..)
            | Output::Redirect(_)
            | Output::Home(_)
            | Output::Section(..)
            | Output::Group(..)
            | Output::Search(..)
            | Output::Glossary(..)
            | Output::Legal(_)
            | Output::Accessibility(_)
            | Output::NotFound(_)
            | Output::SheetList(_)
            | Output::SheetShelf(..)
            | Output::Editions(..)
            | Output::EditionAnswers(..)
            | Output::Coverage(..) => {
                let html = html::page(self, path, output)?;
                return Ok(html.map_or(Content::Missing, Content::Bytes));
            }
        };
        Ok(Content::Bytes(text.into_bytes()))
    }

    fn search_file(&self, language: Language, file: SearchFile) -> String {
        match file {
            SearchFile::Script => self.site.theme.script.clone(),
            file => {
                let search = self.search(language);
                search.map(|search| search.file(file)).unwrap_or_default()
            }
        }
    }

    fn image(&self, image: &ImageFile) -> Result<Content, Diagnostic> {
        match self.studio.make(&image.order()) {
            Ok(made) if image.is_webp => Ok(made.webp.map_or(Content::Missing, Content::Shared)),
            Ok(made) => Ok(Content::Shared(made.fallback)),
            // The file that every browser loads has already said why.
            Err(_) if image.is_webp => Ok(Content::Missing),
            Err(damage) => Err(damage.diagnostic(&image.source.shown)),
        }
    }

    fn sheet(&self, sheet: Sheet) -> Content {
        let pdf = self.printing.and_then(|printing| printing.print(sheet));
        pdf.map_or(Content::Missing, Content::Shared)
    }

    fn sheet_archive(&self, shelf: Shelf) -> Content {
        sheet::archive(self, shelf)
    }
}
