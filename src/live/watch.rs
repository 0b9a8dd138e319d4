//! Detects what changed on disk, once events have settled.
//!
//! Editors save in many ways: in place, by truncating and writing, by writing beside and renaming over, by
//! moving the old file away first. So folders are watched rather than files, and events are not trusted: each
//! path that they name is read again once no event has come for a moment.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use walkdir::WalkDir;

use crate::files::CONTENT;
use crate::model::config;
use crate::project::Project;
use crate::reasons::reason;

/// The longest time between two events of one save.
const SETTLED: Duration = Duration::from_millis(8);

/// An endless stream of events (a large copy) is read in parts.
const LONGEST: Duration = Duration::from_millis(60);

/// Files that appear in a new folder before it is watched are found by reading the folder again after this
/// time.
const SECOND_LOOK: Duration = Duration::from_millis(150);

/// Renaming a folder, or retargeting a link to one, causes no event below what is watched, so the identity of
/// the folders is checked at this interval.
const LOOK: Duration = Duration::from_secs(1);

/// The changes below a site's folder.
pub struct FolderChanges {
    /// The folder as given.
    named: PathBuf,
    /// The folder without links, as events name it.
    root: PathBuf,
    events: Receiver<notify::Result<notify::Event>>,
    watcher: RecommendedWatcher,
    /// Which folders are watched.
    watched: Folders,
    /// The symbolic links in the content, by the files that they point to.
    links: BTreeMap<PathBuf, BTreeSet<String>>,
}

/// The watched folders of a site, each identified on disk, whatever its name.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Folders(Option<PathBuf>, [Option<Identity>; 3]);

/// The identity of a folder, which a rename does not change.
type Identity = (u64, u64);

impl Folders {
    fn of(named: &Path) -> Self {
        let folders = ["", CONTENT, "themes"].map(|folder| identity(&named.join(folder)));
        Self(named.canonicalize().ok(), folders)
    }
}

