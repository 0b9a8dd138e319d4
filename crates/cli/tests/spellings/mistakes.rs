//! What is said of mistakes does not depend on how the keys around them are spelled: the pages of `tests/remedies`, and those of the
//! suite that are about front matter, with each key in every accepted spelling; and every configuration of both.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use guichet::checks::{self, Scope};
use guichet::diagnostics::{Diagnostic, Severity};
use guichet::document::{folder_kind, is_local};
use guichet::model::config::Config;
use guichet::model::kinds::PageKind;
use guichet::model::record::{Key, Record};
use guichet::model::{Kind, LocalFields, schema};
use guichet::project::Project;
use guichet::site::Extent;
use guichet::spelling::fold_key;

use super::spellings;
use crate::site::{TestSite, files};

/// Cases of the suite whose pages have mistakes in their front matter.
const SUITE: &[&str] = &[
    "aliases-in-english",
    "bad-values",
    "bad-yaml",
    "brackets",
    "colon-in-a-list",
    "fences",
    "fields-meant",
    "front-matter",
    "heads-with-signs",
    "missing-title",
    "places",
    "text-with-fields-below",
    "title-again",
    "twice",
    "unknown-key",
    "values-of-another-shape",
    "wrong-type",
];

/// How keys are written in a round.
#[derive(Debug, Clone, Copy)]
enum Round {
    /// Under the names that they have, in another spelling.
    Spelled(usize),
    /// Under another of their names.
    Named(usize),
}

/// The most other spellings of a name, and the most other names of a key.
const ROUNDS: [usize; 2] = [8, 5];

fn rounds() -> impl Iterator<Item = Round> {
    let [spelled, named] = ROUNDS;
    let spelled = (0..spelled).map(Round::Spelled);
    spelled.chain((0..named).map(Round::Named))
}

/// A key that a line of a file begins with.
struct KeyPlace {
    span: Range<usize>,
    /// Its key, where the file may have it there.
    key: Option<&'static Key>,
}

/// The keys of a file's fields: from the first line that begins with one to the next without words.
fn keys(text: &str, top: &[&'static [Key]]) -> Vec<KeyPlace> {
    let mut places = Vec::new();
    let mut above: Vec<(usize, Option<&'static Key>)> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let bare = line.trim_start_matches([' ', '\t', '-', '•', '\u{a0}']);
        let column = line.len() - bare.len();
        if !line.contains(char::is_alphanumeric) {
            match places.is_empty() {
                true => continue,
                false => break,
            }
        }
        let name = bare.split(':').next().unwrap_or_default().trim_end();
        if !bare.contains(':') || !schema::is_key(name) {
            continue;
        }
        above.retain(|(other, _)| *other < column);
        let records: Vec<&'static [Key]> = match above.last() {
            None => top.to_vec(),
            Some((_, key)) => {
                let fields = key.and_then(|key| key.fields);
                fields.into_iter().map(|(keys, _)| keys).collect()
            }
        };
        let folded = fold_key(name);
        let mut known = records.iter().flat_map(|keys| keys.iter());
        let key = known.find(|key| key.is(&folded));
        above.push((column, key));
        let start = start + column;
        places.push(KeyPlace {
            span: start..start + name.len(),
            key,
        });
    }
    places
}

/// The text with its keys as they are written in a round, no two neighbours in the same spelling.
fn respelled(text: &str, places: &[KeyPlace], round: Round) -> String {
    let mut out = String::new();
    let mut at = 0;
    for (index, place) in places.iter().enumerate() {
        let written = &text[place.span.clone()];
        let other = match (round, place.key) {
            (Round::Spelled(round), _) => {
                let all = spellings(written);
                all[(round + index) % all.len()].clone()
            }
            (Round::Named(round), Some(key)) => {
                let names = std::iter::once(&key.name).chain(key.aliases);
                let names: Vec<&&str> = names.collect();
                (*names[round % names.len()]).to_owned()
            }
            (Round::Named(_), None) => written.to_owned(),
        };
        out.push_str(&text[at..place.span.start]);
        out.push_str(&other);
        at = place.span.end;
    }
    out + &text[at..]
}

/// What is said of a file: of each line, and what would be mended. Arguments quote names, so they are compared as names are, and
/// only where names stay the same.
fn said(severity: Severity, found: &Diagnostic, round: Option<Round>) -> String {
    let line = found.location.line_and_column().map(|(line, _)| line);
    let edits = found.fix.as_ref().map_or(0, |fix| fix.edits.len());
    let args: Vec<String> = match round {
        Some(Round::Named(_)) => Vec::new(),
        _ => found
            .args
            .iter()
            .map(|(_, value)| fold_key(value))
            .collect(),
    };
    let code = found.code.name();
    format!(
        "{severity:?} {code}.{} line {line:?}, {edits} edits {args:?}",
        found.help
    )
}

type SaidOfFiles = BTreeMap<String, Vec<String>>;

