//! Sites to deliver, and what is on the host in the end.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Duration;

use guichet::site::OutputPath;
use guichet_courier::{
    CourierError, Delivered, DeliveryOptions, LocalSite, LockOwner, OWN_FOLDER, RemoteHost,
    SendRank, deliver,
};

/// A site as its files.
pub type FileBytes = BTreeMap<String, Vec<u8>>;

/// A site of some hundred pages, a style sheet, and a document of two hundred kilobytes.
pub fn site(word: &str) -> FileBytes {
    let page = |i: usize| {
        format!(
            "<!doctype html><p>{}",
            format!("{word} {i} ").repeat(40 + i)
        )
    };
    let pages = (0..120).map(|i| {
        (
            format!("guides/{}/page-{i}.html", i % 7),
            page(i).into_bytes(),
        )
    });
    let mut files: FileBytes = pages.collect();
    files.insert("index.html".to_owned(), page(0).into_bytes());
    files.insert("style é.css".to_owned(), b"p { margin: 0 }".to_vec());
    let document = (0u32..50_000).flat_map(u32::to_le_bytes).collect();
    files.insert("documents/plan.pdf".to_owned(), document);
    files
}

const PATIENCE: &[Duration] = &[Duration::from_millis(50); 3];

pub fn options() -> DeliveryOptions<'static> {
    DeliveryOptions {
        owner: LockOwner {
            id: "essai".to_owned(),
            words: "Essai".to_owned(),
        },
        connections: 4,
        dry: false,
        patience: PATIENCE,
        progress: None,
    }
}

/// Delivers these files.
pub fn delivered(
    files: &FileBytes,
    host: &dyn RemoteHost,
    options: &DeliveryOptions<'_>,
) -> Result<Delivered, CourierError> {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, bytes).unwrap();
    }
    let paths: Vec<OutputPath> = files
        .keys()
        .map(|path| OutputPath::new(path).unwrap())
        .collect();
    let ranked = paths.iter().map(|path| match path.as_str() {
        "index.html" => (path, SendRank::Home),
        _ => (path, SendRank::Page),
    });
    let local = LocalSite::read(folder.path(), ranked).unwrap();
    deliver(&local, host, options)
}

/// The files below a folder of this machine, without guichet's own.
pub fn files_in(folder: &Path) -> FileBytes {
    let entries = walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let files = files.map(|entry| {
        let path = entry.path().strip_prefix(folder).unwrap();
        (
            path.to_str().unwrap().to_owned(),
            fs::read(entry.path()).unwrap(),
        )
    });
    files
        .filter(|(path, _)| !path.starts_with(OWN_FOLDER))
        .collect()
}

/// First delivery, a second with three pages changed, and one with nothing.
pub fn is_delivered(host: &dyn RemoteHost, folder: &Path) {
    let mut files = site("un");
    let first = delivered(&files, host, &options()).unwrap();
    assert_eq!(first.sent.len(), files.len());
    assert_eq!(files_in(folder), files);

    fs::write(folder.join("robots.txt"), "d’un autre").unwrap();
    for i in [3, 50, 99] {
        let path = format!("guides/{}/page-{i}.html", i % 7);
        files.insert(path, b"nouveau".to_vec());
    }
    files.remove("guides/4/page-4.html");
    let second = delivered(&files, host, &options()).unwrap();
    assert_eq!((second.sent.len(), second.deleted.len()), (3, 1));
    let third = delivered(&files, host, &options()).unwrap();
    assert_eq!((third.sent.len(), third.spared), (0, files.len()));
    files.insert("robots.txt".to_owned(), "d’un autre".into());
    assert_eq!(files_in(folder), files);
}
