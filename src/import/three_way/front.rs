//! Merges front matter key by key, whatever the order and the language in which each side writes the keys.

use std::collections::{HashMap, HashSet};

use super::blocks::{front_comment, without_settled};
use super::{Conflict, Merged};
use crate::import::ledger::{BlockHash, mark};
use crate::model::record::{Key, Record};
use crate::model::{Article, Common, Guide, Organization};
use crate::spelling::fold_key;

const FENCE: &str = "---";

/// Which of the blocks of a text ends its front matter; `None` if it has none.
pub(super) fn end(blocks: &[&str]) -> Option<usize> {
    blocks.first().filter(|first| first.starts_with("---\n"))?;
    let mut rest = blocks.iter().skip(1);
    rest.position(|block| block.trim_end() == FENCE)
        .map(|at| at + 1)
}

/// The same of the hashes of a text.
pub(super) fn end_of_marks(marks: &[BlockHash]) -> Option<usize> {
    let fence = mark(FENCE);
    marks.first().filter(|first| **first == fence)?;
    let mut rest = marks.iter().skip(1);
    rest.position(|mark| *mark == fence).map(|at| at + 1)
}

/// The records whose keys a page may have.
const RECORDS: &[&[Key]] = &[Common::KEYS, Guide::KEYS, Organization::KEYS, Article::KEYS];

/// The key that a block begins with, whatever its language.
pub(in crate::import) fn key_of(block: &str) -> String {
    let line = block.lines().next().unwrap_or_default();
    let key = line.split(':').next().unwrap_or_default();
    let written = fold_key(key.trim().trim_matches(['"', '\'']));
    let is_it = |key: &&Key| {
        let mut names = std::iter::once(&key.name).chain(key.aliases);
        names.any(|name| fold_key(name) == written)
    };
    let mut all = RECORDS.iter().copied().flatten();
    all.find(is_it)
        .map_or(written.clone(), |key| key.name.to_owned())
}

/// A key that the merged front matter has.
struct MergedKey {
    name: String,
    text: String,
    /// Where in its text both sides differ.
    conflict: Option<Conflict>,
}

/// Merges front matter: `ours` has its first and last line, the others are without.
pub(super) fn merge(base: &[BlockHash], ours: &[&str], theirs: &[&str]) -> Merged {
    let known: HashSet<BlockHash> = base.iter().copied().collect();
    let (Some((first, rest)), true) = (ours.split_first(), ours.len() > 1) else {
        return Merged::default();
    };
    let (ours, last) = rest.split_at(rest.len() - 1);
    let mut left: HashMap<String, &str> = HashMap::new();
    for block in theirs {
        left.entry(key_of(block)).or_insert(block);
    }
    let ours: Vec<(String, &str, String)> = ours
        .iter()
        .map(|block| (key_of(block), *block, without_settled(block, &known)))
        .collect();
    let is_lost = is_any_changed_and_deleted(base, &ours, theirs, &left);
    let mut keys = Vec::new();
    for (name, written, own) in ours {
        let is_own = !known.contains(&mark(&own));
        let mut conflict = None;
        let text = match left.remove(&name) {
            Some(their) if mark(their) == mark(&own) || !is_own => Some(their.to_owned()),
            Some(their) if known.contains(&mark(their)) => Some(written.to_owned()),
            Some(their) => {
                conflict = Some(Conflict {
                    at: own.len(),
                    is_withdrawn: false,
                });
                Some(own + &front_comment(their))
            }
            None if is_own => {
                conflict = is_lost.then_some(Conflict {
                    at: 0,
                    is_withdrawn: true,
                });
                Some(written.to_owned())
            }
            None => None,
        };
        keys.extend(text.map(|text| MergedKey {
            name,
            text,
            conflict,
        }));
    }
    add_new(&mut keys, &known, theirs, &left, is_lost);
    let mut merged = Merged {
        text: (*first).to_owned(),
        ..Merged::default()
    };
    for key in keys {
        let start = merged.text.len();
        merged
            .conflicts
            .extend(key.conflict.map(|conflict| Conflict {
                at: start + conflict.at,
                ..conflict
            }));
        merged.text += &key.text;
        if !merged.text.ends_with('\n') {
            merged.text.push('\n');
        }
    }
    merged.text.extend(last.iter().copied());
    merged
}

/// Whether one side has deleted a key that the other has changed.
fn is_any_changed_and_deleted(
    base: &[BlockHash],
    ours: &[(String, &str, String)],
    theirs: &[&str],
    by_name: &HashMap<String, &str>,
) -> bool {
    let known: HashSet<BlockHash> = base.iter().copied().collect();
    let our_marks: HashSet<BlockHash> = ours.iter().map(|(.., own)| mark(own)).collect();
    let their_marks: HashSet<BlockHash> = theirs.iter().map(|block| mark(block)).collect();
    let gone = base
        .iter()
        .filter(|mark| !our_marks.contains(mark) && !their_marks.contains(mark));
    let changed_by_both = ours.iter().filter(|(name, _, own)| {
        let their = by_name.get(name).map(|their| mark(their));
        !known.contains(&mark(own)) && their.is_some_and(|their| !known.contains(&their))
    });
    gone.count() > changed_by_both.count()
}

/// Adds the keys that only the source has, each after the one that it follows there.
fn add_new(
    keys: &mut Vec<MergedKey>,
    known: &HashSet<BlockHash>,
    theirs: &[&str],
    left: &HashMap<String, &str>,
    is_lost: bool,
) {
    let mut before: Option<String> = None;
    for block in theirs {
        let name = key_of(block);
        let is_new = left.contains_key(&name) && !known.contains(&mark(block));
        let place = before
            .as_ref()
            .and_then(|before| keys.iter().position(|key| key.name == *before));
        let at = place.map_or(0, |at| at + 1);
        if is_new {
            // The editor may have deleted it.
            let (text, conflict) = match is_lost {
                true => {
                    let told = Conflict {
                        at: 0,
                        is_withdrawn: false,
                    };
                    (front_comment(block), Some(told))
                }
                false => ((*block).to_owned(), None),
            };
            let name = name.clone();
            keys.insert(
                at,
                MergedKey {
                    name,
                    text,
                    conflict,
                },
            );
        }
        before = Some(name)
            .filter(|name| keys.iter().any(|key| key.name == *name))
            .or(before);
    }
}
