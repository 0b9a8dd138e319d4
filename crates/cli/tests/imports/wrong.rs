//! A file that is not what an importer reads: what it is instead, and what to do.

use std::io::Write as _;

use super::site::TestSite;

/// The sources in the folders of tests, by the importer that reads each.
const SOURCES: &[(&str, &str)] = &[
    ("service-public", "crates/cli/tests/imports/official"),
    ("annuaire", "tests/suite/import-annuaire/annuaire.json"),
    ("inclusion", "tests/suite/import-inclusion/src"),
    ("hugo", "tests/suite/import-hugo/src"),
    ("zola", "tests/suite/import-zola/src"),
    ("jekyll", "tests/suite/import-jekyll/src"),
    ("wordpress", "tests/suite/import-wordpress/export.xml"),
];

fn path(below: &str) -> String {
    format!("{}/../../{below}", env!("CARGO_MANIFEST_DIR"))
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn the_source_of_another_importer_is_named_with_what_to_type() {
    for (importer, _) in SOURCES {
        for (owner, source) in SOURCES {
            let site = TestSite::new(&[]);
            let source = path(source);
            let run = site.run(&["import", importer, &source]);
            let said = format!("{importer} {source}: {}", run.stderr);
            let command = format!("Tapez plutôt : guichet import {owner} {source}");
            assert_eq!(run.stderr.contains(&command), importer != owner, "{said}");
            if importer != owner {
                assert_eq!(run.status, Some(1), "{said}");
                assert!(!run.stderr.contains("--commune"), "{said}");
                assert!(
                    super::site::files(&site.path("content")).is_empty(),
                    "{said}"
                );
            }
        }
    }
}

/// The options that both have are typed again.
#[test]
fn the_command_to_type_has_what_was_typed() {
    let site = TestSite::new(&[]);
    let source = path("tests/suite/import-inclusion/src/structures.json");
    let run = site.run(&["import", "annuaire", &source, "--commune", "35360,35361"]);
    let command = format!("guichet import inclusion {source} --commune 35360,35361");
    assert!(run.stderr.contains(&command), "{}", run.stderr);
    let typed: Vec<&str> = command.split(' ').skip(1).collect();
    assert_eq!(site.run(&typed).status, Some(0));
}

#[test]
fn what_is_nobodys_is_named_with_what_the_importer_reads() {
    let whole = std::fs::read(path("crates/cli/tests/imports/official/F1.xml")).unwrap();
    let packed = zip(&[("F1.xml", &whole)]);
    let files: &[(&str, &[u8], &str)] = &[
        ("vide.zip", b"", "c’est un fichier vide"),
        (
            "vosdroits-latest.zip",
            b"<!DOCTYPE html><title>404</title>",
            "c’est une page web",
        ),
        ("guide.pdf", b"%PDF-1.7\n", "c’est un PDF"),
        ("note.txt", "Un mot.\n".as_bytes(), "c’est un texte"),
        (
            "autre.json",
            b"{\"a\": [1]}",
            "c’est un fichier JSON d’une autre sorte",
        ),
        (
            "cut.zip",
            &packed[..packed.len() / 2],
            "est un zip incomplet ou abîmé",
        ),
    ];
    for (importer, _) in SOURCES {
        let site = TestSite::new(&[]);
        std::fs::create_dir(site.path("rien")).unwrap();
        let folder: (&str, &[u8], &str) = ("rien", b"", "c’est un dossier sans fichiers");
        for (name, bytes, found) in files.iter().chain([&folder]) {
            if *name != "rien" {
                site.write(name, bytes);
            }
            let run = site.run(&["import", importer, name]);
            let said = format!("{importer} {name}: {}", run.stderr);
            assert_eq!(run.status, Some(1), "{said}");
            assert!(run.stderr.contains(found), "{said}");
            let remedy = match *name {
                "cut.zip" => "téléchargez-le de nouveau",
                _ => "Elle lit ",
            };
            assert!(run.stderr.contains(remedy), "{said}");
            // The choice of a place is no question, there is no rest, and nobody else's words are shown.
            for wrong in [
                "--commune",
                "le reste",
                "os error",
                "Zip archive",
                "JSON, CSV",
            ] {
                assert!(!run.stderr.contains(wrong), "{said}");
            }
        }
        let address = site.run(&["import", importer, "vide.zip"]).stderr;
        let has_address = matches!(*importer, "service-public" | "annuaire" | "inclusion");
        assert_eq!(
            address.contains("À télécharger : https://"),
            has_address,
            "{address}"
        );
        let missing = site.run(&["import", importer, "manque"]);
        assert!(
            missing
                .stderr
                .contains("manque ne peut pas être lu : il n’existe pas")
        );
    }
}

#[test]
fn a_zip_for_a_folder_is_to_be_unpacked() {
    let site = TestSite::new(&[]);
    site.write("site.zip", zip(&[("x-main/hugo.toml", b"title = 'x'\n")]));
    let run = site.run(&["import", "hugo", "site.zip"]);
    assert!(run.stderr.contains("décompressez-le"), "{}", run.stderr);
    let run = site.run(&["import", "annuaire", &path("tests/suite/import-annuaire")]);
    assert!(
        run.stderr.contains("c’est un dossier, pas un fichier"),
        "{}",
        run.stderr
    );
}

/// A source that is not whole is imported as far as possible, and the status says it.
#[test]
fn a_source_that_cannot_be_read_whole_ends_with_an_error() {
    let whole = std::fs::read(path("crates/cli/tests/imports/official/F1.xml")).unwrap();
    let mut packed = zip(&[("F1.xml", &whole), ("F2.xml", &whole)]);
    let name = b"F2.xml";
    let second = packed.windows(name.len()).position(|bytes| bytes == name);
    let data = second.unwrap() + name.len();
    packed[data..data + 40].fill(0xff);
    let site = TestSite::new(&[]);
    site.write("guide.zip", packed);
    let run = site.run(&["import", "service-public", "guide.zip"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert!(run.stderr.contains("incomplet ou abîmé"), "{}", run.stderr);
    assert!(run.stderr.contains("lue en entier"), "{}", run.stderr);
    for wrong in ["deflate stream\n", "le droit de le lire"] {
        assert!(!run.stderr.contains(wrong), "{}", run.stderr);
    }
    let pages = super::site::files(&site.path("content"));
    assert!(
        pages.keys().any(|path| path.ends_with("F1.md")),
        "{pages:?}"
    );
    // Without anything to import, no rest has been imported.
    site.write("seul.xml", &whole[..whole.len() / 2]);
    let run = site.run(&["import", "service-public", "seul.xml"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert!(
        run.stderr.contains("il s’arrête avant sa fin"),
        "{}",
        run.stderr
    );
    assert!(!run.stderr.contains("le reste"), "{}", run.stderr);
}

/// What the help of a conflict in front matter says to do, done to the letter, gives the words of the source.
#[test]
fn the_words_of_the_source_are_taken_as_the_help_says() {
    const PAGE: &str = "content/organizations/annuaire/mairie-35360.md";
    const PREFIX: &str = "# guichet import: ";
    let site = TestSite::new(&[]);
    let before = std::fs::read_to_string(path(SOURCES[1].1)).unwrap();
    site.write("annuaire.json", &before);
    let import = ["import", "annuaire", "annuaire.json", "--commune", "35360"];
    assert_eq!(site.run(&import).status, Some(0));
    let (number, new) = ("01 99 00 00 10", "01 99 00 00 18");
    let page = site.read(PAGE);
    let lines = format!("téléphones:\n  - \"{number}\"\n");
    assert!(page.contains(&lines), "{page}");
    site.write(PAGE, page.replace(&lines, "téléphone: 01 99 00 00 77\n"));
    site.write("annuaire.json", before.replace(number, new));
    let run = site.run(&import);
    assert!(
        run.stderr.contains(&format!("« {} »", PREFIX.trim())),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("l’espace"), "{}", run.stderr);
    let merged = site.read(PAGE);
    let taken = merged
        .replace("téléphone: 01 99 00 00 77\n", "")
        .replace(PREFIX, "");
    assert!(taken.contains(&lines.replace(number, new)), "{merged}");
    site.write(PAGE, &taken);
    let run = site.run(&import);
    assert!(!run.stderr.contains("import-conflict"), "{}", run.stderr);
    assert!(!run.stdout.contains("départagés"), "{}", run.stdout);
    assert_eq!(site.read(PAGE), taken);
}
