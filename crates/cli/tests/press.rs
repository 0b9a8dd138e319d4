//! The press: what a template may do to it, and the page order of folded booklets.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use guichet::outputs::sheet::fold;
use guichet::press::{Job, Limits, Plates, Press, PressError, PrintEngine as _};

fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_guichet"))
}

/// A press with the fonts of the built-in theme and these templates.
fn press(templates: &[(&str, &str)], limits: Limits) -> Press {
    let fonts =
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("themes/default/fonts");
    let mut files: BTreeMap<String, Arc<[u8]>> = BTreeMap::new();
    for entry in std::fs::read_dir(fonts).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if name.ends_with(".ttf") {
            files.insert(
                format!("fonts/{name}"),
                std::fs::read(entry.path()).unwrap().into(),
            );
        }
    }
    for (name, text) in templates {
        files.insert(format!("sheets/{name}.typ"), text.as_bytes().into());
    }
    Press::new(Arc::new(Plates::new(files)), program(), limits)
}

fn job(template: &str, data: &str) -> Job {
    Job {
        template: format!("sheets/{template}.typ"),
        data: data.as_bytes().to_vec(),
        ..Job::default()
    }
}

#[test]
fn a_template_that_goes_wrong_costs_its_own_sheet_alone() {
    // A template that takes too much is stopped for that on any machine: only the slow one is hurried.
    let templates = &[
        ("sound", "Un texte."),
        (
            "slow",
            "#for a in range(9999) { for b in range(9999) { for c in range(9999) { let d = a * b } } }",
        ),
        (
            "large",
            "#let all = \"x\"\n#for _ in range(64) { all = all + all }\n#all",
        ),
        (
            "deep",
            "#let nest = [a]\n#for _ in range(30) { for _ in range(9999) { nest = strong(nest) } }\n#repr(nest).len()",
        ),
        ("endless", "#while true { }"),
        ("recursive", "#let f() = f()\n#f()"),
        ("reads", "#read(\"/etc/passwd\")"),
        ("climbs", "#read(\"../../../../etc/passwd\")"),
        ("imports", "#import \"@preview/cetz:0.3.4\""),
        ("wrong", "Une ligne.\n\n#let x = 1 + \"a\"\n"),
    ];
    let limits = |seconds| Limits {
        time: Duration::from_secs(seconds),
        memory: 600 << 20,
    };
    let slow = press(templates, limits(2)).print(&job("slow", "{}"));
    assert!(matches!(slow, Err(PressError::TooSlow(_))), "{slow:?}");
    let slow = press(templates, limits(2)).draw(&job("slow", "{}"), Some(1));
    assert!(matches!(slow, Err(PressError::TooSlow(_))), "{slow:?}");
    let press = press(templates, limits(120));
    let print = |name: &str| press.print(&job(name, "{}"));
    let sound = print("sound").unwrap();
    let large = print("large");
    assert!(matches!(large, Err(PressError::TooLarge(_))), "{large:?}");
    let deep = print("deep").err();
    assert_eq!(deep, Some(PressError::StackOverflow));
    for name in ["endless", "recursive", "reads", "climbs", "imports"] {
        assert!(
            matches!(print(name), Err(PressError::Mistakes(_))),
            "{name}: {:?}",
            print(name)
        );
    }
    let Err(PressError::Mistakes(mistakes)) = print("wrong") else {
        panic!("1 + \"a\" is no number")
    };
    assert_eq!(mistakes[0].file.as_deref(), Some("sheets/wrong.typ"));
    assert_eq!(mistakes[0].span, 21..28);
    assert_eq!(print("sound").unwrap(), sound);
    // As pictures, too.
    let draw = |name: &str| press.draw(&job(name, "{}"), None);
    let drawn = draw("sound").unwrap();
    let large = draw("large");
    assert!(matches!(large, Err(PressError::TooLarge(_))), "{large:?}");
    assert_eq!(draw("deep").err(), Some(PressError::StackOverflow));
    assert_eq!(draw("wrong").err(), Some(PressError::Mistakes(mistakes)));
    assert_eq!(draw("sound").unwrap(), drawn);
}

/// A job is drawn as a whole or page by page, with what is known of it.
#[test]
fn a_page_is_drawn_alone_as_among_all() {
    let template = "#metadata((name: \"told\", what: \"this\")) <remark>
        #for n in range(3) { page(width: 90mm, height: 60mm)[Page #n] }";
    let press = press(&[("three", template)], Limits::default());
    let draw = |page| press.draw(&job("three", "{}"), page).unwrap();
    let all = draw(None);
    let pages: Vec<u32> = all.pictures.iter().map(|picture| picture.page).collect();
    assert_eq!(pages, [1, 2, 3]);
    for picture in &all.pictures {
        let alone = draw(Some(picture.page)).pictures;
        assert_eq!(alone, std::slice::from_ref(picture));
    }
    assert!(all.pictures[0].svg != all.pictures[1].svg);
    for beyond in [0, 4] {
        let drawn = draw(Some(beyond));
        assert!(drawn.pictures.is_empty());
        assert_eq!(drawn.facts, all.facts);
    }
    let printed = press.print(&job("three", "{}")).unwrap().facts;
    assert_eq!(
        all.facts,
        guichet::press::PrintFacts {
            bytes: 0,
            ..printed
        }
    );
    assert_eq!(all.facts.remarks[0].name, "told");
}

