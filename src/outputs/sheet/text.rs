//! The text of a page as a tree for templates, with the files that it shows.

use std::cell::RefCell;
use std::sync::Arc;

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::markdown::{
    self, Abbreviations, Facts, Rendering, Resolve, ResolvedImage, Term, Tree, escape,
};
use crate::outputs::body::html_of;
use crate::outputs::card::Card;
use crate::outputs::voice::Voice;
use crate::press;
use crate::site::{PageId, Target};
use crate::source::SourceFile;

/// The images of a sheet, each under a name of its own for the template.
#[derive(Default)]
pub struct Files(RefCell<Vec<(String, Picture)>>);

enum Picture {
    OfTheSite(Arc<SourceFile>),
    Drawn(Vec<u8>),
}

/// The kinds of image that Typst reads, by the end of the file's name.
const PRINTABLE: &[&str] = &["png", "jpg", "jpeg", "gif", "webp", "svg"];

impl Files {
    /// The name under which the template finds a file; `None` for a kind of image that cannot be printed.
    pub fn name(&self, file: &Arc<SourceFile>) -> Option<String> {
        let end = file.shown.rsplit('.').next()?.to_ascii_lowercase();
        if !PRINTABLE.contains(&end.as_str()) {
            return None;
        }
        let mut files = self.0.borrow_mut();
        let is_same = |other: &(String, Picture)| match &other.1 {
            Picture::OfTheSite(other) => other.shown == file.shown,
            Picture::Drawn(_) => false,
        };
        if let Some((name, _)) = files.iter().find(|other| is_same(other)) {
            return Some(name.clone());
        }
        let name = next_name(&files, &end);
        files.push((name.clone(), Picture::OfTheSite(Arc::clone(file))));
        Some(name)
    }

    /// Adds a picture that guichet has drawn; gives its name.
    pub fn add(&self, end: &str, bytes: Vec<u8>) -> String {
        let mut files = self.0.borrow_mut();
        let name = next_name(&files, end);
        files.push((name.clone(), Picture::Drawn(bytes)));
        name
    }

    /// The content of every file by its name, and those that cannot be read.
    pub fn read(self) -> (press::Files, Vec<Diagnostic>) {
        let mut read = Vec::new();
        let mut unreadable = Vec::new();
        for (name, picture) in self.0.into_inner() {
            let file = match picture {
                Picture::Drawn(bytes) => {
                    read.push((name, bytes.into()));
                    continue;
                }
                Picture::OfTheSite(file) => file,
            };
            match std::fs::read(&file.location) {
                Ok(bytes) => read.push((name, bytes.into())),
                Err(error) => {
                    let location = Location::File(file.shown.clone());
                    let diagnostic = Diagnostic::new(Code::Unreadable, location);
                    unreadable.push(diagnostic.with("reason", error.to_string()));
                }
            }
        }
        (read, unreadable)
    }
}

/// Few names, used again by every sheet: the engine keeps each name that it ever heard.
fn next_name(files: &[(String, Picture)], end: &str) -> String {
    format!("files/{}.{end}", files.len())
}

/// The tree of a page's text.
pub fn tree(voice: &Voice<'_>, id: PageId, files: &Files) -> Tree {
    let document = &voice.site.page(id).document;
    let none = Abbreviations::default();
    let glossary = voice.site.glossary(voice.language);
    let strings = &voice.site.theme.strings(document.language).catalogue;
    let render = |text: &str, facts: &Facts, notes_above: usize| {
        let rendering = Rendering {
            facts,
            french: document.language.is_french(),
            abbreviations: &none,
            spelled: voice.spelled(),
            listed: glossary.map_or(&none, |glossary| &glossary.abbreviations),
            folds: false,
            strings,
            notes_above,
            resolve: &Resolver { voice, id, files },
        };
        markdown::html(text, &rendering)
    };
    markdown::tree(&html_of(document, &strings.text("local-note"), render))
}

/// Links lead to whole addresses, as a reader would have to type them; images to the files of the sheet.
struct Resolver<'s> {
    voice: &'s Voice<'s>,
    id: PageId,
    files: &'s Files,
}

impl Resolve for Resolver<'_> {
    fn link(&self, destination: &str) -> Option<String> {
        let site = self.voice.site;
        let path = match site.link(self.id, destination).ok()? {
            Target::Elsewhere(address) => return Some(address),
            Target::Term => return None,
            // The same sheet.
            Target::Page(id, _) if id == self.id => return Some("#".to_owned()),
            Target::Page(id, _) => site.page_path(id).clone(),
            Target::File(_, path) | Target::Generated(path) => path,
        };
        let path = path.encoded();
        Some(site.config.absolute(&path).unwrap_or(path))
    }

    fn term(&self, key: &str) -> Option<Term<'_>> {
        self.voice.site.term(key, self.voice.language)
    }

    fn image(&self, destination: &str) -> Option<ResolvedImage> {
        let (file, _) = self.voice.site.image(self.id, destination)?;
        Some(ResolvedImage {
            address: self.files.name(file)?,
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
        .chain(labelled("access", &card.access))
        .collect();
    format!("<div class=\"card\"><p>{}</p></div>", lines.join("<br>"))
}
