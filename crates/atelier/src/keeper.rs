//! The one thread that reads the site: it assembles each state, and gives it to those who wait for it.
//!
//! Whatever comes while it assembles a state becomes part of one next state.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use guichet::files::CONTENT;
use guichet::live::{Change, Snapshot};
use guichet::model::config;
use guichet::project::Project;
use guichet::site::Extent;
use tokio::sync::oneshot;

use crate::AtelierOptions;
use crate::workshop::Workshop;

/// Where a state of the site is sent.
pub(crate) type SnapshotReply = oneshot::Sender<Arc<Snapshot>>;

/// What the keeper is asked.
pub(crate) enum KeeperTask {
    /// Take a text for that of the file at this path of the site; without one, the file's own.
    Hold(String, Option<String>, SnapshotReply),
    /// Read the file at this path again, in which this text was saved. What has been typed since goes on standing in for it.
    Saved(String, String, SnapshotReply),
    /// Let go of every text.
    Release,
    /// Read these paths of the site again.
    Read(Vec<String>, SnapshotReply),
    /// Read all of the site again.
    ReadAll(SnapshotReply),
    /// Read what has changed on disk.
    Changed(Change),
}

/// What the thread keeps.
pub(crate) struct SiteKeeper {
    project: Project,
    extent: Extent,
    press: Option<PathBuf>,
    snapshot: Arc<Snapshot>,
    /// The typed texts that are read in place of files, by the paths of these.
    held: BTreeMap<String, String>,
}

impl SiteKeeper {
    /// Reads the site.
    pub fn read(options: &AtelierOptions) -> Self {
        let project = Project::read(&options.root);
        let extent = options.extent.with_drafts(true);
        let press = options.press.clone();
        let snapshot = Snapshot::take(&project, extent, press.as_deref(), None);
        Self {
            project,
            extent,
            press,
            snapshot: Arc::new(snapshot),
            held: BTreeMap::new(),
        }
    }

    pub fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot)
    }

    /// Does what is asked until nobody can ask any more.
    pub fn run(
        mut self,
        asked: &Receiver<KeeperTask>,
        workshop: &Workshop,
        checks: &Sender<Arc<Snapshot>>,
    ) {
        while let Ok(first) = asked.recv() {
            let mut replies = Vec::new();
            let mut files = Vec::new();
            self.apply(first, &mut replies, &mut files);
            while let Ok(next) = asked.try_recv() {
                self.apply(next, &mut replies, &mut files);
            }
            let before = &self.snapshot;
            let press = self.press.as_deref();
            let snapshot = Snapshot::take(&self.project, self.extent, press, Some(before));
            self.snapshot = Arc::new(snapshot);
            workshop.replace(self.snapshot(), files);
            for reply in replies {
                // Who has gone away does not wait.
                let _ = reply.send(self.snapshot());
            }
            if checks.send(self.snapshot()).is_err() {
                return;
            }
        }
    }

    fn apply(
        &mut self,
        task: KeeperTask,
        replies: &mut Vec<SnapshotReply>,
        files: &mut Vec<String>,
    ) {
        match task {
            KeeperTask::Hold(path, text, reply) => {
                self.hold(&path, text);
                replies.push(reply);
            }
            KeeperTask::Saved(path, text, reply) => {
                match self.held.get(&path) == Some(&text) {
                    true => self.hold(&path, None),
                    false => self.refresh(&path),
                }
                files.push(path);
                replies.push(reply);
            }
            KeeperTask::Release => {
                for path in std::mem::take(&mut self.held).into_keys() {
                    self.hold(&path, None);
                }
            }
            KeeperTask::Read(paths, reply) => {
                for path in paths {
                    self.refresh(&path);
                    files.push(path);
                }
                replies.push(reply);
            }
            KeeperTask::ReadAll(reply) => {
                self.project.read_settings();
                self.project.read_content();
                replies.push(reply);
            }
            KeeperTask::Changed(change) => {
                files.extend(change.files());
                change.apply(&mut self.project);
            }
        }
    }

    fn hold(&mut self, path: &str, text: Option<String>) {
        match &text {
            Some(text) => self.held.insert(path.to_owned(), text.clone()),
            None => self.held.remove(path),
        };
        match below_content(path) {
            Some(below) if Project::reads(below) => self.project.hold(below, text),
            _ if path == config::FILE => self.project.hold_settings(text.as_deref()),
            _ => {}
        }
    }

    fn refresh(&mut self, path: &str) {
        if let Some(below) = below_content(path) {
            self.project.refresh(std::iter::once(below));
            return;
        }
        let languages = self.project.config.all_languages();
        self.project.read_settings();
        if self.project.config.all_languages() != languages {
            self.project.read_content();
        }
    }
}

/// A path of the site below its content folder.
pub(crate) fn below_content(path: &str) -> Option<&str> {
    path.strip_prefix(CONTENT)?.strip_prefix('/')
}
