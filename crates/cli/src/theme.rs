//! `guichet theme eject`: the built-in theme as files that can be changed.

use clap::{Arg, ArgMatches, Command};

use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, USAGE};
use guichet::theme;

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "theme",
    grammar,
    run,
};

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    let name = Arg::new("name")
        .value_name(grammar.value("NAME"))
        .default_value("default");
    let eject = grammar.command("eject", "help-eject");
    command
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(eject.arg(name.help(grammar.text("help-eject-name"))))
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let Some(("eject", arguments)) = arguments.subcommand() else {
        return USAGE;
    };
    let name = arguments
        .get_one::<String>("name")
        .map_or("default", String::as_str);
    if name.is_empty() || name.contains(['/', '\\', '.']) {
        return context.fail("theme-bad-name", &[("name", name)]);
    }
    let folder = context.root.join("themes").join(name);
    match theme::eject(&folder) {
        Ok(written) => {
            for path in &written {
                let shown = path.strip_prefix(&context.root).unwrap_or(path);
                tell!("{}", shown.display());
            }
            let count = written.len().to_string();
            complain!(
                "{}",
                context.say("theme-ejected", &[("count", &count), ("name", name)])
            );
            DONE
        }
        Err(error) => {
            let path = folder.display().to_string();
            context.not_written(&path, &error)
        }
    }
}
