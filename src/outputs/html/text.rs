//! The text of a page: its Markdown as HTML, with links, images and cards resolved on the site.

use tera::{Context, Value};

use super::Scene;
use super::card::Card;
use crate::markdown::{self, Abbreviations, Rendering, Resolve, ResolvedImage};
use crate::outputs::words::{Words, capitalised};
use crate::site::{PageId, Target};

impl Scene<'_> {
    /// The HTML of a document's Markdown, as it stands on this page.
    pub fn body(&self, id: PageId) -> String {
        let document = &self.site.page(id).document;
        if document.text().trim().is_empty() {
            return String::new();
        }
        let none = Abbreviations::default();
        let glossary = self.site.glossary(document.language);
        let rendering = Rendering {
            facts: &document.facts,
            french: document.language.is_french(),
            abbreviations: glossary.map_or(&none, |glossary| &glossary.abbreviations),
            spelled: &self.spelled,
            strings: &self.site.theme.strings(document.language).catalogue,
            resolve: &Resolver { scene: self, id },
        };
        markdown::html(document.text(), &rendering)
    }
}

impl Scene<'_> {
    /// A text of the front matter, typeset, the abbreviations that are new on the page spelled out.
    pub fn explain(&self, text: &str) -> Value {
        let words = Words::new(self.site, self.language);
        let glossary = self.site.glossary(self.language);
        match glossary {
            Some(glossary) => Value::safe_string(&markdown::explain(
                &words.set(text),
                &glossary.abbreviations,
                &self.spelled,
            )),
            None => Value::from_serializable(&words.set(text)),
        }
    }

    /// The same, for a value that may be absent.
    pub fn explain_option(&self, text: Option<&String>) -> Option<Value> {
        text.map(|text| self.explain(text))
    }

    /// The same, beginning with a capital.
    pub fn explain_sentence(&self, text: Option<&String>) -> Option<Value> {
        text.map(|text| self.explain(&capitalised(text.clone())))
    }
}

struct Resolver<'s> {
    scene: &'s Scene<'s>,
    id: PageId,
}

impl Resolve for Resolver<'_> {
    fn link(&self, destination: &str) -> Option<String> {
        let site = self.scene.site;
        let path = self.scene.path;
        match site.link(self.id, destination).ok()? {
            Target::Elsewhere(address) => Some(address),
            Target::File(_, file) => Some(path.relative(&file)),
            Target::Generated(output) => Some(path.relative(&output)),
            Target::Page(id, anchor) => {
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

    fn image(&self, destination: &str) -> Option<ResolvedImage> {
        let (file, path) = self.scene.site.image(self.id, destination)?;
        Some(ResolvedImage {
            address: self.scene.path.relative(&path),
            pixels: file.pixels,
        })
    }

    fn card(&self, organization: &str) -> Option<String> {
        let scene = self.scene;
        let words = Words::new(scene.site, scene.language);
        let cards = Card::of_name(scene.site, organization, &words, scene.language);
        let mut context = Context::new();
        scene.shared.insert_into(&mut context);
        context.insert("root", &scene.root);
        context.insert("cards", &cards);
        // A mistake in the template is reported where a page of its own uses it.
        let html = scene.site.theme.render("partials/cards.html", &context);
        String::from_utf8(html.ok()?).ok()
    }
}
