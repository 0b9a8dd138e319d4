//! Maps the source to the site: its files and addresses, by every name that another text may use for them.

use std::collections::BTreeMap;

/// The destinations of everything in the source. If one name means several files, the first one by path wins.
#[derive(Default)]
pub(super) struct Map {
    /// The file of the site for each file of the source.
    files: BTreeMap<String, String>,
    /// The path of the source's file for each path without its extension.
    bare: BTreeMap<String, String>,
    /// The path of the source's file for each name without its extension: the last part of its path.
    names: BTreeMap<String, String>,
    /// The path of the source's file for the name of each Jekyll post, up to its first full stop.
    posts: BTreeMap<String, String>,
    /// The file of the site for each address that the source published.
    addresses: BTreeMap<String, String>,
}

impl Map {
    /// Adds a file of the source, and the file of the site that it becomes.
    pub fn add(&mut self, path: &str, target: &str) {
        let bare = path
            .trim_end_matches(".md")
            .trim_end_matches("/index")
            .trim_end_matches("/_index");
        let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
        first(&mut self.bare, bare.to_owned(), path);
        first(&mut self.names, last(bare), path);
        if path.contains("_posts/")
            && let Some((name, _)) = last(path).split_once('.')
        {
            first(&mut self.posts, name.to_owned(), path);
        }
        self.files.insert(path.to_owned(), target.to_owned());
    }

    /// Adds an address of the source, and the file of the site that answers to it.
    pub fn add_address(&mut self, address: String, target: String) {
        self.addresses.insert(address, target);
    }

    /// The file of the site for a file of the source.
    pub fn file(&self, path: &str) -> Option<&String> {
        self.files.get(path)
    }

    /// The file of the site for a text named by its path without an extension, or by its name alone: `wanted`
    /// are the possible paths, `name` the name.
    pub fn text(&self, wanted: &[String], name: Option<&str>) -> Option<&String> {
        let by_path = wanted.iter().filter_map(|path| self.bare.get(path));
        let by_name = name.and_then(|name| self.names.get(name));
        self.files.get(by_path.chain(by_name).min()?)
    }

    /// The file of the site for a Jekyll post of this name: `2020-01-31-title`.
    pub fn post(&self, name: &str) -> Option<&String> {
        self.files.get(self.posts.get(name)?)
    }

    /// The file of the site for an address of the source.
    pub fn address(&self, address: &str) -> Option<&String> {
        self.addresses.get(address)
    }
}

/// Of all paths that one name means, keeps the first.
fn first(names: &mut BTreeMap<String, String>, name: String, path: &str) {
    let known = names.entry(name).or_insert_with(|| path.to_owned());
    if path < known.as_str() {
        path.clone_into(known);
    }
}
