//! Each folder of `tests/suite` is a small site with what is expected of it; see `tests/README.md`.
#![allow(clippy::unwrap_used, clippy::panic)]

mod site;

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use site::TestSite;
use snapbox::{Assert, Data};

fn main() {
    let suite = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/suite");
    let mut folders: Vec<PathBuf> = fs::read_dir(&suite)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    // Cases with sheets need the engine that prints them.
    folders.retain(|folder| cfg!(feature = "sheets") || !prints(folder));
    folders.sort();
    let trials = folders
        .into_iter()
        .map(|folder| {
            let name = folder.file_name().unwrap().to_string_lossy().into_owned();
            Trial::test(name, move || case(&folder))
        })
        .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

/// Whether a case is about sheets: its name says so.
fn prints(folder: &Path) -> bool {
    let name = folder.file_name().unwrap().to_string_lossy();
    name.starts_with("sheet")
}

/// Builds the site of a case and compares its messages, the list of its files and the pages of `expected/public`.
fn case(folder: &Path) -> Result<(), Failed> {
    let site = TestSite::copy_of(folder);
    let commands = fs::read_to_string(folder.join("command")).unwrap_or_else(|_| "build".into());
    fs::remove_dir_all(site.path("expected")).ok();
    let mut messages = String::new();
    for command in commands.lines().filter(|line| !line.trim().is_empty()) {
        let mut words: Vec<&str> = command.split_whitespace().collect();
        // What an editor does between two commands: files of a folder are copied over those of the site.
        if let ["put", from] = words[..] {
            for (path, bytes) in site::files(&site.path(from)) {
                site.write(&path, bytes);
            }
            continue;
        }
        if let ["delete", path] = words[..] {
            fs::remove_file(site.path(path)).unwrap();
            continue;
        }
        if matches!(words[0], "build" | "check") && !prints(folder) {
            words.push("--no-sheets");
        }
        let run = site.run(&words);
        let status = run
            .status
            .map_or("signal".to_owned(), |code| code.to_string());
        messages += &format!("{}{}[{status}]\n", run.stdout, without_time(&run.stderr));
    }
    let published = site.published();
    let expected = folder.join("expected");

    let mut wrong = Vec::new();
    let mut compare = |name: &str, actual: String| {
        let assert = Assert::new().action_env("SNAPSHOTS").normalize_paths(false);
        let data = Data::read_from(&expected.join(name), None);
        if let Err(error) = assert.try_eq(Some(&name), Data::text(actual), data) {
            wrong.push(error.to_string());
        }
    };
    compare("messages.txt", messages);
    let list: String = published
        .keys()
        .filter(|path| *path != ".guichet")
        .map(|path| format!("{path}\n"))
        .collect();
    compare("files.txt", list);
    for path in site::files(&expected.join("public")).keys() {
        let actual = match published.get(path) {
            Some(bytes) => shown(path, bytes),
            None => "(not published)\n".to_owned(),
        };
        compare(&format!("public/{path}"), actual);
    }
    for path in site::files(&expected.join("site")).keys() {
        let actual = fs::read_to_string(site.path(path)).unwrap_or_else(|_| "(not there)\n".into());
        compare(&format!("site/{path}"), actual);
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n").into())
    }
}

/// A published file as text. Of one that is not text: what an archive contains, the size of an image, that a sheet is whole.
fn shown(path: &str, bytes: &[u8]) -> String {
    match path.rsplit('.').next().unwrap() {
        "zip" => {
            let archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            let mut names: Vec<_> = archive.file_names().map(Result::unwrap).collect();
            names.sort_unstable();
            names.iter().map(|name| format!("{name}\n")).collect()
        }
        "pdf" => {
            let is_whole =
                bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF");
            format!("(PDF{})\n", if is_whole { "" } else { ", cut" })
        }
        "gif" | "jpg" | "png" | "webp" => {
            let image = image::load_from_memory(bytes).unwrap();
            format!("(image, {} × {})\n", image.width(), image.height())
        }
        _ => without_style(&String::from_utf8_lossy(bytes)),
    }
}

/// The messages without what changes from run to run (time) or with the theme's style sheet (weights).
fn without_time(messages: &str) -> String {
    let line = |line: &str| {
        let summaries = [
            "Site construit en ",
            "Site built in ",
            "Site publié en ",
            "Site published in ",
        ];
        let built = summaries.iter().any(|summary| line.starts_with(summary));
        let heaviest = line.starts_with("Page la plus lourde") || line.starts_with("Heaviest page");
        match (
            line.split_once(':'),
            line.rsplit_once(", "),
            line.split_once(" pèse "),
        ) {
            (Some((_, after)), _, _) if built => format!("Site… :{after}\n"),
            (_, Some((before, _)), _) if heaviest => format!("{before}, …\n"),
            (_, _, Some((before, after))) if line.contains("page-too-heavy") => {
                let (_, after) = after.split_once(' ').unwrap_or_default();
                format!("{before} pèse … {after}\n")
            }
            _ => format!("{line}\n"),
        }
    };
    messages.lines().map(line).collect()
}

/// A page without its style sheet and the weight that depends on it: both have tests of their own.
fn without_style(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    for (start, end) in [
        ("<style>", "</style>"),
        // The hash by which a content security policy allows it.
        ("'sha256-", "'"),
        ("Cette page pèse ", "ko."),
        ("This page weighs ", "kB."),
    ] {
        if let Some((before, after)) = rest.split_once(start)
            && let Some((_, after)) = after.split_once(end)
        {
            out = out + before + start + "…" + end;
            rest = after;
        }
    }
    out.push_str(rest);
    out.lines().map(without_sheet_weight).collect()
}

/// A line with a link to a sheet, without the weight of the sheet: it depends on the template.
fn without_sheet_weight(line: &str) -> String {
    match line.rsplit_once(", ") {
        Some((before, after)) if line.contains(".pdf\"") || line.contains(".zip\"") => {
            let after = after.split_once('<').map_or("", |(_, after)| after);
            format!("{before}, …<{after}\n")
        }
        _ => format!("{line}\n"),
    }
}
