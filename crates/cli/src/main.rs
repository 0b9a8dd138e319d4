//! The `guichet` command: one file a subcommand, every word from the catalogue of the editor's language.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::panic))]

/// Writes a line to standard output. A reader that closed the pipe has read enough: no reason to panic, as `println!`
/// does.
macro_rules! tell {
    ($($text:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($text)*);
    }};
}

/// Writes a line to standard error. A reader that closed the pipe has read enough.
macro_rules! complain {
    ($($text:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr(), $($text)*);
    }};
}

mod arguments;
#[cfg(feature = "atelier")]
mod atelier;
mod build;
mod bundle;
mod check;
mod choice;
mod commands;
mod completions;
mod due;
mod explain;
mod grammar;
mod headers;
mod hours;
mod import;
mod init;
#[cfg(feature = "lsp")]
mod lsp;
mod man;
mod new;
mod printing;
mod publish;
mod record;
mod report;
mod schema;
#[cfg(feature = "serve")]
mod serve;
#[cfg(feature = "sheets")]
mod sheet;
mod theme;

use std::borrow::Cow;
use std::ffi::OsString;
#[cfg(feature = "atelier")]
use std::io::IsTerminal as _;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::ArgMatches;

use guichet::cache::Cache;
use guichet::catalogue::Catalogue;
use guichet::language::Language;
use guichet::messages;
use guichet::model::values::Date;
use guichet::press::{Press, PrintShop};
use guichet::project::Project;
use guichet::publish::PublishError;
use guichet::reasons::reason;

/// Rendering allocates many small strings on several threads: mimalloc makes a build a sixth faster than
/// glibc's allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Published, or nothing to complain of.
const DONE: u8 = 0;
/// Errors: nothing was published.
const FAILED: u8 = 1;
/// The command was not understood.
const USAGE: u8 = 2;

/// What every command needs: the message catalogue, and where the site is.
struct Context {
    messages: Catalogue,
    root: PathBuf,
}

impl Context {
    fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        let args: Vec<(&str, Cow<'_, str>)> = args
            .iter()
            .map(|(name, value)| (*name, Cow::Borrowed(*value)))
            .collect();
        self.messages.format(key, &args).into_owned()
    }

    /// Opens the print shop of a site, unless `--no-sheets` keeps it closed.
    fn print_shop(
        &self,
        project: &Project,
        arguments: &ArgMatches,
        cache: &Arc<Cache>,
    ) -> Option<PrintShop> {
        let program = press(arguments)?;
        let cache = Some(Arc::clone(cache));
        Some(PrintShop::open(&project.theme.plates, program, cache))
    }

    /// Reports a missing site.
    fn no_site(&self) -> u8 {
        let folder = self.root.display().to_string();
        match self.root.is_dir() {
            true => self.fail("new-no-site", &[]),
            false => self.fail("no-folder", &[("folder", &folder)]),
        }
    }

    /// Prints that a file could not be written.
    fn not_written(&self, path: &str, error: &std::io::Error) -> u8 {
        let said = [("path", path), ("reason", &*reason(error))];
        self.fail("write-failed", &said)
    }

    /// Prints that a file could not be read.
    fn not_read(&self, path: &str, error: &std::io::Error) -> u8 {
        let said = [("path", path), ("reason", &*reason(error))];
        self.fail("import-unreadable-source", &said)
    }

    /// Prints why nothing was published.
    fn not_published(&self, error: &PublishError) -> u8 {
        let severity = self.messages.text("severity-error").into_owned();
        complain!("{severity} : {}", error.message(&self.messages));
        FAILED
    }

    /// Prints an error of the command itself.
    fn fail(&self, key: &str, args: &[(&str, &str)]) -> u8 {
        let severity = self.messages.text("severity-error").into_owned();
        complain!("{severity} : {}", self.say(key, args));
        FAILED
    }
}

/// Writes to standard output. A reader that closed the pipe has read enough.
fn print(bytes: &[u8]) -> u8 {
    let _ = std::io::stdout().write_all(bytes);
    DONE
}

fn main() -> ExitCode {
    let args = arguments_given();
    #[cfg(feature = "sheets")]
    if args.get(1).is_some_and(|arg| arg == guichet::press::WORKER) {
        return match guichet_press::work() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let language = language(&args);
    let messages = messages::of(language);
    let command = grammar::command(&messages);
    let matches = match command.try_get_matches_from(&args) {
        Ok(matches) => matches,
        Err(error) => return arguments::explain(&error, &messages),
    };
    let start = matches
        .get_one::<PathBuf>("site")
        .cloned()
        .unwrap_or_else(|| PathBuf::from("."));
    let context = Context {
        messages,
        root: Project::find_root(&start),
    };
    guichet::threads::prepare();
    ExitCode::from(commands::dispatch(&context, &matches))
}

/// The words of the command line. Alone at a terminal, in a site or where one can begin, `guichet` opens the workshop.
fn arguments_given() -> Vec<OsString> {
    let given: Vec<OsString> = std::env::args_os().collect();
    #[cfg(feature = "atelier")]
    if given.len() == 1
        && std::io::stdout().is_terminal()
        && atelier::is_meant_in(&Project::find_root(std::path::Path::new(".")))
    {
        return given.into_iter().chain([atelier::NAME.into()]).collect();
    }
    given
}

/// The program that prints sheets, which is this one; `None` where `--no-sheets` is given, or where it was built without a press.
fn press(arguments: &ArgMatches) -> Option<PathBuf> {
    let is_wanted = cfg!(feature = "sheets") && !arguments.get_flag("no-sheets");
    is_wanted.then(Press::this_program)
}

/// The day that a command works for: `--today`, else that of `SOURCE_DATE_EPOCH` (reproducible-builds.org), else the
/// clock's, in universal time. Nothing else reads the clock.
fn today(arguments: &ArgMatches) -> Date {
    if let Some(day) = arguments.get_one::<Date>("today") {
        return *day;
    }
    let given = std::env::var("SOURCE_DATE_EPOCH").ok();
    let given = given.and_then(|seconds| seconds.trim().parse::<i64>().ok());
    let clock = || {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        since.map_or(0, |time| i64::try_from(time.as_secs()).unwrap_or(0))
    };
    let now = jiff::Timestamp::from_second(given.unwrap_or_else(clock)).unwrap_or_default();
    Date(jiff::tz::TimeZone::UTC.to_datetime(now).date())
}

/// The language of messages: `--lang`, else that of the environment, else French, which editors speak.
fn language(args: &[OsString]) -> Language {
    let mut args = args.iter().map(|arg| arg.to_string_lossy());
    while let Some(arg) = args.next() {
        let value = match arg.strip_prefix("--lang=") {
            Some(value) => Some(value.to_owned()),
            None if arg == "--lang" => args.next().map(Cow::into_owned),
            None => None,
        };
        if let Some(language) = value.and_then(|value| Language::parse(&value)) {
            return language;
        }
    }
    let environment = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
        .or_else(sys_locale::get_locale)
        .unwrap_or_default();
    if environment.starts_with("en") {
        Language::english()
    } else {
        Language::french()
    }
}
