//! Printed sheets: what an editor's text may do to a template, what is printed, and what is kept of it.
#![cfg(feature = "sheets")]
#![allow(clippy::unwrap_used, clippy::panic)]

mod site;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use guichet::model::SheetFormat;
use guichet::outputs::sheet::prepare;
use guichet::press::{FontCoverage, Job, Limits, Press};
use guichet::project::Project;
use guichet::site::{Extent, PageOrder, Sheet, Site, Subject};
use guichet_press::Engine;
use site::TestSite;

fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_guichet"))
}

/// The site in a folder, assembled with its sheets.
fn assembled(site: &TestSite) -> Site {
    let project = Project::read(&site.path(""));
    let (assembled, found) = project.site(Extent::default());
    assert!(found.is_empty(), "{found:?}");
    assembled
}

/// Every sheet of a site: its path and its job.
fn jobs(site: &Site) -> Vec<(String, Sheet, Job)> {
    let coverage = FontCoverage::of(&site.theme.plates);
    site.sheets()
        .filter(|sheet| sheet.order == PageOrder::Reading)
        .map(|sheet| {
            let path = site.sheet_path(sheet).unwrap().to_string();
            let prepared = prepare(site, sheet, &coverage, &guichet::images::Studio::default());
            (path, sheet, prepared.job)
        })
        .collect()
}

/// All that is set on the pages of a job, in the order in which it is drawn.
fn text_of(engine: &Engine, job: &Job) -> String {
    fn gather(frame: &guichet_press::typst::layout::Frame, out: &mut String) {
        for (_, item) in frame.items() {
            match item {
                guichet_press::typst::layout::FrameItem::Group(group) => gather(&group.frame, out),
                guichet_press::typst::layout::FrameItem::Text(text) => {
                    out.push_str(&text.text);
                    out.push('\n');
                }
                _ => {}
            }
        }
    }
    let document = engine
        .lay_out(job)
        .unwrap_or_else(|error| panic!("{error:?}"));
    let mut out = String::new();
    for page in document.pages() {
        gather(&page.frame, &mut out);
    }
    out
}

/// Letters and digits alone: lines break where they break.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Typst's own syntax, in every field that an editor fills: it is printed, and never runs.
#[test]
fn typst_in_a_text_is_printed_as_text() {
    const HOSTILE: &str = "#panic(0) #read(1) $x^2$ *a* _b_ = t <l> @r #let y = 7 * 7; #y // c /* d */ \\u{41} #import z";
    let h = HOSTILE.replace('\\', "\\\\").replace('"', "\\\"");
    let q = format!("\"{h}\"");
    let config = format!(
        "titre: {q}\nrésumé: {q}\nadresse: https://example.org/\néditeur: o\nthèmes: {{ t: {q} }}\nfiches: {{ guide: [a4, large-print, booklet, leaflet, poster, tract], article: [a4, tract], organisme: [a4, poster] }}\n"
    );
    let guide = format!(
        "---\ntitre: {q}\nrésumé: {q}\nthème: t\nmots-clés: [{q}]\nrésultat: {q}\npublic: [{q}]\ncoût: {q}\ndélai: {q}\nrecours: [{q}]\nautorité: {q}\ntextes: [{q}]\n\
         canaux:\n  sur-place: [{{ lieu: o, quand: {q}, remarque: {q} }}, {{ nom: {q}, adresse: {q} }}]\n  papier: [{{ formulaires: [{{ titre: {q}, numéro: {q}, où: {q} }}], remarque: {q} }}]\n  \
         téléphone: [{{ numéro: \"39 39\", libellé: {q}, prix: {q} }}]\n  en-ligne: [{{ url: \"https://example.org/#let\", libellé: {q}, compte: {q} }}]\n\
         pièces: [{{ nom: {q}, remarque: {q}, quand: {q} }}]\nsource: {{ nom: {q}, identifiant: {q}, licence: {q} }}\n---\n\n\
         Un `#panic(1)` et \\#panic(2) [\\#lien](https://example.org/#panic) $a$ \\<label\\> @ref.\n\n## \\#titre #panic(3)\n\n| \\#a | b |\n|---|---|\n| #panic(4) | $b$ |\n\n```typst\n#panic(5)\n```\n\n1. #panic(6)\n"
    );
    let article = format!(
        "---\ntitre: {q}\nrésumé: {q}\ndate: 2026-01-01\nauteurs: [{q}]\n---\n\n#panic(7)\n"
    );
    let organization = format!(
        "---\ntitre: {q}\ntype: {q}\nadresse: {q}\ntéléphones: [\"01 99 00 00 10\"]\nhoraires: Mo-Fr 09:00-12:00\nremarque-horaires: {q}\naccès: {{ transports: [{q}], remarque: {q} }}\ndessert: [{q}]\n---\n"
    );
    let index = format!("---\ntitre: {q}\nrésumé: {q}\nfiches: [classeur]\n---\n");
    let site = TestSite::new(&[
        ("guichet.yaml", &config),
        ("content/_index.md", &index),
        ("content/guides/g.md", &guide),
        ("content/articles/a.md", &article),
        ("content/organizations/o.md", &organization),
    ]);
    let site = assembled(&site);
    let engine = Engine::new(&site.theme.plates);
    let jobs = jobs(&site);
    assert_eq!(jobs.len(), 11);
    for (path, sheet, job) in jobs {
        let text = letters(&text_of(&engine, &job));
        assert!(text.contains(&letters(HOSTILE)), "{path}: {text}");
        assert!(!text.contains("49"), "{path}: a text ran");
        let is_guide = matches!(sheet.subject, Subject::Page(_)) && path.starts_with("guides/");
        if is_guide && sheet.format == SheetFormat::A4 {
            for number in 1..=6 {
                assert!(text.contains(&format!("panic{number}")), "{path}: {number}");
            }
        }
    }
}

