//! The coverage report as a page: figures, bars, and the lists of guides behind them.

use std::collections::HashMap;

use serde::Serialize;
use tera::Context;

use super::Scene;
use super::frame::Frame;
use super::lists::part_views;
use crate::coverage::{Coverage, CoverageChanges, GuideCoverage, Totals};
use crate::model::Route;
use crate::outputs::words::Words;
use crate::site::{LIST_LENGTH, PageId};

/// How much of the report is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extract {
    /// One part of the list of guides; the first also has the figures.
    Part(usize),
    /// All of it, for a file of its own.
    Whole,
}

#[derive(Serialize)]
struct GuideView {
    title: String,
    path: String,
    /// The names of the routes that it has.
    routes: Vec<String>,
    informs: bool,
    declared: bool,
    out_of_date: bool,
    /// Only in the stand-alone report.
    lix: Option<u32>,
}

/// How many procedures there are of one kind, as a bar.
#[derive(Serialize)]
struct BarView {
    label: String,
    /// Out of a hundred.
    percent: usize,
    /// Its length in words: `12 (80 %)`.
    said: String,
    /// Of a topic or an authority, how many procedures have each route.
    #[serde(skip_serializing_if = "Option::is_none")]
    routes: Option<[usize; 4]>,
}

#[derive(Serialize)]
struct ChangesView {
    since: String,
    /// The old and the new value, in a sentence.
    off_line: String,
    lists: Vec<ChangeList>,
}

#[derive(Serialize)]
struct ChangeList {
    title: String,
    entries: Vec<String>,
    /// How many more there are: the data has them.
    more: usize,
}

impl Scene<'_> {
    /// The coverage report.
    pub fn coverage(&self, extract: Extract) -> (&'static str, Frame, Context) {
        let words = self.voice.words;
        let Some(report) = self.renderer.coverage(self.language) else {
            return self.not_found();
        };
        let mut context = Context::new();
        let (shown, part) = match extract {
            Extract::Part(part) => {
                let shown = report.guides.chunks(LIST_LENGTH).nth(part);
                (shown.unwrap_or_default(), part)
            }
            Extract::Whole => (report.guides.as_slice(), 0),
        };
        // The readability of each text is for writers; a public page does without.
        let in_full = extract == Extract::Whole;
        let guides: Vec<GuideView> = shown
            .iter()
            .map(|guide| GuideView {
                lix: in_full.then(|| guide.lix(self.site)).flatten(),
                ..self.guide_view(guide, &words)
            })
            .collect();
        context.insert("in_full", &in_full);
        context.insert("guides", &guides);
        context.insert("day", &words.date(report.day));
        context.insert("is_first", &(part == 0));
        if part == 0 {
            self.figures(report, extract, &words, &mut context);
        }
        let path = |part| self.site.coverage_path(self.language, part);
        let parts = report.guides.len().div_ceil(LIST_LENGTH);
        let parts = match extract {
            Extract::Part(part) => part_views(parts, part, path),
            Extract::Whole => Vec::new(),
        };
        context.insert("parts", &parts);
        let frame = self.named_frame("coverage-title", "address-coverage", &words);
        ("coverage.html", frame, context)
    }

    fn figures(
        &self,
        report: &Coverage,
        extract: Extract,
        words: &Words<'_>,
        context: &mut Context,
    ) {
        let totals = report.totals();
        let count = |count: usize| share(count, &totals, words);
        context.insert("totals", &totals);
        context.insert("headline", &headline(&totals, words));
        context.insert(
            "sentence",
            &words.format(
                "coverage-sentence",
                &[
                    ("procedures", &totals.procedures.to_string()),
                    ("off_line", &count(totals.off_line)),
                    ("off_line_count", &totals.off_line.to_string()),
                    ("online_only", &totals.online_only.to_string()),
                ],
            ),
        );
        let routes = Route::ALL.map(|route| BarView {
            label: route_name(route, words),
            percent: totals.percent(totals.route(route)).unwrap_or_default(),
            said: count(totals.route(route)),
            routes: None,
        });
        context.insert("routes", &routes);
        context.insert("topics", &groups(&report.by_topic(), words));
        let authorities = report.by_authority();
        let named = authorities.iter().any(|(name, _)| name.is_some());
        let authorities = if named { authorities } else { Vec::new() };
        context.insert("authorities", &groups(&authorities, words));
        let listed = |guides: &mut dyn Iterator<Item = &GuideCoverage>| -> (Vec<GuideView>, usize) {
            let mut all: Vec<GuideView> =
                guides.map(|guide| self.guide_view(guide, words)).collect();
            let more = match extract {
                Extract::Part(_) => all.len().saturating_sub(LIST_LENGTH),
                Extract::Whole => 0,
            };
            all.truncate(all.len() - more);
            (all, more)
        };
        let (online_only, more) = listed(&mut report.online_only());
        context.insert("online_only", &online_only);
        context.insert("online_only_more", &more);
        let (no_route, more) = listed(&mut report.no_route());
        context.insert("no_route", &no_route);
        context.insert("no_route_more", &more);
        let changes = report.changes.as_ref();
        context.insert(
            "changes",
            &changes.map(|changes| self.changes(changes, report, &totals, words)),
        );
        let data = self.site.coverage_data_path(self.language).encoded();
        context.insert("data", &data);
    }

    fn guide_view(&self, guide: &GuideCoverage, words: &Words<'_>) -> GuideView {
        GuideView {
            title: words.title(self.site, guide.page),
            path: self.href(guide.page),
            routes: Route::ALL
                .into_iter()
                .filter(|route| guide.routes.has(*route))
                .map(|route| words.text(&format!("coverage-{}", route.message())))
                .collect(),
            informs: guide.informs,
            declared: guide.declared_online_only,
            out_of_date: guide.out_of_date,
            lix: None,
        }
    }

    fn changes(
        &self,
        changes: &CoverageChanges,
        report: &Coverage,
        now: &Totals,
        words: &Words<'_>,
    ) -> ChangesView {
        let guides = report.guides.iter();
        let titles: HashMap<&str, PageId> = guides
            .map(|guide| (guide.file.as_str(), guide.page))
            .collect();
        let title = |file: &str| match titles.get(file) {
            Some(page) => words.title(self.site, *page),
            None => words.set(file),
        };
        let with_route = |(file, route): &(String, Route)| {
            let colon = words.text("colon");
            format!("{}{colon} {}", title(file), route_name(*route, words))
        };
        let lists = [
            (
                "coverage-lost",
                changes.lost.iter().map(with_route).collect::<Vec<_>>(),
            ),
            (
                "coverage-gained",
                changes.gained.iter().map(with_route).collect(),
            ),
            (
                "coverage-added",
                changes.added.iter().map(|file| title(file)).collect(),
            ),
            (
                "coverage-withdrawn",
                changes
                    .withdrawn
                    .iter()
                    .map(|(_, title)| words.set(title))
                    .collect(),
            ),
        ];
        let share_of = |totals: &Totals| share(totals.off_line, totals, words);
        ChangesView {
            since: words.date(changes.since),
            off_line: words.format(
                "coverage-before-now",
                &[
                    ("before", &share_of(&changes.before)),
                    ("now", &share_of(now)),
                ],
            ),
            lists: lists
                .into_iter()
                .filter(|(_, entries)| !entries.is_empty())
                .map(|(key, entries)| ChangeList {
                    title: words.text(key),
                    more: entries.len().saturating_sub(LIST_LENGTH),
                    entries: entries.into_iter().take(LIST_LENGTH).collect(),
                })
                .collect(),
        }
    }
}

