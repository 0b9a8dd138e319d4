//! What an importer makes, beside what it made last time and what editors have made of it since.
//!
//! A file that nobody touched is replaced. In one that an editor changed, the editor's blocks stay, and the source's new
//! ones come in beside them; where both have changed the same block, the editor's stays and the source's follows it as a
//! comment. A file that an editor deleted stays deleted.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::ledger::{Ledger, Mark, mark, mark_of};
use super::{Before, Content, Import};
use crate::config::Config;
use crate::diagnostics::{Code, Diagnostic, Location, Place, TextFile};

/// What an import changes in a site.
#[derive(Debug, Default)]
pub struct Changes {
    /// New files.
    pub added: Vec<String>,
    /// Files that the source has changed, and nobody else.
    pub changed: Vec<String>,
    /// Files that editors and the source have both changed: both are kept.
    pub merged: Vec<String>,
    /// Files that editors have changed, and the source has not.
    pub kept: Vec<String>,
    /// Files that stood there before any import: they are left alone.
    pub foreign: Vec<String>,
    /// Files that the source no longer has.
    pub withdrawn: Vec<String>,
    /// The same, with an editor's words in them: they are left where they are.
    pub withdrawn_kept: Vec<String>,
    /// Files that editors have deleted.
    pub left_out: Vec<String>,
    /// How many files are as they were.
    pub unchanged: usize,
    /// Passages that both have changed.
    pub conflicts: Vec<Diagnostic>,
    /// The files to write: path and text.
    writes: Vec<(String, Content)>,
    /// What the next import is compared with.
    ledger: Ledger,
}

/// What an importer must know before it begins.
///
/// # Errors
///
/// Where the record of the last import cannot be read.
pub fn before(root: &Path, name: &str) -> io::Result<(Before, Ledger, Vec<Diagnostic>)> {
    let (ledger, found) = Ledger::read(root, name)?;
    let (config, _) = Config::read(root);
    let mut before = Before {
        root: root.to_owned(),
        french: config.default_language().is_french(),
        ..Before::default()
    };
    for path in ledger.paths() {
        let stands = root.join(path).symlink_metadata().is_ok();
        let set = if stands {
            &mut before.written
        } else {
            &mut before.left_out
        };
        set.insert(path.to_owned());
    }
    Ok((before, ledger, found))
}

/// Compares an import with the site, and decides what becomes of each file. Nothing is written.
///
/// # Errors
///
/// Where a file of the site cannot be read: nobody's words are overwritten unread.
pub fn compare(root: &Path, import: &Import, ledger: Ledger) -> io::Result<Changes> {
    let mut changes = Changes::default();
    let known: Vec<String> = ledger.paths().map(str::to_owned).collect();
    changes.ledger = ledger;
    for (path, content) in &import.files {
        let base = changes.ledger.get(path).map(<[Mark]>::to_vec);
        match content {
            Content::Text(text) => {
                let ours = read(root, path)?;
                changes.text(path, text, ours.as_deref(), base.as_deref());
            }
            Content::Bytes(bytes) => {
                let ours = read_bytes(root, path)?;
                changes.whole(path, bytes, ours.as_deref(), base.as_deref());
            }
        }
    }
    // What could not be read may be there all the same: nothing is withdrawn for its sake.
    let is_whole = !import.diagnostics.iter().any(|found| {
        let unread = [Code::Unreadable, Code::InvalidUtf8, Code::ImportUnreadable];
        unread.contains(&found.code)
    });
    let in_scope = |path: &str| {
        let mut folders = import.scope.iter();
        folders.any(|folder| {
            path.strip_prefix(folder.as_str())
                .is_some_and(|rest| rest.starts_with('/'))
        })
    };
    for path in known {
        if import.files.contains_key(&path) || !is_whole || !in_scope(&path) {
            continue;
        }
        match read_bytes(root, &path)? {
            Some(ours)
                if changes
                    .ledger
                    .get(&path)
                    .is_some_and(|base| is_untouched(&ours, base)) =>
            {
                changes.withdrawn.push(path);
            }
            Some(_) => {
                changes.ledger.remove(&path);
                changes.withdrawn_kept.push(path);
            }
            // The editor deleted it, and the source has it no more, or it was left out for that reason.
            None => changes.left_out.push(path),
        }
    }
    Ok(changes)
}

