//! The one thread that reads sites: it assembles the newest state of each, and tells what is wrong with it.
//!
//! Whatever is typed or saved while it assembles a state becomes part of one next state. There are never two at once,
//! and none waits in a queue.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, TryRecvError};
use std::time::{Duration, Instant};

use guichet::checks::{self, Scope};
use guichet::diagnostics::{Diagnostic, Severity};
use guichet::model::config;
use guichet::model::values::Date;
use guichet::project::Project;
use guichet::site::{Extent, Site};
use tokio::runtime::Handle;
use tower_lsp_server::Client;

use crate::findings;
use crate::workspace::{
    KnownSite, OpenText, SiteFile, SiteFindings, Workspace, below, content_path,
};

/// The time without a change after which what was typed is read.
const SETTLED: Duration = Duration::from_millis(60);

/// Somebody who types without a pause sees the state of this long ago.
const LONGEST: Duration = Duration::from_millis(300);

/// After this time without a state, one is told though it is out of date already.
const PATIENCE: Duration = Duration::from_secs(1);

/// What has changed.
pub(crate) enum SiteChange {
    /// The text of a file as it is typed; `None` once it is closed.
    Typed(SiteFile, Option<OpenText>),
    /// A file or folder on disk.
    Saved(PathBuf),
    /// All of a site's files, perhaps.
    Site(PathBuf),
}

/// What the thread keeps.
pub(crate) struct Keeper<D> {
    pub workspace: Arc<Workspace>,
    pub client: Client,
    pub runtime: Handle,
    /// The day for which sites are read.
    pub day: D,
    pub projects: BTreeMap<PathBuf, Project>,
    /// The open texts that the projects hold.
    pub held: BTreeMap<SiteFile, OpenText>,
    /// The versions of open texts whose diagnostics the program has.
    pub told: BTreeMap<SiteFile, i32>,
}

impl<D: Fn() -> Date> Keeper<D> {
    /// Reads what changes until nothing can change any more.
    pub fn run(mut self, changes: &Receiver<SiteChange>) {
        let mut dirty: BTreeSet<PathBuf> = BTreeSet::new();
        let mut last = Instant::now();
        while let Ok(first) = changes.recv() {
            let mut next = Some(first);
            while let Some(change) = next.take() {
                let Some(batch) = settled(change, changes) else {
                    return;
                };
                for change in batch {
                    self.apply(change, &mut dirty);
                }
                for root in dirty.clone() {
                    let Some((site, found)) = self.assemble(&root) else {
                        dirty.remove(&root);
                        continue;
                    };
                    self.tell_typed(&root, &site, &found);
                    next = match changes.try_recv() {
                        Ok(change) => Some(change),
                        Err(TryRecvError::Empty) => None,
                        Err(TryRecvError::Disconnected) => return,
                    };
                    if next.is_some() && last.elapsed() < PATIENCE {
                        break;
                    }
                    self.tell(&root, site, found);
                    dirty.remove(&root);
                    last = Instant::now();
                    if next.is_some() {
                        break;
                    }
                }
            }
        }
    }

    /// Reads again what a change names.
    fn apply(&mut self, change: SiteChange, dirty: &mut BTreeSet<PathBuf>) {
        match change {
            SiteChange::Typed(file, text) => {
                let project = self.project(&file.root);
                let typed = text.as_ref().map(|open| open.text.typed());
                match file.content() {
                    Some(path) => project.hold(path, typed.map(str::to_owned)),
                    None => project.hold_settings(typed),
                }
                dirty.insert(file.root.clone());
                match text {
                    Some(open) => self.held.insert(file, open),
                    None => self.held.remove(&file),
                };
            }
            SiteChange::Site(root) => {
                if let Some(project) = self.projects.get_mut(&root) {
                    project.read_settings();
                    project.read_content();
                }
                self.project(&root);
                dirty.insert(root);
            }
            SiteChange::Saved(path) => {
                for (root, project) in &mut self.projects {
                    if let Some(path) = below(root, &path) {
                        refresh(project, &path);
                        dirty.insert(root.clone());
                    }
                }
            }
        }
    }

    fn project(&mut self, root: &Path) -> &mut Project {
        let projects = &mut self.projects;
        projects
            .entry(root.to_owned())
            .or_insert_with(|| Project::read(root))
    }

    /// The site as it is now, with what reading and assembling found; requests are answered from it at once.
    fn assemble(&self, root: &Path) -> Option<(Arc<Site>, Vec<Diagnostic>)> {
        let project = self.projects.get(root)?;
        let extent = Extent::on((self.day)()).with_drafts(true);
        let (site, found) = project.site(extent);
        let site = Arc::new(site);
        let before = self.workspace.site(root);
        let known = KnownSite {
            site: Arc::clone(&site),
            found: before
                .as_ref()
                .map(|b| Arc::clone(&b.found))
                .unwrap_or_default(),
            versions: before.map(|before| before.versions).unwrap_or_default(),
        };
        self.workspace.know(root.to_owned(), known);
        Some((site, found))
    }

