//! Names of other things of a site: organizations, topics, pages, files, words.

use std::collections::BTreeSet;

use guichet::document::Document;
use guichet::files::IMAGES;
use guichet::language::Language;
use guichet::model::Organization;
use guichet::model::record::Key;
use guichet::site::{KNOWN_KINDS, OutputPath};
use tower_lsp_server::ls_types::CompletionItemKind;

use super::{Suggestion, is_organization, own_path};
use crate::query::Query;
use crate::workspace::content_path;

/// What a value names.
#[derive(Debug, Clone, Copy)]
enum NamedThing {
    /// An organization, or a kind of organization.
    Counter,
    /// An organization.
    Organization,
    /// A kind of organization.
    OrganizationKind,
    Topic,
    Campaign,
    Page,
    Image,
    File,
    SiteLanguage,
}

/// What the values of fields name, by the English names of their keys.
const NAMED: &[(&str, NamedThing)] = &[
    ("at", NamedThing::Counter),
    ("send_to", NamedThing::Counter),
    ("part_of", NamedThing::Organization),
    ("publisher", NamedThing::Organization),
    ("kind", NamedThing::OrganizationKind),
    ("acts_as", NamedThing::OrganizationKind),
    ("topic", NamedThing::Topic),
    ("campaign", NamedThing::Campaign),
    ("related", NamedThing::Page),
    ("src", NamedThing::Image),
    ("logo", NamedThing::Image),
    ("file", NamedThing::File),
    ("language", NamedThing::SiteLanguage),
    ("languages", NamedThing::SiteLanguage),
];

/// The values that a field may have, where those can be listed.
pub(super) fn values(query: &Query<'_>, key: &Key, french: bool) -> Vec<Suggestion> {
    if let Some(choices) = key.choices {
        let choices = choices(french).into_iter();
        return choices
            .map(|name| Suggestion {
                label: name.to_owned(),
                kind: Some(CompletionItemKind::ENUM_MEMBER),
                ..Suggestion::default()
            })
            .collect();
    }
    let Some((_, named)) = NAMED.iter().find(|(name, _)| *name == key.name) else {
        return Vec::new();
    };
    let config = &query.site.config;
    let language = query.language();
    match named {
        NamedThing::Counter => {
            let mut all = organizations(query);
            all.extend(kinds(query));
            all
        }
        NamedThing::Organization => organizations(query),
        NamedThing::OrganizationKind => kinds(query),
        NamedThing::Topic => listed(
            config
                .topics
                .iter()
                .map(|(key, title)| (key, title.get(language))),
        ),
        NamedThing::Campaign => listed(
            config
                .campaigns
                .iter()
                .map(|(key, title)| (key, title.get(language))),
        ),
        NamedThing::Page => pages(query, false),
        NamedThing::Image => files(query, true),
        NamedThing::File => files(query, false),
        NamedThing::SiteLanguage => languages(),
    }
}

fn listed<'l>(all: impl Iterator<Item = (&'l String, &'l str)>) -> Vec<Suggestion> {
    all.map(|(key, title)| Suggestion {
        label: key.clone(),
        detail: title.to_owned(),
        kind: Some(CompletionItemKind::VALUE),
        ..Suggestion::default()
    })
    .collect()
}

fn languages() -> Vec<Suggestion> {
    let known = [
        "fr", "en", "ar", "es", "pt", "it", "de", "ru", "uk", "tr", "zh",
    ];
    let known = known.into_iter().filter_map(Language::parse);
    known
        .map(|language| Suggestion {
            label: language.as_str().to_owned(),
            detail: language.endonym().to_owned(),
            kind: Some(CompletionItemKind::VALUE),
            ..Suggestion::default()
        })
        .collect()
}

