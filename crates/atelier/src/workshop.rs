//! What all requests share.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use axum::http::StatusCode;
use guichet::atelier::{Bin, History, References};
use guichet::catalogue::Catalogue;
use guichet::language::Language;
use guichet::live::Snapshot;
use guichet::site::Site;
use tokio::sync::{oneshot, watch as signal};

use crate::access::AccessKey;
use crate::answer::Refusal;
use crate::api::{CounterIndex, DeskIndex};
use crate::checker::SiteCheck;
use crate::keeper::KeeperTask;
use crate::open_texts::OpenTexts;
use crate::{AtelierOptions, SendSite, StartSite};

/// What all requests share.
pub(crate) struct Workshop {
    pub root: PathBuf,
    pub port: u16,
    pub messages: Catalogue,
    pub key: AccessKey,
    pub history: History,
    pub bin: Bin,
    pub options: BuildChoice,
    pub news: signal::Sender<SiteNews>,
    /// How many windows are told of news.
    pub windows: AtomicUsize,
    /// How often the keeper has been asked: whoever waits comes before a check of the whole site.
    pub asked: Arc<AtomicU64>,
    /// Held while the site is published: one build at a time.
    pub publishing: Mutex<()>,
    /// What windows have open.
    pub open: OpenTexts,
    /// Who names what.
    pub references: SnapshotIndex<References>,
    /// What is found at the counter.
    pub counter: SnapshotIndex<CounterIndex>,
    tasks: Sender<KeeperTask>,
    snapshot: RwLock<Arc<Snapshot>>,
    check: RwLock<Arc<SiteCheck>>,
    desk: Mutex<Option<Arc<DeskIndex>>>,
    /// Held while files are written: two writes never mix.
    writing: Mutex<()>,
}

/// What is made of the newest state of the site the first time that it is asked for, and kept until the next state.
pub(crate) struct SnapshotIndex<T>(Mutex<Option<(u64, Arc<T>)>>);

impl<T> Default for SnapshotIndex<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T> SnapshotIndex<T> {
    /// That of a state.
    pub fn of(&self, snapshot: &Snapshot, make: impl FnOnce(&Site) -> T) -> Arc<T> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match &*kept {
            Some((version, known)) if *version == snapshot.version => Arc::clone(known),
            _ => {
                let new = Arc::new(make(&snapshot.site));
                *kept = Some((snapshot.version, Arc::clone(&new)));
                new
            }
        }
    }
}

/// How the site is built when it is published.
pub(crate) struct BuildChoice {
    pub extent: guichet::site::Extent,
    pub press: Option<PathBuf>,
    pub start: Box<StartSite>,
    pub send: Box<SendSite>,
}

/// That the site has changed, and which of its files on disk.
#[derive(Debug, Clone, Default)]
pub(crate) struct SiteNews {
    pub version: u64,
    pub files: Arc<[String]>,
}

impl Workshop {
    pub fn new(
        options: AtelierOptions,
        snapshot: Arc<Snapshot>,
        tasks: Sender<KeeperTask>,
        key: AccessKey,
    ) -> Self {
        let news = SiteNews {
            version: snapshot.version,
            files: Arc::default(),
        };
        Self {
            history: History::of(&options.root),
            bin: Bin::of(&options.root),
            open: OpenTexts::of(options.root.clone()),
            references: SnapshotIndex::default(),
            counter: SnapshotIndex::default(),
            root: options.root,
            port: options.port,
            messages: options.messages,
            key,
            options: BuildChoice {
                extent: options.extent,
                press: options.press,
                start: options.start,
                send: options.send,
            },
            news: signal::channel(news).0,
            windows: AtomicUsize::new(0),
            asked: Arc::default(),
            publishing: Mutex::default(),
            tasks,
            snapshot: RwLock::new(snapshot),
            check: RwLock::default(),
            desk: Mutex::default(),
            writing: Mutex::default(),
        }
    }

