//! Reads the records of a large file one after the other, whatever it is packed in: JSON or CSV, plain, in gzip or bzip2, in a tar.
//!
//! Nothing is kept but the record at hand, so that a file may be larger than the memory. What a file is, its first bytes say, not its
//! name.

mod bzip2;
mod csv;
mod json;
mod tar;
mod window;

use std::io::{self, Cursor, Read};
use std::path::Path;

use flate2::read::MultiGzDecoder;
use serde_json::{Map, Value};

use crate::encoding;
use crate::files::open_file;

/// No record is a tenth of this: one that serves each of the 36 000 communes has 400 kB.
const LARGEST_RECORD: usize = 8 * 1024 * 1024;

/// What a source may unpack to. The national directory has 270 MB.
const LARGEST_SOURCE: u64 = 2 * 1024 * 1024 * 1024;

/// A compressed file in a compressed file is a mistake; more of them are malice.
const MOST_LAYERS: usize = 4;

/// How many of the bytes decide what a file is: a block of a tar.
const HEAD: usize = 512;

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
    fn fault(&mut self, fault: StreamFault, reason: impl Into<String>) {
        self.faults.entry(fault).or_insert_with(|| reason.into());
    }

    fn error(&mut self, error: &io::Error) {
        let fault = match error.kind() {
            io::ErrorKind::UnexpectedEof => StreamFault::Cut,
            io::ErrorKind::FileTooLarge => StreamFault::TooLarge,
            _ => StreamFault::Damaged,
        };
        self.fault(fault, error.to_string());
    }
}

/// What receives the records of a list: those of its keys `lists`, or of the whole file if that is one.
pub struct RecordSink<'s> {
    /// The keys whose lists hold the records.
    pub lists: &'s [&'s str],
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
    let mut report = StreamReport::default();
    let reader = BoundedStream {
        reader: Box::new(file),
        left: LARGEST_SOURCE,
    };
    if let Err(error) = unpack(Box::new(reader), MOST_LAYERS, sink, &mut report) {
        report.error(&error);
    }
    if report.lists == 0 && report.faults.is_empty() {
        report.fault(StreamFault::Form, "\"service\": […] ?");
    }
    Ok(report)
}

/// Reads what is in a layer.
fn unpack(
    mut reader: Box<dyn Read>,
    layers: usize,
    sink: &mut RecordSink<'_>,
    report: &mut StreamReport,
) -> io::Result<()> {
    let mut head = Vec::with_capacity(HEAD);
    reader.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    let whole = |head: Vec<u8>| Cursor::new(head).chain(reader);
    if layers == 0 {
        return Err(io::Error::other("layers"));
    }
    let inner: Box<dyn Read> = match head.as_slice() {
        [0x1f, 0x8b, ..] => Box::new(MultiGzDecoder::new(whole(head))),
        [b'B', b'Z', b'h', b'1'..=b'9', ..] => Box::new(bzip2::ParallelBzip2::new(whole(head))),
        bytes if tar::is_header(bytes) => {
            return tar::each_file(whole(head), &mut |file| {
                // What else is in the archive is none of our business.
                records(Box::new(file), sink, report)
            });
        }
        _ => return records(Box::new(whole(head)), sink, report),
    };
    let bounded = BoundedStream {
        reader: inner,
        left: LARGEST_SOURCE,
    };
    unpack(Box::new(bounded), layers - 1, sink, report)
}

/// Reads a text: a list of records, or a table.
fn records(
    mut reader: Box<dyn Read + '_>,
    sink: &mut RecordSink<'_>,
    report: &mut StreamReport,
) -> io::Result<()> {
    let mut head = Vec::with_capacity(HEAD);
    reader.by_ref().take(HEAD as u64).read_to_end(&mut head)?;
    if let [0xff, 0xfe, ..] | [0xfe, 0xff, ..] = head.as_slice() {
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
    let whole = Cursor::new(head).chain(reader);
    match first {
        Some(b'{' | b'[') => json::each_record(whole, sink, report),
        Some(byte) if is_table && (byte.is_ascii_alphabetic() || byte == b'"') => {
            csv::each_row(whole, sink, report)
        }
        _ => Ok(()),
    }
}

/// Gives no more than so many bytes, and says so.
struct BoundedStream {
    reader: Box<dyn Read>,
    left: u64,
}

impl Read for BoundedStream {
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
