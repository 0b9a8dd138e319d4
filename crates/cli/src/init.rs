//! `guichet init`: a small site that builds, with what publishes it.

mod sort;
mod sources;

use std::io::{BufRead as _, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};
use include_dir::{Dir, include_dir};

use super::commands::CommandEntry;
use super::grammar::Grammar;
use super::{Context, DONE, today};
use guichet::markdown::slug;
use guichet::model::config;
use guichet::model::is_answer;
use guichet::model::values::Phone;
use guichet::spelling::fold_key;
use guichet::yaml::scalar;
use sort::PublisherSort;
pub(super) use sources::quoted;
use sources::{Start, StartFiles};

static FRENCH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/skeleton/fr");
static ENGLISH: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/skeleton/en");
static SHARED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/skeleton/shared");

/// What a new site is to say of its publisher. What is not known is left out: no made-up data is published.
#[derive(Debug, Default)]
struct Publisher {
    /// Its name.
    name: Option<String>,
    /// The town or the place that it serves.
    place: Option<String>,
    /// Its telephone number, as people write it.
    phone: Option<String>,
    /// The name of its page, if it has been imported.
    page: Option<String>,
}

pub(super) const COMMAND: CommandEntry = CommandEntry {
    name: "init",
    grammar,
    run,
};

fn grammar(grammar: &Grammar<'_>, command: Command) -> Command {
    let dir = Arg::new("dir")
        .value_name(grammar.value("DIR"))
        .default_value(".");
    let dir = dir.value_parser(value_parser!(PathBuf));
    command
        .arg(dir.help(grammar.text("help-init-dir")))
        .arg(
            grammar
                .option("name", "NAME", "help-init-name")
                .alias("nom"),
        )
        .arg(
            grammar
                .option("place", "PLACE", "help-init-place")
                .alias("commune"),
        )
        .arg(
            grammar
                .option("phone", "PHONE", "help-init-phone")
                .alias("telephone")
                .alias("téléphone")
                .value_parser(phone),
        )
        .args(sources::arguments(grammar))
}

fn run(context: &Context, arguments: &ArgMatches) -> u8 {
    let folder = arguments
        .get_one::<PathBuf>("dir")
        .cloned()
        .unwrap_or_else(|| PathBuf::from("."));
    let shown = folder.display().to_string();
    if folder.join(config::FILE).exists() {
        return context.fail("init-exists", &[("path", &shown)]);
    }
    let files = StartFiles::of(arguments);
    let start = match files.read(context, &folder) {
        Ok(start) => start,
        Err(status) => return status,
    };
    let publisher = Publisher::ask(context, arguments, &folder, &start);
    let english = files.is_english(context);
    let words = publisher.words(english, &today(arguments).to_string());
    let skeleton = if english { &ENGLISH } else { &FRENCH };
    let has_guide = start.has_guide();
    let has_publisher = publisher.page.is_some();
    // Of the skeleton, what is of no use beside what is imported: the example of a guide, the empty page of a publisher.
    let is_needless = |path: &str| {
        has_guide && path.starts_with("content/guides/")
            || has_publisher && path.starts_with("content/organizations/")
    };
    if let Err(error) = std::fs::create_dir_all(&folder) {
        return context.not_written(&shown, &error);
    }
    let is_whole = start.is_whole();
    let phone = publisher.phone.as_deref().filter(|_| has_publisher);
    let written = match start.write(context, &folder, phone, !english) {
        Ok(written) => written,
        Err(status) => return status,
    };
    for part in [&SHARED, skeleton] {
        if let Err(error) = write(part, &folder, &words, &is_needless) {
            return context.not_written(&shown, &error);
        }
    }
    // What is told is there.
    written.tell(context);
    tell!("{}", context.say("init-done", &[("path", &shown)]));
    if publisher.phone.is_none() && publisher.page.is_none() {
        let file = folder.join(format!(
            "content/organizations/{}.md",
            words.value("PUBLISHER")
        ));
        let file = file.display().to_string();
        tell!("{}", context.say("init-complete", &[("path", &file)]));
    }
    tell!();
    if folder != Path::new(".") {
        let typed = quoted(&folder);
        tell!("{}", context.say("init-cd", &[("path", &typed)]));
    }
    tell!("{}", context.say("init-next", &[]));
    match is_whole {
        true => DONE,
        false => context.fail("import-part", &[]),
    }
}

