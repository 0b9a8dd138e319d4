//! What the source contains: every fiche, dossier, theme and service by identifier, before any is converted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::card::{Extracted, FileCard, card};
use super::indexes::OfficialIndex;
use super::known::{KnownFiles, KnownPath, public_and_id};
use super::standing::StandingParts;
use crate::diagnostics::{Code, Diagnostic, Location, TextFile};
use crate::import::merge::ReadError;
use crate::import::page_paths::id_of;
use crate::import::{Before, ImportedContent};

/// The folder of the site for all guides of the official guide.
pub const GUIDES: &str = "content/guides";

/// Where the files of the guide are, in the schema of today.
pub const DOWNLOADS: &str = "https://lecomarquage.service-public.gouv.fr/vdd/3.5";

/// The name of each of them.
pub const FILE: &str = "vosdroits-latest.zip";

/// The theme of associations in the guide for particuliers, since schema 3.4.
const ASSOCIATIONS: &str = "N31931";

/// The folder of the site for the images of all of them.
pub const IMAGES: &str = "content/guides/images";

/// The audience of a part of the official guide; each has its own addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Public {
    /// People.
    Particuliers,
    /// Firms.
    Professionnels,
    /// Associations.
    Associations,
}

impl Public {
    pub const ALL: [Self; 3] = [Self::Particuliers, Self::Professionnels, Self::Associations];

    /// Its name in the XML and in the site's folders.
    pub fn name(self) -> &'static str {
        match self {
            Self::Particuliers => "Particuliers",
            Self::Professionnels => "Professionnels",
            Self::Associations => "Associations",
        }
    }

    /// The folder of its guides.
    pub fn folder(self) -> String {
        format!("{GUIDES}/{}", self.name().to_lowercase())
    }

    /// The address at which its file is published in 2026.
    pub fn download(self) -> String {
        let part = match self {
            Self::Professionnels => "pro",
            Self::Particuliers | Self::Associations => "part",
        };
        format!("{DOWNLOADS}/{part}/zip/{FILE}")
    }

    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|public| public.name() == name)
    }

    /// The address of the official guide, in the form of `spUrl` of 2026.
    pub fn address(self, id: &str) -> String {
        let place = match self {
            Self::Particuliers => "www.service-public.gouv.fr/particuliers",
            Self::Professionnels => "entreprendre.service-public.gouv.fr",
            Self::Associations => "www.service-public.gouv.fr/associations",
        };
        format!("https://{place}/vosdroits/{id}")
    }
}

/// The kind of a file of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileSort {
    /// A fiche: a guide.
    Fiche,
    /// A theme: a topic.
    Theme,
    /// A dossier: a section.
    Dossier,
    /// A service, form or model letter.
    Service,
}

/// A file of the source that can be linked to.
#[derive(Debug, Clone)]
pub struct ShelfItem {
    pub id: String,
    pub public: Public,
    pub sort: FileSort,
    pub title: String,
    /// The path of its page in the site's folder.
    pub path: String,
    /// Its official address.
    pub address: String,
    pub file: Arc<TextFile>,
}

/// The source as a whole.
#[derive(Debug, Default)]
pub struct OfficialShelf {
    items: BTreeMap<(String, Public), ShelfItem>,
    /// Titles that other files use for those that the source does not contain.
    named: BTreeMap<String, String>,
    /// What files say about each glossary entry, if they do not all agree.
    terms: BTreeMap<(Public, String), Vec<String>>,
    /// What an earlier import wrote and this one cannot read, if the source is not whole: it stays, and so do links to it.
    standing: StandingParts,
    /// The publics without a glossary, and those without topics: an editor has deleted the file.
    without_glossary: BTreeSet<Public>,
    without_topics: BTreeSet<Public>,
    /// The contact centres that any file describes and that have a page.
    pub centres: BTreeSet<String>,
    /// The files beside the fiches.
    pub index: OfficialIndex,
    /// The images that texts name and that the source contains: the path of each in the source, with its path in
    /// the site.
    images: BTreeMap<String, String>,
    /// The names of images that an editor has deleted.
    images_left_out: BTreeSet<String>,
    /// How many files name each version of the schema.
    pub schemas: BTreeMap<String, usize>,
    /// The day of the last change in the source.
    pub changed: Option<String>,
    /// The name of the file that was read: of a folder, the one that DILA publishes.
    pub name: String,
    /// Files of which nobody knows what they are: the path and the root element of each.
    pub strangers: Vec<(String, String)>,
}

