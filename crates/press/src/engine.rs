//! Typst, with nothing in reach but the plates and the job: no network, no file system, no clock.

mod desk;

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use typst::foundations::{Bytes, Dict, Label, Smart, Str, Value};
use typst::introspection::{Introspector as _, MetadataElem};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::{LazyHash, PicoStr};
use typst::{Feature, Library, LibraryExt as _};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_svg::SvgOptions;

use guichet_wire::{Drawing, Job, PagePicture, Plates, Print, PrintFacts, Remark, TemplateMistake};

use crate::error::EngineError;
use crate::{pack, room};
use desk::{Desk, file_id};

/// How many prints there are between two evictions of Typst's cache. What it keeps of the templates serves every print; what
/// it keeps of a sheet's own text serves no other.
const PRINTS_BETWEEN_EVICTIONS: usize = 8;

/// The data of a job, in bytes, from which on it is printed with an empty cache: what the jobs before it left there must not decide
/// whether it fits into its memory.
const LARGE_JOB: usize = 100_000;

/// Typst with the plates of one theme.
pub struct Engine {
    library: LazyHash<Library>,
    /// The fonts that every job is printed with.
    fonts: Arc<FontSet>,
    /// Those fonts and some of the reserve, by the names of the latter: a site uses few scripts together.
    sets: Mutex<HashMap<Vec<String>, Arc<FontSet>>>,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
    prints: AtomicUsize,
}

/// Fonts, and what Typst finds them by.
struct FontSet {
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
}

impl FontSet {
    fn new(fonts: Vec<Font>) -> Self {
        Self {
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
        }
    }
}

/// What templates can call, with the cells that name a row of a table, which Typst still counts among its experiments.
fn library() -> Library {
    let features = [Feature::A11yExtras].into_iter().collect();
    Library::builder().with_features(features).build()
}

impl Engine {
    /// Reads the fonts and templates of a theme. Files that are not fonts are skipped.
    pub fn new(plates: &Plates) -> Self {
        let mut engine = Self {
            library: LazyHash::new(library()),
            fonts: Arc::new(FontSet::new(Vec::new())),
            sets: Mutex::default(),
            sources: HashMap::new(),
            files: HashMap::new(),
            prints: AtomicUsize::new(0),
        };
        let mut fonts = Vec::new();
        for (path, bytes) in plates.files() {
            let bytes = Bytes::new(bytes.to_vec());
            if path.starts_with("fonts/") {
                fonts.extend(Font::iter(bytes));
                continue;
            }
            let Some(id) = file_id(path) else { continue };
            if let (true, Ok(text)) = (path.ends_with(".typ"), std::str::from_utf8(&bytes)) {
                engine.sources.insert(id, Source::new(id, text.to_owned()));
            }
            engine.files.insert(id, bytes);
        }
        engine.fonts = Arc::new(FontSet::new(fonts));
        engine
    }

    /// The fonts that a job is printed with: those of the theme, and those that come with the job.
    fn fonts_for(&self, job: &Job) -> Arc<FontSet> {
        let own = || {
            job.files
                .iter()
                .filter(|(path, _)| path.starts_with("fonts/"))
        };
        let names: Vec<String> = own().map(|(path, _)| path.clone()).collect();
        if names.is_empty() {
            return Arc::clone(&self.fonts);
        }
        let mut sets = self.sets.lock().unwrap_or_else(PoisonError::into_inner);
        let set = sets.entry(names).or_insert_with(|| {
            let own = own().flat_map(|(_, bytes)| Font::iter(Bytes::new(bytes.to_vec())));
            let fonts = self.fonts.fonts.iter().cloned().chain(own);
            Arc::new(FontSet::new(fonts.collect()))
        });
        Arc::clone(set)
    }

    /// Sets a job in type, page by page.
    ///
    /// # Errors
    ///
    /// The mistakes of its template.
    pub fn lay_out(&self, job: &Job) -> Result<PagedDocument, EngineError> {
        Ok(self.set(&Desk::new(self, job))?.0)
    }

    /// Prints a job.
    ///
    /// # Errors
    ///
    /// The mistakes of its template, or what PDF/UA and PDF/A forbid.
    pub fn print(&self, job: &Job) -> Result<Print, EngineError> {
        self.with_fitting_cache(job, || self.print_once(job))
    }

    /// Draws a job for a screen: one page (from 1), or all of them. What PDF/UA and PDF/A forbid is no mistake here.
    ///
    /// # Errors
    ///
    /// The mistakes of its template.
    pub fn draw(&self, job: &Job, page: Option<u32>) -> Result<Drawing, EngineError> {
        self.with_fitting_cache(job, || self.draw_once(job, page))
    }

