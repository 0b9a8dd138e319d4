//! Merges texts passage by passage.

use std::collections::HashSet;
use std::ops::Range;

use super::blocks::{comment, is_heading, is_settled};
use super::hunks::{Hunk, blocks_for, hunks, matches, regions};
use super::{Conflict, Merged, moves};
use crate::import::ledger::{BlockHash, mark};

impl Merged {
    /// Adds what becomes of a text.
    pub(super) fn passages(&mut self, base: &[BlockHash], ours: &[&str], theirs: &[&str]) {
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
