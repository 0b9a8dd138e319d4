//! What an import does to files that it cannot read as they are, or cannot write.

use super::*;

#[test]
fn a_text_saved_in_another_encoding_is_compared_as_it_is_read() {
    let folder = folder();
    let root = folder.path();
    let page = PAGE.replace("Un.", "Un été.");
    take(root, &import(&[("a.md", &page)]));
    let latin = |text: &str| text.chars().map(|c| c as u8).collect::<Vec<u8>>();
    write(root, A, latin(&page));
    let same = changes(root, &import(&[("a.md", &page)]));
    assert_eq!(
        (told(&same), same.is_empty()),
        (vec!["= 1".to_owned()], true)
    );
    let new = page.replace("Deux.", "Trois.");
    take(root, &import(&[("a.md", &new)]));
    assert_eq!(text(root, A), new);
    // Bytes that are no text in any encoding are an editor’s too.
    let mut unknown = PAGE.as_bytes().to_vec();
    unknown.extend(b"\n\x81\x8d\xff\n");
    write(root, A, &unknown);
    let kept = changes(root, &import(&[("a.md", &new)]));
    assert_eq!(
        (told(&kept), kept.is_empty()),
        (vec![format!("k {A}")], true)
    );
    assert_eq!(told(&changes(root, &import(&[]))), [format!("w {A}")]);
}

/// The file of the site for which nothing is imported, because it cannot be read.
fn unread(root: &Path, import: &Import) -> Option<String> {
    let (_, ledger, _) = before(root, "essai").unwrap();
    compare(root, import, ledger).err().map(|error| error.path)
}

/// Only a file that is not there is one that an editor deleted.
#[test]
fn a_file_that_cannot_be_read_is_an_error() {
    let site = || {
        let folder = folder();
        take(folder.path(), &import(&[("a.md", PAGE)]));
        take(
            folder.path(),
            &Import {
                scope: Vec::new(),
                ..picture(b"1")
            },
        );
        folder
    };
    let imports = || {
        let pages = Import {
            scope: Vec::new(),
            ..import(&[("a.md", "Autre.\n")])
        };
        let pictures = Import {
            scope: Vec::new(),
            ..picture(b"2")
        };
        // The last one withdraws both.
        [pages, pictures, import(&[])]
    };
    let folder = site();
    for import in imports() {
        assert_eq!(unread(folder.path(), &import), None);
    }
    for path in [A, PHOTO] {
        fs::remove_file(folder.path().join(path)).unwrap();
        // A folder of that name.
        fs::create_dir(folder.path().join(path)).unwrap();
    }
    for (import, path) in imports().iter().zip([A, PHOTO, A]) {
        assert_eq!(unread(folder.path(), import).as_deref(), Some(path));
    }
    // A file in place of its folder.
    fs::remove_dir_all(folder.path().join("content/guides")).unwrap();
    write(folder.path(), "content/guides", "");
    for (import, path) in imports().iter().zip([A, PHOTO, A]) {
        assert_eq!(unread(folder.path(), import).as_deref(), Some(path));
    }
    assert_eq!(text(folder.path(), "content/guides"), "");
}

/// What an importer reads of the site is told with its path, like all else.
#[test]
fn a_page_that_an_importer_cannot_read_is_named() {
    let folder = folder();
    take(folder.path(), &import(&[("a.md", PAGE)]));
    let read = || {
        let (before, ..) = before(folder.path(), "essai").unwrap();
        let known = crate::import::page_paths::known("content/guides", &before);
        known.map_err(|error| ReadError::of(io::Error::from(error), Path::new("source.json")))
    };
    assert!(read().is_ok());
    fs::remove_file(folder.path().join(A)).unwrap();
    fs::create_dir(folder.path().join(A)).unwrap();
    assert_eq!(read().unwrap_err().path, A);
    let other = ReadError::of(io::ErrorKind::NotFound.into(), Path::new("source.json"));
    assert_eq!(other.path, "source.json");
}

#[test]
fn what_cannot_be_written_is_told_with_its_path() {
    let folder = folder();
    let root = folder.path();
    let first = changes(root, &import(&[("x/b.md", "Deux.\n")]));
    write(root, "content/guides/x", "un fichier");
    let error = first.write(root, "essai").unwrap_err();
    assert_eq!(error.path, "content/guides/x/b.md");
    assert_eq!(text(root, "content/guides/x"), "un fichier");
    assert!(!root.join("records").exists(), "it was not imported");

    let folder = site();
    let root = folder.path();
    let second = changes(root, &import(&[("a.md", "Un.\n")]));
    fs::remove_file(root.join("content/guides/b.md")).unwrap();
    let error = second.write(root, "essai").unwrap_err();
    assert_eq!(error.path, "content/guides/b.md");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_not_written_over() {
    use std::os::unix::fs::symlink;
    let folder = folder();
    let root = folder.path();
    fs::create_dir_all(root.join("content/guides")).unwrap();
    symlink("/absent/partage/a.md", root.join(A)).unwrap();
    symlink("/absent/partage/photo.jpg", root.join(PHOTO)).unwrap();
    for (import, path) in [(import(&[("a.md", PAGE)]), A), (picture(b"1"), PHOTO)] {
        assert_eq!(unread(root, &import).as_deref(), Some(path));
    }
    for path in [A, PHOTO] {
        assert!(root.join(path).symlink_metadata().unwrap().is_symlink());
    }
}
