//! `guichet report`: which routes the procedures of a site have.

use std::io::Write as _;
use std::path::PathBuf;

use clap::ArgMatches;

use super::{Context, DONE, FAILED, report, today};
use guichet::checks;
use guichet::coverage::{Coverage, GuideCoverage};
use guichet::diagnostics::{Reach, Severity};
use guichet::model::Route;
use guichet::outputs::{Renderer, coverage_alone, coverage_csv_in_full, coverage_json};
use guichet::project::Project;
use guichet::site::{Extent, Site};

pub(super) fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let project = Project::read(&context.root);
    let extent = Extent::on(today(arguments)).with_sheets(false);
    let (site, found) = project.site(extent.with_drafts(arguments.get_flag("drafts")));
    let judged = checks::judge(&site, found);
    report::list(context, &judged, "text", &Reach::Few);
    // Figures that leave out what could not be read are not to be quoted.
    if judged
        .iter()
        .any(|(severity, _)| *severity == Severity::Error)
    {
        return context.fail("report-errors", &[]);
    }
    let language = site.config.default_language();
    let coverage = Coverage::of(&site, language);
    let text = match arguments.get_one::<String>("format").map(String::as_str) {
        Some("html") => match coverage_alone(&Renderer::new(&site), language) {
            Ok(html) => html,
            Err(diagnostic) => {
                report::list(
                    context,
                    &checks::judge(&site, vec![diagnostic]),
                    "text",
                    &Reach::Few,
                );
                return FAILED;
            }
        },
        Some("csv") => coverage_csv_in_full(&site, [&coverage]).into_bytes(),
        Some("json") => coverage_json(&site, &coverage).into_bytes(),
        _ => summary(context, &site, &coverage).into_bytes(),
    };
    let Some(out) = arguments.get_one::<PathBuf>("out") else {
        // A reader that closed the pipe has read enough.
        let _ = std::io::stdout().write_all(&text);
        return DONE;
    };
    match std::fs::write(out, text) {
        Ok(()) => DONE,
        Err(error) => context.not_written(&out.display().to_string(), &error),
    }
}

fn message(route: Route) -> String {
    format!("report-{}", route.message())
}

/// The figures and the lists that matter, for a terminal.
fn summary(context: &Context, site: &Site, coverage: &Coverage) -> String {
    let totals = coverage.totals();
    let mut lines = vec![context.say(
        "report-procedures",
        &[
            ("procedures", &totals.procedures.to_string()),
            ("information", &totals.information.to_string()),
        ],
    )];
    let mut figure = |key: &str, count: usize| {
        let name = context.say(key, &[]);
        let percent = totals.percent(count).unwrap_or_default();
        lines.push(format!("  {name:<24} {count:>5}  {percent:>3} %"));
    };
    for route in Route::ALL {
        figure(&message(route), totals.route(route));
    }
    figure("report-off-line", totals.off_line);
    figure("report-online-only", totals.online_only);
    figure("report-no-route", totals.no_route);
    let mut list = |key: &str, files: Vec<String>| {
        if !files.is_empty() {
            lines.push(format!("\n{}", context.say(key, &[])));
            lines.extend(files.into_iter().map(|file| format!("  {file}")));
        }
    };
    let files = |guides: &mut dyn Iterator<Item = &GuideCoverage>| {
        guides.map(|guide| guide.file.clone()).collect::<Vec<_>>()
    };
    list(
        "report-online-only-list",
        files(&mut coverage.online_only()),
    );
    list("report-no-route-list", files(&mut coverage.no_route()));
    if let Some(changes) = &coverage.changes {
        let routes = |list: &[(String, Route)]| -> Vec<String> {
            let said = |(file, route): &(String, Route)| {
                format!("{file} : {}", context.say(&message(*route), &[]))
            };
            list.iter().map(said).collect()
        };
        let since = changes.since.to_string();
        let args = [("since", since.as_str())];
        lines.push(format!("\n{}", context.say("report-since", &args)));
        let lists = [
            ("report-lost", routes(&changes.lost)),
            ("report-gained", routes(&changes.gained)),
            ("report-added", changes.added.clone()),
            (
                "report-withdrawn",
                changes
                    .withdrawn
                    .iter()
                    .map(|(file, _)| file.clone())
                    .collect(),
            ),
        ];
        for (key, entries) in lists {
            let name = context.say(key, &[]);
            lines.extend(entries.into_iter().map(|entry| format!("  {name} {entry}")));
        }
    }
    if site.config.report == Some(false) {
        lines.push(format!("\n{}", context.say("report-not-published", &[])));
    }
    lines.join("\n") + "\n"
}
