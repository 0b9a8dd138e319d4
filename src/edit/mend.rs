//! Writes the corrections of diagnostics into the site's files.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use super::{apply, apply_to_file};
use crate::diagnostics::{Code, Diagnostic, Edit, Fix, Severity};
use crate::encoding;
use crate::files::{LARGEST_TEXT, as_read, read_file};
use crate::writing::{WriteError, replace};

/// Lines of a file that were corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The name of each diagnostic that was corrected there.
    pub codes: Vec<Code>,
    /// The file, relative to the site's folder.
    pub path: String,
    /// The first of the lines, from 1, as numbered before.
    pub line: usize,
    /// The lines before.
    pub before: String,
    /// The lines after.
    pub after: String,
}

/// Writes the corrections of these diagnostics into the files of the site at `root`, and returns the changed
/// lines by file.
///
/// Skips a file that has changed since it was read, and the later of two corrections that touch the same
/// bytes: reading and correcting the site again will find it.
///
/// # Errors
///
/// If a file cannot be written.
pub fn mend(root: &Path, found: &[(Severity, Diagnostic)]) -> Result<Vec<Mended>, WriteError> {
    let mut by_file: BTreeMap<&str, Vec<(Code, &Fix)>> = BTreeMap::new();
    for (_, diagnostic) in found {
        if let Some(fix) = &diagnostic.fix {
            let path = fix.file.path.as_str();
            by_file
                .entry(path)
                .or_default()
                .push((diagnostic.code, fix));
        }
    }
    let mut mended = Vec::new();
    for (path, fixes) in by_file {
        let Some((bytes, written)) = read(&root.join(path)) else {
            continue;
        };
        let text = as_read(&written);
        let mut edits: Vec<Edit> = Vec::new();
        let mut done = Vec::new();
        for (code, fix) in fixes {
            let is_free = |edit: &Edit| edits.iter().all(|other| !touch(edit, other));
            if *fix.file.text == *text && fix.edits.iter().all(is_free) {
                edits.extend(fix.edits.iter().cloned());
                done.push((code, fix));
            }
        }
        if done.is_empty() {
            continue;
        }
        if let Some(edited) = apply_to_file(&written, &edits)
            && replace(root, path, &bytes, edited.as_bytes())?
        {
            mended.extend(shown(path, &text, &done));
            if bytes != written.as_bytes() {
                mended.push(saved_anew(path, &done));
            }
        }
    }
    Ok(mended)
}

/// The bytes of a file, and their text, which differs from them where they are not UTF-8: it is always written in UTF-8.
pub(super) fn read(path: &Path) -> Option<(Vec<u8>, String)> {
    let bytes = read_file(path, LARGEST_TEXT as u64).ok()?;
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding::decode(&bytes)?.0,
    };
    Some((bytes, text))
}

/// Reports that a file was saved in UTF-8; its letters are the same.
fn saved_anew(path: &str, done: &[(Code, &Fix)]) -> Mended {
    let without_edits = done.iter().filter(|(_, fix)| fix.edits.is_empty());
    Mended {
        codes: without_edits.map(|(code, _)| *code).collect(),
        path: path.to_owned(),
        line: 1,
        before: String::new(),
        after: String::new(),
    }
}

/// Whether two edits share bytes or touch: an insertion at the end of one may belong inside the other.
fn touch(a: &Edit, b: &Edit) -> bool {
    a.span.start <= b.span.end && b.span.start <= a.span.end
}

