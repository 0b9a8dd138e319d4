//! What becomes of one file of an import.

use std::sync::Arc;

use super::ImportChanges;
use super::pages::is_page;
use super::reading::is_untouched;
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::import::ImportedContent;
use crate::import::ledger::{BlockHash, mark_of};
use crate::import::three_way::{Conflict, Merged, marks_of, merge_file, unsettled};

impl ImportChanges {
    pub(super) fn text(
        &mut self,
        path: &str,
        theirs: &str,
        ours: Option<&str>,
        base: Option<&[BlockHash]>,
    ) {
        let new = marks_of(path, theirs);
        // Bytes that are no text would be lost. What the source says waits until they are.
        if let (Some(ours), Some(base)) = (ours, base)
            && new != base
            && ours.contains(char::REPLACEMENT_CHARACTER)
            && !is_untouched(path, ours.as_bytes(), base)
        {
            return self.keep(path, ours);
        }
        if let (Some(ours), Some(base), true) = (ours, base, is_page(path))
            && new != base
        {
            self.tell_changed(path, ours, base, theirs);
        }
        match (ours, base) {
            (Some(ours), Some(base)) if ours != theirs => {
                if is_untouched(path, ours.as_bytes(), base) {
                    self.changed.push(path.to_owned());
                    self.writes
                        .insert(path.to_owned(), theirs.to_owned().into());
                } else if new == base {
                    self.keep(path, ours);
                } else {
                    let merged = merge_file(path, base, ours, theirs);
                    self.conflicts.extend(conflicts(path, &merged));
                    if merged.text == ours && merged.conflicts.is_empty() {
                        self.keep(path, ours);
                    } else {
                        self.merged.push(path.to_owned());
                        self.writes.insert(path.to_owned(), merged.text.into());
                    }
                }
                self.ledger.set(path, new);
            }
            _ => {
                let content = || theirs.to_owned().into();
                self.simple(
                    path,
                    ours.map(|ours| ours == theirs),
                    base.is_some(),
                    new,
                    content,
                );
            }
        }
    }

    /// A text in which the source has changed nothing that the editor has not changed alike.
    fn keep(&mut self, path: &str, ours: &str) {
        self.kept.push(path.to_owned());
        let line = |at: usize| ours.get(..at).unwrap_or(ours).matches('\n').count() + 1;
        let places = unsettled(ours).into_iter();
        self.unsettled
            .extend(places.map(|at| format!("{path}:{}", line(at))));
    }

    pub(super) fn whole(
        &mut self,
        path: &str,
        theirs: &[u8],
        ours: Option<&[u8]>,
        base: Option<&[BlockHash]>,
    ) {
        let new = vec![mark_of(theirs)];
        match (ours, base) {
            (Some(ours), Some(base)) if ours != theirs => {
                if base == [mark_of(ours)] {
                    self.changed.push(path.to_owned());
                    self.writes
                        .insert(path.to_owned(), ImportedContent::Bytes(theirs.to_vec()));
                } else {
                    self.kept.push(path.to_owned());
                }
                self.ledger.set(path, new);
            }
            _ => {
                let content = || ImportedContent::Bytes(theirs.to_vec());
                self.simple(
                    path,
                    ours.map(|ours| ours == theirs),
                    base.is_some(),
                    new,
                    content,
                );
            }
        }
    }

    /// A file that cannot be compared block by block. `same` is whether the site's file equals the source's;
    /// `None` if the site has none.
    fn simple(
        &mut self,
        path: &str,
        same: Option<bool>,
        known: bool,
        new: Vec<BlockHash>,
        content: impl FnOnce() -> ImportedContent,
    ) {
        match (same, known) {
            (None, false) => {
                self.added.push(path.to_owned());
                self.writes.insert(path.to_owned(), content());
                self.ledger.set(path, new);
            }
            (None, true) => self.left_out.push(path.to_owned()),
            (Some(true), _) => {
                self.unchanged += 1;
                self.ledger.set(path, new);
            }
            (Some(false), _) => self.foreign.push(path.to_owned()),
        }
    }
}

fn conflicts(path: &str, merged: &Merged) -> Vec<Diagnostic> {
    let file = Arc::new(TextFile::new(path, merged.text.as_str()));
    let conflict = |conflict: &Conflict| {
        let rest = merged.text.get(conflict.at..).unwrap_or_default();
        let place = Place {
            file: Arc::clone(&file),
            span: conflict.at..conflict.at + rest.lines().next().unwrap_or_default().len(),
        };
        let cause = match conflict.is_withdrawn {
            true => "withdrawn",
            false => "changed",
        };
        let diagnostic = Diagnostic::new(Code::ImportConflict, Location::Place(place));
        let diagnostic = diagnostic.with("cause", cause);
        match conflict.is_withdrawn {
            true => diagnostic.help("help-withdrawn"),
            false => diagnostic,
        }
    };
    merged.conflicts.iter().map(conflict).collect()
}
