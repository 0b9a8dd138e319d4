//! Pages that are made, copied, translated, renamed, deleted and brought back.

use std::fs;

use serde_json::json;

use crate::site::TestSite;
use crate::workshop::RunningWorkshop;

pub const GUIDE: &str = "---\ntitre: Carte\nvoies: { sur-place: mairie }\n---\nUn.\n";

pub fn site() -> TestSite {
    TestSite::new(&[
        ("guichet.yaml", "titre: Essai\nlangues: [fr, en]\n"),
        ("content/guides/carte.md", GUIDE),
        (
            "content/note.md",
            "---\ntitre: Note\n---\nVoir [la carte](guides/carte.md).\n",
        ),
    ])
}

#[test]
fn pages_are_made_copied_and_translated() {
    let site = site();
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    for (kind, path) in [
        ("guide", "content/guides/l-ete-2026.md"),
        ("article", "content/articles/l-ete-2026.md"),
        ("organization", "content/organizations/l-ete-2026.md"),
        ("page", "content/l-ete-2026.md"),
    ] {
        let asked = json!({ "kind": kind, "title": "L’été : 2026" });
        assert_eq!(workshop.done("/api/new", &asked)["path"], path);
        let page = workshop.page(path);
        assert_eq!(page["title"], "L’été : 2026");
        assert!(page["text"].as_str().unwrap().contains("brouillon: oui"));
        // A page is never replaced by a new one.
        let again = workshop.post("/api/new", &asked);
        assert_eq!(
            (again.status, again.json()["code"].clone()),
            (409, json!("taken"))
        );
    }
    assert_eq!(
        workshop
            .post("/api/new", &json!({ "kind": "guide", "title": "?" }))
            .status,
        422
    );
    let copied = workshop.done(
        "/api/duplicate",
        &json!({ "path": "content/guides/carte.md", "title": "Passeport" }),
    );
    assert_eq!(copied["path"], "content/guides/passeport.md");
    let copy = fs::read_to_string(site.path("content/guides/passeport.md")).unwrap();
    assert!(
        copy.contains("titre: Passeport\n")
            && copy.contains("brouillon: oui\n")
            && copy.ends_with("Un.\n"),
        "{copy}"
    );
    let translated = workshop.done(
        "/api/translate",
        &json!({ "path": "content/guides/carte.md", "lang": "en" }),
    );
    assert_eq!(translated["path"], "content/guides/carte.en.md");
    let page = workshop.page("content/guides/carte.en.md");
    assert_eq!(page["translations"][0]["path"], "content/guides/carte.md");
    let behind = page["diagnostics"].as_array().unwrap().iter();
    assert_eq!(
        behind
            .filter(|found| found["code"] == "translation-behind")
            .count(),
        0
    );
    assert_eq!(
        workshop
            .post(
                "/api/translate",
                &json!({ "path": "content/guides/carte.md", "lang": "zz" })
            )
            .status,
        422
    );
}

#[test]
fn a_page_is_renamed_with_what_leads_to_it() {
    let site = site();
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let asked = json!({ "path": "content/guides/carte.md", "to": "content/papiers/identite.md", "dry": true });
    let dry = workshop.done("/api/rename", &asked);
    assert_eq!(
        dry["files"],
        json!(["content/guides/carte.md", "content/note.md"])
    );
    assert!(site.path("content/guides/carte.md").is_file());
    let asked = json!({ "path": "content/guides/carte.md", "to": "content/papiers/identite.md" });
    workshop.done("/api/rename", &asked);
    let moved = fs::read_to_string(site.path("content/papiers/identite.md")).unwrap();
    assert!(moved.contains("anciennes-adresses"), "{moved}");
    let note = fs::read_to_string(site.path("content/note.md")).unwrap();
    assert!(note.contains("(papiers/identite.md)"), "{note}");
    assert_eq!(workshop.get("/apercu/papiers/identite.html").status, 200);
    assert_eq!(workshop.get("/apercu/guides/carte.html").status, 200);
    for to in ["content/note.md", "content/../x.md", "content/x.txt"] {
        let asked = json!({ "path": "content/papiers/identite.md", "to": to });
        assert!(
            matches!(workshop.post("/api/rename", &asked).status, 400 | 409),
            "{to}"
        );
    }
}

#[test]
fn a_deleted_page_comes_back() {
    let site = site();
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let asked = |dry| json!({ "paths": ["content/guides/carte.md"], "dry": dry });
    let dry = workshop.done("/api/delete", &asked(true));
    assert_eq!(
        dry["linked"],
        json!([{ "path": "content/note.md", "title": "Note" }])
    );
    assert!(site.path("content/guides/carte.md").is_file());
    workshop.done("/api/delete", &asked(false));
    assert!(!site.path("content/guides/carte.md").exists());
    assert_eq!(
        workshop
            .get("/api/page?path=content/guides/carte.md")
            .status,
        410
    );
    let bin = workshop.json("/api/bin");
    assert_eq!(bin["entries"][0]["title"], "Carte");
    workshop.done(
        "/api/restore",
        &json!({ "name": bin["entries"][0]["name"] }),
    );
    assert_eq!(
        fs::read_to_string(site.path("content/guides/carte.md")).unwrap(),
        GUIDE
    );
    workshop.done("/api/delete", &asked(false));
    workshop.done("/api/empty", &json!({}));
    assert_eq!(workshop.json("/api/bin")["entries"], json!([]));
    assert_eq!(
        workshop
            .post("/api/restore", &json!({ "name": "x" }))
            .status,
        404
    );
}

#[test]
fn images_and_documents_come_beside_their_page() {
    let site = site();
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let mut png = Vec::new();
    let image = image::RgbImage::new(30, 20);
    image
        .write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png)
        .unwrap();
    let mut headers = workshop.own_headers();
    headers.retain(|(name, _)| *name != "content-type");
    let headers: Vec<(&str, &str)> = headers.iter().map(|(n, v)| (*n, &**v)).collect();
    let upload = |name: &str, body: &[u8]| {
        let path = format!(
            "/api/upload?from=content/guides/carte.md&name={}",
            crate::workshop::encoded(name)
        );
        workshop.ask("POST", &path, &headers, body)
    };
    for (name, src) in [
        ("Photo été.png", "photo-ete.png"),
        ("photo-ete.png", "photo-ete-2.png"),
        ("../../photo ete.PNG", "photo-ete-3.png"),
    ] {
        let answer = upload(name, &png).json();
        assert_eq!(
            (&answer["src"], &answer["width"], &answer["height"]),
            (&json!(src), &json!(30), &json!(20)),
            "{name}"
        );
        assert_eq!(
            fs::read(site.path(&format!("content/guides/{src}"))).unwrap(),
            png
        );
    }
    assert_eq!(
        upload("plan.pdf", b"%PDF-1.7").json()["path"],
        "content/guides/plan.pdf"
    );
    for (name, body) in [
        ("a.png", &b"<script>"[..]),
        ("a.html", b"<p>"),
        ("a.md", b"x"),
        (".htaccess", b"x"),
        ("a", b"x"),
    ] {
        assert_eq!(upload(name, body).status, 415, "{name}");
    }
    // An image is shown as soon as the text names it.
    let text = GUIDE.replace("Un.", "![Une photo](photo-ete.png)");
    let held = workshop.done(
        "/api/hold",
        &json!({ "path": "content/guides/carte.md", "text": text }),
    );
    let codes = held["diagnostics"].as_array().unwrap().iter();
    assert_eq!(
        codes
            .filter(|found| found["code"] == "missing-image")
            .count(),
        0
    );
}
