//! What an import does to files that its source no longer has, and to those that editors have changed.

use super::*;

/// An import of these files of `content/guides`.
fn import(files: &[(&str, &str)]) -> Import {
    let file = |(name, text): &(&str, &str)| {
        let text = ImportedContent::Text((*text).to_owned());
        (format!("content/guides/{name}"), text)
    };
    Import {
        files: files.iter().map(file).collect(),
        scope: vec!["content/guides".to_owned()],
        ..Import::default()
    }
}

/// What an import changes in a site.
fn changes(root: &Path, import: &Import) -> ImportChanges {
    let (_, ledger, _) = before(root, "essai").unwrap();
    compare(root, import, ledger).unwrap()
}

/// A site into which two guides have been imported.
fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let first = import(&[("a.md", "Un.\n"), ("b.md", "Deux.\n")]);
    let first = changes(folder.path(), &first);
    first.write(folder.path(), "essai").unwrap();
    folder
}

#[test]
fn only_what_the_source_no_longer_has_is_withdrawn() {
    let folder = site();
    let root = folder.path();
    let one = || import(&[("a.md", "Un.\n")]);
    assert_eq!(changes(root, &one()).withdrawn, ["content/guides/b.md"]);

    let location = Location::File("source/b.html".to_owned());
    let unread = Diagnostic::new(Code::ImportUnreadable, location);
    let partial = Import {
        diagnostics: vec![unread],
        ..one()
    };
    assert!(changes(root, &partial).is_empty(), "it may still have it");
    for elsewhere in ["content/guid", "content/articles"] {
        let scope = vec![elsewhere.to_owned()];
        let other = Import { scope, ..one() };
        assert!(changes(root, &other).is_empty(), "{elsewhere}");
    }
}

#[test]
fn what_an_editor_wrote_or_deleted_stays_so() {
    let folder = site();
    let root = folder.path();
    let b = root.join("content/guides/b.md");
    fs::write(&b, "Deux, et plus.\n").unwrap();
    let kept = changes(root, &import(&[("a.md", "Un.\n"), ("b.md", "Deux.\n")]));
    assert_eq!(
        (kept.kept, kept.unchanged),
        (vec!["content/guides/b.md".to_owned()], 1)
    );
    let gone = changes(root, &import(&[("a.md", "Un.\n")]));
    assert_eq!(gone.withdrawn_kept, ["content/guides/b.md"]);
    assert_eq!(gone.withdrawn, [""; 0]);

    fs::remove_file(&b).unwrap();
    let left = changes(root, &import(&[("a.md", "Un.\n"), ("b.md", "Deux.\n")]));
    assert_eq!(left.left_out, ["content/guides/b.md"]);
    assert!(left.is_empty());
}
