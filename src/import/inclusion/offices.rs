//! The offices that a site has already, and which of two records are the same one.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use walkdir::WalkDir;

use crate::import::front::{is_draft, list_of};
use crate::import::merge::ReadError;
use crate::import::places::commune;
use crate::import::{Before, page_paths};
use crate::markdown::slug;
use crate::model::values::{AddressParts, Phone, PostalAddress};
use crate::model::{Common, Organization};

/// Words that people write in a name, or leave out.
const SMALL_WORDS: &[&str] = &[
    "a", "au", "aux", "d", "de", "des", "du", "et", "l", "la", "le", "les",
];

/// What makes an office the same as another.
#[derive(Debug, Clone, Default)]
pub struct OfficeTraits {
    /// The words of its name, without small ones and in any order.
    pub name: BTreeSet<String>,
    pub postcode: String,
    /// Its street and number, as a slug.
    pub street: String,
    /// Its kinds of office.
    pub kinds: Vec<String>,
    /// Its telephone numbers as they are dialled.
    pub phones: Vec<String>,
    pub siret: String,
}

impl OfficeTraits {
    /// The words of a name.
    pub fn words(name: &str) -> BTreeSet<String> {
        let words = slug(name);
        let words = words.split('-').filter(|word| !SMALL_WORDS.contains(word));
        words.map(str::to_owned).collect()
    }
}

/// More kinds and numbers than these are not those of an office.
const MOST_TRAITS: usize = 20;

/// Offices by what makes them the same: each is found at once, however many there are.
#[derive(Debug, Clone, Default)]
pub struct OfficeIndex {
    first: HashMap<String, usize>,
}

impl OfficeIndex {
    /// What two offices must have in common to be one: one of these texts. None without a postcode.
    fn keys(traits: &OfficeTraits) -> Vec<String> {
        let OfficeTraits {
            name,
            postcode,
            street,
            kinds,
            phones,
            siret,
        } = traits;
        if postcode.is_empty() {
            return Vec::new();
        }
        let places = Some(street).filter(|street| !street.is_empty());
        let near: Vec<String> = places
            .map(|street| format!("street {street}"))
            .into_iter()
            .chain(
                phones
                    .iter()
                    .take(MOST_TRAITS)
                    .map(|phone| format!("phone {phone}")),
            )
            .collect();
        let kinds = kinds
            .iter()
            .take(MOST_TRAITS)
            .map(|kind| format!("kind {kind}"));
        let siret = Some(format!("siret {siret}")).filter(|_| !siret.is_empty());
        let mut keys: Vec<String> = kinds
            .chain(siret)
            .flat_map(|whose| {
                near.iter()
                    .map(move |near| format!("{postcode}\0{whose}\0{near}"))
            })
            .collect();
        if !name.is_empty() {
            let words: Vec<&str> = name.iter().map(String::as_str).collect();
            keys.push(format!("{postcode}\0name {}", words.join(" ")));
        }
        keys
    }

    /// Adds an office under its number.
    pub fn add(&mut self, traits: &OfficeTraits, at: usize) {
        for key in Self::keys(traits) {
            self.first.entry(key).or_insert(at);
        }
    }

    /// The number of the first office that is the same: in a place with the same postcode, of the same name, or of the same kind or register
    /// number in the same street or on the same telephone.
    pub fn same(&self, traits: &OfficeTraits) -> Option<usize> {
        let keys = Self::keys(traits);
        keys.iter()
            .filter_map(|key| self.first.get(key))
            .min()
            .copied()
    }
}

/// An office that has a page on the site.
#[derive(Debug, Clone)]
pub struct OfficeOnSite {
    /// Its file.
    pub path: String,
    pub title: String,
    pub traits: OfficeTraits,
    /// The lines of its address.
    pub address: Vec<String>,
    pub phones: Vec<Phone>,
    pub email: Option<String>,
}

/// The offices on a site.
#[derive(Debug, Clone, Default)]
pub struct SiteOffices {
    /// Those that an earlier import of this source did not write.
    pub others: Vec<OfficeOnSite>,
    /// Those that it wrote, by their identifier at the source.
    pub ours: BTreeMap<String, OfficeOnSite>,
    /// Where in the list of others each is.
    index: OfficeIndex,
    /// How many pages have each file name.
    names: BTreeMap<String, usize>,
}

