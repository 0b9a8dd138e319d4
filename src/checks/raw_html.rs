//! `raw-html`: reports what is removed from an editor's HTML.

use crate::diagnostics::{Code, Diagnostic};
use crate::site::{PageId, Site};

pub(super) fn check(site: &Site, id: PageId, found: &mut Vec<Diagnostic>) {
    let document = &site.page(id).document;
    let removed = document.texts().flat_map(|text| {
        let removed = text.facts.removed_html.iter();
        removed.map(move |(name, span)| (name, text.place(span)))
    });
    for (name, place) in removed {
        let diagnostic = Diagnostic::new(Code::RawHtml, place).with("name", name);
        found.push(match name.as_str() {
            "img" => diagnostic.help("help-img"),
            name if name.starts_with("href=") => diagnostic.help("help-href"),
            _ => diagnostic,
        });
    }
}
