//! The directory: organizations by id and by kind.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::{Page, PageId, Site, page_id};
use crate::diagnostics::{MOST_COMPARED, nearest};
use crate::language::Language;
use crate::markdown::slug;
use crate::model::Channels;

/// Kinds of local office that the official guide refers to (its *PivotLocal* types) and that unions add. A
/// guide may name one even if the directory has no such organization yet: the card then only says what to
/// look for.
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
    /// By the slug of their id, where that is not how it is written.
    by_slug: BTreeMap<String, Vec<PageId>>,
    /// By the slug of their title, which is what people call them.
    by_title: BTreeMap<String, Vec<PageId>>,
}

/// The names nearest to `written` in alphabetical order.
fn near<'n>(
    names: &'n BTreeMap<String, Vec<PageId>>,
    written: &str,
) -> impl Iterator<Item = &'n str> + use<'n> {
    const EACH_SIDE: usize = MOST_COMPARED / 5;
    let before = names.range(..written.to_owned()).rev().take(EACH_SIDE);
    let after = names.range(written.to_owned()..).take(EACH_SIDE);
    before.chain(after).map(|(name, _)| name.as_str())
}

/// The first page of each.
fn near_pages<'n>(
    names: &'n BTreeMap<String, Vec<PageId>>,
    written: &str,
) -> impl Iterator<Item = PageId> + use<'n> {
    const EACH_SIDE: usize = MOST_COMPARED / 5;
    let before = names.range(..written.to_owned()).rev().take(EACH_SIDE);
    let after = names.range(written.to_owned()..).take(EACH_SIDE);
    before
        .chain(after)
        .filter_map(|(_, pages)| pages.first().copied())
}

/// A path to the file of a record, as written by somebody who looks at the folder:
/// `content/organizations/mairie.md`, `../organizations/mairie`.
struct Path<'n> {
    folders: Vec<&'n str>,
    id: &'n str,
}

impl<'n> Path<'n> {
    /// `None` if it is not a path.
    fn of(name: &'n str) -> Option<Self> {
        let stem = name.trim().strip_suffix(".md");
        if stem.is_none() && !name.contains(['/', '\\']) {
            return None;
        }
        let parts = stem.unwrap_or(name).trim().split(['/', '\\']);
        let mut folders: Vec<&str> = parts
            .filter(|part| !matches!(*part, "" | "." | ".."))
            .collect();
        // A translation is the same organization.
        let id = folders.pop()?.split('.').next()?;
        if folders.first() == Some(&"content") {
            folders.remove(0);
        }
        Some(Self { folders, id })
    }

    /// Whether it leads to the file of this stem.
    fn leads_to(&self, stem: &str) -> bool {
        let mut above = stem.rsplit('/').skip(1);
        let mut folders = self.folders.iter().rev();
        folders.all(|folder| above.next() == Some(folder))
    }
}

/// What to look up if a name in `at:` is a path: the file name without its extension. Any other name
/// unchanged.
pub fn bare_name(name: &str) -> &str {
    Path::of(name).map_or(name, |path| path.id)
}

/// Which guides lead to which organizations.
#[derive(Debug, Default)]
pub(super) struct Services {
    /// The guides of a language whose routes have a name.
    guides: BTreeMap<(Language, String), Vec<PageId>>,
    /// The names in routes that mean an organization, by the stem of its file.
    names_of: HashMap<String, Vec<String>>,
}

/// What a name in `at:` means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Counter {
    /// These organizations of the directory.
    Organizations(Vec<PageId>),
    /// A kind with no organization here.
    Kind(String),
    /// Nothing known.
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
            let slugged = slug(&name);
            if slugged != name {
                directory.by_slug.entry(slugged).or_default().push(id);
            }
            directory.by_id.entry(name).or_default().push(id);
            let title = slug(&page.document.common.title);
            directory.by_title.entry(title).or_default().push(id);
            let kinds: BTreeSet<String> = organization.kinds().map(slug).collect();
            for kind in kinds {
                directory.by_kind.entry(kind).or_default().push(id);
            }
        }
        directory
    }

    /// The names that `at:` accepts; if there are many, only those nearest to `written` in alphabetical
    /// order.
    pub fn names(&self, written: &str) -> impl Iterator<Item = &str> {
        let known = KNOWN_KINDS.iter().copied();
        let kinds = near(&self.by_kind, written);
        known.chain(kinds).chain(near(&self.by_id, written))
    }

    /// Whether a name shares a word with one of the directory that may have been meant: one is a prefix of
    /// the other, or they are spelled alike.
    pub fn may_have(&self, name: &str) -> bool {
        let written = slug(name);
        let all = [&self.by_id, &self.by_kind, &self.by_title];
        let begins_alike = |names: &BTreeMap<String, Vec<PageId>>| {
            let longer = format!("{written}-");
            let mut after = names.range(longer.clone()..);
            after
                .next()
                .is_some_and(|(name, _)| name.starts_with(&longer))
        };
        let ends = written.match_indices('-').map(|(at, _)| at);
        let mut heads = ends.chain([written.len()]).map(|end| &written[..end]);
        let known = || KNOWN_KINDS.iter().copied();
        heads.any(|head| {
            known().any(|kind| kind == head) || all.iter().any(|names| names.contains_key(head))
        }) || all.into_iter().any(begins_alike)
            || nearest(
                &written,
                known().chain(all.into_iter().flat_map(|n| near(n, &written))),
            )
            .is_some()
    }

    /// Whether there is no organization at all.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }
}

