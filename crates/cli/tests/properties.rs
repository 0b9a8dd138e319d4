//! What holds for every input: no panic, no text that leaves its context, the same bytes each time.
#![allow(clippy::unwrap_used, clippy::panic)]

mod site;
mod spellings;

use guichet::build::{self, BuildOptions};
use guichet::bundle::{Book, write_book};
use guichet::model::values::Date;
use guichet::outputs::{Content, Renderer};
use guichet::project::Project;
use guichet::site::Extent;
use proptest::prelude::*;
use scraper::{Html, Selector};
use site::TestSite;

/// Pieces that YAML, Markdown, HTML and templates give a meaning to, and ordinary letters between them.
const PIECES: &[&str] = &[
    "---",
    "\n",
    "\n\n",
    "  ",
    "\t",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "&a ",
    "*a",
    "|",
    ">",
    "#",
    "## ",
    "](",
    "![",
    "<",
    ">",
    "<div>",
    "<script>",
    "</main>",
    "<!--",
    "-->",
    "`",
    "```\n",
    "[^1]",
    "[^1]: ",
    "|---|\n",
    "{{",
    "}}",
    "{%",
    "%}",
    "titre",
    "canaux",
    "organization:",
    "javascript:",
    "../",
    "é",
    "ا",
    "\u{200f}",
    "\u{0}",
    "\u{7}",
    "\u{b}",
    "\u{1b}[31m",
    "\u{85}",
    "\u{fffe}",
    "\u{ffff}",
    "\r",
    "]]>",
    "&#1;",
    "&nbsp;",
    "=1+1",
    ";",
    "@",
    "\u{e000}",
    "\u{2028}",
    "\\",
    "a",
    "1",
    " ",
    "«",
    "»",
    "!",
    "€",
];

fn soup() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(PIECES);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

const WITHOUT_SHEETS: Extent = Extent::on(Date::ZERO)
    .with_drafts(true)
    .with_sheets(false)
    .with_texts(true);

/// Every rendered output of the site in a folder, whether it has mistakes or not.
fn rendered(site: &TestSite) -> Vec<(String, Vec<u8>)> {
    let project = Project::read(&site.path(""));
    let (site, _) = project.site(WITHOUT_SHEETS);
    site.outputs()
        .filter_map(
            |(path, output)| match Renderer::new(&site).render(path, output) {
                Ok(Content::Bytes(bytes)) => Some((path.to_string(), bytes)),
                _ => None,
            },
        )
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// A site with any content is read, checked and rendered without a panic, and twice with equal results.
    #[test]
    fn any_text_gives_a_site_and_twice_the_same(text in soup(), front in soup(), name in "[a-zé._ -]{1,12}") {
        let page = format!("---\n{front}\n---\n{text}");
        let site = TestSite::new(&[
            ("guichet.yaml", "titre: Essai\nadresse: https://exemple.fr/\ndonnées: [cpsv-ap, hsds, data-inclusion]\n"),
            ("content/guides/a.md", &page),
            ("content/organizations/c.md", &page),
            ("content/b.md", &text),
            ("content/glossary.yaml", &front),
            (&format!("content/{name}.md"), "---\ntitre: X\n---\n"),
        ]);
        let first = rendered(&site);
        prop_assert_eq!(&first, &rendered(&site));
        for (path, bytes) in first.iter().filter(|(path, _)| path.starts_with("data/")) {
            let json: Result<serde_json::Value, _> = serde_json::from_slice(bytes);
            prop_assert!(json.is_ok(), "{}: {:?}", path, json);
        }
        build::check(&Project::read(&site.path("")), &BuildOptions::default());
    }

    /// Any text leaves the page around it whole, and nothing in it runs or loads.
    #[test]
    fn no_text_leaves_the_page(text in soup()) {
        let page = format!("---\ntitre: Essai\n---\n{text}");
        let site = TestSite::new(&[("content/a.md", &page)]);
        for (path, bytes) in rendered(&site) {
            assert_harmless_file(&path, bytes);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    /// With any text and fields, everything published for programs is well-formed: XML, CSV, JSON, books.
    #[test]
    fn what_programs_read_is_well_formed(text in soup(), field in soup(), word in "\\PC{0,12}") {
        let text = text.replace('\0', "");
        let quoted = |text: &str| serde_json::Value::from(text.replace('\0', "")).to_string();
        let (field, word) = (quoted(&field), quoted(&word));
        let site = TestSite::new(&[
            ("guichet.yaml", &format!("titre: {word}\nadresse: https://exemple.fr/x?a=1&b=2\nlicence: {field}\ntextes: oui\ncampagnes: {{ c: {field} }}\n")),
            ("content/_index.md", &format!("---\ntitre: Accueil\n---\n{text}")),
            ("content/articles/a.md", &format!("---\ntitre: {field}\ndate: 2026-01-01\ncampagne: c\nauteurs: [{word}]\n---\n{text}")),
            ("content/articles/b.md", &format!("---\ntitre: B\ndate: 2026-01-02\nrésumé: {field}\nmots-clés: [{word}]\n---\n{text}")),
            ("content/guides/g.md", &format!("---\ntitre: {field}\nautorité: {word}\nthème: {field}\ncanaux:\n  sur-place: {word}\n---\n{text}")),
            ("content/organizations/o.md", &format!("---\ntitre: {word}\ntype: {field}\nadresse: [{field}, {word}]\n---\n{text}")),
            ("content/dessin.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"),
            ("content/p.md", &format!("---\ntitre: P\n---\n![Un dessin](dessin.svg)\n{text}")),
        ]);
        for (path, bytes) in rendered(&site) {
            assert_well_formed(&path, &String::from_utf8(bytes).unwrap());
        }
        let project = Project::read(&site.path(""));
        let (assembled, _) = project.site(WITHOUT_SHEETS);
        let book = Book::of(&assembled, assembled.config.default_language(), "").unwrap();
        write_book(&book, &site.path("livre.epub")).unwrap();
        let mut archive = zip::ZipArchive::new(std::fs::File::open(site.path("livre.epub")).unwrap()).unwrap();
        let mut names = std::collections::BTreeSet::new();
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).unwrap();
            let name = String::from_utf8_lossy(entry.name_raw()).into_owned();
            prop_assert!(names.insert(name.to_lowercase()), "twice: {name}");
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
            assert_well_formed(&name, &String::from_utf8_lossy(&bytes));
        }
    }
}

