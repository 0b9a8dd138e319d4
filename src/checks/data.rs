//! `incomplete-data`: a page that a vocabulary of the published data cannot take. `data-without-address`: data that
//! are asked for on a site without an address.

use std::collections::BTreeSet;

use crate::diagnostics::{Code, Diagnostic};
use crate::model::DataVocabulary;
use crate::outputs::data::{DataGap, Offer, gaps};
use crate::site::Site;

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let Some(asked) = site.config.data.first() else {
        return Vec::new();
    };
    if site.config.base_url.is_none() {
        let found = Diagnostic::new(Code::DataWithoutAddress, asked.location.clone());
        return vec![found];
    }
    let offer = Offer::of(site);
    let vocabularies: BTreeSet<DataVocabulary> = site.vocabularies().collect();
    let found = vocabularies.into_iter().flat_map(|vocabulary| {
        let gaps = gaps(&offer, vocabulary).into_iter();
        gaps.map(move |(id, gap)| {
            let place = site.page(id).document.file_place(&(0..3));
            let found = Diagnostic::new(Code::IncompleteData, place)
                .with("vocabulary", vocabulary.title())
                .with("gap", gap.name());
            match gap {
                DataGap::Authority => found.help("help-authority"),
                DataGap::Title => found.help("help-title"),
                DataGap::Summary => found.help("help-summary"),
                DataGap::Day => found.with("today", site.day.to_string()).help("help-day"),
                DataGap::Counter => found,
            }
        })
    });
    found.collect()
}
