//! The command line: one file a command, every word from the catalogue of the editor's language.

/// Writes a line to standard output. Whoever closed the pipe has read enough: that is no reason to panic, as `println!`
/// does.
macro_rules! tell {
    ($($text:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($text)*);
    }};
}

/// The same, to standard error.
macro_rules! complain {
    ($($text:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stderr(), $($text)*);
    }};
}

mod arguments;
mod build;
mod bundle;
mod check;
mod coverage;
mod due;
mod explain;
mod grammar;
mod headers;
mod hours;
mod import;
mod init;
mod new;
mod record;
mod report;
#[cfg(feature = "serve")]
mod serve;
#[cfg(feature = "sheets")]
mod sheet;
mod theme;

use std::borrow::Cow;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::catalogue::Catalogue;
use crate::language::Language;
use crate::model::values::Date;
use crate::project::Project;
use crate::publish::PublishError;

/// Published, or nothing to complain of.
const DONE: u8 = 0;
/// Errors: nothing was published.
const FAILED: u8 = 1;
/// The command was not understood.
const USAGE: u8 = 2;

const FRENCH: &str = include_str!("../messages/fr.ftl");
const ENGLISH: &str = include_str!("../messages/en.ftl");

/// The tool's own words in a language; French where there is no catalogue for it.
pub fn messages(language: Language) -> Catalogue {
    let source = if language == Language::english() {
        ENGLISH
    } else {
        FRENCH
    };
    Catalogue::new(language, &[source]).0.strict()
}

/// What every command needs: the words to speak in, and where the site is.
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
    #[cfg(feature = "sheets")]
    fn print_shop(
        &self,
        project: &Project,
        arguments: &ArgMatches,
        cache: &std::sync::Arc<crate::cache::Cache>,
    ) -> Option<crate::press::PrintShop> {
        let plates = &project.theme.plates;
        let program = crate::press::Press::this_program();
        let open =
            || crate::press::PrintShop::open(plates, program, Some(std::sync::Arc::clone(cache)));
        (!arguments.get_flag("no-sheets")).then(open)
    }

    /// Prints that no site is there.
    fn no_site(&self) -> u8 {
        let folder = self.root.display().to_string();
        match self.root.is_dir() {
            true => self.fail("new-no-site", &[]),
            false => self.fail("no-folder", &[("folder", &folder)]),
        }
    }

    /// Prints that a file could not be written.
    fn not_written(&self, path: &str, error: &std::io::Error) -> u8 {
        let reason = error.to_string();
        self.fail("write-failed", &[("path", path), ("reason", &reason)])
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

/// Runs the command that `args` asks for.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    #[cfg(feature = "sheets")]
    if args.get(1).is_some_and(|arg| arg == crate::press::WORKER) {
        return match crate::press::work() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        };
    }
    let language = language(&args);
    let messages = messages(language);
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
    crate::threads::prepare();
    ExitCode::from(dispatch(&context, &matches))
}

fn dispatch(context: &Context, matches: &ArgMatches) -> u8 {
    match matches.subcommand() {
        Some(("init", arguments)) => init::run(context, arguments),
        Some(("new", arguments)) => new::run(context, arguments),
        Some(("build", arguments)) => build::run(context, arguments),
        Some(("check", arguments)) => check::run(context, arguments),
        #[cfg(feature = "serve")]
        Some(("serve", arguments)) => serve::run(context, arguments),
        #[cfg(feature = "sheets")]
        Some(("sheet", arguments)) => sheet::run(context, arguments),
        Some(("report", arguments)) => coverage::run(context, arguments),
        Some(("bundle", arguments)) => bundle::run(context, arguments),
        Some(("headers", arguments)) => headers::run(context, arguments),
        Some(("hours", arguments)) => hours::run(context, arguments),
        Some(("record", arguments)) => record::run(context, arguments),
        Some(("import", arguments)) => import::run(context, arguments),
        Some(("schema", arguments)) => arguments::schema(arguments),
        Some(("theme", arguments)) => theme::run(context, arguments),
        Some(("completions", arguments)) => arguments::completions(context, arguments),
        Some(("man", _)) => arguments::man(context),
        _ => USAGE,
    }
}

/// The day that a command works for: `--today`, else that of `SOURCE_DATE_EPOCH` (reproducible-builds.org), else the
/// clock's, in universal time. Only here does the clock have its say.
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::keys;
    use crate::diagnostics::Code;

    #[test]
    fn both_catalogues_are_sound_and_say_the_same_things() {
        for (language, source) in [(Language::french(), FRENCH), (Language::english(), ENGLISH)] {
            let (catalogue, errors) = Catalogue::new(language, &[source]);
            assert_eq!(errors, [], "{language}");
            for code in Code::ALL {
                for key in [code.name().to_owned(), format!("{}.help", code.name())] {
                    assert!(catalogue.find(&key, &[]).is_some(), "{language}: {key}");
                }
            }
        }
        assert_eq!(keys(FRENCH), keys(ENGLISH));
    }
}
