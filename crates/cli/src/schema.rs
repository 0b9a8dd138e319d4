//! `guichet schema`: the JSON Schema of what editors write in YAML.

use clap::{ArgMatches, Command};
use serde_json::Value as Json;

use super::choice::Choice;
use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, print};
use guichet::model::{config, schema};
use guichet::site::Glossary;

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "schema",
    grammar,
    run,
};

/// The kinds of files that have a schema.
const FILES: Choice<fn() -> Json> = Choice {
    name: "file",
    help: "help-schema-file",
    first: ("page", schema::front_matter),
    others: &[("config", config::schema), ("glossary", Glossary::schema)],
};

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    command.arg(FILES.argument(grammar))
}

fn run(_: &Context, arguments: &ArgMatches) -> u8 {
    let schema = FILES.of(arguments)();
    print(format!("{schema:#}\n").as_bytes())
}
