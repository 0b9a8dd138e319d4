//! A glance at a source: whose it is, and what it is if it is nobody's. Only the names of its files and their first bytes count.

use std::io::{self, Read as _};
use std::path::Path;

use walkdir::WalkDir;

use super::importers::{IMPORTERS, Importer};
use super::stream;
use crate::files::open_file;

/// How much of a file is looked at, unpacked.
const HEAD: u64 = 64 * 1024;

/// How many of the files in a folder or a zip are looked into, and how many of them are counted at all.
const MOST_HEADS: usize = 12;
const MOST_NAMES: usize = 2_000;

/// What a source has that shows which importer reads it.
#[derive(Debug, Clone, Copy)]
pub struct SourceMark {
    /// The path of a file, or with a slash of a folder, below the source; any file if it is empty.
    name: &'static str,
    /// What a file begins with, all of it, in lower case: in the first 64 kB.
    words: &'static [&'static str],
}

impl SourceMark {
    /// A file or a folder of this name.
    pub(super) const fn named(name: &'static str) -> Self {
        Self { name, words: &[] }
    }

    /// Any file that has these words.
    pub(super) const fn holds(words: &'static [&'static str]) -> Self {
        Self { name: "", words }
    }

    /// A file of this name that has these words.
    pub(super) const fn says(name: &'static str, words: &'static [&'static str]) -> Self {
        Self { name, words }
    }
}

/// What a source is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum SourceForm {
    /// A folder.
    Folder,
    /// A zip.
    Zip,
    /// A zip that is cut or damaged.
    BrokenZip,
    /// Any other file.
    File,
}

/// What a glance at a source shows.
#[derive(Debug)]
pub struct SourceGlance {
    /// What it is made of.
    pub form: SourceForm,
    /// The paths of its files, with slashes; none of a single file.
    names: Vec<String>,
    /// The beginnings of some of its files, in lower case.
    heads: Vec<(String, String)>,
    /// What it is in a word.
    found: &'static str,
}

impl SourceGlance {
    /// Looks at a source.
    ///
    /// # Errors
    ///
    /// If it cannot be opened.
    pub fn at(source: &Path) -> io::Result<Self> {
        if std::fs::metadata(source)?.is_dir() {
            return Ok(Self::at_folder(source));
        }
        let mut bytes = Vec::new();
        open_file(source)?.take(HEAD).read_to_end(&mut bytes)?;
        if bytes.starts_with(b"PK\x03\x04") {
            return Self::at_zip(source);
        }
        let found = file_kind(&bytes);
        // What is packed says more than its packing; what cannot be unpacked says nothing.
        let text = stream::head(source, HEAD).unwrap_or(bytes);
        Ok(Self {
            form: SourceForm::File,
            names: Vec::new(),
            heads: vec![(String::new(), lower(&text))],
            found,
        })
    }

    fn at_folder(source: &Path) -> Self {
        let walk = WalkDir::new(source).min_depth(1).max_depth(3);
        let walk = walk.sort_by_file_name().into_iter().flatten();
        let files = walk.filter(|entry| entry.file_type().is_file());
        let below = |path: &Path| {
            let path = path.strip_prefix(source).unwrap_or(path);
            path.to_string_lossy().replace('\\', "/")
        };
        let names: Vec<String> = files
            .take(MOST_NAMES)
            .map(|entry| below(entry.path()))
            .collect();
        let heads = looked_into(&names).filter_map(|name| {
            let head = stream::head(&source.join(name), HEAD).ok()?;
            Some((name.clone(), lower(&head)))
        });
        Self {
            form: SourceForm::Folder,
            heads: heads.collect(),
            found: if names.is_empty() {
                "empty-folder"
            } else {
                "folder"
            },
            names,
        }
    }

    fn at_zip(source: &Path) -> io::Result<Self> {
        let mut glance = Self {
            form: SourceForm::Zip,
            names: Vec::new(),
            heads: Vec::new(),
            found: "zip",
        };
        let Ok(mut zip) = zip::ZipArchive::new(open_file(source)?) else {
            glance.form = SourceForm::BrokenZip;
            glance.found = "broken-zip";
            return Ok(glance);
        };
        let files = zip.file_names().flatten().map(std::borrow::Cow::into_owned);
        let files = files.filter(|name| !name.ends_with('/'));
        let mut names: Vec<String> = files.take(MOST_NAMES).collect();
        names.sort();
        for name in looked_into(&names) {
            let mut head = Vec::new();
            let Ok(file) = zip.by_name(name) else {
                continue;
            };
            // What can be read of it counts.
            let _ = file.take(HEAD).read_to_end(&mut head);
            glance.heads.push((name.clone(), lower(&head)));
        }
        let is_office = |name: &String| name == "mimetype" || name == "[Content_Types].xml";
        if names.iter().any(is_office) {
            glance.found = "office";
        }
        glance.names = names;
        Ok(glance)
    }

