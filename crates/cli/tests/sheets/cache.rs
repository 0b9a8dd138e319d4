//! What is printed again, and what is kept.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use guichet::press::{Limits, Press, PrintEngine as _};

use crate::common::{jobs, program, sample, two_guides};
use crate::site::TestSite;

/// The names of the prints in a site's cache.
fn kept(site: &TestSite) -> BTreeSet<String> {
    let folder = std::fs::read_dir(site.path(".guichet-cache")).unwrap();
    let names = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.len() == 64).collect()
}

#[test]
fn the_same_site_prints_the_same_bytes() {
    let site = sample();
    let plates = &site.theme.plates;
    let jobs = jobs(&site);
    let one = Press::new(Arc::clone(plates), program(), Limits::default());
    let other = Press::new(Arc::clone(plates), program(), Limits::default());
    let first: Vec<_> = jobs
        .iter()
        .map(|(_, _, job)| one.print(job).unwrap())
        .collect();
    // In another order, so that what the engine remembers is not the same.
    for ((path, _, job), first) in jobs.iter().zip(&first).rev() {
        assert!(other.print(job).unwrap() == *first, "{path}");
    }
}

#[test]
fn a_second_build_prints_only_what_changed() {
    let site = two_guides();
    for command in [["check", "--lang=fr"], ["build", "--no-sheets"]] {
        assert_eq!(site.run(&command).status, Some(0));
        assert!(!site.path(".guichet-cache").exists(), "{command:?}");
    }
    assert_eq!(site.run(&["build"]).status, Some(0));
    let first = kept(&site);
    assert_eq!(first.len(), 4);
    let pdf = std::fs::read(site.path("public/guides/un-a4.pdf")).unwrap();
    site.write(
        "content/guides/deux.md",
        "---\ntitre: Deux\n---\n\nUn autre texte.\n",
    );
    assert_eq!(site.run(&["build"]).status, Some(0));
    let second = kept(&site);
    assert_eq!(second.difference(&first).count(), 2);
    assert_eq!(
        std::fs::read(site.path("public/guides/un-a4.pdf")).unwrap(),
        pdf
    );
    // A damaged print is printed again.
    for name in &second {
        let path = site.path(&format!(".guichet-cache/{name}"));
        let mut bytes = std::fs::read(&path).unwrap();
        let end = bytes.len() - 100;
        bytes[end] ^= 1;
        std::fs::write(&path, bytes).unwrap();
    }
    assert_eq!(site.run(&["build"]).status, Some(0));
    assert_eq!(
        std::fs::read(site.path("public/guides/un-a4.pdf")).unwrap(),
        pdf
    );
    // A folder of that name that guichet did not make is left alone, and no print is kept.
    std::fs::remove_dir_all(site.path(".guichet-cache")).unwrap();
    site.write(".guichet-cache/mine.txt", "à moi");
    assert_eq!(site.run(&["build"]).status, Some(0));
    assert_eq!(
        std::fs::read(site.path("public/guides/un-a4.pdf")).unwrap(),
        pdf
    );
    assert_eq!(
        std::fs::read_dir(site.path(".guichet-cache"))
            .unwrap()
            .count(),
        1
    );
}

/// A build that publishes nothing keeps its prints too: the next one prints only what has changed.
#[test]
fn a_build_that_fails_keeps_what_it_printed() {
    let site = two_guides();
    site.write(
        "content/guides/trois.md",
        "---\ntitre: Trois\n---\n\n[Un](rien.md)\n",
    );
    assert_eq!(site.run(&["build"]).status, Some(1));
    let first = kept(&site);
    assert_eq!(first.len(), 6);
    site.write("content/guides/trois.md", "---\ntitre: Trois\n---\n\nUn.\n");
    assert_eq!(site.run(&["build"]).status, Some(0));
    let second = kept(&site);
    assert_eq!(second.difference(&first).count(), 2);
}

/// A print that builds ask for is kept, no matter how old it is; one that no build has asked for in a month is removed.
#[test]
fn what_no_build_has_asked_for_in_a_month_goes() {
    let site = two_guides();
    assert_eq!(site.run(&["build"]).status, Some(0));
    let all = kept(&site);
    let long_ago = std::time::SystemTime::now() - Duration::from_secs(40 * 24 * 3600);
    let age = || {
        for name in kept(&site) {
            let path = site.path(&format!(".guichet-cache/{name}"));
            let file = std::fs::File::options().write(true).open(path).unwrap();
            file.set_modified(long_ago).unwrap();
        }
    };
    age();
    // The first build asks for them, so the second, which prints nothing, does not remove them.
    assert_eq!(site.run(&["build"]).status, Some(0));
    assert_eq!(site.run(&["build", "--no-sheets"]).status, Some(0));
    assert_eq!(kept(&site), all);
    age();
    assert_eq!(site.run(&["build", "--no-sheets"]).status, Some(0));
    assert!(kept(&site).is_empty());
}
