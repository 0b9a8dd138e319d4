//! A CSV file as rows with named fields, and what is wrong with it.

use std::sync::Arc;

use csv::{ReaderBuilder, StringRecord};

use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};

/// A line of a table.
pub struct Row<'t> {
    header: &'t StringRecord,
    record: StringRecord,
    file: &'t Arc<TextFile>,
}

impl Row<'_> {
    /// The field of this name; empty where the line or the table does not have it.
    pub fn field(&self, name: &str) -> &str {
        let at = self.header.iter().position(|column| column.trim() == name);
        at.and_then(|at| self.record.get(at)).unwrap_or("").trim()
    }

    /// That the line cannot be read.
    pub fn mistake(&self, reason: &str) -> Diagnostic {
        let start = self.record.position().map_or(0, csv::Position::byte);
        mistake(self.file, usize::try_from(start).unwrap_or(0), reason)
    }
}

/// Reads each line of a table with `read`; what it makes nothing of is reported. Spreadsheets set to French part fields by
/// semicolons: the first line tells.
pub fn rows<T>(
    file: &Arc<TextFile>,
    mut read: impl FnMut(&Row<'_>) -> Result<T, String>,
) -> (Vec<T>, Vec<Diagnostic>) {
    let head = file.text.lines().next().unwrap_or_default();
    let semicolons = head.matches(';').count() > head.matches(',').count();
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .delimiter(if semicolons { b';' } else { b',' })
        .from_reader(file.text.as_bytes());
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => return (Vec::new(), vec![mistake(file, 0, &error.to_string())]),
    };
    let (mut rows, mut found) = (Vec::new(), Vec::new());
    for record in reader.into_records() {
        match record {
            Ok(record) => {
                let row = Row {
                    header: &header,
                    record,
                    file,
                };
                match read(&row) {
                    Ok(value) => rows.push(value),
                    Err(reason) => found.push(row.mistake(&reason)),
                }
            }
            Err(error) => {
                let start = error.position().map_or(0, csv::Position::byte);
                let start = usize::try_from(start).unwrap_or(0);
                found.push(mistake(file, start, &error.to_string()));
            }
        }
    }
    (rows, found)
}

fn mistake(file: &Arc<TextFile>, start: usize, reason: &str) -> Diagnostic {
    let rest = file.text.get(start..).unwrap_or_default();
    let start = start + rest.len() - rest.trim_start_matches('\n').len();
    let rest = rest.trim_start_matches('\n');
    let place = Place {
        file: Arc::clone(file),
        span: start..start + rest.find('\n').unwrap_or(rest.len()),
    };
    Diagnostic::new(Code::BadRecord, Location::Place(place)).with("reason", reason)
}

/// The text of a table.
pub fn text<'r>(header: &[&str], rows: impl Iterator<Item = Vec<&'r str>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(header);
    for row in rows {
        let _ = writer.write_record(row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
