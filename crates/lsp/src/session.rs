//! One program's server: what it keeps, and what it does besides answering.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use guichet::language::Language;
use guichet::model::config;
use guichet::model::values::Date;
use guichet::project::Project;
use tokio::runtime::Handle;
use tower_lsp_server::Client;
use tower_lsp_server::ls_types::{
    DidChangeWatchedFilesRegistrationOptions, FileSystemWatcher, GlobPattern, MessageType,
    Registration, TextDocumentPositionParams,
};

use crate::keeper::{Keeper, SiteChange};
use crate::query::Query;
use crate::workspace::{ClientSettings, OpenText, Workspace};

/// How the server runs.
pub struct LspOptions<D> {
    /// The language of messages for a program that does not tell its own.
    pub language: Language,
    /// Whether that is the language whatever the program tells.
    pub is_fixed: bool,
    /// The day for which sites are read, asked before each reading.
    pub day: D,
}

/// The server of one program.
pub(crate) struct GuichetServer<D> {
    client: Client,
    pub workspace: Arc<Workspace>,
    changes: Sender<SiteChange>,
    /// What the thread begins with, until it begins.
    waiting: Mutex<Option<(LspOptions<D>, Receiver<SiteChange>)>>,
    language: Language,
    is_fixed: bool,
    /// The folders that the program has open.
    pub folders: Mutex<Vec<PathBuf>>,
}

impl<D: Fn() -> Date + Send + 'static> GuichetServer<D> {
    pub fn new(client: Client, options: LspOptions<D>) -> Self {
        let (changes, receiver) = channel();
        Self {
            client,
            workspace: Arc::new(Workspace::new()),
            changes,
            language: options.language,
            is_fixed: options.is_fixed,
            waiting: Mutex::new(Some((options, receiver))),
            folders: Mutex::default(),
        }
    }

    /// The language of messages: the program's own, if guichet speaks it.
    pub fn language(&self, locale: Option<&str>) -> Language {
        let locale = locale.filter(|_| !self.is_fixed).unwrap_or_default();
        match locale.get(..2) {
            Some("fr") => Language::french(),
            Some("en") => Language::english(),
            _ => self.language,
        }
    }

    /// Begins to read what changes.
    pub fn begin(&self) {
        let waiting = self.waiting.lock();
        let waiting = waiting.unwrap_or_else(PoisonError::into_inner).take();
        let Some((options, changes)) = waiting else {
            return;
        };
        let keeper = Keeper {
            workspace: Arc::clone(&self.workspace),
            client: self.client.clone(),
            runtime: Handle::current(),
            day: options.day,
            projects: BTreeMap::new(),
            held: BTreeMap::new(),
            told: BTreeMap::new(),
        };
        // Without a thread, nothing is told; requests are answered all the same.
        let _ = std::thread::Builder::new()
            .name("sites".to_owned())
            .spawn(move || keeper.run(&changes));
    }

    pub fn changed(&self, change: SiteChange) {
        // The thread ends with the server.
        let _ = self.changes.send(change);
    }

    /// Writes a message into the program's log.
    pub fn log(&self, key: &'static str, path: String) {
        let Some(client) = self.workspace.client.get() else {
            return;
        };
        let args = [("path", path.into())];
        let message = client.words.format(key, &args).into_owned();
        let to = self.client.clone();
        tokio::spawn(async move { to.log_message(MessageType::INFO, message).await });
    }

    /// The sites of the folders that are open.
    pub fn open_folders(&self, folders: impl IntoIterator<Item = PathBuf>) {
        for folder in folders {
            let root = Project::find_root(&folder);
            match root.join(config::FILE).is_file() {
                true => self.changed(SiteChange::Site(root)),
                false => self.log("lsp-no-site", folder.display().to_string()),
            }
        }
    }

    /// Asks the program to tell which files change.
    pub fn watch_files(&self) {
        let patterns = [
            "**/guichet.yaml",
            "**/content/**",
            "**/themes/**",
            "**/records/**",
        ];
        let watchers = patterns.map(|pattern| FileSystemWatcher {
            glob_pattern: GlobPattern::String(pattern.to_owned()),
            kind: None,
        });
        let options = DidChangeWatchedFilesRegistrationOptions {
            watchers: Vec::from(watchers),
        };
        let registration = Registration {
            id: "files".to_owned(),
            method: "workspace/didChangeWatchedFiles".to_owned(),
            register_options: serde_json::to_value(options).ok(),
        };
        let client = self.client.clone();
        // Its answer may never come.
        tokio::spawn(async move { client.register_capability(vec![registration]).await });
    }

    /// Something at a position of an open text, of a site that is known.
    pub async fn at<T>(
        &self,
        at: &TextDocumentPositionParams,
        find: impl FnOnce(&Query<'_>, &OpenText, &ClientSettings) -> Option<T> + Send,
    ) -> Option<T> {
        let uri = &at.text_document.uri;
        let (open, known) = self.workspace.known(uri, |_, _| true).await?;
        let client = self.workspace.client.get()?;
        let query = Query {
            text: open.text.read(),
            path: &open.file.path,
            at: open.text.read_at(at.position, client.units),
            site: &known.site,
            words: &client.words,
        };
        find(&query, &open, client)
    }
}