/// An address of two lines, an account number of five, a word of 130 letters and tables of many columns, in every format: each has its
/// room, and what is copied is what was written.
#[test]
fn what_has_no_space_stays_on_the_paper() {
    const ADDRESS: &str = "exemple.fr/search/all?tab_selection=all&searchField=ALL&query=carte+nationale+identite&page=1&init=true&dateDecision=01%2F01%2F2020&contexte=particulier&retour=accueil";
    let account = "FR7630006000011234567890189".repeat(5);
    let word = "a".repeat(130);
    let table = "| Établissement | Téléphone | Lundi | Mardi | Mercredi | Jeudi | Vendredi | Samedi |\n|---|---|---|---|---|---|---|---|\n\
        | Mairie annexe | 01 99 00 00 00 | 8h30-12h00 | 8h30-12h00 | 8h30-12h00 13h30-17h00 | 8h30-12h00 | 8h30-12h00 | fermé |\n\n\
        | Quotient familial | Abonnement | Renouvellement | Remplacement | Accompagnement |\n|---|--:|--:|--:|--:|\n\
        | inférieur à 500 € | 12,50 € | 6,00 € | 3,00 € | gratuit |\n";
    let text = format!(
        "\nVoir [la recherche](https://{ADDRESS}).\n\nCompte {account} fin, {word}.\n\n{table}"
    );
    let guide = format!(
        "---\ntitre: Désinstitutionnalisation anticonstitutionnelle\nrésumé: x\ncanaux:\n  téléphone: 01 99 00 00 00\n  en-ligne: \"https://{ADDRESS}\"\npièces: [\"{account}\"]\ncoût: \"{account}\"\n---\n{text}"
    );
    let article = format!("---\ntitre: Un article\ndate: 2026-01-01\n---\n{text}");
    let site = TestSite::new(&[
        (
            "guichet.yaml",
            "titre: Essai\nadresse: https://exemple.fr/\nfiches: { guide: [a4, large-print, booklet, leaflet, poster, poster-a3, tract], article: [a4, large-print, booklet, tract] }\n",
        ),
        (
            "content/_index.md",
            "---\ntitre: Accueil\nfiches: [classeur]\n---\n",
        ),
        ("content/guides/g.md", &guide),
        ("content/articles/a.md", &article),
    ]);
    let site = assembled(&site);
    let engine = Engine::new(&site.theme.plates);
    let jobs = jobs(&site);
    assert_eq!(jobs.len(), 12);
    for (path, _, job) in jobs {
        let print = engine
            .print(&job)
            .unwrap_or_else(|error| panic!("{path}: {error:?}"));
        let told: Vec<_> = print.facts.remarks.iter().collect();
        assert!(
            told.iter().all(|remark| remark.name != "too-wide"),
            "{path}: {told:?}"
        );
        // A leaflet and a tract may say that the text is too long for them; no other format has a bound.
        let is_bound = ["depliant", "tract", "affiche"]
            .iter()
            .any(|format| path.contains(format));
        assert!(is_bound || told.is_empty(), "{path}: {told:?}");
        let text = text_of(&engine, &job);
        assert!(!text.contains('\u{200b}'), "{path}");
        if !is_bound {
            let copied = text.replace('\n', "");
            for whole in [ADDRESS, &account, &word] {
                assert!(copied.contains(whole), "{path}: {whole}");
            }
        }
    }
}

