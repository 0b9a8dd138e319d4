//! Prints that fail, and prints that never end.

use std::time::Duration;

use crate::common::two_guides;

#[test]
fn a_sheet_that_cannot_be_printed_leaves_the_old_site() {
    let site = two_guides();
    assert_eq!(site.run(&["build"]).status, Some(0));
    let before = site.published();
    site.write(
        "themes/default/sheets/large-print.typ",
        "Bonjour\n\n#let x = \n",
    );
    site.write(
        "content/guides/deux.md",
        "---\ntitre: Deux\n---\n\nUn autre texte.\n",
    );
    let run = site.run(&["build"]);
    // The mistake is the template's, so it is an error: the site would be published without any of these sheets.
    assert_eq!(run.status, Some(1));
    assert!(
        run.stderr
            .contains("themes/default/sheets/large-print.typ:3:"),
        "{}",
        run.stderr
    );
    assert_eq!(
        run.stderr.matches("template-error").count(),
        1,
        "{}",
        run.stderr
    );
    assert_eq!(site.published(), before);
}

/// Workers end with the build that started them, even if it is killed during a print that never ends.
#[cfg(target_os = "linux")]
#[test]
fn a_killed_build_leaves_no_worker_behind() {
    let site = two_guides();
    site.write(
        "themes/default/sheets/a4.typ",
        "#for a in range(9999) { for b in range(9999) { for c in range(9999) { let d = a * b } } }",
    );
    let mut build = site.command(&["build"]).spawn().unwrap();
    let children = || {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", build.id())).unwrap();
        let lists = tasks
            .filter_map(|task| std::fs::read_to_string(task.unwrap().path().join("children")).ok());
        lists
            .flat_map(|list| {
                list.split_whitespace()
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            })
            .collect::<Vec<_>>()
    };
    let mut workers = children();
    for _ in 0..100 {
        if !workers.is_empty() {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
        workers = children();
    }
    assert!(!workers.is_empty());
    std::thread::sleep(Duration::from_millis(300));
    build.kill().unwrap();
    build.wait().unwrap();
    let alive = |pid: &String| {
        let state = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        !(state.is_empty() || state.contains(") Z "))
    };
    for _ in 0..100 {
        if !workers.iter().any(alive) {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("workers of a killed build go on: {workers:?}");
}
