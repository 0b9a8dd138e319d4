//! Folders and files of the content that are served as they are: `free_files:`.

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::Value as Json;

use super::decoder::Decoder;
use super::record::{Decode, Key};
use super::values::Located;
use crate::files;
use crate::yaml::Node;

/// What the configuration lists, as it is written there and as paths below the content folder.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FreeFiles {
    written: Vec<Located>,
    paths: HashSet<String>,
}

impl FreeFiles {
    /// What is listed, as it is written, and its path below the content folder.
    pub fn listed(&self) -> impl Iterator<Item = (&Located, Cow<'_, str>)> {
        self.written
            .iter()
            .map(|written| (written, path(&written.text)))
    }

    /// Whether a file below the content folder is served as it is: itself or a folder that it is in is listed.
    pub fn hold(&self, key: &str) -> bool {
        let mut above = key.match_indices('/').map(|(end, _)| &key[..end]);
        !self.paths.is_empty()
            && (self.hold_by_name(key) || above.any(|at| self.paths.contains(at)))
    }

    /// Whether it is listed by itself.
    pub fn hold_by_name(&self, key: &str) -> bool {
        self.paths.contains(key)
    }
}

/// A folder as the configuration lists it (`documents`, `/documents/`, `content/documents`), as a path below the content folder.
fn path(written: &str) -> Cow<'_, str> {
    let bare = written.trim().trim_matches('/');
    let bare = bare.strip_prefix("content/").unwrap_or(bare);
    files::normal(bare.trim_matches('/'))
}

impl Decode for FreeFiles {
    const OPTIONAL: bool = true;
    const IS_LIST: bool = true;

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let written = Vec::<Located>::decode(node, decoder)?;
        let paths = written.iter().map(|each| path(&each.text).into_owned());
        Some(Self {
            paths: paths.filter(|path| !path.is_empty()).collect(),
            written,
        })
    }

    fn absent(_: &Key, _: &Node, _: &mut Decoder) -> Self {
        Self::default()
    }

    fn schema() -> Json {
        Vec::<Located>::schema()
    }
}
