//! Reads the files of one kind from a folder or a zip, sorted by name, with bounds on what is read.

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::diagnostics::{Code, Diagnostic, Location, TextFile};
use crate::files::open_file;
use crate::reasons::reason;

/// No file of the official guide is a tenth of this.
const LARGEST_FILE: u64 = 32 * 1024 * 1024;

/// The most that is read from one source, all of it in memory at once: the whole official guide has about 150
/// MB.
const LARGEST_SOURCE: u64 = 512 * 1024 * 1024;

/// The most files in one source: the whole official guide has 6 000.
const MOST_FILES: usize = 100_000;

/// What is left of the bounds on a source.
struct Left {
    bytes: u64,
    files: usize,
}

impl Left {
    fn new() -> Self {
        Self {
            bytes: LARGEST_SOURCE,
            files: MOST_FILES,
        }
    }

    /// How large the next file may be; `None` if nothing more is read.
    fn next(&mut self) -> Option<u64> {
        self.files = self.files.checked_sub(1)?;
        (self.bytes > 0).then_some(self.bytes.min(LARGEST_FILE))
    }

    /// Subtracts the size of a file. A file larger than what is left ends the source: to continue would
    /// select files by size.
    fn take(&mut self, bytes: u64) {
        self.bytes = self.bytes.saturating_sub(bytes);
    }
}

/// Reported once if a source exceeds the bounds.
fn too_large(source: &Path) -> Diagnostic {
    let megabytes = LARGEST_SOURCE / (1024 * 1024);
    let most = format!("> {megabytes} MB, > {MOST_FILES}");
    let error = io::Error::new(io::ErrorKind::FileTooLarge, most);
    of_source(&source.display().to_string(), &error)
}

/// A file, unchanged: its path below the source, and its bytes.
pub type RawFile = (String, Vec<u8>);

/// The result of reading one file.
type ReadResult<T> = Result<T, Diagnostic>;

/// Reads the texts of a folder, a zip or one file whose names end with `.ending`, sorted by their path below
/// the source.
///
/// # Errors
///
/// If the source itself cannot be opened. What is wrong with a single file is returned beside the others.
pub fn read(source: &Path, ending: &str) -> io::Result<(Vec<Arc<TextFile>>, Vec<Diagnostic>)> {
    let read = if std::fs::metadata(source)?.is_dir() {
        read_folder(source, &|path| has_ending(path, ending), &[])
    } else if has_ending(source, "zip") {
        read_zip(source, |name| has_ending(Path::new(name), ending))?
    } else {
        let name = source.file_name().unwrap_or_default().to_string_lossy();
        vec![read_file(source, name.into_owned())]
    };
    let texts = read.into_par_iter().map(|file| file.and_then(text_file));
    let (mut files, found) = apart(texts.collect());
    files.sort_by(|a: &Arc<TextFile>, b| a.path.cmp(&b.path));
    Ok((files, found))
}

/// Reads the files of a folder or a zip that have one of these names, in any folder, sorted by their path below the
/// source. What cannot be read is left out.
///
/// # Errors
///
/// If the source itself cannot be opened.
pub fn named(source: &Path, names: &BTreeSet<String>) -> io::Result<Vec<RawFile>> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let is_wanted = |path: &str| {
        let name = path.rsplit('/').next().unwrap_or(path);
        names.contains(name)
    };
    let read = if std::fs::metadata(source)?.is_dir() {
        read_folder(source, &|path| is_wanted(&shown(source, path)), &[])
    } else if has_ending(source, "zip") {
        read_zip(source, is_wanted)?
    } else {
        Vec::new()
    };
    let mut files: Vec<RawFile> = read.into_iter().flatten().collect();
    files.sort();
    Ok(files)
}

/// Reads the files of a folder whose names end with one of these, unchanged. Skips hidden folders, and those
/// where generators keep what they built or downloaded.
///
/// # Errors
///
/// If the folder cannot be opened.
pub fn files(source: &Path, endings: &[&str]) -> io::Result<(Vec<RawFile>, Vec<Diagnostic>)> {
    const PASSED_OVER: &[&str] = &[
        "public",
        "_site",
        "node_modules",
        "vendor",
        "themes",
        "resources",
    ];
    std::fs::read_dir(source)?;
    let is_wanted = |path: &Path| endings.iter().any(|ending| has_ending(path, ending));
    Ok(apart(read_folder(source, &is_wanted, PASSED_OVER)))
}

