//! The site's folder → [`Source`]: every file of the site, read as text or recorded as a file to copy.

use std::collections::BTreeMap;
use std::fs::FileType;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::diagnostics::{Code, Diagnostic, Location, TextFile};
use crate::files::{CONTENT, IMAGES, PUBLISHED, located, normal, read_text, read_written};
use crate::images;
use crate::reasons;

/// A site's content as found on disk.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// Markdown and YAML files by their path below the content folder, with `/` as the separator.
    pub texts: BTreeMap<String, Arc<TextFile>>,
    /// Every other file.
    pub files: BTreeMap<String, Arc<SourceFile>>,
}

/// A file that is not text: published unchanged, or an image to encode again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Where it is.
    pub location: PathBuf,
    /// Its path as an editor knows it, relative to the site's folder.
    pub shown: String,
    /// Bytes.
    pub size: u64,
    /// When it was last written, if the system says.
    pub modified: Option<SystemTime>,
    /// What its header says, for an image.
    pub image: Option<images::ImageHeader>,
    /// Whether pages may offer it: people open this kind of file, and browsers do not run it.
    pub is_document: bool,
}

/// The result of reading one path.
enum FoundFile {
    Text(String, TextFile, Option<Diagnostic>),
    File(String, SourceFile),
    /// A file, and its diagnostics.
    Remarked(String, SourceFile, Diagnostic),
    Nothing,
}

impl Source {
    /// Reads all files below the content folder of the site at `root`.
    pub fn read(root: &Path) -> (Self, Vec<Diagnostic>) {
        Self::read_below(root, "")
    }