/// A leaflet of a text without numbered steps or callouts shows all of it, whatever its blocks are and wherever the first heading stands.
#[test]
fn a_leaflet_leaves_out_no_block_of_a_text_without_steps() {
    let texts = [
        "Qavant.\n\n| Qun | Qdeux |\n|---|---|\n| Qtrois | Qquatre |\n\nQensuite.\n",
        "| Qun | Qdeux |\n|---|---|\n| Qtrois | Qquatre |\n",
        "Qavant.\n\n- Qun\n- Qdeux\n\nQmilieu.\n\n## Qtitre\n\nQensuite.\n\n> Qcite\n",
        "## Qtitre\n\nQavant.\n\n```\nQcode\n```\n",
        "Qavant.\n\nQensuite.\n",
    ];
    let pages: Vec<(String, String)> = texts
        .iter()
        .enumerate()
        .map(|(number, text)| {
            let path = format!("content/guides/g{number}.md");
            let front = "---\ntitre: Essai\nfiches: [dépliant]\ncanaux:\n  téléphone: 01 99 00 00 00\n---\n\n";
            (path, format!("{front}{text}"))
        })
        .collect();
    let files: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    let site = TestSite::new(&files);
    let project = Project::read(&site.path(""));
    let (site, _) = project.site(Extent::default());
    let engine = Engine::new(&site.theme.plates);
    let jobs = jobs(&site);
    assert_eq!(jobs.len(), texts.len());
    for (path, sheet, job) in jobs {
        assert_eq!(sheet.format, SheetFormat::Leaflet, "{path}");
        let number: usize = path
            .chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
            .parse()
            .unwrap();
        let printed = letters(&text_of(&engine, &job));
        for word in texts[number].split(|c: char| !c.is_alphanumeric()) {
            assert!(printed.contains(word), "{path}: {word} of {printed}");
        }
    }
}

/// A number in a text that runs from right to left is cut over lines, and its parts keep their order.
#[test]
fn the_parts_of_a_number_keep_their_order() {
    let account = "1234567890".repeat(12);
    let site = TestSite::new(&[
        (
            "guichet.yaml",
            "titre: دليل\nlangue: ar\nadresse: https://exemple.fr/\nfiches: { page: [a4, large-print, booklet] }\n",
        ),
        (
            "content/p.md",
            &format!(
                "---\ntitre: نص\n---\n\nنص {account} [هنا](https://exemple.fr/{account}/{account}).\n"
            ),
        ),
    ]);
    let site = assembled(&site);
    let engine = Engine::new(&site.theme.plates);
    for (path, _, job) in jobs(&site) {
        // Where a number follows no letter, the typesetter marks its direction.
        let text = text_of(&engine, &job).replace(['\n', '\u{202a}', '\u{202c}'], "");
        assert_eq!(text.matches(&account).count(), 3, "{path}: {text}");
    }
}

