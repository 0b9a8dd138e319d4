//! What can be printed: the sheets of a page, and the page of all sheets for distributors.

use std::fmt::Write as _;

use serde::Serialize;
use tera::Context;

use super::Scene;
use super::frame::{Frame, Link};
use super::lists::{PartView, part_views};
use crate::outputs::settled;
use crate::outputs::words::Words;
use crate::site::{LIST_LENGTH, OutputPath, PageId, PageOrder, Sheet, Shelf};

/// A sheet as a link.
#[derive(Serialize)]
pub struct SheetView {
    title: String,
    path: String,
    /// `2 pages`, once it has been printed.
    pages: Option<String>,
    kilobytes: Option<u64>,
}

/// The sheets of one page.
#[derive(Serialize)]
struct PageSheets {
    title: String,
    path: String,
    sheets: Vec<SheetView>,
}

/// The sheets of a shelf.
#[derive(Serialize)]
struct ShelfView {
    title: String,
    /// The link to its archive, in words.
    all: String,
    archive: Option<String>,
    /// The size of the archive, once its sheets have been printed.
    kilobytes: Option<u64>,
    /// The binder of its section.
    sheets: Vec<SheetView>,
    pages: Vec<PageSheets>,
    /// The address of its own list, on a site with many sheets.
    path: Option<String>,
    parts: Vec<PartView>,
}

