//! What a vocabulary requires of a service or an organization, and a page does not say.

use super::offer::{Offer, OfferedOrganization, OfferedService, Versions};
use crate::model::DataVocabulary;
use crate::site::PageId;

/// What is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DataGap {
    /// The competent authority.
    Authority,
    /// A title of more than two letters.
    Title,
    /// A text, or a summary.
    Summary,
    /// The day of the last check, in this century and not in the future.
    Day,
    /// An organization of the directory, itself without gaps, to which a route leads.
    Counter,
}

impl DataGap {
    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Authority => "authority",
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Day => "day",
            Self::Counter => "counter",
        }
    }
}

/// The pages that a vocabulary cannot take, in the order of their files, each with all that it misses.
pub fn gaps(offer: &Offer<'_>, vocabulary: DataVocabulary) -> Vec<(PageId, DataGap)> {
    let all = |id: PageId, gaps: Vec<DataGap>| gaps.into_iter().map(move |gap| (id, gap));
    let services = offer.services.iter().flat_map(|service| {
        let gaps = match vocabulary {
            DataVocabulary::CpsvAp => of_public_service(service),
            DataVocabulary::Hsds => Vec::new(),
            DataVocabulary::DataInclusion => of_inclusion_service(offer, service),
        };
        all(service.versions.id, gaps)
    });
    let organizations = offer.organizations.iter().flat_map(|organization| {
        let gaps = match vocabulary {
            DataVocabulary::CpsvAp | DataVocabulary::Hsds => Vec::new(),
            DataVocabulary::DataInclusion => of_structure(offer, organization),
        };
        all(organization.versions.id, gaps)
    });
    let mut found: Vec<_> = services.chain(organizations).collect();
    found.sort_unstable();
    found
}

/// What CPSV-AP requires of a Public Service: a description and a competent authority.
pub fn of_public_service(service: &OfferedService<'_>) -> Vec<DataGap> {
    let authority = service
        .guide
        .authority
        .is_none()
        .then_some(DataGap::Authority);
    authority
        .into_iter()
        .chain(of_summary(service.versions.summary(), 1))
        .collect()
}

/// What data·inclusion requires of a structure: a name, and the day of its last change.
pub fn of_structure(offer: &Offer<'_>, organization: &OfferedOrganization<'_>) -> Vec<DataGap> {
    of_both(offer, &organization.versions)
}

/// What data·inclusion requires of a service: a name, a description, the day of its last change, and a structure that offers it.
pub fn of_inclusion_service(offer: &Offer<'_>, service: &OfferedService<'_>) -> Vec<DataGap> {
    let mut known = service
        .channels
        .iter()
        .filter_map(|channel| channel.organization);
    let is_known = known.any(|at| {
        let organization = offer.organizations.get(at);
        organization.is_some_and(|organization| of_structure(offer, organization).is_empty())
    });
    let mut gaps = of_both(offer, &service.versions);
    gaps.extend(of_summary(service.versions.summary(), 5));
    gaps.extend((!is_known).then_some(DataGap::Counter));
    gaps
}

/// What data·inclusion requires of both: a name of three characters, and a day in this century that is not to come.
fn of_both(offer: &Offer<'_>, versions: &Versions<'_>) -> Vec<DataGap> {
    let has_name = versions.title().trim_end_matches('.').chars().count() >= 3;
    let day = versions.day();
    let has_day = day.is_some_and(|day| day.0.year() >= 2000 && day <= offer.site.day);
    let name = (!has_name).then_some(DataGap::Title);
    let day = (!has_day).then_some(DataGap::Day);
    name.into_iter().chain(day).collect()
}

/// Whether a summary has fewer than this many characters.
fn of_summary(summary: &str, least: usize) -> Option<DataGap> {
    (summary.chars().count() < least).then_some(DataGap::Summary)
}
