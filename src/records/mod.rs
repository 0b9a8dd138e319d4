//! What a site records of its own past, in `records/`: the editions of its sheets, and its coverage reports.
//!
//! They are CSV tables for a spreadsheet, in the site's repository beside the content. `guichet record`
//! writes them; builds only read them.

mod coverage;
mod editions;
mod table;

use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

pub use coverage::CoverageRecord;
pub use editions::{EditionRecord, write as write_editions};
pub use table::{rows, text as table};

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::files;
use crate::model::values::Date;
use crate::reasons::reason;

/// The folder that holds them.
pub const FOLDER: &str = "records";

/// The editions of sheets, in the order of recording.
pub const EDITIONS: &str = "records/editions.csv";

/// The folder of coverage reports, one file per day: `2026-10-01.csv`.
pub const COVERAGE: &str = "records/coverage";

/// A report of an earlier day.
#[derive(Debug, Clone, PartialEq)]
pub struct EarlierReport {
    /// Its day.
    pub day: Date,
    /// Its guides.
    pub guides: Vec<CoverageRecord>,
}

/// What a site has recorded.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Records {
    /// The editions of its sheets; `None` if it does not record them.
    pub editions: Option<Vec<EditionRecord>>,
    /// Its last two coverage reports, the latest first: one of them may be from today.
    pub reports: Vec<EarlierReport>,
}

impl Records {
    /// Reads the records of the site at `root`, if there are any.
    pub fn read(root: &Path) -> (Self, Vec<Diagnostic>) {
        let mut records = Self::default();
        let mut diagnostics = Vec::new();
        if let Some(file) = read(root, EDITIONS, &mut diagnostics) {
            let (editions, found) = editions::read(&file);
            records.editions = Some(editions);
            diagnostics.extend(found);
        }
        for (day, name) in latest_reports(root, &mut diagnostics) {
            let Some(file) = read(root, &name, &mut diagnostics) else {
                continue;
            };
            let (guides, found) = coverage::read(&file);
            records.reports.push(EarlierReport { day, guides });
            diagnostics.extend(found);
        }
        (records, diagnostics)
    }

    /// The last report before a day.
    pub fn report_before(&self, day: Date) -> Option<&EarlierReport> {
        self.reports.iter().find(|report| report.day < day)
    }
}

fn read(
    root: &Path,
    shown: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Arc<crate::diagnostics::TextFile>> {
    let path = root.join(shown);
    if let Err(error) = path.symlink_metadata()
        && error.kind() == ErrorKind::NotFound
    {
        return None;
    }
    match files::read_written(&path, shown) {
        Ok((file, remark)) => {
            diagnostics.extend(remark);
            Some(Arc::new(file))
        }
        Err(diagnostic) => {
            diagnostics.push(diagnostic);
            None
        }
    }
}

/// The two latest reports by their names, which are days.
fn latest_reports(root: &Path, diagnostics: &mut Vec<Diagnostic>) -> Vec<(Date, String)> {
    let entries = std::fs::read_dir(root.join(COVERAGE));
    if let Err(error) = &entries
        && error.kind() != ErrorKind::NotFound
    {
        let location = Location::File(COVERAGE.to_owned());
        let diagnostic = Diagnostic::new(Code::Unreadable, location);
        diagnostics.push(diagnostic.with("reason", reason(error)));
    }
    let names = entries
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| entry.file_name().into_string().ok());
    let mut reports: Vec<(Date, String)> = names
        .filter_map(|name| {
            let day = Date::parse(name.strip_suffix(".csv")?)?;
            Some((day, format!("{COVERAGE}/{name}")))
        })
        .collect();
    reports.sort_by(|a, b| b.cmp(a));
    reports.truncate(2);
    reports
}