/// A file is read by a parser of its kind that shares no code with what wrote it.
fn assert_well_formed(path: &str, text: &str) {
    match path.rsplit('.').next().unwrap() {
        "xml" | "xhtml" | "opf" | "svg" => {
            let options = roxmltree::ParsingOptions {
                allow_dtd: true,
                ..Default::default()
            };
            if let Err(error) = roxmltree::Document::parse_with_options(text, options) {
                panic!("{path}: {error}\n{text}");
            }
            let forbidden = |c: char| {
                c.is_control() && !matches!(c, '\n' | '\t' | '\r')
                    || matches!(c, '\u{fffe}' | '\u{ffff}')
            };
            assert!(!text.contains(forbidden), "{path}: {text:?}");
        }
        "csv" => {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .from_reader(text.as_bytes());
            for record in reader.records() {
                for field in &record.unwrap() {
                    assert!(
                        !field.starts_with(['=', '+', '-', '@', '\t', '\r']),
                        "{path}: {field:?}"
                    );
                    assert!(
                        !field.contains(|c: char| c.is_control() && c != '\n'),
                        "{path}: {field:?}"
                    );
                }
            }
        }
        "html" => {
            let page = Html::parse_document(text);
            for data in page.select(&Selector::parse("script[type='application/ld+json']").unwrap())
            {
                let json: String = data.text().collect();
                serde_json::from_str::<serde_json::Value>(&json)
                    .unwrap_or_else(|error| panic!("{path}: {error}: {json}"));
            }
        }
        _ => {}
    }
}

/// Nothing that an editor wrote runs in a page or a script of the search.
fn assert_harmless_file(path: &str, bytes: Vec<u8>) {
    let text = String::from_utf8(bytes).unwrap();
    if path.ends_with(".html") {
        assert_harmless(path, &text);
    } else if path.ends_with(".js") && !path.ends_with("/search.js") {
        // A call with two strings, and nothing that ends one of them or its line.
        let strings = text
            .strip_prefix("guichet(")
            .and_then(|call| call.strip_suffix(')'));
        let strings: Vec<String> =
            serde_json::from_str(&format!("[{}]", strings.unwrap())).unwrap();
        assert_eq!(strings.len(), 2, "{text}");
        assert!(
            !text.contains(['\n', '\r', '\u{2028}', '\u{2029}']),
            "{text}"
        );
    }
}

