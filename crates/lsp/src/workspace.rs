//! What all parts of the server share: the texts that are open, and the newest state of each site.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use guichet::catalogue::Catalogue;
use guichet::diagnostics::{Diagnostic, Severity};
use guichet::files::CONTENT;
use guichet::model::config;
use guichet::project::Project;
use guichet::site::Site;
use tokio::sync::watch;
use tower_lsp_server::ls_types::Uri;

use crate::typed::{TypedText, Units};

/// How long a request waits for the state that it asks about.
const LONGEST_WAIT: Duration = Duration::from_secs(3);

/// A file of a site that guichet reads.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SiteFile {
    /// The folder that holds `guichet.yaml`.
    pub root: PathBuf,
    /// The file's path from there, `/` between its parts.
    pub path: String,
}

impl SiteFile {
    /// The file at this path, if it is the configuration of the nearest site, or a text of its content.
    pub fn at(path: &Path) -> Option<Self> {
        let root = Project::find_root(path.parent()?);
        if !root.join(config::FILE).is_file() {
            return None;
        }
        let below = below(&root, path)?;
        let file = Self { root, path: below };
        let is_read = file.content().is_some_and(Project::reads);
        (is_read || file.path == config::FILE).then_some(file)
    }

    /// Its path below the content folder, if it is there.
    pub fn content(&self) -> Option<&str> {
        content_path(&self.path)
    }

    /// Where it is.
    pub fn uri(&self) -> Option<Uri> {
        Uri::from_file_path(self.root.join(&self.path))
    }
}

/// A path from a folder, `/` between its parts; `None` if it leads elsewhere.
pub(crate) fn below(folder: &Path, path: &Path) -> Option<String> {
    let path = path.strip_prefix(folder).ok()?.to_str()?;
    Some(path.replace(std::path::MAIN_SEPARATOR, "/"))
}

/// The path below the content folder of a path from the site's folder, if it is there.
pub(crate) fn content_path(path: &str) -> Option<&str> {
    path.strip_prefix(CONTENT)?.strip_prefix('/')
}

/// The path on disk that a program names; `None` for a text that is not a file.
pub(crate) fn path_of(uri: &Uri) -> Option<PathBuf> {
    let is_file = uri.as_str().starts_with("file:");
    uri.to_file_path().filter(|_| is_file).map(Cow::into_owned)
}

/// A text that is open in the program.
#[derive(Debug, Clone)]
pub(crate) struct OpenText {
    /// As the program names it.
    pub uri: Uri,
    pub file: SiteFile,
    pub text: Arc<TypedText>,
    pub version: i32,
}

/// What is wrong with a site, by file.
pub(crate) type SiteFindings = BTreeMap<String, Vec<(Severity, Diagnostic)>>;

/// A site as it was last assembled, and what was last found wrong with it.
#[derive(Clone)]
pub(crate) struct KnownSite {
    pub site: Arc<Site>,
    pub found: Arc<SiteFindings>,
    /// The versions of the open texts, by file, of which this is what was found.
    pub versions: Arc<BTreeMap<String, i32>>,
}

impl KnownSite {
    /// Whether what was found in an open text is in the text as it is now.
    pub fn has_told(&self, open: &OpenText) -> bool {
        self.versions.get(&open.file.path) == Some(&open.version)
    }
}

/// What the program has told of itself.
pub(crate) struct ClientSettings {
    pub units: Units,
    pub words: Catalogue,
    /// Whether it can be asked to tell which files change.
    pub tells_of_files: bool,
    /// Whether its edits can make files.
    pub makes_files: bool,
}

/// What the parts share.
pub(crate) struct Workspace {
    texts: Mutex<BTreeMap<Uri, OpenText>>,
    sites: Mutex<BTreeMap<PathBuf, KnownSite>>,
    pub client: OnceLock<ClientSettings>,
    /// Counts the states that have been told.
    told: watch::Sender<u64>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Each change of a map is one step: a thread that panicked has made it or not.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Workspace {
    pub fn new() -> Self {
        Self {
            texts: Mutex::default(),
            sites: Mutex::default(),
            client: OnceLock::new(),
            told: watch::Sender::new(0),
        }
    }

    /// Remembers an open text.
    pub fn open(&self, text: OpenText) {
        locked(&self.texts).insert(text.uri.clone(), text);
    }

    /// Puts another text in place of an open one, and returns it; `None` if it is not open.
    pub fn change(&self, uri: &Uri, typed: String, version: i32) -> Option<OpenText> {
        let mut texts = locked(&self.texts);
        let open = texts.get_mut(uri)?;
        open.text = Arc::new(TypedText::new(typed));
        open.version = version;
        Some(open.clone())
    }

    /// Forgets an open text.
    pub fn close(&self, uri: &Uri) -> Option<OpenText> {
        locked(&self.texts).remove(uri)
    }

    /// An open text.
    pub fn text(&self, uri: &Uri) -> Option<OpenText> {
        locked(&self.texts).get(uri).cloned()
    }

    /// The open text of a file.
    pub fn text_of(&self, file: &SiteFile) -> Option<OpenText> {
        let texts = locked(&self.texts);
        texts.values().find(|open| open.file == *file).cloned()
    }

    /// The newest state of a site.
    pub fn site(&self, root: &Path) -> Option<KnownSite> {
        locked(&self.sites).get(root).cloned()
    }

    /// Puts a state of a site in place of an older one.
    pub fn know(&self, root: PathBuf, site: KnownSite) {
        locked(&self.sites).insert(root, site);
        self.told.send_modify(|count| *count += 1);
    }

    /// An open text and its site, once the site is known and `is_enough`; `None` if that takes too long.
    pub async fn known(
        &self,
        uri: &Uri,
        is_enough: impl Fn(&OpenText, &KnownSite) -> bool + Send + Sync,
    ) -> Option<(OpenText, KnownSite)> {
        let mut told = self.told.subscribe();
        let wait = async {
            loop {
                told.mark_unchanged();
                let text = self.text(uri)?;
                if let Some(site) = self.site(&text.file.root)
                    && is_enough(&text, &site)
                {
                    return Some((text, site));
                }
                told.changed().await.ok()?;
            }
        };
        tokio::time::timeout(LONGEST_WAIT, wait).await.ok()?
    }
}
