//! `guichet publish`: the whole site, where its readers find it.

use std::time::Instant;

use clap::{Arg, ArgMatches, Command};

use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, FAILED, build, printing};
use guichet::build::{self as pipeline, BuildOptions};
use guichet::checks;
use guichet::diagnostics::Reach;
use guichet::model::config;
#[cfg(feature = "courier")]
use guichet::model::publication;
use guichet::model::{PublicationTarget, TargetKind};
use guichet::project::Project;
#[cfg(feature = "courier")]
use guichet::publish::PublishError;
use guichet::publish::{PublishChange, PublishChanges};
#[cfg(feature = "courier")]
use guichet_courier::SendRank;

#[cfg(feature = "courier")]
mod courier;

#[cfg(all(feature = "atelier", feature = "courier"))]
pub(super) use courier::delivered;

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "publish",
    grammar,
    run,
};

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    let target = Arg::new("target").value_name(grammar.value("TARGET"));
    command
        .arg(target.help(grammar.text("help-publish-target")))
        .arg(grammar.flag("dry-run", "help-publish-dry-run"))
        .arg(grammar.no_sheets())
        .arg(grammar.strict())
        .arg(printing::FORMS.option(grammar))
        .args(printing::reach_arguments(grammar))
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let start = Instant::now();
    let project = Project::read(&context.root);
    let name = arguments.get_one::<String>("target").map(String::as_str);
    let Some(target) = project.config.target(name) else {
        return no_target(context, &project, name);
    };
    if target.way() != TargetKind::Folder {
        let status = to_host(context, arguments, &project, target, start);
        std::mem::forget(project);
        return status;
    }
    let out = target.folder_from(&context.root);
    let status = match arguments.get_flag("dry-run") {
        false => {
            let result = build::with_tools(context, arguments, &project, |options| {
                pipeline::build(&project, &out, &options)
            });
            build::told(context, arguments, result, "summary-published", &out, start)
        }
        true => {
            let result = build::with_tools(context, arguments, &project, |options| {
                let (site, found) = pipeline::assemble(&project, &options);
                pipeline::compare(&site, found, &out, &options)
            });
            match result {
                Err(error) => context.not_published(&error),
                Ok((report, changes)) => {
                    printing::in_form(context, &report, arguments);
                    printing::count(context, &report);
                    would_change(context, &changes);
                    if report.has_errors() { FAILED } else { DONE }
                }
            }
        }
    };
    // The process ends here, and the system takes back ten thousand documents at once.
    std::mem::forget(project);
    status
}

/// Builds the site, and sends it to a host.
#[cfg(feature = "courier")]
fn to_host(
    context: &Context,
    arguments: &ArgMatches,
    project: &Project,
    target: &PublicationTarget,
    start: Instant,
) -> u8 {
    let out = context.root.join(publication::FOLDER);
    let built = build::with_tools(context, arguments, project, |options| {
        let (site, found) = pipeline::assemble(project, &options);
        let report = pipeline::publish(project, &site, found, &out, &options)?;
        let ranked = SendRank::of_site(&site);
        let ranked: Vec<_> = ranked.map(|(path, rank)| (path.clone(), rank)).collect();
        Ok::<_, PublishError>((report, ranked))
    });
    let (report, files) = match built {
        Ok(built) => built,
        Err(error) => return context.not_published(&error),
    };
    printing::in_form(context, &report, arguments);
    printing::count(context, &report);
    if report.published.is_none() {
        complain!("{}", context.say("not-published", &[]));
        return FAILED;
    }
    let files: Vec<_> = files.iter().map(|(path, rank)| (path, *rank)).collect();
    courier::send(context, arguments, target, &out, &files, start)
}

/// Says that this program only publishes to folders.
#[cfg(not(feature = "courier"))]
fn to_host(
    context: &Context,
    _: &ArgMatches,
    _: &Project,
    _: &PublicationTarget,
    _: Instant,
) -> u8 {
    context.fail("publish-no-courier", &[])
}

/// Says that the site names no such place, and which it names.
fn no_target(context: &Context, project: &Project, name: Option<&str>) -> u8 {
    // What is wrong with the configuration may be why.
    let (site, found) = pipeline::assemble(project, &BuildOptions::default());
    let found = found
        .into_iter()
        .filter(|found| found.location.path() == config::FILE);
    printing::diagnostics(context, &checks::judge(&site, found.collect()), &Reach::All);
    let name = name.unwrap_or_default();
    let named = |target: &PublicationTarget| target.name.clone();
    let known: Vec<String> = project
        .config
        .publication
        .iter()
        .filter_map(named)
        .collect();
    match known.is_empty() {
        true => context.fail("publish-no-target", &[]),
        false => {
            let known = known.join(", ");
            context.fail(
                "publish-unknown-target",
                &[("name", name), ("known", &known)],
            )
        }
    }
}

/// Lists the files that publishing would change, one a line, and counts them.
fn would_change(context: &Context, changes: &PublishChanges) {
    let kinds = [
        (PublishChange::New, "+"),
        (PublishChange::Changed, "~"),
        (PublishChange::Gone, "-"),
    ];
    let counts = kinds.map(|(kind, sign)| {
        let files = changes.of(kind);
        for file in &files {
            tell!("{sign} {file}");
        }
        files.len().to_string()
    });
    let [new, changed, gone] = counts.each_ref().map(String::as_str);
    let counts = [("new", new), ("changed", changed), ("gone", gone)];
    complain!("{}", context.say("publish-would-change", &counts));
}