/// What differs between two rounds, at most a few.
fn differences(before: &SaidOfFiles, after: &SaidOfFiles) -> Vec<String> {
    let none = Vec::new();
    let paths = before
        .keys()
        .chain(after.keys().filter(|path| !before.contains_key(*path)));
    let differing = paths.filter_map(|path| {
        let [first, then] = [before, after].map(|said| said.get(path).unwrap_or(&none));
        (first != then).then(|| format!("{path}\n  {first:#?}\n  {then:#?}"))
    });
    differing.collect()
}

fn folder(name: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests")).join(name)
}

/// The pages of all cases as those of one site, with their keys.
fn pages() -> BTreeMap<String, (String, Vec<KeyPlace>)> {
    let mut pages = BTreeMap::new();
    let remedies = std::fs::read_dir(folder("remedies")).unwrap();
    let remedies = remedies.map(|case| case.unwrap().path());
    let suite = SUITE.iter().map(|case| folder("suite").join(case));
    for case in remedies.chain(suite) {
        let name = case.file_name().unwrap().to_str().unwrap().to_owned();
        for (path, bytes) in files(&case.join("content")) {
            let (above, file) = path.rsplit_once('/').unwrap_or(("", &path));
            let Ok(text) = String::from_utf8(bytes) else {
                continue;
            };
            let is_read = file.ends_with(".md") && !text.contains(['\r', '\0', '\u{feff}']);
            if !is_read || file.starts_with("_index") {
                continue;
            }
            let key = format!("{above}/{name}-{file}");
            let key = key.trim_start_matches('/');
            let mut top = schema::keys(folder_kind(key)).to_vec();
            top.insert(0, PageKind::KEYS);
            if folder_kind(key) == Kind::Organization {
                top.remove(0);
            }
            if is_local(key) {
                top = vec![LocalFields::KEYS];
            }
            let places = keys(&text, &top);
            pages.insert(format!("content/{key}"), (text, places));
        }
    }
    pages
}

#[test]
fn what_is_said_of_a_page_is_the_same_in_every_spelling() {
    let pages = pages();
    let count: usize = pages.values().map(|(_, places)| places.len()).sum();
    assert!(pages.len() > 150 && count > 600, "{}, {count}", pages.len());
    let said_of = |written: Option<Round>, compared: Option<Round>| -> SaidOfFiles {
        let site = TestSite::copy_of(&folder("remedies/base"));
        site.write("guichet.yaml", "titre: Essai\nlangues: [fr, en, kab]\n");
        for (path, (text, places)) in &pages {
            let text = match written {
                Some(round) => respelled(text, places, round),
                None => text.clone(),
            };
            site.write(path, text);
        }
        let (assembled, mut found) =
            Project::read(&site.path("")).site(Extent::on(super::day()).with_sheets(false));
        found.extend(checks::check(&assembled, Scope::All));
        let mut all = SaidOfFiles::new();
        for (severity, found) in checks::judge(&assembled, found) {
            let path = found.location.path().to_owned();
            all.entry(path)
                .or_default()
                .push(said(severity, &found, compared));
        }
        all.values_mut().for_each(|said| said.sort());
        all
    };
    let [spelled, named] = [Round::Spelled(0), Round::Named(0)].map(Some);
    let [spelled, named] = [spelled, named].map(|compared| said_of(None, compared));
    for round in rounds() {
        let before = match round {
            Round::Spelled(_) => &spelled,
            Round::Named(_) => &named,
        };
        let differences = differences(before, &said_of(Some(round), Some(round)));
        let shown = differences.iter().take(10).cloned().collect::<Vec<_>>();
        assert!(
            shown.is_empty(),
            "{round:?}, {}:\n{}",
            differences.len(),
            shown.join("\n")
        );
    }
}

#[test]
fn what_is_said_of_a_configuration_is_the_same_in_every_spelling() {
    let mut count = 0;
    for cases in ["remedies", "suite"] {
        for (path, bytes) in files(&folder(cases)) {
            let Ok(text) = String::from_utf8(bytes) else {
                continue;
            };
            if !path.ends_with("guichet.yaml") || text.contains(['\r', '\u{feff}']) {
                continue;
            }
            count += 1;
            let places = keys(&text, &[Config::KEYS]);
            let said_of = |text: &str, compared: Round| -> Vec<String> {
                let site = TestSite::empty();
                site.write("guichet.yaml", text);
                let (_, _, found) = Config::read(&site.path(""));
                let said = found
                    .iter()
                    .map(|found| said(found.code.default_severity(), found, Some(compared)));
                let mut said: Vec<String> = said.collect();
                said.sort();
                said
            };
            for round in rounds() {
                let other = respelled(&text, &places, round);
                assert_eq!(
                    said_of(&other, round),
                    said_of(&text, round),
                    "{path}: {other}"
                );
            }
        }
    }
    assert!(count > 100, "{count}");
}
