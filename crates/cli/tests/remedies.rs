//! Each remedy, followed to the letter, removes its diagnostic and causes no other: `tests/remedies` has a folder for each
//! code; see `tests/README.md`.
#![allow(clippy::unwrap_used, clippy::panic)]

mod site;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use guichet::diagnostics::Code;
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
    let trials = Code::ALL.iter().map(|code| {
        let folder = cases.join(code.name());
        let base = cases.join("base");
        let code = *code;
        Trial::test(code.name(), move || case(&base, &folder, code))
            .with_ignored_flag(needs_press(code) && !cfg!(feature = "sheets"))
    });
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit();
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