impl OfficialShelf {
    /// Reads what each file is. Reports files that are not XML, have no name of their own, or have that of another.
    /// Also returns the images that texts name.
    pub fn read(
        files: Vec<Arc<TextFile>>,
        before: &Before,
    ) -> (Self, BTreeSet<String>, Vec<Diagnostic>) {
        let read: Vec<_> = files.into_par_iter().map(|file| card(&file)).collect();
        let mut shelf = Self::default();
        let mut found = Vec::new();
        let mut images = BTreeSet::new();
        let known = KnownFiles::of(before);
        for card in read {
            match card {
                FileCard::Item(extracted) => {
                    images.extend(extracted.images.iter().cloned());
                    found.extend(shelf.add(*extracted, &known));
                }
                FileCard::Other(file, root) if shelf.index.read(&file.path, &root) => {}
                FileCard::Other(file, root) => shelf.strangers.push((file.path.clone(), root.name)),
                FileCard::Bad(diagnostic) => found.push(diagnostic),
            }
        }
        shelf
            .centres
            .retain(|id| !before.left_out.contains(&super::nodes::centre_path(id)));
        let without = |name: &str| {
            let is_deleted = |public: &Public| {
                let path = format!("{}/{name}", public.folder());
                before.left_out.contains(&path)
            };
            Public::ALL.into_iter().filter(is_deleted).collect()
        };
        shelf.without_glossary = without("glossary.yaml");
        shelf.without_topics = without("topics.yaml");
        (shelf, images, found)
    }

    fn add(&mut self, extracted: Extracted, known: &KnownFiles<'_>) -> Option<Diagnostic> {
        let mut item = extracted.item;
        if let Some(schema) = extracted.schema {
            *self.schemas.entry(schema).or_default() += 1;
        }
        self.changed = extracted.changed.max(self.changed.take());
        for (id, title) in extracted.names {
            self.named.entry(id).or_insert(title);
        }
        match known.path(&item) {
            KnownPath::LeftOut => return None,
            KnownPath::Kept(path) => path.clone_into(&mut item.path),
            KnownPath::New => {}
        }
        let key = (item.id.clone(), item.public);
        if self.items.contains_key(&key) {
            let location = Location::File(item.file.path.clone());
            return Some(Diagnostic::new(Code::ImportSamePlace, location).with("path", &item.path));
        }
        self.centres.extend(extracted.centres);
        for (id, said) in extracted.terms {
            let known = self.terms.entry((item.public, id)).or_default();
            if !known.contains(&said) {
                known.push(said);
            }
        }
        self.items.insert(key, item);
        None
    }

    /// Takes the images of the source, and returns them with their paths in the site.
    pub fn take_images(
        &mut self,
        images: Vec<(String, Vec<u8>)>,
        before: &Before,
    ) -> BTreeMap<String, ImportedContent> {
        let mut taken = BTreeMap::new();
        for (path, bytes) in images {
            let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
            // Images of one name may differ between the publics.
            let mut to = format!("{IMAGES}/{name}");
            if taken.contains_key(&to) {
                let place = crate::markdown::slug(folder);
                to = format!("{IMAGES}/{place}-{name}");
            }
            if before.left_out.contains(&to) {
                self.images_left_out.insert(name.to_owned());
                continue;
            }
            taken.insert(to.clone(), ImportedContent::Bytes(bytes));
            self.images.insert(path, to);
        }
        taken
    }

    /// The days of changes that the guide calls important, by the path of the page.
    pub fn important(&self) -> BTreeMap<String, String> {
        let items = self.items.values();
        let day = |item: &ShelfItem| {
            let day = self.index.important(&item.id)?;
            Some((item.path.clone(), day.to_owned()))
        };
        items.filter_map(day).collect()
    }

    /// Whether guides of a public belong to topics.
    pub fn has_topics(&self, public: Public) -> bool {
        !self.without_topics.contains(&public)
    }

    /// Whether an editor has deleted an image of this name.
    pub fn has_lost_image(&self, name: &str) -> bool {
        self.images_left_out.contains(name)
    }

    /// The path in the site of an image that a file of the source names: the one beside the file, otherwise any of
    /// that name.
    pub fn image(&self, file: &str, name: &str) -> Option<String> {
        let folder = file.rsplit_once('/').map(|(folder, _)| folder);
        let beside = folder.map_or_else(|| name.to_owned(), |folder| format!("{folder}/{name}"));
        let any = || {
            let mut images = self.images.iter();
            let found = images.find(|(path, _)| path.rsplit('/').next() == Some(name));
            found.map(|(_, to)| to)
        };
        self.images.get(&beside).or_else(any).cloned()
    }

    /// Keeps what an earlier import wrote, for a source that is not whole.
    ///
    /// # Errors
    ///
    /// If a glossary or a page of the site cannot be read.
    pub fn keep_standing(&mut self, before: &Before) -> Result<(), ReadError> {
        self.standing = StandingParts::of(before, |key| self.items.contains_key(key))?;
        Ok(())
    }

