//! Each remedy, followed to the letter, removes its diagnostic and causes no other: `tests/remedies` has a folder for each
//! code; see `tests/README.md`.
#![allow(clippy::unwrap_used, clippy::panic)]

mod site;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use guichet::build::{self, BuildOptions};
use guichet::diagnostics::{Code, Diagnostic, Fix, Mending, Severity};
use guichet::edit::mend_one;
use guichet::language::Language;
use guichet::messages;
use guichet::model::values::Date;
use guichet::project::Project;
use libtest_mimic::{Arguments, Failed, Trial};
use site::TestSite;

/// Codes without a case, and why: their cause is not in a site's files.
const WITHOUT: &[(Code, &str)] = &[
    (
        Code::Unreadable,
        "the system's permissions, which hold nothing back from who runs the tests as root",
    ),
    (
        Code::NoPress,
        "a press that does not answer, or a template that takes all the time or memory there is: `press.rs` has both",
    ),
    (
        Code::ImportConflict,
        "two imports of a source and an editor between them: `import-again` in the suite, whose last command finds it gone",
    ),
];

fn main() {
    let cases = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/remedies");
    let mut trials: Vec<Trial> = Vec::new();
    trials.extend(Code::ALL.iter().map(|code| {
        let folder = cases.join(code.name());
        let base = cases.join("base");
        let code = *code;
        let name = format!("buttons::{}", code.name());
        Trial::test(name, move || buttons(&base, &folder, code))
    }));
    trials.extend(Code::ALL.iter().map(|code| {
        let folder = cases.join(code.name());
        let base = cases.join("base");
        let code = *code;
        Trial::test(code.name(), move || case(&base, &folder, code))
            .with_ignored_flag(needs_press(code) && !cfg!(feature = "sheets"))
    }));
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

/// Whether only a site that prints its sheets has the diagnostic.
fn needs_press(code: Code) -> bool {
    code.is_of_sheets() || code == Code::DuplicateSheet
}

/// Runs a case as written and as corrected: by hand as in its folder `mended`, or by `check --fix`.
fn case(base: &Path, folder: &Path, code: Code) -> Result<(), Failed> {
    if !folder.is_dir() {
        let excepted = WITHOUT.iter().any(|(other, _)| *other == code);
        return match excepted {
            true => Ok(()),
            false => Err(format!("{}: there is no case", folder.display()).into()),
        };
    }
    let before = site(base, folder);
    let found = codes(&before, folder, code);
    if !found.contains_key(code.name()) {
        return Err(format!("the case is not {}: {found:?}", code.name()).into());
    }
    let after = site(base, folder);
    let mended = folder.join("mended");
    let remedy = fs::read_to_string(folder.join("remedy"));
    if let Ok(commands) = remedy {
        for command in commands.lines() {
            let words: Vec<&str> = command.split_whitespace().collect();
            let run = after.run(&words);
            assert_eq!(run.status, Some(0), "{}", run.stderr);
        }
    } else if mended.is_dir() {
        for (path, bytes) in site::files(&mended) {
            match path.strip_suffix(".deleted") {
                Some(path) => fs::remove_file(after.path(path)).unwrap(),
                None => after.write(&path, bytes),
            }
        }
    } else {
        let run = after.run(&["check", "--fix", "--no-sheets"]);
        assert_ne!(run.status, Some(2), "{}", run.stderr);
    }
    let left = codes(&after, folder, code);
    for (name, count) in &left {
        if name == code.name() || found.get(name).is_none_or(|before| before < count) {
            return Err(format!("found {found:?}, and after the remedy {left:?}").into());
        }
    }
    Ok(())
}

/// Applies each fix and each offer of a case, alone on a fresh copy: the diagnostic is gone, no other file has changed,
/// and no error is new. A code that has buttons must have one in its case.
fn buttons(base: &Path, folder: &Path, code: Code) -> Result<(), Failed> {
    if !folder.is_dir() || folder.join("command").exists() {
        return Ok(());
    }
    let whole = site(base, folder);
    let before = found(&whole);
    let fixes = |diagnostic: &Diagnostic| -> Vec<(String, Fix)> {
        let languages = [Language::french(), Language::english()].map(messages::of);
        let mut fixes = Vec::new();
        for catalogue in &languages {
            let certain = diagnostic.fix.iter();
            fixes = certain
                .map(|fix| (fix.words(catalogue), fix.clone()))
                .collect();
            let offers = diagnostic.offers.iter();
            fixes.extend(offers.map(|remedy| (remedy.words(catalogue), remedy.fix.clone())));
            for (words, _) in &fixes {
                let is_said = !words.is_empty() && !words.contains('\n');
                assert!(is_said && !words.starts_with("mend-"), "{words}");
            }
        }
        fixes
    };
    let of_code = || before.iter().filter(|(_, found)| found.code == code);
    let has_button = of_code().any(|(_, found)| !fixes(found).is_empty());
    if of_code().next().is_some() && has_button != (code.mending() == Mending::Button) {
        return Err(format!("{:?}, but has a button: {has_button}", code.mending()).into());
    }
    let errors = |found: &[(Severity, Diagnostic)]| {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        let errors = found
            .iter()
            .filter(|(severity, _)| *severity == Severity::Error);
        errors.for_each(|(_, error)| *counts.entry(error.code.name()).or_default() += 1);
        counts
    };
    for (_, diagnostic) in &before {
        for (words, fix) in fixes(diagnostic) {
            // What is written as YAML only almost is corrected together: `case` has tried that.
            if diagnostic.code == Code::AsMeant && diagnostic.fix.as_ref() == Some(&fix) {
                continue;
            }
            let after = site(base, folder);
            mend_one(&after.path(""), &fix).map_err(|error| format!("{words}: {error}"))?;
            let mut files = site::files(&after.path(""));
            files.remove(&fix.file.path);
            let mut untouched = site::files(&whole.path(""));
            untouched.remove(&fix.file.path);
            assert_eq!(files, untouched, "{words}");
            let left = found(&after);
            let is_it = |(_, other): &&(Severity, Diagnostic)| {
                other.code == diagnostic.code
                    && other.location.path() == diagnostic.location.path()
                    && other.args == diagnostic.args
            };
            let name = diagnostic.code.name();
            if left.iter().filter(is_it).count() >= before.iter().filter(is_it).count() {
                return Err(format!("{name} is still there after: {words}").into());
            }
            let (before, after) = (errors(&before), errors(&left));
            for (code, count) in &after {
                if before.get(code).is_none_or(|before| before < count) {
                    return Err(format!("{name}: {code} is new after: {words}").into());
                }
            }
        }
    }
    Ok(())
}

/// What `check` finds in a site, on a day on which all cases are what they are about.
fn found(site: &TestSite) -> Vec<(Severity, Diagnostic)> {
    let day = Date::parse("2026-11-30").unwrap();
    let project = Project::read(&site.path(""));
    build::check(&project, &BuildOptions::on(day)).diagnostics
}

/// The site of a case: its files over those that all cases share.
fn site(base: &Path, folder: &Path) -> TestSite {
    let site = TestSite::empty();
    for from in [base, folder] {
        for (path, bytes) in site::files(from) {
            // Symbolic links are kept as a list of names and targets: not every system can store one.
            if path == "links" {
                links(&site, &String::from_utf8(bytes).unwrap());
            } else if path == "large" {
                large(&site, &String::from_utf8(bytes).unwrap());
            } else if let Some(path) = path.strip_suffix(".deleted") {
                fs::remove_file(site.path(path)).ok();
            } else if !path.starts_with("mended/") && path != "command" && path != "remedy" {
                site.write(&path, bytes);
            }
        }
    }
    site
}

/// A file of so many bytes.
fn large(site: &TestSite, line: &str) {
    let (name, bytes) = line.trim().split_once(' ').unwrap();
    site.write(name, "mot ".repeat(bytes.parse::<usize>().unwrap() / 4));
}

fn links(site: &TestSite, list: &str) {
    for line in list.lines() {
        let (name, target) = line.split_once(' ').unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(target, site.path(name)).unwrap();
    }
}

/// How often each code is reported by the last of a case's commands; `check` where it names none.
fn codes(site: &TestSite, folder: &Path, code: Code) -> BTreeMap<String, usize> {
    let file: PathBuf = folder.join("command");
    let commands = fs::read_to_string(file).unwrap_or_else(|_| "check".into());
    let mut out = String::new();
    for command in commands.lines() {
        let mut words: Vec<&str> = command.split_whitespace().collect();
        if words[0] == "check" && !needs_press(code) {
            words.push("--no-sheets");
        }
        let run = site.run(&words);
        out = run.stdout + &run.stderr;
    }
    let mut codes = BTreeMap::new();
    for line in out.lines() {
        let rest = line
            .strip_prefix("erreur[")
            .or_else(|| line.strip_prefix("attention["));
        if let Some((name, _)) = rest.and_then(|rest| rest.split_once(']')) {
            *codes.entry(name.to_owned()).or_default() += 1;
        }
    }
    codes
}
