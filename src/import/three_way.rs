//! Merges three versions of a text, of which only the block hashes of the oldest are known.

mod blocks;
mod front;

use std::collections::HashSet;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::ledger::{BlockHash, mark};
pub(super) use blocks::blocks;
use blocks::{comment, is_heading, is_settled};

pub(super) fn marks(text: &str) -> Vec<BlockHash> {
    blocks(text).into_iter().map(mark).collect()
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
        let collide = |our: &Hunk, their: &Hunk| {
            let (o, t) = (&our.base, &their.base);
            match (our.is_insertion(), their.is_insertion()) {
                (true, true) => o == t,
                // What is added after a passage says something of it.
                (true, false) if their.is_deletion() => t.start < o.start && o.start <= t.end,
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
                (false, false) => self.settle(&base[part], &ours[o], &theirs[t]),
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

    /// A passage that both have changed.
    fn settle(&mut self, base: &[BlockHash], ours: &[&str], theirs: &[&str]) {
        let known: HashSet<BlockHash> = base.iter().copied().collect();
        // The source's former words give way to its new ones.
        let kept: Vec<&str> = ours
            .iter()
            .copied()
            .filter(|block| !is_settled(block, &known))
            .collect();
        let same =
            |a: &[&str]| a.len() == base.len() && a.iter().zip(base).all(|(a, b)| mark(a) == *b);
        let agree =
            kept.len() == theirs.len() && kept.iter().zip(theirs).all(|(a, b)| mark(a) == mark(b));
        if agree || same(&kept) {
            self.push(theirs);
        } else if same(theirs) {
            self.push(ours);
        } else if base.is_empty() {
            self.join(&kept, theirs);
        } else if base.len() > 1 && kept.len() == base.len() && theirs.len() == base.len() {
            for (at, block) in base.iter().enumerate() {
                self.settle(&[*block], &kept[at..=at], &theirs[at..=at]);
            }
        } else {
            self.conflict(&known, &kept, theirs);
        }
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
        // Of a passage that the editor has deleted, only what is new is worth reading.
        let is_new = |block: &&&str| !ours.is_empty() || !base.contains(&mark(block));
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
