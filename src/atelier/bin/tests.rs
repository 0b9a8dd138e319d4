//! What is deleted, and comes back or not.

use std::time::{Duration, UNIX_EPOCH};

use super::*;

fn now() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_800_000_000)
}

#[test]
fn what_was_deleted_comes_back_unless_its_place_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let page = root.join("content/guides/a.md");
    fs::create_dir_all(page.parent().unwrap()).unwrap();
    let bin = Bin::of(root);
    for text in ["un", "deux"] {
        fs::write(&page, text).unwrap();
        bin.delete(&["content/guides/a.md"], now()).unwrap();
        assert!(!page.exists());
    }
    let entries = bin.entries();
    assert_eq!(entries.len(), 2);
    assert!(
        entries
            .iter()
            .all(|entry| entry.path == "content/guides/a.md")
    );
    bin.restore(&entries[0]).unwrap();
    assert_eq!(fs::read_to_string(&page).unwrap(), "deux");
    let again = bin.restore(&entries[1]).unwrap_err();
    assert_eq!(again.source.kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(fs::read_to_string(&page).unwrap(), "deux");
    assert_eq!(bin.entries(), entries[1..]);
    assert_eq!(bin.titles(&entries[1..]), ["a.md"]);
    fs::write(&page, "---\ntitre: Carte\n---\n").unwrap();
    bin.delete(&["content/guides/a.md"], now()).unwrap();
    let entries = bin.entries();
    assert_eq!(bin.titles(&entries), ["Carte", "a.md"]);
    // It is read once.
    fs::write(root.join(FOLDER).join(&entries[0].name), "").unwrap();
    assert_eq!(bin.titles(&entries), ["Carte", "a.md"]);
}

#[test]
fn the_bin_is_empty_at_once_and_its_content_gone_once_it_is_swept() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::create_dir(root.join("content")).unwrap();
    fs::create_dir(root.join(".guichet-corbeille-mine")).unwrap();
    let bin = Bin::of(root);
    for _ in 0..2 {
        fs::write(root.join("content/a.md"), "a").unwrap();
        bin.delete(&["content/a.md"], now()).unwrap();
        bin.empty(now()).unwrap();
        bin.empty(now()).unwrap();
        assert_eq!(bin.entries(), []);
    }
    let names = || fs::read_dir(root).unwrap().count();
    assert_eq!(names(), 4);
    bin.sweep();
    assert_eq!(names(), 2);
}

#[test]
fn all_files_of_a_page_are_deleted_or_none() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::create_dir(root.join("content")).unwrap();
    fs::write(root.join("content/a.md"), "a").unwrap();
    let bin = Bin::of(root);
    for other in ["content/b.md", "../b.md", "content"] {
        assert!(bin.delete(&["content/a.md", other], now()).is_err());
        assert!(root.join("content/a.md").exists(), "{other}");
        assert_eq!(bin.entries(), []);
    }
}

#[cfg(unix)]
#[test]
fn a_made_up_entry_moves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("site");
    fs::create_dir_all(root.join("content")).unwrap();
    fs::write(folder.path().join("secret"), "secret").unwrap();
    let time = stamp(now());
    fs::create_dir_all(root.join(FOLDER).join(&time).join("content")).unwrap();
    std::os::unix::fs::symlink(
        folder.path().join("secret"),
        root.join(FOLDER).join(&time).join("content/a.md"),
    )
    .unwrap();
    let bin = Bin::of(&root);
    assert_eq!(bin.entries(), []);
    for (name, path) in [
        (format!("{time}/content/a.md"), "content/a.md"),
        (format!("{time}/../../../secret"), "content/b.md"),
        ("../../secret".to_owned(), "content/b.md"),
    ] {
        let path = path.to_owned();
        let entry = BinEntry {
            name,
            path,
            deleted: now(),
        };
        assert!(bin.restore(&entry).is_err());
    }
    assert_eq!(fs::read_dir(root.join("content")).unwrap().count(), 0);
}
