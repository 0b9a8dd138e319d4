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

pub use frame::SharedFrame;
pub use search::FromAToZ;

use super::weight::compressed_about;
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
    shared: &'r SharedFrame,
    language: Language,
    path: &'r OutputPath,
    /// `../` to the top, or the absolute address for a page that may be shown anywhere.
    root: String,
    /// If set, pages give the length of their sheets.
    printing: Option<&'r dyn Printing>,
    /// The voice of the page.
    voice: Voice<'r>,
}

/// The template of a page, its frame, and the template's values.
type Composed = Result<(&'static str, Frame, Context), Diagnostic>;

type Compose<'o> = Box<dyn Fn(&Scene<'_>) -> Composed + 'o>;

/// The HTML of an output; `None` for one that is not HTML.
pub(super) fn page(
    renderer: &Renderer<'_>,
    path: &OutputPath,
    output: &Output,
) -> Result<Option<Vec<u8>>, Diagnostic> {
    let site = renderer.site;
    let Some((language, compose)) = view(site, output) else {
        return Ok(None);
    };
    let shared = renderer
        .shared
        .get(&language)
        .or_else(|| renderer.shared.values().next());
    let Some(shared) = shared else {
        return Ok(Some(Vec::new()));
    };
    let root = match output.is_shown_anywhere() {
        true => absolute_root(site),
        false => path.to_root(),
    };
    let voice = Voice::of_page(site, language);
    let scene = Scene {
        renderer,
        site,
        shared,
        language,
        path,
        root,
        printing: renderer.printing,
        voice: match output.page() {
            Some(id) => voice.reading(&site.page(id).document),
            None => voice,
        },
    };
    let (template, frame, mut context) = compose(&scene)?;
    frame.fill(&scene, &mut context);
    let html = site.theme.render(template, &context)?;
    let html = foreign::markup(html, language);
    Ok(Some(weighed(html, scene.image_bytes(output))))
}

/// The language of an HTML output, and what composes it.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "a method of `Scene` is not general over its lifetime"
)]
fn view<'o>(site: &Site, output: &'o Output) -> Option<(Language, Compose<'o>)> {
    /// One that renders no other template beforehand, and so cannot fail.
    fn sure<'o>(
        compose: impl Fn(&Scene<'_>) -> (&'static str, Frame, Context) + 'o,
    ) -> Compose<'o> {
        Box::new(move |scene| Ok(compose(scene)))
    }
    let of_page = |id: &PageId| site.page(*id).document.language;
    let of_section = |id: &u32| site.sections[*id as usize].language;
    Some(match output {
        Output::Page(id) => (of_page(id), Box::new(|scene| scene.document_page(*id))),
        Output::Untranslated(id, language) => (*language, sure(|scene| scene.untranslated(*id))),
        Output::Redirect(id) => (of_page(id), sure(|scene| scene.moved(*id))),
        Output::Home(language) => (*language, Box::new(|scene| scene.home())),
        Output::Section(id, part) => (
            of_section(id),
            Box::new(|scene| scene.section(*id as usize, *part as usize)),
        ),
        Output::Group(id, part) => (
            site.groups[*id as usize].language,
            Box::new(|scene| scene.group(*id as usize, *part as usize)),
        ),
        Output::Search(language, part) => (*language, sure(|scene| scene.search(*part as usize))),
        Output::Glossary(language, part) => {
            (*language, sure(|scene| scene.glossary(*part as usize)))
        }
        Output::Legal(language) => (*language, Box::new(|scene| scene.legal(None))),
        Output::Accessibility(language) => (*language, sure(|scene| scene.accessibility())),
        Output::NotFound(language) => (*language, sure(|scene| scene.not_found())),
        Output::SheetList(language) => (*language, sure(|scene| scene.sheet_list())),
        Output::SheetShelf(shelf, part) => (
            site.language_of_shelf(*shelf),
            sure(|scene| scene.sheet_shelf(*shelf, *part as usize)),
        ),
        Output::Editions(language, part) => {
            (*language, sure(|scene| scene.editions(*part as usize)))
        }
        Output::EditionAnswers(language, letter) => {
            (*language, sure(|scene| scene.edition_answers(*letter)))
        }
        Output::Coverage(language, part) => (
            *language,
            sure(|scene| scene.coverage(Extract::Part(*part as usize))),
        ),
        Output::Text(_)
        | Output::Messages(_)
        | Output::SearchFile(..)
        | Output::SiteFeed(_)
        | Output::SectionFeed(_)
        | Output::GroupFeed(_)
        | Output::Sitemap
        | Output::Robots
        | Output::Sheet(_)
        | Output::SheetArchive(_)
        | Output::CoverageData(_)
        | Output::Data(_)
        | Output::Headers(_)
        | Output::File(_)
        | Output::Image(_) => return None,
    })
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

/// The path of `base_url`: `/` or `/sub/folder/`.
pub(super) fn absolute_root(site: &Site) -> String {
    let base = site.config.absolute("");
    let after_scheme = base.as_deref().and_then(|base| base.split_once("://"));
    let path = after_scheme.and_then(|(_, rest)| rest.find('/').map(|at| rest[at..].to_owned()));
    path.unwrap_or_else(|| "/".to_owned())
}

/// Writes over the template's placeholder what the page weighs when it is sent, in thousands of bytes.
fn weighed(mut html: Vec<u8>, images: u64) -> Vec<u8> {
    let mut buffer = [0; 4];
    let mark = WEIGHT.encode_utf8(&mut buffer).as_bytes();
    if let Some(at) = html.windows(mark.len()).rposition(|window| window == mark) {
        let bytes = compressed_about(&html) + images;
        let kilobytes = bytes.div_ceil(1000).to_string();
        html.splice(at..at + mark.len(), kilobytes.into_bytes());
    }
    html
}

impl Scene<'_> {
    fn image_bytes(&self, output: &Output) -> u64 {
        let images = self.renderer.images_of(output);
        images.iter().map(|image| image.bytes).sum()
    }

    /// The address of a page for templates, which prepend the way to the top.
    fn href(&self, id: PageId) -> String {
        self.site.page_path(id).encoded()
    }
}
