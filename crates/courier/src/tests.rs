//! A delivery to a host in memory, which is cut where a test wants it.

mod cut;
mod host;
mod others;

use std::collections::BTreeMap;
use std::fs;

use guichet::site::OutputPath;

use crate::{
    CourierError, Delivered, DeliveryOptions, LocalSite, LockOwner, RemoteHost, SendRank, deliver,
};

/// A site as its files: each path, and what is in it.
type FileTexts = BTreeMap<String, String>;

fn files(pairs: &[(&str, &str)]) -> FileTexts {
    let pairs = pairs.iter();
    pairs
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect()
}

fn rank(path: &str) -> SendRank {
    match path {
        "index.html" => SendRank::Home,
        _ if path.ends_with("index.html") => SendRank::List,
        _ => SendRank::Page,
    }
}

fn options() -> DeliveryOptions<'static> {
    let owner = |name: &str| LockOwner {
        id: name.to_owned(),
        words: name.to_owned(),
    };
    DeliveryOptions {
        owner: owner("essai"),
        connections: 1,
        dry: false,
        patience: &[],
        progress: None,
    }
}

/// Delivers these files.
fn delivered(
    files: &FileTexts,
    host: &dyn RemoteHost,
    options: &DeliveryOptions<'_>,
) -> Result<Delivered, CourierError> {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let place = folder.path().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }
    let paths: Vec<OutputPath> = files
        .keys()
        .map(|path| OutputPath::new(path).unwrap())
        .collect();
    let ranked = paths.iter().map(|path| (path, rank(path.as_str())));
    let local = LocalSite::read(folder.path(), ranked).unwrap();
    deliver(&local, host, options)
}
