//! Malicious sources, and sources of any shape: an import ends, reports what is wrong, and writes nothing outside the site.
#![allow(clippy::unwrap_used, clippy::panic)]

mod directory;
#[path = "imports/history.rs"]
mod history;
#[path = "imports/inclusion.rs"]
mod inclusion;
#[path = "imports/news.rs"]
mod news;
#[path = "imports/official.rs"]
mod official;
#[path = "imports/packed.rs"]
mod packed;
mod site;
#[path = "imports/wrong.rs"]
mod wrong;

use std::io::Write as _;

use proptest::prelude::*;
use site::TestSite;

/// A fiche with this text.
fn fiche(id: &str, text: &str) -> String {
    format!(
        "<Publication ID=\"{id}\" type=\"Fiche\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>T</dc:title>\
         <FilDAriane><Niveau ID=\"Particuliers\">A</Niveau></FilDAriane>{text}</Publication>"
    )
}

/// Imports `source` (below the site) and builds the result; if either fails, it must say why.
fn import_and_build(site: &TestSite, importer: &str, source: &str) -> String {
    let run = site.run(&["import", importer, source]);
    assert!(
        matches!(run.status, Some(0 | 1)),
        "{:?}: {}",
        run.status,
        run.stderr
    );
    let build = site.run(&["build", "--no-sheets"]);
    assert!(
        matches!(build.status, Some(0 | 1)),
        "{:?}: {}",
        build.status,
        build.stderr
    );
    run.stdout + &run.stderr
}

#[test]
fn no_source_makes_a_file_outside_of_the_site() {
    let site = TestSite::new(&[]);
    let outside = site.path("../outside-of-the-site.md");
    for id in [
        "../../../outside-of-the-site",
        "/etc/passwd",
        "a/b",
        "..",
        "con:x",
        "",
    ] {
        site.write("xml/F1.xml", fiche(id, "<Texte/>"));
        let said = import_and_build(&site, "service-public", "xml");
        assert!(said.contains("import-unreadable"), "{said}");
    }
    // A folder of the site that leads elsewhere.
    let elsewhere = tempfile::tempdir().unwrap();
    std::fs::remove_dir_all(site.path("content")).ok();
    std::os::unix::fs::symlink(elsewhere.path(), site.path("content")).unwrap();
    site.write("xml/F1.xml", fiche("F1", "<Texte/>"));
    let run = site.run(&["import", "service-public", "xml"]);
    assert_eq!(run.status, Some(1), "{}", run.stderr);
    assert!(!outside.exists());
    assert_eq!(site::files(elsewhere.path()).len(), 0);
}

#[test]
fn a_zip_that_unpacks_to_more_than_memory_is_refused() {
    let site = TestSite::new(&[]);
    let mut zip = zip::ZipWriter::new(std::fs::File::create(site.path("bomb.zip")).unwrap());
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated);
    let zeros = vec![b' '; 1024 * 1024];
    for name in ["F1.xml", "../../F2.xml"] {
        zip.start_file(name, options).unwrap();
        for _ in 0..100 {
            zip.write_all(&zeros).unwrap();
        }
    }
    zip.finish().unwrap();
    let said = import_and_build(&site, "service-public", "bomb.zip");
    assert!(said.contains("unreadable"), "{said}");
}

#[test]
fn depth_and_length_without_end_are_told_or_read() {
    let site = TestSite::new(&[]);
    let many = 20_000;
    for (name, text) in [
        ("depth", "<Cas>".repeat(many)),
        (
            "entities",
            "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\">]>".to_owned() + &"&b;".repeat(many),
        ),
        (
            "places",
            format!(
                "<Texte>{}</Texte>",
                "<OuSAdresser type=\"Local\"><Titre>a</Titre></OuSAdresser>".repeat(many)
            ),
        ),
        (
            "stars",
            format!(
                "<Texte><Paragraphe>{}</Paragraphe></Texte>",
                "*_[`".repeat(many)
            ),
        ),
        (
            "spans",
            format!(
                "<Texte><Tableau>{}</Tableau></Texte>",
                "<Rangée><Cellule fusionHorizontale=\"99999\" fusionVerticale=\"99999\"/></Rangée>"
                    .repeat(300)
            ),
        ),
        (
            "cases",
            format!(
                "<Texte>{}x{}</Texte>",
                "<BlocCas><Cas><Titre>t</Titre>".repeat(40),
                "</Cas></BlocCas>".repeat(40)
            ),
        ),
    ] {
        site.write("xml/F1.xml", fiche("F1", &text));
        let said = import_and_build(&site, "service-public", "xml");
        assert!(!said.contains("panicked"), "{name}: {said}");
    }
    for text in [
        "<div>".repeat(many),
        "[caption]".repeat(many),
        "[".repeat(many),
        "<b><i>".repeat(many),
        "<table><tr><td>".repeat(2000),
        "\n\n".repeat(many),
    ] {
        let item = format!(
            "<item><title>t</title><content:encoded><![CDATA[{text}]]></content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>"
        );
        let rss =
            format!("<rss xmlns:content=\"c\" xmlns:wp=\"w\"><channel>{item}</channel></rss>");
        site.write("export.xml", rss);
        import_and_build(&site, "wordpress", "export.xml");
    }
    for text in [
        "{{".repeat(many),
        "{{a}}".repeat(many),
        "{%".repeat(many),
        "{{< figure src=\"a\" >}}".repeat(2000),
    ] {
        site.write(
            "hugo/content/a.md",
            format!("+++\ntitle = \"a\"\n+++\n{text}"),
        );
        import_and_build(&site, "hugo", "hugo");
    }
}

