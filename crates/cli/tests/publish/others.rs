//! Files that others put into the published folder.

use std::fs;

use crate::site::{TestSite, files};

/// What others put into the published folder.
fn put_others_files(site: &TestSite) {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    site.write("public/CNAME", "exemple.fr\n");
    site.write("public/.git/HEAD", "ref: refs/heads/main\n");
    site.write("public/.git/objects/ab/cd", [0, 159, 146, 150]);
    // Git takes this for a repository only if its empty folders exist.
    fs::create_dir_all(site.path("public/.git/refs/tags")).unwrap();
    site.write("public/.well-known/security.txt", "Contact: x\n");
    site.write("public/guides/photo.jpg", "souvenir");
    site.write("public/vieux/site.html", "<p>x");
    site.write("ailleurs/y", "y");
    symlink("../ailleurs", site.path("public/lien")).unwrap();
    symlink("nulle-part", site.path("public/guides/mort")).unwrap();
    fs::set_permissions(site.path("public/vieux"), fs::Permissions::from_mode(0o750)).unwrap();
}

fn assert_others_files(site: &TestSite) {
    use std::os::unix::fs::PermissionsExt as _;
    assert_eq!(site.read("public/CNAME"), "exemple.fr\n");
    assert_eq!(site.read("public/.git/HEAD"), "ref: refs/heads/main\n");
    assert_eq!(
        fs::read(site.path("public/.git/objects/ab/cd")).unwrap(),
        [0, 159, 146, 150]
    );
    assert!(site.path("public/.git/refs/tags").is_dir());
    assert_eq!(site.read("public/.well-known/security.txt"), "Contact: x\n");
    assert_eq!(site.read("public/guides/photo.jpg"), "souvenir");
    assert_eq!(site.read("public/vieux/site.html"), "<p>x");
    assert_eq!(
        fs::read_link(site.path("public/lien")).unwrap().to_str(),
        Some("../ailleurs")
    );
    assert_eq!(
        fs::read_link(site.path("public/guides/mort"))
            .unwrap()
            .to_str(),
        Some("nulle-part")
    );
    assert_eq!(site.read("ailleurs/y"), "y");
    let mode = fs::metadata(site.path("public/vieux"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o750);
}

/// Files that others put into the published folder stay from build to build; those that guichet no longer writes are
/// removed.
#[test]
fn others_files_stay() {
    let site = TestSite::new(&[
        ("content/guides/a.md", "---\ntitre: A\n---\n"),
        ("content/x/b.md", "---\ntitre: B\n---\n"),
    ]);
    site.build();
    put_others_files(&site);
    site.build();
    assert_others_files(&site);
    fs::remove_dir_all(site.path("content/x")).unwrap();
    site.write("content/guides/a.md", "---\ntitre: A2\n---\n");
    site.build();
    assert_others_files(&site);
    assert!(!site.path("public/x").exists());
    assert!(site.read("public/guides/a.html").contains("A2"));
    // A compressed copy of one of guichet's files is out of date after the next build.
    site.write("public/index.html.gz", "x");
    // Once their owner takes them away, they are gone.
    fs::remove_file(site.path("public/CNAME")).unwrap();
    site.build();
    assert!(!site.path("public/CNAME").exists());
    assert!(!site.path("public/index.html.gz").exists());
}

/// A folder that an earlier version published has no list of its files: those that others commonly put there stay, all
/// others are guichet's.
#[test]
fn an_earlier_versions_folder_is_understood() {
    let site = TestSite::new(&[("content/guides/a.md", "---\ntitre: A\n---\n")]);
    site.write(
        "public/.guichet",
        "Made by guichet: this folder is replaced as a whole by each build.\n",
    );
    for path in [
        "ancienne.html",
        "guides/vieille.html",
        ".htaccess",
        "CNAME",
        ".git/HEAD",
        ".well-known/x",
    ] {
        site.write(&format!("public/{path}"), "x");
    }
    site.build();
    for path in ["ancienne.html", "guides/vieille.html", ".htaccess"] {
        assert!(!site.path("public").join(path).exists(), "{path}");
    }
    for path in ["CNAME", ".git/HEAD", ".well-known/x"] {
        assert_eq!(site.read(&format!("public/{path}")), "x");
    }
}

/// If a file of somebody else is where guichet has to write, nothing is published and nothing is lost.
#[test]
fn others_files_are_never_written_over() {
    for (path, title) in [
        ("public/b.html", "b"),
        ("public/guides/b.html/x", "guides/b"),
        ("public/b", "b/c"),
    ] {
        let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\n")]);
        site.build();
        site.write(path, "à moi");
        site.build();
        let before = site.published();
        site.write(&format!("content/{title}.md"), "---\ntitre: B\n---\n");
        let run = site.run(&["build", "--no-sheets"]);
        assert_eq!(run.status, Some(1), "{path}: {}", run.stderr);
        assert!(
            run.stderr.contains("n’est pas de guichet"),
            "{path}: {}",
            run.stderr
        );
        assert_eq!(site.published(), before, "{path}");
        assert_eq!(
            fs::read_dir(site.path("")).unwrap().count(),
            3,
            "{path}: left over"
        );
    }
    // A link in place of one of guichet's folders does not redirect what is written.
    let site = TestSite::new(&[("content/guides/a.md", "---\ntitre: A\n---\n")]);
    site.build();
    fs::rename(site.path("public/guides"), site.path("ailleurs")).unwrap();
    std::os::unix::fs::symlink("../ailleurs", site.path("public/guides")).unwrap();
    let before = files(&site.path("ailleurs"));
    assert_eq!(site.run(&["build", "--no-sheets"]).status, Some(1));
    assert_eq!(files(&site.path("ailleurs")), before);
}
