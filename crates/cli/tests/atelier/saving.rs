//! What is saved, and what is not touched.

use std::fs;
use std::path::Path;

use serde_json::{Value as Json, json};
use walkdir::WalkDir;

use crate::site::TestSite;
use crate::workshop::RunningWorkshop;

#[test]
fn every_page_of_the_sample_opened_and_saved_is_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let site = TestSite::copy_of(&root.join("content"));
    // The content folder is a folder of the site.
    let site = {
        let whole = TestSite::empty();
        for entry in WalkDir::new(site.path("")).into_iter().flatten() {
            if entry.file_type().is_file() {
                let below = entry.path().strip_prefix(site.path("")).unwrap();
                let path = format!("content/{}", below.to_str().unwrap());
                whole.write(&path, fs::read(entry.path()).unwrap());
            }
        }
        whole.write("guichet.yaml", fs::read(root.join("guichet.yaml")).unwrap());
        whole
    };
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let is_text = |path: &Path| {
        path.extension()
            .is_some_and(|end| end == "md" || end == "yaml")
    };
    let mut seen = 0;
    for entry in WalkDir::new(site.path("")).into_iter().flatten() {
        let path = entry.path();
        let below = path.strip_prefix(site.path("")).unwrap().to_str().unwrap();
        if !is_text(path) || below.starts_with('.') {
            continue;
        }
        let before = fs::read(path).unwrap();
        let opened = workshop.page(below);
        let held = workshop.done(
            "/api/hold",
            &json!({ "path": below, "text": opened["text"] }),
        );
        assert_eq!(held["values"], opened["values"], "{below}");
        let saved = json!({ "path": below, "text": opened["text"], "base": opened["base"] });
        let saved = workshop.done("/api/save", &saved);
        assert_eq!(saved["base"], opened["base"], "{below}");
        assert_eq!(fs::read(path).unwrap(), before, "{below}");
        seen += 1;
    }
    assert!(seen > 50, "{seen}");
    // What was not changed has no version.
    assert!(!site.path(".guichet-versions").exists());
}

#[test]
fn what_nobody_sees_stays_where_nobody_types() {
    let hidden = "---\r\ntitre: A\u{feff}\r\nrésumé: B\n---\n\u{feff}Un\u{200b} mot.\rDeux\u{ad}\u{2028}mots.\n\nTrois.\u{b}\n";
    let site = TestSite::new(&[("content/a.md", hidden)]);
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let page = workshop.page("content/a.md");
    let text = page["text"].as_str().unwrap();
    let typed = text
        .replace("résumé: B", "résumé: C")
        .replace("Trois.", "Quatre.");
    let save = json!({ "path": "content/a.md", "text": typed, "base": page["base"] });
    workshop.done("/api/save", &save);
    let expected = hidden
        .replace("résumé: B", "résumé: C")
        .replace("Trois.", "Quatre.");
    let written = fs::read_to_string(site.path("content/a.md")).unwrap();
    assert_eq!(written, expected);
}

fn opened(workshop: &RunningWorkshop) -> (String, Json) {
    let page = workshop.page("content/a.md");
    (
        page["text"].as_str().unwrap().to_owned(),
        page["base"].clone(),
    )
}

#[test]
fn line_ends_marks_and_encodings_stay() {
    let site = TestSite::empty();
    site.write("guichet.yaml", "titre: Essai\n");
    for (written, after) in [
        (
            &b"\xef\xbb\xbf---\r\ntitre: A\r\n---\r\nUn.\r\n"[..],
            &b"\xef\xbb\xbf---\r\ntitre: A\r\n---\r\nDeux.\r\n"[..],
        ),
        (b"---\ntitre: A\n---\nUn.", b"---\ntitre: A\n---\nDeux."),
        (
            b"---\ntitre: \xe9t\xe9\n---\nUn.\n",
            "---\ntitre: été\n---\nDeux.\n".as_bytes(),
        ),
    ] {
        site.write("content/a.md", written);
        let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
        let (text, base) = opened(&workshop);
        let same = json!({ "path": "content/a.md", "text": text, "base": base });
        workshop.done("/api/save", &same);
        assert_eq!(fs::read(site.path("content/a.md")).unwrap(), written);
        let changed =
            json!({ "path": "content/a.md", "text": text.replace("Un", "Deux"), "base": base });
        workshop.done("/api/save", &changed);
        assert_eq!(fs::read(site.path("content/a.md")).unwrap(), after);
    }
}

