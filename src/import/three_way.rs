//! Merges three versions of a text, of which only the block hashes of the oldest are known.

mod blocks;
mod front;
mod moves;

use std::collections::HashSet;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::ledger::{BlockHash, mark};
use blocks::{blocks, comment, is_heading, is_settled};
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
    let text = fenced(path, text).unwrap_or_default();
    let name = |block: &&str| {
        block
            .split(':')
            .next()
            .map(|name| name.trim().trim_matches(['"', '\'']).to_owned())
    };
    keys(&text).iter().filter_map(name).collect()
}

/// Whether a file is data rather than a page.
pub(super) fn is_data(path: &str) -> bool {
    path.ends_with(".yaml")
}

const FENCE: &str = "---\n";

/// Data as if it were the front matter of a page; `None` for a page, and for data that has several documents.
fn fenced(path: &str, text: &str) -> Option<String> {
    let text = text.strip_prefix(FENCE).unwrap_or(text);
    let is_one = is_data(path) && text.lines().all(|line| line.trim_end() != "---");
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

/// Merges two descendants of a file of which only the block hashes are known.
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

/// Where a text has comments with the source's words that an editor has not settled: bytes of the text.
pub(super) fn unsettled(text: &str) -> Vec<usize> {
    blocks::unsettled(text)
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

/// For each block of the base, the equal block of the other version.
fn matches(base: &[BlockHash], other: &[BlockHash]) -> Vec<Option<usize>> {
    let mut matched = vec![None; base.len()];
    // Only blocks in both can match, so the part compared in quadratic time is short.
    let (ours, theirs): (HashSet<BlockHash>, HashSet<BlockHash>) = (
        base.iter().copied().collect(),
        other.iter().copied().collect(),
    );
    let common = |all: &[BlockHash], others: &HashSet<BlockHash>| -> (Vec<usize>, Vec<BlockHash>) {
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

/// Texts with more common blocks than this are not compared block by block. The longest fiche has some 3 000.
const MOST_BLOCKS: usize = 20_000;

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

/// A passage that one side has changed: its blocks in the base, and on that side.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Hunk {
    base: Range<usize>,
    other: Range<usize>,
}

impl Hunk {
    fn is_insertion(&self) -> bool {
        self.base.is_empty()
    }

    fn is_deletion(&self) -> bool {
        self.other.is_empty()
    }
}

/// What lies between the blocks that a side has left alone.
fn hunks(matched: &[Option<usize>], length: usize) -> Vec<Hunk> {
    let mut hunks = Vec::new();
    let (mut b, mut o) = (0, 0);
    let kept = matched
        .iter()
        .enumerate()
        .filter_map(|(base, other)| Some((base, (*other)?)));
    for (base, other) in kept.chain([(matched.len(), length)]) {
        if base > b || other > o {
            hunks.push(Hunk {
                base: b..base,
                other: o..other,
            });
        }
        (b, o) = (base + 1, other + 1);
    }
    hunks
}

/// The passages that belong together, in order: hunks of either side, by position in its list.
fn regions(
    ours: &[Hunk],
    theirs: &[Hunk],
    collide: impl Fn(&Hunk, &Hunk) -> bool,
) -> Vec<(Range<usize>, Range<usize>)> {
    let order = |hunk: &Hunk| (hunk.base.start, hunk.base.end);
    let mut regions = Vec::new();
    let (mut o, mut t) = (0, 0);
    while o < ours.len() || t < theirs.len() {
        let (first_o, first_t) = (o, t);
        let is_ours = match (ours.get(o), theirs.get(t)) {
            (Some(our), Some(their)) => order(our) <= order(their),
            (our, _) => our.is_some(),
        };
        if is_ours {
            o += 1;
        } else {
            t += 1;
        }
        loop {
            let (last_o, last_t) = (ours[first_o..o].last(), theirs[first_t..t].last());
            let collides =
                |pair: Option<(&Hunk, &Hunk)>| pair.is_some_and(|(our, their)| collide(our, their));
            if collides(ours.get(o).zip(last_t)) {
                o += 1;
            } else if collides(last_o.zip(theirs.get(t))) {
                t += 1;
            } else {
                break;
            }
        }
        regions.push((first_o..o, first_t..t));
    }
    regions
}

/// The blocks of a side that stand for a part of the base in which these are its changes.
fn blocks_for(hunks: &[Hunk], base: &Range<usize>) -> Range<usize> {
    match (hunks.first(), hunks.last()) {
        (Some(first), Some(last)) => {
            let start = first.other.start - (first.base.start - base.start);
            start..last.other.end + (base.end - last.base.end)
        }
        _ => 0..0,
    }
}

impl Merged {
    fn take_front(&mut self, front: Merged) {
        self.text = front.text;
        self.conflicts = front.conflicts;
    }

    fn passages(&mut self, base: &[BlockHash], ours: &[&str], theirs: &[&str]) {
        let (ours, theirs) = moves::follow(base, ours, theirs);
        let (ours, theirs) = (ours.as_slice(), theirs.as_slice());
        let marks =
            |blocks: &[&str]| -> Vec<BlockHash> { blocks.iter().map(|b| mark(b)).collect() };
        let (in_ours, in_theirs) = (matches(base, &marks(ours)), matches(base, &marks(theirs)));
        let our_hunks = hunks(&in_ours, ours.len());
        let their_hunks = hunks(&in_theirs, theirs.len());
        let has_heading = |part: &Range<usize>, matched: &[Option<usize>], blocks: &[&str]| {
            let mut found = part
                .clone()
                .filter_map(|at| matched.get(at).copied().flatten());
            found.any(|at| blocks.get(at).is_some_and(|block| is_heading(block)))
        };
        let known: HashSet<BlockHash> = base.iter().copied().collect();
        let has_own_words = |part: &Range<usize>| {
            let blocks = ours.get(part.clone()).unwrap_or_default();
            blocks.iter().any(|block| !known.contains(&mark(block)))
        };
        let collide = |our: &Hunk, their: &Hunk| {
            let (o, t) = (&our.base, &their.base);
            match (our.is_insertion(), their.is_insertion()) {
                (true, true) => o == t,
                // What is added after a passage says something of it.
                (true, false) if their.is_deletion() && t.start < o.start && o.start <= t.end => {
                    has_own_words(&our.other)
                }
                (false, true) if our.is_deletion() && t.start == o.end => {
                    has_heading(o, &in_theirs, theirs)
                }
                _ => o.start < t.end && t.start < o.end,
            }
        };
        let untouched = |part: Range<usize>| {
            let blocks = part.filter_map(|at| in_ours.get(at).copied().flatten());
            blocks.filter_map(|block| ours.get(block))
        };
        let mut at = 0;
        for (our, their) in regions(&our_hunks, &their_hunks, collide) {
            let (our, their) = (&our_hunks[our], &their_hunks[their]);
            let both = || our.iter().chain(their);
            let start = both().map(|hunk| hunk.base.start).min().unwrap_or(at);
            let end = both().map(|hunk| hunk.base.end).max().unwrap_or(start);
            self.push(untouched(at..start));
            let part = start..end;
            let (o, t) = (blocks_for(our, &part), blocks_for(their, &part));
            match (our.is_empty(), their.is_empty()) {
                (false, true) => self.push(&ours[o]),
                (true, _) => self.push(&theirs[t]),
                (false, false) => self.settle(&base[part], &known, &ours[o], &theirs[t]),
            }
            at = end;
        }
        self.push(untouched(at..base.len()));
    }

    fn push<'t>(&mut self, blocks: impl IntoIterator<Item = &'t &'t str>) {
        for block in blocks {
            // Blocks may move: one that ended a text may now be in the middle, and needs its blank line.
            let in_text = !self.text.is_empty() && !self.text.ends_with("\n\n");
            if in_text && !block.trim_start().is_empty() {
                self.text.push('\n');
            }
            self.text.push_str(block);
            if !self.text.ends_with('\n') {
                self.text.push('\n');
            }
        }
    }

    /// A passage that both have changed. `all` are the blocks of the whole base.
    fn settle(
        &mut self,
        base: &[BlockHash],
        all: &HashSet<BlockHash>,
        ours: &[&str],
        theirs: &[&str],
    ) {
        let known: HashSet<BlockHash> = base.iter().copied().collect();
        // The source's former words give way to its new ones.
        let kept: Vec<&str> = ours
            .iter()
            .copied()
            .filter(|block| !is_settled(block, &known))
            .collect();
        // What the editor has put here from elsewhere is not what the source has changed.
        let is_from_elsewhere = |block: &&&str| {
            let mark = mark(block);
            all.contains(&mark) && !known.contains(&mark)
        };
        let moved = kept.iter().rev().take_while(is_from_elsewhere).count();
        let (kept, moved) = kept.split_at(kept.len() - moved);
        let same =
            |a: &[&str]| a.len() == base.len() && a.iter().zip(base).all(|(a, b)| mark(a) == *b);
        let agree =
            kept.len() == theirs.len() && kept.iter().zip(theirs).all(|(a, b)| mark(a) == mark(b));
        if agree || same(kept) {
            self.push(theirs);
        } else if same(theirs) {
            return self.push(ours);
        } else if base.is_empty() {
            self.join(kept, theirs);
        } else if base.len() > 1 && kept.len() == base.len() && theirs.len() == base.len() {
            for (at, block) in base.iter().enumerate() {
                self.settle(&[*block], all, &kept[at..=at], &theirs[at..=at]);
            }
        } else {
            self.conflict(&known, kept, theirs);
        }
        self.push(moved);
    }

    /// What both have added at one place: the source's before an editor's own headings.
    fn join(&mut self, ours: &[&str], theirs: &[&str]) {
        let said: HashSet<BlockHash> = ours.iter().map(|block| mark(block)).collect();
        let heading = ours.iter().position(|block| is_heading(block));
        let (before, after) = ours.split_at(heading.unwrap_or(ours.len()));
        self.push(before);
        self.push(theirs.iter().filter(|block| !said.contains(&mark(block))));
        self.push(after);
    }

    /// The editor's blocks, then the source's as a comment.
    fn conflict(&mut self, base: &HashSet<BlockHash>, ours: &[&str], theirs: &[&str]) {
        if theirs.is_empty() {
            let own = ours.iter().position(|block| !base.contains(&mark(block)));
            let (before, after) = ours.split_at(own.unwrap_or(0));
            self.push(before);
            let at = self.next_line();
            self.push(after);
            self.conflicts.push(Conflict {
                at: at.min(self.text.len().saturating_sub(1)),
                is_withdrawn: true,
            });
            return;
        }
        self.push(ours);
        // Only what is new is worth reading.
        let is_new = |block: &&&str| !base.contains(&mark(block));
        let words: String = theirs.iter().filter(is_new).copied().collect();
        let at = self.next_line();
        self.push([&comment(&words).as_str()]);
        self.conflicts.push(Conflict {
            at,
            is_withdrawn: false,
        });
    }

    /// Where the next block will begin.
    fn next_line(&self) -> usize {
        let is_apart = self.text.is_empty() || self.text.ends_with("\n\n");
        self.text.len() + usize::from(!is_apart)
    }
}

#[cfg(test)]
mod tests;
