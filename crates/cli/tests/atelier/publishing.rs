//! What changes for readers, and that it is published.

use std::fs;

use serde_json::{Value as Json, json};

use crate::site::TestSite;
use crate::workshop::RunningWorkshop;

fn titles(pages: &Json) -> Vec<&str> {
    let pages = pages.as_array().unwrap().iter();
    pages.map(|page| page["title"].as_str().unwrap()).collect()
}

#[test]
fn what_changes_is_told_then_published() {
    let site = TestSite::new(&[
        ("content/a.md", "---\ntitre: Un\n---\nUn.\n"),
        ("content/b.md", "---\ntitre: Deux\n---\nDeux.\n"),
    ]);
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let dry = workshop.done("/api/publish", &json!({ "dry": true }));
    assert!(titles(&dry["new"]).contains(&"Un"), "{dry:#}");
    assert_eq!(
        (dry["published"].clone(), site.path("public").exists()),
        (json!(false), false)
    );
    let done = workshop.done("/api/publish", &json!({ "dry": false }));
    assert_eq!(done["published"], true, "{done:#}");
    assert!(site.path("public/a.html").is_file());
    let same = workshop.done("/api/publish", &json!({ "dry": true }));
    for what in ["new", "changed", "gone"] {
        assert_eq!(same[what], json!([]), "{what}");
    }
    assert_eq!(workshop.json("/api/desk")["counts"]["changed"], 0);

    // A page that is typed and not saved is not published.
    let typed = json!({ "path": "content/a.md", "text": "---\ntitre: Un\n---\nTapé.\n" });
    workshop.done("/api/hold", &typed);
    fs::remove_file(site.path("content/b.md")).unwrap();
    site.write("content/c.md", "---\ntitre: Trois\n---\nTrois.\n");
    let dry = workshop.done("/api/publish", &json!({ "dry": true }));
    assert!(titles(&dry["new"]).contains(&"Trois"));
    assert!(
        dry["gone"]
            .as_array()
            .unwrap()
            .iter()
            .any(|page| page["address"] == "b.html"),
        "{dry:#}"
    );
    assert!(!titles(&dry["changed"]).contains(&"Un"), "{dry:#}");
    workshop.done("/api/publish", &json!({}));
    let page = fs::read_to_string(site.path("public/a.html")).unwrap();
    assert!(page.contains("Un.") && !page.contains("Tapé"));
    assert!(!site.path("public/b.html").exists());
}

#[test]
fn it_goes_where_the_site_names() {
    let site = TestSite::new(&[
        ("guichet.yaml", "titre: Essai\npublication: en-ligne\n"),
        ("content/a.md", "---\ntitre: Un\n---\nUn.\n"),
    ]);
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    assert_eq!(workshop.json("/api/site")["target"], "en-ligne");
    let done = workshop.done("/api/publish", &json!({}));
    assert_eq!(done["target"], "en-ligne");
    assert!(site.path("en-ligne/a.html").is_file() && !site.path("public").exists());
    // The desk compares with what is published there.
    assert_eq!(workshop.json("/api/desk")["counts"]["changed"], 0);
    site.write("content/b.md", "---\ntitre: Deux\n---\nDeux.\n");
    let dry = workshop.done("/api/publish", &json!({ "dry": true }));
    assert!(titles(&dry["new"]).contains(&"Deux") && !titles(&dry["new"]).contains(&"Un"));
}

/// Nobody answers at that address: what was built stays to be sent, whatever is asked meanwhile.
#[test]
fn what_did_not_arrive_is_still_to_be_sent() {
    let settings =
        "titre: Essai\npublication: { hôte: 127.0.0.1, port: 1, utilisateur: moi, dossier: www }\n";
    let site = TestSite::new(&[
        ("guichet.yaml", settings),
        ("content/a.md", "---\ntitre: Un\n---\nUn.\n"),
    ]);
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let dry = workshop.done("/api/publish", &json!({ "dry": true }));
    assert_eq!(
        (dry["target"].clone(), dry["unsent"].clone()),
        (json!("127.0.0.1"), json!(false))
    );
    let refused = workshop.post("/api/publish", &json!({}));
    assert_eq!(refused.status, 502, "{}", refused.text());
    assert!(refused.text().contains("127.0.0.1"), "{}", refused.text());
    let dry = workshop.done("/api/publish", &json!({ "dry": true }));
    assert_eq!(dry["unsent"], true);
}

#[test]
fn errors_are_told_and_the_old_site_stays() {
    let site = TestSite::new(&[("content/a.md", "---\ntitre: Un\n---\nUn.\n")]);
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    workshop.done("/api/publish", &json!({}));
    site.write(
        "content/a.md",
        "---\ntitre: Un\n---\nVoir [ça](nulle-part.md).\n",
    );
    let refused = workshop.done("/api/publish", &json!({}));
    assert_eq!(
        (refused["published"].clone(), refused["errors"].clone()),
        (json!(false), json!(1))
    );
    assert_eq!(refused["found"][0]["path"], "content/a.md");
    assert_eq!(refused["found"][0]["line"], 4);
    assert!(
        fs::read_to_string(site.path("public/a.html"))
            .unwrap()
            .contains("Un.")
    );
    // A folder that is somebody else's is not touched.
    fs::remove_dir_all(site.path("public")).unwrap();
    site.write("public/mine.txt", "x");
    let refused = workshop.post("/api/publish", &json!({ "dry": true }));
    assert_eq!(refused.status, 409, "{}", refused.text());
    assert!(site.path("public/mine.txt").is_file());
}