#[test]
fn what_another_program_wrote_is_not_overwritten() {
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\nUn.\n")]);
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let (text, base) = opened(&workshop);
    site.write("content/a.md", "---\ntitre: A\n---\nD’ailleurs.\n");
    let mine = json!({ "path": "content/a.md", "text": text.replace("Un", "Deux"), "base": base });
    let refused = workshop.post("/api/save", &mine);
    assert_eq!(refused.status, 409);
    let said = refused.json();
    assert_eq!(said["code"], "changed");
    assert_eq!(said["text"], "---\ntitre: A\n---\nD’ailleurs.\n");
    assert!(said["error"].as_str().unwrap().contains("content/a.md"));
    // Knowing it, the person decides.
    let mine = json!({ "path": "content/a.md", "text": mine["text"], "base": said["base"] });
    workshop.done("/api/save", &mine);
    let versions = workshop.json("/api/versions?path=content/a.md");
    let versions = versions["versions"].as_array().unwrap();
    let texts: Vec<String> = versions
        .iter()
        .map(|version| {
            let name = version["name"].as_str().unwrap();
            let read = workshop.json(&format!("/api/version?path=content/a.md&name={name}"));
            read["text"].as_str().unwrap().to_owned()
        })
        .collect();
    assert_eq!(texts.len(), 2);
    assert!(texts[0].contains("Deux") && texts[1].contains("D’ailleurs"));
    // A file that is gone is not made again unasked.
    fs::remove_file(site.path("content/a.md")).unwrap();
    let again = workshop.post("/api/save", &mine);
    assert_eq!(
        (again.status, again.json()["text"].clone()),
        (409, Json::Null)
    );
    assert!(!site.path("content/a.md").exists());
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_is_told_and_stays() {
    use std::os::unix::fs::PermissionsExt as _;
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\nUn.\n")]);
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let (text, base) = opened(&workshop);
    // A file where the folder of versions would be: whoever runs the test, it cannot be made.
    site.write(".guichet-versions", "");
    let folder = fs::Permissions::from_mode(0o555);
    fs::set_permissions(site.path("content"), folder).unwrap();
    let mine = json!({ "path": "content/a.md", "text": text.replace("Un", "Deux"), "base": base });
    let refused = workshop.post("/api/save", &mine);
    fs::set_permissions(site.path("content"), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(refused.status, 500, "{}", refused.text());
    assert_eq!(refused.json()["code"], "disk");
    assert_eq!(fs::read_to_string(site.path("content/a.md")).unwrap(), text);
    // The text is still there to be saved.
    fs::remove_file(site.path(".guichet-versions")).unwrap();
    workshop.done("/api/save", &mine);
    assert!(
        fs::read_to_string(site.path("content/a.md"))
            .unwrap()
            .contains("Deux")
    );
}

#[test]
fn a_mend_of_another_file_is_written_there() {
    let site = TestSite::new(&[(
        "content/guides/a.md",
        "---\ntitre: A\nvoies:\n  sur-place: mairie-de-villefictive\n---\nUn.\n",
    )]);
    let workshop = RunningWorkshop::open_with(&site, &["--no-sheets"]);
    let page = workshop.page("content/guides/a.md");
    let found = page["diagnostics"].as_array().unwrap();
    let mends = found
        .iter()
        .flat_map(|one| one["mends"].as_array().unwrap());
    let other = mends.clone().find(|mend| mend["file"].is_string());
    let other = other.unwrap_or_else(|| panic!("no mend of another file in {found:#?}"));
    let request = json!({ "path": "content/guides/a.md", "text": page["text"], "id": other["id"] });
    let mended = workshop.done("/api/mend", &request);
    assert!(site.path(mended["path"].as_str().unwrap()).is_file());
    let again = workshop.page("content/guides/a.md");
    assert!(again["diagnostics"].as_array().unwrap().len() < found.len());
    // It is gone, and so is its button.
    assert_eq!(workshop.post("/api/mend", &request).status, 409);
}