impl Publisher {
    /// What the command line says, and what an editor at a terminal answers; an empty answer leaves it out. A folder whose name has
    /// several words that say who publishes (`guichet init "Commune de Saint-Aubin"`) is named after the publisher.
    /// The town hall of an imported directory answers all questions, unless another sort of publisher is named.
    fn ask(context: &Context, arguments: &ArgMatches, folder: &Path, start: &Start) -> Self {
        let given = arguments.get_one::<String>("name");
        let sort = given.map(|name| PublisherSort::of(&slug(name)));
        if let Some((title, page)) = &start.town_hall
            && sort.is_none_or(|sort| sort == Some(PublisherSort::Town))
        {
            return Self {
                name: Some(given.cloned().unwrap_or_else(|| sort::town_hall(title))),
                page: Some(page.clone()),
                phone: arguments
                    .get_one::<String>("phone")
                    .and_then(|phone| number(phone)),
                place: None,
            };
        }
        let is_asked = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
        let named = folder.file_name().map(|name| name.to_string_lossy());
        let named =
            named.filter(|name| name.contains(' ') && PublisherSort::of(&slug(name)).is_some());
        let answer = |option: &str, question: &str| {
            let given = arguments.get_one::<String>(option).cloned();
            let named = named.as_ref().filter(|_| option == "name");
            let given = given.or_else(|| Some(named?.clone().into_owned()));
            let answer = given.or_else(|| is_asked.then(|| ask(context, question))?)?;
            let answer = answer.split_whitespace().collect::<Vec<_>>().join(" ");
            (!answer.is_empty()).then_some(answer)
        };
        Self {
            name: answer("name", "init-ask-name"),
            // The code of a commune is not its name.
            place: answer("place", "init-ask-place")
                .filter(|place| guichet::import::annuaire::commune(place).is_none()),
            phone: answer("phone", "init-ask-phone").and_then(|answer| number(&answer)),
            page: None,
        }
    }

    /// The replacements for the words of the skeleton.
    fn words(&self, english: bool, today: &str) -> SkeletonWords {
        let (town_hall, town_hall_id, site) = if english {
            ("Town hall", "town-hall", "The counter of our town")
        } else {
            ("Mairie", "mairie", "Le guichet de notre commune")
        };
        let name = self.name.as_deref().unwrap_or(town_hall);
        let own = slug(name);
        let sort = PublisherSort::of(&own);
        let id = match own.contains(town_hall_id) && sort == Some(PublisherSort::Town)
            || own.is_empty()
        {
            true => town_hall_id,
            false => own.get(..60).unwrap_or(&own).trim_end_matches('-'),
        };
        let kind_key = if english { "kind" } else { "type" };
        let kind = sort.map(|sort| format!("{kind_key}: {}", sort.kind()));
        let phone_key = if english { "phone" } else { "téléphone" };
        // Where it belongs, for who has none yet.
        let phone = match &self.phone {
            Some(phone) => format!("{phone_key}: {}", scalar(phone)),
            None => format!("# {phone_key}: 01 23 45 67 89"),
        };
        let look = sort
            .filter(|_| self.name.is_some())
            .map(PublisherSort::look);
        let look = look.map(|(french, name)| match english {
            true => format!("{:<13}", format!("look: {name}")),
            false => format!("{:<20}", format!("apparence: {french}")),
        });
        let no_look = if english {
            "# look: plain"
        } else {
            "# apparence: sobre  "
        };
        SkeletonWords(vec![
            ("SITE", Some(scalar(self.name.as_deref().unwrap_or(site)))),
            (
                "PUBLISHER",
                Some(self.page.as_deref().unwrap_or(id).to_owned()),
            ),
            ("ORGANIZATION", Some(scalar(name))),
            ("KIND", kind),
            (no_look, Some(look.unwrap_or_else(|| no_look.to_owned()))),
            ("PHONE", Some(phone)),
            ("PLACE", self.place.as_deref().map(item)),
            ("TODAY", Some(today.to_owned())),
        ])
    }
}

