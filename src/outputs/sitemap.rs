//! Files for search engines: `sitemap.xml` (sitemaps.org 0.9) with the translations of each page, and
//! `robots.txt`.

use super::Output;
use crate::site::{OutputPath, Site};
use crate::xml::XmlDocument;

/// Everything may be crawled.
pub fn robots(site: &Site) -> String {
    let sitemap = site
        .config
        .absolute("sitemap.xml")
        .map_or_else(String::new, |address| format!("Sitemap: {address}\n"));
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

/// Every page with the date of its last change and its translations.
pub fn sitemap(site: &Site) -> String {
    let attributes = [
        ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
        ("xmlns:xhtml", "http://www.w3.org/1999/xhtml"),
    ];
    let mut document = XmlDocument::declared();
    document.block("urlset", &attributes, |map| {
        for (path, output) in site.outputs() {
            if output.is_in_site_map() {
                map.around("url", &[], |url| entry(site, path, output, url))
                    .end_line();
            }
        }
    });
    document.end_line();
    document.finish()
}

fn entry(site: &Site, path: &OutputPath, output: &Output, url: &mut XmlDocument) {
    let address = |path: &OutputPath| site.config.absolute(&path.encoded()).unwrap_or_default();
    url.element("loc", &[], &address(path));
    let Some(id) = output.page() else {
        return;
    };
    let page = site.page(id);
    let common = &page.document.common;
    if let Some(date) = common.reviewed_on().max(common.date) {
        url.element("lastmod", &[], &date.to_string());
    }
    let translations = site.translations(&page.document.stem);
    if translations.len() > 1 {
        for other in translations {
            let other = site.page(*other);
            let attributes = [
                ("rel", "alternate"),
                ("hreflang", other.document.language.as_str()),
                ("href", &address(&other.path)),
            ];
            url.empty("xhtml:link", &attributes);
        }
    }
}
