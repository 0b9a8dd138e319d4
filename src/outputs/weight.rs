//! Measures what a page weighs in transfer.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use super::Renderer;
use crate::diagnostics::Location;
use crate::images::ImageKind;
use crate::site::{Output, OutputPath, ShownImage};

/// The weight of an output.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight {
    /// Bytes after gzip, including the images that the page loads.
    pub bytes: u64,
    /// The output.
    pub path: OutputPath,
}

/// Bytes of `content` after gzip at level 6, the default of common web servers.
pub fn compressed(content: &[u8]) -> u64 {
    compressed_by(content, 6)
}

fn compressed_by(content: &[u8], level: u32) -> u64 {
    let buffer = Vec::with_capacity(content.len() / 3);
    let mut encoder = GzEncoder::new(buffer, Compression::new(level));
    // Writing to a vector does not fail; if it did, the text's own size would be a fair answer.
    match encoder.write_all(content).and_then(|()| encoder.finish()) {
        Ok(bytes) => bytes.len() as u64,
        Err(_) => content.len() as u64,
    }
}

/// About as many bytes as [`compressed`], in 0.6 ns a byte: for figures that are shown in thousands.
///
/// What deflate saves is what has been there before. Here, a run of eight bytes that is new costs 0.5275 bytes, and each
/// byte 0.0351: fitted to 1 144 pages of two sites, it is within 0.6 % for half of them, and within 2.4 % for 95 of a
/// hundred.
pub fn compressed_about(content: &[u8]) -> u64 {
    // A byte for each hash, because bits take twice as long. No branch, because half of the runs are new.
    let mut seen = [0u8; 1 << 16];
    let mut again = 0;
    for run in content.array_windows() {
        // Fibonacci hashing (Knuth, The Art of Computer Programming, 6.4).
        let hash = u64::from_le_bytes(*run).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let seen = &mut seen[(hash >> 48) as usize];
        again += u64::from(*seen);
        *seen = 1;
    }
    let length = content.len() as u64;
    (length.saturating_sub(again) * 5275 + length * 351) / 10_000
}

/// An upper bound of [`compressed`], at a hundredth of its cost: the size if each byte were coded by its
/// frequency alone (Shannon's entropy of order zero), with room for the tables of deflate's blocks.
///
/// Deflate also codes repetitions, so real pages take half of this bound. A text within `budget` uncompressed
/// is not examined; if the bound exceeds the budget, gzip's fastest level gives a closer one.
pub fn compressed_at_most(content: &[u8], budget: u64) -> u64 {
    // Incompressible text is stored as it is, with 5 bytes for each block of 64 KB and 18 for gzip's frame.
    let stored = content.len() as u64 + content.len() as u64 / 0xffff * 5 + 23;
    if stored <= budget {
        return stored;
    }
    let bound = entropy_bound(content);
    if bound > budget {
        return compressed_by(content, 1);
    }
    bound
}

fn entropy_bound(content: &[u8]) -> u64 {
    let mut counts = [0u32; 256];
    for byte in content {
        counts[usize::from(*byte)] += 1;
    }
    let length = content.len() as f64;
    let bits: f64 = counts
        .iter()
        .filter(|count| **count > 0)
        .map(|count| f64::from(*count) * (length / f64::from(*count)).log2())
        .sum();
    // Huffman codes use whole bits: a twentieth above the entropy is ample for text, plus 400 bytes for the
    // tables.
    (bits / 8.0 * 1.05) as u64 + 400
}

/// An image of a page, and its weight.
pub struct ImageWeight<'s> {
    /// Its destination, as written in the page.
    pub destination: &'s str,
    /// Where the page uses it.
    pub location: Location,
    /// Bytes of the heavier of its two files.
    pub bytes: u64,
}

impl<'s> Renderer<'s> {
    /// The images that an output loads, each once, with their weight. An image that cannot be made weighs
    /// nothing.
    pub fn images_of(&self, output: &Output) -> Vec<ImageWeight<'s>> {
        let mut seen = Vec::new();
        let images = self.site.images_shown_by(output).into_iter();
        let images = images.filter_map(|shown| {
            let path = shown.image.paths(shown.purpose)?.0;
            let is_new = !seen.contains(&path);
            seen.push(path);
            is_new.then(|| ImageWeight {
                bytes: self.image_bytes(&shown),
                destination: shown.destination,
                location: shown.location,
            })
        });
        images.collect()
    }

    fn image_bytes(&self, shown: &ShownImage<'_>) -> u64 {
        let image = &shown.image;
        let Some(order) = image.order(self.site, shown.purpose) else {
            return image.file.size;
        };
        let made = match self.waits {
            true => Some(self.studio.make(&order)),
            false => self.studio.known(&order),
        };
        let Some(Ok(made)) = made else {
            return 0;
        };
        match image.head.kind {
            // Hosts compress what is text.
            ImageKind::Vector => compressed(&made.fallback),
            ImageKind::Photo | ImageKind::Drawing => made.bytes(),
        }
    }
}