/// Makes a small site of a folder, for a publisher who is known from a form, or says why not in words of the messages.
#[cfg(feature = "atelier")]
pub(super) fn start(
    folder: &Path,
    new: &guichet_atelier::NewSite,
    messages: &guichet::catalogue::Catalogue,
    today: guichet::model::values::Date,
) -> Result<(), String> {
    let english = messages.language() == guichet::language::Language::english();
    let publisher = Publisher {
        name: new.publisher.clone(),
        place: new.place.clone(),
        phone: new.phone.as_deref().and_then(number),
        page: None,
    };
    let words = publisher.words(english, &today.to_string());
    let skeleton = if english { &ENGLISH } else { &FRENCH };
    for part in [&SHARED, skeleton] {
        write(part, folder, &words, &|_| false).map_err(|error| {
            let path = folder.display().to_string();
            let reason = guichet::reasons::reason(&error);
            let args = [("path", path.into()), ("reason", reason.into())];
            messages.format("write-failed", &args).into_owned()
        })?;
    }
    Ok(())
}

/// A telephone number. « à préciser » is none: the line is left out, and the command says so.
fn number(answer: &str) -> Option<String> {
    Phone::parse(answer).map(|_| answer.to_owned())
}

/// A text as an item between brackets.
fn item(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// An answer from the terminal.
fn ask(context: &Context, question: &str) -> Option<String> {
    let mut out = std::io::stdout();
    let _ = write!(out, "{} ", context.say(question, &[]));
    let _ = out.flush();
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line).ok()?;
    Some(line)
}

/// Words of the skeleton with their replacements; a line whose word has none is left out.
struct SkeletonWords(Vec<(&'static str, Option<String>)>);

impl SkeletonWords {
    fn value(&self, name: &str) -> &str {
        let mut words = self.0.iter();
        let found = words.find(|(word, _)| *word == name);
        found
            .and_then(|(_, value)| value.as_deref())
            .unwrap_or_default()
    }

    fn fill(&self, text: &str) -> String {
        let lines = text.split_inclusive('\n');
        lines.filter_map(|line| self.fill_line(line)).collect()
    }

    /// A line with its words replaced, each where the skeleton has it: a name may contain another of them. `None` if one has no value.
    fn fill_line(&self, line: &str) -> Option<String> {
        let mut out = String::with_capacity(line.len() + 64);
        let mut rest = line;
        loop {
            let places = self.0.iter().filter_map(|(word, value)| {
                let at = rest.find(word)?;
                Some((at, word.len(), value))
            });
            // Of two in one place, the longer: one is the beginning of the other.
            let first = places.min_by_key(|(at, length, _)| (*at, std::cmp::Reverse(*length)));
            let Some((at, length, value)) = first else {
                out.push_str(rest);
                return Some(out);
            };
            let (before, after) = rest.split_at(at);
            out.push_str(before);
            out.push_str(value.as_deref()?);
            rest = &after[length..];
        }
    }
}

/// Writes the files that are not there yet and not needless, with the words filled in.
fn write(
    dir: &Dir<'_>,
    folder: &Path,
    words: &SkeletonWords,
    is_needless: &dyn Fn(&str) -> bool,
) -> std::io::Result<()> {
    // Those of folders first: what has a `guichet.yaml` is a site.
    dir.dirs()
        .try_for_each(|below| write(below, folder, words, is_needless))?;
    for file in dir.files() {
        let name = file.path().to_string_lossy();
        let path = folder.join(name.replace("PUBLISHER", words.value("PUBLISHER")));
        if path.exists() || is_needless(&name) {
            continue;
        }
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        match file.contents_utf8() {
            Some(text) => std::fs::write(&path, words.fill(text))?,
            None => std::fs::write(&path, file.contents())?,
        }
    }
    Ok(())
}

/// A telephone number, or words for one that is not known yet, which are as good as nothing.
fn phone(text: &str) -> Result<String, &'static str> {
    const LATER: &[&str] = &[
        "",
        "a_preciser",
        "a_completer",
        "a_venir",
        "plus_tard",
        "inconnu",
        "later",
        "unknown",
        "to_come",
    ];
    let is_later = LATER.contains(&&*fold_key(text)) || is_answer(text);
    match is_later || Phone::parse(text).is_some() {
        true => Ok(text.to_owned()),
        false => Err("01 23 45 67 89"),
    }
}
