//! Which blocks a side has left alone, and what lies between them.

use std::collections::HashSet;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::import::ledger::BlockHash;

/// For each block of the base, the equal block of the other version.
pub(super) fn matches(base: &[BlockHash], other: &[BlockHash]) -> Vec<Option<usize>> {
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

/// A passage that one side has changed: its blocks in the base, and on that side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Hunk {
    pub base: Range<usize>,
    pub other: Range<usize>,
}

impl Hunk {
    pub fn is_insertion(&self) -> bool {
        self.base.is_empty()
    }

    pub fn is_deletion(&self) -> bool {
        self.other.is_empty()
    }
}

/// What lies between the blocks that a side has left alone.
pub(super) fn hunks(matched: &[Option<usize>], length: usize) -> Vec<Hunk> {
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
pub(super) fn regions(
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
pub(super) fn blocks_for(hunks: &[Hunk], base: &Range<usize>) -> Range<usize> {
    match (hunks.first(), hunks.last()) {
        (Some(first), Some(last)) => {
            let start = first.other.start - (first.base.start - base.start);
            start..last.other.end + (base.end - last.base.end)
        }
        _ => 0..0,
    }
}
