//! The one list of rules: the codes that each may report, and the stage at which it runs.

use super::rendering::{Built, Rendered};
use super::*;
use crate::model::WrittenFile;
use crate::outputs::Renderer;

/// Whether the rule of a code was run at all.
pub(super) type Ran<'f> = &'f dyn Fn(Code) -> bool;

/// When a rule runs, and what it looks at.
#[derive(Clone, Copy)]
pub(super) enum Stage {
    /// Each page of an assembled site; in the preview, the page that is shown.
    Page(fn(&Site, PageId, &mut Vec<Diagnostic>)),
    /// Each file of an assembled site that is not a page: the configuration, a glossary.
    File(fn(&Site, &WrittenFile, &mut Vec<Diagnostic>)),
    /// An assembled site as a whole.
    Site(fn(&Site) -> Vec<Diagnostic>),
    /// A site whose sheets are printed, before anything is rendered.
    Sheets(fn(&Renderer<'_>, &mut Vec<Diagnostic>)),
    /// Each page of the published site, once it is rendered.
    Rendered(fn(&Rendered<'_>, &mut Vec<Diagnostic>)),
    /// A site of which everything is rendered.
    Build(fn(&Site, &Built, &mut Vec<Diagnostic>)),
    /// What all other rules have found.
    Found(fn(&Site, &[Diagnostic], Ran<'_>) -> Vec<Diagnostic>),
}

/// Every rule. What else may be reported is found while files are read, printed or imported.
pub(super) const RULES: &[(&[Code], Stage)] = &[
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
    (&[Code::UnknownSheet], Stage::Page(sheets::check)),
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
    (&[Code::NoCounter], Stage::Site(no_counter::check)),
    (&[Code::UnknownSheet], Stage::Site(sheets::check_defaults)),
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
        &[Code::UnrecordedEdition],
        Stage::Sheets(unrecorded_edition::check),
    ),
    (&[Code::OversizedImage], Stage::Rendered(weight::oversized)),
    (&[Code::PageTooHeavy], Stage::Build(weight::too_heavy)),
    (&[Code::ReplacedSheet], Stage::Build(replaced_sheet::check)),
    (&[Code::UnusedException], Stage::Found(verdict::unused)),
];

/// The rules that run on a site within a scope.
pub(super) fn running(site: &Site, scope: Scope) -> impl Iterator<Item = Stage> {
    let rules = RULES.iter();
    let running = rules.filter(move |(codes, _)| codes.iter().any(|code| scope.holds(site, *code)));
    running.map(|(_, stage)| *stage)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::catalogue::Catalogue;
    use crate::diagnostics::explanations;
    use crate::language::Language;

    /// Rules that no function of the list can find, and where they are found instead.
    const ELSEWHERE: &[(Code, &str)] = &[
        (Code::AsMeant, "reading a file"),
        (Code::UnsafeSvg, "reading a drawing"),
        (Code::OwnAddress, "listing the outputs"),
        (Code::DoesNotFit, "printing a sheet"),
        (Code::CutOff, "printing a sheet"),
        (Code::NoGlyph, "printing a sheet"),
        (Code::SheetTooHeavy, "printing a sheet"),
        (Code::SheetRemark, "printing a sheet"),
        (Code::SheetFailed, "printing a sheet"),
    ];

    /// All that a diagnostic needs besides its line in the table of codes, and does not have.
    #[test]
    fn each_diagnostic_has_all_that_it_needs() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let read = |path: &str| std::fs::read_to_string(root.join(path)).unwrap_or_default();
        let index = read("docs/checks.md");
        // The diagnostics without a case are named there, with the reason.
        let remedies = read("crates/cli/tests/remedies.rs");
        assert!(!index.is_empty() && !remedies.is_empty());
        let languages = [Language::french(), Language::english()];
        let mut missing = Vec::new();
        for code in Code::ALL {
            let name = code.name();
            let mut require = |is_there: bool, what: String| {
                if !is_there {
                    missing.push(format!("{name}: {what}"));
                }
            };
            for language in languages {
                let source = read(&format!("src/messages/{language}.ftl"));
                let (words, _) = Catalogue::new(language, &[&source]);
                for key in [name.to_owned(), format!("{name}.help")] {
                    let is_there = words.find(&key, &[]).is_some();
                    require(is_there, format!("`{key}` in src/messages/{language}.ftl"));
                }
            }
            let has_case = root.join("tests/remedies").join(name).is_dir()
                || remedies.contains(&format!("Code::{code:?},"));
            require(has_case, format!("a case tests/remedies/{name}"));
            if !code.is_adjustable() {
                continue;
            }
            for language in languages {
                let page = explanations::page(*code, language);
                let is_there = page.starts_with(&format!("# {name}\n"));
                require(is_there, format!("a page docs/rules/{language}/{name}.md"));
            }
            let entry = format!("](rules/en/{name}.md)");
            require(
                index.contains(&entry),
                "a line in docs/checks.md".to_owned(),
            );
            let has_rule = RULES.iter().any(|(codes, _)| codes.contains(code))
                || ELSEWHERE.iter().any(|(other, _)| other == code);
            require(has_rule, "a function in src/checks/rules.rs".to_owned());
        }
        assert!(missing.is_empty(), "missing:\n{}", missing.join("\n"));
    }

    /// What advises runs only for the writer: a rule is advice as a whole, or not at all.
    #[test]
    fn no_rule_is_advice_in_part() {
        for (codes, _) in RULES {
            let advice = codes.iter().filter(|code| code.is_advice()).count();
            assert!(advice == 0 || advice == codes.len(), "{codes:?}");
        }
    }
}