/// A poster's lines begin at the side at which its language begins, and nothing on it stands on anything else.
#[test]
fn a_poster_begins_where_its_language_begins() {
    /// What is set upright, with its left and right edge in millimetres.
    fn gather(
        frame: &guichet_press::typst::layout::Frame,
        left: f64,
        out: &mut Vec<(String, f64, f64)>,
    ) {
        for (point, item) in frame.items() {
            let at = left + point.x.to_mm();
            match item {
                guichet_press::typst::layout::FrameItem::Group(group)
                    if group.transform.is_identity() =>
                {
                    gather(&group.frame, at, out);
                }
                guichet_press::typst::layout::FrameItem::Text(text) => {
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

/// The marks of two notes that stand side by side are not that of a third.
#[test]
fn the_marks_of_notes_are_parted() {
    let site = TestSite::new(&[
        ("guichet.yaml", "titre: Essai\nfiches: { page: [a4] }\n"),
        (
            "content/p.md",
            "---\ntitre: Notes\n---\n\nLe [code](https://exemple.fr/code)[^1] et deux[^1][^2], **[trois](https://exemple.fr/3)**[^2].\n\n[^1]: Un.\n[^2]: Deux.\n",
        ),
    ]);
    let site = assembled(&site);
    let engine = Engine::new(&site.theme.plates);
    let (_, _, job) = jobs(&site).remove(0);
    let text = text_of(&engine, &job).replace('\n', "");
    assert!(text.contains("Le code1,2 et deux2,3, trois4,3."), "{text}");
}

/// What a paper says, in the order in which it says it: the routes off the Internet before the one on it.
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
        "Coût",
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
            None => panic!("« {piece} » does not come after what stands before it in:\n{text}"),
        }
    }
}

/// A small site with a sheet of each format.
fn sample() -> Site {
    let site = TestSite::copy_of(
        &Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/sheets/site"),
    );
    assembled(&site)
}

/// The pages of each format look as they did: `SNAPSHOTS=overwrite cargo test --test sheets` accepts what has changed.
#[test]
fn sheets_look_as_they_did() {
    const DOTS_PER_INCH: f64 = 50.0;
    let folder =
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../..")).join("tests/sheets/pictures");
    let overwrite = std::env::var("SNAPSHOTS").is_ok_and(|value| value == "overwrite");
    let site = sample();
    let engine = Engine::new(&site.theme.plates);
    let mut wrong = Vec::new();
    let mut seen = BTreeSet::new();
    for (path, _, job) in jobs(&site) {
        let pages = engine.pictures(&job, DOTS_PER_INCH);
        let pages = pages.unwrap_or_else(|error| panic!("{path}: {error:?}"));
        for (index, actual) in pages.iter().enumerate() {
            let name = path.replace('/', "-").replace(".pdf", "");
            let name = format!("{name}-{}.png", index + 1);
            let file = folder.join(&name);
            seen.insert(name.clone());
            let actual = grey(actual);
            if overwrite {
                std::fs::write(&file, png_of(&actual)).unwrap();
                continue;
            }
            let Ok(expected) = std::fs::read(&file) else {
                wrong.push(format!("{name}: there is no such picture yet"));
                continue;
            };
            let expected = grey(&expected);
            if let Some(difference) = difference(&expected, &actual) {
                let new = Path::new(env!("CARGO_TARGET_TMPDIR")).join(&name);
                std::fs::write(&new, png_of(&actual)).unwrap();
                wrong.push(format!(
                    "{name}: {difference}; it looks now as {}",
                    new.display()
                ));
            }
        }
    }
    for entry in std::fs::read_dir(&folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        if overwrite && !seen.contains(&name) {
            std::fs::remove_file(entry.path()).unwrap();
        } else if !seen.contains(&name) {
            wrong.push(format!("{name}: no sheet looks like this any more"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A picture in grey: width, height, a byte a pixel.
type Grey = (u32, u32, Vec<u8>);

fn grey(png: &[u8]) -> Grey {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let samples = info.color_type.samples();
    let grey = pixels.chunks(samples).map(|pixel| pixel[0]).collect();
    (info.width, info.height, grey)
}

fn png_of((width, height, pixels): &Grey) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, *width, *height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(pixels).unwrap();
    writer.finish().unwrap();
    out
}

/// How two pictures differ, unless it is only in the rounding of edges: one pixel in a thousand may differ by more than a
/// quarter of the way from black to white.
fn difference(expected: &Grey, actual: &Grey) -> Option<String> {
    if (expected.0, expected.1) != (actual.0, actual.1) {
        return Some(format!(
            "{}×{} became {}×{}",
            expected.0, expected.1, actual.0, actual.1
        ));
    }
    let pixels = expected.2.iter().zip(&actual.2);
    let changed = pixels.filter(|(a, b)| a.abs_diff(**b) > 64).count();
    (changed * 1000 > expected.2.len()).then(|| format!("{changed} pixels have changed"))
}

#[test]
fn the_same_site_prints_the_same_bytes() {
    let site = sample();
    let plates = &site.theme.plates;
    let jobs = jobs(&site);
    let one = Press::new(Arc::clone(plates), program(), Limits::default());
    let other = Press::new(Arc::clone(plates), program(), Limits::default());
    let first: Vec<_> = jobs
        .iter()
        .map(|(_, _, job)| one.print(job).unwrap())
        .collect();
    // In another order, so that what the engine remembers is not the same.
    for ((path, _, job), first) in jobs.iter().zip(&first).rev() {
        assert!(other.print(job).unwrap() == *first, "{path}");
    }
}

/// What the cache of a site holds.
fn kept(site: &TestSite) -> BTreeSet<String> {
    let folder = std::fs::read_dir(site.path(".guichet-cache")).unwrap();
    let names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.len() == 64).collect()
}

fn two_guides() -> TestSite {
    let guide = |title: &str| format!("---\ntitre: {title}\n---\n\nUn texte.\n");
    TestSite::new(&[
        (
            "guichet.yaml",
            "titre: Essai\nfiches: { guide: [a4, large-print] }\n",
        ),
        ("content/guides/un.md", &guide("Un")),
        ("content/guides/deux.md", &guide("Deux")),
    ])
}

#[test]
fn a_second_build_prints_only_what_changed() {
    let site = two_guides();
    for command in [["check", "--lang=fr"], ["build", "--no-sheets"]] {
        assert_eq!(site.run(&command).status, Some(0));
        assert!(!site.path(".guichet-cache").exists(), "{command:?}");
    }
    assert_eq!(site.run(&["build"]).status, Some(0));
    let first = kept(&site);
    assert_eq!(first.len(), 4);
    let pdf = std::fs::read(site.path("public/guides/un-a4.pdf")).unwrap();
    site.write(
        "content/guides/deux.md",
        "---\ntitre: Deux\n---\n\nUn autre texte.\n",
    );
    assert_eq!(site.run(&["build"]).status, Some(0));
    let second = kept(&site);
    assert_eq!(second.difference(&first).count(), 2);
    assert_eq!(
        std::fs::read(site.path("public/guides/un-a4.pdf")).unwrap(),
        pdf
    );
    // A damaged print is printed again.
    for name in &second {
        let path = site.path(&format!(".guichet-cache/{name}"));
        let mut bytes = std::fs::read(&path).unwrap();
        let end = bytes.len() - 100;
        bytes[end] ^= 1;
        std::fs::write(&path, bytes).unwrap();
    }
    assert_eq!(site.run(&["build"]).status, Some(0));
    assert_eq!(
        std::fs::read(site.path("public/guides/un-a4.pdf")).unwrap(),
        pdf
    );
    // A folder of that name that guichet did not make is left alone, and nothing is kept.
    std::fs::remove_dir_all(site.path(".guichet-cache")).unwrap();
    site.write(".guichet-cache/mine.txt", "à moi");
    assert_eq!(site.run(&["build"]).status, Some(0));
    assert_eq!(
        std::fs::read(site.path("public/guides/un-a4.pdf")).unwrap(),
        pdf
    );
    assert_eq!(
        std::fs::read_dir(site.path(".guichet-cache"))
            .unwrap()
            .count(),
        1
    );
}

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
    // It is the template's fault whatever a page says: the site would go out without all of these sheets.
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

/// What is printed is kept, also by a build that publishes nothing: the next one prints only what was changed.
#[test]
fn a_build_that_fails_keeps_what_it_printed() {
    let site = two_guides();
    site.write(
        "content/guides/trois.md",
        "---\ntitre: Trois\n---\n\n[Un](rien.md)\n",
    );
    assert_eq!(site.run(&["build"]).status, Some(1));
    let first = kept(&site);
    assert_eq!(first.len(), 6);
    site.write("content/guides/trois.md", "---\ntitre: Trois\n---\n\nUn.\n");
    assert_eq!(site.run(&["build"]).status, Some(0));
    let second = kept(&site);
    assert_eq!(second.difference(&first).count(), 2);
}

/// A print that builds ask for is kept, however long ago it was made, and one that none asks for goes.
#[test]
fn what_no_build_has_asked_for_in_a_month_goes() {
    let site = two_guides();
    assert_eq!(site.run(&["build"]).status, Some(0));
    let all = kept(&site);
    let long_ago = std::time::SystemTime::now() - Duration::from_secs(40 * 24 * 3600);
    let age = || {
        for name in kept(&site) {
            let path = site.path(&format!(".guichet-cache/{name}"));
            let file = std::fs::File::options().write(true).open(path).unwrap();
            file.set_modified(long_ago).unwrap();
        }
    };
    age();
    // This one asks for them, and the next, which prints nothing, does not take them for forgotten.
    assert_eq!(site.run(&["build"]).status, Some(0));
    assert_eq!(site.run(&["build", "--no-sheets"]).status, Some(0));
    assert_eq!(kept(&site), all);
    age();
    assert_eq!(site.run(&["build", "--no-sheets"]).status, Some(0));
    assert!(kept(&site).is_empty());
}

fn sentences(count: usize) -> String {
    let sentence =
        |number| format!("Le mardi {number}, la permanence a répondu à douze personnes.\n\n");
    (1..=count).map(sentence).collect()
}

fn site_with_a_default_too_small() -> TestSite {
    let article =
        |title: &str, text: &str| format!("---\ntitre: {title}\ndate: 2026-09-01\n---\n\n{text}\n");
    TestSite::new(&[
        (
            "guichet.yaml",
            "titre: Essai\nfiches: { article: [tract] }\n",
        ),
        (
            "content/articles/long.md",
            &article("Long", &sentences(150)),
        ),
        ("content/articles/court.md", &article("Court", "Un texte.")),
    ])
}

/// Whoever asks on the command line for a format by its name learns that it is too small.
#[test]
fn a_format_asked_for_by_name_must_fit() {
    let site = site_with_a_default_too_small();
    let run = site.run(&[
        "sheet",
        "content/articles/long.md",
        "--format",
        "tract",
        "-o",
        "t.pdf",
    ]);
    assert_eq!(run.status, Some(1));
    assert!(run.stderr.contains("does-not-fit"), "{}", run.stderr);
    // The page names no format that could be left out.
    assert!(run.stderr.contains("--format a4"), "{}", run.stderr);
    assert!(!site.path("t.pdf").exists());
    let run = site.run(&["sheet", "content/articles/long.md", "-o", "t.pdf"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
}

/// A text of many pages is not set in type at each size of a tract, which takes more memory than a print may.
#[test]
fn another_sheet_stands_in_for_one_that_takes_too_much() {
    let rows: String = (0..1500)
        .map(|row| format!("| Commune de Saint-Aubin, numéro {row} | 1 place de la Mairie, 00000 Bourg | lundi de 9 h à 12 h |\n"))
        .collect();
    let text = format!(
        "---\ntitre: Lieux\ndate: 2026-09-01\n---\n\n| Lieu | Adresse | Horaires |\n|---|---|---|\n{rows}"
    );
    let site = TestSite::new(&[
        (
            "guichet.yaml",
            "titre: Essai\nfiches: { article: [tract] }\n",
        ),
        ("content/articles/lieux.md", &*text),
    ]);
    let run = site.run(&["build"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(run.stderr.contains("replaced-sheet"), "{}", run.stderr);
    assert!(site.path("public/articles/lieux-a4.pdf").exists());
}

/// All that names the sheets of a site names those that there are, however the work is shared.
#[test]
fn everything_agrees_on_what_stands_in() {
    let site = site_with_a_default_too_small();
    let run = site.run(&["build"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let read = |path: &str| std::fs::read_to_string(site.path(path)).unwrap();
    assert!(site.path("public/articles/long-a4.pdf").exists());
    assert!(!site.path("public/articles/long-tract.pdf").exists());
    assert!(!site.path("public/articles/court-a4.pdf").exists());
    for page in ["public/articles/long.html", "public/fiches.html"] {
        let html = read(page);
        assert!(
            html.contains("long-a4.pdf") && !html.contains("long-tract"),
            "{page}"
        );
    }
    let archive = std::fs::File::open(site.path("public/articles/fiches.zip")).unwrap();
    let archive = zip::ZipArchive::new(archive).unwrap();
    let names = archive.file_names();
    let mut names: Vec<String> = names.map(|name| name.unwrap().into_owned()).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        ["court-tract-lecture.pdf", "court-tract.pdf", "long-a4.pdf"]
    );
    // Shards together are the site.
    let whole = site.published();
    let mut parts = std::collections::BTreeMap::new();
    for shard in ["1/3", "2/3", "3/3"] {
        let out = format!("part-{}", &shard[..1]);
        let run = site.run(&["build", "--out", &out, "--shard", shard]);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        parts.extend(site::files(&site.path(&out)));
    }
    assert!(parts.keys().eq(whole.keys()), "{:?}", parts.keys());
    for (name, bytes) in &whole {
        assert!(parts[name] == *bytes, "{name}");
    }
}

/// Whatever a font has, and whatever only says how a text is written, is printed; in words from left to right and from right to
/// left, where fonts take turns.
#[test]
fn every_character_is_printed() {
    let site = TestSite::new(&[]);
    let plates = assembled(&site).theme.plates.clone();
    let coverage = FontCoverage::of(&plates);
    let is_tried = |c: &char| {
        coverage.contains(*c)
            || (*c as u32) < 0x3000
            || matches!(*c as u32, 0xfd00..=0xffff | 0xe_0000..=0xe_01ff)
    };
    let all: Vec<char> = ('\u{1}'..=char::MAX)
        .filter(is_tried)
        .filter(|c| !c.is_ascii())
        .collect();
    assert!(all.len() > 9_000, "{}", all.len());
    for (number, characters) in all.chunks(400).enumerate() {
        let words = characters
            .iter()
            .map(|c| format!("mot{c}mot {c}{c} א{c}{c}ב، س{c}ش\n"));
        let text: String = words.collect();
        let page = format!("---\ntitre: A\n---\n\n{text}");
        site.write(&format!("content/{number}.md"), page);
    }
    let run = site.run(&["check", "--format", "json"]);
    let found: Vec<serde_json::Value> = serde_json::from_str(&run.stdout).unwrap();
    let failed: Vec<String> = found
        .iter()
        .filter(|found| {
            !matches!(
                found["code"].as_str(),
                Some(
                    "no-glyph"
                        | "never-reviewed"
                        | "long-sentence"
                        | "long-paragraph"
                        | "undefined-acronym"
                        | "sheet-too-heavy"
                )
            )
        })
        .map(ToString::to_string)
        .collect();
    assert!(failed.is_empty(), "{failed:#?}");
}

/// Workers end with the build that started them, even when it is killed in the midst of a print that never ends.
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

/// Where one page would be too long a list of sheets, each section has its own, in parts.
#[test]
fn a_large_site_lists_its_sheets_section_by_section() {
    let site = TestSite::new(&[("guichet.yaml", "titre: Essai\n")]);
    for number in 0..101 {
        let text = format!("---\ntitre: Guide {number}\n---\n\nUn texte.\n");
        site.write(&format!("content/guides/g{number}.md"), &text);
    }
    let run = site.run(&["build"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let read = |path: &str| std::fs::read_to_string(site.path(&format!("public/{path}"))).unwrap();
    let all = read("fiches.html");
    assert!(all.contains("href=\"guides/fiches.html\""), "{all}");
    assert!(all.contains("href=\"guides/fiches.zip\""), "{all}");
    assert!(!all.contains("-a4.pdf"));
    assert_eq!(read("guides/fiches.html").matches("-a4.pdf").count(), 100);
    assert_eq!(read("guides/fiches-2.html").matches("-a4.pdf").count(), 1);
}
