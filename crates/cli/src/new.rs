//! `guichet new`: a page to fill in, with the keys of its kind in the site's language.

use std::path::Path;

use clap::{ArgMatches, Command};

use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, USAGE, today};
use guichet::document::{TEMPLATES, file_name};
use guichet::model::config::Config;

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "new",
    grammar,
    run,
};

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    let kinds: Vec<&str> = TEMPLATES.iter().map(|template| template.kind).collect();
    command
        .arg(
            grammar
                .required("kind", "KIND", "help-new-kind")
                .value_parser(kinds),
        )
        .arg(grammar.required("title", "TITLE", "help-new-title"))
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let kind = arguments
        .get_one::<String>("kind")
        .map_or("", String::as_str);
    let title = arguments
        .get_one::<String>("title")
        .map_or("", String::as_str)
        .trim();
    let Some(template) = TEMPLATES.iter().find(|template| template.kind == kind) else {
        return USAGE;
    };
    if !context.root.join(guichet::model::config::FILE).is_file() {
        return context.no_site();
    }
    let Some(name) = file_name(title) else {
        return context.fail("new-bad-title", &[]);
    };
    let (config, ..) = Config::read(&context.root);
    let day = today(arguments).to_string();
    let text = template.filled(config.default_language(), title, &day);
    let shown = format!("content/{}{name}.md", template.folder);
    let path = context.root.join(&shown);
    if path.exists() {
        return context.fail("new-exists", &[("path", &shown)]);
    }
    match write(&path, &text) {
        Ok(()) => {
            tell!("{}", context.say("new-done", &[("path", &shown)]));
            DONE
        }
        Err(error) => context.not_written(&shown, &error),
    }
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if let Some(parent) = path.parent() {
        std::fs::create_dir_all(parent)?;
    }
    std::fs::write(path, text)
}
