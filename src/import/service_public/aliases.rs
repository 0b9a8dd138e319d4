//! The former addresses of pages: those of pages that the official guide has replaced with another.

use std::collections::BTreeMap;

use super::shelf::{OfficialShelf, ShelfItem};
use crate::import::Before;
use crate::import::front;
use crate::import::merge::ReadError;
use crate::model::Common;

/// The former addresses of pages, by the path of the page.
#[derive(Default)]
pub struct Aliases(BTreeMap<String, Vec<String>>);

impl Aliases {
    /// Those that earlier imports wrote, and those of the pages that this one replaces. If the source is not whole, no
    /// page is withdrawn, and none gives up its address.
    ///
    /// # Errors
    ///
    /// If a page that an earlier import wrote cannot be read.
    pub fn of(shelf: &OfficialShelf, before: &Before, is_whole: bool) -> Result<Self, ReadError> {
        let mut aliases: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for item in shelf.replacements() {
            let text = before.page(&item.path)?;
            let mut known =
                text.map_or_else(Vec::new, |text| front::list_of::<Common>(&text, "aliases"));
            let former = match is_whole {
                true => shelf.former_paths(item, before),
                false => Vec::new(),
            };
            for address in former.iter().filter_map(|path| address_of(path)) {
                if !known.contains(&address) {
                    known.push(address);
                }
            }
            if !known.is_empty() {
                aliases.insert(item.path.clone(), known);
            }
        }
        Ok(Self(aliases))
    }

    /// Those of a page.
    pub fn of_page(&self, item: &ShelfItem) -> &[String] {
        self.0.get(&item.path).map_or(&[], Vec::as_slice)
    }
}

/// `content/guides/particuliers/N1/F1.md` → `/guides/particuliers/N1/F1.html`.
fn address_of(path: &str) -> Option<String> {
    let bare = path.strip_prefix("content/")?.strip_suffix(".md")?;
    let address = match bare.strip_suffix("/_index") {
        Some(folder) => format!("/{folder}/index.html"),
        None => format!("/{bare}.html"),
    };
    crate::site::OutputPath::of_earlier(&address).map(|_| address)
}
