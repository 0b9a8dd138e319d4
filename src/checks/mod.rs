//! Checks: what an editor should know before a site is published, one file per rule.
//!
//! `RULES` is the one list of rules, each with what it looks at: a page, a site, what a build
//! renders; or, for what is found elsewhere, with where.

mod contacts;
mod data;
mod duplicate_sheet;
mod expired;
mod footnotes;
mod form_online_only;
mod from_dataset;
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
mod no_address;
mod no_counter;
mod no_route;
mod offers;
mod online_only;
mod postal_order;
mod premium_number;
mod raw_html;
mod rendering;
mod replaced_sheet;
mod sheets;
mod stage;
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

pub use rendering::{Outcome, RenderingRules, check_found};
use stage::Stage;
pub use verdict::judge;

/// Every rule, all that a site can switch off or make an error among them. Other diagnostics are mistakes that prevent reading,
/// printing or importing something, and are reported where that is done.
const RULES: &[(&[Code], Stage)] = &[
    (&[Code::Expired], Stage::Page(expired::check)),
    (&[Code::Footnote], Stage::Page(footnotes::check)),
    (
        &[Code::FormOnlineOnly],
        Stage::Page(form_online_only::check),
    ),
    (&[Code::FutureReview], Stage::Page(future_review::check)),
    (&[Code::HeadingOrder], Stage::Page(heading_order::check)),
    (&[Code::HoursInWords], Stage::Page(hours_in_words::check)),
    (&[Code::HoursReplaced], Stage::Page(hours_replaced::check)),
    (&[Code::HoursSlip], Stage::Page(hours_slip::check)),
    (
        &[
            Code::MissingAlt,
            Code::MissingImage,
            Code::MovingImage,
            Code::UnknownImageStyle,
        ],
        Stage::Page(images::check),
    ),
    (
        &[Code::DeadLink, Code::DeadAnchor, Code::UnsafeLink],
        Stage::Page(links::check),
    ),
    (&[Code::MissingDate], Stage::Page(missing_date::check)),
    (
        &[
            Code::UnknownOrganization,
            Code::UnknownTopic,
            Code::UnknownCampaign,
        ],
        Stage::Page(names::check),
    ),
    (&[Code::NeverReviewed], Stage::Page(never_reviewed::check)),
    (&[Code::NoRoute], Stage::Page(no_route::check)),
    (&[Code::OnlineOnly], Stage::Page(online_only::check)),
    (&[Code::PostalOrder], Stage::Page(postal_order::check)),
    (&[Code::PremiumNumber], Stage::Page(premium_number::check)),
    (&[Code::RawHtml], Stage::Page(raw_html::check)),
    (
        &[Code::UnknownSheet, Code::UnknownValue],
        Stage::Page(sheets::check),
    ),
    (&[Code::Stale], Stage::Page(stale::check)),
    (&[Code::TemplateText], Stage::Page(template_text::check)),
    (
        &[Code::TranslationBehind],
        Stage::Page(translation_behind::check),
    ),
    (&[Code::UnknownPrice], Stage::Page(unknown_price::check)),
    (&[Code::UnreadLink], Stage::Page(unread_link::check)),
    (
        &[Code::UnreadMark, Code::ExtraCell, Code::HiddenText],
        Stage::Page(unread_mark::check),
    ),
    (
        &[Code::UnreadableHours],
        Stage::Page(unreadable_hours::check),
    ),
    (&[Code::Jargon], Stage::Page(jargon::check)),
    (&[Code::LongParagraph], Stage::Page(long_paragraph::check)),
    (&[Code::LongSentence], Stage::Page(long_sentence::check)),
    (
        &[Code::UndefinedAcronym],
        Stage::Page(undefined_acronym::check),
    ),
    (&[Code::Untranslated], Stage::Page(untranslated::check)),
    (&[Code::VagueLink], Stage::Page(vague_link::check)),
    (
        &[Code::UnknownOrganization],
        Stage::Site(names::check_publisher),
    ),
    (&[Code::NoAddress], Stage::Site(no_address::check)),
    (
        &[Code::IncompleteData, Code::DataWithoutAddress],
        Stage::Site(data::check),
    ),
    (&[Code::NoCounter], Stage::Site(no_counter::check)),
    (&[Code::DuplicateSheet], Stage::Site(duplicate_sheet::check)),
    (
        &[Code::UnknownSheet, Code::UnknownValue],
        Stage::Site(sheets::check_defaults),
    ),
    (
        &[Code::UnpublishedFile, Code::UnknownFolder],
        Stage::Site(unpublished_file::check),
    ),
    (&[Code::Jargon], Stage::File(jargon::check_file)),
    (
        &[Code::LongParagraph],
        Stage::File(long_paragraph::check_file),
    ),
    (
        &[Code::LongSentence],
        Stage::File(long_sentence::check_file),
    ),
    (
        &[Code::UndefinedAcronym],
        Stage::File(undefined_acronym::check_file),
    ),
    (&[Code::UnusedImage], Stage::Site(images::unused)),
    (
        &[Code::MissingImage, Code::MissingAlt],
        Stage::Site(images::of_configuration),
    ),
    (
        &[Code::UnrecordedEdition],
        Stage::Sheets(unrecorded_edition::check),
    ),
    (&[Code::OversizedImage], Stage::Rendered(weight::oversized)),
    (&[Code::PageTooHeavy], Stage::Build(weight::too_heavy)),
    (&[Code::ReplacedSheet], Stage::Build(replaced_sheet::check)),
    (&[Code::UnusedException], Stage::Found(verdict::unused)),
    (&[Code::AsMeant, Code::UnsafeSvg], Stage::Reading),
    (&[Code::OwnAddress], Stage::Listing),
    (
        &[
            Code::CutOff,
            Code::DoesNotFit,
            Code::NoGlyph,
            Code::SheetFailed,
            Code::SheetRemark,
            Code::SheetTooHeavy,
        ],
        Stage::Printing,
    ),
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

/// The rules that run on a site within a scope.
fn running(site: &Site, scope: Scope) -> impl Iterator<Item = Stage> {
    let rules = RULES.iter();
    let running = rules.filter(move |(codes, _)| codes.iter().any(|code| scope.holds(site, *code)));
    running.map(|(_, stage)| *stage)
}

/// Runs the rules on an assembled site: on every page, on its other files, and on the whole.
pub fn check(site: &Site, scope: Scope) -> Vec<Diagnostic> {
    check_while(site, scope, &|| true).unwrap_or_default()
}

/// As [`check`], until `is_wanted` says no more: it is asked before each page and each rule about the whole site. `None`
/// if it did.
pub fn check_while(
    site: &Site,
    scope: Scope,
    is_wanted: &(dyn Fn() -> bool + Sync),
) -> Option<Vec<Diagnostic>> {
    let of_pages: Option<Vec<Vec<Diagnostic>>> = (0..site.pages.len())
        .into_par_iter()
        .map(|index| {
            let id = PageId(u32::try_from(index).unwrap_or(u32::MAX));
            is_wanted().then(|| check_page(site, id, scope))
        })
        .collect();
    let mut found: Vec<Diagnostic> = of_pages?.into_iter().flatten().collect();
    for stage in running(site, scope) {
        if !is_wanted() {
            return None;
        }
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
            | Stage::Found(_)
            | Stage::Reading
            | Stage::Listing
            | Stage::Printing => {}
        }
    }
    Some(found)
}

/// Whether only rules about the whole site find this: [`check_page`] does not.
pub fn is_of_whole_site(code: Code) -> bool {
    is_outside_pages(code) && !is_found_by(code, |stage| matches!(stage, Stage::Page(_)))
}

/// Whether a rule finds this in files that are no pages, or in the site as a whole.
pub fn is_outside_pages(code: Code) -> bool {
    is_found_by(code, |stage| {
        matches!(stage, Stage::Site(_) | Stage::File(_))
    })
}

fn is_found_by(code: Code, is_stage: fn(&Stage) -> bool) -> bool {
    let mut rules = RULES.iter();
    rules.any(|(codes, stage)| codes.contains(&code) && is_stage(stage))
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
