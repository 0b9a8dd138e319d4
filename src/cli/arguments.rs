//! The grammar of the command line, its help, completions and manual page.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

#[cfg(feature = "sheets")]
use crate::model::SheetFormat;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use clap_complete::Shell;

use super::{Context, DONE, FAILED, USAGE};
use crate::build::Shard;
use crate::catalogue::Catalogue;
use crate::config;
use crate::language::Language;
use crate::model::schema;
use crate::model::values::{Date, Period};
use crate::site::Glossary;

/// The whole grammar, in the catalogue's language.
pub(super) fn command(messages: &Catalogue) -> Command {
    let text = |key: &str| messages.text(key).into_owned();
    let flag = |name: &'static str, key: &str| {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .help(text(key))
    };
    let format = || {
        Arg::new("format")
            .long("format")
            .value_parser(["text", "json", "sarif", "github", "gitlab"])
            .default_value("text")
            .hide_default_value(true)
            .help(text("help-format"))
    };
    let drafts = || flag("drafts", "help-drafts");
    let serve = Command::new("serve")
        .about(text("help-serve"))
        .arg(
            Arg::new("port")
                .long("port")
                .value_parser(value_parser!(u16))
                .default_value("8000")
                .help(text("help-port")),
        )
        .arg(flag("open", "help-open"))
        .arg(flag("no-drafts", "help-no-drafts"))
        .arg(flag("no-sheets", "help-no-sheets"));
    #[cfg(feature = "sheets")]
    let sheet = Command::new("sheet")
        .about(text("help-sheet"))
        .arg(
            Arg::new("file")
                .required(true)
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help(text("help-sheet-file")),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(|text: &str| SheetFormat::parse(text).ok_or("FORMAT"))
                .help(text("help-sheet-format")),
        )
        .arg(
            Arg::new("out")
                .short('o')
                .long("out")
                .value_name("PDF")
                .value_parser(value_parser!(PathBuf))
                .help(text("help-sheet-out")),
        )
        .arg(flag("for-printer", "help-sheet-for-printer"))
        .arg(flag("data", "help-sheet-data"));
    let commands = [
        Command::new("init").about(text("help-init")).arg(
            Arg::new("dir")
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .default_value(".")
                .help(text("help-init-dir")),
        ),
        Command::new("new")
            .about(text("help-new"))
            .arg(
                Arg::new("kind")
                    .required(true)
                    .value_name("KIND")
                    .value_parser(["guide", "article", "organization", "page"])
                    .help(text("help-new-kind")),
            )
            .arg(
                Arg::new("title")
                    .required(true)
                    .value_name("TITLE")
                    .help(text("help-new-title")),
            ),
        Command::new("build")
            .about(text("help-build"))
            .arg(
                Arg::new("out")
                    .long("out")
                    .value_name("DIR")
                    .value_parser(value_parser!(PathBuf))
                    .help(text("help-out")),
            )
            .arg(drafts())
            .arg(flag("no-sheets", "help-no-sheets"))
            .arg(
                Arg::new("shard")
                    .long("shard")
                    .value_name("I/N")
                    .value_parser(|text: &str| Shard::parse(text).ok_or("I/N"))
                    .help(text("help-shard")),
            )
            .arg(format()),
        Command::new("check")
            .about(text("help-check"))
            .arg(drafts())
            .arg(flag("no-sheets", "help-no-sheets"))
            .arg(format())
            .arg(
                Arg::new("explain")
                    .long("explain")
                    .value_name("RULE")
                    .help(text("help-explain")),
            )
            .arg(
                Arg::new("due")
                    .long("due")
                    .value_name("60d")
                    .value_parser(|text: &str| Period::parse(text).ok_or("60d"))
                    .help(text("help-due")),
            )
            .arg(
                Arg::new("calendar")
                    .long("calendar")
                    .value_name("ICS")
                    .requires("due")
                    .value_parser(value_parser!(PathBuf))
                    .help(text("help-calendar")),
            ),
        serve,
        #[cfg(feature = "sheets")]
        sheet,
        Command::new("report")
            .about(text("help-report"))
            .arg(
                Arg::new("format")
                    .long("format")
                    .value_parser(["text", "html", "csv", "json"])
                    .default_value("text")
                    .hide_default_value(true)
                    .help(text("help-report-format")),
            )
            .arg(
                Arg::new("out")
                    .short('o')
                    .long("out")
                    .value_name("FILE")
                    .value_parser(value_parser!(PathBuf))
                    .help(text("help-report-out")),
            )
            .arg(drafts()),
        Command::new("bundle")
            .about(text("help-bundle"))
            .arg(
                Arg::new("format")
                    .long("format")
                    .value_parser(["kit", "epub"])
                    .default_value("kit")
                    .hide_default_value(true)
                    .help(text("help-bundle-format")),
            )
            .arg(
                Arg::new("section")
                    .long("section")
                    .value_name("FOLDER")
                    .help(text("help-bundle-section")),
            )
            .arg(
                Arg::new("language")
                    .long("language")
                    .value_name("LANGUAGE")
                    .value_parser(|text: &str| Language::parse(text).ok_or_else(|| text.to_owned()))
                    .help(text("help-bundle-language")),
            )
            .arg(
                Arg::new("out")
                    .short('o')
                    .long("out")
                    .value_name("FILE")
                    .value_parser(value_parser!(PathBuf))
                    .help(text("help-bundle-out")),
            )
            .arg(drafts())
            .arg(flag("no-sheets", "help-no-sheets")),
        Command::new("headers").about(text("help-headers")).arg(
            Arg::new("host")
                .required(true)
                .value_parser(["apache", "netlify", "nginx", "caddy"])
                .help(text("help-headers-host")),
        ),
        Command::new("record").about(text("help-record")).arg(
            Arg::new("note")
                .long("note")
                .value_name("TEXT")
                .help(text("help-record-note")),
        ),
        import(messages),
        Command::new("schema").about(text("help-schema")).arg(
            Arg::new("file")
                .value_parser(["page", "config", "glossary"])
                .default_value("page")
                .help(text("help-schema-file")),
        ),
        Command::new("theme")
            .about(text("help-theme"))
            .subcommand_required(true)
            .arg_required_else_help(true)
            .subcommand(
                Command::new("eject").about(text("help-eject")).arg(
                    Arg::new("name")
                        .value_name("NAME")
                        .default_value("default")
                        .help(text("help-eject-name")),
                ),
            ),
        Command::new("completions")
            .about(text("help-completions"))
            .arg(
                Arg::new("shell")
                    .required(true)
                    .value_parser(value_parser!(Shell))
                    .help(text("help-shell")),
            ),
        Command::new("man").about(text("help-man")),
    ];
    let usable = commands
        .into_iter()
        .filter(|command| cfg!(feature = "serve") || command.get_name() != "serve")
        .map(|command| translated(command, messages));
    translated(Command::new("guichet"), messages)
        .version(env!("CARGO_PKG_VERSION"))
        .about(text("help-about"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand_help_heading(text("help-commands"))
        .subcommand_value_name(text("help-command-name"))
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(text("help-version")),
        )
        .arg(
            Arg::new("lang")
                .long("lang")
                .global(true)
                .value_name("fr|en")
                .value_parser(["fr", "en"])
                .hide_possible_values(true)
                .help(text("help-lang")),
        )
        .arg(
            Arg::new("site")
                .long("site")
                .global(true)
                .value_name("DIR")
                .value_parser(value_parser!(PathBuf))
                .help(text("help-site")),
        )
        .arg(
            Arg::new("today")
                .long("today")
                .global(true)
                .value_name("2026-10-01")
                .value_parser(|text: &str| Date::parse(text).ok_or("2026-10-01"))
                .help(text("help-today")),
        )
        .subcommands(usable)
}

