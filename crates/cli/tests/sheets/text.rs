//! What editors write is printed, whatever it is: in full, and without doing anything to the template.

use guichet::model::SheetFormat;
use guichet::press::FontCoverage;
use guichet::project::Project;
use guichet::site::{Extent, Subject};
use guichet_press::Engine;

use crate::common::{assembled, jobs, letters, text_of};
use crate::site::TestSite;

/// Typst's own syntax is printed as it is written and never runs, in every field that an editor fills.
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

/// An address of two lines, an account number of five, a word of 130 letters and tables of many columns fit in every
/// format, and what is copied from the sheet is what was written.
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
            // What goes on from one page to the next is not torn by the foot of the first.
            let is_foot = |line: &&str| {
                let first = line.split(' ').next().unwrap_or_default();
                let is_code =
                    line.len() == 4 && !line.contains(|c: char| !c.is_ascii_alphanumeric());
                ["Essai", "Édition", "page"].contains(&first) || is_code
            };
            let copied: String = text.lines().filter(|line| !is_foot(line)).collect();
            for whole in [ADDRESS, &account, &word] {
                assert!(copied.contains(whole), "{path}: {whole} in {copied}");
            }
        }
    }
}

/// A leaflet of a text without numbered steps or callouts has all of it: any blocks, with the first heading anywhere.
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

/// A long number in a right-to-left text breaks over several lines, and its parts keep their order.
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

/// The marks of two notes side by side do not read as that of a third: « 1,2 », not « 12 ».
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

/// Every character of the fonts and every control of writing direction or joining can be printed, in words of both
/// directions and where fonts alternate.
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