    /// The pages of a job as PNG pictures, at so many dots per inch.
    ///
    /// # Errors
    ///
    /// The mistakes of its template, or a page that is too large for a picture.
    pub fn pictures(&self, job: &Job, dots_per_inch: f64) -> Result<Vec<Vec<u8>>, EngineError> {
        let document = self.lay_out(job)?;
        let options = typst_render::RenderOptions {
            pixel_per_pt: (dots_per_inch / 72.0).into(),
            ..typst_render::RenderOptions::default()
        };
        let picture = |page| {
            let picture = typst_render::render(page, &options).encode_png();
            picture.map_err(|error| EngineError::placeless(error.to_string()))
        };
        document.pages().iter().map(picture).collect()
    }

    /// Does a job, and keeps Typst's cache to what the next one needs.
    fn with_fitting_cache<T>(&self, job: &Job, work: impl FnOnce() -> T) -> T {
        if job.data.len() >= LARGE_JOB {
            comemo::evict(0);
        }
        let done = work();
        // After failures too: a template that fails may have filled the memory.
        let count = self.prints.fetch_add(1, Ordering::Relaxed);
        if count.is_multiple_of(PRINTS_BETWEEN_EVICTIONS) {
            comemo::evict(1);
        }
        done
    }

    /// The pages of what is on a desk, and what Typst warns of.
    fn set(&self, desk: &Desk<'_>) -> Result<(PagedDocument, Vec<TemplateMistake>), EngineError> {
        let compiled = typst::compile::<PagedDocument>(desk);
        let document = compiled.output.map_err(|errors| desk.error(&errors))?;
        let mut warnings = Vec::new();
        for warning in compiled
            .warnings
            .iter()
            .map(|warning| desk.mistake(warning))
        {
            if !warnings.contains(&warning) {
                warnings.push(warning);
            }
        }
        Ok((document, warnings))
    }

    fn print_once(&self, job: &Job) -> Result<Print, EngineError> {
        let desk = Desk::new(self, job);
        let (document, warnings) = self.set(&desk)?;
        let standards: &[PdfStandard] = if job.archival {
            &[PdfStandard::Ua_1, PdfStandard::A_2a]
        } else {
            &[PdfStandard::V_1_7]
        };
        let options = PdfOptions {
            ident: Smart::Custom(job.ident.clone()),
            creator: Smart::Custom(Some("guichet".to_owned())),
            timestamp: None,
            page_ranges: None,
            standards: PdfStandards::new(standards).unwrap_or_default(),
            tagged: job.archival,
            pretty: false,
        };
        let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| desk.error(&errors))?;
        let pdf = pack::pack(&pdf).unwrap_or(pdf);
        let bytes = pdf.len() as u64;
        let facts = facts(&document, bytes, warnings);
        Ok(Print { pdf, facts })
    }

    fn draw_once(&self, job: &Job, page: Option<u32>) -> Result<Drawing, EngineError> {
        let (document, warnings) = self.set(&Desk::new(self, job))?;
        let numbered = (1..).zip(document.pages());
        let asked = numbered.filter(|(number, _)| page.is_none_or(|page| page == *number));
        let pictures = asked.map(|(page, content)| {
            let svg = typst_svg::svg(content, &SvgOptions::default());
            PagePicture {
                page,
                svg: svg.into_bytes().into(),
            }
        });
        Ok(Drawing {
            pictures: pictures.collect(),
            facts: facts(&document, 0, warnings),
        })
    }
}

fn facts(document: &PagedDocument, bytes: u64, warnings: Vec<TemplateMistake>) -> PrintFacts {
    PrintFacts {
        pages: u32::try_from(document.pages().len()).unwrap_or(u32::MAX),
        bytes,
        remarks: remarks(document),
        warnings,
    }
}

/// The template's remarks on its print, in order; then what is outside its room.
fn remarks(document: &PagedDocument) -> Vec<Remark> {
    let mut remarks = own_remarks(document);
    remarks.extend(room::remark(document));
    remarks
}

fn own_remarks(document: &PagedDocument) -> Vec<Remark> {
    let Some(label) = Label::new(PicoStr::intern("remark")) else {
        return Vec::new();
    };
    let found = document
        .introspector()
        .query(&typst::foundations::Selector::Label(label));
    let values = found.iter().filter_map(|element| {
        let metadata = element.to_packed::<MetadataElem>()?;
        match &metadata.value {
            Value::Dict(dict) => Some(remark(dict)),
            _ => None,
        }
    });
    let mut remarks: Vec<Remark> = Vec::new();
    for remark in values {
        if !remarks.contains(&remark) {
            remarks.push(remark);
        }
    }
    remarks
}

fn remark(dict: &Dict) -> Remark {
    let text = |value: &Value| match value {
        Value::Str(text) => text.to_string(),
        other => other.clone().display().plain_text().to_string(),
    };
    let name = dict.get("name").map(text).unwrap_or_default();
    let values = dict.iter().filter(|(key, _)| key.as_str() != "name");
    Remark {
        name,
        values: values
            .map(|(key, value): (&Str, &Value)| (key.to_string(), text(value)))
            .collect(),
    }
}
