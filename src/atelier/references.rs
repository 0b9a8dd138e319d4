//! Who names what, on a whole site: made once for each of its states.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use super::mentions::{self, Mention, MentionedThing};
use super::{below_content, stored_text};
use crate::diagnostics::TextFile;
use crate::files::as_read;
use crate::model::config;
use crate::percent::decode;
use crate::site::{Counter, LinkTarget, PageId, Site, Topics, join, scheme};

/// A text that names something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Namer {
    /// The configuration.
    Settings,
    /// A page, or its local note.
    Page(PageId),
}

impl Namer {
    /// The page.
    pub fn page(self) -> Option<PageId> {
        match self {
            Self::Page(id) => Some(id),
            Self::Settings => None,
        }
    }

    /// The path of its file.
    pub fn path(self, site: &Site) -> &str {
        match self {
            Self::Page(id) => &site.page(id).document.file.path,
            Self::Settings => config::FILE,
        }
    }
}

type Namers = BTreeMap<String, BTreeSet<Namer>>;

/// The texts of a site that name its pages, files, organizations and topics.
#[derive(Debug, Default)]
pub struct References {
    /// By the paths of files below the content folder.
    by_path: Namers,
    /// By the names of organizations and of their kinds, as they are written.
    by_name: Namers,
    by_topic: Namers,
    /// The names that mean an organization, by the stem of its file.
    names_of: BTreeMap<String, BTreeSet<String>>,
    /// The stems of what each name means.
    means: BTreeMap<String, BTreeSet<String>>,
}

impl References {
    /// Those of a site.
    pub fn of(site: &Site) -> Self {
        let mut all = Self::default();
        for (id, page) in site.pages_with_id() {
            for mention in mentions::of_page(&page.document) {
                all.add(site, Namer::Page(id), &mention);
            }
        }
        for mention in mentions::of_settings(&site.config) {
            all.add(site, Namer::Settings, &mention);
        }
        let language = site.config.default_language();
        for name in all.by_name.keys() {
            let Counter::Organizations(ids) = site.counter(name, language, usize::MAX) else {
                continue;
            };
            let stems = ids.iter().map(|id| site.page(*id).document.stem.clone());
            let stems: BTreeSet<String> = stems.collect();
            for stem in &stems {
                let names = all.names_of.entry(stem.clone()).or_default();
                names.insert(name.clone());
            }
            all.means.insert(name.clone(), stems);
        }
        all
    }

    fn add(&mut self, site: &Site, namer: Namer, mention: &Mention<'_>) {
        let mut add = |to: fn(&mut Self) -> &mut Namers, key: String| {
            to(self).entry(key).or_default().insert(namer);
        };
        match mention.what {
            MentionedThing::Path => {
                for path in named_paths(site, namer, mention) {
                    add(|all| &mut all.by_path, path);
                }
            }
            MentionedThing::Organization => add(|all| &mut all.by_name, mention.name().to_owned()),
            MentionedThing::Topic => add(|all| &mut all.by_topic, mention.written.to_owned()),
        }
    }

    /// What names the page or the file at a path below the content folder, by its path.
    pub fn of_path(&self, path: &str) -> impl Iterator<Item = Namer> {
        self.by_path.get(path).into_iter().flatten().copied()
    }

    /// What writes this name of an organization.
    pub fn of_name(&self, name: &str) -> impl Iterator<Item = Namer> {
        self.by_name.get(name).into_iter().flatten().copied()
    }

    /// What names something that is gone once these files of the site at `root` are, and is in none of them.
    pub fn left_without(&self, site: &Site, root: &Path, files: &[&str]) -> BTreeSet<Namer> {
        let mut found = BTreeSet::new();
        for file in files {
            let below = below_content(file);
            found.extend(self.of_path(below));
            if Topics::is_named(below) {
                found.extend(self.of_topics_in(root, file));
            }
        }
        let gone = gone_organizations(site, files);
        let names = gone.iter().filter_map(|stem| self.names_of.get(*stem));
        for name in names.flatten() {
            // A kind that others are of still means these.
            let means = self.means.get(name).into_iter().flatten();
            if means.into_iter().all(|stem| gone.contains(stem.as_str())) {
                found.extend(self.of_name(name));
            }
        }
        found.retain(|namer| !files.contains(&namer.path(site)));
        found
    }

    fn of_topics_in(&self, root: &Path, file: &str) -> BTreeSet<Namer> {
        let stored = stored_text(root, file).ok();
        let text = stored.map(|stored| TextFile::new(file, &*as_read(&stored.written)));
        let topics = text.map(|text| Topics::parse(&Arc::new(text)).0);
        let topics = topics.iter().flat_map(|topics| topics.0.iter());
        let namers = topics.filter_map(|(key, _)| self.by_topic.get(key));
        namers.flatten().copied().collect()
    }
}

/// The organizations of which every translation is among these files, by their stems.
fn gone_organizations<'s>(site: &'s Site, files: &[&str]) -> BTreeSet<&'s str> {
    let is_gone = |id: &PageId| files.contains(&site.page(*id).document.file.path.as_str());
    let pages = files.iter().filter_map(|file| site.page_of_file(file));
    let organizations = pages.filter_map(|id| {
        let document = &site.page(id).document;
        document.organization().map(|_| document.stem.as_str())
    });
    organizations
        .filter(|stem| site.translations(stem).iter().all(is_gone))
        .collect()
}

/// The files that a destination names: the one that is written, and that of the page to which it leads readers of its
/// language.
fn named_paths(site: &Site, namer: Namer, mention: &Mention<'_>) -> Vec<String> {
    let path = mention.written.split(['#', '?']).next().unwrap_or_default();
    if path.is_empty() || path.starts_with("//") || scheme(path).is_some() {
        return Vec::new();
    }
    let folder = match namer {
        Namer::Page(_) => below_content(mention.file()),
        Namer::Settings => "",
    };
    let folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut paths = Vec::from_iter(join(folder, &decode(path)));
    if let Some(id) = namer.page()
        && let Ok(LinkTarget::Page(target, _)) = site.link(id, path)
    {
        let target = below_content(&site.page(target).document.file.path);
        if paths.iter().all(|path| path != target) {
            paths.push(target.to_owned());
        }
    }
    paths
}

#[cfg(test)]
mod tests;
