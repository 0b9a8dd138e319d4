//! `page-too-heavy`: a page with its images must arrive in one flight of packets. `oversized-image`: no image
//! may take all of that.

use std::collections::BTreeMap;
use std::sync::Mutex;

use super::rendering::{Built, RenderedPage};
use crate::diagnostics::{Code, Diagnostic, Location};
use crate::outputs::{Weight, compressed, compressed_at_most};
use crate::site::{Output, OutputPath, PageId, Site};

/// Collects the weight of pages while several threads render them.
///
/// Compressing 10 000 pages takes as long as rendering them. Pages that a quick upper bound shows to be
/// within the budget are not measured; of those, only the few largest are compressed, for the summary.
#[derive(Default)]
pub(super) struct PageWeights(Mutex<GatheredWeights>);

#[derive(Default)]
struct GatheredWeights {
    measured: Vec<Weight>,
    /// Largest first.
    largest: Vec<(usize, OutputPath, Vec<u8>)>,
}

/// Lists compress better than running text: the largest page need not be the heaviest, but the heaviest is
/// among these.
const LARGEST: usize = 8;

impl PageWeights {
    /// Records a rendered page.
    pub(super) fn add(&self, page: &RenderedPage<'_>, path: &OutputPath, bytes: &[u8]) {
        let images: u64 = page.images.iter().map(|image| image.bytes).sum();
        let budget = u64::from(page.site.config.page_budget());
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
    }

    /// The measured pages, heaviest first.
    pub(super) fn finish(self) -> Vec<Weight> {
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
pub(super) fn oversized(page: &RenderedPage<'_>, found: &mut Vec<Diagnostic>) {
    let budget = u64::from(page.site.config.image_budget());
    let heavy = page.images.iter().filter(|image| image.bytes > budget);
    found.extend(heavy.map(|image| {
        Diagnostic::new(Code::OversizedImage, image.location.clone())
            .with("image", image.destination)
            .with("size", image.bytes.div_ceil(1000).to_string())
            .with("budget", (budget / 1000).to_string())
    }));
}

/// `page-too-heavy`: a page that exceeds the budget. Pages of a data set that nobody has added to are told once, at its section.
pub(super) fn too_heavy(site: &Site, built: &Built, found: &mut Vec<Diagnostic>) {
    let budget = u64::from(site.config.page_budget());
    let heavy = built.weights.iter().filter(|weight| weight.bytes > budget);
    let mut of_files: BTreeMap<PageId, Vec<u64>> = BTreeMap::new();
    let told = |path: String, bytes: u64| {
        Diagnostic::new(Code::PageTooHeavy, Location::File(path))
            .with("weight", bytes.to_string())
            .with("budget", budget.to_string())
    };
    for weight in heavy {
        let document = site
            .output(&weight.path)
            .and_then(Output::page)
            .map(|id| &site.page(id).document);
        let section = document
            .filter(|document| document.local.is_none())
            .and_then(|document| site.dataset_page(document));
        match (section, document) {
            (Some(section), _) => of_files.entry(section).or_default().push(weight.bytes),
            (None, Some(document)) => {
                let path = document.file.path.clone();
                found.push(told(path, weight.bytes).with("case", "page"));
            }
            (None, None) => {
                let path = weight.path.to_string();
                found.push(told(path, weight.bytes).with("case", "page"));
            }
        }
    }
    for (section, weights) in of_files {
        let document = &site.page(section).document;
        let file = document.dataset().and_then(|source| source.file.as_ref());
        let heaviest = weights.iter().max().copied().unwrap_or_default();
        found.push(
            told(document.file.path.clone(), heaviest)
                .with("case", "file")
                .with("file", file.map_or("", String::as_str))
                .with("count", weights.len().to_string())
                .help("help-file"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::values::Date;
    use crate::project::Project;
    use crate::site::Extent;

    #[test]
    fn the_largest_pages_are_weighed_in_whatever_order_they_are_rendered() {
        let folder = tempfile::tempdir().unwrap();
        let extent = Extent::on(Date(jiff::civil::date(2026, 11, 25)));
        let (site, _) = Project::read(folder.path()).site(extent);
        let page = RenderedPage {
            site: &site,
            images: Vec::new(),
        };
        let sizes = [9, 1, 9, 2, 7, 2, 3, 8, 6, 5];
        let mut pages: Vec<(usize, char)> = sizes.into_iter().zip('a'..).collect();
        for _ in 0..2 {
            let weights = PageWeights::default();
            for (size, name) in &pages {
                let path = OutputPath::new(format!("{name}.html")).unwrap();
                weights.add(&page, &path, &vec![b'x'; *size]);
            }
            let mut weighed: Vec<String> = weights
                .finish()
                .iter()
                .map(|weight| weight.path.to_string())
                .collect();
            weighed.sort_unstable();
            let largest = "acdeghij".chars().map(|name| format!("{name}.html"));
            assert_eq!(weighed, largest.collect::<Vec<_>>());
            pages.reverse();
        }
    }
}
