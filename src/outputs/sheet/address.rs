//! The addresses that paper bears.

use super::edition::Edition;
use crate::language::Language;
use crate::markdown::short_address;
use crate::site::{PageId, Site};

/// The whole address of a page; `None` where the site's own is not configured.
pub fn of_page(site: &Site, id: PageId) -> Option<String> {
    site.config.absolute(&site.page_path(id).encoded())
}

/// The address that tells whether an edition still holds. It stays the same as long as the site does: who scans an old print
/// comes to the line about that print.
pub fn of_answer(site: &Site, language: Language, edition: &Edition) -> Option<String> {
    let letter = edition.code.chars().next()?;
    let path = site.answers_path(language, letter).encoded();
    let address = site.config.absolute(&path)?;
    Some(format!("{address}#{}", edition.code))
}

/// An address as people copy it from paper. The name of a home page's file need not be typed.
pub fn short(url: &str) -> String {
    let short = short_address(url);
    short
        .strip_suffix("/index.html")
        .unwrap_or(short)
        .to_owned()
}
