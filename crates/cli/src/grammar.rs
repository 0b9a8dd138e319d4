//! The grammar of the command line, in the catalogue's language: what commands have in common. Each adds its own arguments.

use std::path::PathBuf;

use clap::{Arg, ArgAction, Command, value_parser};

use super::commands::COMMANDS;
use guichet::catalogue::Catalogue;
use guichet::model::values::Date;

/// The whole grammar.
pub(super) fn command(messages: &Catalogue) -> Command {
    let grammar = Grammar(messages);
    let commands = COMMANDS.iter().map(|entry| {
        let command = grammar.command(entry.name, &entry.help());
        translated((entry.grammar)(&grammar, command), messages)
    });
    grammar.guichet().subcommands(commands)
}

/// Commands and arguments, with their help in the words of a catalogue.
pub(super) struct Grammar<'m>(&'m Catalogue);

impl Grammar<'_> {
    /// The words.
    pub fn messages(&self) -> &Catalogue {
        self.0
    }

    /// A message.
    pub fn text(&self, key: &str) -> String {
        self.messages().text(key).into_owned()
    }

    /// `name`, and what it does.
    pub fn command(&self, name: &'static str, about: &str) -> Command {
        Command::new(name).about(self.text(about))
    }

    /// `--name`.
    pub fn flag(&self, name: &'static str, help: &str) -> Arg {
        let arg = Arg::new(name).long(name).action(ArgAction::SetTrue);
        arg.help(self.text(help))
    }

    /// `--name VALUE`.
    pub fn option(&self, name: &'static str, value: &str, help: &str) -> Arg {
        let arg = Arg::new(name).long(name).value_name(self.value(value));
        arg.help(self.text(help))
    }

    /// The placeholder of a value in the help, in the catalogue's language: `FILE`, `DIR|ZIP`. Words that the catalogue does not have stay.
    pub fn value(&self, value: &str) -> String {
        let is_inner = |c: char| c.is_ascii_uppercase();
        let word = |word: &str| {
            let key = format!("value-{}", word.to_lowercase());
            let found = self.messages().find(&key, &[]);
            found.unwrap_or_else(|| word.to_owned())
        };
        let mut out = String::new();
        let mut rest = value;
        while let Some(start) = rest.find(is_inner) {
            let (before, from) = rest.split_at(start);
            let end = from.find(|c| !is_inner(c)).unwrap_or(from.len());
            let (name, after) = from.split_at(end);
            out += before;
            out += &word(name);
            rest = after;
        }
        out + rest
    }

    /// `--name PATH`.
    pub fn path(&self, name: &'static str, value: &str, help: &str) -> Arg {
        let option = self.option(name, value, help);
        option.value_parser(value_parser!(PathBuf))
    }

    /// `-o`, `--out FILE`.
    pub fn out(&self, value: &str, help: &str) -> Arg {
        self.path("out", value, help).short('o')
    }

    /// `VALUE`, without which the command means nothing.
    pub fn required(&self, name: &'static str, value: &str, help: &str) -> Arg {
        let arg = Arg::new(name).required(true).value_name(self.value(value));
        arg.help(self.text(help))
    }

    /// `--drafts`.
    pub fn drafts(&self) -> Arg {
        self.flag("drafts", "help-drafts")
    }

    /// `--no-sheets`.
    pub fn no_sheets(&self) -> Arg {
        self.flag("no-sheets", "help-no-sheets")
    }

    /// `--strict`.
    pub fn strict(&self) -> Arg {
        self.flag("strict", "help-strict")
    }

    fn guichet(&self) -> Command {
        let version = Arg::new("version").short('V').long("version");
        translated(Command::new("guichet"), self.messages())
            .version(env!("CARGO_PKG_VERSION"))
            .about(self.text("help-about"))
            .subcommand_required(true)
            .arg_required_else_help(true)
            .disable_help_subcommand(true)
            .disable_version_flag(true)
            .arg(
                version
                    .action(ArgAction::Version)
                    .help(self.text("help-version")),
            )
            .arg(
                self.option("lang", "fr|en", "help-lang")
                    .global(true)
                    .value_parser(["fr", "en"])
                    .hide_possible_values(true),
            )
            .arg(self.path("site", "DIR", "help-site").global(true))
            .arg(
                self.option("today", "2026-10-01", "help-today")
                    .global(true)
                    .value_parser(|text: &str| Date::parse(text).ok_or("2026-10-01")),
            )
    }
}

/// The argument, with what is meant where nothing is said in its help: clap's own words for that, and for the values that its help names
/// already, are English.
fn with_default(arg: Arg, messages: &Catalogue) -> Arg {
    if !arg.get_action().takes_values() {
        return arg;
    }
    let arg = match arg.get_value_names() {
        Some(_) => arg,
        None => {
            let name = arg.get_id().as_str().to_uppercase();
            arg.value_name(Grammar(messages).value(&name))
        }
    };
    let arg = arg.hide_possible_values(true);
    let defaults = arg.get_default_values().iter();
    let defaults: Vec<String> = defaults
        .map(|value| value.to_string_lossy().into_owned())
        .collect();
    if arg.is_hide_default_value_set() || defaults.is_empty() {
        return arg;
    }
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let value = [("value", defaults.join(", ").into())];
    let default = messages.format("help-default", &value).into_owned();
    arg.hide_default_value(true).help(help + &default)
}

/// The headings of clap's help, and its own `--help`, in the catalogue's language.
fn translated(command: Command, messages: &Catalogue) -> Command {
    let text = |key: &str| messages.text(key).into_owned();
    let template = format!(
        "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        text("help-usage")
    );
    let has_commands = command.has_subcommands();
    let command = command
        .subcommand_help_heading(text("help-commands"))
        .subcommand_value_name(text("help-command-name"))
        .help_template(template)
        .next_help_heading(text("help-options"))
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(text("help-help")),
        )
        .mut_args(|arg| {
            let heading = if arg.is_positional() {
                "help-arguments"
            } else {
                "help-options"
            };
            with_default(arg, messages).help_heading(text(heading))
        });
    if has_commands {
        let commands: Vec<String> = command
            .get_subcommands()
            .map(|sub| sub.get_name().to_owned())
            .collect();
        return commands.into_iter().fold(command, |command, name| {
            command.mut_subcommand(name, |sub| translated(sub, messages))
        });
    }
    command
}