/// What was read, and what could not be.
fn apart<T>(all: Vec<ReadResult<T>>) -> (Vec<T>, Vec<Diagnostic>) {
    let (mut files, mut found) = (Vec::new(), Vec::new());
    for file in all {
        match file {
            Ok(file) => files.push(file),
            Err(diagnostic) => found.push(diagnostic),
        }
    }
    (files, found)
}

fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(ending))
}

/// The files of a folder, sorted; skips hidden ones, and those in top-level folders with these names.
fn read_folder(
    source: &Path,
    is_wanted: &dyn Fn(&Path) -> bool,
    passed_over: &[&str],
) -> Vec<ReadResult<RawFile>> {
    let is_passed_over = |entry: &walkdir::DirEntry| {
        let name = entry.file_name().to_string_lossy();
        entry.depth() > 0
            && (name.starts_with('.') || entry.depth() == 1 && passed_over.contains(&&*name))
    };
    let walk = WalkDir::new(source).sort_by_file_name().into_iter();
    let mut left = Left::new();
    let mut entries = Vec::new();
    let mut whole = true;
    for entry in walk.filter_entry(|entry| !is_passed_over(entry)) {
        if let Ok(entry) = &entry {
            if !is_wanted(entry.path()) || !entry.file_type().is_file() {
                continue;
            }
            whole = left.next().is_some();
            left.take(
                entry
                    .metadata()
                    .map_or(0, |metadata| metadata.len())
                    .min(LARGEST_FILE),
            );
        }
        if !whole {
            break;
        }
        entries.push(entry);
    }
    let read = entries.into_par_iter().map(|entry| match entry {
        Ok(entry) => read_file(entry.path(), shown(source, entry.path())),
        Err(error) => {
            let path = error.path().unwrap_or(source).display().to_string();
            Err(unreadable(&path, &reason(&error)))
        }
    });
    let mut read: Vec<ReadResult<RawFile>> = read.collect();
    if !whole {
        read.push(Err(too_large(source)));
    }
    read
}

fn shown(source: &Path, path: &Path) -> String {
    let below = path.strip_prefix(source).unwrap_or(path);
    let parts: Vec<_> = below
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

fn read_file(path: &Path, shown: String) -> ReadResult<RawFile> {
    match open_file(path).and_then(|file| bounded(file, LARGEST_FILE)) {
        Ok(bytes) => Ok((shown, bytes)),
        Err(error) => Err(unreadable(&shown, &reason(&error))),
    }
}

fn read_zip(
    source: &Path,
    is_wanted: impl Fn(&str) -> bool,
) -> io::Result<Vec<ReadResult<RawFile>>> {
    let mut archive = zip::ZipArchive::new(open_file(source)?).map_err(io::Error::from)?;
    let mut files = Vec::new();
    let mut left = Left::new();
    for index in 0..archive.len() {
        let entry = match archive.by_index(index) {
            Ok(entry) => entry,
            Err(error) => {
                files.push(Err(of_source(&format!("#{index}"), &error.into())));
                continue;
            }
        };
        // The name is only shown and compared: nothing is unpacked to disk.
        let name = String::from_utf8_lossy(entry.name_raw()).replace('\\', "/");
        if !entry.is_file() || !is_wanted(&name) {
            continue;
        }
        let Some(most) = left.next() else {
            files.push(Err(too_large(source)));
            break;
        };
        files.push(match bounded(entry, most) {
            Ok(bytes) => {
                left.take(bytes.len() as u64);
                Ok((name, bytes))
            }
            Err(error) => {
                // What was read before the error counts, up to the bound.
                left.take(most);
                Err(of_source(&name, &error))
            }
        });
    }
    Ok(files)
}

/// Everything a reader gives, if it is within the bound.
fn bounded(reader: impl Read, bound: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    reader.take(bound + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > bound {
        let most = format!("> {} MB", bound / (1024 * 1024));
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, most));
    }
    Ok(bytes)
}

fn text_file((shown, bytes): RawFile) -> ReadResult<Arc<TextFile>> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Arc::new(TextFile::new(shown, text))),
        Err(_) => Err(Diagnostic::new(Code::InvalidUtf8, Location::File(shown))),
    }
}

/// What is wrong with something in a packed source.
fn of_source(shown: &str, error: &io::Error) -> Diagnostic {
    let help = match error.kind() {
        io::ErrorKind::FileTooLarge => "help-large",
        _ => "help-cut",
    };
    let diagnostic = Diagnostic::new(Code::ImportUnreadable, Location::File(shown.to_owned()));
    diagnostic.with("reason", reason(error)).help(help)
}

fn unreadable(shown: &str, reason: &str) -> Diagnostic {
    Diagnostic::new(Code::Unreadable, Location::File(shown.to_owned())).with("reason", reason)
}
