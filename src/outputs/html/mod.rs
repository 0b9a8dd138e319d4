//! HTML pages: the values for each template, and the rendered bytes.

mod accessibility;
mod article;
mod coverage;
mod editions;
mod frame;
mod home;
mod lists;
mod neighbours;
mod pages;
mod search;
mod sheets;
mod text;
mod wayfinding;

use tera::Context;

pub use frame::Shared;
pub use search::FromAToZ;

use super::{Printing, Renderer};
use crate::diagnostics::Diagnostic;
use crate::foreign;
use crate::language::Language;
use crate::outputs::voice::Voice;
use crate::site::{Output, OutputPath, PageId, Site};
use coverage::Extract;
use frame::{Frame, WEIGHT};

/// What is needed to render one page.
pub(super) struct Scene<'r> {
    renderer: &'r Renderer<'r>,
    site: &'r Site,
    shared: &'r Shared,
    language: Language,
    path: &'r OutputPath,
    /// `../` to the top, or the absolute address for a page that may be shown anywhere.
    root: String,
    /// If set, pages give the length of their sheets.
    printing: Option<&'r dyn Printing>,
    /// The voice of the page.
    voice: Voice<'r>,
}

/// The HTML of a page.
pub(super) fn page(
    renderer: &Renderer<'_>,
    path: &OutputPath,
    output: &Output,
) -> Result<Vec<u8>, Diagnostic> {
    let site = renderer.site;
    let language = language(site, output);
    let shared = renderer
        .shared
        .get(&language)
        .or_else(|| renderer.shared.values().next());
    let Some(shared) = shared else {
        return Ok(Vec::new());
    };
    let root = match output {
        // A host shows this page at any address, so nothing in it can be relative.
        Output::NotFound(_) => absolute_root(site),
        _ => path.to_root(),
    };
    let scene = Scene {
        renderer,
        site,
        shared,
        language,
        path,
        root,
        printing: renderer.printing,
        voice: match output {
            Output::Page(id) => Voice::of_page(site, language).reading(&site.page(*id).document),
            _ => Voice::of_page(site, language),
        },
    };
    let (template, frame, mut context) = scene.compose(output)?;
    frame.fill(&scene, &mut context);
    let html = site.theme.render(template, &context)?;
    let html = foreign::markup(html, language);
    Ok(weighed(html, scene.image_bytes(output)))
}

/// The coverage report of a language as a single stand-alone page. Its links lead to the published site, or
/// to pages beside the file if the site's address is not configured.
///
/// # Errors
///
/// A mistake in the template.
pub fn coverage_alone(renderer: &Renderer<'_>, language: Language) -> Result<Vec<u8>, Diagnostic> {
    let site = renderer.site;
    let Some(shared) = renderer.shared.get(&language) else {
        return Ok(Vec::new());
    };
    let path = site.coverage_path(language, 0);
    let scene = Scene {
        renderer,
        site,
        shared,
        language,
        path: &path,
        root: site.config.absolute("").unwrap_or_default(),
        printing: None,
        voice: Voice::of_page(site, language),
    };
    let (template, frame, mut context) = scene.coverage(Extract::Whole);
    frame.fill(&scene, &mut context);
    let html = foreign::markup(site.theme.render(template, &context)?, language);
    Ok(weighed(html, 0))
}

/// The start page of a kit, which is beside the site's folder, not in it.
///
/// # Errors
///
/// A mistake of a template.
pub fn kit_page(
    renderer: &Renderer<'_>,
    language: Language,
    folder: &str,
) -> Result<Vec<u8>, Diagnostic> {
    let site = renderer.site;
    let Some(shared) = renderer.shared.get(&language) else {
        return Ok(Vec::new());
    };
    let path = site.home(language);
    let scene = Scene {
        renderer,
        site,
        shared,
        language,
        path: &path,
        root: format!("{folder}/"),
        printing: None,
        voice: Voice::of_page(site, language),
    };
    let (template, frame, mut context) = scene.kit();
    frame.fill(&scene, &mut context);
    let html = foreign::markup(site.theme.render(template, &context)?, language);
    Ok(weighed(html, 0))
}

fn language(site: &Site, output: &Output) -> Language {
    match output {
        Output::Page(id) | Output::Redirect(id) => site.page(*id).document.language,
        Output::Section(id, _) => site.sections[*id as usize].language,
        Output::Group(id, _) => site.groups[*id as usize].language,
        Output::Home(language)
        | Output::Search(language, _)
        | Output::Glossary(language)
        | Output::Legal(language)
        | Output::Accessibility(language)
        | Output::SheetList(language)
        | Output::Coverage(language, _)
        | Output::Editions(language, _)
        | Output::EditionAnswers(language, _)
        | Output::NotFound(language)
        | Output::Untranslated(_, language) => *language,
        Output::SectionSheets(id, _) => site.sections[*id as usize].language,
        _ => site.config.default_language(),
    }
}

/// The path of `base_url`: `/` or `/sub/folder/`.
pub(super) fn absolute_root(site: &Site) -> String {
    let base = site.config.absolute("");
    let after_scheme = base.as_deref().and_then(|base| base.split_once("://"));
    let path = after_scheme.and_then(|(_, rest)| rest.find('/').map(|at| rest[at..].to_owned()));
    path.unwrap_or_else(|| "/".to_owned())
}

/// Writes the page's own weight, in thousands of bytes, over the template's placeholder.
fn weighed(mut html: Vec<u8>, images: u64) -> Vec<u8> {
    let mut buffer = [0; 4];
    let mark = WEIGHT.encode_utf8(&mut buffer).as_bytes();
    if let Some(at) = html.windows(mark.len()).rposition(|window| window == mark) {
        let bytes = html.len() as u64 + images;
        let kilobytes = bytes.div_ceil(1000).to_string();
        html.splice(at..at + mark.len(), kilobytes.into_bytes());
    }
    html
}

impl Scene<'_> {
    /// The template of an output, its frame, and the template's values.
    fn compose(&self, output: &Output) -> Result<(&'static str, Frame, Context), Diagnostic> {
        match output {
            Output::Page(id) => self.document_page(*id),
            Output::Untranslated(id, _) => Ok(self.untranslated(*id)),
            Output::Redirect(id) => Ok(self.moved(*id)),
            Output::Home(_) => self.home(),
            Output::Section(id, part) => self.section(*id as usize, *part as usize),
            Output::Group(id, part) => self.group(*id as usize, *part as usize),
            Output::Search(_, part) => Ok(self.search(*part as usize)),
            Output::Glossary(_) => Ok(self.glossary()),
            Output::Legal(_) => self.legal(None),
            Output::Accessibility(_) => Ok(self.accessibility()),
            Output::SheetList(_) => Ok(self.sheet_list()),
            Output::SectionSheets(id, part) => {
                Ok(self.section_sheets(*id as usize, *part as usize))
            }
            Output::Coverage(_, part) => Ok(self.coverage(Extract::Part(*part as usize))),
            Output::Editions(_, part) => Ok(self.editions(*part as usize)),
            Output::EditionAnswers(_, letter) => Ok(self.edition_answers(*letter)),
            _ => Ok(self.not_found()),
        }
    }

    fn image_bytes(&self, output: &Output) -> u64 {
        let images = self.renderer.images_of(output);
        images.iter().map(|image| image.bytes).sum()
    }

    /// The address of a page for templates, which prepend the way to the top.
    fn href(&self, id: PageId) -> String {
        self.site.page_path(id).encoded()
    }
}
