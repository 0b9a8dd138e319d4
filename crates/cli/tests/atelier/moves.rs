//! Pages that are renamed and deleted while windows have them open, and what names them.

use std::fs;

use serde_json::json;

use crate::files::{GUIDE, site};
use crate::workshop::RunningWorkshop;

#[test]
fn who_names_what_is_deleted_is_said() {
    let site = site();
    site.write(
        "guichet.yaml",
        "titre: Essai\nlangues: [fr, en]\néditeur: mairie\n",
    );
    site.write(
        "content/organizations/mairie.md",
        "---\nnom: Mairie\ntype: mairie\n---\n",
    );
    site.write(
        "content/plan.md",
        "---\ntitre: Plan\n---\n![Le plan](plan.png)\n",
    );
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    for (path, named) in [
        (
            "content/organizations/mairie.md",
            json!([{ "path": "guichet.yaml", "title": "" }, { "path": "content/guides/carte.md", "title": "Carte" }]),
        ),
        (
            "content/plan.png",
            json!([{ "path": "content/plan.md", "title": "Plan" }]),
        ),
    ] {
        let dry = workshop.done("/api/delete", &json!({ "paths": [path], "dry": true }));
        assert_eq!(dry["linked"], named, "{path}");
    }
    for dry in [true, false] {
        let folder = json!({ "paths": ["content/guides"], "dry": dry });
        let refused = workshop.post("/api/delete", &folder);
        assert_eq!(
            (refused.status, refused.json()["code"].clone()),
            (422, json!("folder"))
        );
    }
}

const CARTE: &str = "content/guides/carte.md";

/// The paths of all pages that the workshop has.
fn paths(workshop: &RunningWorkshop) -> Vec<String> {
    let desk = workshop.json("/api/desk?sort=path");
    let rows = desk["rows"].as_array().unwrap().iter();
    rows.map(|row| row["path"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn what_is_typed_and_not_saved_is_not_renamed_away() {
    let site = site();
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let page = workshop.page(CARTE);
    let note = workshop.page("content/note.md");
    // Both are open in windows, and nothing has been typed in one of them.
    workshop.done("/api/hold", &json!({ "path": CARTE, "text": page["text"] }));
    let typed = note["text"].as_str().unwrap().replace("Voir", "Voyez");
    workshop.done(
        "/api/hold",
        &json!({ "path": "content/note.md", "text": typed }),
    );
    let to = "content/papiers/identite.md";
    let asked = |dry| json!({ "path": CARTE, "to": to, "dry": dry });
    let dry = workshop.done("/api/rename", &asked(true));
    assert_eq!(dry["unsaved"], json!(["content/note.md"]));
    let refused = workshop.post("/api/rename", &asked(false));
    assert_eq!(refused.status, 409);
    assert_eq!(refused.json()["code"], "unsaved");
    assert_eq!(fs::read_to_string(site.path(CARTE)).unwrap(), GUIDE);
    let save = json!({ "path": "content/note.md", "text": typed, "base": note["base"] });
    workshop.done("/api/save", &save);
    workshop.done("/api/rename", &asked(false));
    assert_eq!(paths(&workshop), ["content/note.md", to]);
    // A window that does not know yet makes no other page, and hears where it is.
    let later = json!({ "path": CARTE, "text": GUIDE.replace("Un", "Deux") });
    let later = workshop.post("/api/hold", &later);
    assert_eq!(
        (later.status, &later.json()["code"]),
        (410, &json!("moved"))
    );
    assert_eq!(later.json()["to"], to);
    let save = json!({ "path": CARTE, "text": "x", "base": page["base"] });
    assert_eq!(workshop.post("/api/save", &save).json()["to"], to);
    let read = workshop.get(&format!("/api/page?path={CARTE}"));
    assert_eq!(read.json()["to"], to);
    assert_eq!(paths(&workshop), ["content/note.md", to]);
}

#[test]
fn what_is_typed_makes_no_page_of_a_deleted_one() {
    let site = site();
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let typed = json!({ "path": CARTE, "text": GUIDE.replace("Un", "Deux") });
    workshop.done("/api/hold", &typed);
    workshop.done("/api/delete", &json!({ "paths": [CARTE] }));
    assert_eq!(paths(&workshop), ["content/note.md"]);
    let later = workshop.post("/api/hold", &typed);
    assert_eq!(
        (later.status, later.json()["code"].clone()),
        (410, json!("deleted"))
    );
    assert_eq!(paths(&workshop), ["content/note.md"]);
    let bin = workshop.json("/api/bin");
    workshop.done(
        "/api/restore",
        &json!({ "name": bin["entries"][0]["name"] }),
    );
    workshop.done("/api/hold", &typed);
    assert_eq!(paths(&workshop), [CARTE, "content/note.md"]);
}