/// The grammar of `guichet import`: one subcommand a source.
fn import(messages: &Catalogue) -> Command {
    let text = |key: &str| messages.text(key).into_owned();
    let sources = [
        ("service-public", "DIR|ZIP", "help-import-service-public"),
        ("hugo", "DIR", "help-import-hugo"),
        ("zola", "DIR", "help-import-zola"),
        ("jekyll", "DIR", "help-import-jekyll"),
        ("wordpress", "FILE.xml", "help-import-wordpress"),
    ];
    let source = |(name, value, about): (&'static str, &'static str, &str)| {
        Command::new(name)
            .about(text(about))
            .arg(
                Arg::new("source")
                    .required(true)
                    .value_name(value)
                    .value_parser(value_parser!(PathBuf))
                    .help(text("help-import-source")),
            )
            .arg(
                Arg::new("dry-run")
                    .long("dry-run")
                    .action(ArgAction::SetTrue)
                    .help(text("help-import-dry-run")),
            )
            .arg(
                Arg::new("withdraw")
                    .long("withdraw")
                    .action(ArgAction::SetTrue)
                    .help(text("help-import-withdraw")),
            )
    };
    Command::new("import")
        .about(text("help-import"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommands(sources.into_iter().map(source))
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
            arg.help_heading(text(heading))
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

/// Prints what clap found wrong with the command line, in the editor's language.
pub(super) fn explain(error: &clap::Error, messages: &Catalogue) -> ExitCode {
    if matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    ) {
        // A reader that closed the pipe has read enough.
        let _ = error.print();
        return ExitCode::from(DONE);
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = error.print();
        return ExitCode::from(USAGE);
    }
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let key = match error.kind() {
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-invalid-value",
        ErrorKind::MissingRequiredArgument => "usage-missing-argument",
        ErrorKind::MissingSubcommand => "usage-missing-command",
        _ => {
            let _ = error.print();
            return ExitCode::from(USAGE);
        }
    };
    let subcommand = context(ContextKind::InvalidSubcommand);
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let known = context(ContextKind::ValidValue);
    let args = [
        ("command", subcommand.into()),
        ("argument", argument.into()),
        ("value", value.into()),
        ("known", known.into()),
    ];
    complain!(
        "{} : {}\n{}",
        messages.text("severity-error"),
        messages.format(key, &args),
        messages.text("usage-hint")
    );
    ExitCode::from(USAGE)
}

/// `guichet schema`.
pub(super) fn schema(arguments: &ArgMatches) -> u8 {
    let schema = match arguments.get_one::<String>("file").map(String::as_str) {
        Some("config") => config::schema(),
        Some("glossary") => Glossary::schema(),
        _ => schema::front_matter(),
    };
    print(format!("{schema:#}\n").as_bytes())
}

/// `guichet completions SHELL`.
pub(super) fn completions(context: &Context, arguments: &ArgMatches) -> u8 {
    let Some(shell) = arguments.get_one::<Shell>("shell") else {
        return USAGE;
    };
    let mut out = Vec::new();
    let mut command = command(&context.messages);
    clap_complete::generate(*shell, &mut command, "guichet", &mut out);
    print(&out)
}

/// `guichet man`.
pub(super) fn man(context: &Context) -> u8 {
    let mut out = Vec::new();
    let page = clap_mangen::Man::new(command(&context.messages));
    match page.render(&mut out) {
        Ok(()) => print(&out),
        Err(_) => FAILED,
    }
}

/// Writes to standard output; a reader that closes the pipe early is no error.
fn print(bytes: &[u8]) -> u8 {
    let _ = std::io::stdout().write_all(bytes);
    DONE
}
