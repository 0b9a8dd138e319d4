//! Passages that an editor has put elsewhere: what the source changes in them is changed where they are now.

use std::collections::HashMap;

use super::hunks::{Hunk, hunks, matches};
use crate::import::ledger::{BlockHash, mark};

/// The blocks of both sides as if the source had changed the passages where the editor has put them.
pub(super) fn follow<'t>(
    base: &[BlockHash],
    ours: &[&'t str],
    theirs: &[&'t str],
) -> (Vec<&'t str>, Vec<&'t str>) {
    let our_marks: Vec<BlockHash> = ours.iter().map(|block| mark(block)).collect();
    let their_marks: Vec<BlockHash> = theirs.iter().map(|block| mark(block)).collect();
    let in_ours = matches(base, &our_marks);
    let moved = moved(base, &our_marks, &in_ours);
    if moved.is_empty() {
        return (ours.to_vec(), theirs.to_vec());
    }
    let in_theirs = matches(base, &their_marks);
    let mut ours: Vec<Option<&str>> = ours.iter().copied().map(Some).collect();
    let mut theirs: Vec<Option<&str>> = theirs.iter().copied().map(Some).collect();
    // Backwards: the first of equal ones stays.
    let backwards = their_marks.iter().enumerate().rev();
    let first: HashMap<BlockHash, usize> = backwards.map(|(at, mark)| (*mark, at)).collect();
    for Hunk { base: part, other } in hunks(&in_theirs, their_marks.len()) {
        for (offset, at) in part.clone().enumerate() {
            let Some(place) = moved.get(&at) else {
                continue;
            };
            if let Some(&elsewhere) = first.get(&base[at]) {
                // Both have put it elsewhere: where the editor wants it.
                theirs[elsewhere] = None;
            } else if other.is_empty() {
                ours[*place] = None;
            } else if other.len() == part.len() {
                let now = other.start + offset;
                std::mem::swap(&mut theirs[now], &mut ours[*place]);
            }
        }
    }
    (
        ours.into_iter().flatten().collect(),
        theirs.into_iter().flatten().collect(),
    )
}

/// Where the editor has put blocks of the base, by their position in it. Of several equal ones, nobody knows which was moved.
fn moved(
    base: &[BlockHash],
    ours: &[BlockHash],
    matched: &[Option<usize>],
) -> HashMap<usize, usize> {
    let count = |all: &[BlockHash]| {
        let mut count: HashMap<BlockHash, usize> = HashMap::new();
        for mark in all {
            *count.entry(*mark).or_default() += 1;
        }
        count
    };
    let (in_base, in_ours) = (count(base), count(ours));
    let places: HashMap<BlockHash, usize> = ours.iter().copied().zip(0..).collect();
    let missing = base.iter().enumerate().filter(|(at, mark)| {
        matched[*at].is_none() && in_base.get(mark) == Some(&1) && in_ours.get(mark) == Some(&1)
    });
    missing
        .filter_map(|(at, mark)| Some((at, *places.get(mark)?)))
        .collect()
}
