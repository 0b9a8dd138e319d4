//! Files for search engines: `sitemap.xml` (sitemaps.org 0.9) with the translations of each page, and
//! `robots.txt`.

use std::fmt::Write as _;

use super::Output;
use crate::site::{OutputPath, Site};
use crate::xml;

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
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for (path, output) in site.outputs() {
        if output.is_page() && !matches!(output, Output::NotFound(_) | Output::Untranslated(..)) {
            entry(site, path, output, &mut out);
        }
    }
    out.push_str("</urlset>\n");
    out
}

fn entry(site: &Site, path: &OutputPath, output: &Output, out: &mut String) {
    let address = |path: &OutputPath| {
        let absolute = site.config.absolute(&path.encoded()).unwrap_or_default();
        xml::text(&absolute).into_owned()
    };
    // Writing to a string does not fail.
    let _ = write!(out, "<url><loc>{}</loc>", address(path));
    if let Output::Page(id) = output {
        let page = site.page(*id);
        let changed = page
            .document
            .common
            .reviewed_on()
            .max(page.document.common.date);
        if let Some(date) = changed {
            let _ = write!(out, "<lastmod>{date}</lastmod>");
        }
        let translations = site.translations(&page.document.stem);
        if translations.len() > 1 {
            for other in translations {
                let other = site.page(*other);
                let _ = write!(
                    out,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{}\" href=\"{}\"/>",
                    other.document.language,
                    address(&other.path)
                );
            }
        }
    }
    out.push_str("</url>\n");
}
