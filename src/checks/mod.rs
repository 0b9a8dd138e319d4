//! What an editor should know before a site is published: one file a rule.
//!
//! A rule looks at one page of an assembled site and adds what is wrong with it. What is wrong with a file by itself
//! (its YAML, its dates) is found when it is read; what only the whole site can show is found here.

mod footnotes;
mod heading_order;
mod images;
mod links;
mod missing_date;
mod names;
mod raw_html;
mod sheets;
mod weight;

use rayon::prelude::*;

use crate::diagnostics::Diagnostic;
use crate::site::{PageId, Site};

pub use weight::{PageWeights, heaviest};

/// A rule: what it adds for one page.
type Rule = fn(&Site, PageId, &mut Vec<Diagnostic>);

/// Every rule about pages.
const RULES: &[Rule] = &[
    footnotes::check,
    heading_order::check,
    images::check,
    links::check,
    missing_date::check,
    names::check,
    raw_html::check,
    sheets::check,
];

/// Runs every rule on every page.
pub fn check(site: &Site) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = (0..site.pages.len())
        .into_par_iter()
        .flat_map_iter(|index| {
            let id = PageId(u32::try_from(index).unwrap_or(u32::MAX));
            check_page(site, id)
        })
        .collect();
    found.extend(names::check_publisher(site));
    sheets::check_defaults(site, &mut found);
    found
}

/// Runs every rule on one page.
pub fn check_page(site: &Site, id: PageId) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        rule(site, id, &mut found);
    }
    found
}
