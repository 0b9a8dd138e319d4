//! Site → its coverage: which routes each procedure has, and how many procedures have none offline.
//!
//! The figures can be quoted, because each is the length of a list of guides. Guides of `nature: information`
//! have no routes of their own and are counted separately.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use crate::language::Language;
use crate::markdown::slug;
use crate::model::values::Date;
use crate::model::{Route, Routes};
use crate::records::{CoverageRecord, EarlierReport};
use crate::site::{GroupKind, PageId, Site};

/// The coverage of a site's guides in one language.
pub struct Coverage {
    /// The day of the report.
    pub day: Date,
    /// Every guide, by title.
    pub guides: Vec<GuideCoverage>,
    /// What has changed since an earlier report, if there is one.
    pub changes: Option<CoverageChanges>,
}

/// What a report says about one guide.
#[derive(Debug, Clone, PartialEq)]
pub struct GuideCoverage {
    /// Its page.
    pub page: PageId,
    /// Its file.
    pub file: String,
    /// Its title, as written.
    pub title: String,
    /// The title of its topic.
    pub topic: Option<String>,
    /// The competent authority.
    pub authority: Option<String>,
    /// Its routes.
    pub routes: Routes,
    /// Whether it is information only.
    pub informs: bool,
    /// Whether it declares that its only route is online.
    pub declared_online_only: bool,
    /// When it was last checked.
    pub reviewed: Option<Date>,
    /// Whether its review is overdue, or it is no longer valid.
    pub out_of_date: bool,
}

/// How many procedures have which routes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Guides to a procedure.
    pub procedures: usize,
    /// Of these, how many can be done in person.
    pub in_person: usize,
    /// By post.
    pub paper: usize,
    /// By telephone.
    pub phone: usize,
    /// Online.
    pub online: usize,
    /// By at least one offline route.
    pub off_line: usize,
    /// Only online.
    pub online_only: usize,
    /// By no named route.
    pub no_route: usize,
    /// Guides that are information only: not among the procedures.
    pub information: usize,
}

/// What has changed between two reports, as files of guides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CoverageChanges {
    /// The day of the earlier report.
    pub since: Date,
    /// The totals then.
    pub before: Totals,
    /// New guides.
    pub added: Vec<String>,
    /// Guides that are gone, with their last titles.
    pub withdrawn: Vec<(String, String)>,
    /// Procedures that have gained a route, with its name.
    pub gained: Vec<(String, Route)>,
    /// Procedures that have lost a route.
    pub lost: Vec<(String, Route)>,
}

impl GuideCoverage {
    /// The readability of the guide ([`crate::markdown::lix`]); `None` if it is too short to measure.
    pub fn lix(&self, site: &Site) -> Option<u32> {
        site.page(self.page).document.lix()
    }
}

impl Totals {
    /// Counts some guides.
    pub fn of(guides: impl Iterator<Item = (Routes, bool)>) -> Self {
        let mut totals = Self::default();
        for (routes, informs) in guides {
            if informs {
                totals.information += 1;
                continue;
            }
            totals.procedures += 1;
            totals.in_person += usize::from(routes.in_person);
            totals.paper += usize::from(routes.paper);
            totals.phone += usize::from(routes.phone);
            totals.online += usize::from(routes.online);
            totals.off_line += usize::from(routes.off_line());
            totals.online_only += usize::from(routes.online && !routes.off_line());
            totals.no_route += usize::from(routes.is_empty());
        }
        totals
    }

    /// How many have this route.
    pub fn route(&self, route: Route) -> usize {
        match route {
            Route::InPerson => self.in_person,
            Route::Paper => self.paper,
            Route::Phone => self.phone,
            Route::Online => self.online,
        }
    }

    /// `count` as a percentage of the procedures, rounded to the nearest; but less than all is never 100, and
    /// more than none is never 0. `None` if there is no procedure.
    pub fn percent(&self, count: usize) -> Option<usize> {
        let of = self.procedures;
        let percent = (200 * count + of).checked_div(2 * of)?;
        Some(match percent {
            100 if count < of => 99,
            0 if count > 0 => 1,
            percent => percent,
        })
    }
}

impl Coverage {
    /// The report on the guides of a language.
    pub fn of(site: &Site, language: Language) -> Self {
        let mut guides: Vec<(&str, GuideCoverage)> = site
            .pages_with_id()
            .filter(|(_, page)| page.document.language == language && !page.document.is_index)
            .filter_map(|(id, page)| Some((&*page.document.sort_key, guide(site, id)?)))
            .collect();
        guides.sort_by(|(a, first), (b, second)| (a, &first.file).cmp(&(b, &second.file)));
        let guides: Vec<GuideCoverage> = guides.into_iter().map(|(_, guide)| guide).collect();
        let before = site.records.report_before(site.day);
        Self {
            day: site.day,
            changes: before.map(|before| changes(site, language, before, &guides)),
            guides,
        }
    }

