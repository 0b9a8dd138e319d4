//! What is left of a build that does not end, or that something happens to.

use super::*;

#[test]
fn a_file_that_cannot_be_written_leaves_the_old_site() {
    let folder = site();
    let root = folder.path();
    publish(root, &[("index.html", "Un")]).unwrap();
    let absent = Content::File(Arc::new(SourceFile {
        location: root.join("content/absent.pdf"),
        shown: "content/absent.pdf".to_owned(),
        size: 3,
        modified: None,
        image: None,
        is_document: true,
    }));
    let new = |text: &str| Content::Bytes(text.as_bytes().to_vec());
    let error = publish_contents(root, &[("index.html", new("Deux")), ("a.pdf", absent)]);
    let public = root.canonicalize().unwrap().join("public");
    assert!(matches!(&error, Err(PublishError::Io(path, _)) if *path == public.join("a.pdf")));
    // A page has the place of a folder.
    let error = publish_contents(root, &[("a", new("A")), ("a/b.html", new("B"))]);
    assert!(matches!(&error, Err(PublishError::Io(path, _)) if *path == public.join("a/b.html")));
    assert_eq!(tree(&public), [".guichet", "index.html: Un"]);
    assert_eq!(
        fs::read_dir(root).unwrap().count(),
        2,
        "nothing is left beside it"
    );
}

#[test]
fn a_build_that_stops_leaves_the_old_site_and_nothing_else() {
    let folder = site();
    let root = folder.path();
    publish(root, &[("index.html", "Un")]).unwrap();
    let staging = Staging::begin(root, &root.join("public")).unwrap();
    let content = Content::Bytes(b"Deux".to_vec());
    staging.add(&path("index.html"), &content).unwrap();
    assert_eq!(fs::read_dir(root).unwrap().count(), 3);
    drop(staging);
    assert_eq!(tree(&root.join("public")), [".guichet", "index.html: Un"]);
    assert_eq!(fs::read_dir(root).unwrap().count(), 2);
}

#[test]
fn what_killed_builds_left_is_removed_and_nothing_else() {
    let folder = site();
    let root = folder.path();
    publish(root, &[("index.html", "Un")]).unwrap();
    write(root, ".public.guichet-killed/index.html", "reste");
    write(root, ".public.guichet-killed.old/index.html", "reste");
    write(root, ".public.guichet-running/index.html", "en cours");
    write(root, ".autre.guichet-killed/index.html", "d’un autre");
    write(root, ".public.guichet-notes", "un fichier");
    let running = File::open(root.join(".public.guichet-running")).unwrap();
    running.lock().unwrap();
    publish(root, &[("index.html", "Deux")]).unwrap();
    let mut left: Vec<String> = fs::read_dir(root)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    let expected = [
        ".autre.guichet-killed",
        ".public.guichet-notes",
        ".public.guichet-running",
        "content",
        "public",
    ];
    assert_eq!(left, expected);
    assert_eq!(tree(&root.join("public")), [".guichet", "index.html: Deux"]);
}

#[test]
fn an_old_site_that_was_moved_away_is_put_back_first() {
    let folder = site();
    let root = folder.path();
    publish(root, &[("index.html", "Un"), ("a.html", "A")]).unwrap();
    write(root, "public/CNAME", "exemple.fr");
    fs::rename(root.join("public"), root.join(".public.guichet-7.old")).unwrap();
    let second = publish(root, &[("index.html", "Un"), ("b.html", "B")]).unwrap();
    assert_eq!(second, count(1, 1));
    let expected = [
        ".guichet",
        "CNAME: exemple.fr",
        "b.html: B",
        "index.html: Un",
    ];
    assert_eq!(tree(&root.join("public")), expected);
    assert!(!root.join(".public.guichet-7.old").exists());
    // A file is no site.
    fs::remove_dir_all(root.join("public")).unwrap();
    write(root, ".public.guichet-8.old", "note");
    publish(root, &[("index.html", "Un")]).unwrap();
    assert!(root.join(".public.guichet-8.old").is_file());
}

#[test]
fn where_folders_cannot_be_exchanged_at_once_they_are_in_steps() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    write(root, "old/a", "ancien");
    write(root, "new/a", "nouveau");
    exchange_in_steps(&root.join("new"), &root.join("old")).unwrap();
    assert_eq!(tree(root), ["new/a: ancien", "old/a: nouveau"]);
    // The new folder has vanished: the old one is where it was.
    assert!(exchange(&root.join("gone"), &root.join("old")).is_err());
    assert_eq!(tree(root), ["new/a: ancien", "old/a: nouveau"]);
}

#[test]
fn what_others_put_there_during_a_build_is_not_lost() {
    let folder = site();
    let root = folder.path();
    let public = root.join("public");
    let begin = || {
        let staging = Staging::begin(root, &public).unwrap();
        let content = Content::Bytes(b"Un".to_vec());
        staging.add(&path("index.html"), &content).unwrap();
        staging
    };
    let commit = |staging: Staging| staging.commit([path("index.html")].iter());
    let first = begin();
    write(root, "public/CNAME", "exemple.fr");
    assert!(matches!(commit(first), Err(PublishError::NotOurs(_))));
    assert_eq!(tree(&public), ["CNAME: exemple.fr"]);

    fs::remove_dir_all(&public).unwrap();
    commit(begin()).unwrap();
    let second = begin();
    write(root, "public/CNAME", "exemple.fr");
    commit(second).unwrap();
    let expected = [".guichet", "CNAME: exemple.fr", "index.html: Un"];
    assert_eq!(tree(&public), expected);

    // Whoever removes the whole folder gets a new one.
    let third = begin();
    fs::remove_dir_all(&public).unwrap();
    commit(third).unwrap();
    assert_eq!(tree(&public), [".guichet", "index.html: Un"]);
}
