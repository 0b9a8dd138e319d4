//! Turns other people's content into the files of a site, as an editor would have written them.
//!
//! An importer is a function from files to an [`Import`]: what the site should contain, and what could not be
//! understood. It writes nothing. [`merge`] then compares this with what the last import wrote and what
//! editors have changed since.

pub mod annuaire;
pub mod archive;
mod deleted;
mod dom;
pub mod front;
pub mod generators;
pub mod glance;
mod importers;
pub mod inclusion;
mod kinds;
pub mod ledger;
mod loose;
pub mod markdown;
pub mod merge;
pub mod news;
mod page_paths;
mod pasted;
mod places;
pub mod service_public;
pub mod stranded;
mod stream;
mod tally;
mod three_way;
pub mod told;
pub mod wordpress;
pub mod xml;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

pub use importers::{IMPORTERS, ImportOption, Importer};
use ledger::Ledger;
pub use pasted::pasted;

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::site::OutputPath;

/// What an importer makes from its source.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Import {
    /// The files, by their path in the site's folder.
    pub files: BTreeMap<String, ImportedContent>,
    /// The folders that the source covers: files that an earlier import wrote there and this one does not are
    /// removed.
    pub scope: Vec<String>,
    /// What could not be read or understood.
    pub diagnostics: Vec<Diagnostic>,
    /// What the source has and the site does not get, by reason: the message `passed-over-REASON` gives it in words.
    pub passed_over: BTreeMap<&'static str, PassedOver>,
    /// What there is to say of the source as a whole.
    pub remarks: Vec<ImportRemark>,
    /// The day of the last change in the source: `2026-10-01`.
    pub changed: Option<String>,
    /// The topics of pages, in words, by the path of the page.
    pub topics: BTreeMap<String, String>,
    /// The days of changes that the source calls important, by the path of the page.
    pub important: BTreeMap<String, String>,
}

/// The help lines of sources of which a part is missing.
const CUT: &[&str] = &["help-cut", "help-large", "help-encoding", "help-trailing"];

impl Import {
    /// Whether all of the source could be read. What could not may still be in it: nothing goes because of that.
    pub fn is_whole(&self) -> bool {
        let mut found = self.diagnostics.iter();
        !found.any(|found| merge::UNREAD.contains(&found.code))
    }

    /// Whether the source itself is cut, damaged or too large: more may be missing than anybody can name. One page among
    /// others that cannot be read is not that.
    pub fn is_cut(&self) -> bool {
        let mut found = self.diagnostics.iter();
        found.any(|found| CUT.contains(&found.help) && found.code == Code::ImportUnreadable)
    }

    /// Takes back what is said of the rest of a source from which nothing is imported.
    pub fn forget_rest(&mut self) {
        let found = self.diagnostics.iter_mut();
        for found in found.filter(|found| found.code == Code::ImportUnreadable) {
            found.help = match found.help {
                "help" => "help-alone",
                "help-records" => "help-again",
                other => other,
            };
        }
    }

    /// Counts something that is not taken.
    pub fn pass_over(&mut self, reason: &'static str, example: impl Into<String>) {
        self.passed_over.entry(reason).or_default().add(example);
    }
}

/// A sentence about a source: a message, and its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ImportRemark {
    /// The name of the message.
    pub key: &'static str,
    /// Its arguments.
    pub arguments: Vec<(&'static str, String)>,
}

impl ImportRemark {
    /// A message without arguments.
    pub fn new(key: &'static str) -> Self {
        Self {
            key,
            arguments: Vec::new(),
        }
    }

    /// The same message with an argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.arguments.push((name, value.into()));
        self
    }
}

/// What was not taken for one reason.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PassedOver {
    /// How many things.
    pub count: usize,
    /// The first of them, in the source's words.
    pub examples: Vec<String>,
}

impl PassedOver {
    /// How many examples are kept.
    const EXAMPLES: usize = 3;

    /// One more thing.
    pub fn add(&mut self, example: impl Into<String>) {
        self.count += 1;
        if self.examples.len() < Self::EXAMPLES {
            self.examples.push(example.into());
        }
    }

    /// The same, and what `other` counted.
    pub fn join(&mut self, other: Self) {
        self.count += other.count;
        let room = Self::EXAMPLES.saturating_sub(self.examples.len());
        self.examples.extend(other.examples.into_iter().take(room));
    }
}

/// The content of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum ImportedContent {
    /// Text, which both an editor and the source may change.
    Text(String),
    /// An image or document, which changes as a whole.
    Bytes(Vec<u8>),
}

impl From<String> for ImportedContent {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl ImportedContent {
    /// The bytes of the file.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }
}

/// The former addresses of a page that may redirect here, and what is wrong with the others. A tampered
/// source must not put a server's file, such as `.htaccess`, in place of a page.
fn earlier_addresses(addresses: &[String], file: &str, found: &mut Vec<Diagnostic>) -> Vec<String> {
    let mut sound = Vec::with_capacity(addresses.len());
    for address in addresses {
        if OutputPath::of_earlier(address).is_some() {
            sound.push(address.clone());
        } else if !matches!(address.trim_matches('/'), "" | "index.html") {
            let diagnostic =
                Diagnostic::new(Code::ImportBadAddress, Location::File(file.to_owned()));
            found.push(diagnostic.with("value", address).help("help-earlier"));
        }
    }
    sound
}

/// What an importer must know about the site that it writes for.
#[derive(Debug, Clone, Default)]
pub struct Before {
    /// Files that an earlier import wrote and that still exist: a page keeps its address.
    pub written: BTreeSet<String>,
    /// Files that an editor has deleted since: they are left out, and nothing links to them.
    pub left_out: BTreeSet<String>,
    /// The site's folder.
    pub root: PathBuf,
    /// Whether keys are written in French.
    pub french: bool,
    /// What the last import wrote.
    pub ledger: Ledger,
    /// The values of the importer's options, by name, in the order given.
    pub choices: BTreeMap<&'static str, Vec<String>>,
}

impl Before {
    /// Whether a file is as the last import wrote it.
    pub fn is_untouched(&self, path: &str) -> bool {
        merge::is_as_written(&self.root, path, &self.ledger)
    }

    /// A page of the site as it is, whatever its encoding and its line ends; `None` if there is none.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn page(&self, path: &str) -> Result<Option<String>, merge::ReadError> {
        merge::read(&self.root, path)
    }

    /// The values of an option; none if it was not given.
    pub fn chosen(&self, option: &str) -> &[String] {
        self.choices.get(option).map_or(&[], Vec::as_slice)
    }
}
