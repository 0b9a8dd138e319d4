//! Reads the records of a large file one after the other, whatever it is packed in: JSON or CSV, plain, in gzip or bzip2, in a tar.
//!
//! Nothing is kept but the record at hand, so that a file may be larger than the memory. What a file is, its first bytes say, not its
//! name.

mod bzip2;
mod csv;
mod json;
mod layer;
mod tar;
mod window;

use std::io::{self, Cursor, Read};
use std::path::Path;

pub use layer::head;
use layer::{StreamLayer, head_of};
use serde_json::{Map, Value};
use walkdir::WalkDir;

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::encoding;
use crate::files::open_file;
use crate::reasons::{of_content, reason};

/// No record is a tenth of this: one that serves each of the 36 000 communes has 400 kB.
const LARGEST_RECORD: usize = 8 * 1024 * 1024;

/// What a source may unpack to. The national directory has 270 MB.
const LARGEST_SOURCE: u64 = 2 * 1024 * 1024 * 1024;

/// A compressed file in a compressed file is a mistake; more of them are malice. The text itself is one of them.
const MOST_LAYERS: usize = 4;

/// The most files in one source: each holds thousands of records.
const MOST_FILES: usize = 100;

/// How many of the files in a zip are looked at for them.
const MOST_ENTRIES: usize = 100_000;

/// A record as it stands in its file.
#[derive(Debug, Clone, Copy)]
pub enum RawRecord<'r> {
    /// A value of a list.
    Json(&'r [u8]),
    /// A line of a table, and the names of its columns.
    Row(&'r [u8], &'r csv::TableColumns),
}

impl RawRecord<'_> {
    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Json(bytes) | Self::Row(bytes, _) => bytes,
        }
    }

    /// Whether it has a field of this name, or seems to: its text has the name in quotation marks.
    pub fn may_have(&self, field: &str) -> bool {
        match self {
            Self::Json(bytes) => {
                memchr::memmem::find(bytes, format!("\"{field}\"").as_bytes()).is_some()
            }
            Self::Row(_, columns) => columns.has(field),
        }
    }

    /// Its fields.
    ///
    /// # Errors
    ///
    /// Why it has none, in the words of the parser.
    pub fn fields(&self) -> Result<Map<String, Value>, String> {
        match self {
            Self::Json(bytes) => {
                let text = text_of(bytes)?;
                serde_json::from_str(&text).map_err(|error| error.to_string())
            }
            Self::Row(bytes, columns) => columns.fields(&text_of(bytes)?),
        }
    }
}

/// The text of bytes in UTF-8, or in what they certainly are otherwise.
fn text_of(bytes: &[u8]) -> Result<std::borrow::Cow<'_, str>, String> {
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => Ok(text.into()),
        Err(error) => match encoding::decode(bytes) {
            Some((text, _)) => Ok(text.into()),
            None => Err(error.to_string()),
        },
    }
}

/// What is wrong with a source as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StreamFault {
    /// It ends too early.
    Cut,
    /// Its bytes are not what was packed.
    Damaged,
    /// It exceeds the bounds, or one of its records does.
    TooLarge,
    /// It is not UTF-8.
    Encoding,
    /// It has neither a list of records nor a table.
    Form,
    /// Something follows its end.
    Trailing,
}

/// What was found in a source beside its records.
#[derive(Debug, Default)]
pub struct StreamReport {
    /// How many lists and tables it has.
    pub lists: usize,
    /// What is wrong with it, each with what the reader says.
    pub faults: std::collections::BTreeMap<StreamFault, String>,
}

impl StreamReport {
    /// What is wrong, for editors.
    pub fn told(&self, place: &Location) -> Vec<Diagnostic> {
        let told = |(fault, reason): (&StreamFault, &String)| {
            let help = match fault {
                StreamFault::Cut | StreamFault::Damaged => "help-cut",
                StreamFault::TooLarge => "help-large",
                StreamFault::Encoding => "help-encoding",
                StreamFault::Form => "help-form",
                StreamFault::Trailing => "help-trailing",
            };
            let diagnostic = Diagnostic::new(Code::ImportUnreadable, place.clone());
            diagnostic.with("reason", reason).help(help)
        };
        self.faults.iter().map(told).collect()
    }

