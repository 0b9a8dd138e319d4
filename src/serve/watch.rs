//! What changed on disk, once the dust has settled.
//!
//! Editors save in many ways: they write in place, truncate and write, write beside and rename over, move the old file
//! away first. So folders are watched, not files, and what an event says happened is not believed: each path that
//! events name is simply read again, as it stands once no event has come for a moment.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use crate::config;
use crate::project::Project;
use crate::source::CONTENT;

/// Two events of one save come within this time.
const SETTLED: Duration = Duration::from_millis(8);

/// A stream of events that does not end (a large copy) is read in parts.
const LONGEST: Duration = Duration::from_millis(60);

/// Files that appear in a new folder before it is watched are found by reading the folder again after this time.
const SECOND_LOOK: Duration = Duration::from_millis(150);

/// The changes below a site's folder.
pub(super) struct Changes {
    root: PathBuf,
    events: Receiver<notify::Result<notify::Event>>,
    watcher: RecommendedWatcher,
}

/// What is to be read again.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Change {
    /// Configuration or theme.
    settings: bool,
    /// Everything.
    all: bool,
    /// The content folder or that of the themes came or went.
    folders: bool,
    /// Paths below the content folder.
    content: BTreeSet<String>,
}

impl Changes {
    /// Begins to watch.
    pub fn begin(root: &Path) -> Result<Self, String> {
        let (sender, events) = channel();
        let mut watcher = notify::recommended_watcher(move |event| {
            // The receiver is gone only when the process ends.
            let _ = sender.send(event);
        })
        .map_err(|error| error.to_string())?;
        let root = root.canonicalize().map_err(|error| error.to_string())?;
        watcher
            .watch(&root, RecursiveMode::NonRecursive)
            .map_err(|error| error.to_string())?;
        let mut changes = Self {
            root,
            events,
            watcher,
        };
        changes.watch_folders();
        Ok(changes)
    }

    /// Watches the folders of content and themes, those that are there.
    fn watch_folders(&mut self) {
        for folder in [CONTENT, "themes"] {
            let path = self.root.join(folder);
            if path.is_dir() {
                let _ = self.watcher.watch(&path, RecursiveMode::Recursive);
            }
        }
    }

    /// Waits for the next change; `None` when nothing can change any more.
    pub fn next(&mut self) -> Option<Change> {
        loop {
            let mut change = Change::default();
            self.add(&mut change, self.events.recv().ok()?);
            let begin = Instant::now();
            while begin.elapsed() < LONGEST {
                match self.events.recv_timeout(SETTLED) {
                    Ok(event) => self.add(&mut change, event),
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return None,
                }
            }
            if change.folders {
                // A folder that was missing, or that was replaced by another, is not watched yet.
                self.watch_folders();
            }
            if change != Change::default() {
                return Some(change);
            }
        }
    }

    fn add(&self, change: &mut Change, event: notify::Result<notify::Event>) {
        let Ok(event) = event else {
            change.all = true;
            return;
        };
        if event.need_rescan() {
            change.all = true;
        }
        if event.kind.is_access() {
            return;
        }
        for path in &event.paths {
            self.add_path(change, path);
        }
    }

    fn add_path(&self, change: &mut Change, path: &Path) {
        let Ok(relative) = path.strip_prefix(&self.root) else {
            return;
        };
        let relative = relative
            .to_string_lossy()
            .replace(std::path::MAIN_SEPARATOR, "/");
        if relative == config::FILE || relative == "themes" || relative.starts_with("themes/") {
            change.settings = true;
            change.folders |= relative == "themes";
        } else if relative == CONTENT {
            change.all = true;
            change.folders = true;
        } else if let Some(below) = relative.strip_prefix(&format!("{CONTENT}/")) {
            let ignored = below
                .split('/')
                .any(|part| crate::source::is_ignored(std::ffi::OsStr::new(part)));
            if !ignored {
                change.content.insert(below.to_owned());
            }
        }
    }
}

impl Change {
    /// Reads again what changed.
    pub fn apply(&self, project: &mut Project) {
        let languages = project.config.all_languages();
        if self.settings || self.all {
            project.read_settings();
        }
        // In which language a page is depends on the languages that the configuration lists.
        if self.all || project.config.all_languages() != languages {
            project.read_content();
            return;
        }
        let content = project.root.join(CONTENT);
        let new_folder = self.content.iter().any(|path| content.join(path).is_dir());
        if new_folder {
            std::thread::sleep(SECOND_LOOK);
        }
        project.refresh(self.content.iter().map(String::as_str));
    }
}
