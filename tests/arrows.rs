//! Data flows one way: a module of the library uses only those that `src/lib.rs` lists in groups above its own.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// What tests alone contain, at the end of a file.
const TESTS: &str = "\nmod tests {";

/// Each module of the library with its group in `lib.rs`, from 0.
fn ranks(source: &Path) -> HashMap<String, usize> {
    let text = fs::read_to_string(source.join("lib.rs")).unwrap();
    let groups = text.split("\n\n").map(|group| {
        let lines = group.lines().map(|line| line.trim_start_matches("pub "));
        let names = lines.filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
        names.map(str::to_owned).collect::<Vec<_>>()
    });
    let groups = groups.filter(|group| !group.is_empty()).enumerate();
    let ranks = groups.flat_map(|(rank, group)| group.into_iter().map(move |name| (name, rank)));
    ranks.collect()
}

/// A file of the library without its tests.
struct File {
    path: PathBuf,
    /// The modules that lead to it: `["site", "links"]`.
    modules: Vec<String>,
    text: String,
}

impl File {
    fn module(&self) -> &str {
        &self.modules[0]
    }

    /// The lines of code, from 1.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = (1..).zip(self.text.lines());
        lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// What this file names at the top of the crate, each with its line: `crate::site::Site`, the names of
    /// `use crate::{…}`, and `super::` where that leads to the top.
    fn named(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        let to_top = format!("{}::", vec!["super"; self.modules.len()].join("::"));
        let lines: Vec<(usize, &str)> = self.lines().collect();
        for (at, (number, line)) in lines.iter().enumerate() {
            for start in ["crate::", to_top.as_str()] {
                for (begin, _) in line.match_indices(start) {
                    let before = line[..begin].chars().next_back();
                    if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                        continue;
                    }
                    let rest = &line[begin + start.len()..];
                    match rest.strip_prefix('{') {
                        Some(first) => {
                            let others = lines[at + 1..].iter().map(|(_, line)| *line);
                            let names = group(first, others).into_iter();
                            found.extend(names.map(|name| (*number, name)));
                        }
                        None => found.push((*number, word(rest))),
                    }
                }
            }
        }
        found
    }
}

fn word(text: &str) -> String {
    let letters = text.chars();
    letters
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

/// The first names of a group that begins on a line and may end on a later one.
fn group<'t>(first: &'t str, others: impl Iterator<Item = &'t str>) -> Vec<String> {
    let mut names = vec![String::new()];
    let mut depth = 1;
    for letter in std::iter::once(first).chain(others).flat_map(str::chars) {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => names.push(String::new()),
            letter if depth == 1 && !letter.is_whitespace() => {
                names.last_mut().unwrap().push(letter);
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    let names = names.iter().map(|name| word(name));
    names.filter(|name| !name.is_empty()).collect()
}

/// Every file of the library but its root, without tests.
fn files(source: &Path) -> Vec<File> {
    let mut files = Vec::new();
    let mut folders = vec![source.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let relative = path.strip_prefix(source).unwrap().with_extension("");
            let parts = relative
                .iter()
                .map(|part| part.to_str().unwrap().to_owned());
            let mut modules: Vec<String> = parts.collect();
            let is_root = modules == ["lib"];
            let is_tests = modules.iter().any(|name| name == "tests");
            if path.extension().is_none_or(|kind| kind != "rs") || is_root || is_tests {
                continue;
            }
            modules.pop_if(|name| name == "mod");
            let text = fs::read_to_string(&path).unwrap();
            let text = text.split(TESTS).next().unwrap_or_default().to_owned();
            files.push(File {
                path,
                modules,
                text,
            });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// Macros are named at the top of the crate; each with the module that has it.
fn macros(files: &[File]) -> HashMap<String, &str> {
    let of = |file: &File| {
        let parts = file.text.split("#[macro_export]\nmacro_rules! ").skip(1);
        parts.map(word).collect::<Vec<_>>()
    };
    let all = files.iter().map(|file| (file.module(), of(file)));
    let all = all.flat_map(|(module, names)| names.into_iter().map(move |name| (name, module)));
    all.collect()
}

#[test]
fn modules_use_only_those_below_them() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let ranks = ranks(&source);
    let files = files(&source);
    let macros = macros(&files);
    let mut upward = Vec::new();
    let mut uses = 0;
    for file in &files {
        let module = file.module();
        let rank = ranks.get(module);
        let rank = rank.unwrap_or_else(|| panic!("src/lib.rs does not list {module}"));
        for (line, name) in file.named() {
            let used = macros.get(&name).copied().unwrap_or(&name);
            if used == module {
                continue;
            }
            uses += 1;
            if ranks.get(used).is_none_or(|other| other >= rank) {
                let path = file.path.strip_prefix(&source).unwrap();
                upward.push(format!("src/{}:{line}: {module} → {used}", path.display()));
            }
        }
    }
    assert!(
        upward.is_empty(),
        "These use a module that `src/lib.rs` does not list in a group above their own:\n{}",
        upward.join("\n")
    );
    // A test that reads nothing finds nothing.
    assert!(
        ranks.len() > 25 && uses > 500,
        "{} modules, {uses} uses",
        ranks.len()
    );
}

/// Shipped code names no file of the tests.
#[test]
fn no_module_names_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tests = fs::read_dir(root.join("tests")).unwrap();
    let tests = tests.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let tests: Vec<String> = tests.map(|name| format!("tests/{name}")).collect();
    for file in files(&root.join("src")) {
        for (number, line) in file.lines() {
            let named = tests.iter().find(|test| line.contains(*test));
            assert_eq!(named, None, "{}:{number}", file.path.display());
        }
    }
}

#[test]
fn names_are_read_as_rust_writes_them() {
    let file = File {
        path: PathBuf::new(),
        modules: vec!["site".to_owned(), "links".to_owned()],
        text: "use crate::model::{\n    Kind,\n};\nuse crate::{choice, outputs::{Content, html},\n    theme};\n\
               // crate::serve\nuse super::Site;\nuse super::super::build;\nlet a = $crate::yaml::parse(x);\n"
            .to_owned(),
    };
    let named = file.named();
    let named: Vec<(usize, &str)> = named.iter().map(|(n, name)| (*n, &**name)).collect();
    assert_eq!(
        named,
        [
            (1, "model"),
            (4, "choice"),
            (4, "outputs"),
            (4, "theme"),
            (8, "build"),
            (9, "yaml")
        ]
    );
}