    /// The page of an identifier that this import cannot read.
    pub fn standing(&self, id: &str, public: Public) -> Option<&str> {
        self.standing.page(id, public).map(|(path, _)| path)
    }

    /// Whether a page of the site comes from a file that this import cannot read: others may say less.
    ///
    /// # Errors
    ///
    /// If the page cannot be read.
    pub fn is_of_standing(
        &self,
        path: &str,
        public: Public,
        before: &Before,
    ) -> Result<bool, ReadError> {
        if self.standing.is_empty() || !before.written.contains(path) {
            return Ok(false);
        }
        let id = before.page(path)?.and_then(|page| id_of(&page));
        Ok(id.is_some_and(|id| self.standing(&id, public).is_some()))
    }

    /// Everything, by identifier.
    pub fn items(&self) -> impl ParallelIterator<Item = &ShelfItem> {
        self.items.par_iter().map(|(_, item)| item)
    }

    /// Everything, in order.
    pub fn sorted(&self) -> impl Iterator<Item = &ShelfItem> {
        self.items.values()
    }

    /// The publics that the source covers.
    pub fn publics(&self) -> Vec<Public> {
        let has = |public: &Public| self.items.keys().any(|(_, other)| other == public);
        Public::ALL.into_iter().filter(has).collect()
    }

    /// What replaces something that the guide no longer has.
    pub fn replacements(&self) -> impl Iterator<Item = &ShelfItem> {
        let today: BTreeSet<&str> = self.index.all().map(|(_, today)| today).collect();
        let items = self.items.values();
        items.filter(move |item| today.contains(item.id.as_str()))
    }

    /// Whether the source is of the schemas in which associations are a theme of particuliers: 3.4 and after.
    pub fn has_merged_associations(&self) -> bool {
        let key = (ASSOCIATIONS.to_owned(), Public::Particuliers);
        self.items.contains_key(&key)
    }

    /// The former paths of the page of an identifier: those of pages that an earlier import wrote, that the source
    /// has replaced with it, and that nobody has changed.
    pub fn former_paths(&self, item: &ShelfItem, before: &Before) -> Vec<String> {
        let former = self.index.all().filter(|(old, today)| {
            *today == item.id && !self.items.contains_key(&((*old).to_owned(), item.public))
        });
        let former: BTreeSet<&str> = former.map(|(old, _)| old).collect();
        if former.is_empty() {
            return Vec::new();
        }
        let folder = item.public.name().to_lowercase();
        let is_former = |path: &&String| {
            public_and_id(path).is_some_and(|(public, id)| public == folder && former.contains(id))
        };
        // Only these are read.
        let paths = before.written.iter().filter(is_former);
        paths
            .filter(|path| before.is_untouched(path))
            .cloned()
            .collect()
    }

    /// The key of a glossary entry: its identifier, with a number if files say different things under it.
    ///
    /// `None` if no file of the source has a meaning for it.
    pub fn term_key(&self, public: Public, id: &str, said: &str) -> Option<String> {
        if self.without_glossary.contains(&public) {
            return None;
        }
        let key = (public, id.to_owned());
        let Some(known) = self.terms.get(&key) else {
            return self.standing.has_term(&key).then(|| id.to_owned());
        };
        Some(match known.iter().position(|other| other == said) {
            None | Some(0) => id.to_owned(),
            Some(at) => format!("{id}-{}", at + 1),
        })
    }

    /// The title of what an identifier names: its own, otherwise what other files call it.
    pub fn title(&self, id: &str, public: Public) -> String {
        let own = self.find(id, public).map(|item| item.title.clone());
        let standing = || self.standing.page(id, public);
        own.or_else(|| self.named.get(id).cloned())
            .or_else(|| standing().map(|(_, title)| title.to_owned()))
            .unwrap_or_else(|| format!("Fiche {id}"))
    }

    /// What an identifier names, or named before it was replaced: for this public if possible, otherwise for any.
    pub fn find(&self, id: &str, public: Public) -> Option<&ShelfItem> {
        let today = || self.index.today(id);
        self.find_exactly(id, public)
            .or_else(|| self.find_exactly(today()?, public))
    }

    fn find_exactly(&self, id: &str, public: Public) -> Option<&ShelfItem> {
        let exact = self.items.get(&(id.to_owned(), public));
        exact.or_else(|| {
            let others = Public::ALL.into_iter();
            others
                .filter_map(|public| self.items.get(&(id.to_owned(), public)))
                .next()
        })
    }
}

/// Whether an identifier can be the name of a file.
pub fn is_sound(id: &str) -> bool {
    (1..=40).contains(&id.len())
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
