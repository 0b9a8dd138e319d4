//! Sheets are printed when a browser asks for them.

use crate::preview::{RunningPreview, next_event, page};
use crate::site::TestSite;

/// A sheet is printed on request: it shows the page and its template as last saved.
#[test]
fn a_sheet_shows_each_edit() {
    let site = TestSite::new(&[("content/guides/g.md", &page("Un guide", "Un texte."))]);
    let preview = RunningPreview::start(&site);
    let mut events = preview.events();
    let (status, first) = preview.get("/guides/g-a4.pdf");
    assert_eq!(status, 200);
    assert!(first.starts_with("%PDF-1.7"));
    assert_eq!(preview.get("/guides/g-a4.pdf").1, first);
    site.write("content/guides/g.md", page("Un guide", "Un autre texte."));
    next_event(&mut events);
    let second = preview.get("/guides/g-a4.pdf").1;
    assert_ne!(second, first);
    site.write("themes/default/sheets/a4.typ", "Rien de plus, #x");
    next_event(&mut events);
    let (status, body) = preview.get("/guides/g-a4.pdf");
    assert_eq!(status, 500);
    assert!(body.contains("themes/default/sheets/a4.typ"), "{body}");
    assert_eq!(preview.get("/guides/g.html").0, 200);
    std::fs::remove_file(site.path("themes/default/sheets/a4.typ")).unwrap();
    next_event(&mut events);
    assert_eq!(preview.get("/guides/g-a4.pdf").1, second);
}

/// Pages of the preview link to the sheets that were asked for without printing them first; one that does not fit
/// redirects to what stands in for it.
#[test]
fn a_sheet_that_does_not_fit_leads_to_what_stands_in() {
    let sentence =
        |number| format!("Le mardi {number}, la permanence a répondu à douze personnes.\n\n");
    let text: String = (1..150).map(sentence).collect();
    let article = format!("---\ntitre: Long\ndate: 2026-09-01\n---\n\n{text}");
    let site = TestSite::new(&[
        (
            "guichet.yaml",
            "titre: Essai\nfiches: { article: [tract] }\n",
        ),
        ("content/articles/long.md", &article),
        (
            "content/articles/court.md",
            "---\ntitre: Court\ndate: 2026-09-01\n---\n\nUn texte.\n",
        ),
    ]);
    let preview = RunningPreview::start(&site);
    let host = format!("127.0.0.1:{}", preview.port);
    let status = |path: &str| preview.ask("HEAD", path, &host).0;
    assert_eq!(status("/articles/long-tract.pdf"), 307);
    assert_eq!(status("/articles/long-a4.pdf"), 200);
    assert_eq!(status("/articles/court-tract.pdf"), 200);
    assert_eq!(status("/articles/court-a4.pdf"), 404);
}
