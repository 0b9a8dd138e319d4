//! What a page weighs on the line.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::site::{OutputPath, PageId, Site};

/// The weight of an output.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weight {
    /// Bytes after gzip, with the images that the page loads.
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
    // Writing to a vector does not fail; if it did, the text's own size would be an honest answer.
    match encoder.write_all(content).and_then(|()| encoder.finish()) {
        Ok(bytes) => bytes.len() as u64,
        Err(_) => content.len() as u64,
    }
}

/// An upper bound of [`compressed`], at a hundredth of its cost: what the text would take if each byte were coded by
/// its frequency alone (Shannon's entropy of order zero), with room for the tables of deflate's blocks.
///
/// Deflate codes repetitions besides, so that real pages take half of this bound. A text that is within `budget` as it
/// stands is not looked at; where the bound is above it, gzip's quickest level gives a closer one.
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
    // Huffman codes have whole bits: a twentieth more than the entropy is ample for text, 400 bytes for the tables.
    (bits / 8.0 * 1.05) as u64 + 400
}

impl Site {
    /// Bytes of the images that a page loads.
    pub fn image_bytes(&self, id: PageId) -> u64 {
        let document = &self.page(id).document;
        let article_image = document
            .article()
            .and_then(|article| article.image.as_ref())
            .map(|image| image.src.text.as_str());
        let images = document
            .texts()
            .flat_map(|text| &text.facts.images)
            .map(|image| image.destination.as_str());
        let mut seen: Vec<&str> = Vec::new();
        images
            .chain(article_image)
            .filter_map(|destination| {
                let (file, _) = self.image(id, destination)?;
                let new = !seen.contains(&file.shown.as_str());
                seen.push(&file.shown);
                new.then_some(file.size)
            })
            .sum()
    }
}
