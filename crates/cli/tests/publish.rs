//! The published folder: replaced as a whole or not at all, and nothing else is ever touched.
#![allow(clippy::unwrap_used, clippy::panic)]

mod site;

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use site::TestSite;

/// A site of many pages, each with this word in it.
fn many_pages(word: &str) -> TestSite {
    let site = TestSite::new(&[]);
    write_pages(&site, word);
    site
}

fn write_pages(site: &TestSite, word: &str) {
    for i in 0..400 {
        let text = format!(
            "---\ntitre: Page {i}\nmots-clés: [un, deux]\n---\n\n{}\n",
            format!("{word} ").repeat(300)
        );
        site.write(&format!("content/guides/p{i}.md"), text);
    }
}

/// A build that is killed at any moment leaves the old site or the new one, never a mixture, and the next build cleans up.
#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let site = many_pages("ancien");
    site.build();
    let others = |site: &TestSite| {
        site.write("public/CNAME", "exemple.fr\n");
        for i in 0..40 {
            site.write(&format!("public/.git/objects/{i}"), [i; 50]);
        }
    };
    others(&site);
    let old = site.published();
    write_pages(&site, "nouveau");
    let begin = std::time::Instant::now();
    let reference = TestSite::empty();
    for (path, bytes) in site::files(&site.path("")) {
        if !path.starts_with("public/") {
            reference.write(&path, bytes);
        }
    }
    reference.build();
    others(&reference);
    let new = reference.published();
    let length = begin.elapsed();

    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    let mut moment = 1;
    for round in 0..60u32 {
        // Moments spread over somewhat more than a build's length, in an order that does not repeat.
        moment = (moment * 37 + 11) % 101;
        let mut child = site
            .command(&["build", "--no-sheets"])
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(length.mul_f64(f64::from(moment) / 80.0));
        child.kill().unwrap();
        child.wait().unwrap();
        let published = site.published();
        if published == new {
            *seen.entry("new").or_default() += 1;
            write_pages(&site, "ancien");
            site.build();
            assert_eq!(site.published(), old, "round {round}");
            write_pages(&site, "nouveau");
        } else {
            assert_eq!(
                published, old,
                "round {round}: neither the old site nor the new one"
            );
            *seen.entry("old").or_default() += 1;
        }
    }
    site.build();
    assert_eq!(site.published(), new);
    let left: Vec<_> = fs::read_dir(site.path(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains("guichet-"))
        .collect();
    assert!(left.is_empty(), "left behind: {left:?}");
    assert!(
        seen.contains_key("old"),
        "no build was killed in time: {seen:?}"
    );
}

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
fn errors_leave_the_old_site_as_it_was() {
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\n")]);
    site.build();
    let before = site.published();
    site.write("content/a.md", "---\ntitel: A\n---\n");
    assert_eq!(site.run(&["build", "--no-sheets"]).status, Some(1));
    assert_eq!(site.published(), before);
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

/// On a full disk the old site stays, the reason is reported, and no temporary file is left.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_site() {
    let site = many_pages("mot");
    fs::create_dir(site.path("disk")).unwrap();
    // A file system of 300 KB, in a mount namespace of its own that ends with the shell.
    let script = r#"
        mount -t tmpfs -o size=300k tmpfs disk || exit 90
        mkdir small && cp guichet.yaml small/ && mkdir small/content && printf -- '---\ntitre: A\n---\n' > small/content/a.md
        "$GUICHET" --site small build --out "$PWD/disk/public" 2>/dev/null || exit 91
        before=$(cat disk/public/*.html | cksum)
        "$GUICHET" build --out disk/public && exit 92
        test "$before" = "$(cat disk/public/*.html | cksum)" || exit 93
        ls -A disk
    "#;
    let mut command = std::process::Command::new("unshare");
    let output = command
        .args(["--mount", "--map-root-user", "sh", "-c", script])
        .current_dir(site.path(""))
        .env("GUICHET", env!("CARGO_BIN_EXE_guichet"))
        .env("LANG", "fr_FR.UTF-8")
        .output()
        .unwrap();
    let (stdout, stderr) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    if output.status.code() == Some(90) || stderr.contains("unshare:") {
        println!("skipped: this machine lets nobody mount a small file system ({stderr})");
        return;
    }
    assert_eq!(output.status.code(), Some(0), "{stdout}{stderr}");
    assert!(stderr.contains("le disque est plein"), "{stderr}");
    assert_eq!(stdout.trim(), "public");
}

/// Two builds at once into one folder: each publishes a whole site or says why not.
#[test]
fn two_builds_at_once_do_no_harm() {
    let site = many_pages("mot");
    let children: Vec<_> = (0..2)
        .map(|_| {
            site.command(&["build", "--no-sheets"])
                .stderr(std::process::Stdio::null())
                .spawn()
                .unwrap()
        })
        .collect();
    let done = children
        .into_iter()
        .filter_map(|mut child| child.wait().unwrap().code())
        .filter(|code| *code == 0)
        .count();
    assert!(done >= 1);
    let after = site.published();
    site.build();
    assert_eq!(after, site.published());
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
    let left: Vec<String> = site::files(&site.path("ailleurs")).into_keys().collect();
    assert_eq!(left, ["content/a.md"]);
    site.run(&["build", "--no-sheets", "--out", "lien/../publié"]);
    assert!(site.path("ailleurs/publié/a.html").is_file());
}

/// What others put into the published folder.
#[cfg(unix)]
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

#[cfg(unix)]
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
#[cfg(unix)]
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
#[cfg(unix)]
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
#[cfg(unix)]
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
    let before = site::files(&site.path("ailleurs"));
    assert_eq!(site.run(&["build", "--no-sheets"]).status, Some(1));
    assert_eq!(site::files(&site.path("ailleurs")), before);
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
        for (path, bytes) in site::files(&site.path("parts").join(part)) {
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

/// On a system that cannot exchange two folders in one step, a build may die between the two steps: the next one restores
/// the old site.
#[test]
fn a_site_that_was_moved_away_is_put_back() {
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\n")]);
    site.build();
    let before = site.published();
    fs::rename(site.path("public"), site.path(".public.guichet-1.old")).unwrap();
    let run = site.build();
    assert!(run.stderr.contains("dont 0 nouveau"), "{}", run.stderr);
    assert_eq!(site.published(), before);
    assert!(!site.path(".public.guichet-1.old").exists());
}
