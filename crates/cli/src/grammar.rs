//! The grammar of the command line: every command, its arguments and its help, in the catalogue's language.

#[cfg(feature = "sheets")]
use std::ffi::OsStr;
use std::path::PathBuf;

#[cfg(feature = "sheets")]
use clap::builder::{PossibleValue, TypedValueParser};
#[cfg(feature = "sheets")]
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, value_parser};
use clap_complete::Shell;

use super::commands::COMMANDS;
use guichet::build::Shard;
use guichet::catalogue::Catalogue;
use guichet::diagnostics::Code;
use guichet::import::{IMPORTERS, Importer};
use guichet::language::Language;
use guichet::model::Host;
#[cfg(feature = "sheets")]
use guichet::model::SheetFormat;
use guichet::model::values::{Date, Period};

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
    fn text(&self, key: &str) -> String {
        self.0.text(key).into_owned()
    }

    fn command(&self, name: &'static str, about: &str) -> Command {
        Command::new(name).about(self.text(about))
    }

    /// `--name`.
    fn flag(&self, name: &'static str, help: &str) -> Arg {
        let arg = Arg::new(name).long(name).action(ArgAction::SetTrue);
        arg.help(self.text(help))
    }

    /// `--name VALUE`.
    fn option(&self, name: &'static str, value: &str, help: &str) -> Arg {
        let arg = Arg::new(name).long(name).value_name(self.value(value));
        arg.help(self.text(help))
    }

    /// The placeholder of a value in the help, in the catalogue's language: `FILE`. Itself if the catalogue has no word for it.
    fn value(&self, value: &str) -> String {
        let key = format!("value-{}", value.to_lowercase());
        let found = self.0.find(&key, &[]);
        found.unwrap_or_else(|| value.to_owned())
    }

    /// `--name PATH`.
    fn path(&self, name: &'static str, value: &str, help: &str) -> Arg {
        let option = self.option(name, value, help);
        option.value_parser(value_parser!(PathBuf))
    }

    /// `-o`, `--out FILE`.
    fn out(&self, value: &str, help: &str) -> Arg {
        self.path("out", value, help).short('o')
    }

    /// `--name WORD`, one of these, of which the first is meant where nothing is said.
    fn choice<const N: usize>(
        &self,
        name: &'static str,
        words: [&'static str; N],
        help: &str,
    ) -> Arg {
        let arg = Arg::new(name).long(name).default_value(words[0]);
        let arg = arg.value_parser(words).hide_default_value(true);
        arg.help(self.text(help))
    }

    /// `VALUE`, without which the command means nothing.
    fn required(&self, name: &'static str, value: &str, help: &str) -> Arg {
        let arg = Arg::new(name).required(true).value_name(self.value(value));
        arg.help(self.text(help))
    }

    fn drafts(&self) -> Arg {
        self.flag("drafts", "help-drafts")
    }

    fn no_sheets(&self) -> Arg {
        self.flag("no-sheets", "help-no-sheets")
    }

    fn strict(&self) -> Arg {
        self.flag("strict", "help-strict")
    }

    /// In which form diagnostics are printed.
    fn diagnostics(&self) -> Arg {
        let forms = ["text", "json", "sarif", "github", "gitlab"];
        self.choice("format", forms, "help-format")
    }

    /// Which diagnostics are printed.
    fn reach(&self) -> [Arg; 2] {
        let rule = self.option("rule", "RULE", "help-rule");
        let rule = rule.action(ArgAction::Append).value_delimiter(',');
        let code = |name: &str| Code::ALL.iter().find(|code| code.name() == name).copied();
        [
            self.flag("all", "help-all"),
            rule.value_parser(move |name: &str| code(name).ok_or("RULE")),
        ]
    }

    fn guichet(&self) -> Command {
        let version = Arg::new("version").short('V').long("version");
        translated(Command::new("guichet"), self.0)
            .version(env!("CARGO_PKG_VERSION"))
            .about(self.text("help-about"))
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommand_help_heading(self.text("help-commands"))
            .subcommand_value_name(self.text("help-command-name"))
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

    pub(super) fn init(&self, command: Command) -> Command {
        let dir = Arg::new("dir")
            .value_name(self.value("DIR"))
            .default_value(".");
        let dir = dir.value_parser(value_parser!(PathBuf));
        command
            .arg(dir.help(self.text("help-init-dir")))
            .arg(self.option("name", "NAME", "help-init-name").alias("nom"))
            .arg(
                self.option("place", "PLACE", "help-init-place")
                    .alias("commune"),
            )
            .arg(
                self.option("phone", "PHONE", "help-init-phone")
                    .alias("telephone")
                    .alias("téléphone")
                    .value_parser(super::init::phone),
            )
    }

    pub(super) fn new_page(&self, command: Command) -> Command {
        let kinds = ["guide", "article", "organization", "page"];
        command
            .arg(
                self.required("kind", "KIND", "help-new-kind")
                    .value_parser(kinds),
            )
            .arg(self.required("title", "TITLE", "help-new-title"))
    }

    pub(super) fn build(&self, command: Command) -> Command {
        command
            .arg(self.path("out", "DIR", "help-out"))
            .arg(self.drafts())
            .arg(self.no_sheets())
            .arg(
                self.option("shard", "I/N", "help-shard")
                    .value_parser(|text: &str| Shard::parse(text).ok_or("I/N")),
            )
            .arg(self.strict())
            .arg(self.diagnostics())
            .args(self.reach())
    }

    pub(super) fn check(&self, command: Command) -> Command {
        command
            .arg(self.drafts())
            .arg(self.no_sheets())
            .arg(self.strict())
            .arg(self.diagnostics())
            .args(self.reach())
            .arg(self.flag("fix", "help-fix"))
            .arg(self.option("explain", "RULE", "help-explain"))
            .arg(
                self.option("due", "60d", "help-due")
                    .value_parser(|text: &str| Period::parse(text).ok_or("60d")),
            )
            .arg(
                self.path("calendar", "ICS", "help-calendar")
                    .requires("due"),
            )
    }

    #[cfg(feature = "serve")]
    pub(super) fn serve(&self, command: Command) -> Command {
        let port = Arg::new("port").long("port").default_value("8000");
        let port = port.value_parser(value_parser!(u16));
        command
            .arg(port.help(self.text("help-port")))
            .arg(self.flag("open", "help-open"))
            .arg(self.flag("no-drafts", "help-no-drafts"))
            .arg(self.no_sheets())
    }

    #[cfg(feature = "sheets")]
    pub(super) fn sheet(&self, command: Command) -> Command {
        let file = self.required("file", "FILE", "help-sheet-file");
        let formats = Formats(self.0.language() != Language::english());
        let names = SheetFormat::shown_names(formats.0).join(", ");
        let help = self
            .0
            .format("help-sheet-format", &[("formats", names.into())]);
        command
            .arg(file.value_parser(value_parser!(PathBuf)))
            .arg(
                Arg::new("format")
                    .long("format")
                    .value_name(self.value("FORMAT"))
                    .help(help.into_owned())
                    .value_parser(formats),
            )
            .arg(self.out("PDF", "help-sheet-out"))
            .arg(self.flag("for-printer", "help-sheet-for-printer"))
            .arg(self.flag("data", "help-sheet-data"))
    }

    pub(super) fn report(&self, command: Command) -> Command {
        let forms = ["text", "html", "csv", "json"];
        command
            .arg(self.choice("format", forms, "help-report-format"))
            .arg(self.out("FILE", "help-report-out"))
            .arg(self.drafts())
    }

    pub(super) fn bundle(&self, command: Command) -> Command {
        command
            .arg(self.choice("format", ["kit", "epub"], "help-bundle-format"))
            .arg(self.option("section", "FOLDER", "help-bundle-section"))
            .arg(
                self.option("language", "LANGUAGE", "help-bundle-language")
                    .value_parser(|text: &str| {
                        Language::parse(text).ok_or_else(|| text.to_owned())
                    }),
            )
            .arg(self.out("FILE", "help-bundle-out"))
            .arg(self.drafts())
            .arg(self.no_sheets())
            .args(self.reach())
    }

    pub(super) fn headers(&self, command: Command) -> Command {
        let hosts = Host::shown_names(false);
        let host = Arg::new("host").required(true).value_parser(hosts);
        command.arg(host.help(self.text("help-headers-host")))
    }

    pub(super) fn hours(&self, command: Command) -> Command {
        let text = self.required("hours", "TEXT", "help-hours-text");
        command
            .arg(text.num_args(1..).allow_hyphen_values(true))
            .arg(self.choice("format", ["text", "json"], "help-hours-format"))
    }

    pub(super) fn record(&self, command: Command) -> Command {
        let note = self.option("note", "TEXT", "help-record-note");
        command.arg(note)
    }

    /// One subcommand a source.
    pub(super) fn import(&self, command: Command) -> Command {
        let source = |importer: &Importer| {
            let source = self.required("source", importer.source, "help-import-source");
            let about = format!("help-import-{}", importer.name);
            self.command(importer.name, &about)
                .arg(source.value_parser(value_parser!(PathBuf)))
                .arg(self.flag("dry-run", "help-import-dry-run"))
                .arg(self.flag("withdraw", "help-import-withdraw"))
                .args(self.reach())
        };
        command
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommands(IMPORTERS.iter().map(source))
    }

    pub(super) fn schema(&self, command: Command) -> Command {
        let file = Arg::new("file").default_value("page");
        let file = file.value_parser(["page", "config", "glossary"]);
        command.arg(file.help(self.text("help-schema-file")))
    }

    pub(super) fn theme(&self, command: Command) -> Command {
        let name = Arg::new("name")
            .value_name(self.value("NAME"))
            .default_value("default");
        let eject = self.command("eject", "help-eject");
        command
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommand(eject.arg(name.help(self.text("help-eject-name"))))
    }

    pub(super) fn completions(&self, command: Command) -> Command {
        let shell = Arg::new("shell").required(true);
        let shell = shell.value_parser(value_parser!(Shell));
        command.arg(shell.help(self.text("help-shell")))
    }
}

/// Parses the name of a sheet's format. The error lists the formats, in French or in English.
#[cfg(feature = "sheets")]
#[derive(Clone)]
struct Formats(bool);

#[cfg(feature = "sheets")]
impl TypedValueParser for Formats {
    type Value = SheetFormat;

    fn parse_ref(
        &self,
        command: &Command,
        argument: Option<&Arg>,
        value: &OsStr,
    ) -> Result<SheetFormat, clap::Error> {
        let format = value
            .to_str()
            .and_then(|name| SheetFormat::parse(name).or_else(|| SheetFormat::own(name)));
        format.ok_or_else(|| {
            let shown = |text: String| ContextValue::String(text);
            let known = SheetFormat::shown_names(self.0)
                .into_iter()
                .map(str::to_owned);
            let mut error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(command);
            error.insert(
                ContextKind::InvalidArg,
                shown(argument.map(ToString::to_string).unwrap_or_default()),
            );
            error.insert(
                ContextKind::InvalidValue,
                shown(value.to_string_lossy().into_owned()),
            );
            error.insert(
                ContextKind::ValidValue,
                ContextValue::Strings(known.collect()),
            );
            error
        })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let names = SheetFormat::shown_names(self.0).into_iter();
        Some(Box::new(names.map(PossibleValue::new)))
    }
}

/// The argument, with what is meant where nothing is said in its help: clap's own words for that, and for the values that its help names
/// already, are English.
fn with_default(arg: Arg, messages: &Catalogue) -> Arg {
    if !arg.get_action().takes_values() {
        return arg;
    }
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
