//! Sheets, as they are typed and as they are printed.

use serde_json::json;

use crate::site::TestSite;
use crate::workshop::RunningWorkshop;

const GUIDE: &str = "---\ntitre: Carte\nvoies: { sur-place: mairie }\n---\nUn texte.\n";

#[test]
fn a_sheet_is_seen_while_it_is_typed_and_printed() {
    let site = TestSite::new(&[
        ("content/guides/carte.md", GUIDE),
        (
            "content/organizations/mairie.md",
            "---\ntitre: Mairie\ntype: mairie\n---\n",
        ),
    ]);
    let workshop = RunningWorkshop::open(&site);
    let page = workshop.page("content/guides/carte.md");
    let sheets = page["sheets"].as_array().unwrap();
    assert_eq!(sheets[0]["path"], "a4/content/guides/carte.md");
    assert_eq!(sheets[0]["asked"], true);
    assert!(sheets.iter().any(|sheet| sheet["asked"] == false));
    let picture = || workshop.get("/feuille/a4/content/guides/carte.md?page=0");
    let before = picture();
    assert_eq!(before.status, 200, "{}", before.text());
    assert!(
        before.head.contains("image/svg+xml") && before.head.contains("x-pages: 1"),
        "{}",
        before.head
    );
    workshop.done(
        "/api/hold",
        &json!({ "path": "content/guides/carte.md", "text": GUIDE.replace("Un", "Deux") }),
    );
    assert_ne!(picture().body, before.body);
    assert_eq!(
        workshop
            .get("/feuille/a4/content/guides/carte.md?page=7")
            .status,
        404
    );
    for path in [
        "a4/content/rien.md",
        "affiche-de-nulle-part/content/guides/carte.md",
        "a4",
    ] {
        assert_eq!(
            workshop.get(&format!("/feuille/{path}")).status,
            404,
            "{path}"
        );
        assert_eq!(
            workshop.get(&format!("/fiche/{path}")).status,
            404,
            "{path}"
        );
    }
    let pdf = workshop.get("/fiche/large-print/content/guides/carte.md");
    assert!(pdf.body.starts_with(b"%PDF-"), "{}", pdf.head);
    let both = [
        "a4/content/guides/carte.md",
        "a4/content/organizations/mairie.md",
    ];
    let joined = workshop.post("/api/print", &json!({ "sheets": both, "duplex": true }));
    assert!(joined.body.starts_with(b"%PDF-"), "{}", joined.text());
    assert_eq!(
        workshop.post("/api/print", &json!({ "sheets": [] })).status,
        400
    );
    assert_eq!(
        workshop
            .post("/api/print", &json!({ "sheets": ["a4/x.md"] }))
            .status,
        404
    );
    let counter = workshop.json("/api/counter?q=car");
    assert_eq!(
        counter["rows"][0]["sheets"][0]["path"],
        "a4/content/guides/carte.md"
    );
}
