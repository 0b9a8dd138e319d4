use super::*;

fn written(bytes: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("source");
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

#[test]
fn what_a_file_is_its_first_bytes_say() {
    for (bytes, found) in [
        (&b""[..], "empty"),
        (b" \n", "empty"),
        (b"%PDF-1.7\n", "pdf"),
        (b"<!DOCTYPE html><title>x</title>", "html"),
        (b"\xef\xbb\xbf<html lang=fr>", "html"),
        (b"<?xml version=\"1.0\"?><a/>", "xml"),
        (b"[1]", "json"),
        (b"un mot", "text"),
        (b"\0\x01\x02", "binary"),
        (b"PK\x03\x04 cut", "broken-zip"),
    ] {
        let (_folder, path) = written(bytes);
        let glance = SourceGlance::at(&path).unwrap();
        assert_eq!(glance.found(), found, "{bytes:?}");
        let owner = IMPORTERS.iter().find(|importer| glance.is_of(importer));
        assert!(owner.is_none(), "{bytes:?}");
    }
}

#[test]
fn a_site_in_the_folder_of_its_zip_is_recognized() {
    let (_folder, path) = written(b"");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for name in ["site-main/a.md", "site-main/_posts/2019-05-01-x.md"] {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(name, options).unwrap();
    }
    zip.finish().unwrap();
    let glance = SourceGlance::at(&path).unwrap();
    let (jekyll, hugo) = (Importer::named("jekyll"), Importer::named("hugo"));
    assert!(glance.is_of(jekyll.unwrap()));
    let other = glance.other_than(hugo.unwrap()).map(|other| other.name);
    assert_eq!(other, Some("jekyll"));
}
