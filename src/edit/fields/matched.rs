//! Which old item of a list becomes which new one.

use std::collections::BTreeSet;

use super::tree::FieldValue;
use crate::yaml::Node;

/// For each value to be, the old item that it is, or is made from.
pub(super) fn matched(items: &[Node], wanted: &[FieldValue]) -> Vec<Option<usize>> {
    let items: Vec<Option<FieldValue>> = items.iter().map(FieldValue::of).collect();
    let is_same = |index: usize, at: usize| {
        items
            .get(index)
            .and_then(Option::as_ref)
            .is_some_and(|item| Some(item) == wanted.get(at))
    };
    let mut found: Vec<Option<usize>> = vec![None; wanted.len()];
    // The same items in the same place first: from the beginning, then from the end.
    let most = items.len().min(wanted.len());
    let head = (0..most).take_while(|at| is_same(*at, *at)).count();
    let tail = (1..=most - head)
        .take_while(|back| is_same(items.len() - back, wanted.len() - back))
        .count();
    let middle = head..items.len() - tail;
    let mut free: BTreeSet<usize> = middle.collect();
    for (at, slot) in found.iter_mut().enumerate() {
        let from_end = wanted.len() - at;
        *slot = match at {
            _ if at < head => Some(at),
            _ if from_end <= tail => Some(items.len() - from_end),
            // Then the same items anywhere: they have moved.
            _ => free.iter().copied().find(|index| is_same(*index, at)),
        };
        if let Some(index) = slot {
            free.remove(index);
        }
    }
    // What is left has changed where it stands.
    for at in head..wanted.len() - tail {
        if found.get(at) == Some(&None) {
            let before = at.checked_sub(1).and_then(|before| *found.get(before)?);
            let index = before.map_or(0, |before| before + 1);
            if free.remove(&index)
                && let Some(slot) = found.get_mut(at)
            {
                *slot = Some(index);
            }
        }
    }
    found
}
