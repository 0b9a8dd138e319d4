//! Each name of a type means one thing: no two modules define types of one name, in the library, the program, the
//! press or their tests.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The words that begin a definition.
const DEFINES: &[&str] = &["struct ", "enum ", "union ", "trait ", "type "];

/// The type that a line defines. An associated type has the name that its trait gives it, so a `type` does not count
/// within other items.
fn defined(line: &str) -> Option<&str> {
    let code = line.trim_start();
    let is_inside = code.len() < line.len();
    let code = match code.strip_prefix("pub") {
        Some(after) if after.starts_with('(') => after.split_once(") ")?.1,
        Some(after) => after.strip_prefix(' ')?,
        None => code,
    };
    let (word, name) = DEFINES
        .iter()
        .find_map(|word| Some((*word, code.strip_prefix(word)?)))?;
    let end = name.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
    let name = &name[..end.unwrap_or(name.len())];
    let is_associated = is_inside && word == "type ";
    (name.starts_with(char::is_uppercase) && !is_associated).then_some(name)
}

/// Every Rust file below a folder, except those that cargo generated.
fn files(folder: PathBuf) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("target") {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

#[test]
fn each_type_has_a_name_of_its_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["src", "crates", "tests", "benches", "fuzz"];
    let files = folders.iter().flat_map(|folder| files(root.join(folder)));
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in files {
        let path = file.strip_prefix(root).unwrap().display();
        for (number, line) in (1..).zip(fs::read_to_string(&file).unwrap().lines()) {
            if let Some(name) = defined(line) {
                let places = found.entry(name.to_owned()).or_default();
                places.push(format!("{path}:{number}"));
            }
        }
    }
    let several = found.iter().filter(|(_, places)| places.len() > 1);
    let several: Vec<String> = several
        .map(|(name, places)| format!("{name}: {}", places.join(", ")))
        .collect();
    assert!(
        several.is_empty(),
        "These names are those of several types; call each by what it is in its module:\n{}",
        several.join("\n")
    );
    // A test that reads nothing finds nothing.
    assert!(found.len() > 500, "{} names", found.len());
}

#[test]
fn definitions_are_read_as_rust_writes_them() {
    let lines = [
        ("pub struct Page {", Some("Page")),
        ("    pub(crate) enum Kind<'t> {", Some("Kind")),
        ("pub(in crate::site) trait Named: Sized {", Some("Named")),
        ("type Result<T> = io::Result<T>;", Some("Result")),
        ("    type Item = Tag;", None),
        ("pub struct $Name {", None),
        ("// struct Page", None),
        ("let structure = Page {", None),
        ("enumerate(Page)", None),
    ];
    for (line, name) in lines {
        assert_eq!(defined(line), name, "{line}");
    }
}