    /// Whether the source is one that an importer reads.
    pub fn is_of(&self, importer: &Importer) -> bool {
        importer.marks.iter().any(|mark| self.has(mark))
    }

    /// The importer that reads the source, if it is not this one.
    pub fn other_than(&self, importer: &Importer) -> Option<&'static Importer> {
        if self.is_of(importer) {
            return None;
        }
        IMPORTERS.iter().find(|other| self.is_of(other))
    }

    /// What the source is, as a variant of the messages on what is nobody's: `html`, `empty-folder`.
    pub fn found(&self) -> &'static str {
        self.found
    }

    /// Whether it may be what an importer reads, damaged or in another encoding, so that what the importer says of it counts.
    pub fn may_be_read(&self) -> bool {
        !matches!(
            self.found,
            "empty" | "empty-folder" | "html" | "pdf" | "office" | "image"
        )
    }

    fn has(&self, mark: &SourceMark) -> bool {
        let top = self.top();
        let path = format!("{top}{}", mark.name);
        if mark.words.is_empty() {
            let is_there = |name: &String| match path.ends_with('/') {
                true => name.starts_with(&path),
                false => *name == path,
            };
            return self.names.iter().any(is_there);
        }
        let is_it = |name: &str| mark.name.is_empty() || name == path;
        let mut heads = self.heads.iter();
        heads.any(|(name, head)| is_it(name) && mark.words.iter().all(|word| head.contains(word)))
    }

    /// The folder that everything in a zip is in: what is downloaded from a forge has one.
    fn top(&self) -> &str {
        let first = self.names.first().filter(|_| self.form == SourceForm::Zip);
        let top = first.and_then(|name| Some(&name[..=name.find('/')?]));
        let top = top.filter(|top| self.names.iter().all(|name| name.starts_with(top)));
        top.unwrap_or_default()
    }
}

/// Some of the files that may show whose they are: what configures a site, then data from everywhere in the list.
fn looked_into(names: &[String]) -> impl Iterator<Item = &String> {
    let of_sites = |name: &&String| {
        name.matches('/').count() <= 1 && has_ending(name, &["toml", "yaml", "yml"])
    };
    let of_data =
        |name: &&String| has_ending(name, &["xml", "json", "jsonl", "ndjson", "csv", "gz"]);
    let data: Vec<&String> = names.iter().filter(of_data).collect();
    let step = data.len().div_ceil(MOST_HEADS).max(1);
    let sites = names.iter().filter(of_sites).take(MOST_HEADS);
    sites.chain(data.into_iter().step_by(step))
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit('.').next().unwrap_or_default();
    endings
        .iter()
        .any(|other| ending.eq_ignore_ascii_case(other))
}

/// The text of bytes in lower case; of UTF-16, its Latin letters.
fn lower(bytes: &[u8]) -> String {
    let letters: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    String::from_utf8_lossy(&letters).to_lowercase()
}

/// The kind of a file, from its first bytes.
fn file_kind(bytes: &[u8]) -> &'static str {
    const BEGINNINGS: &[(&[u8], &str)] = &[
        (b"%PDF", "pdf"),
        (b"\x89PNG", "image"),
        (b"\xff\xd8\xff", "image"),
        (b"GIF8", "image"),
        // Documents of old office programs.
        (b"\xd0\xcf\x11\xe0", "office"),
        (b"\x1f\x8b", "packed"),
        (b"BZh", "packed"),
    ];
    let mut beginnings = BEGINNINGS.iter();
    if let Some((_, kind)) = beginnings.find(|(start, _)| bytes.starts_with(start)) {
        return kind;
    }
    let text = lower(bytes);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    match text.chars().next() {
        None => "empty",
        Some('<') if is_web_page(text) => "html",
        Some('<') => "xml",
        Some('{' | '[') => "json",
        // The last character may be cut.
        Some(_) if bytes.contains(&0) || text.matches('\u{fffd}').count() > 1 => "binary",
        Some(_) => "text",
    }
}

/// Whether a text in lower case is a web page: comments and an XML declaration may stand in front.
fn is_web_page(text: &str) -> bool {
    let start: String = text.chars().take(2_000).collect();
    ["<!doctype html", "<html", "<head>", "<body"]
        .iter()
        .any(|tag| start.contains(tag))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