impl Site {
    /// Organizations that a name may have meant: what to write for each, and its title. If there are many,
    /// only those nearest in the order of names or titles.
    pub fn records_like(&self, written: &str) -> impl Iterator<Item = (&str, &str)> {
        let written = slug(written);
        let by_id = near_pages(&self.directory.by_id, &written);
        let pages = by_id.chain(near_pages(&self.directory.by_title, &written));
        pages.map(|id| {
            let document = &self.page(id).document;
            (document.id(), document.common.title.as_str())
        })
    }

    /// What `name` means on a page of this language: an organization by its id or title, all organizations of
    /// a kind, or a kind. Of a kind with thousands, lists at most `most`.
    pub fn counter(&self, name: &str, language: Language, most: usize) -> Counter {
        match self.named(name) {
            Some(ids) => Counter::Organizations(self.in_language(&ids, language, most)),
            None => self.counter_kind(name),
        }
    }

    /// The guides of a language whose routes lead to the organization of a page, the first `most` of them.
    pub fn services_at(&self, id: PageId, language: Language, most: usize) -> Vec<PageId> {
        let services = self.services.get_or_init(|| self.gather_services());
        let document = &self.page(id).document;
        let names = services.names_of.get(document.stem.as_str());
        let guides = names.into_iter().flatten().filter_map(|name| {
            let guides = services.guides.get(&(language, name.clone()));
            guides.map(|guides| guides.iter().take(most).copied())
        });
        let guides: BTreeSet<PageId> = guides.flatten().collect();
        guides.into_iter().take(most).collect()
    }

    /// The names that routes use for each organization, and the guides that use each.
    fn gather_services(&self) -> Services {
        let mut services = Services::default();
        for (id, page) in self.pages_with_id() {
            let guide = page.document.guide();
            let channels = guide.and_then(|guide| guide.channels.as_ref());
            for name in channels.into_iter().flat_map(Channels::organizations) {
                let key = (page.document.language, name.text.clone());
                services.guides.entry(key).or_default().push(id);
            }
        }
        let mut names: Vec<&String> = services.guides.keys().map(|(_, name)| name).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            for id in self.named(name).unwrap_or_default().iter() {
                let stem = self.page(*id).document.stem.clone();
                let names = services.names_of.entry(stem).or_default();
                if names.last() != Some(name) {
                    names.push(name.clone());
                }
            }
        }
        services
    }

    /// The organizations that a name means, in all languages.
    fn named(&self, name: &str) -> Option<Cow<'_, [PageId]>> {
        let Directory {
            by_id,
            by_kind,
            by_slug,
            by_title,
        } = &self.directory;
        let found = by_id.get(name).or_else(|| {
            let kind = slug(name);
            let named = by_kind.get(&kind).or_else(|| by_title.get(&kind));
            named
                .or_else(|| by_id.get(&kind))
                .or_else(|| by_slug.get(&kind))
        });
        if let Some(found) = found {
            return Some(Cow::Borrowed(found));
        }
        let path = Path::of(name)?;
        let is_there = |id: &&PageId| path.leads_to(&self.page(**id).document.stem);
        let found: Vec<PageId> = by_id
            .get(path.id)?
            .iter()
            .filter(is_there)
            .copied()
            .collect();
        (!found.is_empty()).then_some(Cow::Owned(found))
    }

    /// What `name` means, as in [`Self::counter`], without the organizations.
    pub fn counter_kind(&self, name: &str) -> Counter {
        if self.named(name).is_some() {
            return Counter::Organizations(Vec::new());
        }
        let kind = slug(name);
        if KNOWN_KINDS.contains(&kind.as_str()) {
            return Counter::Kind(kind);
        }
        Counter::Unknown
    }

    /// For up to this many organizations, the page in `language`, or in the site's language.
    fn in_language(&self, ids: &[PageId], language: Language, most: usize) -> Vec<PageId> {
        let mut met = HashSet::new();
        let best = ids.iter().map(|id| {
            let stem = &self.page(*id).document.stem;
            self.page_of_stem(stem, language).unwrap_or(*id)
        });
        best.filter(|best| met.insert(*best)).take(most).collect()
    }
}
