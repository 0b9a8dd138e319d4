//! The one thread that reads the site: it assembles each state, and gives it to those who wait for it.
//!
//! Whatever comes while it assembles a state becomes part of one next state.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender};

use guichet::atelier::stored_text;
use guichet::files::{CONTENT, as_read};
use guichet::live::{Change, Snapshot};
use guichet::model::config;
use guichet::project::Project;
use guichet::site::Extent;
use tokio::sync::oneshot;

use crate::AtelierOptions;
use crate::stumble::survived;
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
    /// Read these paths of the site again, and let go of the texts of pages that went.
    Read(Vec<String>, Vec<String>, SnapshotReply),
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
    /// Assembles a state after another.
    take: fn(&Project, Extent, Option<&Path>, &Snapshot) -> Snapshot,
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
            take: |project, extent, press, before| {
                Snapshot::take(project, extent, press, Some(before))
            },
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
            let mut typed = Vec::new();
            let next = survived(|| {
                for task in std::iter::once(first).chain(asked.try_iter()) {
                    if let KeeperTask::Hold(path, ..) = &task {
                        typed.push(path.clone());
                    }
                    self.apply(task, workshop, &mut replies, &mut files);
                }
                let before = &self.snapshot;
                (self.take)(&self.project, self.extent, self.press.as_deref(), before)
            });
            let Some(snapshot) = next else {
                // Those who wait are told. What was typed last does not come in the way of what is typed next.
                let _ = survived(|| {
                    for path in &typed {
                        self.hold(workshop, path, None);
                    }
                });
                continue;
            };
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
        workshop: &Workshop,
        replies: &mut Vec<SnapshotReply>,
        files: &mut Vec<String>,
    ) {
        match task {
            KeeperTask::Hold(path, text, reply) => {
                // A window that has not heard yet that its page went makes no other in its place.
                if text.is_none() || workshop.open.whereabouts(&path).is_none() {
                    let text = text.filter(|text| !is_saved(workshop, &path, text));
                    self.hold(workshop, &path, text);
                }
                replies.push(reply);
            }
            KeeperTask::Saved(path, text, reply) => {
                match self.held.get(&path) == Some(&text) {
                    true => self.hold(workshop, &path, None),
                    false => self.refresh(&path),
                }
                files.push(path);
                replies.push(reply);
            }
            KeeperTask::Release => {
                for path in std::mem::take(&mut self.held).into_keys() {
                    self.hold(workshop, &path, None);
                }
            }
            KeeperTask::Read(paths, went, reply) => {
                for path in went {
                    if self.held.contains_key(&path) {
                        self.hold(workshop, &path, None);
                    }
                }
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

    fn hold(&mut self, workshop: &Workshop, path: &str, text: Option<String>) {
        workshop.open.set_unsaved(path, text.is_some());
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

/// Whether a text is what its file says: then it stands in for nothing.
fn is_saved(workshop: &Workshop, path: &str, text: &str) -> bool {
    stored_text(&workshop.root, path).is_ok_and(|stored| as_read(&stored.written) == text)
}

/// A path of the site below its content folder.
pub(crate) fn below_content(path: &str) -> Option<&str> {
    path.strip_prefix(CONTENT)?.strip_prefix('/')
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use guichet::site::PageId;

    use super::*;
    use crate::workshop::tests::{options, workshop};

    #[test]
    fn a_text_over_which_guichet_stumbles_does_not_end_the_workshop() {
        let folder = tempfile::tempdir().unwrap();
        let mut keeper = SiteKeeper::read(&options(folder.path()));
        keeper.take = |project, extent, press, before| {
            let new = Snapshot::take(project, extent, press, Some(before));
            assert_ne!(new.site.page(PageId(0)).document.common.title, "Faux pas");
            new
        };
        let (tasks, asked) = channel();
        let (states, _to_check) = channel();
        let workshop = Arc::new(workshop(folder.path(), &keeper, tasks));
        let shared = Arc::clone(&workshop);
        std::thread::spawn(move || keeper.run(&asked, &shared, &states));
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        let hold = |title: &str| {
            let text = format!("---\ntitre: {title}\n---\n");
            let task = |reply| KeeperTask::Hold("content/a.md".to_owned(), Some(text), reply);
            let state = runtime.as_ref().unwrap().block_on(workshop.ask(task));
            state.map(|state| state.site.page(PageId(0)).document.common.title.clone())
        };
        for _ in 0..2 {
            assert!(format!("{:?}", hold("Faux pas").unwrap_err()).contains("stumbled"));
            assert_eq!(
                workshop.open.unsaved_of(["content/a.md"].into_iter()).len(),
                0
            );
            assert_eq!(hold("Deux").unwrap(), "Deux");
        }
    }
}