#[cfg(unix)]
fn identity(folder: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt as _;
    let metadata = folder.metadata().ok()?;
    Some((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn identity(folder: &Path) -> Option<Identity> {
    folder.metadata().ok().map(|_| (0, 0))
}

/// What must be read again.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Configuration or theme.
    settings: bool,
    /// Everything.
    all: bool,
    /// The content folder or the themes folder appeared or disappeared.
    folders: bool,
    /// Paths below the content folder.
    content: BTreeSet<String>,
}

impl FolderChanges {
    /// Starts watching.
    pub fn begin(root: &Path) -> Result<Self, String> {
        let (sender, events) = channel();
        let mut watcher = notify::recommended_watcher(move |event| {
            // The receiver is gone only when the process ends.
            let _ = sender.send(event);
        })
        .map_err(|error| reason(&error))?;
        let watched = Folders::of(root);
        let named = root.to_owned();
        let root = root.canonicalize().map_err(|error| reason(&error))?;
        watcher
            .watch(&root, RecursiveMode::NonRecursive)
            .map_err(|error| reason(&error))?;
        let mut changes = Self {
            named,
            root,
            events,
            watcher,
            watched,
            links: BTreeMap::new(),
        };
        changes.watch_folders();
        Ok(changes)
    }

    /// Watches the folders of content and themes that exist, and the targets of links in the content.
    fn watch_folders(&mut self) {
        for folder in [CONTENT, "themes"] {
            let path = self.root.join(folder);
            if path.is_dir() {
                let _ = self.watcher.watch(&path, RecursiveMode::Recursive);
            }
        }
        self.follow_links();
    }

    /// Records where the symbolic links of the content point, and watches the folders of files outside.
    fn follow_links(&mut self) {
        let content = self.root.join(CONTENT);
        self.links.clear();
        for entry in WalkDir::new(&content).into_iter().flatten() {
            if !entry.path_is_symlink() {
                continue;
            }
            let below = entry.path().strip_prefix(&content).ok().map(shown);
            let target = entry.path().canonicalize().ok();
            let (Some(below), Some(target)) = (below.filter(|below| !below.is_empty()), target)
            else {
                continue;
            };
            if let Some(folder) = target
                .parent()
                .filter(|folder| !folder.starts_with(&content))
            {
                let _ = self.watcher.watch(folder, RecursiveMode::NonRecursive);
            }
            self.links.entry(target).or_default().insert(below);
        }
    }

    /// Whether the folders differ from those being watched; if so, watches them.
    fn moved(&mut self) -> bool {
        let now = Folders::of(&self.named);
        if now == self.watched {
            return false;
        }
        for path in [
            &self.root,
            &self.root.join(CONTENT),
            &self.root.join("themes"),
        ] {
            // A folder that is gone is no longer watched.
            let _ = self.watcher.unwatch(path);
        }
        if let Some(root) = &now.0 {
            self.root.clone_from(root);
            let _ = self.watcher.watch(root, RecursiveMode::NonRecursive);
            self.watch_folders();
        }
        self.watched = now;
        true
    }

    /// The next event, or a change of the folders; `None` when nothing can change any more.
    fn wait(&mut self) -> Option<Change> {
        let mut change = Change::default();
        loop {
            match self.events.recv_timeout(LOOK) {
                Ok(event) => {
                    self.add(&mut change, event);
                    return Some(change);
                }
                Err(RecvTimeoutError::Timeout) if self.moved() => {
                    change.all = true;
                    return Some(change);
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return None,
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

    /// Whether a changed path is or was a link, or is a folder that may contain links.
    fn may_hold_links(&self, change: &Change) -> bool {
        let content = self.root.join(CONTENT);
        change.content.iter().any(|below| {
            let kind = content.join(below).symlink_metadata();
            kind.map_or(!self.links.is_empty(), |kind| {
                kind.is_symlink() || kind.is_dir()
            })
        })
    }

    fn add_path(&self, change: &mut Change, path: &Path) {
        // The target of a link is read under the link's own name.
        change
            .content
            .extend(self.links.get(path).into_iter().flatten().cloned());
        let Ok(relative) = path.strip_prefix(&self.root) else {
            return;
        };
        let relative = shown(relative);
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

impl Iterator for FolderChanges {
    type Item = Change;

    /// Waits for the next change; `None` when nothing can change any more.
    fn next(&mut self) -> Option<Change> {
        loop {
            let mut change = self.wait()?;
            let begin = Instant::now();
            while begin.elapsed() < LONGEST {
                match self.events.recv_timeout(SETTLED) {
                    Ok(event) => self.add(&mut change, event),
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return None,
                }
            }
            if change.folders {
                // A folder that was missing or has been replaced is not watched yet.
                self.watch_folders();
                self.watched = Folders::of(&self.named);
            } else if self.may_hold_links(&change) {
                self.follow_links();
            }
            if change != Change::default() {
                return Some(change);
            }
        }
    }
}

/// A path with `/` between its parts.
fn shown(path: &Path) -> String {
    path.to_string_lossy()
        .replace(std::path::MAIN_SEPARATOR, "/")
}

impl Change {
    /// The files and folders that may have changed, as paths of the site: the configuration, and paths below the content
    /// folder, all of it being one.
    pub fn files(&self) -> Vec<String> {
        let settings = (self.settings || self.all).then(|| config::FILE.to_owned());
        let content = self.all.then(|| CONTENT.to_owned());
        let below = self
            .content
            .iter()
            .map(|below| format!("{CONTENT}/{below}"));
        settings.into_iter().chain(content).chain(below).collect()
    }

    /// Reads again what changed.
    pub fn apply(&self, project: &mut Project) {
        let languages = project.config.all_languages();
        if self.settings || self.all {
            project.read_settings();
        }
        // The language of a page depends on the languages that the configuration lists.
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
