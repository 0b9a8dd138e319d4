//! The host in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::sync::{Mutex, MutexGuard};

use super::FileTexts;
use crate::records::OWN_FOLDER;
use crate::{HostError, RemoteEntry, RemoteFolder, RemoteHost};

/// What it has, and how long its connections last.
#[derive(Default)]
pub struct MemoryHost {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    files: BTreeMap<String, Vec<u8>>,
    folders: BTreeSet<String>,
    /// How many steps it still does before everything is cut; without a number, all.
    steps: Option<usize>,
    /// The bytes that were put.
    received: u64,
    /// What readers could see after each step.
    seen: Vec<FileTexts>,
}

impl MemoryHost {
    pub fn with(files: &[(&str, &str)]) -> Self {
        let host = Self::default();
        for (path, text) in files {
            host.state()
                .files
                .insert((*path).to_owned(), text.as_bytes().to_vec());
        }
        host
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap()
    }

    /// Cuts everything after some steps.
    pub fn cut_after(&self, steps: Option<usize>) {
        self.state().steps = steps;
    }

    /// Whether it was cut.
    pub fn is_cut(&self) -> bool {
        self.state().steps == Some(0)
    }

    pub fn received(&self) -> u64 {
        std::mem::take(&mut self.state().received)
    }

    /// What readers could see, step by step, since this was last asked.
    pub fn seen(&self) -> Vec<FileTexts> {
        std::mem::take(&mut self.state().seen)
    }

    /// All files but guichet's own.
    pub fn visible(&self) -> FileTexts {
        self.state().visible()
    }

    /// The names of guichet's own files.
    pub fn own(&self) -> Vec<String> {
        let state = self.state();
        let own = state
            .files
            .keys()
            .filter(|path| path.starts_with(OWN_FOLDER));
        own.cloned().collect()
    }

    /// The files that are not whole.
    pub fn parts(&self) -> Vec<String> {
        let state = self.state();
        let parts = state.files.keys().filter(|path| path.ends_with(".part"));
        parts.cloned().collect()
    }

    pub fn has_folder(&self, path: &str) -> bool {
        self.state().folders.contains(path)
    }

    pub fn put(&self, path: &str, text: &str) {
        self.state()
            .files
            .insert(path.to_owned(), text.as_bytes().to_vec());
    }

    pub fn damage(&self, path: &str) {
        self.state().files.get_mut(path).unwrap().pop();
    }
}

impl State {
    /// Whether a step is done before the cut.
    fn step(&mut self) -> Result<(), HostError> {
        match &mut self.steps {
            Some(0) => Err(HostError::Cut("cut".to_owned())),
            Some(left) => {
                *left -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn visible(&self) -> FileTexts {
        let files = self.files.iter();
        let visible = files.filter(|(path, _)| !path.contains(".guichet-"));
        visible
            .map(|(path, bytes)| (path.clone(), String::from_utf8(bytes.clone()).unwrap()))
            .collect()
    }

    fn see(&mut self) {
        let seen = self.visible();
        self.seen.push(seen);
    }

    fn has_parent(&self, path: &str) -> bool {
        path.rsplit_once('/')
            .is_none_or(|(folder, _)| self.folders.contains(folder))
    }
}

impl RemoteHost for MemoryHost {
    fn connect(&self) -> Result<Box<dyn RemoteFolder + '_>, HostError> {
        self.state().step()?;
        Ok(Box::new(MemoryConnection(self)))
    }
}

struct MemoryConnection<'h>(&'h MemoryHost);

impl RemoteFolder for MemoryConnection<'_> {
    fn list(&mut self, folder: &str) -> Result<Vec<RemoteEntry>, HostError> {
        let mut state = self.0.state();
        state.step()?;
        let inside = |path: &str| match folder {
            "" => Some(path.to_owned()),
            _ => path
                .strip_prefix(folder)?
                .strip_prefix('/')
                .map(str::to_owned),
        };
        let files = state.files.iter().filter_map(|(path, bytes)| {
            let name = inside(path).filter(|name| !name.contains('/'))?;
            let size = Some(bytes.len() as u64);
            Some(RemoteEntry { name, size })
        });
        let folders = state.folders.iter().filter_map(|path| {
            let name = inside(path).filter(|name| !name.contains('/'))?;
            Some(RemoteEntry { name, size: None })
        });
        Ok(files.chain(folders).collect())
    }

    fn read(&mut self, path: &str, _: u64) -> Result<Option<Vec<u8>>, HostError> {
        let mut state = self.0.state();
        state.step()?;
        Ok(state.files.get(path).cloned())
    }

    fn put(
        &mut self,
        path: &str,
        part: &str,
        size: u64,
        content: &mut dyn Read,
    ) -> Result<(), HostError> {
        let mut bytes = Vec::new();
        content.read_to_end(&mut bytes).unwrap();
        assert_eq!(bytes.len() as u64, size);
        let mut state = self.0.state();
        state.step()?;
        if !state.has_parent(path) {
            return Err(HostError::Refused(path.to_owned(), "no folder".to_owned()));
        }
        // Half of it arrives before the cut.
        let half = bytes[..bytes.len() / 2].to_vec();
        state.files.insert(part.to_owned(), half);
        state.step()?;
        state.files.remove(part);
        state.received += size;
        state.files.insert(path.to_owned(), bytes);
        state.see();
        // It is done, and the answer does not arrive.
        state.step()
    }

    fn remove(&mut self, path: &str) -> Result<(), HostError> {
        let mut state = self.0.state();
        state.step()?;
        state.files.remove(path);
        state.see();
        state.step()
    }

    fn make_folder(&mut self, path: &str) -> Result<bool, HostError> {
        let mut state = self.0.state();
        state.step()?;
        let is_new = state.has_parent(path) && state.folders.insert(path.to_owned());
        state.step()?;
        Ok(is_new)
    }

    fn remove_folder(&mut self, path: &str) -> Result<(), HostError> {
        let mut state = self.0.state();
        state.step()?;
        let below = format!("{path}/");
        let paths = state.files.keys().chain(&state.folders);
        if !paths.into_iter().any(|other| other.starts_with(&below)) {
            state.folders.remove(path);
        }
        state.step()
    }
}