fn route_name(route: Route, words: &Words<'_>) -> String {
    words.text(&format!("route-{}", route.message()))
}

/// The first figure, in a sentence that can be quoted.
fn headline(totals: &Totals, words: &Words<'_>) -> String {
    let share = match totals.off_line {
        0 => "none",
        count if count == totals.procedures => "all",
        _ => "some",
    };
    let args = [
        ("share", share),
        ("count", &*totals.off_line.to_string()),
        ("procedures", &*totals.procedures.to_string()),
    ];
    words.format("coverage-headline", &args)
}

/// Topics or authorities, and how much of each can be done offline.
fn groups(groups: &[(Option<&str>, Totals)], words: &Words<'_>) -> Vec<BarView> {
    let procedures = groups.iter().filter(|(_, totals)| totals.procedures > 0);
    procedures
        .map(|(name, totals)| BarView {
            label: name.map_or_else(|| words.text("coverage-unnamed"), |name| words.set(name)),
            percent: totals.percent(totals.off_line).unwrap_or_default(),
            said: words.format(
                "coverage-of",
                &[
                    ("count", &totals.off_line.to_string()),
                    ("procedures", &totals.procedures.to_string()),
                ],
            ),
            routes: Some(Route::ALL.map(|route| totals.route(route))),
        })
        .collect()
}

/// `12 (80 %)`.
fn share(count: usize, totals: &Totals, words: &Words<'_>) -> String {
    let count_said = count.to_string();
    let Some(percent) = totals.percent(count) else {
        return count_said;
    };
    let args = [("count", &*count_said), ("percent", &*percent.to_string())];
    words.format("coverage-share", &args)
}
