//! What can be printed: the sheets of a page, and the page of all sheets for distributors.

use std::fmt::Write as _;

use serde::Serialize;
use tera::Context;

use super::Scene;
use super::frame::{Frame, Link};
use super::lists::{PartView, part_views};
use crate::outputs::settled;
use crate::outputs::words::Words;
use crate::site::{LIST_LENGTH, OutputPath, PageId, PageOrder, Sheet};

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

/// The sheets of a section.
#[derive(Serialize)]
struct SectionSheets {
    title: String,
    archive: Option<String>,
    /// The size of the archive, once its sheets have been printed.
    kilobytes: Option<u64>,
    /// Its binder.
    sheets: Vec<SheetView>,
    pages: Vec<PageSheets>,
    /// The list of its pages, if there are too many for one list.
    more: Option<Link>,
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

    /// The page of all sheets: every page of every section if they are few, otherwise links to each section's
    /// own list.
    pub fn sheet_list(&self) -> (&'static str, Frame, Context) {
        let site = self.site;
        let words = self.voice.words;
        let few = site.sheet_pages(self.language) <= LIST_LENGTH;
        let sections = (0..site.sections.len())
            .filter(|section| site.sections[*section].language == self.language)
            .filter(|section| site.sheets_in_section(*section) > 0);
        let mut sections: Vec<usize> = sections.collect();
        sections.sort_by_key(|section| site.sections[*section].kind.rank());
        let sections: Vec<SectionSheets> = sections
            .into_iter()
            .map(|section| SectionSheets {
                pages: if few {
                    self.page_sheets(&site.sections[section].pages, &words)
                } else {
                    Vec::new()
                },
                more: site.section_sheets_path(section, 0).map(|path| Link {
                    title: words.text("sheet-list-more"),
                    path: path.encoded(),
                }),
                ..self.section_sheets_head(section, &words)
            })
            .collect();
        let index = site.index_page("", self.language);
        let whole = index.map(|id| self.sheets(id, &words)).unwrap_or_default();
        let loose = site.pages_outside_sections(self.language);
        let mut context = list(&sections, &whole, &self.page_sheets(&loose, &words));
        self.insert_editions(&mut context);
        let frame = self.named_frame("sheets-title", "address-sheets", &words);
        ("sheets.html", frame, context)
    }

    /// The sheets of a large section: one part of the list.
    pub fn section_sheets(&self, section: usize, part: usize) -> (&'static str, Frame, Context) {
        let site = self.site;
        let words = self.voice.words;
        let pages = &site.sections[section].pages;
        let shown = pages.chunks(LIST_LENGTH).nth(part).unwrap_or_default();
        let path = |part| {
            let path = site.section_sheets_path(section, part);
            path.unwrap_or_else(|| self.path.clone())
        };
        let view = SectionSheets {
            pages: self.page_sheets(shown, &words),
            parts: part_views(pages.len().div_ceil(LIST_LENGTH), part, path),
            ..self.section_sheets_head(section, &words)
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
    fn archive_kilobytes(&self, section: usize) -> Option<u64> {
        let printing = self.printing?;
        let sheets = settled(self.printing, self.site.sheets_of_section(section));
        let bytes = sheets
            .into_iter()
            .map(|sheet| Some(printing.facts(sheet)?.bytes));
        let bytes: Option<u64> = bytes.sum();
        Some(bytes?.div_ceil(1000))
    }

    fn section_sheets_head(&self, section: usize, words: &Words<'_>) -> SectionSheets {
        let site = self.site;
        let index = site.sections[section].index;
        let kilobytes = self.archive_kilobytes(section);
        let archive = site.archive_path(section);
        SectionSheets {
            title: words.set(&site.sections[section].title),
            // If none of the sheets could be printed, there is no archive.
            archive: archive
                .filter(|_| kilobytes != Some(0))
                .as_ref()
                .map(OutputPath::encoded),
            kilobytes,
            sheets: index.map(|id| self.sheets(id, words)).unwrap_or_default(),
            pages: Vec::new(),
            more: None,
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

/// The template values of all lists of sheets: sections, the binder of the site, and pages outside sections.
fn list(sections: &[SectionSheets], sheets: &[SheetView], others: &[PageSheets]) -> Context {
    let mut context = Context::new();
    context.insert("sections", sections);
    context.insert("sheets", sheets);
    context.insert("others", others);
    context
}
