//! Several sheets in one PDF.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use guichet::images::Studio;
use guichet::outputs::sheet::Printer;
use guichet::press::{Limits, Press, PressError, PrintEngine as _, PrintShop};
use guichet::site::Sheet;

use crate::common::{program, sample};
use crate::site::TestSite;

/// What a tool of the system prints; `None` where it is not installed.
fn output(tool: &str, arguments: &[&str], file: &Path) -> Option<Vec<u8>> {
    let mut command = Command::new(tool);
    command.args(arguments).arg(file);
    if tool == "pdftotext" {
        command.arg("-");
    }
    let Ok(output) = command.output() else {
        println!("skipped: {tool} is not installed");
        return None;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{tool} {arguments:?}: {said}");
    Some(output.stdout)
}

/// Joined sheets have the pages of each in order: the same pixels, texts, tags and links.
#[test]
fn sheets_are_joined_as_they_are() {
    let site = sample();
    let studio = Studio::default();
    let shop = PrintShop::open(&site.theme.plates, program(), None);
    let printer = Printer::new(&site, &shop, &studio);
    let mut sheets: Vec<Sheet> = site.sheets().collect();
    // The same sheet may be chosen twice.
    sheets.push(sheets[0]);
    let folder = tempfile::tempdir().unwrap();
    let written = |name: &str, pdf: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, pdf).unwrap();
        path
    };
    let parts: Vec<_> = sheets
        .iter()
        .map(|sheet| printer.copy(*sheet).unwrap())
        .collect();
    let choice = printer.together(&sheets, false);
    assert!(choice.missing.is_empty() && choice.diagnostics.is_empty());
    let joined = choice.pdf.unwrap();
    assert_eq!(printer.together(&sheets, false).pdf.as_ref(), Some(&joined));
    // What several sheets have in common is in the file once.
    assert!(joined.len() < parts.iter().map(|part| part.len()).sum::<usize>());
    let whole = written("whole.pdf", &joined);
    output("qpdf", &["--check"], &whole);
    let paths = parts.iter().enumerate();
    let paths: Vec<_> = paths
        .map(|(at, part)| written(&format!("{at}.pdf"), part))
        .collect();
    let same = |tool: &str, arguments: &[&str]| {
        let Some(whole) = output(tool, arguments, &whole) else {
            return;
        };
        let parts = paths
            .iter()
            .map(|part| output(tool, arguments, part).unwrap());
        assert!(
            whole == parts.collect::<Vec<_>>().concat(),
            "{tool} {arguments:?}"
        );
    };
    same("pdftotext", &["-layout"]);
    same("pdftoppm", &["-r", "40"]);
    if let Some(whole) = tags(&whole) {
        let parts = paths.iter().flat_map(|part| tags(part).unwrap());
        // Above the parts there is one tag for all.
        let expected: Vec<String> = ["Document".to_owned()].into_iter().chain(parts).collect();
        assert_eq!(whole, expected);
    }
    if let Some(links) = output("pdfinfo", &["-url"], &whole) {
        let links = String::from_utf8_lossy(&links).lines().count();
        let of_parts = paths.iter().map(|part| {
            let links = output("pdfinfo", &["-url"], part).unwrap();
            String::from_utf8_lossy(&links).lines().count() - 1
        });
        assert_eq!(links - 1, of_parts.sum::<usize>());
    }
}

/// The tags of a PDF and their texts, without attributes and names.
fn tags(pdf: &Path) -> Option<Vec<String>> {
    let tags = output("pdfinfo", &["-struct-text"], pdf)?;
    let tags = String::from_utf8_lossy(&tags).into_owned();
    let lines = tags.lines().map(str::trim);
    let lines = lines.filter(|line| !line.starts_with('/') && !line.starts_with("Object "));
    let line = |line: &str| match line.split_once(" <") {
        Some((tag, _)) if !line.starts_with('"') => tag.to_owned(),
        _ => line.trim_end_matches(':').to_owned(),
    };
    Some(lines.map(line).collect())
}

/// The number of pages of a PDF and on which of them these words are.
fn pages_with(pdf: &Path, words: &str) -> Option<(usize, Vec<usize>)> {
    let text = output("pdftotext", &["-layout"], pdf)?;
    let text = String::from_utf8_lossy(&text).into_owned();
    let pages: Vec<&str> = text.split_terminator('\u{c}').collect();
    let with = pages
        .iter()
        .enumerate()
        .filter(|(_, page)| page.contains(words));
    Some((pages.len(), with.map(|(at, _)| at + 1).collect()))
}

/// On both sides of the paper, each sheet begins on a front. The command takes several files.
#[test]
fn no_sheet_begins_on_the_back_of_another() {
    let guide = |title: &str| format!("---\ntitre: {title}\n---\n\nUn texte.\n");
    let site = TestSite::new(&[
        ("guichet.yaml", "titre: Essai\nfiches: { guide: [a4] }\n"),
        ("content/guides/un.md", &guide("Renard")),
        ("content/guides/deux.md", &guide("Blaireau")),
        ("content/guides/trois.md", &guide("Hermine")),
    ]);
    let files = [
        "content/guides/un.md",
        "content/guides/deux.md",
        "content/guides/trois.md",
    ];
    let print = |more: &[&str]| {
        let run = site.run(
            &[
                &["sheet"],
                &files[..],
                &["--format", "a4", "-o", "tout.pdf"],
                more,
            ]
            .concat(),
        );
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        site.path("tout.pdf")
    };
    let simplex = print(&[]);
    output("qpdf", &["--check"], &simplex);
    if let Some(found) = pages_with(&simplex, "Hermine") {
        assert_eq!(found, (3, vec![3]));
    }
    let duplex = print(&["--duplex"]);
    output("qpdf", &["--check"], &duplex);
    for (words, page) in [("Renard", 1), ("Blaireau", 3), ("Hermine", 5)] {
        if let Some(found) = pages_with(&duplex, words) {
            assert_eq!(found, (5, vec![page]));
        }
    }
    for more in [&["--data"][..], &["-o", "tout.png"]] {
        let run = site.run(&[&["sheet"], &files[..], more].concat());
        assert_eq!(run.status, Some(1));
        assert!(run.stderr.contains("un seul fichier"), "{}", run.stderr);
    }
    let run = site.run(&[
        "sheet",
        files[0],
        "content/guides/rien.md",
        "-o",
        "rien.pdf",
    ]);
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains("rien.md") && !site.path("rien.pdf").exists());
}

#[test]
fn what_is_no_pdf_is_not_joined() {
    let press = Press::new(Arc::default(), program(), Limits::default());
    let message = |pdfs: &[Arc<[u8]>]| match press.join(pdfs, false) {
        Err(PressError::Mistakes(mistakes)) => mistakes[0].message.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(message(&[]), "there is no PDF to join");
    let damaged: Arc<[u8]> = b"%PDF-1.7\nnothing".as_slice().into();
    assert_eq!(message(&[damaged]), "PDF 1 cannot be read");
    // Its limits are those of any job.
    let hurried = Limits {
        memory: 64 << 20,
        ..Limits::default()
    };
    let press = Press::new(Arc::default(), program(), hurried);
    let large: Arc<[u8]> = vec![b'('; 1 << 20].into();
    assert!(press.join(&[large], true).is_err());
}
