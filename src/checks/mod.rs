//! Checks: what an editor should know before a site is published, one file per rule.
//!
//! A rule examines one page of an assembled site and adds what is wrong with it. What is wrong with a single
//! file (its YAML, its dates) is found when it is read; what needs the whole site is found here.

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
pub mod replaced_sheet;
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
pub mod unrecorded_edition;
mod untranslated;
mod vague_link;
mod verdict;
mod weight;

use rayon::prelude::*;

use crate::diagnostics::{Code, Diagnostic, Severity};
use crate::model::WrittenFile;
use crate::site::{PageId, Site};

pub use verdict::{judge, unused};
pub use weight::{PageWeights, heaviest};

/// A rule: what it adds for one page.
type Rule = fn(&Site, PageId, &mut Vec<Diagnostic>);

/// Every rule about pages.
const RULES: &[Rule] = &[
    expired::check,
    footnotes::check,
    form_online_only::check,
    future_review::check,
    heading_order::check,
    hours_in_words::check,
    hours_replaced::check,
    hours_slip::check,
    images::check,
    links::check,
    missing_date::check,
    names::check,
    never_reviewed::check,
    no_route::check,
    online_only::check,
    postal_order::check,
    premium_number::check,
    raw_html::check,
    sheets::check,
    stale::check,
    template_text::check,
    translation_behind::check,
    unknown_price::check,
    unread_link::check,
    unread_mark::check,
    unreadable_hours::check,
];

/// Every rule about how a text is written, with its code: advice for the writer.
const ADVICE: &[(Code, Rule)] = &[
    (Code::Jargon, jargon::check),
    (Code::LongParagraph, long_paragraph::check),
    (Code::LongSentence, long_sentence::check),
    (Code::UndefinedAcronym, undefined_acronym::check),
    (Code::Untranslated, untranslated::check),
    (Code::VagueLink, vague_link::check),
];

/// A rule about the words of a file that is not a page: the configuration, a glossary.
type FileRule = fn(&Site, &WrittenFile, &mut Vec<Diagnostic>);

/// The plain-language rules that check such files.
const FILE_ADVICE: &[(Code, FileRule)] = &[
    (Code::Jargon, jargon::check_file),
    (Code::LongParagraph, long_paragraph::check_file),
    (Code::LongSentence, long_sentence::check_file),
    (Code::UndefinedAcronym, undefined_acronym::check_file),
];

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

/// Runs the rules on every page.
pub fn check(site: &Site, scope: Scope) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = (0..site.pages.len())
        .into_par_iter()
        .flat_map_iter(|index| {
            let id = PageId(u32::try_from(index).unwrap_or(u32::MAX));
            check_page(site, id, scope)
        })
        .collect();
    found.extend(names::check_publisher(site));
    found.extend(no_counter::check(site));
    sheets::check_defaults(site, &mut found);
    found.extend(unpublished_file::check(site));
    for (code, rule) in FILE_ADVICE {
        if scope.holds(site, *code) {
            let files = site.written.iter();
            files.for_each(|file| rule(site, file, &mut found));
        }
    }
    if scope.holds(site, Code::UnusedImage) {
        found.extend(images::unused(site));
    }
    found
}

/// Runs the rules on one page.
pub fn check_page(site: &Site, id: PageId, scope: Scope) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        rule(site, id, &mut found);
    }
    for (code, rule) in ADVICE {
        if scope.holds(site, *code) {
            rule(site, id, &mut found);
        }
    }
    found
}
