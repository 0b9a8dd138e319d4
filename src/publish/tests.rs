//! What publishing leaves in a folder, whatever was there before.

use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::*;
use crate::language::Language;
use crate::messages;
use crate::source::SourceFile;

mod interruptions;

/// A site's folder with a page to publish.
pub(super) fn site() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "content/a.md", "# A\n");
    folder
}

pub(super) fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

pub(super) fn path(text: &str) -> OutputPath {
    OutputPath::new(text).unwrap()
}

/// Publishes these contents in `public`.
fn publish_contents(root: &Path, files: &[(&str, Content)]) -> Result<Published, PublishError> {
    let staging = Staging::begin(root, &root.join("public"))?;
    for (name, content) in files {
        staging.add(&path(name), content)?;
    }
    let paths: Vec<OutputPath> = files.iter().map(|(name, _)| path(name)).collect();
    staging.commit(paths.iter())
}

/// Publishes these texts in `public`.
pub(super) fn publish(root: &Path, files: &[(&str, &str)]) -> Result<Published, PublishError> {
    let bytes = |text: &str| Content::Bytes(text.as_bytes().to_vec());
    let files: Vec<(&str, Content)> = files.iter().map(|(name, t)| (*name, bytes(t))).collect();
    publish_contents(root, &files)
}

/// What is in a folder, hidden files too: a file with its text, a link with its target, an empty folder. Only of
/// guichet's marker the text is not shown.
pub(super) fn tree(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.unwrap();
        let kind = entry.file_type();
        let name = entry.path().strip_prefix(folder).unwrap();
        let name = name.to_string_lossy().replace('\\', "/");
        if kind.is_symlink() {
            let target = fs::read_link(entry.path()).unwrap();
            found.push(format!("{name} -> {}", target.display()));
        } else if kind.is_dir() {
            if !name.is_empty() && fs::read_dir(entry.path()).unwrap().next().is_none() {
                found.push(format!("{name}/"));
            }
        } else if name == MARKER {
            found.push(name);
        } else {
            let text = fs::read(entry.path()).unwrap();
            found.push(format!("{name}: {}", String::from_utf8_lossy(&text)));
        }
    }
    found
}

fn count(written: usize, unchanged: usize) -> Published {
    Published { written, unchanged }
}

/// Says that a file was last written an hour ago, and when that is.
fn age(file: &Path) -> SystemTime {
    let then = SystemTime::now() - Duration::from_secs(3600);
    let open = File::options().write(true).open(file).unwrap();
    open.set_modified(then).unwrap();
    fs::metadata(file).unwrap().modified().unwrap()
}

fn modified(file: &Path) -> SystemTime {
    fs::metadata(file).unwrap().modified().unwrap()
}

#[test]
fn publishing_again_writes_what_changed_and_removes_what_is_gone() {
    let folder = site();
    let root = folder.path();
    let first = [
        ("index.html", "Un"),
        ("guides/a.html", "A"),
        ("x/y.html", "Y"),
    ];
    assert_eq!(publish(root, &first).unwrap(), count(3, 0));
    let public = root.join("public");
    let before = [
        ".guichet",
        "guides/a.html: A",
        "index.html: Un",
        "x/y.html: Y",
    ];
    assert_eq!(tree(&public), before);
    let kept = age(&public.join("guides/a.html"));
    let marked = age(&public.join(MARKER));

    assert_eq!(publish(root, &first).unwrap(), count(0, 3));
    assert_eq!(modified(&public.join("guides/a.html")), kept);
    assert_eq!(modified(&public.join(MARKER)), marked, "the same files");

    // As long as before, and with other bytes.
    let second = [("index.html", "Dx"), ("guides/a.html", "A"), ("b.html", "")];
    assert_eq!(publish(root, &second).unwrap(), count(2, 1));
    let after = [".guichet", "b.html: ", "guides/a.html: A", "index.html: Dx"];
    assert_eq!(tree(&public), after, "x/ is gone too");
    assert_eq!(modified(&public.join("guides/a.html")), kept);
    // Nothing else is left beside it.
    assert_eq!(fs::read_dir(root).unwrap().count(), 2);
}

