//! `guichet build`: the whole site, into `public/`.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use clap::{ArgMatches, Command};
use indicatif::{ProgressBar, ProgressStyle};

use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, FAILED, printing, today};
use guichet::build::{self, BuildOptions, Report, Shard};
use guichet::cache::Cache;
use guichet::checks::Scope;
use guichet::images::Studio;
use guichet::model::publication;
use guichet::project::Project;
use guichet::publish::PublishError;

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "build",
    grammar,
    run,
};

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    command
        .arg(grammar.path("out", "DIR", "help-out"))
        .arg(grammar.drafts())
        .arg(grammar.no_sheets())
        .arg(
            grammar
                .option("shard", "I/N", "help-shard")
                .value_parser(|text: &str| Shard::parse(text).ok_or("I/N")),
        )
        .arg(grammar.strict())
        .arg(printing::FORMS.option(grammar))
        .args(printing::reach_arguments(grammar))
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let start = Instant::now();
    let project = Project::read(&context.root);
    let out = arguments.get_one::<PathBuf>("out").cloned();
    let out = out.unwrap_or_else(|| context.root.join(publication::FOLDER));
    let result = with_tools(context, arguments, &project, |options| {
        let options = options
            .with_drafts(arguments.get_flag("drafts"))
            .with_shard(arguments.get_one::<Shard>("shard").copied());
        build::build(&project, &out, &options)
    });
    let status = told(context, arguments, result, "summary-built", &out, start);
    // The process ends here, and the system takes back ten thousand documents at once.
    std::mem::forget(project);
    status
}

/// Builds with what all builds have: the cache, the studio, the press unless it is not wanted, and a bar that advances.
pub(super) fn with_tools<T>(
    context: &Context,
    arguments: &ArgMatches,
    project: &Project,
    build: impl FnOnce(BuildOptions<'_>) -> T,
) -> T {
    let bar = progress_bar();
    let advance = |total: usize| {
        bar.set_length(total as u64);
        bar.inc(1);
    };
    let cache = Arc::new(Cache::open(&context.root));
    let studio = Arc::new(Studio::new(Some(Arc::clone(&cache))));
    let print_shop = context.print_shop(project, arguments, &cache);
    let options = BuildOptions::on(today(arguments))
        .with_strict(arguments.get_flag("strict"))
        .with_print_shop(print_shop.as_ref())
        .with_studio(&studio)
        .with_scope(Scope::Publishing)
        .with_progress(&advance);
    let built = build(options);
    bar.finish_and_clear();
    built
}

/// Says what a build that began at `start` wrote into a folder, in the words of `summary`, or why it wrote nothing.
pub(super) fn told(
    context: &Context,
    arguments: &ArgMatches,
    result: Result<Report, PublishError>,
    summary: &str,
    out: &Path,
    start: Instant,
) -> u8 {
    let report = match result {
        Ok(report) => report,
        Err(error) => return context.not_published(&error),
    };
    printing::in_form(context, &report, arguments);
    let Some(published) = report.published else {
        printing::count(context, &report);
        complain!("{}", context.say("not-published", &[]));
        return FAILED;
    };
    let out = out.strip_prefix(&context.root).unwrap_or(out).display();
    let args = [
        ("pages", report.pages.to_string()),
        ("files", report.outputs.to_string()),
        ("changed", published.written.to_string()),
        ("out", out.to_string()),
        ("time", printing::duration(context, start.elapsed())),
    ];
    let args = args.each_ref().map(|(name, value)| (*name, &**value));
    complain!("{}", context.say(summary, &args));
    printing::heaviest(context, &report);
    printing::count(context, &report);
    DONE
}

/// A bar on a terminal; nothing in a log.
fn progress_bar() -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len}");
    style.map_or_else(
        |_| ProgressBar::hidden(),
        |style| ProgressBar::new(0).with_style(style),
    )
}
