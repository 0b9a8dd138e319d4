//! A folder that is to become a site.

use serde_json::json;

use crate::site::TestSite;
use crate::workshop::RunningWorkshop;

#[test]
fn an_empty_folder_becomes_a_site_that_publishes() {
    let site = TestSite::empty();
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    assert_eq!(workshop.json("/api/site")["is_site"], false);
    assert_eq!(workshop.json("/api/desk")["total"], 0);
    let asked = json!({ "publisher": "Mairie de Villefictive", "place": "Villefictive", "phone": "01 99 00 00 30" });
    // A number that is none is not left out unsaid.
    let short = json!({ "publisher": "Mairie de Villefictive", "phone": "01 99 00 00 3" });
    let refused = workshop.post("/api/start", &short);
    assert_eq!(refused.status, 422);
    assert_eq!(workshop.json("/api/site")["is_site"], false);
    workshop.done("/api/start", &asked);
    let described = workshop.json("/api/site");
    assert_eq!(
        (&described["is_site"], &described["title"]),
        (&json!(true), &json!("Mairie de Villefictive"))
    );
    assert!(workshop.json("/api/desk")["total"].as_u64().unwrap() > 2);
    let published = workshop.done("/api/publish", &json!({}));
    assert_eq!(published["published"], true, "{published:#}");
    let again = workshop.post("/api/start", &asked);
    assert_eq!(again.status, 409);
    // A page that is written from now on is watched.
    site.write("content/guides/x.md", "---\ntitre: Du dehors\n---\n");
    for _ in 0..100 {
        if workshop.json("/api/desk?q=dehors")["total"] == 1 {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    panic!("the page of another program is not seen");
}
