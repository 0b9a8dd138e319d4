//! What others have put into a published folder.

use super::super::tests::{path, publish, site, tree, write};
use super::*;

/// Whether a marker says that guichet wrote the file at a path.
fn is_listed(marker: &str, path: &str) -> bool {
    ListedFiles::of(marker).holds(path, false)
}

fn is_made(marker: &str, folder: &str) -> bool {
    ListedFiles::of(marker).holds(folder, true)
}

#[test]
fn the_marker_lists_what_was_written_in_order() {
    let names = [
        "guides/b.html",
        "x/y/z.pdf",
        "a.html",
        "x/b.pdf",
        "x/y/w.pdf",
    ];
    let files = names.map(path);
    let marker = text(files.iter());
    let lines: Vec<&str> = marker.lines().skip(1).collect();
    let sorted = [
        "a.html",
        "guides/b.html",
        "x/b.pdf",
        "x/y/w.pdf",
        "x/y/z.pdf",
    ];
    assert_eq!(lines, sorted);
    assert!(marker.starts_with("Made by guichet: "), "{marker}");
    assert!(marker.ends_with("z.pdf\n"), "{marker}");
    for file in &files {
        assert!(is_listed(&marker, file.as_str()), "{file}");
    }
    for folder in ["guides", "x", "x/y"] {
        assert!(is_made(&marker, folder), "{folder}");
        assert!(!is_listed(&marker, folder), "{folder}");
    }
    for other in ["b.html", "guides/b", "guides/b.htm", "A.html", "y/z.pdf"] {
        assert!(!is_listed(&marker, other), "{other}");
    }
    assert!(!is_made(&marker, "x/y/z.pdf") && !is_made(&marker, "y"));
}

#[test]
fn compressed_copies_belong_to_the_page() {
    let marker = text([path("a.html")].iter());
    for ending in ["gz", "br", "zst"] {
        assert!(is_listed(&marker, &format!("a.html.{ending}")), "{ending}");
        assert!(!is_listed(&marker, &format!("b.html.{ending}")), "{ending}");
    }
    assert!(!is_listed(&marker, "a.html.bak"));
}

#[test]
fn accents_are_the_same_however_a_disk_writes_them() {
    let marker = text([path("d\u{e9}marches/\u{e9}.html")].iter());
    assert!(is_listed(&marker, "de\u{301}marches/e\u{301}.html"));
    assert!(is_made(&marker, "de\u{301}marches"));
}

#[test]
fn an_earlier_marker_takes_all_but_hidden_files_for_guichets() {
    for ours in ["index.html", "guides/a.html", ".htaccess", "CNAME.html"] {
        assert!(is_listed(OLD_HEAD, ours), "{ours}");
    }
    for others in [".git", ".nojekyll", "CNAME"] {
        assert!(!is_listed(OLD_HEAD, others), "{others}");
    }
    assert!(is_made(OLD_HEAD, "guides") && !is_made(OLD_HEAD, ".git"));
}

#[test]
fn an_earlier_versions_folder_is_replaced_but_for_others_files() {
    let folder = site();
    let root = folder.path();
    write(root, "public/.guichet", OLD_HEAD);
    write(root, "public/index.html", "Un");
    write(root, "public/ancien/a.html", "A");
    write(root, "public/CNAME", "exemple.fr");
    write(root, "public/.well-known/x", "X");
    publish(root, &[("index.html", "Deux")]).unwrap();
    let expected = [
        ".guichet",
        ".well-known/x: X",
        "CNAME: exemple.fr",
        "index.html: Deux",
    ];
    assert_eq!(tree(&root.join("public")), expected);
}

/// Without a list, a file may be anybody's: none is removed, and none written over.
#[test]
fn a_damaged_marker_loses_nothing() {
    for marker in ["", "\u{0}\u{1}", "Made by guichet", HEAD] {
        let folder = site();
        let root = folder.path();
        publish(root, &[("index.html", "Un"), ("a.html", "A")]).unwrap();
        write(root, "public/.guichet", marker);
        let error = publish(root, &[("index.html", "Deux")]).unwrap_err();
        let index = root.canonicalize().unwrap().join("public/index.html");
        assert!(
            matches!(&error, PublishError::Occupied(path) if *path == index),
            "{error}"
        );
        let old = [".guichet", "a.html: A", "index.html: Un"];
        assert_eq!(tree(&root.join("public")), old, "{marker:?}");
        // The same text is nobody's loss.
        publish(root, &[("index.html", "Un")]).unwrap();
        assert_eq!(tree(&root.join("public")), old, "{marker:?}");
    }
}

#[test]
fn a_marker_that_is_not_utf_8_is_read_as_far_as_it_can_be() {
    let folder = site();
    let root = folder.path();
    publish(root, &[("index.html", "Un"), ("a.html", "A")]).unwrap();
    let marker = root.join("public/.guichet");
    let mut bytes = fs::read(&marker).unwrap();
    bytes.extend(b"\xe9.html\n");
    fs::write(&marker, bytes).unwrap();
    publish(root, &[("index.html", "Deux")]).unwrap();
    assert_eq!(tree(&root.join("public")), [".guichet", "index.html: Deux"]);
}