    fn fault(&mut self, fault: StreamFault, reason: impl Into<String>) {
        self.faults.entry(fault).or_insert_with(|| reason.into());
    }

    fn error(&mut self, error: &io::Error) {
        let fault = match error.kind() {
            io::ErrorKind::UnexpectedEof => StreamFault::Cut,
            io::ErrorKind::FileTooLarge => StreamFault::TooLarge,
            io::ErrorKind::Unsupported => StreamFault::Form,
            _ => StreamFault::Damaged,
        };
        self.fault(fault, reason(error));
    }
}

/// What receives the records of a list: those of its keys `lists`, or of the whole file if that is one.
pub struct RecordSink<'s> {
    /// The keys whose lists hold the records.
    pub lists: &'s [&'s str],
    /// Whether a file may be objects one after the other, each of them a record (JSON Lines).
    pub lines: bool,
    /// Takes a record.
    pub each: &'s mut dyn FnMut(RawRecord<'_>),
}

/// Reads a file to its end, or until what is wrong with it.
///
/// # Errors
///
/// If it cannot be opened. What is wrong with its content is in the report.
pub fn read(source: &Path, sink: &mut RecordSink<'_>) -> io::Result<StreamReport> {
    let file = open_file(source)?;
    Ok(read_one(Box::new(file), sink))
}

/// Reads what a reader gives.
fn read_one(reader: Box<dyn Read + '_>, sink: &mut RecordSink<'_>) -> StreamReport {
    let mut report = StreamReport::default();
    let reader = BoundedStream {
        reader,
        left: LARGEST_SOURCE,
    };
    if let Err(error) = unpack(Box::new(reader), MOST_LAYERS, sink, &mut report) {
        report.error(&error);
    }
    if report.lists == 0 && report.faults.is_empty() {
        let names = sink.lists.iter().map(|name| format!("\"{name}\": […]"));
        let names = names.take(2).collect::<Vec<_>>().join(", ");
        report.fault(StreamFault::Form, of_content(&format!("{names} ?")));
    }
    report
}

/// Reads a file, each of the files in a folder or a zip that this selects by name, in the order of their names; each with its report.
///
/// # Errors
///
/// If the source cannot be opened.
pub fn read_all(
    source: &Path,
    is_wanted: &dyn Fn(&str) -> bool,
    sink: &mut RecordSink<'_>,
) -> io::Result<Vec<(String, StreamReport)>> {
    let mut found = Vec::new();
    if std::fs::metadata(source)?.is_dir() {
        let walk = WalkDir::new(source).max_depth(2).sort_by_file_name();
        let mut files = walk.into_iter().flatten().filter(|entry| {
            let name = entry.file_name().to_string_lossy();
            entry.file_type().is_file() && !name.starts_with('.') && is_wanted(&name)
        });
        for file in files.by_ref().take(MOST_FILES) {
            let shown = file.path().display().to_string();
            found.push((shown, read(file.path(), sink)?));
        }
        if files.next().is_some() {
            found.push((source.display().to_string(), too_many()));
        }
        return Ok(found);
    }
    let shown = source.display().to_string();
    let mut head = [0; 4];
    let is_zip = open_file(source)?.read_exact(&mut head).is_ok() && &head == b"PK\x03\x04";
    if !is_zip {
        found.push((shown, read(source, sink)?));
        return Ok(found);
    }
    let mut archive = zip::ZipArchive::new(open_file(source)?).map_err(io::Error::from)?;
    let mut files: Vec<(String, usize)> = Vec::new();
    for index in 0..archive.len().min(MOST_ENTRIES) {
        let Ok(entry) = archive.by_index_raw(index) else {
            continue;
        };
        // The name is only shown and compared: nothing is unpacked to disk.
        let path = String::from_utf8_lossy(entry.name_raw()).replace('\\', "/");
        if entry.is_file() && is_wanted(path.rsplit('/').next().unwrap_or(&path)) {
            files.push((path, index));
        }
    }
    files.sort();
    if files.len() > MOST_FILES || archive.len() > MOST_ENTRIES {
        found.push((shown.clone(), too_many()));
    }
    for (path, index) in files.into_iter().take(MOST_FILES) {
        let report = match archive.by_index(index) {
            Ok(entry) => read_one(Box::new(entry), sink),
            Err(error) => {
                let mut report = StreamReport::default();
                report.fault(StreamFault::Damaged, reason(&io::Error::from(error)));
                report
            }
        };
        found.push((format!("{shown}: {path}"), report));
    }
    Ok(found)
}

