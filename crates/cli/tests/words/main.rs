//! The page, the sheet, the plain text and the book of any text have all of its words; each word that one lacks is reported.
#![allow(clippy::unwrap_used, clippy::panic)]

mod others;
mod outputs;
mod shapes;
#[path = "../site/mod.rs"]
mod site;
mod texts;

use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;

use outputs::lost;
use texts::texts;

/// Each run tries equal texts: `survey` looks further.
#[test]
fn no_word_is_lost_untold() {
    let lost = lost_of(TestRunner::deterministic(), 40);
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// Looks for lost words in many more texts: to run after a change to how texts are read.
#[test]
#[ignore = "takes minutes"]
fn survey() {
    let lost = lost_of(TestRunner::default(), 150);
    assert!(lost.is_empty(), "LOST {}", lost.join("\nLOST "));
}

fn lost_of(mut runner: TestRunner, cases: usize) -> Vec<String> {
    let mut all = Vec::new();
    for _ in 0..cases {
        let tree = texts().new_tree(&mut runner).unwrap();
        all.extend(lost(&tree.current()));
    }
    all
}