    /// Tells what is wrong with the pages that were typed, before the whole site is checked: somebody waits for it. What
    /// only the whole site can show is told later.
    fn tell_typed(&mut self, root: &Path, site: &Arc<Site>, found: &[Diagnostic]) {
        let Some(known) = self.workspace.site(root) else {
            return;
        };
        let typed = self.held.values().filter(|open| {
            open.file.root == root && self.told.get(&open.file) != Some(&open.version)
        });
        let typed: Vec<SiteFile> = typed.map(|open| open.file.clone()).collect();
        if typed.is_empty() {
            return;
        }
        let mut now = SiteFindings::clone(&known.found);
        for file in typed {
            let mut of_file: Vec<Diagnostic> = found
                .iter()
                .filter(|found| found.location.path() == file.path)
                .cloned()
                .collect();
            if let Some(page) = site.page_of_file(&file.path) {
                of_file.extend(checks::check_page(site, page, Scope::All));
            }
            now.insert(file.path, checks::judge(site, of_file));
        }
        now.retain(|_, of_file| !of_file.is_empty());
        self.publish(root, Arc::clone(site), now);
    }

    /// Checks a site, and tells what is wrong with it.
    fn tell(&mut self, root: &Path, site: Arc<Site>, mut found: Vec<Diagnostic>) {
        found.extend(checks::check(&site, Scope::All));
        let mut by_file = SiteFindings::new();
        for (severity, diagnostic) in checks::judge(&site, found) {
            let path = match diagnostic.location.path() {
                // What is wrong with the site as a whole is shown where the site is described.
                "" => config::FILE,
                path => path,
            };
            let of_file: &mut Vec<(Severity, Diagnostic)> =
                by_file.entry(path.to_owned()).or_default();
            of_file.push((severity, diagnostic));
        }
        self.publish(root, site, by_file);
    }

    /// Tells the program of each file whose diagnostics have changed, and of each that was typed.
    fn publish(&mut self, root: &Path, site: Arc<Site>, found: SiteFindings) {
        let before = self.workspace.site(root);
        let before = before.map_or_else(Arc::default, |before| before.found);
        let found = Arc::new(found);
        let of_site = self.held.iter().filter(|(file, _)| file.root == root);
        let versions = of_site.map(|(file, open)| (file.path.clone(), open.version));
        let known = KnownSite {
            site,
            found: Arc::clone(&found),
            versions: Arc::new(versions.collect()),
        };
        self.workspace.know(root.to_owned(), known);
        let workspace = Arc::clone(&self.workspace);
        let Some(client) = workspace.client.get() else {
            return;
        };
        let files = |path: &String| SiteFile {
            root: root.to_owned(),
            path: path.clone(),
        };
        let open = self.held.keys().chain(self.told.keys());
        let open = open.filter(|file| file.root == root).cloned();
        let found_in = before.keys().chain(found.keys()).map(files);
        for file in open.chain(found_in).collect::<BTreeSet<SiteFile>>() {
            let open = self.held.get(&file);
            let version = open.map(|open| open.version);
            let told = match version {
                Some(version) => self.told.insert(file.clone(), version),
                None => self.told.remove(&file),
            };
            let of_file = found.get(&file.path);
            if told == version && before.get(&file.path) == of_file {
                continue;
            }
            let uri = match open {
                Some(open) => Some(open.uri.clone()),
                None => file.uri(),
            };
            let Some(uri) = uri else { continue };
            let text = open.map(|open| &*open.text);
            let of_file = of_file.map(Vec::as_slice).unwrap_or_default();
            let shown = findings::shown(of_file, text, client);
            let sent = self.client.publish_diagnostics(uri, shown, version);
            self.runtime.block_on(sent);
        }
    }
}

/// A change, and those that follow it without a pause; `None` when nothing can change any more.
fn settled(first: SiteChange, changes: &Receiver<SiteChange>) -> Option<Vec<SiteChange>> {
    let begin = Instant::now();
    let mut batch = vec![first];
    while begin.elapsed() < LONGEST {
        match changes.recv_timeout(SETTLED) {
            Ok(change) => batch.push(change),
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
    Some(last_of_each(batch))
}

/// The changes without those of texts that were typed again later.
fn last_of_each(batch: Vec<SiteChange>) -> Vec<SiteChange> {
    let mut seen: BTreeSet<SiteFile> = BTreeSet::new();
    let mut last: Vec<SiteChange> = batch
        .into_iter()
        .rev()
        .filter(|change| match change {
            SiteChange::Typed(file, _) => seen.insert(file.clone()),
            SiteChange::Saved(_) | SiteChange::Site(_) => true,
        })
        .collect();
    last.reverse();
    last
}

/// Reads a path of a site again: the configuration, theme and records, or what is in the content folder.
fn refresh(project: &mut Project, path: &str) {
    if let Some(path) = content_path(path) {
        project.refresh(std::iter::once(path));
        return;
    }
    let languages = project.config.all_languages();
    project.read_settings();
    if project.config.all_languages() != languages {
        project.read_content();
    }
}
