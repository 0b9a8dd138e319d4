//! The desk, the counter, and what is offered while one types.

use serde_json::{Value as Json, json};

use crate::site::TestSite;
use crate::workshop::RunningWorkshop;

fn site() -> TestSite {
    TestSite::new(&[
        (
            "guichet.yaml",
            "titre: Essai\nlangues: [fr, en]\nthèmes: { papiers: Papiers }\n",
        ),
        (
            "content/guides/carte.md",
            "---\ntitre: Demander une carte\nmots-clés: [identité]\nvérifié: 2020-01-01\nvoies: { sur-place: mairie }\n---\nUn.\n",
        ),
        (
            "content/guides/carte.en.md",
            "---\ntitle: Ask for a card\n---\nOne.\n",
        ),
        (
            "content/articles/note.md",
            "---\ntitre: Une note\ndate: 2026-10-01\nbrouillon: oui\n---\nDeux [x](nulle-part.md).\n",
        ),
        (
            "content/organizations/mairie.md",
            "---\ntitre: Mairie\ntype: mairie\n---\n",
        ),
        (
            "content/glossary.yaml",
            "CPF: Compte personnel de formation\n",
        ),
    ])
}

fn titles(desk: &Json) -> Vec<&str> {
    let rows = desk["rows"].as_array().unwrap().iter();
    rows.map(|row| row["title"].as_str().unwrap()).collect()
}

/// The desk once the whole site has been checked.
fn checked(workshop: &RunningWorkshop, query: &str) -> Json {
    for _ in 0..300 {
        let desk = workshop.json(&format!("/api/desk?{query}"));
        if desk["checked"] == true {
            return desk;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    panic!("the site was never checked");
}

#[test]
fn pages_are_listed_found_and_counted() {
    let site = site();
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets", "--today", "2026-11-01"]);
    let desk = checked(&workshop, "sort=title");
    assert_eq!(desk["total"], 5, "{desk:#}");
    assert_eq!(desk["counts"]["draft"], 1);
    assert_eq!(desk["counts"]["overdue"], 1);
    assert_eq!(desk["counts"]["errors"], 1);
    let todo = desk["todo"].as_array().unwrap();
    assert_eq!(todo[0]["what"], "errors");
    assert_eq!(todo[0]["path"], "content/articles/note.md");
    for (query, found) in [
        ("q=carte", vec!["Demander une carte", "Ask for a card"]),
        ("q=CART+dem", vec!["Demander une carte"]),
        ("kind=organization", vec!["Mairie"]),
        (
            "section=content/guides&sort=path",
            vec!["Ask for a card", "Demander une carte"],
        ),
        ("state=draft", vec!["Une note"]),
        ("state=overdue", vec!["Demander une carte"]),
        ("kind=words", vec!["glossary.yaml"]),
        ("q=rien-de-tel", vec![]),
    ] {
        let desk = workshop.json(&format!("/api/desk?{query}"));
        let mut shown = titles(&desk);
        if query == "q=carte" {
            shown.reverse();
        }
        assert_eq!(shown, found, "{query}");
    }
    let part = workshop.json("/api/desk?from=1&count=2");
    assert_eq!((part["total"].clone(), titles(&part).len()), (json!(5), 2));
    // What is typed shows at once, on this desk alone.
    let text = "---\ntitre: Demander un passeport\n---\n";
    workshop.done(
        "/api/hold",
        &json!({ "path": "content/guides/carte.md", "text": text }),
    );
    assert_eq!(
        titles(&workshop.json("/api/desk?q=passeport")),
        ["Demander un passeport"]
    );
    workshop.done(
        "/api/hold",
        &json!({ "path": "content/guides/carte.md", "text": null }),
    );
    assert_eq!(workshop.json("/api/desk?q=passeport")["total"], 0);
}

#[test]
fn what_may_be_named_is_offered() {
    let site = site();
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let from = "content/articles/note.md";
    let found = |what: &str, q: &str| -> Vec<String> {
        let found = workshop.json(&format!("/api/complete?what={what}&q={q}&from={from}"));
        let found = found["found"].as_array().unwrap().iter();
        found
            .map(|one| one["value"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(
        found("page", "carte"),
        ["../guides/carte.md", "../guides/carte.en.md"]
    );
    assert!(found("organization", "mair").contains(&"mairie".to_owned()));
    assert_eq!(found("topic", "pap"), ["papiers"]);
    assert_eq!(found("word", "comp"), ["CPF"]);
    assert_eq!(found("nothing", ""), Vec::<String>::new());
}

#[test]
fn three_letters_find_a_page_at_the_counter() {
    let site = site();
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let rows = |q: &str| workshop.json(&format!("/api/counter?q={q}"))["rows"].clone();
    for q in ["car", "dem+car", "ident"] {
        let rows = rows(q);
        assert_eq!(rows[0]["path"], "content/guides/carte.md", "{q}");
        assert_eq!(rows[0]["translations"][0]["lang"], "en");
    }
    assert_eq!(rows(""), json!([]));
    // A draft is nothing to hand out.
    assert_eq!(rows("note"), json!([]));
}

#[test]
fn hours_are_words_and_a_week() {
    let site = site();
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let read = workshop.json("/api/hours?q=lundi%209h-12h%20et%2014h-17h");
    assert_eq!(read["osm"], "Mo 09:00-12:00,14:00-17:00");
    assert_eq!(
        read["week"][0],
        json!([["09:00", "12:00"], ["14:00", "17:00"]])
    );
    assert_eq!(read["week"][1], json!([]));
    let written = workshop.done("/api/hours", &json!({ "week": read["week"] }));
    let again = workshop.json(&format!(
        "/api/hours?q={}",
        crate::workshop::encoded(written["words"].as_str().unwrap())
    ));
    assert_eq!(again["week"], read["week"]);
    assert_eq!(workshop.get("/api/hours?q=quand%20on%20veut").status, 422);
    let wrong = json!({ "week": [[["12:00", "09:00"]], [], [], [], [], [], []] });
    assert_eq!(workshop.post("/api/hours", &wrong).status, 422);
}
