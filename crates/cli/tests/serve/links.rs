//! Changes behind symbolic links, and of the site's own folder.

use std::fs;
use std::os::unix::fs::symlink;

use crate::preview::{RunningPreview, next_event, page};
use crate::site::TestSite;

/// A change to the target of a link is shown under the link's name, in the content folder and beside it.
#[test]
fn the_target_of_a_link_is_seen() {
    let site = TestSite::new(&[
        ("content/vrai.md", &page("Vrai", "un")),
        ("content/plan.txt", "un"),
        ("content/t.md", &page("T", "[Trois](trois.txt)")),
    ]);
    symlink("vrai.md", site.path("content/lien.md")).unwrap();
    let preview = RunningPreview::start(&site);
    let mut events = preview.events();
    let mut until = |path: &str, said: &str| {
        for round in 0.. {
            if preview.get(path).1.contains(said) {
                return;
            }
            assert!(round < 6, "{path}: {said} is not shown");
            next_event(&mut events);
        }
    };
    until("/lien.html", "<p>un</p>");
    site.write("content/vrai.md", page("Vrai", "deux"));
    until("/lien.html", "<p>deux</p>");
    symlink("plan.txt", site.path("content/trois.txt")).unwrap();
    until("/trois.txt", "un");
    site.write("content/plan.txt", "trois");
    until("/trois.txt", "trois");
    site.write("content/autre.md", page("Autre", "quatre"));
    fs::remove_file(site.path("content/lien.md")).unwrap();
    symlink("autre.md", site.path("content/lien.md")).unwrap();
    until("/lien.html", "<p>quatre</p>");
}

/// A site's folder may be renamed and come back, or be a link that is pointed at another folder.
#[test]
fn a_site_folder_that_is_renamed_or_exchanged_is_seen() {
    let place = TestSite::empty();
    for (folder, said) in [("site-1", "un"), ("site-2", "deux")] {
        place.write(&format!("{folder}/guichet.yaml"), "titre: Essai\n");
        place.write(&format!("{folder}/content/a.md"), page("A", said));
    }
    symlink("site-1", place.path("site")).unwrap();
    let preview = RunningPreview::start_with(&place, &["serve", "--port", "0", "--site", "site"]);
    let mut events = preview.events();
    let mut until = |said: &str| {
        for round in 0.. {
            if preview.get("/a.html").1.contains(said) {
                return;
            }
            assert!(round < 6, "{said} is not shown");
            next_event(&mut events);
        }
    };
    until("<p>un</p>");
    fs::rename(place.path("site-1"), place.path("parti")).unwrap();
    until("no-configuration");
    fs::rename(place.path("parti"), place.path("site-1")).unwrap();
    until("<p>un</p>");
    place.write("site-1/content/a.md", page("A", "trois"));
    until("<p>trois</p>");
    fs::remove_file(place.path("site")).unwrap();
    symlink("site-2", place.path("site")).unwrap();
    until("<p>deux</p>");
    place.write("site-2/content/a.md", page("A", "quatre"));
    until("<p>quatre</p>");
}
