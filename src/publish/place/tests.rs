//! Which folders may be published into.

use super::super::tests::{site, write};
use super::super::{MARKER, Staging};
use super::*;

/// Why a folder is not published into: the kind of error, and the path that it names below the site's folder.
fn refusal(root: &Path, out: &Path) -> Option<(&'static str, PathBuf)> {
    let error = Staging::begin(root, out).err()?;
    let (kind, path) = match error {
        PublishError::NotOurs(path) => ("not ours", path),
        PublishError::CoversSources(path) => ("sources", path),
        PublishError::NotAFolder(path) => ("not a folder", path),
        PublishError::Occupied(path) => ("occupied", path),
        PublishError::OtherDisk(path) => ("disk", path),
        PublishError::Io(path, _) => ("system", path),
    };
    Some((kind, path.strip_prefix(root).unwrap_or(&path).to_owned()))
}

/// A site whose folder has no link in its path.
fn real_site() -> (tempfile::TempDir, PathBuf) {
    let folder = site();
    let root = folder.path().canonicalize().unwrap();
    (folder, root)
}

#[test]
fn only_a_new_or_empty_folder_or_guichets_own_is_published_into() {
    let (_folder, root) = real_site();
    fs::create_dir(root.join("empty")).unwrap();
    write(&root, "ours/.guichet", "Made by guichet\n");
    write(&root, "theirs/photo.jpg", "");
    write(&root, "marked/.guichet/x", "");
    write(&root, "file", "");
    for fine in ["new", "new/deep/er", "empty", "ours"] {
        assert_eq!(refusal(&root, &root.join(fine)), None, "{fine}");
    }
    for (out, kind) in [
        ("theirs", "not ours"),
        // What is called like the marker is a folder.
        ("marked", "not ours"),
        ("file", "not a folder"),
        ("file/below", "not a folder"),
    ] {
        let expected = Some((kind, PathBuf::from(out)));
        assert_eq!(refusal(&root, &root.join(out)), expected, "{out}");
    }
    assert!(root.join("theirs/photo.jpg").is_file());
    assert_eq!(fs::read(root.join("file")).unwrap(), b"");
}

#[test]
fn the_sources_are_never_replaced() {
    let (_folder, root) = real_site();
    for folder in [
        "content",
        "themes",
        "records",
        ".git",
        crate::cache::FOLDER,
        ".guichet-corbeille",
    ] {
        let below = root.join(folder).join("public");
        for out in [root.join(folder), below] {
            let found = refusal(&root, &out).map(|(kind, _)| kind);
            assert_eq!(found, Some("sources"), "{}", out.display());
        }
    }
    for out in [root.as_path(), root.parent().unwrap(), Path::new("/")] {
        let found = refusal(&root, out).map(|(kind, _)| kind);
        assert_eq!(found, Some("sources"), "{}", out.display());
    }
    // A name that begins alike is another folder.
    assert_eq!(refusal(&root, &root.join("content-public")), None);
    assert!(root.join("content/a.md").is_file());
}

#[test]
fn a_site_that_does_not_exist_is_not_published() {
    let (_folder, root) = real_site();
    let absent = root.join("absent");
    let found = refusal(&absent, &root.join("public"));
    assert_eq!(found, Some(("system", PathBuf::new())));
    assert!(!root.join("public").exists());
}

#[test]
fn two_builds_of_one_folder_do_not_share_what_they_write() {
    let (_folder, root) = real_site();
    let first = Staging::begin(&root, &root.join("public")).unwrap();
    let second = refusal(&root, &root.join("public")).map(|(kind, _)| kind);
    assert_eq!(second, Some("system"));
    drop(first);
    assert_eq!(refusal(&root, &root.join("public")), None);
}

#[test]
fn a_path_is_settled_as_the_system_does() {
    let (_folder, root) = real_site();
    let place = |path: &str| settle(&root.join(path)).unwrap();
    assert_eq!(place("public"), root.join("public"));
    assert_eq!(place("a/b/c"), root.join("a/b/c"));
    assert_eq!(place("content/../public"), root.join("public"));
    assert_eq!(place("absent/../public"), root.join("public"));
    assert_eq!(place("a/b/../../public"), root.join("public"));
    assert_eq!(place("./public/."), root.join("public"));
    let out = root.join("a/public");
    let (parent, name) = split(&out);
    assert_eq!((parent, &*name), (&*root.join("a"), "public"));
    let (parent, name) = split(Path::new("/"));
    assert_eq!((parent, &*name), (Path::new("/"), ""));
}

#[cfg(unix)]
#[test]
fn links_are_seen_through() {
    use std::os::unix::fs::symlink;
    let (_folder, root) = real_site();
    fs::create_dir_all(root.join("disk/sites/one")).unwrap();
    symlink("disk/sites/one", root.join("public")).unwrap();
    symlink("content", root.join("words")).unwrap();
    symlink("turn", root.join("turn")).unwrap();
    let place = |path: &str| settle(&root.join(path)).unwrap();
    assert_eq!(place("public"), root.join("disk/sites/one"));
    assert_eq!(place("public/new"), root.join("disk/sites/one/new"));
    // Up from where the link leads.
    assert_eq!(place("public/../two"), root.join("disk/sites/two"));

    let sources = Some(("sources", PathBuf::from("content")));
    assert_eq!(refusal(&root, &root.join("words")), sources);
    let endless = Some(("system", PathBuf::from("turn")));
    assert_eq!(refusal(&root, &root.join("turn")), endless);

    // The sources are elsewhere, and would be replaced there.
    fs::rename(root.join("content"), root.join("disk/words")).unwrap();
    fs::remove_file(root.join("words")).unwrap();
    symlink("disk/words", root.join("content")).unwrap();
    let found = refusal(&root, &root.join("disk/words"));
    assert_eq!(found, Some(("sources", PathBuf::from("disk/words"))));
    let found = refusal(&root, &root.join("disk"));
    assert_eq!(found, Some(("sources", PathBuf::from("disk"))));
    assert!(root.join("disk/words/a.md").is_file());

    // The link to the published folder stays one.
    let staging = Staging::begin(&root, &root.join("public")).unwrap();
    staging.commit(std::iter::empty()).unwrap();
    assert!(root.join("public").symlink_metadata().unwrap().is_symlink());
    assert!(root.join("disk/sites/one").join(MARKER).is_file());
}