/// The organizations of the site, each once: with its title in the language of the file, if it has one.
fn organizations(query: &Query<'_>) -> Vec<Suggestion> {
    let language = query.language();
    let documents = query.site.pages.iter().map(|page| &page.document);
    let offices = documents.filter(|document| is_organization(&document.details));
    let mut offices: Vec<_> = offices.collect();
    let is_other = |document: &Document| document.language != language;
    offices.sort_by(|a, b| (&a.stem, is_other(a)).cmp(&(&b.stem, is_other(b))));
    offices.dedup_by(|later, first| later.stem == first.stem);
    let offices = offices.into_iter();
    offices
        .map(|document| Suggestion {
            label: document.id().to_owned(),
            detail: document.common.title.clone(),
            help: document.summary().to_owned(),
            kind: Some(CompletionItemKind::MODULE),
            text: None,
        })
        .collect()
}

/// The organizations as cards in a text.
pub(super) fn cards(query: &Query<'_>) -> Vec<Suggestion> {
    let offices = organizations(query).into_iter();
    offices
        .map(|office| Suggestion {
            label: format!("organization:{}", office.label),
            ..office
        })
        .collect()
}

/// The kinds of organization: those that guides name, and those of the site.
fn kinds(query: &Query<'_>) -> Vec<Suggestion> {
    let documents = query.site.pages.iter().map(|page| &page.document);
    let own = documents.filter_map(|document| document.organization());
    let mut kinds: BTreeSet<&str> = own.flat_map(Organization::kinds).collect();
    kinds.extend(KNOWN_KINDS);
    let kinds = kinds.into_iter();
    kinds
        .map(|kind| Suggestion {
            label: kind.to_owned(),
            detail: query.words.text("lsp-kind").into_owned(),
            kind: Some(CompletionItemKind::CLASS),
            ..Suggestion::default()
        })
        .collect()
}

/// The other pages, by the paths to their files: those in the language of the file first. In a link, blanks and other
/// letters that end it are encoded.
pub(super) fn pages(query: &Query<'_>, is_link: bool) -> Vec<Suggestion> {
    let Some(here) = own_path(query) else {
        return Vec::new();
    };
    let language = query.language();
    let documents = query.site.pages.iter().map(|page| &page.document);
    let others = documents.filter(|document| document.file.path != query.path);
    let mut others: Vec<_> = others.collect();
    others.sort_by_key(|document| (document.language != language, document.kind().rank()));
    let others = others.into_iter();
    others
        .filter_map(|document| {
            let target = OutputPath::new(content_path(&document.file.path)?)?;
            Some(Suggestion {
                label: relative(&here, &target, is_link),
                detail: document.common.title.clone(),
                help: document.summary().to_owned(),
                kind: Some(CompletionItemKind::FILE),
                text: None,
            })
        })
        .collect()
}

fn relative(here: &OutputPath, target: &OutputPath, is_link: bool) -> String {
    match is_link {
        true => here.relative(target),
        false => guichet::site::relative(here.as_str(), target.as_str()),
    }
}

/// The images of the site, or its other files, by their paths.
pub(super) fn files(query: &Query<'_>, images: bool) -> Vec<Suggestion> {
    // The configuration names files from the content folder.
    let here = own_path(query).or_else(|| OutputPath::new("guichet.yaml"));
    let Some(here) = here else {
        return Vec::new();
    };
    let is_image = |path: &str| {
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        IMAGES
            .iter()
            .any(|known| known.eq_ignore_ascii_case(ending))
    };
    let keys = query.site.files.keys();
    let keys = keys.filter(|key| is_image(key) == images);
    keys.filter_map(|key| {
        Some(Suggestion {
            label: here.relative(&OutputPath::new(key.as_str())?),
            kind: Some(CompletionItemKind::FILE),
            ..Suggestion::default()
        })
    })
    .collect()
}

/// The words of the glossary, as links to them.
pub(super) fn terms(query: &Query<'_>) -> Vec<Suggestion> {
    let Some(glossary) = query.site.glossary(query.language()) else {
        return Vec::new();
    };
    let entries = glossary.entries.iter();
    entries
        .map(|(key, entry)| Suggestion {
            label: format!("glossary:{key}"),
            detail: entry.name.clone().unwrap_or_default(),
            help: entry.definition.clone().unwrap_or_default(),
            kind: Some(CompletionItemKind::TEXT),
            text: None,
        })
        .collect()
}
