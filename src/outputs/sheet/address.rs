//! The address of a page, as paper bears it.

use crate::markdown::short_address;
use crate::site::{PageId, Site};

/// The whole address of a page; `None` where the site's own is not configured.
pub fn of_page(site: &Site, id: PageId) -> Option<String> {
    site.config.absolute(&site.page_path(id).encoded())
}

/// An address as people copy it from paper. The name of a home page's file need not be typed.
pub fn short(url: &str) -> String {
    let short = short_address(url);
    short
        .strip_suffix("/index.html")
        .unwrap_or(short)
        .to_owned()
}
