//! What is printed: which sheets the pages and sections of a site have, and where they are published.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use rustc_hash::FxHashMap;

use super::freshness::is_expired;
use super::{Output, OutputPath, PageId, Shelf, Site, number};
use crate::document::Document;
use crate::language::Language;
use crate::markdown::slug;
use crate::model::{Kind, Placed, SheetFormat};

/// A printed form of a page, a section or the whole site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sheet {
    /// What it prints.
    pub subject: Subject,
    /// How.
    pub format: SheetFormat,
    /// For reading, or for the machine that prints it.
    pub order: PageOrder,
}

impl Sheet {
    /// The copy of it that is read.
    pub fn to_read(self) -> Self {
        Self {
            order: PageOrder::Reading,
            ..self
        }
    }
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

/// The order of a sheet's pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageOrder {
    /// As they are read.
    Reading,
    /// Two by two on A4, to be folded or cut.
    Printing,
}

/// The built-in formats of each kind of page.
static FORMATS: LazyLock<BTreeMap<Kind, Vec<SheetFormat>>> = LazyLock::new(|| {
    let mut formats: BTreeMap<Kind, Vec<SheetFormat>> = BTreeMap::new();
    for format in SheetFormat::BUILT_IN {
        for kind in format.facts().kinds {
            formats.entry(*kind).or_default().push(*format);
        }
    }
    formats
});

/// The formats that a folder's own page, `_index.md`, can ask for.
static SECTION_FORMATS: LazyLock<Vec<SheetFormat>> = LazyLock::new(|| {
    let formats = SheetFormat::BUILT_IN.iter().copied();
    formats
        .filter(|format| format.facts().kinds.is_empty())
        .collect()
});

impl Site {
    /// The formats that each kind of page can be printed in; the first is what is printed where nothing is configured.
    pub fn formats(&self, kind: Kind) -> Cow<'static, [SheetFormat]> {
        let built_in = FORMATS.get(&kind).map_or(&[][..], Vec::as_slice);
        match self.theme.formats.as_slice() {
            [] => Cow::Borrowed(built_in),
            own => Cow::Owned([built_in, own].concat()),
        }
    }

    /// The formats that a document can be printed in.
    pub fn possible_formats(&self, document: &Document) -> Cow<'static, [SheetFormat]> {
        match document.is_index {
            true => Cow::Borrowed(&SECTION_FORMATS),
            false => self.formats(document.kind()),
        }
    }
}

/// Facts about sheets, computed once.
#[derive(Debug, Default)]
pub(super) struct SheetPlan {
    /// What each kind of page is printed in, unless a page says otherwise.
    defaults: BTreeMap<Kind, Vec<SheetFormat>>,
    /// How many pages of each language have sheets.
    pages: BTreeMap<Language, usize>,
    /// How many sheets each shelf has.
    shelves: BTreeMap<Shelf, usize>,
    /// The ends of their files' names: `gros-caracteres`.
    names: BTreeMap<(Language, SheetFormat, PageOrder), String>,
    /// Every sheet at its path, found when one is first asked for: the preview of a page can do without.
    outputs: OnceLock<BTreeMap<OutputPath, Output>>,
}

impl SheetPlan {
    /// The plan of a site whose sections are known.
    pub fn of(site: &Site) -> Self {
        let mut plan = Self::default();
        if !site.prints {
            return plan;
        }
        plan.defaults = Kind::ALL
            .iter()
            .map(|kind| (*kind, default_formats(site, *kind)))
            .collect();
        for (id, page) in site.pages_with_id() {
            let formats = plan.formats(site, id);
            let sheets: usize = formats.iter().map(|format| orders(*format).len()).sum();
            if sheets > 0 {
                *plan.pages.entry(page.document.language).or_default() += 1;
                if let Some(shelf) = site.shelf_of(id) {
                    *plan.shelves.entry(shelf).or_default() += sheets;
                }
            }
        }
        for language in &site.languages {
            let strings = &site.theme.strings(*language).catalogue;
            for format in SheetFormat::BUILT_IN.iter().chain(&site.theme.formats) {
                for order in [PageOrder::Reading, PageOrder::Printing] {
                    let mut name = slug(&site.theme.format_file(*format, *language));
                    if format.facts().imposition.is_some() && order == PageOrder::Reading {
                        name.push('-');
                        name.push_str(&slug(&strings.text("sheet-file-reading")));
                    }
                    plan.names.insert((*language, *format, order), name);
                }
            }
        }
        plan
    }

