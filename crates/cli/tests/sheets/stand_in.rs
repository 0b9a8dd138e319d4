//! Sheets that do not fit, and those that stand in for them.

use crate::site::{self, TestSite};

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

/// A format named on the command line is not replaced: that it is too small is an error.
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

/// A text of many pages is not laid out at each size of a tract: that would take more memory than a print may.
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

/// Everything that names the sheets of a site names those that exist, in a build of one or of several shards.
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
