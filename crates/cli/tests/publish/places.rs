//! Which folders a site may be published into, links to them among them.

use std::fs;

use crate::site::TestSite;

/// Folders that guichet did not make, and those of the site's own sources, are refused and stay as they are.
#[test]
fn only_its_own_folder_is_replaced() {
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\n")]);
    site.write("photos/famille.jpg", "souvenir");
    site.write("fichier", "texte");
    for (out, said) in [
        ("photos", "contient des fichiers que guichet n’a pas écrits"),
        ("fichier", "est un fichier, pas un dossier"),
        (".", "effacerait les sources"),
        ("..", "effacerait les sources"),
        ("content", "effacerait les sources"),
        ("content/public", "effacerait les sources"),
        ("themes/x", "effacerait les sources"),
        ("records", "effacerait les sources"),
        ("public/../content/x", "effacerait les sources"),
        ("nulle-part/../content", "effacerait les sources"),
        ("./x/../../../..", "effacerait les sources"),
        ("/", "effacerait les sources"),
    ] {
        let run = site.run(&["build", "--no-sheets", "--out", out]);
        assert_eq!(run.status, Some(1), "{out}: {}", run.stderr);
        assert!(run.stderr.contains(said), "{out}: {}", run.stderr);
    }
    assert_eq!(site.read("photos/famille.jpg"), "souvenir");
    assert_eq!(site.read("fichier"), "texte");
    assert!(site.path("content/a.md").is_file());
}

/// If the published folder is a symbolic link, it is followed and not replaced.
#[cfg(unix)]
#[test]
fn a_link_to_the_published_folder_stays_a_link() {
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\n")]);
    fs::create_dir(site.path("ailleurs")).unwrap();
    std::os::unix::fs::symlink("ailleurs", site.path("public")).unwrap();
    site.build();
    site.build();
    assert!(site.path("public").is_symlink());
    assert!(site.path("ailleurs/a.html").is_file());
}

/// Source folders are recognized behind symbolic links, and so are paths with `..` behind a link.
#[cfg(unix)]
#[test]
fn links_to_sources_are_seen_through() {
    use std::os::unix::fs::symlink;
    let site = TestSite::new(&[]);
    fs::remove_dir(site.path("content")).unwrap();
    site.write("ailleurs/content/a.md", "---\ntitre: A\n---\n");
    symlink("ailleurs/content", site.path("content")).unwrap();
    symlink("ailleurs/content", site.path("lien")).unwrap();
    for out in [
        "ailleurs",
        "ailleurs/content",
        "ailleurs/content/x",
        "lien/x",
        "lien/../content/y",
        "lien/..",
    ] {
        let run = site.run(&["build", "--no-sheets", "--out", out]);
        assert_eq!(run.status, Some(1), "{out}: {}", run.stderr);
        assert!(
            run.stderr.contains("effacerait les sources"),
            "{out}: {}",
            run.stderr
        );
    }
    let left: Vec<String> = crate::site::files(&site.path("ailleurs"))
        .into_keys()
        .collect();
    assert_eq!(left, ["content/a.md"]);
    site.run(&["build", "--no-sheets", "--out", "lien/../publié"]);
    assert!(site.path("ailleurs/publié/a.html").is_file());
}
