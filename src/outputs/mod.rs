//! What a site consists of, and the bytes of each part of it.
//!
//! An [`Output`] names one file; [`Renderer::render`] gives its content from the site alone and touches nothing, so that
//! outputs can be rendered in any order, in parallel, one by one on request, or not at all.

mod feed;
mod html;
mod json_ld;
mod sitemap;
mod weight;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use weight::{Weight, compressed, compressed_at_most};

use crate::diagnostics::Diagnostic;
use crate::language::Language;
use crate::site::{OutputPath, PageId, Site};
use crate::source::SourceFile;

/// One file of the published site.
#[derive(Debug, Clone, PartialEq)]
pub enum Output {
    /// A page that an editor wrote.
    Page(PageId),
    /// The home page of a language.
    Home(Language),
    /// A section's list: its position in [`Site::sections`], and the part of the list.
    Section(u32, u32),
    /// A group's list: its position in [`Site::groups`], and the part of the list.
    Group(u32, u32),
    /// All keywords from A to Z.
    Keywords(Language),
    /// The glossary.
    Glossary(Language),
    /// The legal notice where no editor wrote one.
    Legal(Language),
    /// What a host shows for an address that does not exist.
    NotFound(Language),
    /// The feed of all articles of a language.
    SiteFeed(Language),
    /// The feed of a section.
    SectionFeed(u32),
    /// The feed of a campaign.
    GroupFeed(u32),
    /// The list of pages for search engines.
    Sitemap,
    /// What crawlers may read: everything.
    Robots,
    /// A file copied as it is.
    File(Arc<SourceFile>),
}

impl Output {
    /// Whether it is an HTML page.
    pub fn is_page(&self) -> bool {
        !matches!(
            self,
            Self::SiteFeed(_)
                | Self::SectionFeed(_)
                | Self::GroupFeed(_)
                | Self::Sitemap
                | Self::Robots
                | Self::File(_)
        )
    }
}

/// The content of an output.
#[derive(Debug)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// Those of a file of the site, which may be too large to hold in memory.
    File(Arc<SourceFile>),
}

/// Renders the outputs of one site, with what many pages share prepared once.
pub struct Renderer<'s> {
    site: &'s Site,
    shared: BTreeMap<Language, html::Shared>,
}

impl<'s> Renderer<'s> {
    /// Prepares what the pages of each language share.
    pub fn new(site: &'s Site) -> Self {
        let shared = site
            .languages
            .iter()
            .map(|language| (*language, html::Shared::new(site, *language)))
            .collect();
        Self { site, shared }
    }

    /// The site.
    pub fn site(&self) -> &'s Site {
        self.site
    }

    /// The content of the output at `path`: a pure function of the site. A template's mistake is the error.
    pub fn render(&self, path: &OutputPath, output: &Output) -> Result<Content, Diagnostic> {
        let text = match output {
            Output::File(file) => return Ok(Content::File(Arc::clone(file))),
            Output::Robots => sitemap::robots(self.site),
            Output::Sitemap => sitemap::sitemap(self.site),
            Output::SiteFeed(language) => feed::site(self.site, *language, path),
            Output::SectionFeed(id) => feed::section(self.site, *id as usize, path),
            Output::GroupFeed(id) => feed::group(self.site, *id as usize, path),
            page => return html::page(self, path, page).map(Content::Bytes),
        };
        Ok(Content::Bytes(text.into_bytes()))
    }
}

/// Renders one output alone; [`Renderer`] prepares what many share.
pub fn render(site: &Site, path: &OutputPath, output: &Output) -> Result<Content, Diagnostic> {
    Renderer::new(site).render(path, output)
}