    /// The newest state of the site.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        // A thread that panicked while writing has either replaced the pointer or not: both states are valid.
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Swaps in a new state, then tells the browsers.
    pub fn replace(&self, snapshot: Arc<Snapshot>, files: Vec<String>) {
        let version = snapshot.version;
        *self
            .snapshot
            .write()
            .unwrap_or_else(PoisonError::into_inner) = snapshot;
        self.news.send_replace(SiteNews {
            version,
            files: files.into(),
        });
    }

    /// What was wrong with the whole site when it was checked last.
    pub fn check(&self) -> Arc<SiteCheck> {
        Arc::clone(&self.check.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub fn set_check(&self, check: SiteCheck) {
        *self.check.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(check);
        // Whoever shows counts asks for them again.
        self.news.send_modify(|news| news.files = Arc::default());
    }

    /// The pages of the newest state, with what is known of each; listed once a state.
    pub fn desk(&self) -> Arc<DeskIndex> {
        let (snapshot, check) = (self.snapshot(), self.check());
        let mut desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        match &*desk {
            Some(known) if known.is_of(&snapshot, &check) => Arc::clone(known),
            _ => {
                let new = Arc::new(DeskIndex::of(self, &snapshot, &check));
                *desk = Some(Arc::clone(&new));
                new
            }
        }
    }

    /// Whoever has it may write to the site's files.
    pub fn writing(&self) -> MutexGuard<'_, ()> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks the keeper for the state of the site once it has done something.
    pub async fn ask(
        &self,
        task: impl FnOnce(oneshot::Sender<Arc<Snapshot>>) -> KeeperTask,
    ) -> Result<Arc<Snapshot>, Refusal> {
        let (reply, answer) = oneshot::channel();
        self.asked.fetch_add(1, Ordering::SeqCst);
        self.tasks
            .send(task(reply))
            .map_err(|_| Refusal::stopped())?;
        // Where the keeper has stumbled over what it was asked, it answers what comes next.
        answer.await.map_err(|_| {
            let status = StatusCode::INTERNAL_SERVER_ERROR;
            Refusal::new(status, "stumbled", &self.messages, "atelier-stumbled", &[])
        })
    }

    /// The state of the site once these files have been read again: paths of the site.
    pub async fn reread(&self, paths: Vec<String>) -> Result<Arc<Snapshot>, Refusal> {
        self.ask(|reply| KeeperTask::Read(paths, Vec::new(), reply))
            .await
    }

    /// Lets go of every text that was typed.
    pub fn release(&self) {
        // A keeper that has ended holds none.
        let _ = self.tasks.send(KeeperTask::Release);
    }

    /// The state of the site once all of it has been read again.
    pub async fn reread_all(&self) -> Result<Arc<Snapshot>, Refusal> {
        self.ask(KeeperTask::ReadAll).await
    }

    pub fn language(&self) -> Language {
        self.messages.language()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::fs;
    use std::path::Path;

    use guichet::site::Extent;

    use super::*;
    use crate::keeper::SiteKeeper;

    /// The options of a workshop for a site of one page in this folder.
    pub(crate) fn options(root: &Path) -> AtelierOptions {
        fs::create_dir_all(root.join("content")).unwrap();
        fs::write(root.join("guichet.yaml"), "titre: Essai\n").unwrap();
        fs::write(root.join("content/a.md"), "---\ntitre: Un\n---\n").unwrap();
        AtelierOptions {
            root: root.to_owned(),
            port: 0,
            extent: Extent::default(),
            press: None,
            start: Box::new(|_| Ok(())),
            send: Box::new(|_, _, _, _| Ok(())),
            messages: guichet::messages::of(Language::french()),
        }
    }

    /// A workshop in which nobody answers but this keeper.
    pub(crate) fn workshop(
        root: &Path,
        keeper: &SiteKeeper,
        tasks: Sender<KeeperTask>,
    ) -> Workshop {
        let key = AccessKey::new().unwrap();
        Workshop::new(options(root), keeper.snapshot(), tasks, key)
    }
}
