//! What is printed: which sheets the pages and sections of a site have, and where they are published.

use std::collections::BTreeMap;

use super::sections::part_path;
use super::{LIST_LENGTH, OutputPath, PageId, Section, Site, number};
use crate::document::Details;
use crate::language::Language;
use crate::markdown::slug;
use crate::model::{Kind, SheetFormat};

/// A printed form of a page, a section or the whole site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sheet {
    /// What it prints.
    pub subject: Subject,
    /// How.
    pub format: SheetFormat,
    /// For reading, or for the machine that prints it.
    pub order: Order,
}

/// What a sheet prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// A page.
    Page(PageId),
    /// A section: its position in [`Site::sections`].
    Section(u32),
    /// All pages of a language.
    Site(Language),
}

/// In which order the pages of a sheet stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// As they are read.
    Reading,
    /// Two by two on A4, to be folded or cut.
    Printing,
}

/// The formats that each kind of page can be printed in; the first is what is printed where nothing is configured.
pub fn formats(kind: Kind) -> &'static [SheetFormat] {
    use SheetFormat::{A4, Booklet, LargePrint, Leaflet, Poster, PosterA3, Tract};
    match kind {
        Kind::Guide => &[A4, LargePrint, Booklet, Leaflet, Poster, PosterA3, Tract],
        Kind::Article => &[A4, LargePrint, Booklet, Tract],
        Kind::Organization => &[A4, LargePrint, Poster, PosterA3],
        Kind::Page | Kind::Legal => &[A4, LargePrint, Booklet],
    }
}

/// The formats that a folder's own page, `_index.md`, can ask for.
pub const SECTION_FORMATS: &[SheetFormat] = &[SheetFormat::Binder];

/// What is asked of all sheets again and again, counted once when the site is assembled.
#[derive(Debug, Default)]
pub(super) struct SheetCounts {
    /// How many pages of each language have sheets.
    pages: BTreeMap<Language, usize>,
    /// How many sheets each section has, its binder among them.
    sections: Vec<usize>,
    /// The ends of their files' names: `gros-caracteres`.
    names: BTreeMap<(Language, SheetFormat, Order), String>,
}

impl Site {
    /// Counts the sheets of a site whose sections are known.
    pub(super) fn count_sheets(&self) -> SheetCounts {
        let mut counts = SheetCounts {
            sections: vec![0; self.sections.len()],
            ..SheetCounts::default()
        };
        if !self.prints {
            return counts;
        }
        for (id, page) in self.pages_with_id() {
            if !self.formats_of(id).is_empty() {
                *counts.pages.entry(page.document.language).or_default() += 1;
            }
        }
        for (count, section) in counts.sections.iter_mut().zip(0..) {
            *count = self.sheets_of_section(section).len();
        }
        for language in &self.languages {
            let strings = &self.theme.strings(*language).catalogue;
            for (_, format) in SheetFormat::NAMES {
                for order in [Order::Reading, Order::Printing] {
                    let mut name = slug(&strings.text(&format!("sheet-file-{}", format.name())));
                    if format.is_imposed() && order == Order::Reading {
                        name.push('-');
                        name.push_str(&slug(&strings.text("sheet-file-reading")));
                    }
                    counts.names.insert((*language, *format, order), name);
                }
            }
        }
        counts
    }

    /// The formats that a page is printed in: its own, else those of the configuration for its kind, else the first
    /// that its kind can have. What its kind cannot have is left out.
    pub fn formats_of(&self, id: PageId) -> Vec<SheetFormat> {
        let document = &self.page(id).document;
        let kind = document.kind();
        let possible = if document.is_index {
            SECTION_FORMATS
        } else {
            formats(kind)
        };
        let defaults = self.config.sheets.as_ref();
        let configured = defaults.and_then(|sheets| match document.details {
            Details::Guide(_) => sheets.guide.as_ref(),
            Details::Article(_) => sheets.article.as_ref(),
            Details::Organization(_) => sheets.organization.as_ref(),
            Details::Page | Details::Legal => sheets.page.as_ref(),
        });
        let mut formats: Vec<SheetFormat> = Vec::new();
        let wanted: Vec<SheetFormat> = match (&document.common.sheets, document.is_index) {
            (Some(own), _) => own.iter().map(|format| format.value).collect(),
            (None, true) => Vec::new(),
            (None, false) => configured.map_or_else(
                || possible.iter().take(1).copied().collect(),
                |list| list.iter().map(|format| format.value).collect(),
            ),
        };
        for format in wanted {
            if possible.contains(&format) && !formats.contains(&format) {
                formats.push(format);
            }
        }
        formats
    }

    /// The sheets of a page, in the order in which its editor named them.
    pub fn sheets_of(&self, id: PageId) -> Vec<Sheet> {
        if !self.prints {
            return Vec::new();
        }
        let document = &self.page(id).document;
        let formats = self.formats_of(id).into_iter();
        if !document.is_index {
            return formats
                .flat_map(|format| copies(Subject::Page(id), format))
                .collect();
        }
        let Some(subject) = self.subject_of_index(id) else {
            return Vec::new();
        };
        formats.flat_map(|format| copies(subject, format)).collect()
    }