#[test]
fn each_kind_of_content_is_published_and_recognized() {
    let folder = site();
    let root = folder.path();
    // Longer than what is compared at once.
    let long = |last: char| format!("{}{last}", "x".repeat(1 << 16));
    write(root, "content/long.bin", &long('1'));
    let file = |size: u64| {
        Content::File(Arc::new(SourceFile {
            location: root.join("content/long.bin"),
            shown: "content/long.bin".to_owned(),
            size,
            modified: None,
            image: None,
            is_document: true,
        }))
    };
    let size = long('1').len() as u64;
    let contents = |bytes: &str, shared: &str| {
        [
            ("bytes.html", Content::Bytes(bytes.as_bytes().to_vec())),
            ("shared.pdf", Content::Shared(Arc::from(shared.as_bytes()))),
            ("long.bin", file(size)),
        ]
    };
    let public = root.join("public");
    let read = |name: &str| fs::read_to_string(public.join(name)).unwrap();
    let publish = |bytes, shared| publish_contents(root, &contents(bytes, shared)).unwrap();
    assert_eq!(publish("un", "deux"), count(3, 0));
    assert_eq!(
        (read("bytes.html"), read("shared.pdf")),
        ("un".into(), "deux".into())
    );
    assert_eq!(read("long.bin"), long('1'));
    assert_eq!(publish("un", "deux"), count(0, 3));
    // Of the same length.
    assert_eq!(publish("un", "2222"), count(1, 2));
    assert_eq!(read("shared.pdf"), "2222");
    assert_eq!(publish("un", "deux fois"), count(1, 2));
    assert_eq!(read("shared.pdf"), "deux fois");
    assert_eq!(publish("1", "deux fois"), count(1, 2));
    assert_eq!(read("bytes.html"), "1");
    write(root, "content/long.bin", &long('2'));
    assert_eq!(publish("1", "deux fois"), count(1, 2));
    assert_eq!(read("long.bin"), long('2'));

    // It grew or shrank after its size was read.
    for text in [format!("{}y", long('2')), "x".repeat(9)] {
        write(root, "content/long.bin", &text);
        let one = [("long.bin", file(long('2').len() as u64))];
        publish_contents(root, &one).unwrap();
        assert_eq!(read("long.bin"), text);
        write(root, "content/long.bin", &long('2'));
        publish_contents(root, &one).unwrap();
    }
    let none = [("long.bin", Content::Missing)];
    publish_contents(root, &none).unwrap();
    assert_eq!(
        tree(&public),
        [".guichet"],
        "nothing stands for it, not even the old one"
    );
}

#[test]
fn where_there_are_no_hard_links_a_copy_keeps_its_time() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    write(root, "old/a", "texte");
    let then = age(&root.join("old/a"));
    // No hard link can be made where there is a file.
    write(root, "new/a", "");
    keep(&root.join("old/a"), &root.join("new/a")).unwrap();
    assert_eq!(tree(root), ["new/a: texte", "old/a: texte"]);
    assert_eq!(modified(&root.join("new/a")), then);
    assert!(keep(&root.join("old/absent"), &root.join("new/b")).is_err());
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_a_page_is_not_followed() {
    let folder = site();
    let root = folder.path();
    let index = root.join("public/index.html");
    // As long as the path that the link holds.
    let page = "Un mot.";
    publish(root, &[("index.html", page)]).unwrap();
    write(root, "w.ht", page);
    fs::remove_file(&index).unwrap();
    std::os::unix::fs::symlink("../w.ht", &index).unwrap();
    // The file behind it has the same text, but a page is a file.
    assert_eq!(publish(root, &[("index.html", page)]).unwrap(), count(1, 0));
    let expected = [".guichet", "index.html: Un mot."];
    assert_eq!(tree(&root.join("public")), expected);
}

#[test]
fn a_refusal_says_where_and_why() {
    let place = || PathBuf::from("le/dossier");
    let errors = [
        (
            PublishError::NotOurs(place()),
            "n’a pas écrits",
            "did not write",
        ),
        (
            PublishError::CoversSources(place()),
            "les sources",
            "own sources",
        ),
        (
            PublishError::NotAFolder(place()),
            "est un fichier",
            "is a file",
        ),
        (
            PublishError::Occupied(place()),
            "n’est pas de guichet",
            "not guichet’s",
        ),
        (
            PublishError::OtherDisk(place()),
            "un autre disque",
            "another disk",
        ),
        (
            PublishError::Io(place(), io::ErrorKind::StorageFull.into()),
            "le disque est plein",
            "the disk is full",
        ),
        (
            PublishError::Io(place(), io::Error::other("quota 7")),
            "impossible d’écrire",
            "quota 7",
        ),
    ];
    for (error, french, english) in errors {
        for (language, words) in [(Language::french(), french), (Language::english(), english)] {
            let told = error.message(&messages::of(language));
            assert!(told.contains("le/dossier"), "{told}");
            assert!(told.contains(words), "{told}");
        }
        // What programs and logs see.
        assert!(error.to_string().contains("le/dossier"), "{error}");
    }
}
