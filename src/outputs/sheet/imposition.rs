//! Imposition: the order in which the pages of a booklet are printed in pairs, so that the folded stack reads
//! from first to last.

use serde::Serialize;

/// One side of a sheet of paper: its left and right pages, from 1; `None` is blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Side {
    /// On the left.
    pub left: Option<u32>,
    /// On the right.
    pub right: Option<u32>,
}

/// The sides of a booklet of `pages` pages, front and back alternating, for a printer that flips on the short
/// edge. Blank pages fill it up to a multiple of four; the last page stays on the back cover.
pub fn fold(pages: u32) -> Vec<Side> {
    let full = pages.next_multiple_of(4);
    // Blanks go before the last page, which is the back cover.
    let page = |place: u32| match place {
        place if place == full && pages > 1 => Some(pages),
        place if place < pages || pages == 1 && place == 1 => Some(place),
        _ => None,
    };
    (0..full / 2)
        .map(|side| {
            let (low, high) = (page(side + 1), page(full - side));
            if side % 2 == 0 {
                Side {
                    left: high,
                    right: low,
                }
            } else {
                Side {
                    left: low,
                    right: high,
                }
            }
        })
        .collect()
}

/// The sides of a booklet in a right-to-left language, which opens on the other side: left and right are exchanged.
pub fn mirrored(sides: Vec<Side>) -> Vec<Side> {
    let mirror = |side: Side| Side {
        left: side.right,
        right: side.left,
    };
    sides.into_iter().map(mirror).collect()
}

/// Each page twice on a side, to be cut in two.
pub fn side_by_side(pages: u32) -> Vec<Side> {
    let side = |page| Side {
        left: Some(page),
        right: Some(page),
    };
    (1..=pages).map(side).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Folds the printed stack and reads it, page after page.
    fn read(sides: &[Side]) -> Vec<Option<u32>> {
        let mut front_half = Vec::new();
        let mut back_half = Vec::new();
        for paper in sides.chunks(2) {
            let [front, back] = paper else {
                panic!("a sheet of paper has two sides")
            };
            // Folded, the right of the front is the first page of this paper, and the left of its back is
            // behind it.
            front_half.extend([front.right, back.left]);
            back_half.extend([front.left, back.right]);
        }
        back_half.reverse();
        front_half.into_iter().chain(back_half).collect()
    }

    #[test]
    fn a_folded_booklet_reads_from_first_to_last() {
        for pages in 1..=40 {
            let read = read(&fold(pages));
            assert_eq!(read.len() % 4, 0, "{pages}");
            assert!(read.len() < pages as usize + 4, "{pages}");
            let printed: Vec<u32> = read.iter().copied().flatten().collect();
            assert_eq!(printed, (1..=pages).collect::<Vec<_>>(), "{pages}");
            assert_eq!(read[0], Some(1), "{pages}");
            if pages > 1 {
                assert_eq!(read[read.len() - 1], Some(pages), "{pages}");
            }
        }
    }

    #[test]
    fn eight_pages_stand_as_every_printer_knows_them() {
        let pairs: Vec<_> = fold(8).iter().map(|side| (side.left, side.right)).collect();
        let pair = |left, right| (Some(left), Some(right));
        assert_eq!(pairs, [pair(8, 1), pair(2, 7), pair(6, 3), pair(4, 5)]);
    }
}
