//! The coverage report as data: a CSV table of guides, and everything as JSON.

use serde_json::{Value as Json, json};

use crate::coverage::{Coverage, CoverageChanges, GuideCoverage, Totals};
use crate::model::Route;
use crate::site::Site;

/// The columns of the table; `1` and `0` mean yes and no, so that a spreadsheet can add them up.
const HEADER: &[&str] = &[
    "file",
    "title",
    "address",
    "topic",
    "authority",
    "nature",
    "in_person",
    "paper",
    "phone",
    "online",
    "off_line",
    "declared_online_only",
    "reviewed",
    "out_of_date",
];

/// The last column, for writers: the readability of each text ([`GuideCoverage::lix`]).
const LIX: &str = "lix";

/// The table with a line for each guide of these reports, as published: without readability, which is for
/// writers and would make each build read every guide once more.
pub fn csv<'c>(site: &Site, reports: impl IntoIterator<Item = &'c Coverage>) -> String {
    table(HEADER, reports, |guide| row(site, guide))
}

/// The table with the readability of each text.
pub fn csv_in_full<'c>(site: &Site, reports: impl IntoIterator<Item = &'c Coverage>) -> String {
    let header: Vec<&str> = HEADER.iter().copied().chain([LIX]).collect();
    table(&header, reports, |guide| {
        let mut row = row(site, guide);
        row.push(
            guide
                .lix(site)
                .map(|lix| lix.to_string())
                .unwrap_or_default(),
        );
        row
    })
}

fn table<'c>(
    header: &[&str],
    reports: impl IntoIterator<Item = &'c Coverage>,
    row: impl Fn(&GuideCoverage) -> Vec<String>,
) -> String {
    let guides = reports.into_iter().flat_map(|report| &report.guides);
    let rows: Vec<Vec<String>> = guides.map(row).collect();
    let rows = rows.iter();
    crate::records::table(
        header,
        rows.map(|row| row.iter().map(String::as_str).collect()),
    )
}

fn row(site: &Site, guide: &GuideCoverage) -> Vec<String> {
    let yes = |yes: bool| if yes { "1" } else { "0" }.to_owned();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    vec![
        guide.file.clone(),
        guide.title.clone(),
        address(site, guide),
        text(&guide.topic),
        text(&guide.authority),
        nature(guide).to_owned(),
        yes(guide.routes.in_person),
        yes(guide.routes.paper),
        yes(guide.routes.phone),
        yes(guide.routes.online),
        yes(guide.routes.off_line()),
        yes(guide.declared_online_only),
        guide
            .reviewed
            .map(|day| day.to_string())
            .unwrap_or_default(),
        yes(guide.out_of_date),
    ]
}

fn nature(guide: &GuideCoverage) -> &'static str {
    if guide.informs {
        "information"
    } else {
        "procedure"
    }
}

/// Where a guide is published: its absolute address, or its path if the site's address is not configured.
fn address(site: &Site, guide: &GuideCoverage) -> String {
    let path = site.page_path(guide.page).encoded();
    site.config.absolute(&path).unwrap_or(path)
}

/// The whole report: day, totals, topics, authorities, guides, and what has changed since an earlier one.
pub fn json(site: &Site, report: &Coverage) -> String {
    let groups = |groups: Vec<(Option<&str>, Totals)>| -> Json {
        let groups = groups.into_iter();
        groups
            .map(|(name, totals)| json!({ "name": name, "totals": totals }))
            .collect()
    };
    let files = |guides: &mut dyn Iterator<Item = &GuideCoverage>| -> Json {
        guides.map(|guide| json!(guide.file)).collect()
    };
    let value = json!({
        "day": report.day.to_string(),
        "totals": report.totals(),
        "topics": groups(report.by_topic()),
        "authorities": groups(report.by_authority()),
        "online_only": files(&mut report.online_only()),
        "no_route": files(&mut report.no_route()),
        "changes": report.changes.as_ref().map(changes),
        "guides": report.guides.iter().map(|guide| json!({
            "file": guide.file,
            "title": guide.title,
            "address": address(site, guide),
            "topic": guide.topic,
            "authority": guide.authority,
            "nature": nature(guide),
            "in_person": guide.routes.in_person,
            "paper": guide.routes.paper,
            "phone": guide.routes.phone,
            "online": guide.routes.online,
            "declared_online_only": guide.declared_online_only,
            "reviewed": guide.reviewed.map(|day| day.to_string()),
            "out_of_date": guide.out_of_date,
            "lix": guide.lix(site),
        })).collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

fn changes(changes: &CoverageChanges) -> Json {
    let routes = |list: &[(String, Route)]| -> Json {
        let list = list.iter();
        list.map(|(file, route)| json!({ "file": file, "route": route.name() }))
            .collect()
    };
    json!({
        "since": changes.since.to_string(),
        "before": changes.before,
        "added": changes.added,
        "withdrawn": changes.withdrawn.iter().map(|(file, _)| file).collect::<Vec<_>>(),
        "gained": routes(&changes.gained),
        "lost": routes(&changes.lost),
    })
}
