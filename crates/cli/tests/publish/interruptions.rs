//! Whatever stops a build, the old site stays or the new one takes its place.

use std::collections::BTreeMap;
use std::fs;

use crate::common::{many_pages, write_pages};
use crate::site::{TestSite, files};

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
    for (path, bytes) in files(&site.path("")) {
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

#[test]
fn errors_leave_the_old_site_as_it_was() {
    let site = TestSite::new(&[("content/a.md", "---\ntitre: A\n---\n")]);
    site.build();
    let before = site.published();
    site.write("content/a.md", "---\ntitel: A\n---\n");
    assert_eq!(site.run(&["build", "--no-sheets"]).status, Some(1));
    assert_eq!(site.published(), before);
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
