//! Text in another language than its page is marked: on the sample site's pages, word for word, and in the data of its sheets.
#![allow(clippy::unwrap_used, clippy::panic)]

mod site;

use std::collections::BTreeSet;
use std::path::Path;

use guichet::document::Document;
use guichet::language::Language;
use guichet::project::Project;
use guichet::site::Extent;
use scraper::{Html, Node};
use site::TestSite;

/// The sample site, and a page that takes all that it can from the French one.
fn sample() -> TestSite {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let site = TestSite::empty();
    for folder in ["content", "records"] {
        for (path, bytes) in site::files(&root.join(folder)) {
            site.write(&format!("{folder}/{path}"), bytes);
        }
    }
    site.write(
        "guichet.yaml",
        std::fs::read(root.join("guichet.yaml")).unwrap(),
    );
    let french = site.read("content/guides/depot-de-garantie.md");
    let front = french.split("\n---\n").next().unwrap();
    // A translation is found under its own keywords, which are in the list of its language.
    let front: Vec<&str> = front
        .lines()
        .filter(|line| !line.starts_with("mots-clés:"))
        .collect();
    let front = front.join("\n");
    let text = "Write to the landlord: <span lang=\"fr\">lettre recommandée avec avis de réception</span>.";
    site.write(
        "content/guides/depot-de-garantie.en.md",
        format!("{front}\n---\n\n{text}\n"),
    );
    site
}

/// A text as it is compared: with plain spaces and apostrophes.
fn folded(text: &str) -> String {
    let text = text.replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ");
    let text = text.replace('’', "'").to_lowercase();
    let words: Vec<&str> = text.split_whitespace().collect();
    format!(" {} ", words.join(" "))
}

/// Whether a text is long enough to be of one language: two words, of which one has three letters.
fn is_phrase(text: &str) -> bool {
    let words: Vec<usize> = text
        .split_whitespace()
        .map(|word| word.chars().filter(|c| c.is_alphabetic()).count())
        .collect();
    words.iter().filter(|letters| **letters > 0).count() > 1 && words.iter().any(|l| *l > 2)
}

/// The phrases that documents of a language have in their front matter.
fn phrases<'d>(documents: impl Iterator<Item = &'d Document>) -> BTreeSet<String> {
    let texts = documents.flat_map(guichet::document::Document::said);
    let phrases = texts.filter(|text| is_phrase(text) && !text.contains("://"));
    phrases.map(|text| folded(text)).collect()
}

#[test]
fn each_text_of_a_page_is_in_the_language_that_it_says() {
    let site = sample();
    let built = site.run(&["build", "--no-sheets"]);
    assert_eq!(built.status, Some(0), "{}", built.stderr);
    let project = Project::read(&site.path(""));
    let (assembled, _) = project.site(Extent::default());
    let of = |language: Option<Language>, is: bool| {
        let pages = assembled.pages.iter().map(|page| &*page.document);
        phrases(pages.filter(move |document| (Some(document.language) == language) == is))
    };
    let french = of(Language::parse("fr"), true);
    // A phrase that a translation does not share with its original is in its own language.
    let others: BTreeSet<String> = of(Language::parse("fr"), false);
    let others: BTreeSet<&String> = others.difference(&french).collect();
    let (mut marked, mut looked_at) = (0, 0);
    for (path, bytes) in site.published() {
        if !path.ends_with(".html") {
            continue;
        }
        let html = Html::parse_document(&String::from_utf8(bytes).unwrap());
        for node in html.tree.nodes() {
            let Node::Text(text) = node.value() else {
                continue;
            };
            let lang = |name: &str| {
                let above = node.ancestors();
                let mut elements = above.filter_map(|node| node.value().as_element());
                elements.any(|element| element.name() == name)
            };
            // No element can be inside them.
            if ["title", "script", "style"].iter().any(|name| lang(name)) {
                continue;
            }
            let said = node
                .ancestors()
                .find_map(|node| node.value().as_element()?.attr("lang"))
                .unwrap();
            let text = folded(text);
            looked_at += 1;
            match said {
                "fr" => {
                    marked += usize::from(
                        !path.starts_with("fr/")
                            && (path.starts_with("en/") || path.starts_with("ar/")),
                    );
                    let foreign = others.iter().find(|phrase| text == ***phrase);
                    assert_eq!(foreign, None, "{path}");
                }
                _ => {
                    let foreign = french.iter().find(|phrase| text.contains(phrase.as_str()));
                    assert_eq!(foreign, None, "{path}: {text}");
                }
            }
        }
    }
    assert!(looked_at > 5000 && marked > 200, "{looked_at} {marked}");
}

#[test]
fn no_output_holds_a_mark() {
    let site = sample();
    let built = site.run(&["build", "--no-sheets"]);
    assert_eq!(built.status, Some(0), "{}", built.stderr);
    for (path, bytes) in site.published() {
        let text = String::from_utf8_lossy(&bytes);
        let mark = text.find(|c| matches!(c, '\u{fdd0}'..='\u{fdd2}'));
        assert_eq!(mark, None, "{path}");
    }
}

#[cfg(feature = "sheets")]
#[test]
fn a_sheet_knows_its_texts_in_other_languages() {
    let site = sample();
    let file = "content/guides/depot-de-garantie.en.md";
    let run = site.run(&["sheet", file, "--data", "-o", "sheet.json"]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    let data: serde_json::Value = serde_json::from_str(&site.read("sheet.json")).unwrap();
    let foreign = data["foreign"].as_array().unwrap();
    assert_eq!(foreign.len(), 1, "{foreign:?}");
    assert_eq!(foreign[0]["lang"], "fr");
    let pattern = foreign[0]["pattern"].as_str().unwrap();
    for text in [
        r"3 rue des Tanneurs",
        r"lettre recommandée avec avis de réception",
    ] {
        assert!(pattern.contains(text), "{pattern}");
    }
    // A page of the site's language has none.
    let run = site.run(&[
        "sheet",
        "content/guides/depot-de-garantie.md",
        "--data",
        "-o",
        "fr.json",
    ]);
    assert_eq!(run.status, Some(0), "{}", run.stderr);
    assert!(!site.read("fr.json").contains("\"foreign\""));
}