    /// The totals of all guides.
    pub fn totals(&self) -> Totals {
        totals(self.guides.iter())
    }

    /// The totals of each topic, by name; guides without one come last, under an empty name.
    pub fn by_topic(&self) -> Vec<(Option<&str>, Totals)> {
        self.by(|guide| guide.topic.as_deref())
    }

    /// The totals of each authority, likewise.
    pub fn by_authority(&self) -> Vec<(Option<&str>, Totals)> {
        self.by(|guide| guide.authority.as_deref())
    }

    fn by<'c>(
        &'c self,
        key: impl Fn(&'c GuideCoverage) -> Option<&'c str>,
    ) -> Vec<(Option<&'c str>, Totals)> {
        type GuidesByGroup<'c> = (Option<&'c str>, Vec<&'c GuideCoverage>);
        let mut groups: BTreeMap<(bool, String), GuidesByGroup<'_>> = BTreeMap::new();
        for guide in &self.guides {
            let name = key(guide);
            let sorted = (name.is_none(), slug(name.unwrap_or_default()));
            groups
                .entry(sorted)
                .or_insert((name, Vec::new()))
                .1
                .push(guide);
        }
        let groups = groups.into_values();
        groups
            .map(|(name, guides)| (name, totals(guides.into_iter())))
            .collect()
    }

    /// The procedures that are possible only online.
    pub fn online_only(&self) -> impl Iterator<Item = &GuideCoverage> {
        self.procedures()
            .filter(|guide| guide.routes.online && !guide.routes.off_line())
    }

    /// The procedures whose guide names no route.
    pub fn no_route(&self) -> impl Iterator<Item = &GuideCoverage> {
        self.procedures().filter(|guide| guide.routes.is_empty())
    }

    fn procedures(&self) -> impl Iterator<Item = &GuideCoverage> {
        self.guides.iter().filter(|guide| !guide.informs)
    }
}

fn totals<'g>(guides: impl Iterator<Item = &'g GuideCoverage>) -> Totals {
    Totals::of(guides.map(|guide| (guide.routes, guide.informs)))
}

fn guide(site: &Site, id: PageId) -> Option<GuideCoverage> {
    let page = site.page(id);
    let document = &page.document;
    let guide = document.guide()?;
    let groups = page.groups.iter();
    let mut groups = groups.map(|(group, _)| &site.groups[*group as usize]);
    let topic = groups.find(|group| group.kind == GroupKind::Topic);
    Some(GuideCoverage {
        page: id,
        file: document.file.path.clone(),
        title: document.common.title.clone(),
        topic: topic.map(|topic| topic.title.clone()),
        authority: guide.authority.clone(),
        routes: guide.routes(),
        informs: guide.informs(),
        declared_online_only: guide.online_only.is_some(),
        reviewed: document.common.reviewed_on(),
        out_of_date: site.is_stale(document) || site.is_expired(document),
    })
}

fn changes(
    site: &Site,
    language: Language,
    before: &EarlierReport,
    now: &[GuideCoverage],
) -> CoverageChanges {
    let of_language = |guide: &&CoverageRecord| site.language_of_file(&guide.file) == language;
    let earlier: Vec<&CoverageRecord> = before.guides.iter().filter(of_language).collect();
    let then: HashMap<&str, &CoverageRecord> = earlier
        .iter()
        .copied()
        .map(|guide| (guide.file.as_str(), guide))
        .collect();
    let files: BTreeSet<&str> = now.iter().map(|guide| guide.file.as_str()).collect();
    let mut changes = CoverageChanges {
        since: before.day,
        before: Totals::of(earlier.iter().map(|guide| (guide.routes, guide.informs))),
        ..CoverageChanges::default()
    };
    for guide in now {
        let Some(then) = then.get(guide.file.as_str()) else {
            changes.added.push(guide.file.clone());
            continue;
        };
        for route in Route::ALL {
            match (then.routes.has(route), guide.routes.has(route)) {
                (false, true) => changes.gained.push((guide.file.clone(), route)),
                (true, false) => changes.lost.push((guide.file.clone(), route)),
                _ => {}
            }
        }
    }
    let gone = earlier.iter();
    let gone = gone.filter(|guide| !files.contains(guide.file.as_str()));
    changes.withdrawn = gone
        .map(|guide| (guide.file.clone(), guide.title.clone()))
        .collect();
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_never_rounded_to_all_or_nothing() {
        let percent = |count, procedures| {
            let totals = Totals {
                procedures,
                ..Totals::default()
            };
            totals.percent(count)
        };
        assert_eq!(percent(11, 196), Some(6));
        assert_eq!(percent(999, 1000), Some(99));
        assert_eq!(percent(1, 1000), Some(1));
        assert_eq!((percent(0, 3), percent(3, 3)), (Some(0), Some(100)));
        assert_eq!(percent(0, 0), None);
    }
}