impl SiteOffices {
    /// Reads the pages of a site; `folder` is the one of this importer. Drafts are no offices yet.
    ///
    /// # Errors
    ///
    /// If a page cannot be read.
    pub fn read(folder: &str, before: &Before) -> Result<Self, ReadError> {
        let mut offices = Self::default();
        let ids: BTreeMap<String, String> = page_paths::known(folder, before)?
            .into_iter()
            .map(|(id, path)| (path, id))
            .collect();
        let content = before.root.join("content");
        let walk = WalkDir::new(content)
            .sort_by_file_name()
            .into_iter()
            .flatten();
        for entry in walk.filter(|entry| entry.file_type().is_file()) {
            let below = entry
                .path()
                .strip_prefix(&before.root)
                .unwrap_or(entry.path());
            let parts = below
                .components()
                .map(|part| part.as_os_str().to_string_lossy());
            let path = parts.collect::<Vec<_>>().join("/");
            let Some(stem) = stem(&path) else { continue };
            let Some(office) = before.page(&path)?.and_then(|text| office(&text, &path)) else {
                continue;
            };
            if !before.written.contains(&path) {
                *offices.names.entry(stem.to_owned()).or_default() += 1;
                offices.add(office);
            } else if let Some(id) = ids.get(&path) {
                offices.ours.insert(id.clone(), office);
            } else if !path.starts_with(folder) {
                offices.add(office);
            }
        }
        Ok(offices)
    }

    fn add(&mut self, office: OfficeOnSite) {
        self.index.add(&office.traits, self.others.len());
        self.others.push(office);
    }

    /// The page that an office has on the site already.
    pub fn same(&self, traits: &OfficeTraits) -> Option<&OfficeOnSite> {
        self.others.get(self.index.same(traits)?)
    }

    /// The only office at an address.
    pub fn at(&self, postcode: &str, street: &str) -> Option<&OfficeOnSite> {
        let is_there = |office: &&OfficeOnSite| {
            let traits = &office.traits;
            !street.is_empty() && traits.postcode == postcode && traits.street == street
        };
        let mut there = self
            .others
            .iter()
            .chain(self.ours.values())
            .filter(is_there);
        let first = there.next()?;
        there.next().is_none().then_some(first)
    }

    /// The communes of which the national directory has a town hall here: their codes, and the towns of its addresses.
    pub fn towns(&self) -> impl Iterator<Item = (String, String)> {
        self.others.iter().filter_map(|office| {
            let code = commune(stem(&office.path)?.strip_prefix("mairie-")?.get(..5)?)?;
            let is_hall = office.traits.kinds.iter().any(|kind| kind == "mairie");
            let parts = PostalAddress {
                lines: office.address.clone(),
            }
            .parts()
            .filter(|_| is_hall)?;
            let is_cedex = parts.town.to_lowercase().contains("cedex");
            (!is_cedex && !parts.town.is_empty()).then_some((code, parts.town))
        })
    }

    /// Whether another page has this file name.
    pub fn has_name(&self, stem: &str) -> bool {
        self.names.contains_key(stem)
    }

    /// What a guide calls the office of a file: its name, with its folders if others have the same.
    pub fn named(&self, path: &str) -> String {
        let stem = stem(path).unwrap_or(path);
        let own = usize::from(self.others.iter().any(|office| office.path == path));
        match self.names.get(stem).copied().unwrap_or_default() > own {
            true => {
                let below = path.strip_prefix("content/").unwrap_or(path);
                below.strip_suffix(".md").unwrap_or(below).to_owned()
            }
            false => stem.to_owned(),
        }
    }
}

/// The name of a page's file; none of a section, a translation or a local note.
fn stem(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next()?.strip_suffix(".md")?;
    (!name.contains('.') && name != "_index").then_some(name)
}

/// The office of a page; `None` if it is another page, or a draft.
fn office(text: &str, path: &str) -> Option<OfficeOnSite> {
    let address = list_of::<Organization>(text, "address");
    if address.is_empty() || is_draft(text) {
        return None;
    }
    // One line, as people type it.
    let address: Vec<String> = match address.as_slice() {
        [one] => one
            .split([',', '\n'])
            .map(|line| line.trim().to_owned())
            .collect(),
        _ => address,
    };
    let title = list_of::<Common>(text, "title").into_iter().next()?;
    let phones = list_of::<Organization>(text, "phones");
    let phones: Vec<Phone> = phones
        .iter()
        .filter_map(|phone| Phone::parse(phone))
        .collect();
    let kinds = list_of::<Organization>(text, "kind").into_iter();
    let kinds = kinds.chain(list_of::<Organization>(text, "acts_as"));
    let (postcode, street) = place_of(&address);
    Some(OfficeOnSite {
        path: path.to_owned(),
        traits: OfficeTraits {
            name: OfficeTraits::words(&title),
            postcode,
            street,
            kinds: kinds.map(|kind| slug(&kind)).collect(),
            phones: phones
                .iter()
                .map(|phone| phone.dialled().to_owned())
                .collect(),
            siret: String::new(),
        },
        title,
        address,
        phones,
        email: list_of::<Organization>(text, "email").into_iter().next(),
    })
}

/// The postcode of an address, and its street as a slug.
pub fn place_of(lines: &[String]) -> (String, String) {
    let parts = PostalAddress {
        lines: lines.to_vec(),
    }
    .parts();
    let parts = parts.filter(AddressParts::is_in_france);
    parts.map_or_else(Default::default, |parts| {
        (parts.postcode, slug(&parts.street.unwrap_or_default()))
    })
}
