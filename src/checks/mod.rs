//! Checks: what an editor should know before a site is published, one file per rule.
//!
//! [`RULES`](rules::RULES) is the one list of rules, each with what it looks at: a page, a site, what a build
//! renders. What is wrong with a single file (its YAML, its dates) is found when it is read.

mod contacts;
mod expired;
mod footnotes;
mod form_online_only;
mod future_review;
mod heading_order;
mod hours_in_words;
mod hours_replaced;
mod hours_slip;
mod images;
mod jargon;
mod likest;
mod links;
mod long_paragraph;
mod long_sentence;
mod missing_date;
mod names;
mod never_reviewed;
mod no_counter;
mod no_route;
mod online_only;
mod postal_order;
mod premium_number;
mod raw_html;
mod rendering;
mod replaced_sheet;
mod rules;
mod sheets;
mod stale;
mod template_text;
mod translation_behind;
mod undefined_acronym;
mod unknown_price;
mod unpublished_file;
mod unread_link;
mod unread_mark;
mod unreadable_hours;
mod unrecorded_edition;
mod untranslated;
mod vague_link;
mod verdict;
mod weight;

use rayon::prelude::*;

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::site::{PageId, Site};

pub use rendering::{Outcome, Rendering, check_found};
use rules::{Stage, running};
pub use verdict::judge;

/// Which rules to run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scope {
    /// All of them.
    #[default]
    All,
    /// Those that decide publication: advice on writing only if the site has made it an error.
    Publishing,
}

impl Scope {
    /// Whether to run the rule of this code.
    pub fn holds(self, site: &Site, code: Code) -> bool {
        self == Self::All || !code.is_advice() || site.config.severity(code) == Severity::Error
    }
}

/// Runs the rules on an assembled site: on every page, on its other files, and on the whole.
pub fn check(site: &Site, scope: Scope) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = (0..site.pages.len())
        .into_par_iter()
        .flat_map_iter(|index| {
            let id = PageId(u32::try_from(index).unwrap_or(u32::MAX));
            check_page(site, id, scope)
        })
        .collect();
    for stage in running(site, scope) {
        match stage {
            Stage::File(rule) => {
                let files = site.written.iter();
                files.for_each(|file| rule(site, file, &mut found));
            }
            Stage::Site(rule) => found.extend(rule(site)),
            Stage::Page(_)
            | Stage::Sheets(_)
            | Stage::Rendered(_)
            | Stage::Build(_)
            | Stage::Found(_) => {}
        }
    }
    found
}

/// Runs the rules on one page.
pub fn check_page(site: &Site, id: PageId, scope: Scope) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for stage in running(site, scope) {
        if let Stage::Page(rule) = stage {
            rule(site, id, &mut found);
        }
    }
    found
}
