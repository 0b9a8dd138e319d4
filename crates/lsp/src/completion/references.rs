//! Names of other things of a site, as suggestions: organizations, topics, pages, files, words.

use guichet::candidates::{self, CandidateName, NamingFile};
use guichet::model::record::Key;
use guichet::model::schema::{NamedThing, named_thing};
use tower_lsp_server::ls_types::CompletionItemKind;

use super::Suggestion;
use crate::query::Query;

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
    let Some(named) = named_thing(key) else {
        return Vec::new();
    };
    shown(
        query,
        candidates::candidates(query.site, from(query), named),
    )
}

fn from<'q>(query: &'q Query<'_>) -> NamingFile<'q> {
    NamingFile {
        path: query.path,
        language: query.language(),
    }
}

fn shown(query: &Query<'_>, all: Vec<CandidateName>) -> Vec<Suggestion> {
    let one = |candidate: CandidateName| Suggestion {
        kind: Some(match candidate.what {
            Some(NamedThing::Organization | NamedThing::Counter) => CompletionItemKind::MODULE,
            Some(NamedThing::OrganizationKind) => CompletionItemKind::CLASS,
            Some(NamedThing::Page | NamedThing::Image | NamedThing::File) => {
                CompletionItemKind::FILE
            }
            Some(NamedThing::Topic | NamedThing::Campaign | NamedThing::SiteLanguage) => {
                CompletionItemKind::VALUE
            }
            None => CompletionItemKind::TEXT,
        }),
        detail: match candidate.what {
            Some(NamedThing::OrganizationKind) => query.words.text("lsp-kind").into_owned(),
            _ => candidate.title,
        },
        label: candidate.name,
        help: candidate.help,
        text: None,
    };
    all.into_iter().map(one).collect()
}

/// The organizations as cards in a text.
pub(super) fn cards(query: &Query<'_>) -> Vec<Suggestion> {
    let offices = candidates::organizations(query.site, query.language());
    let offices = shown(query, offices).into_iter();
    offices
        .map(|office| Suggestion {
            label: format!("organization:{}", office.label),
            ..office
        })
        .collect()
}

/// The other pages, as links lead to them.
pub(super) fn pages(query: &Query<'_>) -> Vec<Suggestion> {
    shown(query, candidates::pages(query.site, from(query), true))
}

/// The images of the site, or its other files, by their paths.
pub(super) fn files(query: &Query<'_>, images: bool) -> Vec<Suggestion> {
    shown(query, candidates::files(query.site, from(query), images))
}

/// The words of the glossary, as links to them.
pub(super) fn terms(query: &Query<'_>) -> Vec<Suggestion> {
    let words = candidates::words(query.site, query.language());
    let words = shown(query, words).into_iter();
    words
        .map(|word| Suggestion {
            label: format!("glossary:{}", word.label),
            ..word
        })
        .collect()
}
