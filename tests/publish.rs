//! The published folder: replaced as a whole or not at all, and nothing else is ever touched.
#![allow(clippy::unwrap_used, clippy::panic)]

mod site;

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use site::Site;

/// A site of many pages, each with this word in it.
fn many_pages(word: &str) -> Site {
    let site = Site::new(&[]);
    write_pages(&site, word);
    site
}

fn write_pages(site: &Site, word: &str) {
    for i in 0..400 {
        let text = format!(
            "---\ntitre: Page {i}\nmots-clés: [un, deux]\n---\n\n{}\n",
            format!("{word} ").repeat(300)
        );
        site.write(&format!("content/guides/p{i}.md"), text);
    }
}

/// Killed at any moment, a build leaves the old site or the new one, never a mixture, and the next build cleans up.
#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    let site = many_pages("ancien");
    site.build();
    let old = site.published();
    write_pages(&site, "nouveau");
    let begin = std::time::Instant::now();
    let reference = Site::empty();
    for (path, bytes) in site::files(&site.path("")) {
        if !path.starts_with("public/") {
            reference.write(&path, bytes);
        }
    }
    reference.build();
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
    // The files of a search change with the texts that they know of.
    let site = Site::new(&[
        ("guichet.yaml", "titre: Essai\nrecherche: non\n"),
        ("content/a.md", "---\ntitre: A\n---\n\nUn.\n"),
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
    let site = Site::new(&[("content/a.md", "---\ntitre: A\n---\n")]);
    site.build();
    let before = site.published();
    site.write("content/a.md", "---\ntitel: A\n---\n");
    assert_eq!(site.run(&["build", "--no-sheets"]).status, Some(1));
    assert_eq!(site.published(), before);
}

#[test]
fn pages_that_are_gone_are_gone() {
    let site = Site::new(&[
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
    let site = Site::new(&[("content/a.md", "---\ntitre: A\n---\n")]);
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

/// A link in the place of the published folder is followed, and not replaced.
#[cfg(unix)]
#[test]
fn a_link_to_the_published_folder_stays_a_link() {
    let site = Site::new(&[("content/a.md", "---\ntitre: A\n---\n")]);
    fs::create_dir(site.path("ailleurs")).unwrap();
    std::os::unix::fs::symlink("ailleurs", site.path("public")).unwrap();
    site.build();
    site.build();
    assert!(site.path("public").is_symlink());
    assert!(site.path("ailleurs/a.html").is_file());
}

/// On a full disk the old site stays, the reason is said, and nothing is left over.
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
