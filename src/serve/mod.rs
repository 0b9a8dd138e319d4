//! The preview: renders pages on request from a site held in memory, which is updated after each save.
//!
//! One thread watches the folder ([`FolderChanges`]) and keeps a [`Project`]; after each change it assembles a new
//! [`Site`] and swaps it in. Requests (`http`) render from the current site. The browser is told to reload
//! only afterwards, so it never shows the old page twice.

mod http;
mod page;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use tokio::sync::watch as signal;

use crate::catalogue::Catalogue;
use crate::diagnostics::{Diagnostic, Severity};
use crate::live::{FolderChanges, Snapshot, listen};
use crate::project::Project;
use crate::site::Extent;

/// How the preview runs.
pub struct ServeOptions {
    /// The site's folder.
    pub root: PathBuf,
    /// The first port to try.
    pub port: u16,
    /// Whether drafts and sheets are shown.
    pub extent: Extent,
    /// The program that prints the sheets, as [`crate::press::Press`] starts it; nothing where none are shown.
    pub press: Option<PathBuf>,
    /// The tool's words.
    pub messages: Catalogue,
}

/// What keeps the preview from running.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ServeError {
    /// No port is free.
    #[error("no port from {0} on is free")]
    NoPort(u16),
    /// The system allows no more threads.
    #[error("the system allows no more threads")]
    NoThreads,
    /// The folder cannot be watched.
    #[error("the folder cannot be watched: {0}")]
    Watch(String),
    /// The system refused.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// Events that the preview reports to its caller.
pub enum Event<'e> {
    /// It is listening at this address.
    Listening(SocketAddr),
    /// It has read a change; these are the diagnostics of the whole site now.
    Updated(&'e [(Severity, Diagnostic)]),
}

/// What requests and the watching thread share.
struct Preview {
    snapshot: RwLock<Arc<Snapshot>>,
    version: signal::Sender<u64>,
    messages: Catalogue,
}

impl Preview {
    fn snapshot(&self) -> Arc<Snapshot> {
        // A thread that panicked while writing has either replaced the pointer or not: both states are valid.
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Swaps in a new snapshot, then notifies the browsers.
    fn replace(&self, snapshot: Snapshot) -> Arc<Snapshot> {
        let version = snapshot.version;
        let snapshot = Arc::new(snapshot);
        *self
            .snapshot
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Arc::clone(&snapshot);
        self.version.send_replace(version);
        snapshot
    }
}

/// Serves the site on this machine only, until the process ends.
///
/// # Errors
///
/// If no port is free, or the system allows no threads or no watch on the folder.
pub fn serve(
    options: ServeOptions,
    tell: impl Fn(Event<'_>) + Send + Sync + 'static,
) -> Result<(), ServeError> {
    // Two to answer, two to render, and one each to watch, to read, to check and to wait for the next
    // request.
    const THREADS: usize = 8;
    if !crate::threads::allowed(THREADS) {
        return Err(ServeError::NoThreads);
    }
    // Watching starts before the site is read, so that changes in between are read again.
    let changes = FolderChanges::begin(&options.root).map_err(ServeError::Watch)?;
    let project = Project::read(&options.root);
    let extent = options.extent;
    let press = options.press;
    let snapshot = Snapshot::take(&project, extent, press.as_deref(), None);
    let (version, _) = signal::channel(snapshot.version);
    let preview = Arc::new(Preview {
        snapshot: RwLock::new(Arc::new(snapshot)),
        version,
        messages: options.messages,
    });
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(ServeError::Io)?;
    runtime.block_on(async {
        let listener = listen(options.port).await;
        let listener = listener.ok_or(ServeError::NoPort(options.port))?;
        let address = listener.local_addr().map_err(ServeError::Io)?;
        tell(Event::Listening(address));
        tell(Event::Updated(&preview.snapshot().diagnostics()));
        let shared = Arc::clone(&preview);
        let (sender, shown) = channel();
        let thread = || std::thread::Builder::new();
        thread()
            .spawn(move || follow(changes, project, &shared, extent, press.as_deref(), &sender))
            .and_then(|_| thread().spawn(move || report(&shown, &tell)))
            .map_err(ServeError::Io)?;
        axum::serve(listener, http::router(preview, address.port()))
            .await
            .map_err(ServeError::Io)
    })
}

/// Reads each change into the project and shows the resulting site.
fn follow(
    changes: FolderChanges,
    mut project: Project,
    preview: &Preview,
    extent: Extent,
    press: Option<&Path>,
    shown: &Sender<Arc<Snapshot>>,
) {
    for change in changes {
        change.apply(&mut project);
        let before = preview.snapshot();
        let snapshot = preview.replace(Snapshot::take(&project, extent, press, Some(&before)));
        if shown.send(snapshot).is_err() {
            return;
        }
    }
}

/// Checks the whole site after each change, once the browser has had time to request its page: on a large
/// site the checks keep every core busy for as long as the page takes.
fn report(shown: &Receiver<Arc<Snapshot>>, tell: &impl Fn(Event<'_>)) {
    const BROWSER_FIRST: Duration = Duration::from_millis(150);
    while let Ok(mut snapshot) = shown.recv() {
        while let Ok(newer) = shown.recv_timeout(BROWSER_FIRST) {
            snapshot = newer;
        }
        tell(Event::Updated(&snapshot.diagnostics()));
    }
}
