//! What leaves the site for places without a connection: the kit on a USB stick, books for reading devices,
//! plain texts.
//!
//! All three are made from a finished site, and the same site gives the same bytes: archive entries are
//! sorted by name and have no time.

mod book;
mod kit;
mod xhtml;

use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::diagnostics::Diagnostic;
use crate::media_types;
use crate::press::PressError;
use crate::publish::PublishError;
use crate::writing;

pub use book::{Book, write as write_book};
pub use kit::write as write_kit;

/// Why a bundle could not be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BundleError {
    /// The file system refused.
    #[error("{path}: {error}", path = .0.display(), error = .1)]
    Io(PathBuf, #[source] io::Error),
    /// The site could not be published.
    #[error(transparent)]
    Publish(#[from] PublishError),
    /// The archive could not be written.
    #[error("the archive could not be written: {0}")]
    Archive(#[from] zip::result::ZipError),
    /// The list of contents could not be printed.
    #[error("the list of contents was not printed: {0}")]
    Print(#[from] PressError),
    /// A template of the theme has a mistake.
    #[error("a template has a mistake: {0}")]
    Template(Box<Diagnostic>),
    /// The site has no such file, or could not make it.
    #[error("{0} could not be made")]
    Missing(String),
}

impl From<Diagnostic> for BundleError {
    fn from(mistake: Diagnostic) -> Self {
        Self::Template(Box::new(mistake))
    }
}

/// An archive that is written beside its destination and moved there when complete. An unfinished one is
/// removed.
struct Archive {
    zip: ZipWriter<BufWriter<File>>,
    part: UnfinishedFile,
    out: PathBuf,
}

impl Archive {
    fn create(out: &Path) -> Result<Self, BundleError> {
        let name = out.file_name().unwrap_or_default().to_string_lossy();
        // A fixed name: the next run overwrites what a killed run left behind.
        let part = UnfinishedFile(out.with_file_name(format!(".{name}.guichet")));
        let file =
            writing::create(&part.0).map_err(|error| BundleError::Io(part.0.clone(), error))?;
        Ok(Self {
            zip: ZipWriter::new(BufWriter::new(file)),
            part,
            out: out.to_owned(),
        })
    }

    /// Adds a file. Compressed formats are stored as they are.
    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), BundleError> {
        self.zip.start_file(name, options(name))?;
        self.write(bytes)
    }

    /// Adds a file without compression.
    fn store(&mut self, name: &str, bytes: &[u8]) -> Result<(), BundleError> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        self.zip.start_file(name, options)?;
        self.write(bytes)
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), BundleError> {
        let written = self.zip.write_all(bytes);
        written.map_err(|error| BundleError::Io(self.part.0.clone(), error))
    }

    /// Adds all files of a folder below `prefix`, in the order of their paths.
    fn add_folder(&mut self, folder: &Path, prefix: &str) -> Result<usize, BundleError> {
        let mut count = 0;
        for entry in WalkDir::new(folder)
            .sort_by_file_name()
            .into_iter()
            .flatten()
        {
            let path = entry.path();
            let below = path.strip_prefix(folder).unwrap_or(path);
            let below = below.to_string_lossy().replace('\\', "/");
            if !entry.file_type().is_file() || below.starts_with('.') {
                continue;
            }
            let failed = |error| BundleError::Io(path.to_owned(), error);
            let name = format!("{prefix}{below}");
            let large = entry
                .metadata()
                .is_ok_and(|data| data.len() >= u64::from(u32::MAX));
            self.zip
                .start_file(&*name, options(&name).large_file(large))?;
            let mut file = File::open(path).map_err(failed)?;
            let mut buffer = [0; 64 * 1024];
            loop {
                let read = file.read(&mut buffer).map_err(failed)?;
                if read == 0 {
                    break;
                }
                self.write(&buffer[..read])?;
            }
            count += 1;
        }
        Ok(count)
    }

    /// Finishes the archive and moves it into place.
    fn finish(self) -> Result<(), BundleError> {
        let failed = |error| BundleError::Io(self.out.clone(), error);
        let mut file = self.zip.finish()?;
        file.flush().map_err(failed)?;
        std::fs::rename(&self.part.0, &self.out).map_err(failed)
    }
}

fn options(name: &str) -> SimpleFileOptions {
    let method = match media_types::is_text(name) {
        true => CompressionMethod::Deflated,
        false => CompressionMethod::Stored,
    };
    SimpleFileOptions::default().compression_method(method)
}

/// A file that is removed unless it gets its final name.
struct UnfinishedFile(PathBuf);

impl Drop for UnfinishedFile {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// A temporary folder.
struct Scratch(PathBuf);

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