    fn formats<'p>(&'p self, site: &Site, id: PageId) -> Cow<'p, [SheetFormat]> {
        plan_formats(&self.defaults, site, id)
    }
}

/// The formats that a page is printed in. A bilingual one needs two languages: the sheet is that of a translation, whether it or its
/// original asks for it.
fn plan_formats<'p>(
    defaults: &'p BTreeMap<Kind, Vec<SheetFormat>>,
    site: &Site,
    id: PageId,
) -> Cow<'p, [SheetFormat]> {
    let document = &site.page(id).document;
    let mut formats = own_formats(defaults, document, site);
    let is_bilingual = |format: &SheetFormat| format.facts().is_bilingual;
    match site.original_of(id) {
        None if formats.iter().any(is_bilingual) => {
            formats.to_mut().retain(|format| !is_bilingual(format));
        }
        Some(original) if !is_expired(document, site.day) => {
            let original = &site.page(original).document.common.sheets;
            for format in original.iter().flatten().map(|format| format.value) {
                if is_bilingual(&format) && !formats.contains(&format) {
                    formats.to_mut().push(format);
                }
            }
        }
        _ => {}
    }
    formats
}

/// The formats that a page asks for: its own, else those of the configuration for its kind, else the first that its
/// kind can have. What its kind cannot have is left out.
fn own_formats<'p>(
    defaults: &'p BTreeMap<Kind, Vec<SheetFormat>>,
    document: &Document,
    site: &Site,
) -> Cow<'p, [SheetFormat]> {
    // What holds no longer is not handed out.
    if is_expired(document, site.day) {
        return Cow::Borrowed(&[]);
    }
    match &document.common.sheets {
        Some(own) => Cow::Owned(sound(own, &site.possible_formats(document))),
        None if document.is_index => Cow::Borrowed(&[]),
        None => defaults
            .get(&document.kind())
            .map_or(Cow::Borrowed(&[]), |formats| Cow::Borrowed(formats)),
    }
}

fn default_formats(site: &Site, kind: Kind) -> Vec<SheetFormat> {
    match site.configured(kind) {
        Some(formats) => sound(formats, &site.formats(kind)),
        None => site.formats(kind).iter().take(1).copied().collect(),
    }
}

/// Of the formats that an editor names, each that is possible, once.
fn sound(written: &[Placed<SheetFormat>], possible: &[SheetFormat]) -> Vec<SheetFormat> {
    let mut formats = Vec::new();
    for format in written.iter().map(|format| format.value) {
        if possible.contains(&format) && !formats.contains(&format) {
            formats.push(format);
        }
    }
    formats
}

impl Site {
    /// What is asked of all sheets, found when it is first asked for.
    pub(super) fn sheet_plan(&self) -> &SheetPlan {
        self.sheet_plan.get_or_init(|| SheetPlan::of(self))
    }

    /// The formats that the configuration has for a kind of page, as they are written there.
    pub(super) fn configured(&self, kind: Kind) -> Option<&[Placed<SheetFormat>]> {
        let sheets = self.config.sheets.as_ref()?;
        let formats = match kind {
            Kind::Guide => &sheets.guide,
            Kind::Article => &sheets.article,
            Kind::Organization => &sheets.organization,
            Kind::Page | Kind::Legal => &sheets.page,
        };
        formats.as_deref()
    }

    /// The sheets that a page asks for, or a default for it, in the order in which they are named. One that does not fit may have
    /// a [stand-in](Self::stand_in).
    pub fn sheets_of(&self, id: PageId) -> Vec<Sheet> {
        if !self.prints {
            return Vec::new();
        }
        let document = &self.page(id).document;
        let formats = self.sheet_plan().formats(self, id);
        let subject = if document.is_index {
            self.subject_of_index(id)
        } else {
            Some(Subject::Page(id))
        };
        let Some(subject) = subject else {
            return Vec::new();
        };
        let copies = |format: &SheetFormat| {
            let format = *format;
            orders(format).iter().map(move |order| Sheet {
                subject,
                format,
                order: *order,
            })
        };
        formats.iter().flat_map(copies).collect()
    }

