//! What an import does to files that its source no longer has, and to those that editors have changed.

use super::*;
use crate::diagnostics::Location;

mod data;
mod readers;
mod unreadable;

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

const A: &str = "content/guides/a.md";
const PHOTO: &str = "content/guides/photo.jpg";
const PAGE: &str = "---\ntitre: A\n---\n\nUn.\n\nDeux.\n";

/// An import of the same folder with a picture.
fn picture(bytes: &[u8]) -> Import {
    let content = ImportedContent::Bytes(bytes.to_vec());
    Import {
        files: [(PHOTO.to_owned(), content)].into(),
        ..import(&[])
    }
}

/// Imports and writes.
fn take(root: &Path, import: &Import) {
    changes(root, import).write(root, "essai").unwrap();
}

/// An empty site's folder.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn write(root: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

fn text(root: &Path, path: &str) -> String {
    fs::read_to_string(root.join(path)).unwrap()
}

/// What happened to the files, as an editor is told: `+` new, `~` changed, `&` merged, `k` kept, `f` foreign,
/// `-` withdrawn, `w` withdrawn but kept, `x` left out; and how many are unchanged.
fn told(changes: &ImportChanges) -> Vec<String> {
    let lists = [
        ('+', &changes.added),
        ('~', &changes.changed),
        ('&', &changes.merged),
        ('k', &changes.kept),
        ('f', &changes.foreign),
        ('-', &changes.withdrawn),
        ('w', &changes.withdrawn_kept),
        ('x', &changes.left_out),
    ];
    let mut all = Vec::new();
    for (sign, paths) in lists {
        all.extend(paths.iter().map(|path| format!("{sign} {path}")));
    }
    if changes.unchanged > 0 {
        all.push(format!("= {}", changes.unchanged));
    }
    all
}

#[test]
fn a_new_file_is_written_and_then_unchanged() {
    let folder = folder();
    let root = folder.path();
    for (import, path) in [(import(&[("a.md", PAGE)]), A), (picture(b"\xff1"), PHOTO)] {
        let first = changes(root, &import);
        assert_eq!(told(&first), [format!("+ {path}")]);
        assert!(!first.is_empty());
        assert!(!root.join(path).exists(), "nothing is written yet");
        first.write(root, "essai").unwrap();
        assert_eq!(
            fs::read(root.join(path)).unwrap(),
            import.files[path].bytes()
        );
        let again = changes(root, &import);
        assert_eq!(
            (told(&again), again.is_empty()),
            (vec!["= 1".to_owned()], true)
        );
        fs::remove_dir_all(root.join("records")).unwrap();
        fs::remove_dir_all(root.join("content")).unwrap();
    }
}

#[test]
fn what_only_the_source_changed_is_replaced() {
    let folder = folder();
    let root = folder.path();
    let new = PAGE.replace("Deux", "Trois");
    take(root, &import(&[("a.md", PAGE)]));
    let second = import(&[("a.md", &new)]);
    assert_eq!(told(&changes(root, &second)), [format!("~ {A}")]);
    take(root, &second);
    assert_eq!(text(root, A), new);
    assert_eq!(told(&changes(root, &second)), ["= 1"]);
    // Windows’ line ends are nobody’s change.
    write(root, A, new.replace('\n', "\r\n"));
    assert_eq!(told(&changes(root, &second)), ["= 1"]);
    take(root, &import(&[("a.md", PAGE)]));
    assert_eq!(text(root, A), PAGE);

    let folder = self::folder();
    let root = folder.path();
    take(root, &picture(b"1"));
    assert_eq!(told(&changes(root, &picture(b"2"))), [format!("~ {PHOTO}")]);
    take(root, &picture(b"2"));
    assert_eq!(text(root, PHOTO), "2");
    assert_eq!(told(&changes(root, &picture(b"2"))), ["= 1"]);
}

#[test]
fn what_both_changed_apart_is_merged() {
    let folder = folder();
    let root = folder.path();
    let page = format!("{PAGE}\nTrois.\n");
    take(root, &import(&[("a.md", &page)]));
    write(root, A, page.replace("Un.", "Un, ici."));
    let second = import(&[("a.md", &page.replace("Trois.", "Trois, là."))]);
    let merged = changes(root, &second);
    assert_eq!(told(&merged), [format!("& {A}")]);
    assert_eq!(merged.conflicts, []);
    assert!(!merged.is_empty());
    merged.write(root, "essai").unwrap();
    let both = page
        .replace("Un.", "Un, ici.")
        .replace("Trois.", "Trois, là.");
    assert_eq!(text(root, A), both);
    // From then on, only the editor’s words differ.
    let again = changes(root, &second);
    assert_eq!(
        (told(&again), again.is_empty()),
        (vec![format!("k {A}")], true)
    );
}

