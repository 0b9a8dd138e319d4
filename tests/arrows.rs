//! Data flows one way: a module of the library uses only those that `src/lib.rs` lists in groups above its own.

#![allow(clippy::unwrap_used, clippy::panic)]

mod rust;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use rust::{SourceToken, shipped, shipped_lines};

/// The modules of the library in the groups of `lib.rs`.
fn groups(source: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(source.join("lib.rs")).unwrap();
    let groups = text.split("\n\n").map(|group| {
        let lines = group.lines().map(|line| line.trim_start_matches("pub "));
        let names = lines.filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
        names.map(str::to_owned).collect::<Vec<_>>()
    });
    groups.filter(|group| !group.is_empty()).collect()
}

/// A file of the library.
struct File {
    path: PathBuf,
    /// The modules that lead to it: `["site", "links"]`.
    modules: Vec<String>,
    text: String,
}

/// A module at the top of the crate; `None` for the crate itself, through which any module can be reached.
type UsedModule = Option<String>;

impl File {
    fn module(&self) -> &str {
        &self.modules[0]
    }

    /// What this file names at the top of the crate, each with its line.
    fn named(&self) -> Vec<(usize, UsedModule)> {
        let tokens = shipped(&self.text);
        let mut reader = PathReader {
            tokens: &tokens,
            at: 0,
            modules: self.modules.clone(),
            found: Vec::new(),
        };
        reader.read();
        reader.found
    }
}

/// Reads the paths of a file.
struct PathReader<'t> {
    tokens: &'t [SourceToken<'t>],
    at: usize,
    /// The modules around the place that is read.
    modules: Vec<String>,
    found: Vec<(usize, UsedModule)>,
}

impl<'t> PathReader<'t> {
    fn text(&self, ahead: usize) -> &'t str {
        let token = self.tokens.get(self.at + ahead);
        token.map_or("", |token| token.text)
    }

    fn read(&mut self) {
        let mut depth = 0;
        // The modules within the file, each with its depth.
        let mut inner = Vec::new();
        while let Some(token) = self.tokens.get(self.at) {
            let is_path = self.text(1) == "::";
            match token.text {
                "{" => depth += 1,
                "}" => {
                    depth -= 1;
                    if inner.pop_if(|at| *at == depth).is_some() {
                        self.modules.pop();
                    }
                }
                "mod" if self.text(2) == "{" => {
                    inner.push(depth);
                    self.modules.push(self.text(1).to_owned());
                    self.at += 1;
                }
                // Who may see an item is no use of anything.
                "pub" if self.text(1) == "(" => {
                    while !matches!(self.text(0), ")" | "") {
                        self.at += 1;
                    }
                }
                // `extern crate self as …` is a name of the crate itself, and others need none.
                "extern" if self.text(1) == "crate" => self.found.push((token.line, None)),
                "use" if self.text(1) != "<" => {
                    self.at += 1;
                    self.tree(&[]);
                    continue;
                }
                "crate" | "self" | "super" if is_path => {
                    let path = self.path();
                    self.follow(token.line, &path);
                    continue;
                }
                _ => {}
            }
            self.at += 1;
        }
    }

    /// Reads words with `::` between them, and behind the last.
    fn path(&mut self) -> Vec<&'t str> {
        let mut path = Vec::new();
        while self.tokens.get(self.at).is_some_and(SourceToken::is_word) {
            path.push(self.text(0));
            self.at += 1;
            if self.text(0) != "::" {
                break;
            }
            self.at += 1;
        }
        path
    }

    /// Reads what a `use` brings in below a path: one name, all, or a group.
    fn tree(&mut self, above: &[&'t str]) {
        let Some(token) = self.tokens.get(self.at) else {
            return;
        };
        // A path of all crates is none of this one.
        let above = match token.text {
            "::" => &["::"][..],
            _ => above,
        };
        self.at += usize::from(token.text == "::");
        let path = [above, &self.path()].concat();
        match self.text(0) {
            "{" => {
                while !matches!(self.text(0), "}" | "") {
                    self.at += 1;
                    self.tree(&path);
                }
                self.at += 1;
                return;
            }
            "*" => {
                self.at += 1;
                self.follow(token.line, &[&path[..], &["*"]].concat());
            }
            _ if path.len() > above.len() => self.follow(token.line, &path),
            _ => {}
        }
        while !matches!(self.text(0), "," | "}" | ";" | "") {
            self.at += 1;
        }
    }

    /// Follows a path to the top of the crate.
    fn follow(&mut self, line: usize, path: &[&str]) {
        let mut at = match path.first() {
            Some(&"crate") => 0,
            Some(&"self") => self.modules.len(),
            Some(&"super") => self.modules.len() - 1,
            _ => return,
        };
        let mut rest = path[1..].iter();
        let first = loop {
            match rest.next() {
                Some(&"super") => at -= 1,
                Some(&"self") => {}
                first => break first,
            }
        };
        let used = match (self.modules[..at].first(), first) {
            (Some(module), _) => Some(module.clone()),
            (None, None | Some(&"*")) => None,
            (None, Some(name)) => Some((*name).to_owned()),
        };
        self.found.push((line, used));
    }
}

/// Every file of the library but its root, without those of tests.
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
            let is_tests = modules.iter().any(|name| name == "tests");
            if path.extension().is_none_or(|kind| kind != "rs") || is_tests {
                continue;
            }
            modules.pop_if(|name| name == "mod");
            let text = fs::read_to_string(&path).unwrap();
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
    let mut macros = HashMap::new();
    for file in files {
        let tokens = shipped(&file.text);
        for window in tokens.windows(5) {
            let words = [0, 1, 2, 3].map(|at: usize| window[at].text);
            if words == ["macro_export", "]", "macro_rules", "!"] {
                macros.insert(window[4].text.to_owned(), file.module());
            }
        }
    }
    macros
}

