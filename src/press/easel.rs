//! The drawings that were made last. Who looks at a sheet while its text changes asks again and again for what has not changed: the other pages
//! of a binder, a format looked at before, a text as it was before a change was undone.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Drawing;

/// The most that pictures may weigh together, in bytes: some 150 pages.
const HEAVIEST: usize = 64 << 20;

/// Keeps drawings, up to a weight.
#[derive(Default)]
pub(super) struct Easel {
    /// The one that was asked for last is at the end.
    kept: Mutex<VecDeque<KeptDrawing>>,
}

struct KeptDrawing {
    /// The key of the job.
    job: blake3::Hash,
    /// The only page that was drawn; all of them without.
    page: Option<u32>,
    drawing: Drawing,
}

impl KeptDrawing {
    fn weight(&self) -> usize {
        let pictures = self.drawing.pictures.iter();
        pictures.map(|picture| picture.svg.len()).sum()
    }
}

impl Easel {
    /// A drawing of these pages of a job: one of them, or all.
    pub fn get(&self, job: blake3::Hash, page: Option<u32>) -> Option<Drawing> {
        let mut kept = self.lock();
        let has =
            |kept: &KeptDrawing| kept.job == job && (kept.page == page || kept.page.is_none());
        let at = kept.iter().position(has)?;
        let found = kept.remove(at)?;
        let mut drawing = found.drawing.clone();
        kept.push_back(found);
        let asked = |number: u32| page.is_none_or(|page| page == number);
        drawing.pictures.retain(|picture| asked(picture.page));
        Some(drawing)
    }

    /// Keeps a drawing, and as many others as it has room for.
    pub fn put(&self, job: blake3::Hash, page: Option<u32>, drawing: Drawing) {
        let new = KeptDrawing { job, page, drawing };
        if new.weight() > HEAVIEST {
            return;
        }
        let mut kept = self.lock();
        kept.retain(|kept| (kept.job, kept.page) != (job, page));
        kept.push_back(new);
        let mut weight: usize = kept.iter().map(KeptDrawing::weight).sum();
        while weight > HEAVIEST
            && let Some(oldest) = kept.pop_front()
        {
            weight -= oldest.weight();
        }
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<KeptDrawing>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::{PagePicture, PrintFacts};

    fn drawing(pages: impl Iterator<Item = u32>, weight: usize) -> Drawing {
        let picture = |page| PagePicture {
            page,
            svg: vec![b' '; weight].into(),
        };
        Drawing {
            pictures: pages.map(picture).collect(),
            facts: PrintFacts::default(),
        }
    }

    fn key(name: &str) -> blake3::Hash {
        blake3::hash(name.as_bytes())
    }

    fn pages(drawing: Option<Drawing>) -> Option<Vec<u32>> {
        let pictures = drawing?.pictures.into_iter();
        Some(pictures.map(|picture| picture.page).collect())
    }

    #[test]
    fn a_page_is_found_alone_or_among_all() {
        let easel = Easel::default();
        easel.put(key("one"), Some(2), drawing(2..3, 10));
        easel.put(key("all"), None, drawing(1..4, 10));
        assert_eq!(pages(easel.get(key("one"), Some(2))), Some(vec![2]));
        assert_eq!(pages(easel.get(key("one"), Some(1))), None);
        assert_eq!(pages(easel.get(key("one"), None)), None);
        assert_eq!(pages(easel.get(key("all"), Some(3))), Some(vec![3]));
        assert_eq!(pages(easel.get(key("all"), None)), Some(vec![1, 2, 3]));
        assert_eq!(pages(easel.get(key("all"), Some(9))), Some(vec![]));
        assert_eq!(pages(easel.get(key("none"), None)), None);
    }

    #[test]
    fn the_drawings_that_nobody_asks_for_go_first() {
        let easel = Easel::default();
        let third = HEAVIEST / 3;
        for name in ["a", "b", "c"] {
            easel.put(key(name), None, drawing(1..2, third));
        }
        assert!(easel.get(key("a"), None).is_some());
        easel.put(key("d"), None, drawing(1..2, third));
        let kept = ["a", "b", "c", "d"].map(|name| easel.get(key(name), None).is_some());
        assert_eq!(kept, [true, false, true, true]);
        easel.put(key("too heavy"), None, drawing(1..2, HEAVIEST + 1));
        assert!(easel.get(key("too heavy"), None).is_none());
        assert!(easel.get(key("d"), None).is_some());
    }
}