impl Changes {
    /// Whether the site stays as it is.
    pub fn is_empty(&self) -> bool {
        self.writes.is_empty() && self.withdrawn.is_empty()
    }

    fn text(&mut self, path: &str, theirs: &str, ours: Option<&str>, base: Option<&[Mark]>) {
        let new = marks(theirs);
        match (ours, base) {
            (Some(ours), Some(base)) if ours != theirs => {
                let our_marks = marks(ours);
                if our_marks == base {
                    self.changed.push(path.to_owned());
                    self.writes
                        .push((path.to_owned(), theirs.to_owned().into()));
                } else if new == base {
                    self.kept.push(path.to_owned());
                } else {
                    let merged = merge(base, ours, theirs);
                    self.conflicts.extend(conflicts(path, &merged));
                    self.merged.push(path.to_owned());
                    self.writes.push((path.to_owned(), merged.text.into()));
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

    fn whole(&mut self, path: &str, theirs: &[u8], ours: Option<&[u8]>, base: Option<&[Mark]>) {
        let new = vec![mark_of(theirs)];
        match (ours, base) {
            (Some(ours), Some(base)) if ours != theirs => {
                if base == [mark_of(ours)] {
                    self.changed.push(path.to_owned());
                    self.writes
                        .push((path.to_owned(), Content::Bytes(theirs.to_vec())));
                } else {
                    self.kept.push(path.to_owned());
                }
                self.ledger.set(path, new);
            }
            _ => {
                let content = || Content::Bytes(theirs.to_vec());
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

    /// A file in which there is nothing to tell apart. `same` is whether what stands there is what the source has; nothing
    /// where no file stands.
    fn simple(
        &mut self,
        path: &str,
        same: Option<bool>,
        known: bool,
        new: Vec<Mark>,
        content: impl FnOnce() -> Content,
    ) {
        match (same, known) {
            (None, false) => {
                self.added.push(path.to_owned());
                self.writes.push((path.to_owned(), content()));
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

    /// Writes the files, each whole or not at all, then what the next import is compared with.
    ///
    /// # Errors
    ///
    /// With the path that could not be written. What was written before it stays, and the next import finds it in order.
    pub fn write(mut self, root: &Path, name: &str) -> Result<(), (String, io::Error)> {
        for (path, content) in &self.writes {
            save(root, path, content.bytes()).map_err(|error| (path.clone(), error))?;
        }
        for path in &self.withdrawn {
            let gone = inside(root, path).and_then(fs::remove_file);
            gone.map_err(|error| (path.clone(), error))?;
            self.ledger.remove(path);
            // An empty folder is no section.
            let mut folder = root.join(path);
            while folder.pop() && folder != root && fs::remove_dir(&folder).is_ok() {}
        }
        let path = Ledger::path(name);
        let text = self.ledger.write();
        if read(root, &path).ok().flatten().as_deref() != Some(text.as_str()) {
            save(root, &path, text.as_bytes()).map_err(|error| (path, error))?;
        }
        Ok(())
    }
}

fn read_bytes(root: &Path, path: &str) -> io::Result<Option<Vec<u8>>> {
    match fs::read(root.join(path)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn read(root: &Path, path: &str) -> io::Result<Option<String>> {
    let bytes = read_bytes(root, path)?;
    Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).replace("\r\n", "\n")))
}

/// Whether a file is what the last import wrote, as text or as a whole.
fn is_untouched(ours: &[u8], base: &[Mark]) -> bool {
    let as_text = || marks(&String::from_utf8_lossy(ours).replace("\r\n", "\n"));
    base == [mark_of(ours)] || base == as_text()
}

/// The place of a path of the site, whose folders are made and lie inside of it, whatever links lead elsewhere.
fn inside(root: &Path, path: &str) -> io::Result<PathBuf> {
    let relative = Path::new(path);
    let is_plain = relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let place = root.join(relative);
    let folder = place.parent().unwrap_or(root);
    fs::create_dir_all(folder)?;
    if is_plain && folder.canonicalize()?.starts_with(root.canonicalize()?) {
        return Ok(place);
    }
    Err(io::Error::other("outside of the site"))
}

fn save(root: &Path, path: &str, bytes: &[u8]) -> io::Result<()> {
    let place = inside(root, path)?;
    let mut beside = place.clone().into_os_string();
    beside.push(".part");
    fs::write(&beside, bytes)?;
    fs::rename(&beside, &place)
}

/// The blocks of a text: a key of the front matter with all below it, a paragraph, a list. Together they are the text.
fn blocks(text: &str) -> Vec<&str> {
    let mut blocks = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut in_front = text.starts_with("---\n");
    let mut after_blank = false;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let is_blank = line.trim().is_empty();
        let begins = if in_front {
            number > 0 && !line.starts_with([' ', '\t', '-', '#']) && !is_blank
                || line.trim_end() == "---"
        } else {
            after_blank && !is_blank
        };
        if begins && at > start {
            blocks.push(&text[start..at]);
            start = at;
        }
        if in_front && number > 0 && line.trim_end() == "---" {
            in_front = false;
            // The line that ends the front matter stands by itself.
            at += line.len();
            blocks.push(&text[start..at]);
            start = at;
            after_blank = false;
            continue;
        }
        after_blank = is_blank;
        at += line.len();
    }
    if start < text.len() {
        blocks.push(&text[start..]);
    }
    blocks
}

fn marks(text: &str) -> Vec<Mark> {
    blocks(text).into_iter().map(mark).collect()
}

/// A text with what both have made of it.
struct Merged {
    text: String,
    /// Where the source's words follow an editor's as a comment: bytes of the text.
    conflicts: Vec<usize>,
}

/// For each block of the base, the block of the other that is the same.
fn matches(base: &[Mark], other: &[Mark]) -> Vec<Option<usize>> {
    let mut matched = vec![None; base.len()];
    // Only blocks that both have can match; what is compared in the square of its length is short.
    let (ours, theirs): (HashSet<Mark>, HashSet<Mark>) = (
        base.iter().copied().collect(),
        other.iter().copied().collect(),
    );
    let common = |all: &[Mark], others: &HashSet<Mark>| -> (Vec<usize>, Vec<Mark>) {
        let shared = all
            .iter()
            .enumerate()
            .filter(|(_, mark)| others.contains(mark));
        shared.map(|(at, mark)| (at, *mark)).unzip()
    };
    let (base_at, base) = common(base, &theirs);
    let (other_at, other) = common(other, &ours);
    if base.len().max(other.len()) > MOST_BLOCKS {
        return matched;
    }
    for op in capture_diff_slices(Algorithm::Patience, &base, &other) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        {
            for offset in 0..len {
                matched[base_at[old_index + offset]] = Some(other_at[new_index + offset]);
            }
        }
    }
    matched
}

/// Texts with more blocks than this in common are not compared block by block. The longest fiche has some 3 000.
const MOST_BLOCKS: usize = 20_000;

/// Merges two descendants of one text, of which only the marks of its blocks are known.
fn merge(base: &[Mark], ours: &str, theirs: &str) -> Merged {
    let (our_blocks, their_blocks) = (blocks(ours), blocks(theirs));
    let (our_marks, their_marks) = (marks(ours), marks(theirs));
    let (in_ours, in_theirs) = (matches(base, &our_marks), matches(base, &their_marks));
    let front_ends = our_blocks
        .iter()
        .skip(1)
        .position(|block| block.trim_end() == "---");
    let mut merged = Merged {
        text: String::new(),
        conflicts: Vec::new(),
    };
    let (mut b, mut o, mut t) = (0, 0, 0);
    loop {
        // The next block that nobody has touched; up to it, at least one of the two has.
        let next = (b..base.len()).find_map(|at| Some((at, in_ours[at]?, in_theirs[at]?)));
        let (next_b, next_o, next_t) =
            next.unwrap_or((base.len(), our_blocks.len(), their_blocks.len()));
        let (their_part, our_part) = (&their_marks[t..next_t], &our_marks[o..next_o]);
        let base_part = &base[b..next_b];
        if our_part == base_part {
            merged.push(&their_blocks[t..next_t]);
        } else if their_part == base_part || their_part == our_part {
            merged.push(&our_blocks[o..next_o]);
        } else {
            let in_front = front_ends.is_some_and(|end| o <= end);
            merged.conflict(&our_blocks[o..next_o], &their_blocks[t..next_t], in_front);
        }
        let Some((at, our, their)) = next else {
            return merged;
        };
        merged.push(&our_blocks[our..=our]);
        (b, o, t) = (at + 1, our + 1, their + 1);
    }
}

impl Merged {
    fn push(&mut self, blocks: &[&str]) {
        for block in blocks {
            // Blocks are moved: what ended a text may now stand within, and needs its blank line.
            let in_text = !self.text.is_empty() && !self.text.ends_with("\n\n");
            let starts_text = !block.trim_start().is_empty() && self.is_past_front();
            if in_text && starts_text {
                self.text.push('\n');
            }
            self.text.push_str(block);
            if !self.text.ends_with('\n') {
                self.text.push('\n');
            }
        }
    }

    fn is_past_front(&self) -> bool {
        !self.text.starts_with("---\n") || self.text.contains("\n---\n")
    }

    /// The editor's blocks, then the source's as a comment.
    fn conflict(&mut self, ours: &[&str], theirs: &[&str], in_front: bool) {
        self.push(ours);
        let theirs = theirs.concat();
        let theirs = theirs.trim();
        if theirs.is_empty() {
            self.conflicts.push(self.text.len().saturating_sub(1));
            return;
        }
        let start = self.text.len();
        if in_front {
            for line in theirs.lines() {
                self.text += &format!("# guichet import: {line}\n");
            }
        } else {
            let comment = theirs.replace("--", "\u{2010}\u{2010}");
            self.push(&[format!("<!-- guichet import:\n{comment}\n-->\n").as_str()]);
        }
        let blank = self.text[start..].len() - self.text[start..].trim_start().len();
        self.conflicts.push(start + blank);
    }
}

fn conflicts(path: &str, merged: &Merged) -> Vec<Diagnostic> {
    let file = Arc::new(TextFile::new(path, merged.text.as_str()));
    let conflict = |at: &usize| {
        let line = merged.text[*at..].lines().next().unwrap_or_default();
        let place = Place {
            file: Arc::clone(&file),
            span: *at..*at + line.len(),
        };
        Diagnostic::new(Code::ImportConflict, Location::Place(place))
    };
    merged.conflicts.iter().map(conflict).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BASE: &str = "---\ntitre: A\npublic:\n  - x\n---\n\nUn.\n\nDeux.\n\nTrois.\n";

    fn merged(ours: &str, theirs: &str) -> String {
        merge(&marks(BASE), ours, theirs).text
    }

    #[test]
    fn both_changes_are_kept() {
        let ours = BASE.replace("Deux.", "Deux, et plus.");
        let theirs = BASE
            .replace("titre: A", "titre: B")
            .replace("Trois.\n", "Trois.\n\nQuatre.\n");
        let expected = ours
            .replace("titre: A", "titre: B")
            .replace("Trois.\n", "Trois.\n\nQuatre.\n");
        assert_eq!(merged(&ours, &theirs), expected);
    }

    #[test]
    fn where_both_change_one_passage_the_editor_stays_and_nothing_is_lost() {
        let ours = BASE.replace("Deux.", "Deux ici.");
        let theirs = BASE.replace("Deux.", "Deux là.");
        let expected = ours.replace(
            "Deux ici.\n",
            "Deux ici.\n\n<!-- guichet import:\nDeux là.\n-->\n",
        );
        assert_eq!(merged(&ours, &theirs), expected);
    }

    #[test]
    fn a_key_that_both_change_is_told_in_the_front_matter() {
        let text = merged(
            &BASE.replace("titre: A", "titre: B"),
            &BASE.replace("titre: A", "titre: C"),
        );
        assert!(
            text.starts_with("---\ntitre: B\n# guichet import: titre: C\npublic:"),
            "{text}"
        );
    }

    proptest! {
        #[test]
        fn blocks_are_the_whole_text(text in "(---\n)?([a-z: #-]{0,6}\n{1,3}){0,12}(---\n)?") {
            prop_assert_eq!(blocks(&text).concat(), text);
        }

        #[test]
        fn a_side_that_changed_nothing_gives_way(other in "([a-z]{1,3}\n\n){0,8}") {
            let base = "a\n\nb\n\nc\n\n";
            let taken = merge(&marks(base), base, &other).text;
            prop_assert_eq!(taken.trim(), other.trim());
            let kept = merge(&marks(base), &other, base).text;
            prop_assert_eq!(kept.trim(), other.trim());
        }
    }
}
