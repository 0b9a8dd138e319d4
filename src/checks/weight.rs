//! `page-too-heavy`: a page with its images must arrive in one flight of packets. `oversized-image`: no image
//! may take all of that.

use std::sync::Mutex;

use crate::diagnostics::{Code, Diagnostic, Location};
use crate::outputs::{ImageWeight, Renderer, Weight, compressed, compressed_at_most};
use crate::site::{Output, OutputPath, Site};

/// Collects the weight of pages while several threads render them.
///
/// Compressing 10 000 pages takes as long as rendering them. Pages that a quick upper bound shows to be
/// within the budget are not measured; of those, only the few largest are compressed, for the summary.
#[derive(Default)]
pub struct PageWeights(Mutex<Gathered>);

#[derive(Default)]
struct Gathered {
    measured: Vec<Weight>,
    /// Largest first.
    largest: Vec<(usize, OutputPath, Vec<u8>)>,
}

/// Lists compress better than running text: the largest page need not be the heaviest, but the heaviest is
/// among these.
const LARGEST: usize = 8;

impl PageWeights {
    /// Records a rendered output, and returns what is wrong with its images.
    pub fn add(
        &self,
        renderer: &Renderer<'_>,
        path: &OutputPath,
        output: &Output,
        bytes: &[u8],
    ) -> Vec<Diagnostic> {
        if !output.is_page() {
            return Vec::new();
        }
        let site = renderer.site();
        let images = renderer.images_of(output);
        let found = oversized(site, &images);
        let images: u64 = images.iter().map(|image| image.bytes).sum();
        let budget = u64::from(site.config.page_budget());
        let heavy = compressed_at_most(bytes, budget) + images > budget;
        let measured = heavy.then(|| Weight {
            bytes: compressed(bytes) + images,
            path: path.clone(),
        });
        // A thread that panicked while holding the lock has left nothing half done.
        let mut gathered = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        match measured {
            Some(weight) => gathered.measured.push(weight),
            None => {
                let largest = &mut gathered.largest;
                let order =
                    |size: usize, path: &OutputPath| (std::cmp::Reverse(size), path.clone());
                let key = order(bytes.len(), path);
                let at = largest.partition_point(|(size, other, _)| order(*size, other) < key);
                if at < LARGEST {
                    largest.insert(at, (bytes.len(), path.clone(), bytes.to_vec()));
                    largest.truncate(LARGEST);
                }
            }
        }
        found
    }

    /// The measured pages, heaviest first.
    pub fn finish(self) -> Vec<Weight> {
        let gathered = self
            .0
            .into_inner()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let mut weights = gathered.measured;
        let largest = gathered.largest.into_iter();
        weights.extend(largest.map(|(_, path, bytes)| Weight {
            bytes: compressed(&bytes),
            path,
        }));
        weights.sort_by(|a, b| b.cmp(a));
        weights
    }
}

/// `oversized-image`: one that cannot be made light enough, or that is published unchanged.
fn oversized(site: &Site, images: &[ImageWeight<'_>]) -> Vec<Diagnostic> {
    let budget = u64::from(site.config.image_budget());
    let heavy = images.iter().filter(|image| image.bytes > budget);
    heavy
        .map(|image| {
            Diagnostic::new(Code::OversizedImage, image.location.clone())
                .with("image", image.destination)
                .with("size", image.bytes.div_ceil(1000).to_string())
                .with("budget", (budget / 1000).to_string())
        })
        .collect()
}

/// What is wrong with the weights of a site's pages, and the heaviest pages.
pub fn heaviest(site: &Site, weights: &[Weight]) -> (Vec<Diagnostic>, Option<Weight>) {
    let budget = u64::from(site.config.page_budget());
    let found = weights
        .iter()
        .filter(|weight| weight.bytes > budget)
        .map(|weight| {
            let path = match site.output(&weight.path) {
                Some(Output::Page(id)) => site.page(*id).document.file.path.clone(),
                _ => weight.path.to_string(),
            };
            Diagnostic::new(Code::PageTooHeavy, Location::File(path))
                .with("weight", weight.bytes.to_string())
                .with("budget", budget.to_string())
        })
        .collect();
    (found, weights.first().cloned())
}
