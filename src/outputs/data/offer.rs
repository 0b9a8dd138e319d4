//! What a site offers: the procedures of its guides with the ways to do them, and the organizations of its directory.
//!
//! A page and its translations are one thing here. What no longer holds ([`Site::is_expired`]) is not offered, nor is a guide
//! that only explains.

use rustc_hash::FxHashMap;

use super::channels::channels_of;
use super::place::OfferedPlace;
use crate::language::Language;
use crate::model::channel::{Form, Online};
use crate::model::values::Date;
use crate::model::{Guide, Organization, Route};
use crate::outputs::words::Words;
use crate::site::{Counter, Page, PageId, Site};

/// What a site offers.
pub struct Offer<'s> {
    /// The site.
    pub site: &'s Site,
    /// The procedures of its guides, in the order of their files.
    pub services: Vec<OfferedService<'s>>,
    /// Its directory, likewise.
    pub organizations: Vec<OfferedOrganization<'s>>,
    /// The position of each organization, by the path of its file.
    positions: FxHashMap<&'s str, usize>,
}

/// A page in each language that it has, the site's first.
#[derive(Clone)]
pub struct Versions<'s> {
    /// The one that everything but titles, summaries and keywords is taken from.
    pub id: PageId,
    /// All of them.
    pub pages: Vec<&'s Page>,
    /// Its address.
    pub address: String,
}

/// A procedure.
pub struct OfferedService<'s> {
    /// Its guide.
    pub versions: Versions<'s>,
    /// What the guide says.
    pub guide: &'s Guide,
    /// The words of its language.
    pub words: Words<'s>,
    /// The ways to do it, in the order in which pages show them.
    pub channels: Vec<OfferedChannel<'s>>,
}

/// An organization.
pub struct OfferedOrganization<'s> {
    /// Its page.
    pub versions: Versions<'s>,
    /// What the page says.
    pub organization: &'s Organization,
    /// The words of its language.
    pub words: Words<'s>,
    /// Where it is, and how it is reached.
    pub place: OfferedPlace<'s>,
}

/// A way to do a procedure.
pub struct OfferedChannel<'s> {
    /// Which of the four.
    pub route: Route,
    /// Its position among those of its route, from 1.
    pub number: usize,
    /// The organization of the directory that it leads to: its position in [`Offer::organizations`].
    pub organization: Option<usize>,
    /// Where it leads: what the guide says, otherwise what the directory says of the organization.
    pub place: OfferedPlace<'s>,
    /// The service on the Internet.
    pub online: Option<&'s Online>,
    /// The forms to fill in.
    pub forms: &'s [Form],
    /// Whether to make an appointment, for whom the way is and what to know, in words.
    pub notes: Vec<String>,
}

impl<'s> Versions<'s> {
    /// The page that everything but texts is taken from.
    pub fn page(&self) -> &'s Page {
        self.pages[0]
    }

    /// Its language.
    pub fn language(&self) -> Language {
        self.page().document.language
    }

    /// Its title.
    pub fn title(&self) -> &'s str {
        &self.page().document.common.title
    }

    /// What it says, in a few sentences; empty if it has no text.
    pub fn summary(&self) -> &'s str {
        self.page().document.summary()
    }

    /// The day on which somebody last checked it, otherwise the day of publication, otherwise that of the facts at their source.
    pub fn day(&self) -> Option<Date> {
        let common = &self.page().document.common;
        let sources = common.source.iter().filter_map(|source| source.date);
        common.reviewed_on().or(common.date).or(sources.max())
    }

    /// Each language with what `text` says of the page in it; languages in which that is nothing are left out.
    pub fn each<'t>(&self, text: impl Fn(&'s Page) -> &'t str) -> Vec<(Language, &'t str)> {
        let pages = self.pages.iter();
        let texts = pages.map(|page| (page.document.language, text(page)));
        texts.filter(|(_, text)| !text.is_empty()).collect()
    }
}

impl<'s> Offer<'s> {
    /// Gathers what a site offers. Addresses are relative to the top where the site has none of its own.
    pub fn of(site: &'s Site) -> Self {
        let mut offer = Self {
            site,
            services: Vec::new(),
            organizations: Vec::new(),
            positions: FxHashMap::default(),
        };
        for versions in all_versions(site) {
            let document = &versions.page().document;
            if let Some(organization) = document.organization() {
                let position = offer.organizations.len();
                offer.positions.insert(&document.stem, position);
                let words = Words::new(site, versions.language());
                offer.organizations.push(OfferedOrganization {
                    place: OfferedPlace::of_organization(versions.title(), organization),
                    versions,
                    organization,
                    words,
                });
            }
        }
        for versions in all_versions(site) {
            let Some(guide) = versions.page().document.guide() else {
                continue;
            };
            if guide.informs() {
                continue;
            }
            let words = Words::new(site, versions.language());
            let channels = guide.channels.as_ref();
            let channels = channels.map(|all| channels_of(&offer, words, all));
            let channels = channels.unwrap_or_default();
            offer.services.push(OfferedService {
                versions,
                guide,
                words,
                channels,
            });
        }
        offer
    }

    /// An absolute address of the site, otherwise one from its top.
    pub fn address(&self, path: &str) -> String {
        self.site
            .config
            .absolute(path)
            .unwrap_or_else(|| path.to_owned())
    }

    /// The organization of the directory that this names, and no other.
    pub fn named(&self, name: &str, language: Language) -> Option<&OfferedOrganization<'s>> {
        let Counter::Organizations(ids) = self.site.counter(name, language, 2) else {
            return None;
        };
        let [id] = ids[..] else {
            return None;
        };
        self.organizations.get(self.position(id)?)
    }

    /// The position of the organization of a page.
    pub fn position(&self, id: PageId) -> Option<usize> {
        let stem = self.site.page(id).document.stem.as_str();
        self.positions.get(stem).copied()
    }
}

/// Every page that is no list and holds on the site's day, with its translations: in the order of their files.
fn all_versions(site: &Site) -> impl Iterator<Item = Versions<'_>> {
    site.pages_with_id().filter_map(|(id, page)| {
        let document = &page.document;
        let first = site.page_of_stem(&document.stem, site.config.default_language())?;
        if document.is_index || first != id || site.is_expired(document) {
            return None;
        }
        let others = site.translations(&document.stem).iter();
        let others = others.filter(|other| **other != id);
        let others = others.map(|other| site.page(*other));
        let path = site.page_path(id).encoded();
        Some(Versions {
            id,
            pages: std::iter::once(page).chain(others).collect(),
            address: site.config.absolute(&path).unwrap_or(path),
        })
    })
}
