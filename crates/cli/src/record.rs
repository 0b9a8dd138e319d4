//! `guichet record`: what is published today becomes the past that later editions and reports are compared with.

use clap::{ArgMatches, Command};

use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, printing, today};
use guichet::checks::{self, Scope};
use guichet::coverage::Coverage;
use guichet::diagnostics::{Reach, Severity};
use guichet::outputs::coverage_csv;
use guichet::project::Project;
use guichet::records::COVERAGE;
use guichet::site::{Extent, Site};
use guichet::writing::{WriteError, save};

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "record",
    grammar,
    run,
};

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    let note = grammar.option("note", "TEXT", "help-record-note");
    command.arg(note)
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    if !context.root.join(guichet::model::config::FILE).is_file() {
        return context.no_site();
    }
    let project = Project::read(&context.root);
    let (site, mut found) = project.site(Extent::on(today(arguments)));
    found.extend(checks::check(&site, Scope::Publishing));
    let mut judged = checks::judge(&site, found);
    judged.retain(|(severity, _)| *severity == Severity::Error);
    // What cannot be published has no place in the past.
    if !judged.is_empty() {
        printing::diagnostics(context, &judged, &Reach::Few);
        return context.fail("record-errors", &[]);
    }
    let note = arguments.get_one::<String>("note").map(String::as_str);
    match write(context, &site, note) {
        Ok(()) => DONE,
        Err(error) => context.not_written(&error.path, &error.source),
    }
}

fn write(context: &Context, site: &Site, note: Option<&str>) -> Result<(), WriteError> {
    editions(context, site, note)?;
    let reports: Vec<Coverage> = site
        .languages
        .iter()
        .map(|language| Coverage::of(site, *language))
        .collect();
    if reports.iter().any(|report| !report.guides.is_empty()) {
        let path = format!("{COVERAGE}/{}.csv", site.day);
        save(
            &context.root,
            &path,
            coverage_csv(site, &reports).as_bytes(),
        )?;
        tell!("{}", context.say("record-coverage", &[("path", &path)]));
    }
    Ok(())
}

/// Adds the new editions to the records, and lists them.
fn editions(context: &Context, site: &Site, note: Option<&str>) -> Result<(), WriteError> {
    use guichet::outputs::sheet::Editions;
    use guichet::records;

    let new = Editions::of(site).unrecorded(site);
    for unrecorded in &new {
        let args = [
            ("file", unrecorded.file.as_str()),
            ("edition", &unrecorded.edition),
            ("changed", note.unwrap_or(&unrecorded.changed)),
        ];
        tell!("{}", context.say("record-edition", &args));
    }
    if new.is_empty() {
        tell!("{}", context.say("record-no-edition", &[]));
        return Ok(());
    }
    let mut all = site.records.editions.clone().unwrap_or_default();
    all.extend(new.into_iter().map(|mut record| {
        if let (Some(note), false) = (note, record.is_first) {
            record.changed = note.to_owned();
        }
        record.into_record(site.day)
    }));
    save(
        &context.root,
        records::EDITIONS,
        records::write_editions(&all).as_bytes(),
    )?;
    let args = [("path", records::EDITIONS)];
    tell!("{}", context.say("record-editions", &args));
    Ok(())
}