#[test]
fn modules_use_only_those_below_them() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let groups = (0..).zip(groups(&source));
    let ranks = groups.flat_map(|(rank, group)| group.into_iter().map(move |name| (name, rank)));
    let ranks: HashMap<String, usize> = ranks.collect();
    let mut files = files(&source);
    files.retain(|file| file.modules != ["lib"]);
    let macros = macros(&files);
    let mut upward = Vec::new();
    let mut uses = 0;
    for file in &files {
        let module = file.module();
        let rank = ranks.get(module);
        let rank = rank.unwrap_or_else(|| panic!("src/lib.rs does not list {module}"));
        for (line, name) in file.named() {
            let used = name.as_deref().unwrap_or("the whole crate");
            let used = macros.get(used).copied().unwrap_or(used);
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

/// ARCHITECTURE.md shows the groups as `lib.rs` has them.
#[test]
fn the_diagram_of_modules_is_true() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("ARCHITECTURE.md")).unwrap();
    let groups = groups(&root.join("src"));
    let groups: Vec<String> = groups.iter().map(|group| group.join(", ")).collect();
    let diagram = groups.join("\n ─▶ ");
    assert!(
        text.contains(&format!("```\n{diagram}\n```")),
        "ARCHITECTURE.md must show the modules of src/lib.rs:\n{diagram}"
    );
}

/// What is shipped names no file of the tests, in code or comments: a definition is where it is used.
#[test]
fn no_module_names_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let crates = fs::read_dir(root.join("crates")).unwrap();
    let mut folders = vec![root.to_owned()];
    folders.extend(crates.map(|entry| entry.unwrap().path()));
    let tests = folders
        .iter()
        .filter_map(|folder| fs::read_dir(folder.join("tests")).ok());
    let tests = tests
        .flatten()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let tests: Vec<String> = tests.map(|name| format!("tests/{name}")).collect();
    let mut named = Vec::new();
    for file in folders.iter().flat_map(|folder| files(&folder.join("src"))) {
        for (number, line) in shipped_lines(&file.text) {
            if tests.iter().any(|test| line.contains(test)) {
                named.push(format!("{}:{number}: {}", file.path.display(), line.trim()));
            }
        }
    }
    assert!(tests.len() > 30, "{tests:?}");
    assert!(named.is_empty(), "{}", named.join("\n"));
}

/// What a file `src/site/links.rs` of this text names.
fn named(text: &str) -> Vec<(usize, String)> {
    let file = File {
        path: PathBuf::new(),
        modules: vec!["site".to_owned(), "links".to_owned()],
        text: text.to_owned(),
    };
    let named = file.named().into_iter();
    named
        .map(|(line, used)| (line, used.unwrap_or_else(|| "*".to_owned())))
        .collect()
}

#[test]
fn names_are_read_as_rust_writes_them() {
    let cases: &[(&str, &[(usize, &str)])] = &[
        ("use crate::model::{\n    Kind,\n};", &[(2, "model")]),
        (
            "use crate::{choice, outputs::{Content, html},\n    theme};",
            &[(1, "choice"), (1, "outputs"), (1, "outputs"), (2, "theme")],
        ),
        (
            "// crate::serve\n/* crate::serve /* */ crate::serve */",
            &[],
        ),
        (
            "let a = \"crate::serve \\\" crate::serve\"; r#\"crate::\"serve\"#;",
            &[],
        ),
        (
            "let a = ('\"', crate::yaml::x, '\\'', b'\"', crate::edit::y);",
            &[(1, "yaml"), (1, "edit")],
        ),
        ("fn f<'a>(a: &'a crate::yaml::Node) {}", &[(1, "yaml")]),
        (
            "use super::Site;\npub(in crate::site) use self::x;",
            &[(1, "site"), (2, "site")],
        ),
        ("use super::super::build;", &[(1, "build")]),
        ("let a = $crate::yaml::parse(x);", &[(1, "yaml")]),
        (
            "crate::yaml::parse::<crate::model::Kind>(x)",
            &[(1, "yaml"), (1, "model")],
        ),
        (
            "fn f() { self::super::super::outputs::x() }",
            &[(1, "outputs")],
        ),
        (
            "use super::{super::outputs::X, Site};",
            &[(1, "outputs"), (1, "site")],
        ),
        ("use {crate::outputs::X as Y, std::fs};", &[(1, "outputs")]),
        ("use crate as top;", &[(1, "*")]),
        ("use crate::{self as top};", &[(1, "*")]),
        ("use super::super as top;", &[(1, "*")]),
        ("use super::{super::*};", &[(1, "*")]),
        ("extern crate self as guichet;", &[(1, "*")]),
        (
            "use ::guichet::outputs;\nuse std::{fs, io::{self, Write}};",
            &[],
        ),
        (
            "mod inner {\n    use super::super::super::outputs;\n}\nuse super::super::build;",
            &[(2, "outputs"), (4, "build")],
        ),
        (
            "#[cfg(test)]\nmod tests {\n    use crate::build;\n}\nfn f() { crate::serve::x() }",
            &[(5, "serve")],
        ),
        (
            "#[cfg(test)]\n#[path = \"t.rs\"]\nmod tests;\nuse crate::serve::x;",
            &[(4, "serve")],
        ),
        ("mod tests {\n    use crate::build;\n}", &[(2, "build")]),
    ];
    for (text, expected) in cases {
        let expected: Vec<(usize, String)> = expected
            .iter()
            .map(|(line, name)| (*line, (*name).to_owned()))
            .collect();
        assert_eq!(named(text), expected, "{text}");
    }
}