/// Text that a template sets beyond its frame, over other text or off the paper is reported by name; text that is only
/// close is not.
#[test]
fn what_is_outside_its_room_is_told() {
    const SOUND: &str = "#set page(width: 120mm, height: 80mm, margin: 8mm)
        = Un titre
        Des lignes serrées #set par(leading: 0.3em)
        #lorem(40) x#super[2] et H#sub[2]O, _penché_*gras*.
        #table(columns: 3, [a], [b], [c])
        #rotate(-90deg, reflow: true)[tourné]";
    let long = "M".repeat(60);
    let cases = [
        ("sound", SOUND.to_owned(), None),
        (
            "frame",
            format!("#set page(margin: 10mm)\n#block(width: 40mm, stroke: 1pt)[un {long}]"),
            Some("MMMM"),
        ),
        (
            "cells",
            "#set page(width: 100mm, height: 60mm, margin: 10mm)\n#table(columns: (10mm, 1fr), [Renouvellement], [Accompagnement])"
                .to_owned(),
            Some("Renouvellement"),
        ),
        (
            "edge",
            "#set page(width: 100mm, height: 60mm, margin: 3mm)\nUn texte.".to_owned(),
            Some("texte."),
        ),
        (
            "off",
            "#place(dx: 15cm, dy: 29cm)[sous le papier]".to_owned(),
            Some("papier"),
        ),
        (
            "upon",
            "#place[Dessous] #place(dx: 4pt, dy: 1pt)[Dessus]".to_owned(),
            Some("Dessous"),
        ),
    ];
    let templates: Vec<(&str, &str)> = cases
        .iter()
        .map(|(name, text, _)| (*name, &**text))
        .collect();
    let press = press(&templates, Limits::default());
    for (name, _, expected) in &cases {
        let remarks = press.print(&job(name, "{}")).unwrap().facts.remarks;
        match expected {
            None => assert_eq!(remarks, [], "{name}"),
            Some(word) => {
                let told = remarks.iter().find(|remark| remark.name == "too-wide");
                let told = told.unwrap_or_else(|| panic!("{name}: nothing is told"));
                assert!(told.values[0].1.starts_with(word), "{name}: {remarks:?}");
            }
        }
    }
}

#[test]
fn a_press_without_its_program_says_so() {
    let plates = Arc::new(Plates::default());
    let press = Press::new(plates, PathBuf::from("/nowhere/guichet"), Limits::default());
    let printed = press.print(&job("any", "{}"));
    assert!(
        matches!(printed, Err(PressError::NoWorker(_))),
        "{printed:?}"
    );
    let plates = Arc::new(Plates::default());
    let press = Press::new(plates, PathBuf::from("/bin/false"), Limits::default());
    let printed = press.print(&job("any", "{}"));
    assert!(
        matches!(printed, Err(PressError::NoWorker(_))),
        "{printed:?}"
    );
}

/// The page numbers of a booklet of so many numbered pages, printed, imposed and read off the paper.
#[test]
fn booklets_of_1_to_40_pages_fold_into_order() {
    if Command::new("pdftotext").arg("-v").output().is_err() {
        println!("skipped: pdftotext is not installed");
        return;
    }
    let reading = "#let data = json(\"/sheet.json\")\n#set page(paper: \"a5\")\n#for n in range(data.pages) { if n > 0 { pagebreak() }; [n#(n + 1)n] }";
    let printing = std::fs::read_to_string(
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
            .join("themes/default/sheets/printing.typ"),
    );
    let press = press(
        &[("reading", reading), ("printing", &printing.unwrap())],
        Limits::default(),
    );
    let folder = tempfile::tempdir().unwrap();
    for pages in 1..=40 {
        let read = press
            .print(&job("reading", &format!("{{ \"pages\": {pages} }}")))
            .unwrap();
        assert_eq!(read.facts.pages, pages);
        let data = serde_json::json!({
            "title": "Livret", "language": "fr", "document_date": [2026, 1, 1], "sides": fold(pages), "cut": false,
        });
        let printed = press.print(&Job {
            files: vec![("reading.pdf".to_owned(), read.pdf.into())],
            ..job("printing", &data.to_string())
        });
        let file = folder.path().join("printed.pdf");
        std::fs::write(&file, printed.unwrap().pdf).unwrap();
        let text = Command::new("pdftotext")
            .arg("-layout")
            .arg(&file)
            .arg("-")
            .output()
            .unwrap();
        let text = String::from_utf8(text.stdout).unwrap();
        let printed: Vec<Vec<u32>> = text
            .split('\u{c}')
            .take(pages.next_multiple_of(4) as usize / 2)
            .map(|side| {
                let numbers = side
                    .split('n')
                    .filter_map(|piece| piece.trim().parse().ok());
                numbers.collect()
            })
            .collect();
        let expected: Vec<Vec<u32>> = fold(pages)
            .iter()
            .map(|side| side.left.into_iter().chain(side.right).collect())
            .collect();
        assert_eq!(printed, expected, "{pages} pages");
    }
}