    /// What an `_index.md` has printed: its section, or the whole site.
    pub fn subject_of_index(&self, id: PageId) -> Option<Subject> {
        let document = &self.page(id).document;
        if document.folder().is_empty() {
            return Some(Subject::Site(document.language));
        }
        let mut sections = self.sections.iter();
        let at = sections.position(|section| section.index == Some(id))?;
        Some(Subject::Section(number(at)))
    }

    /// Every sheet of the site.
    pub fn sheets(&self) -> impl Iterator<Item = Sheet> {
        self.pages_with_id().flat_map(|(id, _)| self.sheets_of(id))
    }

    /// The sheets of a section's pages, and its binder.
    pub fn sheets_of_section(&self, section: usize) -> Vec<Sheet> {
        let section = &self.sections[section];
        let pages = section.index.iter().chain(&section.pages);
        pages.flat_map(|id| self.sheets_of(*id)).collect()
    }

    /// Where a sheet is published: beside its page, `guides/carte-identite-a4.pdf`.
    pub fn sheet_path(&self, sheet: Sheet) -> Option<OutputPath> {
        let language = self.language_of_sheet(sheet);
        let folder_of = |path: &OutputPath| path.as_str().trim_end_matches("index.html").to_owned();
        let stem = match sheet.subject {
            Subject::Page(id) => {
                let path = self.page(id).path.as_str();
                format!("{}-", path.trim_end_matches(".html"))
            }
            Subject::Section(id) => folder_of(&self.sections[id as usize].part_path(0)),
            Subject::Site(language) => folder_of(&self.home(language)),
        };
        let name = self
            .sheet_counts
            .names
            .get(&(language, sheet.format, sheet.order))?;
        OutputPath::new(format!("{stem}{name}.pdf"))
    }

    /// The language that a sheet is printed in.
    pub fn language_of_sheet(&self, sheet: Sheet) -> Language {
        match sheet.subject {
            Subject::Page(id) => self.page(id).document.language,
            Subject::Section(id) => self.sections[id as usize].language,
            Subject::Site(language) => language,
        }
    }

    /// The archive of a section's sheets, `guides/fiches.zip`; `None` where it has fewer than two.
    pub fn archive_path(&self, section: usize) -> Option<OutputPath> {
        let is_worth_it = self.sheet_counts.sections[section] >= 2;
        is_worth_it.then(|| self.in_section(section, "zip"))?
    }

    /// How many pages of a language have sheets.
    pub fn sheet_pages(&self, language: Language) -> usize {
        let pages = self.sheet_counts.pages.get(&language);
        pages.copied().unwrap_or_default()
    }

    /// How many sheets a section has.
    pub fn sheets_in_section(&self, section: usize) -> usize {
        self.sheet_counts.sections[section]
    }

    /// The pages of a language that stand in no section, such as `aide.md` at the top.
    pub fn pages_outside_sections(&self, language: Language) -> Vec<PageId> {
        self.pages_with_id()
            .filter(|(_, page)| {
                let document = &page.document;
                document.language == language && document.folder().is_empty() && !document.is_index
            })
            .map(|(id, _)| id)
            .collect()
    }

    /// A part of the list of a section's sheets, `guides/fiches.html`; `None` where the page of all sheets lists them.
    pub fn section_sheets_path(&self, section: usize, part: usize) -> Option<OutputPath> {
        let Section { language, .. } = self.sections[section];
        if self.sheet_pages(language) <= LIST_LENGTH || self.sheets_in_section(section) == 0 {
            return None;
        }
        let first = self.in_section(section, "html");
        first.map(|first| part_path(&first, part))
    }

    /// The path of a section's sheets with this ending.
    fn in_section(&self, section: usize, ending: &str) -> Option<OutputPath> {
        let section = &self.sections[section];
        let path = section.part_path(0);
        let folder = path.as_str().trim_end_matches("index.html");
        let strings = &self.theme.strings(section.language).catalogue;
        let name = slug(&strings.text("address-sheets"));
        OutputPath::new(format!("{folder}{name}.{ending}"))
    }

    /// The page of all sheets, `fiches.html`; `None` where there is none.
    pub fn sheet_list_path(&self, language: Language) -> Option<OutputPath> {
        (self.sheet_pages(language) > 0).then(|| self.named_path(language, "address-sheets"))
    }
}

/// The copies of a sheet: what is printed two on an A4 is read page by page.
fn copies(subject: Subject, format: SheetFormat) -> Vec<Sheet> {
    let orders: &[Order] = if format.is_imposed() {
        &[Order::Printing, Order::Reading]
    } else {
        &[Order::Reading]
    };
    let sheet = |order: &Order| Sheet {
        subject,
        format,
        order: *order,
    };
    orders.iter().map(sheet).collect()
}
