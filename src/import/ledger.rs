//! Records what the last import wrote, block by block, so that the next one can tell an editor's words from
//! the source's.
//!
//! `records/imports/NAME.csv` has a line for each file: its path, and a short hash of each of its blocks, after the word `withdrawn` where
//! the source no longer has the file and it was kept for an editor's words.
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
    files: BTreeMap<String, LedgerEntry>,
}

/// What an import wrote into one file.
#[derive(Debug, Clone, Default, PartialEq)]
struct LedgerEntry {
    marks: Vec<BlockHash>,
    /// Whether the source no longer has it.
    is_released: bool,
}

/// What precedes the hashes of a file that the source no longer has.
const RELEASED: &str = "withdrawn";

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
            let field = row.field("blocks");
            let released = field.strip_prefix(RELEASED);
            let marks: Option<Vec<BlockHash>> = released
                .unwrap_or(&field)
                .split_ascii_whitespace()
                .map(|mark| BlockHash::from_str_radix(mark, 16).ok())
                .collect();
            let entry = LedgerEntry {
                marks: marks.ok_or("blocks")?,
                is_released: released.is_some(),
            };
            Ok((path, entry))
        });
        let files = files.into_iter().collect();
        Ok((Self { files }, found))
    }

    /// Its content as CSV.
    pub fn write(&self) -> String {
        let rows: Vec<(&str, String)> = self
            .files
            .iter()
            .map(|(path, entry)| {
                let marks = entry.marks.iter().map(|mark| format!("{mark:0DIGITS$x}"));
                let released = entry.is_released.then(|| RELEASED.to_owned());
                let words: Vec<String> = released.into_iter().chain(marks).collect();
                (path.as_str(), words.join(" "))
            })
            .collect();
        table(
            &["path", "blocks"],
            rows.iter().map(|(path, marks)| vec![*path, marks.as_str()]),
        )
    }

    /// What the last import wrote into a file.
    pub fn get(&self, path: &str) -> Option<&[BlockHash]> {
        self.files.get(path).map(|entry| entry.marks.as_slice())
    }

    /// Whether the source no longer has a file, which was kept for an editor's words.
    pub fn is_released(&self, path: &str) -> bool {
        self.files.get(path).is_some_and(|entry| entry.is_released)
    }

    /// Records that the source no longer has a file, which is kept.
    pub fn release(&mut self, path: &str) {
        if let Some(entry) = self.files.get_mut(path) {
            entry.is_released = true;
        }
    }

    /// The files of the last import.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// Records the content of a file.
    pub fn set(&mut self, path: &str, marks: Vec<BlockHash>) {
        let entry = LedgerEntry {
            marks,
            is_released: false,
        };
        self.files.insert(path.to_owned(), entry);
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
