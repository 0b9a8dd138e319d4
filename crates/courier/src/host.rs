//! What a host can do, whatever the way there.

use std::io::Read;

use crate::HostError;

/// A place on a host to which connections can be made.
pub trait RemoteHost: Sync {
    /// Makes a connection.
    ///
    /// # Errors
    ///
    /// If the host cannot be reached, is not the one that it should be, or does not let the user in.
    fn connect(&self) -> Result<Box<dyn RemoteFolder + '_>, HostError>;
}

/// A connection to the folder of a site. Paths are relative to that folder, with `/` between their parts; the empty path is the folder itself.
pub trait RemoteFolder {
    /// What is in a folder; nothing if there is no such folder.
    ///
    /// # Errors
    ///
    /// If the host refuses, or the connection is cut.
    fn list(&mut self, folder: &str) -> Result<Vec<RemoteEntry>, HostError>;

    /// The bytes of a file, at most `most`; `None` if there is no such file.
    ///
    /// # Errors
    ///
    /// If it is larger, the host refuses, or the connection is cut.
    fn read(&mut self, path: &str, most: u64) -> Result<Option<Vec<u8>>, HostError>;

    /// Puts a file of `size` bytes at its path in one step, in place of what is there: whoever reads that path gets the old file or the
    /// new one, both whole. A host that does not write so by itself writes to `part` and renames that.
    ///
    /// # Errors
    ///
    /// If the host refuses, or the connection is cut.
    fn put(
        &mut self,
        path: &str,
        part: &str,
        size: u64,
        content: &mut dyn Read,
    ) -> Result<(), HostError>;

    /// Deletes a file; one that is not there is no error.
    ///
    /// # Errors
    ///
    /// If the host refuses, or the connection is cut.
    fn remove(&mut self, path: &str) -> Result<(), HostError>;

    /// Makes a folder in one that exists, and says whether it was not there before. Of two who make the same at once, one is told so.
    ///
    /// # Errors
    ///
    /// If the host refuses, or the connection is cut.
    fn make_folder(&mut self, path: &str) -> Result<bool, HostError>;

    /// Deletes a folder if it is empty; one that is not there or not empty is no error.
    ///
    /// # Errors
    ///
    /// If the connection is cut.
    fn remove_folder(&mut self, path: &str) -> Result<(), HostError>;
}

/// What a folder on a host has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemoteEntry {
    /// Its name in the folder.
    pub name: String,
    /// Its size in bytes; `None` for what is not a file.
    pub size: Option<u64>,
}
