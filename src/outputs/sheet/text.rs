//! The text of a page as a tree for templates, with the files that it uses.

use std::cell::RefCell;

use crate::diagnostics::Diagnostic;
use crate::images::{ImageOrder, Purpose, Studio, nothing};
use crate::markdown::{
    self, Abbreviations, Facts, Rendering, Resolve, ResolvedImage, Term, Tree, escape,
};
use crate::outputs::body::html_of;
use crate::outputs::card::Card;
use crate::outputs::voice::Voice;
use crate::press;
use crate::site::{ImageUse, LinkTarget, PageId, Site};

/// The images of a sheet, each under its own name for the template.
#[derive(Default)]
pub struct SheetImages(RefCell<Vec<(String, Picture)>>);

enum Picture {
    OfTheSite(ImageOrder, String),
    Drawn(Vec<u8>),
}

impl SheetImages {
    /// The template's name for an image of the site.
    pub fn name(&self, site: &Site, image: &ImageUse) -> String {
        self.of_the_site(image.printed(site), image)
    }

    fn of_the_site(&self, order: ImageOrder, image: &ImageUse) -> String {
        let mut files = self.0.borrow_mut();
        let is_same = |other: &(String, Picture)| match &other.1 {
            Picture::OfTheSite(other, _) => *other == order,
            Picture::Drawn(_) => false,
        };
        if let Some((name, _)) = files.iter().find(|other| is_same(other)) {
            return name.clone();
        }
        let name = next_name(&files, order.recipe.ending());
        let picture = Picture::OfTheSite(order, image.file.shown.clone());
        files.push((name.clone(), picture));
        name
    }

    /// The template's name for the site's logo, if it has one: as small as on its pages.
    pub fn logo(&self, site: &Site) -> Option<String> {
        let logo = site.logo()?;
        let order = logo.order(site, Purpose::Logo)?;
        Some(self.of_the_site(order, &logo))
    }

    /// Adds a picture drawn by guichet, and returns its name.
    pub fn add(&self, end: &str, bytes: Vec<u8>) -> String {
        let mut files = self.0.borrow_mut();
        let name = next_name(&files, end);
        files.push((name.clone(), Picture::Drawn(bytes)));
        name
    }

    /// The content of every file by name, and what is wrong with those that cannot be made: the sheet is
    /// printed without them.
    pub fn read(self, studio: &Studio) -> (press::Files, Vec<Diagnostic>) {
        let mut found = Vec::new();
        let mut read = |picture| match picture {
            Picture::Drawn(bytes) => bytes.into(),
            Picture::OfTheSite(order, shown) => match studio.make(&order) {
                Ok(made) => made.fallback,
                Err(damage) => {
                    found.push(damage.diagnostic(&shown));
                    nothing(&order.recipe).into()
                }
            },
        };
        let files = self.0.into_inner().into_iter();
        let files = files.map(|(name, picture)| (name, read(picture)));
        (files.collect(), found)
    }
}

/// Few names, reused by every sheet: the engine never forgets a name.
fn next_name(files: &[(String, Picture)], end: &str) -> String {
    format!("files/{}.{end}", files.len())
}

/// The tree of a page's text.
pub fn tree(voice: &Voice<'_>, id: PageId, files: &SheetImages) -> Tree {
    let document = &voice.site.page(id).document;
    let none = Abbreviations::default();
    let glossary = voice.site.glossary(voice.language);
    let strings = &voice.site.theme.strings(document.language).catalogue;
    let render = |text: &str, facts: &Facts, notes_above: usize| {
        let rendering = Rendering {
            facts,
            language: document.language,
            abbreviations: &none,
            spelled: voice.spelled(),
            listed: glossary.map_or(&none, |glossary| &glossary.abbreviations),
            folds: false,
            strings,
            notes_above,
            resolve: &SheetResolver { voice, id, files },
        };
        markdown::html(text, &rendering)
    };
    markdown::tree(&html_of(document, &strings.text("local-note"), render))
}

/// Resolves links to absolute addresses, as a reader would have to type them, and images to the files of the
/// sheet.
struct SheetResolver<'s> {
    voice: &'s Voice<'s>,
    id: PageId,
    files: &'s SheetImages,
}

impl Resolve for SheetResolver<'_> {
    fn link(&self, destination: &str) -> Option<String> {
        let site = self.voice.site;
        let path = match site.link(self.id, destination).ok()? {
            LinkTarget::Elsewhere(address) => return Some(address),
            LinkTarget::Term => return None,
            // A link to the page that this sheet is about.
            LinkTarget::Page(id, _) if id == self.id => return Some("#".to_owned()),
            LinkTarget::Page(id, _) => site.page_path(id).clone(),
            LinkTarget::File(_, path) | LinkTarget::Generated(path) => path,
        };
        let path = path.encoded();
        Some(site.config.absolute(&path).unwrap_or(path))
    }

    fn words(&self, destination: &str) -> Option<String> {
        self.voice.site.words_of_link(self.id, destination)
    }

    fn term(&self, key: &str) -> Option<Term<'_>> {
        self.voice.site.term(key, self.voice.language)
    }

    fn image(&self, destination: &str) -> Option<ResolvedImage> {
        let site = self.voice.site;
        let image = site.image(self.id, destination)?;
        Some(ResolvedImage {
            address: self.files.name(site, &image),
            webp: None,
            pixels: None,
        })
    }

    fn card(&self, organization: &str) -> Option<String> {
        let voice = self.voice;
        let cards = Card::of_name(voice.site, organization, &voice.words, voice.language);
        Some(cards.iter().map(|card| card_html(card, voice)).collect())
    }
}

fn card_html(card: &Card, voice: &Voice<'_>) -> String {
    let phones = card.phones.iter().map(|phone| {
        format!(
            "{} <b>{}</b>",
            voice.words.text("phone"),
            escape(&phone.printed)
        )
    });
    let separator = voice.words.text("separator");
    let labelled = |key: &str, values: &[String]| {
        let all = values.join(&separator);
        (!all.is_empty()).then(|| format!("{} {}", voice.words.text(key), escape(&all)))
    };
    let name = format!("<b>{}</b>", escape(&card.name));
    let lines: Vec<String> = std::iter::once(name)
        .chain(labelled("hours", &card.hours))
        .chain(card.hours_note.iter().map(|note| escape(note).into_owned()))
        .chain(phones)
        .chain(card.address.iter().map(|line| escape(line).into_owned()))
        .chain(labelled("postal-address", &card.postal_address))
        .chain(labelled("access", &card.access))
        .collect();
    format!("<div class=\"card\"><p>{}</p></div>", lines.join("<br>"))
}
