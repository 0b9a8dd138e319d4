//! Where the preview answers, and what it answers with.

use std::fs;

use crate::preview::{RunningPreview, page};
use crate::site::TestSite;

/// The preview answers on the loopback address only, and on the next port if one is taken.
#[test]
fn the_next_free_port_is_taken() {
    let site = TestSite::new(&[("content/a.md", &page("A", "un"))]);
    let first = RunningPreview::start_with(&site, &["serve", "--port", "18431"]);
    let second = RunningPreview::start_with(&site, &["serve", "--port", &first.port.to_string()]);
    assert!(second.port > first.port);
    assert_eq!(second.get("/a.html").0, 200);
    let listening = fs::read_to_string("/proc/net/tcp").unwrap_or_default();
    let wanted = format!(":{:04X} 00000000:0000 0A", second.port);
    for line in listening.lines().filter(|line| line.contains(&wanted)) {
        assert!(line.contains("0100007F:"), "not on loopback: {line}");
    }
}

/// The preview shows what would be published, apart from the panel and the script that reloads.
#[test]
fn the_preview_is_the_page() {
    let site = TestSite::copy_of(
        &std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
            .join("tests/suite/guide"),
    );
    site.build();
    // With its sheets, a page would say how long they are once they have been printed.
    let preview = RunningPreview::start_with(&site, &["serve", "--port", "0", "--no-sheets"]);
    for (path, bytes) in site.published() {
        if path == ".guichet" {
            continue;
        }
        let (status, body) = preview.get(&format!("/{path}"));
        assert_eq!(status, 200, "{path}");
        let without = match body.split_once("<script>(function () {\nfunction check(version)") {
            Some((before, after)) => before.to_owned() + after.split_once("</script>").unwrap().1,
            None => body,
        };
        assert_eq!(without, String::from_utf8_lossy(&bytes), "{path}");
    }
}

/// A browser offers to save what it gets as `application/octet-stream`, and `nosniff` forbids it to guess.
#[test]
fn every_file_is_sent_with_its_media_type() {
    let mut text = String::new();
    for ending in guichet::files::PUBLISHED {
        text += &format!("- [Fichier {ending}](f.{ending})\n");
    }
    let site = TestSite::new(&[
        (
            "guichet.yaml",
            "titre: Essai\nadresse: https://exemple.fr/\nen-têtes: [apache, netlify]\nrecherche: oui\n",
        ),
        ("content/a.md", &page("A", &text)),
    ]);
    for ending in guichet::files::PUBLISHED {
        site.write(&format!("content/f.{ending}"), "f");
    }
    site.build();
    let preview = RunningPreview::start_with(&site, &["serve", "--port", "0", "--no-sheets"]);
    let mut endings = std::collections::BTreeSet::new();
    for path in site.published().keys() {
        let is_for_server = matches!(
            &**path,
            ".guichet" | ".htaccess" | "_headers" | "_redirects"
        );
        if is_for_server {
            continue;
        }
        let head = preview.head(&format!("/{path}")).to_lowercase();
        assert!(head.starts_with("http/1.1 200"), "{path}: {head}");
        assert!(head.contains("\r\ncontent-type: "), "{path}: {head}");
        assert!(!head.contains("octet-stream"), "{path}: {head}");
        endings.extend(path.rsplit('.').next().map(str::to_owned));
    }
    for ending in guichet::files::PUBLISHED
        .iter()
        .chain(&["html", "js", "xml"])
    {
        assert!(endings.contains(*ending), "{ending} in {endings:?}");
    }
}
