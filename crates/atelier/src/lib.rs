//! The workshop: an editor's browser shows the site of a folder, page by page, with what is wrong and what readers will
//! see and hold; and writes what the editor changes into the folder's files.
//!
//! It is a client of the library, as the preview is. One thread (`keeper`) holds the [`Project`](guichet::project::Project)
//! and assembles each state of the site; requests (`routes`, `api`) are answered from the newest one. Files are written
//! by [`guichet::atelier`] alone. What the browser runs is in `assets`, made from `pages` by `pages/build.mjs`.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

mod access;
mod answer;
mod api;
mod assets;
mod checker;
mod connections;
mod findings;
mod form;
mod keeper;
mod open_texts;
mod routes;
mod stumble;
mod units;
mod values;
mod workshop;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::channel;

use guichet::catalogue::Catalogue;
use guichet::checks;
use guichet::live::{FolderChanges, listen};
use guichet::model::PublicationTarget;
use guichet::site::Extent;
use guichet::site::Site;

use keeper::{KeeperTask, SiteKeeper};
use workshop::Workshop;

/// How the workshop runs.
pub struct AtelierOptions {
    /// The site's folder, or one that is to become a site.
    pub root: PathBuf,
    /// The first port to try.
    pub port: u16,
    /// The day of the site, and whether its sheets are shown. Drafts always are.
    pub extent: Extent,
    /// The program that prints sheets, as [`guichet::press::Press`] starts it; nothing where none are shown.
    pub press: Option<PathBuf>,
    /// Makes a site of the folder, or says in the editor's words why not.
    pub start: Box<StartSite>,
    /// Sends a published folder to the host that the site names.
    pub send: Box<SendSite>,
    /// The tool's words.
    pub messages: Catalogue,
}

/// Makes a site of the folder, or says in the editor's words why not.
pub type StartSite = dyn Fn(&NewSite) -> Result<(), String> + Send + Sync;

/// Sends the published folder of a site to a host that it names, with the password that somebody typed.
pub type SendSite = dyn Fn(&PublicationTarget, &Site, &Path, Option<String>) -> Result<(), SendRefusal>
    + Send
    + Sync;

/// Why a site was not sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SendRefusal {
    /// Why, in the editor's words.
    pub words: String,
    /// Whether the host may let the user in with a password, or with another one.
    pub wants_password: bool,
}

/// What a new site is to say of its publisher. What is not known is left out.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct NewSite {
    /// Its name.
    pub publisher: Option<String>,
    /// The town or the place that it serves.
    pub place: Option<String>,
    /// Its telephone number, as people write it.
    pub phone: Option<String>,
}

/// What keeps the workshop from opening.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AtelierError {
    /// No port is free.
    #[error("no port from {0} on is free")]
    NoPort(u16),
    /// The system allows no more threads.
    #[error("the system allows no more threads")]
    NoThreads,
    /// The folder cannot be watched.
    #[error("the folder cannot be watched: {0}")]
    Watch(String),
    /// The system gives no random numbers, so that nothing could keep others out.
    #[error("the system gives no random numbers")]
    NoKey,
    /// The system refused.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// Opens the workshop on this machine only, until the process ends. `ready` is told the address that lets a browser in.
///
/// # Errors
///
/// If no port is free, or the system allows no threads, no watch on the folder, or no random numbers.
pub fn open(options: AtelierOptions, ready: impl FnOnce(&str)) -> Result<(), AtelierError> {
    /// Threads that wait for files, for the press, for each other.
    const BLOCKING: usize = 16;
    // Two to answer, and one each to watch, to forward, to read and two to check.
    const THREADS: usize = 7 + BLOCKING;
    if !guichet::threads::allowed(THREADS) {
        return Err(AtelierError::NoThreads);
    }
    let key = access::AccessKey::new().ok_or(AtelierError::NoKey)?;
    // Watching starts before the site is read, so that changes in between are read again.
    let changes = FolderChanges::begin(&options.root).map_err(AtelierError::Watch)?;
    let (tasks, requests) = channel();
    let (states, to_check) = channel();
    let keeper = SiteKeeper::read(&options);
    let workshop = Arc::new(Workshop::new(
        options,
        keeper.snapshot(),
        tasks.clone(),
        key,
    ));
    let thread = || std::thread::Builder::new();
    let shared = Arc::clone(&workshop);
    thread().spawn(move || keeper.run(&requests, &shared, &states))?;
    let shared = Arc::clone(&workshop);
    thread().spawn(move || checker::run(&to_check, &shared, checks::check_while))?;
    let asked = Arc::clone(&workshop.asked);
    thread().spawn(move || {
        for change in changes {
            asked.fetch_add(1, Ordering::SeqCst);
            if tasks.send(KeeperTask::Changed(change)).is_err() {
                return;
            }
        }
    })?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .max_blocking_threads(BLOCKING)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let first = workshop.port;
        let listener = listen(first).await.ok_or(AtelierError::NoPort(first))?;
        let port = listener.local_addr()?.port();
        ready(&workshop.key.address(port));
        let shared = Arc::clone(&workshop);
        // What a run before had no time to remove.
        tokio::task::spawn_blocking(move || shared.bin.sweep());
        connections::serve(listener, routes::router(workshop, port)).await;
        Ok(())
    })
}
