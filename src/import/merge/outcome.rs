//! What becomes of one file of an import.

use std::borrow::Cow;
use std::sync::Arc;

use super::ImportChanges;
use super::pages::is_page;
use super::reading::is_untouched;
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};
use crate::import::ImportedContent;
use crate::import::ledger::{BlockHash, mark_of};
use crate::import::three_way::{
    Conflict, Merged, is_front_comment, marks_of, merge_file, second_document, unsettled,
};

impl ImportChanges {
    pub(super) fn text(
        &mut self,
        path: &str,
        theirs: &str,
        ours: Option<&str>,
        base: Option<&[BlockHash]>,
    ) {
        let new = marks_of(path, theirs);
        let (Some(ours), Some(base)) = (ours, base) else {
            let content = || theirs.to_owned().into();
            let same = ours.map(|ours| ours == theirs);
            return self.simple(path, same, base.is_some(), new, content);
        };
        let is_untouched = is_untouched(path, ours.as_bytes(), base);
        if let (Some((at, cause)), false) = (obstacle(path, ours, theirs), is_untouched)
            && new != base
            && ours != theirs
        {
            // What the source says waits: the next import compares with the same version.
            self.conflicts.push(waits(path, ours, at, cause));
            return self.keep(path, ours);
        }
        let after = match (ours == theirs, is_untouched, new == base) {
            (true, ..) => {
                self.unchanged += 1;
                Cow::Borrowed(ours)
            }
            (_, true, _) => {
                self.changed.push(path.to_owned());
                self.writes
                    .insert(path.to_owned(), theirs.to_owned().into());
                Cow::Borrowed(theirs)
            }
            (.., true) => {
                self.keep(path, ours);
                Cow::Borrowed(ours)
            }
            _ => Cow::Owned(self.merge(path, base, ours, theirs)),
        };
        if is_page(path) && new != base {
            self.tell_changed(path, base, ours, theirs, &after);
        }
        self.ledger.set(path, new);
    }

    /// A text that both sides have changed, as it will be.
    fn merge(&mut self, path: &str, base: &[BlockHash], ours: &str, theirs: &str) -> String {
        let merged = merge_file(path, base, ours, theirs);
        self.conflicts.extend(conflicts(path, &merged));
        if merged.text == ours && merged.conflicts.is_empty() {
            self.keep(path, ours);
        } else {
            self.merged.push(path.to_owned());
            self.writes
                .insert(path.to_owned(), merged.text.clone().into());
        }
        merged.text
    }

    /// A record of the import's own, such as what it was asked for: it says what this import did, whoever has changed or deleted it.
    pub(super) fn record(&mut self, path: &str, theirs: &str, ours: Option<&str>) {
        self.ledger.remove(path);
        match ours {
            Some(ours) if ours == theirs => self.unchanged += 1,
            _ => {
                let list = match ours {
                    None => &mut self.added,
                    Some(_) => &mut self.changed,
                };
                list.push(path.to_owned());
                self.writes
                    .insert(path.to_owned(), theirs.to_owned().into());
            }
        }
    }

    /// A text in which the source has changed nothing that the editor has not changed alike.
    fn keep(&mut self, path: &str, ours: &str) {
        self.kept.push(path.to_owned());
        let line = |at: usize| ours.get(..at).unwrap_or(ours).matches('\n').count() + 1;
        let places = unsettled(path, ours).into_iter();
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

/// Why nothing can be merged into an editor's file, and the byte at which it shows.
fn obstacle(path: &str, ours: &str, theirs: &str) -> Option<(usize, &'static str)> {
    // Bytes that are no text would be lost.
    let letter = ours.find(char::REPLACEMENT_CHARACTER);
    let letter = letter.map(|at| (at, "encoding"));
    let line = || second_document(path, ours).map(|at| (at, "documents"));
    let their_line = || second_document(path, theirs).map(|_| (0, "documents"));
    letter.or_else(line).or_else(their_line)
}

fn conflict_at(file: &Arc<TextFile>, at: usize, cause: &'static str) -> Diagnostic {
    let rest = file.text.get(at..).unwrap_or_default();
    let place = Place {
        file: Arc::clone(file),
        span: at..at + rest.lines().next().unwrap_or_default().len(),
    };
    Diagnostic::new(Code::ImportConflict, Location::Place(place)).with("cause", cause)
}

fn waits(path: &str, ours: &str, at: usize, cause: &'static str) -> Diagnostic {
    let found = conflict_at(&Arc::new(TextFile::new(path, ours)), at, cause);
    found.help(match cause {
        "documents" => "help-documents",
        _ => "help-waits",
    })
}

fn conflicts(path: &str, merged: &Merged) -> Vec<Diagnostic> {
    let file = Arc::new(TextFile::new(path, merged.text.as_str()));
    let is_in_front = |at: usize| merged.text.get(at..).is_some_and(is_front_comment);
    let conflict = |conflict: &Conflict| match conflict.is_withdrawn {
        true => conflict_at(&file, conflict.at, "withdrawn").help("help-withdrawn"),
        false if is_in_front(conflict.at) => {
            conflict_at(&file, conflict.at, "changed").help("help-front")
        }
        false => conflict_at(&file, conflict.at, "changed"),
    };
    merged.conflicts.iter().map(conflict).collect()
}
