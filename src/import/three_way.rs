//! Merges three versions of a text, of which only the block hashes of the oldest are known.

use std::collections::HashSet;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::ledger::{BlockHash, mark};

/// The blocks of a text: a key of the front matter with everything below it, a paragraph, a list. Together
/// they are the text.
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
            // The line that ends the front matter is a block of its own.
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

pub(super) fn marks(text: &str) -> Vec<BlockHash> {
    blocks(text).into_iter().map(mark).collect()
}

/// A text with the changes of both sides.
pub(super) struct Merged {
    pub text: String,
    /// Where the source's words follow an editor's as a comment: bytes of the text.
    pub conflicts: Vec<usize>,
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
pub(super) fn merge(base: &[BlockHash], ours: &str, theirs: &str) -> Merged {
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
        // The next block that nobody has touched; before it, at least one side has changed something.
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
            // Blocks may move: one that ended a text may now be in the middle, and needs its blank line.
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
