//! What the files of a site are. How they look is up to the outputs.

use std::sync::Arc;

use super::{ImageFile, PageId, SearchFile, Sheet};
use crate::language::Language;
use crate::model::Host;
use crate::source::SourceFile;

/// One file of the published site.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Output {
    /// A page that an editor wrote.
    Page(PageId),
    /// A page as plain text.
    Text(PageId),
    /// The guides of a language as text messages.
    Messages(Language),
    /// The page in place of a missing translation.
    Untranslated(PageId, Language),
    /// The redirect at a former address of a page.
    Redirect(PageId),
    /// The home page of a language.
    Home(Language),
    /// A section's list: its position in [`Site::sections`](super::Site::sections), and the part of the list.
    Section(u32, u32),
    /// A group's list: its position in [`Site::groups`](super::Site::groups), and the part of the list.
    Group(u32, u32),
    /// The search page with all titles and keywords from A to Z, or one part of that list.
    Search(Language, u32),
    /// A file of the search.
    SearchFile(Language, SearchFile),
    /// The glossary.
    Glossary(Language),
    /// The legal notice if no editor wrote one.
    Legal(Language),
    /// The statement on accessibility.
    Accessibility(Language),
    /// The page for an address that does not exist.
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
    /// A printed sheet.
    Sheet(Sheet),
    /// All sheets of a section, by its position in [`Site::sections`](super::Site::sections), as one archive.
    SheetArchive(u32),
    /// The page of all sheets.
    SheetList(Language),
    /// The sheets of a section with many pages: its position in [`Site::sections`](super::Site::sections), and the part of the list.
    SectionSheets(u32, u32),
    /// The current edition of every sheet: the part of the list.
    Editions(Language, u32),
    /// Whether the editions whose code begins with this character are still valid.
    EditionAnswers(Language, char),
    /// The report on the routes of procedures: the part of its list of guides.
    Coverage(Language, u32),
    /// The report as a table.
    CoverageData(Language),
    /// The headers of files, in a host's format.
    Headers(Host),
    /// A file copied unchanged.
    File(Arc<SourceFile>),
    /// A file made from an image.
    Image(Arc<ImageFile>),
}

impl Output {
    /// Whether it is an HTML page.
    pub fn is_page(&self) -> bool {
        match self {
            Self::Page(_)
            | Self::Untranslated(..)
            | Self::Home(_)
            | Self::Section(..)
            | Self::Group(..)
            | Self::Search(..)
            | Self::Glossary(_)
            | Self::Legal(_)
            | Self::Accessibility(_)
            | Self::NotFound(_)
            | Self::SheetList(_)
            | Self::SectionSheets(..)
            | Self::Editions(..)
            | Self::EditionAnswers(..)
            | Self::Coverage(..) => true,
            Self::Text(_)
            | Self::Messages(_)
            | Self::Redirect(_)
            | Self::SearchFile(..)
            | Self::SiteFeed(_)
            | Self::SectionFeed(_)
            | Self::GroupFeed(_)
            | Self::Sitemap
            | Self::Robots
            | Self::Sheet(_)
            | Self::SheetArchive(_)
            | Self::CoverageData(_)
            | Self::Headers(_)
            | Self::File(_)
            | Self::Image(_) => false,
        }
    }
}
