//! What an import of the official guide writes, a build publishes: whatever is missing from the guide, or cut, and whatever an editor
//! has deleted since.

use std::collections::BTreeMap;
use std::fs;

use guichet::import::xml::{Element, XmlNode, parse};
use proptest::prelude::*;

use super::site::{TestSite, files};

/// A small guide with every element of schema 3.5, which refers to itself in every way.
pub fn guide() -> BTreeMap<String, Vec<u8>> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imports/official");
    let entries = fs::read_dir(folder).unwrap();
    let found = entries.map(|entry| {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, fs::read(path).unwrap())
    });
    found.collect()
}

pub fn write_guide(site: &TestSite, guide: &BTreeMap<String, Vec<u8>>) {
    fs::remove_dir_all(site.path("xml")).ok();
    for (name, bytes) in guide {
        site.write(&format!("xml/{name}"), bytes);
    }
}

/// Imports the guide, and says what a build complains of; empty if it publishes without an error.
pub fn errors_of(site: &TestSite) -> String {
    let import = site.run(&["import", "service-public", "xml"]);
    let build = site.run(&["build", "--no-sheets"]);
    let is_nothing = import.status == Some(1) && import.stderr.contains("rien à importer");
    match (is_nothing || import.status == Some(0), build.status) {
        (true, Some(0)) => String::new(),
        _ => format!("{}\n{}", import.stderr, build.stderr),
    }
}

