//! What may be typed, in each place.

use serde_json::Value as Json;

use crate::editor::{TestEditor, edited};
use crate::site::TestSite;

fn site() -> TestSite {
    TestSite::new(&[
        (
            "guichet.yaml",
            "titre: Essai\nlangues: [fr, en]\nthèmes: { papiers: Papiers, logement: Logement }\ncampagnes: { ouverts: Guichets ouverts }\n",
        ),
        (
            "content/guides/carte.md",
            "---\ntitre: Demander une carte\n---\n## Où aller\n\nAu guichet.\n\n## Quand\n",
        ),
        (
            "content/organizations/mairie-a.md",
            "---\ntitre: Mairie d’A\ntype: mairie\ntéléphone: 01 99 00 00 01\n---\n",
        ),
        ("content/glossary.yaml", "CPAM:\n  nom: caisse primaire\n"),
        ("content/plan.pdf", "%PDF"),
    ])
}

/// The items at the place of `|` in a new guide.
fn items(marked: &str) -> Vec<Json> {
    items_in("content/guides/nouveau.md", marked)
}

fn items_in(path: &str, marked: &str) -> Vec<Json> {
    let site = site();
    let mut editor = TestEditor::start(&site);
    let list = editor.at("textDocument/completion", path, marked);
    list["items"].as_array().cloned().unwrap_or_default()
}

fn labels(items: &[Json]) -> Vec<&str> {
    items
        .iter()
        .map(|item| item["label"].as_str().unwrap())
        .collect()
}

/// The text once the item of a label has been chosen.
fn chosen(marked: &str, label: &str) -> String {
    let items = items(marked);
    let item = items.iter().find(|item| item["label"] == label);
    let item = item.unwrap_or_else(|| panic!("no {label} in {:?}", labels(&items)));
    let text = marked.replacen('|', "", 1);
    edited(&text, &Json::Array(vec![item["textEdit"].clone()]))
}

#[test]
fn keys_are_those_that_are_missing_in_the_language_of_the_others() {
    let items = items("---\ntitre: A\n|\n---\n");
    let french = labels(&items);
    assert!(
        french.contains(&"résumé") && french.contains(&"canaux"),
        "{french:?}"
    );
    assert!(
        !french.contains(&"titre") && !french.contains(&"summary"),
        "{french:?}"
    );
    let help = items[0]["documentation"]["value"].as_str().unwrap();
    assert!(help.starts_with("**résumé**"), "{help}");
    let english = items_in("content/guides/b.en.md", "---\ntitle: A\nsu|\n---\n");
    assert!(labels(&english).contains(&"summary"));
    assert_eq!(
        chosen("---\ntitre: A\nrés|\n---\n", "résumé"),
        "---\ntitre: A\nrésumé: \n---\n"
    );
    let route = chosen(
        "---\ntitre: A\ncanaux:\n  sur-place:\n    - li|\n---\n",
        "lieu",
    );
    assert!(route.contains("    - lieu: \n"), "{route}");
    let config = items_in("guichet.yaml", "titre: Essai\ncou|\n");
    assert!(labels(&config).contains(&"couleur"));
    let glossary = items_in("content/glossary.yaml", "CPAM:\n  n|\n");
    assert_eq!(labels(&glossary), ["nom", "définition", "mot"]);
}

#[test]
fn values_are_those_that_a_field_may_have() {
    let route = "---\ntitre: A\ncanaux:\n  sur-place:\n    - lieu: mairie-a\n      rdv: |\n---\n";
    let appointments = items(route);
    let appointments = labels(&appointments);
    assert_eq!(
        appointments,
        ["aucun", "possible", "conseillé", "obligatoire"]
    );
    let counters = items(&route.replace("mairie-a\n      rdv: |", "|"));
    let counters = labels(&counters);
    assert!(
        counters.contains(&"mairie-a") && counters.contains(&"prefecture"),
        "{counters:?}"
    );
    assert_eq!(
        labels(&items("---\ntitre: A\nthème: |\n---\n")),
        ["papiers", "logement"]
    );
    assert_eq!(
        labels(&items("---\ntitre: A\nbrouillon:|\n---\n")),
        ["oui", "non"]
    );
    assert_eq!(
        chosen("---\ntitre: A\nbrouillon:|\n---\n", "oui"),
        "---\ntitre: A\nbrouillon: oui\n---\n"
    );
    let pages = items("---\ntitre: A\nvoir-aussi: [ca|]\n---\n");
    assert!(labels(&pages).contains(&"carte.md"), "{pages:?}");
    let article = items_in("content/articles/a.md", "---\ntitre: A\ncampagne: |\n---\n");
    assert_eq!(labels(&article), ["ouverts"]);
    let kinds = items_in(
        "content/organizations/b.md",
        "---\ntitre: B\ntype: |\n---\n",
    );
    assert!(labels(&kinds).contains(&"mairie"), "{kinds:?}");
    let languages = items_in("guichet.yaml", "titre: Essai\nlangues: [fr, |]\n");
    assert!(labels(&languages).contains(&"ar"), "{languages:?}");
}

#[test]
fn links_cards_anchors_and_words_in_a_text() {
    let page = |text: &str| format!("---\ntitre: A\n---\n{text}\n");
    let text = chosen(&page("Voir [la carte](|)."), "carte.md");
    assert_eq!(text, page("Voir [la carte](carte.md)."));
    let links = items(&page("Voir [la mairie](|"));
    let office = links
        .iter()
        .find(|item| item["label"] == "../organizations/mairie-a.md");
    assert_eq!(office.unwrap()["detail"], "Mairie d’A");
    assert!(labels(&links).contains(&"../plan.pdf"), "{links:?}");
    assert!(labels(&links).contains(&"glossary:CPAM"), "{links:?}");
    let text = chosen(&page("![](|)"), "organization:mairie-a");
    assert_eq!(text, page("![](organization:mairie-a)"));
    let anchors = items(&page("[où](carte.md#|)"));
    assert_eq!(labels(&anchors), ["ou-aller", "quand"]);
    assert_eq!(
        chosen(&page("[où](carte.md#o|)"), "ou-aller"),
        page("[où](carte.md#ou-aller)")
    );
    assert_eq!(chosen(&page("La CPA|"), "CPAM"), page("La CPAM"));
    assert!(items(&page("La CP|")).is_empty());
    assert!(items(&page("cpa|")).is_empty());
}