    /// Every sheet and every stand-in at its path, except where an editor's file has that path.
    pub(super) fn sheet_outputs(&self) -> &BTreeMap<OutputPath, Output> {
        self.sheet_plan().outputs.get_or_init(|| {
            self.sheets_and_stand_ins()
                .filter_map(|sheet| Some((self.sheet_path(sheet)?, Output::Sheet(sheet))))
                .filter(|(path, _)| !self.outputs.contains_key(path))
                .collect()
        })
    }

    /// Every two sheets that would be one file, with its path.
    pub fn sheets_at_one_path(&self) -> Vec<(OutputPath, Sheet, Sheet)> {
        let mut found = Vec::new();
        if !may_meet(&self.sheet_plan().names) {
            return found;
        }
        let mut taken: FxHashMap<OutputPath, Sheet> = FxHashMap::default();
        for sheet in self.sheets_and_stand_ins() {
            let Some(path) = self.sheet_path(sheet) else {
                continue;
            };
            match taken.get(&path) {
                Some(other) if *other != sheet => found.push((path, sheet, *other)),
                Some(_) => {}
                None => {
                    taken.insert(path, sheet);
                }
            }
        }
        found
    }

    /// What an `_index.md` has printed: its section, or the whole site.
    pub fn subject_of_index(&self, id: PageId) -> Option<Subject> {
        let document = &self.page(id).document;
        if document.folder().is_empty() {
            return Some(Subject::Site(document.language));
        }
        let at = self.section_at(document.folder(), document.language)?;
        let is_its = self.sections[at].index == Some(id);
        is_its.then(|| Subject::Section(number(at)))
    }

    /// Every sheet that is asked for.
    pub fn sheets(&self) -> impl Iterator<Item = Sheet> {
        self.pages_with_id().flat_map(|(id, _)| self.sheets_of(id))
    }

    fn sheets_and_stand_ins(&self) -> impl Iterator<Item = Sheet> {
        let pages = self.pages_with_id();
        let stand_ins = pages.flat_map(|(id, _)| self.stand_ins_of(id));
        self.sheets().chain(stand_ins)
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
            .sheet_plan()
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

    /// How many files of a language have sheets: pages, and the texts of sections that are bound.
    pub fn sheet_pages(&self, language: Language) -> usize {
        let pages = self.sheet_plan().pages.get(&language);
        pages.copied().unwrap_or_default()
    }

    /// How many sheets a shelf has.
    pub(super) fn sheets_on(&self, shelf: Shelf) -> usize {
        let shelves = &self.sheet_plan().shelves;
        shelves.get(&shelf).copied().unwrap_or_default()
    }

    /// The pages of a language that are in no section, such as `aide.md` at the top.
    pub fn pages_outside_sections(&self, language: Language) -> Vec<PageId> {
        self.pages_with_id()
            .filter(|(_, page)| {
                let document = &page.document;
                document.language == language && document.folder().is_empty() && !document.is_index
            })
            .map(|(id, _)| id)
            .collect()
    }

    /// The page of all sheets, `fiches.html`; `None` where there is none.
    pub fn sheet_list_path(&self, language: Language) -> Option<OutputPath> {
        (self.sheet_pages(language) > 0).then(|| self.named_path(language, "address-sheets"))
    }
}

/// Whether two of these ends of names can make one name: two that are the same, or `a4` and `poche-a4`, where `carte-poche` as the
/// one is `carte` as the other. No two of the built-in theme can.
fn may_meet(names: &BTreeMap<(Language, SheetFormat, PageOrder), String>) -> bool {
    let copies = names
        .iter()
        .filter(|((_, format, order), _)| orders(*format).contains(order));
    let copies: Vec<(Language, &str)> = copies
        .map(|((language, ..), name)| (*language, name.as_str()))
        .collect();
    let meet = |(at, (language, name)): (usize, &(Language, &str))| {
        let others = copies.iter().enumerate();
        let mut others = others.filter(|(other, (l, _))| *other != at && l == language);
        others.any(|(_, (_, other))| {
            let rest = name.strip_suffix(other);
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('-'))
        })
    };
    copies.iter().enumerate().any(meet)
}

/// The copies of a sheet: what is printed two on an A4 is read page by page.
fn orders(format: SheetFormat) -> &'static [PageOrder] {
    match format.facts().imposition {
        Some(_) => &[PageOrder::Printing, PageOrder::Reading],
        None => &[PageOrder::Reading],
    }
}