    /// Reads one folder (or one file) below the content folder; `""` is all of it.
    pub fn read_below(root: &Path, below: &str) -> (Self, Vec<Diagnostic>) {
        let content = root.join(CONTENT);
        let walk = WalkDir::new(content.join(below))
            // A path that is read on its own may be a link too; so may the content folder.
            .follow_root_links(below.is_empty())
            .into_iter()
            .filter_entry(|entry| entry.depth() == 0 || !is_ignored(entry.file_name()));
        // Files are read while folders are still being listed; the maps below sort them.
        let found: Vec<_> = walk
            .par_bridge()
            .map(|entry| match entry {
                Ok(entry) if entry.file_type().is_dir() => Ok(FoundFile::Nothing),
                Ok(entry) => read_path(root, &content, entry.path(), entry.file_type()),
                Err(error) => {
                    let path = error.path().unwrap_or(&content);
                    let location = Location::File(shown(root, path));
                    let diagnostic = Diagnostic::new(Code::Unreadable, location);
                    let cause = error.io_error();
                    let is_missing = error.depth() == 0
                        && cause.is_some_and(|cause| cause.kind() == ErrorKind::NotFound);
                    let help = if is_missing { "help-missing" } else { "help" };
                    Err(diagnostic.with("reason", reason(cause)).help(help))
                }
            })
            .collect();
        let mut diagnostics = Vec::new();
        let mut source = Self::default();
        for result in found {
            match result {
                Ok(FoundFile::Text(key, text, remark)) => {
                    diagnostics.extend(remark);
                    let twin = insert(&mut source.texts, key, text, |text| &text.path);
                    diagnostics.extend(twin);
                }
                Ok(FoundFile::File(key, file)) => {
                    let twin = insert(&mut source.files, key, file, |file| &file.shown);
                    diagnostics.extend(twin);
                }
                Ok(FoundFile::Remarked(key, file, diagnostic)) => {
                    let twin = insert(&mut source.files, key, file, |file| &file.shown);
                    diagnostics.extend(twin);
                    diagnostics.push(diagnostic);
                }
                Ok(FoundFile::Nothing) => {}
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
        (source, diagnostics)
    }
}

/// Adds what is at a path. Two files whose names differ only in the encoding of their accents are one file to
/// links and to most systems: the first by bytes is kept, and the other is reported.
fn insert<T>(
    all: &mut BTreeMap<String, Arc<T>>,
    key: String,
    new: T,
    shown: impl Fn(&T) -> &String,
) -> Option<Diagnostic> {
    let Some(known) = all.get_mut(&key) else {
        all.insert(key, Arc::new(new));
        return None;
    };
    let mut other = Arc::new(new);
    if shown(&other) < shown(known) {
        std::mem::swap(known, &mut other);
    }
    let location = Location::File(shown(&other).clone());
    let diagnostic = Diagnostic::new(Code::DuplicateAddress, location);
    Some(diagnostic.with("address", key).with("other", shown(known)))
}

/// What editors and systems leave beside saved files.
pub(crate) fn is_ignored(name: &std::ffi::OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with(['.', '#'])
        || name.ends_with(['~', '#'])
        || [".swp", ".tmp", ".bak", ".orig", ".part"]
            .iter()
            .any(|end| name.ends_with(end))
        || name == "Thumbs.db"
        || name.eq_ignore_ascii_case("desktop.ini")
        // Word's lock file beside an open document.
        || name.starts_with("~$")
}

/// The path below the site's folder, as shown in diagnostics.
fn shown(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = relative
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

fn reason(error: Option<&std::io::Error>) -> String {
    error.map_or_else(String::new, |error| reasons::reason(error))
}

fn read_path(
    root: &Path,
    content: &Path,
    path: &Path,
    kind: FileType,
) -> Result<FoundFile, Diagnostic> {
    let shown = shown(root, path);
    let at = |code| Diagnostic::new(code, Location::File(shown.clone()));
    let Some(key) = path
        .strip_prefix(content)
        .ok()
        .and_then(Path::to_str)
        .filter(|key| !key.contains(['\\', ':', '\n', '\r', '\0']))
    else {
        return Err(at(Code::BadFileName));
    };
    let key = normal(&key.replace(std::path::MAIN_SEPARATOR, "/")).into_owned();
    if kind.is_symlink() {
        if !leads_inside(content, path) {
            return Err(at(Code::SymbolicLink));
        }
    } else if !kind.is_file() {
        return Err(at(Code::UnpublishedFile)
            .with("cause", "kind")
            .help("help-no-file"));
    }
    let extension = path
        .extension()
        .map(|extension| extension.to_string_lossy().to_lowercase())
        .unwrap_or_default();
    if matches!(extension.as_str(), "md" | "markdown" | "yaml" | "yml") {
        let (text, remark) = read_written(path, &shown)?;
        return Ok(FoundFile::Text(key, text, remark));
    }
    let metadata = std::fs::metadata(path);
    let metadata =
        metadata.map_err(|error| at(Code::Unreadable).with("reason", reason(Some(&error))))?;
    let is_image = IMAGES.contains(&extension.as_str());
    let is_document = PUBLISHED.contains(&extension.as_str());
    if !is_image && !is_document && metadata.len() == 0 {
        return Ok(FoundFile::Nothing);
    }
    let (image, remark) = match extension.as_str() {
        "svg" => match vector_head(path, &shown) {
            Ok((head, remark)) => (Some(head), remark),
            Err(damage) => (None, Some(damage)),
        },
        _ if is_image => match images::head(path, &extension) {
            Ok(head) => (Some(head), None),
            Err(damage) => (None, Some(damage.diagnostic(&shown))),
        },
        _ => (None, None),
    };
    let file = SourceFile {
        location: path.to_owned(),
        shown,
        size: metadata.len(),
        modified: metadata.modified().ok(),
        image,
        is_document,
    };
    Ok(match remark {
        Some(remark) => FoundFile::Remarked(key, file, remark),
        None => FoundFile::File(key, file),
    })
}

/// Whether a symbolic link points to a file in the content folder that is not skipped there.
fn leads_inside(content: &Path, link: &Path) -> bool {
    let (Ok(content), Ok(target)) = (content.canonicalize(), link.canonicalize()) else {
        return false;
    };
    let is_read = |below: &Path| !below.iter().any(is_ignored);
    target.strip_prefix(content).is_ok_and(is_read) && target.is_file()
}

/// The header of an SVG drawing, and what is removed from it.
fn vector_head(
    path: &Path,
    shown: &str,
) -> Result<(images::ImageHeader, Option<Diagnostic>), Diagnostic> {
    let svg = read_text(path, shown)?;
    let head = images::vector_head(&svg.text).map_err(|damage| damage.diagnostic(shown))?;
    let parts = images::unsafe_parts(&svg.text);
    let remark = parts.first().map(|first| {
        let mut names: Vec<&str> = parts.iter().map(|part| part.what.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        let names = names.join(", ");
        located(Code::UnsafeSvg, shown, svg.text.to_string(), first.at).with("what", names)
    });
    Ok((head, remark))
}
