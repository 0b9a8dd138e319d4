//! The published folder: what is to be on the host.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use guichet::site::{OutputPath, Site};
use rayon::prelude::*;

use crate::CourierError;
use crate::remote::FileHash;

/// In which order a file is sent: readers follow links from the last of these to the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SendRank {
    /// A page, or what pages load.
    Page,
    /// A list that leads to pages, or what the server itself reads.
    List,
    /// The home page.
    Home,
}

impl SendRank {
    /// The files of a site, each with its rank.
    pub fn of_site(site: &Site) -> impl Iterator<Item = (&OutputPath, Self)> {
        site.outputs().map(|(path, output)| {
            let name = path.as_str().rsplit('/').next().unwrap_or_default();
            // What a server reads, and what leads programs to pages.
            let leads = name.starts_with(['.', '_']) || path.as_str().ends_with(".xml");
            let is_list = output.is_page() && output.page().is_none();
            let rank = match path.as_str() {
                "index.html" => Self::Home,
                _ if is_list || leads || name == "index.html" => Self::List,
                _ => Self::Page,
            };
            (path, rank)
        })
    }
}

/// A file that is to be on the host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalFile {
    /// The hash of its content.
    pub(crate) hash: FileHash,
    /// In bytes.
    pub(crate) size: u64,
    /// When it is sent.
    pub(crate) rank: SendRank,
}

/// The files of a published folder.
#[derive(Debug)]
pub struct LocalSite {
    folder: PathBuf,
    pub(crate) files: BTreeMap<String, LocalFile>,
}

impl LocalSite {
    /// Reads those files of a published folder.
    ///
    /// # Errors
    ///
    /// If one cannot be read.
    pub fn read<'p>(
        folder: &Path,
        files: impl Iterator<Item = (&'p OutputPath, SendRank)>,
    ) -> Result<Self, CourierError> {
        let files: Vec<_> = files.collect();
        let hashed = files.par_iter().map(|(path, rank)| {
            let place = folder.join(path.as_str());
            let (hash, size) = File::open(&place)
                .and_then(|file| hashed(&file))
                .map_err(|error| CourierError::Local(place, error))?;
            let file = LocalFile {
                hash,
                size,
                rank: *rank,
            };
            Ok((path.as_str().to_owned(), file))
        });
        Ok(Self {
            folder: folder.to_owned(),
            files: hashed.collect::<Result<_, CourierError>>()?,
        })
    }

    /// Opens a file that is still what it was when the site was read.
    ///
    /// # Errors
    ///
    /// If it cannot be read, or is another by now.
    pub(crate) fn open(&self, path: &str, expected: &LocalFile) -> Result<File, CourierError> {
        let place = self.folder.join(path);
        let opened = File::open(&place).and_then(|mut file| {
            let (hash, _) = hashed(&file)?;
            io::Seek::rewind(&mut file)?;
            Ok((file, hash))
        });
        match opened {
            Ok((file, hash)) if hash == expected.hash => Ok(file),
            Ok(_) => Err(CourierError::Rebuilt(place)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Err(CourierError::Rebuilt(place))
            }
            Err(error) => Err(CourierError::Local(place, error)),
        }
    }
}

fn hashed(file: &File) -> io::Result<(FileHash, u64)> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(file)?;
    Ok((FileHash::of(&hasher.finalize()), hasher.count()))
}