#[test]
fn each_element_and_each_index_of_today_is_read() {
    let site = TestSite::new(&[]);
    write_guide(&site, &guide());
    let run = site.run(&["import", "service-public", "xml"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let page = site.read("content/guides/particuliers/N1/F1.md");
    for said in [
        "résumé: La carte permet d'emprunter des livres.",
        "![Une carte blanche avec un nom](../../images/I1.png)",
        "*Crédits : Un dessinateur*",
        "1. Je choisis une bibliothèque",
        "H2O, un texte interne et la suite",
        "**Exemple :** Vous habitez Exempleville.",
        "**Vidéo :** [La carte en images](https://films.example.org/1)",
        "> Une voix dit comment faire.",
        "### À ne pas oublier",
        "**Pour un enfant**",
        "- [ ] Signature d'un parent",
        "**Les prix**",
        "**[Les dates](https://frises.example.org/1)**",
        "**Lundi**",
        "## Qui peut m’aider ?",
        "## En bref",
        "[Quelle carte pour moi ?]",
        "un mot sans entrée",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    // What the picture, its caption and its description all say is said once.
    assert_eq!(page.matches("En deux étapes").count(), 1, "{page}");
    // A fiche that was replaced twice leads to what replaced it: here, to the page itself.
    assert!(page.contains("l'ancienne fiche"), "{page}");
    assert!(!page.contains("F91"), "{page}");
    assert!(page.contains("https://www.service-public.gouv.fr/particuliers/vosdroits/F404"));
    // Themes are in the order of the guide.
    let section = site.read("content/guides/particuliers/_index.md");
    assert!(
        section.find("Loisirs") < section.find("Papiers"),
        "{section}"
    );
    let service = site.read("content/guides/particuliers/services/R5.md");
    assert!(service.contains("**Délai :** Une semaine"), "{service}");
    for told in [
        "au format 3.5, changé en dernier le 2026-10-01",
        "A1.xml (<Actualite>)",
        "I2.jpg",
        "un mot sans entrée",
        "Etape × 1 (F1.xml)",
        "FriseChronologique × 1 (F1.xml)",
    ] {
        assert!(run.stdout.contains(told), "{told}: {}", run.stdout);
    }
    assert_eq!(run.stderr, "");
    assert_eq!(errors_of(&site), "");
}

#[test]
fn a_guide_without_any_one_of_its_files_is_published() {
    let whole = guide();
    for name in whole.keys() {
        let site = TestSite::new(&[]);
        let mut rest = whole.clone();
        rest.remove(name);
        write_guide(&site, &rest);
        assert_eq!(errors_of(&site), "", "without {name}");
        // And the whole guide after it.
        write_guide(&site, &whole);
        assert_eq!(errors_of(&site), "", "{name} is back");
        write_guide(&site, &rest);
        assert_eq!(errors_of(&site), "", "{name} is gone again");
    }
}

#[test]
fn a_file_that_cannot_be_read_changes_no_page() {
    let whole = guide();
    let site = TestSite::new(&[]);
    write_guide(&site, &whole);
    assert_eq!(errors_of(&site), "");
    let before = files(&site.path("content"));
    // Only one file says what has been replaced with what.
    let is_read = |name: &&String| name.ends_with(".xml") && *name != "redirections.xml";
    for name in whole.keys().filter(is_read) {
        let mut damaged = whole.clone();
        let half = whole[name].len() / 2;
        damaged.insert(name.clone(), whole[name][..half].to_vec());
        write_guide(&site, &damaged);
        let import = site.run(&["import", "service-public", "xml"]);
        assert_eq!(import.status, Some(0), "{}", import.stderr);
        assert!(import.stderr.contains(name), "{name}: {}", import.stderr);
        let after = files(&site.path("content"));
        for (path, bytes) in &before {
            let (is, was) = (after.get(path), String::from_utf8_lossy(bytes));
            let is = is.map(|bytes| String::from_utf8_lossy(bytes));
            assert_eq!(is, Some(was), "{path} without {name}");
        }
        assert_eq!(after.len(), before.len(), "{name}");
    }
}

#[test]
fn what_an_editor_deletes_leaves_no_dead_link_in_the_next_import() {
    let site = TestSite::new(&[]);
    write_guide(&site, &guide());
    assert_eq!(errors_of(&site), "");
    let whole = files(&site.path("content"));
    for (name, bytes) in &whole {
        let path = format!("content/{name}");
        fs::remove_file(site.path(&path)).unwrap();
        assert_eq!(errors_of(&site), "", "without {path}");
        site.write(&path, bytes);
        assert_eq!(errors_of(&site), "", "{path} is back");
    }
}

#[test]
fn a_fiche_that_was_replaced_gives_its_address_to_the_other() {
    let site = TestSite::new(&[]);
    let mut today = guide();
    let redirects = today.remove("redirections.xml").unwrap();
    let text = String::from_utf8(today["F2.xml"].clone()).unwrap();
    today.insert("F90.xml".to_owned(), text.replace("F2", "F90").into());
    write_guide(&site, &today);
    assert_eq!(errors_of(&site), "");
    today.remove("F90.xml");
    today.insert("redirections.xml".to_owned(), redirects);
    write_guide(&site, &today);
    // Twice: the second import knows nothing of F90 any more.
    for _ in 0..2 {
        assert_eq!(errors_of(&site), "");
        let page = site.read("content/guides/particuliers/N1/F1.md");
        assert!(page.contains("/guides/particuliers/N1/F90.html"), "{page}");
        assert!(!site.path("content/guides/particuliers/N1/F90.md").exists());
    }
    assert!(site.path("public/guides/particuliers/N1/F90.html").exists());
}

#[test]
fn associations_keep_their_addresses_where_the_guide_moves_them() {
    let site = TestSite::new(&[]);
    let whole = guide();
    let moved = |from: &str, to: &str, what: &str| {
        let text = String::from_utf8(whole[what].clone()).unwrap();
        text.replace(from, to).into_bytes()
    };
    let before: BTreeMap<String, Vec<u8>> = whole
        .keys()
        .filter(|name| name.ends_with(".xml"))
        .map(|name| {
            let text = moved("Particuliers", "Associations", name);
            let text = String::from_utf8(text).unwrap();
            (
                name.clone(),
                text.replace("particuliers", "associations").into(),
            )
        })
        .collect();
    write_guide(&site, &before);
    assert_eq!(errors_of(&site), "");
    let mut after = whole.clone();
    after.insert("N31931.xml".to_owned(), moved("N20", "N31931", "N20.xml"));
    write_guide(&site, &after);
    assert_eq!(errors_of(&site), "");
    assert!(site.path("content/guides/associations/N1/F1.md").exists());
    assert!(!site.path("content/guides/particuliers/N1/F1.md").exists());
    assert!(
        !site
            .path("content/guides/associations/glossary.yaml")
            .exists()
    );
}

/// What is done to an element.
#[derive(Debug, Clone)]
enum Wound {
    Gone,
    Empty,
    Renamed(&'static str),
    Text(&'static str),
    Attribute(usize, Option<&'static str>),
}

/// Wounds one element of a file: the one at a position of all.
fn wound(root: &mut Element, at: usize, how: &Wound) {
    fn visit(element: &mut Element, at: &mut usize, how: &Wound) -> bool {
        for index in 0..element.children.len() {
            let XmlNode::Element(child) = &mut element.children[index] else {
                continue;
            };
            if *at == 0 {
                match how {
                    Wound::Gone => {
                        element.children.remove(index);
                    }
                    Wound::Empty => child.children.clear(),
                    Wound::Renamed(name) => (*name).clone_into(&mut child.name),
                    Wound::Text(text) => child.children = vec![XmlNode::Text((*text).to_owned())],
                    Wound::Attribute(number, value) => {
                        let count = child.attributes.len();
                        if let Some(number) = number.checked_rem(count) {
                            match value {
                                Some(value) => (*value).clone_into(&mut child.attributes[number].1),
                                None => drop(child.attributes.remove(number)),
                            }
                        }
                    }
                }
                return true;
            }
            *at -= 1;
            if visit(child, at, how) {
                return true;
            }
        }
        false
    }
    let all = root.descendants().count() - 1;
    let mut at = at.checked_rem(all).unwrap_or(0);
    visit(root, &mut at, how);
}

fn written(element: &Element, out: &mut String) {
    use std::fmt::Write as _;
    let escaped = |text: &str| {
        text.replace('&', "&amp;")
            .replace('<', "&lt;")
            .replace('"', "&quot;")
    };
    write!(out, "<{}", element.name).unwrap();
    for (name, value) in &element.attributes {
        write!(out, " {name}=\"{}\"", escaped(value)).unwrap();
    }
    out.push('>');
    for child in &element.children {
        match child {
            XmlNode::Text(text) => out.push_str(&escaped(text)),
            XmlNode::Element(element) => written(element, out),
        }
    }
    write!(out, "</{}>", element.name).unwrap();
}

fn wounds() -> impl Strategy<Value = Wound> {
    let texts = vec![
        "\u{feff}\u{200b}",
        "- x\n# y",
        "[a](b.md)",
        "---",
        "{{ x }} | : # 'é",
        "../../../etc/passwd",
    ];
    let values = vec![
        None,
        Some(""),
        Some("F404"),
        Some("R404"),
        Some("../x"),
        Some("javascript:x"),
        Some("zz zz"),
    ];
    let names = vec!["Inconnu", "Paragraphe", "Titre", "Liste", "Texte", "Image"];
    prop_oneof![
        Just(Wound::Gone),
        Just(Wound::Empty),
        prop::sample::select(names).prop_map(Wound::Renamed),
        prop::sample::select(texts).prop_map(Wound::Text),
        (0..8_usize, prop::sample::select(values))
            .prop_map(|(number, value)| Wound::Attribute(number, value)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    /// A reference that is cut, an element that is gone or another one: the import says so, and the site is published.
    #[test]
    fn a_wounded_guide_is_published(wounds in prop::collection::vec((0..6_usize, 0..2000_usize, wounds()), 1..12)) {
        let site = TestSite::new(&[]);
        let mut files = guide();
        for (file, at, how) in &wounds {
            let name = ["F1.xml", "F2.xml", "N1.xml", "N20.xml", "R5.xml", "redirections.xml"][*file];
            let text = String::from_utf8(files[name].clone()).unwrap();
            let mut root = parse(&text).unwrap();
            wound(&mut root, *at, how);
            let mut text = String::new();
            written(&root, &mut text);
            files.insert(name.to_owned(), text.into_bytes());
        }
        write_guide(&site, &files);
        prop_assert_eq!(errors_of(&site), "");
        let again = site.run(&["import", "service-public", "xml"]);
        prop_assert!(again.stdout.contains("Rien n’a changé"), "{}", again.stdout);
    }
}
