//! Merges three versions of a text, of which only the block hashes of the oldest are known.

mod blocks;
mod front;
mod hunks;
mod moves;
mod passages;

use std::borrow::Cow;

use super::ledger::{BlockHash, mark};
use blocks::blocks;
pub(super) use blocks::is_front_comment;
pub(super) use front::key_of;

/// The hashes of the blocks of a text.
pub(super) fn marks(text: &str) -> Vec<BlockHash> {
    blocks(text).into_iter().map(mark).collect()
}

/// The hashes of the blocks of a file: of a page, or of data such as a glossary, whose blocks are its keys.
pub(super) fn marks_of(path: &str, text: &str) -> Vec<BlockHash> {
    match fenced(path, text) {
        Some(text) => keys(&text).into_iter().map(mark).collect(),
        None => marks(text),
    }
}

/// The blocks of front matter, without its first and last line, and those of the text.
pub(super) fn parts_of(text: &str) -> (Vec<&str>, Vec<&str>) {
    let mut all = blocks(text);
    let Some(end) = front::end(&all) else {
        return (Vec::new(), all);
    };
    let text = all.split_off(end + 1);
    (all.drain(1..end).collect(), text)
}

/// The names of the entries of data, as they are written.
pub(super) fn names_of(path: &str, text: &str) -> Vec<String> {
    let is_no_rule = |line: &&str| line.trim_end() != RULE;
    let whole = || {
        text.split_inclusive('\n')
            .filter(is_no_rule)
            .collect::<String>()
    };
    let text = fenced(path, text).or_else(|| fenced(path, &whole()));
    let text = text.unwrap_or_default();
    let name = |block: &&str| {
        block
            .split(':')
            .next()
            .map(|name| name.trim().trim_matches(['"', '\'']).to_owned())
    };
    keys(&text).iter().filter_map(name).collect()
}

/// Data with those entries of another version that it lacks and that the source wrote: nothing goes because of a file that cannot be read.
pub(super) fn with_known_entries(
    path: &str,
    base: &[BlockHash],
    ours: &str,
    theirs: &str,
) -> String {
    let mut whole = theirs.to_owned();
    let Some(ours) = fenced(path, ours) else {
        return whole;
    };
    let there = names_of(path, theirs);
    for block in keys(&ours)
        .into_iter()
        .filter(|block| base.contains(&mark(block)))
    {
        let name = block.split(':').next().unwrap_or_default().trim();
        if !there
            .iter()
            .any(|there| there == name.trim_matches(['"', '\'']))
        {
            if !whole.is_empty() && !whole.ends_with('\n') {
                whole.push('\n');
            }
            whole.push_str(block);
        }
    }
    whole
}

/// Whether a file is data rather than a page.
pub(super) fn is_data(path: &str) -> bool {
    path.ends_with(".yaml")
}

const FENCE: &str = "---\n";
const RULE: &str = "---";

/// Where data has a second document, whose keys cannot be compared: the byte at which the line between the two begins.
pub(super) fn second_document(path: &str, text: &str) -> Option<usize> {
    let first = text.strip_prefix(FENCE).unwrap_or(text);
    let mut at = text.len() - first.len();
    for line in first.split_inclusive('\n').filter(|_| is_data(path)) {
        if line.trim_end() == RULE {
            return Some(at);
        }
        at += line.len();
    }
    None
}

/// Data as if it were the front matter of a page; `None` for a page, and for data that has several documents.
fn fenced(path: &str, text: &str) -> Option<String> {
    let is_one = is_data(path) && second_document(path, text).is_none();
    let text = text.strip_prefix(FENCE).unwrap_or(text);
    let end = if text.is_empty() || text.ends_with('\n') {
        ""
    } else {
        "\n"
    };
    is_one.then(|| format!("{FENCE}{text}{end}{FENCE}"))
}

/// The blocks of fenced data.
fn keys(fenced: &str) -> Vec<&str> {
    parts_of(fenced).0
}

/// Merges two descendants of a file of which only the block hashes are known. Data that has a second document stays as it is: ask
/// [`second_document`] first.
pub(super) fn merge_file(path: &str, base: &[BlockHash], ours: &str, theirs: &str) -> Merged {
    if !is_data(path) {
        return merge(base, ours, theirs);
    }
    let (Some(ours), Some(theirs)) = (fenced(path, ours), fenced(path, theirs)) else {
        // A comment as in a page would make it unreadable.
        return Merged {
            text: ours.to_owned(),
            conflicts: Vec::new(),
        };
    };
    let merged = front::merge(base, &blocks(&ours), &keys(&theirs));
    let text = merged.text.strip_prefix(FENCE).unwrap_or(&merged.text);
    let conflicts = merged.conflicts.iter().map(|conflict| Conflict {
        at: conflict.at.saturating_sub(FENCE.len()),
        ..*conflict
    });
    Merged {
        text: text.strip_suffix(FENCE).unwrap_or(text).to_owned(),
        conflicts: conflicts.collect(),
    }
}

/// Where a file has comments with the source's words that an editor has not settled: bytes of the text.
pub(super) fn unsettled(path: &str, text: &str) -> Vec<usize> {
    blocks::unsettled(text, is_data(path))
}

/// A page as its readers see it: without comments that have the source's words.
pub(super) fn without_comments(text: &str) -> Cow<'_, str> {
    blocks::without_comments(text)
}

/// A text with the changes of both sides.
#[derive(Debug, Default)]
pub(super) struct Merged {
    pub text: String,
    /// What both have changed.
    pub conflicts: Vec<Conflict>,
}

/// A passage that both sides have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Conflict {
    /// Where the text has the source's words as a comment, otherwise where the editor's begin: bytes.
    pub at: usize,
    /// Whether the source no longer has the passage: only the editor's words are there.
    pub is_withdrawn: bool,
}

/// Merges two descendants of a text of which only the block hashes are known.
///
/// Front matter is merged key by key, the text passage by passage. Whatever one side alone has changed, is taken; of what both have changed,
/// the editor's words stay, and the source's follow as a comment.
pub(super) fn merge(base: &[BlockHash], ours: &str, theirs: &str) -> Merged {
    let (ours, theirs) = (blocks(ours), blocks(theirs));
    let mut merged = Merged::default();
    let ends = (
        front::end_of_marks(base),
        front::end(&ours),
        front::end(&theirs),
    );
    let (Some(base_end), Some(our_end), Some(their_end)) = ends else {
        merged.passages(base, &ours, &theirs);
        return merged;
    };
    let known = &base[1..base_end];
    merged.take_front(front::merge(
        known,
        &ours[..=our_end],
        &theirs[1..their_end],
    ));
    merged.passages(
        &base[base_end + 1..],
        &ours[our_end + 1..],
        &theirs[their_end + 1..],
    );
    merged
}

impl Merged {
    fn take_front(&mut self, front: Merged) {
        self.text = front.text;
        self.conflicts = front.conflicts;
    }
}

#[cfg(test)]
mod tests;