#[test]
fn two_long_texts_are_merged_in_time() {
    let site = TestSite::new(&[]);
    let text = |word: &str| {
        let paragraphs: String = (0..20_000)
            .map(|at| format!("<Paragraphe>{word}{}</Paragraphe>", at % 500))
            .collect();
        fiche("F1", &format!("<Texte>{paragraphs}</Texte>"))
    };
    site.write("xml/F1.xml", text("a"));
    site.run(&["import", "service-public", "xml"]);
    let page = "content/guides/particuliers/F1.md";
    let mine = site.read(page).replace("a7\n", "b7\n");
    site.write(page, mine);
    site.write("xml/F1.xml", text("c"));
    let run = site.run(&["import", "service-public", "xml"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(site.read(page).contains("b7"));
}

const NAMES: &[&str] = &[
    "Texte",
    "Introduction",
    "Chapitre",
    "SousChapitre",
    "Titre",
    "Paragraphe",
    "Liste",
    "Item",
    "BlocCas",
    "Cas",
    "ListeSituations",
    "Situation",
    "Tableau",
    "Colonne",
    "Rangée",
    "Cellule",
    "Attention",
    "ANoter",
    "LienInterne",
    "LienIntra",
    "LienExterne",
    "MiseEnEvidence",
    "Exposant",
    "OuSAdresser",
    "ServiceEnLigne",
    "NoticeLiee",
    "Definition",
    "Abreviation",
    "Problematiques",
    "Problematique",
    "Branche",
    "Questionnaire",
    "Question",
    "Choix",
    "VoirAussi",
    "Fiche",
    "Reference",
    "DossierPere",
    "Theme",
    "Image",
    "Video",
    "Exemple",
    "TitreFlottant",
    "TexteInterne",
    "Groupe",
    "Contact",
    "QuiPeutMAider",
    "Description",
    "Inconnu",
];

/// XML of the guide's elements in any order.
fn elements() -> impl Strategy<Value = String> {
    let leaf = "[a-zé *_\\[\\]|#:.-]{0,12}".prop_map(|text| text.replace('&', ""));
    leaf.prop_recursive(6, 60, 5, |inner| {
        let attributes = prop::sample::select(vec![
            "",
            " ID=\"R1\"",
            " ID=\"F2\" URL=\"https://a.fr/b c\"",
            " type=\"Local\"",
            " type=\"Téléservice\" URL=\"https://a.fr\" ID=\"R2\"",
            " LienPublication=\"F1\" audience=\"Particuliers\"",
            " type=\"header\" fusionHorizontale=\"3\" fusionVerticale=\"2\"",
        ]);
        (
            prop::sample::select(NAMES),
            attributes,
            prop::collection::vec(inner, 0..5),
        )
            .prop_map(|(name, attributes, inner)| {
                format!("<{name}{attributes}>{}</{name}>", inner.concat())
            })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// The import of any fiche ends, what it writes is published, and a second import changes nothing.
    #[test]
    fn a_fiche_of_any_shape_is_imported(text in prop::collection::vec(elements(), 0..6).prop_map(|parts| parts.concat())) {
        let site = TestSite::new(&[]);
        site.write("xml/F1.xml", fiche("F1", &text));
        import_and_build(&site, "service-public", "xml");
        let build = site.run(&["build", "--no-sheets"]);
        prop_assert_eq!(build.status, Some(0), "{}", build.stderr);
        let again = site.run(&["import", "service-public", "xml"]);
        prop_assert!(again.stdout.contains("Rien n’a changé"), "{}", again.stdout);
    }
}