#[test]
fn what_both_changed_in_one_passage_is_told_where_it_is() {
    let folder = folder();
    let root = folder.path();
    take(root, &import(&[("a.md", PAGE)]));
    write(root, A, PAGE.replace("Deux.", "Deux, ici."));
    let second = import(&[("a.md", &PAGE.replace("Deux.", "Deux, là."))]);
    let merged = changes(root, &second);
    assert_eq!(told(&merged), [format!("& {A}")]);
    let [conflict]: [Diagnostic; 1] = merged.conflicts.clone().try_into().unwrap();
    assert_eq!(
        (conflict.code, conflict.location.path()),
        (Code::ImportConflict, A)
    );
    let Location::Place(place) = conflict.location.clone() else {
        panic!("{conflict:?}");
    };
    merged.write(root, "essai").unwrap();
    let written = text(root, A);
    assert_eq!(
        written,
        PAGE.replace(
            "Deux.\n",
            "Deux, ici.\n\n<!-- guichet import:\nDeux, là.\n-->\n"
        )
    );
    // The line that begins the comment, as the editor finds it in the file.
    assert_eq!(&written[place.span], "<!-- guichet import:");
    assert_eq!(conflict.location.line_and_column(), Some((9, 1)));
}

#[test]
fn a_picture_that_an_editor_replaced_stays() {
    let folder = folder();
    let root = folder.path();
    take(root, &picture(b"1"));
    write(root, PHOTO, "la nôtre");
    for theirs in [b"1", b"2"] {
        let kept = changes(root, &picture(theirs));
        assert_eq!(
            (told(&kept), kept.is_empty()),
            (vec![format!("k {PHOTO}")], true)
        );
        kept.write(root, "essai").unwrap();
        assert_eq!(text(root, PHOTO), "la nôtre");
    }
    let kept = changes(root, &import(&[]));
    assert_eq!(told(&kept), [format!("w {PHOTO}")]);
    // Once the import has let go of it, it is the editor’s alone.
    let ledger = fs::read(root.join("records/imports/essai.csv")).unwrap();
    kept.write(root, "essai").unwrap();
    assert_eq!(told(&changes(root, &import(&[]))), [""; 0]);
    // If the source has it again, both are known.
    assert_eq!(told(&changes(root, &picture(b"2"))), [format!("k {PHOTO}")]);
    let (before, ..) = before(root, "essai").unwrap();
    assert!(before.written.contains(PHOTO));
    write(root, "records/imports/essai.csv", ledger);
    fs::remove_file(root.join(PHOTO)).unwrap();
    assert_eq!(told(&changes(root, &picture(b"3"))), [format!("x {PHOTO}")]);
    take(root, &picture(b"3"));
    assert!(!root.join(PHOTO).exists());
}

#[test]
fn a_file_from_before_any_import_is_left_alone() {
    let folder = folder();
    let root = folder.path();
    write(root, A, "À nous.\n");
    write(root, PHOTO, "à nous");
    let mut both = picture(b"1");
    both.files.extend(import(&[("a.md", PAGE)]).files);
    for _ in 0..2 {
        let left = changes(root, &both);
        let expected = vec![format!("f {A}"), format!("f {PHOTO}")];
        assert_eq!((told(&left), left.is_empty()), (expected, true));
        left.write(root, "essai").unwrap();
    }
    assert_eq!(
        (text(root, A), text(root, PHOTO)),
        ("À nous.\n".into(), "à nous".into())
    );
    // The source withdraws what was never taken.
    assert_eq!(told(&changes(root, &import(&[]))), [""; 0]);
    // Equal to the source’s, it is the import’s.
    write(root, A, PAGE);
    assert_eq!(
        told(&changes(root, &both)),
        [format!("f {PHOTO}"), "= 1".to_owned()]
    );
    take(root, &both);
    assert_eq!(told(&changes(root, &import(&[]))), [format!("- {A}")]);
}

#[test]
fn what_is_withdrawn_goes_with_its_empty_folders() {
    let folder = folder();
    let root = folder.path();
    let all = [
        ("a.md", "Un.\n"),
        ("x/y/b.md", "Deux.\n"),
        ("z/c.md", "Trois.\n"),
    ];
    take(root, &import(&all));
    write(root, "content/guides/z/note.txt", "à nous");
    let gone = changes(root, &import(&all[..1]));
    let expected = [
        "- content/guides/x/y/b.md",
        "- content/guides/z/c.md",
        "= 1",
    ];
    assert_eq!(told(&gone), expected);
    assert!(!gone.is_empty());
    gone.write(root, "essai").unwrap();
    assert!(
        !root.join("content/guides/x").exists(),
        "an empty folder is no section"
    );
    assert!(!root.join("content/guides/z/c.md").exists());
    assert_eq!(text(root, "content/guides/z/note.txt"), "à nous");
    assert_eq!(text(root, A), "Un.\n");
    // The source has it again: it is new, not one that an editor deleted.
    let back = changes(root, &import(&all[..2]));
    assert_eq!(told(&back), ["+ content/guides/x/y/b.md", "= 1"]);
    // A picture is compared as it is, with all that would be blank in a text.
    let mut with_picture = picture(b"\xff1 \n\n");
    with_picture.files.extend(import(&all[..1]).files);
    take(root, &with_picture);
    let gone = changes(root, &import(&all[..1]));
    assert_eq!(told(&gone), [format!("- {PHOTO}"), "= 1".to_owned()]);
    // Even the last one may go, but not the site.
    take(root, &import(&[]));
    assert!(root.is_dir() && !root.join(A).exists());
}

