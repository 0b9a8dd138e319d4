//! guichet's own files from build to build: those that stay, those that go, and those that other machines make.

use std::fs;
use std::time::Duration;

use crate::common::{many_pages, write_pages};
use crate::site::{TestSite, files};

/// A file whose content is the same keeps its time, so that rsync sends only what changed.
#[test]
fn unchanged_files_keep_their_time() {
    // The files of a search change with the texts that they index.
    let site = TestSite::new(&[
        ("guichet.yaml", "titre: Essai\nrecherche: non\n"),
        ("content/a.md", "---\ntitre: A\n---\n\n[Un](note.txt).\n"),
        ("content/b.md", "---\ntitre: B\n---\n\nDeux.\n"),
        ("content/note.txt", "du texte\n"),
    ]);
    site.build();
    let long_ago = std::time::SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
    for path in site.published().keys() {
        let file = fs::File::options()
            .write(true)
            .open(site.path("public").join(path))
            .unwrap();
        file.set_modified(long_ago).unwrap();
    }
    site.write("content/b.md", "---\ntitre: B\n---\n\nTrois.\n");
    let run = site.build();
    assert!(run.stderr.contains("dont 1 nouveau"), "{}", run.stderr);
    for path in site.published().keys() {
        let time = fs::metadata(site.path("public").join(path))
            .unwrap()
            .modified()
            .unwrap();
        assert_eq!(time == long_ago, path != "b.html", "{path}");
    }
}

#[test]
fn pages_that_are_gone_are_gone() {
    let site = TestSite::new(&[
        ("content/a.md", "---\ntitre: A\n---\n"),
        ("content/x/b.md", "---\ntitre: B\n---\n"),
    ]);
    site.build();
    fs::remove_dir_all(site.path("content/x")).unwrap();
    site.build();
    assert!(!site.path("public/x").exists());
}

/// Machines that share a build list all files of the site, so that the folder that they fill together is all guichet's.
#[test]
fn parts_of_a_build_are_known_together() {
    let site = many_pages("mot");
    for part in ["1/2", "2/2"] {
        let run = site.run(&[
            "build",
            "--no-sheets",
            "--shard",
            part,
            "--out",
            &format!("parts/{part}"),
        ]);
        assert_eq!(run.status, Some(0), "{}", run.stderr);
        for (path, bytes) in files(&site.path("parts").join(part)) {
            site.write(&format!("public/{path}"), bytes);
        }
    }
    site.write("public/CNAME", "exemple.fr");
    fs::remove_file(site.path("content/guides/p7.md")).unwrap();
    write_pages(&site, "autre");
    fs::remove_file(site.path("content/guides/p7.md")).unwrap();
    site.build();
    assert!(!site.path("public/guides/p7.html").exists());
    assert!(site.read("public/guides/p8.html").contains("autre"));
    assert_eq!(site.read("public/CNAME"), "exemple.fr");
}
