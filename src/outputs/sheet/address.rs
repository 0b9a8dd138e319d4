//! The addresses printed on paper.

use super::edition::Edition;
use crate::language::Language;
use crate::markdown::short_address;
use crate::site::{PageId, Site};

/// The absolute address of a page; `None` if the site's own is not configured.
pub fn of_page(site: &Site, id: PageId) -> Option<String> {
    site.config.absolute(&site.page_path(id).encoded())
}

/// The address that says whether an edition is still valid. It never changes while the site exists: scanning
/// an old print leads to the line about that print.
pub fn of_answer(site: &Site, language: Language, edition: &Edition) -> Option<String> {
    let letter = edition.code.chars().next()?;
    let path = site.answers_path(language, letter).encoded();
    let address = site.config.absolute(&path)?;
    Some(format!("{address}#{}", edition.code))
}

/// An address as people copy it from paper. The file name of a home page is left out.
pub fn short(url: &str) -> String {
    let short = short_address(url);
    short
        .strip_suffix("/index.html")
        .unwrap_or(short)
        .to_owned()
}