/// What that folder holds, with these files among the guides.
fn with_guides<'t>(guides: &[&'t str]) -> Vec<&'t str> {
    let mut all = vec![".git/objects/ab: objet", ".git/refs/tags/", ".guichet"];
    all.extend(guides);
    all.push("index.html: Un");
    all.push("vieux/.guichet: d’un autre site");
    all.push("vieux/index.html: vieux");
    all
}

#[test]
fn a_folder_of_others_is_carried_over_whole() {
    let folder = site();
    let root = folder.path();
    publish(root, &[("index.html", "Un"), ("guides/a.html", "A")]).unwrap();
    write(root, "public/.git/objects/ab", "objet");
    // Named as the site's own files are, but in a folder that is not the site's.
    write(root, "public/vieux/index.html", "vieux");
    write(root, "public/vieux/.guichet", "d’un autre site");
    fs::create_dir_all(root.join("public/.git/refs/tags")).unwrap();
    write(root, "public/guides/photo.jpg", "photo");
    publish(root, &[("index.html", "Un"), ("guides/a.html", "A")]).unwrap();
    let public = root.join("public");
    assert_eq!(
        tree(&public),
        with_guides(&["guides/a.html: A", "guides/photo.jpg: photo"])
    );
    // The site no longer has the folder, but it holds somebody's photo.
    publish(root, &[("index.html", "Un")]).unwrap();
    assert_eq!(tree(&public), with_guides(&["guides/photo.jpg: photo"]));
    // From now on, the site has a page in the other’s folder.
    publish(root, &[("index.html", "Un"), ("vieux/page.html", "P")]).unwrap();
    let text = fs::read_to_string(public.join("vieux/page.html"));
    assert_eq!(text.unwrap(), "P");
    assert_eq!(
        fs::read_to_string(public.join("vieux/index.html")).unwrap(),
        "vieux"
    );
}

#[test]
fn nothing_of_others_is_written_over() {
    // The file or folder of somebody, and the file that the site has for the same place.
    let cases = [
        ("notes.html", "notes.html", "notes.html"),
        ("notes", "notes/a.html", "notes"),
        ("notes/a", "notes", "notes"),
        ("guides/b", "guides/b/c.html", "guides/b"),
    ];
    for (others, new, told) in cases {
        let folder = site();
        let root = folder.path();
        publish(root, &[("index.html", "Un"), ("guides/a.html", "A")]).unwrap();
        write(root, &format!("public/{others}"), "à quelqu’un");
        let before = tree(&root.join("public"));
        let error = publish(root, &[("index.html", "Deux"), (new, "au site")]).unwrap_err();
        let told = root.canonicalize().unwrap().join("public").join(told);
        assert!(
            matches!(&error, PublishError::Occupied(path) if *path == told),
            "{error}"
        );
        assert_eq!(tree(&root.join("public")), before, "{others}");
        assert_eq!(fs::read_dir(root).unwrap().count(), 2, "{others}");
    }
}

#[cfg(unix)]
#[test]
fn links_of_others_stay_links() {
    use std::os::unix::fs::symlink;
    let folder = site();
    let root = folder.path();
    publish(root, &[("index.html", "Un"), ("guides/a.html", "A")]).unwrap();
    write(root, "ailleurs/y", "Y");
    symlink("../ailleurs", root.join("public/lien")).unwrap();
    symlink("nulle-part", root.join("public/guides/mort")).unwrap();
    publish(root, &[("index.html", "Deux")]).unwrap();
    let expected = [
        ".guichet",
        "guides/mort -> nulle-part",
        "index.html: Deux",
        "lien -> ../ailleurs",
    ];
    assert_eq!(tree(&root.join("public")), expected);
    assert_eq!(tree(&root.join("ailleurs")), ["y: Y"]);
    // A link is not the page, even if the page has the text that it leads to.
    symlink("../ailleurs/y", root.join("public/y.html")).unwrap();
    let before = tree(&root.join("public"));
    let error = publish(root, &[("y.html", "Y")]).unwrap_err();
    assert!(matches!(&error, PublishError::Occupied(path) if path.ends_with("y.html")));
    assert_eq!(tree(&root.join("public")), before);
}

#[cfg(unix)]
#[test]
fn folders_of_others_keep_their_permissions() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = site();
    let root = folder.path();
    publish(root, &[("index.html", "Un")]).unwrap();
    let private = root.join("public/private");
    fs::create_dir(&private).unwrap();
    fs::set_permissions(&private, fs::Permissions::from_mode(0o710)).unwrap();
    publish(root, &[("index.html", "Deux")]).unwrap();
    let mode = fs::metadata(&private).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o710);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_utf_8_is_somebody_elses() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let folder = site();
    let root = folder.path();
    publish(root, &[("index.html", "Un")]).unwrap();
    let name = OsStr::from_bytes(b"\xe9.txt");
    fs::write(root.join("public").join(name), "latin").unwrap();
    publish(root, &[("index.html", "Deux")]).unwrap();
    let text = fs::read_to_string(root.join("public").join(name));
    assert_eq!(text.unwrap(), "latin");
}

#[cfg(target_os = "linux")]
#[test]
fn another_disk_is_recognized() {
    assert!(is_elsewhere(Path::new("/proc"), Path::new("/")));
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a/b", "");
    assert!(!is_elsewhere(&folder.path().join("a"), folder.path()));
}