impl Scene<'_> {
    /// The sheets of a page, as links from the top.
    pub fn sheets(&self, id: PageId, words: &Words<'_>) -> Vec<SheetView> {
        let own = self.site.sheets_of(id);
        // The original links to the sheets that show it beside its translations.
        let translations = self.site.translations(&self.site.page(id).document.stem);
        let beside = translations
            .iter()
            .filter(|other| self.site.original_of(**other) == Some(id))
            .flat_map(|other| self.site.sheets_of(*other))
            .filter(|sheet| sheet.format.facts().is_bilingual);
        settled(self.printing, own.into_iter().chain(beside).collect())
            .into_iter()
            .filter_map(|sheet| self.sheet_view(sheet, words))
            .collect()
    }

    /// Whether a page has no sheet although some were requested: none could be printed.
    pub fn lacks_sheets(&self, id: PageId, sheets: &[SheetView]) -> bool {
        sheets.is_empty() && !self.site.sheets_of(id).is_empty()
    }

    fn sheet_view(&self, sheet: Sheet, words: &Words<'_>) -> Option<SheetView> {
        let facts = self.printing.and_then(|printing| printing.facts(sheet));
        let reading =
            sheet.order == PageOrder::Reading && sheet.format.facts().imposition.is_some();
        let theme = &self.site.theme;
        let mut title = theme.format_name(sheet.format, reading, self.language);
        if sheet.format.facts().is_bilingual {
            let original = self.site.config.default_language();
            let other = self.site.language_of_sheet(sheet);
            let _ = write!(title, " ({} – {})", original.endonym(), other.endonym());
        }
        Some(SheetView {
            title,
            path: self.site.sheet_path(sheet)?.encoded(),
            pages: facts.map(|facts| {
                let count = facts.pages.to_string();
                words.format("sheet-pages", &[("count", &count)])
            }),
            kilobytes: facts.map(|facts| facts.bytes.div_ceil(1000)),
        })
    }

    /// The page of all sheets: every page of every shelf if they are few, otherwise links to each shelf's own
    /// list.
    pub fn sheet_list(&self) -> (&'static str, Frame, Context) {
        let site = self.site;
        let words = self.voice.words;
        let few = site.sheet_pages(self.language) <= LIST_LENGTH;
        let shelves = site.shelves(self.language).into_iter();
        let shelves: Vec<ShelfView> = shelves
            .map(|shelf| ShelfView {
                pages: match few {
                    true => self.page_sheets(&site.pages_on(shelf), &words),
                    false => Vec::new(),
                },
                path: site.shelf_path(shelf, 0).map(|path| path.encoded()),
                ..self.shelf(shelf, &words)
            })
            .collect();
        let index = site.index_page("", self.language);
        let whole = index.map(|id| self.sheets(id, &words)).unwrap_or_default();
        let mut loose = site.pages_outside_sections(self.language);
        loose.retain(|id| site.shelf_of(*id).is_none());
        let mut context = list(&shelves, &whole, &self.page_sheets(&loose, &words));
        self.insert_editions(&mut context);
        let frame = self.named_frame("sheets-title", "address-sheets", &words);
        ("sheets.html", frame, context)
    }

    /// The sheets of one shelf of many: a part of the list.
    pub fn sheet_shelf(&self, shelf: Shelf, part: usize) -> (&'static str, Frame, Context) {
        let site = self.site;
        let words = self.voice.words;
        let pages = site.pages_on(shelf);
        let shown = pages.chunks(LIST_LENGTH).nth(part).unwrap_or_default();
        let path = |part| {
            let path = site.shelf_path(shelf, part);
            path.unwrap_or_else(|| self.path.clone())
        };
        let view = ShelfView {
            pages: self.page_sheets(shown, &words),
            parts: part_views(pages.len().div_ceil(LIST_LENGTH), part, path),
            ..self.shelf(shelf, &words)
        };
        let mut breadcrumbs = self.breadcrumbs_below_home();
        breadcrumbs.push(Link {
            title: words.text("sheets-title"),
            path: site.named_path(self.language, "address-sheets").encoded(),
        });
        let frame = Frame {
            title: words.format("sheet-section-title", &[("title", &view.title)]),
            breadcrumbs,
            ..Frame::default()
        };
        let mut context = list(&[view], &[], &[]);
        self.insert_editions(&mut context);
        ("sheets.html", frame, context)
    }

    /// The link to the page that says which editions are valid.
    fn insert_editions(&self, context: &mut Context) {
        let path = self.site.editions_path(self.language, 0);
        context.insert("editions", &path.encoded());
    }

    /// An archive stores the sheets uncompressed: its size is theirs.
    fn archive_kilobytes(&self, shelf: Shelf) -> Option<u64> {
        let printing = self.printing?;
        let sheets = settled(self.printing, self.site.sheets_of_shelf(shelf));
        let bytes = sheets
            .into_iter()
            .map(|sheet| Some(printing.facts(sheet)?.bytes));
        let bytes: Option<u64> = bytes.sum();
        Some(bytes?.div_ceil(1000))
    }

    /// What is said of a shelf without its pages.
    fn shelf(&self, shelf: Shelf, words: &Words<'_>) -> ShelfView {
        let site = self.site;
        let kilobytes = self.archive_kilobytes(shelf);
        let title = match shelf {
            Shelf::Topic(id) => {
                let topic = &site.groups[id as usize];
                words.said(&topic.title, topic.spoken)
            }
            Shelf::Section(id) => words.set(&site.sections[id as usize].title),
        };
        let binder = site.binder_on(shelf);
        ShelfView {
            all: words.format("sheet-archive", &[("title", &title)]),
            title,
            // If none of the sheets could be printed, there is no archive.
            archive: site
                .archive_path(shelf)
                .filter(|_| kilobytes != Some(0))
                .as_ref()
                .map(OutputPath::encoded),
            kilobytes,
            sheets: binder.map(|id| self.sheets(id, words)).unwrap_or_default(),
            pages: Vec::new(),
            path: None,
            parts: Vec::new(),
        }
    }

    fn page_sheets(&self, ids: &[PageId], words: &Words<'_>) -> Vec<PageSheets> {
        let pages = ids.iter().map(|id| PageSheets {
            title: words.title(self.site, *id),
            path: self.href(*id),
            sheets: self.sheets(*id, words),
        });
        pages.filter(|page| !page.sheets.is_empty()).collect()
    }
}

/// The template values of all lists of sheets: shelves, the binder of the site, and pages on no shelf.
fn list(shelves: &[ShelfView], sheets: &[SheetView], others: &[PageSheets]) -> Context {
    let mut context = Context::new();
    context.insert("shelves", shelves);
    context.insert("sheets", sheets);
    context.insert("others", others);
    context
}
