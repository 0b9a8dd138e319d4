//! What the files of a site are. How they look is up to the outputs.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::{DataFile, ImageFile, PageId, SearchFile, Sheet, Shelf, Site};
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
    /// The glossary: the part of its list.
    Glossary(Language, u32),
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
    /// All sheets of a shelf as one archive.
    SheetArchive(Shelf),
    /// The page of all sheets.
    SheetList(Language),
    /// The sheets of a shelf, on a site with many: the part of the list.
    SheetShelf(Shelf, u32),
    /// The current edition of every sheet: the part of the list.
    Editions(Language, u32),
    /// Whether the editions whose code begins with this character are still valid.
    EditionAnswers(Language, char),
    /// The report on the routes of procedures: the part of its list of guides.
    Coverage(Language, u32),
    /// The report as a table.
    CoverageData(Language),
    /// What the site offers, in a vocabulary of other programs.
    Data(DataFile),
    /// The headers of files, in a host's format.
    Headers(Host),
    /// A file copied unchanged.
    File(Arc<SourceFile>),
    /// A file made from an image.
    Image(Arc<ImageFile>),
}

/// How a file is met by those who read a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OutputForm {
    /// An HTML page to find and to link to.
    Page,
    /// An HTML page in place of one that does not exist.
    Substitute,
    /// An HTML page that a host shows at any address.
    Anywhere,
    /// Anything else: a redirect, a text, a sheet, an image.
    File,
}

/// What a file is made from.
enum OutputOrigin<'o> {
    /// A page that an editor wrote.
    Page(PageId),
    /// Another file of an editor.
    File(&'o SourceFile),
    /// A sheet, which the press prints.
    Sheet(Sheet),
    /// Sheets, which the press prints.
    Sheets,
    /// More than one page, or none.
    Site,
}

impl Output {
    fn form(&self) -> OutputForm {
        match self {
            Self::Page(_)
            | Self::Home(_)
            | Self::Section(..)
            | Self::Group(..)
            | Self::Search(..)
            | Self::Glossary(..)
            | Self::Legal(_)
            | Self::Accessibility(_)
            | Self::SheetList(_)
            | Self::SheetShelf(..)
            | Self::Editions(..)
            | Self::EditionAnswers(..)
            | Self::Coverage(..) => OutputForm::Page,
            Self::Untranslated(..) => OutputForm::Substitute,
            Self::NotFound(_) => OutputForm::Anywhere,
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
            | Self::Data(_)
            | Self::Headers(_)
            | Self::File(_)
            | Self::Image(_) => OutputForm::File,
        }
    }

    fn origin(&self) -> OutputOrigin<'_> {
        match self {
            Self::Page(id) => OutputOrigin::Page(*id),
            Self::File(file) => OutputOrigin::File(file),
            Self::Image(image) => OutputOrigin::File(&image.source),
            Self::Sheet(sheet) => OutputOrigin::Sheet(*sheet),
            Self::SheetArchive(_) => OutputOrigin::Sheets,
            Self::Text(_)
            | Self::Messages(_)
            | Self::Untranslated(..)
            | Self::Redirect(_)
            | Self::Home(_)
            | Self::Section(..)
            | Self::Group(..)
            | Self::Search(..)
            | Self::SearchFile(..)
            | Self::Glossary(..)
            | Self::Legal(_)
            | Self::Accessibility(_)
            | Self::NotFound(_)
            | Self::SiteFeed(_)
            | Self::SectionFeed(_)
            | Self::GroupFeed(_)
            | Self::Sitemap
            | Self::Robots
            | Self::SheetList(_)
            | Self::SheetShelf(..)
            | Self::Editions(..)
            | Self::EditionAnswers(..)
            | Self::Coverage(..)
            | Self::CoverageData(_)
            | Self::Data(_)
            | Self::Headers(_) => OutputOrigin::Site,
        }
    }

    /// The page whose text and images it shows in full: an editor's page, or the `_index.md` at the top of a list.
    pub fn text_of(&self, site: &Site) -> Option<PageId> {
        match self {
            Self::Page(id) => Some(*id),
            Self::Section(id, 0) => site.sections[*id as usize].index,
            Self::Home(language) => site.index_page("", *language),
            // The other parts of a section's list, and what shows no editor's text as a page.
            Self::Section(..)
            | Self::Text(_)
            | Self::Messages(_)
            | Self::Untranslated(..)
            | Self::Redirect(_)
            | Self::Group(..)
            | Self::Search(..)
            | Self::SearchFile(..)
            | Self::Glossary(..)
            | Self::Legal(_)
            | Self::Accessibility(_)
            | Self::NotFound(_)
            | Self::SiteFeed(_)
            | Self::SectionFeed(_)
            | Self::GroupFeed(_)
            | Self::Sitemap
            | Self::Robots
            | Self::Sheet(_)
            | Self::SheetArchive(_)
            | Self::SheetList(_)
            | Self::SheetShelf(..)
            | Self::Editions(..)
            | Self::EditionAnswers(..)
            | Self::Coverage(..)
            | Self::CoverageData(_)
            | Self::Data(_)
            | Self::Headers(_)
            | Self::File(_)
            | Self::Image(_) => None,
        }
    }

    /// Whether it is an HTML page.
    pub fn is_page(&self) -> bool {
        match self.form() {
            OutputForm::Page | OutputForm::Substitute | OutputForm::Anywhere => true,
            OutputForm::File => false,
        }
    }

    /// Whether search engines should know it.
    pub fn is_in_site_map(&self) -> bool {
        match self.form() {
            OutputForm::Page => true,
            OutputForm::Substitute | OutputForm::Anywhere | OutputForm::File => false,
        }
    }

    /// Whether a host shows it at any address, so that nothing in it can be relative.
    pub fn is_shown_anywhere(&self) -> bool {
        match self.form() {
            OutputForm::Anywhere => true,
            OutputForm::Page | OutputForm::Substitute | OutputForm::File => false,
        }
    }

    /// The editor's page that it is.
    pub fn page(&self) -> Option<PageId> {
        match self.origin() {
            OutputOrigin::Page(id) => Some(id),
            OutputOrigin::File(_)
            | OutputOrigin::Sheet(_)
            | OutputOrigin::Sheets
            | OutputOrigin::Site => None,
        }
    }

    /// The editor's file, other than a page, that it is a copy of.
    pub fn source(&self) -> Option<&SourceFile> {
        match self.origin() {
            OutputOrigin::File(file) => Some(file),
            OutputOrigin::Page(_)
            | OutputOrigin::Sheet(_)
            | OutputOrigin::Sheets
            | OutputOrigin::Site => None,
        }
    }

    /// The sheet that it is.
    pub fn sheet(&self) -> Option<Sheet> {
        match self.origin() {
            OutputOrigin::Sheet(sheet) => Some(sheet),
            OutputOrigin::Page(_)
            | OutputOrigin::File(_)
            | OutputOrigin::Sheets
            | OutputOrigin::Site => None,
        }
    }

    /// Whether only the press can make it.
    pub fn is_printed(&self) -> bool {
        match self.origin() {
            OutputOrigin::Sheet(_) | OutputOrigin::Sheets => true,
            OutputOrigin::Page(_) | OutputOrigin::File(_) | OutputOrigin::Site => false,
        }
    }
}
