//! What a value or a link may name: the organizations, pages, files and words of a site, as they are written in a file.

use std::collections::BTreeSet;

use crate::document::Document;
use crate::files::{CONTENT, IMAGES};
use crate::language::Language;
use crate::model::config::Config;
use crate::model::schema::NamedThing;
use crate::model::{Kind, Organization};
use crate::site::{KNOWN_KINDS, OutputPath, Site, relative};

/// Something that a file may name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CandidateName {
    /// What is written.
    pub name: String,
    /// What it is called; empty for what has no other name.
    pub title: String,
    /// What it is, at length; may be empty.
    pub help: String,
    /// What kind of thing it is.
    pub what: Option<NamedThing>,
}

/// Who names: a file of the site, by its path (`content/guides/carte.md`, `guichet.yaml`), and the language of its text.
#[derive(Debug, Clone, Copy)]
pub struct NamingFile<'f> {
    /// Its path.
    pub path: &'f str,
    /// The language in which titles are preferred.
    pub language: Language,
}

/// Everything of a kind that a field of the file may name, in no more than its own order: by name, or those in the
/// file's language first.
pub fn candidates(site: &Site, from: NamingFile<'_>, what: NamedThing) -> Vec<CandidateName> {
    let config = &site.config;
    match what {
        NamedThing::Counter => {
            let mut all = organizations(site, from.language);
            all.extend(kinds(site));
            all
        }
        NamedThing::Organization => organizations(site, from.language),
        NamedThing::OrganizationKind => kinds(site),
        NamedThing::Topic | NamedThing::Campaign => listed(config, from.language, what),
        NamedThing::Page => pages(site, from, false),
        NamedThing::Image => files(site, from, true),
        NamedThing::File => files(site, from, false),
        NamedThing::SiteLanguage => languages(),
    }
}

fn listed(config: &Config, language: Language, what: NamedThing) -> Vec<CandidateName> {
    let all = match what {
        NamedThing::Topic => &config.topics,
        _ => &config.campaigns,
    };
    let all = all.iter();
    all.map(|(key, title)| CandidateName {
        name: key.clone(),
        title: title.get(language).to_owned(),
        what: Some(what),
        ..CandidateName::default()
    })
    .collect()
}

fn languages() -> Vec<CandidateName> {
    let known = [
        "fr", "en", "ar", "es", "pt", "it", "de", "ru", "uk", "tr", "zh",
    ];
    let known = known.into_iter().filter_map(Language::parse);
    known
        .map(|language| CandidateName {
            name: language.as_str().to_owned(),
            title: language.endonym().to_owned(),
            what: Some(NamedThing::SiteLanguage),
            ..CandidateName::default()
        })
        .collect()
}

/// The organizations of the site, each once: with its title in this language, if it has one.
pub fn organizations(site: &Site, language: Language) -> Vec<CandidateName> {
    let documents = site.pages.iter().map(|page| &page.document);
    let offices = documents.filter(|document| document.kind() == Kind::Organization);
    let mut offices: Vec<_> = offices.collect();
    let is_other = |document: &Document| document.language != language;
    offices.sort_by(|a, b| (&a.stem, is_other(a)).cmp(&(&b.stem, is_other(b))));
    offices.dedup_by(|later, first| later.stem == first.stem);
    let offices = offices.into_iter();
    offices
        .map(|document| CandidateName {
            name: document.id().to_owned(),
            title: document.common.title.clone(),
            help: document.summary().to_owned(),
            what: Some(NamedThing::Organization),
        })
        .collect()
}

/// The kinds of organization: those that guides name, and those of the site.
fn kinds(site: &Site) -> Vec<CandidateName> {
    let documents = site.pages.iter().map(|page| &page.document);
    let own = documents.filter_map(|document| document.organization());
    let mut kinds: BTreeSet<&str> = own.flat_map(Organization::kinds).collect();
    kinds.extend(KNOWN_KINDS);
    let kinds = kinds.into_iter();
    kinds
        .map(|kind| CandidateName {
            name: kind.to_owned(),
            what: Some(NamedThing::OrganizationKind),
            ..CandidateName::default()
        })
        .collect()
}

/// The other pages, by the paths to their files: those in the language of the file first. In a link, blanks and other
/// letters that end it are encoded.
pub fn pages(site: &Site, from: NamingFile<'_>, is_link: bool) -> Vec<CandidateName> {
    let Some(here) = own_path(from.path) else {
        return Vec::new();
    };
    let documents = site.pages.iter().map(|page| &page.document);
    let others = documents.filter(|document| document.file.path != from.path);
    let mut others: Vec<_> = others.collect();
    others.sort_by_key(|document| (document.language != from.language, document.kind().rank()));
    let others = others.into_iter();
    others
        .filter_map(|document| {
            let target = below_content(&document.file.path)?;
            let name = match is_link {
                true => here.relative(&OutputPath::new(target)?),
                false => relative(here.as_str(), target),
            };
            Some(CandidateName {
                name,
                title: document.common.title.clone(),
                help: document.summary().to_owned(),
                what: Some(NamedThing::Page),
            })
        })
        .collect()
}

/// The images of the site, or its other files, by their paths. The configuration names them from the content folder.
pub fn files(site: &Site, from: NamingFile<'_>, images: bool) -> Vec<CandidateName> {
    let here = own_path(from.path).or_else(|| OutputPath::new(crate::model::config::FILE));
    let Some(here) = here else {
        return Vec::new();
    };
    let is_image = |path: &str| {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        IMAGES
            .iter()
            .any(|known| known.eq_ignore_ascii_case(ending))
    };
    let keys = site.files.keys().filter(|key| is_image(key) == images);
    let what = match images {
        true => NamedThing::Image,
        false => NamedThing::File,
    };
    keys.filter_map(|key| {
        Some(CandidateName {
            name: here.relative(&OutputPath::new(key.as_str())?),
            what: Some(what),
            ..CandidateName::default()
        })
    })
    .collect()
}

/// The words of the glossary in a language.
pub fn words(site: &Site, language: Language) -> Vec<CandidateName> {
    let Some(glossary) = site.glossary(language) else {
        return Vec::new();
    };
    let entries = glossary.entries.iter();
    entries
        .map(|(key, entry)| CandidateName {
            name: key.clone(),
            title: entry.name.clone().unwrap_or_default(),
            help: entry.definition.clone().unwrap_or_default(),
            what: None,
        })
        .collect()
}

/// The place of a page's file below the content folder; `None` for another file.
fn own_path(path: &str) -> Option<OutputPath> {
    OutputPath::new(below_content(path)?)
}

fn below_content(path: &str) -> Option<&str> {
    path.strip_prefix(CONTENT)?.strip_prefix('/')
}
