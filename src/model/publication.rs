//! Where a site goes when it is published: `publication:`.

use std::path::{Path, PathBuf};

use super::config::Config;
use super::values::Located;
use crate::{choice, record};

/// The folder of a site that names no other.
pub const FOLDER: &str = "public";

choice! {
    /// A way to where a site is read.
    pub enum TargetKind {
        /// A folder of this computer, or of a disk or share that it has.
        Folder = "folder" | "dossier",
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
        /// The folder: its path from the folder of the site, or from the root of the disk.
        "folder" | "dossier" => folder: Located,
    }
}

impl PublicationTarget {
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

    /// The folder that a site at `root` is published to: the one it names, else `public`.
    pub fn published_folder(&self, root: &Path) -> PathBuf {
        let named = self.target(None).map(|target| target.folder_from(root));
        named.unwrap_or_else(|| root.join(FOLDER))
    }
}