/// That there are more files than are read: nothing is withdrawn because of those that are not.
fn too_many() -> StreamReport {
    let mut report = StreamReport::default();
    report.fault(StreamFault::TooLarge, format!("> {MOST_FILES} JSON, CSV"));
    report
}

/// Reads what is in a layer.
fn unpack<'r>(
    reader: Box<dyn Read + 'r>,
    layers: usize,
    sink: &mut RecordSink<'_>,
    report: &mut StreamReport,
) -> io::Result<()> {
    if layers == 0 {
        let reason = format!("gzip, bzip2, tar: > {}", MOST_LAYERS - 1);
        return Err(io::Error::new(io::ErrorKind::Unsupported, reason));
    }
    let inner = match StreamLayer::of(reader) {
        StreamLayer::Packed(inner) => inner,
        StreamLayer::Tar(inner) => {
            return tar::each_file(inner, &mut |file| {
                // What else is in the archive is none of our business.
                records(Box::new(file), sink, report)
            });
        }
        StreamLayer::Text(inner) => return records(inner, sink, report),
    };
    let bounded = BoundedStream {
        reader: inner,
        left: LARGEST_SOURCE,
    };
    unpack(Box::new(bounded), layers - 1, sink, report)
}

/// Reads a text: a list of records, or a table.
fn records(
    reader: Box<dyn Read + '_>,
    sink: &mut RecordSink<'_>,
    report: &mut StreamReport,
) -> io::Result<()> {
    let (mut head, mut reader) = head_of(reader);
    // With or without a mark in front: Latin letters are every second byte.
    if let [0xff, 0xfe, ..]
    | [0xfe, 0xff, ..]
    | [1..=0x7f, 0, 1..=0x7f, 0, ..]
    | [0, 1..=0x7f, 0, 1..=0x7f, ..] = head.as_slice()
    {
        report.fault(StreamFault::Encoding, "UTF-16");
        return Ok(());
    }
    if head.starts_with(b"\xef\xbb\xbf") {
        head.drain(..3);
    }
    let first = head
        .iter()
        .find(|byte| !byte.is_ascii_whitespace())
        .copied();
    let is_table = head
        .iter()
        .take_while(|byte| **byte != b'\n')
        .any(|byte| matches!(byte, b';' | b','));
    match first {
        Some(b'{' | b'[') => json::each_record(Cursor::new(head).chain(reader), sink, report),
        Some(byte) if is_table && (byte.is_ascii_alphabetic() || byte == b'"') => {
            csv::each_row(Cursor::new(head).chain(reader), sink, report)
        }
        // Nothing to read, unless it breaks off before.
        _ => reader.read(&mut [0]).map(|_| ()),
    }
}

/// Gives no more than so many bytes, and says so.
struct BoundedStream<'r> {
    reader: Box<dyn Read + 'r>,
    left: u64,
}

impl Read for BoundedStream<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(bytes)?;
        self.left = self.left.checked_sub(read as u64).ok_or_else(|| {
            let most = LARGEST_SOURCE / (1024 * 1024);
            io::Error::new(io::ErrorKind::FileTooLarge, format!("> {most} MB"))
        })?;
        Ok(read)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
