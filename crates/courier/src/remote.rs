//! What guichet has put on a host.

use std::collections::BTreeMap;
use std::fmt;

use guichet::site::OutputPath;

/// The first 128 bits of a BLAKE3 hash.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct FileHash([u8; 16]);

impl FileHash {
    /// The head of a whole hash.
    pub(crate) fn of(hash: &blake3::Hash) -> Self {
        let mut head = [0; 16];
        head.copy_from_slice(&hash.as_bytes()[..16]);
        Self(head)
    }

    /// Reads 32 hexadecimal digits.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let digits = text.as_bytes();
        if digits.len() != 32 || !digits.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        u128::from_str_radix(text, 16)
            .ok()
            .map(|number| Self(number.to_be_bytes()))
    }
}

impl fmt::Display for FileHash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:032x}", u128::from_be_bytes(self.0))
    }
}

impl fmt::Debug for FileHash {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, out)
    }
}

/// The content of a file: its hash, and its size in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileContent {
    pub hash: FileHash,
    pub size: u64,
}

/// What is known of a path that is guichet's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RemoteFile {
    /// The file is there.
    There(FileContent),
    /// A delivery was about to send it: there is what was before (nothing, or a file that may be unknown), or the new file.
    Sending {
        before: FileBefore,
        after: FileContent,
    },
    /// It is there, or was deleted: the site no longer has it.
    Leaving,
    /// It is guichet's, and nothing else is known.
    Unknown,
}

/// What was at a path before a file was sent there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileBefore {
    Nothing,
    Unknown,
    Content(FileContent),
}

/// The files that guichet has put on a host.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RemoteSite {
    pub(crate) files: BTreeMap<String, RemoteFile>,
}

impl RemoteSite {
    /// Adds what lines say of their paths; `None` if a line cannot be read. Paths come from a host, which may be somebody else's by now:
    /// none that leads out of the folder is read.
    pub(crate) fn add(&mut self, text: &str) -> Option<()> {
        for line in text.lines() {
            let (state, path) = read_line(line)?;
            OutputPath::new(path)?;
            match state {
                Some(state) => self.files.insert(path.to_owned(), state),
                None => self.files.remove(path),
            };
        }
        Some(())
    }
}

/// What a line says of a path; nothing is known of one that is gone.
pub(crate) fn read_line(line: &str) -> Option<(Option<RemoteFile>, &str)> {
    let (sign, rest) = line.split_once(' ')?;
    match sign {
        "=" => {
            let (content, path) = read_content(rest)?;
            Some((Some(RemoteFile::There(content)), path))
        }
        ">" => {
            let (before, rest) = match rest.split_once(' ')? {
                ("-", rest) => (FileBefore::Nothing, rest),
                ("?", rest) => (FileBefore::Unknown, rest),
                _ => {
                    let (content, rest) = read_content(rest)?;
                    (FileBefore::Content(content), rest)
                }
            };
            let (after, path) = read_content(rest)?;
            Some((Some(RemoteFile::Sending { before, after }), path))
        }
        "-" => Some((Some(RemoteFile::Leaving), rest)),
        "?" => Some((Some(RemoteFile::Unknown), rest)),
        "x" => Some((None, rest)),
        _ => None,
    }
}

fn read_content(text: &str) -> Option<(FileContent, &str)> {
    let (hash, rest) = text.split_once(' ')?;
    let (size, rest) = rest.split_once(' ')?;
    let hash = FileHash::parse(hash)?;
    let size = size.parse().ok()?;
    Some((FileContent { hash, size }, rest))
}

impl fmt::Display for FileContent {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.hash, self.size)
    }
}

/// The line about a path; `None` says that it is gone.
pub(crate) fn line(state: Option<RemoteFile>, path: &str) -> String {
    match state {
        Some(RemoteFile::There(content)) => format!("= {content} {path}\n"),
        Some(RemoteFile::Sending { before, after }) => match before {
            FileBefore::Nothing => format!("> - {after} {path}\n"),
            FileBefore::Unknown => format!("> ? {after} {path}\n"),
            FileBefore::Content(before) => format!("> {before} {after} {path}\n"),
        },
        Some(RemoteFile::Leaving) => format!("- {path}\n"),
        Some(RemoteFile::Unknown) => format!("? {path}\n"),
        None => format!("x {path}\n"),
    }
}
