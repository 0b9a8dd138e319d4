//! Cuts a table into its lines, within bounds: a quotation mark that nobody closes must not take the rest of the file into memory.

use std::io::{self, Read};

use csv::ReaderBuilder;
use memchr::memchr2;
use serde_json::{Map, Value};

use super::window::StreamWindow;
use super::{RawRecord, RecordSink, StreamFault, StreamReport, text_of};

/// The names of the columns of a table, and what separates them.
#[derive(Debug)]
pub struct TableColumns {
    names: Vec<String>,
    delimiter: u8,
}

impl TableColumns {
    /// Reads the first line.
    fn read(line: &[u8]) -> Option<Self> {
        let count = |byte: u8| line.iter().filter(|other| **other == byte).count();
        let delimiter = match count(b';') > count(b',') {
            true => b';',
            false => b',',
        };
        let names = cells(&text_of(line).ok()?, delimiter).ok()?;
        Some(Self { names, delimiter })
    }

    /// Whether there is a column of this name.
    pub fn has(&self, name: &str) -> bool {
        self.names.iter().any(|other| other == name)
    }

    /// The fields of a line, each a text.
    pub fn fields(&self, line: &str) -> Result<Map<String, Value>, String> {
        let cells = cells(line, self.delimiter)?;
        if cells.len() > self.names.len() {
            return Err(format!("{} > {}", cells.len(), self.names.len()));
        }
        let fields = self
            .names
            .iter()
            .cloned()
            .zip(cells.into_iter().map(Value::String));
        Ok(fields.collect())
    }
}

fn cells(line: &str, delimiter: u8) -> Result<Vec<String>, String> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(line.as_bytes());
    let record = reader
        .records()
        .next()
        .unwrap_or_else(|| Ok(Default::default()));
    let record = record.map_err(|error| error.to_string())?;
    Ok(record.iter().map(str::to_owned).collect())
}

/// Gives each line after the first.
pub fn each_row(
    reader: impl Read,
    sink: &mut RecordSink<'_>,
    report: &mut StreamReport,
) -> io::Result<()> {
    let mut window = StreamWindow::new(reader);
    let mut columns: Option<TableColumns> = None;
    let mut open = false;
    let mut quotes = Quotes::default();
    let mut row = |line: &[u8], columns: &mut Option<TableColumns>| {
        if line.trim_ascii().is_empty() {
            return;
        }
        match columns {
            Some(columns) => (sink.each)(RawRecord::Row(line, columns)),
            None => {
                *columns = TableColumns::read(line);
                report.lists += usize::from(columns.is_some());
            }
        }
    };
    while let Some(mut at) = window.advance()? {
        if !open {
            window.open(at);
            open = true;
        }
        while let Some(step) = memchr2(b'"', b'\n', window.bytes().get(at..).unwrap_or_default()) {
            at += step + 1;
            if window.bytes().get(at - 1) == Some(&b'"') {
                let before = at.checked_sub(2).and_then(|at| window.bytes().get(at));
                quotes.see(before.copied(), columns.as_ref());
            } else if !quotes.open {
                if let Some(line) = window.close(at) {
                    row(line, &mut columns);
                }
                window.open(at);
            }
        }
    }
    let end = window.bytes().len();
    if let Some(line) = window.close(end) {
        match quotes.open {
            true => return Err(io::ErrorKind::UnexpectedEof.into()),
            false => row(line, &mut columns),
        }
    }
    if window.overlong {
        report.fault(StreamFault::TooLarge, "> 8 MB");
    }
    Ok(())
}

/// Whether a cell in quotation marks is being read.
#[derive(Default)]
struct Quotes {
    open: bool,
    /// Whether the last mark ended a cell: another at once is a mark in its text.
    closed: bool,
}

impl Quotes {
    /// A mark after this byte. One in the middle of a cell opens nothing: `5" pouces`.
    fn see(&mut self, before: Option<u8>, columns: Option<&TableColumns>) {
        let parts = |byte: u8| match columns {
            Some(columns) => byte == columns.delimiter,
            None => matches!(byte, b';' | b','),
        };
        let begins = match before {
            None | Some(b'\n') => true,
            Some(b'"') => self.closed,
            Some(byte) => parts(byte),
        };
        self.closed = self.open;
        self.open = !self.open && begins;
    }
}
