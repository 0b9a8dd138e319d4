//! Where a site goes when it is published: `publication:`.

use std::path::{Path, PathBuf};

use super::config::Config;
use super::record::{Key, Record as _};
use super::values::Located;
use crate::diagnostics::{Code, Diagnostic};
use crate::{choice, record};

/// The folder of a site that names no other.
pub const FOLDER: &str = "public";

choice! {
    /// A way to where a site is read.
    pub enum TargetKind {
        /// A folder of this computer, or of a disk or share that it has.
        Folder = "folder" | "dossier",
        /// A folder of a host, over SSH.
        Sftp = "sftp",
    }
}

record! {
    /// A place to which the site is published.
    pub struct PublicationTarget {
        shorthand "folder";
        /// What it is called, where there are several: `guichet publish NAME`.
        "name" | "nom" => name: Option<String>,
        /// The way there; a folder, unless it says otherwise.
        "type" => kind: Option<TargetKind>,
        /// The folder: its path from the folder of the site, or from the root of the disk; on a host, from where the user arrives.
        "folder" | "dossier" => folder: Located,
        /// The name of the host: `ssh.exemple.fr`.
        "host" | "hôte" => host: Option<String>,
        /// The number of its port, if it is not the usual one.
        "port" => port: Option<u32>,
        /// The name by which the host knows who publishes. The password is never written here.
        "user" | "utilisateur" => user: Option<String>,
        /// The fingerprint of the host's key, as the host's documentation gives it: `SHA256:…`.
        "fingerprint" | "empreinte" => fingerprint: Option<String>,
        /// The file of the private key that lets the user in, if it is not one of those in `~/.ssh`.
        "key" | "clé" => key: Option<String>,
    }
}

impl PublicationTarget {
    /// The way there.
    pub fn way(&self) -> TargetKind {
        let is_host = self.host.is_some();
        let other = if is_host {
            TargetKind::Sftp
        } else {
            TargetKind::Folder
        };
        self.kind.unwrap_or(other)
    }

    /// What a host needs and is not written, in the words of an editor of this language.
    pub(super) fn missing(&self, french: bool) -> Vec<Diagnostic> {
        let is_host = self.way() != TargetKind::Folder;
        let needed = [("host", self.host.is_none()), ("user", self.user.is_none())];
        let missing = needed
            .into_iter()
            .filter(|(_, is_missing)| is_host && *is_missing);
        let keys = missing.flat_map(|(name, _)| Self::KEYS.iter().find(|key| key.name == name));
        let at = |key: &Key| {
            let found = Diagnostic::new(Code::MissingKey, self.folder.location.clone());
            found.with("key", key.shown(french)).help("help-target")
        };
        keys.map(at).collect()
    }

    /// The folder that a site at `root` is published to.
    pub fn folder_from(&self, root: &Path) -> PathBuf {
        root.join(&self.folder.text)
    }
}

impl Config {
    /// The place of this name; without one, the first.
    pub fn target(&self, name: Option<&str>) -> Option<&PublicationTarget> {
        let mut targets = self.publication.iter();
        match name {
            None => targets.next(),
            Some(name) => targets.find(|target| target.name.as_deref() == Some(name)),
        }
    }

    /// The folder of this computer that a site at `root` is published to: the one it names, else `public`, from which it goes to a host.
    pub fn published_folder(&self, root: &Path) -> PathBuf {
        let named = self
            .target(None)
            .filter(|target| target.way() == TargetKind::Folder);
        let named = named.map(|target| target.folder_from(root));
        named.unwrap_or_else(|| root.join(FOLDER))
    }
}
