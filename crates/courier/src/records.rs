//! guichet's own folder on the host: what it has put there, in lists that are never changed, and a head that names them.
//!
//! A delivery of three pages adds a short list instead of writing all ten thousand lines anew. Each list is named by its hash, so that
//! one that was cut is not read, and the head is replaced in one step.

use std::collections::BTreeMap;

use crate::host::RemoteFolder;
use crate::remote::{FileHash, RemoteFile, RemoteSite, line, read_line};
use crate::{CourierError, HostError};

/// The folder.
pub const OWN_FOLDER: &str = ".guichet-site";

/// The first line of a head.
const VERSION: &str = "guichet 1";

/// More lists than these are made one: each costs a question to the host.
const MOST_LISTS: usize = 8;

/// A head names few lists.
const LARGEST_HEAD: u64 = 1 << 16;

/// Lines of some million files.
const LARGEST_LIST: u64 = 256 << 20;

/// What the lists say, and how they are kept.
#[derive(Debug, Default)]
pub(crate) struct RemoteRecords {
    head: Option<String>,
    lists: Vec<RecordList>,
    pub site: RemoteSite,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct RecordList {
    hash: FileHash,
    text: String,
}

impl RecordList {
    fn of(text: String) -> Self {
        let hash = FileHash::of(&blake3::hash(text.as_bytes()));
        Self { hash, text }
    }

    fn path(hash: FileHash) -> String {
        format!("{OWN_FOLDER}/{}", list_name(hash))
    }
}

/// The name of the head.
const HEAD: &str = "head";

fn list_name(hash: FileHash) -> String {
    format!("list-{hash}")
}

fn head_path() -> String {
    format!("{OWN_FOLDER}/{HEAD}")
}

impl RemoteRecords {
    /// The head as it is on the host; `None` if guichet never finished to put a site there.
    pub fn head_there(folder: &mut dyn RemoteFolder) -> Result<Option<String>, CourierError> {
        let bytes = folder.read(&head_path(), LARGEST_HEAD)?;
        let unread = |_| CourierError::Unread(head_path());
        bytes
            .map(|bytes| String::from_utf8(bytes).map_err(unread))
            .transpose()
    }

    /// Reads what is recorded on the host.
    pub fn read(folder: &mut dyn RemoteFolder) -> Result<Self, CourierError> {
        let Some(head) = Self::head_there(folder)? else {
            return Ok(Self::default());
        };
        let unread = || CourierError::Unread(head_path());
        let mut lines = head.lines();
        if lines.next() != Some(VERSION) {
            return Err(unread());
        }
        let mut records = Self::default();
        for line in lines {
            let hash = line.strip_prefix("list ").and_then(FileHash::parse);
            let hash = hash.ok_or_else(unread)?;
            let path = RecordList::path(hash);
            let bytes = folder.read(&path, LARGEST_LIST)?;
            let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
            let list = text.map(RecordList::of).filter(|list| list.hash == hash);
            let list = list.ok_or_else(|| CourierError::Unread(path.clone()))?;
            let added = records.site.add(&list.text);
            added.ok_or(CourierError::Unread(path))?;
            records.lists.push(list);
        }
        records.head = Some(head);
        Ok(records)
    }

    /// Whether a head on the host is still the one that was read.
    pub fn is_of(&self, head: Option<&str>) -> bool {
        self.head.as_deref() == head
    }

    /// Whether anything is recorded.
    pub fn are_there(&self) -> bool {
        self.head.is_some()
    }

    /// How many lists there are.
    pub fn count(&self) -> usize {
        self.lists.len()
    }

    /// RemoteRecords lines after the first `kept` lists, in place of what follows these.
    pub fn write(
        &mut self,
        folder: &mut dyn RemoteFolder,
        kept: usize,
        lines: &BTreeMap<String, Option<RemoteFile>>,
    ) -> Result<(), HostError> {
        for (path, state) in lines {
            match state {
                Some(state) => self.site.files.insert(path.clone(), *state),
                None => self.site.files.remove(path),
            };
        }
        let text: String = lines
            .iter()
            .map(|(path, state)| line(*state, path))
            .collect();
        let mut lists = self.lists.clone();
        lists.truncate(kept);
        lists.push(RecordList::of(text));
        self.replace(folder, lists)
    }

    /// Makes few lists of many.
    pub fn tidy(&mut self, folder: &mut dyn RemoteFolder) -> Result<(), HostError> {
        let later: usize = self.lists.iter().skip(1).map(|list| list.text.len()).sum();
        let first = self.lists.first().map_or(0, |list| list.text.len());
        if later > first / 3 {
            let all = self.site.files.iter();
            let text = all.map(|(path, state)| line(Some(*state), path)).collect();
            self.replace(folder, vec![RecordList::of(text)])
        } else if self.lists.len() > MOST_LISTS {
            let mut merged = BTreeMap::new();
            for text in self.lists.iter().skip(1).map(|list| &list.text) {
                let lines = text.lines();
                merged.extend(lines.filter_map(|line| Some((read_line(line)?.1, line))));
            }
            let text = merged.values().map(|line| format!("{line}\n")).collect();
            let first = self.lists.iter().take(1).cloned();
            let lists = first.chain([RecordList::of(text)]).collect();
            self.replace(folder, lists)
        } else {
            Ok(())
        }
    }

    /// Whether guichet's own folder has nothing but the head and the lists that it names: no cut delivery left anything.
    pub fn are_alone(&self, folder: &mut dyn RemoteFolder) -> Result<bool, HostError> {
        let there = folder.list(OWN_FOLDER)?;
        Ok(there.iter().all(|entry| self.names(&entry.name)))
    }

    /// Deletes what cut deliveries left in guichet's own folder, but for the lock.
    pub fn sweep(&self, folder: &mut dyn RemoteFolder) -> Result<(), HostError> {
        for entry in folder.list(OWN_FOLDER)? {
            if entry.size.is_some() && !self.names(&entry.name) {
                folder.remove(&format!("{OWN_FOLDER}/{}", entry.name))?;
            }
        }
        Ok(())
    }

    fn names(&self, name: &str) -> bool {
        let mut lists = self.lists.iter().map(|list| list_name(list.hash));
        name == HEAD || lists.any(|list| list == name)
    }

    /// Makes these the lists.
    fn replace(
        &mut self,
        folder: &mut dyn RemoteFolder,
        lists: Vec<RecordList>,
    ) -> Result<(), HostError> {
        for list in lists.iter().filter(|list| !self.lists.contains(list)) {
            put(folder, &RecordList::path(list.hash), &list.text)?;
        }
        let named = lists.iter().map(|list| format!("list {}\n", list.hash));
        let head = format!("{VERSION}\n{}", named.collect::<String>());
        put(folder, &head_path(), &head)?;
        let old = std::mem::replace(&mut self.lists, lists);
        self.head = Some(head);
        for list in old.iter().filter(|list| !self.lists.contains(list)) {
            folder.remove(&RecordList::path(list.hash))?;
        }
        Ok(())
    }
}

/// Puts a text into guichet's own folder.
pub(crate) fn put(folder: &mut dyn RemoteFolder, path: &str, text: &str) -> Result<(), HostError> {
    let size = text.len() as u64;
    folder.put(path, &format!("{path}.part"), size, &mut text.as_bytes())
}
