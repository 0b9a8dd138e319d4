//! The orders of lists, found once for all pages: each list then compares numbers.

use std::cmp::Ordering;

use rayon::prelude::*;

use super::{Page, PageId, number, page_id};

/// The rank of each page among all pages, in each of the two orders that lists have.
pub(super) struct Ranks {
    by_title: Vec<u32>,
    latest_first: Vec<u32>,
}

impl Ranks {
    /// The ranks of these pages.
    pub fn of(pages: &[Page]) -> Self {
        let by_title = || {
            ranks(pages, |a, b| {
                (&a.document.sort_key, &a.path).cmp(&(&b.document.sort_key, &b.path))
            })
        };
        let latest_first = || {
            ranks(pages, |a, b| {
                b.day().cmp(&a.day()).then_with(|| a.path.cmp(&b.path))
            })
        };
        let (by_title, latest_first) = rayon::join(by_title, latest_first);
        Self {
            by_title,
            latest_first,
        }
    }

    /// Sorts by title, then by address.
    pub fn sort_by_title(&self, pages: &mut [PageId]) {
        pages.sort_unstable_by_key(|id| self.by_title[id.0 as usize]);
    }

    /// Sorts as dated lists are: the latest day first, then by address.
    pub fn sort_latest_first(&self, pages: &mut [PageId]) {
        pages.sort_unstable_by_key(|id| self.latest_first[id.0 as usize]);
    }
}

/// The position of each page in an order.
fn ranks(pages: &[Page], order: impl Fn(&Page, &Page) -> Ordering + Sync) -> Vec<u32> {
    let mut sorted: Vec<PageId> = (0..pages.len()).map(page_id).collect();
    // Stable: two pages at one address, which is a mistake, stay in the order of their files.
    sorted.par_sort_by(|a, b| order(&pages[a.0 as usize], &pages[b.0 as usize]));
    let mut ranks = vec![0; pages.len()];
    for (rank, id) in sorted.iter().enumerate() {
        ranks[id.0 as usize] = number(rank);
    }
    ranks
}
