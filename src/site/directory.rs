//! The directory: organizations by their id and by their kind.

use std::collections::BTreeMap;

use super::{Page, PageId, Site, page_id};
use crate::language::Language;
use crate::markdown::slug;

/// Kinds of local office that the official guide refers to (its *PivotLocal* types) and that unions add. A guide may
/// name one where the directory has no such organization yet: the card then says only what to look for.
pub const KNOWN_KINDS: &[&str] = &[
    "mairie",
    "prefecture",
    "caf",
    "cpam",
    "carsat",
    "msa",
    "mdph",
    "ccas",
    "france-services",
    "france-travail",
    "tribunal",
    "conseil-departemental",
    "maison-de-justice",
    "banque-de-france",
    "bureau-de-poste",
    "commissariat",
    "gendarmerie",
    "impots",
    "syndicat",
    "association",
];

/// Organizations by id and by kind; each list holds all languages.
#[derive(Debug, Default)]
pub struct Directory {
    by_id: BTreeMap<String, Vec<PageId>>,
    by_kind: BTreeMap<String, Vec<PageId>>,
    /// By the slug of their title, which is how people call them.
    by_title: BTreeMap<String, Vec<PageId>>,
}

/// What a name in `at:` stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counter {
    /// These organizations of the directory.
    Organizations(Vec<PageId>),
    /// A kind of organization that has none here.
    Kind(String),
    /// Nothing that is known.
    Unknown,
}

impl Directory {
    pub(super) fn gather(pages: &[Page]) -> Self {
        let mut directory = Self::default();
        for (index, page) in pages.iter().enumerate() {
            let Some(organization) = page.document.organization() else {
                continue;
            };
            let id = page_id(index);
            let name = page.document.id().to_owned();
            directory.by_id.entry(name).or_default().push(id);
            let title = slug(&page.document.common.title);
            directory.by_title.entry(title).or_default().push(id);
            if let Some(kind) = &organization.kind {
                directory.by_kind.entry(slug(kind)).or_default().push(id);
            }
        }
        directory
    }

    /// Every name that `at:` may hold.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let ids = self.by_id.keys().chain(self.by_kind.keys());
        ids.map(String::as_str).chain(KNOWN_KINDS.iter().copied())
    }

    /// Whether there is no organization at all.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }
}

impl Site {
    /// What `name` stands for on a page of this language: an organization by its id or its title, all organizations of a
    /// kind, or a kind.
    pub fn counter(&self, name: &str, language: Language) -> Counter {
        if let Some(ids) = self.directory.by_id.get(name) {
            return Counter::Organizations(self.in_language(ids, language));
        }
        let kind = slug(name);
        let directory = &self.directory;
        let named = directory.by_kind.get(&kind);
        let named = named.or_else(|| directory.by_title.get(&kind));
        if let Some(ids) = named.or_else(|| directory.by_id.get(&kind)) {
            return Counter::Organizations(self.in_language(ids, language));
        }
        if KNOWN_KINDS.contains(&kind.as_str()) {
            return Counter::Kind(kind);
        }
        Counter::Unknown
    }

    /// The guides of a language whose routes lead to the organization of a page.
    pub fn services_at(&self, id: PageId, language: Language) -> Vec<PageId> {
        let stem = &self.page(id).document.stem;
        let leads_here = |name: &str| match self.counter(name, language) {
            Counter::Organizations(ids) => ids
                .iter()
                .any(|other| self.page(*other).document.stem == *stem),
            _ => false,
        };
        self.pages_with_id()
            .filter(|(_, page)| page.document.language == language)
            .filter(|(_, page)| {
                let guide = page.document.guide();
                let channels = guide.and_then(|guide| guide.channels.as_ref());
                channels.is_some_and(|channels| {
                    channels.organizations().any(|name| leads_here(&name.text))
                })
            })
            .map(|(id, _)| id)
            .collect()
    }

    /// Of each organization the page in `language`, or in the site's language.
    fn in_language(&self, ids: &[PageId], language: Language) -> Vec<PageId> {
        let mut out: Vec<PageId> = Vec::new();
        for id in ids {
            let stem = &self.page(*id).document.stem;
            let best = self.page_of_stem(stem, language).unwrap_or(*id);
            if !out.contains(&best) {
                out.push(best);
            }
        }
        out
    }
}
