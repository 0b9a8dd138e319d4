//! The text of a page: its Markdown as HTML, with links, images and cards resolved on the site.

use tera::Context;

use super::Scene;
use crate::images::Purpose;
use crate::markdown::{self, Abbreviations, Facts, Rendering, Resolve, ResolvedImage, Term};
use crate::outputs::body::html_of;
use crate::outputs::card::Card;
use crate::site::{LinkTarget, PageId};

/// A page with this many words folds its cases: about two screens of a telephone.
const FOLDED_FROM: usize = 400;

impl Scene<'_> {
    /// The HTML of a document's Markdown, as it appears on this page.
    pub fn body(&self, id: PageId) -> String {
        let document = &self.site.page(id).document;
        let none = Abbreviations::default();
        let glossary = self.site.glossary(document.language);
        let strings = &self.site.theme.strings(document.language).catalogue;
        let render = |text: &str, facts: &Facts, notes_above: usize| {
            let rendering = Rendering {
                facts,
                language: document.language,
                abbreviations: glossary.map_or(&none, |glossary| &glossary.abbreviations),
                spelled: self.voice.spelled(),
                listed: &none,
                folds: facts.words > FOLDED_FROM,
                strings,
                notes_above,
                resolve: &PageResolver { scene: self, id },
            };
            markdown::html(text, &rendering)
        };
        html_of(document, &strings.text("local-note"), render)
    }
}

struct PageResolver<'s> {
    scene: &'s Scene<'s>,
    id: PageId,
}

impl Resolve for PageResolver<'_> {
    fn link(&self, destination: &str) -> Option<String> {
        let site = self.scene.site;
        let path = self.scene.path;
        match site.link(self.id, destination).ok()? {
            LinkTarget::Elsewhere(address) => Some(address),
            // A link to the glossary already explains its words.
            LinkTarget::Term => None,
            LinkTarget::File(_, file) => Some(path.relative(&file)),
            LinkTarget::Generated(output) => Some(path.relative(&output)),
            LinkTarget::Page(id, anchor) => {
                let target = site.page_path(id);
                let address = if target == path && anchor.is_some() {
                    String::new()
                } else {
                    path.relative(target)
                };
                let anchor = anchor.map_or_else(String::new, |anchor| format!("#{anchor}"));
                Some(address + &anchor)
            }
        }
    }

    fn words(&self, destination: &str) -> Option<String> {
        self.scene.site.words_of_link(self.id, destination)
    }

    fn term(&self, key: &str) -> Option<Term<'_>> {
        self.scene.site.term(key, self.scene.language)
    }

    fn image(&self, destination: &str) -> Option<ResolvedImage> {
        let image = self.scene.site.image(self.id, destination)?;
        let (fallback, webp) = image.paths(Purpose::Page)?;
        Some(ResolvedImage {
            address: self.scene.path.relative(&fallback),
            webp: webp.map(|webp| self.scene.path.relative(&webp)),
            pixels: image.shown(self.scene.site),
        })
    }

    fn card(&self, organization: &str) -> Option<String> {
        let scene = self.scene;
        let words = scene.voice.words;
        let cards = Card::of_name(scene.site, organization, &words, scene.language);
        let mut context = Context::new();
        scene.shared.insert_into(&mut context);
        context.insert("root", &scene.root);
        context.insert("dir", scene.language.direction());
        context.insert("cards", &cards);
        // A mistake in the template is reported for a page of its own that uses it.
        context.insert("dir", scene.language.direction());
        let html = scene.site.theme.render("partials/cards.html", &context);
        String::from_utf8(html.ok()?).ok()
    }
}
