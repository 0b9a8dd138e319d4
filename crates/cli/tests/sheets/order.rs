//! Where things are on a sheet, and in which order it is read.

use std::process::Command;
use std::sync::Arc;

use guichet::press::{Limits, Press, PrintEngine as _};
use guichet_press::Engine;
use guichet_press::typst::layout::{Frame, FrameItem};

use crate::common::{assembled, jobs, program, sample, text_of};
use crate::site::TestSite;

/// A poster's lines begin on the side on which its language begins, and nothing overlaps.
#[test]
fn a_poster_begins_where_its_language_begins() {
    /// What is set upright, with its left and right edge in millimetres.
    fn gather(frame: &Frame, left: f64, out: &mut Vec<(String, f64, f64)>) {
        for (point, item) in frame.items() {
            let at = left + point.x.to_mm();
            match item {
                FrameItem::Group(group) if group.transform.is_identity() => {
                    gather(&group.frame, at, out);
                }
                FrameItem::Text(text) => {
                    out.push((text.text.to_string(), at, at + text.width().to_mm()));
                }
                _ => {}
            }
        }
    }
    const SIDE: f64 = 14.0;
    const WIDTH: f64 = 210.0;
    for (language, title, address) in [("fr", "Mairie", "Place"), ("ar", "بلدية", "ساحة")]
    {
        let site = TestSite::new(&[
            (
                "guichet.yaml",
                &format!("titre: {title}\nlangue: {language}\nadresse: https://exemple.fr/\n"),
            ),
            (
                "content/organizations/o.md",
                &format!(
                    "---\ntitre: {title}\nadresse: {address}\ntéléphones: [\"01 99 00 00 10\"]\nhoraires: Mo-Fr 09:00-12:00\nfiches: [affiche]\n---\n"
                ),
            ),
        ]);
        let site = assembled(&site);
        let engine = Engine::new(&site.theme.plates);
        let (path, _, job) = jobs(&site).remove(0);
        let document = engine
            .lay_out(&job)
            .unwrap_or_else(|error| panic!("{error:?}"));
        let mut found = Vec::new();
        gather(&document.pages()[0].frame, 0.0, &mut found);
        for words in [title, address] {
            let (_, left, right) = found
                .iter()
                .find(|(text, _, _)| text.contains(words))
                .unwrap_or_else(|| panic!("{path}: {words} in {found:?}"));
            // The frame around a contact point keeps it a little further inside.
            let (near, far) = match language {
                "ar" => (WIDTH - SIDE - right, left - SIDE),
                _ => (left - SIDE, WIDTH - SIDE - right),
            };
            assert!(
                near < 5.0 && far > 60.0,
                "{path}: {words}: {left} to {right}"
            );
        }
        let print = engine
            .print(&job)
            .unwrap_or_else(|error| panic!("{error:?}"));
        assert!(print.facts.remarks.is_empty(), "{:?}", print.facts.remarks);
    }
}

/// A sheet is read in the order of the model: the routes without the Internet come before the one with it.
#[test]
fn a_sheet_is_read_in_the_order_of_the_model() {
    let site = sample();
    let engine = Engine::new(&site.theme.plates);
    let (_, _, job) = jobs(&site)
        .into_iter()
        .find(|(path, _, _)| path == "guides/carte-a4.pdf")
        .unwrap();
    let text = text_of(&engine, &job).replace(['\n', '\u{a0}'], " ");
    let order = [
        "Renouveler une carte",
        "La carte se renouvelle au comptoir.",
        "Coût",
        "Sur place",
        "Mairie d’Essai",
        "du lundi au vendredi",
        "01 99 00 00 01",
        "1 place du Marché",
        "Par courrier",
        "Demande de carte",
        "à l’accueil de la mairie",
        "Par téléphone",
        "Sur Internet",
        "example.org/carte",
        "Documents à réunir",
        "Une photo",
        "Les étapes",
        "En cas de refus",
        "Rendez-vous le",
        "Sigles",
        "centre communal d’action sociale",
        "example.net/aide",
        "example.org/texte",
        "Vérifié le",
        "guichet.example/guides/carte.html",
    ];
    assert_in_order(&order, &text);
    // The tags of the PDF, which a screen reader follows, give the texts in that order too.
    let press = Press::new(Arc::clone(&site.theme.plates), program(), Limits::default());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sheet.pdf");
    std::fs::write(&file, press.print(&job).unwrap().pdf).unwrap();
    let Ok(tags) = Command::new("pdfinfo")
        .arg("-struct-text")
        .arg(&file)
        .output()
    else {
        println!("skipped: pdfinfo is not installed");
        return;
    };
    let tags = String::from_utf8_lossy(&tags.stdout).into_owned();
    let spoken: String = tags
        .lines()
        .filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix('"'))
        .collect();
    assert_in_order(&order, &spoken.replace('\u{a0}', " "));
    for tag in ["H1", "H2", "H3", "LBody", "Table", "TH", "Figure"] {
        assert!(
            tags.lines().any(|line| line.trim().starts_with(tag)),
            "no {tag} in:\n{tags}"
        );
    }
}

fn assert_in_order(pieces: &[&str], text: &str) {
    let mut from = 0;
    for piece in pieces {
        match text[from..].find(piece) {
            Some(at) => from += at + piece.len(),
            None => panic!("« {piece} » does not follow the previous piece in:\n{text}"),
        }
    }
}
