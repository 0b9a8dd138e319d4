//! Records what the last import wrote, block by block, so that the next one can tell an editor's words from
//! the source's.
//!
//! `records/imports/NAME.csv` has a line for each file: its path, and a short hash of each of its blocks.
//! That is enough to compare three versions of a text, and takes a hundredth of the texts themselves.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostics::{Diagnostic, TextFile};
use crate::files::{LARGEST_FILE, read_file};
use crate::records::{FOLDER, rows, table};

/// The hash of a block. Two blocks of one file with equal hashes count as the same block; 40 bits are enough
/// for that.
pub type BlockHash = u64;

/// What an import wrote, by path in the site's folder.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ledger {
    files: BTreeMap<String, Vec<BlockHash>>,
}

/// How many hexadecimal digits a hash has.
const DIGITS: usize = 10;

impl Ledger {
    /// Where the ledger of an importer is, in the site's folder.
    pub fn path(name: &str) -> String {
        format!("{FOLDER}/imports/{name}.csv")
    }

    /// Reads the ledger of an importer; empty for a site that has never imported.
    ///
    /// # Errors
    ///
    /// If it exists and cannot be read.
    pub fn read(root: &Path, name: &str) -> std::io::Result<(Self, Vec<Diagnostic>)> {
        let shown = Self::path(name);
        let bytes = read_file(&root.join(&shown), LARGEST_FILE);
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).map_err(std::io::Error::other));
        let text = match text {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Ok(Default::default());
            }
            Err(error) => return Err(error),
        };
        let file = Arc::new(TextFile::new(shown, text));
        let (files, found) = rows(&file, |row| {
            let path = row.field("path").into_owned();
            let marks: Option<Vec<BlockHash>> = row
                .field("blocks")
                .split_ascii_whitespace()
                .map(|mark| BlockHash::from_str_radix(mark, 16).ok())
                .collect();
            Ok((path, marks.ok_or("blocks")?))
        });
        let files = files.into_iter().collect();
        Ok((Self { files }, found))
    }

    /// Its content as CSV.
    pub fn write(&self) -> String {
        let rows: Vec<(&str, String)> = self
            .files
            .iter()
            .map(|(path, marks)| {
                let marks: Vec<String> = marks
                    .iter()
                    .map(|mark| format!("{mark:0DIGITS$x}"))
                    .collect();
                (path.as_str(), marks.join(" "))
            })
            .collect();
        table(
            &["path", "blocks"],
            rows.iter().map(|(path, marks)| vec![*path, marks.as_str()]),
        )
    }

    /// What the last import wrote into a file.
    pub fn get(&self, path: &str) -> Option<&[BlockHash]> {
        self.files.get(path).map(Vec::as_slice)
    }

    /// The files of the last import.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Records the content of a file.
    pub fn set(&mut self, path: &str, marks: Vec<BlockHash>) {
        self.files.insert(path.to_owned(), marks);
    }

    /// Forgets a file.
    pub fn remove(&mut self, path: &str) {
        self.files.remove(path);
    }
}

/// The hash of a block, ignoring trailing blank lines.
pub fn mark(block: &str) -> BlockHash {
    mark_of(block.trim_end().as_bytes())
}

/// The hash of bytes.
pub fn mark_of(bytes: &[u8]) -> BlockHash {
    let hash = blake3::hash(bytes);
    let bytes: [u8; 8] = hash.as_bytes()[..8].try_into().unwrap_or_default();
    BlockHash::from_be_bytes(bytes) >> (64 - 4 * DIGITS)
}
