//! What somebody points at, in words, and where it is.

use serde_json::Value as Json;

use crate::editor::{TestEditor, covered};
use crate::site::TestSite;

fn site() -> TestSite {
    TestSite::new(&[
        (
            "content/organizations/mairie-a.md",
            "---\ntitre: Mairie d’A\ntype: mairie\nadresse: 3 rue du Lac, 35000 Rennes\ntéléphone: 01 99 00 00 01\n---\n",
        ),
        (
            "content/glossary.yaml",
            "CPAM:\n  nom: caisse primaire\n  définition: Elle rembourse.\n",
        ),
    ])
}

/// What is said at the place of `|`, and the words that it is about.
fn hover(marked: &str) -> (String, String) {
    let site = site();
    let mut editor = TestEditor::start(&site);
    let found = editor.at("textDocument/hover", "content/guides/a.md", marked);
    let help = found["contents"]["value"].as_str().unwrap_or_default();
    let text = marked.replacen('|', "", 1);
    let words = match &found["range"] {
        Json::Null => "",
        range => covered(&text, range),
    };
    (help.to_owned(), words.to_owned())
}

#[test]
fn keys_tell_what_they_take() {
    let (help, words) = hover("---\ntitre: 😀\nbrouil|lon: oui\n---\n");
    assert_eq!(words, "brouillon");
    assert!(
        help.starts_with("**brouillon**") && help.contains("oui, non"),
        "{help}"
    );
    let (help, _) = hover("---\ntitre: A\ncan|aux:\n---\n");
    assert!(
        help.contains("sur-place, papier, téléphone, en-ligne"),
        "{help}"
    );
    assert_eq!(hover("---\ntitre: A\nrien|: x\n---\n").0, "");
}

#[test]
fn names_tell_what_they_mean() {
    let route = "---\ntitre: A\ncanaux:\n  sur-place:\n    - lieu: mairie|-a\n---\n";
    let (help, words) = hover(route);
    assert_eq!(words, "mairie-a");
    for part in ["Mairie d’A", "3 rue du Lac, 35000 Rennes", "01 99 00 00 01"] {
        assert!(help.replace('\u{a0}', " ").contains(part), "{help}");
    }
    let (help, words) = hover("---\ntitre: A\n---\n😀 La CP|AM.\n");
    assert_eq!(
        (&*help, &*words),
        ("**CPAM**: caisse primaire\n\nElle rembourse.", "CPAM")
    );
    let (help, words) = hover("---\ntitre: A\n---\nLe [mot](gloss|ary:CPAM).\n");
    assert!(help.contains("caisse primaire"), "{help}");
    assert_eq!(words, "[mot](glossary:CPAM)");
    let (help, _) = hover("---\ntitre: A\n---\n[Là](../organizations/mairie|-a.md)\n");
    assert!(help.contains("Mairie d’A"), "{help}");
    let (help, _) = hover("---\ntitre: A\n---\n![](organization:|mairie-a)\n");
    assert!(help.contains("Mairie d’A"), "{help}");
    assert_eq!(hover("---\ntitre: A\n---\nUn m|ot.\n").0, "");
}

#[test]
fn links_lead_to_files() {
    let site = site();
    let mut editor = TestEditor::start(&site);
    let target = editor.uri("content/organizations/mairie-a.md");
    for marked in [
        "---\ntitre: A\n---\n[Là](../organizations/mairie|-a.md)\n",
        "---\ntitre: A\ncanaux:\n  papier: { envoyer-à: mai|rie-a }\n---\n",
    ] {
        let place = editor.at("textDocument/definition", "content/guides/a.md", marked);
        assert_eq!(place["uri"], *target, "{marked}");
    }
}