/// The page has one main text and one footer after it, and nothing that runs or loads from elsewhere.
fn assert_harmless(path: &str, page: &str) {
    let html = Html::parse_document(page);
    let count = |selector: &str| html.select(&Selector::parse(selector).unwrap()).count();
    assert_eq!(count("body > main"), 1, "{page}");
    assert_eq!(count("body > footer"), 1, "{page}");
    assert_eq!(count("main main, main > footer ~ footer"), 0, "{page}");
    // The one script, of the search, from beside it; the form that it makes is a text until then.
    let search = ["form", "input", "script[src]"].map(count);
    let is_search = path.ends_with("recherche.html");
    assert!(
        search == if is_search { [0, 0, 1] } else { [0, 0, 0] },
        "{page}"
    );
    let forbidden = "iframe, object, embed, form, input, base, link[rel=stylesheet], body style, body link, body meta, \
                     script:not([type='application/ld+json']):not([src^='recherche/search.js?']):not(#form[type='text/plain'])";
    assert_eq!(count(forbidden), 0, "{page}");
    for element in html.select(&Selector::parse("*").unwrap()) {
        for (name, value) in element.value().attrs() {
            assert!(!name.starts_with("on"), "{name}: {page}");
            if matches!(name, "src" | "srcset" | "poster") {
                assert!(
                    !value.contains(':') && !value.starts_with("//"),
                    "{value}: {page}"
                );
            }
            if name == "href" {
                let scheme = value.split_once(':').map_or("", |(scheme, _)| scheme);
                let scheme = scheme.to_ascii_lowercase();
                let known = ["", "http", "https", "mailto", "tel", "sms", "data"];
                let relative = scheme.contains(['/', '?', '#', '.']);
                assert!(
                    relative || known.contains(&scheme.as_str()),
                    "{value}: {page}"
                );
                // The initial of the site, drawn as its icon.
                let is_icon = element.value().attr("rel") == Some("icon")
                    && value.starts_with("data:image/svg+xml,%3Csvg");
                assert!(scheme != "data" || is_icon, "{value}: {page}");
            }
        }
    }
}

/// Text that would end an attribute, an element, a script, a comment or a template.
const HOSTILE: &str = r#"x"'><script>alert(1)</script><img src=x onerror=alert(1)></title></style>{{ 7*7 }}{% raw %}]]>--><!--"#;

