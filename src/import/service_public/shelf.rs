//! What the source contains: every fiche, dossier, theme and service by identifier, before any is converted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::centres;
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::import::Before;
use crate::import::xml::{self, Element};

/// The folder of the site for all guides of the official guide.
pub const GUIDES: &str = "content/guides";

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

    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|public| public.name() == name)
    }

    /// The address of the official guide, in the form of `spUrl`.
    pub fn address(self, id: &str) -> String {
        let part = match self {
            Self::Particuliers => "particuliers",
            Self::Professionnels => "professionnels-entreprises",
            Self::Associations => "associations",
        };
        format!("https://www.service-public.fr/{part}/vosdroits/{id}")
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
    /// The contact centres that any file describes.
    pub centres: BTreeSet<String>,
}

/// What is extracted from a file before any is converted.
struct Extracted {
    item: ShelfItem,
    /// Its titles for other files.
    names: Vec<(String, String)>,
    /// Its glossary entries.
    terms: Vec<(String, String)>,
    /// The contact centres that it describes.
    centres: Vec<String>,
}

impl OfficialShelf {
    /// Reads the kind of each file. Reports files that are not XML, or not of the official guide.
    pub fn read(files: Vec<Arc<TextFile>>, before: &Before) -> (Self, Vec<Diagnostic>) {
        let read: Vec<_> = files.into_par_iter().map(|file| card(&file)).collect();
        let mut shelf = Self::default();
        let mut found = Vec::new();
        // A page keeps the address that it was first given: paper that names it cannot be called back.
        let mut earlier: BTreeMap<(&str, &str), &str> = BTreeMap::new();
        for path in &before.written {
            earlier.extend(public_and_id(path).map(|key| (key, path.as_str())));
        }
        let left_out: Vec<(&str, &str)> = before
            .left_out
            .iter()
            .filter_map(|path| public_and_id(path))
            .collect();
        for item in read {
            match item {
                Ok(Extracted {
                    mut item,
                    names,
                    terms,
                    centres,
                }) => {
                    shelf.centres.extend(centres);
                    for (id, said) in terms {
                        let known = shelf.terms.entry((item.public, id)).or_default();
                        if !known.contains(&said) {
                            known.push(said);
                        }
                    }
                    for (id, title) in names {
                        shelf.named.entry(id).or_insert(title);
                    }
                    let folder = item.public.name().to_lowercase();
                    let key = (folder.as_str(), item.id.as_str());
                    if left_out.contains(&key) {
                        continue;
                    }
                    if let Some(path) = earlier.get(&key) {
                        item.path = (*path).to_owned();
                    }
                    shelf.items.insert((item.id.clone(), item.public), item);
                }
                Err(diagnostic) => found.extend(diagnostic),
            }
        }
        (shelf, found)
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

    /// The key of a glossary entry: its identifier, with a number if files say different things under it.
    pub fn term_key(&self, public: Public, id: &str, said: &str) -> String {
        let known = self.terms.get(&(public, id.to_owned()));
        let at = known.and_then(|known| known.iter().position(|other| other == said));
        match at {
            None | Some(0) => id.to_owned(),
            Some(at) => format!("{id}-{}", at + 1),
        }
    }

    /// The title of what an identifier names: its own, otherwise what other files call it.
    pub fn title(&self, id: &str, public: Public) -> String {
        let own = self.find(id, public).map(|item| item.title.clone());
        own.or_else(|| self.named.get(id).cloned())
            .unwrap_or_else(|| format!("Fiche {id}"))
    }

    /// What an identifier names: for this public if possible, otherwise for any.
    pub fn find(&self, id: &str, public: Public) -> Option<&ShelfItem> {
        let exact = self.items.get(&(id.to_owned(), public));
        exact.or_else(|| {
            let others = Public::ALL.into_iter();
            others
                .filter_map(|public| self.items.get(&(id.to_owned(), public)))
                .next()
        })
    }
}

/// `content/guides/particuliers/N367/F1050.md` → `particuliers` and `F1050`; a section's own text is
/// identified by its folder.
fn public_and_id(path: &str) -> Option<(&str, &str)> {
    let below = path.strip_prefix(GUIDES)?.strip_prefix('/')?;
    let (public, rest) = below.split_once('/')?;
    let bare = rest.strip_suffix(".md")?.trim_end_matches("/_index");
    Some((public, bare.rsplit('/').next()?))
}

/// Whether an identifier can be the name of a file.
pub fn is_sound(id: &str) -> bool {
    (1..=40).contains(&id.len())
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// The diagnostic for a file that cannot be imported.
fn no_xml(file: &Arc<TextFile>, at: usize, reason: &str) -> Diagnostic {
    let place = Place {
        file: Arc::clone(file),
        span: at..at + 1,
    };
    Diagnostic::new(Code::ImportUnreadable, Location::Place(place)).with("reason", reason)
}

fn card(file: &Arc<TextFile>) -> Result<Extracted, Option<Diagnostic>> {
    let root =
        xml::parse(&file.text).map_err(|error| Some(no_xml(file, error.at, &error.reason)))?;
    let sort = match (root.name.as_str(), root.attribute("type")) {
        ("ServiceComplementaire", _) => FileSort::Service,
        ("Publication", Some("Theme" | "Thème")) => FileSort::Theme,
        ("Publication", Some("Dossier")) => FileSort::Dossier,
        ("Publication", _) => FileSort::Fiche,
        // The menus and lists beside the fiches have no text of their own.
        ("Noeud" | "Noeuds" | "Menu" | "ComarquageArborescence", _) => return Err(None),
        (name, _) => return Err(Some(no_xml(file, root.at, &format!("<{name}>")))),
    };
    let id = root.attribute("ID").unwrap_or_default().to_owned();
    if !is_sound(&id) {
        return Err(Some(no_xml(file, root.at, &format!("ID=\"{id}\""))));
    }
    let public = public(&root, &file.path);
    let title = root.text_of("dc:title").unwrap_or_else(|| id.clone());
    let folder = public.folder();
    let path = match sort {
        FileSort::Theme => format!("{folder}/_index.md"),
        FileSort::Dossier => format!("{folder}/{id}/_index.md"),
        FileSort::Service => format!("{folder}/services/{id}.md"),
        FileSort::Fiche => match dossier(&root) {
            Some(dossier) => format!("{folder}/{dossier}/{id}.md"),
            None => format!("{folder}/{id}.md"),
        },
    };
    let item = ShelfItem {
        address: root
            .attribute("spUrl")
            .map_or_else(|| public.address(&id), str::to_owned),
        id,
        public,
        sort,
        title,
        path,
        file: Arc::clone(file),
    };
    Ok(Extracted {
        item,
        names: names(&root),
        terms: terms(&root),
        centres: centres::ids(&root),
    })
}

/// Definitions and abbreviations of a file, by identifier.
pub fn terms(root: &Element) -> Vec<(String, String)> {
    let terms = root
        .elements()
        .filter(|element| matches!(element.name.as_str(), "Definition" | "Abreviation"));
    terms
        .filter_map(|element| Some((element.attribute("ID")?.to_owned(), element.text())))
        .collect()
}

/// The titles that a file uses for the fiches and dossiers that it leads to.
fn names(root: &Element) -> Vec<(String, String)> {
    const NAMING: &[&str] = &[
        "Fiche",
        "Dossier",
        "QuestionReponse",
        "CommentFaireSi",
        "FicheLiee",
    ];
    let naming = root
        .descendants()
        .filter(|element| NAMING.contains(&element.name.as_str()));
    naming
        .filter_map(|element| {
            let title = element.text_of("Titre").unwrap_or_else(|| element.text());
            let id = element.attribute("ID").filter(|_| !title.is_empty())?;
            Some((id.to_owned(), title))
        })
        .collect()
}

/// The dossier that a fiche belongs to.
pub fn dossier(root: &Element) -> Option<&str> {
    let id = root.child("DossierPere")?.attribute("ID")?;
    is_sound(id).then_some(id)
}

/// The audience of a file: from the first step of its path in the official guide, otherwise from its address
/// or its folder.
fn public(root: &Element, path: &str) -> Public {
    let step = root
        .child("FilDAriane")
        .and_then(|path| path.elements().next());
    let step = step.and_then(|step| Public::of(step.attribute("ID")?));
    let by_address = || {
        let address = root.attribute("spUrl").unwrap_or(path).to_lowercase();
        let named = |public: &Public| address.contains(&public.name().to_lowercase());
        Public::ALL.into_iter().find(named)
    };
    let by_audience = || Public::of(&root.text_of("Audience")?);
    step.or_else(by_address)
        .or_else(by_audience)
        .unwrap_or(Public::Particuliers)
}
