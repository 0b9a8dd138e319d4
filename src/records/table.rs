//! Reads a CSV file as rows with named fields, and reports what is wrong with it; the only place that writes
//! such files.

use std::borrow::Cow;
use std::sync::Arc;

use csv::{ReaderBuilder, StringRecord};

use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::reasons::of_content;

/// A line of a table.
pub struct Row<'t> {
    header: &'t StringRecord,
    record: StringRecord,
    file: &'t Arc<TextFile>,
}

impl Row<'_> {
    /// The field of this name, before [escaping](text); empty if the line or the table does not have it.
    pub fn field(&self, name: &str) -> Cow<'_, str> {
        let at = self.header.iter().position(|column| column.trim() == name);
        plain(at.and_then(|at| self.record.get(at)).unwrap_or("").trim())
    }

    /// Reports that the line cannot be read.
    pub fn mistake(&self, reason: &str) -> Diagnostic {
        let start = self.record.position().map_or(0, csv::Position::byte);
        mistake(self.file, usize::try_from(start).unwrap_or(0), reason)
    }
}

/// Reads each line of a table with `read`, and reports lines that it rejects. French spreadsheets separate
/// fields with semicolons: the first line decides.
pub fn rows<T>(
    file: &Arc<TextFile>,
    mut read: impl FnMut(&Row<'_>) -> Result<T, String>,
) -> (Vec<T>, Vec<Diagnostic>) {
    let head = file.text.lines().next().unwrap_or_default();
    // Their « Unicode text » uses tabs.
    let count = |byte: u8| head.bytes().filter(|other| *other == byte).count();
    let delimiter = [b',', b';', b'\t']
        .into_iter()
        .rev()
        .max_by_key(|byte| count(*byte));
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .delimiter(delimiter.unwrap_or(b','))
        .from_reader(file.text.as_bytes());
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => {
            return (
                Vec::new(),
                vec![mistake(file, 0, &of_content(&error.to_string()))],
            );
        }
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
                found.push(mistake(file, start, &of_content(&error.to_string())));
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

/// The text of a table. No spreadsheet reads any of its fields as a formula.
pub fn text<'r>(header: &[&str], rows: impl Iterator<Item = Vec<&'r str>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail.
    let _ = writer.write_record(header);
    for row in rows {
        let _ = writer.write_record(row.into_iter().map(|field| harmless(field).into_owned()));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// Characters that start a formula in some spreadsheet.
const FORMULA: &[char] = &[
    '=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

/// Whether a text at the start of a field would be a formula, or looks like an escaped one.
fn is_formula(rest: &str) -> bool {
    rest.trim_start_matches('\'').starts_with(FORMULA)
}

/// A field that no spreadsheet computes: an apostrophe precedes what would be a formula, and control
/// characters are left out. French spreadsheets split at semicolons and interpret our quotes differently, so
/// what follows a semicolon or a line end also starts a field.
fn harmless(field: &str) -> Cow<'_, str> {
    let is_plain = |c: char| !c.is_control() || c == '\n';
    if !field.contains(FORMULA) && field.chars().all(is_plain) {
        return Cow::Borrowed(field);
    }
    let field: String = field
        .chars()
        .map(|c| if matches!(c, '\t' | '\r') { ' ' } else { c })
        .filter(|c| is_plain(*c))
        .collect();
    let mut out = String::with_capacity(field.len() + 1);
    let mut begins = true;
    for (at, c) in field.char_indices() {
        if begins && is_formula(&field[at..]) {
            out.push('\'');
        }
        begins = matches!(c, ';' | '\n') || begins && matches!(c, ' ' | '"');
        out.push(c);
    }
    Cow::Owned(out)
}

/// A field before it was escaped.
fn plain(field: &str) -> Cow<'_, str> {
    if !field.contains('\'') {
        return Cow::Borrowed(field);
    }
    let mut out = String::with_capacity(field.len());
    let mut begins = true;
    for (at, c) in field.char_indices() {
        let is_ours = begins && c == '\'' && is_formula(&field[at..]);
        begins = matches!(c, ';' | '\n') || begins && matches!(c, ' ' | '"');
        if !is_ours {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written_and_read(field: &str) -> (String, String) {
        let text = text(&["a", "b"], std::iter::once(vec!["x", field]));
        let file = Arc::new(TextFile::new("a.csv", text.as_str()));
        let (rows, found) = rows(&file, |row| Ok(row.field("b").into_owned()));
        assert!(found.is_empty(), "{text:?}");
        (text, rows.concat())
    }

    proptest! {
        /// What is written is read back, and nothing in it is a formula, whether fields end at commas or at
        /// semicolons.
        #[test]
        fn fields_are_read_back_and_compute_nothing(field in "[=+@',;\"\n a1\\-]{0,12}") {
            let (text, read) = written_and_read(&field);
            prop_assert_eq!(read, field.trim());
            for separator in [b',', b';'] {
                let mut reader = ReaderBuilder::new()
                    .flexible(true)
                    .quoting(separator == b',')
                    .delimiter(separator)
                    .from_reader(text.as_bytes());
                for record in reader.records() {
                    for field in &record.unwrap() {
                        let begins = field.trim_start_matches([' ', '"']).chars().next();
                        prop_assert!(!begins.is_some_and(|c| FORMULA.contains(&c)), "{text:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn formulas_have_an_apostrophe_before_them() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("\t@SUM(A1)"), " '@SUM(A1)");
        assert_eq!(harmless("Aide; =HYPERLINK(1)"), "Aide; '=HYPERLINK(1)");
        assert_eq!(harmless("demi-tarif; l'été"), "demi-tarif; l'été");
        assert_eq!(plain("''=x"), "'=x");
        assert_eq!(plain("'été"), "'été");
    }
}
