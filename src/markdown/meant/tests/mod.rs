//! What editors type, and how it is read.

mod inline;
mod lines;
mod lists;
mod spip;
mod tables;

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use walkdir::WalkDir;

use super::*;

fn read(text: &str) -> String {
    match meant(text).and_then(|meant| meant.text) {
        Some(read) => read,
        None => text.to_owned(),
    }
}

fn marks(text: &str) -> Vec<(MarkKind, String)> {
    let marks = meant(text).map(|meant| meant.marks).unwrap_or_default();
    marks
        .into_iter()
        .map(|mark| (mark.kind, text[mark.span].to_owned()))
        .collect()
}

/// Each pair: as typed, and as read.
fn assert_read(cases: &[(&str, &str)]) {
    for (typed, expected) in cases {
        assert_eq!(read(typed), *expected, "{typed}");
        assert_eq!(read(expected), *expected, "read twice: {typed}");
    }
}

#[test]
fn what_is_right_is_left_alone() {
    for text in [
        "## Titre\n\nUn **gras**, un *ital*ique, `code **a`, [lien](x.md \"a\").\n\n- un\n- deux\n  - trois\n\n1. a\n2. b\n",
        "| a | b |\n|:--|--:|\n| c | d |\n",
        "« Oui », dit-il.\n\nIl fait -5 °C, 3*4, a_b_c, 10-12 h, 2.5 km.",
        "« Il viendra\n-peut-être.",
        "– Bonjour, dit-il.",
        "Une note[^1] [modifiée] (voir l’annexe).\n\n[^1]: La note.\n\n    Sa suite.\n",
        "#StopFermeture\n\nLigne coupée\\\nici",
        "[a][b]\n\n[b]: https://c.fr \"d\"\n",
        "- [ ] a\n- [x] b\n",
        "Prix : 5 € * 3\n\n* Hors taxes",
        "```\n##x\n• y\n```\n",
        "\\##x et \\** a \\**",
        "Le 3\n2026. Une année.",
        "***\n\n_____\n\nA\n===\n",
        "Ceci (voir l’article 3)[modifié]",
    ] {
        assert_eq!(read(text), text);
        assert_eq!(marks(text), [], "{text}");
    }
    // A second reading does not change them either.
    for text in [
        "## Titre\n\nUn **gras**, un *ital*ique, [lien](x.md), « mot ».\n\n- un\n- deux\n  - trois\n\n1. a\n2. b\n",
        "| a | b |\n|:--|--:|\n| c | d |\n\nSuite (c).\n\n1. **Venez** à la mairie.\n2. Signez.\n",
        "Une note[^1].\n\n[^1]: La note.\n",
    ] {
        assert!(!suspicion::suspects(text), "{text}");
    }
}

#[test]
fn places_are_those_of_the_text_as_it_was_typed() {
    let typed = "##Titre\n\n• Un ** gras ** mot\n\n[x][y]";
    let read = meant(typed).unwrap();
    let text = read.text.as_deref().unwrap();
    for word in ["Titre", "gras", "mot", "[x][y]"] {
        let at = text.find(word).unwrap();
        assert_eq!(&typed[read.span(&(at..at + word.len()))], word);
    }
}

#[test]
fn boxes_of_other_programs_are_told_and_lose_nothing() {
    let text = ":::info\nVenez tôt.\n:::\n";
    assert_eq!(read(text), "\\:::info\nVenez tôt.\n\\:::\n");
    assert_eq!(
        marks(text),
        [
            (MarkKind::Shortcode, ":::info".to_owned()),
            (MarkKind::Shortcode, ":::".to_owned())
        ]
    );
    assert_read(&[
        (
            "| a | b |\n|—|—|\n| c | d |",
            "| a | b |\n|---|---|\n| c | d |",
        ),
        (
            "| a | b |\n|====|====|\n| c | d |",
            "| a | b |\n|---|---|\n| c | d |",
        ),
    ]);
}

#[test]
fn what_a_stranger_found() {
    // A two-byte letter at the end of nine bytes.
    assert_eq!(
        marks("Texte.\n\n<!-- Voté hier\nsuite\n"),
        [(MarkKind::Hidden, "<!--".to_owned())]
    );
    assert_read(&[
        (
            "• voir `un • deux` • trois\n• quatre",
            "- voir `un • deux`\n- trois\n- quatre",
        ),
        (
            "[^1]:\n## Titre\n\nTexte[^1].",
            "[^1]:\n## Titre\n\nTexte[^1].",
        ),
        ("x\n\\*a | b\nc | d", "x\n\\*a | b\nc | d"),
        (
            "{{{Titre}}}\n\nTexte [[B]].\n\n-* [[A]] un point\n",
            "## Titre\n\nTexte[^spip-1].\n\n- [^spip-2] un point\n\n\n[^spip-1]: B\n\n[^spip-2]: A\n",
        ),
    ]);
}

/// The lines of the texts kept by the suite, in any combination.
fn lines_of_the_suite() -> Vec<String> {
    let suite = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite");
    let files = WalkDir::new(suite)
        .sort_by_file_name()
        .into_iter()
        .flatten();
    let texts = files
        .filter(|file| file.path().extension().is_some_and(|end| end == "md"))
        .filter_map(|file| std::fs::read_to_string(file.path()).ok());
    let mut seen = HashSet::new();
    let mut lines = Vec::new();
    for text in texts {
        for line in text.lines().filter(|line| line.len() < 200) {
            if seen.insert(line.to_owned()) {
                lines.push(line.to_owned());
            }
        }
    }
    lines
}

#[test]
fn what_is_not_suspected_is_read_as_it_was_typed() {
    let lines = lines_of_the_suite();
    assert!(lines.len() > 1000);
    let mut overlooked = BTreeMap::new();
    for step in 1..60 {
        for at in 0..lines.len() {
            let beside = &lines[(at * 7919 + step * 104_729) % lines.len()];
            let text = match step % 3 {
                0 => format!("{}\n{beside}\n", lines[at]),
                1 => format!("Un texte.\n\n{}\n{beside}\n", lines[at]),
                _ => format!(
                    "{}\n{}\n{beside}\n",
                    lines[(at + 1) % lines.len()],
                    lines[at]
                ),
            };
            if suspicion::suspects(&text) {
                continue;
            }
            let mut found = PassFindings::default();
            look(&text, false, &mut found);
            if !found.edits.is_empty() || !found.marks.is_empty() {
                overlooked.insert(text, format!("{:?}", (found.edits, found.marks)));
            }
        }
    }
    assert_eq!(overlooked.iter().next(), None, "{}", overlooked.len());
}