/// Hostile text in every field of the front matter is published as text.
#[test]
fn every_field_comes_out_as_text() {
    let yaml = serde_json::Value::from(HOSTILE).to_string();
    let h = yaml.as_str();
    let guide = format!(
        "---\ntitre: {h}\nrésumé: {h}\nresponsable: {h}\nmots-clés: [{h}]\npublic: [{h}]\ncanaux:\n  sur-place:\n    \
         - nom: {h}\n      adresse: [{h}]\n      quand: {h}\n      remarque: {h}\n    - mairie\n  papier:\n    - formulaires: [{{ numéro: {h}, \
         titre: {h}, où: {h} }}]\n      envoyer-à: {{ nom: {h}, adresse: [{h}] }}\n      quand: {h}\n      remarque: {h}\n  téléphone:\n    \
         - {{ numéro: '3939', libellé: {h}, prix: {h}, quand: {h}, remarque: {h} }}\n  en-ligne:\n    - {{ adresse: 'https://exemple.fr', \
         libellé: {h}, compte: {h}, quand: {h}, remarque: {h} }}\npièces: [{{ nom: {h}, remarque: {h}, quand: {h} }}]\n\
         coût: [{h}, {{ montant: 5, monnaie: {h}, quand: {h} }}]\ndélai: {h}\néchéance: {h}\nrecours: [{h}]\nrésultat: {h}\n\
         textes: [{h}]\nautorité: {h}\nsource: {{ nom: {h}, identifiant: {h}, licence: {h} }}\n---\n\n{HOSTILE}\n"
    );
    let article = format!(
        "---\ntitre: {h}\nrésumé: {h}\ndate: 2026-01-01\nauteurs: [{h}]\ncampagne: c\n---\n\n## {HOSTILE}\n\n\
         [{HOSTILE}](https://exemple.fr \"x\")\n\n`{HOSTILE}`\n\n| {HOSTILE} |\n|---|\n"
    );
    let organization = format!(
        "---\ntitre: {h}\nrésumé: {h}\nkind: mairie\nadresse: [{h}]\ncourriel: mairie@exemple.fr\nremarque-horaires: {h}\n\
         horaires: 'Mo 09:00-10:00 \"<b onclick=x>\"'\naccès: {{ transports: [{h}], remarque: {h} }}\ndessert: [{h}]\n---\n"
    );
    let config = format!(
        "titre: {h}\nrésumé: {h}\navertissement: {h}\nadresse: https://exemple.fr\ndirecteur-de-publication: {h}\nhébergeur: {h}\n\
         licence: {h}\nthèmes: {{ t: {h} }}\ncampagnes: {{ c: {h} }}\n"
    );
    let site = TestSite::new(&[
        ("guichet.yaml", &config),
        ("content/guides/g.md", &guide),
        ("content/articles/a.md", &article),
        ("content/organizations/o.md", &organization),
        (
            "content/glossary.yaml",
            &format!("{h}: {{ nom: {h}, définition: {h} }}\n"),
        ),
    ]);
    let project = Project::read(&site.path(""));
    let (assembled, found) = project.site(WITHOUT_SHEETS);
    assert!(found.is_empty(), "{found:?}");
    let outputs: Vec<_> = assembled.outputs().collect();
    for (path, output) in &outputs {
        let Ok(Content::Bytes(bytes)) = Renderer::new(&assembled).render(path, output) else {
            panic!("{path}");
        };
        let text = String::from_utf8(bytes).unwrap();
        let is_search = path.as_str().ends_with(".js");
        assert!(is_search || !text.contains("49"), "a template ran: {path}");
        assert_harmless_file(path.as_str(), text.clone().into_bytes());
        if path.as_str().ends_with(".html") {
            let html = Html::parse_document(&text);
            for script in html.select(&Selector::parse("script:not([src], #form)").unwrap()) {
                let json: String = script.text().collect();
                serde_json::from_str::<serde_json::Value>(&json).unwrap();
            }
        }
        if path.as_str().ends_with(".xml") {
            assert!(!text.contains("<script"), "{path}");
        }
    }
    let guide = rendered(&site)
        .into_iter()
        .find(|(path, _)| path == "guides/g.html")
        .unwrap();
    let guide = Html::parse_document(&String::from_utf8(guide.1).unwrap());
    let words: String = guide
        .select(&Selector::parse("main").unwrap())
        .next()
        .unwrap()
        .text()
        .collect();
    // Nothing is lost: the page has each field, character for character.
    assert!(
        words.matches("<script>alert(1)</script>").count() >= 34,
        "{words}"
    );
}

/// Two builds of the same site, in two folders, give the same files with the same bytes.
#[test]
fn two_builds_give_the_same_bytes() {
    let root = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let build = || {
        let site = TestSite::empty();
        for (path, bytes) in site::files(&root.join("content")) {
            site.write(&format!("content/{path}"), bytes);
        }
        site.write(
            "guichet.yaml",
            std::fs::read(root.join("guichet.yaml")).unwrap(),
        );
        site.build();
        site.published()
    };
    assert_eq!(build(), build());
}

/// The shards of a site are the site.
#[test]
fn the_union_of_the_shards_is_the_site() {
    let site = TestSite::copy_of(
        &std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
            .join("tests/suite/articles"),
    );
    site.build();
    let whole = site.published();
    let mut union = std::collections::BTreeMap::new();
    for shard in ["1/3", "2/3", "3/3"] {
        let out = format!("part-{}", &shard[..1]);
        let run = site.run(&["build", "--no-sheets", "--out", &out, "--shard", shard]);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        let part = site::files(&site.path(&out));
        assert!(part.len() < whole.len());
        for (path, bytes) in part {
            let before = union.insert(path.clone(), bytes);
            assert!(
                before.is_none() || path == ".guichet",
                "{path} stands in two shards"
            );
        }
    }
    assert_eq!(union, whole);
}