#[test]
fn what_comes_back_is_merged_with_what_an_editor_made_of_it() {
    let folder = folder();
    let root = folder.path();
    take(root, &import(&[("a.md", PAGE)]));
    let mine = PAGE.replace("Un.", "Un, ici.");
    write(root, A, &mine);
    let gone = changes(root, &import(&[]));
    assert_eq!(told(&gone), [format!("w {A}")]);
    gone.write(root, "essai").unwrap();
    // It is told once.
    assert_eq!(told(&changes(root, &import(&[]))), [""; 0]);
    let back = import(&[("a.md", &PAGE.replace("Deux.", "Trois."))]);
    let merged = changes(root, &back);
    assert_eq!(told(&merged), [format!("& {A}")]);
    merged.write(root, "essai").unwrap();
    assert_eq!(text(root, A), mine.replace("Deux.", "Trois."));
    // And withdrawn again.
    assert_eq!(told(&changes(root, &import(&[]))), [format!("w {A}")]);
    take(root, &import(&[]));
    // Deleted after that, it is new when it comes back.
    fs::remove_file(root.join(A)).unwrap();
    let (before, ..) = before(root, "essai").unwrap();
    assert!(before.left_out.is_empty() && before.written.is_empty());
    assert_eq!(told(&changes(root, &back)), [format!("+ {A}")]);
    take(root, &import(&[]));
    assert_eq!(text(root, "records/imports/essai.csv"), "path,blocks\n");
}

#[test]
fn a_conflict_that_nobody_settles_is_counted_at_each_import() {
    let folder = folder();
    let root = folder.path();
    take(root, &import(&[("a.md", PAGE)]));
    write(
        root,
        A,
        PAGE.replace("titre: A", "titre: C")
            .replace("Deux.", "Deux, ici."),
    );
    let second = PAGE
        .replace("titre: A", "titre: B")
        .replace("Deux.", "Deux, là.");
    let second = import(&[("a.md", &second)]);
    let first = changes(root, &second);
    assert_eq!((first.conflicts.len(), first.unsettled.len()), (2, 0));
    first.write(root, "essai").unwrap();
    let again = changes(root, &second);
    assert_eq!(again.conflicts, []);
    assert_eq!(again.unsettled, [format!("{A}:3"), format!("{A}:10")]);
    let settled = text(root, A).replace("<!-- guichet import:\nDeux, là.\n-->\n", "");
    write(root, A, settled.replace("# guichet import: titre: B\n", ""));
    assert_eq!(changes(root, &second).unsettled, [""; 0]);
}

#[test]
fn what_the_source_withdraws_from_a_changed_passage_is_told_where_it_is() {
    let folder = folder();
    let root = folder.path();
    take(root, &import(&[("a.md", PAGE)]));
    let mine = PAGE.replace("Deux.", "Deux, ici.");
    write(root, A, &mine);
    let merged = changes(root, &import(&[("a.md", &PAGE.replace("\nDeux.\n", ""))]));
    let [conflict]: [Diagnostic; 1] = merged.conflicts.clone().try_into().unwrap();
    let Location::Place(place) = conflict.location else {
        panic!("no place");
    };
    assert_eq!(&place.file.text[place.span], "Deux, ici.");
    assert_eq!(told(&merged), [format!("& {A}")]);
    merged.write(root, "essai").unwrap();
    assert_eq!(text(root, A), mine);
}

#[test]
fn what_both_deleted_is_left_out() {
    let folder = site();
    let root = folder.path();
    fs::remove_file(root.join("content/guides/b.md")).unwrap();
    let left = changes(root, &import(&[("a.md", "Un.\n")]));
    assert_eq!(told(&left), ["x content/guides/b.md", "= 1"]);
    let (before, ..) = before(root, "essai").unwrap();
    assert!(before.written.contains("content/guides/a.md"));
    assert!(before.left_out.contains("content/guides/b.md"));
    assert_eq!((before.written.len(), before.left_out.len()), (1, 1));
}
