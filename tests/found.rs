//! Runs every input in `tests/found`, where those that fuzzers found are kept, through the parser that it is for.
#![allow(clippy::unwrap_used, clippy::panic)]

mod targets;

use std::fs;
use std::path::Path;

#[test]
fn what_was_found_is_read() {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/found");
    let mut read = 0;
    for (name, target) in targets::ALL {
        let folder = corpora.join(name);
        let entries = fs::read_dir(&folder).unwrap_or_else(|_| panic!("{name} has no corpus"));
        let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
        files.sort();
        assert!(!files.is_empty(), "{name} has no corpus");
        for file in files {
            // Shown if the target panics.
            println!("{}", file.display());
            target(&fs::read(file).unwrap());
            read += 1;
        }
    }
    assert!(read > 10);
}

/// A folder that no target reads would be forgotten.
#[test]
fn every_corpus_has_its_target() {
    let corpora = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/found");
    for entry in fs::read_dir(corpora).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(
            targets::ALL.iter().any(|(target, _)| **target == name),
            "{name}"
        );
    }
}
