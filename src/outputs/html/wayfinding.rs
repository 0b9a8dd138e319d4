//! Navigation pages: the glossary, and what is shown at an address that does not exist.

use serde::Serialize;
use tera::{Context, Value};

use super::Scene;
use super::frame::Frame;
use super::lists::part_views;
use crate::language::Language;
use crate::markdown::{self, slug};
use crate::outputs::words::Words;
use crate::site::{LIST_LENGTH, PageId};

#[derive(Serialize)]
struct TermView {
    id: String,
    term: String,
    name: Option<String>,
    definition: Option<Value>,
}

/// A page in a language in which it exists.
#[derive(Serialize)]
struct OfferView {
    lang: Language,
    dir: &'static str,
    name: String,
    title: String,
    path: String,
}

impl Scene<'_> {
    /// The meaning of abbreviations and words: a part of the list.
    pub fn glossary(&self, part: usize) -> (&'static str, Frame, Context) {
        let words = self.voice.words;
        let entries = self
            .site
            .glossary(self.language)
            .map(|glossary| &glossary.entries);
        let terms: Vec<TermView> = entries
            .into_iter()
            .flatten()
            .skip(part * LIST_LENGTH)
            .take(LIST_LENGTH)
            .map(|(term, entry)| TermView {
                id: slug(term),
                term: words.set(entry.shown(term)),
                name: words.set_option(entry.name.as_ref()),
                definition: entry
                    .definition
                    .as_ref()
                    .map(|text| Value::safe_string(&markdown::definition(text, self.language))),
            })
            .collect();
        let mut context = Context::new();
        context.insert("terms", &terms);
        let parts = entries.map_or(0, |entries| entries.len().div_ceil(LIST_LENGTH));
        let path = |part| self.site.glossary_path(self.language, part);
        context.insert("parts", &part_views(parts, part, path));
        let frame = self.named_frame("glossary-title", "address-glossary", &words);
        ("glossary.html", frame, context)
    }

    /// The page at a former address: browsers are redirected, and readers find a link.
    pub fn moved(&self, id: PageId) -> (&'static str, Frame, Context) {
        let words = self.voice.words;
        let target = self.site.page_path(id);
        let mut context = Context::new();
        context.insert("target", &self.path.relative(target));
        context.insert("canonical", &self.site.config.absolute(&target.encoded()));
        let frame = Frame {
            title: words.set(&self.site.page(id).document.common.title),
            ..Frame::default()
        };
        ("moved.html", frame, context)
    }

    /// The start page of a kit: the home page of each language, and the lists to print.
    pub fn kit(&self) -> (&'static str, Frame, Context) {
        let site = self.site;
        let homes: Vec<OfferView> = site
            .languages
            .iter()
            .map(|language| OfferView {
                lang: *language,
                dir: language.direction(),
                name: language.endonym().to_owned(),
                title: Words::new(site, *language).localized(&site.config.title),
                path: site.home(*language).encoded(),
            })
            .collect();
        let list = site.kit_path("address-kit-contents", "pdf");
        let lists: Vec<String> = site.prints.then_some(list).into_iter().collect();
        let mut context = Context::new();
        context.insert("homes", &homes);
        context.insert("lists", &lists);
        let frame = Frame {
            title: Words::new(site, self.language).localized(&site.config.title),
            unlisted: true,
            ..Frame::default()
        };
        ("kit.html", frame, context)
    }

    /// The page in place of a missing translation: it says so, and offers the languages in which the page
    /// exists.
    pub fn untranslated(&self, id: PageId) -> (&'static str, Frame, Context) {
        let site = self.site;
        let offer = |id: &PageId| {
            let document = &site.page(*id).document;
            let language = document.language;
            OfferView {
                lang: language,
                dir: language.direction(),
                name: language.endonym().to_owned(),
                // Within an element of its language: an untranslated title is marked.
                title: Words::of_page(site, language).title(site, *id),
                path: self.href(*id),
            }
        };
        let stem = &site.page(id).document.stem;
        let offered: Vec<OfferView> = site.translations(stem).iter().map(offer).collect();
        let original = site.page_of_stem(stem, site.config.default_language());
        let original = offer(&original.unwrap_or(id));
        let frame = Frame {
            title: original.title.clone(),
            breadcrumbs: self.breadcrumbs_below_home(),
            translations: self.page_translations(id),
            unlisted: true,
            ..Frame::default()
        };
        let mut context = Context::new();
        context.insert("offered", &offered);
        context.insert("original", &original);
        ("untranslated.html", frame, context)
    }

    /// The page for an address that does not exist.
    pub fn not_found(&self) -> (&'static str, Frame, Context) {
        let words = self.voice.words;
        let frame = Frame {
            title: words.text("not-found-title"),
            ..Frame::default()
        };
        ("404.html", frame, Context::new())
    }

    pub fn named_frame(&self, title: &str, address: &str, words: &Words<'_>) -> Frame {
        Frame {
            title: words.text(title),
            breadcrumbs: self.breadcrumbs_below_home(),
            translations: self.translations_of(|language| self.site.named_path(language, address)),
            ..Frame::default()
        }
    }
}