/// What was done to each run of lines of a text.
fn shown(path: &str, text: &str, done: &[(Code, &Fix)]) -> Vec<Mended> {
    let mut runs: Vec<(Range<usize>, Vec<Code>, Vec<Edit>)> = done
        .iter()
        .filter_map(|(code, fix)| Some((lines(text, fix)?, vec![*code], fix.edits.to_vec())))
        .collect();
    runs.sort_by_key(|(lines, ..)| lines.start);
    runs.dedup_by(
        |(lines, codes, edits), (before, codes_before, edits_before)| {
            let is_one = lines.start < before.end || *lines == *before;
            if is_one {
                before.end = before.end.max(lines.end);
                codes_before.append(codes);
                edits_before.append(edits);
            }
            is_one
        },
    );
    let mended = |(lines, codes, mut edits): (Range<usize>, Vec<Code>, Vec<Edit>)| {
        for edit in &mut edits {
            edit.span = edit.span.start - lines.start..edit.span.end - lines.start;
        }
        let before = &text[lines.clone()];
        Some(Mended {
            codes,
            path: path.to_owned(),
            line: text[..lines.start].matches('\n').count() + 1,
            after: apply(before, &edits)?,
            before: before.to_owned(),
        })
    };
    runs.into_iter().filter_map(mended).collect()
}

/// The whole lines that a fix touches, without the last line's end.
fn lines(text: &str, fix: &Fix) -> Option<Range<usize>> {
    let start = fix.edits.iter().map(|edit| edit.span.start).min()?;
    let end = fix.edits.iter().map(|edit| edit.span.end).max()?;
    let from = text.get(..start)?.rfind('\n').map_or(0, |at| at + 1);
    let to = text
        .get(end..)?
        .find('\n')
        .map_or(text.len(), |at| end + at);
    Some(from..to)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::sync::Arc;

    use super::*;
    use crate::diagnostics::{Location, Place, TextFile};

    fn diagnostic(
        file: &Arc<TextFile>,
        start: usize,
        end: usize,
        text: &str,
    ) -> (Severity, Diagnostic) {
        let place = Place {
            file: Arc::clone(file),
            span: start..end,
        };
        let found = Diagnostic::new(Code::BadDate, Location::Place(place));
        (Severity::Error, found.fix(start..end, text))
    }

    #[test]
    fn only_files_that_are_still_what_was_read_are_written() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.md"), "\u{feff}un\r\ndeux\r\n").unwrap();
        fs::write(folder.path().join("b.md"), "autre\n").unwrap();
        let a = Arc::new(TextFile::new("a.md", "un\ndeux\n"));
        let b = Arc::new(TextFile::new("b.md", "un\n"));
        let found = [
            diagnostic(&a, 3, 7, "trois"),
            diagnostic(&a, 5, 6, "x"),
            diagnostic(&a, 0, 2, "une"),
            diagnostic(&b, 0, 2, "deux"),
        ];
        let mended = mend(folder.path(), &found).unwrap();
        let lines: Vec<(usize, &str)> = mended
            .iter()
            .map(|mend| (mend.line, &*mend.after))
            .collect();
        assert_eq!(lines, [(1, "une"), (2, "trois")]);
        let written = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!(written("a.md"), "\u{feff}une\r\ntrois\r\n");
        assert_eq!(written("b.md"), "autre\n");
    }

    /// A file in another encoding is written in UTF-8, with or without edits to its text.
    #[test]
    fn files_are_written_in_utf_8() {
        let folder = tempfile::tempdir().unwrap();
        for (edits, after) in [
            (vec![], "un \u{e9}t\u{e9}\n"),
            (vec![(0, 2, "deux")], "deux \u{e9}t\u{e9}\n"),
        ] {
            fs::write(folder.path().join("a.md"), b"un \xe9t\xe9\n").unwrap();
            let a = Arc::new(TextFile::new("a.md", "un \u{e9}t\u{e9}\n"));
            let place = Place {
                file: Arc::clone(&a),
                span: 3..5,
            };
            let remark = Diagnostic::new(Code::AsMeant, Location::Place(place)).fixes([]);
            let mut found = vec![(Severity::Warning, remark)];
            found.extend(
                edits
                    .into_iter()
                    .map(|(start, end, text)| diagnostic(&a, start, end, text)),
            );
            let mended = mend(folder.path(), &found).unwrap();
            assert_eq!(mended.len(), found.len());
            assert_eq!(
                fs::read_to_string(folder.path().join("a.md")).unwrap(),
                after
            );
        }
    }
}
