//! `guichet report`: which routes the procedures of a site have.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::choice::Choice;
use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, FAILED, print, printing, today};
use guichet::checks;
use guichet::coverage::{Coverage, GuideCoverage};
use guichet::diagnostics::{Diagnostic, Reach, Severity};
use guichet::model::Route;
use guichet::outputs::{Renderer, coverage_alone, coverage_csv_in_full, coverage_json};
use guichet::project::Project;
use guichet::site::{Extent, Site};

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "report",
    grammar,
    run,
};

/// A report on a site, or what is wrong with the theme that shows it.
type WriteReport = fn(&Context, &Site, &Coverage) -> Result<Vec<u8>, Diagnostic>;

const FORMATS: Choice<WriteReport> = Choice {
    name: "format",
    help: "help-report-format",
    first: ("text", |context, site, coverage| {
        Ok(summary(context, site, coverage).into_bytes())
    }),
    others: &[
        ("html", |_, site, _| {
            let language = site.config.default_language();
            coverage_alone(&Renderer::new(site), language)
        }),
        ("csv", |_, site, coverage| {
            Ok(coverage_csv_in_full(site, [coverage]).into_bytes())
        }),
        ("json", |_, site, coverage| {
            Ok(coverage_json(site, coverage).into_bytes())
        }),
    ],
};

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    command
        .arg(FORMATS.option(grammar))
        .arg(grammar.out("FILE", "help-report-out"))
        .arg(grammar.drafts())
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let project = Project::read(&context.root);
    let extent = Extent::on(today(arguments)).with_sheets(false);
    let (site, found) = project.site(extent.with_drafts(arguments.get_flag("drafts")));
    let judged = checks::judge(&site, found);
    printing::diagnostics(context, &judged, &Reach::Few);
    // Figures that leave out what could not be read are not to be quoted.
    if judged
        .iter()
        .any(|(severity, _)| *severity == Severity::Error)
    {
        return context.fail("report-errors", &[]);
    }
    let coverage = Coverage::of(&site, site.config.default_language());
    let text = match FORMATS.of(arguments)(context, &site, &coverage) {
        Ok(text) => text,
        Err(diagnostic) => {
            let judged = checks::judge(&site, vec![diagnostic]);
            printing::diagnostics(context, &judged, &Reach::Few);
            return FAILED;
        }
    };
    let Some(out) = arguments.get_one::<PathBuf>("out") else {
        return print(&text);
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
